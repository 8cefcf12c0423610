//! Entries that are sound in themselves and may not follow the committed log.

use jalon::event::{EntryId, Hash};
use serde_json::{Value, json};

use super::added::{addition, request};
use super::later::{checkpoint, handover, key, lost_checkpoint};
use super::long_ago::in_full;
use super::story::{Pen, about, citation, dated, occurred, with};
use crate::invented::{Clock, author};

/// The committed log, to name what stands in it.
struct Told(Vec<Value>);

impl Told {
    /// The id of the nth entry of a type.
    fn id(&self, kind: &str, nth: usize) -> EntryId {
        self.find(kind, nth)["id"].as_str().unwrap().parse().unwrap()
    }

    fn find(&self, kind: &str, nth: usize) -> &Value {
        self.0.iter().filter(|entry| entry["type"] == kind).nth(nth).unwrap()
    }

    /// The hash of the entry with this id, as it stands.
    fn hash(&self, id: EntryId) -> String {
        let entry = self.0.iter().find(|entry| entry["id"] == id.to_string()).unwrap();
        Hash::of(&serde_json_canonicalizer::to_vec(entry).unwrap()).to_string()
    }

    /// The place of the first version of a definition.
    fn place(&self, kind: &str, id: &str) -> usize {
        self.0.iter().position(|entry| entry["type"] == kind && entry["data"]["id"] == id).unwrap()
    }

    /// The entry that another is about.
    fn about(&self, kind: &str, nth: usize) -> EntryId {
        self.find(kind, nth)["correctedid"].as_str().unwrap().parse().unwrap()
    }
}

/// Why it may not follow, and the line.
pub(super) fn strangers(lines: &[Vec<u8>]) -> Vec<(&'static str, Vec<u8>)> {
    let told = Told(lines.iter().map(|line| serde_json::from_slice(line).unwrap()).collect());
    let last = told.0.last().unwrap()["recordedtime"].as_str().unwrap().parse().unwrap();
    let mut all = Vec::new();
    let mut add = |why: &'static str, by: u64, kind: &str, members: Value| {
        let mut pen = Pen::after(lines.to_vec(), Clock(last));
        pen.begin_at(5_000, by);
        pen.write(kind, members);
        all.push((why, pen.lines.pop().unwrap()));
    };
    on_entries(&told, &mut add);
    on_the_register(&told, &mut add);
    on_plans(&told, &mut add);
    on_totals(&mut add);
    on_definitions(&told, &mut add);
    on_adoptions(&told, &mut add);
    on_the_ledger(&told, lines.len(), &mut add);
    on_keys(lines.len(), &mut add);
    on_years(&told, lines, &mut add);
    on_what_was_sent(&told, lines, &mut add);
    on_samples(&told, lines, &mut add);
    on_what_was_added(&told, &mut add);
    on_persons_erased(&told, &mut add);
    let mut late = Pen::after(lines.to_vec(), Clock(last));
    late.begin_at(5_000, 1);
    late.clock_passes(402);
    late.write("jalon.note.recorded", json!({"data": {"text": "Bien plus tard."}}));
    all.push(("over 400 days later without a word", late.lines.pop().unwrap()));
    all
}

type Add<'a> = &'a mut dyn FnMut(&'static str, u64, &str, Value);

fn on_entries(told: &Told, add: Add<'_>) {
    const HELD: &str = "example.quai.workshop.held";
    let zeros = "0".repeat(64);
    let withdrawn = told.about("jalon.entry.withdrawn", 2);
    let standing = told.id(HELD, 0);
    let why = json!({"reason": "Encore."});
    add("withdrawn twice", 1, "jalon.entry.withdrawn", about(withdrawn, why.clone()));
    let of = |id: EntryId| json!({"version": told.hash(id)});
    add("confirmed after its withdrawal", 1, "jalon.entry.confirmed", about(withdrawn, of(withdrawn)));
    add("not planned", 1, "jalon.entry.confirmed", about(standing, of(standing)));
    let confirmed = told.about("jalon.entry.confirmed", 0);
    add("confirmed twice", 1, "jalon.entry.confirmed", about(confirmed, of(confirmed)));
    let planned = told.id(HELD, 6);
    add("another version confirmed", 1, "jalon.entry.confirmed", about(planned, of(standing)));
    add("no version confirmed", 1, "jalon.entry.confirmed", about(planned, json!({})));
    let total = told.id("jalon.total.reported", 0);
    add("a total confirmed", 1, "jalon.entry.confirmed", about(total, of(total)));
    let correction = told.id("jalon.entry.corrected", 1);
    add("about a correction", 1, "jalon.entry.withdrawn", about(correction, why.clone()));
    let fallen = json!({"correction": told.id("jalon.entry.corrected", 2).to_string(), "reason": "Encore."});
    let corrected = told.about("jalon.entry.corrected", 2);
    add("a correction withdrawn twice", 1, "jalon.entry.withdrawn", about(corrected, fallen));
    let content = json!({"content": {"fields": {}}, "reason": "Rien.", "replaces": zeros});
    let correct = |content: &Value| with(occurred("2023-01-01"), about(standing, content.clone()));
    add("another version seen", 1, "jalon.entry.corrected", correct(&content));
    let own = json!({"version": zeros});
    add("no such version", 2, "jalon.entry.approved", about(standing, own));
    let seen = told.find("jalon.entry.approved", 0)["data"]["version"].clone();
    let study = told.about("jalon.entry.approved", 0);
    add("its own recorder", 1, "jalon.entry.approved", about(study, json!({"version": seen})));
    let note = told.id("jalon.note.recorded", 0);
    let became = json!({"entry": standing.to_string()});
    let fell = told.id("jalon.entry.corrected", 2);
    let reason = json!({"reason": "Non.", "version": told.hash(fell)});
    let original = told.about("jalon.entry.corrected", 2);
    add("a version that was withdrawn", 2, "jalon.entry.rejected", about(original, reason));
    add("a note resolved twice", 1, "jalon.note.resolved", about(note, became.clone()));
    add("no note", 1, "jalon.note.resolved", about(standing, became));
    let batch = told.id("jalon.batch.started", 0);
    add("a batch completed twice", 1, "jalon.batch.completed", about(batch, json!({"rows": 2})));
    let gone = told.id("jalon.batch.started", 1);
    add("a batch withdrawn twice", 1, "jalon.batch.withdrawn", about(gone, why.clone()));
    let brought = json!({"correlationid": batch.to_string(), "data": {"fields": {}}});
    add("in a completed batch", 1, HELD, with(occurred("2023-01-01"), brought));
    let merge = told.about("jalon.entry.withdrawn", 0);
    add("a merge withdrawn twice", 1, "jalon.entry.withdrawn", about(merge, why));
    for (why, fields) in [
        ("no such field", json!({"rooms": 1})),
        ("a text where a number belongs", json!({"attendees": "12"})),
        ("no such choice", json!({"site": "cave"})),
        ("one value twice", json!({"partners": ["organisation/algue", "organisation/algue"]})),
        ("nothing in an array", json!({"partners": []})),
        ("not registered", json!({"partners": ["organisation/zinc"]})),
        ("another kind of body", json!({"partners": ["project/digue"]})),
        ("a text with white space at its end", json!({"title": "Nœuds "})),
        ("to without precision", json!({"attendees": {"to": 3, "value": 1}})),
    ] {
        add(why, 1, HELD, dated("2023-01-01", json!({"fields": fields})));
    }
    for (why, amount) in [
        ("too few decimals", json!({"amount": "10.0", "currency": "CAD"})),
        ("a negative zero", json!({"amount": "-0.00", "currency": "CAD"})),
        ("nineteen digits", json!({"amount": "1000000000000000000.00", "currency": "CAD"})),
        ("no conversion", json!({"amount": "10.00", "currency": "EUR"})),
        ("no decimals in yen, and no conversion", json!({"amount": "10", "currency": "JPY"})),
    ] {
        add(
            why,
            1,
            "example.quai.grant.received",
            dated("2023-01-01", json!({"fields": {"amount": amount}})),
        );
    }
    add(
        "a required field lacks",
        1,
        "example.quai.grant.received",
        dated("2023-01-01", json!({"fields": {}})),
    );
    add(
        "a part of nothing",
        1,
        HELD,
        dated("2023-01-01", json!({"fields": {}, "partof": correction.to_string()})),
    );
    add(
        "a part of a total",
        1,
        HELD,
        dated("2023-01-01", json!({"fields": {}, "partof": total.to_string()})),
    );
    let gone_whole = json!({"fields": {}, "partof": withdrawn.to_string()});
    add("a part of what was withdrawn", 1, HELD, dated("2023-01-01", gone_whole));
    let content = json!({"fields": {}, "partof": standing.to_string()});
    let itself = json!({"content": content, "reason": "Rien.", "replaces": told.hash(standing)});
    add("a part of itself", 1, "jalon.entry.corrected", correct(&itself));
    let retired = json!({"fields": {"answers": 3, "score": "7.5"}});
    add("a retired field", 1, "example.quai.survey.closed", dated("2024-01-20", retired));
    add("nobody's", 9, HELD, dated("2023-01-01", json!({"fields": {}})));
    add("another prefix", 1, "org.other.workshop.held", dated("2023-01-01", json!({"fields": {}})));
    add("no such type", 1, "example.quai.play.staged", dated("2023-01-01", json!({"fields": {}})));
}

fn on_the_register(told: &Told, add: Add<'_>) {
    let subject = |id: &str, days: &str, data: Value| {
        let mut members = occurred(days);
        members.insert("subject".into(), id.into());
        with(members, json!({"data": data}))
    };
    let day = "2023-01-01";
    add(
        "registered twice",
        1,
        "jalon.organisation.registered",
        subject("organisation/algue", day, json!({})),
    );
    add("another kind", 1, "jalon.project.registered", subject("organisation/zinc", day, json!({})));
    add("not registered", 1, "jalon.organisation.changed", subject("organisation/zinc", day, json!({})));
    let successor = json!({"successor": "organisation/zinc"});
    add("no such successor", 1, "jalon.organisation.changed", subject("organisation/algue", day, successor));
    let merge = |gone: &str, kept: &str| json!({"data": {"into": kept, "reason": "Un."}, "subject": gone});
    let organisations = "jalon.organisation.merged";
    add("into itself", 1, organisations, merge("organisation/algue", "organisation/algue"));
    add("one body already", 1, organisations, merge("organisation/crabe", "organisation/ecume"));
    add("of two kinds", 1, organisations, merge("organisation/algue", "project/digue"));
    add("merged already", 1, organisations, merge("organisation/ecume", "organisation/algue"));
    add("round in a ring", 1, organisations, merge("organisation/crabe", "organisation/ecume"));
    let person = told.find("jalon.person.registered", 0)["subject"].as_str().unwrap();
    let clear = json!({"name": {"en": "Anna", "fr": "Anna"}});
    add("a person in the clear", 1, "jalon.person.changed", subject(person, day, clear));
    add("a person's synonyms", 1, "jalon.person.changed", subject(person, day, json!({"synonyms": ["A"]})));
    let sealed = told.find("jalon.person.changed", 0)["data"].clone();
    add("a sealed organisation", 1, "jalon.organisation.changed", subject("organisation/algue", day, sealed));
    let none = json!({"attributes": {"sector": []}});
    add("no value", 1, "jalon.organisation.changed", subject("organisation/algue", day, none));
}

fn on_plans(told: &Told, add: Add<'_>) {
    let list = told.find("jalon.list.defined", 0)["data"].clone();
    add("the same version again", 1, "jalon.list.defined", json!({"data": list}));
    let mut adoption = told.find("jalon.plan.adopted", 1)["data"].clone();
    add("the same plan version again", 1, "jalon.plan.adopted", dated("2024-02-01", adoption.clone()));
    adoption["version"] = 3.into();
    add("two days", 1, "jalon.plan.adopted", dated("2024-02-01..2024-02-02", adoption.clone()));
    adoption["definitions"] = json!([0]);
    add("not a definition", 1, "jalon.plan.adopted", dated("2024-02-01", adoption));
    let total = |to: &str, indicator: &str, value: Value| {
        let data = json!({"citation": citation(), "from": "2023-01-01", "indicator": indicator, "to": to, "value": value});
        dated("2023-12-30", data)
    };
    let kind = "jalon.total.reported";
    add("another day than to", 1, kind, total("2023-12-29", "workshops", json!("3")));
    add("no such indicator", 1, kind, total("2023-12-30", "concerts", json!("3")));
    add("no money", 1, kind, total("2023-12-30", "grants", json!("3")));
    add("money", 1, kind, total("2023-12-30", "workshops", json!({"amount": "3.00", "currency": "CAD"})));
    let euros = json!({"amount": "3.00", "currency": "EUR"});
    add("another currency", 1, kind, total("2023-12-30", "grants", euros));
    add("a second opening", 1, "jalon.ledger.opened", json!({"data": told.0[0]["data"]}));
    let same = json!({"authid": author(1).id()});
    assert_eq!(told.0[0]["authid"], same["authid"], "the story's first recorder");
}

fn on_totals(add: Add<'_>) {
    let kind = "jalon.total.reported";
    let total = |from: &str, to: &str| {
        let value = json!({"amount": "3.00", "currency": "CAD"});
        let data =
            json!({"citation": citation(), "from": from, "indicator": "grants", "to": to, "value": value});
        dated(to, data)
    };
    add("its period overlaps another's", 1, kind, total("2023-06-01", "2024-01-15"));
    add("before its last day", 1, kind, total("2022-01-01", "2030-12-31"));
}

fn on_definitions(told: &Told, add: Add<'_>) {
    let next = |kind: &str, id: &str, change: &dyn Fn(&mut Value)| {
        let of = |it: &&Value| it["type"] == kind && it["data"]["id"] == id;
        let mut data = told.0.iter().rev().find(of).unwrap()["data"].clone();
        data["version"] = (data["version"].as_u64().unwrap() + 1).into();
        change(&mut data);
        json!({"data": data})
    };
    let kind = "jalon.activitytype.defined";
    let held = |change: &dyn Fn(&mut Value)| next(kind, "workshop.held", change);
    let label = json!({"en": "X", "fr": "X"});
    let field =
        |more: Value| with(json!({"kind": "text", "label": label}).as_object().unwrap().clone(), more);
    add("a field is gone", 1, kind, held(&|it| drop(it["fields"].as_array_mut().unwrap().remove(0))));
    add("a field changes", 1, kind, held(&|it| it["fields"][0]["kind"] = "text".into()));
    add("a field is required", 1, kind, held(&|it| it["fields"][0]["required"] = true.into()));
    let new = field(json!({"name": "extra", "required": true}));
    add("new and required", 1, kind, held(&|it| it["fields"].as_array_mut().unwrap().push(new.clone())));
    let named = field(json!({"name": "subject"}));
    add(
        "a field named subject",
        1,
        kind,
        held(&|it| it["fields"].as_array_mut().unwrap().push(named.clone())),
    );
    let zero = with(
        field(json!({"name": "zero"})).as_object().unwrap().clone(),
        json!({"decimals": 0, "kind": "decimal"}),
    );
    add(
        "no decimals, spelled out",
        1,
        kind,
        held(&|it| it["fields"].as_array_mut().unwrap().push(zero.clone())),
    );
    let days = with(
        field(json!({"name": "days"})).as_object().unwrap().clone(),
        json!({"kind": "date", "many": true}),
    );
    let counts = |it: &mut Value| {
        it["fields"].as_array_mut().unwrap().push(days.clone());
        it["countson"] = "days".into();
    };
    add("counts on several dates", 1, kind, held(&counts));
    let otherwise = |it: &mut Value| {
        let day = with(field(json!({"name": "day"})).as_object().unwrap().clone(), json!({"kind": "date"}));
        it["fields"].as_array_mut().unwrap().push(day);
        it["countson"] = "day".into();
    };
    add("counts on another date", 1, kind, held(&otherwise));
    let left = |it: &mut Value| drop(it.as_object_mut().unwrap().remove("closes"));
    add("closes nothing any more", 1, kind, next(kind, "member.left", &left));
    add("no synonyms, spelled out", 1, kind, held(&|it| it["synonyms"] = json!({})));
    let back = |it: &mut Value| drop(it["fields"][0].as_object_mut().unwrap().remove("retired"));
    add("a field comes back", 1, kind, next(kind, "survey.closed", &back));
    let fewer = |it: &mut Value| {
        let fields = it["fields"].as_array_mut().unwrap();
        fields.iter_mut().find(|it| it["name"] == "site").unwrap()["choices"].as_array_mut().unwrap().pop();
    };
    add("a choice is gone", 1, kind, held(&fewer));
    let refers = |it: &mut Value| {
        let fields = it["fields"].as_array_mut().unwrap();
        fields.iter_mut().find(|it| it["name"] == "partners").unwrap()["refers"] = json!(["project"]);
    };
    add("it refers to others", 1, kind, held(&refers));
    let long = json!({"data": {"id": format!("a.{}", "b".repeat(50)), "label": label, "version": 1}});
    add("no room for its name", 1, kind, long);
    add("closes by no field", 1, kind, next(kind, "member.left", &|it| it["closes"]["keys"] = json!([])));
    let kind = "jalon.indicator.defined";
    let reads = |path: &str| {
        let path = path.to_owned();
        next(kind, "studies", &move |it| {
            it["rule"]["from"][0]["where"] = json!([{"is": ["x"], "path": path}]);
        })
    };
    add("reads what is sealed", 1, kind, reads("contact"));
    add("reads what is not there", 1, kind, reads("nothing"));
    add(
        "is one of none",
        1,
        kind,
        next(kind, "studies", &|it| it["rule"]["from"][0]["where"] = json!([{"is": [], "path": "subject"}])),
    );
    add(
        "draws on no type",
        1,
        kind,
        next(kind, "studies", &|it| it["rule"]["from"][0]["type"] = "no.such".into()),
    );
    add("in gold", 1, kind, next(kind, "grants", &|it| it["currency"] = "XAU".into()));
    let lists = "jalon.list.defined";
    let id = told.find(lists, 0)["data"]["id"].as_str().unwrap();
    add("no members", 1, lists, next(lists, id, &|it| it["members"] = json!([])));
    let groups = "jalon.group.defined";
    let id = told.find(groups, 0)["data"]["id"].as_str().unwrap();
    add("no rows", 1, groups, next(groups, id, &|it| it["rows"] = json!([])));
}

fn on_adoptions(told: &Told, add: Add<'_>) {
    const ADOPTED: &str = "jalon.plan.adopted";
    let places =
        |kind: &str| -> Vec<usize> { (0..told.0.len()).filter(|at| told.0[*at]["type"] == kind).collect() };
    let adopt = |change: &dyn Fn(&mut Value)| {
        let mut data = told.find(ADOPTED, 1)["data"].clone();
        data["version"] = 3.into();
        change(&mut data);
        dated("2024-02-01", data)
    };
    let also = |place: usize| adopt(&|it| it["definitions"].as_array_mut().unwrap().push(place.into()));
    let without = |place: usize| {
        adopt(&|it| it["definitions"].as_array_mut().unwrap().retain(|at| *at != json!(place)))
    };
    let lists = places("jalon.list.defined");
    add("one definition twice", 1, ADOPTED, also(lists[0]));
    add("two versions of one id", 1, ADOPTED, also(told.place("jalon.target.set", "workshops")));
    add("a row that is not there", 1, ADOPTED, without(places("jalon.indicator.defined")[0]));
    add("an objective that is not there", 1, ADOPTED, without(places("jalon.objective.defined")[0]));
    add("the approval of no type", 1, ADOPTED, adopt(&|it| it["approval"] = json!(["no.such"])));
    add("no definitions", 1, ADOPTED, adopt(&|it| it["definitions"] = json!([])));
    let part = told.0.iter().rposition(|it| it["data"]["id"] == "partners-quay").unwrap();
    add("a share without its part", 1, ADOPTED, without(part));
    let target = places("jalon.target.set")[0];
    add("a target alone", 1, ADOPTED, adopt(&|it| it["definitions"] = json!([target])));
}

fn on_the_ledger(told: &Told, size: usize, add: Add<'_>) {
    let zeros = "0".repeat(64);
    let last = told.0.last().unwrap();
    let head = Hash::of(&serde_json_canonicalizer::to_vec(last).unwrap()).to_string();
    let data = |data: Value| json!({"data": data});
    add("another head", 1, "jalon.ledger.restored", data(json!({"head": zeros, "size": size})));
    add("another size", 1, "jalon.ledger.restored", data(json!({"head": head, "size": size - 1})));
    let kept = |more: Value| {
        let kept = json!({"from": "twin", "head": head, "size": size});
        json!({"data": with(kept.as_object().unwrap().clone(), more)})
    };
    add("an end of no entry", 1, "jalon.ledger.repaired", kept(json!({"size": size - 1})));
    add("an end beyond", 1, "jalon.ledger.repaired", kept(json!({"size": size + 1})));
    add("half an end", 1, "jalon.ledger.repaired", kept(json!({"asidesize": 3})));
    add("the same program", 1, "jalon.program.changed", data(json!({"version": "0.2.0"})));
    add("registered twice", 1, "jalon.user.registered", data(json!({"user": author(2).id()})));
    let clock = json!({"clock": "2030-01-01T00:00:00.000000Z", "last": last["recordedtime"]});
    add("another clock", 1, "jalon.clock.accepted", data(clock));
    let batch = told.id("jalon.batch.started", 0);
    let file = told.find("jalon.batch.started", 0)["data"]["file"].clone();
    add("the same file again", 1, "jalon.batch.started", data(json!({"file": file, "rows": 2})));
    add("over a million rows", 1, "jalon.batch.started", data(json!({"file": zeros, "rows": 1_000_001})));
    let brought = json!({"correlationid": batch.to_string(), "data": {"text": "Non."}});
    let open = told.id("jalon.batch.started", 3);
    for (why, rows) in [("fewer rows than it was to bring", 1), ("more rows than it brought", 2)] {
        add(why, 1, "jalon.batch.completed", about(open, json!({"rows": rows})));
    }
    add("a note in a batch", 1, "jalon.note.recorded", brought);
}

fn on_keys(size: usize, add: Add<'_>) {
    let data = |handover: String, next: u8| json!({"handover": handover, "verifierkey": key(next).verifier().to_string()});
    let mut rotated =
        |why: &'static str, data: Value| add(why, 1, "jalon.key.rotated", json!({"data": data}));
    rotated("a hand-over by the new key alone", data(handover(size, 3, 4, false), 4));
    rotated("a hand-over from another key", data(handover(size, 2, 4, true), 4));
    rotated("a hand-over at another size", data(handover(size - 1, 3, 4, true), 4));
    rotated("a hand-over to another key", data(handover(size, 3, 5, true), 4));
    rotated("a key that signed before", data(handover(size, 3, 1, true), 1));
    rotated("the same key", data(handover(size, 3, 3, true), 3));
    let other = handover(size, 3, 4, true);
    let flipped = other.replace("hand-over", "handover");
    rotated("another text", data(flipped, 4));
    let (end, last) = (other.len() - 12, &other[other.len() - 12..]);
    let swapped: String = last.chars().rev().collect();
    rotated("another signature", data(format!("{}{swapped}", &other[..end]), 4));
    let unnamed = json!({"handover": other, "verifierkey": "registre.example/quai"});
    rotated("a key that is none", unnamed);
    let mut resumed = |why: &'static str, change: &dyn Fn(&mut Value)| {
        let mut data = data(handover(size, 3, 4, false), 4);
        data["checkpoint"] = lost_checkpoint(size + 9, 3).into();
        data["reason"] = "Disque perdu.".into();
        data["size"] = size.into();
        change(&mut data);
        add(why, 1, "jalon.ledger.resumed", json!({"data": data}));
    };
    resumed("no checkpoint", &|data| data["checkpoint"] = "rien".into());
    resumed("with too few left", &|data| data["size"] = (size - 4).into());
    resumed("with more left than there are", &|data| data["size"] = (size + 1).into());
    resumed("with nothing lost", &|data| data["checkpoint"] = lost_checkpoint(size, 3).into());
    resumed("a checkpoint of nothing", &|data| data["checkpoint"] = lost_checkpoint(0, 3).into());
    let other = lost_checkpoint(size + 9, 3).replacen("registre.example/quai", "registre.example/digue", 1);
    resumed("another ledger's checkpoint", &|data| data["checkpoint"] = other.clone().into());
    resumed("a hand-over not signed by the new key", &|data| {
        data["verifierkey"] = key(5).verifier().to_string().into();
    });
}

fn on_years(told: &Told, lines: &[Vec<u8>], add: Add<'_>) {
    const CLOSED: &str = "jalon.fiscalyear.closed";
    let held = told.find(CLOSED, 1);
    let year = |change: &dyn Fn(&mut Value)| {
        let mut data = held["data"].clone();
        data.as_object_mut().unwrap().remove("parts");
        data["again"] = held["id"].clone();
        data["checkpoint"] = checkpoint(lines, 3).into();
        change(&mut data);
        json!({"data": data})
    };
    add(
        "closed again without the one before",
        1,
        CLOSED,
        year(&|it| drop(it.as_object_mut().unwrap().remove("again"))),
    );
    add(
        "closed again after another",
        1,
        CLOSED,
        year(&|it| it["again"] = told.id(CLOSED, 0).to_string().into()),
    );
    add(
        "closed again without a reason",
        1,
        CLOSED,
        year(&|it| drop(it.as_object_mut().unwrap().remove("reason"))),
    );
    add("a year that is not over", 1, CLOSED, year(&|it| it["asat"] = "2024-06-30".into()));
    add("no year", 1, CLOSED, year(&|it| it["asat"] = "2023-06-29".into()));
    add(
        "with fewer rules not approved",
        1,
        CLOSED,
        year(&|it| drop(it.as_object_mut().unwrap().remove("unapproved"))),
    );
    add("of no plan", 1, CLOSED, year(&|it| it["plan"] = "phare-2022".into()));
    add("of no version", 1, CLOSED, year(&|it| it["version"] = 9.into()));
    add(
        "with another checkpoint",
        1,
        CLOSED,
        year(&|it| it["checkpoint"] = checkpoint(&lines[1..], 3).into()),
    );
    add(
        "with an older checkpoint",
        1,
        CLOSED,
        year(&|it| it["checkpoint"] = held["data"]["checkpoint"].clone()),
    );
    add(
        "with a checkpoint by an older key",
        1,
        CLOSED,
        year(&|it| it["checkpoint"] = checkpoint(lines, 2).into()),
    );
    add("with the parts of another", 1, CLOSED, year(&|it| it["parts"] = held["data"]["parts"].clone()));
    let sent = json!({"closing": told.id("jalon.fiscalyear.valued", 0).to_string(), "on": "2024-02-01", "to": "Nord"});
    add("sent of no closing", 1, "jalon.fiscalyear.notified", json!({"data": sent}));
    let sent = json!({"closing": held["id"], "on": "2999-01-01", "to": "Nord"});
    add("sent on a day to come", 1, "jalon.fiscalyear.notified", json!({"data": sent}));
}

fn on_what_was_sent(told: &Told, lines: &[Vec<u8>], add: Add<'_>) {
    const SENT: &str = "jalon.table.published";
    let sent = |change: &dyn Fn(&mut Value)| {
        let mut data = super::later::sent(lines, "quai-2022");
        change(&mut data);
        json!({"data": data})
    };
    let size = lines.len();
    let early = told.0.iter().position(|it| it["type"] == "jalon.plan.adopted").unwrap();
    let end = |it: &mut Value, at: usize| {
        it["size"] = at.into();
        it["head"] = Hash::of(&lines[at - 1]).to_string().into();
    };
    add("of more entries than there are", 1, SENT, sent(&|it| it["size"] = (size + 1).into()));
    add("of another head", 1, SENT, sent(&|it| it["head"] = "0".repeat(64).into()));
    add("of another size", 1, SENT, sent(&|it| it["size"] = (size - 1).into()));
    add("before its plan was adopted", 1, SENT, sent(&|it| end(it, early)));
    add("by no plan", 1, SENT, sent(&|it| it["plan"] = "phare-2022".into()));
    add("by no version", 1, SENT, sent(&|it| it["version"] = 9.into()));
    add("on a day to come", 1, SENT, sent(&|it| it["on"] = "2999-01-01".into()));
    add("of a body that is not there", 1, SENT, sent(&|it| it["filter"] = json!(["organisation/zinc"])));
    add(
        "of a body twice",
        1,
        SENT,
        sent(&|it| it["filter"] = json!(["organisation/algue", "organisation/algue"])),
    );
    let kept = told.find(SENT, 1)["data"]["evidence"].clone();
    add("another document", 1, SENT, sent(&|it| it["evidence"] = kept.clone()));
    let two = json!([kept[0], kept[0]]);
    add("two documents", 1, SENT, sent(&|it| it["evidence"] = two.clone()));
    let gone = told.id(SENT, 0);
    let again = json!({"reason": "Encore."});
    add("a mark withdrawn twice", 1, "jalon.entry.withdrawn", about(gone, again));
    let one = told.id(SENT, 1);
    add("a mark confirmed", 1, "jalon.entry.confirmed", about(one, json!({"version": told.hash(one)})));
    add(
        "a mark corrected",
        1,
        "jalon.entry.withdrawn",
        about(one, json!({"correction": one.to_string(), "reason": "Non."})),
    );
}

fn on_samples(told: &Told, lines: &[Vec<u8>], add: Add<'_>) {
    const DRAWN: &str = "jalon.sample.drawn";
    const TESTED: &str = "jalon.sample.tested";
    let drawn = |change: &dyn Fn(&mut Value)| {
        let mut data = super::later::drawn(lines, "quai-2022");
        change(&mut data);
        json!({"data": data})
    };
    let size = lines.len();
    add("a sample of more entries than there are", 1, DRAWN, drawn(&|it| it["size"] = (size + 1).into()));
    add("a sample of another head", 1, DRAWN, drawn(&|it| it["head"] = "0".repeat(64).into()));
    add("a sample by no plan", 1, DRAWN, drawn(&|it| it["plan"] = "phare-2022".into()));
    add("a sample of no value", 1, DRAWN, drawn(&|it| it["indicator"] = "phares".into()));
    add("a sample of no such method", 1, DRAWN, drawn(&|it| it["method"] = "luck".into()));
    add("a sample of nothing", 1, DRAWN, drawn(&|it| it["items"] = 0.into()));
    add("a seed of two lines", 1, DRAWN, drawn(&|it| it["seed"] = "a\nb".into()));
    add("an amount that is none", 1, DRAWN, drawn(&|it| it["above"] = "1,000".into()));
    add("a body that is not there", 1, DRAWN, drawn(&|it| it["filter"] = json!(["organisation/zinc"])));
    let (entry, version) = super::later::first_activity(lines);
    let sample = told.id(DRAWN, 0);
    let tested = |change: &dyn Fn(&mut Value)| {
        let mut data = json!({"exception": false, "sample": sample.to_string(), "version": version});
        change(&mut data);
        about(entry, data)
    };
    let withdrawn = told.id(DRAWN, 1).to_string();
    add("a test in no sample", 1, TESTED, tested(&|it| it["sample"] = entry.to_string().into()));
    add("a test in what was withdrawn", 1, TESTED, tested(&|it| it["sample"] = withdrawn.clone().into()));
    add("a test of no version", 1, TESTED, tested(&|it| it["version"] = "0".repeat(64).into()));
    let other = told.hash(sample);
    add("a test of another entry's version", 1, TESTED, tested(&|it| it["version"] = other.clone().into()));
    add("a test on a day to come", 1, TESTED, tested(&|it| it["on"] = "2999-01-01".into()));
    add("a test of what is no record", 1, TESTED, {
        about(sample, json!({"exception": false, "sample": sample.to_string(), "version": other}))
    });
    add(
        "a test that says nothing",
        1,
        TESTED,
        tested(&|it| drop(it.as_object_mut().unwrap().remove("exception"))),
    );
    add(
        "a sample withdrawn twice",
        1,
        "jalon.entry.withdrawn",
        about(told.id(DRAWN, 1), json!({"reason": "Non."})),
    );
}

fn on_what_was_added(told: &Told, add: Add<'_>) {
    const ADDED: &str = "jalon.evidence.added";
    let to = |entry: EntryId| addition(&entry.to_string().into());
    add("added to nothing", 1, ADDED, to(EntryId::new(uuid::Uuid::nil())));
    add("added to a correction", 1, ADDED, to(told.id("jalon.entry.corrected", 0)));
    add("added to a definition", 1, ADDED, to(told.id("jalon.indicator.defined", 0)));
    add("added to an addition", 1, ADDED, to(told.id(ADDED, 0)));
    add("added to a user", 1, ADDED, to(told.id("jalon.user.registered", 0)));
    add("added to what is withdrawn", 1, ADDED, to(told.about("jalon.entry.withdrawn", 2)));
    add("added to a note withdrawn", 1, ADDED, to(told.id("jalon.note.recorded", 1)));
    add("added to a mark withdrawn", 1, ADDED, to(told.id("jalon.table.published", 0)));
    let gone = told.id("jalon.batch.started", 1).to_string();
    let of_batch = told.0.iter().find(|it| it["correlationid"] == gone.as_str()).unwrap();
    add("added to an import withdrawn", 1, ADDED, addition(&of_batch["id"]));
    let held = told.id("example.quai.workshop.held", 0);
    let mut none = to(held);
    none["data"]["evidence"] = json!([]);
    add("no document", 1, ADDED, none);
    let mut corrected = to(held);
    corrected["correctedid"] = held.to_string().into();
    add("an addition that corrects", 1, ADDED, corrected);
    let mut dated = to(held);
    dated["occurredfrom"] = "2024-01-01".into();
    dated["occurredto"] = "2024-01-01".into();
    add("an addition with days", 1, ADDED, dated);
    let again = json!({"reason": "Encore."});
    add("an addition withdrawn twice", 1, "jalon.entry.withdrawn", about(told.id(ADDED, 1), again.clone()));
    let one = told.id(ADDED, 0);
    add("an addition confirmed", 1, "jalon.entry.confirmed", about(one, json!({"version": told.hash(one)})));
    let correction = json!({"correction": one.to_string(), "reason": "Non."});
    add("a correction of an addition", 1, "jalon.entry.withdrawn", about(one, correction));
}

fn on_persons_erased(told: &Told, add: Add<'_>) {
    const ASKED: &str = "jalon.person.erasurerequested";
    const ERASED: &str = "jalon.person.erased";
    let subject = |nth: usize| told.find(ASKED, nth)["subject"].as_str().unwrap();
    let (gone, asked) = (subject(0), subject(1));
    add("asked for twice", 1, ASKED, request(asked));
    add("asked for once it is done", 1, ASKED, request(gone));
    add("an organisation erased", 1, ASKED, request("organisation/algue"));
    add("no reason", 1, ASKED, json!({"data": {}, "subject": asked}));
    let done = |person: &str, request: EntryId, key: &str| json!({"data": {"key": key, "request": request.to_string()}, "subject": person});
    let requests = [told.id(ASKED, 0), told.id(ASKED, 1)];
    add("done twice", 1, ERASED, done(gone, requests[0], "destroyed"));
    add("another's request", 1, ERASED, done(asked, requests[0], "destroyed"));
    add("not asked for", 1, ERASED, done("person/01a20b48-0ce8-7d28-a778-2ac496f8cf87", requests[1], "lost"));
    add("a key kept", 1, ERASED, done(asked, requests[1], "kept"));
    let study = told.find("example.quai.study.published", 0);
    let occurred = [("occurredfrom", "2023-12-01"), ("occurredto", "2023-12-01")];
    let mut again = json!({"data": study["data"]});
    for (name, day) in &occurred {
        again[*name] = (*day).into();
    }
    add("sealed once more for whom is erased", 1, "example.quai.study.published", again);
    let mut named = json!({"data": told.find("jalon.person.changed", 0)["data"], "subject": asked});
    for (name, day) in &occurred {
        named[*name] = (*day).into();
    }
    add("named once more who is to be erased", 1, "jalon.person.changed", named);
    let standing = told.id("example.quai.study.published", 0);
    let mut content = study["data"].clone();
    content["fields"]["contact"]["sealed"] = "0".repeat(64).into();
    let data = json!({"content": content, "reason": "Autre.", "replaces": told.hash(standing)});
    let mut correction = about(standing, data);
    for (name, day) in &occurred {
        correction[*name] = (*day).into();
    }
    add("corrected with another seal for whom is erased", 1, "jalon.entry.corrected", correction);
}

#[test]
fn none_may_follow() {
    let lines = super::later::all();
    for (why, line) in strangers(&lines) {
        let with: Vec<Vec<u8>> = lines.iter().cloned().chain([line.clone()]).collect();
        let text = String::from_utf8_lossy(&line).into_owned();
        let fault = jalon::audit::verify_lines(with.iter().cloned().map(Ok)).map_err(|it| it.to_string());
        assert!(fault.is_err(), "{why}: {text}");
        // The same by one that reads every line in full.
        assert_eq!(in_full(&with).map_err(|it| it.to_string()), fault, "{why}");
    }
}
