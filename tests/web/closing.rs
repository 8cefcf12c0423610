//! Fiscal years: one is closed from its page, its notice sent, its revisions read.

use axum::http::StatusCode;
use jalon::event::Moment;

use super::visitor::Visitor;
use crate::place::Place;

/// When the pages of a laid down ledger are asked for.
fn then() -> Moment {
    "2026-11-20T12:00:00.000000Z".parse().unwrap()
}

/// One who asks, of the invented organisation's ledger, whose year 2026 can be closed.
pub(super) fn marees() -> Visitor {
    let place = Place::with_ledger("marees.jalon");
    let mut demo = place.command(&["demo", "--fictif", "marees.jalon"]);
    let laid = demo.env("JALON_NOW", "2026-11-20T10:00:00.000000Z").output().unwrap();
    assert!(laid.status.success(), "{}", String::from_utf8_lossy(&laid.stderr));
    Visitor::at(place, then)
}

const REASON: &str = "Règles approuvées au prochain conseil";

/// Closes the year as its form does, from what that has seen.
fn close(visitor: &Visitor, seen: u64, reason: &str) -> StatusCode {
    let size = seen.to_string();
    let form = [("size", size.as_str()), ("anyway", "on"), ("reason", reason)];
    visitor.post("/year/FY2026", &form).status
}

#[test]
fn a_year_is_closed_from_its_page_once() {
    let visitor = marees();
    let years = visitor.read("/years");
    assert!(years.contains("/year/2026-06-30") && years.contains("pas clos"), "{years}");
    assert!(visitor.read("/audit").contains("href=\"/years\""));
    let (size, page) = (visitor.size(), visitor.read("/year/FY2026"));
    assert!(page.contains("name=\"anyway\"") && page.contains(&format!("name=\"size\" value=\"{size}\"")));
    let seen = size.to_string();
    for form in [&[("size", seen.as_str())][..], &[("size", &seen), ("anyway", "on")]] {
        let refused = visitor.post("/year/FY2026", form);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!refused.text().contains("--"), "{}", refused.text());
    }
    for path in ["/year/FY2026/notice", "/year/FY2026/revisions", "/year/2026-05-31", "/year/jamais"] {
        assert_eq!(visitor.get(path).status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    }
    assert_eq!(visitor.size(), size);
    assert_eq!(close(&visitor, size, REASON), StatusCode::SEE_OTHER);
    let closed = visitor.size();
    assert!(closed > size);
    // Sent twice it is done once; whoever did not see it does not replace it.
    assert_eq!(close(&visitor, size, REASON), StatusCode::SEE_OTHER);
    assert_eq!(close(&visitor, size, "Autre motif"), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(close(&visitor, closed, " "), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(visitor.size(), closed);
    assert_eq!(close(&visitor, closed, "Refaite"), StatusCode::SEE_OTHER);
    let page = visitor.read("/year/2026-06-30");
    assert!(
        page.contains("Refaite") && page.contains("class=\"closed\"") && !page.contains(REASON),
        "{page}"
    );
    // What the first notice said can still be held against today.
    let first = closed - 1;
    let page = visitor.read("/year/2026-06-30/revisions");
    assert!(
        page.contains(&format!("?closing={first}")) && page.contains(&format!("clôture nº\u{a0}{first}")),
        "{page}"
    );
    assert!(
        visitor
            .read(&format!("/year/2026-06-30/revisions?closing={first}"))
            .contains(&format!("/entry/{first}"))
    );
    assert_eq!(visitor.get("/year/2026-06-30/revisions?closing=1").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_notice_is_shown_and_its_sending_noted_once() {
    let visitor = marees();
    close(&visitor, visitor.size(), REASON);
    let notice = visitor.get("/year/FY2026/notice");
    assert!(notice.header("content-security-policy").starts_with("default-src 'none'"));
    assert!(notice.text().contains("<svg") && notice.text().contains(REASON));
    let send = |to: &str, on: &str| visitor.post("/year/FY2026/sent", &[("to", to), ("on", on)]).status;
    let size = visitor.size();
    for wrong in [("", "2026-11-20"), ("moi@ici.ca", "2026-11-20"), ("Bailleur", "2027-01-01")] {
        assert_eq!(send(wrong.0, wrong.1), StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
    }
    assert_eq!(visitor.size(), size);
    assert_eq!(send("Bailleur du Nord", "2026-11-20"), StatusCode::SEE_OTHER);
    assert_eq!(send("Bailleur du Nord", "2026-11-20"), StatusCode::SEE_OTHER);
    assert_eq!(visitor.size(), size + 1);
    let page = visitor.read("/year/FY2026");
    assert!(page.contains("Bailleur du Nord, le 20 novembre 2026"), "{page}");
    // What becomes of its values is told with who, when and why.
    assert!(visitor.read("/year/FY2026/revisions").contains("chaque valeur est restée la même"));
    visitor.done("/entry/90/withdraw", &[("reason", "Relevé erroné")]);
    let page = visitor.read("/year/FY2026/revisions");
    let by = visitor.size() - 1;
    for told in ["Relevé erroné", "retrait", "21", &format!("href=\"/entry/{by}\""), "href=\"/entry/90\""] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(visitor.read("/year/FY2026/revisions?format=json").contains("\"revisions/1\""));
    assert!(visitor.read("/year/FY2026/revisions?lang=en").contains("withdrawal"));
}
