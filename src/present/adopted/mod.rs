//! A table of indicators as it was understood.

mod json;
mod report;

pub use json::{AdoptMade, understood_json};
pub use report::{ask_question, ask_sentence};

use anstyle::Style;

use super::grid::{Column, Grid};
use super::numbers::money_words;
use super::{Arg, Messages, day_words, number_words, wrapped};
use crate::event::{Day, Exact, Precision};
use crate::exchange::{Role, SeenColumn, SeenObjective, SeenRow, SeenTotal, Understood, Unit};
use report::report_text;

/// Columns that a value takes.
const VALUE: u16 = 16;

/// Columns that labels have at least beside values.
const LABEL: u16 = 30;

/// What was understood: the columns in sentences, the table, and what was not
/// taken.
pub fn understood_text(messages: &Messages, seen: &Understood, width: u16) -> String {
    let mut text: String = seen.columns.iter().map(|column| column_words(messages, column) + "\n").collect();
    let is_supposed = |it: &SeenObjective| it.supposed || it.groups.iter().any(|group| group.supposed);
    if seen.objectives.iter().any(is_supposed) {
        text.push_str(&format!("{}\n", messages.word("adopt-supposed-levels")));
    }
    let mut text = wrapped(&text, width);
    let totals: Vec<&SeenColumn> = seen.columns.iter().filter(|column| column.days.is_some()).collect();
    // The last ones where there is no room for all.
    let shown = usize::from(width.saturating_sub(LABEL + VALUE) / VALUE).max(1);
    let totals = &totals[totals.len().saturating_sub(shown)..];
    let columns: Vec<Column> = std::iter::repeat_n(Column::Number(VALUE), totals.len() + 1).collect();
    let grid = Grid::new(width, &columns);
    let mut heads = vec![messages.word("column-indicator"), messages.word("column-target")];
    heads.extend(totals.iter().filter_map(|column| Some(days_short(column.days?))));
    text.push('\n');
    text.push_str(&grid.row(0, heads, Style::new().bold()));
    for objective in &seen.objectives {
        text.push_str(&objective_text(messages, &grid, objective, totals));
    }
    text.push('\n');
    let totals: usize = seen.rows().map(|row| row.totals.len()).sum();
    let targets = seen.rows().filter(|row| row.target.is_some()).count();
    let counts = [
        ("rows", Arg::Count(seen.rows().count())),
        ("targets", Arg::Count(targets)),
        ("totals", Arg::Count(totals)),
    ];
    text.push_str(&wrapped(&format!("{}\n", messages.say("adopt-counts", &counts)), width));
    text.push_str(&report_text(messages, seen, width));
    text
}

fn objective_text(
    messages: &Messages,
    grid: &Grid,
    objective: &SeenObjective,
    totals: &[&SeenColumn],
) -> String {
    let bold = Style::new().bold();
    let mut text = String::new();
    let blank = || vec![String::new(); totals.len() + 1];
    let title = |label: &str| [vec![label.to_owned()], blank()].concat();
    if let Some(label) = &objective.label {
        let number = objective.number.as_ref().map(|number| format!("{number}. "));
        text.push_str(&grid.row(0, title(&format!("{}{label}", number.unwrap_or_default())), bold));
    }
    for group in &objective.groups {
        if let Some(label) = group.numbered_label() {
            text.push_str(&grid.row(1, title(&label), bold));
        }
        let mut heading = None;
        for row in &group.rows {
            if row.heading.is_some() && row.heading != heading {
                text.push_str(&grid.row(3, title(row.heading.as_deref().unwrap_or_default()), Style::new()));
            }
            heading.clone_from(&row.heading);
            let indent = if row.heading.is_some() { 5 } else { 3 };
            text.push_str(&grid.row(indent, cells(messages, row, totals), Style::new()));
        }
    }
    text
}

/// The cells of a row: its label, its target, its totals by column.
fn cells(messages: &Messages, row: &SeenRow, totals: &[&SeenColumn]) -> Vec<String> {
    let absent = || messages.word("not-stated");
    let target = row.target.as_ref().map(|target| {
        let value = value_words(messages, row.unit, &target.value);
        if target.is_most { format!("≤ {value}") } else { value }
    });
    let total = |column: &&SeenColumn| {
        let days = column.days?;
        let total = row.totals.iter().find(|total| (total.from, total.to) == days)?;
        Some(total_words(messages, row.unit, total))
    };
    let mut cells = vec![row.numbered_label(), target.unwrap_or_default()];
    cells.extend(totals.iter().map(|column| total(column).unwrap_or_else(absent)));
    cells
}

fn total_words(messages: &Messages, unit: Unit, total: &SeenTotal) -> String {
    let value = value_words(messages, unit, &total.value);
    let precise =
        |it: Precision| messages.say(&format!("precision-{}", it.word()), &[("value", Arg::Text(&value))]);
    total.precision.map_or_else(|| value.clone(), precise)
}

fn value_words(messages: &Messages, unit: Unit, value: &Exact) -> String {
    let decimal = value.to_decimal().unwrap_or_else(|| value.round(6));
    match unit {
        Unit::Currency(currency) => {
            let digits = if value.has_decimals(0) { 0 } else { currency.digits() };
            money_words(messages, &value.round(digits), &currency.symbol())
        }
        Unit::Percent => {
            let number = number_words(messages.language(), &decimal);
            messages.say("percent", &[("number", Arg::Text(&number))])
        }
        Unit::Bare => number_words(messages.language(), &decimal),
    }
}

/// A column in a sentence: `C « Objectif » : la cible`.
fn column_words(messages: &Messages, column: &SeenColumn) -> String {
    let role = messages.word(&format!("adopt-role-{}", role_word(column.role)));
    let letters = letters(column.at);
    let head = column.head.split(|it: char| it.is_whitespace() || it.is_control());
    let head = head.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let values = [("letters", Arg::Text(&letters)), ("head", Arg::Text(&head)), ("role", Arg::Text(&role))];
    let id = if head.is_empty() { "adopt-column-bare" } else { "adopt-column" };
    let words = messages.say(id, &values);
    let Some((from, to)) = column.days else { return words };
    let to = day_words(messages.language(), to);
    let days = match from {
        Some(from) => {
            let from = day_words(messages.language(), from);
            messages.say("period", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))])
        }
        None => messages.say("adopt-to-date", &[("to", Arg::Text(&to))]),
    };
    format!("{words}, {days}")
}

fn days_short((from, to): (Option<Day>, Day)) -> String {
    from.map_or_else(|| to.to_string(), |from| format!("{from} {to}"))
}

/// The letters of a column, from 0.
fn letters(column: usize) -> String {
    let low = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    if column < 26 { low.to_string() } else { format!("{}{low}", letters(column / 26 - 1)) }
}

const fn role_word(role: Role) -> &'static str {
    match role {
        Role::Number => "number",
        Role::Objective => "objective",
        Role::Group => "group",
        Role::Label => "label",
        Role::Detail => "detail",
        Role::Target => "target",
        Role::Total => "total",
        Role::Percent => "percent",
        Role::Unit => "unit",
        Role::Nothing => "nothing",
    }
}
