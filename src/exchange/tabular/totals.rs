//! Lines of a table as reported totals.

use super::column::Column;
use super::heads::total_columns;
use super::row::Row;
use super::{Cell, Reading, Table, TableError, TableTrouble};
use crate::exchange::typed::echo;
use crate::exchange::{Setting, folded, typed_day, typed_total_value};
use crate::figures::Total;
use crate::ledger::{Command, NewTotal};
use crate::plan::{Indicator, Near, nearest_indicator};

/// The columns without which a line states no total.
pub(super) const NEEDED: [(Column, &str); 4] = [
    (Column::Indicator, "indicator"),
    (Column::To, "to"),
    (Column::Value, "value"),
    (Column::Source, "citation"),
];

/// The reported totals of the lines under these heads.
pub(super) fn totals(table: &Table, indicators: &[&Indicator], setting: &Setting<'_>) -> Reading {
    let mut reading = Reading::default();
    let Table { origin, heads, lines, .. } = table;
    let at = |cell: &Cell| origin.of(cell);
    let (columns, told) = total_columns(&table.names());
    let told = told.into_iter().map(|(column, trouble)| TableError { spot: at(&heads[column]), trouble });
    reading.errors.extend(told);
    for (column, head) in NEEDED {
        if !columns.iter().flatten().any(|it| *it == column) {
            reading.errors.push(TableError { spot: at(&heads[0]), trouble: TableTrouble::NoColumn { head } });
        }
    }
    if !reading.errors.is_empty() {
        return reading;
    }
    for cells in lines.iter().filter(|cells| !cells.iter().all(Cell::is_empty)) {
        let mut row = Row::new(origin, heads, &columns, cells);
        let command = total(&mut row, indicators, setting);
        reading.take(row, command);
    }
    reading
}

fn total(row: &mut Row<'_>, indicators: &[&Indicator], setting: &Setting<'_>) -> Option<Command> {
    for (column, head) in NEEDED {
        if row.cell(&column).is_none() {
            row.refuse_empty(&[column], head);
        }
    }
    let indicator = row.read(&Column::Indicator, |text| named(text, indicators));
    let from = row.typed(&Column::From, |text| typed_day(text, &setting.calendar));
    let to = row.typed(&Column::To, |text| typed_day(text, &setting.calendar));
    let citation = row.citation();
    let note = row.text(&Column::Note);
    let id = row.id(&Column::Id);
    let indicator = indicator?;
    let value = row.typed(&Column::Value, |text| typed_total_value(text, indicator, setting.currency));
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        row.refuse_line(row.cell(&Column::From), TableTrouble::EndBeforeStart { from, to });
    }
    let total = Total {
        indicator: indicator.id.clone(),
        from,
        to: to?,
        value: value?,
        citation: citation?,
        evidence: vec![],
        note,
    };
    Some(Command::Report(NewTotal { id, total }))
}

/// The indicator of this id, or of this label where it is of one only.
fn named<'a>(text: &str, indicators: &[&'a Indicator]) -> Result<&'a Indicator, TableTrouble> {
    if let Some(exact) = indicators.iter().find(|it| it.id == text.trim()) {
        return Ok(exact);
    }
    let wanted = folded(text);
    let is_called = |it: &&&Indicator| it.label.each().iter().any(|label| folded(label) == wanted);
    let called: Vec<&'a Indicator> = indicators.iter().filter(is_called).copied().collect();
    if let [one] = called.as_slice() {
        return Ok(one);
    }
    let near = |it: &&Indicator| Near { id: it.id.clone(), label: it.label.clone() };
    let near = if called.is_empty() {
        nearest_indicator(text, indicators.iter().copied())
    } else {
        called.iter().map(near).collect()
    };
    Err(TableTrouble::Indicator { typed: echo(text), near })
}
