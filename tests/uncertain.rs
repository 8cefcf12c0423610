//! What is not certain is neither guessed nor hidden: days on both sides of
//! the date, keys that are not stated, ids that a merge has gone with.

use jalon::event::{Activity, EntryId, Exact, Period, decode};
use jalon::figures::{Filter, PlanChoice, Question, Reason, Ruling, Total, Value, explain};
use jalon::ledger::{Command, NewActivity, NewTotal, PlanText};
use jalon::log::MemoryLog;
use jalon::plan::{BodyFact, Kind, Rule, Words};

use crate::invented::{House, body, citation, day};

fn house() -> House {
    House::new(Box::new(MemoryLog::new(jalon::event::link)))
}

/// Days as `2023-04-01` or `2023-04-01..2023-05-02`.
fn days(text: &str) -> Period {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    Period::new(day(from), day(to)).unwrap()
}

fn activity(kind: &str, within: &str, fields: &str) -> NewActivity {
    let fields = decode(fields.as_bytes()).unwrap();
    NewActivity {
        id: None,
        kind: kind.into(),
        occurred: days(within),
        subject: None,
        activity: Activity { fields, ..Activity::default() },
    }
}

fn record(house: &mut House, kind: &str, within: &str, fields: &str) -> EntryId {
    house.does(Command::Record(activity(kind, within, fields)))
}

/// Adopts the plan with one rule changed.
fn revise(house: &mut House, indicator: &str, change: impl Fn(&mut Rule)) {
    let mut head = crate::invented::head();
    let groups = head.objective.iter_mut().flat_map(|it| &mut it.group);
    let mut indicators = groups.flat_map(|it| &mut it.indicator);
    change(&mut indicators.find(|it| it.id == indicator).unwrap().rule);
    house.does(Command::Plan(PlanText { head }));
}

fn value(house: &House, indicator: &str, at: &str) -> Value {
    let state = house.desk.state();
    let ruling = Ruling::at(state, &PlanChoice::default(), day(at)).unwrap();
    let question = Question::new(state, &ruling, day(at), Filter::default());
    explain(&question, ruling.indicator(indicator).unwrap()).value.as_ref().clone()
}

fn number(value: Option<&Exact>) -> Option<String> {
    value.and_then(Exact::to_decimal)
}

/// Delivered, low and high, `-` for none.
fn bounds(value: &Value) -> String {
    let parts = [&value.delivered, &value.low, &value.high];
    let words = parts.map(|it| number(it.as_ref()).unwrap_or_else(|| "-".into()));
    words.join(" ")
}

const CRABE: &str = r#"{"member":"organisation/crabe"}"#;

#[test]
fn what_may_take_away_has_a_lower_bound_and_is_no_at_least() {
    let mut house = house();
    record(&mut house, "grant.received", "2023-08-01", r#"{"amount":{"amount":"1000.00","currency":"CAD"}}"#);
    let refund = r#"{"amount":{"amount":"-300.00","currency":"CAD"}}"#;
    record(&mut house, "grant.received", "2023-09-01..2023-11-01", refund);
    let value = value(&house, "grants", "2023-10-01");
    assert_eq!(bounds(&value), "1000 700 1000");
    assert!(!value.at_least);
}

#[test]
fn what_closes_on_both_sides_of_the_date_leaves_nothing_certain() {
    let mut house = house();
    record(&mut house, "member.joined", "2023-01-01", CRABE);
    record(&mut house, "member.left", "2023-03-01..2023-05-01", CRABE);
    assert_eq!(bounds(&value(&house, "members", "2023-02-28")), "1 - -");
    assert_eq!(bounds(&value(&house, "members", "2023-03-31")), "- 0 1");
    assert_eq!(bounds(&value(&house, "members", "2023-05-01")), "0 - -");
    let different = value(&house, "members-different", "2023-03-31");
    assert_eq!(bounds(&different), "- 0 1");
}

#[test]
fn a_measure_of_no_key_is_added_to_none() {
    let mut house = house();
    revise(&mut house, "audience", |rule| rule.per = Some("subject".into()));
    let measured = r#"{"people":10,"platform":"radio"}"#;
    let about = NewActivity {
        subject: Some(body("project/phare")),
        ..activity("audience.measured", "2023-08-01", measured)
    };
    house.does(Command::Record(about));
    record(&mut house, "audience.measured", "2023-09-01", r#"{"people":100,"platform":"radio"}"#);
    let value = value(&house, "audience", "2024-02-02");
    assert_eq!(number(value.delivered.as_ref()).as_deref(), Some("10"));
    assert_eq!(value.not_counted[0].reason, Reason::KeyNotStated("subject".into()));
}

#[test]
fn a_rule_that_names_a_body_knows_it_under_its_other_ids() {
    let mut house = house();
    let named = r#"[{"path":"funder","is":["organisation/brise"]}]"#;
    revise(&mut house, "grants-year", |rule| rule.from[0].conditions = serde_json::from_str(named).unwrap());
    let grant = r#"{"amount":{"amount":"5.00","currency":"CAD"},"funder":"organisation/brise"}"#;
    record(&mut house, "grant.received", "2023-08-01", grant);
    let before = value(&house, "grants-year", "2024-03-01");
    let merge = Command::Merge {
        gone: body("organisation/brise"),
        kept: body("organisation/crabe"),
        reason: "une seule".into(),
    };
    house.does(merge);
    assert_eq!(number(before.delivered.as_ref()).as_deref(), Some("5"));
    assert_eq!(value(&house, "grants-year", "2024-03-01").delivered, before.delivered);
}

#[test]
fn one_body_named_three_times_contradicts_no_total_of_one() {
    let mut house = house();
    let known = ["algue", "dune"];
    for name in known {
        let workshop = format!(r#"{{"attendees":9,"partners":["organisation/{name}"]}}"#);
        record(&mut house, "workshop.held", "2023-08-01", &workshop);
    }
    record(&mut house, "workshop.held", "2023-09-01", r#"{"attendees":9,"partners":["organisation/dune"]}"#);
    total(&mut house, "partners-quay", "2023-12-31", "2");
    assert!(!value(&house, "partners-quay", "2023-12-31").contradicts);
    record(&mut house, "workshop.held", "2023-10-01", r#"{"attendees":9,"partners":["organisation/brise"]}"#);
    assert!(value(&house, "partners-quay", "2023-12-31").contradicts);
}

/// A total of an indicator since its first day.
fn total(house: &mut House, indicator: &str, to: &str, value: &str) {
    let total = Total {
        indicator: indicator.into(),
        from: None,
        to: day(to),
        value: jalon::event::json_text(value),
        citation: citation(),
        evidence: vec![],
        note: None,
    };
    house.does(Command::Report(NewTotal { id: None, total }));
}

#[test]
fn who_left_before_a_total_contradicts_none() {
    let mut house = house();
    for name in ["brise", "crabe", "dune"] {
        let member = format!(r#"{{"member":"organisation/{name}"}}"#);
        record(&mut house, "member.joined", "2023-01-01", &member);
        if name != "brise" {
            record(&mut house, "member.left", "2023-02-01", &member);
        }
    }
    let open = |rule: &mut Rule| rule.from[0].conditions.clear();
    revise(&mut house, "members-different", open);
    total(&mut house, "members-different", "2023-12-31", "1");
    let value = value(&house, "members-different", "2024-02-02");
    assert_eq!((bounds(&value).as_str(), value.contradicts), ("1 - -", false));
}

#[test]
fn who_may_have_left_before_a_total_is_in_doubt_once_gone() {
    let mut house = house();
    record(&mut house, "member.joined", "2023-01-01", CRABE);
    record(&mut house, "member.left", "2023-12-01..2024-01-15", CRABE);
    total(&mut house, "members", "2023-12-31", "4");
    assert_eq!(bounds(&value(&house, "members", "2023-12-31")), "4 - -");
    assert_eq!(bounds(&value(&house, "members", "2024-01-31")), "4 3 4");
}

/// Members without a country, of whom one is left at the end of the year, and a
/// total that says how many are.
fn members_of_no_class(house: &mut House, said: &str) -> Value {
    for (name, left) in [("ancre", Some("2023-05-01")), ("bouee", Some("2023-12-31")), ("cale", None)] {
        let id = body(&format!("organisation/{name}"));
        let fact = BodyFact { name: Some(Words::both(name)), ..BodyFact::default() };
        house.does(Command::Register { body: id.clone(), occurred: days("2023-01-01"), fact });
        let member = format!(r#"{{"member":"{id}"}}"#);
        record(house, "member.joined", "2023-02-01", &member);
        left.map(|left| record(house, "member.left", left, &member));
    }
    total(house, "members-different", "2023-12-31", said);
    value(house, "members-different", "2023-12-31")
}

#[test]
fn who_left_before_a_total_contradicts_none_whatever_its_class() {
    let counted = |house: &mut House| {
        revise(house, "members-different", |rule| {
            rule.kind = Kind::Count;
            rule.from[0].key = None;
        });
    };
    // One of the three is there on the last day.
    for (said, contradicts) in [("1", false), ("0", true)] {
        let mut different = house();
        let mut count = house();
        counted(&mut count);
        for house in [&mut different, &mut count] {
            let value = members_of_no_class(house, said);
            assert_eq!((value.contradicts, value.not_counted.len()), (contradicts, 3));
        }
    }
}
