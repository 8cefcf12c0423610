//! One integration binary.
#![allow(missing_docs, reason = "tests name themselves")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod adopting;
mod auditing;
mod browser;
mod canonical;
mod ceimia;
mod closing;
mod commands;
mod counting;
mod damage;
mod entries;
mod faults;
mod fictif;
mod format;
mod fuzzing;
mod gallery;
mod importing;
mod index;
mod invented;
mod typing;

mod glossary;
mod house;
mod mapping;
mod matching;
mod outline;
mod packs;
mod picture;
mod place;
mod proofs;
mod properties;
mod readme;
mod reconciling;
mod recorders;
mod replay;
mod sampling;
mod schemas;
mod serving;
mod skimming;
mod spellings;
mod streaming;
mod tables;
mod templates;
mod terminal;
mod uncertain;
mod vault;
mod vectors;
mod verifying;
mod voice;
mod web;
mod widths;
mod workbooks;
