//! A table as it is understood.

use std::collections::BTreeSet;

use super::absent::note_absent;
use super::builder::{Builder, Carried};
use super::columns::{check_twice, columns, first_day};
use super::days::last_day;
use super::labels::numbered;
use super::levels::{leveled, title_above};
use super::lines::read_lines;
use super::notes::notes;
use super::percents::compare;
use super::roles::{Role, heads};
use super::said::AdoptSaid;
use super::values::Reader;
use super::{AdoptError, Ask, Differing, SeenAbsent, SeenPercent, Unread, Why};
use crate::event::{Currency, Day, Exact, MAX_TEXT, Precision, YearEnd, clean_line};
use crate::exchange::tabular::Cell;
use crate::exchange::{Spot, Unit};

/// The last day of the fiscal year where nothing says it, as `init` has it.
const YEAR_END: &str = "03-31";

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
    /// The last day of the plan's fiscal year.
    pub year_end: Option<YearEnd>,
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
    /// Its head without the days that it names, where it is the only one of
    /// totals and stands over values of every date.
    pub undated: Option<String>,
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
    /// Whether its level is supposed from where it stands.
    pub supposed: bool,
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
    /// The organisation's own numbering.
    pub number: Option<String>,
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
    /// Whether nothing says that it stands below that but that it follows.
    pub is_unsure: bool,
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
    /// The days for which the table states no total, though it does for others.
    pub absent: Vec<SeenAbsent>,
    /// Whether its value is that of a fiscal year, so that none stands for
    /// another.
    pub is_yearly: bool,
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
    let above = title_above(&lines.rows, &heads).unwrap_or(heads.at);
    let titles: Vec<&Cell> = lines.rows[..above].iter().flatten().filter(|cell| !cell.is_empty()).collect();
    let named = titles.iter().find_map(|title| last_day(&title.text));
    let mut seen = Understood {
        title: titles.first().and_then(|title| clean_line(&title.text, MAX_TEXT).ok()),
        currency: said.currency,
        year_end: said.year_end.or_else(|| YEAR_END.parse().ok()),
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
    for cell in titles.iter().skip(1).filter(|cell| last_day(&cell.text).is_none()) {
        reader.tell(cell, Why::Above);
    }
    for (column, cell) in heads.texts.iter().enumerate() {
        let is_said = said.columns.iter().any(|(it, _)| *it == column);
        if heads.roles[column] == Role::Nothing && !is_said && !cell.is_empty() {
            let is_sum = heads.sums.contains(&column);
            reader.tell(cell, if is_sum { Why::SumColumn } else { Why::Column });
        }
        if heads.earlier.contains(&column) {
            reader.tell(cell, Why::EarlierTarget);
        }
    }
    let mut builder = Builder { heads: &heads, reader, seen, carried: Carried::default() };
    let notes = notes(&lines, &heads, said, &mut asks);
    for row in leveled(&lines, &heads, said, &notes) {
        builder.take(&row)?;
    }
    let spot = heads.texts.first().map_or_else(|| Spot::whole(file), |cell| lines.origin.of(cell));
    let mut seen = builder.finish(asks, spot)?;
    note_absent(&mut seen);
    compare(&mut seen, said);
    Ok(seen)
}

impl SeenGroup {
    /// Its label with the organisation's own number before it.
    pub fn numbered_label(&self) -> Option<String> {
        self.label.as_ref().map(|label| numbered(self.number.as_deref(), label))
    }
}

impl SeenRow {
    /// Its label with the organisation's own number before it.
    pub fn numbered_label(&self) -> String {
        numbered(self.number.as_deref(), &self.label)
    }

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
