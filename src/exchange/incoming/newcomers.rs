//! Names that the register lacks: made bodies where that is asked for, and told
//! where two of them may be one.

use std::collections::{BTreeMap, HashSet};

use super::{ImportProblem, ImportRow, RowPlaces};
use crate::event::BodyKind;
use crate::exchange::tabular::{Bodies, TableTrouble};
use crate::exchange::{BodyError, Spot, folded};
use crate::plan::Look;

/// Names that are compared with each other; beyond these nobody reads a list.
const MAX_NAMES: usize = 2_000;

/// Two spellings of what may be one name, which the register lacks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AlikeName {
    /// Where the second stands first.
    pub spot: Spot,
    /// The second.
    pub typed: String,
    /// The first.
    pub other: String,
    /// Where that stands first.
    pub place: Spot,
}

/// The names that problems say the register lacks, of which two are like each
/// other, not told yet and not said to be two.
pub(super) fn alike_names(
    problems: &[ImportProblem],
    distinct: &[String],
    told: &[AlikeName],
) -> Vec<AlikeName> {
    let mut names: Vec<(&str, Look, &Spot)> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    let mut found: Vec<AlikeName> = Vec::new();
    for problem in problems {
        let Some(BodyError::Unknown { name, .. }) = problem.trouble.unknown_body() else { continue };
        if names.len() >= MAX_NAMES || !known.insert(name) {
            continue;
        }
        let look = Look::of(name);
        if let Some((other, _, place)) = names.iter().find(|(_, known, _)| known.is_like(&look)) {
            let alike = AlikeName {
                spot: problem.spot.clone(),
                typed: name.to_string(),
                other: (*other).to_owned(),
                place: (*place).clone(),
            };
            if !told.contains(&alike) && !distinct.contains(&folded(name)) {
                found.push(alike);
            }
        }
        names.push((name, look, &problem.spot));
    }
    found
}

/// The registrations of what cells name and the register lacks, of the one kind
/// asked for that may stand there. Where a name is like another, or which of
/// two kinds is meant is not said, the problem says that instead.
pub(super) fn newcomers(
    problems: &mut [ImportProblem],
    asked: &[BodyKind],
    bodies: &mut Bodies<'_>,
) -> Vec<ImportRow> {
    let mut made = Vec::new();
    let mut known: BTreeMap<String, BodyKind> = BTreeMap::new();
    for problem in problems {
        let Some(BodyError::Unknown { name, kinds, typed, .. }) = problem.trouble.unknown_body() else {
            continue;
        };
        let fits = |kind: &&BodyKind| kinds.is_empty() || kinds.iter().any(|word| word == kind.word());
        let kind = match asked.iter().filter(fits).collect::<Vec<_>>().as_slice() {
            [] => continue,
            [kind] => **kind,
            _ => {
                problem.trouble = TableTrouble::WhichKind { typed: typed.clone() }.into();
                continue;
            }
        };
        if known.get(&**name) == Some(&kind) || bodies.has(kind, name) {
            continue;
        }
        match bodies.newcomer(&problem.spot, kind, name) {
            Ok(command) => {
                known.insert(name.to_string(), kind);
                let places = RowPlaces { row: problem.spot.clone(), members: vec![] };
                made.push(ImportRow { places, command });
            }
            Err(trouble) => problem.trouble = trouble.into(),
        }
    }
    made
}
