//! What several commands would append, tried out on a copy of the state: all
//! of it is appended together, or nothing.

use super::administering::{Writer, preface};
use super::command::Command;
use super::committed::Committed;
use super::decide::{self, decide};
use super::desk::DeskError;
use super::next::Next;
use super::outline::Outline;
use super::ready::{ReadyRow, Readying};
use super::refusal::Refusal;
use super::sealing::Sealer;
use super::spool::Spool;
use crate::event::{Author, Day, Draft, Entry, EntryId, Hash, Member, Moment, Skim};
use crate::figures::{KeptFields, Said, State, TakenUp};

/// The entries so far, and the state in which they leave a ledger.
pub(super) struct Rehearsal {
    pub(super) state: State,
    pub(super) today: Day,
    /// The lines of them, each after the one before.
    pub(super) lines: Spool,
    /// The hash of the last entry before them.
    pub(super) before: Hash,
    pub(super) sealer: Sealer,
    author: Author,
    now: Moment,
    preface: Vec<Draft>,
    /// Room for what is found in a line.
    members: Vec<Member>,
    /// Of a state for values: the lines of entries that did not go into its index.
    pub(super) outline: Outline,
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
        rehearsal.begin()?;
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
        Ok(Self::over(ledger.state().clone(), preface, sealer, author, now))
    }

    /// On this state, with what comes before; nothing is taken yet.
    pub(super) fn over(
        state: State,
        preface: Vec<Draft>,
        sealer: Sealer,
        author: Author,
        now: Moment,
    ) -> Self {
        let (today, before) = (now.today(state.zone()), state.head());
        let (lines, members, outline) = (Spool::default(), vec![], Outline::default());
        Self { state, today, lines, before, sealer, author, now, preface, members, outline }
    }

    /// Takes what comes before any command's entries.
    pub(super) fn begin(&mut self) -> Result<(), DeskError> {
        std::mem::take(&mut self.preface).into_iter().try_for_each(|draft| self.take(draft))
    }

    /// What a command becomes after all that was taken so far.
    pub(super) fn decide(&mut self, command: Command, ids: decide::Ids<'_>) -> Result<Vec<Draft>, DeskError> {
        let moment = decide::Moment { author: self.author, today: self.today };
        let command = self.sealer.command(&self.state, command, ids)?;
        Ok(decide(&self.state, moment, command, ids)?)
    }

    /// Takes an entry as the next one.
    pub(super) fn take(&mut self, draft: Draft) -> Result<(), DeskError> {
        let entry = Next::after(&self.state, self.state.source(), self.author).place(draft, self.now);
        let line = entry.spelling();
        let hash = Hash::of(&line);
        self.members.clear();
        // Nothing is written that no reader accepts; an activity is read once for both.
        match Skim::read(&line, &mut self.members) {
            Some(skim) if self.state.is_for_values() => {
                self.state.take_up_skimmed(skim.of(&line, &self.members), hash)?;
            }
            Some(_) => self.state.apply(entry, hash)?,
            None => {
                Entry::read(&line).map_err(Refusal::from)?;
                let taken_up = self.state.take_up(Said::of(entry)?, hash)?;
                if self.state.is_for_values() && taken_up != TakenUp::Indexed {
                    self.outline.add(&line);
                }
            }
        }
        Ok(self.lines.add(&line)?)
    }

    /// Who records what comes next, and when; what they decide by, and what is kept of it.
    pub(super) fn readying(&self, batch: EntryId, kept: KeptFields) -> Readying {
        let recorded = self.state.recorded().map_or(self.now, |last| last.max(self.now));
        let moment = decide::Moment { author: self.author, today: self.today };
        let (rules, can_seal) = (self.state.of_rules(), self.sealer.can_seal());
        Readying { rules, kept, now: moment, recorded, batch, can_seal }
    }

    /// Takes an activity that was made ready as the next one.
    pub(super) fn take_ready(
        &mut self,
        ready: &mut ReadyRow<'_>,
        ids: decide::Ids<'_>,
    ) -> Result<(), DeskError> {
        if !ready.gives_id {
            ready.open.name(ready.line, ready.skim, ids());
        }
        ready.open.place(ready.line, ready.skim, self.state.head(), self.state.size());
        let hash = Hash::of(ready.line);
        self.state.take_up_skimmed(ready.skimmed(), hash)?;
        Ok(self.lines.add(ready.line)?)
    }
}
