//! One integration binary.
#![allow(missing_docs, reason = "tests name themselves")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod canonical;
mod ceimia;
mod commands;

mod house;
mod vault;
