//! What the meaning of typed values rests on.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use super::{Calendar, Remedy};
use crate::event::{BodyId, Currency, Day, YearEnd};
use crate::exchange::folded;
use crate::figures::State;
use crate::plan::{PersonNames, Register};

/// What the meaning of typed values rests on: the calendar, the ledger's
/// currency and its register.
pub struct Setting<'a> {
    /// Today and the end of the fiscal year.
    pub calendar: Calendar,
    /// The currency of an amount that names none.
    pub currency: Currency,
    /// What can be done about a body that the register lacks.
    pub remedy: Remedy,
    /// What stands before the names of the ledger's types, with a point.
    prefix: String,
    register: &'a Register,
    /// Bodies by their folded names, made when the first name is looked up:
    /// an import looks up one in each row.
    names: OnceCell<HashMap<String, BTreeSet<&'a BodyId>>>,
    /// What opens the names of persons, which takes a look at two files each;
    /// and what was opened, once a name was looked up.
    open: Option<Box<dyn Fn() -> PersonNames + 'a>>,
    persons: OnceCell<PersonNames>,
}

impl<'a> Setting<'a> {
    /// A setting of its own.
    pub fn new(calendar: Calendar, currency: Currency, register: &'a Register) -> Self {
        let remedy = Remedy::Register;
        let (names, persons) = (OnceCell::new(), OnceCell::new());
        Self { calendar, currency, remedy, prefix: String::new(), register, names, open: None, persons }
    }

    /// The same where the names of persons are opened so.
    #[must_use]
    pub fn opening(self, open: impl Fn() -> PersonNames + 'a) -> Self {
        Self { open: Some(Box::new(open)), ..self }
    }

    /// The same for a command that can do this about what the register lacks.
    #[must_use]
    pub fn with(self, remedy: Remedy) -> Self {
        Self { remedy, ..self }
    }

    /// That of a ledger; without `today` where a file is read.
    pub fn of(state: &'a State, today: Option<Day>) -> Self {
        Self::in_register(state, today, state.register())
    }

    /// The same with another register, in which bodies stand that are about to
    /// be registered.
    pub fn in_register(state: &State, today: Option<Day>, register: &'a Register) -> Self {
        let year_end = state.year_end().unwrap_or(YearEnd::december());
        let currency = state.currency().unwrap_or(Currency::NONE);
        let prefix = state.opened().map(|opened| format!("{}.", opened.typeprefix)).unwrap_or_default();
        Self { prefix, ..Self::new(Calendar { today, year_end }, currency, register) }
    }

    /// A type without the ledger's prefix, which people may type or not.
    pub(in crate::exchange) fn short<'t>(&self, kind: &'t str) -> &'t str {
        let kind = kind.trim();
        kind.strip_prefix(self.prefix.as_str()).filter(|_| !self.prefix.is_empty()).unwrap_or(kind)
    }

    pub(super) const fn register(&self) -> &'a Register {
        self.register
    }

    /// The bodies that were ever called so, persons among them where one may be
    /// meant; of merged ones the one kept.
    pub(super) fn called(&self, name: &str, persons: &PersonNames) -> Vec<&'a BodyId> {
        let names = self.names.get_or_init(|| by_name(self.register));
        let wanted = folded(name);
        let is_called = |names: &[String]| names.iter().any(|name| folded(name) == wanted);
        let persons = persons.iter().filter(|(_, names)| is_called(names));
        let persons = persons.filter_map(|(person, _)| self.register.get(person));
        let persons = persons.map(|person| self.register.canonical(&person.id));
        let found: BTreeSet<&BodyId> =
            names.get(&wanted).into_iter().flatten().copied().chain(persons).collect();
        found.into_iter().collect()
    }

    /// The names of persons that can be opened here.
    pub(super) fn persons(&self) -> &PersonNames {
        self.persons.get_or_init(|| self.open.as_ref().map(|open| open()).unwrap_or_default())
    }
}

fn by_name(register: &Register) -> HashMap<String, BTreeSet<&BodyId>> {
    let mut names: HashMap<String, BTreeSet<&BodyId>> = HashMap::new();
    for body in register.bodies() {
        for name in body.names() {
            names.entry(folded(name)).or_default().insert(register.canonical(&body.id));
        }
    }
    names
}
