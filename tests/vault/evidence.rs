//! Documents added later, opened, copied elsewhere, and what is astray.

use std::fs;
use std::process::Command;

use jalon::event::EvidenceKind;
use jalon::vault::{DocumentFault, Documents};

use super::Ledger;
use crate::place::Place;

/// A small ledger with two activities, #4 and #5.
fn place() -> Place {
    let place = Place::with_ledger("l.jalon");
    place.done(&["init", "--source", "https://a.example/l", "--prefix", "org.a"]);
    place.done(&["type", "Atelier tenu|Workshop held", "--id", "workshop.held", "--field", "Lieu: texte"]);
    for day in ["2024-03-01", "2024-04-01"] {
        place.done(&["record", "workshop.held", "--on", day]);
    }
    place.file("contrat.pdf", "%PDF-1.7 un contrat");
    place.file("releve.csv", "1;2");
    place
}

#[test]
fn what_is_copied_elsewhere_is_named_readably_and_sha256sum_takes_it() {
    let place = place();
    place.done(&["evidence", "add", "4", "entente:contrat.pdf", "relevé:releve.csv"]);
    place.file("contrat.pdf", "%PDF-1.7 un autre");
    place.done(&["evidence", "add", "4", "contrat.pdf"]);
    place.done(&["evidence", "add", "5", "releve.csv"]);
    let given = place.json(&["evidence", "export", "out"]);
    let names: Vec<&str> =
        given["files"].as_array().unwrap().iter().map(|it| it["file"].as_str().unwrap()).collect();
    assert_eq!(names, ["00004-contrat.pdf", "00004-releve.csv", "00004-contrat (2).pdf"]);
    if let Ok(checked) =
        Command::new("sha256sum").args(["-c", "SHA256SUMS"]).current_dir(place.path().join("out")).output()
    {
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    }
    // A folder that holds something is not written into.
    let told = place.run(&["evidence", "export", "out"]);
    assert_eq!(told.status.code(), Some(1));
    // Of one entry, and of a time.
    for (asked, count) in [(["--entry", "5"], 1), (["--during", "2024-03"], 3), (["--during", "2024-04"], 1)]
    {
        let out = format!("out{}{count}", asked[1]);
        let given = place.json(&[&["evidence", "export", out.as_str()], &asked[..]].concat());
        assert_eq!(given["files"].as_array().unwrap().len(), count, "{asked:?}");
    }
}

#[test]
fn a_document_that_is_another_is_neither_opened_nor_copied() {
    let place = place();
    place.done(&["evidence", "add", "4", "contrat.pdf", "releve.csv"]);
    let shown = place.done(&["evidence", "open", "4"]);
    let paths: Vec<&str> = shown.lines().collect();
    assert_eq!(paths.len(), 2, "{shown}");
    fs::write(place.path().join(paths[0]), "%PDF-1.7 un contraT").unwrap();
    assert_eq!(place.run(&["evidence", "open", "4"]).status.code(), Some(1));
    let hash = paths[1].rsplit('/').next().unwrap();
    assert_eq!(place.done(&["evidence", "open", &hash[..8]]).lines().count(), 1);
    let given = place.json_of(&["evidence", "export", "out"], 1);
    assert_eq!(given["missing"][0]["fault"], "differs");
    assert!(!place.path().join("out/00004-contrat.pdf").exists());
    assert_eq!(fs::read_dir(place.path().join("out")).unwrap().count(), 2, "one document, and the sums");
    // Its length is right, so that it is here; what it is verify tells.
    assert!(place.done(&["evidence", "orphans"]).lines().count() == 1);
    assert_eq!(place.run(&["verify"]).status.code(), Some(1));
    fs::remove_file(place.path().join(paths[0])).unwrap();
    let found = place.json_of(&["evidence", "orphans"], 1);
    assert_eq!(found["missing"].as_array().unwrap().len(), 1);
}

#[test]
fn files_that_nothing_names_are_told_by_where_they_lie() {
    let ledger = Ledger::new();
    let documents = Documents::of(&ledger.folder());
    assert_eq!(documents.stored().unwrap(), []);
    let kept = documents.keep_bytes("a.pdf", b"%PDF", EvidenceKind::Other).unwrap();
    fs::write(ledger.folder().join("evidence/reste.tmp"), "x").unwrap();
    let stray = ledger.folder().join("evidence").join(kept.blake3.to_string());
    fs::write(stray, "y").unwrap();
    let stored = documents.stored().unwrap();
    let hashes: Vec<_> = stored.iter().filter_map(|it| it.hash).collect();
    assert_eq!((stored.len(), hashes.as_slice()), (3, &[kept.blake3][..]), "a name alone is not its place");
    let out = ledger.folder().join("a.pdf");
    documents.give(&kept, &out).unwrap().unwrap();
    assert_eq!(fs::read(&out).unwrap(), b"%PDF");
    fs::remove_file(documents.path(&kept)).unwrap();
    assert!(matches!(documents.give(&kept, &out).unwrap(), Err(DocumentFault::Missing)));
}
