//! Which of an activity's versions stands, by what was said of each.

use super::record::Absent;

/// What was said of one version.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Fate {
    /// Whether it was withdrawn; an original never is without all of it.
    pub withdrawn: bool,
    /// Whether it was last approved, or rejected; none while nobody judged it.
    pub approved: Option<bool>,
    /// Whether it lies in the future of the day it was recorded, and was not
    /// confirmed since.
    pub planned: bool,
}

/// The place of the last of so many versions that was not withdrawn: what a
/// correction replaces.
pub(super) fn latest(count: usize, fate: impl Fn(usize) -> Fate) -> usize {
    (0..count).rev().find(|place| !fate(*place).withdrawn).unwrap_or(0)
}

/// The place of the version that counts, where approval is asked for or not.
pub(super) fn standing(count: usize, fate: impl Fn(usize) -> Fate, approval: bool) -> Result<usize, Absent> {
    let last = latest(count, &fate);
    let place = if approval {
        let is_approved = |place: &usize| !fate(*place).withdrawn && fate(*place).approved == Some(true);
        // A correction of what was rejected is another version, which waits to be
        // judged.
        let absent = if fate(last).approved.is_some() { Absent::Rejected } else { Absent::NotApproved };
        (0..count).rev().find(is_approved).ok_or(absent)?
    } else {
        last
    };
    if fate(place).planned { Err(Absent::Planned) } else { Ok(place) }
}
