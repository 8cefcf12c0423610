//! The columns of a table, each with the days of its totals.

use super::days::{HeadDay, fiscal, head_day, undated};
use super::lines::Lines;
use super::roles::{Heads, Role};
use super::said::{AdoptSaid, Years};
use super::{AdoptError, AdoptTrouble, Ask, SeenColumn, Understood};
use crate::event::Day;
use crate::exchange::Spot;

/// The columns, each with the days of its totals.
pub(super) fn columns(
    lines: &Lines,
    heads: &Heads,
    said: &AdoptSaid,
    as_at: Option<Day>,
    asks: &mut Vec<Ask>,
) -> Vec<SeenColumn> {
    let mut columns = Vec::new();
    let is_one_total = heads.roles.iter().filter(|role| **role == Role::Total).count() == 1;
    for (at, role) in heads.roles.iter().enumerate() {
        let cell = heads.texts.get(at);
        let spot = cell.map_or_else(|| lines.origin.at(heads.at + 1, at + 1), |cell| lines.origin.of(cell));
        let head = cell.map(|cell| cell.text.clone()).unwrap_or_default();
        if *role == Role::Nothing {
            continue;
        }
        let days = (*role == Role::Total).then(|| {
            let named = said.head_of(at, cell).unwrap_or_default();
            days(&named, &spot, said, as_at, asks)
        });
        let days = days.flatten();
        let undated = undated(&head).filter(|_| *role == Role::Total && is_one_total).map(str::to_owned);
        columns.push(SeenColumn { head, spot, at, role: *role, undated, days });
    }
    columns
}

/// The days of a column of totals; what is missing is asked.
fn days(
    head: &str,
    spot: &Spot,
    said: &AdoptSaid,
    as_at: Option<Day>,
    asks: &mut Vec<Ask>,
) -> Option<(Option<Day>, Day)> {
    let mut ask_once = |ask: Ask| {
        let kind = std::mem::discriminant(&ask);
        if !asks.iter().any(|known| std::mem::discriminant(known) == kind) {
            asks.push(ask);
        }
    };
    let period = match head_day(head) {
        Some(HeadDay::To(day)) => return Some((None, day)),
        Some(HeadDay::Within(period)) => Some(period),
        Some(HeadDay::Fiscal(years)) => match said.year_end {
            Some(end) => fiscal(&years, end),
            None => {
                ask_once(Ask::YearEnd { spot: spot.clone(), typed: head.to_owned() });
                if said.years.is_none() {
                    ask_once(Ask::Years { spot: spot.clone() });
                }
                return None;
            }
        },
        None => None,
    };
    let Some(period) = period else {
        if as_at.is_none() {
            ask_once(Ask::AsAt { spot: spot.clone() });
        }
        return as_at.map(|day| (None, day));
    };
    match said.years {
        Some(Years::Within) => Some((Some(period.from), period.to)),
        Some(Years::ToDate) => Some((None, period.to)),
        None => {
            ask_once(Ask::Years { spot: spot.clone() });
            None
        }
    }
}

pub(super) fn first_day(columns: &[SeenColumn]) -> Option<Day> {
    let all_begin = columns.iter().filter_map(|column| column.days).all(|(from, _)| from.is_some());
    let first = columns.iter().filter_map(|column| column.days?.0).min();
    first.filter(|_| all_begin)
}

/// Two columns of totals never are of the same days.
pub(super) fn check_twice(seen: &Understood) -> Result<(), AdoptError> {
    for (at, column) in seen.columns.iter().enumerate() {
        let same = |other: &&SeenColumn| column.days.is_some() && other.days == column.days;
        if seen.columns[..at].iter().any(|other| same(&other)) {
            let trouble = AdoptTrouble::Twice(column.head.clone());
            return Err(AdoptError::new(column.spot.clone(), trouble));
        }
    }
    Ok(())
}
