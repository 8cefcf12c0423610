//! Format 1: the committed ledger that every later build opens, verifies and
//! answers the same table from.
//!
//! `JALON_REWRITE=format cargo test format` writes it, and only where the
//! folder `tests/format/1` is not: a ledger that was committed stays.

mod added;
mod document;
pub(crate) mod later;
pub(crate) mod long_ago;
mod python;
mod story;
mod strangers;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use jalon::audit::verify_lines;
use jalon::event::{link, types};
use jalon::figures::{Filter, PlanChoice, Question, Ruling, table};
use jalon::ledger::{Known, replay};
use jalon::log::{DurableLog, Log, MemoryLog, Options, TwinReader};
use jalon::present::kpi_json;
use serde_json::{Value, json};
use story::{Pen, dated};

use crate::invented::{Clock, day};

/// The dates and places of the kept tables.
const TABLES: [(&str, Option<u64>); 4] =
    [("2023-06-30", None), ("2023-12-31", None), ("2024-01-31", None), ("2023-12-31", Some(85))];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format/1")
}

fn options() -> Options {
    Options::new(link, SystemTime::now())
}

pub(crate) fn committed() -> Vec<Vec<u8>> {
    let text = fs::read(folder().join("log.jsonl")).unwrap();
    text.strip_suffix(b"\n").unwrap().split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn table_name(asat: &str, known: Option<u64>) -> String {
    known.map_or_else(|| format!("{asat}.json"), |known| format!("{asat}-known-at-{known}.json"))
}

fn table_of(log: &dyn Log, asat: &str, known: Option<u64>) -> Value {
    let state = replay(log, known.map_or(Known::Now, Known::Sequence)).unwrap();
    let ruling = Ruling::at(&state, &PlanChoice::default(), day(asat)).unwrap();
    kpi_json(&table(&Question::new(&state, &ruling, day(asat), Filter::default())))
}

/// A copy of the committed folder, which opening may write into.
fn copy() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    copy_folder(&folder().join("ledger"), dir.path());
    dir
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Whether all that was kept is said again; a later build may say more.
fn says(now: &Value, kept: &Value) -> bool {
    match (now, kept) {
        (Value::Object(now), Value::Object(kept)) => {
            kept.iter().all(|(name, kept)| now.get(name).is_some_and(|now| says(now, kept)))
        }
        (Value::Array(now), Value::Array(kept)) => {
            now.len() == kept.len() && now.iter().zip(kept).all(|(now, kept)| says(now, kept))
        }
        (now, kept) => now == kept,
    }
}

#[test]
fn the_story_is_written_where_none_is() {
    if std::env::var("JALON_REWRITE").is_ok_and(|what| what == "format") {
        assert!(!folder().exists(), "a committed ledger stays: delete {} first", folder().display());
        let lines = story::lines();
        fs::create_dir_all(folder()).unwrap();
        let text: Vec<u8> = lines.iter().flat_map(|line| [&line[..], b"\n"].concat()).collect();
        fs::write(folder().join("log.jsonl"), text).unwrap();
        let ledger = folder().join("ledger");
        fs::create_dir(&ledger).unwrap();
        let mut log = DurableLog::create(&ledger, &options()).unwrap();
        log.append(&lines).unwrap();
        for (asat, known) in TABLES {
            let table = serde_json::to_string_pretty(&table_of(&log, asat, known)).unwrap() + "\n";
            fs::write(folder().join(table_name(asat, known)), table).unwrap();
        }
        drop(log);
        story::lay_document(&ledger);
        // Neither travels in a repository.
        fs::remove_file(ledger.join("lock")).unwrap();
        fs::remove_dir(ledger.join("store/blobs")).unwrap();
    }
}

#[test]
fn the_story_has_every_type_and_is_sound() {
    let lines = story::lines();
    verify_lines(lines.iter().cloned().map(Ok)).unwrap();
    let kinds: BTreeSet<String> = later::all()
        .iter()
        .map(|line| serde_json::from_slice::<Value>(line).unwrap()["type"].as_str().unwrap().to_owned())
        .collect();
    let missing: Vec<_> = types::ALL.iter().filter(|kind| !kinds.contains(**kind)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_committed_ledger_opens_verifies_and_answers_the_same() {
    let dir = copy();
    let mut log = DurableLog::open(dir.path(), &options()).unwrap();
    assert!(log.take_notices().is_empty());
    let lines: Vec<Vec<u8>> = log.read(0).unwrap().map(Result::unwrap).collect();
    assert_eq!(lines, committed());
    let store = verify_lines(log.read(0).unwrap()).unwrap();
    let twin = TwinReader::open(dir.path()).unwrap();
    assert_eq!(verify_lines(twin.read(0).unwrap()).unwrap(), store);
    let mut memory = MemoryLog::new(link);
    memory.append(&lines).unwrap();
    for (asat, known) in TABLES {
        let name = table_name(asat, known);
        let kept: Value = serde_json::from_slice(&fs::read(folder().join(&name)).unwrap()).unwrap();
        let logs: [&dyn Log; 3] = [&log, &twin, &memory];
        for log in logs {
            assert!(says(&table_of(log, asat, known), &kept), "{name} differs");
        }
    }
}

/// What is no longer recorded stands in ledgers that were written before.
#[test]
fn what_is_refused_when_it_is_written_is_read_as_before() {
    let told: Vec<Value> = committed().iter().map(|line| serde_json::from_slice(line).unwrap()).collect();
    let last = told.last().unwrap()["recordedtime"].as_str().unwrap().parse().unwrap();
    let mut pen = Pen::after(committed(), Clock(last));
    pen.begin_at(6_000, 1);
    let ends_before = json!({"begins": "2023-06-01", "ends": "2022-10-31", "project": "project/digue"});
    pen.write("example.quai.agreement.signed", dated("2023-05-20", json!({"fields": ends_before})));
    let versions =
        told.iter().filter(|it| it["type"] == "jalon.target.set" && it["data"]["id"] == "workshops");
    let too_fine = json!({"id": "workshops", "value": "3.5", "version": versions.count() + 1});
    pen.write("jalon.target.set", json!({"data": too_fine}));
    verify_lines(pen.lines.iter().cloned().map(Ok)).unwrap();
    let mut log = MemoryLog::new(link);
    log.append(&pen.lines).unwrap();
    assert_eq!(replay(&log, Known::Now).unwrap().size(), pen.lines.len() as u64);
}

#[test]
fn the_command_line_opens_it_too() {
    let dir = copy();
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_jalon"))
            .args(arguments)
            .env_clear()
            .env("JALON_LEDGER", dir.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    run(&["verify"]);
    assert_eq!(run(&["export", "jsonl"]), fs::read(folder().join("log.jsonl")).unwrap());
    let table: Value =
        serde_json::from_slice(&run(&["kpi", "--as-at", "2023-12-31", "--format", "json"])).unwrap();
    let kept = fs::read(folder().join("2023-12-31.json")).unwrap();
    assert!(says(&table, &serde_json::from_slice(&kept).unwrap()));
}
