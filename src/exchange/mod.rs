//! Other people's formats, in and out.

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
