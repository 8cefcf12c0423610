//! Where everything in a TOML text stands. It is noted once: a file may have as
//! many faults as lines, and each is told with its place.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value, and what stands within it.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    /// Its key; of an item of an array the item itself, of the whole the whole.
    key: Range<usize>,
    value: Range<usize>,
    within: Within,
}

#[derive(Debug, Clone)]
enum Within {
    Names(BTreeMap<String, Standing>),
    Items(Vec<Standing>),
    Nothing,
}

impl Standing {
    /// That of a whole text.
    pub(super) fn of(table: &Spanned<DeTable<'_>>) -> Self {
        Self { key: table.span(), value: table.span(), within: names(table.get_ref()) }
    }

    fn at(key: Range<usize>, value: &Spanned<DeValue<'_>>) -> Self {
        let within = match value.get_ref() {
            DeValue::Table(table) => names(table),
            DeValue::Array(items) => {
                Within::Items(items.iter().map(|item| Self::at(item.span(), item)).collect())
            }
            _ => Within::Nothing,
        };
        Self { key, value: value.span(), within }
    }

    /// The bytes at which a place stands; of its nearest holder when the place
    /// itself is absent.
    pub(super) fn find(&self, place: &[String]) -> Range<usize> {
        let Some((first, rest)) = place.split_first() else {
            return if matches!(self.within, Within::Names(_)) { &self.key } else { &self.value }.clone();
        };
        match &self.within {
            Within::Names(names) => names.get(first).map_or(self.value.clone(), |it| it.find(rest)),
            Within::Items(items) => {
                let item = first.parse::<usize>().ok().and_then(|index| items.get(index));
                item.map_or(self.key.clone(), |it| it.find(rest))
            }
            Within::Nothing => self.value.clone(),
        }
    }

    /// The bytes of a name in the table at a place, which may end with the name.
    pub(super) fn find_key(&self, place: &[String], name: &str) -> Option<Range<usize>> {
        let place = place.strip_suffix(&[name.to_owned()]).unwrap_or(place);
        let table = place.iter().try_fold(self, |it, step| it.step(step))?;
        let Within::Names(names) = &table.within else { return None };
        names.get(name).map(|it| it.key.clone())
    }

    fn step(&self, step: &str) -> Option<&Self> {
        match &self.within {
            Within::Names(names) => names.get(step),
            Within::Items(items) => items.get(step.parse::<usize>().ok()?),
            Within::Nothing => None,
        }
    }
}

fn names(table: &DeTable<'_>) -> Within {
    let named = table.iter().map(|(key, value)| (key.get_ref().to_string(), Standing::at(key.span(), value)));
    Within::Names(named.collect())
}
