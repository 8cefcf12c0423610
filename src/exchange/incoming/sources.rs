//! The files of an import, read: tables of the register first, for the others
//! may name what stands there.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use super::newcomers::{alike_names, newcomers};
use super::{ImportProblem, ImportRow, ImportTrouble, Incoming, RowPlaces};
use crate::event::{BodyId, BodyKind, Day, EntryId};
use crate::exchange::csv::csv_table_at;
use crate::exchange::tabular::{Bodies, KindTable, Reading, is_register, read_bodies, read_table};
use crate::exchange::typed::echo;
use crate::exchange::workbook::{is_workbook, read_sheets};
use crate::exchange::{
    KnownAttributes, LineTrouble, Refs, Remedy, Setting, Spot, TableError, TableTrouble, TablesSaid, folded,
    read_jsonl,
};
use crate::figures::State;
use crate::ledger::Command;
use crate::plan::{ActivityType, PersonNames, Register};

/// What is said beside the files of an import.
#[derive(Clone, Copy, Default)]
pub struct ImportSaid<'a> {
    /// The type of the rows of which no column and no sheet says it.
    pub kind: Option<&'a ActivityType>,
    /// The sheets to be read, by name or number from 1; all when empty.
    pub sheets: &'a [String],
    /// The kinds of bodies that are registered along where a cell names one
    /// that the register lacks.
    pub new: &'a [BodyKind],
    /// Names that are those of other bodies than the ones like them.
    pub distinct: &'a [String],
    /// What can be done about a body that the register lacks.
    pub remedy: Remedy,
    /// The day from which new bodies hold.
    pub today: Option<Day>,
    /// What tables and columns mean.
    pub tables: Option<&'a TablesSaid>,
    /// The register in which more stands than in the ledger's.
    pub register: Option<&'a Register>,
}

/// Reads files by name and bytes: workbooks, and `.csv`, `.tsv` and `.txt` as
/// CSV, whose rows are of the type `kind` when it is given; any other as JSON
/// Lines. Names of persons are opened by `open`.
pub fn read_import(
    files: &[(String, Vec<u8>)],
    kind: Option<&ActivityType>,
    state: &State,
    open: &dyn Fn() -> PersonNames,
    ids: &mut dyn FnMut() -> EntryId,
) -> Incoming {
    read_import_as(files, &ImportSaid { kind, ..ImportSaid::default() }, state, open, ids)
}

/// The same with all that may be said beside the files. Rows that register
/// bodies come first.
pub fn read_import_as(
    files: &[(String, Vec<u8>)],
    said: &ImportSaid<'_>,
    state: &State,
    open: &dyn Fn() -> PersonNames,
    ids: &mut dyn FnMut() -> EntryId,
) -> Incoming {
    let ids = RefCell::new(ids);
    let mut incoming = Incoming::default();
    let mut refs = Refs::default();
    let mut sources: Vec<Source> = Vec::new();
    for (name, bytes) in files {
        let next = &mut || (ids.borrow_mut())();
        sources.push(source(name, bytes, said, state, &mut incoming, &mut (&mut refs, next)));
    }
    let new_person = || BodyId::person((ids.borrow_mut())().uuid());
    let mut bodies = Bodies {
        attributes: KnownAttributes::of(state),
        register: said.register.unwrap_or_else(|| state.register()).clone(),
        persons: PersonNames::default(),
        today: said
            .today
            .or_else(|| state.recorded().map(|moment| moment.today(state.zone())))
            .unwrap_or(Day::FIRST),
        distinct: said.distinct.iter().map(|name| folded(name)).collect(),
        new_person: &new_person,
        places: HashMap::new(),
        called: OnceCell::new(),
    };
    let has_bodies = sources.iter().any(|source| source.tables.iter().any(is_register));
    if has_bodies || !said.new.is_empty() {
        bodies.persons = open();
    }
    for source in &sources {
        let tables = source.tables.iter().filter(|table| is_register(table));
        tables.for_each(|table| incoming.take(read_bodies(&table.table, &mut bodies, state)));
    }
    loop {
        let mut rest = Incoming::default();
        for source in &sources {
            rest.rows.extend(source.taken.rows.iter().cloned());
            let tables = source.tables.iter().filter(|table| !is_register(table));
            let setting =
                || Setting::in_register(state, None, &bodies.register).with(said.remedy).opening(open);
            tables.for_each(|table| rest.take(read_table(table, state, &setting())));
        }
        incoming.alike.append(&mut alike_names(&rest.problems, &bodies.distinct, &incoming.alike));
        let made = newcomers(&mut rest.problems, said.new, &mut bodies);
        let is_done = made.is_empty();
        incoming.rows.extend(made);
        if is_done {
            incoming.rows.append(&mut rest.rows);
            incoming.problems.append(&mut rest.problems);
            break;
        }
    }
    let met: Vec<usize> = sources.iter().flat_map(|source| source.met.iter().copied()).collect();
    incoming.problems.extend(unmet(files, said, &met));
    for source in sources {
        incoming.problems.extend(source.taken.problems);
    }
    incoming
}

/// That heads of which something is said stand in no table.
fn unmet(files: &[(String, Vec<u8>)], said: &ImportSaid<'_>, met: &[usize]) -> Vec<ImportProblem> {
    let spot = || Spot::whole(files.first().map_or("", |(name, _)| name.as_str()));
    let heads = said.tables.into_iter().flat_map(|tables| &tables.heads).enumerate();
    let unmet = heads.filter(|(at, _)| !met.contains(at)).map(|(_, (head, _))| TableError {
        spot: spot(),
        trouble: TableTrouble::SaidHead { head: echo(head) },
    });
    unmet.map(ImportProblem::from).collect()
}

/// A file: its tables, and what needs nothing else to be read.
#[derive(Default)]
struct Source {
    tables: Vec<KindTable>,
    taken: Incoming,
    /// Which of what is said of heads is of one there.
    met: Vec<usize>,
}

/// What JSON Lines are read with: names that lines give each other, and ids.
type Hands<'r, 'i> = (&'r mut Refs, &'i mut dyn FnMut() -> EntryId);

fn source(
    name: &str,
    bytes: &[u8],
    said: &ImportSaid<'_>,
    state: &State,
    incoming: &mut Incoming,
    (refs, ids): &mut Hands<'_, '_>,
) -> Source {
    let mut source = Source::default();
    let is_book = is_workbook(name, bytes);
    if !is_book && !said.sheets.is_empty() {
        let trouble = TableTrouble::NoSheet { typed: said.sheets.join(", "), known: vec![] };
        source.taken.problems.push(TableError { spot: Spot::whole(name), trouble }.into());
        return source;
    }
    if is_book {
        let found = read_sheets(name, bytes, said, state);
        source.tables = found.tables;
        source.met = found.met;
        source.taken.problems.extend(found.errors.into_iter().map(ImportProblem::from));
        incoming.notices.extend(found.notices);
    } else if is_csv(name) {
        let line = said.tables.and_then(|tables| tables.of(None)).map_or(0, |table| table.line);
        match csv_table_at(name, bytes, line) {
            Ok(table) => {
                let (table, met) = KindTable::new(table, [said.kind, None], said.tables, state);
                source.tables.push(table);
                source.met = met;
            }
            Err(error) => source.taken.problems.push((*error).into()),
        }
    } else {
        source.taken.take_lines(name, bytes, refs, *ids, state);
    }
    let is_empty = source.tables.iter().all(|table| table.table.is_blank());
    if is_empty && source.taken.rows.is_empty() && source.taken.problems.is_empty() {
        let spot = if is_book { Spot::whole(name) } else { Spot::new(name, 1, 1) };
        source.taken.problems.push(ImportProblem { spot, trouble: ImportTrouble::NoRows });
    }
    source
}

/// Whether a file is read as tables: a workbook, or CSV by its name.
pub fn is_table_file(name: &str, bytes: &[u8]) -> bool {
    is_workbook(name, bytes) || is_csv(name)
}

fn is_csv(name: &str) -> bool {
    let extension = std::path::Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or_default();
    ["csv", "tsv", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

impl Incoming {
    fn take(&mut self, reading: Reading) {
        self.rows.extend(reading.rows);
        self.problems.extend(reading.errors.into_iter().map(ImportProblem::from));
    }

    fn take_lines(
        &mut self,
        name: &str,
        bytes: &[u8],
        refs: &mut Refs,
        ids: &mut dyn FnMut() -> EntryId,
        state: &State,
    ) {
        let (lines, errors) = read_jsonl(name, bytes, refs, ids);
        self.problems.extend(errors.into_iter().map(ImportProblem::from));
        for mut line in lines {
            if let Command::Record(new) = &mut line.command {
                new.kind = state.short_kind(&new.kind).to_owned();
            }
            let spot = |column| Spot::new(name, line.line, column);
            if line.amends {
                self.problems.push(ImportProblem { spot: spot(1), trouble: LineTrouble::Amendment.into() });
                continue;
            }
            match line.recorded {
                None => {
                    let members = line.places.iter().map(|(member, column)| (member.clone(), spot(*column)));
                    let places = RowPlaces { row: spot(1), members: members.collect() };
                    self.rows.push(ImportRow { places, command: line.command });
                }
                Some((column, _)) => {
                    let trouble = LineTrouble::RecordedTime.into();
                    self.problems.push(ImportProblem { spot: spot(column), trouble });
                }
            }
        }
    }
}
