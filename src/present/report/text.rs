//! A report for a terminal.

use anstyle::Style;

use super::{Block, Item, Part, Report, Rows, words};
use crate::present::grid::{Column, Grid};
use crate::present::lines::on_lines;
use crate::present::table::title_text;
use crate::present::{Messages, count_words, wrapped};

/// The widest that a column of numbers or of marks is made.
const MOST: usize = 22;
/// Where rows are too wide for a line, each cell stands on one of its own.
const LEAST_FIRST: u16 = 24;

/// The report as text of at most `width` columns.
pub fn report_text(messages: &Messages, report: &Report, width: u16) -> String {
    let mut text = title_text(&report.title, width);
    text.push_str(&wrapped(&on_lines("", &report.above), width));
    for part in &report.parts {
        text.push_str(&part_text(messages, part, width));
    }
    let dim = Style::new().dimmed();
    text.push_str(&format!("\n{dim}{}{dim:#}\n", wrapped(&report.foot, width)));
    if let Some(notice) = &report.notice {
        text.push_str(&format!("{}\n", wrapped(notice, width)));
    }
    text
}

fn part_text(messages: &Messages, part: &Part, width: u16) -> String {
    let bold = Style::new().bold();
    let count = part.count.map(|count| format!(" · {}", count_words(messages.language(), count as u64)));
    let title = wrapped(&format!("{}{}", part.title, count.unwrap_or_default()), width);
    let mut text = format!("\n{bold}{title}{bold:#}\n");
    if let Some(about) = &part.about {
        text.push_str(&wrapped(&on_lines("  ", [about]), width));
    }
    for block in &part.blocks {
        text.push_str(&block_text(messages, block, width));
    }
    text
}

fn block_text(messages: &Messages, block: &Block, width: u16) -> String {
    match block {
        Block::Said(said) => wrapped(&on_lines("  ", [said]), width),
        Block::Facts(facts) => {
            let line = |(name, value): &(String, Vec<super::Run>)| {
                crate::present::activity::labelled(messages, name, &words(value))
            };
            wrapped(&on_lines("  ", facts.iter().map(line)), width)
        }
        Block::Rows(rows) => rows_text(messages, rows, width),
        Block::Entries(items) => items.iter().map(|item| wrapped(&item_text(item), width)).collect(),
        Block::Blank(asked) => {
            let line = "_".repeat(usize::from(width.saturating_sub(4)).min(76));
            wrapped(&on_lines("  ", [asked]), width) + &format!("  {line}\n")
        }
    }
}

fn item_text(item: &Item) -> String {
    let lines = item.lines.iter().map(|line| words(line));
    let head = if item.head.is_empty() { String::new() } else { format!(" · {}", item.head) };
    format!("  #{}{head}\n{}", item.place, on_lines("      ", lines))
}

fn rows_text(messages: &Messages, rows: &Rows, width: u16) -> String {
    let cells: Vec<Vec<String>> =
        rows.rows.iter().map(|row| row.iter().map(|cell| cell.words.clone()).collect()).collect();
    let wide = |at: usize| {
        let all = cells.iter().filter_map(|row| row.get(at)).chain(rows.heads.get(at));
        let widest = all.map(|cell| cell.chars().count()).max().unwrap_or(0).min(MOST);
        u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(2)
    };
    let columns: Vec<Column> = (1..rows.heads.len()).map(|at| Column::Number(wide(at))).collect();
    let taken: u16 = (1..rows.heads.len()).map(wide).sum();
    if width < taken + LEAST_FIRST {
        return stacked(messages, rows, &cells, width);
    }
    let grid = Grid::new(width, &columns);
    let mut text = grid.row(2, rows.heads.clone(), Style::new().dimmed());
    text.extend(cells.into_iter().map(|row| grid.row(2, row, Style::new())));
    text
}

/// Each row as a line for each of its cells that says something.
fn stacked(messages: &Messages, rows: &Rows, cells: &[Vec<String>], width: u16) -> String {
    let mut text = String::new();
    for row in cells {
        let Some((first, others)) = row.split_first() else { continue };
        let named = rows.heads.iter().skip(1).zip(others).filter(|(_, cell)| !cell.is_empty());
        let named: Vec<String> =
            named.map(|(head, cell)| crate::present::activity::labelled(messages, head, cell)).collect();
        text.push_str(&wrapped(&on_lines("  ", [first]), width));
        text.push_str(&wrapped(&on_lines("      ", [named.join(" · ")]), width));
    }
    text
}
