//! A large import, beside SQLite doing the same work: text in, decoded, validated,
//! hashed, ids unique, found by type and day, synced every 1,000 rows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use jalon::event::{Day, Entry, MAX_IMPORT_ROWS, Period, types};
use jalon::ledger::Folder;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use crate::bodies;
use crate::grown::{Grown, copy, lines_of};
use crate::process::Measured;
use crate::quantity::{Bound, Quantity};
use crate::rows::Rows;
use crate::sqlite::{Database, Kept};

/// Rows that are durable together.
const TOGETHER: usize = 1_000;
/// The most memory that anything may have.
pub(crate) const MEMORY: Bound = Bound::Is(Quantity::Bytes(400_000_000));

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    let scratch = grown.scratch();
    let count = grown.size.min(MAX_IMPORT_ROWS);
    let file = scratch.join("rows.jsonl");
    write(&file, count);
    let (sqlite, counts) = into_sqlite(&file, &scratch.join("entries.sqlite"));
    let what = "import, whole process (validated, hashed, indexed, synced)";
    let ledger = scratch.join("imported.jalon");
    Measured::jalon(&ledger, &["demo", ledger.to_str().unwrap()]).run().unwrap();
    let before = counts_of(&ledger);
    let imported = match import(&ledger, &file) {
        Ok(imported) => imported,
        Err(why) => return rows.pass_over(what, &why),
    };
    assert_eq!(less(counts_of(&ledger), &before), counts);
    let sqlite = Quantity::rate(count, sqlite);
    let row = rows.row(what, Quantity::rate(count, imported.time)).of(count).beside("SQLite", sqlite);
    row.within(Bound::Is(Quantity::Rate(100_000))).within(Bound::Least(500)).tell();
    let row = rows.row("import, peak memory", Quantity::Bytes(imported.peak)).of(count);
    row.within(MEMORY).tell();
    into_grown(grown, rows);
}

/// A small import into the grown ledger.
fn into_grown(grown: &Grown, rows: &mut Rows) {
    let scratch = grown.scratch();
    let (ledger, file) = (scratch.join("grown.jalon"), scratch.join("rows.jsonl"));
    copy(&grown.ledger(), &ledger);
    write(&file, TOGETHER);
    match import(&ledger, &file) {
        Err(why) => rows.pass_over("import of 1,000 rows into the ledger", &why),
        Ok(imported) => {
            let time = Quantity::Time(imported.time);
            rows.row("import of 1,000 rows into the ledger", time).tell();
            let peak = Quantity::Bytes(imported.peak);
            rows.row("import of 1,000 rows into the ledger, peak memory", peak).within(MEMORY).tell();
        }
    }
}

fn import(ledger: &Path, file: &Path) -> Result<crate::process::Ended, String> {
    Measured::jalon(ledger, &["import", "--accept-clock", file.to_str().unwrap()]).run()
}

fn write(file: &Path, count: usize) {
    let mut out = BufWriter::new(File::create(file).unwrap());
    bodies::rows().take(count).for_each(|row| writeln!(out, "{row}").unwrap());
    out.flush().unwrap();
}

/// How many activities of each type a ledger has.
fn counts_of(ledger: &Path) -> BTreeMap<String, usize> {
    let reading = Folder::new(ledger, SystemTime::now()).read().unwrap();
    let mut counts = BTreeMap::new();
    for line in reading.lines().unwrap() {
        let kind = Entry::read(&line.unwrap()).unwrap().draft.kind;
        if !kind.starts_with(types::PREFIX) {
            *counts.entry(bodies::short(&kind).to_owned()).or_default() += 1;
        }
    }
    counts
}

/// What is in the one and was not in the other.
fn less(mut counts: BTreeMap<String, usize>, before: &BTreeMap<String, usize>) -> BTreeMap<String, usize> {
    for (kind, count) in before {
        *counts.get_mut(kind).unwrap() -= count;
    }
    counts.retain(|_, count| *count > 0);
    counts
}

/// A row as SQLite's user would read it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'l> {
    id: Uuid,
    #[serde(rename = "type")]
    kind: &'l str,
    occurredfrom: &'l str,
    occurredto: &'l str,
    subject: Option<&'l str>,
    basis: &'l str,
    fields: serde_json::Map<String, Value>,
}

impl Row<'_> {
    /// The least that is looked at: type, days and every body that is named.
    fn is_valid(&self, kinds: &BTreeSet<String>, bodies: &BTreeSet<String>) -> bool {
        let days = [self.occurredfrom, self.occurredto].map(str::parse::<Day>);
        let [Ok(from), Ok(to)] = days else { return false };
        kinds.contains(self.kind)
            && Period::new(from, to).is_ok()
            && self.basis == "firsthand"
            && self.subject.is_none_or(|subject| bodies.contains(subject))
            && self.fields.values().all(|value| names_known(value, bodies))
    }
}

fn names_known(value: &Value, bodies: &BTreeSet<String>) -> bool {
    match value {
        Value::String(text) => !text.starts_with("organisation/") || bodies.contains(text),
        Value::Array(items) => items.iter().all(|item| names_known(item, bodies)),
        _ => true,
    }
}

/// How long SQLite takes for a file, and what is in it then.
fn into_sqlite(file: &Path, database: &Path) -> (Duration, BTreeMap<String, usize>) {
    let (kinds, bodies) = bodies::known();
    let mut database = Database::create(database);
    let start = Instant::now();
    let mut lines = lines_of(file);
    loop {
        let group: Vec<Vec<u8>> = lines.by_ref().take(TOGETHER).collect();
        if group.is_empty() {
            break;
        }
        database.add(group.iter().map(|line| {
            let line = std::str::from_utf8(line).unwrap();
            let row: Row<'_> = serde_json::from_str(line).unwrap();
            assert!(row.is_valid(&kinds, &bodies), "{line}");
            Kept { id: *row.id.as_bytes(), kind: row.kind, day: row.occurredfrom, line }
        }));
    }
    (start.elapsed(), database.counts())
}
