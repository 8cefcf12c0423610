//! Plans in force, and entries that do not follow.

use super::unknown_sentence;
use crate::figures::{Misfit, ReplayError, RulingError};
use crate::plan::OpeningTrouble;
use crate::present::{Arg, Messages, day_words};

/// Why no plan rules.
pub fn ruling_sentence(messages: &Messages, error: &RulingError) -> String {
    match error {
        RulingError::NoPlan => messages.word("ruling-no-plan"),
        RulingError::UnknownPlan { typed, known } => {
            unknown_sentence(messages, "ruling-unknown-plan", typed, known)
        }
        RulingError::UnknownVersion { plan, version, last } => messages.say(
            "ruling-unknown-version",
            &[("plan", Arg::Text(plan)), ("version", Arg::Shown(version)), ("last", Arg::Shown(last))],
        ),
        RulingError::NotInForce { plan, from } => {
            let day = day_words(messages.language(), *from);
            messages.say("ruling-not-in-force", &[("plan", Arg::Text(plan)), ("day", Arg::Text(&day))])
        }
        RulingError::NotThen { plan, version, day, rules } => {
            let day = day_words(messages.language(), *day);
            let values = [
                ("plan", Arg::Text(plan)),
                ("version", Arg::Shown(version)),
                ("day", Arg::Text(&day)),
                ("rules", Arg::Shown(rules)),
            ];
            messages.say("ruling-not-then", &values)
        }
    }
}

/// Why an entry cannot be replayed.
pub fn replay_sentence(messages: &Messages, error: &ReplayError) -> String {
    let cause = misfit_words(messages, &error.reason);
    messages.say(
        "replay-misfit",
        &[
            ("sequence", Arg::Shown(&error.sequence)),
            ("kind", Arg::Text(&error.kind)),
            ("cause", Arg::Text(&cause)),
        ],
    )
}

fn misfit_words(messages: &Messages, misfit: &Misfit) -> String {
    let say = |id: &str, name: &str, value: Arg<'_>| messages.say(id, &[(name, value)]);
    match misfit {
        Misfit::NotNext(next) => say("misfit-not-next", "next", Arg::Shown(next)),
        Misfit::NotLinked => messages.word("misfit-not-linked"),
        Misfit::UnknownType => messages.word("misfit-unknown-type"),
        Misfit::SecondOpening => messages.word("misfit-second-opening"),
        Misfit::NotOpened => messages.word("misfit-not-opened"),
        Misfit::Opening(trouble) => {
            say("misfit-opening", "cause", Arg::Text(&opening_words(messages, *trouble)))
        }
        Misfit::UnknownFormat(format) => say("misfit-format", "format", Arg::Shown(format)),
        Misfit::UnknownZone(zone) => say("misfit-zone", "zone", Arg::Text(zone)),
        Misfit::Data => messages.word("misfit-data"),
        Misfit::Member(name) => say("misfit-member", "name", Arg::Text(name)),
        Misfit::NotADefinition(sequence) => say("misfit-not-a-definition", "sequence", Arg::Shown(sequence)),
        Misfit::Absent(id) => say("misfit-absent", "id", Arg::Shown(id)),
        Misfit::NotTheOriginal(id) => say("misfit-not-original", "id", Arg::Shown(id)),
        Misfit::NoSuchVersion(hash) => say("misfit-no-version", "hash", Arg::Shown(hash)),
        Misfit::BeyondCalendar => messages.word("misfit-calendar"),
    }
}

fn opening_words(messages: &Messages, trouble: OpeningTrouble) -> String {
    messages.word(match trouble {
        OpeningTrouble::HashOrTree => "opening-hash",
        OpeningTrouble::Origin => "opening-origin",
        OpeningTrouble::Key => "opening-key",
        OpeningTrouble::Prefix => "opening-prefix",
        OpeningTrouble::YearEnd => "opening-year-end",
        OpeningTrouble::Currency => "opening-currency",
        OpeningTrouble::Languages => "opening-languages",
    })
}
