//! The tree, what is signed of it, and what somebody else checks: published vectors,
//! a published log, and ledgers that lost what was signed of them.

mod independent;
mod lost;
mod published;
mod shown;
