//! Names and texts that would break a page or run: none does.

use axum::http::StatusCode;
use jalon::log::MemoryLog;

use super::visitor::Visitor;
use crate::invented::{House, body, on};
use jalon::ledger::Command;
use jalon::plan::{BodyFact, Words};

const NAMES: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"http://evil.example\")",
    "' onmouseover='alert(1)",
    "</title></textarea></select><b>",
    "{{ 7*7 }} & &lt;",
];

fn visitor() -> Visitor {
    let mut house = House::new(Box::new(MemoryLog::new(jalon::event::link)));
    for (at, name) in NAMES.into_iter().enumerate() {
        let fact = BodyFact { name: Some(Words::both(name)), ..BodyFact::default() };
        let body = body(&format!("organisation/hostile-{at}"));
        house.does(Command::Register { body, occurred: on("2023-01-01"), fact });
    }
    Visitor::of(house.desk)
}

/// Nothing in a page runs that is not a file of ours.
fn is_quiet(path: &str, text: &str) {
    let lower = text.to_lowercase();
    for scripts in lower.split("<script").skip(1) {
        assert!(scripts.starts_with(" src=\"/assets/"), "{path} holds a script");
    }
    for forbidden in ["<img src=x", " style=", "javascript:", "<b>"] {
        let at = lower.find(forbidden);
        assert!(
            at.is_none(),
            "{path} holds {forbidden}: {:?}",
            at.map(|at| &lower[at.saturating_sub(80)..at + 40])
        );
    }
    assert!(!text.contains("' onmouseover='"), "{path}");
}

#[test]
fn hostile_names_neither_break_a_page_nor_run() {
    let visitor = visitor();
    for name in NAMES {
        let fields = [
            ("on", "2024-01-15"),
            ("f.title", name),
            ("f.partners", name),
            ("note", name),
            ("subject", name),
        ];
        let page = visitor.post("/record/workshop.held", &fields);
        // A name that may not be read as one of several is asked back, on a page.
        assert!([StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY].contains(&page.status));
        is_quiet("/record/workshop.held", &page.text());
        visitor.done("/note", &[("text", name)]);
        // What comes back with a form is escaped too, and so is what a mark says.
        let documents: [(&str, &[u8]); 1] = [("<script>.html", b"<script>alert(1)</script>")];
        let refused = visitor.send_parts("/note", &[("on", name), ("text", name)], &documents);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        is_quiet("/note", &refused.text());
        let form = visitor.read("/table/sent");
        let size = super::visitor::between(&form, "name=\"size\" value=\"", "\"");
        is_quiet(
            "/table/sent",
            &visitor.send_parts("/table/sent", &[("to", name), ("on", name)], &[]).text(),
        );
        let sent = visitor.send_parts("/table/sent", &[("to", name), ("size", size)], &[]);
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let preview = visitor.post("/record/workshop.held/preview", &fields);
        assert_eq!(preview.status, StatusCode::OK);
        is_quiet("preview", &preview.text());
    }
    let places: Vec<String> = (0..visitor.size()).map(|place| format!("/entry/{place}")).collect();
    let bodies: Vec<String> =
        (0..NAMES.len()).map(|at| format!("/register/organisation/hostile-{at}")).collect();
    let sent = ["/value/workshops", "/value/workshops/published"].map(str::to_owned);
    let pages =
        ["/", "/table", "/journal", "/register", "/checks", "/record", "/note", "/record/workshop.held"];
    for path in pages.into_iter().map(str::to_owned).chain(places).chain(bodies).chain(sent) {
        is_quiet(&path, &visitor.read(&path));
    }
    let journal = visitor.read("/journal");
    assert!(journal.contains("<bdi>&#60;script&#62;alert(1)&#60;/script&#62;</bdi>"), "{journal}");
}

#[test]
fn what_stands_in_the_address_is_escaped_too() {
    let visitor = visitor();
    let hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for path in [
        "/table?as-at=",
        "/table?with=",
        "/table?plan=",
        "/table?known-at=",
        "/journal?text=",
        "/journal?type=",
        "/record?type=",
        "/register?text=",
        "/record?note=",
        "/?with=",
        "/?plan=",
        "/table/sent?with=",
        "/part/trend?with=",
        "/record/workshop.held?copy=",
        "/record/workshop.held?partof=",
    ] {
        is_quiet(path, &visitor.get(&format!("{path}{hostile}")).text());
    }
    is_quiet("path", &visitor.get(&format!("/value/{hostile}")).text());
    assert_eq!(visitor.get(&format!("/entry/{hostile}")).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_word_of_ten_thousand_letters_and_a_right_to_left_override_are_told() {
    let visitor = visitor();
    let long = "x".repeat(10_000);
    for text in [long.as_str(), "\u{202e}gnp.exe"] {
        let fields = [("on", "2024-01-15"), ("f.title", text)];
        let page = visitor.post("/record/workshop.held", &fields);
        if page.status == StatusCode::SEE_OTHER {
            let shown = visitor.read(page.header("location"));
            assert!(shown.contains(&format!("<bdi>{text}</bdi>")));
        } else {
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let text = super::visitor::encoded(text);
        assert_eq!(visitor.get(&format!("/journal?text={text}")).status, StatusCode::OK);
    }
}

#[test]
fn a_document_is_given_to_be_kept_and_never_shown() {
    let visitor = visitor();
    let page = visitor.get(&format!("/document/{}", "0".repeat(64)));
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let place = visitor.upload("page.html", b"<script>alert(1)</script>");
    let entry = visitor.read(&place);
    let path = super::visitor::between(&entry, "href=\"/document/", "\"");
    let document = visitor.get(&format!("/document/{path}"));
    assert_eq!(document.status, StatusCode::OK);
    assert_eq!(document.header("content-type"), "application/octet-stream");
    assert_eq!(document.header("content-disposition"), "attachment; filename*=UTF-8''page.html");
    assert_eq!(document.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(document.bytes, b"<script>alert(1)</script>");
}
