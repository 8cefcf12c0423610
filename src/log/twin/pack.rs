//! Older segments, packed: written under a temporary name, synced, renamed,
//! and only then is the plain one removed. A crash between any two steps
//! leaves the plain one or both, and the next open does it again.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::super::disk::{self, on};
use super::super::layout::{self, Form};
use super::super::steps::{Step, Steps};
use super::super::{Action, LogError};
use super::view::View;

/// Packs every segment but the last that is still plain.
pub(super) fn pack_older(view: &mut View, steps: &mut Steps) -> Result<(), LogError> {
    for segment in 0..view.older().len() {
        if view.older()[segment].form == Form::Plain {
            pack_segment(view, segment, steps)?;
        }
    }
    Ok(())
}

/// Removes what a crash left half packed; the plain segment is still there.
pub(super) fn remove_unfinished(view: &View) -> Result<(), LogError> {
    for segment in view.older() {
        let path = view.dir().join(layout::packing_name(segment.first));
        match fs::remove_file(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            done => done.map_err(on(Action::Remove, &path))?,
        }
    }
    Ok(())
}

fn pack_segment(view: &mut View, segment: usize, steps: &mut Steps) -> Result<(), LogError> {
    let to_seal = ToSeal::of(view, segment);
    to_seal.pack()?;
    to_seal.put(view, steps)
}

/// A segment that is to be packed.
pub(in crate::log) struct ToSeal {
    segment: usize,
    first: u64,
    plain: PathBuf,
    unfinished: PathBuf,
}

impl ToSeal {
    fn of(view: &View, segment: usize) -> Self {
        let first = view.older()[segment].first;
        let unfinished = view.dir().join(layout::packing_name(first));
        Self { segment, first, plain: view.path(segment), unfinished }
    }

    /// The newest of those that are not added to any more.
    pub(super) fn last_of(view: &View) -> Option<Self> {
        view.older().len().checked_sub(1).map(|last| Self::of(view, last))
    }

    /// Packs it beside the plain one; whoever writes is not waited for.
    pub(in crate::log) fn pack(&self) -> Result<(), LogError> {
        write_packed(&self.plain, &self.unfinished)
    }

    /// Puts what was packed in the place of the plain one.
    pub(super) fn put(&self, view: &mut View, steps: &mut Steps) -> Result<(), LogError> {
        let Self { segment, first, plain, unfinished } = self;
        steps.done(Step::SegmentPacked)?;
        let packed = view.dir().join(layout::segment_name(*first, Form::Packed));
        disk::rename(unfinished, &packed)?;
        steps.done(Step::SegmentNamed)?;
        fs::remove_file(plain).map_err(on(Action::Remove, plain))?;
        disk::sync_dir(view.dir())?;
        view.set_packed(*segment);
        steps.done(Step::SegmentRemoved)
    }
}

fn write_packed(plain: &Path, packed: &Path) -> Result<(), LogError> {
    let mut lines = File::open(plain).map_err(on(Action::Open, plain))?;
    let file = File::create(packed).map_err(on(Action::Create, packed))?;
    let copy = || -> io::Result<File> {
        let mut encoder = zstd::Encoder::new(file, layout::SEGMENT_LEVEL)?;
        encoder.include_checksum(true)?;
        io::copy(&mut lines, &mut encoder)?;
        encoder.finish()
    };
    let file = copy().map_err(on(Action::Write, packed))?;
    file.sync_all().map_err(on(Action::Sync, packed))
}
