//! The ledger verified from a page, beside all else.

use axum::http::StatusCode;

use super::closing::marees;
use super::refusals;
use super::visitor::{Visitor, between};

/// The page once the run is done that was begun.
fn verified(visitor: &Visitor, pairs: &[(&str, &str)], files: &[(&str, &[u8])]) -> String {
    let begun = visitor.send_parts("/verify", pairs, files);
    assert_eq!((begun.status, begun.header("location")), (StatusCode::SEE_OTHER, "/verify"));
    // It goes on without us, and other pages are answered meanwhile.
    while visitor.get("/verify/run").header("hx-refresh") != "true" {
        std::thread::yield_now();
    }
    visitor.read("/verify")
}

#[test]
fn a_ledger_is_verified_and_what_is_damaged_is_named() {
    let visitor = marees();
    assert!(visitor.read("/verify").contains("action=\"/verify\""));
    let page = verified(&visitor, &[], &[]);
    assert!(page.contains("Le registre est tel qu’il a été inscrit"), "{page}");
    assert_eq!(page.matches("class=\"failed\"").count(), 0);
    // What others kept must still be there; a closing's checkpoint is.
    let size = visitor.size().to_string();
    visitor.done("/year/FY2026", &[("size", &size), ("anyway", "on"), ("reason", "Pour vérifier")]);
    let year = visitor.read("/year/FY2026");
    let note = between(&year, "<pre><bdi>", "</bdi>").replace("&#43;", "+");
    let page = verified(&visitor, &[], &[("avis.note", note.as_bytes())]);
    assert!(page.contains("✓ point de contrôle signé : 1"), "{page}");
    // A byte of an entry is another.
    let lines = visitor.office.folder().join("lines");
    let file = std::fs::read_dir(lines).unwrap().map(|file| file.unwrap().path()).min().unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let at = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(40).unwrap().0 + 60;
    bytes[at] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let page = verified(&visitor, &[], &[]);
    assert!(page.contains("Le registre n’est pas tel qu’il a été inscrit"), "{page}");
    assert!(page.contains("class=\"failed\"") && page.contains("href=\"/entry/41\""), "{page}");
}

#[test]
fn what_cannot_be_taken_begins_nothing() {
    let visitor = refusals::visitor();
    let key = visitor.post("/verify", &[("key", "clé")]);
    assert_eq!(key.status, StatusCode::UNPROCESSABLE_ENTITY);
    let checkpoint = visitor.send_parts("/verify", &[], &[("x.note", b"rien")]);
    assert_eq!(checkpoint.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!visitor.read("/verify").contains("id=\"run\""));
    // A ledger that is not there is no sound one.
    let page = verified(&visitor, &[], &[]);
    assert!(page.contains("wrong-all") && !page.contains("tel qu’il a été inscrit"), "{page}");
}
