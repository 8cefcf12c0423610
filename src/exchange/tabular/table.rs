//! A table: what names its columns, what stands below, and what is said of both.

use super::body_heads::are_bodies;
use super::heads::{are_totals, type_column};
use super::lines::LinesOf;
use super::own::{is_own, unmark};
use super::{Cell, Head, LEFT_OUT, OF_REGISTER, Origin, TableSaid, TablesSaid};
use crate::event::types;
use crate::exchange::folded;
use crate::figures::State;
use crate::plan::ActivityType;

/// Heads, and the lines below them.
pub(in crate::exchange) struct Table {
    /// Where it stands.
    pub origin: Origin,
    /// What names the columns.
    pub heads: Vec<Cell>,
    /// What is said to name columns in place of their heads.
    said: Vec<Option<String>>,
    /// What stands under them.
    pub lines: Vec<Vec<Cell>>,
}

impl Table {
    /// A table of which nothing is said.
    pub(in crate::exchange) fn new(origin: Origin, mut heads: Vec<Cell>, mut lines: Vec<Vec<Cell>>) -> Self {
        if is_own(heads.iter().map(|head| head.text.as_str())) {
            lines.iter_mut().chain([&mut heads]).for_each(|cells| unmark(cells));
        }
        Self { origin, heads, said: Vec::new(), lines }
    }

    /// The table whose heads stand on a line of these, with what is below it;
    /// none where that line has nothing on it.
    pub(in crate::exchange) fn at(origin: Origin, mut rows: Vec<Vec<Cell>>, line: usize) -> Option<Self> {
        let is_it = |row: &Vec<Cell>| row.first().is_some_and(|cell| cell.line == line);
        let at = rows.iter().position(is_it)?;
        let lines = rows.split_off(at + 1);
        Some(Self::new(origin, rows.pop()?, lines))
    }

    /// What names its columns.
    pub(super) fn names(&self) -> Vec<Head<'_>> {
        let said = self.said.iter().map(Option::as_deref).chain(std::iter::repeat(None));
        let each = self.heads.iter().zip(said);
        each.map(|(head, said)| Head { text: said.unwrap_or(&head.text), is_said: said.is_some() }).collect()
    }

    /// Takes up what is said of heads; returns which of it is of one here.
    pub(super) fn say_heads(&mut self, said: &[(String, String)]) -> Vec<usize> {
        let known: Vec<String> = said.iter().map(|(head, _)| folded(head)).collect();
        let mut met = Vec::new();
        self.said.resize(self.heads.len().max(self.said.len()), None);
        for (head, name) in self.heads.iter().zip(&mut self.said) {
            let own = folded(&head.text);
            if let Some(at) = known.iter().position(|it| *it == own && !own.is_empty()) {
                *name = Some(said[at].1.clone());
                met.push(at);
            }
        }
        met
    }

    /// Takes up what is said of columns by their places, those among them over
    /// which no head stands. Where the type of all rows is said, no column says
    /// it.
    pub(super) fn say(&mut self, said: &TableSaid) {
        let width = self.width();
        for at in self.heads.len()..width {
            let line = self.heads.first().map_or(1, |head| head.line);
            self.heads.push(Cell::new(String::new(), line, at + 1));
        }
        self.said.resize(width, None);
        for (at, name) in said.columns.iter().filter(|(at, _)| *at < width) {
            self.said[*at] = Some(name.clone());
        }
        if said.one().is_some() {
            let of_type = type_column(&self.names());
            if let Some(said) = of_type.and_then(|at| self.said.get_mut(at)) {
                *said = Some(LEFT_OUT.to_owned());
            }
        }
    }

    /// How many columns have a head or anything below.
    fn width(&self) -> usize {
        let written =
            |cells: &Vec<Cell>| cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
        self.lines.iter().map(written).max().unwrap_or(0).max(self.heads.len())
    }

    /// Whether nothing stands below its heads.
    pub(in crate::exchange) fn is_blank(&self) -> bool {
        self.lines.iter().flatten().all(Cell::is_empty)
    }
}

/// What rows are of which it is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rows {
    /// Activities.
    Activities,
    /// Reported totals.
    Totals,
    /// Bodies of the register.
    Bodies,
}

/// A table, and what its rows are where no column says it.
pub(in crate::exchange) struct KindTable {
    /// What stands there.
    pub table: Table,
    /// The type that its sheet or people say.
    pub kind: Option<ActivityType>,
    /// What is said of its rows; the heads tell otherwise.
    pub(super) rows: Option<Rows>,
}

impl KindTable {
    /// What its rows are.
    pub(super) fn holds(&self) -> LinesOf {
        let names = self.table.names();
        let says_type = self.kind.is_some() || type_column(&names).is_some();
        let by_heads = || match (are_bodies(&names), are_totals(&names)) {
            _ if says_type => LinesOf::Activities,
            (true, _) => LinesOf::Bodies,
            (false, true) => LinesOf::Totals,
            (false, false) => LinesOf::Activities,
        };
        self.rows.map_or_else(by_heads, |rows| match rows {
            Rows::Activities => LinesOf::Activities,
            Rows::Totals => LinesOf::Totals,
            Rows::Bodies => LinesOf::Bodies,
        })
    }

    /// A table with what is said of it: of all tables `kind` and heads, of this
    /// one more. It is `called` like a type where its sheet is; a column says
    /// more than that. Gives also which of what is said of heads is of one here.
    pub(in crate::exchange) fn new(
        mut table: Table,
        [kind, called]: [Option<&ActivityType>; 2],
        said: Option<&TablesSaid>,
        state: &State,
    ) -> (Self, Vec<usize>) {
        let met = said.map(|said| table.say_heads(&said.heads)).unwrap_or_default();
        let place = table.origin.sheet.as_ref().map(|sheet| sheet.index);
        let Some(one) = said.and_then(|said| said.of(place)) else {
            let is_said = type_column(&table.names()).is_some();
            let kind = kind.or(called.filter(|_| !is_said)).cloned();
            return (Self { table, kind, rows: None }, met);
        };
        table.say(one);
        let (rows, kind) = match one.one() {
            Some(types::TOTAL_REPORTED) => (Rows::Totals, None),
            Some(OF_REGISTER) => (Rows::Bodies, None),
            of => (Rows::Activities, of.and_then(|id| state.activity_type(id)).cloned()),
        };
        (Self { table, kind, rows: Some(rows) }, met)
    }
}
