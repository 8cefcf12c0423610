//! Fiscal years that were closed. No value reads them: they are assertions, which
//! `verify` recomputes.

use std::sync::Arc;

use super::State;
use super::signing::{note, text};
use crate::event::{Author, Day, Entry, EntryId, Json, Moment, Object};
use crate::figures::closed::{ClosedValue, closed_values};
use crate::figures::misfit::Misfit;
use crate::figures::ruling::{PlanChoice, Ruling};

/// A fiscal year that was closed for one plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClosedYear {
    /// Sequence of its entry.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Who closed it.
    pub author: Author,
    /// When.
    pub recorded: Moment,
    /// The first day of the year.
    pub from: Day,
    /// The last.
    pub as_at: Day,
    /// The plan.
    pub plan: String,
    /// The version that ruled.
    pub version: u32,
    /// How many entries were known.
    pub size: u64,
    /// The checkpoint of these, as it was signed.
    pub checkpoint: String,
    /// The value of each indicator, in order of their ids.
    pub values: Vec<ClosedValue>,
    /// How many checks were open, and how many rules not approved.
    pub open: u64,
    /// The rules.
    pub unapproved: u64,
    /// Why it was closed though something was open, or once more.
    pub reason: Option<String>,
    /// The closing that it takes the place of.
    pub again: Option<EntryId>,
    /// To whom the notice was sent.
    pub sent: Vec<NoticeSent>,
}

/// That the notice of a closing was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoticeSent {
    /// Sequence of its entry.
    pub sequence: u64,
    /// To which organisation or office.
    pub to: String,
    /// When.
    pub on: Day,
}

impl State {
    /// All closings, in order.
    pub fn closed_years(&self) -> &[ClosedYear] {
        &self.closed_years
    }

    /// The closing of a plan's year that holds: the last one.
    pub fn closed_year(&self, plan: &str, as_at: Day) -> Option<&ClosedYear> {
        self.closed_years.iter().rev().find(|it| it.plan == plan && it.as_at == as_at)
    }

    /// The closing of this id.
    pub fn closing(&self, id: EntryId) -> Option<&ClosedYear> {
        self.closed_years.iter().find(|it| it.id == id)
    }

    /// The closing of a plan's year that stands at a place, be it replaced or not.
    pub fn closing_at(&self, place: u64, plan: &str, as_at: Day) -> Option<&ClosedYear> {
        self.closed_years.iter().find(|it| it.sequence == place && it.plan == plan && it.as_at == as_at)
    }

    /// Remembers values that a closing goes on with.
    pub(super) fn value_year(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let values = closed_values(&entry.draft.data).ok_or(Misfit::Member("values"))?;
        Arc::make_mut(&mut self.year_values).insert(entry.draft.id, (entry.sequence, values));
        Ok(())
    }

    pub(super) fn close_year(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let data = &entry.draft.data;
        let count = |name: &str| data.get(name).and_then(Json::as_int).and_then(|it| u64::try_from(it).ok());
        let last = closed_values(data).ok_or(Misfit::Member("values"))?;
        let known = std::mem::take(&mut self.year_values);
        let before = parts(data)?.into_iter().map(|id| known.get(&id).ok_or(Misfit::Member("parts")));
        let before: Vec<&(u64, Vec<ClosedValue>)> = before.collect::<Result<_, _>>()?;
        let size = before.first().map_or(entry.sequence, |(sequence, _)| *sequence);
        let as_at = parsed(data, "asat")?;
        let version = count("version").and_then(|it| u32::try_from(it).ok());
        let choice = PlanChoice { id: Some(text(data, "plan")?.to_owned()), version };
        let year = Ruling::at(self, &choice, as_at).map(|ruling| ruling.fiscal_year(as_at));
        let closing = ClosedYear {
            sequence: entry.sequence,
            id: entry.draft.id,
            author: entry.author,
            recorded: entry.recorded,
            from: year.map_err(|_| Misfit::Member("plan"))?.from,
            as_at,
            plan: text(data, "plan")?.to_owned(),
            version: version.ok_or(Misfit::Member("version"))?,
            size,
            checkpoint: note(data, "checkpoint")?,
            values: before.into_iter().flat_map(|(_, values)| values.clone()).chain(last).collect(),
            open: count("open").unwrap_or_default(),
            unapproved: count("unapproved").unwrap_or_default(),
            reason: text(data, "reason").ok().map(str::to_owned),
            again: parsed(data, "again").ok(),
            sent: Vec::new(),
        };
        Arc::make_mut(&mut self.closed_years).push(closing);
        Ok(())
    }

    pub(super) fn notify_year(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let data = &entry.draft.data;
        let about: EntryId = parsed(data, "closing")?;
        let sent = NoticeSent {
            sequence: entry.sequence,
            to: text(data, "to")?.to_owned(),
            on: parsed(data, "on")?,
        };
        let closing = Arc::make_mut(&mut self.closed_years).iter_mut().find(|it| it.id == about);
        closing.ok_or(Misfit::Member("closing"))?.sent.push(sent);
        Ok(())
    }
}

/// The entries with which it begins, where there are any.
fn parts(data: &Object) -> Result<Vec<EntryId>, Misfit> {
    let Some(parts) = data.get("parts") else { return Ok(Vec::new()) };
    let id = |part: &Json| part.as_text()?.parse().ok();
    parts.as_array().and_then(|parts| parts.iter().map(id).collect()).ok_or(Misfit::Member("parts"))
}

fn parsed<T: std::str::FromStr>(data: &Object, name: &'static str) -> Result<T, Misfit> {
    text(data, name)?.parse().map_err(|_| Misfit::Member(name))
}
