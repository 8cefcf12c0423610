//! What opening a ledger has to tell.

use crate::log::Notice;
use crate::present::{Arg, Messages};

/// The sentence of a notice.
pub(super) fn notice_sentence(messages: &Messages, notice: &Notice) -> String {
    let say = |id: &str, value: String| messages.say(id, &[("value", Arg::Text(&value))]);
    match notice {
        Notice::LineMovedAside { path, .. } => say("notice-line-aside", path.display().to_string()),
        Notice::LineIgnored { sequence, .. } => say("notice-line-ignored", sequence.to_string()),
        Notice::CaughtUp { to, .. } => say("notice-caught-up", to.to_string()),
        Notice::StoreRebuilt { entries, .. } => say("notice-store-rebuilt", entries.to_string()),
        Notice::TwinOnly { because } => say("notice-twin-only", because.to_string()),
    }
}
