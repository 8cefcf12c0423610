//! The invented organisation: a ledger as one that was kept.

use std::collections::BTreeSet;
use std::path::Path;

use jalon::audit::verify_lines;
use jalon::cli::FICTIF;
use jalon::event::{Day, Entry, EvidenceKind, Hash, Period};
use jalon::figures::{Filter, PlanChoice, Question, Record, Ruling, State, explain, table};
use jalon::plan::Kind;
use jalon::present::{Language, Messages, Supplement, explain_json, kpi_json, table_text};

use crate::invented::day;
use crate::place::Place;

fn lines() -> Vec<Vec<u8>> {
    FICTIF.bundle.lines().unwrap()
}

pub fn state() -> State {
    let mut state = State::default();
    for line in lines() {
        state.apply(Entry::read(&line).unwrap(), Hash::of(&line)).unwrap();
    }
    state
}

pub fn last_day() -> Day {
    day(FICTIF.as_at)
}

/// Every kind of value.
pub const KINDS: [Kind; 9] = [
    Kind::Count,
    Kind::Sum,
    Kind::Distinct,
    Kind::Latest,
    Kind::Share,
    Kind::Max,
    Kind::Mean,
    Kind::Attained,
    Kind::Narrative,
];

/// The tables that are kept; `JALON_REWRITE=snapshots cargo test` writes them
/// anew.
#[test]
fn kept_tables_are_reproduced() {
    let state = state();
    let ruling = Ruling::at(&state, &PlanChoice::default(), last_day()).unwrap();
    let table = table(&Question::new(&state, &ruling, last_day(), Filter::default()));
    let text = |language| {
        anstream::adapter::strip_str(&table_text(&Messages::new(language), &table, Supplement::Shown, 110))
            .to_string()
    };
    let json = serde_json::to_string_pretty(&kpi_json(&table)).unwrap() + "\n";
    let kept = [("fr.txt", text(Language::French)), ("en.txt", text(Language::English)), ("json", json)];
    for (ending, now) in kept {
        let path = format!("{}/snapshots/fictif/{}.{ending}", env!("CARGO_MANIFEST_DIR"), FICTIF.as_at);
        if std::env::var("JALON_REWRITE").is_ok_and(|what| what == "snapshots") {
            std::fs::create_dir_all(Path::new(&path).parent().unwrap()).unwrap();
            std::fs::write(&path, &now).unwrap();
        }
        assert!(std::fs::read_to_string(&path).unwrap() == now, "{path} differs");
    }
}

#[test]
fn every_row_has_items_with_documents_and_every_kind_and_window_occurs() {
    let state = state();
    let ruling = Ruling::at(&state, &PlanChoice::default(), last_day()).unwrap();
    let table = table(&Question::new(&state, &ruling, last_day(), Filter::default()));
    let (mut kinds, mut windows) = (BTreeSet::new(), BTreeSet::new());
    for row in table.groups().flat_map(|group| &group.rows) {
        let id = &row.indicator.id;
        assert!(!row.value.grade.documented.is_zero(), "{id} has no documents");
        assert!(row.value.grade.itemised.is_zero() && row.value.grade.reported.is_zero(), "{id}");
        assert!(!row.value.contradicts && !row.value.at_least, "{id}");
    }
    for indicator in ruling.indicators() {
        kinds.insert(indicator.rule.kind.word());
        windows.extend(indicator.rule.window.map(|window| format!("{window:?}")));
    }
    assert_eq!(kinds, KINDS.map(Kind::word).into_iter().collect());
    assert_eq!(windows.len(), 4, "{windows:?}");
}

#[test]
fn it_tells_what_a_kept_ledger_has() {
    let state = state();
    let records = |holds: &dyn Fn(&Record) -> bool| state.records().iter().filter(|it| holds(it)).count();
    assert_eq!(records(&|it| !it.corrections.is_empty()), 1, "one correction");
    assert_eq!(records(&|it| it.standing(false).is_err()), 1, "one planned activity");
    let year_end = state.year_end().unwrap();
    let late = |it: &Record| {
        let year: Period = year_end.holding(it.latest().occurred.to);
        &*it.kind == "workshop.held" && it.original.recorded > year.to
    };
    assert_eq!(records(&late), 1, "one activity of a past year recorded in the next");
    assert_eq!(state.adoptions().len(), 2);
    assert_eq!(state.notes().iter().filter(|note| note.resolved.is_some()).count(), 1);
}

/// A share names both its parts, so that each is explained in turn; what is
/// added up there is what counts in the first.
#[test]
fn a_share_names_its_parts() {
    let state = state();
    let ruling = Ruling::at(&state, &PlanChoice::default(), last_day()).unwrap();
    let question = Question::new(&state, &ruling, last_day(), Filter::default());
    let row = explain(&question, ruling.indicator("share-region").unwrap());
    let told = explain_json(&state, &table(&question), &row, &[]);
    let [part, whole] = ["part", "whole"].map(|side| &told["parts"][side]);
    assert_eq!((&part["id"], &part["delivered"]), (&"workshops-region".into(), &"4".into()));
    assert_eq!((&whole["id"], &whole["delivered"]), (&"workshops".into(), &"8".into()));
    assert_eq!(told["delivered"], "50");
    let amounts: Vec<&str> =
        told["contributions"].as_array().unwrap().iter().map(|it| it["amount"].as_str().unwrap()).collect();
    assert_eq!(amounts, ["1", "1", "1", "1"]);
    crate::schemas::assert_passes(&crate::schemas::schema("docs/schemas/explain.schema.json"), &told);
}

/// Every document that an entry names travels in the program, and no other.
#[test]
fn documents_are_those_that_entries_name() {
    let laid: BTreeSet<Hash> = FICTIF.named_documents().map(|(name, _)| name).collect();
    let state = state();
    let evidence = state.records().iter().flat_map(|record| record.latest().content.evidence());
    let named: BTreeSet<Hash> = evidence.clone().map(|document| document.blake3).collect();
    assert_eq!(laid, named);
    assert!(evidence.clone().any(|document| document.kind == EvidenceKind::Agreement));
    verify_lines(lines().into_iter().map(Ok)).unwrap();
}

#[test]
fn the_command_lays_it_once_and_it_verifies() {
    let place = Place::with_ledger("fictif.jalon");
    let run = |arguments: &[&str]| place.done(arguments);
    let first = run(&["--lang", "fr", "demo", "--fictif"]);
    assert!(first.contains("Ateliers tenus"), "{first}");
    assert_eq!(run(&["--lang", "fr", "demo", "--fictif"]), first);
    assert!(run(&["--lang", "en", "verify"]).contains("✓ documents: 10\n"));
    place.file("log.jsonl", run(&["export", "jsonl"]));
    let kept = run(&["kpi", "--as-at", FICTIF.as_at, "--format", "json"]);
    let again =
        ["--ledger", "again.jalon", "kpi", "--known-at", "93", "--as-at", FICTIF.as_at, "--format", "json"];
    run(&["--ledger", "again.jalon", "restore", "log.jsonl"]);
    assert_eq!(run(&again), kept);
}
