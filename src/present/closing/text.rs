//! The notice of a closed year at a terminal.

use super::ClosingNotice;
use super::page::drawn;
use crate::present::table::title_text;
use crate::present::{Arg, Messages, wrapped};

/// The notice for people at a terminal.
pub fn closing_text(messages: &Messages, notice: &ClosingNotice, width: u16) -> String {
    let mut text = title_text(&notice.title, width);
    text.push_str(&wrapped(&format!("{}\n\n", notice.of), width));
    let value = notice.rows.iter().map(|row| row.value.chars().count()).max().unwrap_or_default();
    for row in &notice.rows {
        let line = format!("  {:>value$}  {:<3} {} · {}\n", row.value, row.grade, row.label, row.rule);
        text.push_str(&wrapped(&line, width));
    }
    if let Some(others) = &notice.others {
        text.push_str(&wrapped(&format!("\n{others}\n"), width));
    }
    text.push('\n');
    for (name, value) in &notice.facts {
        let values = [("name", Arg::Text(name)), ("value", Arg::Text(value))];
        text.push_str(&wrapped(&format!("{}\n", messages.say("closing-fact", &values)), width));
    }
    text.push_str(&wrapped(&format!("\n{}\n", notice.root_words), width));
    text.push_str(&wrapped(&format!("\n{}\n\n", notice.asks), width));
    text.push_str(&notice.checkpoint);
    if let Some(picture) = drawn(&notice.checkpoint, width) {
        text.push_str(&format!("\n{picture}\n"));
    }
    text
}
