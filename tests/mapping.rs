//! What people say that columns mean, in place of their heads.

use jalon::event::EntryId;
use jalon::exchange::{
    Holds, ImportSaid, ImportTrouble, Incoming, LEFT_OUT, Meaning, TableSaid, TableTrouble, TablesSaid,
    folded, look, read_import_as,
};
use jalon::figures::State;
use jalon::log::MemoryLog;
use jalon::plan::PersonNames;
use proptest::prelude::*;

use crate::invented::{House, id};
use crate::place::Place;

/// The columns of a table whose heads say what they mean.
const NAMES: [&str; 5] = ["on", "fields.attendees", "subject", "note", "fields.title"];

fn state() -> State {
    House::new(Box::new(MemoryLog::new(jalon::event::link))).desk.into_state()
}

/// The text of a table.
fn table(heads: &[String], lines: &[Vec<String>]) -> String {
    let quoted = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|it| format!("\"{}\"", it.replace('"', "\"\""))).collect();
        cells.join(";")
    };
    let lines = lines.iter().map(|line| quoted(line));
    std::iter::once(quoted(heads)).chain(lines).collect::<Vec<_>>().join("\n")
}

fn read(state: &State, heads: &[String], lines: &[Vec<String>], said: Option<&TablesSaid>) -> Incoming {
    let files = [("a.csv".to_owned(), table(heads, lines).into_bytes())];
    let said =
        ImportSaid { kind: state.activity_type("workshop.held"), tables: said, ..ImportSaid::default() };
    let ids: &mut dyn FnMut() -> EntryId = &mut || id(1);
    read_import_as(&files, &said, state, &PersonNames::default, ids)
}

/// What is asked, without where it stands.
fn asked(incoming: &Incoming) -> Vec<String> {
    incoming.rows.iter().map(|row| format!("{:?}", row.command)).collect()
}

fn line() -> impl Strategy<Value = Vec<String>> {
    let day = (1..29u32).prop_map(|day| format!("2024-01-{day:02}"));
    let count = (0..5_000u32).prop_map(|count| count.to_string());
    let body = prop_oneof![Just("algue".to_owned()), Just("dune".to_owned()), Just(String::new())];
    (day, count, body, "[a-zé;\"=, ]{0,12}", "[A-Za-z<>=\"]{0,9}")
        .prop_map(|(day, count, body, note, title)| vec![day, count, body, note, title])
}

/// A column of these cells, in this place.
fn put(lines: &[Vec<String>], places: &[usize]) -> Vec<Vec<String>> {
    lines.iter().map(|line| places.iter().map(|at| line[*at].clone()).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn heads_of_any_words_in_any_order_mean_what_is_said(
        words in proptest::collection::hash_set("[a-zA-Zé<>=\"' ]{1,14}", 6),
        places in Just((0..5).collect::<Vec<usize>>()).prop_shuffle(),
        lines in proptest::collection::vec(line(), 1..6),
        extra in "[a-z]{0,6}",
    ) {
        let heads: Vec<String> = words.into_iter().collect();
        let folds: std::collections::HashSet<String> = heads.iter().map(|it| folded(it)).collect();
        prop_assume!(folds.len() == 6 && !folds.contains(""));
        let state = state();
        let own: Vec<String> = NAMES.iter().map(|it| (*it).to_owned()).collect();
        let expected = read(&state, &own, &lines, None);
        let mut moved = put(&lines, &places);
        for line in &mut moved {
            line.push(extra.clone());
        }
        let meant = places.iter().map(|at| NAMES[*at].to_owned()).chain([LEFT_OUT.to_owned()]);
        let meant: Vec<String> = meant.collect();
        let by_heads = TablesSaid { heads: heads.iter().cloned().zip(meant.clone()).collect(), tables: vec![] };
        let one = TableSaid {
            line: 1,
            holds: Some("workshop.held".to_owned()),
            columns: meant.into_iter().enumerate().collect(),
            ..TableSaid::default()
        };
        let by_places = TablesSaid { heads: vec![], tables: vec![one] };
        for said in [by_heads, by_places] {
            let got = read(&state, &heads, &moved, Some(&said));
            prop_assert_eq!(asked(&got), asked(&expected));
            prop_assert_eq!(got.problems.len(), expected.problems.len(), "{:?}", got.problems);
        }
    }

    #[test]
    fn what_is_understood_is_what_would_be_read(
        places in Just((0..5).collect::<Vec<usize>>()).prop_shuffle(),
        lines in proptest::collection::vec(line(), 1..4),
    ) {
        let state = state();
        let heads: Vec<String> = places.iter().map(|at| NAMES[*at].to_owned()).collect();
        let text = table(&heads, &put(&lines, &places));
        let said = ImportSaid { kind: state.activity_type("workshop.held"), ..ImportSaid::default() };
        let look = look("a.csv", text.as_bytes(), &said, &state).unwrap();
        let table = &look.tables[0];
        prop_assert!(matches!(&table.holds, Holds::One(kind) if kind.id == "workshop.held"));
        let names: Vec<Meaning> = heads.iter().map(|head| Meaning::Name(head.clone())).collect();
        let seen: Vec<Meaning> = table.columns.iter().map(|(_, column)| column.means.clone()).collect();
        prop_assert_eq!(seen, names);
        prop_assert!(table.lacks.is_empty());
        prop_assert_eq!(table.rows, lines.len());
    }
}

#[test]
fn a_head_that_no_table_has_or_that_means_nothing_is_told() {
    let state = state();
    let heads: Vec<String> = ["on", "combien"].map(str::to_owned).to_vec();
    let lines = [vec!["2024-01-15".to_owned(), "7".to_owned()]];
    let said = |head: &str, name: &str| TablesSaid {
        heads: vec![(head.to_owned(), name.to_owned())],
        tables: vec![],
    };
    let troubles = |said: &TablesSaid| {
        let incoming = read(&state, &heads, &lines, Some(said));
        let each = incoming.problems.into_iter().map(|problem| match problem.trouble {
            ImportTrouble::Table(trouble) => trouble,
            other => panic!("{other}"),
        });
        each.collect::<Vec<_>>()
    };
    let both = troubles(&said("combient", "fields.attendees"));
    assert!(both.iter().any(|it| matches!(it, TableTrouble::SaidHead { head } if head == "combient")));
    assert!(both.iter().any(|it| matches!(it, TableTrouble::Head { head, .. } if head == "combien")));
    let unknown = troubles(&said("COMBIEN", "participantz"));
    assert!(
        matches!(&unknown[..], [TableTrouble::Head { head, .. }] if head == "participantz"),
        "{unknown:?}"
    );
    let twice = troubles(&said("combien", "on"));
    assert!(matches!(&twice[..], [TableTrouble::HeadTwice { .. }]), "{twice:?}");
    assert!(troubles(&said("Combien", "Participants")).is_empty());
}

#[test]
fn the_command_line_says_what_columns_mean_too() {
    let place = Place::demonstration();
    place.file("a.csv", "Quand ça;Nb = n;Bureau\n2024-05-02;2;x\n");
    let map = ["--map", "Quand ça=date", "--map", "Nb = n=editions", "--map", "bureau="];
    let with = |more: &[&'static str]| -> Vec<&str> {
        ["import", "a.csv", "--type", "infolettre"]
            .into_iter()
            .chain(map)
            .chain(more.iter().copied())
            .collect()
    };
    let done = place.json(&with(&["--dry-run"]));
    assert_eq!((&done["added"], &done["rows"][0]["verdict"]), (&1.into(), &"added".into()));
    let (told, code) = place.refused(&["import", "a.csv", "--type", "infolettre", "--map", "Quand ça"]);
    assert!(code == 2 && told.contains("Quand ça"), "{code}: {told}");
    let (told, code) = place.refused(&with(&["--map", "Jour=on"]));
    assert!(code == 1 && told.contains("aucune colonne ne s’appelle «\u{a0}Jour\u{a0}»"), "{code}: {told}");
    let done = place.json(&with(&[]));
    assert_eq!(done["added"], 1);
    let journal = place.done(&["journal", "--batch", done["batch"].as_str().unwrap()]);
    assert!(journal.contains("2024-05-02"), "{journal}");
    assert_eq!(place.refused(&["journal", "--batch", "1"]).1, 1);
}
