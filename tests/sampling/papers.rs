//! Working papers: written, filled in by another hand, and taken back.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use jalon::present::{Language, Messages, PAPER_HEADS};
use serde_json::Value;

use crate::place::Place;

const AMOUNTS: [&str; 6] = ["100.00", "250.00", "30.00", "900.00", "5.00", "60.00"];

/// A ledger with a few grants.
fn ledger() -> Place {
    let place = Place::with_ledger("essai");
    place.file("plan.toml", include_str!("../gallery/house/plan.toml"));
    place.file("register.toml", include_str!("../gallery/house/register.toml"));
    place.done(&[
        "init",
        "--source",
        "https://registre.exemple.org/essai",
        "--prefix",
        "org.exemple",
        "--zone",
        "America/Toronto",
        "--currency",
        "CAD",
        "--name",
        "Anne Essai",
    ]);
    place.done(&["plan", "plan.toml"]);
    place.done(&["register", "register.toml"]);
    let row = |amount: &&str| format!("subvention,2024-04-15,{amount},organisation/ocde\n");
    let rows: String = AMOUNTS.iter().map(row).collect();
    place.file("grants.csv", format!("type,date,amount,funder\n{rows}"));
    place.done(&["import", "grants.csv"]);
    place
}

const ASKED: [&str; 8] = ["sample", "grants", "--as-at", "2024-12-31", "--size", "3", "--seed", "2024"];

/// The rows of the second sheet of a working paper.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(1).unwrap().unwrap();
    let text = |cell: &Data| cell.to_string();
    sheet.rows().map(|row| row.iter().map(text).collect()).collect()
}

/// A paper as CSV, its cells by the place of their column.
pub(crate) struct Paper(pub(crate) Vec<Vec<String>>);

impl Paper {
    fn of(place: &Place, name: &str) -> Self {
        Self::read(&std::fs::read(place.path().join(name)).unwrap())
    }

    pub(crate) fn read(bytes: &[u8]) -> Self {
        Self(rows(bytes))
    }

    fn column(&self, head: &str) -> usize {
        self.0[0].iter().position(|it| it == head).unwrap()
    }

    /// Fills in a row, from 1.
    pub(crate) fn fill(&mut self, row: usize, filled: &[(&str, &str)]) {
        for (head, text) in filled {
            let at = self.column(head);
            (*text).clone_into(&mut self.0[row][at]);
        }
    }

    pub(crate) fn csv(&self) -> String {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(";") + "\r\n";
        self.0.iter().map(line).collect()
    }

    fn lay(&self, place: &Place) {
        place.file("back.csv", self.csv());
    }
}

fn written(place: &Place, more: &[&str]) -> Paper {
    place.done(&[&ASKED[..], more, &["--out", "paper.xlsx", "--lang", "en"]].concat());
    Paper::of(place, "paper.xlsx")
}

const UNITS: [&str; 2] = ["--method", "monetary"];

#[test]
fn a_paper_is_the_same_bytes_and_says_what_draws_it() {
    let place = ledger();
    let paper = written(&place, &UNITS);
    let first = std::fs::read(place.path().join("paper.xlsx")).unwrap();
    written(&place, &UNITS);
    assert_eq!(std::fs::read(place.path().join("paper.xlsx")).unwrap(), first);
    let sample = place.json(&[&ASKED[..], &UNITS].concat());
    let items = sample["items"].as_array().unwrap();
    assert_eq!(paper.0.len(), items.len() + 1);
    let (id, code) = (paper.column("Entry’s id"), paper.column("Sample"));
    for (row, item) in paper.0[1..].iter().zip(items) {
        assert_eq!(row[id], item["id"].as_str().unwrap());
        let code: Value = serde_json::from_str(&row[code]).unwrap();
        assert_eq!((&code["seed"], &code["head"]), (&sample["seed"], &sample["head"]));
    }
    // Its heads are those of both languages.
    for language in [Language::French, Language::English] {
        let heads: Vec<String> = PAPER_HEADS.iter().map(|id| Messages::new(language).word(id)).collect();
        let unique: std::collections::BTreeSet<&String> = heads.iter().collect();
        assert_eq!(unique.len(), heads.len(), "{heads:?}");
    }
}

#[test]
fn what_was_found_is_recorded_once_and_projected() {
    let place = ledger();
    let mut paper = written(&place, &UNITS);
    let last = paper.0.len() - 1;
    for row in 1..=last {
        paper.fill(row, &[("Tested", "yes"), ("Exception", "no"), ("Tested by", "A. B.")]);
    }
    let amount = paper.column("Amount");
    // Of the largest, which is certain to be drawn, a part is missing.
    let certain = (1..=last).find(|row| paper.0[*row][amount] == "900").unwrap();
    let found =
        [("Exception", "yes"), ("Amount audited", "850,00"), ("Auditor’s remark", "Facture de 850 $")];
    paper.fill(certain, &found);
    paper.lay(&place);
    let done = place.json(&["sample", "--results", "back.csv"]);
    let entries = done["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 1 + last);
    assert_eq!(entries[0]["type"], "jalon.sample.drawn");
    // The working paper is a document of the ledger's, which a pack takes along.
    assert_eq!(place.json(&["evidence", "orphans"])["unnamed"], Value::Array(vec![]));
    assert!(place.done(&["evidence", "list"]).contains("back.csv"));
    let number = entries[0]["sequence"].to_string();
    // The same file once more says nothing new; nor does another that says the same.
    assert_eq!(place.json(&["sample", "--results", "back.csv"])["entries"], Value::Array(vec![]));
    let shown = place.json(&["sample", &number]);
    let projection = &shown["projection"];
    assert_eq!((&projection["outcome"], &projection["known"]), (&"estimated".into(), &"50".into()));
    assert_eq!((&projection["projected"], &projection["total"]), (&"0".into(), &"50".into()));
    let open = place.json(&["checks"]);
    let open: Vec<&Value> =
        open["open"].as_array().unwrap().iter().filter(|it| it["kind"] == "exception").collect();
    assert_eq!((open.len(), &open[0]["what"][0]), (1, &number.clone().into()));
    let tested = open[0]["sequence"].to_string();
    let tests = place.json(&["show", &tested])["tests"].clone();
    assert_eq!((&tests[0]["audited"], &tests[0]["remark"]), (&"850".into(), &"Facture de 850 $".into()));
    assert!(place.done(&["verify"]).contains('✓'));
    // A drawn item with an error stands for its part of the interval.
    let mut other = paper;
    let drawn = (1..=last).find(|row| *row != certain).unwrap();
    let book: f64 = other.0[drawn][amount].parse().unwrap();
    let half = (book / 2.0).to_string();
    other.fill(drawn, &[("Exception", "yes"), ("Amount audited", &half)]);
    other.lay(&place);
    assert_eq!(place.json(&["sample", "--results", "back.csv"])["entries"].as_array().unwrap().len(), 1);
    let shown = place.json(&["sample", &number]);
    let interval: f64 = shown["interval"].as_str().map(ratio).unwrap();
    let projected = shown["projection"]["projected"].as_str().map(ratio).unwrap();
    assert!((projected - interval / 2.0).abs() < 1e-9, "{shown}");
    // Corrected since, it is open no more.
    place.done(&["correct", &tested, "amount=850,00", "--reason", "Facture"]);
    let left = place.json(&["checks"]);
    let left = left["open"].as_array().unwrap().iter().filter(|it| it["kind"] == "exception").count();
    assert_eq!(left, 1);
    place.done(&["withdraw", &number, "--reason", "Autre germe"]);
    let left = place.json(&["checks"]);
    assert!(left["open"].as_array().unwrap().iter().all(|it| it["kind"] != "exception"));
    assert!(place.done(&["verify"]).contains('✓'));
}

/// A decimal or a ratio, near enough to be compared.
#[allow(clippy::float_arithmetic, reason = "it is compared within a margin")]
fn ratio(text: &str) -> f64 {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap()
}

/// What is changed, where that is told, and in which words.
type Change<'c> = (&'c dyn Fn(&mut Paper), &'static str, &'static str);

/// What is changed, which is told, at which row.
#[test]
fn a_paper_of_other_items_is_refused() {
    let place = ledger();
    let amount = |paper: &mut Paper| paper.fill(1, &[("Amount", "12345")]);
    let unmarked = |paper: &mut Paper| paper.fill(2, &[("Amount audited", "1")]);
    let verdict = |paper: &mut Paper| paper.fill(2, &[("Tested", "yes")]);
    let differs = |paper: &mut Paper| {
        paper.fill(1, &[("Tested", "oui"), ("Exception", "non"), ("Amount audited", "12345,00")]);
    };
    let neither = |paper: &mut Paper| paper.fill(1, &[("Tested", "maybe")]);
    let missing = |paper: &mut Paper| drop(paper.0.pop());
    let twice = |paper: &mut Paper| {
        let row = paper.0[1].clone();
        paper.0.push(row);
    };
    let other_id =
        |paper: &mut Paper| paper.fill(1, &[("Entry’s id", "018d6492-b0be-7000-8000-000000000001")]);
    let other_seed = |paper: &mut Paper| {
        let at = paper.column("Sample");
        paper.0[2][at] = paper.0[2][at].replace("2024\",", "2025\",");
    };
    let other_size = |paper: &mut Paper| {
        let at = paper.column("Sample");
        for row in &mut paper.0[1..] {
            row[at] = row[at].replace("\"size\":", "\"size\":9");
        }
    };
    let nothing = |paper: &mut Paper| {
        let at = paper.column("Sample");
        paper.0[1][at] = "x".to_owned();
    };
    let changes: [Change<'_>; 11] = [
        (&amount, "back.csv:2:", "Amount audited"),
        (&unmarked, "back.csv:3:", "“Tested” is not yes"),
        (&verdict, "back.csv:3:", "neither yes nor no"),
        (&differs, "back.csv:2:", "“Exception” is not yes"),
        (&neither, "back.csv:2:", "maybe"),
        (&missing, "back.csv:1:", "has no row"),
        (&twice, "back.csv:5:", "further up"),
        (&other_id, "back.csv:2:", "does not draw"),
        (&other_seed, "back.csv:3:", "another sample"),
        (&other_size, "jalon: ", "of this ledger"),
        (&nothing, "back.csv:2:", "does not say what draws"),
    ];
    for (change, at, told) in changes {
        let mut paper = written(&place, &[]);
        change(&mut paper);
        paper.lay(&place);
        let (said, code) = place.refused(&["sample", "--results", "back.csv", "--lang", "en"]);
        assert!(said.starts_with(at) && said.contains(told) && code == 1, "{told}: {said}");
    }
}

/// A row whose number is another entry's, and a test before there was anything to test.
#[test]
fn a_row_is_of_one_entry_and_is_tested_after_it() {
    let place = ledger();
    let paper = written(&place, &[]);
    let number = paper.0[1][paper.column("No.")].clone();
    let another = (number.parse::<u64>().unwrap() + 1).to_string();
    for (head, wrong, told) in
        [("No.", another.as_str(), format!("#{number}")), ("Tested on", "2020-01-01", "2020".to_owned())]
    {
        let mut paper = Paper(paper.0.clone());
        paper.fill(1, &[("Tested", "yes"), ("Exception", "no"), ("Tested on", "")]);
        paper.fill(1, &[(head, wrong)]);
        paper.lay(&place);
        let (words, code) = place.refused(&["sample", "--results", "back.csv"]);
        assert!(code == 1 && words.contains(&told), "{head}: {words}");
    }
}

/// What is counted is found in whole numbers.
#[test]
fn an_audited_number_of_things_is_a_number_of_things() {
    let place = Place::with_ledger("marees.jalon");
    place.done(&["demo", "--fictif", "marees.jalon"]);
    let asked = ["sample", "participants", "--as-at", "FY2026", "--size", "2", "--seed", "7"];
    place.done(&[&asked[..], &["--out", "paper.xlsx", "--lang", "en"]].concat());
    for wrong in ["-3", "2.5"] {
        let mut paper = Paper::of(&place, "paper.xlsx");
        paper.fill(1, &[("Tested", "yes"), ("Exception", "yes"), ("Amount audited", wrong)]);
        paper.lay(&place);
        assert_eq!(place.refused(&["sample", "--results", "back.csv"]).1, 1, "{wrong}");
    }
}
