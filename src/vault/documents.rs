//! Documents: copied beside the log under the name of their hash.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::disk::{self, Draft, on};
use super::error::VaultError;
use super::media::media_type;
use crate::event::{Evidence, EvidenceKind, Hash, MAX_DOCUMENT_BYTES, MAX_NAME, clean_line};

/// Bytes read at a time.
const CHUNK: usize = 1 << 16;

/// The documents of a ledger, in `evidence/`.
#[derive(Clone, Debug)]
pub struct Documents {
    folder: PathBuf,
}

/// What a document's bytes are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Measured {
    /// BLAKE3-256.
    pub blake3: Hash,
    /// SHA-256.
    pub sha256: Hash,
    /// Length.
    pub bytes: u64,
}

/// A file in the folder for documents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stored {
    /// Where it lies, from the ledger's folder.
    pub file: PathBuf,
    /// The hash that is its name, where it lies where a document of that hash does.
    pub hash: Option<Hash>,
    /// Its length.
    pub bytes: u64,
}

/// Why a document is not the one that an entry names.
#[derive(Debug, thiserror::Error)]
pub enum DocumentFault {
    /// It is not there.
    #[error("the document is missing")]
    Missing,
    /// It has another length or another hash.
    #[error("the document differs")]
    Differs,
    /// It cannot be read.
    #[error("the document cannot be read: {0}")]
    Unreadable(io::Error),
}

impl Documents {
    /// The documents of the ledger in this folder.
    pub fn of(ledger: &Path) -> Self {
        Self { folder: ledger.join("evidence") }
    }

    /// Copies a file beside the log, durably, and says what an entry says of
    /// it. A document that is there already is left as it is.
    pub fn keep(&self, file: &Path, kind: EvidenceKind) -> Result<Evidence, VaultError> {
        self.keep_from(file, &mut open(file)?, kind)
    }

    /// The same of a document that was sent, under the name it was sent with.
    pub fn keep_bytes(
        &self,
        name: &str,
        mut bytes: &[u8],
        kind: EvidenceKind,
    ) -> Result<Evidence, VaultError> {
        // What sends a file may name its folders, in its own way.
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
        self.keep_from(Path::new(name), &mut bytes, kind)
    }

    fn keep_from(
        &self,
        file: &Path,
        source: &mut dyn Read,
        kind: EvidenceKind,
    ) -> Result<Evidence, VaultError> {
        let name = name_of(file)?;
        disk::create_folder(&self.folder)?;
        let mut draft = Draft::new(&self.folder)?;
        let (measured, beginning) =
            copy(source, &mut draft.file).map_err(on(file))?.ok_or_else(|| too_large(file))?;
        if measured.bytes == 0 {
            return Err(VaultError::Empty { path: file.to_owned() });
        }
        self.settle(draft, measured)?;
        Ok(Evidence {
            blake3: measured.blake3,
            sha256: measured.sha256,
            bytes: measured.bytes,
            media_type: media_type(&beginning, &name).to_owned(),
            kind,
            name,
        })
    }

    /// Puts bytes beside the log, durably, by the hash that is their name.
    pub fn lay(&self, name: Hash, mut bytes: &[u8]) -> Result<(), VaultError> {
        let path = disk::place(&self.folder, name);
        disk::create_folder(&self.folder)?;
        let mut draft = Draft::new(&self.folder)?;
        let copied = copy(&mut bytes, &mut draft.file).map_err(on(&path))?;
        let (measured, _) = copied.ok_or_else(|| too_large(&path))?;
        self.settle(draft, measured)
    }

    /// Gives a copy its name, unless the same bytes stand there; a damaged
    /// copy is replaced by the sound one.
    fn settle(&self, draft: Draft, measured: Measured) -> Result<(), VaultError> {
        if self.measure(measured.blake3).is_ok_and(|there| there == measured) {
            return Ok(());
        }
        let path = disk::place(&self.folder, measured.blake3);
        let folder = path.parent().unwrap_or(&self.folder);
        disk::create_folder(folder)?;
        draft.name(&path)?;
        disk::sync_folder(folder)
    }

    /// Where a document lies.
    pub fn path(&self, document: &Evidence) -> PathBuf {
        disk::place(&self.folder, document.blake3)
    }

    /// Whether a document of this name and length is there; its bytes are not
    /// read.
    pub fn is_there(&self, document: &Evidence) -> bool {
        fs::metadata(self.path(document)).is_ok_and(|it| it.len() == document.bytes)
    }

    /// All files in the folder for documents, in order of their paths.
    pub fn stored(&self) -> Result<Vec<Stored>, VaultError> {
        let mut found = Vec::new();
        self.look_in(&self.folder, Path::new("evidence"), &mut found)?;
        found.sort_by(|one, other| one.file.cmp(&other.file));
        Ok(found)
    }

    fn look_in(&self, folder: &Path, named: &Path, found: &mut Vec<Stored>) -> Result<(), VaultError> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(on(folder)(error)),
        };
        for entry in entries {
            let entry = entry.map_err(on(folder))?;
            let (path, file) = (entry.path(), named.join(entry.file_name()));
            let about = entry.metadata().map_err(on(&path))?;
            if about.is_dir() {
                self.look_in(&path, &file, found)?;
                continue;
            }
            let hash = entry.file_name().to_string_lossy().parse().ok();
            let hash = hash.filter(|hash| disk::place(&self.folder, *hash) == path);
            found.push(Stored { file, hash, bytes: about.len() });
        }
        Ok(())
    }

    /// Copies a document into a file elsewhere, if it has the bytes that an entry names.
    pub fn give(&self, document: &Evidence, to: &Path) -> Result<Result<(), DocumentFault>, VaultError> {
        let mut source = match File::open(self.path(document)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Err(DocumentFault::Missing)),
            Err(error) => return Ok(Err(DocumentFault::Unreadable(error))),
        };
        let folder = to.parent().unwrap_or(Path::new("."));
        let mut draft = Draft::new(folder)?;
        let copied = copy(&mut source, &mut draft.file).map_err(on(to))?;
        if !copied.is_some_and(|(measured, _)| measured.is(document)) {
            return Ok(Err(DocumentFault::Differs));
        }
        draft.name(to)?;
        Ok(Ok(()))
    }

    /// Reads the file that bears this hash as its name, whatever its bytes are.
    pub fn measure(&self, name: Hash) -> Result<Measured, DocumentFault> {
        let mut file = match File::open(disk::place(&self.folder, name)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(DocumentFault::Missing),
            Err(error) => return Err(DocumentFault::Unreadable(error)),
        };
        let copied = copy(&mut file, &mut io::sink()).map_err(DocumentFault::Unreadable)?;
        copied.map(|(measured, _)| measured).ok_or(DocumentFault::Differs)
    }
}

impl Measured {
    /// Whether an entry says the same of its document.
    pub fn is(&self, document: &Evidence) -> bool {
        (self.blake3, self.sha256, self.bytes) == (document.blake3, document.sha256, document.bytes)
    }
}

fn name_of(file: &Path) -> Result<String, VaultError> {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    clean_line(&name, MAX_NAME).map_err(|source| VaultError::Name { path: file.to_owned(), source })
}

fn open(file: &Path) -> Result<File, VaultError> {
    // Asked before it is opened: a pipe without a writer would never open.
    let about = fs::metadata(file).map_err(on(file))?;
    if !about.is_file() {
        return Err(VaultError::NotAFile { path: file.to_owned() });
    }
    if about.len() > MAX_DOCUMENT_BYTES {
        return Err(too_large(file));
    }
    File::open(file).map_err(on(file))
}

fn too_large(file: &Path) -> VaultError {
    VaultError::TooLarge { path: file.to_owned() }
}

/// Copies all bytes and says what they are, with the first of them; none when
/// there are more than a document may have.
fn copy(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<Option<(Measured, Vec<u8>)>> {
    let (mut blake3, mut sha256) = (blake3::Hasher::new(), Sha256::new());
    let (mut bytes, mut beginning) = (0, Vec::new());
    let mut chunk = vec![0; CHUNK];
    loop {
        let length = match from.read(&mut chunk) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let part = &chunk[..length];
        bytes += length as u64;
        if bytes > MAX_DOCUMENT_BYTES {
            return Ok(None);
        }
        if beginning.is_empty() {
            beginning.extend_from_slice(&part[..length.min(16)]);
        }
        blake3.update(part);
        sha256.update(part);
        to.write_all(part)?;
    }
    let measured = Measured {
        blake3: Hash(*blake3.finalize().as_bytes()),
        sha256: Hash(sha256.finalize().into()),
        bytes,
    };
    Ok(Some((measured, beginning)))
}
