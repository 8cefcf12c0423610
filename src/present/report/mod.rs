//! A report of several parts as plain words: said once, then rendered as text for a
//! terminal, as Markdown, as a page to print, or within another page.
//!
//! ```text
//! CutOff, Coverage, Quality ──▶ Report ──▶ text.rs       a terminal
//!                                     ├──▶ markdown.rs   a text
//!                                     └──▶ html.rs       a page of its own, or parts for another one, with links
//! ```

mod html;
mod markdown;
mod text;

pub use html::{Lead, REPORT_STYLE, report_page, report_parts};
pub use markdown::report_markdown;
pub use text::report_text;

use serde_json::{Value as Json, json};

use super::json::words_json;
use super::printed::parameters_of;
use super::scope::scope_lines;
use super::{Arg, Language, Messages, Parameter, notice_json};
use crate::audit::standing_word;
use crate::event::Day;
use crate::figures::{Absent, Ruling, Scope, State};
use crate::plan::{Adoption, Indicator};

/// A report as words.
#[derive(Clone, Debug)]
pub struct Report {
    /// The language of its words.
    pub language: Language,
    /// What it is about.
    pub title: String,
    /// What is to be read first, a paragraph each.
    pub above: Vec<String>,
    /// Its parts in order.
    pub parts: Vec<Part>,
    /// What it follows from.
    pub parameters: Vec<Parameter>,
    /// The same in one line, for a terminal.
    pub foot: String,
    /// What the plan says of itself.
    pub notice: Option<String>,
}

/// A part of a report.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is, in addresses.
    pub id: &'static str,
    /// What it is, in words.
    pub title: String,
    /// How many there are of what it lists.
    pub count: Option<usize>,
    /// What it holds, or what to do about it.
    pub about: Option<String>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Clone, Debug)]
pub enum Block {
    /// A sentence.
    Said(String),
    /// Names with what is known of each.
    Facts(Vec<(String, Vec<Run>)>),
    /// Rows below heads.
    Rows(Rows),
    /// Entries, each with what is said of it.
    Entries(Vec<Item>),
    /// Room for a reader to write in, with what is asked there.
    Blank(String),
}

/// Rows below heads: words in the first column, numbers in the others.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The heads.
    pub heads: Vec<String>,
    /// The rows, each as long as the heads.
    pub rows: Vec<Vec<Run>>,
}

/// An entry with what is said of it.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its place.
    pub place: u64,
    /// What stands beside its place.
    pub head: String,
    /// What stands below, a line each.
    pub lines: Vec<Vec<Run>>,
}

/// Words that may lead somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// The words.
    pub words: String,
    /// Where they lead on pages.
    pub to: Option<To>,
}

/// Where words lead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum To {
    /// To an entry, by its place.
    Entry(u64),
    /// To the value of an indicator, by its id.
    Value(String),
}

impl Run {
    /// Words alone.
    pub(super) fn plain(words: impl Into<String>) -> Self {
        Self { words: words.into(), to: None }
    }

    /// Words that lead to the value of an indicator.
    pub(super) fn value(words: impl Into<String>, id: &str) -> Self {
        Self { words: words.into(), to: Some(To::Value(id.to_owned())) }
    }

    /// The number of an entry, which leads to it.
    pub(super) fn entry(messages: &Messages, place: u64) -> Self {
        let words = messages.say("entry-no", &[("entry", Arg::Shown(&place))]);
        Self { words, to: Some(To::Entry(place)) }
    }
}

/// Runs with something between each two.
pub(super) fn between(runs: impl IntoIterator<Item = Run>, mark: &str) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    for run in runs {
        if !all.is_empty() {
            all.push(Run::plain(mark));
        }
        all.push(run);
    }
    all
}

/// The words of runs, one after the other.
fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.words.as_str()).collect()
}

impl Part {
    /// A part that lists nothing.
    pub(super) fn new(id: &'static str, title: String) -> Self {
        Self { id, title, count: None, about: None, blocks: vec![] }
    }
}

/// What reports rest on.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The entries that are known.
    pub state: &'a State,
    /// The plan that rules.
    pub ruling: &'a Ruling<'a>,
    /// The date.
    pub as_at: Day,
    /// Up to where entries are known.
    pub scope: &'a Scope,
}

impl Basis<'_> {
    const fn adoption(&self) -> &Adoption {
        &self.ruling.adopted.adoption
    }

    /// A report that rests on it, without its parts yet.
    pub(super) fn report(&self, messages: &Messages, title: String) -> Report {
        let Self { state, scope, .. } = *self;
        let adoption = self.adoption();
        let notice = adoption.notice.as_ref();
        Report {
            language: messages.language(),
            title,
            above: scope_lines(messages, scope),
            parts: vec![],
            parameters: self.parameters(messages),
            foot: super::table::foot_words(messages, adoption, state.size(), state.head()),
            notice: notice.map(|words| messages.language().of(words).to_owned()),
        }
    }
}

impl Basis<'_> {
    /// What it is, each with its name.
    pub(super) fn parameters(&self, messages: &Messages) -> Vec<Parameter> {
        parameters_of(messages, self.state, self.adoption(), self.as_at, self.scope)
    }

    /// What every document of it says of what it rests on.
    pub(super) fn json(&self) -> Json {
        let adoption = self.adoption();
        json!({
            "asat": self.as_at.to_string(), "head": self.state.head().to_string(),
            "knownat": self.state.size().checked_sub(1), "notice": notice_json(adoption.notice.as_ref()),
            "plan": {"id": adoption.id, "label": words_json(&adoption.label), "version": adoption.version},
            "size": self.state.size(),
        })
    }
}

/// What an indicator is called where no heading stands above it.
pub(super) fn title_words(messages: &Messages, indicator: &Indicator) -> String {
    messages.language().of(&indicator.title()).to_owned()
}

/// That so many are not shown.
pub(super) fn more_words(messages: &Messages, count: usize) -> String {
    messages.say("report-more", &[("count", Arg::Count(count))])
}

/// The entries of a part: at most so many, then how many more there are.
pub(super) fn listed(messages: &Messages, most: usize, items: Vec<Item>) -> Vec<Block> {
    let more = items.len().saturating_sub(most);
    let mut items = items;
    items.truncate(most);
    let said = (more > 0).then(|| Block::Said(more_words(messages, more)));
    let none = items.is_empty().then(|| Block::Said(messages.word("report-none")));
    let items = (!items.is_empty()).then_some(Block::Entries(items));
    items.into_iter().chain(said).chain(none).collect()
}

/// Why no version of an entry counts, in words; nothing where one does.
pub(super) fn absent_words(messages: &Messages, absent: Option<Absent>) -> Option<String> {
    match absent? {
        Absent::Withdrawn(place) => Some(messages.say("reason-withdrawn", &[("entry", Arg::Shown(&place))])),
        other => Some(messages.word(&format!("reason-{}", standing_word(Some(other))))),
    }
}
