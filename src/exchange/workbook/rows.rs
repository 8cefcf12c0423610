//! The rows of all sheets of a workbook.

use super::read::{SheetCells, Workbook, read_workbook};
use super::table::{found_table, is_called, is_prose};
use crate::exchange::tabular::{KindTable, KnownHeads, TableError, TableTrouble, names_type};
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
    let workbook = match read_workbook(file, bytes) {
        Ok(workbook) => workbook,
        Err(error) => {
            found.errors.push(*error);
            return found;
        }
    };
    let sheets = match chosen(file, workbook, said.sheets) {
        Ok((sheets, notices)) => {
            found.notices = notices;
            sheets
        }
        Err(error) => {
            found.errors.push(*error);
            return found;
        }
    };
    let catalogue = state.catalogue();
    let all = KnownHeads::of(&catalogue);
    let is_read_whole = sheets.len() == 1 || !said.sheets.is_empty();
    for sheet in sheets {
        let spot = sheet.origin.at(0, 0);
        let called = is_called(&sheet, &catalogue);
        if is_prose(&sheet) && called.is_none() && !is_read_whole {
            found.notices.push(SheetNotice { spot, hidden: false });
            continue;
        }
        match table_of(sheet, said.kind, called, &all) {
            Some(table) => found.tables.push(table),
            None => found.errors.push(TableError { spot, trouble: TableTrouble::NoHeads }),
        }
    }
    found
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

fn table_of(
    sheet: SheetCells,
    kind: Option<&ActivityType>,
    called: Option<&ActivityType>,
    all: &KnownHeads,
) -> Option<KindTable> {
    let one = kind.or(called);
    let own = one.map(|kind| KnownHeads::of(&[kind]));
    let least = if one.is_some() { 1 } else { 2 };
    let table = found_table(sheet, own.as_ref().unwrap_or(all), least)?;
    // A column says more than the name of the sheet.
    let is_said = kind.is_none() && names_type(&table);
    Some(KindTable { table, kind: one.filter(|_| !is_said).cloned() })
}
