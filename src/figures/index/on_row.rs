//! A version as it stands on a row, with what became of its activity.

use super::course::{As, Course};
use super::rows::{Face, Rows};
use crate::event::{EntryId, Period};
use crate::figures::fate;
use crate::figures::record::Absent;

/// A version on a row, as of when something is asked.
#[derive(Clone, Copy)]
pub(in crate::figures) struct OnRow<'a> {
    pub(in crate::figures) rows: &'a Rows,
    /// Which of these rows, and which of its type.
    pub(in crate::figures) at: usize,
    pub(super) row: usize,
    /// What became of the activity, where anything was said of it.
    pub(super) course: Option<&'a Course>,
    pub(super) known: As<'a>,
}

impl OnRow<'_> {
    fn face(&self) -> Face {
        self.rows.face(self.at)
    }

    /// Who stands on the row of the original.
    fn original(&self) -> Face {
        let face = self.face();
        if face.is_original() {
            return face;
        }
        self.rows.origin(self.at).map_or(face, |origin| origin.face)
    }

    /// Whether it is the version that is to be looked at of its activity, and whether it
    /// counts, where approval is asked for or not.
    pub(in crate::figures) fn verdict(&self, approval: bool) -> Option<Result<(), Absent>> {
        let (row, stands) = match self.course {
            Some(course) => course.standing(approval, self.known),
            None if self.face().is_original() => (self.row, self.untold(approval)),
            // Whoever corrected it said something of it.
            None => return None,
        };
        let withdrew = || self.known.withdrew(&self.original());
        (row == self.row).then(|| match stands {
            Err(Absent::Withdrawn(_)) => stands,
            _ => withdrew().map_or(stands, |by| Err(Absent::Withdrawn(by))),
        })
    }

    /// That of a version of which nothing was said.
    fn untold(&self, approval: bool) -> Result<(), Absent> {
        let fate = fate::Fate { planned: self.face().is_planned(), ..fate::Fate::default() };
        fate::standing(1, |_| fate, approval).map(|_| ())
    }

    /// The place of the original, and its id.
    pub(in crate::figures) fn activity(&self) -> (u64, EntryId) {
        let Face { sequence, id, .. } = self.original();
        (sequence, id)
    }

    /// The row on which its piece begins.
    pub(in crate::figures) const fn piece(&self) -> usize {
        self.row - self.at
    }

    /// Its own place.
    pub(in crate::figures) fn sequence(&self) -> u64 {
        self.face().sequence
    }

    /// Within which days it happened.
    pub(in crate::figures) fn occurred(&self) -> Period {
        self.rows.occurred(self.at)
    }

    /// Whether a document backs it: one that it names itself, or one that was added to
    /// its activity.
    pub(in crate::figures) fn is_documented(&self) -> bool {
        self.face().is_documented() || self.course.is_some_and(|it| it.is_backed(self.known.size))
    }
}
