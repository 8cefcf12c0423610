//! What became of an activity after it was recorded. Of most nothing did.

use crate::figures::fate::Fate;
use crate::figures::packed::{Packer, Unpacker};

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

impl Course {
    pub(super) fn pack(&self, packer: &mut Packer) {
        // No entry withdraws what stands before it: 0 is none.
        packer.count(usize::try_from(self.withdrawn.unwrap_or(0)).unwrap_or(0));
        packer.count(self.versions.len());
        for version in &self.versions {
            packer.count(version.row);
            packer.0.push(mark_of(version.fate));
        }
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let withdrawn = from.count().map(|by| by as u64)?;
        let count = from.count()?;
        let version = |_| Some(VersionOnRow { row: from.count()?, fate: fate_of(from.byte()?)? });
        let versions = (0..count).map(version).collect::<Option<_>>()?;
        Some(Self { withdrawn: (withdrawn > 0).then_some(withdrawn), versions })
    }
}

const WITHDRAWN: u8 = 1;
const PLANNED: u8 = 2;
const APPROVED: u8 = 4;
const REJECTED: u8 = 8;

fn mark_of(fate: Fate) -> u8 {
    let judged = match fate.approved {
        None => 0,
        Some(true) => APPROVED,
        Some(false) => REJECTED,
    };
    judged | if fate.withdrawn { WITHDRAWN } else { 0 } | if fate.planned { PLANNED } else { 0 }
}

fn fate_of(mark: u8) -> Option<Fate> {
    let approved = match mark & (APPROVED | REJECTED) {
        0 => None,
        APPROVED => Some(true),
        REJECTED => Some(false),
        _ => return None,
    };
    (mark < 16).then_some(Fate { withdrawn: mark & WITHDRAWN > 0, approved, planned: mark & PLANNED > 0 })
}
