//! What the heads of a table of the register mean.

use super::Head;
use super::column::{Column, Known};
use super::heads::{Columns, columns, of, unknown};
use crate::exchange::{KnownAttributes, folded};
use crate::plan::COUNTRY;

/// The columns of a table of bodies: the name of each, then the words that
/// people use for it, folded.
pub(super) const BODY: &Known = &[
    (Column::BodyKind, "kind", &["sorte", "nature", "genre"]),
    (Column::Name, "name", &["nom"]),
    (Column::NameEnglish, "name.en", &["name en", "nom anglais", "nom en anglais", "name in english"]),
    (Column::Synonyms, "synonyms", &["synonymes", "autres noms", "other names"]),
    (Column::Since, "since", &["depuis"]),
    (Column::Source, "citation", &["citation source", "source"]),
    (Column::Section, "citation.section", &["citation section", "section"]),
    (Column::Line, "citation.line", &["citation line", "citation ligne", "ligne", "line"]),
    (Column::Words, "citation.words", &["citation words", "citation mots"]),
    (Column::Id, "id", &["identifiant", "identifier"]),
];

/// Words for a country, folded, whatever the plan calls it.
const COUNTRIES: &[&str] = &["pays", "country"];

/// Whether the heads are those of a table of bodies: their name, and what each
/// is. A type may have fields called so, and then says when.
pub(super) fn are_bodies(heads: &[Head<'_>]) -> bool {
    let has = |wanted: &Column| {
        heads.iter().any(|head| of(head.text, BODY).is_some_and(|(column, _)| column == *wanted))
    };
    has(&Column::BodyKind) && has(&Column::Name)
}

/// Whether a head means a column that every body has.
pub fn is_body_column(head: &str) -> bool {
    of(head, BODY).is_some() || COUNTRIES.contains(&folded(head).as_str())
}

/// The columns of bodies: those that all have, and what else is known of them.
pub(super) fn body_columns(heads: &[Head<'_>], known: &KnownAttributes<'_>) -> Columns {
    columns(heads, |head| {
        if let Some((column, _)) = of(head, BODY) {
            return Ok(column);
        }
        if COUNTRIES.contains(&folded(head).as_str()) {
            return Ok(Column::Field(COUNTRY.to_owned()));
        }
        let attribute = known.named(head.trim_end_matches('*'));
        attribute.map(|name| Column::Field(name.to_owned())).map_err(|_| unknown(head, BODY, known.words()))
    })
}

/// The names of the columns that bodies have.
pub(super) fn body_names() -> impl Iterator<Item = &'static str> {
    BODY.iter().map(|(_, name, _)| *name)
}
