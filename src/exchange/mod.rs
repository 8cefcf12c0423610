//! Other people's formats, in and out: files that people write, and the places
//! where they are wrong.
//!
//! ```text
//! JSON Lines ──read_jsonl──▶ Commands            each with its line
//! name=value ──typed_value──▶ Json               what people type, never guessed
//! a folder of files ──Bundle──▶ lines of a log   ids and times are in the files
//! ```
//!
//! `exchange` knows no store and no clock, and decides nothing: what it reads
//! becomes commands, and the ledger says what of them may be.

mod bundle;
mod jsonl;
mod nearest;
mod spot;
mod typed;

pub use bundle::{Bundle, BundleError, Named};
pub use jsonl::{ImportLine, JsonlError, Refs, read_jsonl};
pub use nearest::{folded, nearest};
pub use spot::{Spot, spot};
pub use typed::{TypedError, typed_number, typed_period, typed_value};
