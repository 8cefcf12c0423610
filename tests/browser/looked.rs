//! Pages as everyone can read them: an automated check of accessibility, and the
//! pictures that the documents show.

use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine;
use serde_json::{Value, json};

use super::driver::{Browser, ENTER};
use super::walk::awaiting;
use super::{Server, begun, choose_kept, map_kept, opened, settle_kept};

/// The accessibility check that is run in each page (see axe.LICENSE).
const AXE: &str = include_str!("axe.min.js");

/// A page that is looked at: name, path, screen, dark or not.
type Looked = (&'static str, &'static str, [u32; 2], bool);

/// Pages that are looked at.
const LOOKED_AT: [Looked; 14] = [
    ("dashboard", "/", [1280, 960], false),
    ("table", "/table?as-at=2024-03-31", [1280, 960], false),
    ("value", "/value/seed-funding?as-at=2024-03-31", [1280, 960], false),
    ("journal", "/journal", [1280, 960], true),
    ("entry", "/entry/650", [1280, 960], false),
    ("record", "/record/newsletter.sent?copy=695", [1280, 960], false),
    ("checks", "/checks", [1280, 960], true),
    ("register", "/register", [1280, 960], false),
    ("withdraw", "/entry/695/withdraw", [390, 844], false),
    ("note", "/note", [390, 844], true),
    ("phone", "/table?as-at=2024-03-31", [390, 844], false),
    ("import-file", "/import", [390, 844], false),
    ("project", "/register/project/data-justice", [1280, 960], true),
    ("missing", "/entry/99999", [390, 844], false),
];

/// More of them, which are made of the same parts.
const LOOKED_AT_TOO: [Looked; 12] = [
    ("reconcile", "/reconcile?as-at=2024-03-31", [390, 844], false),
    ("group", "/group/o1-financial?as-at=2024-03-31", [1280, 960], false),
    ("sent", "/table/sent?as-at=2024-03-31", [1280, 960], false),
    ("total", "/entry/731/correct", [1280, 960], true),
    ("filtered", "/?with=project/data-justice", [390, 844], true),
    ("beside", "/table?as-at=2024-03-31&compare=2023-03-31&known-at=2026-11-23", [1280, 960], true),
    ("known", "/value/newsletters?as-at=2024-03-31&known-at=2026-11-23", [390, 844], true),
    ("compared", "/value/newsletters?as-at=2024-03-31&compare=2023-03-31", [1280, 960], false),
    ("types", "/record", [1280, 960], false),
    ("filled", "/record/seedfund.granted", [390, 844], true),
    ("correct", "/entry/695/correct", [1280, 960], true),
    ("unread", "/table?as-at=demain-soir", [1280, 960], true),
];

/// An automated check of accessibility finds nothing serious, and nothing is
/// wider than its screen. `JALON_PICTURES=1` keeps a picture of each page.
#[test]
fn pages_can_be_read_by_everyone() {
    let Some((place, server, mut browser)) = begun("fr") else { return };
    let mut wrong = each_looked_at(&LOOKED_AT, &server, &mut browser);
    choose_kept(&place, &mut browser);
    for (screen, is_dark) in [([390, 844], true), ([1280, 960], false)] {
        browser.screen(screen, is_dark);
        wrong.extend(looked_at("import-columns", &browser));
    }
    map_kept(&mut browser, "Nombre");
    wrong.extend(looked_at("import-names", &browser));
    settle_kept(&mut browser, "une");
    for (screen, is_dark) in [([390, 844], true), ([1280, 960], false)] {
        browser.screen(screen, is_dark);
        wrong.extend(looked_at("import", &browser));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The same of more pages.
#[test]
#[ignore = "half a minute more: cargo test -- --ignored"]
fn more_pages_can_be_read_by_everyone() {
    let Some((_place, server, mut browser)) = begun("fr") else { return };
    let wrong = each_looked_at(&LOOKED_AT_TOO, &server, &mut browser);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is wrong with these pages.
fn each_looked_at(pages: &[Looked], server: &Server, browser: &mut Browser) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, path, screen, is_dark) in pages {
        browser.screen(*screen, *is_dark);
        browser.go(&server.page(path));
        browser.until("document.readyState === 'complete'");
        let is_there = browser.script("return !!document.querySelector('main h1')");
        assert_eq!(is_there, json!(true), "{path}");
        if *name == "record" {
            browser.until("document.querySelector('.effect .changes')");
        }
        wrong.extend(looked_at(name, browser));
    }
    wrong
}

/// Pages of which a picture is kept for readers.
const KEPT_PICTURES: [&str; 11] = [
    "dashboard",
    "table",
    "value",
    "journal",
    "entry",
    "record",
    "checks",
    "register",
    "note",
    "phone",
    "import",
];

/// What is wrong with the page that is shown.
fn looked_at(name: &str, browser: &Browser) -> Vec<String> {
    let mut wrong = Vec::new();
    browser.script(AXE);
    let found = browser.later(
        "axe.run({ resultTypes: ['violations'] }).then((all) => done(all.passes.length < 9 ? ['critical: nothing was checked'] \
         : all.violations.map((it) => `${it.impact} ${it.id} ${it.nodes[0].target}`)))",
    );
    let found = found.as_array().unwrap().iter().filter_map(|it| it.as_str());
    let serious = found.filter(|it| it.starts_with("serious") || it.starts_with("critical"));
    wrong.extend(serious.map(|it| format!("{name}: {it}")));
    let wide = browser.script("return document.documentElement.scrollWidth > innerWidth + 1");
    if wide == json!(true) {
        wrong.push(format!("{name} is wider than its screen"));
    }
    if std::env::var_os("JALON_PICTURES").is_some() && KEPT_PICTURES.contains(&name) {
        keep(name, &browser.picture());
    }
    wrong
}

fn keep(name: &str, picture: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let bytes = base64::engine::general_purpose::STANDARD.decode(picture).unwrap();
    std::fs::write(folder.join(format!("{name}.png")), bytes).unwrap();
}

/// The first entry of each type.
fn of_each_type(place: &crate::place::Place) -> Vec<String> {
    let lines = place.done(&["export", "jsonl"]);
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (sequence, line) in lines.lines().enumerate() {
        let entry: Value = serde_json::from_str(line).unwrap();
        first.entry(entry["type"].as_str().unwrap().to_owned()).or_insert(sequence);
    }
    assert!(first.len() > 15, "{first:?}");
    first.into_values().map(|sequence| format!("/entry/{sequence}")).collect()
}

/// Entries of every kind, what is asked of them, what is refused.
#[test]
#[ignore = "half a minute more: cargo test -- --ignored"]
fn entries_of_every_kind_can_be_read_by_everyone() {
    let (place, entry) = awaiting();
    let Some((server, mut browser)) = opened(&place, "en") else { return };
    let asked = ["approve", "reject", "withdraw", "correct"].map(|act| format!("{entry}/{act}"));
    let others =
        ["/record", "/value/visiteurs-accueillis", "/value/visiteurs-accueillis/total", "/table", "/"];
    let all = of_each_type(&place).into_iter().chain(asked).chain(others.map(str::to_owned));
    let mut wrong = Vec::new();
    for (at, path) in all.enumerate() {
        let size = if at % 2 == 0 { [1280, 960] } else { [390, 844] };
        browser.screen(size, at % 4 < 2);
        browser.go(&server.page(&path));
        browser.until("document.readyState === 'complete'");
        assert!(browser.script("return !!document.querySelector('h1')") == json!(true), "{path}");
        wrong.extend(looked_at(&path, &browser));
    }
    // A form that is refused, then one who is not let in.
    browser.go(&server.page("/value/visiteurs-accueillis/total"));
    browser.until("document.activeElement.name === 'value'");
    browser.script("document.getElementById('source').value = 'x'");
    browser.press("beaucoup");
    browser.press_with_control(ENTER);
    browser.until("document.querySelector('[data-wrong]')");
    wrong.extend(looked_at("refused", &browser));
    browser.forget();
    for is_dark in [false, true] {
        browser.screen([1280, 960], is_dark);
        browser.go(&server.page("/table"));
        assert!(!browser.text().contains("20"), "{}", browser.text());
        wrong.extend(looked_at("denied", &browser));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
