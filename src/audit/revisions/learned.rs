//! What came to be known since the close that can make a difference to a value: of bodies
//! what its rule reads of them, and types and lists that it names.

use std::collections::BTreeSet;

use crate::event::Entry;
use crate::figures::{Ruling, State};
use crate::plan::{
    BodyFact, Condition, Definition, DefinitionKind, FactKind, Indicator, Kind, Rule, Test, Window,
};

/// What the rule of an indicator reads beside its entries, and those of the sides of a share.
#[derive(Default)]
pub(super) struct Reads<'r> {
    /// The attributes of bodies.
    attributes: BTreeSet<&'r str>,
    types: BTreeSet<&'r str>,
    /// The types that close what is counted.
    closers: BTreeSet<&'r str>,
    lists: BTreeSet<&'r str>,
    /// Whether it asks which body something is.
    is_about_bodies: bool,
}

impl<'r> Reads<'r> {
    pub(super) fn of(state: &'r State, ruling: &'r Ruling<'_>, indicator: &'r Indicator) -> Self {
        let mut reads = Self::default();
        let sides = [&indicator.rule.part, &indicator.rule.whole].into_iter().flatten();
        let sides = sides.filter_map(|id| ruling.indicator(id));
        for it in [indicator].into_iter().chain(sides) {
            reads.take(state, &it.rule);
        }
        reads
    }

    fn take(&mut self, state: &'r State, rule: &'r Rule) {
        for source in &rule.from {
            self.types.insert(&source.kind);
            let conditions = source.conditions.iter().chain(&rule.having);
            conditions.for_each(|it| self.ask(it));
            let keys = source.key.iter().chain(&rule.per);
            keys.for_each(|path| self.path(path));
        }
        self.is_about_bodies |= rule.kind == Kind::Distinct;
        if rule.window == Some(Window::Open) {
            self.closers(state, rule);
        }
    }

    fn ask(&mut self, condition: &'r Condition) {
        self.path(&condition.path);
        if let Test::List(list) | Test::NotList(list) = &condition.test {
            self.lists.insert(list);
        }
    }

    fn path(&mut self, path: &'r str) {
        self.is_about_bodies = true;
        self.attributes.extend(path.split_once('.').map(|(_, attribute)| attribute));
    }

    /// What closes the entries of a rule, by which keys.
    fn closers(&mut self, state: &'r State, rule: &Rule) {
        for kind in state.catalogue() {
            let closes =
                kind.closes.iter().filter(|it| rule.from.iter().any(|source| source.kind == it.kind));
            for closes in closes {
                self.types.insert(&kind.id);
                self.closers.insert(&kind.id);
                closes.keys.iter().for_each(|path| self.path(path));
            }
        }
    }

    /// Whether activities of a type close what is counted.
    pub(super) fn closes(&self, kind: &str) -> bool {
        self.closers.contains(kind)
    }

    /// Whether what an entry says of the register, a type or a list is read. A name never is.
    pub(super) fn reads(&self, entry: &Entry) -> bool {
        let (kind, data) = (&entry.draft.kind, &entry.draft.data);
        if let Some(kind) = DefinitionKind::of_entry(kind) {
            return match Definition::read(kind, data) {
                Ok(Definition::Type(it)) => self.types.contains(it.id.as_str()),
                Ok(Definition::List(it)) => self.lists.contains(it.id.as_str()),
                _ => false,
            };
        }
        match FactKind::of_entry(kind) {
            Some((_, FactKind::Merged)) => self.is_about_bodies,
            Some((body, FactKind::Changed)) => BodyFact::read(body, data)
                .is_ok_and(|fact| fact.attributes.keys().any(|name| self.attributes.contains(name.as_str()))),
            _ => false,
        }
    }
}
