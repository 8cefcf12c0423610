//! Reconciling a draft through pages: it is read, what is to be settled is shown,
//! and the list is given as a file. Nothing is recorded.

use axum::http::StatusCode;

use super::hostile::{NAMES, is_quiet};
use super::refusals::visitor;

const DRAFT: &str = "line,measure,words,delivered\n1,visites,douze visites,12\n9,visites,,14\n";

#[test]
fn a_draft_is_compared_and_the_list_to_settle_is_given() {
    let visitor = visitor();
    let before = visitor.read("/journal");
    assert!(visitor.read("/reconcile").contains("action=\"/reconcile\""));
    let page = visitor.send_file("/reconcile", &[("as-at", "2024-03-31")], "é.csv", DRAFT.as_bytes());
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    let to = page.header("location").to_owned();
    assert!(to.ends_with("?as-at=2024-03-31"), "{to}");
    let shown = visitor.read(&to);
    assert!(shown.contains("12 ≠ 14") && shown.contains("douze visites"), "{shown}");
    let english = visitor.read(&format!("{to}&lang=en"));
    assert!(english.contains("several values of one indicator"), "{english}");
    let (path, query) = to.split_once('?').unwrap();
    let md = visitor.get(&format!("{path}/md?{query}&lang=fr"));
    assert!(md.text().starts_with("# Rapprochement"), "{}", md.text());
    let xlsx = visitor.get(&format!("{path}/xlsx?{query}"));
    assert!(xlsx.header("content-type").contains("spreadsheetml"));
    assert_eq!(visitor.get(&format!("{path}/pdf?{query}")).status, StatusCode::NOT_FOUND);
    visitor.read("/?lang=fr");
    assert_eq!(visitor.read("/journal"), before);
}

#[test]
fn what_cannot_be_read_is_told_where_it_is_chosen() {
    let visitor = visitor();
    for (name, bytes, told) in [
        ("a.csv", "place,line\nx,1\n", "indicator"),
        ("a.md", "rien\n", "aucun nombre"),
        ("a.csv", "line,measure,counts,delivered\n3,x,liste,4\n", "a.csv:2:3"),
        ("a.csv", "line,words,names,date,presented\n3,x,y,32 mars,FY2024\n", "a.csv:2:7"),
    ] {
        let page = visitor.send_file("/reconcile", &[], name, bytes.as_bytes());
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains(told), "{name}: {}", page.text());
    }
    let none = visitor.send_parts("/reconcile", &[], &[]);
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(visitor.get("/reconcile/nothing").status, StatusCode::NOT_FOUND);
    let odd = visitor.send_file("/reconcile", &[("as-at", "demain-soir")], "a.csv", DRAFT.as_bytes());
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn what_a_draft_says_is_text_and_nothing_else() {
    let visitor = visitor();
    for name in NAMES {
        let cell = name.replace('"', "\"\"");
        let draft = format!("line,measure,words,delivered\n1,v,\"{cell}\",12\n9,v,,14\n");
        let page = visitor.send_file("/reconcile", &[], "a.csv", draft.as_bytes());
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
        is_quiet(name, &visitor.read(page.header("location")));
    }
}
