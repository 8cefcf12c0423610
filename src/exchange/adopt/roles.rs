//! What each column holds, by its head and by what stands below it.

use super::days::{HeadDay, fiscal, head_day};
use super::lines::Lines;
use super::said::{AdoptSaid, Years};
use super::{AdoptError, AdoptTrouble, Ask};
use crate::event::{Day, YearEnd};
use crate::exchange::folded;
use crate::exchange::tabular::{Cell, Given};

/// What a column of a table of indicators holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The organisation's own numbering.
    Number,
    /// The objective, above groups.
    Objective,
    /// The group of rows.
    Group,
    /// The label; the heading, where a detail stands beside it.
    Label,
    /// The label below a heading.
    Detail,
    /// The target.
    Target,
    /// A total.
    Total,
    /// How much of the target is reached, which is not kept.
    Percent,
    /// What is counted.
    Unit,
    /// Nothing that is taken.
    Nothing,
}

/// Rows among which the heads are looked for.
const MAX_TITLES: usize = 50;

/// The row of heads: where it is, what it says, and what the columns hold.
pub(super) struct Heads {
    /// Its place among the rows.
    pub at: usize,
    /// The first row below it.
    pub below: usize,
    /// The text of each column.
    pub texts: Vec<Cell>,
    /// What each column holds.
    pub roles: Vec<Role>,
    /// The columns that sum up those of years.
    pub sums: Vec<usize>,
    /// The columns of targets of earlier days than the last.
    pub earlier: Vec<usize>,
}

/// The row that names most columns, with a label and a value among them.
pub(in crate::exchange) fn best_heads(rows: &[Vec<Cell>]) -> Option<usize> {
    let worth = |row: &Vec<Cell>| {
        let roles: Vec<Role> = row.iter().filter_map(|cell| role_of(&cell.text)).collect();
        let has = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
        let is_table = has(&[Role::Target, Role::Total]) && roles.len() > 1;
        if is_table { roles.len() } else { 0 }
    };
    let counts = rows.iter().take(MAX_TITLES).map(worth).enumerate();
    let (at, count) = counts.fold((0, 0), |best, next| if next.1 > best.1 { next } else { best });
    (count > 0).then_some(at)
}

/// The heads of a table; what two columns could hold is asked.
pub(super) fn heads(lines: &Lines, said: &AdoptSaid, asks: &mut Vec<Ask>) -> Result<Heads, AdoptError> {
    let refused = |line, column, trouble| AdoptError::new(lines.origin.at(line, column), trouble);
    let at = best_heads(&lines.rows).or_else(|| said_heads(lines, said));
    let at = at.ok_or_else(|| refused(0, 0, AdoptTrouble::NoHeads))?;
    let (at, texts, below) = paired(&lines.rows, at).unwrap_or_else(|| {
        let (texts, below) = joined(lines, at);
        (at, texts, below)
    });
    let width = lines.rows.iter().map(Vec::len).max().unwrap_or_default();
    let cells = |column: usize| {
        lines.rows[below..].iter().filter_map(move |row| row.get(column)).filter(|cell| !cell.is_empty())
    };
    let mut roles: Vec<Role> = (0..width)
        .map(|column| match texts.get(column).and_then(|cell| role_of(&cell.text)) {
            // A column called objective that holds words is no target.
            Some(Role::Target)
                if may_be_objective(&texts[column].text)
                    && cells(column).filter(|it| is_words(it)).count() * 2 > cells(column).count() =>
            {
                Role::Objective
            }
            Some(role) => role,
            None => Role::Nothing,
        })
        .collect();
    for (column, role) in &said.columns {
        if let Some(known) = roles.get_mut(*column) {
            *known = *role;
        }
    }
    let is_said = |column: usize| said.columns.iter().any(|(it, _)| *it == column);
    // Beside columns of what each year added, one that names no day sums them up.
    let day = |column: usize| said.head_of(column, texts.get(column)).and_then(|text| head_day(&text));
    let totals = || (0..width).filter(|column| roles[*column] == Role::Total);
    let are_years =
        totals().filter(|it| matches!(day(*it), Some(HeadDay::Within(_) | HeadDay::Fiscal(_)))).count() > 1;
    let sums: Vec<usize> = if are_years && said.years == Some(Years::Within) {
        totals().filter(|column| day(*column).is_none() && !is_said(*column)).collect()
    } else {
        vec![]
    };
    for column in &sums {
        roles[*column] = Role::Nothing;
    }
    label_columns(&mut roles, &texts, &is_said, &cells);
    detail_column(&mut roles, &lines.rows[below..], &is_said);
    let earlier = earlier_targets(&mut roles, said);
    for wanted in [Role::Number, Role::Objective, Role::Group, Role::Label, Role::Target, Role::Unit] {
        let mut held = (0..width).filter(|column| roles[*column] == wanted);
        if let (Some(_), Some(second)) = (held.next(), held.next())
            && let Some(cell) = texts.get(second)
        {
            asks.push(Ask::Column { spot: lines.origin.of(cell), typed: cell.text.clone() });
        }
    }
    let has = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    if has(&[Role::Label]) && has(&[Role::Target, Role::Total]) {
        return Ok(Heads { at, below, texts, roles, sums, earlier });
    }
    let line = texts.first().map_or(0, |cell| cell.line);
    Err(refused(line, usize::from(line > 0), AdoptTrouble::NoHeads))
}

/// Whether a head may name objectives as well as targets.
fn may_be_objective(head: &str) -> bool {
    let head = folded(head);
    ["objecti", "goal"].iter().any(|word| head.starts_with(word))
}

/// Where only options say what columns hold: the row above the first number.
fn said_heads(lines: &Lines, said: &AdoptSaid) -> Option<usize> {
    let values: Vec<usize> = said
        .columns
        .iter()
        .filter(|(_, role)| matches!(role, Role::Target | Role::Total))
        .map(|(column, _)| *column)
        .collect();
    let has_value = |row: &Vec<Cell>| {
        values.iter().filter_map(|column| row.get(*column)).any(|cell| !cell.is_empty() && !is_words(cell))
    };
    lines.rows.iter().position(has_value).map(|at| at.saturating_sub(1))
}

/// Heads in two rows, the upper of which names the days of those below it: years
/// that stand above pairs of *Target* and *Actual*. The best row is either of both.
fn paired(rows: &[Vec<Cell>], at: usize) -> Option<(usize, Vec<Cell>, usize)> {
    at.checked_sub(1).into_iter().chain([at]).find_map(|at| {
        let (upper, lower) = (rows.get(at)?, rows.get(at + 1)?);
        let filled = |row: &[Cell], column: usize| row.get(column).filter(|cell| !cell.is_empty()).cloned();
        let mut above: Option<Cell> = None;
        let mut dated = 0;
        let mut texts = Vec::new();
        for column in 0..upper.len().max(lower.len()) {
            let (head, below) = (filled(upper, column), filled(lower, column));
            // What stands above no head of its own is a title of the whole.
            above = if head.is_some() { head.clone().filter(|_| below.is_some()) } else { above };
            let line = upper.first().map_or(1, |cell| cell.line);
            let Some(mut below) = below else {
                texts.push(head.unwrap_or_else(|| Cell::new(String::new(), line, column + 1)));
                continue;
            };
            let is_value = matches!(role_of(&below.text), Some(Role::Target | Role::Total | Role::Percent));
            let above = above.as_ref().filter(|above| {
                is_value && head_day(&below.text).is_none() && head_day(&above.text).is_some()
            })?;
            dated += 1;
            below.text = format!("{} {}", below.text.trim(), above.text.trim());
            texts.push(below);
        }
        (dated > 1).then_some((at, texts, at + 2))
    })
}

/// The text of each head: where a row of days or years follows the heads, that
/// of both rows, a head over several columns standing above each.
fn joined(lines: &Lines, at: usize) -> (Vec<Cell>, usize) {
    let heads = lines.rows[at].clone();
    let Some(next) = lines.rows.get(at + 1) else { return (heads, at + 1) };
    let filled = || next.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let are_days = filled().count() > 0 && filled().all(|(_, cell)| head_day(&cell.text).is_some());
    if !are_days {
        return (heads, at + 1);
    }
    let mut texts: Vec<Cell> = Vec::new();
    let mut above = String::new();
    for column in 0..heads.len().max(next.len()) {
        let head = heads.get(column).filter(|cell| !cell.is_empty());
        if let Some(head) = head {
            above.clone_from(&head.text);
        }
        let below = next.get(column).filter(|cell| !cell.is_empty());
        let line = lines.rows[at].first().map_or(1, |cell| cell.line);
        let mut cell = head.or(below).cloned().unwrap_or_else(|| Cell::new(String::new(), line, column + 1));
        if let Some(below) = below {
            format!("{above} {}", below.text).trim().clone_into(&mut cell.text);
        }
        texts.push(cell);
    }
    (texts, at + 2)
}

/// The columns of words: without one called so, the first that holds words is
/// that of labels; one beside it without a head holds details.
fn label_columns<'a, I: Iterator<Item = &'a Cell>>(
    roles: &mut [Role],
    texts: &[Cell],
    is_said: &dyn Fn(usize) -> bool,
    cells: &dyn Fn(usize) -> I,
) {
    let is_free = |roles: &[Role], column: usize| roles[column] == Role::Nothing && !is_said(column);
    let has_head = |column: usize| texts.get(column).is_some_and(|cell| !cell.is_empty());
    let holds_words = |column: usize| {
        let words = cells(column).filter(|cell| is_words(cell)).count();
        words > 0 && words * 2 > cells(column).count()
    };
    if !roles.contains(&Role::Label) {
        let first = (0..roles.len()).find(|column| is_free(roles, *column) && holds_words(*column));
        let first = first.or_else(|| roles.iter().position(|role| *role == Role::Group));
        let first = first.or_else(|| roles.iter().position(|role| *role == Role::Objective));
        if let Some(column) = first {
            roles[column] = Role::Label;
        }
    }
    let Some(label) = roles.iter().position(|role| *role == Role::Label) else { return };
    let beside = label + 1;
    if beside < roles.len() && is_free(roles, beside) && !has_head(beside) && holds_words(beside) {
        roles[beside] = Role::Detail;
    }
}

/// The column of words beside the labels holds details where rows with values
/// have words in it alone: below a label that stands once for several rows.
fn detail_column(roles: &mut [Role], rows: &[Vec<Cell>], is_said: &dyn Fn(usize) -> bool) {
    let Some(label) = roles.iter().position(|role| *role == Role::Label) else { return };
    let beside = label + 1;
    if roles.contains(&Role::Detail) || is_said(beside) || roles.get(beside) != Some(&Role::Nothing) {
        return;
    }
    let is_filled = |row: &[Cell], column: usize| row.get(column).is_some_and(|cell| !cell.is_empty());
    let has_value = |row: &[Cell]| {
        let values = (0..roles.len()).filter(|it| matches!(roles[*it], Role::Target | Role::Total));
        values.into_iter().any(|column| is_filled(row, column))
    };
    let stands_alone = |row: &Vec<Cell>| {
        !is_filled(row, label) && row.get(beside).is_some_and(is_words_or_short) && has_value(row)
    };
    if rows.iter().any(stands_alone) {
        roles[beside] = Role::Detail;
    }
}

/// Whether a cell holds words, of which one may be as short as `Men`.
fn is_words_or_short(cell: &Cell) -> bool {
    matches!(cell.given, Given::Text) && cell.text.trim().starts_with(char::is_alphabetic)
}

/// Of columns of targets whose days are all said the last is the target; the
/// others are of earlier days, which a plan has no target for.
fn earlier_targets(roles: &mut [Role], said: &AdoptSaid) -> Vec<usize> {
    let targets: Vec<usize> = (0..roles.len()).filter(|column| roles[*column] == Role::Target).collect();
    let last_day = |column: usize| match head_day(said.days_of(column)?)? {
        HeadDay::To(day) => Some(day),
        HeadDay::Within(days) => Some(days.to),
        HeadDay::Fiscal(years) => {
            fiscal(&years, said.year_end.unwrap_or(YearEnd::december())).map(|it| it.to)
        }
    };
    let days: Option<Vec<Day>> = targets.iter().map(|column| last_day(*column)).collect();
    let Some(last) = days.as_ref().and_then(|days| days.iter().max()) else { return vec![] };
    let days = days.iter().flatten();
    let earlier: Vec<usize> =
        targets.iter().zip(days).filter(|(_, day)| *day < last).map(|(it, _)| *it).collect();
    for column in &earlier {
        roles[*column] = Role::Nothing;
    }
    earlier
}

/// Whether a cell holds words and no number.
fn is_words(cell: &Cell) -> bool {
    matches!(cell.given, Given::Text)
        && cell.text.chars().filter(|it| it.is_alphabetic()).count() > 3
        && !cell.text.starts_with(|first: char| first.is_ascii_digit())
}

/// Words by which a head begins, folded, and what its column holds; longer
/// ones first where one begins another.
const WORDS: &[(&str, Role)] = &[
    ("objectif strategique", Role::Objective),
    ("objectifs strategiques", Role::Objective),
    ("strategic objective", Role::Objective),
    ("orientation", Role::Objective),
    ("axe", Role::Objective),
    ("objective", Role::Objective),
    ("groupe", Role::Group),
    ("group", Role::Group),
    ("categorie", Role::Group),
    ("category", Role::Group),
    ("volet", Role::Group),
    ("theme", Role::Group),
    ("indicateur", Role::Label),
    ("indicator", Role::Label),
    ("mesure", Role::Label),
    ("measure", Role::Label),
    ("libelle", Role::Label),
    ("kpi", Role::Label),
    ("description", Role::Label),
    ("sous indicateur", Role::Detail),
    ("detail", Role::Detail),
    ("ventilation", Role::Detail),
    ("repartition", Role::Detail),
    ("desagregation", Role::Detail),
    ("breakdown", Role::Detail),
    ("disaggregation", Role::Detail),
    ("precision", Role::Detail),
    ("cible", Role::Target),
    ("objectif", Role::Target),
    ("target", Role::Target),
    ("goal", Role::Target),
    ("livre", Role::Total),
    ("realise", Role::Total),
    ("realisation", Role::Total),
    ("resultat", Role::Total),
    ("result", Role::Total),
    ("atteint", Role::Total),
    ("delivered", Role::Total),
    ("achieved", Role::Total),
    ("actual", Role::Total),
    ("cumul", Role::Total),
    ("total", Role::Total),
    ("a ce jour", Role::Total),
    ("to date", Role::Total),
    ("a date", Role::Total),
    ("reel", Role::Total),
    ("ytd", Role::Total),
    ("year to date", Role::Total),
    ("pourcentage", Role::Percent),
    ("percent", Role::Percent),
    ("taux", Role::Percent),
    ("progression", Role::Percent),
    ("progress", Role::Percent),
    ("unite", Role::Unit),
    ("unit", Role::Unit),
    ("numero", Role::Number),
    ("number", Role::Number),
    ("no", Role::Number),
    ("nº", Role::Number),
    ("n", Role::Number),
    ("code", Role::Number),
    ("ref", Role::Number),
    ("reference", Role::Number),
];

/// What a column holds by its head.
fn role_of(head: &str) -> Option<Role> {
    let text = folded(head);
    if head.contains('%') {
        return Some(Role::Percent);
    }
    let begins = |word: &str| {
        let rest = text.strip_prefix(word)?;
        // A plural or a feminine of the word, or other words after it.
        let ending = rest.split(' ').next().unwrap_or_default();
        ["", "s", "e", "es"].contains(&ending).then_some(())
    };
    let known = WORDS.iter().filter(|(word, _)| begins(word).is_some());
    let known = known.max_by_key(|(word, _)| word.len()).map(|(_, role)| *role);
    known.or_else(|| head_day(head).map(|_| Role::Total))
}

#[cfg(test)]
mod tests {
    use super::{Role, role_of};

    #[test]
    fn heads_are_known_by_the_words_people_use() {
        for (head, role) in [
            ("Indicateurs", Some(Role::Label)),
            ("Objectif", Some(Role::Target)),
            ("Objectif stratégique", Some(Role::Objective)),
            ("Cible 2025", Some(Role::Target)),
            ("Livré", Some(Role::Total)),
            ("Livré 2021-2024", Some(Role::Total)),
            ("Réalisée au 31 mars 2024", Some(Role::Total)),
            ("Au 31 mars 2024", Some(Role::Total)),
            ("2022-2023", Some(Role::Total)),
            ("% Complet", Some(Role::Percent)),
            ("Nº", Some(Role::Number)),
            ("Unité", Some(Role::Unit)),
            ("Responsable", None),
            ("Notes", None),
            ("", None),
        ] {
            assert_eq!(role_of(head), role, "{head}");
        }
    }
}
