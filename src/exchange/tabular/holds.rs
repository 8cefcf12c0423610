//! What the rows of a table are: by what is said, else by their heads.

use super::activities::named;
use super::body_heads::are_bodies;
use super::heads::{are_totals, type_column};
use super::look::Reader;
use super::{OF_REGISTER, Table};
use crate::event::types;
use crate::exchange::{Setting, field_named};
use crate::plan::ActivityType;

/// What the rows of a table are.
#[derive(Clone, Debug)]
pub enum Holds<'a> {
    /// Reported totals.
    Totals,
    /// Bodies of the register.
    Bodies,
    /// Activities of this type.
    One(&'a ActivityType),
    /// Activities of the type that each row says, these among them.
    Each(Vec<&'a ActivityType>),
    /// Activities of a type that nothing says.
    Unsaid,
}

impl<'a> Holds<'a> {
    /// The types of the rows, as far as they are known.
    pub fn types(&self) -> Vec<&'a ActivityType> {
        match self {
            Self::One(kind) => vec![kind],
            Self::Each(types) => types.clone(),
            Self::Totals | Self::Bodies | Self::Unsaid => vec![],
        }
    }
}

/// What rows are of which it is said.
pub(super) fn said_holds<'a>(
    id: &str,
    table: &Table,
    reader: &Reader<'a, '_>,
    catalogue: &[&'a ActivityType],
) -> Holds<'a> {
    match (id, type_column(&table.names())) {
        (types::TOTAL_REPORTED, _) => Holds::Totals,
        (OF_REGISTER, _) => Holds::Bodies,
        ("", Some(at)) => each(table, at, reader, catalogue),
        _ => reader.state.activity_type(id).map_or(Holds::Unsaid, Holds::One),
    }
}

/// What rows are of which nothing is said. A sheet that is called like a type
/// has its rows; else the one type whose fields most heads name is offered.
pub(super) fn holds<'a>(
    table: &Table,
    called: Option<&'a ActivityType>,
    reader: &Reader<'a, '_>,
    catalogue: &[&'a ActivityType],
) -> Holds<'a> {
    let names = table.names();
    match (type_column(&names), called) {
        (Some(at), _) => return each(table, at, reader, catalogue),
        (None, Some(kind)) => return Holds::One(kind),
        (None, None) if are_bodies(&names) => return Holds::Bodies,
        (None, None) if are_totals(&names) => return Holds::Totals,
        (None, None) => {}
    }
    let met = |kind: &ActivityType| names.iter().filter(|head| field_named(kind, head.text).is_ok()).count();
    let most = catalogue.iter().map(|kind| met(kind)).max().filter(|most| *most > 0);
    let of_most: Vec<&&ActivityType> = catalogue.iter().filter(|kind| Some(met(kind)) == most).collect();
    if let [one] = of_most.as_slice() { Holds::One(one) } else { Holds::Unsaid }
}

fn each<'a>(table: &Table, at: usize, reader: &Reader<'a, '_>, catalogue: &[&'a ActivityType]) -> Holds<'a> {
    let mut types: Vec<&ActivityType> =
        named(&table.lines, at, catalogue, &Setting::of(reader.state, None)).into_values().collect();
    types.sort_by(|one, other| one.id.cmp(&other.id));
    types.dedup_by(|one, other| one.id == other.id);
    Holds::Each(types)
}
