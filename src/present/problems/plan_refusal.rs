//! Sentences for plans that cannot be adopted.

use super::plan::{definition_sentence, definition_word};
use crate::ledger::PlanRefusal;
use crate::present::{Arg, Messages};

/// Why a plan is refused; nothing was written.
pub(super) fn plan_refusal_sentence(messages: &Messages, refusal: &PlanRefusal) -> String {
    let one = |id: &str, name: &str, value: Arg<'_>| messages.say(id, &[(name, value)]);
    match refusal {
        PlanRefusal::WithoutDay(plan) => one("refused-plan-day", "plan", Arg::Text(plan)),
        PlanRefusal::WithoutLabel(plan) => one("refused-plan-label", "plan", Arg::Text(plan)),
        PlanRefusal::IdOfOtherPlan { id, plan } => {
            messages.say("refused-other-plan", &[("id", Arg::Text(id)), ("plan", Arg::Text(plan))])
        }
        PlanRefusal::UnfitPart { indicator, part } => messages
            .say("refused-unfit-part", &[("indicator", Arg::Text(indicator)), ("part", Arg::Text(part))]),
        PlanRefusal::OtherWindow { indicator, part, window } => messages.say(
            "refused-other-window",
            &[
                ("indicator", Arg::Text(indicator)),
                ("part", Arg::Text(part)),
                ("window", Arg::Text(window.word())),
            ],
        ),
        PlanRefusal::MeaningChanges(kind) => one("refused-meaning-changes", "kind", Arg::Text(kind)),
        PlanRefusal::DefinedTwice { kind, id } => {
            let kind = messages.word(definition_word(*kind));
            messages.say("refused-defined-twice", &[("kind", Arg::Text(&kind)), ("id", Arg::Text(id))])
        }
        PlanRefusal::LongTypeName { kind, room } => {
            messages.say("refused-long-type", &[("typed", Arg::Text(kind)), ("room", Arg::Shown(room))])
        }
        PlanRefusal::Unreadable { indicator, kind, path } => messages.say(
            "refused-unreadable",
            &[("indicator", Arg::Text(indicator)), ("kind", Arg::Text(kind)), ("path", Arg::Text(path))],
        ),
        PlanRefusal::NotARow { group, id } => {
            messages.say("refused-not-a-row", &[("group", Arg::Text(group)), ("id", Arg::Text(id))])
        }
        PlanRefusal::FieldChanges { kind, field } => of_type(messages, "refused-field-changes", kind, field),
        PlanRefusal::FieldDropped { kind, field } => of_type(messages, "refused-field-dropped", kind, field),
        PlanRefusal::FieldRequired { kind, field } => {
            of_type(messages, "refused-field-required", kind, field)
        }
        PlanRefusal::Unchanged => messages.word("refused-plan-unchanged"),
        PlanRefusal::Definition(error) => definition_sentence(messages, error),
    }
}

fn of_type(messages: &Messages, id: &str, kind: &str, field: &str) -> String {
    messages.say(id, &[("kind", Arg::Text(kind)), ("field", Arg::Text(field))])
}
