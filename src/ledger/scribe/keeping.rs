//! The thread that appends: what it has kept, everyone may see.

use std::sync::mpsc::{Receiver, Sender};

use super::deciding::tell;
use super::{Answers, Event, Shown, stopped};
use crate::ledger::grouping::Run;
use crate::ledger::{Committed, DeskError};

/// A group that is to be appended.
pub(super) struct Closed {
    pub(super) run: Run,
    /// The ledger as it is then.
    pub(super) committed: Committed,
    /// Who is told then.
    pub(super) answers: Answers,
}

/// Appends groups, each once the one before it is durable.
pub(super) struct Keeping {
    pub(super) groups: Receiver<Closed>,
    pub(super) kept: Sender<Event>,
    pub(super) shown: Shown,
}

impl Keeping {
    pub(super) fn run(self) {
        while let Ok(Closed { run, committed, answers }) = self.groups.recv() {
            // Whatever stops this thread, nobody waits for it.
            let mut told = Told { kept: &self.kept, is_kept: false };
            let appended = committed.log().append(run.lines());
            match appended {
                Ok(()) => {
                    self.shown.set(committed);
                    told.is_kept = true;
                    // The next group goes while those of this one are told.
                    drop(told);
                    tell(answers);
                }
                Err(error) => {
                    drop(told);
                    tell(failed(answers, error.into()));
                }
            }
        }
    }
}

/// Tells the other thread what became of a group.
struct Told<'k> {
    kept: &'k Sender<Event>,
    is_kept: bool,
}

impl Drop for Told<'_> {
    fn drop(&mut self) {
        let _ = self.kept.send(Event::Kept(self.is_kept));
    }
}

/// That nothing was appended: the first who would have had a receipt is told why,
/// the others that nothing more is written.
fn failed(mut answers: Answers, why: DeskError) -> Answers {
    let mut why = Some(why);
    for (_, answer) in answers.iter_mut().filter(|(_, answer)| answer.is_ok()) {
        *answer = Err(why.take().map_or_else(stopped, Into::into));
    }
    answers
}
