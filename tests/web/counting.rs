//! A type of activity defined through its form.

use axum::http::StatusCode;

use super::refusals::visitor;

const SAID: [(&str, &str); 8] = [
    ("fr", "Visite guidée"),
    ("en", "Guided visit"),
    ("words", "visite, tour|tour"),
    ("f.1.fr", "Visiteurs"),
    ("f.1.en", "Visitors"),
    ("f.1.kind", "count"),
    ("f.1.required", "1"),
    ("f.2.kind", "text"),
];

#[test]
fn a_type_is_defined_of_a_few_words_and_recorded_at_once() {
    let visitor = visitor();
    let size = visitor.size();
    assert!(visitor.read("/record").contains("href=\"/type\""));
    assert!(visitor.read("/type?lang=en").contains("Define a type of activity"));
    let preview = visitor.post("/type/preview", &SAID).text();
    assert!(preview.contains("Visite guidée") && preview.contains("guided.visit"), "{preview}");
    assert!(visitor.post("/type/preview", &[("fr", "")]).text().contains("obligatoires"));
    assert_eq!(visitor.size(), size);
    let form = visitor.done("/type", &SAID);
    assert_eq!((form.as_str(), visitor.size()), ("/record/guided.visit", size + 1));
    assert!(visitor.read(&form).contains("Visiteurs"));
    let place = visitor.done(&form, &[("on", "2024-02-01"), ("f.visitors", "12")]);
    assert!(visitor.read(&place).contains("Visite guidée"));
}

#[test]
fn an_indicator_counts_it_where_that_is_said() {
    let visitor = visitor();
    let size = visitor.size();
    let counted = [&SAID[..], &[("counts", "workshops"), ("how", "entries")]].concat();
    let preview = visitor.post("/type/preview", &counted).text();
    assert!(preview.contains("nouvelle version du plan"), "{preview}");
    visitor.done("/type", &counted);
    assert_eq!(visitor.size(), size + 3, "the type, the indicator, the plan");
}

#[test]
fn what_is_no_type_is_told_and_what_was_typed_stays() {
    let visitor = visitor();
    let size = visitor.size();
    for wrong in [
        &[("fr", "日本")][..],
        &[("fr", "Visite"), ("f.1.fr", "Lieu"), ("f.1.kind", "nowhere")],
        &[("fr", "Visite"), ("f.1.fr", "Lieu"), ("f.1.kind", "choice")],
        &[("fr", "Visite"), ("counts", "nothing")],
        &[("fr", "Visite"), ("counts", "workshops"), ("how", "sum"), ("which", "1")],
        &[("fr", "Visite"), ("counts", "workshops"), ("since", "hier ou demain")],
    ] {
        let page = visitor.post("/type", wrong);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}: {}", page.text());
        assert!(page.text().contains(wrong[0].1) && page.text().contains("wrong-all"), "{wrong:?}");
        assert!(!visitor.post("/type/preview", wrong).text().contains('⟨'));
    }
    assert_eq!(visitor.size(), size);
}
