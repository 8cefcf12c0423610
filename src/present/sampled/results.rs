//! What was found of the items of a sample, and what that comes to in the whole.

use super::ShownSample;
use super::parameters::amount_words;
use crate::figures::{NoProjection, Projection, StratumKind, Tainted, Tested, projection};
use crate::plan::Indicator;
use crate::present::{Arg, Messages, day_words, percent_words};

/// What was found of an item, in one line.
pub fn test_words(messages: &Messages, indicator: Option<&Indicator>, test: &Tested) -> String {
    let verdict = messages.word(if test.exception { "sample-exception" } else { "sample-agrees" });
    let on = test.on.map(|on| {
        let day = day_words(messages.language(), on);
        messages.say("sample-tested-on", &[("day", Arg::Text(&day))])
    });
    let audited = test.audited.as_ref().zip(indicator).map(|(amount, indicator)| {
        let amount = amount_words(messages, indicator, amount);
        messages.say("sample-audited", &[("amount", Arg::Text(&amount))])
    });
    let said = [Some(verdict), on, audited, test.remark.as_ref().map(|it| it.replace('\n', " "))];
    said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How much was tested, and the errors that were found projected to the whole: an
/// estimate, with how it is made.
pub fn projection_lines(messages: &Messages, shown: &ShownSample<'_>) -> Vec<String> {
    let Some(record) = shown.record else { return vec![] };
    let tests = shown.sample.items.iter().filter_map(|it| shown.test(it.contribution.id));
    let (mut tested, mut exceptions) = (0_usize, 0_usize);
    for test in tests {
        tested += 1;
        exceptions += usize::from(test.exception);
    }
    let values = [
        ("tested", Arg::Count(tested)),
        ("count", Arg::Count(shown.sample.items.len())),
        ("exceptions", Arg::Count(exceptions)),
        ("entry", Arg::Shown(&record.sequence)),
    ];
    let mut lines = vec![messages.say("sample-results", &values)];
    let method = shown.sampling.selection.method;
    match projection(method, shown.sample, |id| shown.test(id)) {
        Ok(projection) => lines.extend(projected(messages, shown, &projection)),
        Err(NoProjection::NotByUnit) => {}
        Err(NoProjection::Untested(count)) => {
            lines.push(messages.say("sample-untested", &[("count", Arg::Count(count))]));
        }
        Err(NoProjection::NoAmount(entry)) => {
            lines.push(messages.say("sample-no-amount", &[("entry", Arg::Shown(&entry))]));
        }
    }
    lines
}

fn projected(messages: &Messages, shown: &ShownSample<'_>, projection: &Projection) -> Vec<String> {
    let words = |amount| amount_words(messages, shown.row.indicator, amount);
    let [total, known, estimated] = [&projection.total, &projection.known, &projection.projected].map(words);
    let values =
        [("total", Arg::Text(&total)), ("known", Arg::Text(&known)), ("projected", Arg::Text(&estimated))];
    let mut lines = vec![messages.say("sample-projection", &values)];
    lines.extend(projection.tainted.iter().map(|it| format!("  {}", tainted(messages, shown, it))));
    if !projection.tainted.is_empty() {
        lines.push(messages.word("sample-formula"));
    }
    if shown.sample.strata.iter().any(|it| it.kind == StratumKind::Unreached) {
        lines.push(messages.word("sample-projection-without"));
    }
    lines
}

fn tainted(messages: &Messages, shown: &ShownSample<'_>, it: &Tainted) -> String {
    let words = |amount| amount_words(messages, shown.row.indicator, amount);
    let [amount, audited, projected] = [&it.amount, &it.audited, &it.projected].map(words);
    let interval = shown.sample.interval.as_ref().map(words).unwrap_or_default();
    let tainting = percent_words(messages, &it.tainting, 2);
    let values = [
        ("entry", Arg::Shown(&it.sequence)),
        ("amount", Arg::Text(&amount)),
        ("audited", Arg::Text(&audited)),
        ("tainting", Arg::Text(&tainting)),
        ("interval", Arg::Text(&interval)),
        ("projected", Arg::Text(&projected)),
    ];
    messages.say(if it.stratum.is_whole() { "sample-known-error" } else { "sample-tainted" }, &values)
}
