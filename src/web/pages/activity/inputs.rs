//! The fields of a form: what people may type into each, and what is typed
//! already.

use std::collections::BTreeMap;

use super::begun::Begun;
use crate::event::{BodyId, Json, Object};
use crate::exchange::{Remedy, typed_body};
use crate::figures::read_fields;
use crate::plan::{ActivityType, Field, FieldKind};
use crate::present::body_words;
use crate::web::chrome::View;
use crate::web::given::Given;

/// Before the name of a field of a type, in forms.
pub(super) const FIELD: &str = "f.";

/// A field of a form.
#[expect(clippy::struct_excessive_bools, reason = "what a field is or not")]
pub(super) struct Input {
    pub name: String,
    pub label: String,
    pub help: String,
    pub value: String,
    /// What may be chosen: word and label; none: it is typed.
    pub choices: Vec<(String, String)>,
    /// What is offered while it is typed.
    pub offered: Vec<String>,
    pub is_required: bool,
    /// The kinds of body that are named, where it is one that is.
    pub refers: Option<String>,
    pub is_many: bool,
    /// What a keyboard on a screen shows; letters where it is empty.
    pub keyboard: &'static str,
    /// Whether it is shown at once: it must be given, or some value reads it.
    pub is_first: bool,
    pub error: String,
    /// Whether it is as it was last time.
    pub is_same: bool,
}

/// The fields of a type, with what was given or stands so far.
pub(super) fn inputs(view: &View<'_>, kind: &ActivityType, begun: &Begun) -> Vec<Input> {
    let (texts, errors) = (&begun.texts, &begun.unclear.fields);
    let read = read_fields(view.state, kind);
    let shown = kind.fields.iter().filter(|field| !field.retired || texts.contains_key(&field.name));
    let each = shown.map(|field| Input {
        name: format!("{FIELD}{}", field.name),
        label: view.language().of(&field.label).to_owned(),
        help: help(view, field),
        value: texts.get(&field.name).cloned().unwrap_or_default(),
        choices: choices(view, field),
        offered: offered(view, field),
        refers: (field.kind == FieldKind::Reference).then(|| field.refers.join(" ")),
        is_many: field.many,
        is_required: field.required,
        keyboard: keyboard(field),
        is_first: field.required || read.contains(field.name.as_str()) || texts.contains_key(&field.name),
        error: errors.get(&field.name).cloned().unwrap_or_default(),
        is_same: begun.remembered.contains(&field.name),
    });
    each.collect()
}

const fn keyboard(field: &Field) -> &'static str {
    match field.kind {
        FieldKind::Count | FieldKind::Decimal | FieldKind::Money => "decimal",
        _ => "",
    }
}

fn help(view: &View<'_>, field: &Field) -> String {
    let own = field.help.as_ref().map(|help| view.language().of(help).to_owned());
    let many = field.many.then(|| view.word("ask-many"));
    own.into_iter().chain(many).collect::<Vec<_>>().join(" ")
}

fn choices(view: &View<'_>, field: &Field) -> Vec<(String, String)> {
    match field.kind {
        FieldKind::Choice if !field.many => {
            let all = field.choices.iter();
            all.map(|it| (it.word.clone(), view.language().of(&it.label).to_owned())).collect()
        }
        FieldKind::YesNo => ["yes", "no"].map(|id| (id.to_owned(), view.word(id))).to_vec(),
        _ => vec![],
    }
}

fn offered(view: &View<'_>, field: &Field) -> Vec<String> {
    match field.kind {
        FieldKind::Choice if field.many => {
            field.choices.iter().map(|it| view.language().of(&it.label).to_owned()).collect()
        }
        _ => vec![],
    }
}

/// What was given for each field of a type.
pub(super) fn given_texts(given: &Given) -> BTreeMap<String, String> {
    let fields = given.0.iter().filter_map(|(name, text)| Some((name.strip_prefix(FIELD)?, text.trim())));
    fields
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect()
}

/// Stored fields as they would be typed, so that they read back.
pub(super) fn stored_texts(
    view: &View<'_>,
    kind: &ActivityType,
    fields: &Object,
) -> BTreeMap<String, String> {
    let texts = kind.fields.iter().filter_map(|field| {
        let text = match fields.get(&field.name)? {
            Json::Array(items) => items.iter().map(|it| text(view, field, it)).collect::<Vec<_>>().join("; "),
            one => text(view, field, one),
        };
        Some((field.name.clone(), text))
    });
    texts.collect()
}

/// A number with its currency or its precision, as it would be typed.
pub(in crate::web::pages) fn stated_text(value: &Json) -> String {
    match value {
        Json::Object(members) => {
            let word = |name: &str| members.get(name).map(stated_text).unwrap_or_default();
            let number = if members.contains_key("amount") { word("amount") } else { word("value") };
            format!("{number} {}", word("currency")).trim().to_owned()
        }
        Json::Int(number) => number.to_string(),
        other => other.as_text().unwrap_or_default().to_owned(),
    }
}

fn text(view: &View<'_>, field: &Field, value: &Json) -> String {
    match (field.kind, value) {
        (_, Json::Bool(truth)) => if *truth { "yes" } else { "no" }.to_owned(),
        (FieldKind::Reference, Json::Text(id)) => reference(view, field, id),
        (_, Json::Int(number)) => number.to_string(),
        (_, Json::Object(_)) => stated_text(value),
        (_, other) => other.as_text().unwrap_or_default().to_owned(),
    }
}

/// A body of a field, as it is stored.
fn reference(view: &View<'_>, field: &Field, id: &str) -> String {
    id.parse().map_or_else(|_| id.to_owned(), |body| body_text(view, &body, &field.refers))
}

/// A body as it would be typed where these kinds may be: by its name, with its id
/// where that name is another's too. One whose name holds the mark between several
/// is known by its id alone.
pub(super) fn body_text(view: &View<'_>, body: &BodyId, kinds: &[String]) -> String {
    let name = body_words(view.messages, view.state, body);
    let setting = view.setting().with(Remedy::None);
    let is_it = typed_body(&name, kinds, &setting).is_ok_and(|found| found == *body);
    match () {
        () if name.contains(';') || name == body.as_str() => body.to_string(),
        () if is_it => name,
        () => format!("{name} ({body})"),
    }
}
