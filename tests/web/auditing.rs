//! The auditor's pages: what they say is what the documents say, in both languages.

use axum::http::StatusCode;
use serde_json::Value;

use super::refusals::visitor;
use super::visitor::Visitor;
use crate::schemas::{assert_passes, schema};

const PAGES: [(&str, &str); 3] = [
    ("/audit/cutoff?around=2024-01-31&days=40", "cutoff"),
    ("/audit/coverage?as-at=2024-02-01", "coverage"),
    ("/value/workshops/quality?as-at=2024-02-01", "quality"),
];

fn with_a_workshop() -> Visitor {
    let visitor = visitor();
    visitor.done(
        "/record/workshop.held",
        &[("on", "2024-01-15"), ("f.attendees", "7"), ("f.partners", "algue")],
    );
    visitor
}

#[test]
fn each_page_is_in_the_index_and_its_files_are_what_it_shows() {
    let visitor = with_a_workshop();
    let index = visitor.read("/audit");
    for (path, name) in PAGES {
        let place = path.split('?').next().unwrap();
        assert!(index.contains(&format!("href=\"{place}\"")), "{place} is not in the index");
        for language in ["fr", "en"] {
            let text = visitor.read(&format!("{path}&lang={language}"));
            assert!(!text.contains('⟨'), "{path} lacks a message");
            assert!(text.contains("href=\"/audit\""), "{path} leads back");
        }
        let file = visitor.get(&format!("{path}&format=json"));
        assert!(file.header("content-disposition").contains(&format!("{name}-")));
        let document: Value = serde_json::from_str(&file.text()).unwrap();
        assert_passes(&schema(&format!("docs/schemas/{name}.schema.json")), &document);
        for (format, kind) in [("html", "text/html"), ("md", "text/markdown")] {
            let file = visitor.get(&format!("{path}&format={format}"));
            assert!(file.status == StatusCode::OK && file.header("content-type").starts_with(kind), "{path}");
        }
        assert_eq!(visitor.get(&format!("{path}&format=xlsx")).status, StatusCode::NOT_FOUND);
    }
    // The workshop stands there, and leads to its entry.
    let cutoff = visitor.read(PAGES[0].0);
    let place = visitor.size() - 1;
    assert!(cutoff.contains(&format!("href=\"/entry/{place}\"")), "{cutoff}");
    assert!(visitor.read("/value/workshops").contains("/value/workshops/quality"));
}

/// What cannot be taken is told with what was typed, and can be mended there.
#[test]
fn what_cannot_be_looked_at_is_told() {
    let visitor = visitor();
    for (path, said) in [
        ("/audit/cutoff?days=4000", "4000"),
        ("/audit/cutoff?days=x", "3660"),
        ("/audit/cutoff?around=2024-13-01", "2024-13-01"),
        ("/audit/cutoff?around=1999-01-01", "1999"),
        ("/audit/coverage?as-at=soon", "soon"),
        ("/audit/coverage?plan=none", "none"),
        ("/value/workshops/quality?known-at=x", "x"),
    ] {
        let page = visitor.get(path);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(page.text().contains(said), "{path}");
    }
    assert_eq!(visitor.get("/value/nothing/quality").status, StatusCode::NOT_FOUND);
}
