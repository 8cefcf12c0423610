//! Something of each entry, by its place: nothing is moved when there are more, so that
//! no more room is taken than they need.

/// How many stand together.
const TOGETHER: usize = 1 << 16;

/// Something of each entry so far.
#[derive(Default)]
pub(super) struct Places<T> {
    full: Vec<Box<[T]>>,
    last: Vec<T>,
}

impl<T> Places<T> {
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
    use super::{Places, TOGETHER};

    #[test]
    fn each_is_found_at_its_place() {
        let mut places = Places::default();
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
