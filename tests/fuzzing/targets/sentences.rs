//! What people are told: sentences that a target makes of what it was refused.

use jalon::exchange::{ImportProblem, Spot};
use jalon::present::problems::import_sentence;

use super::house::Fixture;

/// How many problems of one input are told: a file may have thousands that are
/// alike.
pub(super) const TOLD: usize = 12;

impl Fixture {
    /// Tells problems of an import with their places, in both languages.
    pub(super) fn tell(&self, problems: &[ImportProblem]) {
        for problem in problems.iter().take(TOLD) {
            self.say(|messages| import_sentence(messages, &problem.trouble));
            tell_spot(&problem.spot);
        }
    }
}

/// Tells a place.
pub(super) fn tell_spot(spot: &Spot) {
    assert!(spot.to_string().starts_with(&spot.file));
}
