//! What is said of an item that was drawn, wherever it is shown.

use super::ShownSample;
use crate::event::{Evidence, Json};
use crate::figures::{Contribution, Record, Version};
use crate::plan::Kind;
use crate::present::explain::citation_words;
use crate::present::reasons::remark_words;
use crate::present::{Messages, body_words, entry_words, type_words, version_words};

/// An item with the version that was looked at.
pub(super) struct Item<'s> {
    pub(super) it: &'s Contribution,
    pub(super) record: Option<&'s Record>,
    pub(super) version: Option<&'s Version>,
}

impl<'s> Item<'s> {
    pub(super) fn of(shown: &ShownSample<'s>, it: &'s Contribution) -> Self {
        let record = shown.state.record(it.id);
        let version = record.and_then(|record| record.version(it.version));
        Self { it, record, version }
    }

    /// Its type, as people call it.
    pub(super) fn kind(&self, messages: &Messages, shown: &ShownSample<'_>) -> String {
        let Some(record) = self.record else { return String::new() };
        match shown.state.activity_type(&record.kind) {
            Some(kind) => type_words(messages.language(), Some(kind), &record.kind).to_owned(),
            None => entry_words(messages, &record.kind),
        }
    }

    /// What it says, and why its amount is what it is.
    pub(super) fn said(&self, messages: &Messages, shown: &ShownSample<'_>) -> String {
        let words = self.record.zip(self.version);
        let words = words.map(|(record, version)| version_words(messages, shown.state, record, version));
        let remark = self.it.remark.map(|remark| remark_words(messages, remark));
        words.into_iter().chain(remark).collect::<Vec<_>>().join(" · ")
    }

    /// What it is about.
    pub(super) fn subject(&self, messages: &Messages, shown: &ShownSample<'_>) -> String {
        let subject = self.version.and_then(|version| version.subject.as_ref());
        subject.map(|body| body_words(messages, shown.state, body)).unwrap_or_default()
    }

    /// Where a source says it.
    pub(super) fn citation(&self, messages: &Messages) -> String {
        let citation = self.version.and_then(|version| version.content.citation());
        citation.map(|it| citation_words(messages, it)).unwrap_or_default()
    }

    /// Its documents.
    pub(super) fn documents(&self) -> &'s [Evidence] {
        self.version.map_or(&[][..], |version| version.content.evidence())
    }

    /// Where a source says it, for programs.
    pub(super) fn citation_json(&self) -> Option<serde_json::Value> {
        let citation = self.version.and_then(|version| version.content.citation());
        citation.map(|it| Json::to_serde(&it.to_json()))
    }
}

/// Whether the items of a value have amounts.
pub(super) fn has_amounts(shown: &ShownSample<'_>) -> bool {
    shown.row.indicator.rule.kind != Kind::Narrative
}
