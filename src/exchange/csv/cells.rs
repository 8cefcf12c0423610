//! Cells and where each begins: RFC 4180, with the line breaks of every
//! system and a quote within an unquoted cell taken as it stands.

use super::Cell;
use crate::exchange::workbook::MAX_CELLS;

/// What is wrong with a text as lines of cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Quotes {
    /// A quote that opens is never closed.
    Open,
    /// Something follows a closing quote within its cell.
    Followed,
    /// There are more cells than are read.
    TooMany,
}

/// The lines of a file as cells, in order; lines with nothing on them are left
/// out, and so is a first one that says the separator. Where quotes do not
/// match, what follows cannot be told apart.
pub(super) fn lines(text: &str) -> Result<Vec<Vec<Cell>>, (Quotes, Cell)> {
    lines_of(text, separator(text))
}

/// The same of a file that begins with titles, which may have no separator or
/// another mark in their words.
pub(super) fn titled_lines(text: &str) -> Result<Vec<Vec<Cell>>, (Quotes, Cell)> {
    lines_of(text, common_separator(text))
}

fn lines_of(text: &str, separator: char) -> Result<Vec<Vec<Cell>>, (Quotes, Cell)> {
    let mut reader = Reader { rest: text, line: 1, column: 1, separator };
    if let Some((length, separator)) = said_separator(text) {
        reader.separator = separator;
        while text.len() - reader.rest.len() < length && reader.next().is_some() {}
    }
    if let Some(line) = too_many(text, reader.separator) {
        return Err((Quotes::TooMany, Cell::new(String::new(), line, 1)));
    }
    let mut lines = Vec::new();
    while !reader.rest.is_empty() {
        let line = reader.cells()?;
        if line.len() > 1 || line.iter().any(|cell| !cell.is_empty()) {
            lines.push(line);
        }
    }
    Ok(lines)
}

/// The line with the first cell beyond those that are read; found before any is, so
/// that a file of too many takes no more memory than its bytes.
fn too_many(text: &str, separator: char) -> Option<usize> {
    let (mut cells, mut line, mut quoted, mut before) = (1_usize, 1_usize, false, ' ');
    for letter in text.chars() {
        let ends_line = letter == '\r' || letter == '\n' && before != '\r';
        quoted ^= letter == '"';
        line += usize::from(ends_line);
        cells += usize::from(!quoted && (ends_line || letter == separator));
        if cells > MAX_CELLS {
            return Some(line);
        }
        before = letter;
    }
    None
}

/// What stands most often between the heads: a comma, a semicolon or a tab.
fn separator(text: &str) -> char {
    let mut counts = [('\t', 0), (';', 0), (',', 0)];
    let mut quoted = false;
    for letter in text.trim_start().chars() {
        match letter {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(mark, _)| *mark == letter).for_each(|(_, count)| *count += 1),
        }
    }
    // Of equal counts the last is taken: a single head has none.
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(',', |(mark, _)| mark)
}

/// Lines among which the separator of a titled file is looked for.
const MAX_TITLES: usize = 50;

/// The mark that stands on most lines; of equal ones not the comma, which stands
/// within numbers too.
fn common_separator(text: &str) -> char {
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(MAX_TITLES);
    let holds = |mark: char| lines().filter(|line| unquoted(line).any(|letter| letter == mark)).count();
    let counts = [(',', holds(',')), (';', holds(';')), ('\t', holds('\t'))];
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(',', |(mark, _)| mark)
}

/// The letters of a line outside quotes.
fn unquoted(line: &str) -> impl Iterator<Item = char> {
    let mut quoted = false;
    line.chars().filter(move |letter| {
        quoted ^= *letter == '"';
        !quoted
    })
}

/// The separator that a first line `sep=;` says, as spreadsheets write and read
/// it, and how many bytes that line has.
fn said_separator(text: &str) -> Option<(usize, char)> {
    let line = text.lines().next()?;
    let said = line.trim_end().trim_matches('"');
    let mark = said.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).and_then(|_| said.get(4..));
    // A tab is trimmed away where it ends the line.
    let mark = if mark == Some("") && line.contains('\t') { Some("\t") } else { mark };
    let mut letters = mark?.chars();
    let separator = letters.next().filter(|letter| !letter.is_alphanumeric() && *letter != '"')?;
    letters.next().is_none().then_some((line.len(), separator))
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    column: usize,
    separator: char,
}

impl Reader<'_> {
    /// The cells up to the end of a line.
    fn cells(&mut self) -> Result<Vec<Cell>, (Quotes, Cell)> {
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell()?);
            match self.next() {
                Some(mark) if mark == self.separator => {}
                _ => return Ok(cells),
            }
        }
    }

    /// A cell; what ends it is left.
    fn cell(&mut self) -> Result<Cell, (Quotes, Cell)> {
        let mut cell = self.here();
        if self.rest.starts_with('"') {
            self.quoted(&mut cell)?;
            return if self.ended() { Ok(cell) } else { Err((Quotes::Followed, self.here())) };
        }
        while !self.ended() {
            cell.text.extend(self.next());
        }
        Ok(cell)
    }

    /// Takes a quoted text up to its closing quote.
    fn quoted(&mut self, cell: &mut Cell) -> Result<(), (Quotes, Cell)> {
        let open = self.here();
        self.next();
        loop {
            match self.next() {
                Some('"') if self.rest.starts_with('"') => cell.text.extend(self.next()),
                Some('"') => return Ok(()),
                Some(letter) => cell.text.push(letter),
                None => return Err((Quotes::Open, open)),
            }
        }
    }

    fn ended(&self) -> bool {
        self.rest.is_empty() || self.rest.starts_with([self.separator, '\n', '\r'])
    }

    const fn here(&self) -> Cell {
        Cell::new(String::new(), self.line, self.column)
    }

    /// The next character; a line break of any system is one line feed.
    fn next(&mut self) -> Option<char> {
        let letter = self.rest.chars().next()?;
        let length = if self.rest.starts_with("\r\n") { 2 } else { letter.len_utf8() };
        self.rest = &self.rest[length..];
        if matches!(letter, '\n' | '\r') {
            (self.line, self.column) = (self.line + 1, 1);
            return Some('\n');
        }
        self.column += 1;
        Some(letter)
    }
}

#[cfg(test)]
mod tests {
    use super::{Quotes, lines};
    use proptest::prelude::*;

    fn texts(file: &str) -> Vec<Vec<String>> {
        let read = lines(file).unwrap_or_default();
        read.into_iter().map(|line| line.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn the_separator_is_the_one_between_the_heads() {
        for mark in [",", ";", "\t"] {
            let file = ["a", "\"b,;\t,;\t\"", "c"].join(mark) + "\n" + &["1,5", "2", "3"].join(mark);
            assert_eq!(texts(&file)[0], ["a", "b,;\t,;\t", "c"], "{mark:?}");
        }
        assert_eq!(texts("a\n1;2\n"), [["a"], ["1;2"]]);
    }

    #[test]
    fn below_a_title_the_separator_is_the_one_on_most_lines() {
        let second = |text: &str| {
            let read = super::titled_lines(text).unwrap_or_default();
            read.into_iter().nth(1).into_iter().flatten().map(|cell| cell.text).collect::<Vec<_>>()
        };
        assert_eq!(second("Plan, 2021\na;b\n1,5;2\n"), ["a", "b"]);
        assert_eq!(second("Plan; 2021\na,b\n1,5\n"), ["a", "b"]);
        assert_eq!(second("Plan\n\"a;b\",c\n\"1;2\",3\n"), ["a;b", "c"]);
    }

    #[test]
    fn a_first_line_may_say_the_separator() {
        let table = [vec!["a", "b,c"], vec!["1,5", "2"]];
        for head in ["sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "sep=; \n"] {
            assert_eq!(texts(&format!("{head}a;b,c\n1,5;2\n")), table, "{head:?}");
        }
        assert_eq!(texts("sep=\t\na\tb,c\n1,5\t2\n"), table);
        assert_eq!(texts("sep=|\na|b,c\n1,5|2\n"), table);
        let place = |file: &str| lines(file).ok().map(|lines| (lines[0][1].line, lines[0][1].column));
        assert_eq!(place("sep=;\r\na;b\n"), Some((2, 3)));
        // Anything else is a head.
        for head in ["sep=", "sep=x", "sep=;;", "separator;b", "s\u{e9}p=;"] {
            assert_eq!(texts(&format!("{head}\n1\n")).len(), 2, "{head:?}");
        }
        assert!(texts("sep=;").is_empty());
    }

    #[test]
    fn a_place_counts_lines_within_quotes_and_characters_not_bytes() {
        let file = "a;b;c\r\n\"é\r\nü\";é;x\r\n\r\n1;\"2\";3";
        let read = lines(file).unwrap_or_default();
        let places: Vec<(usize, usize)> =
            read.iter().flatten().map(|cell| (cell.line, cell.column)).collect();
        assert_eq!(places, [(1, 1), (1, 3), (1, 5), (2, 1), (3, 4), (3, 6), (5, 1), (5, 3), (5, 7)]);
    }

    #[test]
    fn quotes_that_do_not_match_are_refused_where_they_stand() {
        let refused = |file: &str| lines(file).map_err(|(quotes, cell)| (quotes, cell.line, cell.column));
        assert_eq!(refused("a;b\n1;\"2\n3;4\n"), Err((Quotes::Open, 2, 3)));
        assert_eq!(refused("a;b\n1;\"2\"x;3\n"), Err((Quotes::Followed, 2, 6)));
        assert_eq!(refused("\""), Err((Quotes::Open, 1, 1)));
    }

    #[test]
    fn a_file_of_more_cells_than_are_read_is_refused_where_they_begin() {
        let rows = super::MAX_CELLS / 2;
        let text = |rows: usize| "1,2\n".repeat(rows);
        let refused = lines(&text(rows + 3)).map(|lines| lines.len()).map_err(|(it, at)| (it, at.line));
        assert_eq!(refused, Err((Quotes::TooMany, rows + 1)));
        assert_eq!(super::too_many(&text(rows - 1), ','), None);
        // Within quotes stand no cells.
        assert_eq!(super::too_many(&format!("\"{}\"", text(rows + 3)), ','), None);
    }

    #[test]
    fn lines_with_nothing_on_them_are_left_out_but_empty_cells_stay() {
        assert_eq!(texts("a,b\n\n  \n,\n1,\n"), [["a", "b"], ["", ""], ["1", ""]]);
        assert_eq!(texts("\r\r"), Vec::<Vec<String>>::new());
    }

    #[test]
    fn each_case_means_what_stands_beside_it() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/csv");
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path());
        let cases: Vec<_> = files.filter(|it| it.extension().is_some_and(|it| it == "csv")).collect();
        assert_eq!(cases.len(), 11);
        for case in cases {
            let read = texts(&std::fs::read_to_string(&case).unwrap_or_default());
            let meant = std::fs::read_to_string(case.with_extension("json")).unwrap_or_default();
            let meant: Vec<serde_json::Map<String, serde_json::Value>> =
                serde_json::from_str(&meant).unwrap_or_default();
            assert_eq!(read.len(), meant.len() + 1, "{}", case.display());
            for (line, meant) in read[1..].iter().zip(meant) {
                let line = line.iter().map(|text| serde_json::Value::from(text.as_str()));
                let line: serde_json::Map<_, _> = read[0].iter().cloned().zip(line).collect();
                assert_eq!(line, meant, "{}", case.display());
            }
        }
    }

    proptest! {
        #[test]
        fn what_the_csv_crate_writes_is_read_back(
            cells in prop::collection::vec(prop::collection::vec("[a\"é,; \n]{0,6}", 2..5), 1..6)
        ) {
            let width = cells[0].len();
            let rows: Vec<Vec<String>> = cells.into_iter().map(|mut row| {
                row.resize(width, String::new());
                row
            }).collect();
            let heads: Vec<String> = (0..width).map(|at| format!("h{at}")).collect();
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in std::iter::once(&heads).chain(&rows) {
                prop_assert!(writer.write_record(row).is_ok());
            }
            let file = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
            let read = texts(&file);
            prop_assert_eq!(&read[0], &heads);
            prop_assert_eq!(&read[1..], &rows[..]);
        }
    }
}
