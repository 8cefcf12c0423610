//! Activities and reported totals as JSON Lines: what an import reads.

mod amendment;
mod error;
mod line;
mod members;
mod quick;

pub use error::{JsonlError, LineTrouble};

use std::collections::BTreeMap;

use super::Spot;
use super::encoding::utf8_only;
use crate::event::{
    Activity, BodyId, EntryError, EntryId, Json, MAX_IMPORT_ROWS, Object, Period, json_text, read_activity,
    types,
};
use crate::figures::Total;
use crate::ledger::{Command, NewActivity, NewTotal};

use line::{Line, Refused, columns};

/// The members of an activity's line.
const MEMBERS: &[&str] = &[
    "basis",
    "citation",
    "evidence",
    "fields",
    "id",
    "note",
    "occurredfrom",
    "occurredto",
    "partof",
    "ref",
    "subject",
    "type",
];

/// The members of a reported total's line.
const TOTAL_MEMBERS: &[&str] =
    &["citation", "evidence", "from", "id", "indicator", "note", "ref", "to", "type", "value"];

/// A line of an import.
#[derive(Clone, Debug)]
pub struct ImportLine {
    /// Its line number, from 1.
    pub line: usize,
    /// The id that it gives.
    pub id: Option<EntryId>,
    /// Whether it says something of an entry before it, which no import does.
    pub amends: bool,
    /// When a demonstration recorded it, after the column that says so.
    pub recorded: Option<(usize, String)>,
    /// Its members and those within them, as in `fields.editions`, and the
    /// column of each.
    pub places: Vec<(String, usize)>,
    /// What it asks for.
    pub command: Command,
}

/// Names that lines of an import give each other before they have ids:
/// `"ref":"all-in"` on one, `"partof":"ref:all-in"` on another.
#[derive(Clone, Debug, Default)]
pub struct Refs(BTreeMap<String, EntryId>);

/// The lines of a file that can be read, and all that cannot. What a line is
/// called by `ref` is known to the lines and files after it.
pub fn read_jsonl(
    file: &str,
    bytes: &[u8],
    refs: &mut Refs,
    ids: &mut dyn FnMut() -> EntryId,
) -> (Vec<ImportLine>, Vec<JsonlError>) {
    let told = |line: usize, column: usize, trouble: LineTrouble| JsonlError {
        spot: Spot::new(file, line, column),
        trouble,
    };
    let text = match utf8_only(bytes) {
        Ok(text) => text,
        Err(error) => return (vec![], vec![told(error.line, error.column, error.trouble.into())]),
    };
    if text.lines().count() > MAX_IMPORT_ROWS {
        return (vec![], vec![told(1, 1, LineTrouble::Rows { limit: MAX_IMPORT_ROWS })]);
    }
    let (mut lines, mut errors) = (Vec::new(), Vec::new());
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match read_line(index + 1, line, refs, ids) {
            Ok(read) => lines.push(ImportLine { places: columns(line), ..read }),
            Err((byte, trouble)) => errors.push(told(index + 1, Line::column(line, byte), trouble)),
        }
    }
    (lines, errors)
}

/// One line by its number, and what is wrong with it and where. Where its members
/// stand is left to [`places_of`].
pub(super) fn read_one(
    file: &str,
    number: usize,
    text: &str,
    refs: &mut Refs,
    ids: &mut dyn FnMut() -> EntryId,
) -> Result<ImportLine, JsonlError> {
    read_line(number, text, refs, ids).map_err(|(byte, trouble)| {
        let spot = Spot::new(file, number, Line::column(text, byte));
        JsonlError { spot, trouble }
    })
}

/// Its members with those around them, and the column of each.
pub(super) fn places_of(text: &str) -> Vec<(String, usize)> {
    columns(text)
}

fn read_line(
    number: usize,
    text: &str,
    refs: &mut Refs,
    ids: &mut dyn FnMut() -> EntryId,
) -> Result<ImportLine, Refused> {
    let mut line = Line::read(text)?;
    let mut id = line.id("id")?;
    if let Some(name) = line.text("ref")? {
        let named = *id.get_or_insert_with(ids);
        if refs.0.insert(name.clone(), named).is_some_and(|before| before != named) {
            return Err(line.wrong("ref", LineTrouble::RefTwice { name }));
        }
    }
    resolve(&mut line, refs)?;
    let column = |line: &Line<'_>| Line::column(text, line.place("recordedtime"));
    let recorded = line.text("recordedtime")?.map(|time| (column(&line), time));
    let kind = line.needed("type")?;
    let amended = amendment::amendment(&mut line, &kind)?;
    let amends = amended.is_some();
    let (command, known) = match amended {
        Some(command) => (command, amendment::MEMBERS),
        None if kind == types::TOTAL_REPORTED => {
            (Command::Report(NewTotal { id, total: total(&mut line)? }), TOTAL_MEMBERS)
        }
        None => {
            let (occurred, subject, activity) = activity_of(&mut line)?;
            (Command::Record(NewActivity { id, kind, occurred, subject, activity }), MEMBERS)
        }
    };
    line.done(known)?;
    Ok(ImportLine { line: number, id, recorded, amends, places: vec![], command })
}

/// Puts the ids of lines before in the place of their names.
fn resolve(line: &mut Line<'_>, refs: &Refs) -> Result<(), Refused> {
    for member in ["partof", "correctedid", "entry"] {
        let named = line.members.get(member).and_then(Json::as_text).and_then(|it| it.strip_prefix("ref:"));
        let Some(name) = named.map(str::to_owned) else { continue };
        let Some(known) = refs.0.get(&name) else {
            return Err(line.wrong(member, LineTrouble::Ref { name }));
        };
        line.members.insert(member.to_owned(), json_text(known.to_string()));
    }
    Ok(())
}

/// When an activity happened, what it is about, what it says.
fn activity_of(line: &mut Line<'_>) -> Result<(Period, Option<BodyId>, Activity), Refused> {
    let from = line.needed_day("occurredfrom")?;
    let to = line.day("occurredto")?.unwrap_or(from);
    let occurred = line.period(from, to, "occurredto")?;
    let subject = line.body("subject")?;
    let names = ["fields", "basis", "citation", "evidence", "note", "partof"];
    let taken = names.iter().filter_map(|name| Some(((*name).to_owned(), line.members.remove(name)?)));
    let mut data: Object = taken.collect();
    if !data.contains_key("fields") {
        data.insert("fields".to_owned(), Json::Object(Object::new()));
    }
    let activity = read_activity(data).map_err(|error| {
        let member = match error {
            EntryError::Member(_, member) => member,
            _ => "fields".to_owned(),
        };
        line.wrong(&member, LineTrouble::Shape { member: member.clone() })
    })?;
    Ok((occurred, subject, activity))
}

fn total(line: &mut Line<'_>) -> Result<Total, Refused> {
    let (from, to) = (line.day("from")?, line.needed_day("to")?);
    line.period(from.unwrap_or(to), to, "to")?;
    Ok(Total {
        indicator: line.needed("indicator")?,
        from,
        to,
        value: line.members.remove("value").ok_or((0, LineTrouble::Missing { member: "value" }))?,
        citation: line.citation()?,
        evidence: line.evidence()?,
        note: line.text("note")?,
    })
}

#[cfg(test)]
mod tests {
    use super::{JsonlError, LineTrouble, Refs, read_jsonl};
    use crate::event::EntryId;

    fn errors(text: &str) -> Vec<JsonlError> {
        let nil = &mut || EntryId::new(uuid::Uuid::nil());
        read_jsonl("f", text.as_bytes(), &mut Refs::default(), nil).1
    }

    /// Column and trouble of the one line.
    fn wrong(line: &str) -> (usize, LineTrouble) {
        let error = errors(line).pop();
        error.map_or((0, LineTrouble::NotAnObject), |it| (it.spot.column, it.trouble))
    }

    #[test]
    fn a_line_that_is_no_object_is_told_with_its_column() {
        assert_eq!(wrong(r#"{"type":"a.b",}"#), (15, LineTrouble::Syntax));
        assert_eq!(wrong(r#"{"type":"é"#), (11, LineTrouble::Unfinished));
        assert_eq!(wrong("[1]"), (1, LineTrouble::NotAnObject));
        let twice = LineTrouble::Twice { member: "type".to_owned() };
        assert_eq!(wrong(r#"{"type":"a.b", "type":"a.c"}"#), (16, twice));
        let null = LineTrouble::Null { member: "fields.b".to_owned() };
        assert_eq!(wrong(r#"{"fields":{"a":1,"b":null}}"#), (18, null));
        let fraction = LineTrouble::Fraction { member: "fields.a".to_owned() };
        assert_eq!(wrong(r#"{"fields":{"a":1.5}}"#), (12, fraction));
        let item = LineTrouble::Null { member: "fields.a[1]".to_owned() };
        assert_eq!(wrong(r#"{"fields":{"a":[1,null]}}"#), (12, item));
        let twice = LineTrouble::Twice { member: "n".to_owned() };
        assert_eq!(wrong(r#"{"e":[{"k":1},{"k":1}],"n":1,"n":2}"#), (30, twice));
    }

    #[test]
    fn a_member_that_is_wrong_is_told_with_its_column() {
        let (column, trouble) = wrong(r#"{"type":"a.b","occurredfrom":"2024-01-01","suject":"x"}"#);
        assert_eq!(column, 43);
        assert!(matches!(trouble, LineTrouble::Unknown { near, .. } if near == ["subject"]));
        assert_eq!(wrong(r#"{"occurredfrom":"2024-01-01"}"#), (1, LineTrouble::Missing { member: "type" }));
        let missing = LineTrouble::Missing { member: "occurredfrom" };
        assert_eq!(wrong(r#"{"type":"a.b"}"#), (1, missing));
        let date = LineTrouble::Date { typed: "2024-02-30".to_owned() };
        assert_eq!(wrong(r#"{"type":"a.b","occurredfrom":"2024-02-30"}"#), (15, date));
        assert_eq!(wrong(r#"{"type":7}"#), (2, LineTrouble::NotText { member: "type" }));
        let (column, trouble) =
            wrong(r#"{"occurredfrom":"2024-01-02","occurredto":"2024-01-01","type":"a.b"}"#);
        assert!(matches!((column, trouble), (30, LineTrouble::EndBeforeStart { .. })));
        let rest = r#""occurredfrom":"2024-01-02","type":"a.b"}"#;
        assert!(matches!(wrong(&format!(r#"{{"id":"A",{rest}"#)), (2, LineTrouble::Id { .. })));
        assert!(matches!(wrong(&format!(r#"{{"subject":"ocde",{rest}"#)), (2, LineTrouble::Body { .. })));
        assert!(matches!(wrong(&format!(r#"{{"citation":{{}},{rest}"#)), (2, LineTrouble::Shape { .. })));
        assert!(matches!(wrong(&format!(r#"{{"partof":"ref:x",{rest}"#)), (2, LineTrouble::Ref { .. })));
        assert!(matches!(wrong(&format!(r#"{{"note":"\u0007",{rest}"#)), (2, LineTrouble::Text { .. })));
    }

    #[test]
    fn every_bad_line_is_told_and_blank_ones_are_passed_over() {
        let told = errors("\u{feff}{}\n\n{\"type\":\"a.b\",\"occurredfrom\":\"2024-01-01\"}\n[]\n");
        assert_eq!(told.iter().map(|it| it.spot.line).collect::<Vec<_>>(), [1, 4]);
        let line = r#"{"ref":"a","type":"a.b","occurredfrom":"2024-01-01"}"#;
        let twice = read_jsonl("f", format!("{line}\n{line}").as_bytes(), &mut Refs::default(), &mut || {
            EntryId::new(uuid::Uuid::new_v7(uuid::Timestamp::now(uuid::NoContext)))
        });
        assert!(matches!(twice.1.as_slice(), [it] if matches!(it.trouble, LineTrouble::RefTwice { .. })));
    }

    #[test]
    fn texts_are_put_as_the_ledger_keeps_them() {
        let line = "{\"type\":\"a.b\",\"occurredfrom\":\"2024-01-01\",\"note\":\" e\u{301}te\u{301} \"}";
        let nil = &mut || EntryId::new(uuid::Uuid::nil());
        let (lines, errors) = read_jsonl("f", line.as_bytes(), &mut Refs::default(), nil);
        assert!(errors.is_empty());
        let shown = format!("{:?}", lines[0].command);
        assert!(shown.contains("\"été\""), "{shown}");
    }
}
