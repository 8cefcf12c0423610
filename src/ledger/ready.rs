//! Rows of an import made ready beside whoever takes them, on all cores.
//!
//! ```text
//! rows ──decided by the rules, spelt, read again──▶ lines without a place      all cores
//!                               in order ──place, hash──▶ entries               one
//! ```
//!
//! What becomes of most rows hangs on the catalogue and the register alone, which no
//! row changes. Of the rest the order is needed, and they are left to it.

use super::alike::RowPrint;
use super::command::Command;
use super::decide::{Moment as Now, decide};
use super::refusal::Refusal;
use crate::event::{Draft, EntryId, Member, Moment, Open, Shared, Skim, Skimmed};
use crate::figures::{KeptFields, State};
use crate::plan::FieldKind;

/// What rows are made ready by.
pub struct Readying {
    pub(super) rules: State,
    /// Which fields of activities are kept: rows are compared by them.
    pub(super) kept: KeptFields,
    pub(super) now: Now,
    pub(super) recorded: Moment,
    pub(super) batch: EntryId,
    pub(super) can_seal: bool,
}

/// What became of a row.
pub enum Readied {
    /// It is among those that are ready.
    Ready,
    /// What becomes of it hangs on what comes before it.
    Open(Box<Command>),
    /// It is written in a rare way: whoever takes rows in order reads it once more.
    Rare,
}

/// Rows that are ready, of which the places are not known yet.
#[derive(Default)]
pub struct ReadyRows {
    lines: Vec<u8>,
    members: Vec<Member>,
    rows: Vec<Row>,
}

/// One of them.
struct Row {
    /// Where its line ends.
    end: usize,
    skim: Skim,
    open: Open,
    print: RowPrint,
    gives_id: bool,
    planned: bool,
}

/// The next of them.
pub struct ReadyRow<'r> {
    pub(super) line: &'r mut [u8],
    pub(super) skim: &'r mut Skim,
    members: &'r [Member],
    pub(super) open: Open,
    pub(super) print: RowPrint,
    /// Whether it has its id already.
    pub(super) gives_id: bool,
    /// Whether it ends after today.
    pub(super) planned: bool,
}

impl ReadyRow<'_> {
    /// What it says.
    pub(super) fn skimmed(&self) -> Skimmed<'_> {
        self.skim.of(self.line, self.members)
    }
}

impl Readying {
    /// The rules.
    pub const fn rules(&self) -> &State {
        &self.rules
    }

    /// Makes a row ready and adds it to others, or says why it is refused.
    pub fn ready(&self, row: Command, rows: &mut ReadyRows) -> Result<Readied, Refusal> {
        let Command::Record(new) = &row else { return Ok(Readied::Open(Box::new(row))) };
        if new.activity.partof.is_some() || self.seals(&new.kind) {
            return Ok(Readied::Open(Box::new(row)));
        }
        let gives_id = new.id.is_some();
        // An id that is not given is put in when the turn of the row comes.
        for draft in decide(&self.rules, self.now, row, &mut || self.batch)? {
            let draft = Draft { batch: Some(self.batch), ..draft };
            if !self.add(&draft, gives_id, rows) {
                return Ok(Readied::Rare);
            }
        }
        Ok(Readied::Ready)
    }

    /// Whether something of an activity of this type may have to be sealed.
    fn seals(&self, kind: &str) -> bool {
        let kind = self.rules.activity_type(kind).filter(|_| self.can_seal);
        kind.is_some_and(|kind| kind.fields.iter().any(|field| field.kind == FieldKind::Sealed))
    }

    /// Adds the entry of a draft; whether it is written in no rare way.
    fn add(&self, draft: &Draft, gives_id: bool, rows: &mut ReadyRows) -> bool {
        let ReadyRows { lines, members, rows } = rows;
        let (start, first) = (lines.len(), members.len());
        let Self { rules, kept, now, recorded, .. } = self;
        let shared = Shared { source: rules.source(), author: now.author, recorded: *recorded };
        let open = shared.spell(draft, lines);
        // Nothing is written that no reader accepts.
        let Some(skim) = Skim::read(&lines[start..], members) else {
            lines.truncate(start);
            members.truncate(first);
            return false;
        };
        let said = skim.of(&lines[start..], members);
        let print = RowPrint::of_line(said, rules.short_kind(&draft.kind), kept);
        let planned = skim.occurred.to > now.today;
        rows.push(Row { end: lines.len(), skim, open, print, gives_id, planned });
        true
    }
}

impl ReadyRows {
    /// Hands out the rows in order.
    pub fn each(&mut self) -> impl Iterator<Item = ReadyRow<'_>> {
        let (mut rest, members, mut start) = (self.lines.as_mut_slice(), &self.members, 0);
        self.rows.iter_mut().map(move |row| {
            let (line, after) = std::mem::take(&mut rest).split_at_mut(row.end - start);
            (rest, start) = (after, row.end);
            let Row { skim, open, print, gives_id, planned, .. } = row;
            ReadyRow {
                line,
                skim,
                members,
                open: *open,
                print: *print,
                gives_id: *gives_id,
                planned: *planned,
            }
        })
    }
}
