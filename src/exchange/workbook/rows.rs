//! The rows of all sheets of a workbook.

use super::read::{SheetCells, read_workbook};
use super::table::{found_table, is_called, is_prose};
use crate::exchange::Spot;
use crate::exchange::tabular::{KnownHeads, Reading, TableError, TableTrouble, names_type, read_table};
use crate::figures::State;
use crate::plan::{ActivityType, PersonNames};

/// That a sheet was not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetNotice {
    /// The sheet.
    pub spot: Spot,
    /// Whether it is hidden; otherwise it holds words only.
    pub hidden: bool,
}

/// Reads all sheets of a workbook. A sheet that is called like a type gives
/// its rows that type; `kind` is that of the others which no column says. Names
/// of persons are opened by `open`.
pub(in crate::exchange) fn read_sheets(
    file: &str,
    bytes: &[u8],
    kind: Option<&ActivityType>,
    state: &State,
    open: &dyn Fn() -> PersonNames,
) -> (Reading, Vec<SheetNotice>) {
    let workbook = match read_workbook(file, bytes) {
        Ok(workbook) => workbook,
        Err(error) => return (Reading::refused(*error), vec![]),
    };
    let mut notices: Vec<SheetNotice> =
        workbook.hidden.into_iter().map(|spot| SheetNotice { spot, hidden: true }).collect();
    let catalogue = state.catalogue();
    let all = KnownHeads::of(&catalogue);
    let mut reading = Reading::default();
    let is_one = workbook.sheets.len() == 1;
    for sheet in workbook.sheets {
        let spot = sheet.origin.at(0, 0);
        let called = is_called(&sheet, &catalogue);
        if is_prose(&sheet) && called.is_none() && !is_one {
            notices.push(SheetNotice { spot, hidden: false });
            continue;
        }
        reading.add(rows_of(sheet, kind, called, &all, (state, open)));
    }
    (reading, notices)
}

fn rows_of(
    sheet: SheetCells,
    kind: Option<&ActivityType>,
    called: Option<&ActivityType>,
    all: &KnownHeads,
    (state, open): (&State, &dyn Fn() -> PersonNames),
) -> Reading {
    let spot = sheet.origin.at(0, 0);
    let one = kind.or(called);
    let own = one.map(|kind| KnownHeads::of(&[kind]));
    let least = if one.is_some() { 1 } else { 2 };
    let Some(table) = found_table(sheet, own.as_ref().unwrap_or(all), least) else {
        return Reading::refused(TableError { spot, trouble: TableTrouble::NoHeads });
    };
    // A column says more than the name of the sheet.
    let is_said = kind.is_none() && names_type(&table);
    read_table(&table, if is_said { None } else { one }, state, open)
}
