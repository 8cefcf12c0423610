//! What is not as the entries give it, and is told nowhere else.

use super::book::Book;
use super::comparison::Comparisons;
use super::{Checked, Detail, Figure, Finding, FindingKind, Verdict};

/// Figures that differ from the entries. A percentage that differs since a number
/// beside it does, or of which more is told already, is not told again.
pub(super) fn entries<'a>(
    book: &Book<'_, 'a>,
    compared: &Comparisons<'_, 'a>,
    told: &[Finding<'a>],
) -> Checked<'a> {
    let mut checked = Checked::default();
    for (at, it) in compared.all() {
        if it.verdict != Verdict::Differs {
            checked.agree += usize::from(it.verdict == Verdict::Agrees);
            continue;
        }
        let is_of_it = |finding: &&Finding<'_>| match (finding.kind, it.figure) {
            (FindingKind::Places, Figure::Target | Figure::Delivered) => finding.cites.contains(&at),
            (FindingKind::Percentage | FindingKind::Mean | FindingKind::Rounding, Figure::Percent) => {
                finding.cites.first() == Some(&at)
            }
            _ => false,
        };
        let is_told = told.iter().any(|finding| is_of_it(&finding));
        let follows = it.figure == Figure::Percent && compared.differs_below(book, at);
        let Some(computed) = it.computed.clone().filter(|_| !is_told && !follows) else { continue };
        let detail = Detail::Entries {
            figure: it.figure,
            computed,
            decimals: it.decimals,
            precision: it.precision,
            how: it.ours.clone(),
        };
        checked.found.push(book.finding(FindingKind::Entries, &it.printed.indicator, vec![at], detail));
    }
    checked
}
