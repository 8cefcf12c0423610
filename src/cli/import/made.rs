//! Rows that were read, and made ready as far as that can be done of each alone.

use crate::cli::context::Context;
use crate::exchange::{ImportProblem, LineGroup, Refs, RowRead, StreamedRow, is_unsure, shorten};
use crate::ledger::{DeskError, Readied, ReadyRows, Readying};

/// What rows are made by.
pub(super) struct Making<'m> {
    /// The names of the files.
    pub(super) names: &'m [String],
    /// None where each row has to be taken in its turn.
    pub(super) readying: Option<Readying>,
}

/// Lines of a file, of which the rows are read where they name each other.
pub(super) struct Begun {
    number: usize,
    group: LineGroup,
    rows: Option<Vec<RowRead>>,
}

/// What lines of a file became.
pub(super) struct Made {
    /// The number of the file.
    pub(super) number: usize,
    pub(super) group: LineGroup,
    /// The rows that are ready.
    pub(super) ready: ReadyRows,
    /// What became of each row.
    pub(super) each: Vec<Done>,
}

/// What became of a row, some with the number of its line.
pub(super) enum Done {
    /// It is the next of those that are ready.
    Ready(usize),
    /// It is taken in its turn.
    Row(Box<StreamedRow>),
    /// It cannot be read.
    Wrong(Box<ImportProblem>),
    /// The ledger refuses it.
    Refused { line: usize, is_unsure: bool, problems: Vec<ImportProblem> },
}

impl Making<'_> {
    /// Begins with the next lines, in their order.
    pub(super) fn begin(&self, number: usize, group: LineGroup, refs: &mut Refs) -> Begun {
        let mut ids = Context::new_id;
        let name = &self.names[number];
        let rows = self.readying.is_none().then(|| group.rows(name, refs, &mut ids).collect());
        Begun { number, group, rows }
    }

    /// Makes of them what can be made of them alone.
    pub(super) fn end(&self, begun: Begun) -> Made {
        let Begun { number, group, rows } = begun;
        let (mut ready, name) = (ReadyRows::default(), &self.names[number]);
        let (mut refs, mut ids) = (Refs::default(), Context::new_id);
        let each = match (rows, &self.readying) {
            (None, Some(readying)) => {
                let rows = group.rows(name, &mut refs, &mut ids);
                rows.map(|row| made(row, readying, (&group, name), &mut ready)).collect()
            }
            (rows, _) => {
                rows.into_iter().flatten().map(|row| row.map_or_else(Done::Wrong, in_its_turn)).collect()
            }
        };
        Made { number, group, ready, each }
    }
}

fn in_its_turn(row: StreamedRow) -> Done {
    Done::Row(Box::new(row))
}

fn made(row: RowRead, readying: &Readying, (group, name): (&LineGroup, &str), ready: &mut ReadyRows) -> Done {
    let StreamedRow { mut command, line } = match row {
        Ok(row) => row,
        Err(problem) => return Done::Wrong(problem),
    };
    shorten(&mut command, readying.rules());
    match readying.ready(command, ready) {
        Ok(Readied::Ready) => Done::Ready(line),
        Ok(Readied::Open(command)) => in_its_turn(StreamedRow { command: *command, line }),
        Ok(Readied::Rare) => {
            group.row(name, line, &mut Context::new_id).map_or_else(Done::Wrong, in_its_turn)
        }
        Err(refused) => {
            let error = DeskError::from(refused);
            let is_unsure = is_unsure(&error);
            Done::Refused { line, is_unsure, problems: group.place(line).refused(name, error) }
        }
    }
}
