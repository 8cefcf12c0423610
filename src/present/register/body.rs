//! One body of the register, for people.

use anstyle::Style;

use super::{Held, MergedWith, ShownBody, named};
use crate::event::{BodyId, Day};
use crate::plan::{COUNTRY, Words, attribute_words, country_name};
use crate::present::activity::labelled;
use crate::present::paths::attribute_value;
use crate::present::{Arg, Messages, day_words, on_lines, wrapped};

/// The body for people, of at most `width` columns.
pub fn body_text(messages: &Messages, shown: &ShownBody<'_>, width: u16) -> String {
    let teller = Teller { messages, shown };
    let bold = Style::new().bold();
    let title = wrapped(&named(messages, shown.state, shown.names, shown.body), width);
    let mut lines = teller.names();
    lines.extend(teller.attributes());
    lines.extend(teller.merges());
    lines.extend(teller.erasure());
    lines.push(teller.records());
    format!("{bold}{title}{bold:#}\n{}", wrapped(&on_lines("", lines), width))
}

struct Teller<'t, 'a> {
    messages: &'t Messages,
    shown: &'t ShownBody<'a>,
}

impl Teller<'_, '_> {
    fn label(&self, id: &str, value: &str) -> String {
        labelled(self.messages, &self.messages.word(id), value)
    }

    /// What it is and how it is called.
    fn names(&self) -> Vec<String> {
        let body = self.shown.body;
        let kind = self.messages.word(&format!("body-{}", body.id.kind().word()));
        let mut lines = vec![self.label("register-is", &kind)];
        if body.sealed_name().is_none() {
            let Words { fr, en } = body.name();
            lines.push(self.label("register-name-fr", &fr));
            lines.push(self.label("register-name-en", &en));
        }
        let others = self.shown.other_words();
        if !others.is_empty() {
            lines.push(self.label("register-other-words", &others.join(", ")));
        }
        lines
    }

    /// What is known of it, a line for each day from which it holds.
    fn attributes(&self) -> Vec<String> {
        self.shown.attributes().iter().map(|held| self.attribute(held)).collect()
    }

    fn attribute(&self, held: &Held<'_>) -> String {
        let (messages, catalogue) = (self.messages, self.shown.state.catalogue());
        let label = attribute_words(&catalogue, held.name);
        let label = messages.language().of(&label);
        let value = |value: &String| {
            let country = (held.name == COUNTRY).then(|| country_name(value)).flatten();
            match attribute_value(self.shown.state, held.name, value).or(country) {
                Some(words) => messages.language().of(&words).to_owned(),
                None => self.coded(value),
            }
        };
        let values: Vec<String> = held.values.iter().map(value).collect();
        self.since(&labelled(messages, label, &values.join(", ")), held.from, held.sequence)
    }

    /// A value that has no label: a body by its name, any other as the code that it
    /// is, for a code that stands like a word is read as one.
    fn coded(&self, value: &str) -> String {
        match value.parse() {
            Ok(body) => self.body(&body),
            Err(_) => self.messages.say("attribute-code", &[("code", Arg::Text(value))]),
        }
    }

    /// From when something holds, and by which entry.
    fn since(&self, what: &str, from: Option<Day>, sequence: u64) -> String {
        let day = from.map(|day| day_words(self.messages.language(), day));
        let day = day.unwrap_or_default();
        let id = if from.is_some() { "register-since" } else { "register-always" };
        let values = [("what", Arg::Text(what)), ("day", Arg::Text(&day)), ("entry", Arg::Shown(&sequence))];
        self.messages.say(id, &values)
    }

    /// What took its place, and what is one with it.
    fn merges(&self) -> Vec<String> {
        let shown = self.shown;
        let successors = shown.successors().into_iter().map(|(from, sequence, body)| {
            self.since(&self.label("register-successor", &self.body(body)), from, sequence)
        });
        let into = shown.merged_into().map(|it| self.merge("register-merged-into", &it));
        let merged = shown.merged().into_iter().map(|it| self.merge("register-merged-here", &it));
        successors.chain(into).chain(merged).collect()
    }

    /// That what is sealed for a person is to be unreadable, and is.
    fn erasure(&self) -> Option<String> {
        let asked = self.shown.state.erasure(&self.shown.body.id)?;
        let reason = Arg::Text(&asked.reason);
        let request = Arg::Shown(&asked.sequence);
        Some(match &asked.done {
            Some(done) => self.messages.say(
                "register-erased",
                &[("request", request), ("entry", Arg::Shown(&done.sequence)), ("reason", reason)],
            ),
            None => self.messages.say("register-erasing", &[("request", request), ("reason", reason)]),
        })
    }

    fn merge(&self, id: &str, merged: &MergedWith<'_>) -> String {
        let body = self.body(merged.body);
        let entry = merged.sequence.unwrap_or_default();
        self.messages.say(id, &[("body", Arg::Text(&body)), ("entry", Arg::Shown(&entry))])
    }

    fn body(&self, id: &BodyId) -> String {
        let body = self.shown.state.register().get(id);
        body.map_or_else(
            || id.to_string(),
            |body| named(self.messages, self.shown.state, self.shown.names, body),
        )
    }

    fn records(&self) -> String {
        let values =
            [("count", Arg::Count(self.shown.records)), ("id", Arg::Text(self.shown.body.id.as_str()))];
        self.messages.say("register-records", &values)
    }
}
