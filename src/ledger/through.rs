//! A log that is read through, on all cores and as often as need be.

use std::ops::ControlFlow;

use super::in_order::{GroupRoom, ReadGroup, in_order};
use super::reading::Reading;
use crate::event::Hash;
use crate::log::{Beside, Lines, Log, LogError, Same};

/// Lines that can be read from the first on, again and again.
type Again<'a> = dyn Fn() -> Result<Lines<'a>, LogError> + 'a;

/// A log that is read through.
pub struct Through<'a>(Kind<'a>);

enum Kind<'a> {
    Log(&'a dyn Log),
    Lines(Box<Again<'a>>),
}

/// What comparing with another log has found.
#[derive(Debug, Default)]
pub struct Compared {
    /// Whether all lines are the same, where all were compared.
    pub same: bool,
    /// Why the other could not be read on.
    pub failure: Option<LogError>,
}

impl<'a> Through<'a> {
    /// A ledger that is open for reading.
    pub fn of(reading: &'a Reading) -> Self {
        Self(Kind::Log(reading.log()))
    }

    /// The same, its lines one by one as it holds them, whichever copy is read
    /// through quickest.
    pub fn of_lines(reading: &'a Reading) -> Self {
        Self::lines(|| reading.lines())
    }

    /// Lines that are read anew each time.
    pub fn lines(lines: impl Fn() -> Result<Lines<'a>, LogError> + 'a) -> Self {
        Self(Kind::Lines(Box::new(lines)))
    }

    /// Reads all lines on all cores, each given with its hash and the room of its
    /// group, and takes what was read of them in order, group by group, until `take`
    /// breaks off. Beside
    /// another log they are compared with its lines.
    pub fn read<T: Send, R: GroupRoom, E: From<LogError>>(
        &self,
        other: Option<&'a Reading>,
        read: impl Fn(&[u8], Hash, &mut R) -> T + Sync,
        mut take: impl FnMut(&mut ReadGroup<T, R>) -> Result<ControlFlow<()>, E>,
    ) -> (Result<(), E>, Compared) {
        let lines = match (&self.0, other) {
            (Kind::Log(log), None) => Beside::alone(*log, 0),
            (Kind::Log(log), Some(other)) => Beside::of(*log, other.log()),
            (Kind::Lines(lines), _) => lines().map(Beside::lines),
        };
        let mut lines = match lines {
            Ok(lines) => lines,
            Err(error) => return (Err(error.into()), Compared::default()),
        };
        let mut same = other.is_some();
        let done = in_order(&mut lines, read, |found, is_same| {
            same &= is_same == Same::Yes;
            take(found)
        });
        let same = same && done.is_ok() && lines.is_done();
        (done, Compared { same, failure: lines.take_failure() })
    }

    /// The line at a place; none where it cannot be read. It is looked for in the
    /// other log, where one is given.
    pub fn line(&self, other: Option<&Reading>, sequence: u64) -> Option<Vec<u8>> {
        match (&self.0, other) {
            (_, Some(other)) => other.line(sequence).ok()?,
            (Kind::Log(log), None) => log.get(sequence).ok()?,
            (Kind::Lines(lines), None) => lines().ok()?.nth(usize::try_from(sequence).ok()?)?.ok(),
        }
    }
}
