//! Panics of the reader of workbooks, kept from people.
//!
//! calamine stops where a file says what no spreadsheet writes (a cell in the
//! column `AAAAAAAA`, a sheet in no folder). Such a file is damaged, and is told to
//! be; nothing of the panic is printed.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use calamine::XlsxError;

use super::WorkbookTrouble;

thread_local! {
    /// Whether this thread is inside a call to the reader.
    static IN_READER: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// Calls the reader; what it refuses and where it stops is one trouble. What the
/// call touched is not used again after that.
pub(super) fn calling<T>(call: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, WorkbookTrouble> {
    HOOK.call_once(install_hook);
    let before = IN_READER.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(call));
    IN_READER.set(before);
    match result {
        Ok(read) => read.map_err(|error| damaged(&error)),
        Err(_) => Err(WorkbookTrouble::Damaged("its reader stopped".to_owned())),
    }
}

/// The hook stays for good, because taking it out again could take out another's.
/// It passes on every panic that is not the reader's.
fn install_hook() {
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !IN_READER.get() {
            others(panic);
        }
    }));
}

fn damaged(error: &XlsxError) -> WorkbookTrouble {
    match error {
        XlsxError::Password => WorkbookTrouble::Encrypted,
        other => WorkbookTrouble::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{calling, damaged};
    use crate::exchange::WorkbookTrouble;

    #[test]
    #[expect(clippy::panic, reason = "what is caught")]
    fn a_reader_that_stops_has_met_a_damaged_file() {
        let stopped = calling(|| -> Result<(), _> { panic!("in the reader") });
        assert!(matches!(stopped, Err(WorkbookTrouble::Damaged(_))));
        assert_eq!(calling(|| Ok(7)), Ok(7));
        assert_eq!(damaged(&calamine::XlsxError::Password), WorkbookTrouble::Encrypted);
    }
}
