//! What is to be settled before something is printed, for people and for
//! programs.
//!
//! ```text
//! Reconciliation ──written──▶ places, arithmetic, what would agree, who settles
//!                               ├──▶ here: text      ├──▶ markdown.rs
//!                               └──▶ json.rs         └──▶ sheet.rs: a list to fill in
//! ```

mod agreeing;
mod arithmetic;
mod cited;
mod comparisons;
mod json;
mod markdown;
mod said;
mod written;

pub use json::reconciliation_json;
pub use markdown::reconciliation_markdown;

use std::collections::BTreeMap;

use super::scope::scope_text;
use super::table::foot;
use super::{Arg, Messages, notice_text, wrapped};
use crate::audit::{FindingKind, PrintedFinding, Reconciliation, Verdict};
use crate::exchange::Tied;
use crate::figures::Table;
use crate::plan::Near;
use cited::numbered;
use comparisons::comparison_text;
use written::{Written, written};

/// What is to be settled, then what cannot be compared; what agrees only where
/// all is wanted.
pub fn reconciliation_text(
    messages: &Messages,
    table: &Table<'_>,
    found: &Reconciliation<'_>,
    tied: &BTreeMap<usize, Tied>,
    all: bool,
    width: u16,
) -> String {
    let adoption = &table.ruling.adopted.adoption;
    let mut text = scope_text(messages, &table.scope, width);
    for (number, finding) in (1..).zip(&found.findings) {
        text.push_str(&wrapped(&finding_text(messages, found, finding, number), width));
        text.push('\n');
    }
    let shown = found.comparisons.iter().filter(|it| match it.verdict {
        Verdict::Agrees => all,
        Verdict::Unchecked => true,
        // It is told above, with what it comes from.
        Verdict::Differs => false,
    });
    shown.for_each(|it| text.push_str(&wrapped(&comparison_text(messages, it), width)));
    for line in untied(messages, found, tied) {
        text.push_str(&(wrapped(&line, width) + "\n"));
    }
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
    let said = [Some(totals(messages, found)), by_words(messages, tied)];
    said.iter().flatten().for_each(|line| text.push_str(&(wrapped(line, width) + "\n")));
    text.push_str(&foot(messages, adoption, table.size, table.head, width));
    text + &notice_text(messages, adoption.notice.as_ref(), width)
}

/// A finding in words.
pub struct SettlingLine {
    /// Of which kind.
    pub kind: String,
    /// What people call the measure; empty where it has no name.
    pub subject: String,
    /// Each place with what it says.
    pub places: Vec<String>,
    /// The arithmetic.
    pub arithmetic: String,
    /// What would make it agree; empty where that cannot be computed.
    pub agrees: String,
    /// Who can settle it.
    pub settler: String,
}

/// The findings in words, in their order.
pub fn settling_lines(messages: &Messages, found: &Reconciliation<'_>) -> Vec<SettlingLine> {
    let line = |finding: &PrintedFinding<'_>| {
        let Written { subject, places, arithmetic, agrees, settler } = written(messages, found, finding);
        let kind = title(messages, finding.kind);
        SettlingLine { kind, subject, places, arithmetic, agrees: agrees.unwrap_or_default(), settler }
    };
    found.findings.iter().map(line).collect()
}

/// Which columns of a draft hold numbers that were not read; none where all were.
pub fn settling_unread(messages: &Messages, unread: &[String]) -> Option<String> {
    let columns = unread.join(", ");
    (!unread.is_empty()).then(|| messages.say("reconcile-unread", &[("columns", Arg::Text(&columns))]))
}

/// How many findings there are, how many figures agree with the entries, and how
/// many numbers are tied by their words.
pub fn settling_totals(
    messages: &Messages,
    found: &Reconciliation<'_>,
    tied: &BTreeMap<usize, Tied>,
) -> Vec<String> {
    let totals = totals(messages, found);
    totals.lines().map(str::to_owned).chain(by_words(messages, tied)).collect()
}

/// The numbers that are tied to nothing, each with what it may be of.
pub fn settling_untied(
    messages: &Messages,
    found: &Reconciliation<'_>,
    tied: &BTreeMap<usize, Tied>,
) -> Vec<String> {
    untied(messages, found, tied)
}

fn finding_text(
    messages: &Messages,
    found: &Reconciliation<'_>,
    finding: &PrintedFinding<'_>,
    number: usize,
) -> String {
    let Written { subject, places, arithmetic, agrees, settler } = written(messages, found, finding);
    let title = title(messages, finding.kind);
    let head = if subject.is_empty() { title } else { format!("{title} – {subject}") };
    let mut text = format!("{number}. {head}\n");
    for place in &places {
        text.push_str(&format!("      {place}\n"));
    }
    let by = messages.say("settle-by", &[("who", Arg::Text(&settler))]);
    for line in [Some(arithmetic), agrees, Some(by)].into_iter().flatten() {
        text.push_str(&format!("    {line}\n"));
    }
    text
}

fn title(messages: &Messages, kind: FindingKind) -> String {
    messages.word(&format!("settle-kind-{}", kind.word()))
}

/// How many figures agree with the entries, how many do not and how many cannot
/// be compared; and how many findings there are.
fn totals(messages: &Messages, found: &Reconciliation<'_>) -> String {
    let count = |verdict| found.comparisons.iter().filter(|it| it.verdict == verdict).count();
    let totals = [Verdict::Agrees, Verdict::Differs, Verdict::Unchecked].map(|verdict| {
        messages.say(&format!("reconcile-{}", verdict.word()), &[("count", Arg::Count(count(verdict)))])
    });
    let findings = messages.say("settle-count", &[("count", Arg::Count(found.findings.len()))]);
    let figures = messages.say("settle-figures", &[("totals", Arg::Text(&totals.join(", ")))]);
    format!("{findings}\n{figures}")
}

/// Of what a number may be that is tied to nothing.
fn perhaps(tied: &BTreeMap<usize, Tied>, at: usize) -> &[Near] {
    match tied.get(&at) {
        Some(Tied::Perhaps(near)) => near,
        Some(Tied::ByWords) | None => &[],
    }
}

/// How many numbers are tied by their words, where any are.
pub(super) fn by_words(messages: &Messages, tied: &BTreeMap<usize, Tied>) -> Option<String> {
    let count = tied.values().filter(|it| **it == Tied::ByWords).count();
    (count > 0).then(|| messages.say("settle-tied", &[("count", Arg::Count(count))]))
}

/// Numbers that belong to nothing known, each with what it may be of.
pub(super) fn untied(
    messages: &Messages,
    found: &Reconciliation<'_>,
    tied: &BTreeMap<usize, Tied>,
) -> Vec<String> {
    let printed = found.untied.iter().filter_map(|&at| Some((at, found.printed.get(at)?)));
    let line = |(at, it)| {
        let place = numbered(messages, it);
        let near: Vec<String> = perhaps(tied, at)
            .iter()
            .map(|near| format!("{} ({})", messages.language().of(&near.label), near.id))
            .collect();
        if near.is_empty() {
            return messages.say("settle-untied", &[("place", Arg::Text(&place))]);
        }
        let values = [("place", Arg::Text(place.as_str())), ("near", Arg::Text(&near.join(", ")))];
        messages.say("settle-untied-near", &values)
    };
    printed.map(line).collect()
}
