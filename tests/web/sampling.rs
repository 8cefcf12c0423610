//! Samples: chosen on a page, downloaded as a working paper, and taken back.

use axum::http::StatusCode;

use super::refusals;
use super::visitor::Visitor;
use crate::sampling::papers::Paper;

/// One who asks, of a ledger in which two workshops were held.
fn visitor() -> Visitor {
    let visitor = refusals::visitor();
    for day in ["2024-01-15", "2024-01-16"] {
        visitor.done("/record/workshop.held", &[("on", day), ("f.attendees", "7"), ("f.partners", "algue")]);
    }
    visitor
}

const ASKED: &str = "/value/workshops/sample?as-at=2024-02-01&size=2&seed=2024";

#[test]
fn a_sample_is_chosen_and_its_paper_is_of_the_same_items() {
    let visitor = visitor();
    let form = visitor.read("/value/workshops/sample?as-at=2024-02-01");
    assert!(form.contains("name=\"seed\"") && !form.contains("<ol class=\"entries\""), "{form}");
    let page = visitor.read(ASKED);
    assert_eq!(page.matches("<a class=\"place\"").count(), 2, "{page}");
    let paper = page.split_once("class=\"button primary\" href=\"").unwrap().1.split('"').next().unwrap();
    let paper = paper.replace("&#38;", "&").replace("&amp;", "&");
    let sent = visitor.get(&paper);
    assert_eq!(sent.status, StatusCode::OK);
    assert!(sent.header("content-disposition").contains(".xlsx") && sent.bytes.starts_with(b"PK"));
    // What is recorded since is not drawn from.
    visitor.done("/note", &[("text", "Entre-temps")]);
    assert_eq!(visitor.get(&paper).bytes, sent.bytes);
    // The page of the value leads there.
    assert!(visitor.read("/value/workshops?as-at=2024-02-01").contains("/value/workshops/sample?"));
    assert!(visitor.read("/samples").contains("name=\"paper\""));
}

#[test]
fn a_paper_that_comes_back_is_recorded_once() {
    let visitor = visitor();
    let paper = format!("{}&known-at={}", ASKED.replace("/sample?", "/sample/paper?"), visitor.size() - 1);
    let mut paper = Paper::read(&visitor.get(&paper).bytes);
    let filled = [("Testé", "oui"), ("Écart constaté", "oui"), ("Remarque de l’auditeur", "Aucune pièce")];
    paper.fill(1, &filled);
    let size = visitor.size();
    let sent = visitor.send_file("/samples", &[], "papier.csv", paper.csv().as_bytes());
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    assert_eq!(visitor.size(), size + 2);
    let page = visitor.read(sent.header("location"));
    assert!(page.contains("Aucune pièce") && page.contains("1 écart constaté"), "{page}");
    assert!(visitor.read("/checks").contains("id=\"exception\""));
    let again = visitor.send_file("/samples", &[], "papier.csv", paper.csv().as_bytes());
    assert_eq!((again.status, visitor.size()), (StatusCode::UNPROCESSABLE_ENTITY, size + 2));
    paper.0.pop();
    let short = visitor.send_file("/samples", &[], "papier.csv", paper.csv().as_bytes());
    assert!(short.text().contains("n’a pas de ligne") && visitor.size() == size + 2);
}

#[test]
fn what_cannot_be_drawn_is_told() {
    let visitor = visitor();
    for path in [
        "/value/workshops/sample?seed=1&size=0",
        "/value/workshops/sample?seed=1&size=many",
        "/value/workshops/sample?seed=1&above=beaucoup",
    ] {
        assert_eq!(visitor.get(path).status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    }
    for path in ["/value/nothing/sample", "/value/workshops/sample/paper", "/sample/3", "/sample/3/paper"] {
        assert_eq!(visitor.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
    let size = visitor.size();
    assert_eq!(visitor.post("/samples", &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(visitor.size(), size);
}
