//! Recording through forms: what is typed, what would change, what then stands.

use axum::http::StatusCode;

use super::refusals::visitor;
use super::visitor::{Visitor, between};

const WORKSHOP: [(&str, &str); 4] =
    [("on", "15/1/2024"), ("f.attendees", "1 250"), ("f.site", "quai"), ("f.partners", "algue; dune")];

pub(super) fn recorded(visitor: &Visitor) -> u64 {
    let to = visitor.done("/record/workshop.held", &WORKSHOP);
    to.strip_prefix("/entry/").unwrap().strip_suffix("?saved=1").unwrap().parse().unwrap()
}

#[test]
fn what_is_typed_is_recorded_and_shown() {
    let visitor = visitor();
    let place = recorded(&visitor);
    let page = visitor.read(&format!("/entry/{place}?saved=1"));
    for words in ["Atelier tenu", "2024-01-15", "1\u{a0}250", "quai", "algue, dune", "C’est inscrit"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let english = visitor.read(&format!("/entry/{place}?lang=en"));
    assert!(
        english.contains("Workshop held") && english.contains("1,250") && english.contains("lang=\"en\"")
    );
}

/// What a preview lists: for each value what it is before and after.
pub(super) fn changes(effect: &str) -> Vec<(&str, &str)> {
    let each = effect.split("<span><s>").skip(1);
    each.map(|it| (it.split_once("</s>").unwrap().0, between(it, "<strong>", "</strong>"))).collect()
}

/// The ledger's year ends on 31 March, the plan's on 30 June: the plan's own years
/// are looked at, all of those that change.
#[test]
fn a_preview_tells_every_year_end_of_the_plan_that_changes() {
    let visitor = visitor();
    let mut fields = WORKSHOP;
    fields[0].1 = "2022-05-10";
    let effect = visitor.post("/record/workshop.held/preview", &fields).text();
    for day in ["30 juin 2022", "30 juin 2023", "10 février 2024"] {
        assert!(effect.contains(&format!("<h3>{day}</h3>")), "{day}: {effect}");
    }
    assert!(!effect.contains("31 mars"), "{effect}");
    let to = visitor.done("/record/workshop.held", &fields);
    let page = visitor.read(&to);
    assert!(between(&page, "Valeurs où elle compte", "</p>").contains("30 juin 2022"), "{page}");
    let withdrawal = visitor.read(&to.replace("?saved=1", "/withdraw"));
    assert!(withdrawal.contains("<h3>30 juin 2022</h3>"), "{withdrawal}");
}

#[test]
fn what_is_shown_as_before_is_no_change() {
    let visitor = visitor();
    recorded(&visitor);
    let effect = visitor.post("/record/workshop.held/preview", &WORKSHOP).text();
    let changes = changes(&effect);
    assert!(!changes.is_empty() && changes.iter().all(|(before, after)| before != after), "{effect}");
    // Partners that count once already: another entry stands behind the same number.
    assert!(effect.contains("Sans que le nombre affiché change") && effect.contains("apports)"), "{effect}");
}

#[test]
fn what_would_change_is_told_and_nothing_is_written() {
    let visitor = visitor();
    let size = visitor.size();
    let effect = visitor.post("/record/workshop.held/preview", &WORKSHOP).text();
    assert!(effect.contains("Atelier tenu"), "{effect}");
    assert!(effect.contains("→"), "{effect}");
    assert_eq!(visitor.size(), size);
}

#[test]
fn what_cannot_be_read_is_told_at_its_field_and_what_was_typed_stays() {
    let visitor = visitor();
    let size = visitor.size();
    let fields =
        [("on", "03/04/2024"), ("f.attendees", "beaucoup"), ("f.site", "gare"), ("note", "à garder")];
    let page = visitor.post("/record/workshop.held", &fields);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    for words in ["value=\"03/04/2024\"", "value=\"beaucoup\"", "à garder", "aria-invalid=\"true\""] {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(visitor.size(), size);
}

#[test]
fn a_partner_that_is_new_is_offered_then_registered_along() {
    let visitor = visitor();
    let size = visitor.size();
    let fields = [("on", "2024-01-15"), ("f.partners", "Algues"), ("f.title", "Sel")];
    let asked = visitor.post("/record/workshop.held", &fields);
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = asked.text();
    assert!(text.contains("value=\"organisation:Algues\""), "{text}");
    assert_eq!(visitor.size(), size);
    let with: Vec<(&str, &str)> = fields.into_iter().chain([("new", "organisation:Algues")]).collect();
    let place = visitor.done("/record/workshop.held", &with);
    assert!(visitor.read(&place).contains("Algues"));
    assert!(visitor.read("/register/organisation/algues").contains("Sel"));
}

#[test]
fn a_name_like_one_that_there_is_is_flagged() {
    let visitor = visitor();
    visitor.done(
        "/record/workshop.held",
        &[("f.partners", "Ateliers réunis"), ("new", "organisation:Ateliers réunis")],
    );
    let text = visitor.post("/record/workshop.held", &[("f.partners", "Atelier réunis")]).text();
    assert!(text.contains("Ressemble à"), "{text}");
}

#[test]
fn a_correction_keeps_what_was_not_touched_and_is_folded() {
    let visitor = visitor();
    let place = recorded(&visitor);
    let form = visitor.read(&format!("/entry/{place}/correct"));
    let replaces = between(&form, "name=\"replaces\" value=\"", "\"").to_owned();
    let mut fields = vec![
        ("on", "2024-01-15"),
        ("f.attendees", "1251"),
        ("f.site", "quay"),
        ("f.partners", "algue; dune"),
    ];
    fields.extend([("replaces", replaces.as_str()), ("reason", "recompté")]);
    let path = format!("/entry/{place}/correct");
    let effect = visitor.post(&format!("{path}/preview"), &fields).text();
    assert!(effect.contains("→"), "{effect}");
    visitor.done(&path, &fields);
    let page = visitor.read(&format!("/entry/{place}"));
    assert!(page.contains("1\u{a0}251") && page.contains("recompté"), "{page}");
    assert!(visitor.read("/journal").contains("rectifiée 1 fois"));
    // The version that was seen stands no more.
    let again = visitor.post(&path, &fields);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let without: Vec<(&str, &str)> = fields.iter().copied().filter(|(name, _)| *name != "reason").collect();
    assert_eq!(visitor.post(&path, &without).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_withdrawal_needs_its_reason_and_strikes_through() {
    let visitor = visitor();
    let place = recorded(&visitor);
    let path = format!("/entry/{place}/withdraw");
    assert!(visitor.read(&path).contains("→"));
    assert_eq!(visitor.post(&path, &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
    visitor.done(&path, &[("reason", "deux fois")]);
    let page = visitor.read(&format!("/entry/{place}"));
    assert!(page.contains("class=\"gone\"") && page.contains("deux fois"));
    assert_eq!(visitor.get(&format!("/entry/{place}/correct")).status, StatusCode::OK);
    assert_eq!(visitor.post(&path, &[("reason", "encore")]).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn what_is_planned_is_said_and_may_not_be_confirmed_too_early() {
    let visitor = visitor();
    let effect = visitor.post("/record/workshop.held/preview", &[("on", "2024-06-01"), ("f.attendees", "3")]);
    assert!(effect.text().contains("prévue"));
    let place = visitor.done("/record/workshop.held", &[("on", "2024-06-01"), ("f.attendees", "3")]);
    let entry = place.strip_suffix("?saved=1").unwrap();
    assert_eq!(visitor.post(&format!("{entry}/confirm"), &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_note_is_given_a_type_and_its_words_come_along() {
    let visitor = visitor();
    let note = visitor.done("/note", &[("text", "dix personnes à la halle"), ("on", "2024-02-01")]);
    let place = note.strip_prefix("/entry/").unwrap().strip_suffix("?saved=1").unwrap().to_owned();
    assert!(visitor.read("/checks").contains("href=\"#note\""));
    let form = visitor.read(&format!("/record/workshop.held?note={place}"));
    assert!(form.contains("dix personnes") && form.contains("value=\"2024-02-01\""));
    let fields = [
        ("on", "2024-02-01"),
        ("f.attendees", "10"),
        ("note", "dix personnes à la halle"),
        ("note-from", &place),
    ];
    visitor.done("/record/workshop.held", &fields);
    assert!(!visitor.read("/checks").contains("href=\"#note\""));
}

#[test]
fn types_are_found_by_the_words_people_use() {
    let visitor = visitor();
    let found = |words: &str| visitor.get(&format!("/record?type={words}")).header("location").to_owned();
    assert_eq!(found("atelier"), "/record/workshop.held");
    assert_eq!(found("WORKSHOP"), "/record/workshop.held");
    assert_eq!(found("tenu%20atel"), "/record/workshop.held");
    assert_eq!(found("zzz"), "");
}

#[test]
fn what_is_over_cannot_be_planned() {
    let visitor = visitor();
    let size = visitor.size();
    for on in ["2024-01", "2023-06-30", "2024-02-10"] {
        let given = [("on", on), ("planned", "1"), ("f.attendees", "7")];
        let page = visitor.post("/record/workshop.held", &given);
        assert_eq!((page.status, visitor.size()), (StatusCode::UNPROCESSABLE_ENTITY, size), "{on}");
        assert!(page.text().contains("n’est pas à venir"), "{}", page.text());
        assert!(visitor.post("/record/workshop.held/preview", &given).text().contains("n’est pas à venir"));
    }
    visitor.done("/record/workshop.held", &[("on", "2024-02"), ("planned", "1"), ("f.attendees", "7")]);
}
