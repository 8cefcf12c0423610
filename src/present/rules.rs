//! A rule as a sentence made from the rule itself, so that words and rule
//! cannot part. Types, fields, choices, lists and indicators are called by
//! their labels.

use super::paths::{path_words, word_at};
use super::{Arg, Messages, day_words, number_words, type_words};
use crate::figures::{Ruling, State};
use crate::plan::{ActivityType, Condition, Indicator, Rule, Source, Test, Window};

/// The rule of an indicator in words.
pub fn rule_sentence(
    messages: &Messages,
    state: &State,
    ruling: &Ruling<'_>,
    indicator: &Indicator,
) -> String {
    let rule = &indicator.rule;
    let teller = Teller { messages, state, ruling };
    let kind = messages.word(&format!("kind-{}", rule.kind.word()));
    let window = window_words(messages, ruling, indicator);
    let from: Vec<String> = rule.from.iter().map(|source| teller.source(source)).collect();
    let mut parts = vec![messages.say("rule", &[("kind", Arg::Text(&kind)), ("window", Arg::Text(&window))])];
    if !from.is_empty() {
        let joined = from.join(" ; ");
        parts.push(messages.say("rule-from", &[("types", Arg::Text(&joined))]));
    }
    parts.extend(teller.extra(rule));
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

/// Says parts of a rule by their labels.
struct Teller<'a> {
    messages: &'a Messages,
    state: &'a State,
    ruling: &'a Ruling<'a>,
}

impl Teller<'_> {
    fn source(&self, source: &Source) -> String {
        let kind = self.state.activity_type(&source.kind);
        let mut words = type_words(self.messages.language(), kind, &source.kind).to_owned();
        if let Some(path) = source.field.as_ref().or(source.key.as_ref()) {
            words = format!("{words} · {}", self.path(kind, path));
        }
        let conditions: Vec<String> = source.conditions.iter().map(|it| self.condition(kind, it)).collect();
        if conditions.is_empty() {
            return words;
        }
        let joined = conditions.join(", ");
        format!("{words} {}", self.messages.say("rule-where", &[("conditions", Arg::Text(&joined))]))
    }

    fn path(&self, kind: Option<&ActivityType>, path: &str) -> String {
        path_words(self.messages, self.state, kind, path)
    }

    fn condition(&self, kind: Option<&ActivityType>, condition: &Condition) -> String {
        let word_at = |word: &String| word_at(self.messages, self.state, kind, &condition.path, word);
        let one_of = |words: &[String]| words.iter().map(word_at).collect::<Vec<_>>().join(" / ");
        let number = |number: &String| number_words(self.messages.language(), number);
        let (word, value) = match &condition.test {
            Test::Is(words) => ("is", one_of(words)),
            Test::IsNot(words) => ("isnot", one_of(words)),
            Test::List(list) => ("list", self.list(list)),
            Test::NotList(list) => ("notlist", self.list(list)),
            Test::AtLeast(number) => ("atleast", number.to_string()),
            Test::Min(limit) => ("min", number(limit)),
            Test::Max(limit) => ("max", number(limit)),
            Test::Yes(true) => ("yes", String::new()),
            Test::Yes(false) => ("no", String::new()),
        };
        let path = self.path(kind, &condition.path);
        let values = [("path", Arg::Text(&path)), ("value", Arg::Text(&value))];
        self.messages.say(&format!("condition-{word}"), &values)
    }

    fn list(&self, id: &str) -> String {
        let Some(list) = self.ruling.list(id) else { return id.to_owned() };
        let label = self.messages.language().of(&list.label);
        let values = [("label", Arg::Text(label)), ("edition", Arg::Text(&list.edition))];
        self.messages.say("list-edition", &values)
    }

    fn indicator(&self, id: &str) -> String {
        let found = self.ruling.indicator(id);
        found.map_or_else(|| id.to_owned(), |it| self.messages.language().of(&it.title()).to_owned())
    }

    fn extra(&self, rule: &Rule) -> Vec<String> {
        let kind = rule.from.first().and_then(|source| self.state.activity_type(&source.kind));
        let mut extra = Vec::new();
        if let Some(path) = &rule.per {
            let path = self.path(kind, path);
            extra.push(self.messages.say("rule-per", &[("path", Arg::Text(&path))]));
        }
        if let (Some(part), Some(whole)) = (&rule.part, &rule.whole) {
            let (part, whole) = (self.indicator(part), self.indicator(whole));
            let values = [("part", Arg::Text(&part)), ("whole", Arg::Text(&whole))];
            extra.push(self.messages.say("rule-share", &values));
        }
        if let Some(having) = &rule.having {
            let words = self.condition(kind, having);
            extra.push(self.messages.say("rule-having", &[("condition", Arg::Text(&words))]));
        }
        extra
    }
}
