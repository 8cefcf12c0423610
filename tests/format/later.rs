//! What came to format 1 after its first ledgers: lines that go on from the end
//! of the committed ledger, committed in their turn.
//!
//! `JALON_REWRITE=format cargo test format` writes `later.jsonl`, and only where
//! it is not.

use std::fs;
use std::path::{Path, PathBuf};

use jalon::audit::verify_lines;
use jalon::event::{Hash, link};
use jalon::ledger::{Desk, Known, replay};
use jalon::log::{Log, MemoryLog};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::committed;
use super::story::{Pen, about};
use crate::invented::Clock;

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format/later.jsonl")
}

/// The committed ledger and all that goes on from it.
pub(crate) fn all() -> Vec<Vec<u8>> {
    super::added::all()
}

/// The same without what was added later still.
pub(super) fn before() -> Vec<Vec<u8>> {
    let text = fs::read(path()).unwrap();
    let later = text.strip_suffix(b"\n").unwrap().split(|byte| *byte == b'\n').map(<[u8]>::to_vec);
    committed().into_iter().chain(later).collect()
}

/// A table that was sent, of all entries before it.
pub(super) fn sent(lines: &[Vec<u8>], plan: &str) -> Value {
    json!({
        "asat": "2024-01-31", "blake3": Hash::of(b"table").to_string(), "format": "xlsx",
        "head": Hash::of(lines.last().unwrap()).to_string(), "on": "2024-01-31", "plan": plan,
        "size": lines.len(), "to": "Bailleur du Nord", "version": 1,
    })
}

/// The lines that go on, as they were written.
fn story() -> Vec<Vec<u8>> {
    let before = committed();
    let count = before.len();
    let last: Value = serde_json::from_slice(before.last().unwrap()).unwrap();
    let clock = Clock(last["recordedtime"].as_str().unwrap().parse().unwrap());
    let mut pen = Pen::after(before, clock);
    pen.begin_at(20_000, 1);
    let plain = sent(&pen.lines, "quai-2022");
    let wrong = pen.write("jalon.table.published", json!({"data": plain}));
    pen.write("jalon.entry.withdrawn", about(wrong, json!({"reason": "Autre destinataire."})));
    let mut full = sent(&pen.lines, "quai-2022");
    let document = b"rapport";
    full["blake3"] = Hash::of(document).to_string().into();
    full["comparedto"] = "2023-01-31".into();
    full["evidence"] = json!([{
        "blake3": Hash::of(document).to_string(), "bytes": document.len(), "kind": "other",
        "mediatype": "application/pdf", "name": "rapport.pdf",
        "sha256": format!("{:x}", Sha256::digest(document)),
    }]);
    full["filter"] = json!(["organisation/algue", "project/digue"]);
    full["format"] = "other".into();
    full["language"] = "fr".into();
    pen.write("jalon.table.published", json!({"data": full}));
    pen.lines.split_off(count)
}

#[test]
fn what_goes_on_is_written_where_it_is_not() {
    if std::env::var("JALON_REWRITE").is_ok_and(|what| what == "format") {
        assert!(!path().exists(), "lines that were committed stay: delete {} first", path().display());
        let text: Vec<u8> = story().iter().flat_map(|line| [&line[..], b"\n"].concat()).collect();
        fs::write(path(), text).unwrap();
    }
}

#[test]
fn what_goes_on_is_sound_and_says_what_was_sent() {
    let lines = before();
    verify_lines(lines.iter().cloned().map(Ok)).unwrap();
    let mut log = MemoryLog::new(link);
    log.append(&lines).unwrap();
    let state = replay(&log, Known::Now).unwrap();
    let [first, second] = state.publications() else { panic!("two were sent") };
    assert_eq!((first.withdrawn.is_some(), second.withdrawn), (true, None));
    assert_eq!((second.sent.filter.bodies.len(), second.sent.evidence.len()), (2, 1));
    assert_eq!(state.hash(second.sent.size - 1), Some(second.sent.head));
    // Whoever records without looking at records knows them too.
    let desk = Desk::open_to_record(Box::new(log)).unwrap();
    assert_eq!(desk.state().publications(), state.publications());
}
