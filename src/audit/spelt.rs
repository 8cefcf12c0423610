//! Whether fields are as their type has them, told by their canonical bytes: most are
//! plain texts, of which nothing needs to be copied.
//!
//! What is found right here is right; the rest is told by whoever reads it in full.

use super::known::Known;
use crate::event::{BodyKind, Currency, Day, MAX_ITEMS, Skimmed, value_of};
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
    /// Whether the fields of an activity, of which each has a name of its own, are
    /// those of its type.
    pub(super) fn fields(&self, kind: &ActivityType, said: Skimmed<'_>) -> bool {
        let required = kind.fields.iter().filter(|field| !field.may_lack()).count();
        let mut found = 0;
        let all = said.fields().all(|(name, spelt)| {
            let field = kind.field(name).filter(|field| !field.retired);
            found += usize::from(field.is_some_and(|field| !field.may_lack()));
            field.is_some_and(|field| self.field(field, spelt))
        });
        all && found == required
    }

    fn field(&self, field: &Field, spelt: &str) -> bool {
        match field.kind {
            FieldKind::YesNo if !field.many => matches!(spelt, "true" | "false"),
            FieldKind::Text | FieldKind::Choice | FieldKind::Reference | FieldKind::Date => {
                let plain = if field.many { self.items(field, spelt) } else { self.text(field, spelt) };
                plain || self.read_out(field, spelt)
            }
            _ => self.read_out(field, spelt),
        }
    }

    /// The same of what is not a plain text.
    fn read_out(&self, field: &Field, spelt: &str) -> bool {
        let read = || value_of(spelt).is_some_and(|value| is_value_of(field, &value, self.ledger));
        field.kind != FieldKind::Reference && read()
    }

    fn text(&self, field: &Field, spelt: &str) -> bool {
        let (text, rest) = plain(spelt).unwrap_or(("", spelt));
        rest.is_empty() && self.is_one(field, text)
    }

    /// Whether an array of plain texts is one of a field's, each of them another.
    fn items(&self, field: &Field, spelt: &str) -> bool {
        let Some(mut rest) = spelt.strip_prefix('[') else { return false };
        let (mut found, mut count) = ([""; FEW_ITEMS], 0);
        while let Some((text, after)) = plain(rest) {
            if count == FEW_ITEMS.min(MAX_ITEMS)
                || found[..count].contains(&text)
                || !self.is_one(field, text)
            {
                return false;
            }
            found[count] = text;
            count += 1;
            match after.as_bytes() {
                b"]" => return true,
                [b',', ..] => rest = &after[1..],
                _ => return false,
            }
        }
        false
    }

    /// Whether a text, which is not longer than any may be, is a value of a field.
    fn is_one(&self, field: &Field, text: &str) -> bool {
        match field.kind {
            FieldKind::Text => !text.is_empty() && text.trim().len() == text.len(),
            FieldKind::Choice => field.choices.iter().any(|choice| choice.word == text),
            FieldKind::Date => text.parse::<Day>().is_ok(),
            FieldKind::Reference => {
                let kind = text.split('/').next().and_then(BodyKind::from_word);
                kind.is_some_and(|kind| field.may_refer(kind)) && self.known.has(text)
            }
            _ => false,
        }
    }
}

/// The text that canonical bytes begin with, and what follows it; none where they
/// begin with another value, or one in which something is escaped.
fn plain(spelt: &str) -> Option<(&str, &str)> {
    let rest = spelt.strip_prefix('"')?;
    let end = memchr::memchr2(b'"', b'\\', rest.as_bytes())?;
    let (text, after) = rest.split_at_checked(end)?;
    Some((text, after.strip_prefix('"')?))
}
