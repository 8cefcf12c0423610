//! What people typed and cannot be taken, in sentences.

use super::{near_words, text_sentence, unknown_sentence};
use crate::event::{BodyId, Day};
use crate::exchange::{
    AmountError, BodyError, DateError, FieldTrouble, PersonError, Remedy, TypeError, TypedError,
};
use crate::plan::{Near, Words};
use crate::present::{Arg, Messages, day_words, number_words};

/// Why no person is meant.
pub fn person_sentence(messages: &Messages, error: &PersonError) -> String {
    match error {
        PersonError::Body(error) => body_sentence(messages, error),
        PersonError::None(typed) => messages.say("problem-no-person", &[("typed", Arg::Text(typed))]),
        PersonError::Several { typed, persons } => {
            let persons: Vec<&str> = persons.iter().map(BodyId::as_str).collect();
            let values = [("typed", Arg::Text(typed)), ("persons", Arg::Text(&persons.join(", ")))];
            messages.say("problem-several-persons", &values)
        }
    }
}

/// Why what was typed is not a date.
pub fn date_sentence(messages: &Messages, error: &DateError) -> String {
    let day = |day: &Day| format!("{} ({day})", day_words(messages.language(), *day));
    let about = |id: &str, typed: &str| messages.say(id, &[("typed", Arg::Text(typed))]);
    match error {
        DateError::Empty => messages.word("typed-date-empty"),
        DateError::Unknown { typed } => about("typed-date-unknown", typed),
        DateError::Relative { typed } => about("typed-date-relative", typed),
        DateError::NotInCalendar { typed } => about("typed-date-not-in-calendar", typed),
        DateError::NoYear { typed } => about("typed-date-no-year", typed),
        DateError::NotOneDay { typed } => about("typed-date-not-one-day", typed),
        DateError::NoSuchDay { typed, last } => {
            let last = day(last);
            let values = [("typed", Arg::Text(typed)), ("last", Arg::Text(&last))];
            messages.say("typed-date-no-such-day", &values)
        }
        DateError::TwoReadings { typed, readings } => {
            let readings = joined(messages, "typed-or", readings.iter().map(day));
            let values = [("typed", Arg::Text(typed)), ("readings", Arg::Text(&readings))];
            messages.say("typed-date-two-readings", &values)
        }
        DateError::EndBeforeStart { typed, from, to } => {
            let (from, to) = (from.to_string(), to.to_string());
            let values = [("typed", Arg::Text(typed)), ("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
            messages.say("typed-date-end-before-start", &values)
        }
        DateError::NotAFiscalYear { typed, first, last } => {
            let (first, last) = (first.to_string(), last.to_string());
            let values =
                [("typed", Arg::Text(typed)), ("first", Arg::Text(&first)), ("last", Arg::Text(&last))];
            messages.say("typed-date-not-a-fiscal-year", &values)
        }
        DateError::OtherWeekday { typed, day: of } => {
            let day = day(of);
            messages.say("typed-date-other-weekday", &[("typed", Arg::Text(typed)), ("day", Arg::Text(&day))])
        }
    }
}

/// Why what was typed is not an amount.
pub fn amount_sentence(messages: &Messages, error: &AmountError) -> String {
    let about = |id: &str, typed: &str| messages.say(id, &[("typed", Arg::Text(typed))]);
    match error {
        AmountError::NotANumber { typed } => about("typed-number-none", typed),
        AmountError::NotWhole { typed } => about("typed-number-not-whole", typed),
        AmountError::Percent { typed } => about("typed-number-percent", typed),
        AmountError::Money { typed } => about("typed-number-money", typed),
        AmountError::Word { typed, word } => {
            messages.say("typed-number-word", &[("typed", Arg::Text(typed)), ("word", Arg::Text(word))])
        }
        AmountError::TwoReadings { typed, readings } => {
            let shown = joined(messages, "typed-or", readings.iter().map(|it| decimal_words(messages, it)));
            let values = [
                ("typed", Arg::Text(typed)),
                ("readings", Arg::Text(&shown)),
                ("count", Arg::Count(readings.len())),
            ];
            messages.say("typed-number-two-readings", &values)
        }
        AmountError::Decimals { typed, decimals } => {
            let decimals = usize::try_from(*decimals).unwrap_or(usize::MAX);
            let values = [("typed", Arg::Text(typed)), ("decimals", Arg::Count(decimals))];
            messages.say("typed-number-decimals", &values)
        }
        AmountError::TooLarge { typed, limit } => {
            let limit = number_words(messages.language(), limit);
            messages
                .say("typed-number-too-large", &[("typed", Arg::Text(typed)), ("limit", Arg::Text(&limit))])
        }
        AmountError::Foreign { typed, currency, ledger } => {
            let values = [
                ("typed", Arg::Text(typed)),
                ("currency", Arg::Text(currency)),
                ("ledger", Arg::Text(ledger)),
            ];
            messages.say("typed-number-foreign", &values)
        }
        AmountError::WhichCurrency { typed, sign } => messages
            .say("typed-number-which-currency", &[("typed", Arg::Text(typed)), ("sign", Arg::Text(sign))]),
    }
}

/// A plain decimal as it is typed in the language.
fn decimal_words(messages: &Messages, plain: &str) -> String {
    let Some((whole, fraction)) = plain.split_once('.') else { return plain.to_owned() };
    messages.say("typed-decimal", &[("whole", Arg::Text(whole)), ("fraction", Arg::Text(fraction))])
}

/// That the register lacks a body: the names most like it, or else what can be
/// done about it.
pub(super) fn unknown_body_sentence(
    messages: &Messages,
    typed: &str,
    near: &[Near],
    kinds: &[String],
    remedy: Remedy,
) -> String {
    let sentence = messages.say("refused-unknown-body", &[("typed", Arg::Text(typed))]);
    if !near.is_empty() {
        let words = |it: &Near| match messages.language().of(&it.label) {
            label if messages.is_on_pages() => format!("{label} ({})", it.id),
            label => format!("{} ({label})", it.id),
        };
        let near: Vec<String> = match near {
            [one] if messages.is_on_pages() => vec![messages.language().of(&one.label).to_owned()],
            several => several.iter().map(words).collect(),
        };
        return with_nearest(messages, sentence, &near);
    }
    let kind = match kinds {
        [one] => one.as_str(),
        _ => "",
    };
    let id = match remedy {
        Remedy::None => return format!("{sentence}\n  {}", messages.word("body-list")),
        Remedy::Settle => return format!("{sentence}\n  {}", messages.word("body-settle")),
        Remedy::Register => "body-register",
        Remedy::New => "body-new",
    };
    let flag = |name: &str| match kind {
        "" => messages.say("body-any-kind", &[("flag", Arg::Text(name))]),
        kind => format!("{name} {}", messages.word(&format!("body-word-{kind}"))),
    };
    let values = [("kind", Arg::Text(&flag("--kind"))), ("new", Arg::Text(&flag("--new")))];
    format!("{sentence}\n  {}", messages.say(id, if remedy == Remedy::New { &values } else { &values[..1] }))
}

/// Why what was typed names no body of the register.
pub fn body_sentence(messages: &Messages, error: &BodyError) -> String {
    match error {
        BodyError::Unknown { typed, near, kinds, remedy, closed, name: _ } => {
            let sentence = unknown_body_sentence(messages, typed, near, kinds, *remedy);
            with_closed(messages, sentence, *closed)
        }
        BodyError::Several { typed, bodies } => {
            let bodies = near_words(messages, bodies);
            messages.say("typed-body-several", &[("typed", Arg::Text(typed)), ("bodies", Arg::Text(&bodies))])
        }
        BodyError::OtherKind { id, kinds } => {
            let kinds =
                joined(messages, "typed-or", kinds.iter().map(|kind| messages.word(&format!("body-{kind}"))));
            let id = id.to_string();
            messages.say("typed-body-other-kind", &[("id", Arg::Text(&id)), ("kinds", Arg::Text(&kinds))])
        }
    }
}

/// A sentence and, where there are any, that persons have names which cannot be
/// opened here, on a line below it.
pub fn with_closed(messages: &Messages, sentence: String, closed: usize) -> String {
    if closed == 0 {
        return sentence;
    }
    format!("{sentence}\n  {}", messages.say("body-closed", &[("count", Arg::Count(closed))]))
}

/// A sentence and, where there are any, the names most like what was typed on
/// a line below it.
pub(super) fn with_nearest(messages: &Messages, sentence: String, near: &[String]) -> String {
    if near.is_empty() {
        return sentence;
    }
    let names = near.join(", ");
    let values = [("near", Arg::Text(&names)), ("count", Arg::Count(near.len()))];
    format!("{sentence}\n  {}", messages.say("misuse-nearest", &values))
}

/// Several things of which one is meant.
fn joined(messages: &Messages, or: &str, items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(&format!(" {} ", messages.word(or)))
}

/// Why what was typed is not the value of a field.
pub fn typed_sentence(messages: &Messages, error: &TypedError) -> String {
    let about = |id: &str, typed: &str| messages.say(id, &[("typed", Arg::Text(typed))]);
    match error {
        TypedError::Empty => messages.word("typed-empty"),
        TypedError::Date(error) => date_sentence(messages, error),
        TypedError::Amount(error) => amount_sentence(messages, error),
        TypedError::Body(error) => body_sentence(messages, error),
        TypedError::Text(error) => text_sentence(messages, error),
        TypedError::YesNo { typed } => about("typed-yes-no", typed),
        TypedError::Repeated { typed } => about("typed-repeated", typed),
        TypedError::Choice { typed, choices, near } => {
            let words = |them: &[Words]| -> Vec<String> {
                them.iter().map(|it| messages.language().of(it).to_owned()).collect()
            };
            let choices = words(choices).join(", ");
            let sentence = messages
                .say("typed-choice", &[("typed", Arg::Text(typed)), ("choices", Arg::Text(&choices))]);
            with_nearest(messages, sentence, &words(near))
        }
        TypedError::Items { given, limit } => {
            messages.say("typed-items", &[("given", Arg::Count(*given)), ("limit", Arg::Count(*limit))])
        }
    }
}

/// What is wrong with a field, which is named as it was given.
pub fn typed_field_sentence(messages: &Messages, field: &str, trouble: &FieldTrouble) -> String {
    match trouble {
        FieldTrouble::Unknown { kind, typed, near } => {
            let near = near_words(messages, near);
            let values = [("kind", Arg::Text(kind)), ("typed", Arg::Text(typed)), ("near", Arg::Text(&near))];
            messages.say("typed-field-unknown", &values)
        }
        FieldTrouble::Several { typed, fields } => {
            let fields = joined(messages, "typed-or", fields.iter().cloned());
            messages
                .say("typed-field-several", &[("typed", Arg::Text(typed)), ("fields", Arg::Text(&fields))])
        }
        FieldTrouble::Twice { field } => messages.say("typed-field-twice", &[("field", Arg::Text(field))]),
        FieldTrouble::Retired { field } => {
            messages.say("typed-field-retired", &[("field", Arg::Text(field))])
        }
        FieldTrouble::Value(error) => {
            let problem = typed_sentence(messages, error);
            messages.say("typed-field", &[("field", Arg::Text(field)), ("problem", Arg::Text(&problem))])
        }
    }
}

/// Why what was typed names no type of activity.
pub fn type_sentence(messages: &Messages, error: &TypeError) -> String {
    match error {
        TypeError::Unknown { typed, near } => unknown_sentence(messages, "import-unknown-type", typed, near),
        TypeError::Several { typed, near } => unknown_sentence(messages, "refused-two-types", typed, near),
    }
}
