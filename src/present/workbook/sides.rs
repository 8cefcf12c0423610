//! The two sides of a share, each of which has a row with its number and its
//! entries below it: of one side alone nobody can work out the ratio.

use super::table_sheet::in_cells;
use crate::event::Exact;
use crate::figures::{RowTable, Ruling, Value};
use crate::plan::{Indicator, Kind};

/// One side.
pub(super) struct Side<'s> {
    pub(super) indicator: &'s Indicator,
    pub(super) value: &'s Value,
    pub(super) number: &'s Exact,
}

/// The part and the whole of a share that is their ratio; none of any other
/// row, nor of a share that somebody published.
pub(super) fn sides<'s>(ruling: &'s Ruling<'_>, row: &'s RowTable<'_>) -> Option<[Side<'s>; 2]> {
    let rule = &row.indicator.rule;
    let parts = row.value.parts.as_ref().filter(|_| rule.kind == Kind::Share)?;
    let side = |id: &Option<String>, value: &'s Value| {
        let indicator = ruling.indicator(id.as_deref()?)?;
        Some(Side { indicator, value, number: value.delivered.as_ref()? })
    };
    let sides = [side(&rule.part, &parts.0)?, side(&rule.whole, &parts.1)?];
    let [part, whole] = [&sides[0], &sides[1]].map(|side| in_cells(side.indicator, side.number));
    let ratio = part.divided_by(&whole)?;
    (ratio == in_cells(row.indicator, row.value.delivered.as_ref()?)).then_some(sides)
}

/// The rows of the two numbers, below the row of the share.
pub(super) fn side_rows(at: u32, [part, _]: &[Side<'_>; 2]) -> [u32; 2] {
    [at + 1, at + 2 + entries(part.value)]
}

/// How many rows stand below the row of a value.
pub(super) fn rows_below(ruling: &Ruling<'_>, row: &RowTable<'_>) -> u32 {
    match sides(ruling, row) {
        Some(sides) => sides.iter().map(|side| entries(side.value) + 1).sum(),
        None => entries(&row.value),
    }
}

fn entries(value: &Value) -> u32 {
    u32::try_from(value.contributions.len()).unwrap_or(u32::MAX)
}
