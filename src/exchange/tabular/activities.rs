//! Lines of a table as activities.

use std::collections::HashMap;

use super::column::Column;
use super::heads::{activity_columns, type_column};
use super::row::Row;
use super::{Cell, Reading, Table, TableError, TableTrouble};
use crate::event::{Activity, Period};
use crate::exchange::{Setting, field_named, typed_body, typed_date, typed_fields, typed_type};
use crate::ledger::{Command, NewActivity};
use crate::plan::ActivityType;

/// The activities of the lines under these heads, of one type when it is
/// given.
pub(super) fn activities(
    table: &Table,
    kind: Option<&ActivityType>,
    catalogue: &[&ActivityType],
    setting: &Setting<'_>,
) -> Reading {
    let mut reading = Reading::default();
    let Table { origin, heads, lines, .. } = table;
    let names = table.names();
    let at = |cell: &Cell| origin.of(cell);
    let types = match (kind, type_column(&names)) {
        (None, None) => {
            reading.errors.push(TableError { spot: at(&heads[0]), trouble: TableTrouble::NoType });
            return reading;
        }
        (Some(_), Some(column)) => {
            let trouble = TableTrouble::TypeTwice { head: heads[column].text.trim().to_owned() };
            reading.errors.push(TableError { spot: at(&heads[column]), trouble });
            return reading;
        }
        (Some(kind), None) => Types { one: Some(kind), named: HashMap::new() },
        (None, Some(column)) => Types { one: None, named: named(lines, column, catalogue, setting) },
    };
    // Without a row no type is named, so that heads of fields mean nothing yet.
    if types.one.is_none() && lines.iter().flatten().all(Cell::is_empty) {
        return reading;
    }
    let (columns, told) = activity_columns(&names, &types.all());
    reading
        .errors
        .extend(told.into_iter().map(|(column, trouble)| TableError { spot: at(&heads[column]), trouble }));
    for cells in lines.iter().filter(|cells| !cells.iter().all(Cell::is_empty)) {
        let mut row = Row::new(origin, heads, &columns, cells);
        let command = activity(&mut row, &types, catalogue, setting);
        reading.take(row, command);
    }
    reading
}

/// The types that the lines name.
struct Types<'a> {
    one: Option<&'a ActivityType>,
    named: HashMap<String, &'a ActivityType>,
}

impl<'a> Types<'a> {
    fn all(&self) -> Vec<&'a ActivityType> {
        let mut all: Vec<&ActivityType> = self.one.into_iter().chain(self.named.values().copied()).collect();
        all.sort_by(|one, other| one.id.cmp(&other.id));
        all.dedup_by(|one, other| one.id == other.id);
        all
    }
}

/// The type of each different text of a column, where it is one.
pub(super) fn named<'a>(
    lines: &[Vec<Cell>],
    column: usize,
    catalogue: &[&'a ActivityType],
    setting: &Setting<'_>,
) -> HashMap<String, &'a ActivityType> {
    let mut named = HashMap::new();
    for cell in lines.iter().filter_map(|cells| cells.get(column)) {
        if !named.contains_key(&cell.text) {
            let kind = typed_type(setting.short(&cell.text), catalogue);
            kind.ok().map(|kind| named.insert(cell.text.clone(), kind));
        }
    }
    named
}

fn activity<'a>(
    row: &mut Row<'a>,
    types: &Types<'a>,
    catalogue: &[&'a ActivityType],
    setting: &Setting<'_>,
) -> Option<Command> {
    let kind = kind(row, types, catalogue, setting);
    let occurred = occurred(row, setting);
    let subject = row.typed(&Column::Subject, |text| typed_body(text, &[], setting));
    let mut activity = Activity {
        basis: row.basis(),
        citation: row.citation(),
        note: row.text(&Column::Note),
        partof: row.id(&Column::PartOf),
        ..Activity::default()
    };
    let id = row.id(&Column::Id);
    let kind = kind?;
    row.is_of(kind);
    fields(row, kind, &mut activity, setting);
    Some(Command::Record(NewActivity { id, kind: kind.id.clone(), occurred: occurred?, subject, activity }))
}

fn kind<'a>(
    row: &mut Row<'_>,
    types: &Types<'a>,
    catalogue: &[&'a ActivityType],
    setting: &Setting<'_>,
) -> Option<&'a ActivityType> {
    if types.one.is_some() {
        return types.one;
    }
    let Some(cell) = row.cell(&Column::Type) else {
        row.refuse_empty(&[Column::Type], "type");
        return None;
    };
    let known = types.named.get(&cell.text).copied();
    known.or_else(|| {
        let named = typed_type(setting.short(&cell.text), catalogue);
        named.map_err(|error| row.refuse(cell, error.into())).ok()
    })
}

/// When it happened: `on`, or `occurredfrom` and perhaps `occurredto`.
fn occurred(row: &mut Row<'_>, setting: &Setting<'_>) -> Option<Period> {
    let date = |text: &str| typed_date(text, &setting.calendar);
    let (on, from, to) = (row.cell(&Column::On), row.cell(&Column::From), row.cell(&Column::To));
    if let (Some(_), Some(cell)) = (on, from.or(to)) {
        let other = if from.is_some() { Column::From } else { Column::To };
        let heads = [Column::On, other].map(|column| row.head(&column).unwrap_or_default().to_owned());
        row.refuse(cell, TableTrouble::DateTwice { heads });
        return None;
    }
    if on.is_some() {
        return row.typed(&Column::On, date);
    }
    let Some(cell) = from else {
        row.refuse_empty(&[Column::On, Column::From], "on");
        return None;
    };
    let first = row.typed(&Column::From, date);
    let last = if to.is_some() { row.typed(&Column::To, date) } else { first };
    let (from, to) = (first?.from, last?.to);
    Period::new(from, to).map_err(|_| row.refuse(cell, TableTrouble::EndBeforeStart { from, to })).ok()
}

/// Takes up the fields, and notes each that is wrong or missing.
fn fields(row: &mut Row<'_>, kind: &ActivityType, activity: &mut Activity, setting: &Setting<'_>) {
    let cells: Vec<(&str, &str, &Cell)> = row.fields().collect();
    let typed = |name: &str, cell: &'_ Cell| {
        let known = field_named(kind, name).map(|field| field.kind);
        known.map_or_else(|_| cell.text.clone(), |kind| cell.typed_as(kind).into_owned())
    };
    let texts: Vec<String> = cells.iter().map(|(name, _, cell)| typed(name, cell)).collect();
    let given: Vec<(&str, &str)> =
        cells.iter().zip(&texts).map(|((name, ..), text)| (*name, text.as_str())).collect();
    match typed_fields(kind, &given, setting) {
        Ok(fields) => activity.fields = fields,
        Err(errors) => {
            for error in errors {
                let (_, head, cell) = cells[error.at];
                row.refuse(cell, TableTrouble::Field { head: head.to_owned(), trouble: error.trouble });
            }
        }
    }
    for field in kind.fields.iter().filter(|field| field.required && !field.retired) {
        let is_its = |name: &str| field_named(kind, name).is_ok_and(|it| it.name == field.name);
        if !given.iter().any(|(name, _)| is_its(name)) {
            let (kind, label) = (kind.id.clone(), field.label.clone());
            let place = row.field_place(is_its);
            row.refuse_line(place, TableTrouble::Missing { kind, field: field.name.clone(), label });
        }
    }
}
