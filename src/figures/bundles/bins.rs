//! Where rows go that have something in common, while they come.

use std::hash::Hash;
use std::sync::Arc;

use hashbrown::HashMap;

use super::bundle::{Bundle, Loose, Manner};
use super::traits::Plain;
use crate::figures::alike::Like;

/// Rows by what they have in common.
pub(super) struct Bins<T> {
    each: Vec<(Arc<T>, Loose)>,
    places: HashMap<Arc<T>, usize>,
    /// Where those went that are like others, by their class, of the piece at hand of a
    /// source.
    known: Vec<Vec<(Plain, usize)>>,
    at_hand: Option<[usize; 2]>,
}

impl<T: Hash + Eq> Bins<T> {
    pub(super) fn new() -> Self {
        Self { each: vec![], places: HashMap::new(), known: vec![], at_hand: None }
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
        let known = like.and_then(|like| self.known(plain, like));
        let place = known.unwrap_or_else(|| self.place(read(), manner));
        if let Some(like) = like.filter(|_| known.is_none()) {
            self.known[like.class].push((plain, place));
        }
        let (traits, rows) = &mut self.each[place];
        (traits, rows)
    }

    fn known(&mut self, plain: Plain, like: Like) -> Option<usize> {
        let at_hand = Some([plain.source, like.piece]);
        if self.at_hand != at_hand {
            self.at_hand = at_hand;
            self.known.iter_mut().for_each(Vec::clear);
        }
        if self.known.len() <= like.class {
            self.known.resize(like.class + 1, vec![]);
        }
        self.known[like.class].iter().find(|(known, _)| *known == plain).map(|(_, place)| *place)
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
    pub(super) fn bundles(self) -> HashMap<Arc<T>, Bundle> {
        self.each.into_iter().map(|(traits, rows)| (traits, rows.bundle())).collect()
    }
}
