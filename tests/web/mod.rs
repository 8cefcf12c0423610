//! The pages, asked of the router itself: no port, no clock, no order.

mod adding;
mod auditing;
mod closing;
mod counting;
mod dashboard;
mod forgetting;
mod golden;
mod hostile;
mod importing;
mod judging;
mod paging;
mod reading;
mod reconciling;
mod recording;
mod refusals;
mod remembering;
mod sampling;
mod sending;
mod totals;
mod unfinished;
mod verifying;
pub(crate) mod visitor;
