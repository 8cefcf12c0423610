//! The line of a file in which something is wrong, so that it can be shown.

use std::ops::Range;

/// A line, and which of its characters are meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// The line, every tab of it a space.
    pub line: String,
    /// Characters before those that are meant.
    pub before: usize,
    /// Characters that are meant, at least one.
    pub width: usize,
}

/// Characters of a line that are shown.
const MAX_LINE: usize = 160;

impl Excerpt {
    /// The line in which these bytes of a text begin.
    pub fn of(text: &str, span: &Range<usize>) -> Self {
        let start = boundary(text, span.start);
        let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = boundary(text, span.end).clamp(start, to);
        let line = text[from..to].trim_end();
        let shown: String =
            line.chars().take(MAX_LINE).map(|it| if it.is_control() { ' ' } else { it }).collect();
        let before = text[from..start].chars().count().min(MAX_LINE);
        let width = text[start..end].trim_end().chars().count();
        Self { line: shown, before, width: width.clamp(1, MAX_LINE + 1 - before) }
    }
}

/// The byte itself, or the last before it at which a character begins.
fn boundary(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::Excerpt;

    #[test]
    fn the_line_of_a_span_is_cut_out_and_its_characters_are_counted() {
        let excerpt = |span| {
            let it = Excerpt::of("é = 1\nclé\t= \"x\nfin", &span);
            (it.line, it.before, it.width)
        };
        assert_eq!(excerpt(0..2), ("é = 1".to_owned(), 0, 1));
        assert_eq!(excerpt(7..11), ("clé = \"x".to_owned(), 0, 3));
        assert_eq!(excerpt(14..99), ("clé = \"x".to_owned(), 6, 2));
        assert_eq!(excerpt(99..99), ("fin".to_owned(), 3, 1));
    }
}
