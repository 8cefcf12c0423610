//! CEIMIA's ledger: what the report prints is reproduced, and the tables at
//! each 31 March are kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jalon::cli::CEIMIA;
use jalon::event::{Day, link};
use jalon::figures::{Filter, PlanChoice, Question, Ruling, State, read_fields, table};
use jalon::ledger::{Known, replay};
use jalon::log::{Log, MemoryLog};
use jalon::present::{Language, Messages, Supplement, kpi_json, table_text};
use serde_json::Value;

/// The log of the demonstration.
pub(crate) fn log() -> MemoryLog {
    let mut log = MemoryLog::new(link);
    log.append(&CEIMIA.bundle.lines().unwrap()).unwrap();
    log
}

/// Replayed once, for whoever asks.
pub(crate) fn state() -> State {
    static STATE: OnceLock<State> = OnceLock::new();
    STATE.get_or_init(|| replay(&log(), Known::Now).unwrap()).clone()
}

fn kpi(state: &State, day: Day) -> Value {
    let ruling = Ruling::at(state, &PlanChoice::default(), day).unwrap();
    kpi_json(&table(&Question::new(state, &ruling, day, Filter::default())))
}

fn text(state: &State, day: Day, language: Language) -> String {
    let ruling = Ruling::at(state, &PlanChoice::default(), day).unwrap();
    let table = table(&Question::new(state, &ruling, day, Filter::default()));
    let styled = table_text(&Messages::new(language), &table, Supplement::Shown, 110);
    anstream::adapter::strip_str(&styled).to_string()
}

fn rows(document: &Value) -> Vec<&Value> {
    let groups = document["objectives"].as_array().unwrap().iter();
    let groups = groups.flat_map(|objective| objective["groups"].as_array().unwrap());
    groups.flat_map(|group| group["indicators"].as_array().unwrap()).collect()
}

/// The digits of a printed figure: `$11,729,207` is `11729207`.
fn digits(printed: &str) -> String {
    printed.chars().filter(char::is_ascii_digit).collect()
}

fn published(place: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("events/ceimia/published-2024.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let records = reader.deserialize().map(Result::unwrap);
    records.filter(|record: &BTreeMap<String, String>| record["place"] == place).collect()
}

const YEAR_ENDS: [i32; 3] = [2022, 2023, 2024];

pub(crate) fn year_end(year: i32) -> Day {
    Day::new(year, 3, 31).unwrap()
}

#[test]
fn every_delivered_and_target_of_annexe_1_is_reproduced_in_its_order() {
    let document = kpi(&state(), year_end(2024));
    let printed = published("row");
    let rows = rows(&document);
    assert_eq!((printed.len(), rows.len()), (47, 47));
    for (printed, row) in printed.iter().zip(rows) {
        assert_eq!(printed["indicator"], row["id"].as_str().unwrap());
        assert_eq!(digits(&printed["delivered"]), row["delivered"].as_str().unwrap(), "{}", row["id"]);
        assert_eq!(digits(&printed["target"]), row["target"].as_str().unwrap(), "{}", row["id"]);
        assert_eq!(row["atleast"], false, "{}", row["id"]);
    }
    assert_eq!(published("group").len(), 12);
}

#[test]
fn seven_rows_list_more_than_their_total() {
    let document = kpi(&state(), year_end(2024));
    let lines: BTreeMap<String, String> = published("row")
        .into_iter()
        .map(|record| (record["indicator"].clone(), record["line"].clone()))
        .collect();
    let contradicting: Vec<&str> = rows(&document)
        .into_iter()
        .filter(|row| row["contradicts"] == true)
        .map(|row| lines[row["id"].as_str().unwrap()].as_str())
        .collect();
    assert_eq!(contradicting, ["863", "867", "870", "914", "915", "918", "919"]);
}

#[test]
fn percentages_are_what_the_numbers_give_not_what_is_printed() {
    let document = kpi(&state(), year_end(2024));
    let differing: Vec<(String, String)> = published("row")
        .iter()
        .zip(rows(&document))
        .filter(|(printed, row)| digits(&printed["percent"]) != row["percent"].as_str().unwrap())
        .map(|(printed, row)| (printed["percent"].clone(), row["percent"].as_str().unwrap().to_owned()))
        .collect();
    // 203 of 33 is 615 %, not the 625 % that line 884 prints.
    assert_eq!(differing, [("625%".to_owned(), "615".to_owned())]);
}

#[test]
fn building_the_ledger_twice_gives_the_same_bytes() {
    assert_eq!(CEIMIA.bundle.lines().unwrap(), CEIMIA.bundle.lines().unwrap());
}

/// The kept tables; `JALON_REWRITE=snapshots cargo test` writes them anew.
#[test]
fn kept_tables_are_reproduced() {
    let state = state();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/ceimia");
    let mut kept: Vec<PathBuf> = Vec::new();
    for year in YEAR_ENDS {
        let day = year_end(year);
        let json = serde_json::to_string_pretty(&kpi(&state, day)).unwrap() + "\n";
        let tables = [
            ("json", json),
            ("fr.txt", text(&state, day, Language::French)),
            ("en.txt", text(&state, day, Language::English)),
        ];
        for (ending, now) in tables {
            let path = folder.join(format!("{day}.{ending}"));
            if std::env::var("JALON_REWRITE").is_ok_and(|what| what == "snapshots") {
                fs::write(&path, &now).unwrap();
            }
            let before = fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(before, now, "{} differs", path.display());
            kept.push(path);
        }
    }
    let mut there: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
    // What the report prints is reproduced beside it.
    there.retain(|path| !path.ends_with("reconciliation-2024.md"));
    there.sort();
    kept.sort();
    assert_eq!(there, kept, "a snapshot that nothing reproduces");
}

#[test]
fn the_published_demonstration_key_is_the_one_that_entry_0_names() {
    let text = include_str!("../events/ceimia/demonstration.key");
    let key = jalon::proof::LedgerKey::from_file(text).unwrap();
    assert_eq!(state().opened().unwrap().verifierkey, key.verifier().to_string());
}

/// What is offered to whoever records at a terminal: a field that a rule reads,
/// by itself or by an attribute of what it names, and the one that counts.
#[test]
fn the_fields_that_some_indicator_reads_are_known() {
    let state = state();
    let read =
        |kind: &str| read_fields(&state, state.activity_type(kind).unwrap()).into_iter().collect::<Vec<_>>();
    assert_eq!(read("newsletter.sent"), ["editions"]);
    assert_eq!(read("conference.given"), ["ends", "scope"]);
    assert!(read("partnership.formed").contains(&"partner"));
    // What no rule reads is not there, and nothing of another type is.
    for kind in state.catalogue() {
        for field in read_fields(&state, kind).into_iter().filter(|it| *it != "subject") {
            assert!(kind.field(field).is_some(), "{}.{field}", kind.id);
        }
    }
    assert!(!read("conference.given").contains(&"place"));
}
