//! A ledger's folder: the one place where a log is opened.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::SystemTime;

use super::decide::Ids;
use super::desk::{Desk, DeskError};
use super::intake::Intake;
use super::lost::contains_signed;
use super::made_again::{Derived, MadeAgain};
use super::opening::NewLedger;
use super::outline::Outline;
use super::reading::Reading;
use super::replaying::replay_outline;
use super::saved;
use super::sealing::Custody;
use super::spool::TOGETHER;
use crate::event::{Author, Moment, link};
use crate::figures::State;
use crate::log::{
    DurableLog, Inspection, Log, LogError, Notice, Options, Source, complete, inspect, is_begun, is_ledger,
    is_lock, open_copies, open_for_reading, repair,
};

/// The folder of a ledger, as used at one moment. Nothing is opened before it
/// is asked for.
#[derive(Clone, Debug)]
pub struct Folder {
    dir: PathBuf,
    options: Options,
}

/// A new folder without entries, held by this process.
pub struct Blank {
    log: DurableLog,
}

/// A ledger open for writing, and what a person should hear of its opening.
pub struct Opening {
    /// The ledger.
    pub desk: Desk,
    /// What was done to open it.
    pub notices: Vec<Notice>,
}

/// Both copies, each to be read on its own.
pub struct Copies {
    /// The store; none when another process holds it or it cannot be used.
    pub store: Option<Reading>,
    /// The twin, with what a person should hear of.
    pub twin: Reading,
}

/// A ledger after a repair, open so that the repair itself is recorded.
pub struct Repaired {
    /// The ledger.
    pub desk: Desk,
    /// Where the copy that was not kept is now.
    pub aside: Option<PathBuf>,
}

impl Folder {
    /// The folder at a path; the moment names what is moved aside.
    pub fn new(dir: &Path, now: SystemTime) -> Self {
        Self { dir: dir.to_owned(), options: Options::new(link, now) }
    }

    /// Whether there is a ledger in it, sound or not.
    pub fn is_ledger(&self) -> bool {
        is_ledger(&self.dir)
    }

    /// Whether something else than a ledger, or one that was begun, lies in it; what
    /// begins with a dot is the system's.
    pub fn holds_others(&self) -> bool {
        let is_other = |name: &OsStr| !name.to_string_lossy().starts_with('.') && !is_lock(&self.dir, name);
        let Ok(mut files) = std::fs::read_dir(&self.dir) else { return false };
        let is_ours = self.is_ledger() || is_begun(&self.dir);
        !is_ours && files.any(|file| file.is_ok_and(|file| is_other(&file.file_name())))
    }

    /// Makes the folder; refused when there is a ledger in it. What is made in it is no
    /// ledger before [`Self::complete`].
    pub fn create(&self) -> Result<Blank, LogError> {
        Ok(Blank { log: DurableLog::begin(&self.dir, &self.options)? })
    }

    /// What was made in the folder is a ledger from here on.
    pub fn complete(&self) -> Result<(), LogError> {
        complete(&self.dir)
    }

    /// Opens the ledger to write in it; no other process can meanwhile.
    pub fn open(&self) -> Result<Opening, DeskError> {
        let mut log = DurableLog::open(&self.dir, &self.options)?;
        let notices = log.take_notices();
        let desk = Desk::open(Box::new(log))?;
        contains_signed(&self.dir, desk.now().log().as_ref(), desk.state())?;
        Ok(Opening { desk, notices })
    }

    /// Opens the ledger to record what looks at no earlier activity; the same
    /// ledger, opened sooner.
    pub fn open_to_record(&self) -> Result<Opening, DeskError> {
        let opening = self.open_to_resume()?;
        let desk = &opening.desk;
        contains_signed(&self.dir, desk.now().log().as_ref(), desk.state())?;
        Ok(opening)
    }

    /// The same of a ledger that may have lost entries, to say that it goes on without
    /// them.
    pub fn open_to_resume(&self) -> Result<Opening, DeskError> {
        // The outline is read while the store opens, which takes as long.
        let (kept, log) = thread::scope(|scope| {
            let kept = scope.spawn(|| self.kept_outline());
            let log = DurableLog::open(&self.dir, &self.options);
            (kept.join().unwrap_or_default(), log)
        });
        let mut log = log?;
        let notices = log.take_notices();
        let (mut outline, state) = match kept {
            Some(kept) if kept.0.is_of(&log)? => kept,
            _ => (Outline::default(), State::without_records()),
        };
        let before = outline.size();
        let desk = Desk::beyond(Box::new(log), &mut outline, state)?;
        outline.keep(&self.dir, before);
        Ok(Opening { desk, notices })
    }

    /// Opens the ledger to import into it, however large it is.
    pub fn open_to_import(&self) -> Result<(Intake, Vec<Notice>), DeskError> {
        let mut log = DurableLog::open(&self.dir, &self.options)?;
        let notices = log.take_notices();
        let intake = Intake::of(Box::new(log), &self.dir)?;
        intake.contains_signed()?;
        Ok((intake, notices))
    }

    /// The outline that is kept, with what it says; none that says what cannot
    /// be.
    fn kept_outline(&self) -> Option<(Outline, State)> {
        let outline = Outline::kept(&self.dir)?;
        let state = replay_outline(&outline).ok()?;
        Some((outline, state))
    }

    /// Opens the ledger to try what would be written, without the lock where
    /// that can be.
    pub fn rehearse(&self) -> Result<Opening, DeskError> {
        let read = open_for_reading(&self.dir, &self.options)?;
        Ok(Opening { desk: Desk::open(read.log)?, notices: read.notices })
    }

    /// Opens the ledger to read it, from the twin alone where need be.
    pub fn read(&self) -> Result<Reading, LogError> {
        let read = open_for_reading(&self.dir, &self.options)?;
        Ok(Reading::new(read.log, read.notices, &self.dir))
    }

    /// Opens both copies, to compare them.
    pub fn copies(&self) -> Result<Copies, LogError> {
        let read = open_copies(&self.dir, &self.options)?;
        let store = read.store.map(|store| Reading::new(Box::new(store), Vec::new(), &self.dir));
        Ok(Copies { store, twin: Reading::new(Box::new(read.twin), read.notices, &self.dir) })
    }

    /// What is derived from a log, to be made again while that is read through.
    pub fn made_again(&self, twin: &Reading) -> Result<MadeAgain, LogError> {
        MadeAgain::of(&self.dir, twin.log())
    }

    /// Makes the index after so many entries were appended, unless they are few.
    pub fn make_index_after(&self, appended: usize) {
        if let Ok(reading) = self.read() {
            saved::make_after(&self.dir, reading.log(), appended);
        }
    }

    /// How far the index goes, and whether it says what the log says; none where
    /// there is none.
    pub fn check_index(&self, made: &MadeAgain, twin: &Reading) -> Result<Option<Derived>, DeskError> {
        made.index(&self.dir, twin.log())
    }

    /// Both copies read through, each with its end and what stops it there.
    pub fn inspect(&self) -> Result<Inspection, LogError> {
        inspect(&self.dir, &self.options)
    }

    /// Keeps one copy and makes the other anew from it.
    pub fn repair(&self, from: Source) -> Result<Repaired, DeskError> {
        let repaired = repair(&self.dir, &self.options, from)?;
        Ok(Repaired { desk: Desk::open(Box::new(repaired.log))?, aside: repaired.aside })
    }
}

impl Blank {
    /// Opens a new ledger in it: entry 0, its author's registration and the
    /// version of the program.
    pub fn begin(
        self,
        new: &NewLedger,
        custody: Custody,
        author: Author,
        now: Moment,
        ids: Ids<'_>,
    ) -> Result<Desk, DeskError> {
        let mut desk = Desk::create(Box::new(self.log), new, Some(custody), author, now, ids)?;
        desk.note_program(author, now, ids)?;
        Ok(desk)
    }

    /// Lays down the lines of a ledger that was elsewhere, byte for byte.
    pub fn lay(self, lines: impl Iterator<Item = Result<Vec<u8>, LogError>>) -> Result<Desk, DeskError> {
        Desk::open(Box::new(self.put(lines)?))
    }

    /// The same of a ledger of any size, of whose activities nothing is asked then.
    pub fn lay_large(
        self,
        lines: impl Iterator<Item = Result<Vec<u8>, LogError>>,
    ) -> Result<Desk, DeskError> {
        Desk::open_to_record(Box::new(self.put(lines)?))
    }

    fn put(
        mut self,
        lines: impl Iterator<Item = Result<Vec<u8>, LogError>>,
    ) -> Result<DurableLog, DeskError> {
        // In groups, each of which is synced, however many there are.
        let mut group = Vec::with_capacity(TOGETHER);
        for line in lines {
            group.push(line?);
            if group.len() == TOGETHER {
                self.log.append(&group)?;
                group.clear();
            }
        }
        self.log.append(&group)?;
        Ok(self.log)
    }
}
