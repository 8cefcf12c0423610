//! Calls that fail while a copy is made anew from the other, or what is derived.

use std::process::Stdio;
use std::time::{Duration, Instant};

use super::failing::{CALLS, Fault, copy, every_call};
use super::house::House;
use super::kill::pass;
use super::{Chance, LEDGER, has, say};
use crate::place::Place;

/// A ledger with one copy damaged, and the copy that is whole.
struct Damaged {
    house: House,
    whole: &'static str,
    lines: String,
}

impl Damaged {
    /// The other copy is damaged by this.
    fn new(whole: &'static str, damage: fn(&std::path::Path)) -> Self {
        let house = House::new();
        let lines = house.place.done(&["export", "jsonl"]);
        damage(&house.place.path().join(LEDGER));
        Self { house, whole, lines }
    }

    fn all() -> [Self; 2] {
        [
            Self::new("twin", |ledger| std::fs::write(ledger.join("store/doubtful"), "essai").unwrap()),
            Self::new("store", |ledger| {
                let first = ledger.join("lines/00000000000000000000.jsonl");
                let mut bytes = std::fs::read(&first).unwrap();
                bytes[70] ^= 1;
                std::fs::write(first, bytes).unwrap();
            }),
        ]
    }

    fn arguments(&self) -> [&'static str; 3] {
        ["repair", "--from", self.whole]
    }

    /// The same repair is done; or the other copy is whole by now, and that is said.
    fn repair_again(&self, place: &Place, what: &str) {
        let again = place.run(&self.arguments());
        let told = String::from_utf8_lossy(&again.stderr).into_owned();
        if !again.status.success() {
            let other = if self.whole == "twin" { "--from store" } else { "--from twin" };
            assert!(told.contains(other), "{what}\nagain: {told}");
            place.done(&["repair", "--from", other.split_once(' ').unwrap().1]);
        }
    }

    /// It is killed at a moment; whether it was done by then.
    fn kill(&self, time: Duration) -> bool {
        let place = copy(&self.house.place);
        let mut command = place.command(&self.arguments());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        pass(time);
        child.kill().unwrap();
        child.wait().unwrap();
        let what = format!("{:?}, killed after {time:?}", self.arguments());
        let is_done = place.run(&["verify"]).status.success();
        self.repair_again(&place, &what);
        assert!(place.done(&["export", "jsonl"]).starts_with(&self.lines), "{what}: other entries");
        self.house.receipts.assert_kept(&place, &what);
        is_done
    }

    /// One call fails; the copy that is whole stays so, and the repair is done then.
    fn fail(&self, fault: Fault) -> Option<()> {
        let place = copy(&self.house.place);
        let struck = fault.strike(&place, &self.arguments())?;
        let what = &struck.what;
        if !struck.is_done {
            self.repair_again(&place, &format!("{what}: {}", struck.told));
        }
        assert!(place.done(&["export", "jsonl"]).starts_with(&self.lines), "{what}: other entries");
        struck.receipts.assert_kept(&place, what);
        self.house.receipts.assert_kept(&place, what);
        Some(())
    }
}

#[test]
fn a_call_fails_in_a_repair() {
    if !has("strace") {
        return;
    }
    for damaged in Damaged::all() {
        for (call, error, when) in [("rename", "EIO", 1), ("fdatasync", "EIO", 1), ("write", "ENOSPC", 3)] {
            let failed = damaged.fail(Fault::once(call, error, when));
            assert!(failed.is_some(), "{}: {call} {when}", damaged.whole);
        }
    }
}

fn kill_each(rounds: u64, test: &str) {
    let mut chance = Chance::begun(test);
    for damaged in Damaged::all() {
        let begun = Instant::now();
        copy(&damaged.house.place).done(&damaged.arguments());
        let whole = begun.elapsed();
        let done = (0..rounds).filter(|_| damaged.kill(chance.within(whole))).count();
        say(&format!("repair --from {}: {rounds} kills, {done} when it was done", damaged.whole));
    }
}

#[test]
fn a_repair_is_killed() {
    kill_each(2, "a_repair_is_killed");
}

#[test]
#[ignore = "minutes: cargo test faults::mended -- --ignored --nocapture"]
fn repairs_are_killed() {
    kill_each(200, "repairs_are_killed");
}

#[test]
#[ignore = "minutes: cargo test faults::mended -- --ignored --nocapture"]
fn every_call_fails_in_a_repair() {
    if !has("strace") {
        return;
    }
    for damaged in Damaged::all() {
        let count = every_call(&CALLS, |fault| damaged.fail(fault));
        say(&format!("repair --from {}: {count} failures", damaged.whole));
    }
}

/// What is derived is made or not: nothing rests on it.
fn fail_rebuild(house: &House, arguments: &[&str], fault: Fault) -> Option<()> {
    let place = copy(&house.place);
    let struck = fault.strike(&place, arguments)?;
    house.receipts.assert_kept(&place, &struck.what);
    assert_same_table(&house.place, &place, &struck.what);
    place.done(arguments);
    house.receipts.assert_kept(&place, &struck.what);
    Some(())
}

fn assert_same_table(before: &Place, after: &Place, what: &str) {
    let table = ["kpi", "--as-at", "2024-12-31", "--format", "json"];
    assert_eq!(before.done(&table), after.done(&table), "{what}");
}

#[test]
fn a_call_fails_in_a_rebuild() {
    if has("strace") {
        let house = House::new();
        house.place.done(&["rebuild"]);
        for call in ["write", "openat"] {
            let fault = Fault::once(call, "ENOSPC", if call == "write" { 2 } else { 9 });
            assert!(fail_rebuild(&house, &["rebuild"], fault).is_some(), "{call}");
        }
    }
}

#[test]
#[ignore = "a minute: cargo test faults::mended -- --ignored --nocapture"]
fn every_call_fails_in_a_rebuild() {
    if !has("strace") {
        return;
    }
    let house = House::new();
    house.place.done(&["rebuild"]);
    for arguments in [&["rebuild"][..], &["rebuild", "--drop"]] {
        let count = every_call(&CALLS, |fault| fail_rebuild(&house, arguments, fault));
        say(&format!("{}: {count} failures", arguments.join(" ")));
    }
}
