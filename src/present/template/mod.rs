//! A workbook to fill in: a sheet for each type of activity, for reported totals
//! and for the register, called and headed as people call them, with lists to
//! choose from and what belongs where. `jalon import` reads it back.
//!
//! ```text
//! catalogue ──┐                ┌─ guide: how to fill it in
//! register  ──┼──▶ template ──▶┼─ a sheet for each ──▶ cells typed as text stay text
//! language  ──┘                └─ lists, which spreadsheets do not show
//! ```

mod column;
mod guide;
mod lists;
mod of_register;
mod of_totals;
mod of_type;

use std::collections::BTreeSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::Messages;
use crate::exchange::sheet_name;
use crate::figures::State;
use crate::plan::{ActivityType, folded};

use column::write_columns;
use guide::write_guide;
use lists::Lists;
pub use of_type::field_words;

/// A workbook to fill in.
pub struct Template {
    /// Its bytes, the same for the same ledger and language.
    pub bytes: Vec<u8>,
    /// The name of each sheet to fill in, in order.
    pub sheets: Vec<String>,
}

/// What a sheet to fill in holds.
#[derive(Clone, Copy, Debug)]
pub enum ToFill<'a> {
    /// Activities of one type.
    Type(&'a ActivityType),
    /// Reported totals.
    Totals,
    /// Bodies of the register.
    Register,
}

/// The workbook with a sheet for each of these.
pub fn template(messages: &Messages, state: &State, holds: &[ToFill<'_>]) -> Result<Template, XlsxError> {
    let guide = messages.word("template-guide");
    let names = names(messages, holds, &guide);
    let mut book = Workbook::new();
    // Without a date of its own a workbook carries the clock's.
    let properties = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    book.set_properties(&properties.set_title(messages.word("template-title")));
    write_guide(messages, book.add_worksheet().set_name(&guide)?, holds, &names)?;
    let mut lists = Lists::new(messages, state);
    for (holds, name) in holds.iter().zip(&names) {
        let columns = match holds {
            ToFill::Type(kind) => of_type::columns(messages, kind, &mut lists),
            ToFill::Totals => of_totals::columns(messages, &mut lists),
            ToFill::Register => of_register::columns(messages, state, &mut lists),
        };
        write_columns(messages, book.add_worksheet().set_name(name)?, &columns)?;
    }
    lists.write(book.add_worksheet())?;
    if let Ok(first) = book.worksheet_from_index(1) {
        first.set_active(true);
    }
    Ok(Template { bytes: book.save_to_buffer()?, sheets: names })
}

/// The names of the sheets: the label of each type; where two are cut to the
/// same name, or none is left, its id.
fn names(messages: &Messages, holds: &[ToFill<'_>], guide: &str) -> Vec<String> {
    let [totals, register] = ["template-totals", "template-register"].map(|id| messages.word(id));
    let taken = [guide, lists::NAME, "History", "Historique", &totals, &register];
    let mut seen: BTreeSet<String> = taken.iter().map(|name| folded(name)).collect();
    let mut of_type = |kind: &ActivityType| {
        let label = sheet_name(messages.language().of(&kind.label));
        let is_free = !folded(&label).is_empty() && seen.insert(folded(&label));
        if is_free { label } else { sheet_name(&kind.id) }
    };
    let name = |holds: &ToFill<'_>| match holds {
        ToFill::Type(kind) => of_type(kind),
        ToFill::Totals => totals.clone(),
        ToFill::Register => register.clone(),
    };
    holds.iter().map(name).collect()
}
