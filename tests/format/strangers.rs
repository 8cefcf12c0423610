//! Entries that are sound in themselves and may not follow the committed log.

use jalon::event::EntryId;
use serde_json::{Value, json};

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
    on_the_register(&mut add);
    on_plans(&told, &mut add);
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
    add("confirmed after its withdrawal", 1, "jalon.entry.confirmed", about(withdrawn, json!({})));
    add("not planned", 1, "jalon.entry.confirmed", about(standing, json!({})));
    let confirmed = told.about("jalon.entry.confirmed", 0);
    add("confirmed twice", 1, "jalon.entry.confirmed", about(confirmed, json!({})));
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
    add("another prefix", 1, "org.other.workshop.held", dated("2023-01-01", json!({"fields": {}})));
    add("no such type", 1, "example.quai.play.staged", dated("2023-01-01", json!({"fields": {}})));
}

fn on_the_register(add: Add<'_>) {
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

#[test]
fn none_may_follow() {
    let lines = super::committed();
    for (why, line) in strangers(&lines) {
        let with = lines.iter().cloned().chain([line.clone()]).map(Ok);
        let text = String::from_utf8_lossy(&line).into_owned();
        assert!(jalon::audit::verify_lines(with).is_err(), "{why}: {text}");
    }
}
