//! Clocks that are wrong, set for the program alone by `faketime`: ids have the time
//! of the system, which nothing else can set.

use std::path::Path;
use std::process::{Command, Output};

use jalon::event::{Entry, Moment};

use super::sample::{opened, sample};
use super::{tell, told};
use crate::place::Place;

/// Far from when these tests run.
const YEAR_2090: &str = "2090-06-15 12:00:00";
const YEAR_1970: &str = "1970-01-02 00:00:00";

/// A place whose commands are run at a moment; none where clocks cannot be set.
struct Clocks(Place);

impl Clocks {
    fn of(place: impl FnOnce() -> Place) -> Option<Self> {
        if Command::new("faketime").args(["-f", "+0", "true"]).status().is_ok_and(|it| it.success()) {
            return Some(Self(place()));
        }
        tell("faketime is not installed: no other clock is tried");
        None
    }

    /// Runs a command when a clock says this, in UTC.
    fn at(&self, clock: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new("faketime");
        let path = std::env::var_os("PATH").unwrap_or_default();
        command.arg(clock).arg(env!("CARGO_BIN_EXE_jalon")).args(arguments);
        command.args(["--lang", "en"]).current_dir(self.0.path()).env_clear().env("PATH", path);
        // Only what time it is, not how it passes.
        command.env("TZ", "UTC").env("DONT_FAKE_MONOTONIC", "1");
        command.env("JALON_KEYS", self.0.path().join("keys")).env("JALON_LEDGER", self.0.ledger());
        command.output().unwrap()
    }

    fn done(&self, clock: &str, arguments: &[&str]) -> String {
        let output = self.at(clock, arguments);
        let said = told(&output);
        assert!(output.status.success(), "{clock} {arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The sentence of a command that is refused and writes nothing.
    fn refused(&self, clock: &str, arguments: &[&str]) -> String {
        let before = self.entries().len();
        let output = self.at(clock, arguments);
        let said = told(&output);
        assert_eq!(output.status.code(), Some(1), "{clock} {arguments:?}: {said}");
        assert_eq!(self.entries().len(), before);
        said
    }

    fn entries(&self) -> Vec<Entry> {
        let export = self.0.done(&["export", "jsonl"]);
        export.lines().map(|line| Entry::read(line.as_bytes()).unwrap()).collect()
    }

    /// Entries stand in the order of their times, whatever the clock said.
    fn assert_in_order(&self) {
        assert!(self.entries().is_sorted_by_key(|entry| entry.recorded));
        self.0.done(&["verify"]);
    }
}

const RECORD: [&str; 5] = ["record", "newsletter.sent", "editions=1", "--on", "2024-05-01"];

fn accepted(arguments: &[&'static str]) -> Vec<&'static str> {
    [&["--accept-clock"], arguments].concat()
}

#[test]
fn a_clock_set_back_is_refused_or_accepted_by_name_and_never_out_of_order() {
    let Some(clocks) = Clocks::of(|| sample().place()) else { return };
    let before = clocks.entries();
    for clock in ["2020-01-01 12:00:00", YEAR_1970] {
        let said = clocks.refused(clock, &RECORD);
        assert!(said.contains("the clock says") && said.contains("--accept-clock"), "{said}");
    }
    clocks.done("2020-01-01 12:00:00", &accepted(&RECORD));
    let after = clocks.entries();
    let new = &after[before.len()..];
    let kinds: Vec<&str> = new.iter().map(|entry| entry.draft.kind.as_str()).collect();
    assert_eq!(kinds, ["jalon.clock.accepted", "org.exemple.newsletter.sent"]);
    assert!(new.iter().all(|entry| entry.recorded == before.last().unwrap().recorded));
    clocks.assert_in_order();
    // What is read does not depend on the clock.
    clocks.done(YEAR_1970, &["kpi", "--as-at", "2024-06-01"]);
    clocks.done(YEAR_1970, &["verify"]);
}

#[test]
fn the_year_2090_is_a_year_like_others_and_the_way_back_is_told() {
    let Some(clocks) = Clocks::of(|| sample().place()) else { return };
    clocks.refused(YEAR_2090, &RECORD);
    clocks.done(YEAR_2090, &accepted(&RECORD));
    // Days are the organisation's, also then: summer time in June.
    clocks.done(YEAR_2090, &["record", "newsletter.sent", "editions=1"]);
    let last = clocks.entries().pop().unwrap();
    assert_eq!(last.draft.occurred.unwrap().from.to_string(), "2090-06-15");
    assert!(last.recorded.to_string().starts_with("2090-06-15T12:0"), "{}", last.recorded);
    // An id is made a moment before or after, on a busy machine seconds.
    assert!((millis(&last) - last.recorded.micros() / 1_000).abs() < 60_000, "{}", last.draft.id);
    let table = clocks.done(YEAR_2090, &["kpi", "--as-at", "2090-06-15"]);
    assert!(table.contains("June 15, 2090"), "{table}");
    clocks.done(YEAR_2090, &["verify"]);
    // Back again: what was recorded then stays, and each clock is asked about.
    let now = "2027-01-05 09:00:00";
    let said = clocks.refused(now, &RECORD);
    assert!(said.contains("2090") && said.contains("--accept-clock"), "{said}");
    clocks.done(now, &accepted(&RECORD));
    clocks.done(now, &["kpi", "--as-at", "2024-06-01"]);
    clocks.assert_in_order();
}

/// The milliseconds that an id of version 7 begins with.
fn millis(entry: &Entry) -> i64 {
    let digits = entry.draft.id.to_string().replace('-', "");
    i64::from_str_radix(&digits[..12], 16).unwrap()
}

#[test]
fn a_ledger_that_begins_in_1970_is_one() {
    let Some(clocks) = Clocks::of(|| Place::with_ledger("registre")) else { return };
    let init = ["init", "--source", "https://a.example/l", "--prefix", "org.a", "--zone", "America/Toronto"];
    clocks.done(YEAR_1970, &init);
    clocks.done(YEAR_1970, &["note", "Le premier jour"]);
    let first: Moment = "1970-01-02T00:00:00.000000Z".parse().unwrap();
    assert!(clocks.entries()[0].recorded >= first);
    clocks.assert_in_order();
    // The clock of a computer that has been off for long, set right after.
    let said = clocks.refused("2026-11-26 12:00:00", &["note", "Plus tard"]);
    assert!(said.contains("January 1, 1970"), "{said}");
    clocks.done("2026-11-26 12:00:00", &["--accept-clock", "note", "Plus tard"]);
    clocks.assert_in_order();
}

#[test]
fn a_clock_before_1970_is_told_and_spoils_nothing() {
    let Some(clocks) = Clocks::of(opened) else { return };
    for arguments in [&RECORD[..], &["verify"], &["journal"]] {
        let said = clocks.refused("1969-12-31 20:00:00", arguments);
        assert!(said.contains("before 1970") && said.contains("set the computer's clock"), "{said}");
    }
    assert!(!Path::new(&clocks.0.path().join("registre/store/doubtful")).exists());
    clocks.0.done(&RECORD);
    clocks.assert_in_order();
}
