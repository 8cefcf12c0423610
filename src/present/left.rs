//! Rows that were left out of an import, as a file in which they can be mended and
//! that is imported as it is.

use super::{Language, Messages};
use crate::exchange::{LinesOf, TableLines, marked};

/// Why a line is refused: its sheet by name, of a workbook, and where it begins.
pub type LeftReason = ((Option<String>, usize), String);

/// A line of the file: its cells, by the heads under which they stand, its place
/// and why it is refused.
struct Left<'a> {
    cells: Vec<(&'a str, &'a str)>,
    last: [String; 2],
}

/// The lines under their heads, each with its number and why it is refused, as CSV
/// with the separator that spreadsheets expect in this language. They take its first
/// mark for UTF-8. Activities of several sheets stand under one row of heads; totals
/// and bodies, which are other tables, below them under their own.
pub fn left_csv(messages: &Messages, tables: &[TableLines], reasons: &[LeftReason]) -> String {
    let separator = match messages.language() {
        Language::French => b';',
        Language::English => b',',
    };
    // Quotes around all keep the marks within from being counted as separators.
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .delimiter(separator)
        .quote_style(csv::QuoteStyle::Always)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for kind in [LinesOf::Activities, LinesOf::Totals, LinesOf::Bodies] {
        let tables: Vec<&TableLines> = tables.iter().filter(|table| table.holds == kind).collect();
        let mut heads: Vec<&str> = Vec::new();
        for head in tables.iter().flat_map(|table| &table.heads) {
            if !head.trim().is_empty() && !heads.contains(&head.as_str()) {
                heads.push(head);
            }
        }
        if tables.is_empty() {
            continue;
        }
        let own = ["web-import-left-line", "web-import-left-why"].map(|id| messages.word(id));
        let named = heads.iter().map(|head| marked(head)).chain(own);
        // Writing into memory does not fail.
        let _ = writer.write_record(named);
        for left in tables.iter().flat_map(|table| lines(table, reasons, tables.len() > 1)) {
            let cell = |head: &&str| left.cells.iter().find(|(of, _)| of == head).map_or("", |(_, it)| *it);
            let cells = heads.iter().map(|head| marked(cell(head)));
            let _ = writer.write_record(cells.chain(left.last.iter().map(|it| marked(it))));
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The lines of a table; among several each says its sheet.
fn lines<'a>(
    table: &'a TableLines,
    reasons: &'a [LeftReason],
    says_sheet: bool,
) -> impl Iterator<Item = Left<'a>> {
    let name = table.sheet.as_ref().map(|(_, name)| name);
    table.lines.iter().map(move |(line, cells)| {
        let why = reasons.iter().filter(|((sheet, at), _)| sheet.as_ref() == name && at == line);
        let why: Vec<&str> = why.map(|(_, why)| why.as_str()).collect();
        let place = match name.filter(|_| says_sheet) {
            Some(name) => format!("{name}!{line}"),
            None => line.to_string(),
        };
        let cells = table.heads.iter().map(String::as_str).zip(cells.iter().map(String::as_str));
        Left { cells: cells.collect(), last: [place, why.join(" · ")] }
    })
}
