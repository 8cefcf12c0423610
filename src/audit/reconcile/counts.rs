//! Whether lists have as many items as is stated.

use super::book::Book;
use super::claims::claims;
use super::{Checked, Detail, FindingKind};
use crate::event::Exact;

/// Each stated count beside its list.
pub(super) fn counts<'a>(book: &Book<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    for (list, claim) in claims(book, |it| &it.counts) {
        let all = book.printed.iter().enumerate().filter(|(_, it)| it.lists.contains(list));
        let items: Vec<usize> = all.map(|(at, _)| at).collect();
        let listed = Exact::from(items.len());
        if items.is_empty() || claim.is_within(&(listed.clone(), listed)) {
            checked.agree += usize::from(!items.is_empty());
            continue;
        }
        let detail =
            Detail::Count { stated: claim.value.clone(), listed: items.len(), items: claim.cites.len() };
        let cites = claim.cites.iter().copied().chain(items).collect();
        checked.found.push(book.finding(FindingKind::Count, claim.key(book), cites, detail));
    }
    checked
}
