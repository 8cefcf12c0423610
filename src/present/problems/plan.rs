//! Fields of activities, plan files and definitions.

use super::event::money_sentence;
use super::{near_words, number};
use crate::event::{BodyKind, MAX_ITEMS, MAX_TEXT};
use crate::plan::{Choice, DefinitionError, DefinitionKind, FieldKind, FieldProblem, PlanTrouble, Trouble};
use crate::present::{Arg, Messages, day_words, number_words};

/// What is wrong with one field of an activity.
pub fn field_sentence(messages: &Messages, problem: &FieldProblem) -> String {
    let field = ("field", Arg::Text(&problem.field));
    match (&problem.label, &problem.trouble) {
        (_, Trouble::Unknown { near }) if near.is_empty() => messages.say("field-no-fields", &[field]),
        (_, Trouble::Unknown { near }) => {
            messages.say("field-unknown", &[field, ("near", Arg::Text(&near_words(messages, near)))])
        }
        (label, trouble) => {
            let label = label.as_ref().map_or("", |words| messages.language().of(words));
            let trouble = trouble_words(messages, trouble);
            messages
                .say("field-known", &[field, ("label", Arg::Text(label)), ("trouble", Arg::Text(&trouble))])
        }
    }
}

fn trouble_words(messages: &Messages, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unknown { near } => near_words(messages, near),
        Trouble::Retired => messages.word("field-retired"),
        Trouble::Missing => messages.word("field-missing"),
        Trouble::WrongKind(kind) => {
            messages.say("field-wrong-kind", &[("expected", Arg::Text(&value_words(messages, *kind)))])
        }
        Trouble::Decimals(decimals) => {
            messages.say("field-decimals", &[("decimals", Arg::Count(*decimals as usize))])
        }
        Trouble::Money(error) => money_sentence(messages, error),
        Trouble::Foreign { currency, ledger } => {
            messages.say("field-foreign", &[("currency", Arg::Text(currency)), ("ledger", Arg::Text(ledger))])
        }
        Trouble::NotAChoice { word, choices } => {
            let choices = choice_words(messages, choices);
            messages.say("field-not-a-choice", &[("word", Arg::Text(word)), ("choices", Arg::Text(&choices))])
        }
        Trouble::UnknownBody { body, near } => messages.say(
            "field-unknown-body",
            &[
                ("body", Arg::Shown(body)),
                ("near", Arg::Text(&near_words(messages, near))),
                ("count", Arg::Count(near.len())),
            ],
        ),
        Trouble::OtherBody { body, refers } => {
            let kinds = body_words(messages, refers);
            messages.say("field-other-body", &[("body", Arg::Shown(body)), ("kinds", Arg::Text(&kinds))])
        }
        Trouble::Negative => messages.word("field-negative"),
        Trouble::EndsBefore { begins, ends } => {
            let [begins, ends] = [begins, ends].map(|day| day_words(messages.language(), *day));
            messages.say("field-ends-before", &[("begins", Arg::Text(&begins)), ("ends", Arg::Text(&ends))])
        }
        Trouble::Repeated => messages.word("field-repeated"),
        Trouble::Items(count) => limited(messages, "field-items", ("count", *count), MAX_ITEMS),
        Trouble::Text(length) => limited(messages, "field-text", ("length", *length), MAX_TEXT),
    }
}

fn limited(messages: &Messages, id: &str, (name, count): (&str, usize), limit: usize) -> String {
    let limit = number(messages, limit);
    messages.say(id, &[(name, Arg::Count(count)), ("limit", Arg::Text(&limit))])
}

/// What a kind of field holds: `a date, YYYY-MM-DD`.
pub(super) fn value_words(messages: &Messages, kind: FieldKind) -> String {
    messages.word(match kind {
        FieldKind::Text => "value-text",
        FieldKind::YesNo => "value-yesno",
        FieldKind::Count => "value-count",
        FieldKind::Decimal => "value-decimal",
        FieldKind::Money => "value-money",
        FieldKind::Date => "value-date",
        FieldKind::Choice => "value-choice",
        FieldKind::Reference => "value-reference",
        FieldKind::Sealed => "value-sealed",
    })
}

fn choice_words(messages: &Messages, choices: &[Choice]) -> String {
    let one = |it: &Choice| format!("{} ({})", it.word, messages.language().of(&it.label));
    choices.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Kinds of body with “or” between them.
fn body_words(messages: &Messages, words: &[String]) -> String {
    let named = words.iter().filter_map(|word| BodyKind::from_word(word)).map(|kind| {
        messages.word(match kind {
            BodyKind::Organisation => "body-organisation",
            BodyKind::Project => "body-project",
            BodyKind::Deliverable => "body-deliverable",
            BodyKind::Person => "body-person",
        })
    });
    let either = |one: String, other: String| {
        messages.say("or", &[("one", Arg::Text(&one)), ("other", Arg::Text(&other))])
    };
    named.reduce(either).unwrap_or_default()
}

/// What makes no sense in a plan.
pub fn plan_sentence(messages: &Messages, trouble: &PlanTrouble) -> String {
    let typed = |id: &str, typed: &str| messages.say(id, &[("typed", Arg::Text(typed))]);
    match trouble {
        PlanTrouble::Id(id) => typed("plan-id", id),
        PlanTrouble::Twice { kind, id } => {
            let kind = messages.word(definition_word(*kind));
            messages.say("plan-id-twice", &[("kind", Arg::Text(&kind)), ("id", Arg::Text(id))])
        }
        PlanTrouble::TypeName(name) => typed("plan-type-name", name),
        PlanTrouble::LongTypeName { typed, room } => {
            messages.say("plan-long-type", &[("typed", Arg::Text(typed)), ("room", Arg::Shown(room))])
        }
        PlanTrouble::NoKeys => messages.word("plan-no-keys"),
        PlanTrouble::NoMembers(id) => typed("plan-no-members", id),
        PlanTrouble::NoRows(id) => typed("plan-no-rows", id),
        PlanTrouble::FieldName(name) => typed("plan-field-name", name),
        PlanTrouble::FieldTwice(name) => typed("plan-field-twice", name),
        PlanTrouble::NoChoices(name) => typed("plan-no-choices", name),
        PlanTrouble::ChoiceWord(word) => typed("plan-choice-word", word),
        PlanTrouble::UnknownType { kind, near } => {
            super::unknown_sentence(messages, "plan-unknown-type", kind, near)
        }
        PlanTrouble::UnknownField { kind, field, near } => messages.say(
            "plan-unknown-field",
            &[
                ("kind", Arg::Text(kind)),
                ("field", Arg::Text(field)),
                ("near", Arg::Text(&near_words(messages, near))),
                ("count", Arg::Count(near.len())),
            ],
        ),
        PlanTrouble::UnknownList(id) => typed("plan-unknown-list", id),
        PlanTrouble::UnknownIndicator(id) => typed("plan-unknown-indicator", id),
        PlanTrouble::NotADate(field) => typed("plan-not-a-date", field),
        PlanTrouble::NotARow(id) => typed("plan-not-a-row", id),
        PlanTrouble::NumberOfKey => messages.word("plan-number-of-key"),
        PlanTrouble::NoPart(id) => typed("plan-no-part", id),
        PlanTrouble::TargetInWords(id) => typed("plan-target-in-words", id),
        PlanTrouble::TooFine { key, number, decimals } => {
            let number = number_words(messages.language(), number);
            let values = [
                ("key", Arg::Text(key)),
                ("number", Arg::Text(&number)),
                ("decimals", Arg::Count(*decimals as usize)),
            ];
            messages.say("plan-too-fine", &values)
        }
        PlanTrouble::Idle { key, kind } => {
            messages.say("plan-idle", &[("key", Arg::Text(key)), ("kind", Arg::Text(kind.word()))])
        }
        PlanTrouble::ShareLacks(key) => messages.say("plan-share", &[("key", Arg::Text(key))]),
        PlanTrouble::NoSource => messages.word("plan-no-source"),
        PlanTrouble::NoKey => messages.word("plan-no-key"),
        PlanTrouble::NoField(rule) => messages.say("plan-no-field", &[("rule", Arg::Text(rule.word()))]),
        PlanTrouble::WrongField { field, holds: FieldKind::Money, currency: None, .. } => {
            messages.say("plan-wrong-money", &[("field", Arg::Text(field))])
        }
        PlanTrouble::WrongField { rule, field, holds, .. } => messages.say(
            "plan-wrong-field",
            &[
                ("rule", Arg::Text(rule.word())),
                ("field", Arg::Text(field)),
                ("holds", Arg::Text(&value_words(messages, *holds))),
            ],
        ),
        PlanTrouble::Sealed(field) => messages.say("plan-sealed", &[("field", Arg::Text(field))]),
        PlanTrouble::NoReference { field, path } => {
            messages.say("plan-no-reference", &[("field", Arg::Text(field)), ("path", Arg::Text(path))])
        }
        PlanTrouble::NotAChoice { word, field, choices } => messages.say(
            "plan-not-a-choice",
            &[
                ("word", Arg::Text(word)),
                ("field", Arg::Text(field)),
                ("choices", Arg::Text(&choice_words(messages, choices))),
            ],
        ),
    }
}

/// A kind of definition by its message.
pub(super) const fn definition_word(kind: DefinitionKind) -> &'static str {
    match kind {
        DefinitionKind::Type => "plan-kind-type",
        DefinitionKind::List => "plan-kind-list",
        DefinitionKind::Objective => "plan-kind-objective",
        DefinitionKind::Group => "plan-kind-group",
        DefinitionKind::Indicator => "plan-kind-indicator",
        DefinitionKind::Target => "plan-kind-target",
    }
}

/// Why a definition cannot be kept or read.
pub fn definition_sentence(messages: &Messages, error: &DefinitionError) -> String {
    match error {
        DefinitionError::Shape(cause) => messages.say("definition-shape", &[("cause", Arg::Shown(cause))]),
        DefinitionError::Value => messages.word("definition-value"),
    }
}
