//! The steps of a commit, so that a test can stop between any two.

use super::LogError;

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The next segment of the twin is there, empty.
    SegmentBegun,
    /// The full segment is packed under its temporary name.
    SegmentPacked,
    /// The packed segment has its name; the plain one is there too.
    SegmentNamed,
    /// The plain segment is gone.
    SegmentRemoved,
    /// The lines are written to the twin.
    LinesWritten,
    /// The lines are durable in the twin.
    LinesDurable,
    /// The blocks are written to the store.
    BlocksWritten,
    /// The blocks are durable in the store.
    BlocksDurable,
}

/// Who is told of each step: nobody, outside tests.
#[derive(Default)]
pub(super) struct Steps(Option<Watcher>);

type Watcher = Box<dyn FnMut(Step) -> Result<(), LogError> + Send>;

impl Steps {
    /// Every step is told to this watcher; its error fails the commit there.
    #[cfg(test)]
    pub(super) fn watched(watcher: impl FnMut(Step) -> Result<(), LogError> + Send + 'static) -> Self {
        Self(Some(Box::new(watcher)))
    }

    pub(super) fn done(&mut self, step: Step) -> Result<(), LogError> {
        match &mut self.0 {
            None => Ok(()),
            Some(watcher) => watcher(step),
        }
    }
}
