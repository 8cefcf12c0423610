//! Whole pages of a small ledger, in both languages. `JALON_REWRITE=web cargo
//! test web::golden` writes them, on purpose.

use std::path::Path;

use super::refusals::visitor;

/// Name and path of each page.
const PAGES: [(&str, &str); 6] = [
    ("home", "/"),
    ("table", "/table?as-at=2024-02-01"),
    ("value", "/value/workshops?as-at=2024-02-01"),
    ("journal", "/journal"),
    ("entry", "/entry/{last}"),
    ("checks", "/checks"),
];

#[test]
fn pages_are_as_they_were() {
    let visitor = visitor();
    let last = visitor.done(
        "/record/workshop.held",
        &[("on", "2024-01-15"), ("f.attendees", "7"), ("f.partners", "algue")],
    );
    let last = last.strip_prefix("/entry/").unwrap().strip_suffix("?saved=1").unwrap().to_owned();
    let rewrite = std::env::var("JALON_REWRITE").is_ok_and(|what| what == "web");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/golden");
    let mut wrong = Vec::new();
    for (name, path) in PAGES {
        for language in ["fr", "en"] {
            let path = path.replace("{last}", &last);
            let sign = if path.contains('?') { '&' } else { '?' };
            let now = steady(&visitor.read(&format!("{path}{sign}lang={language}")));
            let file = folder.join(format!("{name}.{language}.html"));
            if rewrite {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&file, &now).unwrap();
            } else if std::fs::read_to_string(&file).unwrap_or_default() != now {
                wrong.push(format!("{name}.{language}.html"));
            }
        }
    }
    assert!(wrong.is_empty(), "these pages changed: {wrong:?}; JALON_REWRITE=web writes them on purpose");
}

/// A page without what is another at every run: ids and what follows from
/// them, which the technical details and the hashes are.
fn steady(page: &str) -> String {
    let main = page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let main = main.split("<details class=\"technical\"").next().unwrap();
    let mut text = String::new();
    for line in main.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        if !line.contains("empreinte") && !line.contains("hash ") {
            text.push_str(&without_hashes(line));
            text.push('\n');
        }
    }
    text
}

/// A line whose hashes, which are another at every run, are masked.
fn without_hashes(line: &str) -> String {
    let is_hex = |letter: char| letter.is_ascii_hexdigit();
    let mut text = String::new();
    let mut rest = line;
    while let Some(start) = rest.find(is_hex) {
        let length = rest[start..].find(|letter| !is_hex(letter)).unwrap_or(rest.len() - start);
        let (before, word) = (&rest[..start], &rest[start..start + length]);
        text.push_str(before);
        text.push_str(if length == 64 { "‹hash›" } else { word });
        rest = &rest[start + length..];
    }
    text + rest
}
