//! What rules read of a version of an activity, wherever that is kept: whole in
//! its record, or in the index of what rules read.

use std::borrow::Cow;

pub(super) use super::index::{Column, Columns};
use super::index::{OnRow, Rows};
use super::record::{Absent, Content, Record, Version};
use crate::event::{BodyId, EntryId, Json, Period};

/// What rules read of a version.
#[derive(Clone, Copy)]
pub(super) struct Gist<'a> {
    /// Sequence of the original.
    pub sequence: u64,
    /// Sequence of this version.
    pub version: u64,
    /// Id of the original.
    pub id: EntryId,
    /// Within which days it happened.
    pub occurred: Period,
    /// Whether a document backs it.
    pub documented: bool,
    kept: Kept<'a>,
}

/// Where the rest is.
#[derive(Clone, Copy)]
enum Kept<'a> {
    Whole(&'a Version),
    /// On a row of those of a piece of the index, which begins on another.
    Indexed(&'a Rows, usize, usize),
    /// It was read before, and is kept with others alike.
    Apart,
}

/// Which version it is, and when that happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    pub sequence: u64,
    pub version: u64,
    pub id: EntryId,
    pub occurred: Period,
    pub documented: bool,
}

impl<'a> Gist<'a> {
    fn whole(record: &'a Record, version: &'a Version) -> Self {
        Self {
            sequence: record.sequence,
            version: version.sequence,
            id: record.id,
            occurred: version.occurred,
            documented: !version.content.evidence().is_empty(),
            kept: Kept::Whole(version),
        }
    }

    /// The version on a row of the index.
    fn indexed(seen: OnRow<'a>) -> Self {
        let (sequence, id) = seen.activity();
        Self {
            sequence,
            version: seen.sequence(),
            id,
            occurred: seen.occurred(),
            documented: seen.is_documented(),
            kept: Kept::Indexed(seen.rows, seen.at, seen.piece()),
        }
    }

    /// Which version it is.
    pub(super) const fn place(&self) -> Place {
        let Self { sequence, version, id, occurred, documented, .. } = *self;
        Place { sequence, version, id, occurred, documented }
    }

    /// The version at a place, of which all else was read before.
    pub(super) const fn apart(place: Place) -> Self {
        let Place { sequence, version, id, occurred, documented } = place;
        Self { sequence, version, id, occurred, documented, kept: Kept::Apart }
    }

    /// What it is about.
    pub(super) fn subject(&self) -> Option<&'a BodyId> {
        match self.kept {
            Kept::Whole(version) => version.subject.as_ref(),
            Kept::Indexed(rows, at, _) => rows.subject(at),
            Kept::Apart => None,
        }
    }

    /// The stored value of a field.
    pub(super) fn field(&self, name: &str) -> Option<Cow<'a, Json>> {
        match self.kept {
            Kept::Whole(version) => match &version.content {
                Content::Activity(activity) => activity.fields.get(name).map(Cow::Borrowed),
                Content::Total(_) => None,
            },
            Kept::Indexed(rows, at, _) => rows.field(name, at),
            Kept::Apart => None,
        }
    }

    /// The first row of the piece of the index in which it stands.
    pub(super) const fn piece(&self) -> Option<usize> {
        match self.kept {
            Kept::Indexed(.., first) => Some(first),
            _ => None,
        }
    }

    /// Where in its piece the values of fields stand, the subject among them.
    pub(super) fn columns(&self, roots: &[&str]) -> Columns {
        match self.kept {
            Kept::Indexed(rows, ..) => rows.columns(roots),
            _ => Columns::new(),
        }
    }

    /// How many different values stand in a column of its piece.
    pub(super) fn different(&self, column: Column) -> usize {
        match self.kept {
            Kept::Indexed(rows, ..) => rows.different(column),
            _ => 0,
        }
    }

    /// The number that stands for its value in a column, 0 where it states none: versions in
    /// one piece with the same number have the same value there.
    pub(super) fn number(&self, column: Column) -> u32 {
        match self.kept {
            Kept::Indexed(rows, at, _) => rows.number(column, at),
            _ => 0,
        }
    }

    /// The stored values of the fields that may name a body.
    pub(super) fn values(&self) -> Vec<Cow<'a, Json>> {
        match self.kept {
            Kept::Whole(version) => match &version.content {
                Content::Activity(activity) => activity.fields.values().map(Cow::Borrowed).collect(),
                Content::Total(_) => vec![],
            },
            Kept::Indexed(rows, at, _) => rows.values(at),
            Kept::Apart => vec![],
        }
    }
}

/// An activity as rules see it; in the index one of its versions.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    Whole(&'a Record),
    Indexed(OnRow<'a>),
}

impl<'a> Seen<'a> {
    /// The version that counts, where approval is asked for or not; where none does, the
    /// last correction not withdrawn, or the original, and why. None where it stands on
    /// another row, and is looked at there.
    pub(super) fn said(&self, approval: bool) -> Option<(Gist<'a>, Result<(), Absent>)> {
        match *self {
            Self::Whole(record) => Some(match record.standing(approval) {
                Ok(version) => (Gist::whole(record, version), Ok(())),
                Err(absent) => (Gist::whole(record, record.latest()), Err(absent)),
            }),
            Self::Indexed(seen) => seen.verdict(approval).map(|stands| (Gist::indexed(seen), stands)),
        }
    }
}
