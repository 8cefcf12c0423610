//! Something of each entry, by its place: nothing is moved when there are more, so that
//! no more room is taken than they need. They stand together in so large parts that the
//! system has the room back as soon as they are let go; what of a part is not used yet
//! takes none.

/// How many stand together: of eight bytes each, more than the allocator of the C library
/// keeps for itself.
const MANY: usize = 1 << 23;

/// Something of each entry so far.
pub(super) struct Places<T, const TOGETHER: usize = MANY> {
    full: Vec<Box<[T]>>,
    last: Vec<T>,
}

impl<T, const TOGETHER: usize> Default for Places<T, TOGETHER> {
    fn default() -> Self {
        Self { full: vec![], last: vec![] }
    }
}

impl<T, const TOGETHER: usize> Places<T, TOGETHER> {
    /// Adds that of the next entry.
    pub(super) fn push(&mut self, of: T) {
        if self.last.capacity() == 0 {
            self.last.reserve_exact(TOGETHER);
        }
        self.last.push(of);
        if self.last.len() == TOGETHER {
            self.full.push(std::mem::take(&mut self.last).into_boxed_slice());
        }
    }

    /// That of the entry at a place.
    pub(super) fn get(&self, place: u64) -> Option<&T> {
        let at = usize::try_from(place).ok()?;
        match self.full.get(at / TOGETHER) {
            Some(full) => full.get(at % TOGETHER),
            None => self.last.get(at.checked_sub(self.full.len() * TOGETHER)?),
        }
    }

    /// That of the last entry.
    pub(super) fn last(&self) -> Option<&T> {
        self.last.last().or_else(|| self.full.last()?.last())
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    const TOGETHER: usize = 1 << 8;

    #[test]
    fn each_is_found_at_its_place() {
        let mut places = Places::<u64, TOGETHER>::default();
        assert_eq!((places.get(0), places.last()), (None, None));
        for place in 0..2 * TOGETHER as u64 + 3 {
            places.push(place);
            assert_eq!(places.last(), Some(&place));
        }
        for place in
            [0, 1, TOGETHER as u64 - 1, TOGETHER as u64, 2 * TOGETHER as u64, 2 * TOGETHER as u64 + 2]
        {
            assert_eq!(places.get(place), Some(&place));
        }
        assert_eq!(places.get(2 * TOGETHER as u64 + 3), None);
        assert_eq!(places.get(3 * TOGETHER as u64), None);
    }
}
