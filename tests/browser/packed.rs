//! The page of an audit pack, opened from its folder without a network: what it recomputes,
//! and that whatever in it is another turns it red and is named.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::Browser;
use crate::packs::{closed_year, sha256};
use crate::place::Place;

/// A browser where there is one, else a word that there is none.
pub(super) fn browser() -> Option<Browser> {
    let browser = Browser::start();
    if browser.is_none() {
        #[expect(clippy::print_stdout, reason = "what is passed over is said")]
        {
            println!("the browser is passed over: there is no chromium with chromedriver");
        }
    }
    browser
}

/// Opens a page of a pack, and waits until it is done.
pub(super) fn open(browser: &Browser, page: &Path) -> String {
    browser.go("about:blank");
    browser.go(&format!("file://{}", page.display()));
    done(browser)
}

/// Waits until the page is done; how it ends.
pub(super) fn done(browser: &Browser) -> String {
    browser.until("document.body.dataset.verdict && document.body.dataset.verdict !== 'waiting'");
    browser.script("return document.body.dataset.verdict").as_str().unwrap().to_owned()
}

/// The lines of the checklist that end in a way.
pub(super) fn lines(browser: &Browser, outcome: &str) -> Vec<String> {
    let script = format!(
        "return [...document.querySelectorAll('#checklist > li.{outcome}')].map((it) => it.innerText)"
    );
    browser.script(&script).as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_pack_opens_offline_and_recomputes_itself() {
    let Some(browser) = browser() else { return };
    let place = closed_year();
    place.done(&["pack", "FY2026", "pack", "--lang", "fr"]);
    let folder = place.path().join("pack");
    assert_eq!(open(&browser, &folder.join("audit.html")), "sound", "{}", browser.text());
    assert_eq!(lines(&browser, "sound").len(), 7, "{}", browser.text());
    assert_eq!(lines(&browser, "unchecked").len(), 3, "key, files and documents: {}", browser.text());
    // The value that was corrected since the close, beside the one that was written down.
    let row = "document.getElementById('value-participants')";
    let shown = browser.script(&format!("return {row}.innerText"));
    let shown = shown.as_str().unwrap();
    assert!(shown.contains("137") && shown.contains("136"), "{shown}");
    browser.script(&format!("{row}.querySelector('button').click()"));
    browser.script(&format!("{row}.nextElementSibling.querySelector('a').click()"));
    browser.until("document.getElementById('entry').open");
    assert!(browser.text().contains("Empreinte BLAKE3"), "{}", browser.text());
    browser.script("document.querySelector('#entry button').click()");
    browser.script("document.querySelector('[data-speak=en]').click()");
    assert!(browser.text().contains("Everything that this page recomputes agrees"), "{}", browser.text());
    // The key that somebody has from elsewhere, and another.
    let type_key = |key: &str| {
        let key = json!(key.trim());
        browser.script(&format!(
            "const field = document.getElementById('key'); field.value = {key}; field.dispatchEvent(new Event('change'))"
        ));
        done(&browser)
    };
    assert_eq!(type_key(&Place::demonstration().done(&["key"])), "failed");
    assert_eq!(type_key(&place.done(&["key"])), "sound");
    browser.choose("#folder", &folder);
    browser.until("document.querySelectorAll('#checklist > li.sound').length === 10");
    assert_eq!(done(&browser), "sound", "{}", browser.text());
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

/// One of two fields with the same number is known about: the value is about their sum, and
/// nothing else.
#[test]
fn two_fields_of_one_number_may_be_known_unlike() {
    let Some(browser) = browser() else { return };
    let place = Place::with_ledger("twofold.jalon");
    place.file("plan.toml", include_str!("../invented/twofold.toml"));
    let opening = ["--source", "https://registre.example/a", "--prefix", "org.example", "--name", "A"];
    place.done(&[&["init", "--plan", "plan.toml"], &opening[..]].concat());
    place.done(&["record", "workshop.held", "here=20", "remote=~20", "--on", "2023-10-01"]);
    let other = ["here=7", "remote=3", "booked=oui", "full=non", "--on", "2023-11-01"];
    place.done(&[&["record", "workshop.held"], &other[..]].concat());
    place.done(&["close", "FY2024", "--anyway", "--reason", "Pour l’essai"]);
    place.done(&["pack", "FY2024", "pack"]);
    let page = place.path().join("pack/audit.html");
    assert_eq!(open(&browser, &page), "sound", "{}", browser.text());
    let page = fs::read_to_string(page).unwrap();
    for precision in [Value::Null, json!("rounded")] {
        place.file("other.html", with_claim(&page, "attendees", changed("precision", precision)));
        assert_eq!(open(&browser, &place.path().join("other.html")), "failed", "{}", browser.text());
    }
}

/// A page with a part of it changed, and the hash of that part as the change has it: what
/// remains is what the part says.
pub(super) fn with_part(page: &str, id: &str, change: impl FnOnce(&str) -> String) -> String {
    let head = format!("<div id=\"{id}\" data-part hidden>");
    let from = page.find(&head).unwrap() + head.len();
    let to = from + page[from..].find("</div>").unwrap();
    let part = page[from..to].replace("&lt;", "<").replace("&amp;", "&");
    let other = change(&part);
    assert_ne!(other, part, "{id}: nothing is changed");
    let written = other.replace('&', "&amp;").replace('<', "&lt;");
    format!("{}{written}{}", &page[..from], &page[to..])
        .replace(&sha256(part.as_bytes()), &sha256(other.as_bytes()))
}

/// A page that does not tell what became of the values of its closed year.
fn without_revisions(page: &str) -> String {
    let without = |page: String, from: &str, to: &str| {
        let at = page.find(from).unwrap();
        let end = at + page[at..].find(to).unwrap() + to.len();
        format!("{}{}", &page[..at], &page[end..])
    };
    ["fr", "en"].iter().fold(page.to_owned(), |page, tag| {
        let page = without(page, &format!("<div id=\"revisions-{tag}\""), "</div>");
        without(page, &format!("\"revisions-{tag}\":\""), "\",")
    })
}

/// The same with one member of what is claimed of a value.
pub(super) fn with_claim(page: &str, id: &str, change: impl FnOnce(&mut Value)) -> String {
    with_part(page, "pack", |text| {
        let mut pack: Value = serde_json::from_str(text).unwrap();
        let values = pack["values"].as_array_mut().unwrap();
        change(values.iter_mut().find(|it| it["id"] == id).unwrap());
        pack.to_string()
    })
}

/// One member of a claim is another.
pub(super) fn changed(member: &'static str, value: Value) -> impl FnOnce(&mut Value) {
    move |claim| claim[member] = value
}

/// A change with what it is, and what names it.
type Tampered = (&'static str, String, &'static str);

/// The log, what was signed, and words, each changed.
fn other_bytes(page: &str) -> Vec<Tampered> {
    let whole = |from: &str, to: &str| page.replacen(from, to, 1);
    let line = |text: &str, change: &dyn Fn(&str) -> String| {
        let at = text.lines().position(|line| line.contains("Le sel et la lune")).unwrap();
        let lines = text
            .lines()
            .enumerate()
            .map(|(place, line)| if place == at { change(line) } else { line.to_owned() });
        lines.collect::<Vec<_>>().join("\n") + "\n"
    };
    vec![
        (
            "a letter of the log",
            {
                let (before, log) = page.split_at(page.find("<div id=\"log\"").unwrap());
                format!("{before}{}", log.replacen("et la lune", "et la dune", 1))
            },
            "“log”",
        ),
        ("a letter of what is said", whole("\"pack-limits\":\"What", "\"pack-limits\":\"Whit"), "“words”"),
        ("an entry", with_part(page, "log", |log| line(log, &|it| it.replace("lune", "dune"))), "entry 72"),
        (
            "a spelling",
            with_part(page, "log", |log| line(log, &|it| it.replacen("{\"", "{ \"", 1))),
            "entry 71",
        ),
        (
            "the last entry",
            with_part(page, "log", |log| log.trim_end().rsplit_once('\n').unwrap().0.to_owned() + "\n"),
            "there are",
        ),
        ("what became of closed values", without_revisions(page), "“revisions-en”"),
        (
            "the signature",
            with_part(page, "pack", |it| {
                it.replacen("registre.example.org/marees YX", "registre.example.org/marees YY", 1)
            }),
            "signature is not",
        ),
    ]
}

/// What is claimed, each member changed with all that would have to follow it.
fn other_claims(page: &str) -> Vec<Tampered> {
    let of_first = |member: &'static str, value: Value| {
        move |claim: &mut Value| claim["contributions"][0][member] = value
    };
    vec![
        (
            "a value",
            with_claim(page, "participants", changed("delivered", json!("138"))),
            "contributions give 137",
        ),
        (
            "what it is backed by",
            with_claim(page, "grants", |it| it["grade"]["documented"] = json!("1")),
            "backed by",
        ),
        ("an amount", with_claim(page, "participants", of_first("amount", json!("28"))), "#79"),
        ("a date", with_claim(page, "participants", of_first("date", json!("2025-10-05"))), "#79"),
        ("an entry named", with_claim(page, "participants", of_first("sequence", json!(84))), "#84"),
        ("a version named", with_claim(page, "participants", of_first("version", json!(3))), "#79"),
        ("a reason", with_claim(page, "participants", of_first("reason", json!("notlargest"))), "#79"),
        (
            "a contribution left out",
            with_claim(page, "workshops", |it| drop(it["contributions"].as_array_mut().unwrap().remove(0))),
            "contributions give 7",
        ),
        (
            "the largest",
            with_claim(page, "largest-workshop", changed("delivered", json!("45"))),
            "contributions give 46",
        ),
        ("a mean", with_claim(page, "satisfaction", changed("delivered", json!("9"))), "contributions give"),
        (
            "a share",
            with_claim(page, "share-region", changed("delivered", json!("51"))),
            "contributions give 50",
        ),
        ("a key", with_claim(page, "partners", of_first("keys", json!(["organisation/other"]))), "names"),
        (
            "sides where there are none",
            with_claim(page, "grants", |it| {
                let whole = it.clone();
                it["whole"] = whole.clone();
                it["part"] = whole;
            }),
            "does not follow",
        ),
        (
            "the sides of a share",
            with_claim(page, "share-region", |it| it["whole"]["id"] = json!("participants")),
            "does not follow",
        ),
        (
            "one twice",
            with_claim(page, "participants", |it| {
                let one = it["contributions"][0].clone();
                it["contributions"].as_array_mut().unwrap().insert(0, one);
                it["delivered"] = json!("164");
                it["grade"]["documented"] = json!("164");
            }),
            "more than once",
        ),
        (
            "a version that was corrected",
            with_claim(page, "participants", |it| {
                it["contributions"][2]["version"] = it["contributions"][2]["sequence"].clone();
                it["contributions"][2]["amount"] = json!("45");
                it["delivered"] = json!("136");
                it["grade"]["documented"] = json!("136");
            }),
            "another version holds",
        ),
    ]
}

/// What is said beside a value: how certain it is, why an entry adds nothing, of which plan
/// it is.
fn other_words(page: &str) -> Vec<Tampered> {
    vec![
        ("bounds", with_claim(page, "participants", |it| it["low"] = json!("900")), "between its bounds"),
        (
            "at least",
            with_claim(page, "workshops", changed("atleast", json!(true))),
            "do not agree with the value",
        ),
        (
            "a ≠",
            with_claim(page, "workshops", changed("contradicts", json!(true))),
            "contradicts a published total",
        ),
        (
            "a precision",
            with_claim(page, "grants", changed("precision", json!("about"))),
            "how exact the value",
        ),
        (
            "a contribution that is said to have ended",
            with_claim(page, "workshops", |it| {
                it["contributions"][0]["amount"] = json!("0");
                it["contributions"][0]["reason"] = json!("ended");
                it["delivered"] = json!("7");
                it["grade"]["documented"] = json!("7");
            }),
            "the remark does not hold",
        ),
        (
            "all said not to be the largest",
            with_claim(page, "largest-workshop", |it| {
                for one in it["contributions"].as_array_mut().unwrap() {
                    one["amount"] = json!("0");
                    one["reason"] = json!("notlargest");
                }
                it["delivered"] = json!("0");
                it["grade"]["documented"] = json!("0");
            }),
            "the remark does not hold",
        ),
        (
            "a key said to be counted already",
            with_claim(page, "partners", |it| {
                let one = it["contributions"].as_array_mut().unwrap().last_mut().unwrap();
                one["amount"] = json!("0");
                one["reason"] = json!("alreadycounted");
                one["by"] = json!(3);
            }),
            "the remark does not hold",
        ),
        (
            "another form of a pack",
            with_part(page, "pack", |it| it.replacen("pack/1", "pack/2", 1)),
            "no form of a pack",
        ),
        (
            "another version of the plan",
            with_part(page, "pack", |it| {
                let mut pack: Value = serde_json::from_str(it).unwrap();
                pack["plan"]["version"] = json!(1);
                pack.to_string()
            }),
            "no plan",
        ),
        (
            "a value left out",
            with_part(page, "pack", |it| {
                let mut pack: Value = serde_json::from_str(it).unwrap();
                pack["values"].as_array_mut().unwrap().remove(0);
                pack.to_string()
            }),
            "does not give its value",
        ),
    ]
}

#[test]
fn whatever_is_changed_turns_the_page_red_and_is_named() {
    let Some(browser) = browser() else { return };
    let place = closed_year();
    place.done(&["pack", "FY2026", "pack", "--lang", "en"]);
    let page = fs::read_to_string(place.path().join("pack/audit.html")).unwrap();
    let tampered = [other_bytes, other_claims, other_words].into_iter().flat_map(|others| others(&page));
    for (what, other, named) in tampered {
        assert_ne!(other, page, "{what}");
        place.file("other.html", other);
        let verdict = open(&browser, &place.path().join("other.html"));
        let told = lines(&browser, "failed").join("\n");
        assert_eq!(verdict, "failed", "{what}: {}", browser.text());
        assert!(told.contains(named), "{what}: {told}");
    }
}
