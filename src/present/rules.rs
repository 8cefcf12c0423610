//! A rule as a sentence made from the rule itself, so that words and rule
//! cannot part.

use super::{Arg, Messages, day_words};
use crate::figures::Ruling;
use crate::plan::{Condition, Indicator, Rule, Source, Test, Window};

/// The rule of an indicator in words.
pub fn rule_sentence(messages: &Messages, ruling: &Ruling<'_>, indicator: &Indicator) -> String {
    let rule = &indicator.rule;
    let kind = messages.word(&format!("kind-{}", rule.kind.word()));
    let window = window_words(messages, ruling, indicator);
    let from: Vec<String> = rule.from.iter().map(|source| source_words(messages, source)).collect();
    let mut parts = vec![messages.say("rule", &[("kind", Arg::Text(&kind)), ("window", Arg::Text(&window))])];
    if !from.is_empty() {
        let joined = from.join("; ");
        parts.push(messages.say("rule-from", &[("types", Arg::Text(&joined))]));
    }
    parts.extend(extra(messages, rule));
    parts.join(" ")
}

fn window_words(messages: &Messages, ruling: &Ruling<'_>, indicator: &Indicator) -> String {
    match indicator.rule.window {
        Some(Window::FiscalYear) => messages.word("window-fiscalyear"),
        Some(Window::Open) => messages.word("window-open"),
        Some(Window::State) => messages.word("window-state"),
        Some(Window::Cumulative) | None => {
            let day = day_words(messages.language(), ruling.first_day_of(indicator));
            messages.say("window-cumulative", &[("day", Arg::Text(&day))])
        }
    }
}

fn source_words(messages: &Messages, source: &Source) -> String {
    let named = source.field.as_ref().or(source.key.as_ref());
    let mut words = named.map_or_else(|| source.kind.clone(), |name| format!("{} · {name}", source.kind));
    let conditions: Vec<String> = source.conditions.iter().map(|it| condition_words(messages, it)).collect();
    if !conditions.is_empty() {
        let joined = conditions.join(", ");
        words.push(' ');
        words.push_str(&messages.say("rule-where", &[("conditions", Arg::Text(&joined))]));
    }
    words
}

fn condition_words(messages: &Messages, condition: &Condition) -> String {
    let (word, value) = match &condition.test {
        Test::Is(words) => ("is", words.join(", ")),
        Test::IsNot(words) => ("isnot", words.join(", ")),
        Test::List(list) => ("list", list.clone()),
        Test::NotList(list) => ("notlist", list.clone()),
        Test::AtLeast(number) => ("atleast", number.to_string()),
        Test::Min(number) => ("min", number.clone()),
        Test::Max(number) => ("max", number.clone()),
        Test::Yes(true) => ("yes", String::new()),
        Test::Yes(false) => ("no", String::new()),
    };
    let path = Arg::Text(&condition.path);
    messages.say(&format!("condition-{word}"), &[("path", path), ("value", Arg::Text(&value))])
}

fn extra(messages: &Messages, rule: &Rule) -> Vec<String> {
    let mut extra = Vec::new();
    if let Some(path) = &rule.per {
        extra.push(messages.say("rule-per", &[("path", Arg::Text(path))]));
    }
    if let (Some(part), Some(whole)) = (&rule.part, &rule.whole) {
        extra.push(messages.say("rule-share", &[("part", Arg::Text(part)), ("whole", Arg::Text(whole))]));
    }
    if let Some(having) = &rule.having {
        let words = condition_words(messages, having);
        extra.push(messages.say("rule-having", &[("condition", Arg::Text(&words))]));
    }
    extra
}
