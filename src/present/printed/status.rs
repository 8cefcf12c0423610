//! The status of each row's rule, in a column of its own where it is not the
//! same for all: where it is, the parameters say it once.

use super::{Column, Holds, Printed, are_mixed};
use crate::figures::Table;
use crate::present::Messages;

/// The table with that column where it says something.
pub(super) fn with_statuses(messages: &Messages, table: &Table<'_>, mut printed: Printed) -> Printed {
    if !are_mixed(table) {
        return printed;
    }
    let words = messages.word("column-status");
    let width = printed.columns.len();
    printed.columns.push(Column { words, holds: Holds::Statuses });
    let lines = printed.parts.iter_mut().flat_map(|part| &mut part.blocks).flat_map(|block| &mut block.lines);
    for line in lines {
        line.cells.resize(width, String::new());
        let status = table.ruling.indicator(&line.id).map(|it| it.status.word());
        line.cells.push(status.map(|it| messages.word(&format!("status-{it}"))).unwrap_or_default());
    }
    printed
}
