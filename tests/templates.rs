//! Workbooks to fill in: what they are made of, and that all of it is read
//! back.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use calamine::{DataType, Reader, Xlsx, open_workbook_from_rs};
use jalon::cli::CEIMIA;
use jalon::figures::State;
use jalon::plan::{Field, FieldKind};
use serde_json::Value;

use crate::ceimia::state;
use crate::place::Place;
use crate::workbooks::workbook;

fn bytes(place: &Place, name: &str) -> Vec<u8> {
    std::fs::read(place.path().join(name)).unwrap()
}

/// The heads of each sheet of a workbook.
fn heads(bytes: Vec<u8>) -> BTreeMap<String, Vec<String>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let of = |name: &String| {
        let sheet = book.worksheet_range(name).unwrap();
        let heads = sheet.rows().next().map(|row| row.iter().filter_map(DataType::as_string).collect());
        (name.clone(), heads.unwrap_or_default())
    };
    names.iter().map(of).collect()
}

/// What would be written in a cell for a stored value; none where people would
/// write it otherwise.
fn cell(state: &State, field: &Field, value: &Value) -> Option<String> {
    let french = |words: jalon::plan::Words| words.fr;
    match (field.kind, value) {
        (_, Value::Array(items)) => {
            let cells: Option<Vec<String>> = items.iter().map(|item| cell(state, field, item)).collect();
            cells.filter(|cells| !cells.iter().any(|it| it.contains(';'))).map(|cells| cells.join("; "))
        }
        (FieldKind::Count, Value::Number(number)) => Some(format!("#{number}")),
        (FieldKind::Decimal, Value::String(text)) => Some(format!("#{text}")),
        (FieldKind::YesNo, Value::Bool(truth)) => Some(if *truth { "oui" } else { "non" }.to_owned()),
        (FieldKind::Date, Value::String(text)) => {
            let day: chrono::NaiveDate = text.parse().unwrap();
            let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
            Some(format!("@{}", (day - first).num_days()))
        }
        (FieldKind::Choice, Value::String(word)) => {
            let choice = field.choices.iter().find(|choice| choice.word == *word).unwrap();
            Some(french(choice.label.clone()))
        }
        (FieldKind::Reference, Value::String(id)) => {
            Some(french(state.register().name(&id.parse().unwrap())))
        }
        (FieldKind::Text, Value::String(text)) => Some(format!("\\{text}")),
        (FieldKind::Money, Value::Object(money)) if money.len() == 2 => {
            Some(format!("${}", money["amount"].as_str().unwrap()))
        }
        _ => None,
    }
}

/// Each type's first activity whose values people would all write so.
fn samples(state: &State) -> Vec<(String, BTreeMap<String, String>, Value)> {
    let lines = CEIMIA.bundle.lines().unwrap();
    let entries = lines.iter().map(|line| serde_json::from_slice::<Value>(line).unwrap());
    let mut found: BTreeMap<String, (BTreeMap<String, String>, Value)> = BTreeMap::new();
    for entry in entries {
        let Some(kind) = entry["type"].as_str().unwrap().strip_prefix("org.ceimia.").map(str::to_owned)
        else {
            continue;
        };
        let known = state.activity_type(&kind).unwrap();
        let fields = entry["data"]["fields"].as_object().cloned().unwrap_or_default();
        let cells: Option<BTreeMap<String, String>> = fields
            .iter()
            .map(|(name, value)| Some((name.clone(), cell(state, known.field(name)?, value)?)))
            .collect();
        if let Some(cells) = cells.filter(|_| !found.contains_key(&kind)) {
            found.insert(kind, (cells, entry["data"]["fields"].clone()));
        }
    }
    found.into_iter().map(|(kind, (cells, fields))| (kind, cells, fields)).collect()
}

#[test]
fn every_type_is_filled_in_and_read_back_whole() {
    let place = Place::demonstration();
    place.done(&["gabarit", "tout", "t.xlsx"]);
    let sheets = heads(bytes(&place, "t.xlsx"));
    let made: Value =
        serde_json::from_str(&place.done(&["template", "all", "u.xlsx", "--lang", "fr", "--format", "json"]))
            .unwrap();
    let name_of = |kind: &str| {
        let types = made["types"].as_array().unwrap();
        types.iter().find(|it| it["type"] == kind).unwrap()["sheet"].as_str().unwrap().to_owned()
    };
    let state = state();
    let samples = samples(&state);
    assert!(samples.len() > 45, "{}", samples.len());
    let mut lines = Vec::new();
    for (kind, cells, _) in &samples {
        let sheet = name_of(kind);
        let heads = &sheets[&sheet];
        let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
        lines.extend(heads.iter().enumerate().map(|(at, head)| format!("{sheet}!{}1 {head}", letter(at))));
        lines.push(format!("{sheet}!A2 2024-05-02"));
        let known = state.activity_type(kind).unwrap();
        for (name, value) in cells {
            let label = &known.field(name).unwrap().label.fr;
            let is_its = |head: &String| {
                let head = head.trim_end_matches(" *");
                head == label || head == format!("{label} (champ)")
            };
            let at =
                heads.iter().position(is_its).unwrap_or_else(|| panic!("{kind} has no {name}: {heads:?}"));
            lines.push(format!("{sheet}!{}2 {value}", letter(at)));
        }
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    place.file("t2.xlsx", workbook(&lines));
    place.done(&["import", "t2.xlsx"]);
    let export = place.done(&["export", "jsonl"]);
    let entries: Vec<Value> = export.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (kind, _, fields) in samples {
        let is_its = |entry: &&Value| {
            entry["type"] == format!("org.ceimia.{kind}") && entry["occurredfrom"] == "2024-05-02"
        };
        let written = entries.iter().rev().find(is_its).unwrap_or_else(|| panic!("{kind} was not recorded"));
        assert_eq!(written["data"]["fields"], fields, "{kind}");
    }
    place.done(&["verify"]);
}

#[test]
fn no_head_is_a_key() {
    let place = Place::demonstration();
    for (language, sheet, known) in [
        ("fr", "Répertoire", ["Axe", "Portefeuille", "Secteur"]),
        ("en", "Register", ["Focus", "Portfolio", "Sector"]),
    ] {
        place.done(&["template", "all", &format!("{language}.xlsx"), "--lang", language]);
        let sheets = heads(bytes(&place, &format!("{language}.xlsx")));
        let keys = sheets.values().flatten().filter(|head| head.contains("fields."));
        assert_eq!(keys.collect::<Vec<_>>(), Vec::<&String>::new());
        let of_bodies = &sheets[sheet];
        assert!(known.iter().all(|it| of_bodies.iter().any(|head| head == it)), "{of_bodies:?}");
    }
}

/// Bodies, and what names them, filled in within one workbook: in both languages
/// all is read back, as one import.
#[test]
fn totals_and_the_register_are_filled_in_and_read_back() {
    for (language, words) in [
        ("fr", ["Répertoire", "Totaux publiés", "organisation", "Côte d’Ivoire", "31 mars 2025"]),
        ("en", ["Register", "Reported totals", "organisation", "Côte d'Ivoire", "March 31, 2025"]),
    ] {
        let place = Place::demonstration();
        place.done(&["template", "all", "t.xlsx", "--lang", language]);
        let sheets = heads(bytes(&place, "t.xlsx"));
        let [register, totals, kind, country, day] = words;
        let mut lines = Vec::new();
        let mut fill = |sheet: &str, cells: &[&str]| {
            let all = &sheets[sheet];
            for (letter, head) in ('A'..).zip(all) {
                lines.push(format!("{sheet}!{letter}1 {head}"));
            }
            for (letter, cell) in ('A'..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                lines.push(format!("{sheet}!{letter}2 {cell}"));
            }
        };
        fill(register, &[kind, "Institut Gamma", "Gamma Institute", country]);
        fill(totals, &["newsletters", "", day, "environ 7", "Rapport 2025"]);
        lines.push("A!A1 Type".to_owned());
        lines.extend(["A!B1 Date", "A!C1 partner"].map(str::to_owned));
        lines.extend(
            ["A!A2 partnership.formed", "A!B2 2024-05-05", "A!C2 gamma institute"].map(str::to_owned),
        );
        place.file("u.xlsx", workbook(&lines.iter().map(String::as_str).collect::<Vec<_>>()));
        // Activities and totals are none of the register, and nothing is done.
        let (told, _) = place.refused(&["register", "u.xlsx", "--lang", "en"]);
        assert!(told.contains("u.xlsx:A!A2: this row is none of the register"), "{told}");
        let done = place.json(&["import", "u.xlsx"]);
        assert_eq!(done["added"], 3, "{language}");
        let body = place.json(&["show", "organisation/institut-gamma"]);
        assert!(body.to_string().contains("CI"), "{body:#}");
        // Withdrawing the batch leaves the body, which is of no batch.
        place.done(&["withdraw", done["batch"].as_str().unwrap(), "--reason", "x"]);
        place.done(&["show", "organisation/institut-gamma"]);
        place.done(&["verify"]);
    }
}

#[test]
fn the_register_alone_is_a_workbook_of_its_own() {
    let place = Place::demonstration();
    place.done(&["gabarit", "répertoire", "r.xlsx"]);
    let heads = heads(bytes(&place, "r.xlsx"));
    let country = heads["Répertoire"].iter().position(|head| head == "Pays");
    assert_eq!(country, Some(3), "{heads:?}");
    let names = &heads["jalon"];
    assert!(names.contains(&"Afghanistan".to_owned()), "{names:?}");
    place.file("r2.xlsx", workbook(&["R!A1 Sorte", "R!B1 Nom", "R!A2 projet", "R!B2 Projet Zêta"]));
    place.done(&["register", "r2.xlsx"]);
    place.done(&["show", "project/projet-zeta"]);
    // Once more it is there already, and nothing is appended.
    let before = place.done(&["export", "jsonl"]);
    place.done(&["register", "r2.xlsx"]);
    assert_eq!(place.done(&["export", "jsonl"]), before);
}

#[test]
fn the_bytes_are_the_same_each_time_and_nothing_in_them_runs() {
    let place = Place::demonstration();
    place.done(&["register", "=HYPERLINK(\"http://x\")", "--kind", "organisation"]);
    for name in ["a.xlsx", "b.xlsx"] {
        place.done(&["template", "all", name, "--lang", "en"]);
    }
    assert_eq!(bytes(&place, "a.xlsx"), bytes(&place, "b.xlsx"));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes(&place, "a.xlsx"))).unwrap();
    let mut validations = 0;
    for index in 0..archive.len() {
        let mut text = String::new();
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        if Path::new(&name).extension().is_some_and(|it| it == "xml") {
            std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        }
        // Formulas of lists are those of rules, never of cells.
        assert!(!text.contains("<f>") && !text.contains("<hyperlink"), "{name}");
        validations += text.matches("type=\"list\"").count();
    }
    assert!(validations > 20, "{validations}");
}

#[test]
fn a_workbook_that_is_there_stays() {
    let place = Place::demonstration();
    place.file("a.xlsx", b"mine");
    let output = place.run(&["template", "all", "a.xlsx"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(bytes(&place, "a.xlsx"), b"mine");
}
