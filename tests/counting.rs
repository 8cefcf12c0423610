//! From a table that was adopted to activities that count: a total from the
//! command line, a type of activity from a few words.

use jalon::cli::CEIMIA;
use jalon::event::link;
use jalon::ledger::{Changes, Desk, PlanText, standing_plan};
use jalon::log::{Log, MemoryLog};

use crate::invented::House;
use crate::place::Place;

const KEPT: &str =
    "Indicateur;Cible;Livré\nAteliers;10;7\nPartenaires;5;2\nDons;5000 $;1200 $\nPart;80 %;40 %\n";

/// A ledger of a table, as on the day after it was adopted.
fn adopted() -> Place {
    let place = Place::with_ledger("a.jalon");
    place.file("tableau.csv", KEPT);
    place.done(&[
        "adopt",
        "tableau.csv",
        "--since",
        "2021-04-01",
        "--as-at",
        "2024-03-31",
        "--currency",
        "CAD",
        "--source",
        "https://registre.exemple.org/a",
        "--prefix",
        "org.exemple",
    ]);
    place
}

/// What the table shows of each indicator.
fn delivered(place: &Place, as_at: &str) -> Vec<String> {
    let table = place.json(&["kpi", "--as-at", as_at]);
    let groups = table["supplementary"].as_array().unwrap().iter();
    let rows = groups.flat_map(|group| group["indicators"].as_array().unwrap());
    let at_least = |row: &serde_json::Value| if row["atleast"] == true { "≥" } else { "" };
    rows.map(|row| format!("{}{}", at_least(row), row["delivered"].as_str().unwrap_or("n/d"))).collect()
}

const WORKSHOP: [&str; 6] = [
    "type",
    "Atelier tenu|Workshop held",
    "--field",
    "Participants|Attendees: nombre",
    "--counts",
    "Ateliers",
];

#[test]
fn what_was_reported_stays_and_what_comes_after_counts() {
    let place = adopted();
    assert_eq!(delivered(&place, "2024-03-31"), ["7", "2", "1200", "40"]);
    let shown = place.done(&[&WORKSHOP[..], &["--dry-run", "--lang", "fr"]].concat());
    assert!(shown.contains("Atelier tenu") && shown.contains("indicateur ateliers"), "{shown}");
    let before = place.done(&["export", "jsonl"]);
    place.done(&WORKSHOP);
    let after = place.done(&["export", "jsonl"]);
    assert!(after.starts_with(&before));
    // The type, the indicator, the plan, and nothing else.
    assert_eq!(after.lines().count() - before.lines().count(), 3, "{after}");
    assert_eq!(delivered(&place, "2024-03-31"), ["7", "2", "1200", "40"]);
    assert_eq!(delivered(&place, "2024-06-30"), ["7", "2", "1200", "40"]);
    place.done(&["record", "atelier tenu", "participants=12", "--on", "2024-05-02"]);
    place.done(&["record", "workshop held", "--on", "2024-03-30"]);
    assert_eq!(delivered(&place, "2024-06-30"), ["8", "2", "1200", "40"], "the total holds up to its day");
    assert_eq!(delivered(&place, "2024-03-31"), ["7", "2", "1200", "40"]);
    // A later total of the same indicator holds from its own day on.
    place.done(&[
        "total",
        "Ateliers",
        "9",
        "--as-at",
        "2024-06-30",
        "--source",
        "Rapport annuel",
        "--line",
        "3",
    ]);
    assert_eq!(delivered(&place, "2024-06-30"), ["9", "2", "1200", "40"]);
    let explained = place.done(&["explain", "Ateliers", "--as-at", "2024-06-30", "--lang", "fr"]);
    assert!(explained.contains("Atelier tenu") && explained.contains("Rapport annuel"), "{explained}");
    assert!(place.run(&["verify"]).status.success());
}

#[test]
fn amounts_are_added_and_different_bodies_counted_once() {
    let place = adopted();
    place.done(&[
        "type",
        "Don reçu",
        "--field",
        "Montant*: montant",
        "--field",
        "Donateur: organisation",
        "--counts",
        "Dons",
        "--sum",
        "Montant",
    ]);
    place.done(&[
        "type",
        "Entente signée",
        "--field",
        "Partenaire*: organisation",
        "--counts",
        "Partenaires",
        "--distinct",
        "Partenaire",
    ]);
    place.done(&["record", "don reçu", "montant=300 $", "--on", "2024-04-15"]);
    for day in ["2024-04-16", "2024-04-17"] {
        place.done(&[
            "record",
            "entente signée",
            "partenaire=Fonds du Nord",
            "--on",
            day,
            "--new",
            "organisation",
        ]);
    }
    // Whether a partner that comes after a total is one of it is not known.
    assert_eq!(delivered(&place, "2024-06-30"), ["7", "≥2", "1500", "40"]);
}

#[test]
fn a_type_counts_nowhere_unless_it_is_said() {
    let place = adopted();
    let adoptions = |place: &Place| place.done(&["export", "jsonl"]).matches("jalon.plan.adopted").count();
    let before = adoptions(&place);
    place.done(&["type", "Rencontre tenue", "--word", "réunion", "--format", "json"]);
    assert_eq!(adoptions(&place), before);
    place.done(&["record", "réunion", "--on", "2024-05-02"]);
    assert!(
        place.done(&["checks"]).contains("rencontre.tenue") || place.done(&["checks"]).contains("Rencontre")
    );
}

#[test]
fn what_cannot_be_counted_so_is_refused_and_the_ledger_stays() {
    let place = adopted();
    place.done(&WORKSHOP);
    let refused = |arguments: &[&str], words: &str, code: i32| {
        for language in ["fr", "en"] {
            let (told, found) = place.refused(&[arguments, &["--lang", language]].concat());
            assert_eq!(found, code, "{arguments:?}: {told}");
            assert!(!told.contains('⟨'), "{told}");
            assert!(language == "en" || told.contains(words), "{arguments:?}: {told}");
        }
    };
    refused(&WORKSHOP, "existe déjà", 1);
    refused(&["type", "Visite", "--counts", "Visiteurs"], "Visiteurs", 1);
    refused(&["type", "Visite", "--counts", "Part"], "unité", 1);
    refused(&["type", "Visite", "--counts", "Dons"], "unité", 1);
    refused(
        &["type", "Visite", "--field", "Mots: texte", "--counts", "Partenaires", "--sum", "Mots"],
        "nombre",
        1,
    );
    refused(
        &["type", "Visite", "--field", "Mots: texte", "--counts", "Ateliers", "--distinct", "Mots"],
        "autrement",
        1,
    );
    refused(&["type", "Visite", "--counts", "Partenaires", "--distinct", "qui"], "qui", 1);
    refused(&["type", "Visite", "--counts", "Partenaires", "--from", "2020-01-01"], "en vigueur", 1);
    refused(&["type", "日本"], "nom", 2);
    refused(&["type", "Visite", "--field", "Lieu"], "deux-points", 2);
    refused(&["type", "Visite", "--field", "Lieu: endroit"], "sorte de champ", 2);
    refused(&["type", "Visite", "--sum", "Lieu"], "--counts", 2);
    refused(&["total", "Ateliers", "9"], "source", 2);
    refused(&["total", "Ateliers", "neuf", "--source", "R"], "neuf", 2);
    refused(&["total", "Ateliers", "9,5", "--as-at", "2024-09-30", "--source", "R"], "entier", 1);
    refused(&["total", "Atelier", "9", "--source", "R"], "Ateliers", 1);
    refused(&["total", "Ateliers", "9", "--as-at", "2999-01-01", "--source", "R"], "2999", 1);
}

/// A plan that was adopted, said again as it stands, changes nothing.
#[test]
fn a_standing_plan_is_said_again_whole() {
    let mut log = MemoryLog::new(link);
    log.append(&CEIMIA.bundle.lines().unwrap()).unwrap();
    let invented = House::new(Box::new(MemoryLog::new(link))).desk;
    for desk in [Desk::open(Box::new(log)).unwrap(), invented] {
        let state = desk.state();
        for adopted in state.adoptions() {
            let last = state.adoptions().iter().rfind(|it| it.adoption.id == adopted.adoption.id).unwrap();
            let head = standing_plan(state, last);
            let changes = Changes::of(state, &PlanText { head }).unwrap();
            assert!(changes.is_empty(), "{}: {changes:?}", adopted.adoption.id);
        }
    }
}
