//! The JSON contract: `docs/json.md`. Members stand in alphabetical order,
//! measured numbers are strings, places and counts are integers.

use serde_json::{Value as Json, json};

use super::amounts::telescoped;
use super::notice_json;
use crate::event::Exact;
use crate::figures::{Comparison, ExtraRow, Grades, GroupTable, RowTable, Table, Value};
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
        "unknown": group.unknown(),
    })
}

/// One object with the members of both.
pub(super) fn joined(mut document: Json, more: Option<Json>) -> Json {
    if let (Json::Object(members), Some(Json::Object(more))) = (&mut document, more) {
        members.extend(more);
    }
    document
}

pub(super) fn row_json(row: &RowTable<'_>, compared: Option<&Comparison<'_>>) -> Json {
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

pub(super) fn value_members(indicator: &Indicator, value: &Value) -> Json {
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

/// The parts as they are shown: rounded so that they add up to the value.
fn grades(indicator: &Indicator, grades: &Grades) -> Json {
    let parts = [&grades.documented, &grades.itemised, &grades.reported];
    let shown = telescoped(parts, indicator.decimals).into_iter().map(|part| part.round(indicator.decimals));
    let names = ["documented", "itemised", "reported"];
    names.into_iter().map(str::to_owned).zip(shown.map(Json::from)).collect::<serde_json::Map<_, _>>().into()
}

pub(super) fn unit(indicator: &Indicator) -> Json {
    match indicator.unit() {
        Unit::Money(code) => words_json(&Words::both(code)),
        Unit::Percent => words_json(&Words::both("%")),
        Unit::Words(unit) => words_json(unit),
        Unit::Number => Json::Null,
    }
}

pub(super) fn percent(ratio: &Exact, decimals: u32) -> String {
    (ratio.clone() * Exact::from(100_i64)).round(decimals)
}

pub(super) fn words_json(words: &Words) -> Json {
    json!({"en": words.en, "fr": words.fr})
}
