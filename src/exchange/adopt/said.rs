//! What is said beside a table, where it does not say it itself.

use super::roles::Role;
use crate::event::{Currency, Day, YearEnd};
use crate::plan::folded;

/// What is said beside a table.
#[derive(Clone, Debug, Default)]
pub struct AdoptSaid {
    /// The sheet that holds it.
    pub sheet: Option<String>,
    /// What columns hold, by their number from 0.
    pub columns: Vec<(usize, Role)>,
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

/// What `C=target` says: a column by its letters, and what it holds.
pub fn column_said(typed: &str) -> Option<(usize, Role)> {
    let (letters, role) = typed.split_once('=')?;
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
    Some((column - 1, role))
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
        assert_eq!(column_said("C=cible"), Some((2, Role::Target)));
        assert_eq!(column_said("aa = Réalisé"), Some((26, Role::Total)));
        assert_eq!(level_said("12=titre"), Some((12, Level::Heading)));
        for typed in ["", "C", "=cible", "3=cible", "C=x", "ABCD=cible"] {
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
