//! The file of rows that an import left out, as Jalon gives it to be mended, when it
//! comes back: the columns that it added say nothing, and marks before what a
//! spreadsheet takes for a formula are taken off again.

use super::{Cell, Given};
use crate::exchange::folded;

/// The head of the column of lines, folded, and that of the reasons, by language.
const OWN: [[&str; 2]; 2] = [["ligne refusee", "motifs du refus"], ["refused line", "why it is refused"]];

/// Whether these heads are those of a file of rows that were left out.
pub(super) fn is_own<'a>(heads: impl Iterator<Item = &'a str>) -> bool {
    let heads: Vec<String> = heads.map(folded).collect();
    OWN.iter().any(|each| each.iter().all(|own| heads.iter().any(|head| head == own)))
}

/// Whether a head is of a column that such a file adds.
pub(super) fn is_added(head: &str) -> bool {
    let head = folded(head);
    OWN.iter().flatten().any(|own| *own == head)
}

/// Takes the marks off again that such a file has.
pub(super) fn unmark(cells: &mut [Cell]) {
    for cell in cells.iter_mut().filter(|cell| matches!(cell.given, Given::Text)) {
        cell.text = unmarked(&cell.text);
    }
}

/// What a spreadsheet takes for the beginning of a formula, or drops before it.
const fn begins_a_formula(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}

/// Whether a spreadsheet may take the text for a formula; white space before
/// it does not help.
pub fn is_like_a_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r']) || text.trim_start().starts_with(begins_a_formula)
}

/// Where a reader that splits there would begin a cell or a line.
const ENDS: [char; 4] = [';', '\t', '\n', '\r'];

/// The text with an apostrophe wherever a spreadsheet could take what follows for
/// a formula, and before apostrophes that stand so already, so that one can be
/// taken off again.
pub fn marked(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for piece in text.split_inclusive(ENDS) {
        if is_like_a_formula(piece.trim_start_matches('\'')) {
            safe.push('\'');
        }
        safe.push_str(piece);
    }
    safe
}

/// The text that was marked.
fn unmarked(text: &str) -> String {
    let piece = |piece: &str| -> String {
        let rest = piece.strip_prefix('\'').filter(|rest| is_like_a_formula(rest.trim_start_matches('\'')));
        rest.unwrap_or(piece).to_owned()
    };
    text.split_inclusive(ENDS).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_added, is_own, marked, unmarked};
    use proptest::prelude::*;

    #[test]
    fn its_own_columns_are_known_together_only() {
        assert!(is_own(["Date", "Ligne refusée", "Motifs du refus"].into_iter()));
        assert!(is_own(["Refused line", "Why it is refused"].into_iter()));
        for heads in [["Ligne", "Motifs du refus"], ["Ligne refusée", "Why it is refused"]] {
            assert!(!is_own(heads.into_iter()), "{heads:?}");
        }
        assert!(is_added("MOTIFS DU REFUS") && !is_added("Ligne"));
    }

    proptest! {
        #[test]
        fn what_was_marked_is_read_as_it_was(text in "['=+@;\t\n a-]{0,10}") {
            prop_assert_eq!(unmarked(&marked(&text)), text);
        }
    }
}
