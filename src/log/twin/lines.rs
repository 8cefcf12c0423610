//! The lines of a twin, segment after segment, read as a stream.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use super::super::disk::on;
use super::super::group::{self, Group, Groups};
use super::super::layout::{Form, LINE_LIMIT};
use super::super::{Action, Damage, Fault, LogError};
use super::view::{View, gap};

/// A segment being read.
pub(super) type Stream = Box<dyn BufRead + Send>;

/// Lines from one sequence to the end of the view.
pub(super) struct TwinLines<'a> {
    view: &'a View,
    segment: usize,
    stream: Stream,
    next: u64,
    /// What was read of the lines that a group has no more room for.
    begun: Vec<u8>,
    failed: bool,
}

/// Opens a segment at a byte of its plain form.
pub(super) fn open(path: &Path, form: Form, at: u64) -> Result<Stream, LogError> {
    let mut file = File::open(path).map_err(on(Action::Open, path))?;
    match form {
        Form::Plain => {
            file.seek(SeekFrom::Start(at)).map_err(on(Action::Read, path))?;
            Ok(Box::new(BufReader::with_capacity(128 << 10, file)))
        }
        Form::Packed => {
            let lines = zstd::Decoder::new(file).map_err(on(Action::Read, path))?;
            Ok(Box::new(BufReader::with_capacity(64 << 10, lines)))
        }
    }
}

impl<'a> TwinLines<'a> {
    /// Starts at a sequence that the view holds.
    pub(super) fn from(view: &'a View, from: u64) -> Result<Self, LogError> {
        let segment = view.segment_of(from);
        let (at, feeds) = view.place_before(segment, from)?;
        let mut lines = Self {
            view,
            segment,
            stream: view.open(segment, at)?,
            next: from - feeds,
            begun: vec![],
            failed: false,
        };
        for _ in 0..feeds {
            lines.skip_line()?;
        }
        Ok(lines)
    }

    /// Passes one line feed, reading nothing into memory.
    fn skip_line(&mut self) -> Result<(), LogError> {
        let passed = self.stream.skip_until(b'\n').map_err(|error| {
            let path = self.view.path(self.segment);
            on(Action::Read, &path)(error)
        })?;
        if passed == 0 {
            return Err(gap(self.next, self.end_of_segment()));
        }
        self.next += 1;
        Ok(())
    }

    /// The same lines in groups.
    pub(super) fn groups(mut self) -> Groups<'a> {
        group::groups(move |group, most| if self.is_done() { Ok(()) } else { self.fill(group, most) })
    }

    /// Reads on into a group, as far as whole lines of one segment go and no
    /// further than asked. Whoever fills a group reads straight into it: bytes
    /// that another core has read before come slower than the file.
    fn fill(&mut self, group: &mut Group, most: u64) -> Result<(), LogError> {
        if self.next == self.end_of_segment() {
            self.next_segment()?;
        }
        group.add(&self.begun);
        self.begun.clear();
        loop {
            let told = group.split(most.min(self.end_of_segment() - self.next), LINE_LIMIT + 1);
            self.next += told;
            if told > 0 {
                self.begun.extend_from_slice(group.rest());
                group.cut();
                return Ok(());
            }
            let begun = group.rest().len().min(LINE_LIMIT + 2);
            let read = group.read_from(&mut self.stream);
            let read = read.map_err(|error| on(Action::Read, &self.view.path(self.segment))(error))?;
            if read == 0 || begun > LINE_LIMIT + 1 {
                return Err(self.unended(begun));
            }
        }
    }

    fn is_done(&self) -> bool {
        self.failed || self.next >= self.view.head().size
    }

    /// Adds the next line to these bytes.
    fn add_line(&mut self, bytes: &mut Vec<u8>) -> Result<(), LogError> {
        if self.next == self.end_of_segment() {
            self.next_segment()?;
        }
        let before = bytes.len();
        let limit = LINE_LIMIT as u64 + 2;
        (&mut self.stream)
            .take(limit)
            .read_until(b'\n', bytes)
            .map_err(|error| on(Action::Read, &self.view.path(self.segment))(error))?;
        if bytes.len() == before || bytes.pop_if(|last| *last == b'\n').is_none() {
            return Err(self.unended(bytes.len() - before));
        }
        self.next += 1;
        Ok(())
    }

    /// What it means that a line has no end.
    fn unended(&self, bytes: usize) -> LogError {
        if bytes <= LINE_LIMIT {
            return gap(self.next, self.end_of_segment());
        }
        let damage = Damage::TwinBroken { sequence: self.next, source: Fault::TooLong { bytes } };
        damage.found(None, None)
    }

    fn end_of_segment(&self) -> u64 {
        self.view.end_of(self.segment)
    }

    fn next_segment(&mut self) -> Result<(), LogError> {
        let path = self.view.path(self.segment);
        let rest = self.stream.fill_buf().map_err(on(Action::Read, &path))?;
        if !rest.is_empty() || !self.begun.is_empty() {
            return Err(gap(self.next + 1, self.next));
        }
        self.segment += 1;
        self.stream = self.view.open(self.segment, 0)?;
        Ok(())
    }
}

impl Iterator for TwinLines<'_> {
    type Item = Result<Vec<u8>, LogError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_done() {
            return None;
        }
        let mut line = Vec::with_capacity(1024);
        let added = self.add_line(&mut line);
        self.failed = added.is_err();
        Some(added.map(|()| line))
    }
}
