//! What came to format 1 after its first ledgers: lines that go on from the end
//! of the committed ledger, committed in their turn.
//!
//! `JALON_REWRITE=format cargo test format` writes their files, and only those that
//! are not there.

use std::fs;
use std::path::{Path, PathBuf};

use jalon::audit::verify_lines;
use jalon::event::{EntryId, Hash, link};
use jalon::ledger::{Desk, Known, replay};
use jalon::log::{Log, MemoryLog};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::committed;
use super::story::{Pen, about};
use crate::invented::Clock;

/// Files of lines, each of which goes on from the end of the one before, and what
/// wrote it.
const PARTS: [(&str, fn(&mut Pen)); 2] = [("later.jsonl", publications), ("sampled.jsonl", samples)];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format").join(name)
}

/// The committed ledger and all that goes on from it.
pub(crate) fn all() -> Vec<Vec<u8>> {
    with_parts(PARTS.len())
}

/// The same with the first of its parts only.
fn with_parts(count: usize) -> Vec<Vec<u8>> {
    let mut all = committed();
    for (name, _) in &PARTS[..count] {
        let text = fs::read(path(name)).unwrap();
        all.extend(text.strip_suffix(b"\n").unwrap().split(|byte| *byte == b'\n').map(<[u8]>::to_vec));
    }
    all
}

/// A table that was sent, of all entries before it.
pub(super) fn sent(lines: &[Vec<u8>], plan: &str) -> Value {
    json!({
        "asat": "2024-01-31", "blake3": Hash::of(b"table").to_string(), "format": "xlsx",
        "head": Hash::of(lines.last().unwrap()).to_string(), "on": "2024-01-31", "plan": plan,
        "size": lines.len(), "to": "Bailleur du Nord", "version": 1,
    })
}

/// The lines of a part, as they were written.
fn story(part: usize) -> Vec<Vec<u8>> {
    let before = with_parts(part);
    let count = before.len();
    let last: Value = serde_json::from_slice(before.last().unwrap()).unwrap();
    let clock = Clock(last["recordedtime"].as_str().unwrap().parse().unwrap());
    let mut pen = Pen::after(before, clock);
    (PARTS[part].1)(&mut pen);
    pen.lines.split_off(count)
}

/// A sample of the first value of a plan, of all entries before it.
pub(super) fn drawn(lines: &[Vec<u8>], plan: &str) -> Value {
    let told: Vec<Value> = lines.iter().map(|line| serde_json::from_slice(line).unwrap()).collect();
    let is_it = |it: &&Value| it["type"] == "jalon.plan.adopted" && it["data"]["id"] == plan;
    let adopted = told.iter().find(is_it).unwrap()["data"]["definitions"].as_array().unwrap().clone();
    let named = adopted.iter().map(|place| &told[usize::try_from(place.as_u64().unwrap()).unwrap()]);
    let first = named.into_iter().find(|it| it["type"] == "jalon.indicator.defined").unwrap();
    json!({
        "asat": "2024-01-31", "head": Hash::of(lines.last().unwrap()).to_string(),
        "indicator": first["data"]["id"], "items": 5, "method": "random", "plan": plan, "seed": "2024",
        "size": lines.len(), "version": 1,
    })
}

/// The first activity, and the hash of its line.
pub(super) fn first_activity(lines: &[Vec<u8>]) -> (EntryId, String) {
    let is_it = |line: &&Vec<u8>| {
        let entry: Value = serde_json::from_slice(line).unwrap();
        entry["type"] == "example.quai.workshop.held"
    };
    let line = lines.iter().find(is_it).unwrap();
    let entry: Value = serde_json::from_slice(line).unwrap();
    (entry["id"].as_str().unwrap().parse().unwrap(), Hash::of(line).to_string())
}

fn samples(pen: &mut Pen) {
    pen.begin_at(21_000, 1);
    let plain = drawn(&pen.lines, "quai-2022");
    let sample = pen.write("jalon.sample.drawn", json!({"data": plain}));
    let (entry, version) = first_activity(&pen.lines);
    let agrees = json!({"exception": false, "sample": sample.to_string(), "version": version});
    pen.write("jalon.sample.tested", about(entry, agrees.clone()));
    let mut found = agrees;
    found["audited"] = "0".into();
    found["evidence"] = json!([document(b"papier", "papier.xlsx")]);
    found["exception"] = true.into();
    found["on"] = "2024-01-31".into();
    found["remark"] = "Aucune pièce.".into();
    pen.write("jalon.sample.tested", about(entry, found));
    let mut full = drawn(&pen.lines, "quai-2022");
    full["above"] = "1000.5".into();
    full["filter"] = json!(["organisation/algue"]);
    full["method"] = "monetary".into();
    let wrong = pen.write("jalon.sample.drawn", json!({"data": full}));
    pen.write("jalon.entry.withdrawn", about(wrong, json!({"reason": "Autre germe."})));
}

/// What an entry says of a document.
fn document(bytes: &[u8], name: &str) -> Value {
    json!({
        "blake3": Hash::of(bytes).to_string(), "bytes": bytes.len(), "kind": "other",
        "mediatype": "application/pdf", "name": name, "sha256": format!("{:x}", Sha256::digest(bytes)),
    })
}

fn publications(pen: &mut Pen) {
    pen.begin_at(20_000, 1);
    let plain = sent(&pen.lines, "quai-2022");
    let wrong = pen.write("jalon.table.published", json!({"data": plain}));
    pen.write("jalon.entry.withdrawn", about(wrong, json!({"reason": "Autre destinataire."})));
    let mut full = sent(&pen.lines, "quai-2022");
    let document = b"rapport";
    full["blake3"] = Hash::of(document).to_string().into();
    full["comparedto"] = "2023-01-31".into();
    full["evidence"] = json!([self::document(document, "rapport.pdf")]);
    full["filter"] = json!(["organisation/algue", "project/digue"]);
    full["format"] = "other".into();
    full["language"] = "fr".into();
    pen.write("jalon.table.published", json!({"data": full}));
}

#[test]
fn what_goes_on_is_written_where_it_is_not() {
    if std::env::var("JALON_REWRITE").is_ok_and(|what| what == "format") {
        // Lines that were committed stay: a part is written where it is not.
        for (part, (name, _)) in PARTS.iter().enumerate().filter(|(_, (name, _))| !path(name).exists()) {
            let text: Vec<u8> = story(part).iter().flat_map(|line| [&line[..], b"\n"].concat()).collect();
            fs::write(path(name), text).unwrap();
        }
    }
}

#[test]
fn what_goes_on_is_sound_and_says_what_was_sent_and_found() {
    let lines = all();
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
    let [sample, gone] = state.samples() else { panic!("two were drawn") };
    assert_eq!((sample.tests.len(), gone.withdrawn.is_some()), (2, true));
    let last = sample.last_test(sample.tests[0].entry).unwrap();
    assert_eq!((last.exception, last.evidence.len()), (true, 1));
    assert_eq!(desk.state().samples(), state.samples());
}
