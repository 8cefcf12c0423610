//! The notice of a closed year: what was written down, on one page, for those who
//! are sent it.
//!
//! ```text
//! ClosedYear + State ──notice──▶ Notice ──▶ text, a page to print, JSON
//! ```

mod page;
mod text;

use std::collections::BTreeSet;

use bip39::{Language as WordList, Mnemonic};
use serde_json::{Value as Json, json};

use super::dates::moment_words;
use super::table::{certain_words, grade_marks};
use super::{Arg, Language, Messages, Recorders, day_words};
use crate::figures::{ClosedValue, ClosedYear, PlanChoice, Ruling, State};
use crate::plan::{Indicator, Kind};
use crate::proof::SignedCheckpoint;

pub use page::notice_html;
pub use text::closing_text;

/// The notice of a closed year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClosingNotice {
    /// What it is, of which year.
    pub title: String,
    /// Whose ledger it is, and by which plan.
    pub of: String,
    /// The heads of the columns.
    pub heads: [String; 3],
    /// A row for each indicator.
    pub rows: Vec<ClosedRow>,
    /// How many values were written down that are not on this page.
    pub others: Option<String>,
    /// What else was written down, by name.
    pub facts: Vec<(String, String)>,
    /// The root of the tree as words.
    pub root_words: String,
    /// The checkpoint as it was signed.
    pub checkpoint: String,
    /// What whoever is sent this is asked to do.
    pub asks: String,
}

/// The value of an indicator, as people read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClosedRow {
    /// The indicator.
    pub indicator: String,
    /// What the indicator is called.
    pub label: String,
    /// The value.
    pub value: String,
    /// What it is backed by, in marks.
    pub grade: String,
    /// The version of its rule.
    pub rule: String,
}

/// The notice of a closed year.
pub fn closing_notice(
    messages: &Messages,
    state: &State,
    recorders: &Recorders,
    year: &ClosedYear,
) -> ClosingNotice {
    let language = messages.language();
    let choice = PlanChoice { id: Some(year.plan.clone()), version: Some(year.version) };
    let ruling = Ruling::at(state, &choice, year.as_at).ok();
    let label = ruling.as_ref().map(|it| language.of(&it.adopted.adoption.label).to_owned());
    let version = year.version.to_string();
    let of = [("label", Arg::Text(label.as_deref().unwrap_or(&year.plan))), ("version", Arg::Text(&version))];
    let heads = ["closing-indicator", "closing-value", "closing-rule"].map(|id| messages.word(id));
    let row = |value: &ClosedValue| {
        let indicator = ruling.as_ref().and_then(|ruling| ruling.indicator(&value.indicator));
        closed_row(messages, indicator, value)
    };
    let shown = ruling.as_ref().map_or_else(|| year.values.iter().collect(), |ruling| shown(ruling, year));
    let others = year.values.len() - shown.len();
    ClosingNotice {
        title: messages.say("closing-title", &[("day", Arg::Text(&day_words(language, year.as_at)))]),
        of: messages.say("closing-of", &of),
        heads,
        rows: shown.into_iter().map(row).collect(),
        others: (others > 0).then(|| messages.say("closing-others", &[("count", Arg::Count(others))])),
        facts: facts(messages, state, recorders, year),
        root_words: root_words(language, year).unwrap_or_default(),
        checkpoint: year.checkpoint.clone(),
        asks: messages.word("closing-asks"),
    }
}

/// The values of the plan's objectives, in its order; of a plan without objectives all.
fn shown<'y>(ruling: &Ruling<'_>, year: &'y ClosedYear) -> Vec<&'y ClosedValue> {
    let groups = ruling.groups.iter().filter(|it| ruling.objectives.is_empty() || it.objective.is_some());
    let is_number = |id: &String| ruling.indicator(id).is_some_and(|it| it.rule.kind != Kind::Narrative);
    let value = |id: &String| year.values.iter().find(|value| value.indicator == *id && is_number(id));
    groups.flat_map(|group| &group.rows).filter_map(value).collect()
}

/// The rows of the values that were written down and are not on the notice, in order of
/// their ids; what is told in words has no value.
pub fn other_closed_rows(messages: &Messages, state: &State, year: &ClosedYear) -> Vec<ClosedRow> {
    let choice = PlanChoice { id: Some(year.plan.clone()), version: Some(year.version) };
    let ruling = Ruling::at(state, &choice, year.as_at).ok();
    let Some(ruling) = ruling else { return vec![] };
    let on_it: BTreeSet<&str> = shown(&ruling, year).into_iter().map(|it| it.indicator.as_str()).collect();
    let others = year.values.iter().filter(|it| !on_it.contains(it.indicator.as_str()));
    others.map(|value| closed_row(messages, ruling.indicator(&value.indicator), value)).collect()
}

fn closed_row(messages: &Messages, indicator: Option<&Indicator>, closed: &ClosedValue) -> ClosedRow {
    let value = closed.value();
    let shown = |indicator: &Indicator| match indicator.rule.kind {
        Kind::Narrative => String::new(),
        _ => certain_words(messages, indicator, &value),
    };
    let label = |indicator: &Indicator| messages.language().of(&indicator.title()).to_owned();
    let rule = |indicator: &Indicator| {
        let version = indicator.version.to_string();
        let status = messages.word(&format!("status-{}", indicator.status.word()));
        messages
            .say("closing-rule-version", &[("version", Arg::Text(&version)), ("status", Arg::Text(&status))])
    };
    ClosedRow {
        indicator: closed.indicator.clone(),
        label: indicator.map_or_else(|| closed.indicator.clone(), label),
        value: indicator.map(shown).unwrap_or_default(),
        grade: grade_marks(&value),
        rule: indicator.map(rule).unwrap_or_default(),
    }
}

fn facts(
    messages: &Messages,
    state: &State,
    recorders: &Recorders,
    year: &ClosedYear,
) -> Vec<(String, String)> {
    let root = SignedCheckpoint::read(&year.checkpoint).map(|it| it.checkpoint.to_string());
    let root = root.ok().and_then(|text| text.lines().nth(2).map(str::to_owned)).unwrap_or_default();
    let by = recorders.words(messages, year.author.user);
    let facts = [
        ("closing-closed", Some(moment_words(messages, year.recorded, state.zone()))),
        ("closing-by", Some(by)),
        ("closing-again", replaced_words(messages, state, year)),
        ("closing-reason", year.reason.clone()),
        ("closing-open", positive(year.open)),
        ("closing-unapproved", positive(year.unapproved)),
        ("closing-size", Some(year.size.to_string())),
        ("closing-root", Some(root)),
        ("closing-key", Some(state.verifier_at(year.size).to_owned())),
    ];
    let fact = |(id, value): (&str, Option<String>)| Some((messages.word(id), value?));
    facts.into_iter().filter_map(fact).collect()
}

/// How many values a closing has otherwise than the one that it takes the place of.
pub(super) fn others(before: &ClosedYear, year: &ClosedYear) -> usize {
    let is_other = |value: &&ClosedValue| !before.values.contains(value);
    let gone =
        before.values.iter().filter(|it| year.values.iter().all(|value| value.indicator != it.indicator));
    year.values.iter().filter(is_other).count() + gone.count()
}

/// Which closing this one takes the place of, and how many values are others: whoever was
/// sent that notice holds those.
fn replaced_words(messages: &Messages, state: &State, year: &ClosedYear) -> Option<String> {
    let before = state.closing(year.again?)?;
    let moment = moment_words(messages, before.recorded, state.zone());
    let values = [
        ("entry", Arg::Shown(&before.sequence)),
        ("moment", Arg::Text(&moment)),
        ("count", Arg::Count(others(before, year))),
    ];
    Some(messages.say("closing-again-value", &values))
}

fn positive(count: u64) -> Option<String> {
    (count > 0).then(|| count.to_string())
}

/// The root in 24 words, of which the last holds a checksum (BIP-39).
fn root_words(language: Language, year: &ClosedYear) -> Option<String> {
    let root = SignedCheckpoint::read(&year.checkpoint).ok()?.checkpoint.root;
    let list = match language {
        Language::French => WordList::French,
        Language::English => WordList::English,
    };
    Some(Mnemonic::from_entropy_in(list, &root).ok()?.to_string())
}

/// A closed year as `closing/1`.
pub fn closing_json(state: &State, year: &ClosedYear) -> Json {
    let values: Vec<Json> = year.values.iter().map(closed_json).collect();
    let sent: Vec<Json> = year
        .sent
        .iter()
        .map(|it| json!({"on": it.on.to_string(), "sequence": it.sequence, "to": it.to}))
        .collect();
    json!({
        "again": year.again.map(|id| id.to_string()),
        "asat": year.as_at.to_string(),
        "checkpoint": year.checkpoint,
        "id": year.id.to_string(),
        "jalon": "closing/1",
        "open": year.open,
        "plan": {"id": year.plan, "version": year.version},
        "reason": year.reason,
        "recorded": year.recorded.to_string(),
        "recorder": year.author.id(),
        "sent": sent,
        "sequence": year.sequence,
        "size": year.size,
        "unapproved": year.unapproved,
        "values": values,
        "verifierkey": state.verifier_at(year.size),
    })
}

pub(super) fn closed_json(value: &ClosedValue) -> Json {
    let [documented, itemised, reported] = &value.grade;
    json!({
        "atleast": value.at_least,
        "contradicts": value.contradicts,
        "delivered": value.delivered,
        "grade": {"documented": documented, "itemised": itemised, "reported": reported},
        "high": value.high,
        "indicator": value.indicator,
        "low": value.low,
        "precision": value.precision,
    })
}
