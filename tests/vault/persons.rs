//! Persons by their names: sealed in the ledger, known where their keys are.

use std::fs;

use super::{files, holds};
use crate::place::Place;

const PLAN: &str = r#"
plan = "p"
label = { fr = "P", en = "P" }
inforce = 2024-01-01

[[type]]
id = "grant.given"
label = { fr = "Bourse donnée", en = "Grant given" }
[[type.field]]
name = "who"
kind = "reference"
refers = ["person"]
required = true
label = { fr = "Titulaire", en = "Holder" }
[[type.field]]
name = "place"
kind = "reference"
refers = ["organisation"]
label = { fr = "Lieu", en = "Place" }

[[objective]]
id = "o"
label = { fr = "Un", en = "One" }
[[objective.group]]
id = "g"
label = { fr = "G", en = "G" }
[[objective.group.indicator]]
id = "holders"
label = { fr = "Titulaires", en = "Holders" }
status = "printed"
[objective.group.indicator.rule]
kind = "distinct"
[[objective.group.indicator.rule.from]]
type = "grant.given"
key = "who"
"#;

const NEW: [&str; 4] = ["register", "Marie Curie", "--kind", "personne"];

/// A ledger with one person, who is in the register by her name.
fn place() -> Place {
    let place = Place::new();
    place.file("plan.toml", PLAN);
    place.done(&["init", "--source", "https://a.example/l", "--prefix", "org.a", "--name", "Zoé"]);
    place.done(&["plan", "plan.toml"]);
    place.done(&NEW);
    place
}

fn persons(place: &Place) -> Vec<String> {
    let register = place.json(&["register", "--kind", "person"]);
    let bodies = register["bodies"].as_array().unwrap();
    bodies.iter().map(|body| body["id"].as_str().unwrap().to_owned()).collect()
}

/// Takes the keys of persons away from this computer.
fn without_keys(place: &Place) {
    let folder = fs::read_dir(place.path().join("keys")).unwrap();
    let persons = folder.map(|it| it.unwrap().path()).find(|it| it.is_dir()).unwrap();
    fs::rename(persons, place.path().join("elsewhere")).unwrap();
}

#[test]
fn a_person_is_known_by_name_wherever_a_body_is() {
    let place = place();
    let [marie] = persons(&place).try_into().unwrap();
    place.done(&[
        "record",
        "bourse donnée",
        "who=marie curie",
        "--on",
        "2024-06",
        "--subject",
        "Marie Curie",
    ]);
    place.file("a.csv", "titulaire,date\nMarie CURIE,2024-07-01\n");
    place.done(&["import", "a.csv", "--type", "grant.given"]);
    for named in [["show", "Marie Curie"].as_slice(), &["show", &marie]] {
        let body = place.json(named);
        assert_eq!((&body["id"], &body["records"]), (&marie.as_str().into(), &2.into()));
    }
    for flag in ["--with", "--subject"] {
        let journal = place.json(&["journal", flag, "Marie Curie"]);
        assert_eq!(journal["entries"].as_array().unwrap().len(), if flag == "--with" { 2 } else { 1 });
    }
    let value = place.json(&["explain", "holders", "--with", "Marie Curie", "--as-at", "2024-12-31"]);
    assert_eq!(value["delivered"], "1");
    place.done(&[
        "register",
        "Marie Curie",
        "--change",
        "--rename",
        "Marie Sklodowska",
        "--on",
        "2024-08-01",
    ]);
    for name in ["Marie Curie", "Marie Sklodowska"] {
        assert_eq!(place.json(&["show", name])["id"], marie.as_str(), "{name}");
    }
}

/// Pages are for who sits at the machine with the keys; a file is passed on.
#[test]
#[cfg(debug_assertions)]
fn pages_say_persons_by_name_and_files_do_not() {
    let place = place();
    let [marie] = persons(&place).try_into().unwrap();
    let line = place.done(&["record", "bourse donnée", "who=marie curie", "--on", "2024-06"]);
    let number = line.split([' ', '#']).find(|it| it.parse::<u64>().is_ok()).unwrap();
    let entry = format!("/entry/{number}");
    let (correct, withdraw) = (format!("{entry}/correct"), format!("{entry}/withdraw"));
    let pages = [&entry, "/journal", "/value/holders?as-at=2024-12-31", &correct, &withdraw];
    let file = "/table/file/xlsx?as-at=2024-12-31";
    let server = crate::serving::Server::start(&place, "fr");
    let mut answers = server.answers(&[&pages[..], &[file]].concat());
    let file = answers.pop().unwrap();
    drop(server);
    for (path, page) in pages.iter().zip(answers) {
        let page = String::from_utf8(page).unwrap();
        assert!(page.contains("Marie Curie"), "{path}: {page}");
        // Its id leads to its page and stands in the entry's own bytes.
        let shown = page.replace(&format!("/register/{marie}"), "").replace(&format!("\"{marie}\""), "");
        let shown = shown.replace(&format!("&#34;{marie}&#34;"), "");
        assert!(!shown.contains(&marie), "{path}: {page}");
    }
    let begins = file.windows(4).position(|it| it == b"PK\x03\x04").unwrap();
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(&file[begins..])).unwrap();
    let text: String = calamine::Reader::worksheets(&mut book)
        .iter()
        .flat_map(|(_, sheet)| sheet.cells().map(|(.., cell)| format!("{cell} ")))
        .collect();
    assert!(text.contains(&marie) && !text.contains("Marie"), "{text}");
    without_keys(&place);
    let server = crate::serving::Server::start(&place, "fr");
    let page = String::from_utf8(server.answers(&[&entry]).remove(0)).unwrap();
    assert!(page.contains(&marie) && !page.contains("Marie"), "{page}");
}

#[test]
fn a_name_like_a_persons_is_asked_back_and_offered() {
    let place = place();
    let [marie] = persons(&place).try_into().unwrap();
    for name in ["Marie Curie", "marie curié", "Marie Curi"] {
        let (told, code) = place.refused(&["register", name, "--kind", "person", "--lang", "en"]);
        assert!(code == 1 && told.contains(&marie) && told.contains("--distinct"), "{told}");
        // A person made along with an activity would be counted twice.
        let new = ["record", "grant.given", &format!("who={name}x"), "--new", "person"];
        assert!(place.refused(&new).0.contains(&marie));
    }
    for near in [["show", "Mari Curie"].as_slice(), &["record", "grant.given", "who=Mari Curie"]] {
        let (told, _) = place.refused(near);
        assert!(told.contains(&marie), "{told}");
    }
    place.done(&["record", "grant.given", "who=Marie Curie", "--new", "person", "--on", "2024-06"]);
    assert_eq!(persons(&place).len(), 1);
    place.done(&[&NEW[..], &["--distinct"]].concat());
    let (told, _) = place.refused(&["record", "grant.given", "who=Marie Curie"]);
    assert!(persons(&place).iter().all(|person| told.contains(person)), "{told}");
    place.done(&["register", "Pierre Curie", "--kind", "person"]);
    place.done(&["register", "Marie Curie", "--kind", "organisation"]);
    for (path, bytes) in files(&place.path().join("ceimia.jalon")) {
        assert!(!holds(&bytes, "Pierre"), "{}", path.display());
    }
}

#[test]
fn a_file_is_asked_back_too() {
    let place = place();
    let [marie] = persons(&place).try_into().unwrap();
    let other = "person/0190c8e4-7b7d-7a52-9d6a-3f1f6b6a2f11";
    place.file("more.toml", format!("[[body]]\nid = \"{other}\"\nname = \"Marie Curie\"\non = 2024-01-01\n"));
    let (told, code) = place.refused(&["register", "more.toml"]);
    assert!(
        code == 1 && told.contains(other) && told.contains(&marie) && told.contains("--distinct"),
        "{told}"
    );
    place.done(&["register", "more.toml", "--distinct"]);
    assert_eq!(persons(&place).len(), 2);
}

#[test]
fn without_its_key_a_name_is_said_to_be_sealed_and_no_one_is_made_twice() {
    let place = place();
    let [marie] = persons(&place).try_into().unwrap();
    without_keys(&place);
    let named = [["show", "Marie Curie"].as_slice(), &["journal", "--with", "Marie Curie"]];
    let made = [&NEW[..], &["record", "grant.given", "who=Marie Curie", "--new", "person"]];
    for arguments in named.into_iter().chain(made) {
        let (told, code) = place.refused(&[arguments, &["--lang", "fr"]].concat());
        assert!(code == 1 && told.contains("scellé") && told.contains("clé"), "{arguments:?}: {told}");
    }
    // What can be no person has nothing to do with it.
    let record = ["record", "grant.given", &format!("who={marie}"), "place=Marie Curie", "--lang", "fr"];
    let (told, _) = place.refused(&record);
    assert!(told.contains("Marie Curie") && !told.contains("scellé"), "{told}");
    place.done(&["record", "grant.given", &format!("who={marie}"), "--on", "2024-06"]);
    place.done(&["register", "Autre", "--kind", "project"]);
    place.done(&[&NEW[..], &["--distinct"]].concat());
    assert_eq!(persons(&place).len(), 2);
}
