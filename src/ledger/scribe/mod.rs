//! One writes for all who record at the same time.
//!
//! ```text
//! recorders ──Asked──▶ deciding ──a group──▶ keeping ──▶ log, then Committed, then receipts
//!                        ▲                     │
//!                        └──── kept or not ────┘
//! ```
//!
//! While one group is being appended, the next is decided on the ledger as that
//! one will leave it; who comes meanwhile joins it. Both copies are synced once for
//! all of a group (docs/decisions/0025). Entries stand in the order in which their
//! commands were accepted. A receipt is given once its group is durable, and so is
//! a refusal, which may rest on what is being appended. After a failure nobody
//! gets a receipt any more.

mod deciding;
mod keeping;

use std::io;
use std::ops::{Deref, DerefMut};
use std::sync::mpsc::{Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};

use super::administering::Writer;
use super::command::{Command, Receipt};
use super::committed::Committed;
use super::desk::{Desk, DeskError};
use super::rehearsal::AllRefused;
use crate::event::EntryId;
use crate::log::LogError;
use deciding::Deciding;
use keeping::Keeping;

/// A ledger in which any number of threads record at the same time.
pub struct Scribe {
    asking: Sender<Event>,
    shown: Shown,
    threads: Vec<JoinHandle<()>>,
}

/// The ledger for one alone: nobody else writes before it is dropped. What was
/// committed is shown to the others then.
///
/// Whoever holds it and asks the scribe for something waits for ever.
pub struct Alone<'s> {
    scribe: &'s Scribe,
    desk: Desk,
}

/// What the thread that decides is told.
enum Event {
    /// Somebody wants to record.
    Asked(Asked),
    /// Somebody wants to write alone, and waits for this to be sent.
    Alone(SyncSender<()>),
    /// They have done so.
    Returned,
    /// A group was appended, or was not.
    Kept(bool),
    /// Nobody will ask any more.
    End,
}

/// Commands that are accepted or refused together, and who waits for that.
struct Asked {
    commands: Commands,
    writer: Writer,
    reply: Reply,
}

/// One command, or several of which all are done or none.
enum Commands {
    One(Box<Command>),
    All(Vec<Command>),
}

/// What becomes of what was asked.
type Answer = Result<Vec<Receipt>, AllRefused>;

/// Who waits for it.
type Reply = SyncSender<Answer>;

/// What waits to be told until its group is durable.
type Answers = Vec<(Reply, Answer)>;

/// The ledger as everyone may see it.
#[derive(Clone)]
struct Shown(Arc<Mutex<Committed>>);

impl Shown {
    fn get(&self) -> Committed {
        self.locked().clone()
    }

    fn set(&self, committed: Committed) {
        let before = std::mem::replace(&mut *self.locked(), committed);
        // Nobody waits while the last state goes that nobody else looks at.
        drop(before);
    }

    fn locked(&self) -> MutexGuard<'_, Committed> {
        // It is put in whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Scribe {
    /// Takes a ledger over; new ids come from this source.
    pub fn new(desk: Desk, ids: impl FnMut() -> EntryId + Send + 'static) -> io::Result<Self> {
        let committed = desk.into_committed();
        let shown = Shown(Arc::new(Mutex::new(committed.clone())));
        let (asking, events) = channel();
        let (closed, groups) = channel();
        let keeping = Keeping { groups, kept: asking.clone(), shown: shown.clone() };
        let deciding = Deciding::new(events, closed, shown.clone(), committed, ids);
        let threads = vec![
            Builder::new().name("jalon-keeping".into()).spawn(move || keeping.run())?,
            Builder::new().name("jalon-deciding".into()).spawn(move || deciding.run())?,
        ];
        Ok(Self { asking, shown, threads })
    }

    /// The ledger as its last commit left it: nobody is waited for.
    pub fn committed(&self) -> Committed {
        self.shown.get()
    }

    /// Does what is asked, or refuses and leaves the ledger as it was; what is so
    /// already is answered with the receipt of the entry that says it.
    pub fn execute(&self, command: Command, writer: Writer) -> Result<Vec<Receipt>, DeskError> {
        self.ask(Commands::One(Box::new(command)), writer).map_err(|refused| refused.source)
    }

    /// Does all that is asked, in order, or refuses and leaves the ledger as it
    /// was and says which of them it refuses. A later command may name what an
    /// earlier one makes.
    pub fn execute_all(&self, commands: Vec<Command>, writer: Writer) -> Result<Vec<Receipt>, AllRefused> {
        self.ask(Commands::All(commands), writer)
    }

    /// The ledger for one alone, once all is done that was asked before.
    pub fn alone(&self) -> Alone<'_> {
        let (permit, permitted) = sync_channel(1);
        // Where nobody permits it, nobody else writes either.
        let _ = self.asking.send(Event::Alone(permit));
        let _ = permitted.recv();
        Alone { scribe: self, desk: Desk::of(self.committed()) }
    }

    fn ask(&self, commands: Commands, writer: Writer) -> Answer {
        let (reply, answer) = sync_channel(1);
        let asked = self.asking.send(Event::Asked(Asked { commands, writer, reply }));
        let answer = asked.ok().and_then(|()| answer.recv().ok());
        answer.unwrap_or_else(|| Err(stopped()))
    }
}

/// What everyone is told once something could not be appended.
fn stopped() -> AllRefused {
    DeskError::from(LogError::Stopped).into()
}

impl Drop for Scribe {
    /// The ledger is free then.
    fn drop(&mut self) {
        let _ = self.asking.send(Event::End);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl Deref for Alone<'_> {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.desk
    }
}

impl DerefMut for Alone<'_> {
    fn deref_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }
}

impl Drop for Alone<'_> {
    fn drop(&mut self) {
        self.scribe.shown.set(self.desk.committed());
        let _ = self.scribe.asking.send(Event::Returned);
    }
}
