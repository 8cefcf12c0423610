//! What is said beside a table, where it does not say it itself.

use std::borrow::Cow;

use super::days::head_day;
use super::roles::Role;
use crate::event::{Currency, Day, YearEnd};
use crate::exchange::tabular::Cell;
use crate::plan::folded;

/// What is said beside a table.
#[derive(Clone, Debug, Default)]
pub struct AdoptSaid {
    /// The sheet that holds it.
    pub sheet: Option<String>,
    /// What columns hold, by their number from 0.
    pub columns: Vec<(usize, Role)>,
    /// The days of columns, by their number from 0, as a head names them.
    pub days: Vec<(usize, String)>,
    /// What rows are, by their number from 1.
    pub levels: Vec<(usize, Level)>,
    /// The targets of rows, by their number from 1, as they are typed; none of
    /// a row that has none.
    pub targets: Vec<(usize, Option<String>)>,
    /// The last day of totals whose column names none.
    pub as_at: Option<Day>,
    /// The first day of the plan.
    pub since: Option<Day>,
    /// The currency of amounts whose sign many share.
    pub currency: Option<Currency>,
    /// The last day of the fiscal year.
    pub year_end: Option<YearEnd>,
    /// What columns of years hold.
    pub years: Option<Years>,
    /// The rows that the mean of their group leaves out, by number from 1.
    pub left_out: Vec<usize>,
    /// Whether no other row is left out.
    pub none_left_out: bool,
    /// The mark between thousands.
    pub thousands: Option<char>,
}

impl AdoptSaid {
    /// The days that are said of a column.
    pub(super) fn days_of(&self, column: usize) -> Option<&str> {
        self.days.iter().rev().find(|(it, _)| *it == column).map(|(_, days)| days.as_str())
    }

    /// What names the days of a column: what is said of it, else its head.
    pub(super) fn head_of<'a>(&'a self, column: usize, head: Option<&'a Cell>) -> Option<Cow<'a, str>> {
        let said = self.days_of(column).map(Cow::Borrowed);
        said.or_else(|| head.map(|cell| Cow::Borrowed(cell.text.as_str())))
    }
}

/// What a row of a table is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// An objective, above groups.
    Objective,
    /// A group of rows.
    Group,
    /// A label that the rows below it share.
    Heading,
    /// An indicator.
    Row,
    /// An indicator that stands below no heading, nor do those after it.
    Apart,
    /// Nothing that is taken.
    Nothing,
}

/// What columns of years hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Years {
    /// What each year added.
    Within,
    /// What there was in all by its end.
    ToDate,
}

/// What is said of a column: its number from 0, what it holds, and its days.
pub type ColumnSaid = (usize, Role, Option<String>);

/// What `C=target` says: a column by its letters, and what it holds; `C=target@2022`
/// of which days too.
pub fn column_said(typed: &str) -> Option<ColumnSaid> {
    let (letters, role) = typed.split_once('=')?;
    let (role, days) = match role.split_once('@') {
        Some((role, days)) => (role, Some(days.trim().to_owned())),
        None => (role, None),
    };
    if days.as_ref().is_some_and(|days| head_day(days).is_none()) {
        return None;
    }
    let letters = letters.trim();
    let is_column = (1..=3).contains(&letters.len()) && letters.bytes().all(|it| it.is_ascii_alphabetic());
    let number = |value: usize, byte: u8| value * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = is_column.then(|| letters.bytes().fold(0, number))?;
    let role = match folded(role).as_str() {
        "number" | "numero" | "no" => Role::Number,
        "objective" | "objectif" | "objectif strategique" => Role::Objective,
        "group" | "groupe" => Role::Group,
        "label" | "indicator" | "indicateur" => Role::Label,
        "detail" | "row" | "rangee" => Role::Detail,
        "target" | "cible" => Role::Target,
        "total" | "delivered" | "livre" | "realise" => Role::Total,
        "percent" | "pourcentage" | "pour cent" => Role::Percent,
        "unit" | "unite" => Role::Unit,
        "nothing" | "rien" => Role::Nothing,
        _ => return None,
    };
    let may_have_days = matches!(role, Role::Target | Role::Total);
    (days.is_none() || may_have_days).then_some((column - 1, role, days))
}

/// What `12=heading` says: a row by its number, and what it is.
pub fn level_said(typed: &str) -> Option<(usize, Level)> {
    let (row, level) = typed.split_once('=')?;
    let level = match folded(level).as_str() {
        "objective" | "objectif" | "objectif strategique" => Level::Objective,
        "group" | "groupe" => Level::Group,
        "heading" | "titre" | "intitule" => Level::Heading,
        "row" | "indicator" | "indicateur" => Level::Row,
        "apart" | "alone" | "seul" | "hors titre" => Level::Apart,
        "nothing" | "rien" => Level::Nothing,
        _ => return None,
    };
    Some((row.trim().parse().ok().filter(|row| *row > 0)?, level))
}

/// What `12=≤ 10` says: a row by its number, and its target; `12=none`, that it
/// has none.
pub fn target_said(typed: &str) -> Option<(usize, Option<String>)> {
    let (row, target) = typed.split_once('=')?;
    let row = row.trim().parse().ok().filter(|row| *row > 0)?;
    match folded(target).as_str() {
        "none" | "aucune" | "aucun" | "rien" => Some((row, None)),
        _ if target.trim().is_empty() => None,
        _ => Some((row, Some(target.trim().to_owned()))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, column_said, level_said, target_said};
    use crate::exchange::Role;

    #[test]
    fn columns_and_rows_are_said_by_letter_and_number() {
        assert_eq!(column_said("C=cible"), Some((2, Role::Target, None)));
        assert_eq!(column_said("aa = Réalisé"), Some((26, Role::Total, None)));
        let days = |typed| column_said(typed).and_then(|(_, role, days)| Some((role, days?)));
        assert_eq!(days("C=cible@2022"), Some((Role::Target, "2022".to_owned())));
        assert_eq!(days("C=livré @ 2022-2023"), Some((Role::Total, "2022-2023".to_owned())));
        assert_eq!(level_said("12=titre"), Some((12, Level::Heading)));
        for typed in
            ["", "C", "=cible", "3=cible", "C=x", "ABCD=cible", "C=cible@", "C=cible@x", "C=unité@2022"]
        {
            assert_eq!(column_said(typed), None, "{typed}");
        }
        assert_eq!(target_said("12=≤ 10"), Some((12, Some("≤ 10".to_owned()))));
        assert_eq!(target_said("12=>= 10"), Some((12, Some(">= 10".to_owned()))));
        assert_eq!(target_said("12=aucune"), Some((12, None)));
        for typed in ["", "12", "0=1", "x=1", "12="] {
            assert_eq!(target_said(typed), None, "{typed}");
        }
        for typed in ["", "12", "0=titre", "x=titre", "12=x", "-1=titre"] {
            assert_eq!(level_said(typed), None, "{typed}");
        }
    }
}
