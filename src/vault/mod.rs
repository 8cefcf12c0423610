//! What lies beside the log: documents, sealed values, keys, accounts.
//!
//! ```text
//! LEDGER/
//!   evidence/7f/7f3a…          a document, named by its BLAKE3
//!   sealed/c2/c2d1…            a sealed value, named by its keyed hash
//!   checkpoints/0…42.note      a signed checkpoint of 42 entries; 0…42-1.note another one
//!   accounts.json              which account of this computer is which user
//! KEYS/                        outside every ledger
//!   <ledger>.key               signs checkpoints
//!   <ledger>.key.next          is to follow it, once that is recorded
//!   <ledger>.key.aside-1       a key that was there and was none of this ledger
//!   <ledger>.signed            the newest checkpoint that it signed
//!   <ledger>.signing           held by whoever signs
//!   <ledger>.persons/<person>.key   opens what is sealed for one person
//!   <ledger>.persons/<person>.destroyed   the mark that is left of a destroyed one
//! ```
//!
//! Documents and sealed values are durable before the entry that names them is
//! appended; an entry that is then refused leaves a file that nothing names.
//! `vault` knows no log, no plan and no rule.

mod accounts;
mod checkpoints;
mod disk;
mod documents;
mod envelope;
mod error;
mod keys;
mod media;
mod sealing;
mod seals;

pub use accounts::{Account, known_user, user_of};
pub use checkpoints::{Checkpoints, KeptNote};
pub use documents::{DocumentFault, Documents, Measured, Stored};
pub use envelope::PersonKey;
pub use error::VaultError;
pub use keys::{KeyKept, Keys};
pub use sealing::Sealing;
pub use seals::{Closed, Vault};
