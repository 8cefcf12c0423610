//! What may stand in a column, by the name and the words of each.

use super::LEFT_OUT;
use super::body_heads::BODY;
use crate::exchange::field_named;
use crate::plan::ActivityType;

/// What stands in a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Column {
    /// The type of the activity.
    Type,
    /// When: a day or a period.
    On,
    /// The first day.
    From,
    /// The last day.
    To,
    /// The body it is about.
    Subject,
    /// A remark in words.
    Note,
    /// What the recorder had in hand.
    Basis,
    /// The source that says it.
    Source,
    /// The section of the source.
    Section,
    /// The line of the source.
    Line,
    /// The words of the source.
    Words,
    /// The id of the entry.
    Id,
    /// The id of the larger activity.
    PartOf,
    /// The indicator of a reported total.
    Indicator,
    /// The value of a reported total.
    Value,
    /// What a body is: an organisation, a project.
    BodyKind,
    /// The name of a body.
    Name,
    /// Its name in English.
    NameEnglish,
    /// Other words by which it is called.
    Synonyms,
    /// The day from which it is known.
    Since,
    /// The field of this name or label.
    Field(String),
    /// Nothing: the head is empty.
    Nothing,
    /// What is said to be left out.
    LeftOut,
}

impl Column {
    /// The member of a row that it becomes, where the ledger may refuse it.
    pub(super) const fn member(&self) -> Option<&'static str> {
        match self {
            Self::Type => Some("type"),
            Self::From => Some("from"),
            Self::To => Some("to"),
            Self::Subject => Some("subject"),
            Self::Id => Some("id"),
            Self::PartOf => Some("partof"),
            Self::Indicator => Some("indicator"),
            Self::Value => Some("value"),
            Self::Name => Some("name"),
            _ => None,
        }
    }

    /// The name by which people say that a column is this one.
    pub(super) fn name(&self, types: &[&ActivityType]) -> String {
        if let Self::Field(head) = self {
            let field = types.iter().find_map(|kind| field_named(kind, head).ok());
            return format!("fields.{}", field.map_or(head.as_str(), |field| field.name.as_str()));
        }
        let known = ACTIVITY.iter().chain(TOTAL).chain(BODY).find(|(column, ..)| column == self);
        known.map_or(LEFT_OUT, |(_, name, _)| name).to_owned()
    }
}

/// The names of the columns that every activity has.
pub(super) fn activity_names() -> impl Iterator<Item = &'static str> {
    ACTIVITY.iter().map(|(_, name, _)| *name)
}

/// The names of the columns that reported totals have.
pub(super) fn total_names() -> impl Iterator<Item = &'static str> {
    TOTAL.iter().map(|(_, name, _)| *name)
}

/// The columns that every activity has: the name of each, then the words that
/// people use for it, folded. `début` and `fin` are no words for the days
/// within which something happened: they are those of fields.
pub(super) const ACTIVITY: &[(Column, &str, &[&str])] = &[
    (Column::Type, "type", &["type d activite", "activite", "activity type", "type of activity", "activity"]),
    (Column::On, "on", &["date", "dates", "jour", "day", "quand", "when", "periode", "period"]),
    (Column::From, "occurredfrom", &["du", "from"]),
    (Column::To, "occurredto", &["au", "to"]),
    (Column::Subject, "subject", &["sujet", "objet", "about"]),
    (Column::Note, "note", &["remarque", "remark", "notes", "commentaire", "comment"]),
    (Column::Basis, "basis", &["fondement"]),
    (Column::Source, "citation", &["citation source", "source"]),
    (Column::Section, "citation.section", &["citation section", "section"]),
    (Column::Line, "citation.line", &["citation line", "citation ligne", "ligne", "line"]),
    (Column::Words, "citation.words", &["citation words", "citation mots"]),
    (Column::Id, "id", &["identifiant", "identifier"]),
    (Column::PartOf, "partof", &["partie de", "part of"]),
];

/// The columns of a file of reported totals.
pub(super) const TOTAL: &[(Column, &str, &[&str])] = &[
    (Column::Indicator, "indicator", &["indicateur"]),
    (Column::From, "from", &["du"]),
    (Column::To, "to", &["au"]),
    (Column::Value, "value", &["valeur", "total"]),
    (Column::Source, "citation", &["citation source", "source"]),
    (Column::Section, "citation.section", &["citation section", "section"]),
    (Column::Line, "citation.line", &["citation line", "citation ligne", "ligne", "line"]),
    (Column::Words, "citation.words", &["citation words", "citation mots"]),
    (Column::Note, "note", &["remarque", "remark", "notes", "commentaire", "comment"]),
    (Column::Id, "id", &["identifiant", "identifier"]),
];

pub(super) type Known = [(Column, &'static str, &'static [&'static str])];
