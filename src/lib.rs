//! Jalon: an activity ledger for organisations that must answer for their
//! results.
//!
//! Folders are the stages of the data flow; dependencies point downwards.
//!
//! ```text
//! cli ──▶ present, exchange, audit ──▶ ledger ──▶ figures ──▶ plan ──▶ event
//!                                        ├──▶ log   (bytes only)
//!                                        └──▶ vault (documents, sealed values, keys)
//! ```

pub mod audit;
pub mod cli;
pub mod event;
pub mod exchange;
pub mod figures;
pub mod ledger;
pub mod log;
pub mod plan;
pub mod present;
pub mod proof;
pub mod vault;
