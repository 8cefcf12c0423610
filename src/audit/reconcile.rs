//! What was printed beside what the numbers give.

use std::collections::BTreeMap;

use crate::event::{Exact, Precision};
use crate::figures::{ExtraRow, GroupTable, RowTable, Table};
use crate::plan::{Indicator, Near, Number, Words, nearest_of};

/// A printed value: one row of a file of published figures.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Printed {
    /// Where it stands: a row of the table, a group, or the text.
    pub place: String,
    /// Line of the source.
    pub line: String,
    /// The indicator, or the group for a group's percentage.
    pub indicator: String,
    /// The target as printed.
    pub target: String,
    /// The value as printed.
    pub delivered: String,
    /// The percentage as printed.
    pub percent: String,
}

/// How a printed value compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is what the numbers give.
    Agrees,
    /// It is not.
    Differs,
    /// It cannot be compared: no number, or nothing certain to compare with.
    Unchecked,
}

impl Verdict {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::Unchecked => "unchecked",
        }
    }
}

/// One of the figures of a printed row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
    /// The target.
    Target,
    /// The value.
    Delivered,
    /// The percentage.
    Percent,
}

impl Figure {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Delivered => "delivered",
            Self::Percent => "percent",
        }
    }
}

/// How a percentage follows from numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reckoning {
    /// A value over its target, each less the baseline where there is one.
    Ratio {
        /// The value.
        delivered: Exact,
        /// The target.
        target: Exact,
        /// What both are measured from.
        baseline: Option<Exact>,
    },
    /// The mean of so many percentages.
    Mean(usize),
}

/// One comparison.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comparison<'a> {
    /// What was printed.
    pub printed: Printed,
    /// What people call the indicator or the group.
    pub label: Words,
    /// The indicator; none for a group.
    pub indicator: Option<&'a Indicator>,
    /// Which of its figures.
    pub figure: Figure,
    /// As printed.
    pub shown: String,
    /// As computed, when there is something certain; percentages in percent.
    pub computed: Option<Exact>,
    /// How precise what was computed is, where it rests on an imprecise amount.
    pub precision: Option<Precision>,
    /// With how many decimals it is shown.
    pub decimals: u32,
    /// How they compare.
    pub verdict: Verdict,
    /// How a percentage was computed.
    pub ours: Option<Reckoning>,
    /// How a percentage follows from the numbers printed beside it, and what
    /// they give.
    pub theirs: Option<(Reckoning, Exact)>,
}

/// That a printed row names no indicator and no group of the plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownRow {
    /// Which of the printed rows, from 0.
    pub at: usize,
    /// What is like what it names.
    pub near: Vec<Near>,
}

/// Compares every printed figure with the table; all rows that name nothing
/// are told at once.
pub fn reconcile<'a>(table: &Table<'a>, printed: &[Printed]) -> Result<Vec<Comparison<'a>>, Vec<UnknownRow>> {
    let book = Book::of(table, printed);
    let mut compared = Vec::new();
    let mut unknown = Vec::new();
    for (at, it) in printed.iter().enumerate() {
        match (book.row(&it.indicator), book.group(&it.indicator)) {
            (Some(row), _) => compared.extend(of_row(row, it)),
            (None, Some(group)) => compared.extend(book.of_group(group, it)),
            (None, None) => unknown.push(UnknownRow { at, near: book.near(&it.indicator) }),
        }
    }
    if unknown.is_empty() { Ok(compared) } else { Err(unknown) }
}

/// The table, and what is printed of its rows.
struct Book<'t, 'a> {
    table: &'t Table<'a>,
    rows: BTreeMap<&'a str, &'t RowTable<'a>>,
    printed: BTreeMap<&'t str, &'t Printed>,
}

impl<'t, 'a> Book<'t, 'a> {
    fn of(table: &'t Table<'a>, printed: &'t [Printed]) -> Self {
        let told = table.supplementary.iter().filter_map(|extra| match extra {
            ExtraRow::Narrative(row) => Some(row.as_ref()),
            ExtraRow::Group(_) => None,
        });
        let rows = table.groups().flat_map(|group| &group.rows).chain(told);
        // The first place that prints a row is its place in the table.
        let mut first = BTreeMap::new();
        for it in printed {
            first.entry(it.indicator.as_str()).or_insert(it);
        }
        Self { table, rows: rows.map(|row| (row.indicator.id.as_str(), row)).collect(), printed: first }
    }

    fn row(&self, id: &str) -> Option<&'t RowTable<'a>> {
        self.rows.get(id).copied()
    }

    fn group(&self, id: &str) -> Option<&'t GroupTable<'a>> {
        self.table.groups().find(|group| group.group.id == id)
    }

    fn near(&self, typed: &str) -> Vec<Near> {
        let named = |id: &'a str, label: &'a Words| std::iter::once(id).chain(label.each()).collect();
        let rows = self.rows.values().map(|row| row.indicator);
        let rows = rows.map(|it| (it.near(), named(&it.id, &it.label)));
        let groups = self.table.groups().map(|group| group.group);
        let groups =
            groups.map(|it| (Near { id: it.id.clone(), label: it.label.clone() }, named(&it.id, &it.label)));
        nearest_of(typed, rows.chain(groups))
    }

    fn of_group(&self, group: &GroupTable<'a>, printed: &Printed) -> Option<Comparison<'a>> {
        let included = group.rows.iter().filter(|row| {
            let mean = group.group.mean.as_ref();
            row.target.is_some() && mean.is_none_or(|mean| mean.contains(&row.indicator.id))
        });
        let percents = included.map(|row| {
            let row = self.printed.get(row.indicator.id.as_str())?;
            printed_number(&row.percent)
        });
        let percents: Option<Vec<Exact>> = percents.collect();
        let count = Exact::from(group.of);
        let theirs = percents.and_then(|all| all.iter().sum::<Exact>().divided_by(&count));
        let computed = group.percent.clone().map(hundredths);
        let comparison = Comparison {
            label: group.group.label.clone(),
            ours: computed.is_some().then_some(Reckoning::Mean(group.of)),
            theirs: theirs.map(|mean| (Reckoning::Mean(group.of), mean)),
            ..compared(printed, Figure::Percent, &printed.percent, computed, 0)
        };
        (!printed.percent.is_empty()).then_some(comparison)
    }
}

fn of_row<'a>(row: &RowTable<'a>, printed: &Printed) -> Vec<Comparison<'a>> {
    let indicator = row.indicator;
    let target = row.target.map(|target| target.value.exact());
    let delivered = row.value.delivered.clone().filter(|_| row.value.is_certain());
    let percent = row.percent.clone().map(hundredths);
    let decimals = indicator.decimals;
    let figures = [
        compared(printed, Figure::Target, &printed.target, target.clone(), decimals),
        Comparison {
            precision: row.value.precision,
            ..compared(printed, Figure::Delivered, &printed.delivered, delivered.clone(), decimals)
        },
        Comparison {
            ours: percent.as_ref().and_then(|_| reckoned(indicator, delivered, target)).map(|(it, _)| it),
            theirs: reckoned(indicator, printed_number(&printed.delivered), printed_number(&printed.target)),
            ..compared(printed, Figure::Percent, &printed.percent, percent, indicator.percentdecimals)
        },
    ];
    let named = |it| Comparison { label: indicator.near().label, indicator: Some(indicator), ..it };
    figures.into_iter().filter(|it| !it.shown.is_empty()).map(named).collect()
}

/// A percentage from a value and a target, with what it gives, in percent.
fn reckoned(
    indicator: &Indicator,
    delivered: Option<Exact>,
    target: Option<Exact>,
) -> Option<(Reckoning, Exact)> {
    let (delivered, target) = (delivered?, target?);
    let baseline = indicator.baseline.as_ref().map(Number::exact);
    let from = baseline.clone().unwrap_or_else(Exact::zero);
    let ratio = (delivered.clone() - from.clone()).divided_by(&(target.clone() - from))?;
    Some((Reckoning::Ratio { delivered, target, baseline }, hundredths(ratio)))
}

fn hundredths(ratio: Exact) -> Exact {
    ratio * Exact::from(100_i64)
}

/// A figure beside what is computed; whose it is comes later.
fn compared<'a>(
    printed: &Printed,
    figure: Figure,
    shown: &str,
    computed: Option<Exact>,
    decimals: u32,
) -> Comparison<'a> {
    let verdict = match (printed_number(shown), &computed) {
        (Some(shown), Some(computed)) if shown.round(decimals) == computed.round(decimals) => Verdict::Agrees,
        (Some(_), Some(_)) => Verdict::Differs,
        _ => Verdict::Unchecked,
    };
    Comparison {
        printed: printed.clone(),
        label: Words::default(),
        indicator: None,
        figure,
        shown: shown.to_owned(),
        computed,
        precision: None,
        decimals,
        verdict,
        ours: None,
        theirs: None,
    }
}

/// The number of a printed figure that is nothing but a number with a currency
/// or percent sign: `5,000,000$`, `$11,729,207`, `88%`, `7,11 %`. Words around
/// it, or a group that is not of three digits, make it something to read by
/// eye.
fn printed_number(shown: &str) -> Option<Exact> {
    let bare: String = shown
        .chars()
        .filter(|it| !matches!(it, '$' | '%' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
        .collect();
    let mut groups = bare.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let plain = match rest.as_slice() {
        [] => bare.clone(),
        groups if groups.iter().all(|group| group.len() == 3) => format!("{first}{}", groups.concat()),
        [decimals] => format!("{first}.{decimals}"),
        _ => return None,
    };
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::printed_number;

    #[test]
    fn printed_numbers_are_read_and_words_are_left() {
        let read = |shown: &str| printed_number(shown).and_then(|number| number.to_decimal());
        for (shown, number) in [
            ("5,000,000$", "5000000"),
            ("$11,729,207", "11729207"),
            ("88%", "88"),
            ("7,11 %", "7.11"),
            ("37", "37"),
        ] {
            assert_eq!(read(shown).as_deref(), Some(number), "{shown}");
        }
        for shown in ["", "quatre", "Plus de 950 k$", "↑182%", "3,3 M$", "1,2,3"] {
            assert_eq!(read(shown), None, "{shown}");
        }
    }
}
