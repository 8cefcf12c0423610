//! Tables marked as sent, by the command line.

use std::path::Path;
use std::process::{Command, Output};

use jalon::event::Hash;
use serde_json::Value;

use crate::place::Place;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("JALON_KEYS", folder.join("keys"))
        .env("JALON_LEDGER", "ceimia.jalon")
        .env("LC_ALL", "en_CA.UTF-8")
        .output()
        .unwrap()
}

fn does(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn explained(folder: &Path) -> Value {
    let out = does(folder, &["explain", "newsletters", "--as-at", "2024-03-31", "--format", "json"]);
    serde_json::from_slice::<Value>(&out).unwrap()["published"].clone()
}

const KPI: [&str; 3] = ["kpi", "--as-at", "2024-03-31"];

#[test]
fn a_mark_has_the_hash_of_what_was_written_and_a_value_says_where_it_was_sent() {
    let place = Place::demonstration();
    let folder = place.path();
    for format in ["md", "html", "csv", "xlsx", "json", "text"] {
        let file = format!("t.{format}");
        let more = ["--format", format, "--out", &file, "--sent-to", format];
        does(folder, &[&KPI[..], &more].concat());
    }
    let published = explained(folder);
    let published = published.as_array().unwrap();
    assert_eq!(published.len(), 6);
    for it in published {
        let format = it["format"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(format!("t.{format}"))).unwrap();
        assert_eq!(it["blake3"], Hash::of(&bytes).to_string(), "{format}");
        assert_eq!((&it["to"], &it["differs"]), (&format.into(), &false.into()));
        assert_eq!(it["then"], it["now"]);
        // The same table again, by what it knew.
        let size = it["size"].as_u64().unwrap();
        let known = (size - 1).to_string();
        if format == "json" {
            let again = does(folder, &[&KPI[..], &["--known-at", &known, "--format", "json"]].concat());
            assert_eq!(again, bytes);
        }
    }
    does(folder, &["verify"]);
}

#[test]
fn a_value_that_is_another_since_says_both() {
    let place = Place::demonstration();
    let folder = place.path();
    std::fs::write(folder.join("rapport.pdf"), "rapport").unwrap();
    let document = ["--sent-to", "Board", "--document", "rapport.pdf"];
    does(folder, &[&KPI[..], &document].concat());
    // Again is no other mark, though the ledger has grown by the first.
    let again = run(folder, &[&KPI[..], &document].concat());
    assert!(String::from_utf8_lossy(&again.stderr).contains("already"));
    let total = does(folder, &["journal", "--type", "jalon.total.reported", "--format", "json"]);
    let total: Value = serde_json::from_slice(&total).unwrap();
    let entries = total["entries"].as_array().unwrap();
    let of = entries.iter().find(|it| it["fields"]["indicator"] == "newsletters").unwrap();
    let number = of["sequence"].to_string();
    does(folder, &["correct", &number, "value=5", "--reason", "Printed wrong"]);
    let published = explained(folder);
    let [it] = published.as_array().unwrap().as_slice() else { panic!("one mark: {published}") };
    assert_eq!((&it["differs"], &it["then"]["delivered"]), (&true.into(), &"3".into()));
    assert_eq!((&it["now"]["delivered"], &it["format"]), (&"5".into(), &"other".into()));
    assert_eq!(it["blake3"], Hash::of(b"rapport").to_string());
    let text = String::from_utf8(does(folder, &["explain", "newsletters", "--as-at", "2024-03-31"])).unwrap();
    assert!(text.contains("In 1 table that was sent") && text.contains("today 5"), "{text}");
    // As it was known before, it was never sent.
    let before = ["explain", "newsletters", "--as-at", "2024-03-31", "--known-at", "742"];
    assert!(!String::from_utf8(does(folder, &before)).unwrap().contains("that was sent"));
    let mark = it["sequence"].to_string();
    does(folder, &["withdraw", &mark, "--reason", "Not sent after all"]);
    assert_eq!(explained(folder), Value::Array(vec![]));
    let document = Hash::of(b"rapport").to_string();
    std::fs::remove_file(folder.join("ceimia.jalon/evidence").join(&document[..2]).join(&document)).unwrap();
    assert_eq!(run(folder, &["verify"]).status.code(), Some(1), "a document that was sent is evidence");
}

#[test]
fn the_name_of_a_file_says_its_format() {
    let place = Place::demonstration();
    let folder = place.path();
    let begins: [(&str, &[u8]); 7] = [
        ("t.xlsx", b"PK"),
        ("t.csv", b"indicator,"),
        ("t.HTML", b"<!"),
        ("u.htm", b"<!"),
        ("t.md", b"#"),
        ("t.json", b"{"),
        ("t.txt", b"CEIMIA"),
    ];
    for (file, begins) in begins {
        does(folder, &[&KPI[..], &["--out", file]].concat());
        let bytes = std::fs::read(folder.join(file)).unwrap();
        assert!(bytes.starts_with(begins), "{file} {:?}", String::from_utf8_lossy(&bytes[..20]));
    }
    // Beside each other, in any language.
    does(folder, &[&KPI[..], &["--lang", "fr", "--out", "u.csv"]].concat());
    let package = std::fs::read(folder.join("datapackage.json")).unwrap();
    let package: Value = serde_json::from_slice(&package).unwrap();
    let paths: Vec<&str> =
        package["resources"].as_array().unwrap().iter().map(|it| it["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["t.csv", "u.csv"]);
    let refused = run(folder, &["kpi", "--format", "csv", "--out", "v.xlsx"]);
    assert_eq!((refused.status.code(), folder.join("v.xlsx").exists()), (Some(2), false));
}
