//! What the values of a table follow from, said on every output.

use crate::event::Day;
use crate::figures::{Known, RowTable, Scope, State, Table};
use crate::plan::{Adoption, Status};
use crate::present::{Arg, Messages, day_words, moment_words};

/// What one of them is, and what it says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parameter {
    /// What it is.
    pub name: String,
    /// What it says.
    pub value: String,
}

/// All of them: dates, plan, entries, filter, rules, program.
pub(in crate::present) fn parameters(
    messages: &Messages,
    table: &Table<'_>,
    compared: Option<Day>,
) -> Vec<Parameter> {
    let adoption = &table.ruling.adopted.adoption;
    said(
        messages,
        vec![
            ("parameter-plan", Some(plan(messages, adoption))),
            ("parameter-asat", Some(day(messages, table.as_at))),
            ("parameter-comparedto", compared.map(|it| day(messages, it))),
            ("parameter-known", Some(known(messages, &table.scope, table.size))),
            ("parameter-head", Some(table.head.to_string())),
            ("parameter-filter", Some(filter(messages, table))),
            ("parameter-rules", Some(rule_statuses(messages, table))),
            ("parameter-program", Some(program())),
        ],
    )
}

/// The same of an answer that is no table.
pub(in crate::present) fn parameters_of(
    messages: &Messages,
    state: &State,
    adoption: &Adoption,
    as_at: Day,
    scope: &Scope,
) -> Vec<Parameter> {
    said(
        messages,
        vec![
            ("parameter-plan", Some(plan(messages, adoption))),
            ("parameter-asat", Some(day(messages, as_at))),
            ("parameter-known", Some(known(messages, scope, state.size()))),
            ("parameter-head", Some(state.head().to_string())),
            ("parameter-program", Some(program())),
        ],
    )
}

fn said(messages: &Messages, all: Vec<(&str, Option<String>)>) -> Vec<Parameter> {
    let said = all.into_iter().filter_map(|(id, value)| Some((messages.word(id), value?)));
    said.map(|(name, value)| Parameter { name, value }).collect()
}

fn day(messages: &Messages, day: Day) -> String {
    let words = day_words(messages.language(), day);
    messages.say("parameter-day", &[("day", Arg::Text(&words)), ("iso", Arg::Shown(&day))])
}

fn program() -> String {
    concat!("Jalon ", env!("CARGO_PKG_VERSION")).to_owned()
}

fn plan(messages: &Messages, adoption: &Adoption) -> String {
    let values = [
        ("label", Arg::Text(messages.language().of(&adoption.label))),
        ("id", Arg::Text(&adoption.id)),
        ("version", Arg::Shown(&adoption.version)),
    ];
    messages.say("parameter-plan-is", &values)
}

/// How many entries were known, up to which one, and when that was recorded.
fn known(messages: &Messages, scope: &Scope, size: u64) -> String {
    let last = scope.last.map(|moment| moment_words(messages, moment, &scope.zone)).unwrap_or_default();
    let number = size.saturating_sub(1);
    let values = [
        ("size", Arg::Count(usize::try_from(size).unwrap_or(usize::MAX))),
        ("entry", Arg::Shown(&number)),
        ("when", Arg::Text(&last)),
    ];
    let all = scope.known == Known::Now;
    messages.say(if all { "parameter-known-all" } else { "parameter-known-past" }, &values)
}

fn filter(messages: &Messages, table: &Table<'_>) -> String {
    let names = table.scope.bodies.iter().zip(&table.filter.bodies);
    let names: Vec<String> =
        names.map(|(words, id)| format!("{} ({id})", messages.language().of(words))).collect();
    if names.is_empty() { messages.word("parameter-filter-none") } else { names.join(", ") }
}

/// How many rules were printed by a source, supposed, confirmed, and approved.
pub(in crate::present) fn rule_statuses(messages: &Messages, table: &Table<'_>) -> String {
    let rows: Vec<&RowTable<'_>> = all_rows(table).collect();
    let of = |status: Status| rows.iter().filter(|row| row.indicator.status == status).count();
    let counts = [
        ("rules-printed", of(Status::Printed)),
        ("rules-supposed", of(Status::Supposed)),
        ("rules-confirmed", of(Status::Confirmed)),
        ("rules-approved", rows.iter().filter(|row| row.indicator.approved.is_some()).count()),
    ];
    // That none is approved is worth saying.
    let told = counts.into_iter().filter(|(id, count)| *count > 0 || *id == "rules-approved");
    let told = told.map(|(id, count)| messages.say(id, &[("count", Arg::Count(count))]));
    told.collect::<Vec<_>>().join(" · ")
}

/// Whether some rules are of another status than others, so that each row says
/// its own.
pub(super) fn are_mixed(table: &Table<'_>) -> bool {
    let mut statuses = all_rows(table).map(|row| row.indicator.status);
    let first = statuses.next();
    statuses.any(|status| Some(status) != first)
}

/// All rows, those in words last.
fn all_rows<'t>(table: &'t Table<'_>) -> impl Iterator<Item = &'t RowTable<'t>> {
    let told = table.supplementary.iter().filter_map(|extra| match extra {
        crate::figures::ExtraRow::Narrative(row) => Some(&**row),
        crate::figures::ExtraRow::Group(_) => None,
    });
    table.groups().flat_map(|group| &group.rows).chain(told)
}
