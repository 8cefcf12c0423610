//! A rule as a sentence made from the rule itself, so that words and rule
//! cannot part. Types, fields, choices, lists and indicators are called by
//! their labels.

use super::{Arg, Messages, body_words, day_words, type_words};
use crate::figures::{Ruling, State};
use crate::plan::{ActivityType, Condition, Field, FieldKind, Indicator, Rule, Source, Test, Window};

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

    /// A field by its label, an attribute of what it names, or the subject.
    fn path(&self, kind: Option<&ActivityType>, path: &str) -> String {
        let (field, attribute) = path.split_once('.').map_or((path, None), |(field, it)| (field, Some(it)));
        let label = match kind.and_then(|kind| kind.field(field)) {
            Some(field) => self.messages.language().of(&field.label).to_owned(),
            None if field == "subject" => self.messages.word("path-subject"),
            None => field.to_owned(),
        };
        let Some(attribute) = attribute else { return label };
        let values = [("field", Arg::Text(&label)), ("attribute", Arg::Text(attribute))];
        self.messages.say("path-attribute", &values)
    }

    fn condition(&self, kind: Option<&ActivityType>, condition: &Condition) -> String {
        let field = kind.and_then(|kind| kind.field(&condition.path));
        let one_of = |words: &[String]| {
            let each: Vec<String> = words.iter().map(|word| self.value(field, word)).collect();
            each.join(" / ")
        };
        let (word, value) = match &condition.test {
            Test::Is(words) => ("is", one_of(words)),
            Test::IsNot(words) => ("isnot", one_of(words)),
            Test::List(list) => ("list", self.list(list)),
            Test::NotList(list) => ("notlist", self.list(list)),
            Test::AtLeast(number) => ("atleast", number.to_string()),
            Test::Min(number) => ("min", number.clone()),
            Test::Max(number) => ("max", number.clone()),
            Test::Yes(true) => ("yes", String::new()),
            Test::Yes(false) => ("no", String::new()),
        };
        let path = self.path(kind, &condition.path);
        let values = [("path", Arg::Text(&path)), ("value", Arg::Text(&value))];
        self.messages.say(&format!("condition-{word}"), &values)
    }

    /// A choice by its label, a body by its name, anything else as it is.
    fn value(&self, field: Option<&Field>, word: &str) -> String {
        let Some(field) = field else { return word.to_owned() };
        if field.kind == FieldKind::Reference {
            let body = word.parse().ok();
            return body.map_or_else(|| word.to_owned(), |body| body_words(self.messages, self.state, &body));
        }
        let choice = field.choices.iter().find(|choice| choice.word == word);
        choice.map_or(word, |choice| self.messages.language().of(&choice.label)).to_owned()
    }

    fn list(&self, id: &str) -> String {
        let Some(list) = self.ruling.list(id) else { return id.to_owned() };
        let label = self.messages.language().of(&list.label);
        let values = [("label", Arg::Text(label)), ("edition", Arg::Text(&list.edition))];
        self.messages.say("list-edition", &values)
    }

    fn indicator(&self, id: &str) -> String {
        let found = self.ruling.indicator(id);
        found.map_or_else(|| id.to_owned(), |it| self.messages.language().of(&it.label).to_owned())
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
