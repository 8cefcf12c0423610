//! A word of a choice, by itself or by what people read.

use super::TypedError;
use super::plain::echo;
use crate::exchange::folded;
use crate::plan::Field;

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
        }),
    }
}
