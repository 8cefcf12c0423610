//! What rules read of a version of an activity, wherever that is kept: whole in
//! its record, or in the index of what rules read.

use std::borrow::Cow;

use super::index::{As, IndexedType};
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
    Indexed(&'a IndexedType, usize),
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

    /// The version on a row of the index, of the original on another.
    fn indexed(kept: &'a IndexedType, original: usize, row: usize) -> Self {
        Self {
            sequence: kept.sequence(original),
            version: kept.sequence(row),
            id: kept.id(original),
            occurred: kept.occurred(row),
            documented: kept.is_documented(row),
            kept: Kept::Indexed(kept, row),
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
            Kept::Indexed(kept, row) => kept.subject(row),
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
            Kept::Indexed(kept, row) => kept.field(name, row),
            Kept::Apart => None,
        }
    }

    /// The stored values of the fields that may name a body.
    pub(super) fn values(&self) -> Vec<Cow<'a, Json>> {
        match self.kept {
            Kept::Whole(version) => match &version.content {
                Content::Activity(activity) => activity.fields.values().map(Cow::Borrowed).collect(),
                Content::Total(_) => vec![],
            },
            Kept::Indexed(kept, row) => kept.values(row),
            Kept::Apart => vec![],
        }
    }
}

/// An activity as rules see it.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    Whole(&'a Record),
    Indexed(&'a IndexedType, usize, As),
}

impl<'a> Seen<'a> {
    /// The version that counts, where approval is asked for or not.
    pub(super) fn standing(&self, approval: bool) -> Result<Gist<'a>, Absent> {
        match *self {
            Self::Whole(record) => record.standing(approval).map(|version| Gist::whole(record, version)),
            Self::Indexed(kept, original, known) => {
                kept.standing(original, approval, known).map(|row| Gist::indexed(kept, original, row))
            }
        }
    }

    /// The last correction not withdrawn, or the original.
    pub(super) fn latest(&self) -> Gist<'a> {
        match *self {
            Self::Whole(record) => Gist::whole(record, record.latest()),
            Self::Indexed(kept, original, known) => {
                Gist::indexed(kept, original, kept.latest(original, known))
            }
        }
    }
}
