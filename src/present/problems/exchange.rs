//! The files of a whole ledger.

use super::import::line_sentence;
use super::{desk_sentence, id_sentence, moment_sentence, plan_file_sentence};
use crate::exchange::BundleError;
use crate::present::{Arg, Messages};

/// Why files do not make a ledger.
pub fn bundle_sentence(messages: &Messages, error: &BundleError) -> String {
    let at = |id: &str, place: &str| messages.say(id, &[("place", Arg::Text(place))]);
    let because = |place: &str, cause: &str| {
        messages.say("bundle-place", &[("place", Arg::Text(place)), ("cause", Arg::Text(cause))])
    };
    match error {
        BundleError::Json { place, source } => because(place, &source.to_string()),
        BundleError::Recorder { place } => at("bundle-recorder", place),
        BundleError::Plan(errors) => {
            let told = errors.iter().map(|(spot, error)| plan_file_sentence(messages, spot, error));
            told.collect::<Vec<_>>().join("\n")
        }
        BundleError::Lines(errors) => {
            let told =
                errors.iter().map(|it| format!("{}: {}", it.spot, line_sentence(messages, &it.trouble)));
            told.collect::<Vec<_>>().join("\n")
        }
        BundleError::Id { place, source } => because(place, &id_sentence(messages, source)),
        BundleError::Time { place, source } => because(place, &moment_sentence(messages, source)),
        BundleError::Days { place } => at("bundle-days", place),
        BundleError::NoIdLeft { place } => at("bundle-no-id-left", place),
        BundleError::NoId { place } => at("bundle-no-id", place),
        BundleError::NoTime { place } => at("bundle-no-time", place),
        BundleError::Refused { place, source } => because(place, &desk_sentence(messages, source)),
    }
}
