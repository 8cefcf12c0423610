//! What a population is controlled by: how many, how much, of which ledger, so that it
//! can be agreed to `verify` and to the table.

use serde_json::{Value as Json, json};

use crate::audit::{Control, Subtotal, Tallied};
use crate::event::Exact;
use crate::figures::{RowTable, Stated};
use crate::present::amounts::exact;
use crate::present::json::joined;
use crate::present::report::{Basis, Block, Part, Report, Rows, Run, title_words};
use crate::present::{
    Arg, Messages, certain_words, count_words, number_words, plain_money_words, type_words,
};

/// What a population was made of, and what it came to.
pub struct ControlGrounds<'a> {
    /// What it rests on.
    pub basis: Basis<'a>,
    /// What it came to.
    pub control: &'a Control,
    /// The row whose value it is of; none where it is of all entries.
    pub row: Option<&'a RowTable<'a>>,
    /// Whether its amounts come to that value.
    pub agrees: Option<bool>,
    /// The file.
    pub file: &'a str,
}

/// What was written, and what to control it by.
pub fn control_report(messages: &Messages, grounds: &ControlGrounds<'_>) -> Report {
    let title = match grounds.row {
        None => messages.word("population-title"),
        Some(row) => {
            let title = title_words(messages, row.indicator);
            messages.say("population-title-of", &[("indicator", Arg::Text(&title))])
        }
    };
    let mut report = grounds.basis.report(messages, title);
    report.above.push(messages.say("table-written", &[("path", Arg::Text(grounds.file))]));
    let facts = control_facts(messages, grounds);
    let facts = facts.into_iter().map(|(name, value)| (name, vec![Run::plain(value)])).collect();
    let mut control = Part::new("control", messages.word("population-control"));
    let about = if grounds.row.is_some() { "population-about-value" } else { "population-about" };
    control.about = Some(messages.word(about));
    control.blocks.push(Block::Facts(facts));
    if !grounds.control.money.is_empty() {
        control.blocks.push(Block::Rows(sums(messages, grounds)));
    }
    report.parts.push(control);
    report
}

/// How many there are, from where to where, and what they come to in the value.
pub(in crate::present) fn control_facts(
    messages: &Messages,
    grounds: &ControlGrounds<'_>,
) -> Vec<(String, String)> {
    let (control, language) = (grounds.control, messages.language());
    let count = |count: u64| count_words(language, count);
    let place = |place: Option<u64>| place.map_or_else(|| messages.word("report-none"), |it| it.to_string());
    let mut facts = vec![
        (messages.word("population-rows"), count(control.rows)),
        (messages.word("population-entries"), count(control.entries)),
        (messages.word("coverage-totals"), count(control.totals)),
        (messages.word("population-first"), place(control.first)),
        (messages.word("population-last"), place(control.last)),
        (messages.word("population-size"), count(grounds.basis.state.size())),
        (messages.word("parameter-head"), grounds.basis.state.head().to_string()),
    ];
    let standing = control.standing.iter();
    let standing = standing
        .map(|(word, number)| (messages.word(&format!("population-standing-{word}")), count(*number)));
    facts.extend(standing);
    facts.extend(of_value(messages, grounds));
    facts
}

/// What the parts come to, beside the value as the table has it.
fn of_value(messages: &Messages, grounds: &ControlGrounds<'_>) -> Vec<(String, String)> {
    let Some(row) = grounds.row else { return vec![] };
    let subtotal = |it: &Subtotal| {
        let indicator = grounds.basis.ruling.indicator(&it.indicator);
        let title = indicator.map_or_else(|| it.indicator.clone(), |it| title_words(messages, it));
        let name = messages.say("population-subtotal", &[("indicator", Arg::Text(&title))]);
        (name, number_words(messages.language(), &exact(&it.amount)))
    };
    let mut facts: Vec<(String, String)> = grounds.control.subtotals.iter().map(subtotal).collect();
    facts.push((messages.word("population-value"), certain_words(messages, row.indicator, &row.value)));
    let agrees = match grounds.agrees {
        Some(true) => "population-agrees",
        Some(false) => "population-differs",
        None => "population-not-certain",
    };
    facts.push((messages.word("population-agreed"), messages.word(agrees)));
    facts
}

/// Sums of money, with the words of their types.
pub(in crate::present) fn money_rows<'g>(
    messages: &Messages,
    grounds: &'g ControlGrounds<'_>,
) -> Vec<(String, &'g Stated, &'g Tallied)> {
    let state = grounds.basis.state;
    let words = |stated: &Stated| match state.activity_type(&stated.kind) {
        Some(kind) => {
            let field = kind.field(&stated.field).map(|field| messages.language().of(&field.label));
            let kind = type_words(messages.language(), Some(kind), &stated.kind);
            format!("{kind} · {}", field.unwrap_or(&stated.field))
        }
        None => crate::present::entry_words(messages, &stated.kind),
    };
    grounds.control.money.iter().map(|(stated, tallied)| (words(stated), stated, tallied)).collect()
}

fn sums(messages: &Messages, grounds: &ControlGrounds<'_>) -> Rows {
    let heads = ["population-money", "population-count", "population-sum", "population-count-standing"];
    let heads = heads.into_iter().chain(["population-sum-standing"]);
    // Cents are shown where there are some.
    let money = |amount: &Exact, code: &str| plain_money_words(messages, &amount.round(2), code);
    let rows = money_rows(messages, grounds).into_iter().map(|(words, stated, tallied)| {
        let count = |count: u64| Run::plain(count_words(messages.language(), count));
        vec![
            Run::plain(words),
            count(tallied.count),
            Run::plain(money(&tallied.amount, &stated.currency)),
            count(tallied.standing),
            Run::plain(money(&tallied.standing_amount, &stated.currency)),
        ]
    });
    Rows { heads: heads.map(|id| messages.word(id)).collect(), rows: rows.collect() }
}

/// The same as `population/1`.
pub fn control_json(grounds: &ControlGrounds<'_>) -> Json {
    let control = grounds.control;
    let money = |(stated, tallied): (&Stated, &Tallied)| {
        json!({
            "amount": exact(&tallied.amount), "count": tallied.count, "currency": stated.currency,
            "field": stated.field, "standing": tallied.standing,
            "standingamount": exact(&tallied.standing_amount), "type": stated.kind,
        })
    };
    let subtotal =
        |it: &Subtotal| json!({"amount": exact(&it.amount), "indicator": it.indicator, "rows": it.rows});
    let value = grounds.row.map(|row| {
        json!({
            "agrees": grounds.agrees, "indicator": row.indicator.id,
            "delivered": row.value.delivered.as_ref().map(|it| it.round(row.indicator.decimals)),
            "subtotals": control.subtotals.iter().map(subtotal).collect::<Vec<_>>(),
        })
    });
    let members = json!({
        "entries": control.entries, "file": grounds.file, "first": control.first, "jalon": "population/1",
        "last": control.last, "money": control.money.iter().map(money).collect::<Vec<_>>(),
        "rows": control.rows, "standing": control.standing, "totals": control.totals, "value": value,
    });
    joined(grounds.basis.json(), Some(members))
}
