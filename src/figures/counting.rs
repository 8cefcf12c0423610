//! In which values an entry counts, and in which it was looked at and does not.

use super::record::{Content, Record};
use super::table::{Question, explain};
use super::value::{Contribution, NotCounted};
use crate::plan::Indicator;

/// What an entry is in one value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountedIn<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its part in it, or why it has none.
    pub how: Result<Contribution, NotCounted>,
}

/// The values of the plan that rules which look at an entry; shares are made
/// of others.
pub fn counted_in<'a>(question: &Question<'a>, record: &Record) -> Vec<CountedIn<'a>> {
    let looks = |indicator: &&Indicator| match &record.latest().content {
        Content::Total(total) => total.indicator == indicator.id,
        Content::Activity(_) => indicator.rule.from.iter().any(|source| *source.kind == *record.kind),
    };
    let indicators = question.ruling.indicators().filter(looks);
    indicators.filter_map(|indicator| part_in(question, indicator, record)).collect()
}

fn part_in<'a>(question: &Question<'a>, indicator: &'a Indicator, record: &Record) -> Option<CountedIn<'a>> {
    let value = explain(question, indicator).value;
    let counts = value.contributions.iter().find(|it| it.id == record.id).cloned().map(Ok);
    let how = counts.or_else(|| value.not_counted.iter().find(|it| it.id == record.id).cloned().map(Err))?;
    Some(CountedIn { indicator, how })
}
