//! Two processes and one ledger. What a writer that comes second is told stands in
//! the gallery (`held`), what is done by a server in `serving`.

#![cfg(debug_assertions)] // A server's clock can be set in programs built for tests only.

use super::sample::sample;
use super::told;
use crate::place::Place;
use crate::serving::Server;

/// Commands that only read, beside whoever has the ledger.
const READING: &[&[&str]] =
    &[&["kpi", "--as-at", "2024-06-01"], &["journal"], &["show", "16"], &["checks"], &["export", "jsonl"]];

fn reading_goes_on(place: &Place) {
    for arguments in READING {
        let output = place.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", told(&output));
    }
    assert_eq!(place.verified("copies"), (0, "unchecked".into()));
    assert_eq!(place.verified("chain").1, "sound");
}

#[test]
fn readers_read_beside_a_server_and_a_second_one_is_told() {
    let place = sample().place();
    let _server = Server::start(&place, "en");
    reading_goes_on(&place);
    let output = place.run(&["repair", "--from", "twin", "--lang", "en"]);
    let said = told(&output);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("another program holds the ledger") && said.contains("wait until"), "{said}");
}

/// The lock is the system's: it goes with its holder, whatever the file says.
#[test]
fn a_holder_that_was_killed_leaves_no_lock() {
    let place = sample().place();
    drop(Server::start(&place, "en"));
    let note = std::fs::read_to_string(place.path().join("registre/lock")).unwrap();
    assert!(note.starts_with("pid "), "{note}");
    place.done(&["record", "newsletter.sent", "editions=1", "--on", "2024-05-01"]);
    place.done(&["verify"]);
}

/// A lock file that says anything says nothing of who holds the ledger.
#[test]
fn what_the_lock_file_says_keeps_nobody_out() {
    let place = sample().place();
    for note in ["", "pid 1\nsince 2024-03-31T12:00:00Z\n", "pid ", "\u{0}\u{0}"] {
        place.file("registre/lock", note);
        place.done(&["note", "Une visite"]);
    }
}
