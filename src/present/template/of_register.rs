//! The columns of the register.

use super::column::Column;
use super::lists::Lists;
use crate::exchange::{KnownAttributes, is_body_column};
use crate::figures::State;
use crate::plan::{COUNTRY, attribute_choices};
use crate::present::{Arg, Messages};

/// The columns of a body: what it is, its names, what is known of it.
pub(super) fn columns(messages: &Messages, state: &State, lists: &mut Lists<'_>) -> Vec<Column> {
    let column = |id: &str, width| {
        let [head, help] =
            ["column", "help"].map(|part| messages.word(&format!("template-{part}-body-{id}")));
        Column::text(head, help, width)
    };
    let mut columns = vec![
        column("kind", 16).required().of(lists.kinds()),
        column("name", 40).required(),
        column("english", 32),
        column("country", 22).of(lists.countries()),
    ];
    columns.extend(attributes(messages, state, lists));
    columns.push(column("since", 14));
    columns.push(column("synonyms", 28));
    columns.push(column("source", 24));
    columns.push(column("id", 28));
    columns
}

/// What else is known of bodies: what rules read or the register has. A column
/// is called as people call it where that means nothing else.
fn attributes(messages: &Messages, state: &State, lists: &mut Lists<'_>) -> Vec<Column> {
    let language = messages.language();
    let known = KnownAttributes::of(state);
    let others = known.names().filter(|(name, _)| *name != COUNTRY);
    let catalogue = state.catalogue();
    let mut columns = Vec::new();
    for (name, label) in others {
        let label = language.of(label);
        let is_one = !is_body_column(label) && known.named(label).is_ok_and(|it| it == name);
        let head = if is_one { label } else { name };
        if is_body_column(head) {
            continue;
        }
        let choices = attribute_choices(&catalogue, name).into_iter();
        let list = lists.values(choices.map(|(_, label)| language.of(&label).to_owned()).collect());
        let help = messages.say("template-help-body-attribute", &[("name", Arg::Text(label))]);
        columns.push(Column::text(head.to_owned(), help, 22).of(list));
    }
    columns
}
