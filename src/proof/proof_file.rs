//! Proofs as files.
//!
//! ```text
//! c2sp.org/tlog-proof@v1           that an entry is there (C2SP tlog-proof)
//! extra BASE64                     optional; nobody vouches for it
//! index N
//! BASE64(hash)                     …from the leaf to the root
//!
//! …the checkpoint, as it was signed
//!
//! old N                            that one checkpoint continues another: what a witness is
//! BASE64(hash)                     sent (C2SP tlog-witness, add-checkpoint)
//!
//! …the newer checkpoint, as it was signed
//! ```

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::check::{ProofError, check_consistency, check_inclusion};
use super::checkpoint::{Checkpoint, CheckpointError, SignedCheckpoint};
use super::tree::Node;

/// First line of a proof that an entry is there.
const HEAD: &str = "c2sp.org/tlog-proof@v1";
/// More hashes than any tree has levels, the most that a witness takes.
const MOST_HASHES: usize = 63;

/// That an entry is there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InclusionFile {
    /// Which entry, from 0.
    pub index: u64,
    /// What leads from it to the root.
    pub path: Vec<Node>,
    /// The checkpoint of that root.
    pub signed: SignedCheckpoint,
}

/// That a checkpoint continues an older one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConsistencyFile {
    /// How many entries the older one covers.
    pub old: u64,
    /// What leads from its root to the newer one's.
    pub path: Vec<Node>,
    /// The newer one.
    pub signed: SignedCheckpoint,
}

/// Why a file is no proof.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ProofFileError {
    /// It is not written as one.
    #[error("this is no proof")]
    Form,
    /// Its checkpoint is none.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
}

impl InclusionFile {
    /// Reads a file; neither proof nor signature is checked.
    pub fn read(text: &str) -> Result<Self, ProofFileError> {
        let rest =
            text.strip_prefix(HEAD).and_then(|it| it.strip_prefix('\n')).ok_or(ProofFileError::Form)?;
        let rest = match rest.strip_prefix("extra ").map(|it| it.split_once('\n')) {
            Some(Some((extra, rest))) if STANDARD.decode(extra).is_ok() => rest,
            Some(_) => return Err(ProofFileError::Form),
            None => rest,
        };
        let (index, path, signed) = numbered(rest, "index ")?;
        Ok(Self { index, path, signed })
    }

    /// Checks that a leaf of this hash stands where the file says.
    pub fn check(&self, leaf: &Node) -> Result<(), ProofError> {
        let Checkpoint { size, root, .. } = &self.signed.checkpoint;
        check_inclusion(leaf, self.index, *size, &self.path, root)
    }
}

impl ConsistencyFile {
    /// Reads a file; neither proof nor signature is checked.
    pub fn read(text: &str) -> Result<Self, ProofFileError> {
        let (old, path, signed) = numbered(text, "old ")?;
        Ok(Self { old, path, signed })
    }

    /// Checks that its checkpoint continues this one.
    pub fn check(&self, older: &Checkpoint) -> Result<(), ProofError> {
        let newer = &self.signed.checkpoint;
        if older.size != self.old {
            return Err(ProofError::OldRoot);
        }
        check_consistency((older.size, &older.root), (newer.size, &newer.root), &self.path)
    }
}

/// A line with a number, lines with hashes, an empty line and a checkpoint.
fn numbered(text: &str, name: &str) -> Result<(u64, Vec<Node>, SignedCheckpoint), ProofFileError> {
    let (lines, checkpoint) = text.split_once("\n\n").ok_or(ProofFileError::Form)?;
    let mut lines = lines.split('\n');
    let number = lines.next().and_then(|line| line.strip_prefix(name)).ok_or(ProofFileError::Form)?;
    let value: u64 = number.parse().map_err(|_| ProofFileError::Form)?;
    let path: Option<Vec<Node>> = lines.map(|line| STANDARD.decode(line).ok()?.try_into().ok()).collect();
    let path = path.filter(|path| path.len() <= MOST_HASHES && value.to_string() == number);
    Ok((value, path.ok_or(ProofFileError::Form)?, SignedCheckpoint::read(checkpoint)?))
}

fn write(f: &mut fmt::Formatter<'_>, path: &[Node], signed: &SignedCheckpoint) -> fmt::Result {
    path.iter().try_for_each(|node| writeln!(f, "{}", STANDARD.encode(node)))?;
    write!(f, "\n{}", signed.note)
}

impl fmt::Display for InclusionFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}\nindex {}", self.index)?;
        write(f, &self.path, &self.signed)
    }
}

impl fmt::Display for ConsistencyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        write(f, &self.path, &self.signed)
    }
}
