//! What an auditor asks. The verifier shares no shortcut with the writer: it
//! hashes the stored bytes again and trusts no stored hash.

mod follows;
mod reconcile;
mod verify;

pub use reconcile::{Comparison, Printed, Verdict, reconcile};
pub use verify::{Fault, Sound, verify_lines};
