//! The pages in a real browser, by keyboard alone. Passed over, which is said,
//! where there is no Chromium with its driver.

#![cfg(debug_assertions)] // The clock can be set in programs built for tests only.

mod driver;
mod looked;
mod packed;
mod told;
mod walk;

use driver::{Browser, ENTER, ESCAPE, TAB};
use serde_json::json;

use crate::place::Place;
use crate::serving::Server;

/// A browser in a session of a server over a demonstration of its own.
fn begun(language: &str) -> Option<(Place, Server, Browser)> {
    let place = Place::demonstration();
    let (server, browser) = opened(&place, language)?;
    Some((place, server, browser))
}

/// A browser in a session of a server over the ledger of a place.
fn opened(place: &Place, language: &str) -> Option<(Server, Browser)> {
    let Some(browser) = Browser::start() else {
        #[expect(clippy::print_stdout, reason = "what is passed over is said")]
        {
            println!("the browser is passed over: there is no chromium with chromedriver");
        }
        return None;
    };
    let server = Server::start(place, language);
    browser.go(&server.address);
    browser.until("location.pathname === '/' && document.readyState === 'complete'");
    Some((server, browser))
}

/// Goes on with Tab until a link to this address has the focus.
fn tab_to(browser: &mut Browser, part: &str) {
    for _ in 0..400 {
        browser.press(TAB);
        let focus = browser.script("return document.activeElement.getAttribute('href') || ''");
        if focus.as_str().unwrap().contains(part) {
            return;
        }
    }
    panic!("no link to {part} at {}", browser.address());
}

/// Presses keys that lead to another page, and waits for it.
fn lead(browser: &mut Browser, keys: &str, to: &str) {
    browser.press(keys);
    arrive(browser, to);
}

fn arrive(browser: &Browser, to: &str) {
    let to = json!(to);
    browser.until(&format!(
        "(location.pathname + location.search).startsWith({to}) && document.readyState === 'complete'"
    ));
}

fn newsletters(browser: &Browser) -> String {
    let script = "return [...document.querySelectorAll('.value a')].find((it) => it.href.includes('/value/newsletters')).innerText";
    browser.script(script).as_str().unwrap().to_owned()
}

/// Table, value, entry, record, table again, correct: no mouse.
fn walk(language: &str, [newsletter, recorded]: [&str; 2]) {
    let Some((place, server, mut browser)) = begun(language) else { return };
    lead(&mut browser, "gt", "/table");
    assert_eq!(newsletters(&browser), "3 ≠");
    tab_to(&mut browser, "/value/newsletters");
    lead(&mut browser, ENTER, "/value/newsletters");
    tab_to(&mut browser, "/entry/");
    lead(&mut browser, ENTER, "/entry/");
    // An activity by keyboard alone, from any page.
    let before = browser.keys;
    lead(&mut browser, "n", "/record");
    browser.press(newsletter);
    lead(&mut browser, ENTER, "/record/newsletter.sent");
    browser.until("document.activeElement.name === 'on'");
    browser.press(TAB);
    browser.press("2");
    browser.until("document.querySelector('.effect .changes')");
    browser.press_with_control(ENTER);
    arrive(&browser, "/entry/745?saved=1");
    let keys = browser.keys - before;
    assert!(keys <= 20, "{keys} keys for one activity");
    assert!(browser.text().contains(recorded), "{}", browser.text());
    lead(&mut browser, "gt", "/table");
    assert_eq!(newsletters(&browser), "5 ≠");
    // The command line works meanwhile, on the same ledger.
    let noted = place.run(&["record", "newsletter", "editions=1", "--on", "2024-06"]);
    assert!(noted.status.success(), "{}", String::from_utf8_lossy(&noted.stderr));
    browser.go(&server.page("/table"));
    assert_eq!(newsletters(&browser), "6 ≠");
    browser.go(&server.page("/entry/745"));
    lead(&mut browser, "c", "/entry/745/correct");
    browser.until("document.activeElement.name === 'on'");
    browser.press(TAB);
    browser.script("document.activeElement.select()");
    browser.press("4");
    browser.press(TAB);
    browser.press("28");
    browser.press_with_control(ENTER);
    arrive(&browser, "/entry/745?saved=1");
    lead(&mut browser, "gt", "/table");
    assert_eq!(newsletters(&browser), "8 ≠");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn an_activity_by_keyboard_alone_in_french() {
    walk("fr", ["infolettre", "C’est inscrit."]);
}

#[test]
#[ignore = "the French one once more: cargo test -- --ignored"]
fn an_activity_by_keyboard_alone_in_english() {
    walk("en", ["newsletter", "It is recorded."]);
}

#[test]
fn keys_are_shown_and_a_draft_survives_until_it_is_saved() {
    let Some((_place, server, mut browser)) = begun("fr") else { return };
    browser.press("?");
    browser.until("document.getElementById('keys').open");
    assert!(browser.text().contains("Raccourcis clavier"));
    let form = server.page("/record/newsletter.sent");
    browser.go(&form);
    browser.until("document.activeElement.name === 'on'");
    browser.press(TAB);
    browser.press("7");
    browser.go(&server.page("/"));
    browser.go(&form);
    let kept = "document.getElementById('f.editions').value === '7'";
    browser.until(kept);
    browser.script("document.getElementById('f.editions').focus()");
    browser.press_with_control(ENTER);
    arrive(&browser, "/entry/745?saved=1");
    browser.go(&form);
    assert_eq!(browser.script(&format!("return {kept}")), json!(false));
}

#[test]
fn what_is_taken_from_last_time_goes_by_one_key_and_documents_stay() {
    let Some((place, server, mut browser)) = begun("fr") else { return };
    let before =
        ["record", "seedfund.granted", "amount=5000", "project=project/data-justice", "--on", "2024-02"];
    assert!(place.run(&before).status.success());
    browser.go(&server.page("/record/seedfund.granted"));
    browser.until("document.activeElement.name === 'on'");
    let project = "document.getElementById('f.project')";
    assert_ne!(browser.script(&format!("return {project}.value")), json!(""));
    let marks = "document.querySelectorAll('.field .mark').length";
    assert_eq!(browser.script(&format!("return {marks}")), json!(1));
    browser.script(&format!("{project}.focus()"));
    browser.press(ESCAPE);
    browser.until(&format!("{project}.value === '' && {marks} === 0"));
    // What was chosen stays with a form that is refused, and can be taken away.
    browser.script(
        "const chosen = new DataTransfer(); chosen.items.add(new File(['a'], 'liste.txt')); \
         document.getElementById('document').files = chosen.files; \
         document.getElementById('f.amount').value = '7000'; document.getElementById('on').value = '03/04/2024'; \
         document.getElementById('on').focus()",
    );
    browser.press_with_control(ENTER);
    browser.until("document.querySelector('[data-wrong]') && document.querySelector('.kept li')");
    browser.script("const on = document.getElementById('on'); on.value = '2024-03-04'; on.focus()");
    // Enter records, though the button that takes a document away comes first.
    browser.press(ENTER);
    arrive(&browser, "/entry/746?saved=1");
    assert!(browser.text().contains("liste.txt"), "{}", browser.text());
}

#[test]
fn keys_of_one_letter_leave_who_types_alone_and_can_be_turned_off() {
    let Some((place, server, mut browser)) = begun("fr") else { return };
    let before =
        ["record", "seedfund.granted", "amount=5000", "project=project/data-justice", "--on", "2024-02"];
    assert!(place.run(&before).status.success());
    browser.go(&server.page("/record/seedfund.granted"));
    browser.until("document.activeElement.name === 'on'");
    browser.press(TAB);
    let focus = browser.script("return document.activeElement.name");
    assert!(focus.as_str().is_some_and(|name| name.starts_with("f.")), "{focus}");
    // On a link of the form neither a letter nor Ctrl with Enter does anything.
    browser.script("document.querySelector('form.record a').focus()");
    browser.press("ln?");
    browser.press_with_control(ENTER);
    assert_eq!(browser.script("return document.getElementById('keys').open"), json!(false));
    assert!(browser.address().ends_with("/record/seedfund.granted"), "{}", browser.address());
    browser.go(&server.page("/journal"));
    browser.press("?");
    browser.until("document.getElementById('keys').open");
    browser.script("document.querySelector('[data-single]').click()");
    browser.go(&server.page("/journal"));
    browser.press("?n");
    assert_eq!(browser.script("return document.getElementById('keys').open"), json!(false));
    assert!(browser.address().ends_with("/journal"), "{}", browser.address());
    browser.script("document.querySelector('[data-keys]').click()");
    browser.until("document.getElementById('keys').open && !document.querySelector('[data-single]').checked");
}

#[test]
fn a_chart_is_kept_as_a_picture_of_what_is_shown() {
    let Some((_place, server, browser)) = begun("en") else { return };
    for path in ["/", "/?with=project/data-justice", "/value/newsletters?as-at=2024-03-31"] {
        browser.go(&server.page(path));
        browser.until("document.querySelector('[data-png]')");
        let drawn = browser.later(
            "const make = URL.createObjectURL; \
             URL.createObjectURL = (drawn) => { createImageBitmap(drawn).then((it) => done([drawn.type, it.width])); return make(drawn); }; \
             HTMLAnchorElement.prototype.click = () => {}; \
             document.querySelector('[data-png]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));",
        );
        assert_eq!(drawn, json!(["image/png", 1440]), "{path}");
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// A spreadsheet that somebody keeps: one head is nobody else's, one name is new
/// to the register.
const KEPT: &str = "Type;Date;Combien;Partenaire;Suivi par\n\
    Infolettre;27 février 2025;2;;Ana\n\
    Infolettre;2025-03-28;1;;Ana\n\
    Partenariat formé;12 mars 2025;;Universite de Montreal;Bo\n\
    Partenariat formé;2025-03-20;;Coopérative du Grand Fleuve;Bo\n\
    Infolettre;juin 2099;1;;Ana\n";

/// Chooses the file, and waits for what is understood of its columns.
fn choose_kept(place: &Place, browser: &mut Browser) {
    place.file("suivi.csv", KEPT);
    lead(browser, "gi", "/import");
    browser.until("document.activeElement.id === 'file'");
    browser.choose("#file", &place.path().join("suivi.csv"));
    browser.press(TAB);
    browser.press(ENTER);
    arrive(browser, "/import/");
}

/// Says what the column means that nothing else does, and waits for the rows.
fn map_kept(browser: &mut Browser, editions: &str) {
    browser.script("document.querySelector('[name=\"c.0.2\"]').focus()");
    browser.press(editions);
    browser.until("document.querySelector('[name=\"c.0.2\"]').value === 'fields.editions'");
    browser.press_with_control(ENTER);
    browser.until("location.pathname.endsWith('/rows') && document.readyState === 'complete'");
}

/// Settles the name that the register lacks.
fn settle_kept(browser: &mut Browser, organisation: &str) {
    browser.script("document.querySelector('.settled select').focus()");
    browser.press(organisation);
    browser.press_with_control(ENTER);
    browser
        .until("document.querySelector('form[action$=\"/append\"]') && document.readyState === 'complete'");
}

/// A file chosen, a column mapped, a name settled, everything recorded at once.
fn walk_import(language: &str, [editions, organisation, refused, done]: [&str; 4]) {
    let Some((place, server, mut browser)) = begun(language) else { return };
    choose_kept(&place, &mut browser);
    map_kept(&mut browser, editions);
    assert!(browser.text().contains(refused), "{}", browser.text());
    settle_kept(&mut browser, organisation);
    let text = browser.text();
    assert!(text.contains("→") && text.contains("Coopérative du Grand Fleuve"), "{text}");
    browser.script("document.querySelector('form[action$=\"/append\"] button').focus()");
    browser.press(ENTER);
    arrive(&browser, "/entry/");
    assert!(browser.text().contains(done), "{}", browser.text());
    browser.go(&server.page("/table"));
    assert_eq!(newsletters(&browser), "6 ≠");
    tab_to(&mut browser, "/value/newsletters");
    lead(&mut browser, ENTER, "/value/newsletters");
    assert!(browser.text().contains("2025-03-28"), "{}", browser.text());
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_spreadsheet_is_imported_by_keyboard_alone_in_french() {
    walk_import("fr", ["Nombre", "une", "1 ligne est refusée", "5 inscriptions"]);
}

#[test]
#[ignore = "the French one once more: cargo test -- --ignored"]
fn a_spreadsheet_is_imported_by_keyboard_alone_in_english() {
    walk_import("en", ["Editions", "an", "1 row is refused", "5 entries"]);
}
