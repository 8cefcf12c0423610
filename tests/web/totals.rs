//! A reported total recorded through its form, as where a plan was made of a
//! table and no type of activity counts.

use axum::http::StatusCode;

use super::refusals::visitor;

const PATH: &str = "/value/workshops/total";
const SAID: [(&str, &str); 3] = [("value", "7"), ("to", "2023-12-31"), ("source", "Rapport inventé")];

#[test]
fn a_total_is_recorded_and_what_it_changes_is_told_before() {
    let visitor = visitor();
    let form = visitor.read(PATH);
    // The last day that it can have is offered, and no reason asked for.
    assert!(form.contains("value=\"2024-02-10\"") && !form.contains("name=\"reason\""), "{form}");
    let size = visitor.size();
    let preview = visitor.post(&format!("{PATH}/preview"), &SAID).text();
    assert!(preview.contains("→") && preview.contains('7'), "{preview}");
    let waits = visitor.post(&format!("{PATH}/preview"), &SAID[..2]).text();
    assert!(waits.contains("obligatoires") && !waits.contains('→'), "{waits}");
    assert_eq!(visitor.size(), size);
    let place = visitor.done(PATH, &SAID);
    assert_eq!(visitor.size(), size + 1);
    assert!(visitor.read(&place).contains("Rapport inventé"));
    assert!(visitor.read("/value/workshops?as-at=2023-12-31").contains("Total publié"));
}

#[test]
fn a_total_that_cannot_be_read_or_may_not_be_is_refused_and_nothing_is_written() {
    let visitor = visitor();
    let size = visitor.size();
    let wrong = [
        ("value", "beaucoup"),
        ("value", ""),
        ("value", "1,234"),
        ("value", "7 $"),
        ("to", ""),
        ("to", "hier ou demain"),
        ("from", "demain-soir"),
        ("source", ""),
    ];
    for (name, typed) in wrong {
        let mut fields: Vec<_> = SAID.into_iter().filter(|(it, _)| *it != name).collect();
        fields.push((name, typed));
        let page = visitor.post(PATH, &fields);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {typed}");
        assert!(page.text().contains(&format!("id=\"{name}-e\"")), "{name} {typed}: {}", page.text());
    }
    // What the ledger refuses is told above the fields.
    for (name, typed) in [("to", "2024-02-11"), ("from", "2024-01-01"), ("value", "-7")] {
        let mut fields: Vec<_> = SAID.into_iter().filter(|(it, _)| *it != name).collect();
        fields.push((name, typed));
        let page = visitor.post(PATH, &fields);
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {typed}");
        assert!(page.text().contains("wrong-all"), "{name} {typed}");
    }
    for path in ["/value/nothing/total", "/value/workshops/totals"] {
        assert_eq!(visitor.get(path).status, StatusCode::NOT_FOUND, "{path}");
        assert_ne!(visitor.post(path, &SAID).status, StatusCode::SEE_OTHER, "{path}");
    }
    assert_eq!(visitor.size(), size);
}
