//! The outline of a ledger: recording from it, and what happens when it is lost
//! or says something else.

use std::fs;

use crate::place::Place;

const RECORD: [&str; 5] = ["record", "infolettre", "editions=1", "--on", "2024-06-01"];

/// A demonstration, with the outline that its first recording left.
fn outlined() -> Place {
    let place = Place::demonstration();
    assert!(!place.path().join("ceimia.jalon/outline").exists());
    place.done(&RECORD);
    place
}

fn change(place: &Place, change: impl Fn(String) -> String) {
    let file = place.path().join("ceimia.jalon/outline");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(file, change(text)).unwrap();
}

#[test]
fn what_is_recorded_from_an_outline_is_as_if_all_had_been_read() {
    let place = outlined();
    assert_eq!(place.verified("derived"), (743, "sound".into()));
    for _ in 0..3 {
        place.done(&RECORD);
    }
    place.done(&["note", "Une délégation est venue"]);
    place.done(&["register", "Maison du Fleuve", "--kind", "organisation"]);
    // A type, a body and a note are known whether they lie within it or beyond.
    let told = place.refused(&["record", "infoletre"]).0;
    assert!(told.contains("newsletter.sent"), "{told}");
    place.done(&[
        "register",
        "Maison du Fleuve",
        "--change",
        "--set",
        "sector=culture",
        "--on",
        "2024-06-02",
    ]);
    place.done(&["verify"]);
    let file = place.path().join("ceimia.jalon/outline");
    let kept = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    place.done(&RECORD);
    assert!(fs::read(&file).unwrap().len() > kept.len(), "made anew, up to the end");
    place.done(&["verify"]);
}

#[test]
fn an_outline_of_other_bytes_is_none() {
    let place = outlined();
    change(&place, |text| text.replacen("Infolettre", "Infolettra", 1));
    assert_eq!(place.verified("derived"), (0, "sound".into()));
    place.done(&RECORD);
    assert_eq!(place.verified("derived"), (746, "sound".into()));
}

#[test]
fn an_outline_that_was_changed_with_care_is_told() {
    let place = outlined();
    change(&place, |text| {
        let body = text.split_once('\n').unwrap().1.replacen("Infolettre", "Infolettra", 1);
        format!("derived 1 {}\n{body}", jalon::event::Hash::of(body.as_bytes()))
    });
    assert_eq!(place.verified("derived"), (743, "failed".into()));
}
