//! The JSON contract: `docs/json.md`. Members stand in alphabetical order,
//! measured numbers are strings, places and counts are integers.

use serde_json::{Map, Value as Json, json};

use super::reasons::{reason_words, remark_words};
use super::{Language, Messages, rule_sentence};
use crate::event::Exact;
use crate::figures::{ExtraRow, Grades, GroupTable, RowTable, State, Table, Value};
use crate::plan::{Indicator, Unit, Words};

/// The table as `kpi/1`.
pub fn kpi_json(table: &Table<'_>) -> Json {
    let adoption = &table.ruling.adopted.adoption;
    let objectives: Vec<Json> = table
        .objectives
        .iter()
        .map(|it| {
            let groups: Vec<Json> = it.groups.iter().map(group_json).collect();
            json!({
                "groups": groups, "id": it.objective.id, "label": words(&it.objective.label),
                "number": it.objective.number,
            })
        })
        .collect();
    let supplementary: Vec<Json> = table
        .supplementary
        .iter()
        .map(|extra| match extra {
            ExtraRow::Group(group) => group_json(group),
            ExtraRow::Narrative(row) => row_json(row),
        })
        .collect();
    json!({
        "asat": table.as_at.to_string(),
        "filter": table.filter.bodies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "head": table.head.to_string(),
        "jalon": "kpi/1",
        "knownat": table.size.checked_sub(1),
        "notice": adoption.notice.as_ref().map(words),
        "objectives": objectives,
        "plan": {"id": adoption.id, "label": words(&adoption.label), "version": adoption.version},
        "size": table.size,
        "supplementary": supplementary,
    })
}

fn group_json(group: &GroupTable<'_>) -> Json {
    let rows: Vec<Json> = group.rows.iter().map(row_json).collect();
    json!({
        "id": group.group.id, "indicators": rows, "label": words(&group.group.label), "of": group.of,
        "percent": group.percent.as_ref().map(|ratio| percent(ratio, 0)),
        "percentratio": group.percent.as_ref().map(Exact::ratio), "reached": group.reached,
    })
}

fn row_json(row: &RowTable<'_>) -> Json {
    let indicator = row.indicator;
    let mut members = value_members(indicator, &row.value);
    let more = json!({
        "direction": indicator.direction,
        "heading": indicator.heading.as_ref().map(words),
        "id": indicator.id,
        "kind": indicator.rule.kind.word(),
        "label": words(&indicator.label),
        "percent": row.percent.as_ref().map(|ratio| percent(ratio, indicator.percentdecimals)),
        "percentratio": row.percent.as_ref().map(Exact::ratio),
        "reached": row.reached,
        "status": indicator.status.word(),
        "target": row.target.map(|it| it.value.exact().round(indicator.decimals)),
        "unit": unit(indicator),
    });
    if let Json::Object(more) = more {
        members.extend(more);
    }
    Json::Object(members)
}

fn value_members(indicator: &Indicator, value: &Value) -> Map<String, Json> {
    let shown = |number: &Option<Exact>| number.as_ref().map(|it| it.round(indicator.decimals));
    let members = json!({
        "atleast": value.at_least,
        "contradicts": value.contradicts,
        "delivered": shown(&value.delivered),
        "grade": grades(indicator, &value.grade),
        "high": shown(&value.high),
        "low": shown(&value.low),
        "precision": value.precision.map(crate::event::Precision::word),
    });
    match members {
        Json::Object(members) => members,
        _ => Map::new(),
    }
}

fn grades(indicator: &Indicator, grades: &Grades) -> Json {
    json!({
        "documented": grades.documented.round(indicator.decimals),
        "itemised": grades.itemised.round(indicator.decimals),
        "reported": grades.reported.round(indicator.decimals),
    })
}

fn unit(indicator: &Indicator) -> Json {
    match indicator.unit() {
        Unit::Money(code) => words(&Words::both(code)),
        Unit::Percent => words(&Words::both("%")),
        Unit::Words(unit) => words(unit),
        Unit::Number => Json::Null,
    }
}

/// One row with everything it is made of, as `explain/1`.
pub fn explain_json(state: &State, table: &Table<'_>, row: &RowTable<'_>) -> Json {
    let both = [Messages::new(Language::French), Messages::new(Language::English)];
    let [fr, en] = &both;
    let indicator = row.indicator;
    let contributions: Vec<Json> = row
        .value
        .contributions
        .iter()
        .map(|it| {
            let remark = it
                .remark
                .map(|remark| json!({"en": remark_words(en, remark), "fr": remark_words(fr, remark)}));
            json!({
                "amount": amount(indicator, &it.amount), "citation": citation(state, it.id),
                "date": it.date.to_string(), "documents": documents(state, it.id), "grade": it.grade.word(), "id": it.id.to_string(),
                "keys": it.keys, "occurredfrom": it.occurred.from.to_string(),
                "occurredto": it.occurred.to.to_string(), "remark": remark, "sequence": it.sequence,
            })
        })
        .collect();
    let not_counted: Vec<Json> = row
        .value
        .not_counted
        .iter()
        .map(|it| {
            json!({
                "citation": citation(state, it.id), "id": it.id.to_string(),
                "occurredfrom": it.occurred.from.to_string(), "occurredto": it.occurred.to.to_string(),
                "reason": it.reason.word(), "sequence": it.sequence,
                "words": {"en": reason_words(en, &it.reason), "fr": reason_words(fr, &it.reason)},
            })
        })
        .collect();
    let mut document = match row_json(row) {
        Json::Object(members) => members,
        _ => Map::new(),
    };
    let more = json!({
        "asat": table.as_at.to_string(),
        "contributions": contributions,
        "head": table.head.to_string(),
        "jalon": "explain/1",
        "knownat": table.size.checked_sub(1),
        "notcounted": not_counted,
        "parts": row.value.parts.as_ref().map(|parts| json!({
            "part": value_members(indicator, &parts.0), "whole": value_members(indicator, &parts.1),
        })),
        "rule": {
            "en": rule_sentence(en, table.ruling, indicator), "fr": rule_sentence(fr, table.ruling, indicator),
        },
        "size": table.size,
        "words": indicator.words.as_ref().map(words),
    });
    if let Json::Object(more) = more {
        document.extend(more);
    }
    Json::Object(document)
}

fn citation(state: &State, id: crate::event::EntryId) -> Json {
    let citation = state.record(id).and_then(|record| record.latest().content.citation());
    citation.map_or(Json::Null, |it| it.to_json().to_serde())
}

/// The documents that back an entry's standing version.
fn documents(state: &State, id: crate::event::EntryId) -> Vec<Json> {
    let documents = state.record(id).map_or(&[][..], |record| record.latest().content.evidence());
    documents.iter().map(|it| it.to_json().to_serde()).collect()
}

/// An amount exactly: with the indicator's decimals when they hold it, else
/// as the shortest decimal, else as a ratio.
fn amount(indicator: &Indicator, amount: &Exact) -> String {
    if amount.has_decimals(indicator.decimals) {
        amount.round(indicator.decimals)
    } else {
        amount.to_decimal().unwrap_or_else(|| amount.ratio())
    }
}

fn percent(ratio: &Exact, decimals: u32) -> String {
    (ratio.clone() * Exact::from(100_i64)).round(decimals)
}

fn words(words: &Words) -> Json {
    json!({"en": words.en, "fr": words.fr})
}
