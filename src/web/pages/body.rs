//! One body of the register: who stands beside it, its money, its deliverables,
//! what is told of it in words, its entries.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::journal::{Line, line_beside};
use super::register::Name;
use crate::event::{BodyId, BodyKind, Object};
use crate::figures::{Content, Dossier, JournalRow, Record, Told, apart_from, dossier};
use crate::plan::FieldKind;
use crate::present::{
    Arg, ShownBody, activity_words, body_text, body_words, field_value, plain_money_words, type_words,
};
use crate::web::chrome::{Chrome, View, html};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "body.html")]
struct Page<'v> {
    c: Chrome<'v>,
    name: String,
    kind: String,
    known: Vec<String>,
    /// The bodies beside it, without the deliverables.
    beside: Vec<(String, Vec<Name>)>,
    money: Vec<[String; 3]>,
    deliverables: Deliverables,
    /// By type, with how many there are.
    told: Vec<(String, usize, Vec<Line>)>,
    /// The entries that are shown in no part above, and whether some are.
    lines: Vec<Line>,
    is_apart: bool,
    count: usize,
    id: String,
    /// Where a person's data is made unreadable.
    forget: Option<String>,
}

/// What is produced, tested, taken up: bodies, and entries about them.
struct Deliverables {
    names: Vec<Name>,
    lines: Vec<Line>,
}

impl Deliverables {
    const fn are_none(&self) -> bool {
        self.names.is_empty() && self.lines.is_empty()
    }
}

/// Entries shown in each part; the journal has all of them.
const SHOWN: usize = 100;

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path((kind, slug)): Path<(String, String)>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let id: BodyId = format!("{kind}/{slug}").parse().map_err(|_| Trouble::Missing)?;
        view.state.register().get(&id).ok_or(Trouble::Missing)?;
        let names = view.office.persons(view.state);
        let dossier = dossier(view.state, &id);
        let name =
            names.opened(&id).map_or_else(|| body_words(view.messages, view.state, &id), str::to_owned);
        let (deliverables, beside) = beside(view, &dossier);
        let others = others(&dossier);
        html(&Page {
            c: view.chrome(&name, "register"),
            kind: view.word(&format!("body-{}", id.kind().word())),
            known: known(view, &id, &dossier),
            beside,
            money: money(view, &dossier),
            deliverables: Deliverables {
                names: deliverables,
                lines: last_of(view, &dossier.deliverables, &id),
            },
            told: dossier.told.iter().map(|told| told_lines(view, told, &id)).collect(),
            is_apart: others.len() < dossier.records.len(),
            lines: last_of(view, &others, &id),
            count: dossier.records.len(),
            id: id.to_string(),
            forget: (id.kind() == BodyKind::Person).then(|| super::forget::page_of(&id)),
            name,
        })
    })
}

/// What the register knows of it.
fn known(view: &View<'_>, id: &BodyId, dossier: &Dossier<'_>) -> Vec<String> {
    let Some(body) = view.state.register().get(id) else { return vec![] };
    let names = view.office.persons(view.state);
    let shown = ShownBody { state: view.state, body, names: &names, records: dossier.records.len() };
    let text = body_text(view.messages, &shown, u16::MAX);
    // Its name and its kind stand above, and its entries below.
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    let known = lines.get(2..lines.len().saturating_sub(1)).unwrap_or_default().iter();
    known.map(|line| (*line).to_owned()).collect()
}

/// The entries that no other part shows.
fn others<'a>(dossier: &Dossier<'a>) -> Vec<&'a Record> {
    let shown =
        |records: &[&Record]| records.iter().rev().take(SHOWN).map(|it| it.sequence).collect::<Vec<_>>();
    let told = dossier.told.iter().flat_map(|told| shown(&told.records));
    let above: BTreeSet<u64> = told.chain(shown(&dossier.deliverables)).collect();
    dossier.records.iter().filter(|record| !above.contains(&record.sequence)).copied().collect()
}

/// The last of some entries, without the name of the body that they are shown of.
fn last_of(view: &View<'_>, records: &[&Record], id: &BodyId) -> Vec<Line> {
    let last = records.iter().rev().take(SHOWN);
    last.map(|it| line_beside(view, &JournalRow::Record(it), Some(id))).collect()
}

/// What entries of a type tell: the texts first, then what is said beside them.
fn told_lines(view: &View<'_>, told: &Told<'_>, id: &BodyId) -> (String, usize, Vec<Line>) {
    let label = view.language().of(&told.kind.label).to_owned();
    let told_line = |record: &&Record| {
        let line = line_beside(view, &JournalRow::Record(record), Some(id));
        let Content::Activity(mut activity) = apart_from(view.state, record.latest(), id).content else {
            return line;
        };
        let is_text = |name: &String| told.kind.field(name).is_some_and(|it| it.kind == FieldKind::Text);
        let (texts, others): (Object, Object) =
            std::mem::take(&mut activity.fields).into_iter().partition(|(name, _)| is_text(name));
        let fields = told.kind.fields.iter();
        let texts: Vec<String> = fields
            .filter_map(|field| Some(field_value(view.messages, view.state, field, texts.get(&field.name)?)))
            .collect();
        activity.fields = others;
        let rest = activity_words(view.messages, view.state, &told.kind.id, &activity);
        let rest = rest.strip_prefix(&label).unwrap_or(&rest).trim_start_matches(" · ").to_owned();
        if texts.is_empty() { line } else { Line { kind: texts.join(" · "), words: rest, ..line } }
    };
    (label.clone(), told.records.len(), told.records.iter().rev().take(SHOWN).map(told_line).collect())
}

/// Sums of amounts: what they are, how much, how many.
fn money(view: &View<'_>, dossier: &Dossier<'_>) -> Vec<[String; 3]> {
    let each = dossier.money.iter().map(|(stated, sum)| {
        let kind = view.state.activity_type(&stated.kind);
        let field = kind.and_then(|kind| kind.field(&stated.field));
        let label = field.map_or(stated.field.as_str(), |field| view.language().of(&field.label));
        let what = format!("{} · {label}", type_words(view.language(), kind, &stated.kind));
        let amount = sum.amount.to_decimal().unwrap_or_else(|| sum.amount.round(2));
        let amount = plain_money_words(view.messages, &amount, &stated.currency);
        [what, amount, view.say("web-entries", &[("count", Arg::Count(sum.count))])]
    });
    each.collect()
}

/// The deliverables that its entries name too, and the other bodies by kind,
/// those that more of them name first.
fn beside(view: &View<'_>, dossier: &Dossier<'_>) -> (Vec<Name>, Vec<(String, Vec<Name>)>) {
    let of_kind = |kind: BodyKind| {
        let mut bodies: Vec<(&BodyId, usize)> = dossier
            .beside
            .iter()
            .filter(|(id, _)| id.kind() == kind)
            .map(|(id, count)| (id, *count))
            .collect();
        bodies.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
        let names = bodies.into_iter().map(|(id, count)| Name {
            words: body_words(view.messages, view.state, id),
            href: format!("/register/{id}"),
            detail: view.say("web-entries", &[("count", Arg::Count(count))]),
        });
        let names: Vec<Name> = names.collect();
        let count = [("count", Arg::Count(names.len()))];
        (view.say(&format!("register-kind-{}", kind.word()), &count), names)
    };
    let others = BodyKind::ALL.into_iter().filter(|kind| *kind != BodyKind::Deliverable).map(of_kind);
    (of_kind(BodyKind::Deliverable).1, others.filter(|(_, names)| !names.is_empty()).collect())
}
