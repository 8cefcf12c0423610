//! The columns of reported totals.

use super::column::Column;
use super::lists::Lists;
use crate::present::Messages;

/// The columns of a total: of which indicator, up to which day, how much, and
/// who says so.
pub(super) fn columns(messages: &Messages, lists: &mut Lists<'_>) -> Vec<Column> {
    let column = |id: &str, width| {
        let [head, help] =
            ["column", "help"].map(|part| messages.word(&format!("template-{part}-total-{id}")));
        Column::text(head, help, width)
    };
    vec![
        column("indicator", 44).required().of(lists.indicators()),
        column("from", 14),
        column("to", 14).required(),
        column("value", 18).required(),
        column("source", 28).required(),
        column("section", 18),
        column("line", 10),
        column("note", 32),
    ]
}
