//! Why something is not done, in sentences: for each error one exhaustive
//! `match`, so that an error without a sentence does not compile.

mod audit;
mod vault;

pub use audit::finding_sentence;
pub use vault::{sealing_sentence, vault_sentence};
