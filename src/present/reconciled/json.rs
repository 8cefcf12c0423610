//! What was found, as `reconcile/1`.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::cited::shown;
use super::comparisons::comparison_json;
use super::perhaps;
use super::written::{Written, written};
use crate::audit::{Figure, FindingKind, Printed, PrintedFinding, Reconciliation};
use crate::exchange::Tied;
use crate::figures::Table;
use crate::plan::{Near, Words};
use crate::present::json::words_json;
use crate::present::{Language, Messages, notice_json};

/// What was found, as `reconcile/1`; `tied` says of what a number may be that is
/// tied to nothing.
pub fn reconciliation_json(
    table: &Table<'_>,
    found: &Reconciliation<'_>,
    tied: &BTreeMap<usize, Tied>,
) -> Json {
    let comparisons: Vec<Json> = found.comparisons.iter().map(comparison_json).collect();
    let findings: Vec<Json> = found.findings.iter().map(|finding| finding_json(found, finding)).collect();
    let agreeing = |kind: &FindingKind| found.agreeing.get(kind).copied().unwrap_or_default();
    let agreeing: Map<String, Json> =
        FindingKind::ALL.iter().map(|kind| (kind.word().to_owned(), agreeing(kind).into())).collect();
    let untied: Vec<Json> = found
        .untied
        .iter()
        .filter_map(|&at| Some(untied_json(found.printed.get(at)?, perhaps(tied, at))))
        .collect();
    json!({
        "agreeing": agreeing, "asat": table.as_at.to_string(), "comparisons": comparisons,
        "findings": findings, "head": table.head.to_string(), "jalon": "reconcile/1",
        "notice": notice_json(table.ruling.adopted.adoption.notice.as_ref()), "size": table.size,
        "untied": untied,
    })
}

fn finding_json(found: &Reconciliation<'_>, finding: &PrintedFinding<'_>) -> Json {
    let [fr, en] = [Language::French, Language::English]
        .map(|language| written(&Messages::new(language), found, finding));
    let both = |of: fn(&Written) -> &str| json!({"en": of(&en), "fr": of(&fr)});
    let agrees = fr.agrees.as_ref().zip(en.agrees.as_ref()).map(|(fr, en)| json!({"en": en, "fr": fr}));
    let place = |it: &Printed| place_json(it, finding.figure());
    let places: Vec<Json> = finding.cites.iter().filter_map(|&at| found.printed.get(at)).map(place).collect();
    json!({
        "agrees": agrees, "arithmetic": both(|it| &it.arithmetic), "indicator": finding.indicator.map(|it| &it.id),
        "kind": finding.kind.word(), "places": places, "settledby": finding.settler.word(),
        "settledbyname": finding.named.as_ref().map(words_json), "subject": both(|it| &it.subject),
    })
}

fn place_json(it: &Printed, figure: Option<Figure>) -> Json {
    json!({
        "indicator": Some(&it.indicator).filter(|it| !it.is_empty()), "line": it.line, "place": it.place,
        "printed": shown(it, figure).text, "words": it.words,
    })
}

fn untied_json(it: &Printed, near: &[Near]) -> Json {
    let near: Vec<Json> = near.iter().map(near_json).collect();
    let Json::Object(mut members) = place_json(it, None) else { return Json::Null };
    members.remove("indicator");
    members.insert("perhaps".to_owned(), near.into());
    Json::Object(members)
}

fn near_json(near: &Near) -> Json {
    let label: &Words = &near.label;
    json!({"indicator": near.id, "label": words_json(label)})
}
