//! The percentages that a table prints, beside those that follow from its own
//! numbers; and the rows that a group's mean leaves out.

use std::collections::BTreeSet;

use super::{Absence, AdoptSaid, SeenGroup, SeenRow, Understood};
use crate::event::Exact;
use crate::exchange::Spot;

/// A percentage as it is printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenPercent {
    /// The number, in percent.
    pub value: Exact,
    /// Whether no sign stands beside it, so that it may be the ratio itself.
    pub is_bare: bool,
    /// As it is printed.
    pub printed: String,
    /// Where it stands.
    pub spot: Spot,
}

/// A printed percentage that does not follow from the printed numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differing {
    /// Where it stands.
    pub spot: Spot,
    /// What people read of its row or group.
    pub label: String,
    /// As it is printed.
    pub printed: String,
    /// What follows, in percent, with as many decimals.
    pub follows: String,
    /// What it is of.
    pub of: DiffersIn,
}

/// What a percentage is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DiffersIn {
    /// One row.
    Row,
    /// A group: the mean of its rows.
    Group,
    /// A group whose mean is that of the percentages as they are printed.
    GroupOfPrinted,
}

/// Decimals of a percentage that are compared: beyond these a spreadsheet's
/// own arithmetic is not exact.
const MAX_DECIMALS: u32 = 6;

/// Rows of a group among which those that its mean leaves out are looked for.
const MAX_ROWS: usize = 14;

impl SeenPercent {
    fn decimals(&self) -> u32 {
        (0..MAX_DECIMALS).find(|decimals| self.value.has_decimals(*decimals)).unwrap_or(MAX_DECIMALS)
    }

    /// A ratio in percent, with as many decimals as are printed.
    fn rounded(&self, ratio: &Exact) -> String {
        (ratio.clone() * Exact::from(100_i64)).round(self.decimals())
    }

    /// Whether a ratio is what is printed.
    fn is(&self, ratio: &Exact) -> bool {
        let as_ratio = || {
            let decimals = (0..MAX_DECIMALS).find(|decimals| self.value.has_decimals(*decimals));
            ratio.round(decimals.unwrap_or(MAX_DECIMALS))
                == self.value.round(decimals.unwrap_or(MAX_DECIMALS))
        };
        self.rounded(ratio) == self.value.round(self.decimals()) || self.is_bare && as_ratio()
    }

    /// What it is as a ratio.
    fn ratio(&self) -> Exact {
        self.value.divided_by(&Exact::from(100_i64)).unwrap_or_else(Exact::zero)
    }
}

/// Says which rows each group's mean leaves out, and where a printed percentage
/// does not follow from the numbers.
pub(super) fn compare(seen: &mut Understood, said: &AdoptSaid) {
    let adds_up = seen.adds_up;
    let mut differing = Vec::new();
    for group in seen.objectives.iter_mut().flat_map(|it| &mut it.groups) {
        for row in &group.rows {
            let (Some(printed), Some(ratio)) = (&row.percent, ratio_of(row, adds_up)) else { continue };
            if !printed.is(&ratio) {
                differing.push(differs(printed, &row.label, &ratio, DiffersIn::Row));
            }
        }
        leave_out(group, said, adds_up);
        if let Some(differs) = group_differs(group, adds_up) {
            differing.push(differs);
        }
    }
    differing.sort_by_key(|it| (it.spot.line, it.spot.column));
    seen.differing = differing;
}

fn differs(printed: &SeenPercent, label: &str, ratio: &Exact, of: DiffersIn) -> Differing {
    Differing {
        spot: printed.spot.clone(),
        label: label.to_owned(),
        printed: printed.printed.clone(),
        follows: printed.rounded(ratio),
        of,
    }
}

/// How much of its target a row reaches, as the table will say it: by its last
/// total, or by all that years added. None of what is known only roughly, as is
/// a sum that lacks a year.
fn ratio_of(row: &SeenRow, adds_up: bool) -> Option<Exact> {
    let target = &row.target.as_ref()?.value;
    let lacks_a_year = row.absent.iter().any(|it| it.absence == Absence::Unadded);
    if lacks_a_year || row.totals.iter().any(|total| total.precision.is_some()) {
        return None;
    }
    let value = if adds_up && row.adds_up() {
        (!row.totals.is_empty()).then(|| row.totals.iter().map(|total| &total.value).sum())?
    } else {
        row.totals.iter().max_by_key(|total| total.to)?.value.clone()
    };
    value.divided_by(target)
}

/// The rows of a group that its mean may hold, by their place, with how much
/// of its target each reaches. None where one has no value: neither has the
/// mean then.
fn ratios(group: &SeenGroup, adds_up: bool) -> Option<Vec<(usize, Exact)>> {
    let with_target = group.rows.iter().enumerate().filter(|(_, row)| row.target.is_some());
    with_target.map(|(at, row)| Some((at, ratio_of(row, adds_up)?))).collect()
}

fn mean<'a>(ratios: impl Iterator<Item = &'a Exact>) -> Option<Exact> {
    let ratios: Vec<&Exact> = ratios.collect();
    let count = Exact::from(ratios.len());
    ratios.into_iter().sum::<Exact>().divided_by(&count)
}

/// Notes which rows the mean leaves out: those that are said; otherwise those
/// without which alone it is the one that is printed.
fn leave_out(group: &mut SeenGroup, said: &AdoptSaid, adds_up: bool) {
    let is_said = |row: &SeenRow| said.left_out.contains(&row.spot.line);
    let told: BTreeSet<usize> =
        group.rows.iter().enumerate().filter(|(_, row)| is_said(row)).map(|(at, _)| at).collect();
    if !told.is_empty() {
        group.left_out = told;
        return;
    }
    if said.none_left_out {
        return;
    }
    if let Some(found) = deduced(group, adds_up) {
        group.left_out = found;
        group.is_deduced = true;
    }
}

/// The one title, else the one choice of rows, without which the mean is the
/// printed one; none where it is so with all rows or by what the rows print, or
/// by several choices.
fn deduced(group: &SeenGroup, adds_up: bool) -> Option<BTreeSet<usize>> {
    let printed = group.percent.as_ref().filter(|printed| !printed.is_bare)?;
    let all = ratios(group, adds_up)?;
    if all.len() < 2 || all.len() > MAX_ROWS || printed.is(&mean(all.iter().map(|(_, it)| it))?) {
        return None;
    }
    if mean_of_printed(group).is_some_and(|mean| printed.is(&mean)) {
        return None;
    }
    let agrees = |left: &BTreeSet<usize>| {
        let kept = all.iter().filter(|(at, _)| !left.contains(at));
        mean(kept.map(|(_, ratio)| ratio)).is_some_and(|mean| printed.is(&mean))
    };
    // Whoever leaves out rows rather leaves out one title than any rows.
    let one = only(titles(group, &all).into_iter().filter(agrees));
    let every = (1_u32..(1 << all.len()) - 1).map(|choice| {
        let chosen = all.iter().enumerate().filter(|(bit, _)| choice & (1 << bit) != 0);
        chosen.map(|(_, (at, _))| *at).collect()
    });
    match one {
        Found::One(left) => Some(left),
        Found::Several => None,
        Found::None => match only(every.filter(agrees)) {
            Found::One(left) => Some(left),
            Found::None | Found::Several => None,
        },
    }
}

/// What is found among choices.
enum Found {
    None,
    One(BTreeSet<usize>),
    Several,
}

fn only(mut choices: impl Iterator<Item = BTreeSet<usize>>) -> Found {
    match (choices.next(), choices.next()) {
        (Some(one), None) => Found::One(one),
        (None, _) => Found::None,
        (Some(_), Some(_)) => Found::Several,
    }
}

/// The rows with a target below each title that they share; a row without one
/// stands alone.
fn titles(group: &SeenGroup, all: &[(usize, Exact)]) -> Vec<BTreeSet<usize>> {
    let mut titles: Vec<(Option<&String>, BTreeSet<usize>)> = Vec::new();
    for (at, _) in all {
        let heading = group.rows.get(*at).and_then(|row| row.heading.as_ref());
        match titles.last_mut() {
            Some((known, rows)) if heading.is_some() && *known == heading => {
                rows.insert(*at);
            }
            _ => titles.push((heading, BTreeSet::from([*at]))),
        }
    }
    titles.into_iter().map(|(_, rows)| rows).collect()
}

/// The mean of the percentages that the rows of a group print.
fn mean_of_printed(group: &SeenGroup) -> Option<Exact> {
    let with_target = group.rows.iter().filter(|row| row.target.is_some());
    let ratios: Option<Vec<Exact>> = with_target.map(|row| Some(row.percent.as_ref()?.ratio())).collect();
    mean(ratios?.iter())
}

fn group_differs(group: &SeenGroup, adds_up: bool) -> Option<Differing> {
    let printed = group.percent.as_ref()?;
    let all = ratios(group, adds_up)?;
    let kept = all.iter().filter(|(at, _)| !group.left_out.contains(at));
    let mean = mean(kept.map(|(_, ratio)| ratio))?;
    if printed.is(&mean) {
        return None;
    }
    let of_printed = mean_of_printed(group).filter(|_| group.left_out.is_empty());
    let of = match of_printed {
        Some(mean) if printed.is(&mean) => DiffersIn::GroupOfPrinted,
        _ => DiffersIn::Group,
    };
    Some(differs(printed, group.label.as_deref().unwrap_or_default(), &mean, of))
}
