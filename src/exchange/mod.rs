//! Other people's formats, in and out.

mod bundle;
mod jsonl;
mod spot;
mod typed;

pub use crate::plan::{folded, nearest};
pub use bundle::{Bundle, BundleError, Named};
pub use jsonl::{ImportLine, JsonlError, Refs, read_jsonl};
pub use spot::{Spot, spot};
pub use typed::{TypedError, typed_number, typed_period, typed_value};
