//! The population for an auditor: its columns, row by row as CSV or in a workbook, and
//! what to control it by.
//!
//! ```text
//! Member ──▶ columns.rs ──▶ csv.rs, workbook/population.rs    a row each, none is kept
//! Control ─▶ control.rs ──▶ text, JSON, the workbook's sheet of control totals
//! ```

mod columns;
mod control;
mod csv;

pub(super) use columns::Cell;
pub use columns::Columns;
pub use control::{ControlGrounds, control_json, control_report};
pub(super) use control::{control_facts, money_rows};
pub use csv::PopulationCsv;
