//! Why it can be believed: for now the key that checkpoints will be signed
//! with, and how it is written for those who check.
//!
//! `proof` knows no event, only bytes.

mod key;

pub use key::{KeyError, LedgerKey};
