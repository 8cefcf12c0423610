//! A ledger that is open: its log, and the state that replays it.

use std::sync::Arc;

use super::administering::Writer;
use super::command::{Command, Receipt};
use super::committed::Committed;
use super::decide::{self, decide};
use super::grouping::Group;
use super::lost::Lost;
use super::next::Next;
use super::opening::NewLedger;
use super::outline::Outline;
use super::refusal::Refusal;
use super::rehearsal::{AllRefused, Rehearsal};
use super::replaying::{replay, replay_beyond};
use super::sealing::{Custody, Sealer, SealingError};
use crate::event::{Author, Draft, Entry, EntryError, EntryId, Hash, Json, Moment, link};
use crate::figures::{Known, ReplayError, State};
use crate::log::{Log, LogError, MemoryLog};

/// Why a ledger cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The command is refused; nothing was written.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The log cannot be read or written.
    #[error(transparent)]
    Log(#[from] LogError),
    /// A line is not an entry.
    #[error("entry {sequence} cannot be read: {source}")]
    Entry {
        /// Its place.
        sequence: u64,
        /// Why.
        source: EntryError,
    },
    /// An entry says what no release of format 1 writes.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// It does not contain what was signed of it; nothing was written.
    #[error(transparent)]
    Lost(Box<Lost>),
    /// What was given in the clear cannot be sealed; nothing was written.
    #[error(transparent)]
    Sealing(#[from] SealingError),
}

/// A ledger that is open.
///
/// Its state is changed beside the one that others may see ([`Committed`]).
pub struct Desk {
    now: Committed,
}

impl Desk {
    /// The ledger of a log, without what lies beside it: nothing can be
    /// sealed, and recorders are registered without a name.
    pub fn open(log: Box<dyn Log + Send>) -> Result<Self, DeskError> {
        let state = replay(log.as_ref(), Known::Now)?;
        Ok(Self { now: Committed::new(log, state) })
    }

    /// A ledger as its last commit left it, to go on from there.
    pub(super) const fn of(now: Committed) -> Self {
        Self { now }
    }

    /// The same, its activities and reported totals passed over until a command
    /// looks at them.
    pub fn open_to_record(log: Box<dyn Log + Send>) -> Result<Self, DeskError> {
        Self::beyond(log, &mut Outline::default(), State::without_records())
    }

    /// The same from an outline of the log, whose lines made this state, as far
    /// as that goes.
    pub(super) fn beyond(
        log: Box<dyn Log + Send>,
        outline: &mut Outline,
        state: State,
    ) -> Result<Self, DeskError> {
        let state = replay_beyond(log.as_ref(), outline, state)?;
        Ok(Self { now: Committed::new(log, state) })
    }

    /// Replays what was passed over.
    pub(super) fn make_whole(&mut self) -> Result<(), DeskError> {
        if self.state().is_without_records() || self.state().is_for_values() {
            let state = replay(self.now.log().as_ref(), Known::Now)?;
            self.now.state = Arc::new(state);
        }
        Ok(())
    }

    /// The same with what lies beside the log.
    #[must_use]
    pub fn with(self, custody: Custody) -> Self {
        Self { now: Committed { custody: Some(Arc::new(custody)), ..self.now } }
    }

    /// A new ledger that lives in memory only.
    pub fn in_memory(
        new: &NewLedger,
        author: Author,
        now: Moment,
        ids: decide::Ids<'_>,
    ) -> Result<Self, DeskError> {
        Self::create(Box::new(MemoryLog::new(link)), new, None, author, now, ids)
    }

    /// A new ledger: entry 0 and its author's registration.
    pub fn create(
        log: Box<dyn Log + Send>,
        new: &NewLedger,
        custody: Option<Custody>,
        author: Author,
        now: Moment,
        ids: decide::Ids<'_>,
    ) -> Result<Self, DeskError> {
        let now_empty = Committed::new(log, State::default());
        let mut desk = Self { now: Committed { custody: custody.map(Arc::new), ..now_empty } };
        let opening = new.draft(ids()).map_err(Refusal::from)?;
        let mut sealer = Sealer::new(desk.custody());
        let user = sealer.registration(author, ids)?;
        sealer.keep()?;
        desk.append(vec![opening, user], &new.source, author, |_| now)?;
        Ok(desk)
    }

    /// What its entries say.
    pub fn state(&self) -> &State {
        self.now.state()
    }

    /// The ledger as it is now, for whoever reads it while this one goes on.
    pub fn committed(&self) -> Committed {
        self.now.clone()
    }

    /// The same, when this one does not go on.
    pub(super) fn into_committed(self) -> Committed {
        self.now
    }

    /// The same, for as long as nothing is written.
    pub(super) const fn now(&self) -> &Committed {
        &self.now
    }

    /// What its entries say, when nothing more is to be written.
    pub fn into_state(self) -> State {
        Arc::unwrap_or_clone(self.now.state)
    }

    /// What lies beside its log.
    pub(super) fn custody(&self) -> Option<&Custody> {
        self.now.custody()
    }

    /// Its entries as they are stored, in order.
    pub fn lines(&self) -> Result<Vec<Vec<u8>>, LogError> {
        self.now.log().read(0)?.collect()
    }

    /// One entry as it is stored.
    pub fn line(&self, sequence: u64) -> Result<Option<Vec<u8>>, LogError> {
        self.now.line(sequence)
    }

    /// The state as known.
    pub fn known(&self, known: Known) -> Result<State, DeskError> {
        self.now.known(known)
    }

    /// Does what is asked, or refuses and leaves the ledger as it was; what is
    /// so already is answered with the receipt of the entry that says it.
    pub fn execute(
        &mut self,
        command: Command,
        author: Author,
        now: Moment,
        accept_clock: bool,
        ids: decide::Ids<'_>,
    ) -> Result<Vec<Receipt>, DeskError> {
        if command.looks_back() {
            self.make_whole()?;
        }
        let mut group = Group::after(self.committed());
        let receipts = group.execute(command, Writer { author, now, accept_clock }, ids)?;
        self.keep(group)?;
        Ok(receipts)
    }

    /// Does all that is asked, in order, as one group, or refuses and leaves
    /// the ledger as it was and says which of them it refuses. A later
    /// command may name what an earlier one makes.
    pub fn execute_all(
        &mut self,
        commands: Vec<Command>,
        author: Author,
        now: Moment,
        accept_clock: bool,
        ids: decide::Ids<'_>,
    ) -> Result<Vec<Receipt>, AllRefused> {
        self.make_whole()?;
        let mut group = Group::after(self.committed());
        let receipts = group.execute_all(commands, Writer { author, now, accept_clock }, ids)?;
        self.keep(group)?;
        Ok(receipts)
    }

    /// Appends a group, and takes up the state that it leaves.
    fn keep(&mut self, group: Group) -> Result<(), DeskError> {
        if !group.lines.is_empty() {
            self.now.log().append(&group.lines)?;
            self.now.state = Arc::new(group.state);
        }
        Ok(())
    }

    /// Appends entries whose ids and times are given, as a demonstration's.
    pub fn append_given(
        &mut self,
        command: Command,
        author: Author,
        ids: decide::Ids<'_>,
        times: impl Fn(EntryId) -> Moment,
        today: crate::event::Day,
    ) -> Result<Vec<Receipt>, DeskError> {
        let drafts = decide(self.state(), decide::Moment { author, today }, command, ids)?;
        let source = self.state().source().to_owned();
        self.append(drafts, &source, author, times)
    }

    /// Gives drafts their place and time, writes them as one group, and takes
    /// them up.
    pub(super) fn append(
        &mut self,
        drafts: Vec<Draft>,
        source: &str,
        author: Author,
        times: impl Fn(EntryId) -> Moment,
    ) -> Result<Vec<Receipt>, DeskError> {
        let mut lines = Vec::with_capacity(drafts.len());
        let mut entries = Vec::with_capacity(drafts.len());
        let mut next = Next::after(self.state(), source, author);
        for draft in drafts {
            let clock = times(draft.id);
            let (entry, line, hash) = next.entry(draft, clock)?;
            entries.push((entry, hash));
            lines.push(line);
        }
        self.now.log().append(&lines)?;
        let mut receipts = Vec::with_capacity(entries.len());
        // Whoever reads the ledger keeps what was there before.
        let state = Arc::make_mut(&mut self.now.state);
        for (entry, hash) in entries {
            receipts.push(receipt(&entry, hash, false));
            state.apply(entry, hash)?;
        }
        Ok(receipts)
    }

    /// Appends what was tried out on this ledger as it is, in groups, each of which is
    /// durable before the next is begun, and takes up the state that it leaves.
    pub(super) fn commit_in_groups(&mut self, tried: Rehearsal) -> Result<(), DeskError> {
        let Rehearsal { state, lines, sealer, .. } = tried;
        // What is sealed is there before the entry that names it.
        sealer.keep()?;
        lines.append_to(|| self.now.log())?;
        self.now.state = Arc::new(state);
        Ok(())
    }

    /// Takes another state of the same entries.
    pub(super) fn take_state(&mut self, state: State) {
        self.now.state = Arc::new(state);
    }

    /// Gives its state away, to be changed without a copy: whoever does that keeps
    /// the ledger only with the state that it is given back.
    pub(super) fn give_state(&mut self) -> State {
        Arc::unwrap_or_clone(std::mem::take(&mut self.now.state))
    }
}

pub(super) fn receipt(entry: &Entry, hash: Hash, repeated: bool) -> Receipt {
    let Draft { id, kind, occurred, subject, corrected, data, .. } = &entry.draft;
    Receipt {
        id: *id,
        kind: kind.clone(),
        sequence: entry.sequence,
        hash,
        occurred: *occurred,
        subject: subject.clone(),
        corrected: *corrected,
        correction: data.get("correction").and_then(Json::as_text).and_then(|id| id.parse().ok()),
        repeated,
    }
}
