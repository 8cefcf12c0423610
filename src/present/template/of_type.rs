//! The columns of one type of activity.

use super::column::{Column, List};
use super::lists::Lists;
use crate::exchange::{field_named, is_activity_column};
use crate::plan::{ActivityType, Field, FieldKind, folded};
use crate::present::{Arg, Messages};

/// The columns of a type: when, its fields, and what every activity has.
pub(super) fn columns(messages: &Messages, kind: &ActivityType, lists: &mut Lists<'_>) -> Vec<Column> {
    let fields = kind.fields.iter().filter(|field| !field.retired);
    let common = |id: &str, name: &str, required| common(messages, kind, id, name, required);
    let mut columns = vec![common("on", "on", true)];
    columns.extend(fields.map(|field| of_field(messages, kind, field, lists)));
    columns.push(common("subject", "subject", false).of(lists.bodies(&[])));
    columns.push(common("note", "note", false));
    columns.push(common("source", "citation", false));
    columns
}

/// A column that every activity has. Where the type has a field called so, it
/// stands under its own name, which is never a field's.
fn common(messages: &Messages, kind: &ActivityType, id: &str, name: &str, required: bool) -> Column {
    let word = messages.word(&format!("template-column-{id}"));
    let is_field =
        field_named(kind, &word).is_ok() || kind.fields.iter().any(|it| folded(&it.name) == folded(&word));
    let head = if is_field { name.to_owned() } else { word };
    let help = messages.word(&format!("template-help-{id}"));
    let width = if id == "on" { 16 } else { 24 };
    Column { required, ..Column::text(head, help, width) }
}

fn of_field(messages: &Messages, kind: &ActivityType, field: &Field, lists: &mut Lists<'_>) -> Column {
    let language = messages.language();
    let label = language.of(&field.label);
    // What could mean two things is named so that it means one.
    let is_one = !is_activity_column(label) && field_named(kind, label).is_ok_and(|it| it.name == field.name);
    let head = if is_one { label.to_owned() } else { marked(messages, kind, field) };
    let help = field.help.as_ref().map(|help| language.of(help).to_owned());
    let how = messages.word(&format!("template-kind-{}", kind_word(field.kind)));
    let many = field.many.then(|| many(messages, field));
    let help: Vec<String> = [Some(label.to_owned()), help, Some(how), many].into_iter().flatten().collect();
    let (format, width) = match field.kind {
        FieldKind::Count if !field.many => ("#,##0", 14),
        FieldKind::Money if !field.many => ("#,##0.00", 16),
        FieldKind::Date if !field.many => ("yyyy\\-mm\\-dd", 14),
        FieldKind::YesNo => ("@", 12),
        _ => ("@", 24),
    };
    let list = if field.many { List::None } else { lists.of(field) };
    Column { head, required: field.required, help: help.join("\n"), format, width, list }
}

/// The label, said to be a field's; with its name where two fields share the
/// label.
fn marked(messages: &Messages, kind: &ActivityType, field: &Field) -> String {
    let label = messages.language().of(&field.label);
    let head = messages.say("template-head-field", &[("label", Arg::Text(label))]);
    let is_one = field_named(kind, &head).is_ok_and(|it| it.name == field.name);
    if is_one { head } else { with_name(messages, field) }
}

/// A field of a type by its label, with its name where another field has the same
/// label.
pub fn field_words(messages: &Messages, kind: &ActivityType, field: &Field) -> String {
    let language = messages.language();
    let label = language.of(&field.label);
    let alike = kind.fields.iter().filter(|it| folded(language.of(&it.label)) == folded(label));
    if alike.count() < 2 { label.to_owned() } else { with_name(messages, field) }
}

/// The label of a field with its name, which no other field has.
fn with_name(messages: &Messages, field: &Field) -> String {
    let label = messages.language().of(&field.label);
    messages.say("template-head-name", &[("label", Arg::Text(label)), ("name", Arg::Text(&field.name))])
}

/// That several values may stand in a cell, and which where they are choices.
fn many(messages: &Messages, field: &Field) -> String {
    let label = |choice: &crate::plan::Choice| messages.language().of(&choice.label).to_owned();
    let choices: Vec<String> = field.choices.iter().map(label).collect();
    if choices.is_empty() {
        return messages.word("template-many");
    }
    messages.say("template-many-choices", &[("choices", Arg::Text(&choices.join("; ")))])
}

const fn kind_word(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "text",
        FieldKind::YesNo => "yesno",
        FieldKind::Count => "count",
        FieldKind::Decimal => "decimal",
        FieldKind::Money => "money",
        FieldKind::Date => "date",
        FieldKind::Choice => "choice",
        FieldKind::Reference => "reference",
        FieldKind::Sealed => "sealed",
    }
}
