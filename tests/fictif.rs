//! The invented organisation: a ledger as one that was kept.

use std::collections::BTreeSet;
use std::path::Path;

use jalon::audit::{Checks, OpenKind, verify_lines};
use jalon::cli::FICTIF;
use jalon::event::{Day, Entry, EvidenceKind, Hash, Period};
use jalon::figures::{
    Filter, Part, PlanChoice, Question, Record, Ruling, State, closer_of, counted_in, explain, table,
};
use jalon::plan::Kind;
use jalon::present::{
    Grounds, Language, Messages, Recorders, Supplement, explain_json, explain_text, kpi_json, part_words,
    table_text,
};
use jalon::vault::Documents;

use crate::invented::day;
use crate::place::Place;

fn lines() -> Vec<Vec<u8>> {
    FICTIF.bundle.lines().unwrap()
}

pub(crate) fn state() -> State {
    let mut state = State::default();
    for line in lines() {
        state.apply(Entry::read(&line).unwrap(), Hash::of(&line)).unwrap();
    }
    state
}

pub(crate) fn last_day() -> Day {
    day(FICTIF.as_at)
}

/// Every kind of value.
pub(crate) const KINDS: [Kind; 9] = [
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

/// What closes an entry is as much of a value as what it closes, and what a share is
/// taken of as much as its part: neither is said to count nowhere.
#[test]
fn what_closes_and_what_stands_below_the_line_has_its_part() {
    let state = state();
    let ruling = Ruling::at(&state, &PlanChoice::default(), last_day()).unwrap();
    let question = Question::new(&state, &ruling, last_day(), Filter::default());
    let members = ruling.indicator("members").unwrap();
    let value = explain(&question, members).value;
    let closed: Vec<_> =
        value.contributions.iter().filter_map(|it| Some((it.sequence, closer_of(it)?))).collect();
    let [(gone, by)] = closed.as_slice() else { panic!("one member left: {closed:?}") };
    let parts = counted_in(&question, state.records().at(*by).unwrap());
    let of_members = parts.iter().find(|it| it.indicator.id == "members").unwrap();
    assert_eq!(of_members.part, Part::Closes(vec![*gone]));
    let checks = Checks::of(&state, last_day(), &Documents::of(Path::new("nowhere")));
    assert_eq!(
        checks.of_kind(OpenKind::Nowhere).map(|it| it.sequence).collect::<Vec<_>>(),
        Vec::<u64>::new()
    );
    for (language, words) in [(Language::French, "ferme la nº "), (Language::English, "closes #")] {
        let told = part_words(&Messages::new(language), &state, None, of_members);
        assert_eq!(told, format!("{words}{gone}"));
    }

    let share = explain(&question, ruling.indicator("share-region").unwrap());
    let (part, whole) = share.value.parts.as_deref().unwrap();
    let is_above = |sequence: u64| part.contributions.iter().any(|it| it.sequence == sequence);
    let below = whole.contributions.iter().find(|it| !is_above(it.sequence)).unwrap();
    let parts = counted_in(&question, state.records().at(below.sequence).unwrap());
    let of_share: Vec<_> = parts.iter().filter(|it| it.indicator.id == "share-region").collect();
    assert!(
        matches!(of_share.as_slice(), [it] if matches!(it.part, Part::Below(_)) && it.unit.id == "workshops")
    );
    let told = part_words(&Messages::new(Language::French), &state, None, of_share[0]);
    assert!(told.ends_with(" · au dénominateur"), "{told}");
    // One above the line is below it too.
    let above = state.records().at(part.contributions[0].sequence).unwrap();
    let of_share = counted_in(&question, above).into_iter().filter(|it| it.indicator.id == "share-region");
    assert_eq!(of_share.count(), 2);

    let grounds = Grounds {
        state: &state,
        ruling: &ruling,
        as_at: last_day(),
        scope: &table(&question).scope,
        recorders: &Recorders::readable(&state, None),
        published: &[],
    };
    let text = explain_text(&Messages::new(Language::French), &grounds, &share, 110);
    assert!(text.contains("4 apports\n") && text.contains("8 apports au dénominateur\n"), "{text}");
    assert!(text.contains(&format!("  #{} · ", below.sequence)), "{text}");
}
