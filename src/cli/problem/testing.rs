//! What stops one of the auditor's tests: a sample, a list, the items of a total.

use super::Problem;
use crate::exchange::PaperError;
use crate::figures::Unsampled;
use crate::present::problems::{paper_sentence, unsampled_sentence};
use crate::present::{Arg, Messages};

/// Why a test of the auditor's is not made, or ends with something to look at.
#[derive(Debug)]
pub enum Testing {
    /// No sample can be drawn of a value.
    Unsampled(Unsampled),
    /// No sample is recorded under this number or id.
    NoSample(String),
    /// A working paper that cannot be taken.
    Paper(Vec<PaperError>),
    /// So many rows of a list or entries are missing on one side, or differ.
    Unmatched(usize),
    /// The entry at a place is no published total that stands.
    NotAStandingTotal(u64),
    /// The plan has no indicator of the total at a place.
    NotInPlan(u64),
    /// The file was recorded before, by the import that begins at this place.
    ItemisedAlready(u64),
    /// Rows that do not itemise a total, each told where it stands.
    Unsound(Vec<String>),
}

impl Testing {
    /// Whether each of its lines begins with a place in a file.
    pub(super) const fn has_places(&self) -> bool {
        matches!(self, Self::Paper(_) | Self::Unsound(_))
    }

    pub(super) fn sentence(&self, messages: &Messages) -> String {
        match self {
            Self::Unsampled(why) => unsampled_sentence(messages, why),
            Self::NoSample(typed) => messages.say("problem-no-sample", &[("typed", Arg::Text(typed))]),
            Self::Unmatched(count) => messages.say("problem-unmatched", &[("count", Arg::Count(*count))]),
            Self::NotAStandingTotal(entry) => {
                messages.say("problem-not-a-standing-total", &[("entry", Arg::Shown(entry))])
            }
            Self::ItemisedAlready(batch) => {
                messages.say("problem-itemised-already", &[("batch", Arg::Shown(batch))])
            }
            Self::NotInPlan(entry) => messages.say("problem-not-in-plan", &[("entry", Arg::Shown(entry))]),
            Self::Unsound(told) => {
                let all = messages.say("problem-unsound", &[("count", Arg::Count(told.len()))]);
                format!("{}\n{all}", told.join("\n"))
            }
            Self::Paper(errors) => {
                let each =
                    |it: &PaperError| format!("{}: {}", it.spot, paper_sentence(messages, &it.trouble));
                errors.iter().map(each).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl From<Testing> for Problem {
    fn from(testing: Testing) -> Self {
        Self::Testing(testing)
    }
}
