//! Conditions in three values: met, not met, or not stated. What is not stated
//! is never guessed.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::gist::Gist;
use super::paths::{Found, find};
use super::ruling::Ruling;
use crate::event::{Day, Exact};
use crate::plan::{Condition, Register, Test, precise};

/// How conditions turned out.
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
            Some(true) => {}
            Some(false) => return Truth::NotMet,
            None => unknown.push(condition.path.as_str()),
        }
    }
    if unknown.is_empty() { Truth::Met } else { Truth::Unknown(unknown) }
}

/// Whether a condition is met; none where what it asks for is not stated.
fn meets(
    ruling: &Ruling<'_>,
    register: &Register,
    gist: &Gist<'_>,
    condition: &Condition,
    day: Day,
) -> Option<bool> {
    let numeric = |limit: &str, holds: fn(&Exact, &Exact) -> bool| {
        let value = gist.field(&condition.path)?;
        let currency = value.as_object().and_then(|members| members.get("currency")?.as_text());
        let number = precise(&value, currency)?;
        Some(holds(&number.value, &limit.parse().ok()?))
    };
    match &condition.test {
        Test::Min(limit) => numeric(limit, |number, limit| number >= limit),
        Test::Max(limit) => numeric(limit, |number, limit| number <= limit),
        test => test_found(ruling, register, find(register, gist, &condition.path, day), test),
    }
}

/// Whether the values found at a path, of one entry or of all entries of one key, pass a
/// test; none where what it asks for is not stated.
pub(super) fn test_found(
    ruling: &Ruling<'_>,
    register: &Register,
    found: Option<Found<'_>>,
    test: &Test,
) -> Option<bool> {
    let Found { values, complete } = found?;
    // A rule or a list may name a body by the id that a merge has gone with.
    let is_named = |word: &String, value: &Cow<'_, str>| register.canonical_text(word.into()) == *value;
    let any_of = |words: &[String]| values.iter().any(|value| words.iter().any(|word| is_named(word, value)));
    let is_member = |list: &str| ruling.list(list).is_some_and(|list| any_of(&list.members));
    // One that is there settles it; that none is there takes all of them.
    let some = |there: bool| (there || complete).then_some(there);
    let none = |there: bool| (there || complete).then_some(!there);
    match test {
        Test::Is(words) => some(any_of(words)),
        Test::IsNot(words) => none(any_of(words)),
        Test::List(list) => some(is_member(list)),
        Test::NotList(list) => none(is_member(list)),
        Test::AtLeast(number) => {
            let different = values.iter().collect::<BTreeSet<_>>().len();
            some(different >= *number as usize)
        }
        Test::Yes(truth) => {
            let word = if *truth { "true" } else { "false" };
            some(values.iter().any(|value| value == word))
        }
        Test::Min(_) | Test::Max(_) => None,
    }
}
