//! What can be chosen from: each list in a column of a sheet of its own, for a
//! list within a cell's rule may have 255 characters only.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use crate::exchange::{Setting, typed_body};
use crate::figures::State;
use crate::plan::{Field, FieldKind, country_codes, folded};
use crate::present::Messages;

/// The name of the sheet, which spreadsheets do not show.
pub(super) const NAME: &str = "jalon";

/// Names of the register that a list offers.
const MAX_NAMES: usize = 5_000;

/// The lists that sheets use, each made once.
pub(super) struct Lists<'a> {
    messages: &'a Messages,
    state: &'a State,
    columns: Vec<Vec<String>>,
    known: BTreeMap<String, usize>,
}

impl<'a> Lists<'a> {
    /// None so far.
    pub(super) const fn new(messages: &'a Messages, state: &'a State) -> Self {
        Self { messages, state, columns: vec![], known: BTreeMap::new() }
    }

    /// The cells of the list from which a field is chosen; none where there is
    /// nothing to choose from.
    pub(super) fn of(&mut self, field: &Field) -> Option<Formula> {
        let (key, items) = match field.kind {
            FieldKind::YesNo => ("yesno".to_owned(), self.yes_no()),
            FieldKind::Choice => {
                let label =
                    |choice: &crate::plan::Choice| self.messages.language().of(&choice.label).to_owned();
                let labels: Vec<String> = field.choices.iter().map(label).collect();
                (format!("choice {}", labels.join("\n")), labels)
            }
            FieldKind::Reference => (format!("body {}", field.refers.join(" ")), self.bodies(field)),
            FieldKind::Text if field.name == crate::plan::COUNTRY => {
                ("country".to_owned(), country_codes().collect())
            }
            _ => return None,
        };
        if items.is_empty() {
            return None;
        }
        let next = self.columns.len();
        let column = *self.known.entry(key).or_insert(next);
        if column == next {
            self.columns.push(items);
        }
        let letters = letters(column);
        let last = self.columns.get(column).map_or(1, Vec::len);
        Some(Formula::new(format!("={NAME}!${letters}$1:${letters}${last}")))
    }

    fn yes_no(&self) -> Vec<String> {
        vec![self.messages.word("yes"), self.messages.word("no")]
    }

    /// The bodies that a field may name, as people call them; by id where a
    /// name is that of two.
    fn bodies(&self, field: &Field) -> Vec<String> {
        let setting = Setting::of(self.state, None);
        let register = self.state.register();
        let is_kept = |body: &&crate::plan::Body| {
            field.may_refer(body.id.kind())
                && body.sealed_name().is_none()
                && *register.canonical(&body.id) == body.id
        };
        let called = |body: &crate::plan::Body| {
            let name = self.messages.language().of(&body.name()).to_owned();
            let is_its = typed_body(&name, &field.refers, &setting).is_ok_and(|id| id == body.id);
            if is_its { name } else { body.id.to_string() }
        };
        let mut names: Vec<String> = register.bodies().filter(is_kept).map(called).collect();
        names.sort_by_cached_key(|name| (folded(name), name.clone()));
        names.truncate(MAX_NAMES);
        names
    }

    /// Writes all lists, each in a column.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(NAME)?.set_very_hidden(true);
        for (column, items) in (0..).zip(&self.columns) {
            for (row, item) in (0..).zip(items) {
                sheet.write_string(row, column, item)?;
            }
        }
        Ok(())
    }
}

/// The letters of a column, from 0.
fn letters(column: usize) -> String {
    let low = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    if column < 26 { low.to_string() } else { format!("{}{low}", letters(column / 26 - 1)) }
}
