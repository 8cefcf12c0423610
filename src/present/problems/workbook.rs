//! Workbooks, and why one cannot be made.

use crate::present::{Arg, Messages, WorkbookError};

/// Why a workbook cannot be made.
pub fn workbook_sentence(messages: &Messages, error: &WorkbookError) -> String {
    messages.say("workbook-cannot", &[("words", Arg::Shown(&error.cause()))])
}
