//! What is made from the lines and kept beside them, so that it need not be made
//! again: one file each, with the hash of its bytes.
//!
//! One that is large comes in sections, of which only those are read that somebody
//! asks for.
//!
//! Such a file is not synced and may be lost: what does not match its hash is
//! not there, and nothing rests on it that cannot be made from the lines.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use super::disk::{on, open_own};
use super::{Action, LogError, layout};

/// The bytes kept under a name; none where they are not as they were written.
pub fn read_derived(dir: &Path, name: &str) -> Option<Vec<u8>> {
    let bytes = fs::read(dir.join(name)).ok()?;
    let head = layout::derived_head(&[]).len();
    let (head, body) = bytes.split_at_checked(head)?;
    (head == layout::derived_head(body).as_bytes()).then(|| body.to_vec())
}

/// Takes away what is kept under a name.
pub fn drop_derived(dir: &Path, name: &str) -> Result<(), LogError> {
    let path = dir.join(name);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(on(Action::Remove, &path)(error)),
        _ => Ok(()),
    }
}

/// Keeps bytes under a name, in place of those before. Where that cannot be done they
/// can be made again.
pub fn write_derived(dir: &Path, name: &str, body: &[u8]) -> Result<(), LogError> {
    write(dir, name, body).map_err(on(Action::Write, &dir.join(name)))
}

fn write(dir: &Path, name: &str, body: &[u8]) -> io::Result<()> {
    let new = dir.join(format!("{name}.new"));
    let mut file = open_own(&new)?;
    file.set_len(0)?;
    file.write_all(layout::derived_head(body).as_bytes())?;
    file.write_all(body)?;
    fs::rename(new, dir.join(name))
}

/// A file whose head is read at once, and its sections when they are asked for.
#[derive(Debug)]
pub struct DerivedFile {
    head: Vec<u8>,
    /// Where its sections begin, and where they end.
    first: u64,
    end: u64,
    file: File,
}

impl DerivedFile {
    /// The file of that name; none where its head is not as it was written.
    pub fn open(dir: &Path, name: &str) -> Option<Self> {
        let mut file = File::open(dir.join(name)).ok()?;
        let mut line = vec![0; layout::sectioned_head(0, &[]).len()];
        file.read_exact(&mut line).ok()?;
        let from = layout::head_of_sections(&line).filter(|from| *from >= line.len() as u64)?;
        file.seek(SeekFrom::Start(from)).ok()?;
        let mut head = Vec::new();
        file.read_to_end(&mut head).ok()?;
        let is_whole = layout::sectioned_head(from, &head).as_bytes() == line;
        is_whole.then_some(Self { head, first: line.len() as u64, end: from, file })
    }

    /// What says what is in its sections, and where.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// How many bytes its sections have.
    pub const fn size(&self) -> u64 {
        self.end - self.first
    }

    /// So many bytes of its sections from there on. Whoever asks knows their hash.
    pub fn read(&self, from: u64, count: usize) -> Option<Vec<u8>> {
        let from = self.first.checked_add(from)?;
        // Whatever a head says, no more room is taken than there are bytes.
        let after = from.checked_add(count as u64).filter(|after| *after <= self.end)?;
        let mut bytes = vec![0; usize::try_from(after - from).ok()?];
        self.file.read_exact_at(&mut bytes, from).ok()?;
        Some(bytes)
    }
}

/// Keeps sections that are put out one after the other, and then the head that is
/// made of them, under a name. Where that cannot be done they can be made again.
pub fn write_sections(
    dir: &Path,
    name: &str,
    make: impl FnOnce(&mut dyn FnMut(&[u8])) -> Option<Vec<u8>>,
) -> Result<(), LogError> {
    write_in_sections(dir, name, make).map_err(on(Action::Write, &dir.join(name)))
}

fn write_in_sections(
    dir: &Path,
    name: &str,
    make: impl FnOnce(&mut dyn FnMut(&[u8])) -> Option<Vec<u8>>,
) -> io::Result<()> {
    let new = dir.join(format!("{name}.new"));
    let file = open_own(&new)?;
    file.set_len(0)?;
    let mut out = BufWriter::new(file);
    let blank = layout::sectioned_head(0, &[]);
    out.write_all(blank.as_bytes())?;
    let (mut from, mut written) = (blank.len() as u64, Ok(()));
    let head = make(&mut |section| {
        from += section.len() as u64;
        if written.is_ok() {
            written = out.write_all(section);
        }
    });
    written?;
    let head = head.ok_or(io::ErrorKind::InvalidData)?;
    out.write_all(&head)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.write_all_at(layout::sectioned_head(from, &head).as_bytes(), 0)?;
    fs::rename(new, dir.join(name))
}
