//! Lines no longer than the terminal is wide.

use textwrap::{Options, WordSplitter, fill};

/// The text with every line broken between words; what is indented stays so.
pub fn wrapped(text: &str, width: u16) -> String {
    let broken = |line: &str| {
        let indent = " ".repeat(line.len() - line.trim_start_matches(' ').len());
        // A date is no place to break a line at its hyphens.
        let options = Options::new(usize::from(width)).word_splitter(WordSplitter::NoHyphenation);
        fill(line, options.subsequent_indent(&indent))
    };
    text.split('\n').map(broken).collect::<Vec<_>>().join("\n")
}

/// Each text on a line of its own behind the indent; one of several lines
/// keeps it on every line.
pub(super) fn on_lines(indent: &str, texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut all = String::new();
    for line in texts {
        all.push_str(indent);
        all.push_str(&line.as_ref().replace('\n', &format!("\n{indent}")));
        all.push('\n');
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{on_lines, wrapped};

    #[test]
    fn a_text_of_several_lines_is_indented_on_each() {
        assert_eq!(on_lines("  ", ["un\ndeux", "trois"]), "  un\n  deux\n  trois\n");
    }

    #[test]
    fn lines_keep_their_indent_and_their_end() {
        assert_eq!(wrapped("  un deux trois\nquatre\n", 9), "  un deux\n  trois\nquatre\n");
        assert_eq!(wrapped("\u{1b}[1mun deux\u{1b}[0m", 7), "\u{1b}[1mun deux\u{1b}[0m");
    }
}
