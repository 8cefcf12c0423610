//! What is understood of the tables of a file before anything is read from
//! them: what each column means, and what it could mean.

use super::body_heads::{body_columns, body_names};
use super::column::{Column, activity_names, total_names};
use super::heads::{activity_columns, total_columns};
use super::holds::{Holds, holds, said_holds};
use super::totals::NEEDED;
use super::{Cell, Table, TableError, TableTrouble};
use crate::exchange::csv::csv_table_at;
use crate::exchange::typed::echo;
use crate::exchange::workbook::{SheetTable, is_workbook, sheet_tables};
use crate::exchange::{ImportSaid, KnownAttributes, SheetNotice, SheetPlace, field_named};
use crate::figures::State;
use crate::plan::{ActivityType, Field, Words};

/// Values of a column that are shown.
const SHOWN: usize = 3;

/// The tables of a file.
pub struct Look<'a> {
    /// In their order.
    pub tables: Vec<TableLook<'a>>,
    /// Sheets that are not read.
    pub notices: Vec<SheetNotice>,
}

/// What is understood of a table.
pub struct TableLook<'a> {
    /// The sheet, of a workbook.
    pub sheet: Option<SheetPlace>,
    /// The line on which its heads stand.
    pub line: usize,
    /// How many lines below have something on them.
    pub rows: usize,
    /// What these are.
    pub holds: Holds<'a>,
    /// The columns in which something stands, each with its place from 0.
    pub columns: Vec<(usize, ColumnLook)>,
    /// What they may mean.
    pub choices: Vec<Choice<'a>>,
    /// What no column gives, though it is needed.
    pub lacks: Vec<Lack<'a>>,
    /// Whether it is passed over.
    pub is_left: bool,
}

/// A column.
pub struct ColumnLook {
    /// Its head as it stands in the file.
    pub head: String,
    /// The first different values below.
    pub values: Vec<String>,
    /// What it means.
    pub means: Meaning,
}

/// What a column means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// What has this name.
    Name(String),
    /// It is left out, which is said.
    LeftOut,
    /// It has no head.
    Nothing,
    /// Its head says nothing, or two things.
    Unclear(TableTrouble),
}

/// What a column may mean.
#[derive(Clone, Debug)]
pub enum Choice<'a> {
    /// What every activity, every total or every body has.
    Column(&'static str),
    /// What else is known of bodies: its name and what people read.
    Attribute(&'a str, Words),
    /// A field of a type.
    Field(&'a ActivityType, &'a Field),
}

impl Choice<'_> {
    /// Its name.
    pub fn name(&self) -> String {
        match self {
            Self::Column(name) => (*name).to_owned(),
            Self::Attribute(name, _) => String::from(*name),
            Self::Field(_, field) => format!("fields.{}", field.name),
        }
    }
}

/// What no column gives.
#[derive(Clone, Copy, Debug)]
pub enum Lack<'a> {
    /// The type of the rows.
    Type,
    /// What every activity or every total has.
    Column(&'static str),
    /// A field that a type requires.
    Field(&'a ActivityType, &'a Field),
}

/// What is understood of the tables of a file, and what is said of them: a
/// workbook, any other as CSV.
pub fn look<'a>(
    file: &str,
    bytes: &[u8],
    said: &ImportSaid<'a>,
    state: &'a State,
) -> Result<Look<'a>, Box<TableError>> {
    let reader = &Reader { said, state, attributes: KnownAttributes::of(state) };
    if is_workbook(file, bytes) {
        let (sheets, notices) = sheet_tables(file, bytes, said, state)?;
        let is_one = sheets.len() == 1;
        let seen = sheets.into_iter().map(|sheet| {
            let is_left = !sheet.has_heads && !is_one;
            seen(sheet, is_left, reader)
        });
        return Ok(Look { tables: seen.collect(), notices });
    }
    let line = said.tables.and_then(|tables| tables.of(None)).map_or(0, |table| table.line);
    let table = csv_table_at(file, bytes, line)?;
    let table = SheetTable { table, called: None, has_heads: true };
    Ok(Look { tables: vec![seen(table, false, reader)], notices: vec![] })
}

/// What tables are looked at by.
pub(super) struct Reader<'a, 'r> {
    said: &'r ImportSaid<'a>,
    pub(super) state: &'a State,
    attributes: KnownAttributes<'a>,
}

fn seen<'a>(sheet: SheetTable<'a>, is_left: bool, reader: &Reader<'a, '_>) -> TableLook<'a> {
    let SheetTable { mut table, called, .. } = sheet;
    let place = table.origin.sheet.as_deref().cloned();
    let said = reader.said.tables.and_then(|said| said.of(place.as_ref().map(|sheet| sheet.index)));
    reader.said.tables.into_iter().for_each(|said| drop(table.say_heads(&said.heads)));
    if let Some(said) = said {
        table.say(said);
    }
    let catalogue = reader.state.catalogue();
    let holds = match said.and_then(|said| said.holds.as_deref()) {
        Some(id) => said_holds(id, &table, reader, &catalogue),
        None => holds(&table, called.or(reader.said.kind), reader, &catalogue),
    };
    let (means, lacks) = meanings(&table, &holds, &reader.attributes);
    let seen = means.into_iter().enumerate().map(|(at, means)| (at, column(&table, at, means)));
    let has_any = |column: &ColumnLook| !column.head.is_empty() || !column.values.is_empty();
    TableLook {
        line: table.heads.first().map_or(1, |head| head.line),
        rows: table.lines.iter().filter(|cells| !cells.iter().all(Cell::is_empty)).count(),
        columns: seen.filter(|(_, column)| has_any(column)).collect(),
        choices: choices(&holds, &reader.attributes),
        lacks,
        is_left: said.map_or(is_left, |said| said.is_left),
        sheet: place,
        holds,
    }
}

/// What each column means, and what none of them gives.
fn meanings<'a>(
    table: &Table,
    holds: &Holds<'a>,
    attributes: &KnownAttributes<'a>,
) -> (Vec<Meaning>, Vec<Lack<'a>>) {
    let (names, types) = (table.names(), holds.types());
    let (columns, told) = match holds {
        Holds::Totals => total_columns(&names),
        Holds::Bodies => body_columns(&names, attributes),
        _ => activity_columns(&names, &types),
    };
    let mut told: std::collections::BTreeMap<usize, TableTrouble> = told.into_iter().collect();
    let lacks = lacks(&columns, holds);
    let means = columns.into_iter().enumerate().map(|(at, column)| match column {
        Some(Column::LeftOut) => Meaning::LeftOut,
        Some(Column::Nothing) => Meaning::Nothing,
        Some(Column::Field(name)) if matches!(holds, Holds::Bodies) => Meaning::Name(name),
        Some(column) => Meaning::Name(column.name(&types)),
        None => told.remove(&at).map_or(Meaning::Nothing, Meaning::Unclear),
    });
    (means.collect(), lacks)
}

fn lacks<'a>(columns: &[Option<Column>], holds: &Holds<'a>) -> Vec<Lack<'a>> {
    let has = |column: &Column| columns.iter().flatten().any(|it| it == column);
    if matches!(holds, Holds::Totals) {
        let needed = NEEDED.iter().filter(|(column, _)| !has(column));
        return needed.map(|(_, name)| Lack::Column(name)).collect();
    }
    if matches!(holds, Holds::Bodies) {
        let needed = [(Column::BodyKind, "kind"), (Column::Name, "name")].into_iter();
        return needed.filter(|(column, _)| !has(column)).map(|(_, name)| Lack::Column(name)).collect();
    }
    let mut lacks = Vec::new();
    if matches!(holds, Holds::Unsaid) {
        lacks.push(Lack::Type);
    }
    if !has(&Column::On) && !has(&Column::From) {
        lacks.push(Lack::Column("on"));
    }
    let gives = |kind: &ActivityType, field: &Field| {
        columns.iter().flatten().any(|column| match column {
            Column::Field(name) => field_named(kind, name).is_ok_and(|it| it.name == field.name),
            _ => false,
        })
    };
    for kind in holds.types() {
        let required = kind.fields.iter().filter(|field| field.required && !field.retired);
        lacks.extend(required.filter(|field| !gives(kind, field)).map(|field| Lack::Field(kind, field)));
    }
    lacks
}

fn choices<'a>(holds: &Holds<'a>, attributes: &KnownAttributes<'a>) -> Vec<Choice<'a>> {
    match holds {
        Holds::Totals => return total_names().map(Choice::Column).collect(),
        Holds::Bodies => {
            let known = attributes.all().map(|(name, label)| Choice::Attribute(name, label.clone()));
            return body_names().map(Choice::Column).chain(known).collect();
        }
        _ => {}
    }
    let mut seen = std::collections::BTreeSet::new();
    let types = holds.types();
    let fields = types.into_iter().flat_map(|kind| kind.fields.iter().map(move |field| (kind, field)));
    let fields = fields.filter(|(_, field)| !field.retired && seen.insert(field.name.as_str()));
    let is_said = |name: &&str| *name != "type" || !matches!(holds, Holds::One(_));
    let own = activity_names().filter(is_said).map(Choice::Column);
    fields
        .map(|(kind, field)| Choice::Field(kind, field))
        .collect::<Vec<_>>()
        .into_iter()
        .chain(own)
        .collect()
}

fn column(table: &Table, at: usize, means: Meaning) -> ColumnLook {
    let mut values: Vec<String> = Vec::new();
    for cell in table.lines.iter().filter_map(|cells| cells.get(at)).filter(|cell| !cell.is_empty()) {
        let shown = echo(&cell.text);
        if !values.contains(&shown) {
            values.push(shown);
        }
        if values.len() == SHOWN {
            break;
        }
    }
    ColumnLook { head: table.heads.get(at).map_or_else(String::new, |head| echo(&head.text)), values, means }
}
