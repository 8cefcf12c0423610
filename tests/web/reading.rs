//! The pages that are read: what the address says, and where it leads.

use axum::http::StatusCode;
use jalon::log::MemoryLog;

use super::refusals::visitor;
use super::visitor::Visitor;
use crate::invented::House;

/// The links of a page to our own pages.
fn links(text: &str) -> Vec<String> {
    let hrefs = text.split("href=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(href, _)| href);
    hrefs
        .filter(|href| href.starts_with('/'))
        .map(|href| href.replace("&#38;", "&").replace("&amp;", "&"))
        .collect()
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    let visitor = visitor();
    visitor.done(
        "/record/workshop.held",
        &[("on", "2024-01-15"), ("f.attendees", "7"), ("f.partners", "algue")],
    );
    let mut waiting = vec!["/".to_owned()];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(path) = waiting.pop() {
        let path = path.split('#').next().unwrap().to_owned();
        if seen.len() > 250 || !seen.insert(path.clone()) {
            continue;
        }
        let page = visitor.get(&path);
        assert!(
            page.status == StatusCode::OK || page.status == StatusCode::SEE_OTHER,
            "{path}: {}",
            page.status
        );
        if page.header("content-type").starts_with("text/html") {
            let text = page.text();
            assert!(!text.contains('⟨'), "{path} lacks a message");
            waiting.extend(links(&text));
        }
    }
    assert!(seen.len() > 60, "{}", seen.len());
}

#[test]
fn the_filter_lives_in_the_address() {
    let visitor = visitor();
    let text = visitor.read("/table?as-at=2024-02-01&compare=2023-06-30&with=algue");
    assert!(text.contains("value=\"2024-02-01\"") && text.contains("value=\"algue\""));
    let values: Vec<String> = links(&text).into_iter().filter(|it| it.starts_with("/value/")).collect();
    // A value leads to its own day, whichever of the two that is.
    let of = |day: &str| values.iter().filter(|it| it.contains(&format!("as-at={day}"))).count();
    assert!(values.iter().all(|it| it.contains("with=algue")), "{values:?}");
    assert!(of("2024-02-01") > 0 && of("2023-06-30") > 0, "{values:?}");
    assert_eq!(of("2024-02-01") + of("2023-06-30"), values.len(), "{values:?}");
    let english = links(&text).into_iter().find(|it| it.contains("lang=en")).unwrap();
    assert!(english.starts_with("/table?") && english.contains("with=algue"));
    let known = visitor.read("/table?known-at=2024-02-01&as-at=2024-02-01");
    assert!(known.contains("class=\"scope\""));
}

#[test]
fn what_cannot_be_read_in_an_address_is_told() {
    let visitor = visitor();
    for path in [
        "/table?as-at=hier-ou-demain",
        "/table?with=zzz",
        "/table?plan=zzz",
        "/table?known-at=2024-01-01T00:00",
        "/journal?type=zzz",
        "/journal?from=zzz",
        "/table?as-at=1990",
    ] {
        let page = visitor.get(path);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(page.text().contains("Cela ne se peut"));
    }
    for path in [
        "/value/zzz",
        "/entry/99999",
        "/entry/x",
        "/register/organisation/zzz",
        "/register/zzz/zzz",
        "/record/zzz",
        "/entry/2/correct",
        "/nowhere",
    ] {
        assert_eq!(visitor.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn the_language_that_is_chosen_stays() {
    let visitor = visitor();
    let page = visitor.get("/journal?lang=en");
    assert!(page.text().contains("<html lang=\"en\">"));
    let kept = page.headers.get_all("set-cookie").iter().map(|it| it.to_str().unwrap()).collect::<Vec<_>>();
    assert!(kept.iter().any(|it| it.starts_with("jalon-lang-4747=en;")), "{kept:?}");
    let mut other = visitor;
    other.cookie.push_str("; jalon-lang-4747=en");
    assert!(other.read("/").contains("Dashboard"));
}

#[test]
fn a_ledger_without_a_plan_has_pages_too() {
    let mut ids = crate::invented::Ids::default();
    let log = Box::new(MemoryLog::new(jalon::event::link));
    let now = crate::invented::FIRST.parse().unwrap();
    let desk = jalon::ledger::Desk::create(
        log,
        &crate::invented::opening(),
        None,
        crate::invented::author(1),
        now,
        &mut || ids.next(),
    );
    let visitor = Visitor::of(desk.unwrap());
    for path in ["/", "/journal", "/register", "/checks", "/record", "/note", "/entry/0"] {
        visitor.read(path);
    }
    assert_eq!(visitor.get("/table").status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn charts_agree_with_their_table_and_hold_no_style() {
    let house = House::new(Box::new(MemoryLog::new(jalon::event::link)));
    let visitor = Visitor::of(house.desk);
    visitor.done("/record/workshop.held", &[("on", "2024-01-15"), ("f.attendees", "7")]);
    let table = visitor.read("/table");
    let value = links(&table).into_iter().find(|it| it.starts_with("/value/")).unwrap();
    for theme in ["", "?theme=dark"] {
        let chart = visitor.get(&format!("{value}/chart.svg{theme}"));
        assert_eq!(chart.header("content-type"), "image/svg+xml");
        assert!(chart.text().starts_with("<svg") && !chart.text().contains("style="));
    }
    let series = visitor.get(&format!("{value}/series.csv"));
    assert!(series.text().starts_with("as_at,delivered,target,percent\r\n2022-06-30,"));
    assert!(series.header("content-disposition").starts_with("attachment"));
}

#[test]
fn names_are_offered_by_what_is_typed_and_by_kind() {
    let visitor = visitor();
    assert_eq!(visitor.read("/names?text=ALG&kind=organisation"), "[\"algue\"]");
    assert_eq!(visitor.read("/names?text=alg&kind=project"), "[]");
    assert_eq!(visitor.read("/names?text=dig&kind=project&kind=organisation"), "[\"digue\"]");
    assert_eq!(visitor.get("/names?text=a").header("content-type"), "application/json");
}

#[test]
fn what_takes_longer_can_follow_its_page() {
    let visitor = visitor();
    visitor.done("/note", &[("text", "à suivre")]);
    assert_eq!(visitor.read("/part/badge"), "<span class=\"badge\">1</span>");
    assert!(visitor.read("/part/open").contains("/checks#note"));
    assert!(visitor.read("/part/trend").contains("<table class=\"trend\">"));
    assert_eq!(visitor.get("/part/nothing").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_body_has_its_parts_and_is_not_named_in_each_line() {
    let visitor = visitor();
    for (kind, pairs) in [
        ("workshop.held", &[("subject", "digue"), ("f.attendees", "7"), ("f.partners", "algue; dune")][..]),
        ("grant.received", &[("subject", "digue"), ("f.amount", "500"), ("f.funder", "brise")]),
    ] {
        let pairs: Vec<(&str, &str)> = pairs.iter().copied().chain([("on", "2024-01-15")]).collect();
        visitor.done(&format!("/record/{kind}"), &pairs);
    }
    let page = visitor.read("/register/project/digue");
    let journal = page.split_once("id=\"journal\"").unwrap().1;
    assert!(journal.contains("algue, dune") && journal.contains("brise"), "{journal}");
    let entries = journal.split_once("</ol>").unwrap().0;
    assert!(!entries.contains("digue"), "{entries}");
    let [partners, money] = ["3 organisations", "Argent"].map(|it| page.find(it).unwrap());
    assert!(partners < money && money < page.find("id=\"journal\"").unwrap());
    // Of an organisation, the others of a line stand.
    let other = visitor.read("/register/organisation/algue");
    let other = other.split_once("id=\"journal\"").unwrap().1.split_once("</ol>").unwrap().0;
    assert!(other.contains("dune") && !other.contains("algue"), "{other}");
}

#[test]
fn a_mean_is_explained_by_the_rows_of_its_group() {
    let visitor = visitor();
    visitor.done(
        "/record/workshop.held",
        &[("on", "2024-01-15"), ("f.attendees", "7"), ("f.partners", "algue")],
    );
    let table = visitor.read("/table?as-at=2024-02-01");
    let groups: Vec<String> = links(&table).into_iter().filter(|it| it.starts_with("/group/")).collect();
    assert!(!groups.is_empty(), "{table}");
    for group in groups {
        let page = visitor.read(&group);
        assert!(page.contains("÷") || page.contains("pas de moyenne"), "{group}: {page}");
        assert!(links(&page).iter().any(|it| it.starts_with("/value/") && it.contains("as-at=2024-02-01")));
    }
    assert_eq!(visitor.get("/group/zzz").status, StatusCode::NOT_FOUND);
}
