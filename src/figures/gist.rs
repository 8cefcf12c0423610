//! What rules read of a version of an activity, wherever that is kept: whole in
//! its record, or in the index of what rules read.

use std::borrow::Cow;

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
    Indexed(OnPiece<'a>),
    /// It was read before, and is kept with others alike.
    Apart,
}

/// A row of a piece of the index.
#[derive(Clone, Copy)]
pub(super) struct OnPiece<'a> {
    pub rows: &'a Rows,
    /// Which of these.
    pub at: usize,
    /// Which row of its type is the first of them.
    pub first: usize,
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
            documented: record.is_documented(version),
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
            kept: Kept::Indexed(OnPiece { rows: seen.rows, at: seen.at, first: seen.piece() }),
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
            Kept::Indexed(OnPiece { rows, at, .. }) => rows.subject(at),
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
            Kept::Indexed(OnPiece { rows, at, .. }) => rows.field(name, at),
            Kept::Apart => None,
        }
    }

    /// Where it stands in a piece of the index.
    pub(super) const fn on_piece(&self) -> Option<OnPiece<'a>> {
        match self.kept {
            Kept::Indexed(on_piece) => Some(on_piece),
            _ => None,
        }
    }

    /// The stored values of the fields that may name a body.
    pub(super) fn values(&self) -> Vec<Cow<'a, Json>> {
        match self.kept {
            Kept::Whole(version) => match &version.content {
                Content::Activity(activity) => activity.fields.values().map(Cow::Borrowed).collect(),
                Content::Total(_) => vec![],
            },
            Kept::Indexed(OnPiece { rows, at, .. }) => rows.values(at),
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
