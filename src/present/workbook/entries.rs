//! What the sheets say of an entry: its place, its days, what it is and where
//! it is printed.

use rust_xlsxwriter::XlsxError;

use super::Book;
use super::sheet::Sheet;
use crate::event::{EntryId, Evidence, Exact, Period};
use crate::figures::{Record, Version};
use crate::present::explain::citation_words;
use crate::present::{type_words, version_words};

/// Where an entry is put: a row, and the column at which it begins.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) row: u32,
    pub(super) column: u16,
}

impl Spot {
    const fn at(self, further: u16) -> (u32, u16) {
        (self.row, self.column + further)
    }
}

/// An entry that is named.
pub(super) struct Named {
    pub(super) sequence: u64,
    pub(super) version: u64,
    pub(super) id: EntryId,
    pub(super) occurred: Period,
}

/// Number, id, first and last day, type, what it says: six cells.
pub(super) fn put_entry(
    book: &Book<'_, '_>,
    sheet: &mut Sheet,
    spot: Spot,
    named: &Named,
) -> Result<(), XlsxError> {
    let styles = &book.styles;
    let number = Exact::from(i64::try_from(named.sequence).unwrap_or(i64::MAX));
    sheet.number(spot.at(0), &number, "0", &styles.number)?;
    let (row, column) = spot.at(1);
    sheet.text(row, column, &named.id.to_string(), &styles.plain)?;
    let (row, column) = spot.at(2);
    sheet.day(row, column, named.occurred.from, &styles.date)?;
    sheet.day(row, column + 1, named.occurred.to, &styles.date)?;
    let record = book.state.record(named.id);
    let kind = record.map(|record| kind_words(book, record)).unwrap_or_default();
    sheet.wrapped(row, column + 2, &kind, &styles.words)?;
    let said = record
        .and_then(|record| Some(version_words(book.messages, book.state, record, version(book, named)?)));
    sheet.wrapped(row, column + 3, &said.unwrap_or_default(), &styles.words)
}

fn kind_words(book: &Book<'_, '_>, record: &Record) -> String {
    match book.state.activity_type(&record.kind) {
        Some(kind) => type_words(book.messages.language(), Some(kind), &record.kind).to_owned(),
        None => crate::present::entry_words(book.messages, &record.kind),
    }
}

/// The version that was looked at.
pub(super) fn version<'b>(book: &Book<'b, '_>, named: &Named) -> Option<&'b Version> {
    book.state.record(named.id)?.version(named.version)
}

/// Where a source says it.
pub(super) fn citation(book: &Book<'_, '_>, named: &Named) -> String {
    let citation = version(book, named).and_then(|version| version.content.citation());
    citation.map(|it| citation_words(book.messages, it)).unwrap_or_default()
}

/// The documents that back it, by name.
pub(super) fn documents(book: &Book<'_, '_>, named: &Named) -> String {
    let documents = version(book, named).map_or(&[][..], |version| version.content.evidence());
    documents.iter().map(|it: &Evidence| it.name.as_str()).collect::<Vec<_>>().join("; ")
}
