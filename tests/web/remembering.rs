//! What a form begins with, and what it keeps after a refusal.

use axum::http::StatusCode;

use super::recording::recorded;
use super::refusals::visitor;
use super::visitor::{Visitor, between};

const FORM: &str = "/record/workshop.held";

#[test]
fn what_mostly_stays_is_taken_from_last_time_and_said() {
    let visitor = visitor();
    assert!(!visitor.read(FORM).contains("data-same"));
    let place = recorded(&visitor);
    let form = visitor.read(FORM);
    assert!(form.contains(&format!("<a href=\"/entry/{place}\">")) && form.contains("Échap"), "{form}");
    assert!(form.contains("value=\"algue; dune\"") && form.contains("value=\"quay\" selected"), "{form}");
    // Numbers, days and persons are those of one activity.
    assert!(!form.contains("1 250") && !form.contains("1250") && form.contains("value=\"2024-02-10\""));
    assert_eq!(form.matches("data-same").count(), 2);
    // Words are, where they were the same twice.
    for _ in 0..2 {
        visitor.done(FORM, &[("on", "2024-01-20"), ("f.attendees", "3"), ("f.title", "Le sel")]);
    }
    let form = visitor.read(FORM);
    assert!(form.contains("value=\"Le sel\"") && !form.contains("algue; dune"), "{form}");
}

#[test]
fn what_it_was_about_is_carried_over_by_name_and_to_be_seen() {
    let visitor = visitor();
    let about = [("on", "2024-01-20"), ("f.attendees", "3"), ("f.site", "quai"), ("subject", "dune")];
    visitor.done(FORM, &about);
    let form = visitor.read(FORM);
    let subject = between(&form, "<div class=\"field same\"><label for=\"subject\">", "</div>");
    assert!(subject.contains("comme la dernière fois") && subject.contains("value=\"dune\""), "{subject}");
    assert!(!form.contains("organisation/dune"), "{form}");
    assert!(form.contains("<details class=\"more\" open>"), "{form}");
    // The link to where it comes from stands before the first field, not on the way
    // to the next one.
    let (from, on) = (form.find("Repris de la dernière").unwrap(), form.find("id=\"on\"").unwrap());
    assert!(from < on && !form[on..].split("id=\"f.").next().unwrap().contains("href"), "{form}");
    let fresh = visitor.read(&format!("{FORM}?fresh=1"));
    assert!(!fresh.contains("data-same") && !fresh.contains("value=\"dune\""), "{fresh}");
    // What it is about is part of the sentence that will be read.
    for subject in ["dune", "organisation/dune", "dune (organisation/dune)"] {
        let typed = [("on", "2024-01-20"), ("f.attendees", "3"), ("subject", subject)];
        let effect = visitor.post(&format!("{FORM}/preview"), &typed).text();
        let sentence = between(&effect, "class=\"sentence\"", "</p>");
        assert!(sentence.contains("Sujet\u{a0}: dune</bdi>"), "{sentence}");
    }
}

#[test]
fn amounts_are_not_taken_from_last_time() {
    let visitor = visitor();
    let grant = [("on", "2024-01-20"), ("f.amount", "500 $"), ("f.funder", "dune")];
    visitor.done("/record/grant.received", &grant);
    let form = visitor.read("/record/grant.received");
    assert!(form.contains("value=\"dune\"") && !form.contains("value=\"500"), "{form}");
}

#[test]
fn what_identifies_a_body_is_not_taken_from_another() {
    let visitor = visitor();
    visitor.done("/record/member.joined", &[("on", "2024-01-20"), ("f.member", "dune")]);
    assert!(!visitor.read("/record/member.joined").contains("value=\"dune\""));
}

#[test]
fn a_copy_has_all_of_it_and_a_part_what_both_have() {
    let visitor = visitor();
    let place = recorded(&visitor);
    let copy = visitor.read(&format!("{FORM}?copy={place}"));
    assert!(copy.contains("value=\"1250\"") && copy.contains("value=\"algue; dune\""), "{copy}");
    assert!(!copy.contains("data-same"));
    let part = visitor.read(&format!("{FORM}?partof={place}"));
    assert!(part.contains(&format!("name=\"partof\" value=\"{place}\"")), "{part}");
    assert!(part.contains("value=\"2024-01-15\"") && part.contains("value=\"algue; dune\""));
    let larger = place.to_string();
    let its = visitor.done(FORM, &[("on", "2024-01-15"), ("f.attendees", "4"), ("partof", &larger)]);
    assert!(visitor.read(&its).contains(&format!("href=\"/entry/{place}\"")));
    assert!(visitor.read(&format!("/entry/{place}")).contains("Comprend"));
}

/// A form that is refused for its date, with these documents.
fn refused(visitor: &Visitor, path: &str, pairs: &[(&str, &str)], files: &[(&str, &[u8])]) -> String {
    let size = visitor.size();
    let page = visitor.send_parts(path, pairs, files);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    assert_eq!(visitor.size(), size);
    page.text()
}

fn tokens(page: &str) -> Vec<String> {
    let parts = page.split("name=\"kept\" value=\"").skip(1);
    parts.map(|rest| rest.split_once('"').unwrap().0.to_owned()).collect()
}

#[test]
fn documents_stay_with_a_form_that_is_refused() {
    let visitor = visitor();
    for (path, pairs) in [
        (FORM, vec![("on", "03/04/2024"), ("f.attendees", "3"), ("documentkind", "agreement")]),
        ("/note", vec![("on", "03/04/2024"), ("text", "une note"), ("documentkind", "agreement")]),
    ] {
        let page =
            refused(&visitor, path, &pairs, &[("liste.pdf", b"des noms"), ("photo.jpg", b"une photo")]);
        assert!(page.contains("<bdi>liste.pdf</bdi>") && page.contains("<bdi>photo.jpg</bdi>"), "{page}");
        assert!(page.contains("value=\"agreement\" selected"));
        let kept = tokens(&page);
        assert_eq!(kept.len(), 2);
        // Refused again, they stay; one that is taken away goes.
        let again: Vec<_> =
            pairs.iter().copied().chain(kept.iter().map(|it| ("kept", it.as_str()))).collect();
        assert_eq!(tokens(&refused(&visitor, path, &again, &[])), kept);
        let drop: Vec<_> = again.iter().copied().chain([("drop", kept[0].as_str())]).collect();
        let less = visitor.post(path, &drop);
        assert_eq!(less.status, StatusCode::OK);
        assert_eq!(tokens(&less.text()), [kept[1].clone()]);
        assert!(less.text().contains("value=\"03/04/2024\""));
        // With a date that can be read, it is recorded with what is left and what is new.
        let mut now: Vec<_> = again.iter().copied().filter(|(name, _)| *name != "on").collect();
        now.push(("on", "2024-02-01"));
        let done = visitor.send_parts(path, &now, &[("autre.txt", b"autre")]);
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        let entry = visitor.read(done.header("location"));
        assert!(entry.contains("photo.jpg") && entry.contains("autre.txt") && !entry.contains("liste.pdf"));
        // Nothing waits any more.
        assert!(tokens(&refused(&visitor, path, &again, &[])).is_empty());
    }
}

#[test]
fn documents_stay_with_a_correction_too() {
    let visitor = visitor();
    let path = format!("/entry/{}/correct", recorded(&visitor));
    let page = refused(&visitor, &path, &[("on", "2024-01-15"), ("f.attendees", "8")], &[("a.txt", b"a")]);
    let kept = tokens(&page);
    let fields = [("on", "2024-01-15"), ("f.attendees", "8"), ("reason", "compté"), ("kept", &kept[0])];
    visitor.done(&path, &fields);
    assert!(visitor.read(path.strip_suffix("/correct").unwrap()).contains("a.txt"));
}

#[test]
fn what_waits_is_nobodys_but_who_has_its_token() {
    let visitor = visitor();
    let page = refused(&visitor, "/note", &[("on", "x"), ("text", "n")], &[("<b>.txt", b"a")]);
    assert!(page.contains("<bdi>&#60;b&#62;.txt</bdi>"), "{page}");
    let token = between(&page, "name=\"kept\" value=\"", "\"");
    assert_eq!(token.len(), 64);
    let place = visitor.done("/note", &[("text", "sans elle"), ("kept", &"0".repeat(64)), ("kept", "../x")]);
    assert!(!visitor.read(&place).contains(".txt"));
}
