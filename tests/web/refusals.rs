//! What is refused before any page is made.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use jalon::log::MemoryLog;

use super::visitor::{HOST, Visitor, between, form};
use crate::invented::House;

pub(super) fn visitor() -> Visitor {
    Visitor::of(House::new(Box::new(MemoryLog::new(jalon::event::link))).desk)
}

fn asked(visitor: &Visitor, method: Method, path: &str, heads: &[(&str, &str)]) -> StatusCode {
    let mut request = Request::builder().method(method).uri(path);
    for (name, text) in heads {
        request = request.header(*name, *text);
    }
    let body = form(&[("form", &visitor.secret), ("text", "une note")]);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    visitor.send(request.body(Body::from(body)).unwrap()).status
}

#[test]
fn another_host_is_refused_before_all_else() {
    let visitor = visitor();
    let cookie = visitor.cookie.as_str();
    for host in
        ["evil.example:4747", "127.0.0.1", "127.0.0.1:4748", "localhost.evil.example:4747", "", "[::1]:4747"]
    {
        for path in ["/", "/assets/jalon.css", "/table"] {
            let status = asked(&visitor, Method::GET, path, &[("host", host), ("cookie", cookie)]);
            assert_eq!(status, StatusCode::MISDIRECTED_REQUEST, "{host} {path}");
        }
    }
    assert_eq!(asked(&visitor, Method::GET, "/", &[("cookie", cookie)]), StatusCode::MISDIRECTED_REQUEST);
    let local = [("host", "localhost:4747"), ("cookie", cookie)];
    assert_eq!(asked(&visitor, Method::GET, "/", &local), StatusCode::OK);
}

#[test]
fn what_changes_something_must_come_from_a_page_of_ours() {
    let visitor = visitor();
    let (size, cookie) = (visitor.size(), visitor.cookie.as_str());
    let own = "http://127.0.0.1:4747";
    for heads in [
        vec![],
        vec![("origin", "http://evil.example")],
        vec![("origin", "null")],
        vec![("origin", "https://127.0.0.1:4747")],
        vec![("origin", "http://127.0.0.1:4748")],
        vec![("origin", own), ("sec-fetch-site", "cross-site")],
        vec![("origin", own), ("sec-fetch-site", "same-site")],
    ] {
        let all: Vec<(&str, &str)> = [("host", HOST), ("cookie", cookie)].into_iter().chain(heads).collect();
        assert_eq!(asked(&visitor, Method::POST, "/note", &all), StatusCode::FORBIDDEN, "{all:?}");
    }
    assert_eq!(visitor.size(), size);
}

#[test]
fn nothing_is_shown_without_the_session() {
    let visitor = visitor();
    let other = format!("jalon-4747={}", "0".repeat(64));
    for cookie in ["", "jalon-4747=", "jalon-4748=1", other.as_str()] {
        for path in ["/", "/table", "/journal", "/entry/3", "/checks", "/record", "/nowhere", "/?token=0"] {
            let status = asked(&visitor, Method::GET, path, &[("host", HOST), ("cookie", cookie)]);
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{path}");
        }
    }
    // Style alone says nothing of the ledger.
    let status = asked(&visitor, Method::GET, "/assets/jalon.css", &[("host", HOST)]);
    assert_eq!(status, StatusCode::OK);
}

#[test]
fn the_printed_address_is_of_use_once() {
    let visitor = visitor();
    let address = visitor.office.address();
    let path = address.strip_prefix("http://127.0.0.1:4747").unwrap();
    let heads = [("host", HOST)];
    assert_eq!(asked(&visitor, Method::GET, path, &heads), StatusCode::SEE_OTHER);
    assert_eq!(asked(&visitor, Method::GET, path, &heads), StatusCode::UNAUTHORIZED);
    assert_ne!(visitor.office.address(), address);
}

#[test]
fn a_form_without_its_secret_is_refused() {
    let mut visitor = visitor();
    let size = visitor.size();
    visitor.secret = "0".repeat(64);
    for path in ["/note", "/record/workshop.held", "/record/workshop.held/preview"] {
        assert_eq!(visitor.post(path, &[("text", "x")]).status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(visitor.size(), size);
}

#[test]
fn a_form_that_is_too_large_is_refused() {
    let visitor = visitor();
    let size = visitor.size();
    let text = "x".repeat(2 << 20);
    let page = visitor.post("/entry/3/withdraw", &[("reason", &text)]);
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(visitor.size(), size);
}

#[test]
fn every_answer_says_what_it_may_do() {
    let visitor = visitor();
    for path in ["/", "/table", "/journal", "/nowhere", "/assets/jalon.js", "/value/nothing"] {
        let page = visitor.get(path);
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "same-origin");
        assert_eq!(page.header("cache-control"), "no-store, private");
    }
}

#[test]
fn the_way_in_keeps_its_path_and_its_query_and_leads_nowhere_else() {
    let visitor = visitor();
    for (asked, to) in [
        ("/table?as-at=2024-02-01&token=T&with=algue", "/table?as-at=2024-02-01&with=algue"),
        ("/?token=T", "/"),
        ("//evil.example/a?token=T", "/evil.example/a"),
        ("/\\evil.example?token=T&b=%2F%2Fevil", "/evil.example?b=%2F%2Fevil"),
    ] {
        let address = visitor.office.address();
        let token = address.split_once("token=").unwrap().1;
        let request = Request::get(asked.replace("=T", &format!("={token}"))).header("host", HOST);
        let page = visitor.send(request.body(Body::empty()).unwrap());
        assert_eq!((page.status, page.header("location")), (StatusCode::SEE_OTHER, to), "{asked}");
    }
}

/// Who has no session yet is answered in the language that the browser prefers.
#[test]
fn who_has_no_session_is_refused_in_their_language() {
    let visitor = visitor();
    for (prefers, words) in
        [("en-CA,fr;q=0.5", "<html lang=\"en\""), ("fr", "<html lang=\"fr\""), ("de", "<html lang=\"fr\"")]
    {
        let request = Request::get("/").header("host", HOST).header("accept-language", prefers);
        let page = visitor.send(request.body(Body::empty()).unwrap());
        assert_eq!(page.status, StatusCode::UNAUTHORIZED);
        assert!(page.text().contains(words), "{prefers}: {}", page.text());
    }
}

/// What cannot be taken is told beside what was asked, which can be mended there and
/// names no command and no id.
#[test]
fn what_was_asked_stays_where_something_of_it_cannot_be_taken() {
    let visitor = visitor();
    for path in ["/table", "/journal", "/value/workshops"] {
        let page = visitor.get(&format!("{path}?as-at=2024-01-31&with=alge&plan=quai-2022"));
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = page.text();
        let text = between(&text, "<main", "</main>");
        assert!(text.contains(&format!("action=\"{path}\" method=\"get\"")), "{text}");
        assert!(
            text.contains("name=\"with\" value=\"alge\"") && text.contains("value=\"quai-2022\""),
            "{text}"
        );
        assert!(
            text.contains("algue") && !text.contains("organisation/") && !text.contains("jalon "),
            "{text}"
        );
    }
    let nobody = visitor.get("/table?with=personne-du-tout").text();
    let nobody = between(&nobody, "<main", "</main>");
    assert!(nobody.contains("la page Répertoire") && !nobody.contains("jalon "), "{nobody}");
}
