//! What became of an activity after it was recorded. Of most nothing did.

use crate::figures::fate::Fate;

/// The versions of an activity about which something was said.
#[derive(Clone, Debug, Default)]
pub(super) struct Course {
    /// Sequence of the entry that withdrew all of it.
    pub withdrawn: Option<u64>,
    /// The original, then its corrections.
    pub versions: Vec<VersionOnRow>,
}

/// A version and what was said of it.
#[derive(Clone, Debug)]
pub(super) struct VersionOnRow {
    /// Its row.
    pub row: usize,
    /// What was said of it.
    pub fate: Fate,
}
