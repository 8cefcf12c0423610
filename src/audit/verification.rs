//! What was checked of a ledger, check by check, as plain data.

use super::documents::{Beside, BesideFinding};
use super::values::{ValueFinding, Values};
use super::verify::{Fault, Sound, verify_lines};
use crate::ledger::{Copies, LogError, Reading};

/// One check.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Check {
    /// Bytes and canonical form of every entry.
    Form,
    /// Chain, places, order of time, ids, and that each entry can follow.
    Chain,
    /// Both copies are equal.
    Copies,
    /// Documents are as entries say.
    Documents,
    /// Sealed values are as entries say.
    Sealed,
    /// Values come from the entries alone.
    Values,
    /// An earlier end of the log, signed and kept elsewhere, stands in it.
    Checkpoint,
}

impl Check {
    /// All of them in order.
    pub const ALL: [Self; 7] = [
        Self::Form,
        Self::Chain,
        Self::Copies,
        Self::Documents,
        Self::Sealed,
        Self::Values,
        Self::Checkpoint,
    ];

    /// The word for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Chain => "chain",
            Self::Copies => "copies",
            Self::Documents => "documents",
            Self::Sealed => "sealed",
            Self::Values => "values",
            Self::Checkpoint => "checkpoint",
        }
    }
}

/// How a check ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Everything looked at is as it should be.
    Sound,
    /// Something is not.
    Failed,
    /// It could not be made.
    Unchecked,
}

impl Outcome {
    /// The word for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Failed => "failed",
            Self::Unchecked => "unchecked",
        }
    }
}

/// A check with its outcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Checked {
    /// Which.
    pub check: Check,
    /// How it ended.
    pub outcome: Outcome,
    /// How many things were found as they should be.
    pub count: u64,
    /// How many could not be checked.
    pub unchecked: u64,
}

/// Something that is not as it should be.
#[derive(Debug)]
pub enum Finding {
    /// In a copy of the log.
    Log(Fault),
    /// The copies are sound and differ.
    Copies {
        /// The store.
        store: Sound,
        /// The twin.
        twin: Sound,
    },
    /// Beside the log.
    Beside(BesideFinding),
    /// A value.
    Value(ValueFinding),
}

impl Finding {
    /// The check that found it.
    pub const fn check(&self) -> Check {
        match self {
            Self::Log(Fault::Entry { .. } | Fault::Log(_)) => Check::Form,
            Self::Log(_) => Check::Chain,
            Self::Copies { .. } => Check::Copies,
            Self::Beside(BesideFinding::Sealed { .. }) => Check::Sealed,
            Self::Beside(_) => Check::Documents,
            Self::Value(_) => Check::Values,
        }
    }
}

/// What was checked of a ledger.
#[derive(Debug)]
pub struct Verification {
    /// The end of the log, where it is sound.
    pub end: Option<Sound>,
    /// Every check.
    pub checks: Vec<Checked>,
    /// Everything that is not as it should be.
    pub findings: Vec<Finding>,
}

impl Verification {
    /// Of a log that cannot be opened: the only finding is why.
    pub fn unreadable(error: LogError) -> Self {
        let mut verification = Self::unchecked();
        verification.find(Finding::Log(Fault::Log(error)));
        verification
    }

    /// Why the log cannot be opened, where that was found.
    pub fn into_log_error(self) -> Option<LogError> {
        self.findings.into_iter().find_map(|finding| match finding {
            Finding::Log(Fault::Log(error)) => Some(error),
            _ => None,
        })
    }

    fn unchecked() -> Self {
        let unchecked = |check| Checked { check, outcome: Outcome::Unchecked, count: 0, unchecked: 0 };
        Self { end: None, checks: Check::ALL.map(unchecked).to_vec(), findings: vec![] }
    }

    /// Of the log alone: its store, which may be out of reach, and its twin,
    /// each read on its own.
    pub fn of(copies: &Copies) -> Self {
        let read = |copy: &Reading| verify_lines(copy.lines()?);
        let (store, twin) = (copies.store.as_ref().map(read), read(&copies.twin));
        let mut verification = Self::unchecked();
        match (store.transpose(), twin) {
            (Err(fault), _) | (_, Err(fault)) => verification.find(Finding::Log(fault)),
            (Ok(Some(store)), Ok(twin)) if store != twin => {
                verification.find(Finding::Copies { store, twin });
            }
            (Ok(store), Ok(twin)) => verification.log(twin, store.is_some()),
        }
        verification
    }

    /// Whether nothing was found that is not as it should be.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    fn log(&mut self, end: Sound, both: bool) {
        self.end = Some(end);
        self.set(Check::Form, end.size, 0);
        self.set(Check::Chain, end.size, 0);
        if both {
            self.set(Check::Copies, end.size, 0);
        }
    }

    /// Adds what was found beside the log.
    pub fn add_beside(&mut self, beside: Beside) {
        self.set(Check::Documents, beside.documents, 0);
        self.set(Check::Sealed, beside.sealed, beside.without_key);
        beside.findings.into_iter().for_each(|finding| self.find(Finding::Beside(finding)));
    }

    /// Adds what was found of values.
    pub fn add_values(&mut self, values: Values) {
        self.set(Check::Values, values.count, 0);
        values.findings.into_iter().for_each(|finding| self.find(Finding::Value(finding)));
    }

    fn find(&mut self, finding: Finding) {
        let check = finding.check();
        self.findings.push(finding);
        self.checks.iter_mut().filter(|it| it.check == check).for_each(|it| it.outcome = Outcome::Failed);
    }

    fn set(&mut self, check: Check, count: u64, unchecked: u64) {
        let outcome = if count == 0 && unchecked > 0 { Outcome::Unchecked } else { Outcome::Sound };
        let known = self.checks.iter_mut().filter(|it| it.check == check);
        known.for_each(|it| *it = Checked { check, outcome, count, unchecked });
    }
}
