//! Conditions in three values: met, not met, or not stated. What is not stated
//! is never guessed.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::gist::Gist;
use super::paths::{Found, find};
use super::ruling::Ruling;
use crate::event::{Day, Exact};
use crate::plan::{Condition, Register, Test, precise};

/// How a condition turned out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Truth<'a> {
    Met,
    NotMet,
    /// Not stated at these paths.
    Unknown(Vec<&'a str>),
}

/// Whether a version meets all conditions on a day. One that is not met
/// decides; only then does what is not stated matter.
pub(super) fn meets_all<'a>(
    ruling: &Ruling<'_>,
    register: &Register,
    gist: &Gist<'_>,
    conditions: &'a [Condition],
    day: Day,
) -> Truth<'a> {
    let mut unknown = Vec::new();
    for condition in conditions {
        match meets(ruling, register, gist, condition, day) {
            Truth::Met => {}
            Truth::NotMet => return Truth::NotMet,
            Truth::Unknown(paths) => unknown.extend(paths),
        }
    }
    if unknown.is_empty() { Truth::Met } else { Truth::Unknown(unknown) }
}

fn meets<'a>(
    ruling: &Ruling<'_>,
    register: &Register,
    gist: &Gist<'_>,
    condition: &'a Condition,
    day: Day,
) -> Truth<'a> {
    let numeric = |limit: &str, holds: fn(&Exact, &Exact) -> bool| {
        let value = gist.field(&condition.path);
        let currency = value.as_ref().and_then(|value| value.as_object()?.get("currency")?.as_text());
        let number = value.as_ref().and_then(|value| precise(value, currency));
        match (number, limit.parse::<Exact>()) {
            (Some(number), Ok(limit)) => decided(holds(&number.value, &limit)),
            _ => Truth::Unknown(vec![condition.path.as_str()]),
        }
    };
    match &condition.test {
        Test::Min(limit) => numeric(limit, |number, limit| number >= limit),
        Test::Max(limit) => numeric(limit, |number, limit| number <= limit),
        test => {
            test_found(ruling, register, &condition.path, find(register, gist, &condition.path, day), test)
        }
    }
}

const fn decided<'a>(met: bool) -> Truth<'a> {
    if met { Truth::Met } else { Truth::NotMet }
}

/// A test of the values found at a path, of one entry or of all entries of one
/// key.
pub(super) fn test_found<'a>(
    ruling: &Ruling<'_>,
    register: &Register,
    path: &'a str,
    found: Option<Found<'_>>,
    test: &Test,
) -> Truth<'a> {
    let unknown = || Truth::Unknown(vec![path]);
    let Some(Found { values, complete }) = found else {
        return unknown();
    };
    // A rule or a list may name a body by the id that a merge has gone with.
    let is_named = |word: &String, value: &Cow<'_, str>| register.canonical_text(word.into()) == *value;
    let any_of = |words: &[String]| values.iter().any(|value| words.iter().any(|word| is_named(word, value)));
    let is_member = |list: &str| ruling.list(list).is_some_and(|list| any_of(&list.members));
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
