//! What several commands would append, tried out on a copy of the state: all
//! of it is appended together, or nothing.

use super::administering::{Writer, preface};
use super::command::{Command, Receipt};
use super::committed::Committed;
use super::decide::{self, decide};
use super::desk::{DeskError, receipt};
use super::next::Next;
use super::sealing::Sealer;
use crate::event::{Author, Day, Draft, Hash, Moment};
use crate::figures::State;

/// The entries so far, and the state in which they leave a ledger.
pub(super) struct Rehearsal {
    pub(super) state: State,
    pub(super) today: Day,
    pub(super) drafts: Vec<Draft>,
    /// The lines of them, each after the one before.
    pub(super) lines: Vec<Vec<u8>>,
    pub(super) receipts: Vec<Receipt>,
    /// The hash of the last entry before them.
    pub(super) before: Hash,
    pub(super) sealer: Sealer,
    author: Author,
    now: Moment,
}

/// Why several commands are refused together; nothing was written.
#[derive(Debug)]
pub struct AllRefused {
    /// Which of them is refused; none where it is all of them.
    pub index: Option<usize>,
    /// Why.
    pub source: DeskError,
}

impl From<DeskError> for AllRefused {
    fn from(source: DeskError) -> Self {
        Self { index: None, source }
    }
}

impl Committed {
    /// The state in which all that is asked would leave the ledger; nothing is
    /// written.
    pub fn rehearsed(
        &self,
        commands: Vec<Command>,
        author: Author,
        now: Moment,
        ids: decide::Ids<'_>,
    ) -> Result<State, DeskError> {
        let mut rehearsal = Rehearsal::new(self, author, now, false, ids)?;
        for command in commands {
            for draft in rehearsal.decide(command, ids)? {
                rehearsal.take(draft)?;
            }
        }
        Ok(rehearsal.state)
    }
}

impl Rehearsal {
    /// On a copy of the state, with what comes before any command's entries.
    pub(super) fn new(
        ledger: &Committed,
        author: Author,
        now: Moment,
        accept_clock: bool,
        ids: decide::Ids<'_>,
    ) -> Result<Self, DeskError> {
        let mut sealer = Sealer::new(ledger.custody());
        let preface = preface(ledger.state(), Writer { author, now, accept_clock }, &mut sealer, ids)?;
        let state = ledger.state().clone();
        let (today, before) = (now.today(state.zone()), state.head());
        let (drafts, lines, receipts) = (vec![], vec![], vec![]);
        let mut rehearsal = Self { state, today, drafts, lines, receipts, before, sealer, author, now };
        preface.into_iter().try_for_each(|draft| rehearsal.take(draft))?;
        Ok(rehearsal)
    }

    /// What a command becomes after all that was taken so far.
    pub(super) fn decide(&mut self, command: Command, ids: decide::Ids<'_>) -> Result<Vec<Draft>, DeskError> {
        let moment = decide::Moment { author: self.author, today: self.today };
        let command = self.sealer.command(&self.state, command, ids)?;
        Ok(decide(&self.state, moment, command, ids)?)
    }

    /// Where it is now, to go back to.
    pub(super) fn mark(&self) -> (State, usize) {
        (self.state.clone(), self.drafts.len())
    }

    /// As if nothing had been taken since.
    pub(super) fn go_back(&mut self, (state, count): (State, usize)) {
        self.state = state;
        self.drafts.truncate(count);
        self.lines.truncate(count);
        self.receipts.truncate(count);
    }

    /// Takes an entry as the next one.
    pub(super) fn take(&mut self, draft: Draft) -> Result<(), DeskError> {
        let mut next = Next::after(&self.state, self.state.source(), self.author);
        let (entry, line, hash) = next.entry(draft.clone(), self.now)?;
        let receipt = receipt(&entry, hash, false);
        self.state.apply(entry, hash)?;
        self.drafts.push(draft);
        self.lines.push(line);
        self.receipts.push(receipt);
        Ok(())
    }
}
