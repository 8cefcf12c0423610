//! A last line without its line feed: the rest of a write that a crash cut.
//! It was never acknowledged, but it is somebody's work: it is kept.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom};
use std::path::Path;

use super::super::disk::{self, on};
use super::super::layout;
use super::super::{Action, LogError, Notice};
use super::view::View;

/// Moves the half line, if there is one, to the `aside/` beside `lines/`.
///
/// The copy is durable before the line is cut from its segment, so a crash in
/// between leaves two copies, never none.
pub(super) fn move_aside(view: &mut View, stamp: &str) -> Result<Option<Notice>, LogError> {
    let bytes = view.torn_bytes();
    let Some(dir) = view.dir().parent().filter(|_| bytes > 0) else {
        return Ok(None);
    };
    let sequence = view.head().size;
    let path = disk::free_aside(dir, stamp, &layout::torn_line_name(sequence))?;
    let (segment, whole) = (view.last_path(), view.whole_bytes());
    if let Err(error) = copy_end(&segment, whole, &path) {
        // The line is still where it was: half a copy is of no value.
        let _ = fs::remove_file(&path);
        return Err(error);
    }
    cut(&segment, whole)?;
    view.forget_torn();
    Ok(Some(Notice::LineMovedAside { sequence, bytes, path }))
}

fn copy_end(segment: &Path, from: u64, to: &Path) -> Result<(), LogError> {
    let mut source = File::open(segment).map_err(on(Action::Open, segment))?;
    source.seek(SeekFrom::Start(from)).map_err(on(Action::Read, segment))?;
    let mut copy = File::create_new(to).map_err(on(Action::Create, to))?;
    io::copy(&mut source, &mut copy).map_err(on(Action::Write, to))?;
    copy.sync_all().map_err(on(Action::Sync, to))?;
    to.parent().map_or(Ok(()), disk::sync_dir)
}

fn cut(segment: &Path, length: u64) -> Result<(), LogError> {
    let file = OpenOptions::new().write(true).open(segment).map_err(on(Action::Open, segment))?;
    file.set_len(length).map_err(on(Action::Write, segment))?;
    file.sync_all().map_err(on(Action::Sync, segment))
}
