//! The pages, asked of the router itself: no port, no clock, no order.

mod golden;
mod hostile;
mod importing;
mod reading;
mod recording;
mod refusals;
pub(crate) mod visitor;
