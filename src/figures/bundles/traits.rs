//! What a rule sees of a row, but for its days and its number: rows of the same
//! traits count alike.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::bundle::Manner;
use crate::event::{Day, Exact, Period, Precise, Precision};
use crate::figures::gather::{Row, number};
use crate::figures::paths::Texts;
use crate::figures::table::Question;
use crate::figures::totals::reported;
use crate::figures::value::Reason;
use crate::plan::{Indicator, Kind, Register, Source, Window};

/// What a rule sees of a row, but for its days and its number.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(in crate::figures) struct Traits {
    /// Of which source of the rule.
    pub source: usize,
    /// Whether a document backs it.
    pub documented: bool,
    /// Whether it has a number, and how precisely that is known.
    pub number: Numbered,
    /// What it says to a yes/no question.
    pub yes: Option<bool>,
    /// Its different keys, where the rule tells keys apart; none where none is stated.
    pub keys: Option<Arc<BTreeSet<String>>>,
    /// Its one key, likewise.
    pub key: Option<Vec<String>>,
    /// What stands at the path of which something is asked of all entries of a key,
    /// and whether all of it is stated.
    pub asked: Option<(Vec<String>, bool)>,
    /// Between which of the days that matter its own lie.
    pub between: Between,
}

/// After how many of the days that matter to a rule the days of a row lie.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in crate::figures) struct Between {
    /// The first and the last day on which it happened.
    pub occurred: (usize, usize),
    /// The first and the last day on which it can count.
    pub counts: (usize, usize),
    /// Of a rule that counts anew each fiscal year, the year.
    pub year: usize,
}

/// What is seen of a row without reading what it says, but for its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Plain {
    pub(super) source: usize,
    documented: bool,
    number: Numbered,
    between: Between,
}

impl Plain {
    /// The traits of a row of which nothing else is seen.
    const fn traits(self) -> Traits {
        let Self { source, documented, number, between } = self;
        Traits { source, documented, number, yes: None, keys: None, key: None, asked: None, between }
    }
}

impl Traits {
    /// Whether a number or a key is missing that the rule asks for.
    pub(super) fn lacks(&self, kind: Kind) -> bool {
        !matches!(self.number, Numbered::As(_)) || (kind == Kind::Distinct && self.keys.is_none())
    }
}

/// Whether a row has a number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in crate::figures) enum Numbered {
    As(Option<Precision>),
    NotStated,
    NotConverted,
}

/// What rows of the same traits say together.
#[derive(Clone, Debug)]
pub(in crate::figures) struct Together {
    /// How many they are.
    pub count: usize,
    /// Their sum, or the number of the one that holds.
    pub amount: Exact,
    /// What they have in common.
    pub traits: Arc<Traits>,
}

impl Together {
    /// The number that they stand for, or why there is none.
    pub(in crate::figures) fn number(&self, source: &Source) -> Result<Precise, Reason> {
        match self.traits.number {
            Numbered::As(precision) => Ok(Precise { value: self.amount.clone(), precision }),
            Numbered::NotStated => Err(Reason::ValueNotStated(source.field.clone().unwrap_or_default())),
            Numbered::NotConverted => Err(Reason::NoConversion),
        }
    }
}

/// What is seen of a row that does not state what a condition asks for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Unstated {
    pub(super) traits: Arc<Traits>,
    pub(super) paths: Vec<String>,
}

impl Unstated {
    /// That of a row of which this is plain, and which does not state what stands at these
    /// paths.
    pub(super) fn of(plain: Plain, paths: &[&str]) -> Self {
        let paths = paths.iter().map(|&path| path.to_owned()).collect();
        Self { traits: Arc::new(plain.traits()), paths }
    }

    /// The paths, as a source names them.
    pub(super) fn paths_in<'a>(&self, source: &'a Source) -> Vec<&'a str> {
        let named = source.conditions.iter().map(|condition| condition.path.as_str());
        named.filter(|path| self.paths.iter().any(|unstated| unstated == path)).collect()
    }
}

/// The days that matter to a rule beside the date asked for: those at which its
/// fiscal years and its published totals begin, and after which these end.
pub(super) struct Bounds(Vec<Day>);

impl Bounds {
    pub(super) fn of(question: &Question<'_>, indicator: &Indicator) -> Self {
        let totals = reported(question, indicator);
        let mut days: Vec<Day> =
            totals.iter().flat_map(|total| [total.period.from, total.period.to.next()]).collect();
        days.sort_unstable();
        days.dedup();
        Self(days)
    }

    /// After how many of them the first and the last of some days lie; mostly these are one.
    fn places(&self, days: Period) -> (usize, usize) {
        let place = |day: Day| self.0.partition_point(|bound| *bound <= day);
        let last = place(days.to);
        (if days.from == days.to { last } else { place(days.from) }, last)
    }
}

/// Reads the traits of rows.
pub(super) struct Reader<'a, 'q> {
    question: &'q Question<'a>,
    indicator: &'a Indicator,
    register: &'a Register,
    pub(super) manner: Manner,
}

impl<'a, 'q> Reader<'a, 'q> {
    pub(super) fn of(question: &'q Question<'a>, indicator: &'a Indicator) -> Self {
        let manner = match indicator.rule.kind {
            Kind::Count | Kind::Sum | Kind::Mean => Manner::Sum,
            Kind::Latest | Kind::Attained => Manner::Last,
            Kind::Max => Manner::Largest,
            Kind::Distinct | Kind::Narrative | Kind::Share => Manner::First,
        };
        Self { question, indicator, register: question.state.register(), manner }
    }

    /// Of which kind the rule is.
    pub(super) const fn kind(&self) -> Kind {
        self.indicator.rule.kind
    }

    /// Whether a row is open only up to an end of its own.
    pub(super) fn ends(&self, row: &Row<'_>) -> bool {
        self.indicator.rule.window == Some(Window::Open) && row.gist.field("ends").is_some()
    }

    /// Whether a row has a number, and which, where one is read.
    pub(super) fn number(&self, row: &Row<'_>) -> (Numbered, Option<Exact>) {
        if !matches!(self.kind(), Kind::Count | Kind::Sum | Kind::Mean | Kind::Latest | Kind::Max) {
            return (Numbered::As(None), None);
        }
        match number(&row.gist, row.source, self.indicator) {
            Ok(Precise { value, precision }) => (Numbered::As(precision), Some(value)),
            Err(Reason::NoConversion) => (Numbered::NotConverted, None),
            Err(_) => (Numbered::NotStated, None),
        }
    }

    /// What is plain of a row of a source with such a number.
    pub(super) fn plain(&self, row: &Row<'_>, source: usize, bounds: &Bounds, number: Numbered) -> Plain {
        let occurred = bounds.places(row.gist.occurred);
        let counts = if row.days == row.gist.occurred { occurred } else { bounds.places(row.days) };
        let between = Between { occurred, counts, year: self.year(row.date) };
        Plain { source, documented: row.gist.documented, number, between }
    }

    /// Which source of the rule looked at a row.
    pub(super) fn source(&self, row: &Row<'_>) -> usize {
        let mut sources = self.indicator.rule.from.iter();
        sources.position(|source| std::ptr::eq(source, row.source)).unwrap_or(0)
    }

    /// The traits of a row of which this is plain.
    pub(super) fn read(&self, row: &Row<'a>, plain: Plain) -> Traits {
        let rule = &self.indicator.rule;
        let kind = rule.kind;
        let is_distinct = kind == Kind::Distinct;
        let per = rule.per.as_deref().filter(|_| kind == Kind::Latest);
        let having = rule.having.as_ref().filter(|_| is_distinct);
        let owned = |values: Texts<'_>| values.into_iter().map(Cow::into_owned).collect::<Vec<_>>();
        let asked = having.and_then(|having| row.asked(self.register, &having.path));
        Traits {
            yes: if kind == Kind::Attained { row.yes() } else { None },
            keys: if is_distinct { row.keys(self.register) } else { None },
            key: per.and_then(|path| row.key(self.register, path)).map(owned),
            asked: asked.map(|found| (owned(found.values), found.complete)),
            ..plain.traits()
        }
    }

    /// Of a rule that counts anew each fiscal year, which one holds a day.
    fn year(&self, day: Day) -> usize {
        match self.indicator.rule.window {
            Some(Window::FiscalYear) => {
                usize::try_from(self.question.ruling.year_end.number(day)).unwrap_or(0)
            }
            _ => 0,
        }
    }
}
