//! Rows that were left out of an import, as a file in which they can be mended.

use super::Messages;
use super::harmless::as_csv_text;
use crate::exchange::TableLines;

/// Why a line is refused: its sheet by name, of a workbook, and where it begins.
pub type LeftReason = ((Option<String>, usize), String);

/// The lines under their heads, each with its number and why it is refused, as CSV.
/// Spreadsheets take its first mark for UTF-8. Tables of several sheets stand below
/// each other.
pub fn left_csv(messages: &Messages, tables: &[TableLines], reasons: &[LeftReason]) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
    for table in tables {
        let name = table.sheet.as_ref().map(|(_, name)| name);
        let width = table.lines.iter().map(|(_, cells)| cells.len()).chain([table.heads.len()]).max();
        let mut write = |cells: &[String], last: [String; 2]| {
            let mut row: Vec<String> = cells.iter().map(|cell| as_csv_text(cell)).collect();
            row.resize(width.unwrap_or_default(), String::new());
            row.extend(last);
            // Writing into memory does not fail.
            let _ = writer.write_record(row);
        };
        write(&table.heads, [messages.word("web-import-left-line"), messages.word("web-import-left-why")]);
        for (line, cells) in &table.lines {
            let why = reasons.iter().filter(|((sheet, at), _)| sheet.as_ref() == name && at == line);
            let why: Vec<&str> = why.map(|(_, why)| why.as_str()).collect();
            write(cells, [line.to_string(), as_csv_text(&why.join(" · "))]);
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
