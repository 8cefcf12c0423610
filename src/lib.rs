//! Jalon: an activity ledger for organisations that must answer for their
//! results. What happened is recorded as entries that are never changed; a
//! plan says what counts; every value is replayed from the entries and shows
//! what it is made of.
//!
//! # The house
//!
//! Folders are the stages of the data flow. A module uses only what stands
//! above it here; a test holds the table.
//!
//! ```text
//! event      what happened: entry, days, money, ids, canonical bytes, hash   knows no clock, file or store
//! proof      why it can be believed: tree, checkpoints, proofs, keys         knows no event, only bytes
//! plan       what was promised: catalogue, register, indicators, targets     knows no clock, file or store
//! log        where it is kept: the store, and its twin of plain lines        knows no event, only bytes
//! vault      what lies beside the log: documents, sealed values, keys        knows no log; its clock is nobody's
//! figures    what it adds up to: replay, contributions, values, tables       knows no clock, file or store
//! ledger     the use cases: record, correct, withdraw, import                joins the above; the clock is an argument
//! audit      what an auditor asks: verify, reconcile                         writes nothing; trusts no stored hash
//! exchange   other people's formats: plan files, JSON Lines, spreadsheets    decides nothing; says where input is wrong
//! present    how it looks: text and JSON, in French and English              knows no clock, file or store
//! web        pages over a ledger: router(office) -> Router                  decides nothing; handlers translate
//! cli        the command line: one file for each command                     holds no rule; the only one that prints
//! ```
//!
//! # The data flow
//!
//! ```text
//!                 what people type, files                         a question: which day, known when
//!                           │                                                  │
//!  cli, exchange ───────────▼                                                  ▼
//!                        Command                                            Question
//!                           │ decide(&State)                                   │ figures::table
//!  ledger                   ▼                                                  ▼
//!                 Drafts, or a Refusal ── a sentence               Table: rows, contributions, why not
//!                           │ place, time, hash                                │
//!  event                    ▼                                                  ▼ present
//!                    canonical lines                                 text, JSON, French, English
//!                           │ append, durable before it is told
//!  log                      ▼
//!                  lines/ and store/ ──── replay: State::apply ────▶ State ──▶ Question
//! ```
//!
//! Two functions are the whole of it: `ledger::decide` holds every rule and
//! does nothing, `figures::State::apply` does everything and has no rule.
//! `docs/format.md` describes the bytes, `docs/json.md` what is printed as JSON,
//! `docs/glossary.md` the words.

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
pub mod web;
