//! What the heads of columns mean.

use std::collections::HashSet;

use super::body_heads::BODY;
use super::column::{ACTIVITY, Column, Known, TOTAL};
use super::own::{is_added, is_own};
use super::{Cell, Head, TableTrouble};
use crate::exchange::typed::echo;
use crate::exchange::{FieldTrouble, field_named, folded, label_of_field, name_of_field, nearest};
use crate::plan::ActivityType;

/// Where the type of activities stands, when one column says it.
pub(super) fn type_column(heads: &[Head<'_>]) -> Option<usize> {
    heads.iter().position(|head| of(head.text, ACTIVITY).is_some_and(|(column, _)| column == Column::Type))
}

/// Whether the heads are those of a file of reported totals.
pub(super) fn are_totals(heads: &[Head<'_>]) -> bool {
    heads.iter().any(|head| of(head.text, TOTAL).is_some_and(|(column, _)| column == Column::Indicator))
}

/// Whether a head means a column that every activity has.
pub fn is_activity_column(head: &str) -> bool {
    of(head, ACTIVITY).is_some()
}

/// The heads that are known: of the columns that activities and totals have,
/// and of the fields of types.
pub(in crate::exchange) struct KnownHeads(HashSet<String>);

impl KnownHeads {
    /// Those of these types.
    pub(in crate::exchange) fn of(types: &[&ActivityType]) -> Self {
        let columns = ACTIVITY.iter().chain(TOTAL).chain(BODY);
        let columns = columns.flat_map(|(_, name, words)| [*name].into_iter().chain(words.iter().copied()));
        let fields = types.iter().flat_map(|kind| &kind.fields);
        let fields = fields.flat_map(|field| [field.name.as_str()].into_iter().chain(field.label.each()));
        Self(columns.chain(fields).map(folded).collect())
    }

    /// These words.
    pub(in crate::exchange) fn of_words<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        Self(words.map(folded).collect())
    }

    /// The same with heads of which people say what they mean.
    pub(in crate::exchange) fn and_said(mut self, said: &[(String, String)]) -> Self {
        self.0.extend(said.iter().map(|(head, _)| folded(head)));
        self
    }

    /// How many cells of a row are known heads.
    pub(in crate::exchange) fn count(&self, cells: &[Cell]) -> usize {
        let is_field = |text: &str| {
            text.starts_with("fields.") || label_of_field(text).or_else(|| name_of_field(text)).is_some()
        };
        let is_known =
            |cell: &&Cell| !cell.is_empty() && (is_field(&cell.text) || self.0.contains(&folded(&cell.text)));
        cells.iter().filter(is_known).count()
    }
}

/// The columns of activities of these types; each head that is none is told
/// once, with its place among the heads.
pub(super) fn activity_columns(heads: &[Head<'_>], types: &[&ActivityType]) -> Columns {
    columns(heads, |head| {
        if let Some(name) = head.strip_prefix("fields.") {
            return Ok(Column::Field(name.to_owned()));
        }
        let field = types.iter().find_map(|kind| match field_named(kind, head) {
            Ok(field) => Some(field.name.clone()),
            Err(FieldTrouble::Several { fields, .. }) => fields.first().cloned(),
            Err(_) => None,
        });
        match (of(head, ACTIVITY), field) {
            (Some((_, name)), Some(field)) if name != head => {
                Err(TableTrouble::HeadTwoMeanings { head: echo(head), column: name, field })
            }
            (Some((column, _)), _) => Ok(column),
            (None, Some(_)) => Ok(Column::Field(head.to_owned())),
            (None, None) => {
                let fields = types.iter().flat_map(|kind| &kind.fields);
                let fields =
                    fields.flat_map(|field| [field.name.as_str()].into_iter().chain(field.label.each()));
                Err(unknown(head, ACTIVITY, fields))
            }
        }
    })
}

/// The columns of reported totals.
pub(super) fn total_columns(heads: &[Head<'_>]) -> Columns {
    columns(heads, |head| match of(head, TOTAL) {
        Some((column, _)) => Ok(column),
        None => Err(unknown(head, TOTAL, std::iter::empty())),
    })
}

/// Each column's meaning, none where it was told, and what was told.
pub(super) type Columns = (Vec<Option<Column>>, Vec<(usize, TableTrouble)>);

pub(super) fn columns(heads: &[Head<'_>], meaning: impl Fn(&str) -> Result<Column, TableTrouble>) -> Columns {
    let (mut columns, mut told) = (Vec::<Option<Column>>::new(), Vec::new());
    let is_of_left = is_own(heads.iter().map(|head| head.text));
    for (at, head) in heads.iter().enumerate() {
        let text = head.text.trim();
        let column = match text {
            "" => Ok(Column::Nothing),
            _ if head.is_left_out() || is_of_left && is_added(text) => Ok(Column::LeftOut),
            _ => meaning(text),
        };
        let is_one = |column: &Column| !matches!(column, Column::Nothing | Column::LeftOut);
        let twice = |column: &Column| is_one(column) && columns.iter().flatten().any(|it| it == column);
        columns.push(match column {
            Ok(column) if twice(&column) => {
                told.push((at, TableTrouble::HeadTwice { head: echo(text) }));
                None
            }
            Ok(column) => Some(column),
            Err(trouble) => {
                told.push((at, trouble));
                None
            }
        });
    }
    (columns, told)
}

pub(super) fn of(head: &str, known: &Known) -> Option<(Column, &'static str)> {
    let wanted = folded(head);
    let found =
        known.iter().find(|(_, name, words)| folded(name) == wanted || words.contains(&wanted.as_str()));
    found.map(|(column, name, _)| (column.clone(), *name))
}

pub(super) fn unknown<'a>(
    head: &str,
    known: &'a Known,
    fields: impl Iterator<Item = &'a str>,
) -> TableTrouble {
    let words = known.iter().flat_map(|(_, name, words)| [*name].into_iter().chain(words.iter().copied()));
    // A field's name and its label are often one word in another case.
    let mut seen = HashSet::new();
    let names = fields.chain(words).filter(|name| seen.insert(folded(name)));
    let near = nearest(head, names).into_iter().map(str::to_owned).collect();
    TableTrouble::Head { head: echo(head), near }
}

#[cfg(test)]
mod tests {
    use super::{activity_columns, are_totals, total_columns, type_column};
    use crate::exchange::TableTrouble;
    use crate::exchange::tabular::Head;
    use crate::exchange::tabular::column::Column;
    use crate::plan::ActivityType;

    fn heads(line: &str) -> Vec<Head<'_>> {
        line.split(';').map(|text| Head { text, is_said: false }).collect()
    }

    fn kind() -> ActivityType {
        serde_json::from_str(
            r#"{"id":"a.b","label":{"fr":"A","en":"A"},"fields":[
                {"name":"editions","kind":"count","label":{"fr":"Éditions","en":"Editions"}},
                {"name":"on","kind":"date","label":{"fr":"Date","en":"Day of it"}},
                {"name":"begins","kind":"date","label":{"fr":"Début","en":"Start"}}]}"#,
        )
        .unwrap_or_else(|error| unreachable!("{error}"))
    }

    #[test]
    fn heads_are_known_by_name_and_by_the_words_people_use() {
        let kind = kind();
        let line = "TYPE;on;Sujet;ÉDITIONS;début;fields.on;citation.line;;";
        let (columns, told) = activity_columns(&heads(line), &[&kind]);
        assert!(told.is_empty(), "{told:?}");
        let field = |name: &str| Column::Field(name.to_owned());
        let expected = [
            Column::Type,
            Column::On,
            Column::Subject,
            field("ÉDITIONS"),
            field("début"),
            field("on"),
            Column::Line,
            Column::Nothing,
            Column::Nothing,
        ];
        assert_eq!(columns.into_iter().flatten().collect::<Vec<_>>(), expected);
        assert_eq!(type_column(&heads("a;Type d’activité")), Some(1));
        assert!(are_totals(&heads("Indicateur;to")) && !are_totals(&heads("to;value")));
    }

    #[test]
    fn a_head_of_two_meanings_or_none_is_told_once() {
        let kind = kind();
        let (columns, told) = activity_columns(&heads("Date;fin;type;Type"), &[&kind]);
        assert!(
            matches!(&told[0], (0, TableTrouble::HeadTwoMeanings { column: "on", field, .. }) if field == "on")
        );
        assert!(matches!(&told[1], (1, TableTrouble::Head { .. })));
        assert!(matches!(&told[2], (3, TableTrouble::HeadTwice { .. })));
        assert_eq!((told.len(), columns), (3, vec![None, None, Some(Column::Type), None]));
        let (_, told) = total_columns(&heads("indicator;valeurs;subject"));
        assert!(matches!(&told[0], (1, TableTrouble::Head { near, .. }) if near[0] == "valeur"));
        assert_eq!(told.len(), 2);
    }

    #[test]
    fn only_what_is_said_to_be_left_out_is_and_it_may_be_said_twice() {
        let kind = kind();
        let said = |text| Head { text, is_said: true };
        let (columns, told) = activity_columns(&[said("-"), said("on"), said("-")], &[&kind]);
        assert_eq!(columns, [Some(Column::LeftOut), Some(Column::On), Some(Column::LeftOut)]);
        assert!(told.is_empty());
        let (columns, told) = activity_columns(&heads("-;on"), &[&kind]);
        assert!(matches!(&told[..], [(0, TableTrouble::Head { .. })]), "{told:?}");
        assert_eq!(columns, [None, Some(Column::On)]);
    }

    /// Of two fields with one label a head says the name too.
    #[test]
    fn a_label_of_two_fields_is_told_apart_by_the_name_behind_it() {
        let mut kind = kind();
        kind.fields[1].label = kind.fields[0].label.clone();
        let line = "Éditions (champ\u{a0}: on);Editions (field: editions) *;begins";
        let (columns, told) = activity_columns(&heads(line), &[&kind]);
        assert!(told.is_empty(), "{told:?}");
        let names: Vec<String> = columns.iter().flatten().map(|it| it.name(&[&kind])).collect();
        assert_eq!(names, ["fields.on", "fields.editions", "fields.begins"]);
        for head in ["Éditions", "Éditions (champ)", "Éditions (champ : zzz)", "Éditions (on)"] {
            let (columns, _) = activity_columns(&heads(head), &[&kind]);
            let said = columns[0].as_ref().map(|it| it.name(&[&kind]));
            assert_ne!(said.as_deref(), Some("fields.on"), "{head}");
        }
    }

    #[test]
    fn the_name_of_a_column_says_it_again() {
        let kind = kind();
        for line in [
            "TYPE;du;AU;Sujet;Remarque;fondement;source;section;ligne;citation mots;id;partie de",
            "Éditions;début;fields.on;on",
        ] {
            let (columns, told) = activity_columns(&heads(line), &[&kind]);
            assert!(told.is_empty(), "{told:?}");
            let names: Vec<String> = columns.iter().flatten().map(|it| it.name(&[&kind])).collect();
            let said: Vec<Head<'_>> = names.iter().map(|text| Head { text, is_said: true }).collect();
            let (again, _) = activity_columns(&said, &[&kind]);
            let known: Vec<String> = again.iter().flatten().map(|it| it.name(&[&kind])).collect();
            assert_eq!(known, names);
        }
    }
}
