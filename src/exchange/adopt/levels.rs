//! Which rows are titles, and of what: an objective, a group, or a heading
//! that the rows below it share.

use std::collections::BTreeMap;

use super::Why;
use super::labels::{is_sum, ordinal, split_bare};
use super::lines::Lines;
use super::ranks::{Title, placed};
use super::roles::{Heads, Role};
use super::said::{AdoptSaid, Level};
use super::spans::span;
use crate::exchange::folded;
use crate::exchange::tabular::Cell;

/// A row below the heads, and what it is.
pub(super) struct Leveled<'a> {
    pub cells: &'a [Cell],
    pub level: Level,
    /// Whether nothing says which level a title has but where it stands.
    pub supposed: bool,
    /// Whether a bare number before a title counts objectives: `1 Former`.
    pub is_counted: bool,
    /// Why a title is not taken.
    pub untaken: Option<Why>,
    /// Whether the heading above it is its own.
    pub below: Below,
}

/// Whether a row stands below the heading above it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Below {
    /// It does.
    Heading,
    /// Nothing says so but that it follows.
    Perhaps,
    /// It does not, nor do those after it.
    Apart,
}

/// Words with which the title of an objective begins, folded.
const OBJECTIVE: &[&str] =
    &["objectif", "objective", "axe", "orientation", "but", "goal", "priorite", "priority"];

/// The rows of a table in order, blank ones left out.
pub(super) fn leveled<'a>(
    lines: &'a Lines,
    heads: &Heads,
    said: &AdoptSaid,
    notes: &BTreeMap<usize, String>,
) -> Vec<Leveled<'a>> {
    let first = title_above(&lines.rows, heads).unwrap_or(heads.below);
    let below = lines.rows.iter().enumerate().skip(first);
    let below = below.filter(|(at, row)| {
        let is_head = (heads.at..heads.below).contains(at) || is_heads_again(row, heads);
        !is_head && row.iter().any(|cell| !cell.is_empty())
    });
    let is_note = |cells: &[Cell]| cells.iter().any(|it| !it.is_empty() && notes.contains_key(&it.line));
    let (mut all, mut known): (Vec<Leveled<'a>>, Vec<bool>) = below
        .map(|(_, cells)| {
            if is_note(cells) {
                let untaken = Some(Why::Note);
                return (Leveled { untaken, ..Leveled::new(cells, Level::Nothing) }, true);
            }
            let (level, is_known) = level(cells, heads, said);
            (Leveled::new(cells, level), is_known)
        })
        .unzip();
    count_objectives(&mut all, &mut known, heads);
    let has_percent = |row: &Leveled<'_>| !is_blank(row.cells, heads, Role::Percent);
    let is_marked_group =
        |row: &Leveled<'_>| row.level == Level::Group && has_percent(row) && !is_sum(title(row.cells, heads));
    let known_rows = || all.iter().zip(&known).filter(|(_, known)| **known).map(|(row, _)| row);
    let groups_marked = known_rows().any(is_marked_group);
    let objectives_marked = known_rows().any(|row| row.level == Level::Objective);
    let titles: Vec<Title> = all
        .iter()
        .zip(&known)
        .map(|(row, known)| match known {
            // What is added up is no title of what follows.
            true if row.level == Level::Group && is_sum(title(row.cells, heads)) => {
                Title::Known(Level::Nothing)
            }
            true => Title::Known(row.level),
            false => unknown(row, lines, heads),
        })
        .collect();
    for (at, level) in placed(&titles, groups_marked, objectives_marked) {
        all[at].supposed = true;
        match level {
            Some(level) => all[at].level = level,
            None => (all[at].level, all[at].untaken) = (Level::Nothing, Some(Why::Level)),
        }
    }
    span(&mut all, heads);
    all
}

/// A title of which nothing says the level, as it looks.
fn unknown(row: &Leveled<'_>, lines: &Lines, heads: &Heads) -> Title {
    let text = title(row.cells, heads);
    let is_loud = text.chars().any(char::is_alphabetic) && text.to_uppercase() == text;
    let line = row.cells.first().map_or(0, |cell| cell.line);
    let indent = row.cells.iter().find(|cell| !cell.is_empty()).map_or(0, Cell::set_in);
    Title::Unknown { indent, is_loud, is_wide: lines.wide.contains(&line) }
}

impl<'a> Leveled<'a> {
    const fn new(cells: &'a [Cell], level: Level) -> Self {
        Self { cells, level, supposed: false, is_counted: false, untaken: None, below: Below::Heading }
    }
}

/// The title above the first heads, where the heads are repeated and stand below
/// a title each time.
pub(super) fn title_above(rows: &[Vec<Cell>], heads: &Heads) -> Option<usize> {
    let filled = |at: &usize| rows[*at].iter().any(|cell| !cell.is_empty());
    let above = |at: usize| (0..at).rev().find(filled);
    let is_title = |at: usize| {
        let row = &rows[at];
        let has = |role| !is_blank(row, heads, role);
        let is_one = row.iter().filter(|cell| !cell.is_empty()).count() == 1;
        is_one && ![Role::Target, Role::Total, Role::Percent].into_iter().any(has)
    };
    let mut again = (heads.below..rows.len()).filter(|at| is_heads_again(&rows[*at], heads)).peekable();
    again.peek()?;
    let all_below = again.all(|at| above(at).is_some_and(|at| at >= heads.below && is_title(at)));
    above(heads.at).filter(|at| all_below && is_title(*at))
}

/// Where titles that stand above others are counted, 1, 2, 3, they are those of
/// objectives.
fn count_objectives(all: &mut [Leveled<'_>], known: &mut [bool], heads: &Heads) {
    if all.iter().zip(&*known).any(|(row, known)| *known && row.level == Level::Objective) {
        return;
    }
    let counted: Vec<(usize, u32)> = all
        .iter()
        .enumerate()
        .filter(|(at, _)| !known[*at])
        .filter_map(|(at, row)| Some((at, ordinal(&split_bare(title(row.cells, heads)).0?)?)))
        .collect();
    let are_counted =
        counted.len() > 1 && counted.iter().zip(1..).all(|((_, number), count)| *number == count);
    let is_title = |at: usize| {
        all.get(at).is_some_and(|row| row.level == Level::Group && !is_sum(title(row.cells, heads)))
    };
    if are_counted && counted.iter().any(|(at, _)| is_title(at + 1)) {
        for (at, _) in counted {
            (all[at].level, all[at].is_counted, known[at]) = (Level::Objective, true, true);
        }
    }
}

/// The level that a row says itself, and whether it does.
fn level(cells: &[Cell], heads: &Heads, said: &AdoptSaid) -> (Level, bool) {
    let line = cells.first().map_or(0, |cell| cell.line);
    if let Some((_, level)) = said.levels.iter().find(|(row, _)| *row == line) {
        return (*level, true);
    }
    let has = |role: Role| !is_blank(cells, heads, role);
    if has(Role::Target) || has(Role::Total) {
        return (Level::Row, true);
    }
    let title = title(cells, heads);
    if title.is_empty() && !has(Role::Percent) {
        return (Level::Nothing, true);
    }
    if is_objective(cells, heads, title) {
        return (Level::Objective, true);
    }
    (Level::Group, has(Role::Percent) || is_sum(title))
}

/// Whether a title begins as those of objectives do: with their word and a
/// number, or with a whole number where the others have none.
fn is_objective(cells: &[Cell], heads: &Heads, title: &str) -> bool {
    let text = folded(title);
    let begins = OBJECTIVE.iter().filter_map(|word| text.strip_prefix(word)).any(|rest| {
        let mut words = rest.trim_start_matches('s').split(' ').filter(|word| !word.is_empty());
        let first = words.find(|word| !["strategique", "strategiques", "strategic", "no"].contains(word));
        rest.starts_with([' ', 's']) && first.is_some_and(|word| ordinal(word).is_some())
    });
    let number = heads.roles.iter().position(|role| *role == Role::Number);
    let number = number.and_then(|column| cells.get(column)).filter(|cell| !cell.is_empty());
    begins || number.is_some_and(|cell| ordinal(cell.text.trim_end_matches(['.', ')'])).is_some())
}

/// The words of a title: in the column of labels, or the first that stand in
/// the row.
pub(super) fn title<'a>(cells: &'a [Cell], heads: &Heads) -> &'a str {
    let label = cells_of(cells, heads, Role::Label).next();
    let words = || {
        let is_value = |role: Option<&Role>| {
            matches!(role, Some(Role::Target | Role::Total | Role::Percent | Role::Number))
        };
        let free = cells.iter().enumerate().filter(|(at, _)| !is_value(heads.roles.get(*at)));
        let number = cells_of(cells, heads, Role::Number);
        free.map(|(_, cell)| cell).chain(number).find(|cell| !cell.is_empty())
    };
    label.or_else(words).map_or("", |cell| cell.text.as_str())
}

/// The cells of a row in which something stands, in columns of this role.
pub(super) fn cells_of<'a>(cells: &'a [Cell], heads: &Heads, role: Role) -> impl Iterator<Item = &'a Cell> {
    let held: Vec<usize> = (0..heads.roles.len()).filter(|at| heads.roles[*at] == role).collect();
    held.into_iter().filter_map(|at| cells.get(at)).filter(|cell| !cell.is_empty())
}

fn is_blank(cells: &[Cell], heads: &Heads, role: Role) -> bool {
    cells_of(cells, heads, role).next().is_none()
}

/// Whether the row repeats the heads, as tables of several pages do.
fn is_heads_again(row: &[Cell], heads: &Heads) -> bool {
    let pairs = || row.iter().zip(&heads.texts).filter(|(cell, _)| !cell.is_empty());
    let values = [Role::Target, Role::Total];
    let has_value =
        row.iter().zip(&heads.roles).any(|(cell, role)| values.contains(role) && !cell.is_empty());
    has_value && pairs().all(|(cell, head)| folded(&cell.text) == folded(&head.text))
}
