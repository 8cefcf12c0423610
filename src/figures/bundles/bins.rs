//! Where rows go that have something in common, while they come.

use std::hash::Hash;
use std::sync::Arc;

use hashbrown::HashMap;

use super::bundle::{Loose, Manner};
use super::by_source::BySource;
use super::by_traits::ByTraits;
use super::traits::Plain;
use crate::figures::alike::Like;

/// Rows by what they have in common.
pub(super) struct Bins<T> {
    each: Vec<(Arc<T>, Loose)>,
    places: HashMap<Arc<T>, usize>,
    /// Where those went that are like others, by their class.
    known: BySource<Vec<Vec<(Plain, usize)>>>,
}

impl<T: Hash + Eq> Bins<T> {
    pub(super) fn new() -> Self {
        Self { each: vec![], places: HashMap::new(), known: BySource::new() }
    }

    /// Where a row goes, with what is plain of it and which it is like; what it has in
    /// common with others is read where none like it was seen.
    pub(super) fn of(
        &mut self,
        plain: Plain,
        like: Option<Like>,
        manner: Manner,
        read: impl FnOnce() -> T,
    ) -> (&T, &mut Loose) {
        let place = match like {
            None => self.place(read(), manner),
            Some(like) => self.place_of_like(plain, like, manner, read),
        };
        let (traits, rows) = &mut self.each[place];
        (traits, rows)
    }

    fn place_of_like(&mut self, plain: Plain, like: Like, manner: Manner, read: impl FnOnce() -> T) -> usize {
        let Like { piece, class } = like;
        let forget = |known: &mut Vec<Vec<_>>| known.iter_mut().for_each(Vec::clear);
        let known = self.known.of(plain.source, piece, forget);
        if known.len() <= class {
            known.resize(class + 1, vec![]);
        }
        if let Some((_, place)) = known[class].iter().find(|(known, _)| *known == plain) {
            return *place;
        }
        let place = self.place(read(), manner);
        self.known.of(plain.source, piece, |_| ())[class].push((plain, place));
        place
    }

    fn place(&mut self, traits: T, manner: Manner) -> usize {
        if let Some(place) = self.places.get(&traits) {
            return *place;
        }
        let (traits, place) = (Arc::new(traits), self.each.len());
        self.places.insert(Arc::clone(&traits), place);
        self.each.push((traits, Loose::of(manner)));
        place
    }

    /// All of them, as running totals.
    pub(super) fn bundles(self) -> ByTraits<T> {
        ByTraits::of(self.each.into_iter().map(|(traits, rows)| (traits, rows.bundle())).collect())
    }
}
