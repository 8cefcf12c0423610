//! The target and the totals of a row.

use super::builder::Builder;
use super::labels::unit_in;
use super::levels::cells_of;
use super::roles::Role;
use super::values::{Printed, is_absent};
use super::{Absence, SeenAbsent, SeenColumn, SeenRow, SeenTarget, SeenTotal, Why};
use crate::event::{Day, Exact, Precision};
use crate::exchange::tabular::Cell;
use crate::exchange::typed::echo;
use crate::exchange::{Unit, folded};

/// A total as it is printed: its cell, its value and its days.
type PrintedTotal<'a> = (&'a Cell, Printed, Option<(Option<Day>, Day)>);

impl Builder<'_> {
    /// Takes up the target and the totals of a row, all in one unit.
    pub(super) fn values(&mut self, cells: &[Cell], row: &mut SeenRow) {
        let target = self.target(cells);
        // Without its days, which are asked, a value is read for what else is.
        row.absent = self.absent(cells);
        let filled = |at: usize| cells.get(at).filter(|cell| !cell.is_empty());
        let columns = self.seen.columns.iter().filter(|column| column.role == Role::Total);
        let printed: Vec<_> = columns.filter_map(|column| Some((filled(column.at)?, column.days))).collect();
        let mut totals: Vec<PrintedTotal<'_>> = Vec::new();
        for (cell, days) in printed {
            let told = self.reader.unread.len();
            match self.reader.value(cell) {
                Some(value) => totals.push((cell, value, days)),
                // What is told as unreadable is a total that the row lacks.
                None if self.reader.unread.len() > told => row.absent.extend(self.lacking(cell, days)),
                None => {}
            }
        }
        let said = cells_of(cells, self.heads, Role::Unit).next();
        let mut units = target.iter().map(|(_, it)| it.unit).chain(totals.iter().map(|(_, it, _)| it.unit));
        let shown_unit = units.find(|unit| *unit != Unit::Bare);
        row.unit = shown_unit.unwrap_or_else(|| said.map_or(Unit::Bare, |cell| self.reader.unit(cell)));
        if row.unit == Unit::Bare
            && let Some(unit) = unit_in(&row.label)
        {
            row.unit = self.reader.unit_of(unit, &row.spot);
        }
        row.counted = said.map(|cell| cell.text.clone()).filter(|_| row.unit == Unit::Bare);
        // Percentages without their sign are known where none has one, and no
        // number may be the ratio.
        let are_bare = shown_unit.is_none();
        let one = Exact::from(1_i64);
        if let Unit::Currency(currency) = row.unit {
            self.seen.currency.get_or_insert(currency);
        }
        let fits = |printed: &Printed| {
            printed.unit == row.unit
                || printed.unit == Unit::Bare
                    && (matches!(row.unit, Unit::Currency(_))
                        || printed.value.is_zero()
                        || are_bare && printed.value > one)
        };
        for (cell, printed, days) in totals {
            if !fits(&printed) {
                self.reader.tell(cell, Why::Unit);
                row.absent.extend(self.lacking(cell, days));
                continue;
            }
            let Some((from, to)) = days else { continue };
            let Printed { value, precision, .. } = printed;
            let (printed, spot) = (shown(cell), self.reader.origin.of(cell));
            row.totals.push(SeenTotal { from, to, value, precision, printed, spot });
        }
        if let Some((cell, printed)) = target {
            if fits(&printed) {
                let is_most = printed.precision == Some(Precision::AtMost);
                row.target = Some(SeenTarget { value: printed.value, is_most, printed: shown(&cell) });
                if is_strict(&cell.text) {
                    self.reader.tell(&cell, Why::Strict);
                }
            } else {
                self.reader.tell(&cell, Why::Unit);
            }
        }
    }

    /// The target of a row as it is printed, or as it is said; what stands there
    /// and is neither a number nor a bound is asked.
    fn target(&mut self, cells: &[Cell]) -> Option<(Cell, Printed)> {
        let line = cells.first().map_or(0, |cell| cell.line);
        let mut cell = cells_of(cells, self.heads, Role::Target).next().cloned();
        if let Some((_, said)) = self.reader.said_target(line) {
            let column = cell.as_ref().map_or(1, |cell| cell.column);
            cell = said.as_ref().map(|text| Cell::new(text.clone(), line, column));
        }
        let cell = cell?;
        let told = self.reader.unread.len();
        match self.reader.value(&cell) {
            Some(printed) if !matches!(printed.precision, Some(Precision::About | Precision::Rounded)) => {
                return Some((cell, printed));
            }
            Some(_) => {}
            // A formula without a value is told, and what reads two ways asked.
            None if self.reader.unread[told..].iter().any(|it| matches!(it.why, Why::Amount(_))) => {
                self.reader.unread.truncate(told);
            }
            None => return None,
        }
        self.reader.ask_target(&cell);
        None
    }

    /// That a row lacks the total of these days, for what stands there is none.
    fn lacking(&self, cell: &Cell, days: Option<(Option<Day>, Day)>) -> Option<SeenAbsent> {
        let (from, to) = days?;
        let (spot, typed) = (self.reader.origin.of(cell), echo(cell.text.trim()));
        Some(SeenAbsent { spot, typed, from, to, absence: Absence::Earlier })
    }

    /// The days of which a row says that it has no total, or says nothing.
    fn absent(&self, cells: &[Cell]) -> Vec<SeenAbsent> {
        let columns = self.seen.columns.iter().filter(|column| column.role == Role::Total);
        let line = cells.first().map_or(0, |cell| cell.line);
        let of_column = |column: &SeenColumn| {
            let cell = cells.get(column.at);
            let typed = cell.map(|cell| echo(cell.text.trim())).unwrap_or_default();
            let (from, to) = column.days.filter(|_| cell.is_none_or(is_absent))?;
            let origin = &self.reader.origin;
            let spot = cell.map_or_else(|| origin.at(line, column.at + 1), |cell| origin.of(cell));
            Some(SeenAbsent { spot, typed, from, to, absence: Absence::Earlier })
        };
        columns.filter_map(of_column).collect()
    }
}

/// A value as a citation repeats it.
fn shown(cell: &Cell) -> String {
    cell.typed().trim().to_owned()
}

/// Whether a target is to be more than its number, or less: the number itself
/// does not reach it.
fn is_strict(text: &str) -> bool {
    let (words, text) = (folded(text), text.replace([' ', '\u{a0}', '\u{202f}'], ""));
    let is_sign = text.contains(['<', '>']) && !text.contains("<=") && !text.contains(">=");
    is_sign
        || ["plus de", "moins de", "more than", "less than", "over"]
            .iter()
            .any(|word| words.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}
