//! The columns of the file, each with its head, its type and its cell. The
//! heads stay: a column may be added behind, none is renamed.

use super::rows::Placed;
use crate::event::{Exact, Precision};
use crate::figures::{Grades, RowTable};
use crate::plan::{Direction, Unit, Words};
use crate::present::amounts::telescoped;
use crate::present::json::percent;

/// What a column holds, as Table Schema calls it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Type {
    String,
    Integer,
    Number,
    Boolean,
    Date,
}

impl Type {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
        }
    }
}

/// A column.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) kind: Type,
    /// Whether a person typed what it holds.
    pub(super) is_typed: bool,
    pub(super) cell: fn(&Placed<'_, '_>) -> String,
}

const fn column(name: &'static str, kind: Type, cell: fn(&Placed<'_, '_>) -> String) -> Column {
    Column { name, kind, is_typed: false, cell }
}

const fn typed(name: &'static str, cell: fn(&Placed<'_, '_>) -> String) -> Column {
    Column { name, kind: Type::String, is_typed: true, cell }
}

use Type::{Boolean, Date, Integer, Number, String as Text};

/// The columns of every table.
pub(super) const COLUMNS: &[Column] = &[
    column("indicator", Text, |it| it.row.indicator.id.clone()),
    column("objective", Text, |it| it.objective.map(|it| it.id.clone()).unwrap_or_default()),
    typed("objectivenumber", |it| it.objective.and_then(|it| it.number.clone()).unwrap_or_default()),
    typed("objectivefr", |it| french(it.objective.map(|it| &it.label))),
    typed("objectiveen", |it| english(it.objective.map(|it| &it.label))),
    column("group", Text, |it| it.group.map(|it| it.id.clone()).unwrap_or_default()),
    typed("groupfr", |it| french(it.group.map(|it| &it.label))),
    typed("groupen", |it| english(it.group.map(|it| &it.label))),
    typed("headingfr", |it| french(it.row.indicator.heading.as_ref())),
    typed("headingen", |it| english(it.row.indicator.heading.as_ref())),
    typed("labelfr", |it| french(Some(&it.row.indicator.label))),
    typed("labelen", |it| english(Some(&it.row.indicator.label))),
    column("kind", Text, |it| it.row.indicator.rule.kind.word().to_owned()),
    column("currency", Text, |it| it.row.indicator.currency.clone().unwrap_or_default()),
    typed("unitfr", |it| french(unit(it.row))),
    typed("uniten", |it| english(unit(it.row))),
    column("direction", Text, |it| direction(it.row.indicator.direction).to_owned()),
    column("target", Number, |it| {
        it.row
            .target
            .map(|it| it.value.exact())
            .as_ref()
            .map(|target| shown(it.row, target))
            .unwrap_or_default()
    }),
    column("delivered", Number, |it| delivered(it.row)),
    column("atleast", Boolean, |it| it.row.value.at_least.to_string()),
    column("low", Number, |it| number(it.row, it.row.value.low.as_ref())),
    column("high", Number, |it| number(it.row, it.row.value.high.as_ref())),
    column("precision", Text, |it| {
        it.row.value.precision.map(Precision::word).unwrap_or_default().to_owned()
    }),
    column("contradicts", Boolean, |it| it.row.value.contradicts.to_string()),
    column("percent", Number, |it| row_percent(it.row)),
    column("percentratio", Text, |it| it.row.percent.as_ref().map(Exact::ratio).unwrap_or_default()),
    column("reached", Boolean, |it| it.row.reached.map(|it| it.to_string()).unwrap_or_default()),
    column("documented", Number, |it| grade(it.row, 0)),
    column("itemised", Number, |it| grade(it.row, 1)),
    column("reported", Number, |it| grade(it.row, 2)),
    column("contributions", Integer, |it| it.row.value.counted.to_string()),
    column("rulestatus", Text, |it| it.row.indicator.status.word().to_owned()),
    column("ruleapproved", Date, |it| {
        it.row.indicator.approved.as_ref().map(|it| it.on.to_string()).unwrap_or_default()
    }),
    column("asat", Date, |it| it.table.as_at.to_string()),
    column("knownat", Integer, |it| it.table.size.saturating_sub(1).to_string()),
    column("size", Integer, |it| it.table.size.to_string()),
    column("head", Text, |it| it.table.head.to_string()),
    column("plan", Text, |it| it.table.ruling.adopted.adoption.id.clone()),
    column("planversion", Integer, |it| it.table.ruling.adopted.adoption.version.to_string()),
    column("filter", Text, |it| {
        it.table.filter.bodies.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }),
];

/// Those of a comparison, behind the others.
pub(super) const OLDER: &[Column] = &[
    column("comparedto", Date, |it| it.compared.map(|it| it.older.as_at.to_string()).unwrap_or_default()),
    column("beforedelivered", Number, |it| older(it).map(delivered).unwrap_or_default()),
    column("beforeatleast", Boolean, |it| {
        older(it).map(|it| it.value.at_least.to_string()).unwrap_or_default()
    }),
    column("beforepercent", Number, |it| older(it).map(row_percent).unwrap_or_default()),
    column("change", Number, |it| {
        number(it.row, it.compared.and_then(|compared| compared.change_of(it.row)).as_ref())
    }),
    column("rulechanged", Boolean, |it| {
        let changes = it.compared.and_then(|compared| compared.changes.get(it.row.indicator.id.as_str()));
        changes.is_some_and(|it| it.rule).to_string()
    }),
];

fn french(words: Option<&Words>) -> String {
    words.map(|words| words.fr.clone()).unwrap_or_default()
}

fn english(words: Option<&Words>) -> String {
    words.map(|words| words.en.clone()).unwrap_or_default()
}

fn unit<'a>(row: &RowTable<'a>) -> Option<&'a Words> {
    match row.indicator.unit() {
        Unit::Words(words) => Some(words),
        Unit::Money(_) | Unit::Percent | Unit::Number => None,
    }
}

const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    }
}

fn shown(row: &RowTable<'_>, value: &Exact) -> String {
    value.round(row.indicator.decimals)
}

fn number(row: &RowTable<'_>, value: Option<&Exact>) -> String {
    value.map(|value| shown(row, value)).unwrap_or_default()
}

fn delivered(row: &RowTable<'_>) -> String {
    number(row, row.value.delivered.as_ref())
}

fn row_percent(row: &RowTable<'_>) -> String {
    row.percent.as_ref().map(|ratio| percent(ratio, row.indicator.percentdecimals)).unwrap_or_default()
}

/// A part of the grade as it is shown: the three add up to the value.
fn grade(row: &RowTable<'_>, at: usize) -> String {
    let Grades { documented, itemised, reported } = &row.value.grade;
    let decimals = row.indicator.decimals;
    let parts = telescoped([documented, itemised, reported], decimals);
    parts.get(at).map(|part| part.round(decimals)).unwrap_or_default()
}

fn older<'t, 'a>(row: &Placed<'t, 'a>) -> Option<&'t RowTable<'a>> {
    row.compared.and_then(|compared| compared.older_row(&row.row.indicator.id))
}
