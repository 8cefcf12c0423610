//! Whether fields are as their type has them, told by their canonical bytes: most are
//! plain texts, of which nothing needs to be copied.
//!
//! What is found right here is right; the rest is told by whoever reads it in full.

use super::known::Known;
use crate::event::{BodyKind, Currency, Day, MAX_ITEMS, Skimmed, plain_text, value_of};
use crate::plan::{ActivityType, Field, FieldKind, is_value_of};

/// How many items are compared with each other before the value is read instead.
const FEW_ITEMS: usize = 16;

/// What fields are held against.
pub(super) struct Fitting<'k> {
    pub(super) known: &'k Known,
    /// The ledger's currency.
    pub(super) ledger: Currency,
}

impl Fitting<'_> {
    /// Whether the fields of an activity are those of its type, both in order of their
    /// names.
    pub(super) fn fields(&self, kind: &ActivityType, said: Skimmed<'_>) -> bool {
        let mut left = kind.fields.iter();
        let mut fits = |(name, spelt)| loop {
            match left.next() {
                Some(field) if field.name == name => break !field.retired && self.field(field, spelt),
                // It is not stated.
                Some(field) if field.may_lack() => {}
                _ => break false,
            }
        };
        said.fields().all(&mut fits) && left.all(Field::may_lack)
    }

    fn field(&self, field: &Field, spelt: &[u8]) -> bool {
        match field.kind {
            FieldKind::YesNo if !field.many => matches!(spelt, b"true" | b"false"),
            FieldKind::Text | FieldKind::Choice | FieldKind::Reference | FieldKind::Date => {
                let plain = if field.many { self.items(field, spelt) } else { self.text(field, spelt) };
                plain || self.read_out(field, spelt)
            }
            _ => self.read_out(field, spelt),
        }
    }

    /// The same of what is not a plain text.
    fn read_out(&self, field: &Field, spelt: &[u8]) -> bool {
        let read = || value_of(spelt).is_some_and(|value| is_value_of(field, &value, self.ledger));
        field.kind != FieldKind::Reference && read()
    }

    fn text(&self, field: &Field, spelt: &[u8]) -> bool {
        plain_text(spelt).is_some_and(|(text, rest)| rest.is_empty() && self.is_one(field, text))
    }

    /// Whether an array of plain texts is one of a field's, each of them another.
    fn items(&self, field: &Field, spelt: &[u8]) -> bool {
        let Some(mut rest) = spelt.strip_prefix(b"[") else { return false };
        let (mut found, mut count) = ([b"".as_slice(); FEW_ITEMS], 0);
        while let Some((text, after)) = plain_text(rest) {
            if count == FEW_ITEMS.min(MAX_ITEMS)
                || found[..count].contains(&text)
                || !self.is_one(field, text)
            {
                return false;
            }
            found[count] = text;
            count += 1;
            match after {
                b"]" => return true,
                [b',', next @ ..] => rest = next,
                _ => return false,
            }
        }
        false
    }

    /// Whether a text, which is not longer than any may be, is a value of a field.
    fn is_one(&self, field: &Field, text: &[u8]) -> bool {
        let as_text = || std::str::from_utf8(text).ok();
        match field.kind {
            FieldKind::Text => is_trimmed(text),
            FieldKind::Choice => field.choices.iter().any(|choice| choice.word.as_bytes() == text),
            FieldKind::Date => as_text().is_some_and(|text| text.parse::<Day>().is_ok()),
            FieldKind::Reference => as_text().is_some_and(|text| {
                let kind = text.split('/').next().and_then(BodyKind::from_word);
                kind.is_some_and(|kind| field.may_refer(kind)) && self.known.has(text)
            }),
            _ => false,
        }
    }
}

/// Whether a text is not empty and has no space around it. What a text begins and ends
/// with in ASCII tells that mostly.
fn is_trimmed(text: &[u8]) -> bool {
    let is_ink = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let read = || std::str::from_utf8(text).is_ok_and(|text| text.trim().len() == text.len());
    !text.is_empty() && ((is_ink(text.first()) && is_ink(text.last())) || read())
}
