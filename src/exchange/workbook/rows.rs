//! The rows of all sheets of a workbook.

use super::read::{SheetCells, read_workbook};
use super::table::{found_table, is_called, is_prose, said_table};
use crate::exchange::tabular::{
    KnownHeads, Reading, Table, TableError, TableTrouble, names_type, read_table,
};
use crate::exchange::{Reader, Spot};
use crate::plan::ActivityType;

/// That a sheet was not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetNotice {
    /// The sheet.
    pub spot: Spot,
    /// Whether it is hidden; otherwise it holds words only.
    pub hidden: bool,
}

/// A sheet as a table, whatever stands in it.
pub(in crate::exchange) struct SheetTable<'a> {
    /// Its cells under the heads that are found or said.
    pub table: Table,
    /// The type that it is called like.
    pub called: Option<&'a ActivityType>,
    /// Whether any row of it names columns, or is said to.
    pub has_heads: bool,
}

/// Reads all sheets of a workbook. A sheet that is called like a type gives
/// its rows that type, unless something else says it.
pub(in crate::exchange) fn read_sheets(
    file: &str,
    bytes: &[u8],
    reader: &Reader<'_>,
) -> (Reading, Vec<SheetNotice>) {
    let catalogue = reader.state.catalogue();
    let (sheets, notices) = match sheets(file, bytes, reader, &catalogue) {
        Ok(found) => found,
        Err(error) => return (Reading::refused(*error), vec![]),
    };
    let all = KnownHeads::of(&catalogue).and_said(&reader.said.heads);
    let mut reading = Reading::default();
    for (sheet, called) in sheets {
        reading.add(rows_of(sheet, called, &all, reader));
    }
    (reading, notices)
}

/// All sheets of a workbook as tables, those without known heads too.
pub(in crate::exchange) fn sheet_tables<'a>(
    file: &str,
    bytes: &[u8],
    reader: &Reader<'a>,
) -> Result<(Vec<SheetTable<'a>>, Vec<SheetNotice>), Box<TableError>> {
    let catalogue = reader.state.catalogue();
    let (sheets, notices) = sheets(file, bytes, reader, &catalogue)?;
    let all = KnownHeads::of(&catalogue).and_said(&reader.said.heads);
    let tables = sheets.into_iter().map(|(sheet, called)| {
        let said = reader.said.of(Some(sheet.index())).map_or(0, |said| said.line);
        let own = called.map(|kind| KnownHeads::of(&[kind]));
        let (known, least) = (own.as_ref().unwrap_or(&all), if called.is_some() { 1 } else { 2 });
        let table = said_table(sheet, said, known, least);
        let has_heads = said > 0 || known.count(&table.heads) >= least;
        SheetTable { table, called, has_heads }
    });
    Ok((tables.collect(), notices))
}

type Sheets<'a> = (Vec<(SheetCells, Option<&'a ActivityType>)>, Vec<SheetNotice>);

/// The sheets that may be tables, each with the type that it is called like.
fn sheets<'a>(
    file: &str,
    bytes: &[u8],
    reader: &Reader<'_>,
    catalogue: &[&'a ActivityType],
) -> Result<Sheets<'a>, Box<TableError>> {
    let workbook = read_workbook(file, bytes)?;
    let mut notices: Vec<SheetNotice> =
        workbook.hidden.into_iter().map(|spot| SheetNotice { spot, hidden: true }).collect();
    let is_one = workbook.sheets.len() == 1;
    let mut sheets = Vec::new();
    for sheet in workbook.sheets {
        let called = is_called(&sheet, catalogue);
        let is_said = reader.said.of(Some(sheet.index())).is_some();
        if is_prose(&sheet) && called.is_none() && !is_one && !is_said {
            notices.push(SheetNotice { spot: sheet.origin.at(0, 0), hidden: false });
        } else {
            sheets.push((sheet, called));
        }
    }
    Ok((sheets, notices))
}

fn rows_of(
    sheet: SheetCells,
    called: Option<&ActivityType>,
    all: &KnownHeads,
    reader: &Reader<'_>,
) -> Reading {
    let spot = sheet.origin.at(0, 0);
    let one = reader.kind.or(called);
    let own = one.map(|kind| KnownHeads::of(&[kind]).and_said(&reader.said.heads));
    let (known, least) = (own.as_ref().unwrap_or(all), if one.is_some() { 1 } else { 2 });
    if let Some(said) = reader.said.of(Some(sheet.index())) {
        return if said.is_left {
            Reading::default()
        } else {
            read_table(said_table(sheet, said.line, known, least), None, reader)
        };
    }
    let Some(table) = found_table(sheet, known, least) else {
        return Reading::refused(TableError { spot, trouble: TableTrouble::NoHeads });
    };
    // A column says more than the name of the sheet.
    let is_said = reader.kind.is_none() && names_type(&table, &reader.said.heads);
    read_table(table, if is_said { None } else { one }, reader)
}
