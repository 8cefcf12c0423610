//! Tables marked as sent from their page, and values that say where they were
//! published.

use axum::http::StatusCode;

use super::recording::recorded;
use super::refusals::visitor;
use super::visitor::{Page, Visitor, between};

const TABLE: &str = "/table?as-at=2024-02-01";
const SENT: &str = "/table/sent?as-at=2024-02-01";
const VALUE: &str = "/value/workshops?as-at=2024-02-01";

/// What the form says of the table that it shows.
fn size(visitor: &Visitor) -> String {
    between(&visitor.read(SENT), "name=\"size\" value=\"", "\"").to_owned()
}

fn send(visitor: &Visitor, pairs: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
    let size = size(visitor);
    let pairs: Vec<(&str, &str)> = pairs.iter().copied().chain([("size", size.as_str())]).collect();
    visitor.send_parts(SENT, &pairs, files)
}

fn sent(visitor: &Visitor, pairs: &[(&str, &str)], files: &[(&str, &[u8])]) -> String {
    let page = send(visitor, pairs, files);
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    page.header("location").to_owned()
}

#[test]
fn a_value_says_where_it_was_published_and_whether_it_is_another_now() {
    let visitor = visitor();
    recorded(&visitor);
    assert!(!visitor.read(VALUE).contains("id=\"published\""));
    let mark = sent(&visitor, &[("to", "Bailleur du Nord"), ("on", "2024-02-10"), ("format", "xlsx")], &[]);
    let entry = visitor.read(&mark);
    assert!(entry.contains("Bailleur du Nord") && entry.contains("quai-2022-2024-02-01.xlsx"), "{entry}");
    let value = visitor.read(VALUE);
    assert!(value.contains("id=\"published\"") && value.contains("Bailleur du Nord"), "{value}");
    assert!(value.contains("la même valeur aujourd’hui") && !value.contains("class=\"mark\""));
    recorded(&visitor);
    let value = visitor.read(VALUE);
    assert!(value.contains("aujourd’hui 2") && value.contains("class=\"mark\""), "{value}");
    let alone = visitor.read("/value/workshops/published?as-at=2024-02-01&lang=en");
    assert!(alone.trim_start().starts_with("<section") && alone.contains("another value today"), "{alone}");
    // Another value was not in the table's rows of this plan at that date.
    assert!(visitor.read("/journal?lang=en").contains("Bailleur du Nord"));
    let withdraw = mark.replace("?saved=1", "/withdraw");
    assert!(visitor.read(&withdraw).contains("Bailleur du Nord"));
    visitor.done(&withdraw, &[("reason", "pas parti")]);
    assert!(!visitor.read(VALUE).contains("id=\"published\""));
    assert!(visitor.read(&mark).contains("pas parti"));
}

#[test]
fn what_is_kept_with_a_mark_is_what_was_sent() {
    let visitor = visitor();
    recorded(&visitor);
    let html = visitor.get("/table/file/html?as-at=2024-02-01");
    assert_eq!(html.status, StatusCode::OK);
    let mark = sent(&visitor, &[("to", "Conseil"), ("format", "html")], &[]);
    let entry = visitor.read(&mark);
    let hash = between(&entry, "href=\"/document/", "\"");
    let kept = visitor.get(&format!("/document/{hash}"));
    assert_eq!(kept.bytes, html.bytes);
    // A report that holds the table is kept as it is.
    let mark = sent(&visitor, &[("to", "Conseil"), ("format", "html")], &[("rapport.pdf", b"un rapport")]);
    let entry = visitor.read(&mark);
    assert!(entry.contains("rapport.pdf") && entry.contains("autre document"), "{entry}");
    let hash = between(&entry, "href=\"/document/", "\"");
    assert_eq!(visitor.get(&format!("/document/{hash}")).bytes, b"un rapport");
    // The table as it was sent is one click away.
    let again = format!("/table?{}", between(&entry, "href=\"/table?", "\"").replace("&#38;", "&"));
    assert!(visitor.read(&again).contains("class=\"scope\""));
}

#[test]
fn a_table_that_cannot_have_been_sent_is_refused_and_what_was_given_stays() {
    let visitor = visitor();
    recorded(&visitor);
    let before = visitor.size();
    let two: [(&str, &[u8]); 2] = [("a.txt", b"a"), ("b.txt", b"b")];
    let later = send(&visitor, &[("to", "Conseil"), ("on", "2024-03-01")], &[("a.txt", b"a")]);
    for page in [
        send(&visitor, &[], &[]),
        send(&visitor, &[("to", "Conseil"), ("on", "hier ou demain")], &[]),
        send(&visitor, &[("to", "Conseil"), ("on", "2024-01-01")], &[]),
        send(&visitor, &[("to", "Conseil"), ("format", "text")], &[]),
        send(&visitor, &[("to", "Conseil")], &two),
        send(&visitor, &[("to", "Conseil")], &[("vide.txt", b"")]),
        visitor.send_parts(SENT, &[("to", "Conseil"), ("size", "3")], &[]),
        visitor.send_parts(SENT, &[("to", "Conseil")], &[]),
    ] {
        assert!(
            [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::NOT_FOUND, StatusCode::INTERNAL_SERVER_ERROR]
                .contains(&page.status),
            "{}: {}",
            page.status,
            page.text()
        );
    }
    assert_eq!(later.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = later.text();
    assert!(text.contains("value=\"Conseil\"") && text.contains("<bdi>a.txt</bdi>"), "{text}");
    assert_eq!(visitor.size(), before);
    let bad = visitor.get("/table/sent?as-at=zzz");
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn the_table_is_given_as_a_file_by_the_same_address() {
    let visitor = visitor();
    recorded(&visitor);
    let table = visitor.read(&format!("{TABLE}&with=algue"));
    for format in ["xlsx", "html", "csv", "md", "json"] {
        assert!(table.contains(&format!("/table/file/{format}?as-at=2024-02-01&#38;with=algue")), "{table}");
        let file = visitor.get(&format!("/table/file/{format}?as-at=2024-02-01&with=algue"));
        let name = format!("attachment; filename=\"quai-2022-2024-02-01.{format}\"");
        assert_eq!(file.header("content-disposition"), name);
        assert!(file.bytes.len() > 400, "{format}");
    }
    assert!(visitor.get("/table/file/xlsx").bytes.starts_with(b"PK"));
    let beside = visitor.get("/table/file/md?as-at=2024-02-01&compare=2023-06-30").text();
    assert!(beside.contains("2023"), "{beside}");
    for format in ["text", "other", "exe"] {
        assert_eq!(visitor.get(&format!("/table/file/{format}")).status, StatusCode::NOT_FOUND);
    }
}

#[test]
fn an_address_of_a_person_is_not_kept() {
    let visitor = visitor();
    recorded(&visitor);
    let before = visitor.size();
    for to in ["marie@exemple.org", "Marie <marie@exemple.org>", "marie＠exemple.org"] {
        let page = send(&visitor, &[("to", to), ("format", "csv")], &[]);
        assert_eq!((page.status, visitor.size()), (StatusCode::UNPROCESSABLE_ENTITY, before), "{to}");
        assert!(page.text().contains("adresse de courriel"), "{}", page.text());
    }
}
