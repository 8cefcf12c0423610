//! The table as GitHub-flavoured Markdown. What people typed is text and
//! nothing else: no link, no mark-up, no other column.

use super::harmless::without_turns;
use super::printed::{Block, Column, Line, Part, Printed};

/// The table as a Markdown document.
pub fn markdown(printed: &Printed) -> String {
    let mut text = format!("# {}\n", typed(&printed.title));
    let said = printed.scope.iter().chain(&printed.summary);
    said.for_each(|line| text.push_str(&format!("\n{}\n", typed(line))));
    for part in &printed.parts {
        text.push_str(&part_text(printed, part));
    }
    text.push('\n');
    printed.notes.iter().for_each(|note| text.push_str(&format!("- {}\n", typed(note))));
    text.push('\n');
    for it in &printed.parameters {
        text.push_str(&format!("- **{}** {}\n", typed(&it.name), typed(&it.value)));
    }
    if let Some(notice) = &printed.notice {
        text.push_str(&format!("\n> {}\n", typed(notice)));
    }
    text
}

fn part_text(printed: &Printed, part: &Part) -> String {
    let number = part.number.as_deref().map(|it| format!("{it} ")).unwrap_or_default();
    let mut text = format!("\n## {}\n\n", typed(&format!("{number}{}", part.title)));
    text.push_str(&row(printed.columns.iter().map(|column| typed(&column.words))));
    text.push_str(&row(printed.columns.iter().map(|column| rule(column).to_owned())));
    for block in &part.blocks {
        text.push_str(&block_text(printed, part, block));
    }
    text
}

/// Which way a column is set.
const fn rule(column: &Column) -> &'static str {
    if column.holds.is_number() { "---:" } else { ":---" }
}

fn block_text(printed: &Printed, part: &Part, block: &Block) -> String {
    let width = printed.columns.len();
    let mut text = String::new();
    // A group that is the whole part has its label in the part's title.
    let says_more = block.cells.iter().skip(1).any(|cell| !cell.is_empty());
    let is_part = block.cells.first() == Some(&part.title) && !says_more;
    if !block.cells.is_empty() && !is_part {
        text.push_str(&row(padded(block.cells.iter().map(|cell| strong(cell)), width)));
    }
    for line in &block.lines {
        if let Some(heading) = &line.heading {
            text.push_str(&row(padded([format!("*{}*", typed(heading))], width)));
        }
        text.push_str(&row(padded(line_cells(line), width)));
    }
    text
}

fn line_cells(line: &Line) -> Vec<String> {
    // An em space is kept at the beginning of a cell, a space is not.
    let indent = if line.is_under { "\u{2003}" } else { "" };
    let cells = line.cells.iter().enumerate();
    cells.map(|(at, cell)| if at == 0 { format!("{indent}{}", typed(cell)) } else { shown(cell) }).collect()
}

fn strong(cell: &str) -> String {
    if cell.is_empty() { String::new() } else { format!("**{}**", typed(cell)) }
}

fn padded(cells: impl IntoIterator<Item = String>, width: usize) -> Vec<String> {
    let mut cells: Vec<String> = cells.into_iter().collect();
    cells.resize(width, String::new());
    cells
}

pub(super) fn row(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().collect();
    format!("| {} |\n", cells.join(" | "))
}

/// What means something in Markdown where it is written by a person.
const MARKS: &str = "\\`*_{}[]<>|~&$#!^=@";

/// What a person may have written, as text: of one line without spaces before it, every mark
/// escaped, and what would make a link of itself: an address, with or without `www.`
pub(super) fn typed(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, letter) in without_turns(text).trim_start().chars().enumerate() {
        match letter {
            '\n' => safe.push(' '),
            letter if MARKS.contains(letter) => safe.extend(['\\', letter]),
            // At the beginning of a line these make lists and rules.
            '+' | '-' if at == 0 => safe.extend(['\\', letter]),
            letter => safe.push(letter),
        }
    }
    safe = safe.replace("://", "\\://").replace("www.", "www\\.");
    escaped_number(&safe)
}

/// A number at the beginning of a line, with a point behind it, makes a list.
fn escaped_number(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    match text.get(digits..) {
        Some(rest) if digits > 0 && rest.starts_with(['.', ')']) => format!("{}\\{rest}", &text[..digits]),
        _ => text.to_owned(),
    }
}

/// What the program wrote: numbers with their unit, whose symbol stays as it is.
fn shown(text: &str) -> String {
    let escape = |letter| if "\\`*_[]<>|~&".contains(letter) { vec!['\\', letter] } else { vec![letter] };
    without_turns(text).replace('\n', " ").chars().flat_map(escape).collect()
}
