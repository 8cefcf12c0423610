//! A value as it stood in a table that was sent, and as the same question is
//! answered with all that is known since.

use std::borrow::Borrow;

use super::filter::Filter;
use super::ruling::{PlanChoice, Ruling};
use super::scope::Known;
use super::state::{Publication, SentTable, State};
use super::table::{Question, Table, explain};
use super::value::Value;
use crate::event::{Day, Evidence, Exact, Hash, SentFormat};
use crate::plan::Indicator;

/// What was sent of a table, to whom and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sending {
    /// The form in which it was sent.
    pub format: SentFormat,
    /// The language of its words, by its stored word.
    pub language: &'static str,
    /// BLAKE3 of the bytes that were sent.
    pub blake3: Hash,
    /// To whom.
    pub to: String,
    /// When.
    pub on: Day,
    /// The document that was sent, where it was kept.
    pub evidence: Option<Evidence>,
}

impl Sending {
    /// What is recorded of it: which table it was, of two the newer one.
    pub fn of(self, table: &Table<'_>, compared: Option<Day>) -> SentTable {
        let adoption = &table.ruling.adopted.adoption;
        SentTable {
            as_at: table.as_at,
            compared,
            size: table.size,
            head: table.head,
            plan: adoption.id.clone(),
            version: adoption.version,
            filter: table.filter.clone(),
            format: self.format,
            language: self.format.has_words().then(|| self.language.to_owned()),
            blake3: self.blake3,
            to: self.to,
            on: self.on,
            evidence: self.evidence.into_iter().collect(),
        }
    }
}

/// Where a value was published, as far as is known, with what it was then: the
/// ledger as it was is asked for once for tables that knew the same entries.
pub fn published<S: Borrow<State>, E>(
    state: &State,
    indicator: &str,
    mut as_known: impl FnMut(Known) -> Result<S, E>,
) -> Result<Vec<Published>, E> {
    let mut all = Vec::new();
    let mut known: Option<S> = None;
    for publication in standing(state, indicator) {
        let size = publication.sent.size;
        let before = match known.take().filter(|known| known.borrow().size() == size) {
            Some(known) => known,
            None => as_known(Known::Sequence(size.saturating_sub(1)))?,
        };
        all.extend(Published::of(publication, before.borrow(), state, indicator));
        known = Some(before);
    }
    Ok(all)
}

/// Whether a value may have been published at all.
pub fn may_be_published(state: &State, indicator: &str) -> bool {
    standing(state, indicator).next().is_some()
}

fn standing<'s>(state: &'s State, indicator: &'s str) -> impl Iterator<Item = &'s Publication> {
    let all = state.publications().iter().filter(|it| it.withdrawn.is_none());
    all.filter(move |it| was_in(state, &it.sent, indicator))
}

/// A value as it stood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stood {
    /// The indicator as the plan had it.
    pub indicator: Indicator,
    /// Its value.
    pub value: Value,
    /// Exact ratio to the target, 1 = 100 %.
    pub percent: Option<Exact>,
}

/// A value in a table that was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Published {
    /// The mark.
    pub publication: Publication,
    /// As it was sent.
    pub then: Stood,
    /// As it is with all that is known; none where the plan no longer has it.
    pub now: Option<Stood>,
}

impl Published {
    /// Of a mark: none where the table had no such value. `before` is the ledger
    /// as it was known to the table, `state` as it is known.
    pub fn of(publication: &Publication, before: &State, state: &State, indicator: &str) -> Option<Self> {
        let sent = &publication.sent;
        let version = Some(sent.version);
        let choice = |version| PlanChoice { id: Some(sent.plan.clone()), version };
        let then = stood(before, &choice(version), sent, indicator)?;
        let now = stood(state, &choice(None), sent, indicator);
        Some(Self { publication: publication.clone(), then, now })
    }

    /// Whether what is shown of it is something else now.
    pub fn differs(&self) -> bool {
        self.now.as_ref().is_none_or(|now| shown(now) != shown(&self.then))
    }
}

/// Whether a table may have had such a value at all, as far as the plans say.
fn was_in(state: &State, sent: &SentTable, indicator: &str) -> bool {
    let choice = PlanChoice { id: Some(sent.plan.clone()), version: Some(sent.version) };
    Ruling::at(state, &choice, sent.as_at).is_ok_and(|ruling| is_a_row(&ruling, indicator))
}

fn is_a_row(ruling: &Ruling<'_>, indicator: &str) -> bool {
    ruling.groups.iter().any(|group| group.rows.iter().any(|row| row == indicator))
}

fn stood(state: &State, choice: &PlanChoice, sent: &SentTable, indicator: &str) -> Option<Stood> {
    let ruling = Ruling::at(state, choice, sent.as_at).ok()?;
    if !is_a_row(&ruling, indicator) {
        return None;
    }
    let found = ruling.indicator(indicator)?;
    let question = question(state, &ruling, sent.as_at, &sent.filter);
    let row = explain(&question, found);
    Some(Stood { indicator: found.clone(), percent: row.percent.clone(), value: row.value })
}

fn question<'a>(state: &'a State, ruling: &'a Ruling<'a>, as_at: Day, filter: &Filter) -> Question<'a> {
    Question::new(state, ruling, as_at, filter.clone())
}

/// What a table shows of a value.
fn shown(stood: &Stood) -> (Vec<Option<String>>, [bool; 2], Option<&'static str>) {
    let Stood { indicator, value, percent } = stood;
    let rounded = |number: &Option<Exact>| number.as_ref().map(|it| it.round(indicator.decimals));
    let percent =
        percent.as_ref().map(|ratio| (ratio.clone() * Exact::from(100_i64)).round(indicator.percentdecimals));
    let numbers = vec![rounded(&value.delivered), rounded(&value.low), rounded(&value.high), percent];
    let precision = value.precision.map(crate::event::Precision::word);
    (numbers, [value.at_least, value.contradicts], precision)
}
