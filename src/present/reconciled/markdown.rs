//! What is to be settled, as a Markdown document for who prints.

use std::collections::BTreeMap;

use super::written::{Written, written};
use super::{by_words, title, totals, untied};
use crate::audit::{FindingKind, PrintedFinding, Reconciliation, Settler, Verdict};
use crate::exchange::Tied;
use crate::figures::Table;
use crate::present::markdown::typed;
use crate::present::printed::parameters;
use crate::present::scope::scope_lines;
use crate::present::{Arg, Messages, day_words};

/// The list to settle, by kind, with what could not be compared and what the
/// document rests on.
pub fn reconciliation_markdown(
    messages: &Messages,
    table: &Table<'_>,
    found: &Reconciliation<'_>,
    tied: &BTreeMap<usize, Tied>,
) -> String {
    let day = day_words(messages.language(), table.as_at);
    let label = messages.language().of(&table.ruling.adopted.adoption.label);
    let values = [("label", Arg::Text(label)), ("day", Arg::Text(day.as_str()))];
    let mut text = format!("# {}\n", typed(&messages.say("settle-title", &values)));
    for line in
        scope_lines(messages, &table.scope).iter().map(String::as_str).chain(totals(messages, found).lines())
    {
        text.push_str(&format!("\n{}\n", typed(line)));
    }
    if let Some(line) = by_words(messages, tied) {
        text.push_str(&format!("\n{}\n", typed(&line)));
    }
    text.push_str(&overview(messages, found));
    let mut number = 1;
    for kind in FindingKind::ALL {
        let of_kind: Vec<&PrintedFinding<'_>> = found.findings.iter().filter(|it| it.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        text.push_str(&format!("\n## {}\n", typed(&sentence(&title(messages, kind)))));
        text.push_str(&format!("\n{}\n", typed(&messages.word(&format!("settle-help-{}", kind.word())))));
        for finding in of_kind {
            text.push_str(&of_finding(messages, found, finding, number));
            number += 1;
        }
    }
    text.push_str(&unchecked(messages, found, tied));
    text.push_str(&format!("\n## {}\n\n", typed(&messages.word("settle-rests"))));
    // What is kept stays the same when another version of the program makes it.
    let program = messages.word("parameter-program");
    for it in parameters(messages, table, None).into_iter().filter(|it| it.name != program) {
        text.push_str(&format!("- **{}** {}\n", typed(&it.name), typed(&it.value)));
    }
    if let Some(notice) = &table.ruling.adopted.adoption.notice {
        text.push_str(&format!("\n> {}\n", typed(messages.language().of(notice))));
    }
    text
}

/// How many findings of each kind, with how many questions found none, and for
/// whom.
fn overview(messages: &Messages, found: &Reconciliation<'_>) -> String {
    let heads = ["settle-column-kind", "settle-column-found", "settle-column-agreeing", "settle-column-by"];
    let heads: Vec<String> = heads.iter().map(|id| typed(&messages.word(id))).collect();
    let mut text = format!("\n| {} |\n| :--- | ---: | ---: | :--- |\n", heads.join(" | "));
    for kind in FindingKind::ALL {
        let of_kind = found.findings.iter().filter(|it| it.kind == kind);
        let mut settlers: BTreeMap<Settler, usize> = BTreeMap::new();
        of_kind.clone().for_each(|it| *settlers.entry(it.settler).or_default() += 1);
        let settlers: Vec<String> =
            settlers.keys().map(|it| messages.word(&format!("settle-by-{}", it.word()))).collect();
        let agreeing = found.agreeing.get(&kind).map_or_else(|| "–".to_owned(), ToString::to_string);
        let title = sentence(&title(messages, kind));
        text.push_str(&format!(
            "| {} | {} | {agreeing} | {} |\n",
            typed(&title),
            of_kind.count(),
            typed(&settlers.join(", "))
        ));
    }
    text
}

fn of_finding(
    messages: &Messages,
    found: &Reconciliation<'_>,
    finding: &PrintedFinding<'_>,
    number: usize,
) -> String {
    let Written { subject, places, arithmetic, agrees, settler } = written(messages, found, finding);
    let subject = if subject.is_empty() { title(messages, finding.kind) } else { subject };
    let mut text = format!("\n### {number}. {}\n\n", typed(&subject));
    for place in &places {
        text.push_str(&format!("- {}\n", typed(place)));
    }
    let named = |id: &str, line: &str| format!("**{}** {}", typed(&messages.word(id)), typed(line));
    let lines: Vec<String> = [
        Some(named("settle-name-arithmetic", &arithmetic)),
        agrees.map(|line| typed(&sentence(&line))),
        Some(named("settle-name-by", &settler)),
    ]
    .into_iter()
    .flatten()
    .collect();
    text.push_str(&format!("\n{}\n", lines.join("  \n")));
    text
}

/// What could not be compared, and why there is nothing to compare it with.
fn unchecked(messages: &Messages, found: &Reconciliation<'_>, tied: &BTreeMap<usize, Tied>) -> String {
    let of_entries = found.comparisons.iter().filter(|it| it.verdict == Verdict::Unchecked);
    let mut lines: Vec<String> = of_entries
        .map(|it| {
            let place = super::cited::place(messages, &it.printed);
            let label = messages.language().of(&it.label);
            let values = [
                ("place", Arg::Text(place.as_str())),
                ("what", Arg::Text(label)),
                ("shown", Arg::Text(&it.shown)),
            ];
            messages.say("settle-unchecked", &values)
        })
        .collect();
    lines.extend(untied(messages, found, tied));
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!("\n## {}\n\n", typed(&messages.word("settle-unchecked-title")));
    for line in &lines {
        text.push_str(&format!("- {}\n", typed(line)));
    }
    text
}

/// A text that begins with a capital.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
