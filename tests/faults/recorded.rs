//! Calls that fail in each command that records something.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::failing::{CALLS, Fault, copy, every_call};
use super::house::House;
use super::kept::Receipts;
use super::{LEDGER, has, say};

/// Each command, and whether somebody else than who recorded the activity types it.
fn commands(house: &House) -> Vec<(Vec<&str>, bool)> {
    let (activity, planned) = (house.activity.as_str(), house.planned.as_str());
    let own = [
        vec!["plan", "next.toml"],
        vec!["type", "Atelier tenu|Workshop held", "--field", "Participants*: nombre"],
        vec!["register", "Port d’essai"],
        vec!["register", "more.toml"],
        vec!["register", "Marie Tremblay", "--kind", "person"],
        vec!["register", "organisation/ocde", "--change", "--rename", "OCDÉ", "--on", "2024-06-01"],
        vec!["register", "organisation/fonds-essai", "--merge", "organisation/ocde", "--reason", "le même"],
        vec!["correct", activity, "editions=5", "--reason", "compté", "--evidence", "piece.txt"],
        vec!["withdraw", activity, "--reason", "une erreur"],
        vec!["confirm", planned],
        vec!["total", "newsletters", "3", "--as-at", "2024-03-31", "--source", "Rapport"],
        vec!["kpi", "--as-at", "2024-06-30", "--sent-to", "Conseil", "--document", "piece.txt"],
    ];
    let others = [vec!["approve", activity], vec!["reject", activity, "--reason", "non"]];
    own.into_iter().map(|it| (it, false)).chain(others.into_iter().map(|it| (it, true))).collect()
}

/// One call fails; then the ledger is sound, holds all that was told, and the same
/// command is done, or refused because it was done already.
fn fail(house: &House, arguments: &[&str], by_another: bool, fault: Fault) -> Option<()> {
    let place = copy(&house.place);
    if by_another {
        std::fs::remove_file(place.path().join(LEDGER).join("accounts.json")).unwrap();
    }
    let struck = fault.strike(&place, arguments)?;
    let what = &struck.what;
    let is_table = arguments[0] == "kpi";
    assert!(!struck.is_done || is_table || struck.receipts.count() > 0, "{what}: no receipt");
    house.receipts.and(&struck.receipts).assert_kept(&place, what);
    let before = place.done(&["export", "jsonl"]);
    let again = place.run(&[arguments, &["--format", "json", "--lang", "en"]].concat());
    if again.status.success() {
        let mut receipts = Receipts::default();
        receipts.take(&again.stdout);
        receipts.assert_kept(&place, what);
    } else {
        let told = String::from_utf8_lossy(&again.stderr);
        assert_eq!(again.status.code(), Some(1), "{what}: again: {told}");
        let first = house.place.done(&["export", "jsonl"]);
        assert!(before.len() > first.len(), "{what}: not there, and refused: {told}");
    }
    Some(())
}

#[test]
fn a_call_fails_in_each_command_that_records() {
    if !has("strace") {
        return;
    }
    let house = House::new();
    for (at, (arguments, by_another)) in commands(&house).iter().enumerate() {
        // The twin's sync and the store's, in turn.
        let faults = [("fdatasync", "EIO", 2), ("fdatasync", "ENOSPC", 3), ("pwrite64", "EIO", 1)];
        let (call, error, when) = faults[at % faults.len()];
        let failed = fail(&house, arguments, *by_another, Fault::once(call, error, when));
        assert!(failed.is_some(), "{arguments:?}: {call} {when}");
    }
}

#[test]
#[ignore = "minutes: cargo test faults::recorded -- --ignored --nocapture"]
fn every_call_fails_in_each_command_that_records() {
    if !has("strace") {
        return;
    }
    let house = House::new();
    let (commands, next) = (commands(&house), AtomicUsize::new(0));
    let run = || {
        while let Some((arguments, by_another)) = commands.get(next.fetch_add(1, Ordering::Relaxed)) {
            let count = every_call(&CALLS, |fault| fail(&house, arguments, *by_another, fault));
            say(&format!("{}: {count} failures", arguments.join(" ")));
        }
    };
    std::thread::scope(|scope| (0..2).for_each(|_| drop(scope.spawn(run))));
}
