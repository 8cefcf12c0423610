//! The levels of titles of which nothing says more than where they stand: rows
//! of words that follow one another go from the outermost to the innermost.

use super::said::Level;

/// A row, as far as the level of a title follows from it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Title {
    /// A row that says itself what it is.
    Known(Level),
    /// A title, as it looks.
    Unknown {
        /// How far it is set in.
        indent: usize,
        /// Whether it is in capitals.
        is_loud: bool,
        /// Whether its cell spans columns.
        is_wide: bool,
    },
}

/// Titles that follow one another: the first, how many, and whether a row with
/// values follows the last.
struct Run {
    at: usize,
    length: usize,
    next: Option<Level>,
}

/// The level of each title of which nothing says it; none where it stands above
/// the levels that a plan has.
pub(super) fn placed(
    titles: &[Title],
    groups_marked: bool,
    objectives_marked: bool,
) -> Vec<(usize, Option<Level>)> {
    let runs = runs(titles);
    let levels = levels(&runs, objectives_marked);
    let looks = looks(titles, &runs, levels);
    let of_run = |run: &Run| -> Vec<(usize, Option<Level>)> {
        let below = run.at.checked_sub(1).map(|at| titles[at]);
        let own: Vec<Level> = match (run.next, groups_marked) {
            // Above the first objective no level is left.
            (Some(Level::Objective), _) if run.at == 0 => vec![],
            // Below them no row stands, which is told.
            (None | Some(Level::Objective | Level::Nothing), _) => vec![Level::Group; run.length],
            // A group stands below objectives only.
            (Some(Level::Group), _) if objectives_marked => vec![],
            (Some(Level::Group), _) => vec![Level::Objective],
            (_, true) if run.length > 1 => vec![Level::Group, Level::Heading],
            (_, true) if below == Some(Title::Known(Level::Objective)) => vec![Level::Group],
            (_, true) => vec![Level::Heading],
            (_, false) if run.length >= levels.len() => levels.to_vec(),
            (_, false) => {
                let seen = &titles[run.at..run.at + run.length];
                let outer =
                    || if let [_] = seen { vec![Level::Group] } else { levels[..run.length].to_vec() };
                like(seen, &looks).unwrap_or_else(outer)
            }
        };
        let own = &own[own.len().saturating_sub(run.length)..];
        let above = run.length - own.len();
        let none = (0..above).map(|at| (run.at + at, None));
        none.chain(own.iter().enumerate().map(|(at, level)| (run.at + above + at, Some(*level)))).collect()
    };
    runs.iter().flat_map(of_run).collect()
}

fn runs(titles: &[Title]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, title) in titles.iter().enumerate() {
        match (title, runs.last_mut()) {
            (Title::Unknown { .. }, Some(run)) if run.at + run.length == at => run.length += 1,
            (Title::Unknown { .. }, _) => runs.push(Run { at, length: 1, next: None }),
            (Title::Known(level), Some(run)) if run.at + run.length == at => run.next = Some(*level),
            (Title::Known(_), _) => {}
        }
    }
    runs
}

/// The levels that titles have where groups do not print their means, by the
/// longest run of them above a row.
fn levels(runs: &[Run], objectives_marked: bool) -> &'static [Level] {
    let above_rows = runs.iter().filter(|run| run.next == Some(Level::Row));
    match (above_rows.map(|run| run.length).max().unwrap_or(0), objectives_marked) {
        (2.., true) => &[Level::Group, Level::Heading],
        (3.., false) => &[Level::Objective, Level::Group, Level::Heading],
        (2, false) => &[Level::Objective, Level::Group],
        _ => &[Level::Group],
    }
}

/// How the titles of each level look in the first run that has all, where no two
/// look alike.
fn looks(titles: &[Title], runs: &[Run], levels: &[Level]) -> Vec<(Title, Level)> {
    let whole = runs.iter().find(|run| run.next == Some(Level::Row) && run.length == levels.len());
    let Some(run) = whole else { return vec![] };
    let seen = &titles[run.at..run.at + run.length];
    let is_alone = |at: usize| !seen[..at].contains(&seen[at]);
    if !(0..seen.len()).all(is_alone) {
        return vec![];
    }
    seen.iter().copied().zip(levels.iter().copied()).collect()
}

/// The levels of titles that look as those of a level do, if all do.
fn like(titles: &[Title], looks: &[(Title, Level)]) -> Option<Vec<Level>> {
    let level = |title: &Title| looks.iter().find(|(look, _)| look == title).map(|(_, level)| *level);
    titles.iter().map(level).collect()
}
