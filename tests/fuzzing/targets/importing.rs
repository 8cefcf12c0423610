//! Files as `jalon import` and its page take them: read, tried out on the ledger
//! and shown, in both languages; nothing is written.

use std::collections::BTreeSet;

use jalon::event::{BodyKind, Hash};
use jalon::exchange::{
    ImportSaid, Incoming, LinePlace, Remedy, RowPlaces, Spot, all_problems, is_table_file, lines_at, look,
    read_import_as,
};
use jalon::ledger::{Import, ImportRefused, ImportedRows, RefusedRows};
use jalon::plan::PersonNames;
use jalon::present::{preview_json, preview_rows, preview_text};

use super::house::{self, Fixture, now, today};
use super::parts;
use super::sentences::TOLD;
use crate::invented::author;

/// CSV.
pub fn csv(bytes: &[u8]) {
    house::with(|fixture| table(fixture, "a.csv", bytes));
}

/// A workbook; bytes that do not begin as one are the texts of its parts.
pub fn xlsx(bytes: &[u8]) {
    let packed;
    let book = if bytes.starts_with(b"PK") {
        bytes
    } else {
        packed = parts::packed(bytes);
        &packed
    };
    house::with(|fixture| table(fixture, "a.xlsx", book));
}

/// JSON Lines.
pub fn jsonl(bytes: &[u8]) {
    house::with(|fixture| {
        import(fixture, "a.jsonl", bytes, &ImportSaid::default());
    });
}

/// A file of tables: looked at as its page does, then imported, with a type for
/// all rows where none was read without.
fn table(fixture: &Fixture, name: &str, bytes: &[u8]) {
    let new = [BodyKind::Organisation];
    let said = ImportSaid { new: &new, remedy: Remedy::New, today: Some(today()), ..ImportSaid::default() };
    let _ = look(name, bytes, &said, fixture.state());
    let rows = import(fixture, name, bytes, &said);
    if rows == 0 {
        let kind = fixture.state().activity_type("workshop.held");
        import(fixture, name, bytes, &ImportSaid { kind, ..said });
    }
}

/// Imports a file as far as nothing is written; how many rows could be read.
fn import(fixture: &Fixture, name: &str, bytes: &[u8], said: &ImportSaid<'_>) -> usize {
    let files = [(name.to_owned(), bytes.to_vec())];
    let (state, ids) = (fixture.state(), &mut house::ids());
    let read = read_import_as(&files, said, state, &PersonNames::default, ids);
    let Incoming { rows, problems, alike, .. } = read;
    let commands = rows.iter().map(|row| row.command.clone()).collect();
    let import = Import { file: Hash::of(bytes), rows: commands };
    let done = fixture.ledger.rehearse(import, author(1), now(), false, ids);
    let (refused, done) = match done {
        Ok(done) => (RefusedRows::new(), done),
        Err(ImportRefused::Rows { refused, rows }) => (refused, *rows),
        Err(ImportRefused::Whole(_)) => (RefusedRows::new(), ImportedRows::default()),
    };
    let places: Vec<RowPlaces> = rows.iter().map(|row| row.places.clone()).collect();
    let problems = all_problems(&files, problems, &places, refused);
    let preview = preview_rows(&files, &rows, &done, &problems, &alike);
    let shown = &preview[..preview.len().min(TOLD)];
    preview_json(state, shown);
    fixture.say(|messages| preview_text(messages, state, shown, 100) + ".");
    fixture.tell(&problems);
    if is_table_file(name, bytes) {
        let places = problems.iter().map(|it| &it.spot).chain(places.first().map(|it| &it.row));
        let places: BTreeSet<LinePlace> = places.map(place).collect();
        let _ = lines_at(name, bytes, said, state, &places);
    }
    rows.len()
}

/// The line of a place.
fn place(spot: &Spot) -> LinePlace {
    (spot.sheet.as_ref().map(|sheet| sheet.index), spot.line)
}
