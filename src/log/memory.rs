//! The log as it should be: in memory, in a few lines.

use super::chain::follow_each;
use super::{Head, Lines, Link, Log, LogError};

/// What every log does, executable. Gone with the process.
#[derive(Debug, Clone)]
pub struct MemoryLog {
    lines: Vec<Vec<u8>>,
    head: Head,
    link: Link,
}

impl MemoryLog {
    /// An empty log.
    pub fn new(link: Link) -> Self {
        Self { lines: Vec::new(), head: Head::default(), link }
    }
}

impl Log for MemoryLog {
    fn head(&self) -> Head {
        self.head
    }

    fn append(&mut self, lines: &[Vec<u8>]) -> Result<(), LogError> {
        self.head = follow_each(self.head, lines, self.link)?.0;
        self.lines.extend_from_slice(lines);
        Ok(())
    }

    fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        Ok(Box::new(self.lines.iter().skip(from).cloned().map(Ok)))
    }

    fn beside(&self) -> Result<Box<dyn Log + Send>, LogError> {
        Ok(Box::new(self.clone()))
    }
}
