//! Properties of random histories: what holds whatever an organisation
//! records, and in whatever order.

mod acts;
mod auditing;
mod excerpts;
mod order;
mod replay;
mod standing;
mod values;

use std::sync::Arc;

use jalon::event::{Day, EntryId, link};
use jalon::figures::{Filter, PlanChoice, Question, Ruling, State, Value as Figure, explain, row, table};
use jalon::log::MemoryLog;
use jalon::present::{explain_json, kpi_json};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::invented::{House, day};

/// How many histories each property is tried on.
fn few(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn memory() -> House {
    House::new(Box::new(MemoryLog::new(link)))
}

/// Days that are asked about: fiscal-year ends, days within, the future.
const ASKED: [&str; 5] = ["2022-06-30", "2022-12-31", "2023-07-15", "2024-01-31", "2024-06-30"];

fn asked() -> impl Iterator<Item = Day> {
    ASKED.into_iter().map(day)
}

/// The table and every explanation of a state at a day.
fn told(state: &State, at: Day) -> Value {
    let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
    let question = Question::new(state, &ruling, at, Filter::default());
    let shown = table(&question);
    let explained = ruling
        .indicators()
        .map(|it| (it.id.clone(), explain_json(state, &shown, &explain(&question, it), &[])));
    Value::Object([("kpi".to_owned(), kpi_json(&shown))].into_iter().chain(explained).collect())
}

/// The value of every indicator at a day, with its explanation.
fn worked_out(state: &State, at: Day) -> Vec<Arc<Figure>> {
    let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
    let question = Question::new(state, &ruling, at, Filter::default());
    ruling.indicators().map(|it| explain(&question, it).value).collect()
}

/// The value of every indicator at a day, without its explanation.
fn worked_out_alone(state: &State, at: Day) -> Vec<Arc<Figure>> {
    let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
    let question = Question::new(state, &ruling, at, Filter::default());
    ruling.indicators().map(|it| row(&question, it).value).collect()
}

/// Values without what explains them.
fn unlisted(values: &[Arc<Figure>]) -> Vec<Figure> {
    let bare = |value: &Figure| Figure { contributions: vec![], not_counted: vec![], ..value.clone() };
    let all = values.iter().map(|value| {
        let sides = value.parts.as_deref().map(|(part, whole)| Box::new((bare(part), bare(whole))));
        Figure { parts: sides, ..bare(value) }
    });
    all.collect()
}

/// Many days, on and around those on which something happens.
fn days() -> impl Iterator<Item = Day> {
    let first = std::iter::successors(Some(day("2022-05-20")), |day| Some(day.next()));
    first.take(800).step_by(11).chain(asked())
}

/// The table alone, without the place up to which entries are known.
fn shown(state: &State, at: Day, filter: &Filter) -> Value {
    let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
    let mut document = kpi_json(&table(&Question::new(state, &ruling, at, filter.clone())));
    let members: &mut Map<String, Value> = document.as_object_mut().unwrap();
    for name in ["head", "knownat", "size", "filter"] {
        members.remove(name);
    }
    document
}

/// The last correction of a record.
fn last_correction(house: &House, entry: EntryId) -> EntryId {
    house.desk.state().record(entry).unwrap().versions().last().unwrap().id
}
