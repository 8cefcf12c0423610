//! Where something stands in a file, for messages.

use std::fmt;

use crate::plan::PlanFileError;

/// `FILE:LINE:COLUMN`, both from 1; `FILE:Sheet!C7` in a workbook. Without a
/// line it is the file, or the sheet, as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The file as it was named.
    pub file: String,
    /// The sheet, of a workbook.
    pub sheet: Option<Box<SheetPlace>>,
    /// The line, or the sheet's row; 0 for the whole.
    pub line: usize,
    /// The column, in characters, or the sheet's column.
    pub column: usize,
}

/// A sheet of a workbook.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SheetPlace {
    /// Which of them it is, from 0.
    pub index: usize,
    /// Its name.
    pub name: String,
}

impl Spot {
    /// A place in a text.
    pub fn new(file: &str, line: usize, column: usize) -> Self {
        Self { file: file.to_owned(), sheet: None, line, column }
    }

    /// A file as a whole.
    pub fn whole(file: &str) -> Self {
        Self::new(file, 0, 0)
    }
}

/// The spot of a byte of a text.
pub fn spot(file: &str, text: &str, byte: usize) -> Spot {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = &text[..end];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Spot::new(file, before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// What is wrong with a plan or register file, each where it stands.
pub fn spotted(file: &str, text: &str, errors: Vec<PlanFileError>) -> Vec<(Spot, PlanFileError)> {
    errors.into_iter().map(|error| (spot(file, text, error.span.start), error)).collect()
}

impl Spot {
    /// The place within its file: `7:3`, `Sheet!C7`; nothing for the whole.
    pub fn within(&self) -> String {
        match &self.sheet {
            None if self.line == 0 => String::new(),
            None => format!("{}:{}", self.line, self.column),
            Some(sheet) if self.line == 0 => quoted(&sheet.name),
            Some(sheet) => format!("{}!{}", quoted(&sheet.name), self.cell()),
        }
    }

    /// The cell within its sheet, `C7`; nothing where it is in none.
    pub fn cell(&self) -> String {
        let has_cell = self.sheet.is_some() && self.line > 0;
        if has_cell { format!("{}{}", letters(self.column), self.line) } else { String::new() }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let within = self.within();
        if within.is_empty() { f.write_str(&self.file) } else { write!(f, "{}:{within}", self.file) }
    }
}

/// The name of a sheet as formulas spell it: between apostrophes where it is
/// more than one word.
fn quoted(name: &str) -> String {
    // A place is printed: nothing in a name may steer a terminal.
    let name: String = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let is_plain = name.chars().all(|it| it.is_alphanumeric() || it == '_')
        && name.starts_with(|first: char| first.is_alphabetic());
    if is_plain { name } else { format!("'{}'", name.replace('\'', "''")) }
}

/// The letters of a column: 1 is A, 27 is AA.
fn letters(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{SheetPlace, Spot, letters, spot};

    #[test]
    fn a_spot_counts_characters_and_lines_from_one() {
        assert_eq!(spot("f", "é\nab", 4).to_string(), "f:2:2");
        assert_eq!(spot("f", "", 9).to_string(), "f:1:1");
        assert_eq!(spot("f", "é", 1).to_string(), "f:1:1");
        assert_eq!(Spot::whole("f").to_string(), "f");
    }

    #[test]
    fn a_place_in_a_workbook_is_shown_as_spreadsheets_do() {
        let at = |name: &str, line, column| {
            let sheet = Some(Box::new(SheetPlace { index: 0, name: name.to_owned() }));
            Spot { file: "f.xlsx".to_owned(), sheet, line, column }.to_string()
        };
        assert_eq!(at("Années", 7, 3), "f.xlsx:Années!C7");
        assert_eq!(at("L'an 1", 1, 28), "f.xlsx:'L''an 1'!AB1");
        assert_eq!(at("2024", 0, 0), "f.xlsx:'2024'");
        assert_eq!(at("a\u{1b}[31m", 1, 1), "f.xlsx:'a [31m'!A1");
        assert_eq!([1, 26, 27, 52, 703, 16384].map(letters), ["A", "Z", "AA", "AZ", "AAA", "XFD"]);
    }
}
