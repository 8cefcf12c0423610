//! Jalon: an activity ledger for organisations that must answer for their
//! results.

pub mod event;
pub mod figures;
pub mod ledger;
pub mod log;
pub mod plan;
