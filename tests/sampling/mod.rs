//! Samples: what a seed draws, and working papers there and back.

mod drawing;
pub(crate) mod papers;
