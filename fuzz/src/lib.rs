//! What the fuzzers try: the targets of the suite, with the organisation that its
//! tests invent.

#[path = "../../tests/fuzzing/targets/mod.rs"]
pub mod targets;

#[path = "../../tests/invented/mod.rs"]
#[allow(dead_code)]
pub(crate) mod invented;
