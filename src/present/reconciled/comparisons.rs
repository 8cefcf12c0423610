//! Printed figures beside what the entries give, for people and for programs.

use serde_json::{Value as Json, json};

use crate::audit::{Comparison, Figure, Reckoning, Verdict};
use crate::event::{Exact, Precision};
use crate::plan::Indicator;
use crate::present::activity::precise_words;
use crate::present::json::words_json;
use crate::present::{Arg, Messages, number_words, unit_words};

/// A line for what is printed, one for what is computed, one for what the
/// printed numbers give where that is another computation.
pub(super) fn comparison_text(messages: &Messages, it: &Comparison<'_>) -> String {
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
        let words = reckoned(messages, it, theirs, gives);
        let words = messages.say("reconcile-theirs", &[("computed", Arg::Text(&words))]);
        text.push_str(&format!("      {words}\n"));
    }
    text
}

fn computed_words(messages: &Messages, it: &Comparison<'_>) -> String {
    let Some(computed) = &it.computed else { return messages.word("not-stated") };
    match &it.ours {
        Some(ours) => reckoned(messages, it, ours, computed),
        None => precise_words(messages, it.precision, &value_words(messages, it, computed)),
    }
}

/// How the numbers of a reckoning are written.
pub(super) struct Numbers<'n> {
    /// A number that is divided.
    pub(super) number: &'n dyn Fn(&Exact) -> String,
    /// What comes out.
    pub(super) percent: &'n str,
}

/// `203 ÷ 33 = 615 %`.
pub(super) fn reckoning_words(messages: &Messages, how: &Reckoning, words: &Numbers<'_>) -> String {
    let percent = ("percent", Arg::Text(words.percent));
    match how {
        Reckoning::Mean(count) => messages.say("reckoning-mean", &[("count", Arg::Count(*count)), percent]),
        Reckoning::Ratio { delivered, target, baseline } => {
            let (delivered, target) = ((words.number)(delivered), (words.number)(target));
            let (above, below) = match baseline {
                None => (delivered, target),
                Some(from) => {
                    let from = (words.number)(from);
                    (format!("({delivered} − {from})"), format!("({target} − {from})"))
                }
            };
            let values =
                [("above", Arg::Text(above.as_str())), ("below", Arg::Text(below.as_str())), percent];
            messages.say("reckoning-ratio", &values)
        }
    }
}

fn reckoned(messages: &Messages, it: &Comparison<'_>, how: &Reckoning, gives: &Exact) -> String {
    let percent = value_words(messages, it, gives);
    let number =
        |number: &Exact| it.indicator.map_or_else(String::new, |of| unit_words(messages, of, number));
    reckoning_words(messages, how, &Numbers { number: &number, percent: &percent })
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

pub(super) fn comparison_json(it: &Comparison<'_>) -> Json {
    let rounded = |number: &Exact| number.round(it.decimals);
    json!({
        "computation": it.ours.as_ref().map(|ours| reckoning_json(it.indicator, ours)),
        "computed": it.computed.as_ref().map(rounded), "figure": it.figure.word(),
        "indicator": it.printed.indicator, "label": words_json(&it.label), "line": it.printed.line,
        "place": it.printed.place, "precision": it.precision.map(Precision::word), "printed": it.shown,
        "printedgives": it.theirs.as_ref().map(|(_, gives)| rounded(gives)), "rounded": it.is_rounded, "verdict": it.verdict.word(),
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
