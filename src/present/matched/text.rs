//! A list beside the ledger, for a terminal.

use super::ShownMatch;
use super::words::{count_lines, item_words, match_title, row_words, why_words};
use crate::present::table::title_text;
use crate::present::{Messages, notice_text, on_lines, wrapped};

/// The comparison, of at most `width` columns: what wants a look first.
pub fn matched_text(messages: &Messages, shown: &ShownMatch<'_>, all: bool, width: u16) -> String {
    let mut text = title_text(&match_title(messages, shown), width);
    let mut body = on_lines("", count_lines(messages, shown));
    let section = |body: &mut String, id: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            body.push_str(&format!("\n{}\n{}", messages.word(id), lines.concat()));
        }
    };
    let row = |at: &usize| {
        let row = &shown.rows[*at];
        format!("  {} · {}\n", row.spot.within(), row_words(messages, row))
    };
    section(
        &mut body,
        "match-head-missing-in-ledger",
        shown.matched.missing_in_ledger.iter().map(row).collect(),
    );
    let item = |at: &usize| format!("  {}\n", item_words(messages, shown, &shown.items[*at]));
    section(
        &mut body,
        "match-head-missing-in-list",
        shown.matched.missing_in_list.iter().map(item).collect(),
    );
    let pairs = |exact: bool| {
        let of = shown.matched.pairs.iter().filter(move |pair| pair.likeness.is_exact == exact);
        of.map(|pair| {
            let (own, why) =
                (item_words(messages, shown, &shown.items[pair.item]), why_words(messages, pair));
            format!("{}      {own}\n      {why}\n", row(&pair.row))
        })
        .collect::<Vec<String>>()
    };
    section(&mut body, "match-head-near", pairs(false));
    if all {
        section(&mut body, "match-head-exact", pairs(true));
    }
    text.push_str(&wrapped(&body, width));
    text + &notice_text(messages, shown.state.notice(), width)
}
