//! What of the ledger an output looks at, said below its title.

use super::{Arg, Messages, day_words, moment_words, wrapped};
use crate::figures::{Known, Scope};

/// A line for the filter and one for the past moment; nothing where all
/// entries are looked at.
pub(super) fn scope_text(messages: &Messages, scope: &Scope, width: u16) -> String {
    scope_lines(messages, scope).iter().map(|line| wrapped(line, width) + "\n").collect()
}

/// The same lines, as they are.
pub(super) fn scope_lines(messages: &Messages, scope: &Scope) -> Vec<String> {
    [filter_words(messages, scope), known_words(messages, scope)].into_iter().flatten().collect()
}

/// Which bodies all that is looked at names; nothing without a filter.
pub fn filter_words(messages: &Messages, scope: &Scope) -> Option<String> {
    let names: Vec<&str> = scope.bodies.iter().map(|words| messages.language().of(words)).collect();
    let names = names.join(", ");
    (!names.is_empty()).then(|| messages.say("scope-filter", &[("names", Arg::Text(&names))]))
}

/// Up to where entries are known; nothing where it is all of them.
pub fn known_words(messages: &Messages, scope: &Scope) -> Option<String> {
    let moment = |moment| moment_words(messages, moment, &scope.zone);
    let (when, place) = match scope.known {
        Known::Now => return None,
        Known::Day(day) => (day_words(messages.language(), day), None),
        Known::Moment(until) => (moment(until), None),
        // A place says little; when the entry there was recorded says more.
        Known::Sequence(place) => (scope.last.map(moment).unwrap_or_default(), Some(place)),
    };
    let known = messages.say("scope-known", &[("when", Arg::Text(&when))]);
    Some(match place {
        Some(place) => {
            messages.say("scope-place", &[("known", Arg::Text(&known)), ("entry", Arg::Shown(&place))])
        }
        None => known,
    })
}
