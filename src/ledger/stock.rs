//! Where pieces of the index lie while it is made: in a file without a name beside the
//! log, so that they take no memory; whoever checks an index finds them in it.

use std::collections::HashMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use super::locked;
use crate::event::Hash;
use crate::figures::{Shelf, Stock};

/// A file beside a log, made when the first piece is put there.
#[derive(Debug)]
pub(super) struct BesideLog {
    dir: PathBuf,
    file: OnceLock<Option<Arc<Unnamed>>>,
}

/// A file without a name: whatever happens, nothing of it stays.
#[derive(Debug)]
struct Unnamed {
    file: File,
    end: Mutex<u64>,
}

impl BesideLog {
    pub(super) fn of(dir: &Path) -> Self {
        Self { dir: dir.to_owned(), file: OnceLock::new() }
    }

    /// Beside the log, or where the system puts such files where nothing can be written
    /// there.
    fn file(&self) -> Option<&Arc<Unnamed>> {
        let make = || {
            let file = tempfile::tempfile_in(&self.dir).or_else(|_| tempfile::tempfile()).ok()?;
            Some(Arc::new(Unnamed { file, end: Mutex::default() }))
        };
        self.file.get_or_init(make).as_ref()
    }
}

impl Stock for BesideLog {
    fn put(&self, bytes: Vec<u8>, _: Hash) -> (Arc<dyn Shelf>, u64) {
        let put = self.file().and_then(|file| Some((Arc::clone(file), file.put(&bytes)?)));
        match put {
            Some((file, from)) => (file, from),
            // Where there is no room for it, it stays in memory.
            None => (Arc::new(bytes), 0),
        }
    }
}

impl Unnamed {
    fn put(&self, bytes: &[u8]) -> Option<u64> {
        let mut end = locked(&self.end);
        self.file.write_all_at(bytes, *end).ok()?;
        let from = *end;
        *end += bytes.len() as u64;
        Some(from)
    }
}

impl Shelf for Unnamed {
    fn read(&self, from: u64, count: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; count];
        self.file.read_exact_at(&mut bytes, from).ok()?;
        Some(bytes)
    }

    fn size(&self) -> u64 {
        *locked(&self.end)
    }
}

/// The pieces of an index that is kept, where they are those that should be there; others
/// are put beside its log.
#[derive(Debug)]
pub(super) struct AsKept {
    kept: Arc<dyn Shelf>,
    /// Where pieces lie in it, by their hashes.
    pieces: HashMap<Hash, u64>,
    others: BesideLog,
}

impl AsKept {
    pub(super) fn of(kept: Arc<dyn Shelf>, pieces: HashMap<Hash, u64>, dir: &Path) -> Self {
        Self { kept, pieces, others: BesideLog::of(dir) }
    }
}

impl Stock for AsKept {
    fn put(&self, bytes: Vec<u8>, hash: Hash) -> (Arc<dyn Shelf>, u64) {
        let there = self.pieces.get(&hash).copied();
        let is_it = |from: &u64| self.kept.read(*from, bytes.len()).is_some_and(|kept| kept == bytes);
        match there.filter(is_it) {
            Some(from) => (Arc::clone(&self.kept), from),
            None => self.others.put(bytes, hash),
        }
    }
}
