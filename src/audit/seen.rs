//! What the verifier reads of one line, which takes no other line: the part that is
//! done on all cores.

use super::documents::{Named, named_in};
use crate::event::{Activity, Entry, EntryError, Hash, types};
use crate::figures::{ReplayError, Said};

/// What was read of a line.
pub(super) struct Seen {
    pub(super) said: Spoken,
    /// The hash of the line.
    pub(super) hash: Hash,
    /// Whether the line is the one spelling of what was read.
    pub(super) is_spelled: bool,
    /// Whether its source is that of the first line.
    pub(super) is_own: bool,
    /// What it names beside the log, where it names anything.
    pub(super) named: Option<Box<Named>>,
    /// The line itself of an entry of the program's own.
    pub(super) line: Option<Vec<u8>>,
}

/// An entry, with what it says where that can be read.
#[expect(clippy::large_enum_variant, reason = "nearly all are said, and a box is freed by another thread")]
pub(super) enum Spoken {
    Said(Said),
    /// Its members are not as its type has them.
    Unsaid(Box<(Entry, ReplayError)>),
}

impl Spoken {
    pub(super) const fn entry(&self) -> &Entry {
        match self {
            Self::Said(said) => said.entry(),
            Self::Unsaid(unsaid) => &unsaid.0,
        }
    }

    /// What it says of an activity that it records.
    pub(super) const fn activity(&self) -> Option<&Activity> {
        match self {
            Self::Said(said) => said.activity(),
            Self::Unsaid(_) => None,
        }
    }
}

impl Seen {
    /// Reads a line with this hash, of a log whose first line has this source.
    pub(super) fn of(line: &[u8], hash: Hash, source: &str) -> Result<Self, EntryError> {
        let mut entry = Entry::read(line)?;
        // The reader refuses every other spelling; going along it again shows it.
        let is_spelled = entry.is_spelled(line);
        let is_own = entry.source == source;
        let named = Some(named_in(&entry.draft.data)).filter(|named| !named.is_nothing()).map(Box::new);
        let kept = entry.draft.kind.starts_with(types::PREFIX).then(|| line.to_vec());
        // All entries name one source; only that of entry 0 is kept.
        if entry.sequence > 0 {
            entry.source = String::new();
        }
        let said = match Said::of(entry) {
            Ok(said) => Spoken::Said(said),
            Err(error) => Spoken::Unsaid(Box::new((Entry::read(line)?, error))),
        };
        Ok(Self { said, hash, is_spelled, is_own, named, line: kept })
    }
}
