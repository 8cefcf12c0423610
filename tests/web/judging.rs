//! What is said about an entry from its page: approved, rejected, withdrawn in
//! part, a total corrected.

use axum::http::StatusCode;
use jalon::event::{Activity, json_text};
use jalon::figures::Total;
use jalon::ledger::{Command, NewActivity, NewTotal};
use jalon::log::MemoryLog;

use super::recording::recorded;
use super::refusals::visitor;
use super::visitor::{Visitor, between};
use crate::invented::{House, citation, day, on};

/// Over a ledger in which another recorded a study, and its path.
fn with_study() -> (Visitor, String) {
    let mut house = House::new(Box::new(MemoryLog::new(jalon::event::link)));
    let new = NewActivity {
        id: None,
        kind: "study.published".into(),
        occurred: on("2024-01-15"),
        subject: None,
        activity: Activity { note: Some("Les marées".into()), ..Activity::default() },
    };
    house.tries(Command::Record(new), 2).unwrap();
    let place = house.desk.state().size() - 1;
    (Visitor::of(house.desk), format!("/entry/{place}"))
}

/// That a page shows the receipt of the last entry: its number and its hash.
fn assert_receipt(visitor: &Visitor, path: &str) {
    let page = visitor.read(path);
    let last = visitor.size() - 1;
    let hash = visitor.office.alone().state().hash(last).unwrap().short();
    let receipt = between(&page, "data-saved", "</p>");
    assert!(receipt.contains(&format!("nº {last} · {hash}")), "{receipt}");
}

#[test]
fn the_receipt_of_an_act_is_its_own() {
    let (visitor, entry) = with_study();
    let version =
        between(&visitor.read(&format!("{entry}/approve")), "name=\"version\" value=\"", "\"").to_owned();
    for (act, fields) in [
        ("approve", [("version", version.as_str())]),
        ("reject", [("reason", "pas publiée")]),
        ("withdraw", [("reason", "deux fois")]),
    ] {
        let done = visitor.done(&format!("{entry}/{act}"), &fields);
        assert_receipt(&visitor, &done);
    }
    // An entry that is about another one is no receipt of this one.
    let other = visitor.read(&format!("{entry}?saved=1&act=0"));
    let place = entry.rsplit('/').next().unwrap();
    assert!(between(&other, "data-saved", "</p>").contains(&format!("nº {place} ")), "{other}");
}

#[test]
fn why_nothing_is_done_is_said_once() {
    let (visitor, entry) = with_study();
    let page = visitor.post(&format!("{entry}/confirm"), &[]).text();
    assert_eq!(page.matches("il n’y a rien à confirmer").count(), 1, "{page}");
}

#[test]
fn nobody_judges_what_they_recorded() {
    let visitor = visitor();
    let to = visitor.done("/record/study.published", &[("on", "2024-01-15"), ("note", "Les marées")]);
    let path = to.replace("?saved=1", "/approve");
    assert!(visitor.read(&path).contains("Personne n’approuve"));
    assert_eq!(visitor.post(&path, &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn what_waits_for_approval_is_shown_and_judged() {
    let (visitor, entry) = with_study();
    assert!(visitor.read("/").contains("En attente d’approbation"));
    let page = visitor.read(&entry);
    let (approve, reject) = (format!("{entry}/approve"), format!("{entry}/reject"));
    assert!(page.contains(&format!("href=\"{approve}\"")) && page.contains(&format!("href=\"{reject}\"")));
    let form = visitor.read(&approve);
    assert!(form.contains("→") && form.contains("name=\"version\""), "{form}");
    let version = between(&form, "name=\"version\" value=\"", "\"").to_owned();
    // Another version than the one that was seen is told.
    let other = visitor.post(&approve, &[("version", &"0".repeat(64))]);
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    visitor.done(&approve, &[("version", &version)]);
    let page = visitor.read(&entry);
    assert!(page.contains("approuvée par") && !page.contains(&format!("href=\"{approve}\"")), "{page}");
    assert!(!visitor.read("/").contains("En attente d’approbation"));
    assert_eq!(visitor.post(&reject, &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
    visitor.done(&reject, &[("reason", "pas publiée")]);
    assert!(visitor.read(&entry).contains("pas publiée"));
}

#[test]
fn one_correction_is_withdrawn_alone() {
    let visitor = visitor();
    let place = recorded(&visitor);
    let fields =
        [("on", "2024-01-15"), ("f.attendees", "12"), ("f.site", "quay"), ("f.partners", "algue; dune")];
    let with: Vec<_> = fields.into_iter().chain([("reason", "recompté")]).collect();
    visitor.done(&format!("/entry/{place}/correct"), &with);
    let page = visitor.read(&format!("/entry/{place}"));
    let path = format!("/entry/{}", between(&page, "<p><a href=\"/entry/", "\""));
    assert!(path.ends_with("/withdraw") && path != format!("/entry/{place}/withdraw"), "{path}");
    let form = visitor.read(&path);
    assert!(form.contains("Retirer cette rectification") && form.contains("12"), "{form}");
    assert_eq!(visitor.post(&path, &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = visitor.done(&path, &[("reason", "à tort")]);
    assert_eq!(done, format!("/entry/{place}?saved=1&act={}", visitor.size() - 1));
    assert_receipt(&visitor, &done);
    let page = visitor.read(&format!("/entry/{place}"));
    assert!(
        page.contains("1\u{a0}250") && page.contains("à tort") && !page.contains("class=\"gone\""),
        "{page}"
    );
    assert_eq!(visitor.post(&path, &[("reason", "encore")]).status, StatusCode::UNPROCESSABLE_ENTITY);
}

fn with_total() -> (Visitor, String) {
    let mut house = House::new(Box::new(MemoryLog::new(jalon::event::link)));
    let total = Total {
        indicator: "workshops".into(),
        from: None,
        to: day("2023-12-31"),
        value: json_text("7"),
        citation: citation(),
        evidence: vec![],
        note: None,
    };
    house.does(Command::Report(NewTotal { id: None, total }));
    let place = house.desk.state().size() - 1;
    (Visitor::of(house.desk), format!("/entry/{place}"))
}

#[test]
fn a_total_is_corrected_with_its_reason() {
    let (visitor, entry) = with_total();
    let path = format!("{entry}/correct");
    assert!(visitor.read(&entry).contains(&format!("href=\"{path}\"")));
    let form = visitor.read(&path);
    assert!(form.contains("value=\"7\"") && form.contains("value=\"2023-12-31\""), "{form}");
    assert!(form.contains("Rapport inventé"));
    let replaces = between(&form, "name=\"replaces\" value=\"", "\"").to_owned();
    let mut fields = vec![
        ("value", "9"),
        ("to", "2023-12-31"),
        ("from", ""),
        ("note", "lu de nouveau"),
        ("source", "Rapport inventé"),
        ("section", ""),
        ("line", "8"),
        ("words", ""),
        ("replaces", replaces.as_str()),
    ];
    let preview = visitor.post(&format!("{path}/preview"), &fields).text();
    assert!(preview.contains("→") && preview.contains('9'), "{preview}");
    assert_eq!(visitor.post(&path, &fields).status, StatusCode::UNPROCESSABLE_ENTITY, "it needs a reason");
    fields.push(("reason", "mal lu"));
    visitor.done(&path, &fields);
    let page = visitor.read(&entry);
    assert!(page.contains("mal lu") && page.contains("lu de nouveau"), "{page}");
    // The version that was seen stands no more.
    assert_eq!(visitor.post(&path, &fields).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_total_that_cannot_be_read_is_told_at_its_field() {
    let (visitor, entry) = with_total();
    let path = format!("{entry}/correct");
    let size = visitor.size();
    for (name, typed) in [("value", "beaucoup"), ("value", ""), ("to", "hier ou demain"), ("source", "")] {
        let mut fields = vec![("value", "7"), ("to", "2023-12-31"), ("source", "R"), ("reason", "x")];
        fields.retain(|(it, _)| *it != name);
        fields.push((name, typed));
        let page = visitor.post(&path, &fields);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(page.text().contains(&format!("id=\"{name}-e\"")), "{name}: {}", page.text());
    }
    assert_eq!(visitor.size(), size);
}

#[test]
fn only_what_there_is_to_say_can_be_said() {
    let visitor = visitor();
    let place = recorded(&visitor);
    let size = visitor.size();
    for path in ["/entry/0/withdraw", "/entry/2/approve", "/entry/99999/reject"] {
        assert_eq!(visitor.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
    let path = format!("/entry/{place}/praise");
    assert_eq!(visitor.get(&path).status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.post(&path, &[]).status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.size(), size);
}
