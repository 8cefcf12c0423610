//! What a sample is drawn by, said on every output, and the parts of its
//! population.

use super::ShownSample;
use crate::event::{Exact, Hash, SampleMethod, encode};
use crate::figures::{Sampling, Stratum, StratumKind};
use crate::plan::Indicator;
use crate::plan::Kind;
use crate::present::amounts::exact;
use crate::present::printed::Parameter;
use crate::present::table::value_words;
use crate::present::{Arg, Messages, body_words, count_words, day_words, number_words, unit_words};

/// The hash of what draws a sample, as it is stored: two samples of one hash are one.
pub fn reference(sampling: &Sampling) -> Hash {
    let mut bytes = Vec::new();
    encode(&sampling.to_data(), &mut bytes);
    Hash::of(&bytes)
}

/// An amount with all its decimals.
pub(super) fn amount_words(messages: &Messages, indicator: &Indicator, amount: &Exact) -> String {
    if amount.has_decimals(indicator.decimals) {
        return unit_words(messages, indicator, amount);
    }
    number_words(messages.language(), &exact(amount))
}

/// All that a sample is drawn by: of which value, as known when, how.
pub fn sample_parameters(messages: &Messages, shown: &ShownSample<'_>) -> Vec<Parameter> {
    let ShownSample { sampling, row, sample, .. } = shown;
    let adoption = &shown.ruling.adopted.adoption;
    let plan = [
        ("label", Arg::Text(messages.language().of(&adoption.label))),
        ("id", Arg::Text(&adoption.id)),
        ("version", Arg::Shown(&adoption.version)),
    ];
    let day = day_words(messages.language(), sampling.as_at);
    let day = [("day", Arg::Text(&day)), ("iso", Arg::Shown(&sampling.as_at))];
    let number = sampling.size.saturating_sub(1);
    let size = count_words(messages.language(), sampling.size);
    let known = [("size", Arg::Text(&size)), ("entry", Arg::Shown(&number))];
    let bodies: Vec<String> =
        sampling.filter.bodies.iter().map(|body| body_words(messages, shown.state, body)).collect();
    let all = [
        ("sample-of", Some(indicator_words(messages, row.indicator))),
        ("sample-value", Some(value_words(messages, row))),
        ("parameter-plan", Some(messages.say("parameter-plan-is", &plan))),
        ("parameter-asat", Some(messages.say("parameter-day", &day))),
        ("parameter-known", Some(messages.say("sample-known", &known))),
        ("parameter-head", Some(sampling.head.to_string())),
        ("parameter-filter", (!bodies.is_empty()).then(|| bodies.join(", "))),
        ("sample-population", Some(population(messages, shown))),
        ("sample-reported", reported(messages, shown)),
        (
            "sample-above",
            sampling.selection.above.as_ref().map(|it| amount_words(messages, row.indicator, it)),
        ),
        ("sample-method", Some(method(messages, shown))),
        ("sample-size", Some(count_words(messages.language(), sampling.selection.items))),
        ("sample-seed", Some(sampling.selection.seed.clone())),
        ("sample-drawn", Some(count_words(messages.language(), sample.items.len() as u64))),
        ("sample-reference", Some(reference(sampling).to_string())),
        ("parameter-program", Some(concat!("Jalon ", env!("CARGO_PKG_VERSION")).to_owned())),
    ];
    let said = all.into_iter().filter_map(|(id, value)| Some((messages.word(id), value?)));
    said.map(|(name, value)| Parameter { name, value }).collect()
}

fn indicator_words(messages: &Messages, indicator: &Indicator) -> String {
    format!("{} ({})", messages.language().of(&indicator.title()), indicator.id)
}

/// How many items there are, what they come to, and what stands outside.
fn population(messages: &Messages, shown: &ShownSample<'_>) -> String {
    let sample = shown.sample;
    let count = messages.say("explain-contributions", &[("count", Arg::Count(sample.count))]);
    let total = total_words(messages, shown, &sample.total);
    let nothing = (sample.nothing > 0)
        .then(|| messages.say("sample-nothing", &[("count", Arg::Count(sample.nothing))]));
    [Some(count), total, nothing].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How much of the population is published totals: what they are made of is not
/// recorded, so that no item of it can be drawn.
fn reported(messages: &Messages, shown: &ShownSample<'_>) -> Option<String> {
    let [count, of] = [shown.sample.reported.0, shown.sample.count];
    let amount = total_words(messages, shown, &shown.sample.reported.1)?;
    let values = [("count", Arg::Count(count)), ("of", Arg::Count(of)), ("amount", Arg::Text(&amount))];
    (count > 0).then(|| messages.say("sample-reported-is", &values))
}

/// What amounts come to; nothing where a value is no sum, or in words.
fn total_words(messages: &Messages, shown: &ShownSample<'_>, total: &Exact) -> Option<String> {
    let indicator = shown.row.indicator;
    let adds = !matches!(indicator.rule.kind, Kind::Narrative | Kind::Mean);
    adds.then(|| amount_words(messages, indicator, total))
}

fn method(messages: &Messages, shown: &ShownSample<'_>) -> String {
    let method = shown.sampling.selection.method;
    let word = format!("sample-method-{}", method.word());
    let Some(interval) = &shown.sample.interval else { return messages.word(&word) };
    let interval = interval_words(messages, shown, method, interval);
    messages.say(&format!("{word}-every"), &[("interval", Arg::Text(&interval))])
}

/// From one unit or item to the next.
pub(super) fn interval_words(
    messages: &Messages,
    shown: &ShownSample<'_>,
    method: SampleMethod,
    interval: &Exact,
) -> String {
    if method == SampleMethod::Monetary {
        return amount_words(messages, shown.row.indicator, interval);
    }
    let rounded = interval.to_decimal().filter(|it| it.len() < 8).unwrap_or_else(|| interval.round(3));
    number_words(messages.language(), &rounded)
}

/// A line for each part of the population: what it is, and how much of it was drawn.
pub fn stratum_lines(messages: &Messages, shown: &ShownSample<'_>) -> Vec<String> {
    shown.sample.strata.iter().map(|it| stratum_line(messages, shown, it)).collect()
}

fn stratum_line(messages: &Messages, shown: &ShownSample<'_>, stratum: &Stratum) -> String {
    let name = stratum_words(messages, shown, stratum.kind);
    let values = [
        ("name", Arg::Text(&name)),
        ("drawn", Arg::Count(stratum.drawn)),
        ("count", Arg::Count(stratum.count)),
    ];
    let counts = messages.say("sample-stratum", &values);
    let totals = [&stratum.drawn_total, &stratum.total].map(|it| total_words(messages, shown, it));
    let [Some(drawn), Some(total)] = totals else { return counts };
    let values = [("counts", Arg::Text(&counts)), ("drawn", Arg::Text(&drawn)), ("total", Arg::Text(&total))];
    messages.say("sample-stratum-amounts", &values)
}

/// Why an item is in the sample, in a word.
pub(super) fn drawn_words(messages: &Messages, kind: StratumKind) -> String {
    messages.word(&format!("sample-item-{}", kind.word()))
}

/// What a part of the population is.
fn stratum_words(messages: &Messages, shown: &ShownSample<'_>, kind: StratumKind) -> String {
    let bound = match kind {
        StratumKind::Above => shown.sampling.selection.above.as_ref(),
        StratumKind::Certain => shown.sample.interval.as_ref(),
        StratumKind::Rest | StratumKind::Unreached => None,
    };
    let bound = bound.map(|it| amount_words(messages, shown.row.indicator, it)).unwrap_or_default();
    let has_others = shown.sample.strata.len() > 1;
    let word = if kind == StratumKind::Rest && !has_others { "all" } else { kind.word() };
    messages.say(&format!("sample-stratum-{word}"), &[("amount", Arg::Text(&bound))])
}
