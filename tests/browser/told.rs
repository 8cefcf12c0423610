//! What the page of an audit pack says of what is given to it, of what it counts, and of what
//! changed since the close.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::Browser;
use super::packed::{browser, changed, done, lines, open, with_claim, with_part};
use crate::packs::closed_year;
use crate::place::{Place, files_below};

/// A key that is none is said beside its field, as it is typed, and turns nothing red.
#[test]
fn a_mistyped_key_is_not_compared() {
    let Some(browser) = browser() else { return };
    let place = closed_year();
    place.done(&["pack", "FY2026", "pack", "--lang", "en"]);
    assert_eq!(open(&browser, &place.path().join("pack/audit.html")), "sound");
    let own = place.done(&["key"]);
    let type_key = |key: &str| {
        let key = json!(key);
        browser.script(&format!(
            "const field = document.getElementById('key'); field.value = {key}; field.dispatchEvent(new Event('input'))"
        ));
        let said = browser.script("return document.getElementById('key-said').innerText");
        (done(&browser), said.as_str().unwrap().to_owned())
    };
    for key in ["abc", &own.trim()[..own.trim().len() - 4]] {
        let (verdict, said) = type_key(key);
        assert_eq!(verdict, "sound", "{said}");
        assert!(said.contains("is no verifier key") && said.contains("not compared"), "{said}");
    }
    assert_eq!(type_key(&Place::demonstration().done(&["key"])).0, "failed");
    assert_eq!(type_key(&own).0, "sound");
}

/// Opens the page, gives it a folder, and waits until that is looked at.
fn choose(browser: &Browser, page: &Path, chosen: &Path) -> String {
    open(browser, page);
    browser.choose("#folder", chosen);
    let is_told = "/not the folder|SHA256SUMS is missing|BLAKE3 and SHA-256/";
    let list = "document.querySelector('#checklist').innerText";
    browser.until(&format!("document.getElementById('folder').files.length > 0 && {is_told}.test({list})"));
    done(browser)
}

/// A folder that is not the pack's is not checked; one that lacks something fails, and it is
/// said how much was right.
#[test]
fn a_wrong_folder_is_not_checked_and_a_lacking_one_fails() {
    let Some(browser) = browser() else { return };
    let place = closed_year();
    place.done(&["pack", "FY2026", "pack", "--lang", "en"]);
    let folder = place.path().join("pack");
    let page = folder.join("audit.html");
    for other in ["evidence", "tables"] {
        assert_eq!(choose(&browser, &page, &folder.join(other)), "sound", "{}", browser.text());
        let told = lines(&browser, "unchecked").join("\n");
        assert!(told.contains("not the folder of this pack"), "{told}");
    }
    let sums = fs::read(folder.join("SHA256SUMS")).unwrap();
    fs::remove_file(folder.join("SHA256SUMS")).unwrap();
    assert_eq!(choose(&browser, &page, &folder), "failed");
    let told = lines(&browser, "failed").join("\n");
    assert!(told.contains("SHA256SUMS is missing") && !told.contains('{'), "{told}");
    fs::write(folder.join("SHA256SUMS"), sums).unwrap();
    fs::remove_dir_all(folder.join("evidence")).unwrap();
    assert_eq!(choose(&browser, &page, &folder), "failed");
    let told = lines(&browser, "failed").join("\n");
    assert!(told.contains("(BLAKE3 and SHA-256): 0 of 10"), "{told}");
}

/// What differs by its mark alone is a revision, and the pack cannot hide one.
#[test]
fn a_mark_that_changed_since_the_close_is_a_revision() {
    let Some(browser) = browser() else { return };
    let place = Place::demonstration();
    place.done(&["close", "FY2024", "--anyway", "--reason", "Pour l’essai"]);
    place.file("w.csv", "type,on,title\nWebinar held,2023-05-01,One\nWebinar held,2023-05-02,Two\n");
    place.done(&["itemise", "733", "w.csv", "--anyway"]);
    place.done(&["pack", "FY2024", "pack", "--lang", "en"]);
    let page = place.path().join("pack/audit.html");
    assert_eq!(open(&browser, &page), "sound", "{}", browser.text());
    assert!(lines(&browser, "sound").join("\n").contains("others today: 1"), "{}", browser.text());
    let page = fs::read_to_string(page).unwrap();
    let hidden = with_pack(&page, &|pack| pack["revisions"]["revisions"] = json!([]));
    place.file("other.html", hidden);
    assert_eq!(open(&browser, &place.path().join("other.html")), "failed");
    assert!(lines(&browser, "failed").join("\n").contains("among its revisions"), "{}", browser.text());
}

/// Documents of entries that no value names are documents too.
#[test]
fn all_documents_of_a_pack_are_counted() {
    let Some(browser) = browser() else { return };
    let place = Place::with_ledger("marees.jalon");
    place.done(&["demo", "--fictif", "marees.jalon"]);
    place.done(&["pack", "FY2024", "pack", "--lang", "en"]);
    let folder = place.path().join("pack");
    let count = files_below(&folder, Path::new("evidence")).len();
    open(&browser, &folder.join("audit.html"));
    let told = lines(&browser, "unchecked").join("\n");
    assert!(count > 0 && told.contains(&format!("Documents ({count})")), "{count}: {told}");
}

/// A page whose pack says something else of itself.
fn with_pack(page: &str, change: &dyn Fn(&mut Value)) -> String {
    with_part(page, "pack", |text| {
        let mut pack: Value = serde_json::from_str(text).unwrap();
        change(&mut pack);
        pack.to_string()
    })
}

/// A failing line says how many are right, and the same value fails once.
#[test]
fn what_fails_is_counted_as_it_is() {
    let Some(browser) = browser() else { return };
    let place = closed_year();
    place.done(&["pack", "FY2026", "pack", "--lang", "en"]);
    let page = fs::read_to_string(place.path().join("pack/audit.html")).unwrap();
    let twice = with_pack(&page, &|pack| {
        for claim in pack["values"].as_array_mut().unwrap() {
            if claim["id"] == "workshops" {
                claim["delivered"] = json!("9");
            } else if claim["id"] == "share-region" {
                claim["whole"]["delivered"] = json!("9");
            }
        }
    });
    let cases = [
        (with_claim(&page, "participants", changed("delivered", json!("1e400"))), "“1e400” is no number"),
        (with_pack(&page, &|pack| pack["size"] = json!(5)), "contributions: 0 of 15"),
        (twice, "contributions: 13 of 15"),
    ];
    for (other, named) in cases {
        place.file("other.html", other);
        assert_eq!(open(&browser, &place.path().join("other.html")), "failed", "{named}");
        let told = lines(&browser, "failed").join("\n");
        assert!(told.contains(named) && !told.contains('{'), "{named}: {told}");
        assert!(told.matches("Workshops held ·").count() <= 1, "{told}");
    }
}
