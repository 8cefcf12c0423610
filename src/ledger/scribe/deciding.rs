//! The thread that decides: it puts groups together.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError};

use super::keeping::Closed;
use super::{Answers, Asked, Commands, Event, Shown, stopped};
use crate::event::EntryId;
use crate::ledger::Committed;
use crate::ledger::grouping::{Group, Run};

/// Commands that are appended together at most: who waits for them does not wait
/// for ever more to come.
const MOST: usize = 1_000;

/// Decides what comes, on the ledger as what was decided before will leave it.
pub(super) struct Deciding<I> {
    events: Receiver<Event>,
    /// Those that came while one of another kind was waited for.
    later: VecDeque<Event>,
    groups: Sender<Closed>,
    shown: Shown,
    /// The ledger as it is once the group is appended that is being appended.
    ahead: Committed,
    /// The lines of that group.
    flying: Run,
    /// Whether none is.
    is_free: bool,
    ids: I,
    open: Option<Open>,
}

/// A group that more may still join.
struct Open {
    group: Group,
    answers: Answers,
}

impl<I: FnMut() -> EntryId> Deciding<I> {
    pub(super) fn new(
        events: Receiver<Event>,
        groups: Sender<Closed>,
        shown: Shown,
        ahead: Committed,
        ids: I,
    ) -> Self {
        let (later, flying) = (VecDeque::new(), Run::default());
        Self { events, later, groups, shown, ahead, flying, is_free: true, ids, open: None }
    }

    pub(super) fn run(mut self) {
        while let Some(event) = self.next() {
            match event {
                Event::Asked(asked) => self.decide(asked),
                Event::Kept(is_kept) => self.kept(is_kept),
                Event::Alone(permit) => self.leave_alone(&permit),
                Event::Returned => {}
                Event::End => break,
            }
        }
        self.finish();
    }

    /// What comes next. A group goes once nobody is there to join it and the one
    /// before it is durable.
    fn next(&mut self) -> Option<Event> {
        if let Some(event) = self.later.pop_front() {
            return Some(event);
        }
        match self.events.try_recv() {
            Ok(event) => Some(event),
            Err(TryRecvError::Disconnected) => None,
            Err(TryRecvError::Empty) => {
                if self.is_free {
                    self.close();
                }
                self.events.recv().ok()
            }
        }
    }

    fn decide(&mut self, Asked { commands, writer, reply }: Asked) {
        let (ahead, flying) = (&self.ahead, &self.flying);
        let open = self.open.get_or_insert_with(|| {
            let group = Group::behind(ahead.clone(), flying.clone());
            Open { group, answers: vec![] }
        });
        let answer = match commands {
            Commands::One(command) => open.group.execute(*command, writer, &mut self.ids).map_err(Into::into),
            Commands::All(commands) => open.group.execute_all(commands, writer, &mut self.ids),
        };
        open.answers.push((reply, answer));
        if open.answers.len() >= MOST {
            self.wait();
            self.close();
        }
    }

    /// Hands the open group over to be appended.
    fn close(&mut self) {
        let Some(Open { group, answers }) = self.open.take() else { return };
        if group.lines.is_empty() {
            return tell(answers);
        }
        let (run, ahead) = group.closed();
        (self.flying, self.ahead, self.is_free) = (run.clone(), ahead.clone(), false);
        let closed = Closed { run, committed: ahead, answers };
        if let Err(lost) = self.groups.send(closed) {
            self.is_free = true;
            self.fail(lost.0.answers);
        }
    }

    /// Takes note that a group is durable, or of a failure: then what was decided
    /// since rests on nothing.
    fn kept(&mut self, is_kept: bool) {
        self.is_free = true;
        if !is_kept {
            let answers = self.open.take().map(|open| open.answers);
            self.fail(answers.unwrap_or_default());
        }
    }

    fn fail(&mut self, mut answers: Answers) {
        for (_, answer) in &mut answers {
            *answer = Err(stopped());
        }
        tell(answers);
        (self.ahead, self.flying) = (self.shown.get(), Run::default());
    }

    /// Waits until no group is being appended.
    fn wait(&mut self) {
        while !self.is_free {
            match self.events.recv() {
                Ok(Event::Kept(is_kept)) => self.kept(is_kept),
                Ok(event) => self.later.push_back(event),
                Err(_) => return,
            }
        }
    }

    /// Waits until all is durable that was decided.
    fn finish(&mut self) {
        self.wait();
        self.close();
        self.wait();
    }

    /// Lets another one write alone, and goes on from what they leave.
    fn leave_alone(&mut self, permit: &SyncSender<()>) {
        self.finish();
        if permit.send(()).is_err() {
            return;
        }
        loop {
            match self.events.recv() {
                Ok(Event::Returned) => break,
                Ok(event) => self.later.push_back(event),
                Err(_) => return,
            }
        }
        (self.ahead, self.flying) = (self.shown.get(), Run::default());
    }
}

/// Tells everyone what became of what they asked.
pub(super) fn tell(answers: Answers) {
    for (reply, answer) in answers {
        // Who waits no longer is not told.
        let _ = reply.send(answer);
    }
}
