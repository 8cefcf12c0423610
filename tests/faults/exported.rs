//! Calls that fail while something is read or written out: a file is there as a whole or
//! not at all, the ledger stays as it was, and the same command does it then.

use std::path::{Path, PathBuf};

use super::failing::{CALLS, Fault, copy, every_call};
use super::house::House;
use super::{LEDGER, has, say};
use crate::place::{Place, files_below};

/// A command that writes something out or only looks, and what that gives.
struct Written {
    arguments: Vec<&'static str>,
    printed: Vec<u8>,
    files: Vec<(PathBuf, Vec<u8>)>,
}

/// Each kind of file; `adopt` writes its plan without a ledger.
fn all(house: &House) -> Vec<Written> {
    let adopt = ["adopt", "table.csv", "--as-at", "2024-03-31", "--since", "2021-01-01", "--yes"];
    let table =
        |format: [&'static str; 3]| [&["kpi", "--as-at", "2024-12-31", "--format"], &format[..]].concat();
    let commands = [
        vec!["export", "jsonl"],
        vec!["verify"],
        vec!["journal"],
        vec!["template", "all", "out.xlsx"],
        [&adopt[..], &["--plan-out", "out.toml"]].concat(),
        table(["xlsx", "--out", "out.xlsx"]),
        table(["csv", "--out", "out/"]),
        table(["html", "--out", "out.html"]),
    ];
    let written = |arguments: Vec<&'static str>| {
        let arguments = [&arguments[..], &["--lang", "fr"]].concat();
        let place = copy(&house.place);
        let printed = place.done(&arguments).into_bytes();
        Written { arguments, printed, files: files(&place) }
    };
    commands.into_iter().map(written).collect()
}

/// What lies in a place but what is derived from the ledger, the lock and the trace.
fn files(place: &Place) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = files_below(place.path(), Path::new(""));
    let is_kept = |name: &Path| match name.strip_prefix(LEDGER) {
        Ok(name) => name.starts_with("lines"),
        Err(_) => name != Path::new("trace"),
    };
    files.retain(|(name, _)| is_kept(name));
    files.sort();
    files
}

/// One call fails.
fn fail(house: &House, written: &Written, fault: Fault) -> Option<()> {
    let place = copy(&house.place);
    let struck = fault.strike(&place, &written.arguments)?;
    let what = &struck.what;
    for (name, bytes) in files(&place) {
        let whole = written.files.iter().find(|(it, _)| *it == name).map(|(_, bytes)| bytes);
        assert!(whole == Some(&bytes), "{what}: {}: half of it is there", name.display());
    }
    if struck.is_done {
        let is_export = written.arguments[0] == "export";
        assert!(!is_export || struck.printed == written.printed, "{what}: not all of it was printed");
    } else {
        let again = place.run(&written.arguments);
        let told = String::from_utf8_lossy(&again.stderr).into_owned();
        // What could not be told may be written nonetheless.
        let is_there = files(&place) == written.files;
        assert!(again.status.success() || is_there, "{what}: {}\nagain: {told}", struck.told);
    }
    assert!(files(&place) == written.files, "{what}: it is not there");
    Some(())
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    if !has("strace") {
        return;
    }
    let house = House::new();
    for written in all(&house) {
        let failed = fail(&house, &written, Fault::once("write", "ENOSPC", 1));
        assert!(failed.is_some(), "{:?}", written.arguments);
    }
}

#[test]
#[ignore = "minutes: cargo test faults::exported -- --ignored --nocapture"]
fn every_call_fails_while_a_file_is_written() {
    if !has("strace") {
        return;
    }
    let house = House::new();
    for written in all(&house) {
        let count = every_call(&CALLS, |fault| fail(&house, &written, fault));
        say(&format!("{}: {count} failures", written.arguments.join(" ")));
    }
}
