//! Proofs that somebody else can check without the ledger: that an entry is there,
//! and that one checkpoint continues another.

use std::collections::BTreeSet;

use super::reading::Reading;
use super::tree::Tree;
use crate::log::LogError;
use crate::proof::{self, Checkpoint, ConsistencyFile, InclusionFile, Node, SignedCheckpoint};

/// Why something cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum ProvingError {
    /// The log cannot be read.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The checkpoint covers other entries than the ledger has, or more.
    #[error("the ledger does not contain the checkpoint of {0} entries")]
    NotContained(u64),
    /// The older checkpoint is another log's.
    #[error("it is a checkpoint of “{0}”")]
    Origin(String),
    /// The older checkpoint covers more than the newer one.
    #[error("the checkpoint of {older} entries is not older than that of {newer}")]
    NotOlder {
        /// How many the one to begin from covers.
        older: u64,
        /// How many the newest covers.
        newer: u64,
    },
}

/// A ledger with the tree over its entries.
pub struct Prover<'r> {
    tree: Tree<'r>,
    size: u64,
}

impl<'r> Prover<'r> {
    /// Of a ledger that is open for reading; told how many entries were read.
    pub fn of(reading: &'r Reading, told: &mut dyn FnMut(u64)) -> Result<Self, LogError> {
        Ok(Self { tree: Tree::of(reading.dir(), reading.log(), told)?, size: reading.size() })
    }

    /// The tree.
    pub(super) const fn tree(&self) -> &Tree<'r> {
        &self.tree
    }

    /// Checks that the ledger has the entries that a checkpoint covers.
    pub fn contains(&self, checkpoint: &Checkpoint) -> Result<(), ProvingError> {
        let Checkpoint { size, root, .. } = checkpoint;
        if *size <= self.size && proof::root(*size, &self.tree)? == *root {
            Ok(())
        } else {
            Err(ProvingError::NotContained(*size))
        }
    }

    /// That an entry is one of those that a checkpoint covers. The checkpoint covers it.
    pub fn inclusion(&self, index: u64, signed: SignedCheckpoint) -> Result<InclusionFile, ProvingError> {
        self.contains(&signed.checkpoint)?;
        let path = proof::inclusion(index, signed.checkpoint.size, &self.tree)?;
        Ok(InclusionFile { index, path, signed })
    }

    /// What shows that several entries are among those that a checkpoint covers, which it
    /// does.
    pub fn several(
        &self,
        wanted: &BTreeSet<u64>,
        checkpoint: &Checkpoint,
    ) -> Result<Vec<Node>, ProvingError> {
        self.contains(checkpoint)?;
        Ok(proof::several(wanted, checkpoint.size, &self.tree)?)
    }

    /// That a checkpoint continues an older one.
    pub fn consistency(
        &self,
        older: &Checkpoint,
        signed: SignedCheckpoint,
    ) -> Result<ConsistencyFile, ProvingError> {
        let newer = &signed.checkpoint;
        if older.origin != newer.origin {
            return Err(ProvingError::Origin(older.origin.clone()));
        }
        if older.size > newer.size {
            return Err(ProvingError::NotOlder { older: older.size, newer: newer.size });
        }
        self.contains(newer)?;
        self.contains(older)?;
        let path = proof::consistency(older.size, newer.size, &self.tree)?;
        Ok(ConsistencyFile { old: older.size, path, signed })
    }
}
