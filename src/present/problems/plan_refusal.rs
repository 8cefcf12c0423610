//! Sentences for plans that cannot be adopted.

use super::plan::{definition_sentence, definition_word};
use crate::ledger::PlanRefusal;
use crate::present::{Arg, Messages, day_words};

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
        PlanRefusal::NoPlan => messages.word("refused-count-no-plan"),
        PlanRefusal::TypeThere(kind) => one("refused-type-there", "kind", Arg::Text(kind)),
        PlanRefusal::CountsOtherwise { indicator, kind } => {
            let kind = messages.word(&format!("kind-{}", kind.word()));
            messages.say(
                "refused-counts-otherwise",
                &[("indicator", Arg::Text(indicator)), ("kind", Arg::Text(&kind))],
            )
        }
        PlanRefusal::OtherUnit(indicator) => one("refused-other-unit", "indicator", Arg::Text(indicator)),
        PlanRefusal::NoNumber { kind, field } => of_type(messages, "refused-no-number", kind, field),
        PlanRefusal::BeforeVersion { since, from } => {
            let [since, from] = [since, from].map(|day| day_words(messages.language(), *day));
            messages
                .say("refused-before-version", &[("since", Arg::Text(&since)), ("from", Arg::Text(&from))])
        }
        PlanRefusal::Unchanged => messages.word("refused-plan-unchanged"),
        PlanRefusal::Definition(error) => definition_sentence(messages, error),
    }
}

fn of_type(messages: &Messages, id: &str, kind: &str, field: &str) -> String {
    messages.say(id, &[("kind", Arg::Text(kind)), ("field", Arg::Text(field))])
}
