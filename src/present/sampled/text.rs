//! A sample for a terminal.

use super::ShownSample;
use super::item::{Item, has_amounts};
use super::parameters::{amount_words, drawn_words, sample_parameters, stratum_lines};
use super::results::{projection_lines, test_words};
use crate::figures::Drawn;
use crate::present::table::title_text;
use crate::present::{Arg, Messages, day_words, notice_text, on_lines, period_words, wrapped};

/// The sample, of at most `width` columns.
pub fn sample_text(messages: &Messages, shown: &ShownSample<'_>, width: u16) -> String {
    let mut text = title_text(&messages.word("sample-title"), width);
    let parameters = sample_parameters(messages, shown).into_iter().map(|it| {
        messages.say("field-value", &[("label", Arg::Text(&it.name)), ("value", Arg::Text(&it.value))])
    });
    let mut body = on_lines("", parameters);
    body.push_str(&format!("\n{}\n", messages.word("sample-strata")));
    body.push_str(&on_lines("  ", stratum_lines(messages, shown)));
    let count = [("count", Arg::Count(shown.sample.items.len()))];
    body.push_str(&format!("\n{}\n", messages.say("sample-items", &count)));
    for (nth, drawn) in (1_usize..).zip(&shown.sample.items) {
        let mut lines = item_lines(messages, shown, drawn).into_iter();
        let head = lines.next().unwrap_or_default();
        body.push_str(&format!("  {nth}. {head}\n{}", on_lines("      ", lines)));
    }
    let results = projection_lines(messages, shown);
    if !results.is_empty() {
        body.push_str(&format!("\n{}", on_lines("", results)));
    }
    text.push_str(&wrapped(&body, width));
    text + &notice_text(messages, shown.ruling.adopted.adoption.notice.as_ref(), width)
}

/// What is said of an item, a line each; the first says which it is.
pub fn item_lines(messages: &Messages, shown: &ShownSample<'_>, drawn: &Drawn) -> Vec<String> {
    let item = Item::of(shown, &drawn.contribution);
    let it = item.it;
    let amount = has_amounts(shown).then(|| amount_words(messages, shown.row.indicator, &it.amount));
    let stratum = (shown.sample.strata.len() > 1).then(|| drawn_words(messages, drawn.stratum));
    let grade = messages.word(&format!("grade-{}", it.grade.word()));
    let head = [Some(format!("#{}", it.sequence)), Some(period_words(messages, it.occurred)), amount]
        .into_iter()
        .chain([Some(grade), stratum])
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let mut lines = vec![head, item.said(messages, shown)];
    lines.extend(
        [item.subject(messages, shown), item.citation(messages)].into_iter().filter(|it| !it.is_empty()),
    );
    lines.extend(item.documents().iter().map(|document| {
        let kind = messages.word(&format!("evidence-{}", document.kind.word()));
        let values = [("name", Arg::Text(&document.name)), ("kind", Arg::Text(&kind))];
        messages.say("explain-document", &values)
    }));
    if let Some(version) = item.version {
        let day = day_words(messages.language(), version.recorded);
        let by = shown.recorders.words(messages, version.author.user);
        lines.push(messages.say("recorded-on", &[("when", Arg::Text(&day)), ("by", Arg::Text(&by))]));
    }
    if let Some(test) = shown.test(it.id) {
        let found = test_words(messages, Some(shown.row.indicator), test);
        let values = [("entry", Arg::Shown(&test.sequence)), ("found", Arg::Text(&found))];
        lines.push(messages.say("sample-found", &values));
    }
    lines
}
