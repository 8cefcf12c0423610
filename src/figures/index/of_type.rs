//! All activities of a type: those that were packed, those that came since, and
//! what became of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::asked::{Asked, Which};
use super::course::{As, Course};
use super::courses::{Courses, PackedCourses, Told};
use super::on_row::OnRow;
use super::piece::{Outline, Piece, Pieces, packed};
use super::reads::Keeps;
use super::rows::{Face, Rows};
use super::shelf::{Section, Shelved, Stock};
use super::sieve::Sieve;
use super::{Fresh, Look, Sections};
use crate::event::EntryId;
use crate::figures::packed::Packer;

/// Whoever asks for all rows.
static ALL: Asked<'_> = Asked::all();

/// The versions of all activities of a type, one on each row, in the order in
/// which they were recorded.
#[derive(Clone, Debug)]
pub(in crate::figures) struct IndexedType {
    stock: Arc<dyn Stock>,
    shelved: Shelved,
    /// Full ones; the last may have room, where nothing came since it was packed.
    pieces: Pieces,
    /// How many rows are in them.
    packed: usize,
    fresh: Rows,
    /// How many rows were there when what is made of all of them was packed.
    settled: usize,
    /// What had become of activities by then.
    courses_then: Option<Arc<PackedCourses>>,
    /// What became of activities, where that is not as it was then.
    courses: Courses,
    /// The size of the ledger after the last entry about one of them that is not
    /// packed.
    pub(super) touched: u64,
}

impl IndexedType {
    /// One without rows, of which full pieces go into a stock.
    pub(super) fn on(stock: Arc<dyn Stock>, shelved: Shelved) -> Self {
        Self {
            stock,
            shelved,
            pieces: Pieces::new(),
            packed: 0,
            fresh: Rows::default(),
            settled: 0,
            courses_then: None,
            courses: Courses::new(),
            touched: 0,
        }
    }

    /// Adds a version, a correction of the activity whose original stands on a row or
    /// another activity; its own row.
    pub(super) fn add(
        &mut self,
        original: Option<usize>,
        fresh: &mut Fresh<'_, '_>,
        kept: Keeps<'_>,
    ) -> usize {
        self.open_last();
        let row = self.len();
        let origin = original.map(|row| (row, self.face(row)));
        self.fresh.put(fresh, origin, kept);
        if let Some(original) = original {
            let face = self.face(row);
            self.course(original).correct(row, &face);
        }
        self.touched = fresh.sequence + 1;
        if self.fresh.len() == self.stock.rows() {
            let piece = Piece::pack(&self.fresh, self.stock.as_ref(), &self.shelved);
            self.packed += self.fresh.len();
            self.pieces.push(Arc::new(piece));
            self.fresh.clear();
        }
        row
    }

    /// Takes the rows of a last piece that has room out of it.
    fn open_last(&mut self) {
        let rows = self.stock.rows();
        if let Some(last) = self.pieces.pop_if(|last| last.outline.count < rows) {
            self.packed -= last.outline.count;
            self.fresh = last.rows().clone();
        }
    }

    /// How many rows there are.
    pub(super) const fn len(&self) -> usize {
        self.packed + self.fresh.len()
    }

    /// Who stands on a row.
    pub(super) fn face(&self, row: usize) -> Face {
        if let Some(at) = row.checked_sub(self.packed) {
            return self.fresh.face(at);
        }
        let rows = self.stock.rows();
        self.pieces[row / rows].face(row % rows)
    }

    /// Who stands on each row from one on, in order.
    pub(super) fn faces(&self, from: usize) -> impl Iterator<Item = Face> {
        let of_pieces = self.pieces.iter().scan(0, |before, piece| {
            *before += piece.outline.count;
            Some((*before - piece.outline.count, piece))
        });
        let asked = of_pieces.filter(move |(first, piece)| first + piece.outline.count > from);
        let of_pieces = asked.flat_map(move |(first, piece)| {
            let faces = piece.lent().rows().faces().to_vec();
            faces.into_iter().skip(from.saturating_sub(first))
        });
        of_pieces.chain(self.fresh.faces().iter().skip(from.saturating_sub(self.packed)).copied())
    }

    /// The row of an id that was packed before this ledger was gone on with.
    pub(super) fn find_settled(&self, id: EntryId) -> Option<usize> {
        let mut first = 0;
        for piece in self.pieces.iter().filter(|_| self.settled > 0) {
            if let Some(at) = piece.find(id) {
                return Some(first + at);
            }
            first += piece.outline.count;
        }
        // The last of them is out of its piece where others came since.
        let out = self.settled.saturating_sub(self.packed);
        self.fresh.faces()[..out].iter().position(|face| face.id == id).map(|at| self.packed + at)
    }

    /// Whether one of these ids, which are in order, stands on a row.
    pub(super) fn has_any(&self, ids: &[EntryId]) -> bool {
        let is_sought = |face: &Face| ids.binary_search(&face.id).is_ok();
        self.fresh.faces().iter().any(is_sought) || self.pieces.iter().any(|piece| piece.has_any(ids))
    }

    /// How many rows were there when what is made of all of them was packed.
    pub(super) const fn settled(&self) -> usize {
        self.settled
    }

    /// What became of the activity whose original stands on a row, to be changed.
    pub(super) fn course(&mut self, original: usize) -> &mut Course {
        if !self.courses.contains_key(&original) {
            let then = self.courses_then.as_ref().and_then(|then| then.read().get(&original)).cloned();
            let course = then.unwrap_or_else(|| Course::of(original, &self.face(original)));
            self.courses.insert(original, course);
        }
        self.courses.entry(original).or_default()
    }

    /// What became of it, where anything was said of it.
    fn course_of(&self, original: usize) -> Option<&Course> {
        let then = || self.courses_then.as_ref()?.read().get(&original);
        self.courses.get(&original).or_else(then)
    }

    /// The version whose entry has a hash that begins so, of the original on a row.
    pub(super) fn version(&self, original: usize, hash: u64) -> Option<usize> {
        let is_it = |row: &usize| self.face(*row).hash == hash;
        match self.course_of(original) {
            Some(course) => course.rows().find(is_it),
            None => Some(original).filter(is_it),
        }
    }

    /// Has every row looked at, those of a piece at a time, which may be let go of afterwards.
    pub(super) fn each(&self, which: Which<'_>, known: As<'_>, look: Look<'_>) {
        let mut first = 0;
        let asked = self.asked(which);
        for piece in &self.pieces {
            let after = first + piece.outline.count;
            if asked.first_from(first) < after {
                self.look_at(piece.lent().rows(), first, &asked, known, look);
            }
            first = after;
            if piece.outline.last >= known.size {
                return;
            }
        }
        self.look_at(&self.fresh, first, &asked, known, look);
    }

    /// All rows, which stay in memory from then on.
    pub(super) fn all<'a>(&'a self, known: As<'a>) -> impl Iterator<Item = OnRow<'a>> {
        let kept = self.pieces.iter().map(|piece| piece.rows()).chain([&self.fresh]);
        let mut first = 0;
        kept.flat_map(move |rows| {
            let before = first;
            first += rows.len();
            self.on_rows(rows, (before, 0), &ALL, known)
        })
    }

    fn look_at(&self, rows: &Rows, first: usize, asked: &Asked<'_>, known: As<'_>, look: Look<'_>) {
        // Of nothing before the first that is asked for need it be known what became of it.
        let from = asked.first_from(first) - first;
        if from < rows.len() {
            look(&mut self.on_rows(rows, (first, from), asked, known));
        }
    }

    /// Rows from one on that are asked for and were there as of when something is asked, each
    /// with what became of its activity.
    fn on_rows<'a>(
        &'a self,
        rows: &'a Rows,
        (first, from): (usize, usize),
        asked: &'a Asked<'_>,
        known: As<'a>,
    ) -> impl Iterator<Item = OnRow<'a>> {
        let there = rows.faces().iter().take_while(move |face| face.sequence < known.size);
        let mut told = self.told(first + from, first + rows.len());
        there.enumerate().skip(from).filter_map(move |(at, face)| {
            let row = first + at;
            let passes = asked.sieve.is_none_or(|sieve| sieve.has(rows.occurred(at)));
            if !asked.has(row) || (!passes && !asked.sieve.is_some_and(Sieve::has_misses)) {
                return None;
            }
            let course = if face.is_original() {
                told.of(row)
            } else {
                rows.origin(at).and_then(|origin| self.course_of(origin.row))
            };
            let seen = OnRow { rows, at, row, course, known };
            (passes || asked.sieve.is_some_and(|sieve| sieve.misses(&seen))).then_some(seen)
        })
    }

    /// What became of the activities whose originals stand on rows between two.
    fn told(&self, first: usize, after: usize) -> Told<'_> {
        let then = self.courses_then.iter().filter(|_| first < self.settled);
        let then = then.flat_map(|then| then.read().range(first..after));
        Told::of_both(then, self.courses.range(first..after))
    }

    fn asked<'s>(&self, which: Which<'s>) -> Asked<'s> {
        Asked::of(which, self.settled, || {
            let rows = self.courses.range(..self.settled).flat_map(|(_, course)| course.rows());
            let mut rows: Vec<usize> = rows.filter(|row| *row < self.settled).collect();
            rows.sort_unstable();
            rows
        })
    }

    /// The pieces that are full.
    pub(super) fn full(&self) -> impl Iterator<Item = &Arc<Piece>> {
        self.pieces.iter().filter(|piece| piece.outline.count == self.stock.rows())
    }

    /// The rows that fill no piece, packed; none where there are none, or where they are
    /// lost.
    pub(super) fn rest(&self) -> Option<(Outline, Vec<u8>)> {
        if self.fresh.len() > 0 {
            return Some(packed(&self.fresh));
        }
        let last = self.pieces.last().filter(|last| last.outline.count < self.stock.rows())?;
        Some((last.outline, last.shelved.section(last.outline.section)?))
    }

    /// What became of activities, put out.
    pub(super) fn put_courses(&self, out: &mut Sections<'_>) -> Section {
        let then = self.courses_then.iter().flat_map(|then| then.read().iter());
        let all: BTreeMap<usize, &Course> =
            then.chain(&self.courses).map(|(row, course)| (*row, course)).collect();
        let mut packer = Packer::default();
        packer.each(all.iter(), |packer, (original, course)| {
            packer.count(*original);
            course.pack(packer);
        });
        out.put(&packer.0)
    }

    /// Takes in what was packed; whether it can be so.
    pub(super) fn take(&mut self, pieces: Pieces, courses: Section) -> bool {
        let rows = self.stock.rows();
        let (full, last) = pieces.split_at(pieces.len().saturating_sub(1));
        let fits = full.iter().all(|piece| piece.outline.count == rows)
            && last.iter().all(|piece| piece.outline.count <= rows)
            && self.shelved.has_room(courses);
        self.packed = pieces.iter().map(|piece| piece.outline.count).sum();
        self.settled = self.packed;
        self.pieces = pieces;
        let shelved = self.shelved.clone();
        self.courses_then = Some(Arc::new(PackedCourses::of(courses, shelved, self.packed)));
        fits
    }
}
