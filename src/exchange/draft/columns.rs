//! Rows under named columns, in French or English: each is one thing that is
//! printed.

use std::collections::BTreeSet;

use super::sheet::{Sheet, find_sheets};
use super::{Draft, DraftError};
use crate::audit::{Printed, Shown};
use crate::event::{Period, is_definition_id};
use crate::exchange::tabular::{Cell, TableError, TableTrouble};
use crate::exchange::typed::echo;
use crate::exchange::{Setting, Spot, TypedError, printed_number, typed_date};

/// The columns by their English names, with the heads they may have, folded.
const COLUMNS: [(&str, &[&str]); 22] = [
    ("place", &["place", "endroit", "emplacement"]),
    ("line", &["line", "ligne"]),
    ("words", &["words", "mots"]),
    ("indicator", &["indicator", "indicateur"]),
    ("measure", &["measure", "grandeur"]),
    ("within", &["within", "partie de"]),
    ("target", &["target", "cible", "objectif"]),
    ("delivered", &["delivered", "value", "result", "livre", "realise", "valeur", "resultat"]),
    ("percent", &["percent", "%", "% complete", "pourcentage", "% complet"]),
    ("period", &["period", "periode"]),
    ("list", &["list", "liste"]),
    ("counts", &["counts", "denombre"]),
    ("totals", &["totals", "additionne"]),
    ("base", &["base"]),
    ("variation", &["variation"]),
    ("before", &["before", "avant"]),
    ("after", &["after", "apres"]),
    ("date", &["date"]),
    ("presented", &["presented", "presente"]),
    ("announced", &["announced", "annonce"]),
    ("names", &["names", "nomme"]),
    ("body", &["body", "organisme"]),
];

/// Those by which a table is one of what is printed: they say what of.
const OF: [&str; 4] = ["indicator", "measure", "list", "names"];

/// Rows that are read: each is compared with all others.
const MOST: usize = 2_000;

/// Reads the rows of all tables with such columns; none where there is no such
/// table.
pub(super) fn read(file: &str, bytes: &[u8], setting: &Setting<'_>) -> Result<Option<Draft>, DraftError> {
    let known = |head: &String| COLUMNS.iter().find(|(_, heads)| heads.contains(&head.as_str()));
    let are_heads = |heads: &[String]| {
        let named: BTreeSet<&str> = heads.iter().filter_map(known).map(|(name, _)| *name).collect();
        named.len() > 1 && OF.iter().any(|name| named.contains(name))
    };
    let mut sheets = find_sheets(file, bytes, are_heads)?;
    // A table of indicators has such heads too, over labels.
    sheets.retain(has_ids);
    let (mut draft, mut errors) = (Draft::default(), Vec::new());
    for sheet in &sheets {
        draft.unread.extend(unread(sheet, setting));
        for line in sheet.lines() {
            let row = Row { sheet, line, setting };
            match row.printed() {
                Ok(printed) => draft.push(printed, row.spot()),
                Err(wrong) => errors.extend(wrong),
            }
        }
    }
    if draft.printed.len() > MOST {
        let spot = Spot::whole(file);
        errors.push(TableError { spot, trouble: TableTrouble::Rows { limit: MOST } });
    }
    if sheets.is_empty() {
        return Ok(None);
    }
    if errors.is_empty() { Ok(Some(draft)) } else { Err(DraftError::Table(errors)) }
}

/// The heads of columns that are not read, under which a number stands: unknown ones, and
/// those that say what another says already.
fn unread(sheet: &Sheet, setting: &Setting<'_>) -> Vec<String> {
    let read: BTreeSet<usize> = COLUMNS.iter().filter_map(|(_, heads)| sheet.column(heads)).collect();
    let has_number = |at: usize| {
        let mut cells = sheet.lines().filter_map(|line| line.get(at));
        cells.any(|cell| printed_number(&cell.typed(), setting.currency).read.is_some())
    };
    let strange = sheet.heads().enumerate().filter(|(at, head)| !head.is_empty() && !read.contains(at));
    strange.filter(|(at, _)| has_number(*at)).map(|(_, head)| head.to_owned()).collect()
}

/// Whether some cell under a head that says what of is spelled as an id is, or the
/// rows are of other things than indicators.
fn has_ids(sheet: &Sheet) -> bool {
    let others = OF.iter().filter(|name| **name != "indicator");
    let Some(at) = column(sheet, "indicator") else { return true };
    let is_id = |line: &[Cell]| line.get(at).is_some_and(|cell| is_definition_id(cell.text.trim()));
    others.into_iter().any(|name| column(sheet, name).is_some()) || sheet.lines().any(is_id)
}

/// The column of this name.
fn column(sheet: &Sheet, name: &str) -> Option<usize> {
    let heads = COLUMNS.iter().find(|(it, _)| *it == name).map_or(&[][..], |(_, heads)| heads);
    sheet.column(heads)
}

struct Row<'r, 's> {
    sheet: &'r Sheet,
    line: &'r [Cell],
    setting: &'r Setting<'s>,
}

impl Row<'_, '_> {
    fn column(&self, name: &str) -> Option<usize> {
        column(self.sheet, name)
    }

    fn cell(&self, name: &str) -> Option<&Cell> {
        self.line.get(self.column(name)?).filter(|cell| !cell.is_empty())
    }

    fn text(&self, name: &str) -> String {
        self.cell(name).map(|cell| cell.text.trim().to_owned()).unwrap_or_default()
    }

    fn spot(&self) -> Spot {
        let of = OF.into_iter().find(|name| self.cell(name).is_some()).unwrap_or(OF[0]);
        self.sheet.spot(self.line, self.column(of))
    }

    /// A number, as the file shows it and as it is meant.
    fn number(&self, name: &str) -> Shown {
        let Some(cell) = self.cell(name) else { return Shown::default() };
        let read = printed_number(&cell.typed(), self.setting.currency).read;
        Shown { text: cell.text.trim().to_owned(), read }
    }

    fn lists(&self) -> BTreeSet<String> {
        let text = self.text("list");
        text.split(';').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
    }

    fn days(&self, name: &str, errors: &mut Vec<TableError>) -> Option<Period> {
        let cell = self.cell(name)?;
        let read = typed_date(&cell.typed(), &self.setting.calendar);
        let tell = |error| {
            let trouble = TableTrouble::Cell { head: name.to_owned(), error: TypedError::Date(error) };
            TableError { spot: self.sheet.spot(self.line, self.column(name)), trouble }
        };
        read.map_err(|error| errors.push(tell(error))).ok()
    }

    fn printed(&self) -> Result<Printed, Vec<TableError>> {
        let mut errors = Vec::new();
        let printed = Printed {
            place: self.text("place"),
            line: self.text("line"),
            words: self.text("words"),
            indicator: self.text("indicator"),
            measure: self.text("measure"),
            within: self.text("within"),
            target: self.number("target"),
            delivered: self.number("delivered"),
            percent: self.number("percent"),
            period: self.days("period", &mut errors),
            lists: self.lists(),
            counts: self.text("counts"),
            totals: self.text("totals"),
            base: self.number("base"),
            change: self.number("variation"),
            before: self.number("before"),
            after: self.number("after"),
            date: self.days("date", &mut errors),
            presented: self.days("presented", &mut errors),
            announced: self.text("announced"),
            names: self.text("names"),
            body: self.text("body"),
        };
        self.check(&printed, &mut errors);
        if errors.is_empty() { Ok(printed) } else { Err(errors) }
    }

    /// Both an indicator and another measure would be two names of one number.
    fn check(&self, printed: &Printed, errors: &mut Vec<TableError>) {
        if !printed.indicator.is_empty() && !printed.measure.is_empty() {
            let spot = self.sheet.spot(self.line, self.column("measure"));
            errors
                .push(TableError { spot, trouble: TableTrouble::TwoNames { typed: echo(&printed.measure) } });
        }
    }
}
