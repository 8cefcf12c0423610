//! Several commands as one append: each is decided on the ledger as those before
//! it leave it, and accepted or refused on its own.
//!
//! ```text
//! command ──decide(&State)──▶ drafts ──place, time, hash──▶ lines ─┐
//! command ──decide(&State)──▶ Refusal: as if it had not been there ├─▶ one append
//! command ──decide(&State)──▶ drafts ──place, time, hash──▶ lines ─┘
//! ```
//!
//! Nothing of it is written, and nobody sees it, before it is appended.

use std::sync::Arc;

use super::administering::{Writer, preface};
use super::command::{Command, Receipt};
use super::committed::Committed;
use super::decide::{self, decide};
use super::desk::{DeskError, receipt};
use super::next::Next;
use super::refusal::Refusal;
use super::rehearsal::AllRefused;
use super::sealing::Sealer;
use crate::event::{Author, Draft, Entry, Hash};
use crate::figures::State;
use crate::log::LogError;

/// Lines after each other, from a place on.
#[derive(Clone, Default)]
pub(super) struct Run {
    first: u64,
    lines: Arc<Vec<Vec<u8>>>,
}

impl Run {
    pub(super) fn lines(&self) -> &[Vec<u8>] {
        &self.lines
    }

    fn line(&self, sequence: u64) -> Option<&Vec<u8>> {
        self.lines.get(usize::try_from(sequence.checked_sub(self.first)?).ok()?)
    }
}

/// Commands that are appended together.
pub(super) struct Group {
    /// The ledger before it.
    before: Committed,
    /// Lines up to there that may not be in the log yet.
    earlier: Run,
    /// As those leave it that were accepted so far.
    pub(super) state: State,
    /// What they become.
    pub(super) lines: Vec<Vec<u8>>,
}

impl Group {
    /// A group after this ledger.
    pub(super) fn after(before: Committed) -> Self {
        Self::behind(before, Run::default())
    }

    /// The same where the last lines up to there are being appended still.
    pub(super) fn behind(before: Committed, earlier: Run) -> Self {
        let state = before.state().clone();
        Self { before, earlier, state, lines: vec![] }
    }

    /// Its lines and the ledger as it is once they are appended.
    pub(super) fn closed(self) -> (Run, Committed) {
        let first = self.before.state().size();
        let run = Run { first, lines: Arc::new(self.lines) };
        (run, Committed { state: Arc::new(self.state), ..self.before })
    }

    /// What its entries say, those of the group among them.
    pub(super) const fn state(&self) -> &State {
        &self.state
    }

    /// Takes a command in, or refuses it and is as it was; what is so already is
    /// answered with the receipt of the entry that says it.
    pub(super) fn execute(
        &mut self,
        command: Command,
        writer: Writer,
        ids: decide::Ids<'_>,
    ) -> Result<Vec<Receipt>, DeskError> {
        if let Some(receipt) = self.said_already(&command, writer.author)? {
            return Ok(vec![receipt]);
        }
        let mut sealer = Sealer::new(self.before.custody());
        let preface = preface(&self.state, writer, &mut sealer, ids)?;
        let moment = self.moment(writer);
        let command = sealer.command(&self.state, command, ids)?;
        // Definitions name each other by place, so what comes before them is
        // there before their places are decided.
        let again = (!preface.is_empty()).then(|| command.clone());
        let drafts = decide(&self.state, moment, command, ids)?;
        if let Some(receipts) = self.repeated(&drafts, writer.author)? {
            return Ok(receipts);
        }
        // What is sealed is there before the entry that names it.
        sealer.keep()?;
        self.whole(|group| {
            let Some(command) = again else { return group.take(drafts, writer) };
            group.take(preface, writer)?;
            let drafts = decide(&group.state, moment, command, ids)?;
            group.take(drafts, writer)
        })
    }

    /// Takes several commands in, in order, or refuses all of them, is as it was
    /// and says which of them is refused. A later one may name what an earlier one
    /// makes.
    pub(super) fn execute_all(
        &mut self,
        commands: Vec<Command>,
        writer: Writer,
        ids: decide::Ids<'_>,
    ) -> Result<Vec<Receipt>, AllRefused> {
        if let [command] = commands.as_slice()
            && let Some(receipt) = self.said_already(command, writer.author)?
        {
            return Ok(vec![receipt]);
        }
        self.whole(|group| group.take_all(commands, writer, ids))
    }

    fn take_all(
        &mut self,
        commands: Vec<Command>,
        writer: Writer,
        ids: decide::Ids<'_>,
    ) -> Result<Vec<Receipt>, AllRefused> {
        let mut sealer = Sealer::new(self.before.custody());
        let preface = preface(&self.state, writer, &mut sealer, ids)?;
        let mut receipts = self.take(preface, writer)?;
        let moment = self.moment(writer);
        for (index, command) in commands.into_iter().enumerate() {
            let refused = |source| AllRefused { index: Some(index), source };
            let command = sealer.command(&self.state, command, ids).map_err(|it| refused(it.into()))?;
            let drafts = decide(&self.state, moment, command, ids).map_err(|it| refused(it.into()))?;
            receipts.extend(self.take(drafts, writer).map_err(refused)?);
        }
        sealer.keep().map_err(DeskError::from)?;
        Ok(receipts)
    }

    fn moment(&self, writer: Writer) -> decide::Moment {
        decide::Moment { author: writer.author, today: writer.now.today(self.state.zone()) }
    }

    /// Does something whole: what is refused on its way leaves no trace.
    fn whole<T, E: From<DeskError>>(&mut self, act: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        let before = self.lines.len();
        let done = act(self);
        if done.is_err() {
            self.go_back(before)?;
        }
        done
    }

    /// As it was with so many lines: they are taken up anew, which costs nothing as
    /// long as all goes well.
    fn go_back(&mut self, count: usize) -> Result<(), DeskError> {
        self.lines.truncate(count);
        self.state = self.before.state().clone();
        for (line, sequence) in self.lines.iter().zip(self.state.size()..) {
            let entry = Entry::read(line).map_err(|source| DeskError::Entry { sequence, source })?;
            self.state.apply(entry, Hash::of(line))?;
        }
        Ok(())
    }

    /// Gives drafts their place and time, and takes them up.
    fn take(&mut self, drafts: Vec<Draft>, writer: Writer) -> Result<Vec<Receipt>, DeskError> {
        let mut receipts = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let mut next = Next::after(&self.state, self.state.source(), writer.author);
            let (entry, line, hash) = next.entry(draft, writer.now)?;
            receipts.push(receipt(&entry, hash, false));
            self.state.apply(entry, hash)?;
            self.lines.push(line);
        }
        Ok(receipts)
    }

    /// The receipts of an earlier try with the same ids and the same content.
    fn repeated(&self, drafts: &[Draft], author: Author) -> Result<Option<Vec<Receipt>>, DeskError> {
        if drafts.iter().all(|draft| self.state.sequence_of(draft.id).is_none()) {
            return Ok(None);
        }
        let mut receipts = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let sequence = self.state.sequence_of(draft.id).ok_or(Refusal::IdTaken(draft.id))?;
            let (entry, hash) = self.read_at(sequence)?;
            if !entry.same_content(draft, &author) {
                return Err(Refusal::IdTaken(draft.id).into());
            }
            receipts.push(receipt(&entry, hash, true));
        }
        Ok(Some(receipts))
    }

    /// The entry at a place, with its hash.
    pub(super) fn read_at(&self, sequence: u64) -> Result<(Entry, Hash), DeskError> {
        let line = self.line(sequence)?.unwrap_or_default();
        let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
        Ok((entry, Hash::of(&line)))
    }

    /// One entry as it is stored or will be.
    fn line(&self, sequence: u64) -> Result<Option<Vec<u8>>, LogError> {
        let own = || self.lines.get(usize::try_from(sequence.checked_sub(self.before.state().size())?).ok()?);
        match own().or_else(|| self.earlier.line(sequence)) {
            Some(line) => Ok(Some(line.clone())),
            None => self.before.line(sequence),
        }
    }
}
