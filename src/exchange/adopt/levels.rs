//! Which rows are titles, and of what: an objective, a group, or a heading
//! that the rows below it share.

use super::roles::{Heads, Role};
use super::said::{AdoptSaid, Level};
use crate::exchange::folded;
use crate::exchange::tabular::Cell;

/// A row below the heads, and what it is.
pub(super) struct Leveled<'a> {
    pub cells: &'a [Cell],
    pub level: Level,
    /// Whether nothing says which level a title has but where it stands.
    pub supposed: bool,
}

/// Words with which the title of an objective begins, folded.
const OBJECTIVE: &[&str] =
    &["objectif", "objective", "axe", "orientation", "but", "goal", "priorite", "priority"];

/// The rows below the heads in order, blank ones left out.
pub(super) fn leveled<'a>(rows: &'a [Vec<Cell>], heads: &Heads, said: &AdoptSaid) -> Vec<Leveled<'a>> {
    let below = rows[heads.below..].iter().filter(|row| !is_heads_again(row, heads));
    let mut all: Vec<(Leveled<'a>, bool)> = below
        .filter(|row| row.iter().any(|cell| !cell.is_empty()))
        .map(|cells| {
            let (level, is_known) = level(cells, heads, said);
            (Leveled { cells, level, supposed: false }, is_known)
        })
        .collect();
    let has_percent = |row: &Leveled<'_>| !is_blank(row.cells, heads, Role::Percent);
    let groups_marked =
        all.iter().any(|(row, known)| *known && row.level == Level::Group && has_percent(row));
    let objectives_marked = all.iter().any(|(row, known)| *known && row.level == Level::Objective);
    suppose(&mut all, groups_marked, objectives_marked);
    all.into_iter().map(|(row, _)| row).collect()
}

/// Gives each title of unknown level the one that its place says.
fn suppose(all: &mut [(Leveled<'_>, bool)], groups_marked: bool, objectives_marked: bool) {
    let mut at = 0;
    while at < all.len() {
        if all[at].1 {
            at += 1;
            continue;
        }
        let run = all[at..].iter().take_while(|(_, known)| !known).count();
        for (index, (row, known)) in all[at..at + run].iter_mut().enumerate() {
            row.level = match (groups_marked, objectives_marked) {
                (false, true) if index == 0 => Level::Group,
                (true, _) | (false, true) => Level::Heading,
                (false, false) if index + 1 == run => Level::Group,
                (false, false) if index + 2 == run => Level::Objective,
                (false, false) => Level::Nothing,
            };
            row.supposed = true;
            *known = true;
        }
        at += run;
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
    (Level::Group, has(Role::Percent))
}

/// Whether a title begins as those of objectives do: with their word and a
/// number, or with a whole number where the others have none.
fn is_objective(cells: &[Cell], heads: &Heads, title: &str) -> bool {
    let text = folded(title);
    let begins = OBJECTIVE.iter().filter_map(|word| text.strip_prefix(word)).any(|rest| {
        let mut words = rest.trim_start_matches('s').split(' ').filter(|word| !word.is_empty());
        let first = words.find(|word| !["strategique", "strategiques", "strategic", "no"].contains(word));
        rest.starts_with([' ', 's']) && first.is_some_and(is_ordinal)
    });
    let number = heads.roles.iter().position(|role| *role == Role::Number);
    let number = number.and_then(|column| cells.get(column)).filter(|cell| !cell.is_empty());
    begins || number.is_some_and(|cell| is_ordinal(cell.text.trim_end_matches(['.', ')'])))
}

/// Whether a word counts objectives: 3, or III.
fn is_ordinal(word: &str) -> bool {
    let is_number = !word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        || ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
            .contains(&word.to_lowercase().as_str())
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
