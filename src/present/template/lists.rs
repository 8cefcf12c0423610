//! What can be chosen from: each list in a column of a sheet of its own, for a
//! list within a cell's rule may have 255 characters only.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::column::List;
use crate::event::BodyKind;
use crate::exchange::{Setting, typed_body};
use crate::figures::{State, latest_indicators};
use crate::plan::{COUNTRY, Choice, Field, FieldKind, Indicator, country_codes, country_name, folded};
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

    /// What a field is chosen from.
    pub(super) fn of(&mut self, field: &Field) -> List {
        match field.kind {
            FieldKind::YesNo => {
                let items = ["yes", "no"].map(|id| self.messages.word(id)).to_vec();
                self.closed("yesno".to_owned(), items)
            }
            FieldKind::Choice => {
                let label = |choice: &Choice| self.messages.language().of(&choice.label).to_owned();
                let labels: Vec<String> = field.choices.iter().map(label).collect();
                self.closed(format!("choice {}", labels.join("\n")), labels)
            }
            FieldKind::Reference => self.bodies(&field.refers),
            // A field keeps what is written, which is what rules compare.
            FieldKind::Text if field.name == COUNTRY => {
                self.open("country code".to_owned(), country_codes().collect(), "template-not-in-list")
            }
            _ => List::None,
        }
    }

    /// The kinds of body.
    pub(super) fn kinds(&mut self) -> List {
        let word = |kind: BodyKind| self.messages.word(&format!("body-word-{}", kind.word()));
        let items = BodyKind::ALL.map(word).to_vec();
        self.closed("kind".to_owned(), items)
    }

    /// The countries, as people call them.
    pub(super) fn countries(&mut self) -> List {
        let name = |code: String| country_name(&code).map(|it| self.messages.language().of(&it).to_owned());
        let mut names: Vec<String> = country_codes().filter_map(name).collect();
        names.sort_by_cached_key(|name| folded(name));
        self.closed("country".to_owned(), names)
    }

    /// The indicators as people call them; by id where a label is that of two.
    pub(super) fn indicators(&mut self) -> List {
        let all = latest_indicators(self.state);
        let mut called_so: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for indicator in &all {
            for label in indicator.label.each() {
                called_so.entry(folded(label)).or_default().insert(&indicator.id);
            }
        }
        let called = |indicator: &&Indicator| {
            let label = self.messages.language().of(&indicator.label);
            let is_of_one = called_so.get(&folded(label)).is_some_and(|ids| ids.len() == 1);
            if is_of_one { label.to_owned() } else { indicator.id.clone() }
        };
        let items = all.iter().map(called).collect();
        self.closed("indicator".to_owned(), items)
    }

    /// Values that others may stand beside.
    pub(super) fn values(&mut self, labels: Vec<String>) -> List {
        self.open(format!("values {}", labels.join("\n")), labels, "template-not-in-list")
    }

    /// The bodies of these kinds, of all where none is said.
    pub(super) fn bodies(&mut self, kinds: &[String]) -> List {
        let key = format!("body {}", kinds.join(" "));
        // Many fields refer to the same kinds, and finding how each body is
        // called alone takes a look at all.
        let names = if self.known.contains_key(&key) { vec![] } else { self.names(kinds) };
        self.open(key, names, "template-not-in-register")
    }

    fn closed(&mut self, key: String, items: Vec<String>) -> List {
        self.list(key, items).map_or(List::None, List::Closed)
    }

    fn open(&mut self, key: String, items: Vec<String>, warning: &'static str) -> List {
        self.list(key, items).map_or(List::None, |list| List::Open(list, warning))
    }

    /// The cells of a list, made once by its key; none where there is nothing to
    /// choose from.
    fn list(&mut self, key: String, items: Vec<String>) -> Option<Formula> {
        if items.is_empty() && !self.known.contains_key(&key) {
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

    /// The bodies of these kinds, as people call them; by id where a name is that
    /// of two.
    fn names(&self, kinds: &[String]) -> Vec<String> {
        let setting = Setting::of(self.state, None);
        let register = self.state.register();
        let is_kept = |body: &&crate::plan::Body| {
            (kinds.is_empty() || kinds.iter().any(|word| word == body.id.kind().word()))
                && body.sealed_name().is_none()
                && *register.canonical(&body.id) == body.id
        };
        let called = |body: &crate::plan::Body| {
            let name = self.messages.language().of(&body.name()).to_owned();
            let is_its = typed_body(&name, kinds, &setting).is_ok_and(|id| id == body.id);
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
