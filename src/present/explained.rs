//! One row with everything it is made of, as `explain/1`.

use serde_json::{Value as Json, json};

use super::amounts::{exact, shown_amounts};
use super::both::Both;
use super::json::{joined, row_json, unit, value_members, words_json};
use super::published::published_json;
use super::reasons::{reason_words, remark_words};
use super::{Messages, notice_json, rule_sentence};
use crate::event::{EntryId, Evidence, Exact};
use crate::figures::{Contribution, NotCounted, Published, RowTable, State, Table, Value, Version};
use crate::plan::Indicator;

/// One row with everything it is made of, as `explain/1`.
pub fn explain_json(state: &State, table: &Table<'_>, row: &RowTable<'_>, published: &[Published]) -> Json {
    let teller = Teller::new(state);
    let ruling = table.ruling;
    let shown = shown_amounts(ruling, row);
    let contributions = row.value.contributions.iter().zip(&shown);
    let contributions: Vec<Json> =
        contributions.map(|(it, (indicator, amount))| teller.contribution(it, indicator, amount)).collect();
    let not_counted: Vec<Json> = row.value.not_counted.iter().map(|it| teller.not_counted(it)).collect();
    let rule = &row.indicator.rule;
    let side = |id: &Option<String>, value: &Value| {
        let indicator = id.as_deref().and_then(|id| ruling.indicator(id));
        indicator.map(|indicator| part_json(indicator, value))
    };
    let parts = row.value.parts.as_ref();
    let more = json!({
        "asat": table.as_at.to_string(),
        "contributions": contributions,
        "filter": table.filter.bodies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "gaps": row.value.gaps.iter().map(|it| json!({"from": it.from.to_string(), "to": it.to.to_string()})).collect::<Vec<_>>(),
        "head": table.head.to_string(),
        "jalon": "explain/1",
        "knownat": table.size.checked_sub(1),
        "notcounted": not_counted,
        "notice": notice_json(ruling.adopted.adoption.notice.as_ref()),
        "parts": parts.map(|parts| json!({
            "part": side(&rule.part, &parts.0), "whole": side(&rule.whole, &parts.1),
        })),
        "published": published.iter().map(published_json).collect::<Vec<_>>(),
        "rule": teller.both(|messages| rule_sentence(messages, state, ruling, row.indicator)),
        "size": table.size,
        "words": row.indicator.words.as_ref().map(words_json),
    });
    joined(row_json(row, None), Some(more))
}

/// A part of a share, with what it takes to ask for its own explanation.
fn part_json(indicator: &Indicator, value: &Value) -> Json {
    let named = json!({
        "heading": indicator.heading.as_ref().map(words_json), "id": indicator.id,
        "label": words_json(&indicator.label), "unit": unit(indicator),
    });
    joined(named, Some(value_members(indicator, value)))
}

/// Says things in both languages.
struct Teller<'a> {
    state: &'a State,
    both: Both,
}

impl<'a> Teller<'a> {
    fn new(state: &'a State) -> Self {
        Self { state, both: Both::new() }
    }

    fn both(&self, words: impl Fn(&Messages) -> String) -> Json {
        self.both.say(words)
    }

    fn contribution(&self, it: &Contribution, indicator: &Indicator, amount: &Exact) -> Json {
        let members = json!({
            "amount": amount.round(indicator.decimals), "date": it.date.to_string(), "exact": exact(&it.amount),
            "grade": it.grade.word(), "id": it.id.to_string(), "keys": it.keys,
            "occurredfrom": it.occurred.from.to_string(), "occurredto": it.occurred.to.to_string(),
            "remark": it.remark.map(|remark| self.both(|messages| remark_words(messages, remark))),
            "sequence": it.sequence, "version": it.version,
        });
        joined(members, Some(self.said(it.id, it.version)))
    }

    fn not_counted(&self, it: &NotCounted) -> Json {
        let record = self.state.record(it.id);
        let kind = record.and_then(|record| self.state.activity_type(&record.kind));
        let members = json!({
            "id": it.id.to_string(), "occurredfrom": it.occurred.from.to_string(),
            "occurredto": it.occurred.to.to_string(), "reason": it.reason.word(), "sequence": it.sequence,
            "version": it.version,
            "words": self.both(|messages| reason_words(messages, self.state, kind, &it.reason)),
        });
        joined(members, Some(self.said(it.id, it.version)))
    }

    /// Where a version is printed, its documents, when and by whom it was
    /// recorded; whether it was confirmed, and how often the entry was corrected.
    fn said(&self, id: EntryId, version: u64) -> Json {
        let record = self.state.record(id);
        let version = record.and_then(|record| record.version(version));
        let confirmed = version.and_then(|it| it.confirmed);
        let told = json!({
            "confirmed": confirmed.map(|it| {
                json!({"recorded": it.recorded.to_string(), "sequence": it.sequence})
            }),
            "corrections": record.map_or(0, |record| record.standing_corrections().count()),
        });
        joined(told, Some(version_json(version)))
    }
}

fn version_json(version: Option<&Version>) -> Json {
    let citation = version.and_then(|it| it.content.citation()).map(|it| it.to_json().to_serde());
    let documents = version.map_or(&[][..], |it| it.content.evidence());
    let documents: Vec<Json> = documents.iter().map(Evidence::to_json).map(|it| it.to_serde()).collect();
    json!({
        "citation": citation, "documents": documents,
        "recorded": version.map(|it| it.recorded.to_string()),
        "recorder": version.map(|it| it.author.id()),
    })
}
