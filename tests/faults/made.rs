//! Calls that fail while a ledger is made: there is none then, or the whole one, and
//! the same command makes it.

use std::process::Stdio;
use std::time::{Duration, Instant};

use super::failing::{CALLS, Fault, copy, every_call};
use super::house::House;
use super::kill::pass;
use super::{Chance, LEDGER, has, say};
use crate::place::Place;

const OPENING: [&str; 4] = ["--source", "https://a.example/l", "--prefix", "org.a"];

/// A command that makes a ledger, where there is none but what it is made of, and how
/// many entries that has then.
struct Making {
    arguments: Vec<&'static str>,
    place: Place,
    size: usize,
}

/// Files to make a ledger of. Beside one that is restored lies what it names.
fn place(house: &House, arguments: &[&str]) -> Place {
    let place = copy(&house.place);
    let ledger = place.path().join(LEDGER);
    for file in std::fs::read_dir(&ledger).unwrap() {
        let file = file.unwrap();
        let is_beside = arguments[0] == "restore"
            && ["sealed", "accounts.json"].iter().any(|it| file.file_name() == **it);
        match file.file_type().unwrap().is_dir() {
            _ if is_beside => {}
            true => std::fs::remove_dir_all(file.path()).unwrap(),
            false => std::fs::remove_file(file.path()).unwrap(),
        }
    }
    place
}

fn makings() -> Vec<Making> {
    let house = House::new();
    let adopt = ["adopt", "table.csv", "--as-at", "2024-03-31", "--since", "2021-01-01", "--yes"];
    let all = [
        [&["init"], &OPENING[..]].concat(),
        [&["init"], &OPENING[..], &["--plan", "plan.toml"]].concat(),
        vec!["restore", "export.jsonl"],
        [&adopt[..], &OPENING].concat(),
        vec!["demo", LEDGER, "--fictif"],
    ];
    let making = |arguments: Vec<&'static str>| {
        let place = place(&house, &arguments);
        let whole = copy(&place);
        whole.done(&arguments);
        Making { size: lines(&whole).len(), place, arguments }
    };
    all.into_iter().map(making).collect()
}

fn lines(place: &Place) -> Vec<String> {
    place.done(&["export", "jsonl"]).lines().map(str::to_owned).collect()
}

/// The ledger is whole and sound, and is written to.
fn assert_whole(place: &Place, making: &Making, what: &str) {
    assert_eq!(lines(place).len(), making.size, "{what}");
    let verified = place.run(&["verify", "--lang", "en"]);
    assert!(verified.status.success(), "{what}: {}", String::from_utf8_lossy(&verified.stderr));
    assert!(!place.path().join(LEDGER).join("begun").exists(), "{what}");
    if making.arguments[0] == "restore" {
        let export = std::fs::read_to_string(place.path().join("export.jsonl")).unwrap();
        assert!(place.done(&["export", "jsonl"]).starts_with(&export), "{what}: other bytes");
    }
    if making.arguments[0] != "demo" {
        place.done(&["note", "après"]);
    }
}

/// One call fails. Where that is said, the ledger is whole nonetheless and the same
/// command says that it is there, or there is none and it makes it.
fn fail(making: &Making, fault: Fault) -> Option<()> {
    let place = copy(&making.place);
    let struck = fault.strike(&place, &making.arguments)?;
    let what = &struck.what;
    if struck.is_done {
        struck.receipts.assert_kept(&place, what);
    } else {
        let verified = place.run(&["verify", "--lang", "en"]);
        let is_there = verified.status.success();
        let again = place.run(&[&making.arguments[..], &["--lang", "en"]].concat());
        let told = String::from_utf8_lossy(&again.stderr).into_owned();
        if is_there && making.arguments[0] != "demo" {
            assert!(told.contains("there is a ledger in"), "{what}: {told}");
        } else {
            assert!(again.status.success(), "{what}: again: {told}");
        }
        if !is_there {
            let said = String::from_utf8_lossy(&verified.stderr).into_owned();
            assert!(said.contains("there is no ledger in"), "{what}: {said}");
        }
    }
    assert_whole(&place, making, what);
    Some(())
}

#[test]
fn a_ledger_is_made_or_there_is_none() {
    if !has("strace") {
        return;
    }
    for making in makings() {
        for (call, error, when) in [("write", "ENOSPC", 4), ("fdatasync", "EIO", 1), ("fdatasync", "EIO", 3)]
        {
            let failed = fail(&making, Fault::once(call, error, when));
            assert!(failed.is_some(), "{:?}: {call} {when}", making.arguments);
        }
    }
}

#[test]
#[ignore = "minutes: cargo test faults::made -- --ignored --nocapture"]
fn every_call_fails_while_a_ledger_is_made() {
    if !has("strace") {
        return;
    }
    for making in makings() {
        let count = every_call(&CALLS, |fault| fail(&making, fault));
        say(&format!("{}: {count} failures", making.arguments.join(" ")));
    }
}

/// A ledger whose making is killed at any moment: it is whole, or none, and the same
/// command makes it.
fn kill(making: &Making, time: Duration) -> bool {
    let place = copy(&making.place);
    let mut command = place.command(&making.arguments);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    pass(time);
    child.kill().unwrap();
    child.wait().unwrap();
    let what = format!("{:?}, killed after {time:?}", making.arguments);
    let is_there = place.run(&["verify"]).status.success();
    let again = place.run(&[&making.arguments[..], &["--lang", "en"]].concat());
    let told = String::from_utf8_lossy(&again.stderr).into_owned();
    let is_known = told.contains("there is a ledger in");
    assert!(again.status.success() || (is_there && is_known), "{what}: again: {told}");
    assert_whole(&place, making, &what);
    is_there
}

fn kill_each(rounds: u64, test: &str) {
    let mut chance = Chance::begun(test);
    for making in makings() {
        let begun = Instant::now();
        copy(&making.place).done(&making.arguments);
        let whole = begun.elapsed();
        let there = (0..rounds).filter(|_| kill(&making, chance.within(whole))).count();
        say(&format!("{}: {rounds} kills, {there} when it was made", making.arguments.join(" ")));
    }
}

#[test]
fn a_making_is_killed() {
    kill_each(2, "a_making_is_killed");
}

#[test]
#[ignore = "minutes: cargo test faults::made -- --ignored --nocapture"]
fn makings_are_killed() {
    kill_each(200, "makings_are_killed");
}
