//! A list that someone else keeps, or a form that comes back: a table in which a few
//! columns are known, by whatever words, and the others do not matter.

use super::{Cell, Given, KnownHeads, Origin, Table, TableError, TableTrouble};
use crate::exchange::csv::csv_table;
use crate::exchange::typed::echo;
use crate::exchange::workbook::{found_table, is_workbook, read_chosen};
use crate::exchange::{Spot, folded, nearest};

/// A column that is known: its name, and the words that people use for it, folded.
pub(in crate::exchange) type ListColumn = (&'static str, &'static [&'static str]);

/// A table in which some columns are known.
pub(in crate::exchange) struct Listed {
    origin: Origin,
    heads: Vec<Cell>,
    /// The name of each column that is known.
    names: Vec<Option<&'static str>>,
    lines: Vec<Vec<Cell>>,
}

/// Reads a list, a workbook or CSV: of a workbook the sheet, among those that are
/// said, whose heads say most. What is `said` of heads comes before what they say.
pub(in crate::exchange) fn read_listed(
    file: &str,
    bytes: &[u8],
    columns: &'static [ListColumn],
    sheets: &[String],
    said: &[(String, String)],
) -> Result<Listed, Box<TableError>> {
    let table = table(file, bytes, columns, sheets, said)?;
    for (head, _) in said {
        if !table.heads.iter().any(|it| folded(&it.text) == folded(head)) {
            let trouble = TableTrouble::SaidHead { head: head.clone() };
            return Err(Box::new(TableError { spot: table.origin.at(1, 1), trouble }));
        }
    }
    let mut names: Vec<Option<&'static str>> = Vec::new();
    for head in &table.heads {
        let name = meaning(head, columns, said)
            .map_err(|trouble| Box::new(TableError { spot: table.origin.of(head), trouble }))?;
        if name.is_some() && names.contains(&name) {
            let trouble = TableTrouble::HeadTwice { head: echo(&head.text) };
            return Err(Box::new(TableError { spot: table.origin.of(head), trouble }));
        }
        names.push(name);
    }
    let Table { origin, heads, lines, .. } = table;
    let lines = lines.into_iter().filter(|cells| !cells.iter().all(Cell::is_empty)).collect();
    Ok(Listed { origin, heads, names, lines })
}

/// The name of the column under a head; none where it is not known or left out.
fn meaning(
    head: &Cell,
    columns: &'static [ListColumn],
    said: &[(String, String)],
) -> Result<Option<&'static str>, TableTrouble> {
    let own = folded(&head.text);
    let said = said.iter().find(|(head, _)| folded(head) == own).map(|(_, name)| name);
    if said.is_some_and(|name| name == super::LEFT_OUT) {
        return Ok(None);
    }
    let wanted = said.map_or(own, |name| folded(name));
    let is_it = |(name, words): &&ListColumn| folded(name) == wanted || words.contains(&wanted.as_str());
    let found = columns.iter().find(is_it).map(|(name, _)| *name);
    match (found, said) {
        (None, Some(name)) => {
            let near = nearest(name, columns.iter().map(|(name, _)| *name));
            Err(TableTrouble::Head { head: echo(name), near: near.into_iter().map(str::to_owned).collect() })
        }
        (found, _) => Ok(found),
    }
}

fn table(
    file: &str,
    bytes: &[u8],
    columns: &'static [ListColumn],
    sheets: &[String],
    said: &[(String, String)],
) -> Result<Table, Box<TableError>> {
    if !is_workbook(file, bytes) {
        return csv_table(file, bytes);
    }
    let words = columns.iter().flat_map(|(name, words)| [*name].into_iter().chain(words.iter().copied()));
    let known = KnownHeads::of_words(words).and_said(said);
    let mut best: Option<(usize, Table)> = None;
    for sheet in read_chosen(file, bytes, sheets)? {
        let Some(table) = found_table(sheet, &known, 1) else { continue };
        let count = known.count(&table.heads);
        if best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, table));
        }
    }
    let none = || Box::new(TableError { spot: Spot::whole(file), trouble: TableTrouble::NoListHeads });
    best.map(|(_, table)| table).ok_or_else(none)
}

impl Listed {
    /// How many lines it has.
    pub(in crate::exchange) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether it has a column of this name.
    pub(in crate::exchange) fn has(&self, name: &str) -> bool {
        self.names.contains(&Some(name)) || self.names.iter().flatten().any(|it| *it == name)
    }

    /// Where its heads stand.
    pub(in crate::exchange) fn spot(&self) -> Spot {
        self.heads.first().map_or_else(|| self.origin.at(1, 1), |head| self.origin.of(head))
    }

    /// Where a line begins.
    pub(in crate::exchange) fn line_spot(&self, line: usize) -> Spot {
        let first = self.lines.get(line).and_then(|cells| cells.first());
        first.map_or_else(|| self.origin.at(1, 1), |cell| self.origin.of(cell))
    }

    /// Where a cell stands, or its line where that has none.
    pub(in crate::exchange) fn cell_spot(&self, line: usize, name: &str) -> Spot {
        self.cell(line, name).map_or_else(|| self.line_spot(line), |cell| self.origin.of(cell))
    }

    /// The head of a column as it stands in the file.
    pub(in crate::exchange) fn head(&self, name: &str) -> String {
        let at = self.names.iter().position(|it| *it == Some(name));
        let head = at.and_then(|at| self.heads.get(at));
        head.map_or_else(|| name.to_owned(), |head| echo(&head.text))
    }

    /// The cell of a column in which something is written.
    pub(in crate::exchange) fn cell(&self, line: usize, name: &str) -> Option<&Cell> {
        let at = self.names.iter().position(|it| *it == Some(name))?;
        self.lines.get(line)?.get(at).filter(|cell| !cell.is_empty())
    }

    /// What a cell holds that cannot be read.
    pub(in crate::exchange) fn fault(&self, line: usize, name: &str) -> Option<TableError> {
        let cell = self.cell(line, name)?;
        match &cell.given {
            Given::Fault(fault) => {
                Some(TableError { spot: self.origin.of(cell), trouble: fault.clone().into() })
            }
            _ => None,
        }
    }
}
