//! All samples of a ledger whose tests are recorded.

use serde_json::{Value as Json, json};

use super::json::test_json;
use super::reference;
use super::results::test_words;
use crate::event::EntryId;
use crate::figures::{SampleRecord, Sampling, State, Tested};
use crate::plan::{Definition, DefinitionKind, Indicator};
use crate::present::json::joined;
use crate::present::{Arg, Messages, day_words, notice_json, wrapped};

/// A sample in one line: of what, how many items, drawn how.
pub fn sample_words(messages: &Messages, state: &State, sampling: &Sampling) -> String {
    let label = sample_indicator(state, sampling).map(|it| messages.language().of(&it.title()).to_owned());
    let label = label.unwrap_or_else(|| sampling.indicator.clone());
    let method = messages.word(&format!("sample-method-{}", sampling.selection.method.word()));
    let day = day_words(messages.language(), sampling.as_at);
    let values = [
        ("label", Arg::Text(&label)),
        ("day", Arg::Text(&day)),
        ("method", Arg::Text(&method)),
        ("items", Arg::Count(usize::try_from(sampling.selection.items).unwrap_or(usize::MAX))),
        ("seed", Arg::Text(&sampling.selection.seed)),
    ];
    messages.say("sample-words", &values)
}

/// The indicator that a sample is of, by its latest version.
pub fn sample_indicator<'a>(state: &'a State, sampling: &Sampling) -> Option<&'a Indicator> {
    match state.latest(DefinitionKind::Indicator, &sampling.indicator)? {
        (_, Definition::Indicator(indicator)) => Some(indicator),
        _ => None,
    }
}

/// The samples, a line each, with how much was tested and found.
pub fn samples_text(messages: &Messages, state: &State, width: u16) -> String {
    if state.samples().is_empty() {
        return wrapped(&messages.word("sample-none"), width) + "\n";
    }
    let lines = state.samples().iter().map(|sample| {
        let found = match sample.withdrawn {
            Some(_) => messages.word("journal-withdrawn"),
            None => sample_counts(messages, sample),
        };
        format!("#{} · {}\n      {found}\n", sample.sequence, sample_words(messages, state, &sample.sampling))
    });
    wrapped(&lines.collect::<String>(), width)
}

/// The same as `samples/1`.
pub fn samples_json(state: &State) -> Json {
    let each = state.samples().iter().map(|it| {
        let [tested, exceptions] = counts(it);
        json!({
            "asat": it.sampling.as_at.to_string(), "exceptions": exceptions, "id": it.id.to_string(),
            "indicator": it.sampling.indicator, "method": it.sampling.selection.method.word(),
            "reference": reference(&it.sampling).to_string(), "seed": it.sampling.selection.seed,
            "sequence": it.sequence, "size": it.sampling.size, "tested": tested,
            "wanted": it.sampling.selection.items, "withdrawn": it.withdrawn.is_some(),
        })
    });
    json!({
        "jalon": "samples/1", "notice": notice_json(state.notice()), "samples": each.collect::<Vec<_>>(),
    })
}

/// How much of a sample was tested, and found.
pub fn sample_counts(messages: &Messages, sample: &SampleRecord) -> String {
    let [tested, exceptions] = counts(sample);
    let values = [("tested", Arg::Count(tested)), ("exceptions", Arg::Count(exceptions))];
    messages.say("sample-counts", &values)
}

/// What auditors found last of an entry, a line for each sample.
pub fn tests_words(messages: &Messages, state: &State, entry: EntryId) -> Vec<String> {
    let line = |(sample, test): (&SampleRecord, &Tested)| {
        let found = test_words(messages, sample_indicator(state, &sample.sampling), test);
        let values = [
            ("entry", Arg::Shown(&test.sequence)),
            ("sample", Arg::Shown(&sample.sequence)),
            ("found", Arg::Text(&found)),
        ];
        messages.say("show-tested", &values)
    };
    state.tests_of(entry).map(line).collect()
}

/// The same for programs.
pub fn tests_json(state: &State, entry: EntryId) -> Vec<Json> {
    let one = |(sample, test): (&SampleRecord, &Tested)| {
        let of = json!({"sample": sample.sequence});
        joined(of, Some(test_json(test)))
    };
    state.tests_of(entry).map(one).collect()
}

/// How many items were tested, and of how many something was found.
fn counts(sample: &SampleRecord) -> [usize; 2] {
    let mut entries: Vec<EntryId> = sample.tests.iter().map(|test| test.entry).collect();
    entries.sort_unstable();
    entries.dedup();
    let found = entries.iter().filter(|id| sample.last_test(**id).is_some_and(|test| test.exception)).count();
    [entries.len(), found]
}
