//! What was understood of a table, for programs.

use serde_json::{Value as Json, json};

use super::report::{absent_words, ask_sentence, ask_word, differing_words, unread_words, why_word};
use super::{letters, role_word};
use crate::event::{Exact, Precision};
use crate::exchange::{
    Ask, Differing, SeenAbsent, SeenColumn, SeenGroup, SeenObjective, SeenPercent, SeenRow, SeenTotal,
    Understood, Unit, Unread,
};
use crate::present::{Language, Messages};

/// What was understood, for programs; `made` is what came of it.
pub fn understood_json(seen: &Understood, made: &AdoptMade) -> Json {
    let (fr, en) = (&Messages::new(Language::French), &Messages::new(Language::English));
    let both = |say: &dyn Fn(&Messages) -> String| json!({"en": say(en), "fr": say(fr)});
    let ask = |ask: &Ask| json!({"ask": ask_word(ask), "words": both(&|it| ask_sentence(it, ask))});
    let unread = |it: &Unread| {
        json!({
            "place": it.spot.to_string(), "typed": it.typed, "why": why_word(&it.why),
            "words": both(&|messages| unread_words(messages, it)),
        })
    };
    let differing = |it: &Differing| {
        json!({
            "follows": it.follows, "place": it.spot.to_string(), "printed": it.printed,
            "words": both(&|messages| differing_words(messages, it)),
        })
    };
    let column = |column: &SeenColumn| {
        let days = column
            .days
            .map(|(from, to)| json!({"from": from.map(|day| day.to_string()), "to": to.to_string()}));
        json!({
            "column": letters(column.at), "days": days, "head": column.head, "role": role_word(column.role),
        })
    };
    json!({
        "asks": seen.asks.iter().map(ask).collect::<Vec<_>>(),
        "columns": seen.columns.iter().map(column).collect::<Vec<_>>(),
        "differing": seen.differing.iter().map(differing).collect::<Vec<_>>(),
        "jalon": "adopt/1",
        "ledger": made.ledger,
        "objectives": seen.objectives.iter().map(objective_json).collect::<Vec<_>>(),
        "plan": made.plan,
        "planfile": made.planfile,
        "size": made.size,
        "unread": seen.unread.iter().map(unread).collect::<Vec<_>>(),
    })
}

/// What came of a table: none of it where it is only shown.
#[derive(Clone, Debug, Default)]
pub struct AdoptMade {
    /// The id of the plan.
    pub plan: Option<String>,
    /// The plan file that was written.
    pub planfile: Option<String>,
    /// The ledger that was opened.
    pub ledger: Option<String>,
    /// How many entries it has.
    pub size: Option<u64>,
}

fn objective_json(objective: &SeenObjective) -> Json {
    let decimal = |value: &Exact| value.to_decimal();
    let printed = |percent: Option<&SeenPercent>| percent.map(|it| it.printed.clone());
    let total = |total: &SeenTotal| {
        json!({
            "from": total.from.map(|day| day.to_string()), "place": total.spot.to_string(),
            "precision": total.precision.map(Precision::word), "to": total.to.to_string(),
            "value": decimal(&total.value),
        })
    };
    let (fr, en) = (&Messages::new(Language::French), &Messages::new(Language::English));
    let absent = |row: &SeenRow| -> Vec<Json> {
        let of = |it: &SeenAbsent| {
            json!({
                "from": it.from.map(|day| day.to_string()), "place": it.spot.to_string(),
                "to": it.to.to_string(), "typed": it.typed,
                "words": {"en": absent_words(en, row, it), "fr": absent_words(fr, row, it)},
            })
        };
        row.absent.iter().map(of).collect()
    };
    let row = |row: &SeenRow| {
        let (currency, percent) = match row.unit {
            Unit::Currency(currency) => (Some(currency.code()), false),
            unit => (None, unit == Unit::Percent),
        };
        json!({
            "absent": absent(row), "currency": currency, "heading": row.heading, "label": row.label, "number": row.number,
            "direction": row.target.as_ref().map(|it| if it.is_most { "down" } else { "up" }),
            "percent": percent, "percentprinted": printed(row.percent.as_ref()), "place": row.spot.to_string(),
            "target": row.target.as_ref().and_then(|target| decimal(&target.value)),
            "totals": row.totals.iter().map(total).collect::<Vec<_>>(), "unsure": row.is_unsure,
            "yearly": row.is_yearly,
        })
    };
    let left_out = |group: &SeenGroup| -> Vec<String> {
        group.left_out.iter().filter_map(|at| Some(group.rows.get(*at)?.spot.to_string())).collect()
    };
    let group = |group: &SeenGroup| {
        json!({
            "deduced": group.is_deduced, "label": group.label, "leftout": left_out(group),
            "number": group.number,
            "percentprinted": printed(group.percent.as_ref()),
            "rows": group.rows.iter().map(row).collect::<Vec<_>>(),
        })
    };
    let groups: Vec<Json> = objective.groups.iter().map(group).collect();
    json!({"groups": groups, "label": objective.label, "number": objective.number})
}
