//! Rows of the index that say the same of all that a rule asks of them: what it makes of
//! one, it makes of all.
//!
//! In a piece of the index the different values of a field stand once each, under numbers.
//! Rows that have the same numbers in all columns that a rule reads are alike, and most
//! rows of a piece are like one before them.

mod classes;

use self::classes::Classes;
use super::conditions::Truth;
use super::gist::{Gist, OnPiece};
use super::index::Rows;
use super::paths::days_of_change;
use crate::event::Day;
use crate::plan::{Kind, Register, Rule, Source, root_of};

/// Rows of one piece that are alike, on days between which nothing changes that a rule
/// asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Like {
    /// The first row of the piece.
    pub piece: usize,
    /// A number in place of what they say, small where few differ.
    pub class: usize,
}

/// What a source of a rule made of the rows of a piece so far.
pub(super) struct Alike<'a> {
    /// What it reads of a row, but for its number.
    roots: Vec<&'a str>,
    /// Those of which it reads attributes, which are as of a day.
    dated: Vec<&'a str>,
    piece: Option<usize>,
    classes: Classes,
    /// By the numbers of their classes.
    truths_of: Vec<Option<Truths>>,
    truths: Vec<Option<Truth<'a>>>,
    /// What it made of the last row that is in no piece.
    alone: Truth<'a>,
}

/// What a rule makes of the rows of one class.
struct Truths {
    /// Where the first of them stands.
    first: usize,
    /// The days from each of which on another one holds.
    changes: Box<[Day]>,
}

impl<'a> Alike<'a> {
    /// Of a source of a rule.
    pub(super) fn of(rule: &'a Rule, source: &'a Source) -> Self {
        let paths = paths(rule, source);
        let dated = paths.iter().copied().filter(|path| root_of(path) != *path).collect();
        Self {
            roots: roots_of(paths),
            dated: roots_of(dated),
            piece: None,
            classes: Classes::default(),
            truths_of: vec![],
            truths: vec![],
            alone: Truth::Met,
        }
    }

    /// Which rows a version is like, and what a rule makes of its conditions, which is asked
    /// of the first of them.
    pub(super) fn judge(
        &mut self,
        register: &Register,
        gist: &Gist<'_>,
        day: Day,
        judge: impl FnOnce() -> Truth<'a>,
    ) -> (Option<Like>, &Truth<'a>) {
        let Some(OnPiece { rows, at, first: piece }) = gist.on_piece() else {
            self.alone = judge();
            return (None, &self.alone);
        };
        if self.piece != Some(piece) {
            self.begin(piece, rows);
        }
        let class = self.class(register, gist, at, day);
        let like = Like { piece, class };
        (Some(like), self.truths[class].get_or_insert_with(judge))
    }

    /// Forgets what it made of another piece, where other numbers stand for values.
    fn begin(&mut self, piece: usize, rows: &Rows) {
        self.piece = Some(piece);
        // What no row states tells none from another.
        self.classes.begin(rows.len(), self.roots.iter().flat_map(|root| rows.numbers(root)));
        self.truths_of.clear();
        self.truths_of.resize_with(self.classes.count(), || None);
        self.truths.clear();
    }

    fn class(&mut self, register: &Register, gist: &Gist<'_>, at: usize, day: Day) -> usize {
        let Self { dated, classes, truths_of, truths, .. } = self;
        let of_class = truths_of[classes.of(at)].get_or_insert_with(|| {
            let mut changes: Vec<Day> =
                dated.iter().flat_map(|root| days_of_change(register, gist, root)).collect();
            changes.sort_unstable();
            changes.dedup();
            let first = truths.len();
            truths.resize(first + changes.len() + 1, None);
            Truths { first, changes: changes.into() }
        });
        of_class.first + of_class.changes.partition_point(|change| *change <= day)
    }
}

/// The paths that a source reads of a row, but for that of its number.
fn paths<'a>(rule: &'a Rule, source: &'a Source) -> Vec<&'a str> {
    let tests = source.conditions.iter().chain(&rule.having).map(|it| it.path.as_str());
    let key = (rule.kind == Kind::Distinct).then(|| source.key_path());
    let yes = source.field.as_deref().filter(|_| rule.kind == Kind::Attained);
    tests.chain(key).chain(rule.per.as_deref()).chain(yes).collect()
}

/// The fields at which paths begin, each once.
fn roots_of(paths: Vec<&str>) -> Vec<&str> {
    let mut roots: Vec<&str> = paths.into_iter().map(root_of).collect();
    roots.sort_unstable();
    roots.dedup();
    roots
}
