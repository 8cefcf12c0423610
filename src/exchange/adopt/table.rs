//! A table as it is understood.

use std::collections::BTreeSet;

use super::builder::{Builder, Carried};
use super::columns::{check_twice, columns, first_day};
use super::days::last_day;
use super::levels::leveled;
use super::lines::read_lines;
use super::percents::compare;
use super::roles::{Role, heads};
use super::said::AdoptSaid;
use super::values::Reader;
use super::{AdoptError, Ask, Differing, SeenPercent, Unread, Why};
use crate::event::{Currency, Day, Exact, MAX_TEXT, Precision, clean_line};
use crate::exchange::tabular::Cell;
use crate::exchange::{Spot, Unit};

/// A table as it is understood.
#[derive(Clone, Debug, Default)]
pub struct Understood {
    /// The first words above the heads.
    pub title: Option<String>,
    /// The columns in which something stands.
    pub columns: Vec<SeenColumn>,
    /// What it shows, in order; groups without an objective stand in one
    /// without a label.
    pub objectives: Vec<SeenObjective>,
    /// What was not taken, and why.
    pub unread: Vec<Unread>,
    /// What is to be said before anything can be made of it.
    pub asks: Vec<Ask>,
    /// The first day of the plan, where it is known.
    pub since: Option<Day>,
    /// The currency of its amounts.
    pub currency: Option<Currency>,
    /// Whether columns of years are added up.
    pub adds_up: bool,
    /// The percentages that do not follow from its numbers.
    pub differing: Vec<Differing>,
}

/// A column of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenColumn {
    /// Its head, where it has one.
    pub head: String,
    /// Where that stands.
    pub spot: Spot,
    /// Its number from 0.
    pub at: usize,
    /// What it holds.
    pub role: Role,
    /// The days of a total.
    pub days: Option<(Option<Day>, Day)>,
}

/// An objective with its groups.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SeenObjective {
    /// Where its label stands.
    pub spot: Option<Spot>,
    /// The organisation's own numbering.
    pub number: Option<String>,
    /// What people read; none where the table has no objectives.
    pub label: Option<String>,
    /// Its groups.
    pub groups: Vec<SeenGroup>,
}

/// A group with its rows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SeenGroup {
    /// Where its label stands.
    pub spot: Option<Spot>,
    /// What people read; none where the table has no groups.
    pub label: Option<String>,
    /// Whether its level is supposed from where it stands.
    pub supposed: bool,
    /// The mean that the table prints.
    pub percent: Option<SeenPercent>,
    /// The rows that the mean leaves out, by their place.
    pub left_out: BTreeSet<usize>,
    /// Whether nothing says so but that the printed mean agrees without them.
    pub is_deduced: bool,
    /// Its rows.
    pub rows: Vec<SeenRow>,
}

/// An indicator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenRow {
    /// Where its label stands.
    pub spot: Spot,
    /// The organisation's own numbering.
    pub number: Option<String>,
    /// A label that it shares with other rows.
    pub heading: Option<String>,
    /// Its label.
    pub label: String,
    /// What its values are.
    pub unit: Unit,
    /// Whether its label says that years do not add up to more of it.
    pub is_rate: bool,
    /// What is counted, in words.
    pub counted: Option<String>,
    /// Its target.
    pub target: Option<SeenTarget>,
    /// How much of its target it reaches, as it is printed.
    pub percent: Option<SeenPercent>,
    /// Its totals.
    pub totals: Vec<SeenTotal>,
}

/// The target of an indicator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenTarget {
    /// The number.
    pub value: Exact,
    /// Whether it is the most that there may be.
    pub is_most: bool,
    /// As it is printed.
    pub printed: String,
}

/// A total of an indicator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenTotal {
    /// The first day; the plan's where none is named.
    pub from: Option<Day>,
    /// The last day.
    pub to: Day,
    /// The number.
    pub value: Exact,
    /// How precisely it is known.
    pub precision: Option<Precision>,
    /// As it is printed.
    pub printed: String,
    /// Where it stands.
    pub spot: Spot,
}

/// What a table says, and what must be said beside it.
pub fn understand(file: &str, bytes: &[u8], said: &AdoptSaid) -> Result<Understood, AdoptError> {
    let lines = read_lines(file, bytes, said)?;
    let mut asks = Vec::new();
    let heads = heads(&lines, said, &mut asks)?;
    let titles: Vec<&str> = lines.rows[..heads.at]
        .iter()
        .flatten()
        .filter(|cell| !cell.is_empty())
        .map(|cell| cell.text.as_str())
        .collect();
    let named = titles.iter().find_map(|title| last_day(title));
    let mut seen = Understood {
        title: titles.first().and_then(|title| clean_line(title, MAX_TEXT).ok()),
        currency: said.currency,
        ..Understood::default()
    };
    seen.columns = columns(&lines, &heads, said, said.as_at.or(named), &mut asks);
    check_twice(&seen)?;
    seen.since = said.since.or_else(|| first_day(&seen.columns));
    seen.adds_up = seen.columns.iter().any(|column| column.days.is_some_and(|(from, _)| from.is_some()));
    let value_columns = |row: &'_ [Cell]| -> Vec<Cell> {
        let is_value = |role: &Role| matches!(role, Role::Target | Role::Total);
        row.iter()
            .zip(&heads.roles)
            .filter(|(_, role)| is_value(role))
            .map(|(cell, _)| cell.clone())
            .collect()
    };
    let cells: Vec<Cell> = lines.rows[heads.below..].iter().flat_map(|row| value_columns(row)).collect();
    let mut reader = Reader::new(&lines.origin, said, cells.iter());
    for (column, cell) in heads.texts.iter().enumerate() {
        let is_said = said.columns.iter().any(|(it, _)| *it == column);
        if heads.roles[column] == Role::Nothing && !is_said && !cell.is_empty() {
            let is_sum = heads.sums.contains(&column);
            reader.tell(cell, if is_sum { Why::SumColumn } else { Why::Column });
        }
    }
    let mut builder = Builder { heads: &heads, reader, seen, carried: Carried::default() };
    for row in leveled(&lines.rows, &heads, said) {
        builder.take(&row)?;
    }
    let spot = heads.texts.first().map_or_else(|| Spot::whole(file), |cell| lines.origin.of(cell));
    let mut seen = builder.finish(asks, spot)?;
    compare(&mut seen, said);
    Ok(seen)
}

impl SeenRow {
    /// Whether its totals are added up, where columns hold what each year added.
    pub fn adds_up(&self) -> bool {
        self.unit != Unit::Percent && !self.is_rate
    }
}

impl Understood {
    /// All its rows in order.
    pub fn rows(&self) -> impl Iterator<Item = &SeenRow> {
        self.objectives.iter().flat_map(|it| &it.groups).flat_map(|group| &group.rows)
    }
}
