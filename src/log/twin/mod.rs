//! The twin: every line, as plain JSON Lines that need no program to be read.
//!
//! ```text
//! View        what is there: segments, their ends, the head     never writes
//!   ├─ Twin       adds lines, begins segments, packs older ones
//!   └─ TwinReader a Log of its own for when nothing may be written
//! ```

mod back;
mod extent;
mod lines;
mod pack;
mod reader;
mod torn;
mod view;

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use super::chain::Head;
use super::disk::{self, on};
use super::end::Place;
use super::layout::{self, Form};
use super::steps::{Step, Steps};
use super::{Action, Groups, Lines, LogError, Notice};

pub(super) use pack::ToSeal;
pub use reader::TwinReader;
pub(super) use view::View;

/// The twin of a ledger that this process holds.
pub(super) struct Twin {
    view: View,
    open: File,
    open_bytes: u64,
    limit: u64,
}

impl Twin {
    /// Takes over what a view found, putting in order what a crash left: the
    /// half line goes to `aside/`, older plain segments are packed.
    pub(super) fn settle(view: View, limit: u64, stamp: &str) -> Result<(Self, Option<Notice>), LogError> {
        let mut view = view;
        let notice = torn::move_aside(&mut view, stamp)?;
        let last_is_open = view.last().is_some_and(|last| last.form == Form::Plain);
        if !last_is_open {
            begin_segment(&mut view)?;
        }
        pack::remove_unfinished(&view)?;
        pack::pack_older(&mut view, &mut Steps::default())?;
        let (open, open_bytes) = open_last(&view)?;
        let twin = Self { view, open, open_bytes, limit };
        Ok((twin, notice))
    }

    pub(super) fn head(&self) -> Head {
        self.view.head()
    }

    /// Where its last line ends.
    pub(super) fn place(&self) -> Place {
        let segment = self.view.last().map_or(0, |last| last.first);
        Place { segment, bytes: self.open_bytes }
    }

    pub(super) fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        self.view.read(from)
    }

    pub(super) fn scan(&self, from: u64) -> Result<Groups<'_>, LogError> {
        self.view.scan(from)
    }

    /// Adds lines that follow the head, each ended by a line feed; durable when this
    /// returns.
    pub(super) fn append(&mut self, bytes: &[u8], head: Head, steps: &mut Steps) -> Result<(), LogError> {
        if self.open_bytes >= self.limit {
            self.roll(steps)?;
            pack::pack_older(&mut self.view, steps)?;
        }
        self.add(bytes, head, steps)
    }

    /// The same; what older segments it leaves plain are to be packed by somebody else.
    pub(super) fn append_first(
        &mut self,
        bytes: &[u8],
        head: Head,
        steps: &mut Steps,
    ) -> Result<Option<ToSeal>, LogError> {
        let is_full = self.open_bytes >= self.limit;
        if is_full {
            self.roll(steps)?;
        }
        self.add(bytes, head, steps)?;
        Ok(is_full.then(|| ToSeal::last_of(&self.view)).flatten())
    }

    /// Puts a segment that was packed in the place of the plain one.
    pub(super) fn sealed(&mut self, sealed: &ToSeal, steps: &mut Steps) -> Result<(), LogError> {
        sealed.put(&mut self.view, steps)
    }

    fn add(&mut self, bytes: &[u8], head: Head, steps: &mut Steps) -> Result<(), LogError> {
        self.open.write_all(bytes).map_err(on(Action::Write, &self.view.last_path()))?;
        steps.done(Step::LinesWritten)?;
        self.sync()?;
        self.open_bytes += bytes.len() as u64;
        self.view.set_head(head);
        steps.done(Step::LinesDurable)
    }

    pub(super) fn sync(&self) -> Result<(), LogError> {
        let synced = self.open.sync_data();
        synced.map_err(on(Action::Sync, &self.view.last_path()))
    }

    fn roll(&mut self, steps: &mut Steps) -> Result<(), LogError> {
        begin_segment(&mut self.view)?;
        steps.done(Step::SegmentBegun)?;
        (self.open, self.open_bytes) = open_last(&self.view)?;
        Ok(())
    }
}

/// Creates a folder for lines, with its first segment.
pub(super) fn create(dir: &Path, name: &str) -> Result<(), LogError> {
    let lines = disk::create_dir(dir, name)?;
    begin_segment(&mut View::empty(&lines))
}

fn begin_segment(view: &mut View) -> Result<(), LogError> {
    let name = layout::segment_name(view.head().size, Form::Plain);
    disk::create_file(view.dir(), &name, b"")?;
    view.add_segment();
    Ok(())
}

fn open_last(view: &View) -> Result<(File, u64), LogError> {
    let path = view.last_path();
    let file = OpenOptions::new().append(true).open(&path).map_err(on(Action::Open, &path))?;
    let bytes = file.metadata().map_err(on(Action::Open, &path))?.len();
    Ok((file, bytes))
}

/// These lines, each ended by a line feed.
pub(super) fn join(lines: &[Vec<u8>]) -> Vec<u8> {
    let length = lines.iter().map(|line| line.len() + 1).sum();
    let mut bytes = Vec::with_capacity(length);
    for line in lines {
        bytes.extend_from_slice(line);
        bytes.push(b'\n');
    }
    bytes
}
