//! The committed ledger of format 1: every type of entry, each at least once,
//! written as raw JSON by the general canonicaliser and not by our encoder.
#![allow(clippy::needless_pass_by_value, reason = "what is written in place is given away")]

use std::fs;
use std::path::Path;

use jalon::event::{EntryId, Hash, Moment, link};
use jalon::log::MemoryLog;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::invented::{Clock, House, author, day, id, opening, person};

/// What the story is written with: it fills in an entry's place and time.
pub(super) struct Pen {
    pub(super) lines: Vec<Vec<u8>>,
    clock: Clock,
    number: u64,
    by: u64,
}

impl Pen {
    /// Goes on after these lines.
    pub(super) fn after(lines: Vec<Vec<u8>>, clock: Clock) -> Self {
        Self { lines, clock, number: 1_000, by: 1 }
    }

    /// Goes on with this id and this recorder.
    pub(super) fn begin_at(&mut self, number: u64, by: u64) {
        (self.number, self.by) = (number, by);
    }

    /// Writes an entry of version 1.
    pub(super) fn write(&mut self, kind: &str, members: Value) -> EntryId {
        self.write_version(kind, 1, members)
    }

    fn write_version(&mut self, kind: &str, version: u32, members: Value) -> EntryId {
        self.number += 1;
        let own = id(self.number);
        let source = opening().source;
        let author = author(self.by);
        let mut entry: Map<String, Value> = members.as_object().unwrap().clone();
        let rest = json!({
            "authid": author.id(), "authtype": author.kind.word(), "datacontenttype": "application/json",
            "dataschema": format!("{source}/schema/{kind}/{version}"), "id": own.to_string(),
            "prevhash": self.head().to_string(), "recordedtime": self.clock.next().to_string(),
            "sequence": format!("{:020}", self.lines.len()), "source": source, "specversion": "1.0",
            "type": kind,
        });
        entry.extend(rest.as_object().unwrap().clone());
        self.lines.push(serde_json_canonicalizer::to_vec(&entry).unwrap());
        own
    }

    /// Lets so many days go by.
    pub(super) fn clock_passes(&mut self, days: i64) {
        self.clock.pass(days);
    }

    /// Hash of the last line.
    pub(super) fn head(&self) -> Hash {
        self.lines.last().map_or(Hash::ZERO, |line| Hash::of(line))
    }
}

pub(super) fn occurred(days: &str) -> Map<String, Value> {
    let (from, to) = days.split_once("..").unwrap_or((days, days));
    let pairs = [("occurredfrom", from), ("occurredto", to)];
    pairs.map(|(name, text)| (name.to_owned(), day(text).to_string().into())).into_iter().collect()
}

pub(super) fn with(mut members: Map<String, Value>, more: Value) -> Value {
    members.extend(more.as_object().unwrap().clone());
    members.into()
}

pub(super) fn dated(days: &str, data: Value) -> Value {
    with(occurred(days), json!({"data": data}))
}

pub(super) fn about(entry: EntryId, data: Value) -> Value {
    json!({"correctedid": entry.to_string(), "data": data})
}

/// The one document that entries name.
const DOCUMENT: &[u8] = b"page";

/// Puts the document where the ledger keeps it.
pub(super) fn lay_document(ledger: &Path) {
    let name = Hash::of(DOCUMENT).to_string();
    let folder = ledger.join("evidence").join(&name[..2]);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), DOCUMENT).unwrap();
}

pub(super) fn document() -> Value {
    json!({
        "blake3": Hash::of(DOCUMENT).to_string(), "bytes": DOCUMENT.len(), "kind": "agreement", "mediatype": "application/pdf",
        "name": "entente.pdf",
        "sha256": format!("{:x}", Sha256::digest(DOCUMENT)),
    })
}

pub(super) fn citation() -> Value {
    json!({"line": "12-14", "section": "2.1", "source": "Rapport inventé", "words": "vingt ateliers"})
}

fn sealed(number: u64) -> Value {
    json!({"person": person(number).to_string(), "sealed": Hash::of(b"under a key of 32 bytes").to_string()})
}

/// All lines of the ledger.
pub(super) fn lines() -> Vec<Vec<u8>> {
    let house = House::new(Box::new(MemoryLog::new(link)));
    let mut pen = Pen::after(house.lines(), house.clock);
    pen.write("jalon.user.registered", json!({"data": {"name": sealed(0), "user": author(2).id()}}));
    register(&mut pen);
    activities(&mut pen);
    totals(&mut pen);
    corrections(&mut pen);
    approvals(&mut pen);
    notes_and_batches(&mut pen);
    unfinished(&mut pen);
    second_plan(&mut pen);
    administration(&mut pen);
    pen.lines
}

fn register(pen: &mut Pen) {
    let changed = json!({
        "attributes": {"country": "NO", "sector": ["cooperative", "public"]}, "citation": citation(),
        "name": {"en": "Breeze", "fr": "Brise"}, "reason": "Nouveau nom.", "synonyms": ["Brise de mer"],
    });
    let mut change = occurred("2023-01-01");
    change.insert("subject".into(), "organisation/brise".into());
    pen.write("jalon.organisation.changed", with(change, json!({"data": changed})));
    let mut over = occurred("2023-06-01");
    over.insert("subject".into(), "organisation/dune".into());
    pen.write("jalon.organisation.changed", with(over, json!({"data": {"successor": "organisation/crabe"}})));
    let mut moved = occurred("2023-01-01..2023-01-31");
    moved.insert("subject".into(), "project/digue".into());
    pen.write("jalon.project.changed", with(moved, json!({"data": {"attributes": {"stage": "open"}}})));
    for slug in ["deliverable/guide", "deliverable/guide-2"] {
        let mut new = occurred("2022-05-01");
        new.insert("subject".into(), slug.into());
        pen.write(
            "jalon.deliverable.registered",
            with(new, json!({"data": {"name": {"en": "Guide", "fr": "Guide"}}})),
        );
    }
    let mut stage = occurred("2023-05-01");
    stage.insert("subject".into(), "deliverable/guide".into());
    pen.write("jalon.deliverable.changed", with(stage, json!({"data": {"attributes": {"stage": "final"}}})));
    let mut named = occurred("2023-05-01");
    named.insert("subject".into(), person(0).to_string().into());
    pen.write("jalon.person.changed", with(named, json!({"data": {"name": sealed(0)}})));
    merges(pen);
}

fn merges(pen: &mut Pen) {
    let merged = |gone: &str, kept: &str| json!({"data": {"into": kept, "reason": "Un seul et même."}, "subject": gone});
    pen.write("jalon.deliverable.merged", merged("deliverable/guide-2", "deliverable/guide"));
    let wrong = pen.write("jalon.project.merged", merged("project/phare", "project/digue"));
    pen.write("jalon.entry.withdrawn", about(wrong, json!({"reason": "Deux projets."})));
    pen.write("jalon.organisation.merged", merged("organisation/ecume", "organisation/crabe"));
    pen.write("jalon.person.merged", merged(person(1).as_str(), person(0).as_str()));
}

fn activities(pen: &mut Pen) {
    let workshop = |fields: Value| json!({"basis": "firsthand", "fields": fields});
    let mut first = occurred("2023-03-04");
    first.insert("subject".into(), "project/digue".into());
    let fields = json!({
        "attendees": {"precision": "about", "to": 30, "value": 24}, "partners": ["organisation/algue", "organisation/brise"],
        "public": true, "site": "quay", "title": "Nœuds, cordes\net « voiles » \\o/",
    });
    let more = json!({"data": {
        "basis": "document", "citation": citation(), "evidence": [document()], "fields": fields,
        "note": "Premier atelier.",
    }});
    let whole = pen.write("example.quai.workshop.held", with(first, more));
    let mut part = occurred("2023-09-01..2023-09-30");
    part.insert("subject".into(), "project/digue".into());
    let data =
        json!({"fields": {"partners": ["organisation/crabe"], "site": "hall"}, "partof": whole.to_string()});
    pen.write("example.quai.workshop.held", with(part, json!({"data": data})));
    pen.write("example.quai.workshop.held", dated("2023-11-15", workshop(json!({"attendees": 12}))));
    let foreign = json!({"fields": {"amount": {
        "amount": "1000.00", "converted": {
            "amount": "1480.50", "currency": "CAD", "date": "2023-05-02", "rate": "1.4805", "source": "Banque du Canada",
        },
        "currency": "EUR", "precision": "rounded",
    }, "funder": "organisation/brise"}});
    pen.write("example.quai.grant.received", dated("2023-05-02", foreign));
    let plain = json!({"fields": {"amount": {"amount": "25000.25", "currency": "CAD"}, "funder": "organisation/algue"}});
    pen.write("example.quai.grant.received", dated("2023-08-20", plain));
    for (member, joined) in [("algue", "2022-03-01"), ("brise", "2022-04-01"), ("crabe", "2023-02-01")] {
        let data = json!({"fields": {"member": format!("organisation/{member}")}});
        pen.write("example.quai.member.joined", dated(joined, data));
    }
    let left = json!({"fields": {"member": "organisation/brise"}});
    pen.write("example.quai.member.left", dated("2023-12-31", left));
    let agreement =
        json!({"fields": {"begins": "2022-06-01", "ends": "2023-10-31", "project": "project/digue"}});
    pen.write("example.quai.agreement.signed", dated("2022-05-20", agreement));
    for (platform, people, when) in
        [("radio", 700, "2023-01-31"), ("gazette", 150, "2023-02-28"), ("radio", 820, "2023-12-31")]
    {
        let data = json!({"fields": {"people": people, "platform": platform}});
        pen.write("example.quai.audience.measured", dated(when, data));
    }
    for (score, when) in [("7.5", "2023-08-01"), ("8.0", "2023-10-01")] {
        pen.write("example.quai.survey.closed", dated(when, json!({"fields": {"score": score}})));
    }
    pen.write("example.quai.policy.adopted", dated("2023-04-01", json!({"fields": {"inforce": true}})));
}

fn totals(pen: &mut Pen) {
    let grants = json!({
        "citation": citation(), "evidence": [document()], "from": "2022-01-01", "indicator": "grants",
        "note": "Comme imprimé.", "to": "2023-12-31", "value": {"amount": "60000.00", "currency": "CAD"},
    });
    pen.write("jalon.total.reported", dated("2023-12-31", grants));
    let partners = json!({"citation": citation(), "indicator": "partners", "to": "2022-12-31", "value": "2"});
    let total = pen.write("jalon.total.reported", dated("2022-12-31", partners));
    let seen = pen.head().to_string();
    let content = json!({"citation": citation(), "indicator": "partners", "to": "2022-12-31", "value": "3"});
    let data = json!({"content": content, "reason": "Mal lu.", "replaces": seen});
    pen.write("jalon.entry.corrected", with(occurred("2022-12-31"), about(total, data)));
}

fn corrections(pen: &mut Pen) {
    let data = json!({"fields": {"attendees": 200, "site": "quay"}});
    let entry = pen.write("example.quai.workshop.held", dated("2023-10-01", data));
    let first = pen.head().to_string();
    let content = |attendees: u32| json!({"fields": {"attendees": attendees, "site": "quay"}});
    let correct = |pen: &mut Pen, attendees, seen: &str| {
        let data = json!({"content": content(attendees), "reason": "Un zéro de trop.", "replaces": seen});
        let mut members = occurred("2023-10-02");
        members.insert("subject".into(), "project/phare".into());
        pen.write("jalon.entry.corrected", with(members, about(entry, data)))
    };
    correct(pen, 20, &first);
    let second = pen.head().to_string();
    let wrong = correct(pen, 2, &second);
    let data = json!({"correction": wrong.to_string(), "reason": "C'était bien vingt."});
    pen.write("jalon.entry.withdrawn", about(entry, data));
    let never = pen.write("example.quai.workshop.held", dated("2023-10-10", json!({"fields": {}})));
    pen.write("jalon.entry.withdrawn", about(never, json!({"reason": "N'a pas eu lieu."})));
    let planned = json!({"fields": {"attendees": 40, "site": "hall"}});
    let later = pen.write("example.quai.workshop.held", dated("2024-02-03", planned.clone()));
    let seen = pen.head().to_string();
    pen.write("example.quai.workshop.held", dated("2024-12-01", planned));
    pen.clock.pass(3);
    pen.write("jalon.entry.confirmed", about(later, json!({"version": seen})));
}

fn approvals(pen: &mut Pen) {
    let mut studies = Vec::new();
    for when in ["2023-06-15", "2023-07-15", "2023-11-01"] {
        let fields = json!({"authors": [person(0).to_string(), person(1).to_string()], "contact": sealed(1)});
        let study = pen.write("example.quai.study.published", dated(when, json!({"fields": fields})));
        studies.push((study, pen.head().to_string()));
    }
    pen.by = 2;
    pen.write("jalon.entry.approved", about(studies[0].0, json!({"version": studies[0].1})));
    let reason = json!({"reason": "Pas encore publiée.", "version": studies[1].1});
    pen.write("jalon.entry.rejected", about(studies[1].0, reason));
    pen.by = 1;
}

fn notes_and_batches(pen: &mut Pen) {
    let note =
        pen.write("jalon.note.recorded", json!({"data": {"evidence": [document()], "text": "Visite ?"}}));
    let dated_note = pen.write("jalon.note.recorded", dated("2023-12-05", json!({"text": "À retirer."})));
    pen.write("jalon.entry.withdrawn", about(dated_note, json!({"reason": "Doublon."})));
    let became =
        pen.write("example.quai.workshop.held", dated("2023-12-06", json!({"fields": {"site": "hall"}})));
    pen.write("jalon.note.resolved", about(note, json!({"entry": became.to_string()})));
    // What is withdrawn may be brought again.
    for (file, withdrawn) in [("rows.csv", false), ("wrong.csv", true), ("wrong.csv", false)] {
        let hash = Hash::of(file.as_bytes()).to_string();
        let batch = pen.write("jalon.batch.started", json!({"data": {"file": hash, "rows": 2}}));
        for when in ["2024-01-10", "2024-01-11"] {
            let mut members = occurred(when);
            members.insert("correlationid".into(), batch.to_string().into());
            let data = json!({"data": {"fields": {"attendees": 5, "site": "quay"}}});
            pen.write("example.quai.workshop.held", with(members, data));
        }
        pen.write("jalon.batch.completed", about(batch, json!({"rows": 2})));
        if withdrawn {
            pen.write("jalon.batch.withdrawn", about(batch, json!({"reason": "Mauvais fichier."})));
        }
    }
}

/// An import that stopped after one of its two rows.
fn unfinished(pen: &mut Pen) {
    let file = Hash::of(b"unfinished.csv").to_string();
    let batch = pen.write("jalon.batch.started", json!({"data": {"file": file, "rows": 2}}));
    let mut members = occurred("2024-01-12");
    members.insert("correlationid".into(), batch.to_string().into());
    let data = json!({"data": {"fields": {"attendees": 6, "site": "quay"}}});
    pen.write("example.quai.workshop.held", with(members, data));
}

/// A next version of a type and of a target, and a second adoption.
fn second_plan(pen: &mut Pen) {
    let of = |pen: &Pen, kind: &str, id: &str| {
        let read = |line: &Vec<u8>| serde_json::from_slice::<Value>(line).unwrap();
        let mut found = pen.lines.iter().map(read).filter(|it| it["type"] == kind && it["data"]["id"] == id);
        found.next_back().unwrap()
    };
    let mut data = of(pen, "jalon.activitytype.defined", "survey.closed")["data"].clone();
    data["version"] = 2.into();
    let more = json!({"kind": "count", "label": {"en": "Answers", "fr": "Réponses"}, "name": "answers"});
    data["fields"].as_array_mut().unwrap().push(more);
    data["fields"][0]["retired"] = true.into();
    let survey = pen.lines.len();
    pen.write("jalon.activitytype.defined", json!({"data": data}));
    let target = json!({
        "id": "workshops", "reason": {"en": "More rooms.", "fr": "Plus de salles."}, "value": "12", "version": 2,
    });
    let revised = pen.lines.len();
    pen.write("jalon.target.set", json!({"data": target}));
    let old = of(pen, "jalon.plan.adopted", "quai-2022");
    let mut data = old["data"].clone();
    let first = |kind, id| first_of(pen, kind, id);
    let swap = [
        (first("jalon.target.set", "workshops"), revised),
        (first("jalon.activitytype.defined", "survey.closed"), survey),
    ];
    for (before, after) in swap {
        let mut places = data["definitions"].as_array_mut().unwrap().iter_mut();
        *places.find(|it| **it == json!(before)).unwrap() = json!(after);
    }
    data["version"] = 2.into();
    pen.write("jalon.plan.adopted", dated("2024-01-01", data));
    let answers = json!({"fields": {"answers": 31}});
    pen.write_version("example.quai.survey.closed", 2, dated("2024-01-20", answers));
    keep_the_retired(pen);
}

/// A correction keeps a field that is retired since.
fn keep_the_retired(pen: &mut Pen) {
    let survey = |line: &&Vec<u8>| {
        let entry: Value = serde_json::from_slice(line).unwrap();
        entry["type"] == "example.quai.survey.closed"
    };
    let line = pen.lines.iter().find(survey).unwrap();
    let entry: Value = serde_json::from_slice(line).unwrap();
    let content = json!({"fields": {"answers": 12, "score": "7.5"}});
    let data =
        json!({"content": content, "reason": "Douze réponses.", "replaces": Hash::of(line).to_string()});
    let original = entry["id"].as_str().unwrap().parse().unwrap();
    pen.write("jalon.entry.corrected", with(occurred("2023-08-01"), about(original, data)));
}

/// The place of the first version of a definition.
fn first_of(pen: &Pen, kind: &str, id: &str) -> u64 {
    let read = |line: &Vec<u8>| serde_json::from_slice::<Value>(line).unwrap();
    let place = pen.lines.iter().map(read).position(|it| it["type"] == kind && it["data"]["id"] == id);
    place.unwrap() as u64
}

fn administration(pen: &mut Pen) {
    let (size, head) = (pen.lines.len(), pen.head().to_string());
    pen.write("jalon.ledger.restored", json!({"data": {"head": head, "size": size}}));
    let (size, head) = (pen.lines.len(), pen.head().to_string());
    let aside = Hash::of(&pen.lines[size - 3]).to_string();
    let both = json!({"asidehead": aside, "asidesize": size - 2, "from": "twin", "head": head, "size": size});
    pen.write("jalon.ledger.repaired", json!({"data": both}));
    let (size, head) = (pen.lines.len(), pen.head().to_string());
    pen.write("jalon.ledger.repaired", json!({"data": {"from": "store", "head": head, "size": size}}));
    pen.write("jalon.program.changed", json!({"data": {"version": "0.2.0"}}));
    let entry: Value = serde_json::from_slice(pen.lines.last().unwrap()).unwrap();
    let last: Moment = entry["recordedtime"].as_str().unwrap().parse().unwrap();
    pen.clock.pass(500);
    let clock = pen.clock.0;
    pen.write(
        "jalon.clock.accepted",
        json!({"data": {"clock": clock.to_string(), "last": last.to_string()}}),
    );
}
