//! A word of a choice, by itself or by what people read.

use super::TypedError;
use super::plain::echo;
use crate::exchange::folded;
use crate::plan::{Choice, Field, Near, Words, nearest_of};

/// The stored word that was typed, or whose label in either language was.
pub(super) fn chosen(field: &Field, typed: &str) -> Result<String, TypedError> {
    let wanted = folded(typed);
    let by_word = field.choices.iter().find(|choice| choice.word == typed.trim());
    let named = field.choices.iter().filter(|choice| {
        folded(&choice.word) == wanted || choice.label.each().iter().any(|label| folded(label) == wanted)
    });
    let named: Vec<_> = by_word.map_or_else(|| named.collect(), |choice| vec![choice]);
    match named.as_slice() {
        [one] => Ok(one.word.clone()),
        _ => Err(TypedError::Choice {
            typed: echo(typed),
            choices: field.choices.iter().map(|choice| choice.label.clone()).collect(),
            near: near(field, &wanted),
        }),
    }
}

/// The choices that are most like what was typed: one that begins or ends so,
/// as `ville` does for `en ville`, is meant more likely than one spelled alike.
fn near(field: &Field, wanted: &str) -> Vec<Words> {
    let holds = |choice: &&Choice| {
        let is_word = |label: &&str| folded(label).split(' ').any(|word| word == wanted);
        choice.label.each().iter().any(is_word)
    };
    let held: Vec<Words> = field.choices.iter().filter(holds).map(|choice| choice.label.clone()).collect();
    if !held.is_empty() {
        return held;
    }
    let known = field.choices.iter().map(|choice| {
        let near = Near { id: choice.word.clone(), label: choice.label.clone() };
        (near, choice.label.each().into_iter().chain([choice.word.as_str()]).collect())
    });
    nearest_of(wanted, known).into_iter().map(|near| near.label).collect()
}
