//! What `jalon verify` finds, asked of the library as the command asks it: thousands
//! of cases would take too long one process each.

use std::time::SystemTime;

use jalon::audit::{BesideCheck, Finding, Verification, Verified, With, check_values};
use jalon::event::Day;
use jalon::figures::{Filter, Known, PlanChoice, Question, Ruling, State, table};
use jalon::ledger::{DeskError, Folder, LogError, Reading, Source};
use jalon::log::StoreFailure;
use jalon::present::problems::{desk_sentence, finding_sentence, log_sentence};
use jalon::present::{Language, Messages, kpi_json};
use jalon::vault::{Documents, Keys, Vault};

use super::sample::{LEDGER, sample};
use crate::place::Place;

/// How often a store is asked for that sled may not have closed yet; each takes a
/// second.
const TRIES: usize = 30;

/// How a changed ledger is seen.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// The damage is named.
    Named(String),
    /// Nothing is found, and all that is read back is as it was recorded.
    Same,
    /// Nothing is found, but this is another.
    Unnoticed(&'static str),
}

/// The ledger of a place, whatever was done to it.
pub(super) struct Look {
    folder: Folder,
    ledger: std::path::PathBuf,
    keys: std::path::PathBuf,
}

impl Look {
    pub(super) fn at(place: &Place) -> Self {
        let ledger = place.path().join(LEDGER);
        Self { folder: Folder::new(&ledger, SystemTime::now()), ledger, keys: place.path().join("keys") }
    }

    /// Verifies it and, where nothing is found, reads it back.
    pub(super) fn see(&self) -> Seen {
        let english = Messages::new(Language::English);
        match self.verify() {
            Err(error) => Seen::Named(desk_sentence(&english, &error)),
            Ok(verification) if verification.is_sound() => self.read_back(&verification),
            Ok(verification) => {
                let found = verification.findings.iter().map(|it| finding_sentence(&english, it));
                Seen::Named(found.collect::<Vec<_>>().join("\n"))
            }
        }
    }

    /// Makes the other copy anew from this one; whether every receipt is there.
    pub(super) fn repaired(&self, from: Source) -> Result<bool, String> {
        let english = Messages::new(Language::English);
        // sled's threads close its files when they come to it, on a busy machine late.
        let is_in_use = |error: &DeskError| {
            matches!(error, DeskError::Log(LogError::Store { source: StoreFailure::InUse }))
        };
        let mut tries = (0..TRIES).map(|_| self.folder.repair(from));
        let repaired = tries.find(|tried| !tried.as_ref().is_err_and(is_in_use));
        let repaired =
            repaired.ok_or("the store is in use")?.map_err(|error| desk_sentence(&english, &error))?;
        let lines = repaired.desk.lines().map_err(|error| log_sentence(&english, &error))?;
        drop(repaired);
        Ok(lines == sample().lines && self.see() == Seen::Same)
    }

    /// As `audit/checklist.rs` does.
    fn verify(&self) -> Result<Verification, DeskError> {
        let mut copies = self.folder.copies()?;
        let keys = Keys::at(self.keys.clone(), sample().ledger);
        let vault = Vault::new(&self.ledger, keys);
        let with = With {
            made: self.folder.made_again(&copies.twin)?,
            beside: Some(BesideCheck::new(Documents::of(&self.ledger), Some(vault))),
            ..With::default()
        };
        let (mut verification, verified) = Verification::of(&copies, with);
        if verification.is_sound() {
            self.verify_beside(&copies.twin, &mut verification, verified)?;
        }
        if let Some(why) = copies.twin.take_damage() {
            verification.add_store(why);
        }
        Ok(verification)
    }

    fn verify_beside(
        &self,
        twin: &Reading,
        verification: &mut Verification,
        verified: Verified,
    ) -> Result<(), DeskError> {
        let Verified { state, made, beside, .. } = verified;
        verification.add_derived(made.outline(), Finding::Outline);
        verification.add_derived(self.folder.check_index(&made, twin)?, Finding::Index);
        verification.add_beside(beside.map(|beside| beside.done(&state)).unwrap_or_default());
        let state = if state.is_short() { twin.replayed_for_values()? } else { state };
        let last = state.recorded().map_or(Day::FIRST, |moment| moment.today(state.zone()));
        verification.add_values(check_values(&state, last));
        Ok(())
    }

    fn read_back(&self, verification: &Verification) -> Seen {
        let Ok(reading) = self.folder.read() else { return Seen::Unnoticed("that it cannot be read") };
        let lines: Option<Vec<_>> =
            reading.lines().ok().and_then(|lines| lines.collect::<Result<_, _>>().ok());
        let count = |word| verification.checks.iter().find(|it| it.check.word() == word).unwrap().count;
        if lines.as_ref() != Some(&sample().lines) {
            Seen::Unnoticed("the entries")
        } else if (count("documents"), count("sealed")) != (1, 2) {
            Seen::Unnoticed("documents or sealed values")
        } else if values_of(&reading).ok() != Some(expected()) {
            Seen::Unnoticed("the values")
        } else {
            Seen::Same
        }
    }
}

/// The values of a ledger, as `cli/kpi` does.
fn values_of(reading: &Reading) -> Result<String, DeskError> {
    let state = reading.state_for_values(Known::Now)?;
    let found = values(&state);
    if state.is_lost() { reading.state(Known::Now).map(|state| values(&state)) } else { Ok(found) }
}

/// The values of a state, as the table gives them.
fn values(state: &State) -> String {
    let day: Day = "2024-12-31".parse().unwrap();
    let ruling = Ruling::at(state, &PlanChoice::default(), day).unwrap();
    kpi_json(&table(&Question::new(state, &ruling, day, Filter::default()))).to_string()
}

/// The values of all entries as they were recorded.
fn expected() -> String {
    static VALUES: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    let whole = || {
        use jalon::log::Log;
        let mut log = jalon::log::MemoryLog::new(jalon::event::link);
        log.append(&sample().lines).unwrap();
        values(&jalon::ledger::replay_for_values(&log, Known::Now).unwrap())
    };
    VALUES.get_or_init(whole).clone()
}
