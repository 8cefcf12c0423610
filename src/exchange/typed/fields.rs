//! The fields of an activity from what was typed as name and text.

use super::plain::echo;
use super::value::item_troubles;
use super::{Setting, TypedError, typed_value};
use crate::event::Object;
use crate::plan::{ActivityType, Field, Near, folded, nearest_field};

/// A name and its text that cannot be a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {trouble}")]
pub struct FieldError {
    /// Its place among what was given, from 0.
    pub at: usize,
    /// The name as it was given.
    pub field: String,
    /// What is wrong with it.
    pub trouble: FieldTrouble,
}

/// What is wrong with a name and its text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldTrouble {
    /// The type has no such field.
    #[error("“{kind}” has no field “{typed}”")]
    Unknown {
        /// The type.
        kind: String,
        /// What was typed.
        typed: String,
        /// The fields most like it; all of them when none is.
        near: Vec<Near>,
    },
    /// Several fields are called so.
    #[error("“{typed}” can be {}: write the one you mean", fields.join(" or "))]
    Several {
        /// What was typed.
        typed: String,
        /// The names of the fields.
        fields: Vec<String>,
    },
    /// The field is given twice.
    #[error("the field “{field}” is given twice")]
    Twice {
        /// Its name.
        field: String,
    },
    /// New activities may no longer have it.
    #[error("the field “{field}” is retired")]
    Retired {
        /// Its name.
        field: String,
    },
    /// Its text is not a value that it takes.
    #[error(transparent)]
    Value(#[from] TypedError),
}

/// The stored fields of an activity of this type, or all that is wrong with
/// what was given. What is missing is the ledger's to say: a correction gives
/// only what changes.
pub fn typed_fields(
    kind: &ActivityType,
    given: &[(&str, &str)],
    setting: &Setting<'_>,
) -> Result<Object, Vec<FieldError>> {
    let mut fields = Object::new();
    let mut errors = Vec::new();
    for (at, (name, text)) in given.iter().enumerate() {
        if let Err(trouble) = add(&mut fields, kind, name, text, setting) {
            let each = each_trouble(trouble, kind, name, text, setting).into_iter();
            errors.extend(each.map(|trouble| FieldError { at, field: echo(name), trouble }));
        }
    }
    if errors.is_empty() { Ok(fields) } else { Err(errors) }
}

/// What is wrong with a text: with each of its values, where several are.
fn each_trouble(
    trouble: FieldTrouble,
    kind: &ActivityType,
    name: &str,
    text: &str,
    setting: &Setting<'_>,
) -> Vec<FieldTrouble> {
    let field = field_named(kind, name).ok().filter(|_| matches!(trouble, FieldTrouble::Value(_)));
    let each = field.map(|field| item_troubles(field, text, setting)).unwrap_or_default();
    if each.len() < 2 { vec![trouble] } else { each.into_iter().map(FieldTrouble::Value).collect() }
}

fn add(
    fields: &mut Object,
    kind: &ActivityType,
    name: &str,
    text: &str,
    setting: &Setting<'_>,
) -> Result<(), FieldTrouble> {
    let field = field_named(kind, name)?;
    if field.retired {
        return Err(FieldTrouble::Retired { field: field.name.clone() });
    }
    if fields.contains_key(&field.name) {
        return Err(FieldTrouble::Twice { field: field.name.clone() });
    }
    fields.insert(field.name.clone(), typed_value(field, text, setting)?);
    Ok(())
}

/// What stands behind a label that could mean a column of every activity, or
/// the name of another field.
const MARKS: [&str; 2] = ["(champ)", "(field)"];

/// The label that is said to be a field's.
pub fn label_of_field(head: &str) -> Option<&str> {
    let head = without_asterisk(head);
    MARKS.iter().find_map(|mark| head.strip_suffix(mark)).map(str::trim_end)
}

/// The name that stands behind the label of a field which another field has
/// too: `Label (field: name)`.
pub fn name_of_field(head: &str) -> Option<&str> {
    let (_, marked) = without_asterisk(head).strip_suffix(')')?.rsplit_once('(')?;
    let (mark, name) = marked.split_once(':')?;
    matches!(mark.trim(), "champ" | "field").then(|| name.trim())
}

/// A head has an asterisk where a row needs it.
fn without_asterisk(head: &str) -> &str {
    head.trim_end_matches(['*', ' ', '\u{a0}'])
}

/// The field of this name, or of this label in either language; one that is
/// said to be a field's, `Label (field)`, is read as a label first, and one whose
/// name is said, `Label (field: name)`, by that alone.
pub fn field_named<'a>(kind: &'a ActivityType, typed: &str) -> Result<&'a Field, FieldTrouble> {
    if let Some(field) = kind.field(typed.trim()).or_else(|| kind.field(name_of_field(typed)?)) {
        return Ok(field);
    }
    let qualified = label_of_field(typed);
    let wanted = folded(qualified.unwrap_or(typed));
    let is_labelled = |field: &&Field| field.label.each().iter().any(|label| folded(label) == wanted);
    let is_called = |field: &&Field| folded(&field.name) == wanted || is_labelled(field);
    let labelled: Vec<&Field> = kind.fields.iter().filter(is_labelled).collect();
    // Said to be a field's label, it is no other field's name.
    let found = if qualified.is_some() && !labelled.is_empty() {
        labelled
    } else {
        kind.fields.iter().filter(is_called).collect()
    };
    let names = |fields: &[&Field]| fields.iter().map(|field| field.name.clone()).collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let near = nearest_field(kind, typed);
            Err(FieldTrouble::Unknown { kind: kind.id.clone(), typed: echo(typed), near })
        }
        several => Err(FieldTrouble::Several { typed: echo(typed), fields: names(several) }),
    }
}
