//! What came to format 1 after its first ledgers: lines that go on from the end
//! of the committed ledger, committed in their turn.
//!
//! `JALON_REWRITE=format cargo test format` writes each chapter, and only where it
//! is not.

use std::fs;
use std::path::{Path, PathBuf};

use jalon::audit::{check_year, verify_lines};
use jalon::event::{EntryId, Hash, encode, link};
use jalon::figures::{ClosedValue, PlanChoice, Ruling};
use jalon::ledger::{Desk, Known, closed_values, leaf_of, replay};
use jalon::log::{Log, MemoryLog};
use jalon::proof::{Checkpoint, Growing, Handover, LedgerKey, SignedCheckpoint};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::committed;
use super::story::{Pen, about};
use crate::invented::{Clock, day};

/// The name of a file, and how its lines were written.
type Chapter = (&'static str, fn(&mut Pen));

/// What came, one after the other. A chapter goes on from the end of the one
/// before.
const CHAPTERS: [Chapter; 5] = [
    ("later", tables_sent),
    ("keys", keys_followed),
    ("years", years_closed),
    ("added", super::added::documents_added),
    ("samples", samples_drawn),
];

fn path(chapter: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format").join(chapter).with_extension("jsonl")
}

/// The committed ledger and all that goes on from it.
pub(crate) fn all() -> Vec<Vec<u8>> {
    before(CHAPTERS.len())
}

/// The committed ledger and the first chapters that go on from it.
fn before(chapters: usize) -> Vec<Vec<u8>> {
    let lines = |(name, _): &Chapter| {
        let text = fs::read(path(name)).unwrap();
        text.strip_suffix(b"\n").unwrap().split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>()
    };
    committed().into_iter().chain(CHAPTERS[..chapters].iter().flat_map(lines)).collect()
}

/// A table that was sent, of all entries before it.
pub(super) fn sent(lines: &[Vec<u8>], plan: &str) -> Value {
    json!({
        "asat": "2024-01-31", "blake3": Hash::of(b"table").to_string(), "format": "xlsx",
        "head": Hash::of(lines.last().unwrap()).to_string(), "on": "2024-01-31", "plan": plan,
        "size": lines.len(), "to": "Bailleur du Nord", "version": 1,
    })
}

/// The lines of a chapter, as they were written.
fn written(at: usize) -> Vec<Vec<u8>> {
    let before = before(at);
    let count = before.len();
    let last: Value = serde_json::from_slice(before.last().unwrap()).unwrap();
    let clock = Clock(last["recordedtime"].as_str().unwrap().parse().unwrap());
    let mut pen = Pen::after(before, clock);
    pen.begin_at(20_000 + 1_000 * u64::try_from(at).unwrap(), 1);
    CHAPTERS[at].1(&mut pen);
    pen.lines.split_off(count)
}

fn tables_sent(pen: &mut Pen) {
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
}

/// The key of the committed ledger, which is published, and two that follow it.
pub(super) fn key(number: u8) -> LedgerKey {
    let first = include_str!("../../events/ceimia/demonstration.key");
    let own = first.replace("registre.example.org/ceimia", "registre.example/quai");
    match number {
        0 => LedgerKey::from_file(&own).unwrap(),
        seed => LedgerKey::from_seed("registre.example/quai", &[seed; 32]).unwrap(),
    }
}

/// A hand-over between two of these keys, as it stands in the next entry.
pub(super) fn handover(size: usize, former: u8, next: u8, by_both: bool) -> String {
    let (former, next) = (key(former), key(next));
    let handover = Handover {
        origin: "registre.example/quai".into(),
        size: u64::try_from(size).unwrap(),
        former: former.verifier(),
        next: next.verifier(),
    };
    let note = handover.signed(by_both.then_some(&former), &next).to_string();
    note.trim_end().to_owned()
}

/// A checkpoint of entries that nobody has, as it stands in an entry.
pub(super) fn lost_checkpoint(size: usize, by: u8) -> String {
    let size = u64::try_from(size).unwrap();
    let checkpoint = Checkpoint { origin: "registre.example/quai".into(), size, root: [7; 32] };
    checkpoint.signed(&key(by)).note.to_string().trim_end().to_owned()
}

fn keys_followed(pen: &mut Pen) {
    let data = |size: usize, next: u8| json!({"handover": handover(size, next - 1, next, next == 1), "verifierkey": key(next).verifier().to_string()});
    pen.write("jalon.key.rotated", json!({"data": data(pen.lines.len(), 1)}));
    let mut resumed = data(pen.lines.len(), 2);
    resumed["checkpoint"] = lost_checkpoint(pen.lines.len() + 40, 1).into();
    resumed["reason"] = "Sauvegarde remise en place.".into();
    resumed["size"] = pen.lines.len().into();
    pen.write("jalon.ledger.resumed", json!({"data": resumed}));
    let mut again = data(pen.lines.len(), 3);
    again["handover"] = handover(pen.lines.len(), 2, 3, true).into();
    again["reason"] = "Chaque année.".into();
    pen.write("jalon.key.rotated", json!({"data": again}));
}

/// A checkpoint of the first lines, by one of these keys, as it stands in an entry.
pub(super) fn checkpoint(lines: &[Vec<u8>], by: u8) -> String {
    let mut tree = Growing::default();
    for line in lines {
        tree.push(leaf_of(Hash::of(line)));
    }
    let checkpoint =
        Checkpoint { origin: "registre.example/quai".into(), size: tree.size(), root: tree.root() };
    checkpoint.signed(&key(by)).note.to_string().trim_end().to_owned()
}

/// The values of the year to a day, as they are written down.
fn values(lines: &[Vec<u8>], asat: &str) -> Vec<Value> {
    let mut log = MemoryLog::new(link);
    log.append(lines).unwrap();
    let state = replay(&log, Known::Now).unwrap();
    let ruling = Ruling::at(&state, &PlanChoice::default(), day(asat)).unwrap();
    let json = |value: &ClosedValue| {
        let mut bytes = Vec::new();
        encode(value.to_json().as_object().unwrap(), &mut bytes);
        serde_json::from_slice(&bytes).unwrap()
    };
    closed_values(&state, &ruling, day(asat)).iter().map(json).collect()
}

/// How many rules of the plan's first version are not approved.
fn unapproved(lines: &[Vec<u8>]) -> usize {
    let mut log = MemoryLog::new(link);
    log.append(lines).unwrap();
    let state = replay(&log, Known::Now).unwrap();
    let ruling = Ruling::at(&state, &PlanChoice::default(), day("2023-06-30")).unwrap();
    ruling.indicators().filter(|it| it.approved.is_none()).count()
}

/// Two years: one closed in one entry and sent, then closed again in two.
fn years_closed(pen: &mut Pen) {
    let unapproved = unapproved(&pen.lines);
    let (asat, before) = ("2023-06-30", pen.lines.clone());
    let all = values(&before, asat);
    let closed = json!({
        "asat": asat, "checkpoint": checkpoint(&before, 3), "open": 2, "plan": "quai-2022",
        "reason": "Clos malgré deux vérifications.", "unapproved": unapproved, "values": all, "version": 1,
    });
    let first = pen.write("jalon.fiscalyear.closed", json!({"data": closed}));
    let notified = json!({"closing": first.to_string(), "on": "2024-02-01", "to": "Bailleur du Nord"});
    pen.write("jalon.fiscalyear.notified", json!({"data": notified}));
    let (before, again) = (pen.lines.clone(), values(&pen.lines, asat));
    let (some, others) = again.split_at(1);
    let part = pen.write("jalon.fiscalyear.valued", json!({"data": {"values": some}}));
    let closed = json!({
        "again": first.to_string(), "asat": asat, "checkpoint": checkpoint(&before, 3),
        "parts": [part.to_string()], "plan": "quai-2022", "reason": "Une seconde fois.", "unapproved": unapproved,
        "values": others, "version": 1,
    });
    pen.write("jalon.fiscalyear.closed", json!({"data": closed}));
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

fn samples_drawn(pen: &mut Pen) {
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

#[test]
fn what_goes_on_is_written_where_it_is_not() {
    let rewrites = std::env::var("JALON_REWRITE").is_ok_and(|what| what == "format");
    for (at, (name, _)) in CHAPTERS.iter().enumerate() {
        // Lines that were committed stay.
        if rewrites && !path(name).exists() {
            let text: Vec<u8> = written(at).iter().flat_map(|line| [&line[..], b"\n"].concat()).collect();
            fs::write(path(name), text).unwrap();
        }
        assert!(path(name).exists(), "JALON_REWRITE=format writes {}", path(name).display());
    }
}

#[test]
fn what_goes_on_is_sound_and_says_what_was_sent() {
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
}

#[test]
fn the_samples_that_were_drawn_are_known_with_what_was_found() {
    let mut log = MemoryLog::new(link);
    log.append(&all()).unwrap();
    let state = replay(&log, Known::Now).unwrap();
    let [sample, gone] = state.samples() else { panic!("two were drawn") };
    assert_eq!((sample.tests.len(), gone.withdrawn.is_some()), (2, true));
    let last = sample.last_test(sample.tests[0].entry).unwrap();
    assert_eq!((last.exception, last.evidence.len()), (true, 1));
    let desk = Desk::open_to_record(Box::new(log)).unwrap();
    assert_eq!(desk.state().samples(), state.samples());
}

#[test]
fn the_keys_that_followed_are_known_with_the_sizes_that_they_sign() {
    let lines = all();
    let mut log = MemoryLog::new(link);
    log.append(&lines).unwrap();
    let state = replay(&log, Known::Now).unwrap();
    let [first, second, third] = state.key_changes() else { panic!("three followed") };
    assert_eq!((first.lost.is_some(), second.lost.is_some(), third.lost.is_some()), (false, true, false));
    for (at, change) in [first, second, third].into_iter().enumerate() {
        let (before, after) = (state.verifier_at(change.sequence), state.verifier_at(change.sequence + 1));
        let number = |more: usize| key(u8::try_from(at + more).unwrap()).verifier().to_string();
        assert_eq!((before, after), (number(0).as_str(), number(1).as_str()));
    }
}

#[test]
fn the_years_that_were_closed_are_known_with_their_values() {
    let lines = all();
    let mut log = MemoryLog::new(link);
    log.append(&lines).unwrap();
    let state = replay(&log, Known::Now).unwrap();
    let [first, second] = state.closed_years() else { panic!("two were closed") };
    assert_eq!((first.sent.len(), first.open), (1, 2));
    assert_eq!(usize::try_from(first.unapproved).unwrap(), unapproved(&lines));
    assert_eq!((second.again, second.size), (Some(first.id), second.sequence - 1));
    assert_eq!(first.values, second.values, "in one entry or in two");
    assert_eq!(state.closed_year("quai-2022", day("2023-06-30")), Some(second));
    for year in [first, second] {
        let known = replay(&log, Known::Sequence(year.size - 1)).unwrap();
        let root = SignedCheckpoint::read(&year.checkpoint).unwrap().checkpoint.root;
        let roots = std::collections::BTreeMap::from([(year.size, root)]);
        let (same, findings) = check_year(year, &known, &roots);
        assert_eq!((same, findings.len()), (year.values.len() as u64, 0));
    }
}
