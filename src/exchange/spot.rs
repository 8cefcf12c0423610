//! Where something stands in a file, for messages.

use std::fmt;

use crate::plan::PlanFileError;

/// `FILE:LINE:COLUMN`, both from 1.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The file as it was named.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// The spot of a byte of a text.
pub fn spot(file: &str, text: &str, byte: usize) -> Spot {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = &text[..end];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Spot {
        file: file.to_owned(),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

/// What is wrong with a plan or register file, each where it stands.
pub fn spotted(file: &str, text: &str, errors: Vec<PlanFileError>) -> Vec<(Spot, PlanFileError)> {
    errors.into_iter().map(|error| (spot(file, text, error.span.start), error)).collect()
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::spot;

    #[test]
    fn a_spot_counts_characters_and_lines_from_one() {
        assert_eq!(spot("f", "é\nab", 4).to_string(), "f:2:2");
        assert_eq!(spot("f", "", 9).to_string(), "f:1:1");
        assert_eq!(spot("f", "é", 1).to_string(), "f:1:1");
    }
}
