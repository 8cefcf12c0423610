//! An import, tried out row after row: its entries, and what its rows become.

use std::collections::HashMap;

use super::ahead::Ahead;
use super::alike::{Alike, RowPrint, Twins, print_of};
use super::command::Command;
use super::committed::Committed;
use super::decide;
use super::desk::DeskError;
use super::drafts;
use super::importing::{ImportRefused, ImportedRows, RefusedRows, RowVerdict, is_body};
use super::ready::{ReadyRow, Readying};
use super::refusal::Refusal;
use super::rehearsal::Rehearsal;
use super::row_there::{given_id, is_the_same, is_there};
use super::sought::Sought;
use crate::event::{Draft, EntryId, Hash, Json, encode, json_text, object, types};
use crate::figures::{Batch, KeptFields};

/// An import, tried out. It knows of the ledger what its rehearsal knows.
pub(super) struct Trial {
    pub(super) rehearsal: Rehearsal,
    /// None where no row becomes an entry of it.
    pub(super) batch: Option<EntryId>,
    pub(super) rows: ImportedRows,
    /// The batch that would be begun or is continued.
    own: EntryId,
    file: Hash,
    brought: u64,
    /// Of a batch that is continued: how many of its first entries are there.
    done: Option<u64>,
    /// The ids that rows gave, each with what its first row says.
    given: HashMap<EntryId, Option<Hash>>,
    twins: Twins,
    /// Where it is not known beforehand what standing activities say: what rows say, to
    /// be looked for among these at the end.
    pub(super) sought: Option<Sought>,
}

impl Trial {
    pub(super) fn new(
        mut rehearsal: Rehearsal,
        file: Hash,
        ahead: &Ahead,
        unfinished: Option<(EntryId, Batch)>,
        ids: decide::Ids<'_>,
    ) -> Result<Self, ImportRefused> {
        rehearsal.begin()?;
        let own = unfinished.as_ref().map_or_else(&mut *ids, |(id, _)| *id);
        let brought = ahead.brought(&rehearsal.state, own);
        let done = match unfinished {
            Some((_, known)) if known.rows != brought => {
                let Batch { sequence, rows, .. } = known;
                return Err(Refusal::BatchDiffers { batch: sequence, rows, now: brought }.into());
            }
            Some((_, known)) => Some(known.entries),
            None => None,
        };
        let (rows, given, twins) = (ImportedRows::default(), HashMap::new(), Twins::default());
        let batch = done.map(|_| own);
        let sought = None;
        Ok(Self { rehearsal, batch, rows, own, file, brought, done, given, twins, sought })
    }

    /// Takes the next row, or says why it is refused.
    pub(super) fn take(
        &mut self,
        row: Command,
        alike: &Alike,
        ledger: &Committed,
        ids: decide::Ids<'_>,
    ) -> Result<(), DeskError> {
        let index = self.rows.each.len();
        self.rows.each.push(RowVerdict::There);
        // A row that stands twice is one entry, counted once.
        let is_first = given_id(&row).is_none_or(|id| !self.given.contains_key(&id));
        if !is_body(&row) && is_first && self.is_done(&row) {
            given_id(&row).map(|id| self.given.insert(id, None));
            return Ok(());
        }
        let print = print_of(&row, &self.kept());
        let kind = kind_of(&row).to_owned();
        let verdict = self.row(row, ledger, ids);
        self.rows.each[index] = *verdict.as_ref().unwrap_or(&RowVerdict::Refused);
        if let Some(print) = print.filter(|_| self.rows.each[index].is_taken()) {
            self.compare(index, &kind, print, alike);
        }
        verdict.map(drop)
    }

    /// Remarks that a row which becomes an entry says what another says.
    fn compare(&mut self, index: usize, kind: &str, row: RowPrint, alike: &Alike) {
        if let Some(first) = self.twins.take(row.print, index) {
            self.rows.twins.push((index, first));
        }
        match &mut self.sought {
            Some(sought) => sought.add(index, kind, &row),
            None => self.rows.alike.extend(alike.find(row.print).map(|sequence| (index, sequence))),
        }
    }

    /// What rows can be made ready by beside whoever takes them; none where what
    /// becomes of one hangs on more than what they say and the rules.
    pub(super) fn readying(&self) -> Option<Readying> {
        let is_new = self.done.is_none() && self.rehearsal.state.is_for_values();
        is_new.then(|| self.rehearsal.readying(self.own, self.kept()))
    }

    /// Which fields of activities are known where they are not known whole.
    fn kept(&self) -> KeptFields {
        self.sought.as_ref().map_or_else(KeptFields::least, |sought| sought.kept().clone())
    }

    /// Takes the next row, which was made ready.
    pub(super) fn take_ready(
        &mut self,
        mut ready: ReadyRow<'_>,
        alike: &Alike,
        ids: decide::Ids<'_>,
    ) -> Result<(), DeskError> {
        let (index, print, planned) = (self.rows.each.len(), ready.print, ready.planned);
        let kind = self.rehearsal.state.short_kind(ready.skimmed().kind()).to_owned();
        match self.rows.added.get_mut(&kind) {
            Some(count) => *count += 1,
            None => drop(self.rows.added.insert(kind.clone(), 1)),
        }
        self.begin_batch()?;
        self.rehearsal.take_ready(&mut ready, ids)?;
        self.rows.each.push(if planned { RowVerdict::Planned } else { RowVerdict::Added });
        self.rows.planned += usize::from(planned);
        self.compare(index, &kind, print, alike);
        Ok(())
    }

    /// Begins the batch, where nothing is of it yet.
    fn begin_batch(&mut self) -> Result<(), DeskError> {
        if self.batch.is_none() {
            let data = object([("file", json_text(self.file.to_string())), ("rows", self.count())]);
            self.rehearsal.take(drafts::plain(self.own, types::BATCH_STARTED, data))?;
            self.batch = Some(self.own);
        }
        Ok(())
    }

    /// All rows were taken: what they bring ends with them.
    pub(super) fn end(mut self, ids: decide::Ids<'_>) -> Result<Self, ImportRefused> {
        if let Some(batch) = self.batch {
            let data = object([("rows", self.count())]);
            self.rehearsal.take(drafts::about(ids(), types::BATCH_COMPLETED, batch, data))?;
        }
        Ok(self)
    }

    /// Whether no row becomes an entry, and no batch is to be ended.
    pub(super) fn brings_nothing(&self) -> bool {
        self.batch.is_none() && self.rows.added.is_empty()
    }

    /// That some rows are refused, and so all of it.
    pub(super) fn refused(self, refused: RefusedRows) -> ImportRefused {
        ImportRefused::Rows { refused, rows: Box::new(self.rows) }
    }

    fn count(&self) -> Json {
        Json::Int(i64::try_from(self.brought).unwrap_or(i64::MAX))
    }

    /// Whether a row is one of the first that its batch appended. A row whose id was
    /// there before the batch is none of them.
    fn is_done(&mut self, row: &Command) -> bool {
        let Some(done) = self.done.filter(|done| *done > 0) else { return false };
        let given = given_id(row);
        let record = given.and_then(|id| self.rehearsal.state.record(id));
        let is_its = given.is_none() || record.is_some_and(|record| record.batch == Some(self.own));
        self.done = Some(if is_its { done - 1 } else { done });
        is_its
    }

    fn row(
        &mut self,
        row: Command,
        ledger: &Committed,
        ids: decide::Ids<'_>,
    ) -> Result<RowVerdict, DeskError> {
        if is_there(&row, &self.rehearsal.state) {
            self.rows.skipped += 1;
            return Ok(RowVerdict::There);
        }
        let batch = (!is_body(&row)).then_some(self.own);
        let gives_id = given_id(&row).is_some();
        let mut verdict = RowVerdict::There;
        for draft in self.rehearsal.decide(row, ids)? {
            let said = gives_id.then(|| content(&draft));
            let place = gives_id.then(|| self.place_of(draft.id)).flatten();
            if let Some(place) = place {
                match self.given.get(&draft.id).copied().flatten() {
                    Some(first) if Some(first) == said => {}
                    Some(_) => return Err(Refusal::IdTaken(draft.id).into()),
                    None => is_the_same(&draft, place, ledger)?,
                }
                self.rows.skipped += 1;
                continue;
            }
            let is_planned = draft.occurred.is_some_and(|occurred| occurred.to > self.rehearsal.today);
            self.add(Draft { batch, ..draft }, said)?;
            self.rows.planned += usize::from(is_planned);
            verdict = if is_planned { RowVerdict::Planned } else { RowVerdict::Added };
        }
        Ok(verdict)
    }

    /// Where the entry of an id that a row gives stands. In a state for values only those
    /// of rows do: no row looked back.
    fn place_of(&self, id: EntryId) -> Option<u64> {
        let Rehearsal { state, .. } = &self.rehearsal;
        let is_new = state.is_for_values() && !self.given.contains_key(&id);
        if is_new { None } else { state.sequence_of(id) }
    }

    /// Takes an entry that a row brings, after the beginning of its batch.
    fn add(&mut self, draft: Draft, said: Option<Hash>) -> Result<(), DeskError> {
        if draft.batch.is_some() {
            self.begin_batch()?;
        }
        let (id, kind) = (draft.id, self.rehearsal.state.short_kind(&draft.kind).to_owned());
        self.rehearsal.take(draft)?;
        if said.is_some() {
            self.given.insert(id, said);
        }
        *self.rows.added.entry(kind).or_default() += 1;
        Ok(())
    }
}

/// The type of the activity that a row records; none of another row.
fn kind_of(row: &Command) -> &str {
    match row {
        Command::Record(new) => &new.kind,
        _ => "",
    }
}

/// What a draft says, whatever batch it comes with.
fn content(draft: &Draft) -> Hash {
    let text = |text: String| json_text(text);
    let days = draft.occurred.map_or_else(String::new, |days| format!("{}/{}", days.from, days.to));
    let said = object([
        ("data", Json::Object(draft.data.clone())),
        ("days", text(days)),
        ("kind", json_text(&draft.kind)),
        ("subject", text(draft.subject.as_ref().map_or_else(String::new, ToString::to_string))),
        ("version", Json::Int(draft.version.into())),
    ]);
    let mut bytes = Vec::new();
    encode(&said, &mut bytes);
    Hash::of(&bytes)
}
