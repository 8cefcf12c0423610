//! The twin alone, read only.

use std::path::Path;

use super::super::end::{self, End};
use super::super::layout;
use super::super::{Damage, Groups, Head, Lines, Log, LogError, Notice};
use super::view::View;

/// A log over `lines/` alone, for a folder that is read-only, held by another
/// process, or whose store is damaged. It takes no lock and writes nothing.
///
/// It shows what was there when it was opened: lines that another process
/// adds meanwhile are not seen.
#[derive(Clone)]
pub struct TwinReader {
    view: View,
}

impl TwinReader {
    /// Looks at the twin of the ledger in this folder.
    pub fn open(dir: &Path) -> Result<Self, LogError> {
        Self::open_after(dir, end::read(dir))
    }

    /// Looks at a file that holds the lines of a ledger, as an export does.
    pub fn of_file(path: &Path) -> Result<Self, LogError> {
        Ok(Self { view: View::of_file(path)? })
    }

    /// The same, where an end is known.
    pub(in crate::log) fn open_after(dir: &Path, known: Option<End>) -> Result<Self, LogError> {
        match View::of(&dir.join(layout::LINES), known)? {
            Some(view) => Ok(Self { view }),
            None if dir.join(layout::STORE).exists() => Err(Damage::TwinMissing.found(None, None)),
            None => Err(LogError::Missing { dir: dir.to_owned() }),
        }
    }

    /// Whether this head is the twin's, or one that it had before.
    pub(in crate::log) fn holds(&self, head: Head) -> Result<bool, LogError> {
        self.view.holds(head)
    }

    /// The half line at the end that is passed over, if there is one.
    pub fn ignored(&self) -> Option<Notice> {
        let bytes = self.view.torn_bytes();
        let sequence = self.view.head().size;
        (bytes > 0).then_some(Notice::LineIgnored { sequence, bytes })
    }
}

impl Log for TwinReader {
    fn head(&self) -> Head {
        self.view.head()
    }

    fn append(&mut self, _lines: &[Vec<u8>]) -> Result<(), LogError> {
        Err(LogError::ReadOnly)
    }

    fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        self.view.read(from)
    }

    fn scan(&self, from: u64) -> Result<Groups<'_>, LogError> {
        self.view.scan(from)
    }

    fn beside(&self) -> Result<Box<dyn Log + Send>, LogError> {
        Ok(Box::new(self.clone()))
    }
}
