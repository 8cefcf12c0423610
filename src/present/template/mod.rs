//! A workbook to fill in: a sheet for each type of activity, called and headed
//! as people call them, with lists to choose from and what belongs where.
//! `jalon import` reads it back.
//!
//! ```text
//! catalogue ──┐                ┌─ guide: how to fill it in
//! register  ──┼──▶ template ──▶┼─ a sheet for each type ──▶ cells typed as text stay text
//! language  ──┘                └─ lists, which spreadsheets do not show
//! ```

mod guide;
mod lists;
mod sheet;

use std::collections::BTreeSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::Messages;
use crate::exchange::sheet_name;
use crate::figures::State;
use crate::plan::{ActivityType, folded};

use guide::write_guide;
use lists::Lists;
use sheet::write_sheet;

/// A workbook to fill in.
pub struct Template {
    /// Its bytes, the same for the same ledger and language.
    pub bytes: Vec<u8>,
    /// The name of each type's sheet, in order.
    pub sheets: Vec<String>,
}

/// The workbook of these types.
pub fn template(messages: &Messages, state: &State, types: &[&ActivityType]) -> Result<Template, XlsxError> {
    let guide = messages.word("template-guide");
    let names = names(messages, types, &guide);
    let mut book = Workbook::new();
    // Without a date of its own a workbook carries the clock's.
    let properties = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    book.set_properties(&properties.set_title(messages.word("template-title")));
    write_guide(messages, book.add_worksheet().set_name(&guide)?, types, &names)?;
    let mut lists = Lists::new(messages, state);
    for (kind, name) in types.iter().zip(&names) {
        write_sheet(messages, book.add_worksheet().set_name(name)?, kind, &mut lists)?;
    }
    lists.write(book.add_worksheet())?;
    if let Ok(first) = book.worksheet_from_index(1) {
        first.set_active(true);
    }
    Ok(Template { bytes: book.save_to_buffer()?, sheets: names })
}

/// The names of the sheets: the label of each type; where two are cut to the
/// same name, or none is left, its id.
fn names(messages: &Messages, types: &[&ActivityType], guide: &str) -> Vec<String> {
    let taken = [guide, lists::NAME, "History", "Historique"];
    let mut seen: BTreeSet<String> = taken.iter().map(|name| folded(name)).collect();
    let mut name = |kind: &&ActivityType| {
        let label = sheet_name(messages.language().of(&kind.label));
        let is_free = !folded(&label).is_empty() && seen.insert(folded(&label));
        if is_free { label } else { sheet_name(&kind.id) }
    };
    types.iter().map(&mut name).collect()
}
