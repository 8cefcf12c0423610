//! What became of the activities of a type: as it was packed, and since.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::course::Course;
use super::shelf::{Section, Shelved};
use crate::figures::packed::Unpacker;

/// What became of activities, by the row of the original.
pub(super) type Courses = BTreeMap<usize, Course>;

/// The same as it was packed.
#[derive(Debug)]
pub(super) struct PackedCourses {
    section: Section,
    shelved: Shelved,
    /// How many rows there were.
    count: usize,
    read: OnceLock<Courses>,
}

/// What became of activities, by the rows of their originals in order; of two for one row
/// the latter holds.
pub(super) struct Told<'a> {
    all: Vec<(usize, &'a Course)>,
    next: usize,
}

impl PackedCourses {
    pub(super) fn of(section: Section, shelved: Shelved, count: usize) -> Self {
        Self { section, shelved, count, read: OnceLock::new() }
    }

    pub(super) fn read(&self) -> &Courses {
        self.read.get_or_init(|| {
            let bytes = self.shelved.section(self.section);
            bytes.and_then(|bytes| self.unpacked(&bytes)).unwrap_or_else(|| {
                self.shelved.lose();
                Courses::new()
            })
        })
    }

    fn unpacked(&self, bytes: &[u8]) -> Option<Courses> {
        let mut from = Unpacker(bytes);
        let all = from.each(|from| Some((from.count()?, Course::unpack(from)?)))?;
        let fits = all.iter().all(|(original, course)| course.fits(*original, self.count));
        (fits && from.0.is_empty()).then(|| all.into_iter().collect())
    }
}

impl<'a> Told<'a> {
    /// Of courses as they were packed, and as they are now where that is another.
    pub(super) fn of_both(
        then: impl Iterator<Item = (&'a usize, &'a Course)>,
        now: impl Iterator<Item = (&'a usize, &'a Course)>,
    ) -> Self {
        let mut all: Vec<(usize, &Course)> = then.chain(now).map(|(row, course)| (*row, course)).collect();
        all.sort_by_key(|(row, _)| *row);
        Self { all, next: 0 }
    }

    /// That of a row; they are asked for in order.
    pub(super) fn of(&mut self, row: usize) -> Option<&'a Course> {
        let mut found = None;
        while let Some((of, course)) = self.all.get(self.next).filter(|(of, _)| *of <= row) {
            found = Some(*course).filter(|_| *of == row);
            self.next += 1;
        }
        found
    }
}
