//! Why it can be believed: the tree over the entries' hashes, what the ledger signs
//! of it, and how somebody else checks both.
//!
//! ```text
//!            Subtrees                          hashes of complete subtrees, kept by whoever can
//!   tree ────────┬──root──▶ Checkpoint ──sign──▶ Note            NAME, size, root, signature
//!                ├──inclusion, consistency──▶ InclusionFile, ConsistencyFile
//!                ├──several──▶ what shows that many entries are there at once
//!                └──▶ Tile                                       the tree as files to serve
//!
//!   check        Growing ──root──▶ the same root, from the leaves up
//!                check_inclusion, check_consistency, check_several, Verifier::signed
//! ```
//!
//! What makes and what checks share two hashes and nothing else. `proof` knows no
//! event, no file and no clock, only bytes.

mod check;
mod checkpoint;
mod handover;
mod key;
mod note;
mod proof_file;
mod several;
#[cfg(test)]
mod tests;
mod tile;
mod tree;
mod verifier;
mod within;

pub use check::{Growing, ProofError, check_consistency, check_inclusion};
pub use checkpoint::{Checkpoint, CheckpointError, SignedCheckpoint};
pub use handover::Handover;
pub use key::{KeyError, LedgerKey, is_verifier};
pub use note::{Note, NoteError, Signature};
pub use proof_file::{ConsistencyFile, InclusionFile, ProofFileError};
pub use several::check_several;
pub use tile::Tile;
pub use tree::{Node, Subtrees, consistency, empty, inclusion, leaf, over, parent, root, several};
pub use verifier::{Verifier, VerifierError};
