//! How much is listed of rows that share items, so that it can be compared with what
//! their totals state, and gone on with where entries come or change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::event::Exact;
use crate::figures::packed::{Packer, Unpacker};

/// What makes rows of the same types a family: they ask in the same way, and
/// differ in what they ask of the same paths, so that one item could belong to
/// any of them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Likeness {
    pub(super) paths: Vec<String>,
    /// Whether different keys are counted, which do not add up.
    pub(super) distinct: bool,
}

/// What is listed of rows that share items.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::figures) struct Listing {
    rows: Vec<OfRow>,
    /// Items of no stated class: one item is listed once, whichever rows it could belong
    /// to.
    items: BTreeMap<Arc<Likeness>, Exact>,
    /// The item at hand.
    item: Vec<(Arc<Likeness>, Exact)>,
}

/// What is listed of one row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct OfRow {
    /// What belongs to it for certain; an item may belong to several.
    certain: Exact,
    keys: BTreeSet<String>,
    /// What may, by what it does not state.
    unknown: BTreeMap<Arc<Likeness>, Unknown>,
}

/// How many items of no stated class, and of which keys.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Unknown {
    count: usize,
    keys: BTreeSet<String>,
}

impl Listing {
    /// Nothing yet, of so many rows.
    pub(super) fn of(rows: usize) -> Self {
        Self { rows: vec![OfRow::default(); rows], ..Self::default() }
    }

    /// Adds an item that belongs to a row for certain.
    pub(super) fn certain(&mut self, row: usize, amount: Option<&Exact>, keys: &BTreeSet<String>) {
        let OfRow { certain, keys: known, .. } = &mut self.rows[row];
        if let Some(amount) = amount {
            *certain = certain.clone() + amount.clone();
        }
        known.extend(keys.iter().cloned());
    }

    /// Adds an item that may belong to a row.
    pub(super) fn unknown(
        &mut self,
        row: usize,
        likeness: &Arc<Likeness>,
        amount: Option<Exact>,
        keys: &BTreeSet<String>,
    ) {
        let unknown = self.rows[row].unknown.entry(Arc::clone(likeness)).or_default();
        unknown.count += 1;
        unknown.keys.extend(keys.iter().cloned());
        if let Some(amount) = amount {
            self.item.retain(|(known, _)| known != likeness);
            self.item.push((Arc::clone(likeness), amount));
        }
    }

    /// Notes that what comes next is of another item.
    pub(super) fn end_item(&mut self) {
        for (likeness, amount) in self.item.drain(..) {
            let listed = self.items.entry(likeness).or_default();
            *listed = listed.clone() + amount;
        }
    }

    /// Adds what other items come to.
    pub(in crate::figures) fn add(&mut self, come: &Self) {
        self.rows.iter_mut().zip(&come.rows).for_each(|(row, come)| row.add(come));
        for (likeness, amount) in &come.items {
            let listed = self.items.entry(likeness.clone()).or_default();
            *listed = listed.clone() + amount.clone();
        }
    }

    /// Takes away what some of its items came to; whether that can be: of keys it cannot,
    /// which others may have.
    pub(super) fn take(&mut self, gone: &Self) -> bool {
        if gone.rows.iter().any(OfRow::has_keys) {
            return false;
        }
        self.rows.iter_mut().zip(&gone.rows).for_each(|(row, gone)| row.take(gone));
        for (likeness, amount) in &gone.items {
            let listed = self.items.entry(likeness.clone()).or_default();
            *listed = listed.clone() - amount.clone();
        }
        let Self { rows, items, .. } = self;
        items.retain(|likeness, _| rows.iter().any(|row| row.unknown.contains_key(likeness)));
        true
    }

    /// The families of which more is listed than their totals state, by the paths that
    /// their items do not: of rows that add up, and of those that count keys.
    pub(super) fn exceeding(&self, stated: &[Exact]) -> [BTreeSet<Vec<String>>; 2] {
        let all: BTreeSet<&Arc<Likeness>> = self.rows.iter().flat_map(|row| row.unknown.keys()).collect();
        let mut found = [BTreeSet::new(), BTreeSet::new()];
        for likeness in all {
            let rows = || self.rows.iter().zip(stated).filter(|(row, _)| row.unknown.contains_key(likeness));
            let stated: Exact = rows().map(|(_, stated)| stated).sum();
            if self.listed(likeness, rows().map(|(row, _)| row)) > stated {
                found[usize::from(likeness.distinct)].insert(likeness.paths.clone());
            }
        }
        found
    }

    /// How much is listed at least of a family.
    fn listed<'s>(&'s self, likeness: &Likeness, rows: impl Iterator<Item = &'s OfRow>) -> Exact {
        if !likeness.distinct {
            return rows.map(|row| &row.certain).chain(self.items.get(likeness)).sum();
        }
        let keys = rows.flat_map(|row| {
            row.keys.iter().chain(row.unknown.get(likeness).into_iter().flat_map(|it| &it.keys))
        });
        Exact::from(keys.collect::<BTreeSet<_>>().len())
    }

    /// Packs it.
    pub(super) fn pack(&self, packer: &mut Packer) {
        packer.count(self.rows.len());
        for OfRow { certain, keys, unknown } in &self.rows {
            packer.exact(certain);
            pack_keys(packer, keys);
            packer.each(unknown.iter(), |packer, (likeness, unknown)| {
                likeness.pack(packer);
                packer.count(unknown.count);
                pack_keys(packer, &unknown.keys);
            });
        }
        packer.count(self.items.len());
        for (likeness, amount) in &self.items {
            likeness.pack(packer);
            packer.exact(amount);
        }
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let unknown = |from: &mut Unpacker<'_>| {
            Some((
                Arc::new(Likeness::unpack(from)?),
                Unknown { count: from.count()?, keys: from.each(word)?.into_iter().collect() },
            ))
        };
        let rows = from.each(|from| {
            let (certain, keys) = (from.exact()?, from.each(word)?.into_iter().collect());
            Some(OfRow { certain, keys, unknown: from.each(unknown)?.into_iter().collect() })
        })?;
        let items = from.each(|from| Some((Arc::new(Likeness::unpack(from)?), from.exact()?)))?;
        Some(Self { rows, items: items.into_iter().collect(), item: vec![] })
    }

    /// Of how many rows it is.
    pub(super) const fn rows(&self) -> usize {
        self.rows.len()
    }
}

impl OfRow {
    fn has_keys(&self) -> bool {
        !self.keys.is_empty() || self.unknown.values().any(|it| !it.keys.is_empty())
    }

    fn add(&mut self, come: &Self) {
        self.certain = self.certain.clone() + come.certain.clone();
        self.keys.extend(come.keys.iter().cloned());
        for (likeness, come) in &come.unknown {
            let known = self.unknown.entry(likeness.clone()).or_default();
            known.count += come.count;
            known.keys.extend(come.keys.iter().cloned());
        }
    }

    fn take(&mut self, gone: &Self) {
        self.certain = self.certain.clone() - gone.certain.clone();
        for (likeness, gone) in &gone.unknown {
            let known = self.unknown.entry(likeness.clone()).or_default();
            known.count = known.count.saturating_sub(gone.count);
        }
        self.unknown.retain(|_, unknown| unknown.count > 0);
    }
}

impl Likeness {
    fn pack(&self, packer: &mut Packer) {
        packer.each(self.paths.iter(), |packer, path| packer.text(path));
        packer.0.push(u8::from(self.distinct));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self { paths: from.each(word)?, distinct: from.byte()? == 1 })
    }
}

fn pack_keys(packer: &mut Packer, keys: &BTreeSet<String>) {
    packer.each(keys.iter(), |packer, key| packer.text(key));
}

pub(super) fn word(from: &mut Unpacker<'_>) -> Option<String> {
    from.text().map(str::to_owned)
}
