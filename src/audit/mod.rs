//! What an auditor asks. The verifier shares no shortcut with the writer: it
//! hashes the stored bytes again and trusts no stored hash.

mod documents;
mod reconcile;
mod values;
mod verification;
mod verify;

pub use documents::{Beside, BesideCheck, BesideFinding, Named, named_in};
pub use reconcile::{Comparison, Printed, Verdict, reconcile};
pub use values::{ValueFinding, Values, check_values};
pub use verification::{Check, Checked, Finding, Outcome, Verification};
pub use verify::{Fault, Sound, verify_lines};
