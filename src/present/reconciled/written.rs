//! A finding in words: the places, the arithmetic, what would make it agree, and
//! who can settle it.

use super::agreeing::would_agree;
use super::arithmetic::arithmetic;
use super::cited::places;
use crate::audit::{PrintedFinding, Reconciliation};
use crate::present::{Arg, Messages};

/// A finding in one language.
pub(super) struct Written {
    /// What people call the measure; empty where it has no name.
    pub(super) subject: String,
    /// Each place with what it says.
    pub(super) places: Vec<String>,
    /// The arithmetic.
    pub(super) arithmetic: String,
    /// What would make it agree, where that can be computed.
    pub(super) agrees: Option<String>,
    /// Who can settle it.
    pub(super) settler: String,
}

pub(super) fn written(
    messages: &Messages,
    all: &Reconciliation<'_>,
    finding: &PrintedFinding<'_>,
) -> Written {
    Written {
        subject: subject(messages, all, finding),
        places: places(messages, all, finding),
        arithmetic: arithmetic(messages, all, finding),
        agrees: would_agree(messages, all, finding),
        settler: settler(messages, finding),
    }
}

/// What a finding is about: the label of the plan, else what is measured or named
/// at its first place.
fn subject(messages: &Messages, all: &Reconciliation<'_>, finding: &PrintedFinding<'_>) -> String {
    if let Some(label) = &finding.label {
        return messages.language().of(label).to_owned();
    }
    let Some(first) = finding.cites.first().and_then(|&at| all.printed.get(at)) else { return String::new() };
    let names = [&first.measure, &first.names, &first.totals, &first.counts, &first.words];
    names.into_iter().find(|it| !it.is_empty()).cloned().unwrap_or_default()
}

/// Who can settle it, by name where the plan says one.
fn settler(messages: &Messages, finding: &PrintedFinding<'_>) -> String {
    let who = messages.word(&format!("settle-by-{}", finding.settler.word()));
    match &finding.named {
        Some(named) => {
            let named = messages.language().of(named);
            messages.say("settle-by-named", &[("who", Arg::Text(&who)), ("name", Arg::Text(named))])
        }
        None => who,
    }
}
