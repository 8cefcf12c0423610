//! Lines no longer than the terminal is wide.

use textwrap::{Options, WordSplitter, fill};

/// The text with every line broken between words; what is indented stays so.
pub(super) fn wrapped(text: &str, width: u16) -> String {
    let broken = |line: &str| {
        let indent = " ".repeat(line.len() - line.trim_start_matches(' ').len());
        // A date is no place to break a line at its hyphens.
        let options = Options::new(usize::from(width)).word_splitter(WordSplitter::NoHyphenation);
        fill(line, options.subsequent_indent(&indent))
    };
    text.split('\n').map(broken).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_keep_their_indent_and_their_end() {
        assert_eq!(wrapped("  un deux trois\nquatre\n", 9), "  un deux\n  trois\nquatre\n");
        assert_eq!(wrapped("\u{1b}[1mun deux\u{1b}[0m", 7), "\u{1b}[1mun deux\u{1b}[0m");
    }
}
