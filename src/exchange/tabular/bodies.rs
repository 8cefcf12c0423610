//! Lines of a table as bodies of the register.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::body_heads::{BODY, body_columns};
use super::column::Column;
use super::row::Row;
use super::{Cell, Reading, Table, TableError, TableTrouble};
use crate::event::{BodyId, BodyKind, Day, MAX_NAME, Period, clean_line};
use crate::exchange::typed::echo;
use crate::exchange::{KnownAttributes, Setting, Spot, folded, typed_date};
use crate::ledger::Command;
use crate::plan::{
    Attributes, Body, BodyFact, Near, PersonNames, Register, Spellings, Words, near_body, new_body_id,
};

/// What reading bodies rests on.
pub(in crate::exchange) struct Bodies<'a> {
    /// The attributes that there are.
    pub attributes: KnownAttributes<'a>,
    /// The register, and with it what the lines before add.
    pub register: Register,
    /// The names of persons that can be opened.
    pub persons: PersonNames,
    /// The day from which a body holds that names none.
    pub today: Day,
    /// Names that are those of other bodies than the ones like them, folded.
    pub distinct: Vec<String>,
    /// What gives a person an id.
    pub new_person: &'a dyn Fn() -> BodyId,
    /// Where each body of these files stands, and its name as it is written.
    pub places: HashMap<BodyId, (Spot, String)>,
    /// What its bodies are called, made when the first name is looked for: each of
    /// many new ones is compared with all.
    pub called: OnceCell<Called>,
}

/// What the bodies of a register are called.
pub(in crate::exchange) struct Called {
    /// By kind, folded.
    names: HashSet<(BodyKind, String)>,
    /// As they look.
    spellings: Spellings,
}

/// The bodies of the lines under these heads.
pub(super) fn bodies(table: &Table, bodies: &mut Bodies<'_>, setting: &Setting<'_>) -> Reading {
    let mut reading = Reading::default();
    let Table { origin, heads, lines, .. } = table;
    let (columns, told) = body_columns(&table.names(), &bodies.attributes);
    let told =
        told.into_iter().map(|(column, trouble)| TableError { spot: origin.of(&heads[column]), trouble });
    reading.errors.extend(told);
    if !reading.errors.is_empty() {
        return reading;
    }
    for cells in lines.iter().filter(|cells| !cells.iter().all(Cell::is_empty)) {
        let mut row = Row::new(origin, heads, &columns, cells);
        let command = bodies.body(&mut row, setting);
        reading.take(row, command);
    }
    reading
}

impl Bodies<'_> {
    fn body(&mut self, row: &mut Row<'_>, setting: &Setting<'_>) -> Option<Command> {
        for column in [Column::BodyKind, Column::Name] {
            if row.cell(&column).is_none() {
                let name = BODY.iter().find(|(it, ..)| *it == column).map_or("", |(_, name, _)| name);
                row.refuse_empty(&[column], name);
            }
        }
        let kind = row.read(&Column::BodyKind, |text| {
            kind_called(text).ok_or_else(|| TableTrouble::BodyKind { typed: echo(text) })
        });
        let name = row.line(&Column::Name);
        let english = row.line(&Column::NameEnglish);
        let since = row.typed(&Column::Since, |text| typed_date(text, &setting.calendar));
        let synonyms = row.line(&Column::Synonyms);
        let attributes = self.attributes(row);
        let citation = row.citation();
        let given = row.read(&Column::Id, |text| {
            text.trim().parse::<BodyId>().map_err(|_| TableTrouble::BodyId { typed: echo(text) })
        });
        let (kind, name) = (kind?, name?);
        if !row.errors.is_empty() {
            return None;
        }
        let id = match given {
            Some(id) if id.kind() == kind => id,
            Some(id) => {
                let cell = row.cell(&Column::Id)?;
                row.refuse(cell, TableTrouble::BodyId { typed: id.to_string() });
                return None;
            }
            None => self.id(row, kind, &name)?,
        };
        let split = |text: String| text.split(';').map(|it| it.trim().to_owned()).collect();
        let fact = BodyFact {
            name: Some(Words { en: english.unwrap_or_else(|| name.clone()), fr: name.clone() }),
            synonyms: synonyms.map(split).unwrap_or_default(),
            attributes,
            citation,
            ..BodyFact::default()
        };
        self.add(row.spot(), &id, name, fact.clone());
        Some(Command::Register { body: id, occurred: since.unwrap_or(Period::on(self.today)), fact })
    }

    /// Whether the register has a body of this kind that is called so, as names
    /// are looked up.
    pub(in crate::exchange) fn has(&self, kind: BodyKind, name: &str) -> bool {
        self.called().names.contains(&(kind, folded(name)))
    }

    fn called(&self) -> &Called {
        self.called.get_or_init(|| {
            let names = |body: &Body| {
                let folded = |name: &str| (body.id.kind(), folded(name));
                body.names().into_iter().map(folded).collect::<Vec<_>>()
            };
            Called {
                names: self.register.bodies().flat_map(names).collect(),
                spellings: Spellings::of(&self.register, &self.persons),
            }
        })
    }

    fn add(&mut self, spot: Spot, id: &BodyId, name: String, fact: BodyFact) {
        self.places.entry(id.clone()).or_insert((spot, name));
        // What is said of a body that is there changes nothing of what it is called.
        if self.register.get(id).is_some() {
            return;
        }
        self.register.registered(id.clone(), 0, fact);
        if let (Some(called), Some(body)) = (self.called.get_mut(), self.register.get(id)) {
            called.names.extend(body.names().into_iter().map(|name| (id.kind(), folded(name))));
            called.spellings.add(id, body.names().into_iter());
        }
    }

    /// What else is known of the body of a line.
    fn attributes(&self, row: &mut Row<'_>) -> Attributes {
        let mut attributes = Attributes::new();
        let cells: Vec<(&str, &str, &Cell)> = row.fields().collect();
        for (name, head, cell) in cells {
            match self.attributes.values(name, &cell.text) {
                Ok(values) => {
                    attributes.insert(name.to_owned(), values);
                }
                Err(error) => {
                    let head = head.to_owned();
                    row.refuse(cell, TableTrouble::Attribute { head, error: Box::new(error) });
                }
            }
        }
        attributes
    }

    /// The id of a body that gives none: of one that is called so and is there,
    /// or a new one where none is called much like it.
    fn id(&mut self, row: &mut Row<'_>, kind: BodyKind, name: &str) -> Option<BodyId> {
        let cell = row.cell(&Column::Name)?;
        let near = self.like(kind, name);
        if let [one] = near.as_slice()
            && kind != BodyKind::Person
            && let Ok(id) = one.id.parse::<BodyId>()
            && self.is_called(&id, name)
        {
            return Some(id);
        }
        if !near.is_empty() {
            row.refuse(cell, self.trouble(name, near));
            return None;
        }
        self.new_id(kind, name).or_else(|| {
            row.refuse(cell, TableTrouble::NoBodyId { typed: echo(name) });
            None
        })
    }

    /// Whether a body is called so, to the letter.
    fn is_called(&self, id: &BodyId, name: &str) -> bool {
        self.register.get(id).is_some_and(|body| body.names().contains(name))
    }

    /// Bodies with a name that may be another spelling of this one.
    fn like(&self, kind: BodyKind, name: &str) -> Vec<Near> {
        if self.distinct.contains(&folded(name)) {
            return vec![];
        }
        let like = self.called().spellings.like(kind, name);
        like.into_iter().map(|id| near_body(&self.register, &self.persons, id)).collect()
    }

    /// That a name is like that of a line before, or of a body that is there.
    fn trouble(&self, name: &str, near: Vec<Near>) -> TableTrouble {
        let place = |near: &Near| self.places.get(near.id.as_str()).cloned();
        match near.iter().find_map(place) {
            Some((place, other)) => {
                TableTrouble::LikeRow { typed: echo(name), other, place: Box::new(place) }
            }
            None => TableTrouble::LikeBody { typed: echo(name), near },
        }
    }

    fn new_id(&mut self, kind: BodyKind, name: &str) -> Option<BodyId> {
        match kind {
            BodyKind::Person => Some((self.new_person)()),
            kind => new_body_id(&self.register, kind, name).ok(),
        }
    }

    /// The registration of a name that a cell holds and the register lacks; or
    /// why that name is not made a body.
    pub(in crate::exchange) fn newcomer(
        &mut self,
        spot: &Spot,
        kind: BodyKind,
        typed: &str,
    ) -> Result<Command, TableTrouble> {
        let name = clean_line(typed, MAX_NAME)?;
        let near = self.like(kind, &name);
        if !near.is_empty() {
            return Err(self.trouble(&name, near));
        }
        if kind == BodyKind::Person && self.persons.closed() > 0 && !self.distinct.contains(&folded(&name)) {
            let closed = self.persons.closed();
            return Err(TableTrouble::ClosedNames { typed: echo(&name), closed });
        }
        let id = self.new_id(kind, &name).ok_or_else(|| TableTrouble::NoBodyId { typed: echo(&name) })?;
        let fact = BodyFact { name: Some(Words::both(&name)), ..BodyFact::default() };
        self.add(spot.clone(), &id, name, fact.clone());
        Ok(Command::Register { body: id, occurred: Period::on(self.today), fact })
    }
}

/// The kind that people call so, in either language.
fn kind_called(typed: &str) -> Option<BodyKind> {
    match folded(typed).as_str() {
        "organisation" | "organization" | "organisme" => Some(BodyKind::Organisation),
        "projet" | "project" => Some(BodyKind::Project),
        "livrable" | "deliverable" => Some(BodyKind::Deliverable),
        "personne" | "person" => Some(BodyKind::Person),
        _ => None,
    }
}
