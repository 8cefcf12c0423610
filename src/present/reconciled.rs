//! Printed figures beside what the numbers give, for people and for programs.

use serde_json::{Value as Json, json};

use super::activity::precise_words;
use super::json::words_json;
use super::scope::scope_text;
use super::table::foot;
use super::{Arg, Messages, notice_json, notice_text, number_words, unit_words, wrapped};
use crate::audit::{Comparison, Figure, Reckoning, Verdict};
use crate::event::{Exact, Precision};
use crate::figures::Table;
use crate::plan::Indicator;

/// The comparisons, those that agree only where all are wanted, and how many
/// there are of each.
pub fn reconciliation_text(
    messages: &Messages,
    table: &Table<'_>,
    compared: &[Comparison<'_>],
    all: bool,
    width: u16,
) -> String {
    let adoption = &table.ruling.adopted.adoption;
    let shown = compared.iter().filter(|it| all || it.verdict != Verdict::Agrees);
    let mut text = scope_text(messages, &table.scope, width);
    shown.for_each(|it| text.push_str(&wrapped(&comparison_text(messages, it), width)));
    let count = |verdict| compared.iter().filter(|it| it.verdict == verdict).count();
    let totals = [Verdict::Agrees, Verdict::Differs, Verdict::Unchecked].map(|verdict| {
        messages.say(&format!("reconcile-{}", verdict.word()), &[("count", Arg::Count(count(verdict)))])
    });
    text.push_str(&wrapped(&totals.join(", "), width));
    text.push('\n');
    text.push_str(&foot(messages, adoption, table.size, table.head, width));
    text + &notice_text(messages, adoption.notice.as_ref(), width)
}

/// A line for what is printed, one for what is computed, one for what the
/// printed numbers give where that is another computation.
fn comparison_text(messages: &Messages, it: &Comparison<'_>) -> String {
    let label = messages.language().of(&it.label);
    let place = messages.find(&format!("place-{}", it.printed.place));
    let place = place.unwrap_or_else(|| it.printed.place.clone());
    let line = Some(&it.printed.line).filter(|line| !line.is_empty());
    let line = line.map(|line| messages.say("reconcile-line", &[("line", Arg::Text(line))]));
    let id = format!("{label} ({})", it.printed.indicator);
    let head: Vec<String> =
        [place, line.unwrap_or_default(), id].into_iter().filter(|it| !it.is_empty()).collect();
    let figure = messages.word(&format!("figure-{}", it.figure.word()));
    let verdict = messages.word(&format!("verdict-{}", it.verdict.word()));
    let values =
        [("figure", Arg::Text(&figure)), ("shown", Arg::Text(&it.shown)), ("verdict", Arg::Text(&verdict))];
    let printed = messages.say("reconcile-printed", &values);
    let mut text = format!("{}\n      {printed}\n", head.join(" · "));
    // What agrees says by itself what the numbers give; a percentage also how.
    if it.verdict != Verdict::Agrees || it.ours.is_some() {
        let words = computed_words(messages, it);
        let computed = messages.say("reconcile-computed", &[("computed", Arg::Text(&words))]);
        text.push_str(&format!("      {computed}\n"));
    }
    if let Some((theirs, gives)) = it.theirs.as_ref().filter(|_| it.verdict != Verdict::Agrees) {
        let words = reckoning_words(messages, it, theirs, gives);
        let words = messages.say("reconcile-theirs", &[("computed", Arg::Text(&words))]);
        text.push_str(&format!("      {words}\n"));
    }
    text
}

fn computed_words(messages: &Messages, it: &Comparison<'_>) -> String {
    let Some(computed) = &it.computed else { return messages.word("not-stated") };
    match &it.ours {
        Some(ours) => reckoning_words(messages, it, ours, computed),
        None => precise_words(messages, it.precision, &value_words(messages, it, computed)),
    }
}

/// `203 ÷ 33 = 615 %`.
fn reckoning_words(messages: &Messages, it: &Comparison<'_>, how: &Reckoning, gives: &Exact) -> String {
    let percent = value_words(messages, it, gives);
    match how {
        Reckoning::Mean(count) => {
            messages.say("reckoning-mean", &[("count", Arg::Count(*count)), ("percent", Arg::Text(&percent))])
        }
        Reckoning::Ratio { delivered, target, baseline } => {
            let number =
                |number: &Exact| it.indicator.map_or_else(String::new, |of| unit_words(messages, of, number));
            let (delivered, target) = (number(delivered), number(target));
            let (above, below) = match baseline {
                None => (delivered, target),
                Some(from) => {
                    (format!("({delivered} − {})", number(from)), format!("({target} − {})", number(from)))
                }
            };
            let values = [
                ("above", Arg::Text(&above)),
                ("below", Arg::Text(&below)),
                ("percent", Arg::Text(&percent)),
            ];
            messages.say("reckoning-ratio", &values)
        }
    }
}

fn value_words(messages: &Messages, it: &Comparison<'_>, number: &Exact) -> String {
    match (it.figure, it.indicator) {
        (Figure::Target | Figure::Delivered, Some(indicator)) => unit_words(messages, indicator, number),
        _ => {
            let number = number_words(messages.language(), &number.round(it.decimals));
            messages.say("percent", &[("number", Arg::Text(&number))])
        }
    }
}

/// The comparisons as `reconcile/1`.
pub fn reconciliation_json(table: &Table<'_>, compared: &[Comparison<'_>]) -> Json {
    let all: Vec<Json> = compared.iter().map(comparison_json).collect();
    json!({
        "asat": table.as_at.to_string(), "comparisons": all, "head": table.head.to_string(),
        "jalon": "reconcile/1", "notice": notice_json(table.ruling.adopted.adoption.notice.as_ref()),
        "size": table.size,
    })
}

fn comparison_json(it: &Comparison<'_>) -> Json {
    let rounded = |number: &Exact| number.round(it.decimals);
    json!({
        "computation": it.ours.as_ref().map(|ours| reckoning_json(it.indicator, ours)),
        "computed": it.computed.as_ref().map(rounded), "figure": it.figure.word(),
        "indicator": it.printed.indicator, "label": words_json(&it.label), "line": it.printed.line,
        "place": it.printed.place, "precision": it.precision.map(Precision::word), "printed": it.shown,
        "printedgives": it.theirs.as_ref().map(|(_, gives)| rounded(gives)), "verdict": it.verdict.word(),
    })
}

fn reckoning_json(indicator: Option<&Indicator>, how: &Reckoning) -> Json {
    let decimals = indicator.map_or(0, |indicator| indicator.decimals);
    match how {
        Reckoning::Mean(count) => json!({"mean": count}),
        Reckoning::Ratio { delivered, target, baseline } => json!({
            "baseline": baseline.as_ref().map(|it| it.round(decimals)), "delivered": delivered.round(decimals),
            "target": target.round(decimals),
        }),
    }
}
