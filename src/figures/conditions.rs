//! Conditions in three values: met, not met, or not stated. What is not stated
//! is never guessed.

use std::collections::BTreeSet;

use super::paths::{Found, field, find};
use super::record::Version;
use super::ruling::Ruling;
use crate::event::{Day, Exact};
use crate::plan::{Condition, Register, Test, precise};

/// How a condition turned out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Truth {
    Met,
    NotMet,
    /// Not stated at these paths.
    Unknown(Vec<String>),
}

/// Whether a version meets all conditions on a day. One that is not met
/// decides; only then does what is not stated matter.
pub(super) fn meets_all(
    ruling: &Ruling<'_>,
    register: &Register,
    version: &Version,
    conditions: &[Condition],
    day: Day,
) -> Truth {
    let mut unknown = Vec::new();
    for condition in conditions {
        match meets(ruling, register, version, condition, day) {
            Truth::Met => {}
            Truth::NotMet => return Truth::NotMet,
            Truth::Unknown(paths) => unknown.extend(paths),
        }
    }
    if unknown.is_empty() { Truth::Met } else { Truth::Unknown(unknown) }
}

fn meets(
    ruling: &Ruling<'_>,
    register: &Register,
    version: &Version,
    condition: &Condition,
    day: Day,
) -> Truth {
    let numeric = |limit: &str, holds: fn(&Exact, &Exact) -> bool| {
        let currency = field(version, &condition.path)
            .and_then(|value| value.as_object()?.get("currency")?.as_text().map(str::to_owned));
        let number = field(version, &condition.path).and_then(|value| precise(value, currency.as_deref()));
        match (number, limit.parse::<Exact>()) {
            (Some(number), Ok(limit)) => decided(holds(&number.value, &limit)),
            _ => Truth::Unknown(vec![condition.path.clone()]),
        }
    };
    match &condition.test {
        Test::Min(limit) => numeric(limit, |number, limit| number >= limit),
        Test::Max(limit) => numeric(limit, |number, limit| number <= limit),
        test => test_found(ruling, &condition.path, find(register, version, &condition.path, day), test),
    }
}

const fn decided(met: bool) -> Truth {
    if met { Truth::Met } else { Truth::NotMet }
}

/// A test of the values found at a path, of one entry or of all entries of one
/// key.
pub(super) fn test_found(ruling: &Ruling<'_>, path: &str, found: Option<Found>, test: &Test) -> Truth {
    let unknown = || Truth::Unknown(vec![path.to_owned()]);
    let Some(Found { values, complete }) = found else {
        return unknown();
    };
    let is_member = |list: &str| {
        let members =
            ruling.list(list).map(|list| list.members.iter().map(String::as_str).collect::<BTreeSet<_>>());
        let members = members.unwrap_or_default();
        values.iter().any(|value| members.contains(value.as_str()))
    };
    let any_of = |words: &[String]| values.iter().any(|value| words.contains(value));
    // One that is there settles it; that none is there takes all of them.
    let some = |there: bool| {
        if there || complete { decided(there) } else { unknown() }
    };
    let none = |there: bool| {
        if there || complete { decided(!there) } else { unknown() }
    };
    match test {
        Test::Is(words) => some(any_of(words)),
        Test::IsNot(words) => none(any_of(words)),
        Test::List(list) => some(is_member(list)),
        Test::NotList(list) => none(is_member(list)),
        Test::AtLeast(number) => {
            let different = values.iter().collect::<BTreeSet<_>>().len();
            some(different >= *number as usize)
        }
        Test::Yes(truth) => decided(values.iter().any(|value| *value == truth.to_string())),
        Test::Min(_) | Test::Max(_) => unknown(),
    }
}
