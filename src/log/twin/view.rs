//! What is in `lines/`, found without writing anything.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::super::chain::{Head, hash};
use super::super::disk::on;
use super::super::end::End;
use super::super::group;
use super::super::layout::{self, Form};
use super::super::{Action, Damage, Groups, Lines, LogError};
use super::back;
use super::extent::Extent;
use super::lines::{self, Stream, TwinLines};

/// A file of the twin, without its end: that is where the next begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    pub(super) first: u64,
    pub(super) form: Form,
}

/// The segments of a twin and its head.
#[derive(Debug, Clone)]
pub(in crate::log) struct View {
    dir: PathBuf,
    /// The only file, where all lines lie in one that has a name of its own.
    file: Option<PathBuf>,
    segments: Vec<Segment>,
    /// Of the last segment as it was when it was looked at.
    extent: Extent,
    head: Head,
}

impl View {
    /// Looks at a folder; none when it is not there. Lines before an end that is
    /// known are not counted again.
    pub(in crate::log) fn of(dir: &Path, known: Option<End>) -> Result<Option<Self>, LogError> {
        let names = match file_names(dir) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            names => names.map_err(on(Action::Open, dir))?,
        };
        let mut view = Self::empty(dir);
        view.segments = segments(&names);
        view.find_head(known)?;
        Ok(Some(view))
    }

    /// Looks at a file that holds all lines, as an export does.
    pub(in crate::log) fn of_file(path: &Path) -> Result<Self, LogError> {
        let mut view = Self::empty(path.parent().unwrap_or(path));
        view.file = Some(path.to_owned());
        view.segments = vec![Segment { first: 0, form: Form::Plain }];
        view.find_head(None)?;
        Ok(view)
    }

    /// A folder without segments.
    pub(super) fn empty(dir: &Path) -> Self {
        let (segments, extent, head) = (Vec::new(), Extent::default(), Head::default());
        Self { dir: dir.to_owned(), file: None, segments, extent, head }
    }

    fn find_head(&mut self, known: Option<End>) -> Result<(), LogError> {
        let Some(first) = self.segments.first() else {
            return Ok(());
        };
        if first.first != 0 {
            return Err(gap(0, first.first));
        }
        let last = self.segments.len() - 1;
        let known = known.and_then(|end| self.known_extent(end));
        self.extent = self.extent_of(last, known.unwrap_or_default())?;
        self.head.size = self.segments[last].first + self.extent.lines;
        // Only a plain segment is ever written to, so only it can be torn.
        if self.extent.torn > 0 && self.segments[last].form == Form::Packed {
            return Err(gap(self.head.size + 1, self.head.size));
        }
        self.head.hash = match (self.extent.last.take(), last) {
            (Some(line), _) => hash(&line),
            (None, 0) => return Ok(()),
            (None, _) => self.last_hash_before(last)?,
        };
        Ok(())
    }

    /// The last segment up to a known end, if the line that ends there is the
    /// one that ended there then. What cannot be read is found when all is.
    fn known_extent(&self, end: End) -> Option<Extent> {
        let (segment, place) = (self.last()?, end.place?);
        let is_of = place.segment == segment.first && segment.form == Form::Plain;
        let lines = end.head.size.checked_sub(segment.first).filter(|_| is_of)?;
        let line = back::line_before(&self.last_path(), place.bytes).ok()??;
        (hash(&line) == end.head.hash).then(|| Extent::known(lines, place.bytes, line))
    }

    /// The hash of the last line before an empty segment.
    fn last_hash_before(&self, segment: usize) -> Result<[u8; 32], LogError> {
        let before = self.extent_of(segment - 1, Extent::default())?;
        let found = self.segments[segment].first;
        let expected = self.segments[segment - 1].first + before.lines;
        match before.last {
            Some(line) if expected == found => Ok(hash(&line)),
            _ => Err(gap(expected, found)),
        }
    }

    /// How far a segment goes, from where that is known on.
    fn extent_of(&self, segment: usize, known: Extent) -> Result<Extent, LogError> {
        let mut extent = known;
        let rest = self.open(segment, extent.whole)?;
        extent.read_on(rest).map_err(on(Action::Read, &self.path(segment)))?;
        Ok(extent)
    }

    pub(in crate::log) fn head(&self) -> Head {
        self.head
    }

    /// The lines from this sequence on, up to the head.
    pub(in crate::log) fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        if from >= self.head.size {
            return Ok(Box::new(std::iter::empty()));
        }
        Ok(Box::new(TwinLines::from(self, from)?))
    }

    /// All lines up to the head, in groups.
    pub(in crate::log) fn scan(&self, from: u64) -> Result<Groups<'_>, LogError> {
        if self.head.size <= from {
            return Ok(group::groups(|_, _| Ok(())));
        }
        Ok(TwinLines::from(self, from)?.groups())
    }

    /// Whether this head is the view's, or one that it had before.
    pub(in crate::log) fn holds(&self, head: Head) -> Result<bool, LogError> {
        let Some(last) = head.size.checked_sub(1).filter(|_| head.size < self.head.size) else {
            return Ok(head == self.head || head.size == 0);
        };
        let line = self.read(last)?.next().transpose()?;
        Ok(line.is_some_and(|line| hash(&line) == head.hash))
    }

    /// How many bytes stand after the last line feed.
    pub(in crate::log) fn torn_bytes(&self) -> u64 {
        self.extent.torn
    }

    /// Where those bytes begin in the last segment.
    pub(super) fn whole_bytes(&self) -> u64 {
        self.extent.whole
    }

    pub(super) fn forget_torn(&mut self) {
        self.extent.torn = 0;
    }

    pub(super) fn set_head(&mut self, head: Head) {
        self.head = head;
    }

    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    pub(super) fn last(&self) -> Option<Segment> {
        self.segments.last().copied()
    }

    pub(super) fn last_path(&self) -> PathBuf {
        self.path(self.segments.len().saturating_sub(1))
    }

    /// Adds the plain segment that begins at the head.
    pub(super) fn add_segment(&mut self) {
        let first = self.head.size;
        let form = Form::Plain;
        self.segments.push(Segment { first, form });
        self.extent = Extent::default();
    }

    /// All segments but the last.
    pub(super) fn older(&self) -> &[Segment] {
        self.segments.split_last().map_or(&[], |(_, older)| older)
    }

    pub(super) fn set_packed(&mut self, segment: usize) {
        self.segments[segment].form = Form::Packed;
    }

    pub(super) fn path(&self, segment: usize) -> PathBuf {
        let Segment { first, form } = self.segments[segment];
        self.file.clone().unwrap_or_else(|| self.dir.join(layout::segment_name(first, form)))
    }

    pub(super) fn open(&self, segment: usize, at: u64) -> Result<Stream, LogError> {
        lines::open(&self.path(segment), self.segments[segment].form, at)
    }

    /// The segment that holds this sequence.
    pub(super) fn segment_of(&self, sequence: u64) -> usize {
        self.segments.partition_point(|segment| segment.first <= sequence).saturating_sub(1)
    }

    /// The sequence after the last of a segment.
    pub(super) fn end_of(&self, segment: usize) -> u64 {
        self.segments.get(segment + 1).map_or(self.head.size, |next| next.first)
    }

    /// Where to start reading a segment for this sequence, and how many line
    /// feeds to pass from there: what is nearer its end is counted from there.
    pub(super) fn place_before(&self, segment: usize, sequence: u64) -> Result<(u64, u64), LogError> {
        let line = sequence - self.segments[segment].first;
        let is_last = segment + 1 == self.segments.len();
        let Extent { lines, whole, .. } = self.extent;
        if !is_last || self.segments[segment].form == Form::Packed || line < lines / 2 {
            return Ok((0, line));
        }
        // What was added since it was looked at.
        if line >= lines {
            return Ok((whole, line - lines));
        }
        let path = self.path(segment);
        back::place_before(&path, whole, lines - line).map_err(on(Action::Read, &path))
    }
}

/// Lines that do not continue where they should.
pub(super) fn gap(expected: u64, found: u64) -> LogError {
    Damage::TwinGap { expected, found }.found(None, None)
}

fn file_names(dir: &Path) -> std::io::Result<Vec<String>> {
    fs::read_dir(dir)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// The segments among these files, in order. Of one that is there in both
/// forms the plain one counts: it is removed only when the other is complete.
fn segments(names: &[String]) -> Vec<Segment> {
    let mut found: Vec<_> = names.iter().filter_map(|name| layout::read_segment_name(name)).collect();
    found.sort_unstable();
    found.dedup_by_key(|(first, _)| *first);
    found.into_iter().map(|(first, form)| Segment { first, form }).collect()
}
