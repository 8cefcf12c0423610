//! Random histories of the invented organisation.

use std::collections::BTreeSet;

use jalon::event::{
    Activity, BodyId, EntryId, Evidence, EvidenceKind, Hash, Json, KeyFate, Object, Period, json_text,
    object, strings,
};
use jalon::figures::{Content, Total};
use jalon::ledger::{Command, Correction, DeskError, Import, ImportRefused, NewActivity, NewTotal};
use jalon::plan::BodyFact;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use crate::invented::{House, ORGANISATIONS, PROJECTS, author, body, citation, day, person};

/// An activity: its type, its days, what it is about, its fields.
#[derive(Clone, Debug)]
pub(super) struct Done {
    pub(super) kind: &'static str,
    pub(super) occurred: Period,
    pub(super) subject: Option<BodyId>,
    pub(super) fields: Object,
}

/// One thing that happens in a history; what cannot be is refused.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Record(Done),
    Import(Vec<Done>),
    WithdrawImport(Index),
    Report(Total),
    Correct(Index, Done),
    Withdraw(Index),
    WithdrawCorrection(Index),
    Confirm(Index),
    Judge(Index, bool),
    Change(BodyId, Period, BodyFact),
    Merge(BodyId, BodyId),
    Note,
    Add(Index, u8),
    TakeBack(Index),
    Erase(u64),
    Pass(i64),
}

fn days() -> impl Strategy<Value = Period> {
    let first = prop_oneof![
        Just("2022-01-15"),
        Just("2022-06-30"),
        Just("2022-07-01"),
        Just("2023-03-10"),
        Just("2023-06-30"),
        Just("2023-07-01"),
        Just("2023-09-01"),
        Just("2023-12-31")
    ];
    (first, 0..40_i64, prop_oneof![3 => Just(0_i64), 1 => 1..120_i64]).prop_map(|(first, late, long)| {
        let from = day(first).date() + chrono::Duration::days(late);
        let to = from + chrono::Duration::days(long);
        Period::new(day(&from.to_string()), day(&to.to_string())).unwrap()
    })
}

fn organisation() -> impl Strategy<Value = &'static str> {
    select(ORGANISATIONS.map(|(name, _)| name).to_vec())
}

fn fields(pairs: Vec<(&'static str, Option<Json>)>) -> Object {
    pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

fn workshop() -> impl Strategy<Value = Done> {
    let names = ORGANISATIONS.map(|(name, _)| name).to_vec();
    let partners = subsequence(names, 0..4);
    let attendees = prop_oneof![
        (0..60_i64).prop_map(Json::Int),
        (1..60_i64).prop_map(|number| {
            Json::Object(object([("precision", json_text("about")), ("value", Json::Int(number))]))
        }),
    ];
    let site = prop::option::of(select(vec!["quay", "hall"]));
    let subject = prop::option::of(select(PROJECTS.to_vec()));
    let parts =
        (days(), prop::option::of(attendees), site, partners, prop::option::of(any::<bool>()), subject);
    parts.prop_map(|(occurred, attendees, site, partners, public, subject)| Done {
        kind: "workshop.held",
        occurred,
        subject: subject.map(body),
        fields: fields(vec![
            ("attendees", attendees),
            ("site", site.map(json_text)),
            ("partners", (!partners.is_empty()).then(|| strings(partners))),
            ("public", public.map(Json::Bool)),
        ]),
    })
}

fn grant() -> impl Strategy<Value = Done> {
    let cents = prop_oneof![0..10_000_000_i64, Just(100_000_000_000_000_000_i64)];
    (days(), cents, prop::option::of(organisation()), any::<bool>()).prop_map(
        |(occurred, cents, funder, euros)| {
            let amount = json_text(format!("{}.{:02}", cents / 100, cents % 100));
            let mut money = object([("amount", amount.clone()), ("currency", json_text("CAD"))]);
            if euros {
                let converted = object([
                    ("amount", amount),
                    ("currency", json_text("CAD")),
                    ("date", json_text("2023-01-01")),
                    ("rate", json_text("1.5")),
                    ("source", json_text("Banque")),
                ]);
                money.insert("currency".into(), json_text("EUR"));
                money.insert("converted".into(), Json::Object(converted));
            }
            let fields =
                fields(vec![("amount", Some(Json::Object(money))), ("funder", funder.map(json_text))]);
            Done { kind: "grant.received", occurred, subject: None, fields }
        },
    )
}

fn membership() -> impl Strategy<Value = Done> {
    let kind = select(vec!["member.joined", "member.joined", "member.left"]);
    (kind, days(), organisation()).prop_map(|(kind, occurred, member)| Done {
        kind,
        occurred,
        subject: None,
        fields: fields(vec![("member", Some(json_text(member)))]),
    })
}

fn agreement() -> impl Strategy<Value = Done> {
    (days(), prop::option::of(days()), prop::option::of(days())).prop_map(|(occurred, begins, ends)| {
        let said = |period: Option<Period>| period.map(|period| json_text(period.to.to_string()));
        let fields = fields(vec![("begins", said(begins)), ("ends", said(ends))]);
        Done { kind: "agreement.signed", occurred, subject: None, fields }
    })
}

fn measure() -> impl Strategy<Value = Done> {
    let audience = (select(vec!["radio", "gazette"]), 0..2_000_i64).prop_map(|(platform, people)| {
        let fields =
            fields(vec![("platform", Some(json_text(platform))), ("people", Some(Json::Int(people)))]);
        ("audience.measured", fields)
    });
    let survey = prop::option::of(0..100_u32).prop_map(|score| {
        let score = score.map(|score| json_text(format!("{}.{}", score / 10, score % 10)));
        ("survey.closed", fields(vec![("score", score)]))
    });
    let policy =
        any::<bool>().prop_map(|yes| ("policy.adopted", fields(vec![("inforce", Some(Json::Bool(yes)))])));
    let study = (0..3_u64).prop_map(|authors| {
        let authors = (authors > 0).then(|| strings((0..authors.min(2)).map(|it| person(it).to_string())));
        ("study.published", fields(vec![("authors", authors)]))
    });
    (days(), prop_oneof![audience, survey, policy, study]).prop_map(|(occurred, (kind, fields))| Done {
        kind,
        occurred,
        subject: None,
        fields,
    })
}

pub(super) fn done() -> impl Strategy<Value = Done> {
    prop_oneof![4 => workshop(), 2 => grant(), 3 => membership(), 1 => agreement(), 4 => measure()]
}

/// Totals whose periods contain one another or do not touch.
pub(super) fn total() -> impl Strategy<Value = Total> {
    let period = select(vec![
        (None, "2022-12-31"),
        (None, "2023-06-30"),
        (None, "2024-01-31"),
        (Some("2023-07-01"), "2023-12-31"),
        (Some("2023-07-01"), "2024-01-31"),
    ]);
    let indicator =
        select(vec!["workshops", "attendees", "partners", "grants", "members", "score", "audience"]);
    (indicator, period, 0..40_u32).prop_map(|(indicator, (from, to), value)| {
        let money =
            || object([("amount", json_text(format!("{value}000.00"))), ("currency", json_text("CAD"))]);
        let value = if indicator == "grants" && value > 0 {
            Json::Object(money())
        } else {
            json_text(value.to_string())
        };
        Total {
            indicator: indicator.into(),
            from: from.map(day),
            to: day(to),
            value,
            citation: citation(),
            evidence: vec![],
            note: None,
        }
    })
}

fn change() -> impl Strategy<Value = Act> {
    let attributes = (select(vec!["CA", "NO", "SN"]), select(vec!["public", "cooperative"]));
    (organisation(), days(), attributes).prop_map(|(name, occurred, (country, sector))| {
        let attributes = [("country", country), ("sector", sector)];
        let attributes = attributes.map(|(name, word)| (name.to_owned(), vec![word.to_owned()]));
        let fact = BodyFact { attributes: attributes.into_iter().collect(), ..BodyFact::default() };
        Act::Change(body(name), occurred, fact)
    })
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        10 => done().prop_map(Act::Record),
        1 => prop::collection::vec(done(), 1..4).prop_map(Act::Import),
        1 => any::<Index>().prop_map(Act::WithdrawImport),
        2 => total().prop_map(Act::Report),
        2 => (any::<Index>(), done()).prop_map(|(at, done)| Act::Correct(at, done)),
        1 => any::<Index>().prop_map(Act::Withdraw),
        1 => any::<Index>().prop_map(Act::WithdrawCorrection),
        1 => any::<Index>().prop_map(Act::Confirm),
        2 => (any::<Index>(), any::<bool>()).prop_map(|(at, approved)| Act::Judge(at, approved)),
        1 => change(),
        1 => (organisation(), organisation()).prop_map(|(gone, kept)| Act::Merge(body(gone), body(kept))),
        1 => Just(Act::Note),
        3 => (any::<Index>(), 0..3_u8).prop_map(|(at, paper)| Act::Add(at, paper)),
        1 => any::<Index>().prop_map(Act::TakeBack),
        1 => (0..2_u64).prop_map(Act::Erase),
        1 => (0..60_i64).prop_map(Act::Pass),
    ]
}

/// A history.
pub(super) fn history() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec(act(), 0..40)
}

impl Done {
    pub(super) fn command(&self, id: Option<EntryId>) -> Command {
        let activity = Activity { fields: self.fields.clone(), ..Activity::default() };
        let (kind, occurred, subject) = (self.kind.to_owned(), self.occurred, self.subject.clone());
        Command::Record(NewActivity { id, kind, occurred, subject, activity })
    }
}

/// The same history in a ledger; what is refused writes nothing.
pub(super) fn live(house: &mut House, history: &[Act]) {
    for act in history {
        let before = house.desk.state().size();
        if try_act(house, act).is_err() {
            assert_eq!(house.desk.state().size(), before, "a refusal wrote: {act:?}");
        }
    }
}

/// A record of the ledger, when it has one.
pub(super) fn pick(house: &House, at: Index) -> Option<EntryId> {
    let records = house.desk.state().records();
    (!records.is_empty()).then(|| records[at.index(records.len())].id)
}

/// A correction that says the same type otherwise.
pub(super) fn correction(house: &House, entry: EntryId, done: &Done) -> Option<Command> {
    let record = house.desk.state().record(entry)?;
    let Content::Activity(activity) = &record.latest().content else { return None };
    let mut activity = activity.clone();
    if *record.kind == *done.kind {
        activity.fields = done.fields.clone();
    }
    Some(Command::Correct(Correction {
        entry,
        replaces: None,
        occurred: done.occurred,
        subject: done.subject.clone(),
        activity,
        reason: "Mieux su.".into(),
    }))
}

fn withdrawn_correction(house: &House, entry: EntryId) -> Option<Command> {
    let record = house.desk.state().record(entry)?;
    let last = record.standing_corrections().next_back()?;
    Some(Command::Withdraw { entry, correction: Some(last.id), reason: "C'était juste.".into() })
}

fn try_act(house: &mut House, act: &Act) -> Result<(), DeskError> {
    let picked = |at: &Index| pick(house, *at);
    let (command, by) = match act {
        Act::Pass(days) => {
            house.clock.pass(*days);
            return Ok(());
        }
        Act::Import(rows) => return import(house, rows),
        Act::WithdrawImport(at) => {
            let batches: Vec<EntryId> = house.desk.state().batches().keys().copied().collect();
            let entry = (!batches.is_empty()).then(|| batches[at.index(batches.len())]);
            (entry.map(withdrawal), 1)
        }
        Act::Record(done) => (Some(done.command(None)), 1),
        Act::Report(total) => (Some(Command::Report(NewTotal { id: None, total: total.clone() })), 1),
        Act::Correct(at, done) => (picked(at).and_then(|entry| correction(house, entry, done)), 1),
        Act::Withdraw(at) => (picked(at).map(withdrawal), 1),
        Act::WithdrawCorrection(at) => (picked(at).and_then(|entry| withdrawn_correction(house, entry)), 1),
        Act::Confirm(at) => (picked(at).map(|entry| Command::Confirm { entry }), 1),
        Act::Judge(at, approved) => {
            let reason = Some("Vu.".to_owned());
            (picked(at).map(|entry| Command::Judge { entry, version: None, approved: *approved, reason }), 2)
        }
        Act::Change(name, occurred, fact) => {
            (Some(Command::Change { body: name.clone(), occurred: *occurred, fact: fact.clone() }), 1)
        }
        Act::Merge(gone, kept) => {
            let (gone, kept) = (gone.clone(), kept.clone());
            (Some(Command::Merge { gone, kept, reason: "Un seul.".into() }), 1)
        }
        Act::Add(at, number) => {
            let evidence = vec![paper(*number)];
            (picked(at).map(|entry| Command::AddEvidence { entry, evidence, note: None }), 1)
        }
        Act::TakeBack(at) => {
            let added: Vec<EntryId> = house.desk.state().additions().iter().map(|it| it.id).collect();
            let entry = (!added.is_empty()).then(|| added[at.index(added.len())]);
            (entry.map(withdrawal), 1)
        }
        Act::Erase(number) => {
            let person = person(*number);
            let asked = house.desk.state().erasure(&person).is_some();
            let ask = Command::AskErasure { person: person.clone(), reason: "Loi 25.".into() };
            (Some(if asked { Command::Erase { person, key: KeyFate::Destroyed } } else { ask }), 1)
        }
        Act::Note => {
            let text = "À classer.".to_owned();
            (Some(Command::Note { text, occurred: None, evidence: vec![] }), 1)
        }
    };
    command.map_or(Ok(()), |command| house.tries(command, by).map(drop))
}

/// A document, of few.
fn paper(number: u8) -> Evidence {
    Evidence {
        blake3: Hash::of(&[number]),
        sha256: Hash::of(&[number, number]),
        bytes: 1,
        media_type: "application/pdf".into(),
        kind: EvidenceKind::Agreement,
        name: format!("{number}.pdf"),
    }
}

fn withdrawal(entry: EntryId) -> Command {
    Command::Withdraw { entry, correction: None, reason: "Erreur.".into() }
}

/// Imports what was done as one file.
fn import(house: &mut House, rows: &[Done]) -> Result<(), DeskError> {
    let now = house.clock.next();
    let file = Hash::of(format!("{now} {rows:?}").as_bytes());
    let rows = rows.iter().map(|done| done.command(None)).collect();
    let ids = &mut house.ids;
    let imported = house.desk.import(Import { file, rows }, author(1), now, false, &mut || ids.next());
    match imported {
        Err(ImportRefused::Whole(error)) => Err(error),
        // What some rows may not do, none of them did.
        Ok(_) | Err(ImportRefused::Rows { .. }) => Ok(()),
    }
}

/// Facts that can be recorded in any order: no two measures of one day, no
/// joining and leaving of one member on one day, no period reported twice.
pub(super) fn facts() -> impl Strategy<Value = (Vec<Done>, Vec<Total>)> {
    let dones = prop::collection::vec(done(), 0..16);
    let totals = prop::collection::vec(total(), 0..5);
    (dones, totals).prop_map(|(dones, totals)| {
        let mut seen = BTreeSet::new();
        let ties = |done: &Done| match done.kind {
            "audience.measured" | "policy.adopted" => Some((done.kind, done.occurred.to, String::new())),
            "member.joined" | "member.left" => {
                Some(("member", done.occurred.to, format!("{:?}", done.fields)))
            }
            _ => None,
        };
        let dones = dones.into_iter().filter(|done| ties(done).is_none_or(|tie| seen.insert(tie))).collect();
        let mut seen = BTreeSet::new();
        // Of a fiscal year's row, no `from` is the year's first day.
        let of_a_year = ["attendees", "score"];
        let yearly = |it: &Total| of_a_year.contains(&it.indicator.as_str()) && it.from.is_some();
        let totals = totals.into_iter().filter(|it| !yearly(it));
        let totals = totals.filter(|it| seen.insert((it.indicator.clone(), it.from, it.to)));
        (dones, totals.collect())
    })
}
