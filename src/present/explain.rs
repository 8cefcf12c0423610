//! The explanation of a value for a terminal.

use anstyle::Style;

use super::reasons::{reason_words, remark_words};
use super::table::value_words;
use super::{
    Arg, Messages, day_words, notice_text, period_words, rule_sentence, unit_words, version_words, wrapped,
};
use crate::event::{Citation, Day, EntryId, Evidence};
use crate::figures::{Contribution, NotCounted, RowTable, Ruling, State, Version, target_history};

/// The explanation of a row as text.
pub fn explain_text(
    messages: &Messages,
    state: &State,
    ruling: &Ruling<'_>,
    row: &RowTable<'_>,
    as_at: Day,
    width: u16,
) -> String {
    let language = messages.language();
    let bold = Style::new().bold();
    let heading = row.indicator.heading.as_ref().map(|words| format!("{} — ", language.of(words)));
    let label = language.of(&row.indicator.label);
    let mut text = format!("{bold}{}{label}{bold:#}\n", heading.unwrap_or_default());
    let day = day_words(language, as_at);
    let value = value_words(messages, row);
    text.push_str(&messages.say("explain-value", &[("day", Arg::Text(&day)), ("value", Arg::Text(&value))]));
    text.push('\n');
    let rule = rule_sentence(messages, state, ruling, row.indicator);
    let status = messages.word(&format!("status-{}", row.indicator.status.word()));
    let values = [("rule", Arg::Text(&rule)), ("status", Arg::Text(&status))];
    text.push_str(&messages.say("explain-rule", &values));
    text.push('\n');
    if let Some(words) = &row.indicator.words {
        text.push_str(language.of(words));
        text.push('\n');
    }
    text.push_str(&targets(messages, state, ruling, row));
    let heads = [
        ("explain-contributions", row.value.contributions.len()),
        ("explain-notcounted", row.value.not_counted.len()),
    ];
    text.push_str(&format!("\n{}\n", messages.say(heads[0].0, &[("count", Arg::Count(heads[0].1))])));
    row.value.contributions.iter().for_each(|it| text.push_str(&contribution_line(messages, state, row, it)));
    if heads[1].1 > 0 {
        text.push_str(&format!("\n{}\n", messages.say(heads[1].0, &[("count", Arg::Count(heads[1].1))])));
        row.value.not_counted.iter().for_each(|it| text.push_str(&not_counted_line(messages, state, it)));
    }
    wrapped(&text, width) + &notice_text(messages, ruling.adopted.adoption.notice.as_ref(), width)
}

/// The target, with those before it that were revised and why.
fn targets(messages: &Messages, state: &State, ruling: &Ruling<'_>, row: &RowTable<'_>) -> String {
    let mut text = String::new();
    for dated in target_history(state, ruling, &row.indicator.id) {
        let value = unit_words(messages, row.indicator, &dated.target.value.exact());
        let since = day_words(messages.language(), dated.since);
        let values = [("value", Arg::Text(&value)), ("since", Arg::Text(&since))];
        text.push_str(&messages.say("explain-target", &values));
        if let Some(reason) = &dated.target.reason {
            let reason = messages.language().of(reason);
            text.push_str(&messages.say("explain-target-reason", &[("reason", Arg::Text(reason))]));
        }
        text.push('\n');
    }
    text
}

fn contribution_line(messages: &Messages, state: &State, row: &RowTable<'_>, it: &Contribution) -> String {
    let amount = unit_words(messages, row.indicator, &it.amount);
    let grade = messages.word(&format!("grade-{}", it.grade.word()));
    let remark = it.remark.map(|remark| format!(" · {}", remark_words(messages, remark))).unwrap_or_default();
    let period = period_words(messages, it.occurred);
    let about = about(messages, state, it.id);
    format!("  #{} · {period} · {amount} · {grade}{remark}{about}\n", it.sequence)
}

fn not_counted_line(messages: &Messages, state: &State, it: &NotCounted) -> String {
    let reason = reason_words(messages, &it.reason);
    let period = period_words(messages, it.occurred);
    let about = about(messages, state, it.id);
    format!("  #{} · {period} · {reason}{about}\n", it.sequence)
}

/// What an entry says, a line each: the activity, where it is printed, its
/// documents.
fn about(messages: &Messages, state: &State, id: EntryId) -> String {
    let Some(record) = state.record(id) else { return String::new() };
    let version = record.latest();
    let said = version_words(messages, state, record, version);
    format!("\n      {said}{}{}", cited(messages, version), backed(messages, version))
}

fn cited(messages: &Messages, version: &Version) -> String {
    version
        .content
        .citation()
        .map(|it| format!("\n      {}", citation_words(messages, it)))
        .unwrap_or_default()
}

/// The documents of an entry, a line each.
fn backed(messages: &Messages, version: &Version) -> String {
    let line = |document: &Evidence| {
        let kind = messages.word(&format!("evidence-{}", document.kind.word()));
        let values = [("name", Arg::Text(&document.name)), ("kind", Arg::Text(&kind))];
        format!("\n      {}", messages.say("explain-document", &values))
    };
    version.content.evidence().iter().map(line).collect()
}

fn citation_words(messages: &Messages, citation: &Citation) -> String {
    let section = citation.section.as_ref().map(|section| format!(", {section}")).unwrap_or_default();
    let line = citation.line.as_ref().map(|line| messages.say("citation-line", &[("line", Arg::Text(line))]));
    let words =
        citation.words.as_ref().map(|words| messages.say("citation-words", &[("words", Arg::Text(words))]));
    format!("{}{section}{}{}", citation.source, line.unwrap_or_default(), words.unwrap_or_default())
}
