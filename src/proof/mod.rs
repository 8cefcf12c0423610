//! Why it can be believed: the key with which the ledger signs, and how it is
//! written for those who check.
//!
//! ```text
//! LedgerKey ──verifier──▶ origin+id+key     stands in entry 0
//!           └──file──▶    kept outside the ledger
//! ```
//!
//! `proof` knows no event, no file and no clock, only bytes.

mod key;

pub use key::{KeyError, LedgerKey, is_verifier};
