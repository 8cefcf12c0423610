//! Other people's formats, in and out.

mod bundle;
mod jsonl;
mod spot;

pub use bundle::{Bundle, BundleError, Named};
pub use jsonl::{ImportLine, JsonlError, Refs, read_jsonl};
pub use spot::{Spot, spot};
