//! Documents added to an entry from its page, and the page of all documents.

use axum::http::StatusCode;

use super::recording::recorded;
use super::refusals::visitor;

#[test]
fn a_document_is_added_from_the_page_of_an_entry_and_backs_its_value() {
    let visitor = visitor();
    let place = recorded(&visitor);
    let home = visitor.read(&format!("/entry/{place}"));
    assert!(home.contains(&format!("/entry/{place}/document")), "{home}");
    let form = visitor.read(&format!("/entry/{place}/document?lang=en"));
    assert!(form.contains("Add a document") && form.contains("type=\"file\""), "{form}");
    let path = format!("/entry/{place}/document");
    let fields = [("documentkind", "agreement"), ("note", "Reçue en mars")];
    let page = visitor.send_file(&path, &fields, "entente.pdf", b"%PDF-1.7");
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    let to = page.header("location").to_owned();
    assert!(to.starts_with(&format!("/entry/{place}?saved=1&act=")), "{to}");
    let shown = visitor.read(&to);
    for words in ["entente.pdf", "jointe par", "C’est inscrit"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let act = to.rsplit('=').next().unwrap();
    let addition = visitor.read(&format!("/entry/{act}"));
    assert!(
        addition.contains("Reçue en mars") && addition.contains(&format!("/entry/{place}")),
        "{addition}"
    );
    let value = visitor.read("/value/workshops?as-at=2024-01-31");
    assert!(value.contains("détaillé et étayé"), "{value}");
    // The same once more changes nothing, and says so.
    let again = visitor.send_file(&path, &fields, "entente.pdf", b"%PDF-1.7");
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text());
    let none = visitor.post(&path, &[]);
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", none.text());
    let all = visitor.read("/documents");
    assert!(all.contains("entente.pdf") && all.contains(&format!("/entry/{place}")), "{all}");
    // Taken back, it backs nothing any more.
    visitor.done(&format!("/entry/{act}/withdraw"), &[("reason", "Une autre")]);
    let shown = visitor.read(&format!("/entry/{place}"));
    assert!(!shown.contains("entente.pdf"), "{shown}");
    let gone = visitor.get(&format!("/entry/{act}/document"));
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}
