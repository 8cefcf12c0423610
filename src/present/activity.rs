//! An activity as people read it: its type and fields by their labels, its
//! bodies by their names, numbers and dates as the language writes them.

use super::numbers::money_words;
use super::{Arg, Language, Messages, day_words, number_words, sealed_value, unit_words};
use crate::event::{Activity, BodyId, Exact, Json, Object, Precision};
use crate::figures::{Content, Record, State, Total, Version};
use crate::plan::{ActivityType, Definition, DefinitionKind, Field, FieldKind};

/// What a version of an entry says, in one line.
pub fn version_words(messages: &Messages, state: &State, record: &Record, version: &Version) -> String {
    match &version.content {
        Content::Activity(activity) => activity_words(messages, state, &record.kind, activity),
        Content::Total(total) => total_words(messages, state, total),
    }
}

/// An activity in one line: `Infolettre envoyée · Nombre d'éditions : 2`.
pub fn activity_words(messages: &Messages, state: &State, kind: &str, activity: &Activity) -> String {
    let Some(kind) = state.activity_type(kind) else { return kind.to_owned() };
    let fields = kind.fields.iter().filter_map(|field| Some((field, activity.fields.get(&field.name)?)));
    let mut parts = vec![messages.language().of(&kind.label).to_owned()];
    parts.extend(fields.map(|(field, value)| field_words(messages, state, field, value)));
    parts.join(" · ")
}

/// The label of a type, in the language; its id when the catalogue lacks it.
pub fn type_words<'a>(language: Language, kind: Option<&'a ActivityType>, id: &'a str) -> &'a str {
    kind.map_or(id, |kind| language.of(&kind.label))
}

/// A body by its name, its id beside it where it has none.
pub fn body_words(messages: &Messages, state: &State, body: &BodyId) -> String {
    match state.register().get(body) {
        Some(found) if found.sealed_name().is_none() => {
            messages.language().of(&state.register().name(body)).to_owned()
        }
        found => {
            let kept = state.register().get(state.register().canonical(body));
            let name = [kept, found].into_iter().flatten().find_map(|it| messages.person(it));
            name.unwrap_or_else(|| person_words(messages, state, body))
        }
    }
}

/// A person whose name is not said: by their id, and that what was known of them is
/// erased where it is.
pub(super) fn person_words(messages: &Messages, state: &State, person: &BodyId) -> String {
    match state.erasure(person) {
        Some(_) => messages.say("person-erased", &[("person", Arg::Text(person.as_str()))]),
        None => person.as_str().to_owned(),
    }
}

/// A field by its label with its value.
pub(super) fn field_words(messages: &Messages, state: &State, field: &Field, value: &Json) -> String {
    labelled(messages, messages.language().of(&field.label), &field_value(messages, state, field, value))
}

/// The value of a field, or its values.
pub fn field_value(messages: &Messages, state: &State, field: &Field, value: &Json) -> String {
    let each: Vec<String> = match value {
        Json::Array(items) => items.iter().map(|item| value_words(messages, state, field, item)).collect(),
        one => vec![value_words(messages, state, field, one)],
    };
    each.join(", ")
}

/// A value behind its label.
pub(super) fn labelled(messages: &Messages, label: &str, value: &str) -> String {
    messages.say("field-value", &[("label", Arg::Text(label)), ("value", Arg::Text(value))])
}

fn value_words(messages: &Messages, state: &State, field: &Field, value: &Json) -> String {
    let language = messages.language();
    match (field.kind, value) {
        (FieldKind::YesNo, Json::Bool(truth)) => messages.word(if *truth { "yes" } else { "no" }),
        (FieldKind::Date, Json::Text(text)) => {
            text.parse().map_or_else(|_| text.clone(), |day| day_words(language, day))
        }
        (FieldKind::Choice, Json::Text(word)) => {
            let choice = field.choices.iter().find(|choice| choice.word == *word);
            choice.map_or(word.as_str(), |choice| language.of(&choice.label)).to_owned()
        }
        (FieldKind::Reference, Json::Text(text)) => {
            text.parse().map_or_else(|_| text.clone(), |body| body_words(messages, state, &body))
        }
        (FieldKind::Sealed, value) => {
            sealed_value(messages, state, value).as_str().unwrap_or_default().to_owned()
        }
        (_, Json::Text(text)) if field.kind == FieldKind::Decimal => number_words(language, text),
        (_, Json::Int(number)) => number_words(language, &number.to_string()),
        (_, Json::Object(members)) => {
            let text = |name: &str| members.get(name).and_then(Json::as_text);
            let number = match (members.get("value").or_else(|| members.get("amount")), text("currency")) {
                (Some(Json::Text(amount)), Some(code)) => plain_money_words(messages, amount, code),
                (Some(Json::Text(number)), None) => number_words(language, number),
                (Some(Json::Int(number)), _) => number_words(language, &number.to_string()),
                _ => Json::Object(members.clone()).to_serde().to_string(),
            };
            let precision = text("precision").and_then(Precision::from_word);
            let converted = members.get("converted").and_then(Json::as_object);
            with_conversion(messages, precise_words(messages, precision, &number), converted)
        }
        (_, other) => other.as_text().map_or_else(|| other.to_serde().to_string(), str::to_owned),
    }
}

/// An amount with its currency's symbol, without a fraction that is zero.
pub fn plain_money_words(messages: &Messages, amount: &str, code: &str) -> String {
    let exact: Option<Exact> = amount.parse().ok();
    let whole = exact.filter(|it| it.has_decimals(0)).map(|it| it.round(0));
    money_words(messages, whole.as_deref().unwrap_or(amount), code)
}

/// An amount followed by what it was converted to, at which rate, of which day
/// and by which source.
fn with_conversion(messages: &Messages, amount: String, converted: Option<&Object>) -> String {
    let Some(converted) = converted else { return amount };
    let text = |name: &str| converted.get(name).and_then(Json::as_text).unwrap_or_default();
    let language = messages.language();
    let into = plain_money_words(messages, text("amount"), text("currency"));
    let rate = number_words(language, text("rate"));
    let day = text("date").parse().map_or_else(|_| text("date").to_owned(), |day| day_words(language, day));
    let values = [
        ("amount", Arg::Text(&amount)),
        ("converted", Arg::Text(&into)),
        ("rate", Arg::Text(&rate)),
        ("day", Arg::Text(&day)),
        ("source", Arg::Text(text("source"))),
    ];
    messages.say("money-converted", &values)
}

/// A number with how precise it is.
pub(super) fn precise_words(messages: &Messages, precision: Option<Precision>, number: &str) -> String {
    match precision {
        Some(it) => messages.say(&format!("precision-{}", it.word()), &[("value", Arg::Text(number))]),
        None => number.to_owned(),
    }
}

/// A published total in one line.
pub fn total_words(messages: &Messages, state: &State, total: &Total) -> String {
    let Some((_, Definition::Indicator(indicator))) =
        state.latest(DefinitionKind::Indicator, &total.indicator)
    else {
        return total.indicator.clone();
    };
    let title = indicator.title();
    let label = messages.language().of(&title);
    let value = match &total.value {
        Json::Text(text) => {
            text.parse().map_or_else(|_| text.clone(), |value: Exact| unit_words(messages, indicator, &value))
        }
        Json::Object(members) => {
            let text = |name: &str| members.get(name).and_then(Json::as_text).unwrap_or_default();
            plain_money_words(messages, text("amount"), text("currency"))
        }
        other => other.to_serde().to_string(),
    };
    messages.say("total-words", &[("label", Arg::Text(label)), ("value", Arg::Text(&value))])
}
