//! Closing a fiscal year: the value of each indicator is written down, with a
//! checkpoint of all entries that were known.
//!
//! ```text
//! preface · checkpoint of all entries so far · values that do not fit, if any · the closing
//! ```
//!
//! It changes no value and forbids no entry: what is recorded later is told as such.

use std::path::Path;

use super::administering::Writer;
use super::command::Receipt;
use super::decide::{Ids, checked_reason};
use super::desk::{Desk, DeskError, receipt};
use super::drafts;
use super::known_at::entry;
use super::publishing::{NotSent, may_be_named};
use super::refusal::Refusal;
use super::signing::{SigningError, in_entry};
use crate::event::{Day, Draft, EntryId, Json, Object, json_text, object, types};
use crate::figures::{
    ClosedValue, ClosedYear, Filter, PlanChoice, Question, Ruling, RulingError, State, explain,
};
use crate::vault::Keys;

/// How many values one entry holds at most: they fit in any case.
const VALUES: usize = 150;

/// A fiscal year to close.
#[derive(Clone, Debug)]
pub struct YearToClose {
    /// Of which plan; the version is the one in force on the last day.
    pub plan: PlanChoice,
    /// The last day of the year.
    pub as_at: Day,
    /// How many checks are open.
    pub open: usize,
    /// Whether it is closed though something is open.
    pub anyway: bool,
    /// Why it is closed anyway, or once more.
    pub reason: Option<String>,
    /// Up to how many entries whoever closes has looked, where that is asked: a closing that
    /// was recorded since is not replaced unseen.
    pub seen: Option<u64>,
}

/// What is written down of a year.
struct YearValues {
    plan: String,
    version: u32,
    unapproved: usize,
    values: Vec<ClosedValue>,
    again: Option<EntryId>,
}

impl Desk {
    /// Closes a fiscal year, or refuses and writes nothing. Told how many entries were
    /// read for the checkpoint.
    pub fn close_year(
        &mut self,
        (dir, keys): (&Path, &Keys),
        year: &YearToClose,
        writer: Writer,
        ids: Ids<'_>,
        told: &mut dyn FnMut(u64),
    ) -> Result<Vec<Receipt>, SigningError> {
        self.make_whole()?;
        let today = writer.now.today(self.state().zone());
        let values = year_values(self.state(), year, today)?;
        let mut done = self.write_preface(writer, true, ids)?;
        let checkpoint = self.checkpoint(dir, keys, told)?;
        let drafts = entries(year, &values, in_entry(&checkpoint.note), ids);
        let source = self.state().source().to_owned();
        done.extend(self.append(drafts, &source, writer.author, |_| writer.now)?);
        Ok(done)
    }

    /// Notes to whom the notice of a closing was sent; what is noted already is answered
    /// with the receipt of the entry that says it.
    pub fn note_notified(
        &mut self,
        closing: EntryId,
        to: &str,
        on: Day,
        writer: Writer,
        ids: Ids<'_>,
    ) -> Result<Vec<Receipt>, DeskError> {
        let today = writer.now.today(self.state().zone());
        if to.trim().is_empty() {
            return Err(Refusal::from(NotSent::Nobody).into());
        }
        may_be_named(to).map_err(Refusal::from)?;
        if on > today {
            return Err(Refusal::from(NotSent::Later(on)).into());
        }
        if let Some(closed) = self.closed_on(closing).filter(|closed| on < *closed) {
            return Err(Refusal::from(NotSent::BeforeClosing { on, closed }).into());
        }
        if let Some(known) = self.noted(closing, to, on) {
            let (known, hash) = entry(self.now().log().as_ref(), known)?;
            return Ok(vec![receipt(&known, hash, true)]);
        }
        let mut done = self.write_preface(writer, true, ids)?;
        let data = object([
            ("closing", json_text(closing.to_string())),
            ("on", json_text(on.to_string())),
            ("to", json_text(to)),
        ]);
        done.extend(self.write_own(types::FISCALYEAR_NOTIFIED, data, writer, ids)?);
        Ok(done)
    }

    /// The day on which a closing was recorded.
    fn closed_on(&self, closing: EntryId) -> Option<Day> {
        Some(self.state().closing(closing)?.recorded.today(self.state().zone()))
    }

    /// The place of the entry that says already to whom a notice was sent that day.
    fn noted(&self, closing: EntryId, to: &str, on: Day) -> Option<u64> {
        let year = self.state().closing(closing)?;
        year.sent.iter().find(|it| it.to == to && it.on == on).map(|it| it.sequence)
    }
}

/// What is to be written down of a year; refused where it is not over, where something is
/// open, or where it is closed already.
fn year_values(state: &State, year: &YearToClose, today: Day) -> Result<YearValues, SigningError> {
    let ruling = Ruling::in_force(state, &year.plan, year.as_at)?;
    if ruling.fiscal_year(year.as_at).to != year.as_at {
        return Err(refused(Refusal::NotAYearEnd(year.as_at)));
    }
    if today <= year.as_at {
        return Err(refused(Refusal::YearNotOver(year.as_at)));
    }
    year.reason.as_deref().map(checked_reason).transpose().map_err(refused)?;
    let plan = &ruling.adopted.adoption.id;
    let before = state.closed_year(plan, year.as_at);
    let is_unseen = |before: &ClosedYear| year.seen.is_some_and(|seen| before.sequence >= seen);
    if let Some(before) = before.filter(|before| year.reason.is_none() || is_unseen(before)) {
        return Err(refused(Refusal::ClosedAlready(before.sequence)));
    }
    let unapproved = ruling.indicators().filter(|it| it.approved.is_none()).count();
    if (year.open > 0 || unapproved > 0) && !year.anyway {
        return Err(refused(Refusal::OpenStill { open: year.open, unapproved }));
    }
    if year.anyway && year.reason.is_none() {
        return Err(refused(Refusal::NoReason));
    }
    Ok(YearValues {
        plan: plan.clone(),
        version: ruling.adopted.adoption.version,
        unapproved,
        values: closed_values(state, &ruling, year.as_at),
        again: before.map(|it| it.id),
    })
}

/// The value of each indicator of a plan on a day, as it is written down.
pub fn closed_values(state: &State, ruling: &Ruling<'_>, as_at: Day) -> Vec<ClosedValue> {
    let question = Question::new(state, ruling, as_at, Filter::default());
    let closed = ruling.indicators().map(|it| ClosedValue::of(&it.id, &explain(&question, it).value));
    closed.collect()
}

pub(super) fn refused(refusal: Refusal) -> SigningError {
    DeskError::from(refusal).into()
}

/// The entries of a closing, so that each prefix of them is true.
fn entries(year: &YearToClose, values: &YearValues, checkpoint: String, ids: Ids<'_>) -> Vec<Draft> {
    let json = |values: &[ClosedValue]| Json::Array(values.iter().map(ClosedValue::to_json).collect());
    let last = values.values.len().saturating_sub(1) / VALUES * VALUES;
    let (before, rest) = values.values.split_at(last.min(values.values.len()));
    let part = |values: &[ClosedValue]| object([("values", json(values))]);
    let mut drafts: Vec<Draft> = before
        .chunks(VALUES)
        .map(|values| drafts::plain(ids(), types::FISCALYEAR_VALUED, part(values)))
        .collect();
    let parts: Vec<Json> = drafts.iter().map(|draft| json_text(draft.id.to_string())).collect();
    let mut data = object([
        ("asat", json_text(year.as_at.to_string())),
        ("checkpoint", json_text(checkpoint)),
        ("plan", json_text(values.plan.as_str())),
        ("values", json(rest)),
        ("version", Json::Int(values.version.into())),
    ]);
    insert(&mut data, "again", values.again.map(|id| json_text(id.to_string())));
    insert(&mut data, "open", positive(year.open));
    insert(&mut data, "parts", (!parts.is_empty()).then_some(Json::Array(parts)));
    insert(&mut data, "reason", year.reason.as_deref().map(json_text));
    insert(&mut data, "unapproved", positive(values.unapproved));
    drafts.push(drafts::plain(ids(), types::FISCALYEAR_CLOSED, data));
    drafts
}

fn insert(data: &mut Object, name: &str, value: Option<Json>) {
    data.extend(value.map(|value| (name.to_owned(), value)));
}

/// A number that is told only where there is something.
fn positive(count: usize) -> Option<Json> {
    (count > 0).then(|| Json::Int(i64::try_from(count).unwrap_or(i64::MAX)))
}

impl From<RulingError> for SigningError {
    fn from(error: RulingError) -> Self {
        Self::Ruling(Box::new(error))
    }
}
