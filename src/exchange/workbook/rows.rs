//! The rows of all sheets of a workbook.

use super::read::{SheetCells, Workbook, read_workbook};
use super::table::{found_table, is_called, is_prose, said_table};
use crate::exchange::tabular::{KindTable, KnownHeads, Table, TableError, TableSaid, TableTrouble};
use crate::exchange::typed::echo;
use crate::exchange::{ImportSaid, Spot};
use crate::figures::State;
use crate::plan::ActivityType;

/// That a sheet was not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetNotice {
    /// The sheet.
    pub spot: Spot,
    /// Whether it is hidden; otherwise it holds words only.
    pub hidden: bool,
}

/// What the sheets of a workbook hold.
#[derive(Default)]
pub(in crate::exchange) struct Found {
    /// Their tables, in order.
    pub tables: Vec<KindTable>,
    /// Sheets that are none, and what is wrong with the whole.
    pub errors: Vec<TableError>,
    /// Sheets that were passed over.
    pub notices: Vec<SheetNotice>,
    /// Which of what is said of heads is of one there.
    pub met: Vec<usize>,
}

/// A sheet as a table, whatever stands in it.
pub(in crate::exchange) struct SheetTable<'a> {
    /// Its cells under the heads that are found or said.
    pub table: Table,
    /// The type that it is called like.
    pub called: Option<&'a ActivityType>,
    /// Whether a row of it names columns, or is said to.
    pub has_heads: bool,
}

/// The tables of all sheets of a workbook, or of those that are said. A sheet
/// that is called like a type gives its rows that type, but where another is
/// said for all.
pub(in crate::exchange) fn read_sheets(
    file: &str,
    bytes: &[u8],
    said: &ImportSaid<'_>,
    state: &State,
) -> Found {
    let mut found = Found::default();
    let catalogue = state.catalogue();
    let sheets = match sheets(file, bytes, said, &catalogue) {
        Ok((sheets, notices)) => {
            found.notices = notices;
            sheets
        }
        Err(error) => {
            found.errors.push(*error);
            return found;
        }
    };
    for (sheet, called) in sheets {
        let spot = sheet.origin.at(0, 0);
        if said_of(said, &sheet).is_some_and(|table| table.is_left) {
            continue;
        }
        let Some(table) = table_of(sheet, called, said, &catalogue) else {
            found.errors.push(TableError { spot, trouble: TableTrouble::NoHeads });
            continue;
        };
        let (table, met) = KindTable::new(table, [said.kind, called], said.tables, state);
        found.tables.push(table);
        found.met.extend(met);
    }
    found
}

/// All sheets of a workbook as tables, those without known heads too.
pub(in crate::exchange) fn sheet_tables<'a>(
    file: &str,
    bytes: &[u8],
    said: &ImportSaid<'_>,
    state: &'a State,
) -> Result<(Vec<SheetTable<'a>>, Vec<SheetNotice>), Box<TableError>> {
    let catalogue = state.catalogue();
    let (sheets, notices) = sheets(file, bytes, said, &catalogue)?;
    let tables = sheets.into_iter().map(|(sheet, called)| {
        let line = said_of(said, &sheet).map_or(0, |table| table.line);
        let (known, least) = known(called, said, &catalogue);
        let table = said_table(sheet, line, &known, least);
        SheetTable { has_heads: line > 0 || known.count(&table.heads) >= least, table, called }
    });
    Ok((tables.collect(), notices))
}

fn said_of<'a>(said: &ImportSaid<'a>, sheet: &SheetCells) -> Option<&'a TableSaid> {
    said.tables?.of(Some(sheet.index()))
}

type Sheets<'a> = (Vec<(SheetCells, Option<&'a ActivityType>)>, Vec<SheetNotice>);

/// The sheets that may be tables, each with the type that it is called like.
fn sheets<'a>(
    file: &str,
    bytes: &[u8],
    said: &ImportSaid<'_>,
    catalogue: &[&'a ActivityType],
) -> Result<Sheets<'a>, Box<TableError>> {
    let (sheets, mut notices) = chosen(file, read_workbook(file, bytes)?, said.sheets)?;
    let is_read_whole = sheets.len() == 1 || !said.sheets.is_empty();
    let mut all = Vec::new();
    for sheet in sheets {
        let called = is_called(&sheet, catalogue);
        let is_meant = called.is_some() || is_read_whole || said_of(said, &sheet).is_some();
        if is_prose(&sheet) && !is_meant {
            notices.push(SheetNotice { spot: sheet.origin.at(0, 0), hidden: false });
        } else {
            all.push((sheet, called));
        }
    }
    Ok((all, notices))
}

/// The sheets of a workbook that are read.
pub(in crate::exchange) fn read_chosen(
    file: &str,
    bytes: &[u8],
    said: &[String],
) -> Result<Vec<SheetCells>, Box<TableError>> {
    chosen(file, read_workbook(file, bytes)?, said).map(|(sheets, _)| sheets)
}

/// The sheets that are read: those that are said, hidden or not; without one,
/// all that people see.
fn chosen(
    file: &str,
    workbook: Workbook,
    said: &[String],
) -> Result<(Vec<SheetCells>, Vec<SheetNotice>), Box<TableError>> {
    let Workbook { sheets, hidden } = workbook;
    if said.is_empty() {
        let notice = |sheet: &SheetCells| SheetNotice { spot: sheet.origin.at(0, 0), hidden: true };
        let notices = hidden.iter().map(notice).collect();
        return Ok((sheets, notices));
    }
    let mut all: Vec<SheetCells> = sheets.into_iter().chain(hidden).collect();
    all.sort_by_key(SheetCells::index);
    for typed in said {
        if !all.iter().any(|sheet| sheet.is_said(typed)) {
            let known = all.iter().map(|sheet| sheet.name().to_owned()).collect();
            let trouble = TableTrouble::NoSheet { typed: echo(typed), known };
            return Err(Box::new(TableError { spot: Spot::whole(file), trouble }));
        }
    }
    all.retain(|sheet| said.iter().any(|typed| sheet.is_said(typed)));
    Ok((all, vec![]))
}

/// The heads by which those of a sheet are found, and how many of them a row has
/// at least.
fn known(
    one: Option<&ActivityType>,
    said: &ImportSaid<'_>,
    catalogue: &[&ActivityType],
) -> (KnownHeads, usize) {
    let heads = said.tables.map(|tables| tables.heads.as_slice()).unwrap_or_default();
    let types = one.map_or_else(|| catalogue.to_vec(), |kind| vec![kind]);
    (KnownHeads::of(&types).and_said(heads), if one.is_some() { 1 } else { 2 })
}

fn table_of(
    sheet: SheetCells,
    called: Option<&ActivityType>,
    said: &ImportSaid<'_>,
    catalogue: &[&ActivityType],
) -> Option<Table> {
    let (known, least) = known(said.kind.or(called), said, catalogue);
    match said_of(said, &sheet) {
        Some(of_sheet) => Some(said_table(sheet, of_sheet.line, &known, least)),
        None => found_table(sheet, &known, least),
    }
}
