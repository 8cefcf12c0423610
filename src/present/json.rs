//! The JSON contract: `docs/json.md`. Members stand in alphabetical order,
//! measured numbers are strings, places and counts are integers.

use serde_json::{Value as Json, json};

use super::reasons::{reason_words, remark_words};
use super::{Language, Messages, notice_json, rule_sentence};
use crate::event::Exact;
use crate::figures::{Comparison, ExtraRow, Grades, GroupTable, RowTable, State, Table, Value};
use crate::plan::{Indicator, Unit, Words};

/// The table as `kpi/1`.
pub fn kpi_json(table: &Table<'_>) -> Json {
    document(table, None)
}

/// The same, with what stood at an older date beside each row and group.
pub fn comparison_json(comparison: &Comparison<'_>) -> Json {
    document(&comparison.newer, Some(comparison))
}

fn document(table: &Table<'_>, compared: Option<&Comparison<'_>>) -> Json {
    let adoption = &table.ruling.adopted.adoption;
    let objectives: Vec<Json> = table
        .objectives
        .iter()
        .map(|it| {
            let groups: Vec<Json> = it.groups.iter().map(|group| group_json(group, compared)).collect();
            json!({
                "groups": groups, "id": it.objective.id, "label": words_json(&it.objective.label),
                "number": it.objective.number,
            })
        })
        .collect();
    let supplementary: Vec<Json> = table
        .supplementary
        .iter()
        .map(|extra| match extra {
            ExtraRow::Group(group) => group_json(group, compared),
            ExtraRow::Narrative(row) => row_json(row, None),
        })
        .collect();
    let document = json!({
        "asat": table.as_at.to_string(),
        "filter": table.filter.bodies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "head": table.head.to_string(),
        "jalon": "kpi/1",
        "knownat": table.size.checked_sub(1),
        "notice": notice_json(adoption.notice.as_ref()),
        "objectives": objectives,
        "plan": {"id": adoption.id, "label": words_json(&adoption.label), "version": adoption.version},
        "size": table.size,
        "supplementary": supplementary,
    });
    let older = compared.map(|it| json!({"comparedto": it.older.as_at.to_string()}));
    joined(document, older)
}

fn group_json(group: &GroupTable<'_>, compared: Option<&Comparison<'_>>) -> Json {
    let rows: Vec<Json> = group.rows.iter().map(|row| row_json(row, compared)).collect();
    let members = json!({"id": group.group.id, "indicators": rows, "label": words_json(&group.group.label)});
    let older = compared.map(|it| json!({"before": it.older_group(&group.group.id).map(group_numbers)}));
    joined(joined(members, Some(group_numbers(group))), older)
}

fn group_numbers(group: &GroupTable<'_>) -> Json {
    json!({
        "of": group.of, "percent": group.percent.as_ref().map(|ratio| percent(ratio, 0)),
        "percentratio": group.percent.as_ref().map(Exact::ratio), "reached": group.reached,
    })
}

/// One object with the members of both.
fn joined(mut document: Json, more: Option<Json>) -> Json {
    if let (Json::Object(members), Some(Json::Object(more))) = (&mut document, more) {
        members.extend(more);
    }
    document
}

fn row_json(row: &RowTable<'_>, compared: Option<&Comparison<'_>>) -> Json {
    let indicator = row.indicator;
    let more = json!({
        "direction": indicator.direction,
        "heading": indicator.heading.as_ref().map(words_json),
        "id": indicator.id,
        "kind": indicator.rule.kind.word(),
        "label": words_json(&indicator.label),
        "status": indicator.status.word(),
        "target": row.target.map(|it| it.value.exact().round(indicator.decimals)),
        "unit": unit(indicator),
    });
    let older = compared.map(|comparison| row_before(comparison, row));
    joined(joined(more, Some(row_numbers(row))), older)
}

/// The value of a row and how far it reaches its target.
fn row_numbers(row: &RowTable<'_>) -> Json {
    let indicator = row.indicator;
    let measured = json!({
        "percent": row.percent.as_ref().map(|ratio| percent(ratio, indicator.percentdecimals)),
        "percentratio": row.percent.as_ref().map(Exact::ratio),
        "reached": row.reached,
    });
    joined(measured, Some(value_members(indicator, &row.value)))
}

/// What stood at the older date, and what of its rule and target has changed.
fn row_before(comparison: &Comparison<'_>, row: &RowTable<'_>) -> Json {
    let indicator = row.indicator;
    let shown = |number: &Exact| number.round(indicator.decimals);
    let change = comparison.changes.get(indicator.id.as_str());
    let revised = change.and_then(|it| it.target).map(|revised| {
        json!({
            "before": revised.before.map(|it| shown(&it.value.exact())),
            "reason": row.target.and_then(|it| it.reason.as_ref()).map(words_json),
            "since": revised.since.to_string(),
        })
    });
    json!({
        "before": comparison.older_row(&indicator.id).map(row_numbers),
        "change": comparison.change_of(row).as_ref().map(shown),
        "revisedtarget": revised,
        "rulechanged": change.is_some_and(|it| it.rule),
    })
}

fn value_members(indicator: &Indicator, value: &Value) -> Json {
    let shown = |number: &Option<Exact>| number.as_ref().map(|it| it.round(indicator.decimals));
    json!({
        "atleast": value.at_least,
        "contradicts": value.contradicts,
        "delivered": shown(&value.delivered),
        "grade": grades(indicator, &value.grade),
        "high": shown(&value.high),
        "low": shown(&value.low),
        "precision": value.precision.map(crate::event::Precision::word),
    })
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
        Unit::Money(code) => words_json(&Words::both(code)),
        Unit::Percent => words_json(&Words::both("%")),
        Unit::Words(unit) => words_json(unit),
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
    let more = json!({
        "asat": table.as_at.to_string(),
        "contributions": contributions,
        "head": table.head.to_string(),
        "jalon": "explain/1",
        "knownat": table.size.checked_sub(1),
        "notcounted": not_counted,
        "notice": notice_json(table.ruling.adopted.adoption.notice.as_ref()),
        "parts": row.value.parts.as_ref().map(|parts| json!({
            "part": value_members(indicator, &parts.0), "whole": value_members(indicator, &parts.1),
        })),
        "rule": {
            "en": rule_sentence(en, state, table.ruling, indicator), "fr": rule_sentence(fr, state, table.ruling, indicator),
        },
        "size": table.size,
        "words": indicator.words.as_ref().map(words_json),
    });
    joined(row_json(row, None), Some(more))
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

pub(super) fn words_json(words: &Words) -> Json {
    json!({"en": words.en, "fr": words.fr})
}
