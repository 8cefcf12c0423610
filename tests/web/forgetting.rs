//! Personal data made unreadable from a page: asked twice, done once.

use axum::http::StatusCode;

use super::closing::marees;
use super::refusals;
use super::visitor::{RECORDER, encoded};

#[test]
fn a_recorder_is_forgotten_once_it_is_agreed_to() {
    let visitor = marees();
    visitor.done("/note", &[("text", "De ma main")]);
    let last = format!("/entry/{}", visitor.size() - 1);
    assert!(visitor.read(&last).contains(RECORDER));
    let found = visitor.get(&format!("/forget?person={}", encoded(RECORDER)));
    assert_eq!(found.status, StatusCode::SEE_OTHER, "{}", found.text());
    let path = found.header("location").to_owned();
    let (size, form) = (visitor.size(), visitor.read(&path));
    assert!(form.contains(RECORDER) && !form.contains("name=\"agreed\""), "{form}");
    assert_eq!(visitor.post(&path, &[("agreed", "on")]).status, StatusCode::UNPROCESSABLE_ENTITY);
    let asks = visitor.post(&path, &[("reason", "À sa demande")]);
    assert!(asks.status == StatusCode::OK && asks.text().contains("name=\"agreed\""), "{}", asks.text());
    assert_eq!(visitor.size(), size);
    let agreed = [("reason", "À sa demande"), ("agreed", "on")];
    assert_eq!(visitor.done(&path, &agreed), path);
    assert_eq!(visitor.size(), size + 2);
    assert_eq!(visitor.done(&path, &agreed), path);
    assert_eq!(visitor.size(), size + 2);
    let page = visitor.read(&path);
    assert!(page.contains("sont détruits") && page.contains("À sa demande"), "{page}");
    assert!(!page.contains(RECORDER) && !page.contains("name=\"agreed\""), "{page}");
    assert!(!visitor.read(&last).contains(RECORDER));
    assert!(visitor.read("/forget").contains("À sa demande"));
}

#[test]
fn nobody_else_is_forgotten() {
    let visitor = refusals::visitor();
    for path in ["/register/person/nobody/forget", "/register/organisation/algue/forget"] {
        assert_eq!(visitor.get(path).status, StatusCode::NOT_FOUND, "{path}");
        let agreed = [("reason", "x"), ("agreed", "on")];
        assert!(visitor.post(path, &agreed).status.is_client_error(), "{path}");
    }
    for typed in ["algue", "personne-de-tel", "person/nobody"] {
        assert_eq!(visitor.get(&format!("/forget?person={typed}")).status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}
