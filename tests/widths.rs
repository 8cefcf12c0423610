//! No line is longer than the terminal, in either language.

use jalon::cli::{CEIMIA, FICTIF};
use jalon::event::{Day, Entry, Hash};
use jalon::figures::{
    Comparison, Filter, Known, PlanChoice, Question, Ruling, Scope, State, Wanted, explain, journal, table,
};
use jalon::present::{
    Grounds, Language, Messages, Recorders, Supplement, comparison_text, explain_text, journal_text,
    table_text,
};

use crate::format::committed;
use crate::invented::{body, day};
use crate::place::Place;

const WIDTHS: [u16; 6] = [60, 72, 80, 100, 120, 160];

fn state(lines: &[Vec<u8>]) -> State {
    let mut state = State::default();
    for line in lines {
        state.apply(Entry::read(line).unwrap(), Hash::of(line)).unwrap();
    }
    state
}

/// Every line that is longer than it may be.
fn too_long(styled: &str, width: u16) -> Vec<String> {
    let text = anstream::adapter::strip_str(styled).to_string();
    let long = text.lines().filter(|line| line.chars().count() > usize::from(width));
    long.map(|line| format!("{width}: {line}")).collect()
}

/// All that is said of a ledger's values and entries at these days.
fn said(messages: &Messages, state: &State, days: [Day; 2], filter: &Filter, width: u16) -> Vec<String> {
    let ruling = Ruling::at(state, &PlanChoice::default(), days[0]).unwrap();
    let question = Question::new(state, &ruling, days[0], filter.clone());
    let mut table = table(&question);
    table.scope.known = Known::Sequence(state.size() - 1);
    let mut comparison = Comparison::new(state, &ruling, days, filter).unwrap();
    comparison.newer.scope.known = Known::Day(days[0]);
    let mut said = vec![
        table_text(messages, &table, Supplement::Shown, width),
        table_text(messages, &table, Supplement::Counted, width),
        comparison_text(messages, &comparison, width),
    ];
    let (scope, recorders) = (Scope::of(state, filter), Recorders::default());
    let grounds = Grounds {
        state,
        ruling: &ruling,
        as_at: days[0],
        scope: &scope,
        recorders: &recorders,
        published: &[],
    };
    let each = |indicator| explain_text(messages, &grounds, &explain(&question, indicator), width);
    said.extend(ruling.indicators().map(each));
    let rows = journal(state, &Wanted::default());
    said.extend(rows.iter().map(|row| journal_text(messages, state, row, width)));
    said
}

fn check(lines: &[Vec<u8>], days: [&str; 2], filter: &Filter) {
    let state = state(lines);
    for language in [Language::French, Language::English] {
        let messages = Messages::new(language);
        for width in WIDTHS {
            let said = said(&messages, &state, days.map(day), filter, width);
            let long: Vec<String> = said.iter().flat_map(|text| too_long(text, width)).collect();
            assert!(long.is_empty(), "{}", long.join("\n"));
            assert!(said.iter().all(|text| !text.contains('⟨')), "a message is missing");
        }
    }
}

#[test]
fn no_line_is_longer_than_the_terminal() {
    check(&CEIMIA.bundle.lines().unwrap(), ["2024-03-31", "2023-03-31"], &Filter::default());
    check(&FICTIF.bundle.lines().unwrap(), ["2026-06-30", "2025-06-30"], &Filter::default());
    let filter = Filter { bodies: vec![body("organisation/algue"), body("organisation/brise")] };
    check(&committed(), ["2024-01-31", "2023-06-30"], &Filter::default());
    check(&committed(), ["2024-01-31", "2023-06-30"], &filter);
}

#[test]
fn a_narrow_table_has_a_short_bar_and_a_narrower_one_none() {
    let state = state(&FICTIF.bundle.lines().unwrap());
    let ruling = Ruling::at(&state, &PlanChoice::default(), day("2026-06-30")).unwrap();
    let table = table(&Question::new(&state, &ruling, day("2026-06-30"), Filter::default()));
    let text = |width| table_text(&Messages::new(Language::French), &table, Supplement::Shown, width);
    assert!(text(100).contains("4\u{a0}sur\u{a0}5\u{a0}atteints") && text(100).contains("█████████▋"));
    assert!(!text(80).contains("atteints") && text(80).contains("4/5") && text(80).contains("████▊"));
    assert!(text(60).contains("4/5") && !text(60).contains('█'));
    assert!(text(160).contains("███████████████████▎"));
}

#[test]
fn no_head_of_a_narrow_table_is_cut_within_a_word() {
    let state = state(&CEIMIA.bundle.lines().unwrap());
    let ruling = Ruling::at(&state, &PlanChoice::default(), day("2024-03-31")).unwrap();
    let table = table(&Question::new(&state, &ruling, day("2024-03-31"), Filter::default()));
    for (language, head) in [(Language::English, "complete"), (Language::French, "Complet")] {
        for width in WIDTHS {
            let text = table_text(&Messages::new(language), &table, Supplement::Counted, width);
            assert!(text.contains(head), "{width}: {text}");
        }
    }
}

#[test]
fn the_variable_says_how_wide_where_there_is_no_terminal() {
    let place = Place::new();
    place.done(&["demo"]);
    let widest = |columns: &str, arguments: &[&str]| {
        let arguments = [&["--lang", "fr"], arguments].concat();
        let output = place.command(&arguments).env("COLUMNS", columns).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(|line| line.chars().count()).max().unwrap()
    };
    let shown = |columns: &str| widest(columns, &["kpi", "--as-at", "2024-03-31"]);
    let published = concat!(env!("CARGO_MANIFEST_DIR"), "/events/ceimia/published-2024.csv");
    for columns in ["60", "80"] {
        let limit: usize = columns.parse().unwrap();
        assert!(widest(columns, &["show", "700"]) <= limit && widest(columns, &["show", "572"]) <= limit);
        assert!(widest(columns, &["reconcile", published, "--as-at", "2024-03-31", "--all"]) <= limit);
    }
    assert!((55..=60).contains(&shown("60")));
    assert!((60..=110).contains(&shown("nonsense")));
    assert!((111..=160).contains(&shown("160")));
}
