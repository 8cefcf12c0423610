//! A report as GitHub-flavoured Markdown.

use super::{Block, Item, Part, Report, Rows, words};
use crate::present::markdown::{row, typed};

/// The report as a Markdown document.
pub fn report_markdown(report: &Report) -> String {
    let mut text = format!("# {}\n", typed(&report.title));
    for line in &report.above {
        text.push_str(&format!("\n{}\n", typed(line)));
    }
    for part in &report.parts {
        text.push_str(&part_text(part));
    }
    text.push_str("\n---\n\n");
    for it in &report.parameters {
        text.push_str(&format!("- **{}** {}\n", typed(&it.name), typed(&it.value)));
    }
    if let Some(notice) = &report.notice {
        text.push_str(&format!("\n> {}\n", typed(notice)));
    }
    text
}

fn part_text(part: &Part) -> String {
    let count = part.count.map(|count| format!(" ({count})")).unwrap_or_default();
    let mut text = format!("\n## {}{count}\n", typed(&part.title));
    if let Some(about) = &part.about {
        text.push_str(&format!("\n*{}*\n", typed(about)));
    }
    for block in &part.blocks {
        text.push('\n');
        text.push_str(&block_text(block));
    }
    text
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Said(said) => format!("{}\n", typed(said)),
        Block::Facts(facts) => {
            let line = |(name, value): &(String, Vec<super::Run>)| {
                format!("- **{}** {}\n", typed(name), typed(&words(value)))
            };
            facts.iter().map(line).collect()
        }
        Block::Rows(rows) => rows_text(rows),
        Block::Entries(items) => items.iter().map(item_text).collect(),
        Block::Blank(asked) => format!("**{}**\n\n\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n", typed(asked)),
    }
}

fn item_text(item: &Item) -> String {
    let lines = item.lines.iter().map(|line| format!("  {}  \n", typed(&words(line))));
    format!("- #{} · {}  \n{}", item.place, typed(&item.head), lines.collect::<String>())
}

fn rows_text(rows: &Rows) -> String {
    let mut text = row(rows.heads.iter().map(|head| typed(head)));
    let rule = |at: usize| if at == 0 { ":---" } else { "---:" };
    text.push_str(&row((0..rows.heads.len()).map(|at| rule(at).to_owned())));
    for cells in &rows.rows {
        text.push_str(&row(cells.iter().map(|cell| typed(&cell.words))));
    }
    text
}
