//! Tables that organisations keep, adopted: CEIMIA's own first, then shapes
//! that others have.

use std::collections::BTreeMap;
use std::path::Path;

use jalon::exchange::{AdoptSaid, Understood, level_said, understand};
use jalon::plan::{PlanFile, PlanHead};
use proptest::prelude::*;
use serde_json::Value;

use crate::place::Place;
use crate::workbooks::{parts, workbook, zipped};

/// Where there is no ledger yet.
fn nowhere() -> Place {
    Place::with_ledger("ledger.jalon")
}

/// What is told of a refusal: there is no ledger yet that it could change.
fn refusal(place: &Place, arguments: &[&str]) -> String {
    let output = place.run(arguments);
    assert!(!output.status.success(), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// What the ledger's table shows, row by row.
fn table(place: &Place, ledger: &str, as_at: &str) -> Vec<Value> {
    let table = place.json(&["--ledger", ledger, "kpi", "--as-at", as_at]);
    let mut rows = Vec::new();
    for objective in table["objectives"].as_array().unwrap() {
        for group in objective["groups"].as_array().unwrap() {
            for row in group["indicators"].as_array().unwrap() {
                rows.push(serde_json::json!([
                    objective["number"],
                    objective["label"]["fr"],
                    group["label"]["fr"],
                    group["percent"],
                    row["heading"]["fr"],
                    row["label"]["fr"],
                    row["target"],
                    row["delivered"],
                    row["percent"],
                    row["unit"]["en"].as_str().filter(|unit| ["CAD", "%"].contains(unit)),
                ]));
            }
        }
    }
    rows
}

const OPENING: &[&str] = &["--source", "https://registre.exemple.org/a", "--prefix", "org.exemple"];

fn events(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("events/ceimia").join(name)).unwrap()
}

/// Annexe 1 of CEIMIA's report as a table of six columns, row by row: the words
/// of the plan file, the values as they are printed.
fn annexe() -> Vec<[String; 6]> {
    let plan: PlanHead = PlanFile::parse(&events("plan.toml")).unwrap().head;
    let published = events("published-2024.csv");
    let mut reader = csv::Reader::from_reader(published.as_bytes());
    let printed: BTreeMap<String, [String; 3]> = reader
        .records()
        .map(Result::unwrap)
        .filter(|row| ["row", "group"].contains(&&row[0]))
        .map(|row| (row[3].to_owned(), [5, 6, 7].map(|at| row[at].to_owned())))
        .collect();
    let heads = ["Nº", "Indicateur", "", "Objectif", "Livré", "% Complet"].map(str::to_owned);
    let title = |words: &str| [words, "", "", "", "", ""].map(str::to_owned);
    let mut rows = vec![
        title("Plan stratégique 2021-2025 du CEIMIA"),
        title("Annexe 1 — Résultats au 31 mars 2024"),
        heads,
    ];
    for objective in &plan.objective {
        let number = objective.number.clone().unwrap();
        rows.push([
            number,
            objective.label.fr.clone(),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
        ]);
        for group in &objective.group {
            let percent = printed[&group.id][2].clone();
            let label = group.label.fr.clone();
            rows.push([String::new(), label, String::new(), String::new(), String::new(), percent]);
            let mut before = None;
            for indicator in &group.indicator {
                let [target, delivered, percent] = printed[&indicator.id].clone();
                let heading = indicator.heading.as_ref().map(|words| words.fr.clone());
                let label = indicator.label.fr.clone();
                let (label, detail) = match &heading {
                    Some(heading) if before.as_ref() == Some(heading) => (String::new(), label),
                    Some(heading) => (heading.clone(), label),
                    None => (label, String::new()),
                };
                rows.push([String::new(), label, detail, target, delivered, percent]);
                before = heading;
            }
        }
    }
    rows
}

/// The same as a workbook: amounts and percentages are numbers with formats.
fn annexe_workbook() -> Vec<u8> {
    let mut lines = Vec::new();
    for (line, row) in (1..).zip(annexe()) {
        for (letter, text) in ('A'..).zip(&row).filter(|(_, text)| !text.is_empty()) {
            let plain = text.replace([',', '$', '%'], "");
            let value = match text {
                text if line > 3 && text.contains('$') => format!("${plain}"),
                text if line > 3 && text.ends_with('%') => {
                    let (whole, rest) = plain.split_at(plain.len().saturating_sub(2));
                    format!("%{}.{rest:0>2}", if whole.is_empty() { "0" } else { whole })
                }
                text if plain.bytes().all(|byte| byte.is_ascii_digit()) => format!("#{text}"),
                text => format!("\\{text}"),
            };
            lines.push(format!("Annexe 1!{letter}{line} {value}"));
        }
    }
    workbook(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

fn annexe_csv() -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(vec![]);
    for row in annexe() {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

#[test]
fn adopting_annexe_1_gives_the_same_47_rows() {
    let place = nowhere();
    place.file("annexe-1.xlsx", annexe_workbook());
    place.file("annexe-1.csv", annexe_csv());
    place.done(&["demo"]);
    let expected = table(&place, "ceimia.jalon", "2024-03-31");
    assert_eq!(expected.len(), 47);
    for file in ["annexe-1.xlsx", "annexe-1.csv"] {
        let ledger = format!("{file}.jalon");
        // Without it the rows of one group that its printed mean leaves out are
        // deduced; the transcribed plan leaves out none.
        let said = ["--since", "2021-01-01", "--currency", "CAD", "--leave-out", "none"];
        place.done(&[&["--ledger", &ledger, "adopt", file], OPENING, &said].concat());
        let rows = table(&place, &ledger, "2024-03-31");
        assert_eq!(rows, expected, "{file}");
        place.done(&["--ledger", &ledger, "verify"]);
    }
}

/// What Annexe 1 prints and does not follow from it: the same that `reconcile`
/// finds.
#[test]
fn percentages_that_do_not_follow_are_told_and_rows_left_out_deduced() {
    let said = |left_out: &[usize], none: bool| AdoptSaid {
        since: "2021-01-01".parse().ok(),
        currency: "CAD".parse().ok(),
        left_out: left_out.to_vec(),
        none_left_out: none,
        ..AdoptSaid::default()
    };
    let differing = |said: &AdoptSaid| {
        let seen = understand("a.csv", &annexe_csv(), said).unwrap();
        let left: Vec<(bool, Vec<String>)> = seen
            .objectives
            .iter()
            .flat_map(|objective| &objective.groups)
            .filter(|group| !group.left_out.is_empty())
            .map(|group| {
                let labels = group.left_out.iter().map(|at| group.rows[*at].label.clone());
                (group.is_deduced, labels.collect())
            })
            .collect();
        let told: Vec<String> =
            seen.differing.iter().map(|it| format!("{} {} {:?}", it.printed, it.follows, it.of)).collect();
        (told, left)
    };
    let conferences = vec!["Nationaux".to_owned(), "Internationaux".to_owned()];
    let (told, left) = differing(&said(&[], false));
    assert_eq!(told, ["251% 250 GroupOfPrinted", "625% 615 Row"]);
    assert_eq!(left, [(true, conferences.clone())]);
    let (told, left) = differing(&said(&[], true));
    assert_eq!(told.last().map(String::as_str), Some("48% 75 Group"));
    assert!(left.is_empty());
    let (told, left) = differing(&said(&[61, 62], false));
    assert_eq!((told.len(), left), (2, vec![(false, conferences)]));
}

#[test]
fn what_a_table_does_not_say_is_asked_and_nothing_is_written() {
    let place = nowhere();
    place.file("a.csv", "Indicateur;Cible;Livré\nBudget;5 000 $;1,234\n");
    let arguments = [&["--lang", "en", "adopt", "a.csv"], OPENING].concat();
    let told = refusal(&place, &arguments);
    for option in ["--as-at", "--since", "--currency", "--thousands"] {
        assert!(told.contains(option), "{option}: {told}");
    }
    assert!(!place.path().join("ledger.jalon").exists() && !place.path().join("keys").exists());
    let said = ["--as-at", "2024-03-31", "--since", "2021-04-01", "--currency", "CAD", "--thousands", ","];
    place.done(&[&arguments[..], &said].concat());
    let rows = table(&place, "ledger.jalon", "2024-03-31");
    assert_eq!((rows.len(), rows.first().cloned()), (0, None), "a group without an objective is beside them");
    let table = place.json(&["kpi", "--as-at", "2024-03-31"]);
    let row = &table["supplementary"][0]["indicators"][0];
    assert_eq!((&row["target"], &row["delivered"]), (&"5000".into(), &"1234".into()), "{table:#}");
    // A ledger that is there stays as it is.
    let before = place.done(&["export", "jsonl"]);
    refusal(&place, &[&arguments[..], &said].concat());
    assert_eq!(place.done(&["export", "jsonl"]), before);
}

#[test]
fn columns_of_years_are_added_up_where_each_holds_what_it_added() {
    let place = nowhere();
    let text = "Axe;Indicateur;Cible;2021-2022;2022-2023\n\
        Axe 1 : Former;Formations;10;2;3\n;Satisfaction;80 %;70 %;75 %\n\
        Axe 2 : Informer;Infolettres;6;n/d;environ 4\n";
    place.file("a.csv", text);
    let told = refusal(&place, &["adopt", "a.csv", "--dry-run", "--lang", "en"]);
    assert!(told.contains("--years") && told.contains("--year-end"), "{told}");
    let said = ["--year-end", "03-31", "--years", "exercice"];
    place.done(&[&["adopt", "a.csv"], OPENING, &said].concat());
    let values = |as_at: &str| -> Vec<Value> {
        table(&place, "ledger.jalon", as_at).into_iter().map(|row| row[7].clone()).collect()
    };
    assert_eq!(values("2023-03-31"), [Value::from("5"), "75".into(), "4".into()]);
    assert_eq!(values("2022-03-31"), [Value::from("2"), "70".into(), Value::Null]);
    let rows = table(&place, "ledger.jalon", "2023-03-31");
    assert_eq!(rows[2][0], "2");
    assert_eq!(rows[2][1], "Informer");
}

#[test]
fn levels_are_known_by_their_place_and_can_be_said() {
    let bytes = "Mesure,Cible,Réalisé au 31 mars 2024\nOffrir,,\nAteliers,,\n- en ligne,5,4\n- sur place,6,7\nLivres,,\nPrêts,9,8\n";
    let seen = |levels: &[&str]| {
        let levels = levels.iter().map(|it| level_said(it).unwrap()).collect();
        let said = AdoptSaid { levels, ..AdoptSaid::default() };
        let seen = understand("a.csv", bytes.as_bytes(), &said).unwrap();
        seen.objectives
            .iter()
            .flat_map(|objective| objective.groups.iter().map(move |group| (objective, group)))
            .flat_map(|(objective, group)| group.rows.iter().map(move |row| (objective, group, row)))
            .map(|(objective, group, row)| {
                let text = |text: &Option<String>| text.clone().unwrap_or_default();
                [text(&objective.label), text(&group.label), text(&row.heading), row.label.clone()].join("|")
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        seen(&[]),
        ["Offrir|Ateliers||en ligne", "Offrir|Ateliers||sur place", "Offrir|Livres||Prêts"]
    );
    assert_eq!(
        seen(&["2=groupe", "3=titre", "6=titre"]),
        ["|Offrir|Ateliers|en ligne", "|Offrir|Ateliers|sur place", "|Offrir|Livres|Prêts"]
    );
}

/// Annexe 1 in four columns: objectives and headings are rows of words alone,
/// groups print their mean only.
fn annexe_of_titles(repeats_heads: bool, blanks: bool, sets_in: bool) -> (Vec<u8>, Vec<String>) {
    let plan: PlanHead = PlanFile::parse(&events("plan.toml")).unwrap().head;
    let heads = "Indicateur;Objectif;Livré;% Complet\n";
    let mut text = "Annexe 1 – Tableau des indicateurs au 31 mars 2024\n".to_owned();
    let mut rows = Vec::new();
    text.push_str(if repeats_heads { "" } else { heads });
    for objective in &plan.objective {
        let number = objective.number.clone().unwrap();
        text.push_str(if blanks { ";;;\n" } else { "" });
        text.push_str(&format!("\"{number} {}\";;;\n", objective.label.fr));
        text.push_str(if repeats_heads { heads } else { "" });
        for group in &objective.group {
            text.push_str(&format!("{};;;100 %\n", group.label.fr));
            let mut before = None;
            for indicator in &group.indicator {
                let heading = indicator.heading.as_ref().map(|words| words.fr.clone());
                if let Some(heading) = heading.as_ref().filter(|it| before.as_ref() != Some(*it)) {
                    text.push_str(&format!("{heading};;;\n"));
                }
                let indent = if heading.is_some() && sets_in { "  " } else { "" };
                let label = &indicator.label.fr;
                text.push_str(&format!("\"{indent}{label}\";5;4;80 %\n"));
                let heading_text = heading.clone().unwrap_or_default();
                let (objective, group) = (&objective.label.fr, &group.label.fr);
                rows.push(format!("{number}|{objective}|{group}|{heading_text}|{label}"));
                before = heading;
            }
        }
    }
    (text.into_bytes(), rows)
}

fn placed(seen: &Understood) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let groups = seen.objectives.iter().flat_map(|it| it.groups.iter().map(move |group| (it, group)));
    let rows = groups.flat_map(|(it, group)| group.rows.iter().map(move |row| (it, group, row)));
    rows.map(|(it, group, row)| {
        [text(&it.number), text(&it.label), text(&group.label), text(&row.heading), row.label.clone()]
            .join("|")
    })
    .collect()
}

#[test]
fn titles_of_words_alone_open_levels_whatever_stands_between_them() {
    let said = AdoptSaid { since: "2021-01-01".parse().ok(), ..AdoptSaid::default() };
    for choice in 0..8 {
        let (repeats, blanks, sets_in) = (choice & 1 != 0, choice & 2 != 0, choice & 4 != 0);
        let (bytes, mut expected) = annexe_of_titles(repeats, blanks, sets_in);
        assert_eq!(expected.len(), 47);
        let seen = understand("a.csv", &bytes, &said).unwrap();
        assert_eq!((seen.objectives.len(), seen.unread.len()), (5, 0), "{choice}");
        assert_eq!(seen.objectives.iter().map(|it| it.groups.len()).sum::<usize>(), 12);
        let unsure = |seen: &Understood| seen.rows().filter(|row| row.is_unsure).count();
        if sets_in {
            assert_eq!((placed(&seen), unsure(&seen)), (expected, 0), "{choice}");
            continue;
        }
        // Nothing says that this row is none of the heading's, but for who does.
        let line = seen.rows().find(|row| row.label.contains("multipartite")).unwrap().spot.line;
        let apart = expected.iter_mut().find(|row| row.contains("multipartite")).unwrap();
        let as_said = apart.clone();
        *apart = apart.replace("||", "|Réseau de partenaires|");
        assert_eq!(placed(&seen), expected, "{choice}");
        assert!(seen.rows().any(|row| row.spot.line == line && row.is_unsure));
        let levels = vec![level_said(&format!("{line}=seul")).unwrap()];
        let seen = understand("a.csv", &bytes, &AdoptSaid { levels, ..said.clone() }).unwrap();
        assert!(placed(&seen).contains(&as_said), "{choice}");
    }
}

#[test]
fn levels_that_no_mean_and_no_number_says_follow_from_the_longest_run() {
    let seen = |rows: &str| {
        let text = format!("Mesure;Cible;Réalisé au 31 mars 2024\n{rows}");
        placed(&understand("a.csv", text.as_bytes(), &AdoptSaid::default()).unwrap())
    };
    assert_eq!(seen("1 Un;;\nA;;\nT;;\na;5;4\n2 Deux;;\nC;;\nc;5;4\n"), ["1|Un|A|T|a", "2|Deux|C||c"]);
    assert_eq!(seen("Un;;\nA;;\nT;;\na;5;4\nDeux;;\nC;;\nc;5;4\n"), ["|Un|A|T|a", "|Deux|C||c"]);
    // Titles that look as others do are of the same level.
    assert_eq!(
        seen("UN;;\n A;;\n  T;;\n   a;5;4\n A2;;\n  T2;;\n   b;1;1\n  T3;;\n   c;1;1\n"),
        ["|UN|A|T|a", "|UN|A2|T2|b", "|UN|A2|T3|c"]
    );
    // Numbers that count no titles above others are words.
    assert_eq!(seen("1 an;;\na;5;4\n2 ans;;\nb;5;4\n"), ["||1 an||a", "||2 ans||b"]);
    // A blank row ends a heading, where none stands before the first row.
    assert_eq!(seen("Objectif 1 : Un;;\nA;;\nT;;\na;5;4\n;;\nb;5;4\n"), ["1|Un|A|T|a", "1|Un|A||b"]);
}

#[test]
fn numbers_stand_before_labels_and_a_year_stated_as_not_available_has_no_value() {
    let place = nowhere();
    let text = "No;Indicateur;Cible;Réalisé 2021-2022;Réalisé 2022-2023;Réalisé 2023-2024\n\
        1;Faire connaître;;;;\n1.1;Ateliers tenus;40;10;12;9\n1.2;Part en région;50 %;40 %;45,5 %;n/d\n\
        1.3;Visites;10;1;2;\n";
    place.file("a.csv", text);
    let said = ["--year-end", "03-31", "--years", "exercice"];
    let told = place.done(&[&["adopt", "a.csv", "--dry-run", "--lang", "en"], &said[..]].concat());
    for words in ["1.1 Ateliers tenus", "a.csv:4:", "as at March 31, 2024 it is n/a", "lacks that one"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    place.done(&[&["adopt", "a.csv", "--plan-out", "p.toml"], &said[..]].concat());
    let plan = std::fs::read_to_string(place.path().join("p.toml")).unwrap();
    assert!(
        plan.contains("id = \"ateliers-tenus\"") && plan.contains("fr = \"1.1 Ateliers tenus\""),
        "{plan}"
    );
    place.done(&[&["adopt", "a.csv"], OPENING, &said].concat());
    let values = |as_at: &str| -> Vec<Value> {
        table(&place, "ledger.jalon", as_at).into_iter().map(|row| row[7].clone()).collect()
    };
    assert_eq!(values("2023-03-31"), [Value::from("22"), "45.5".into(), "3".into()]);
    assert_eq!(values("2024-03-31"), [Value::from("31"), Value::Null, "3".into()]);
    // Within one fiscal year no window leaves it out, which is told.
    let text = "Indicateur,Cible,Au 30 juin 2023,Au 31 mars 2024\nTaux,50 %,40 %,n/d\nAutre,1,1,1\n";
    place.file("b.csv", text);
    let told = place.done(&["adopt", "b.csv", "--dry-run", "--lang", "en", "--since", "2021-04-01"]);
    assert!(told.contains("on that day the ledger will show the last total"), "{told}");
}

/// A sum that lacks a year is at least what the other years give, and says so
/// wherever it stands; what cannot be read is missing as what is not there.
#[test]
fn a_sum_that_lacks_a_year_is_at_least_what_the_others_give() {
    let place = nowhere();
    let text = "Indicateur;Cible;2021-2022;2022-2023;2023-2024\n\
        Bourses;40;10;12;15\nConférences;30;5;—;11\nVisites;10;1;2;3*\nLivres;10;;2;3\n";
    place.file("a.csv", text);
    let said = ["--year-end", "03-31", "--years", "exercice", "--lang", "en", "--since", "2021-01-01"];
    let told = place.done(&[&["adopt", "a.csv", "--dry-run"], &said[..]].concat());
    for words in ["3 totals are missing", "“Visites”: 3* as at March 31, 2024", "and is at least what"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    place.done(&[&["adopt", "a.csv"], OPENING, &said].concat());
    let values = |as_at: &str| -> Vec<String> {
        let table = place.json(&["kpi", "--as-at", as_at]);
        let rows = table["supplementary"][0]["indicators"].as_array().unwrap().clone();
        let shown = |row: &Value| {
            let least = if row["atleast"] == true { "+" } else { "" };
            format!(
                "{}{least} {}",
                row["delivered"].as_str().unwrap_or("-"),
                row["percent"].as_str().unwrap_or("-")
            )
        };
        rows.iter().map(shown).collect()
    };
    assert_eq!(values("2022-03-31"), ["10 25", "5 17", "1 10", "- -"]);
    assert_eq!(values("2023-03-31"), ["22 55", "5+ -", "3 30", "2+ -"]);
    assert_eq!(values("2024-03-31"), ["37 93", "16+ -", "3+ -", "5+ -"]);
    // The year that is not over is missing of none; one that is over is of all.
    assert_eq!(values("2024-12-31"), ["37 93", "16+ -", "3+ -", "5+ -"]);
    assert_eq!(values("2025-03-31")[0], "37+ -");
    let gaps = &place.json(&["explain", "conferences", "--as-at", "2024-03-31"])["gaps"];
    assert_eq!(gaps, &serde_json::json!([{"from": "2022-04-01", "to": "2023-03-31"}]));
    let told = place.done(&["explain", "conferences", "--as-at", "2024-03-31", "--lang", "en"]);
    assert!(told.contains("at least") && told.contains("2022-04-01 to 2023-03-31"), "{told}");
    let told = place.done(&["checks", "--lang", "en"]);
    assert!(told.contains("Years without a total") && told.contains("Conférences (2022-04-01"), "{told}");
    let open = place.json(&["checks"])["open"].as_array().unwrap().clone();
    assert!(open.iter().any(|it| it["kind"] == "unreported" && it["indicator"] == "conferences"), "{open:?}");
    place.done(&["verify"]);
}

/// What a target says of its direction is read and shown; what is neither a
/// number nor a bound is asked, row by row.
#[test]
fn a_target_that_bounds_says_in_which_direction_and_any_other_is_asked() {
    let place = nowhere();
    let down = ["≤ 10", "< 10", "max. 10", "au plus 10", "10 max", "<= 10", "moins de 10"];
    let up = ["≥ 10", "> 10", "au moins 10", "min. 10", "10", "10 ou plus"];
    let rows: Vec<String> = down.iter().chain(&up).map(|target| format!("R{target};{target};9\n")).collect();
    let rows = rows.concat();
    place.file("a.csv", format!("Indicateur;Cible;Livré\n{rows}"));
    let said = ["--as-at", "2024-03-31", "--since", "2021-04-01", "--lang", "fr"];
    let seen = place.json(&[&["adopt", "a.csv", "--dry-run"], &said[..]].concat());
    let rows = seen["objectives"][0]["groups"][0]["rows"].as_array().unwrap().clone();
    let read: Vec<[&str; 2]> =
        rows.iter().map(|row| ["target", "direction"].map(|it| row[it].as_str().unwrap())).collect();
    assert_eq!(read[..down.len()], vec![["10", "down"]; down.len()]);
    assert_eq!(read[down.len()..], vec![["10", "up"]; up.len()]);
    // That the number of a strict bound is held to reach it is told.
    let strict = seen["unread"].as_array().unwrap().iter().filter(|it| it["why"] == "strict").count();
    assert_eq!(strict, 3);
    let told = place.done(&[&["adopt", "a.csv", "--dry-run"], &said[..]].concat());
    assert!(told.contains("moins est mieux") && told.contains("≤ 10"), "{told}");
    place.done(&[&["adopt", "a.csv"], OPENING, &said].concat());
    let table = place.json(&["kpi", "--as-at", "2024-03-31"]);
    let reached = |at: usize| table["supplementary"][0]["indicators"][at]["reached"].clone();
    assert_eq!((reached(0), reached(down.len())), (true.into(), false.into()));
    assert!(place.done(&["kpi", "--as-at", "2024-03-31"]).contains("≤ 10"));
    assert!(place.done(&["explain", "r-10", "--as-at", "2024-03-31"]).contains("≤ 10"));
    // Anything else is asked, and said.
    place.file("b.csv", "Indicateur;Cible;Livré\nA;environ 10;9\nB;entre 5 et 10;9\nC;à venir;9\nD;5;5\n");
    let told = refusal(&place, &[&["adopt", "b.csv", "--dry-run"], &said[..]].concat());
    for words in ["b.csv:2:", "--target 2=10", "b.csv:3:", "b.csv:4:"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("b.csv:5:"), "{told}");
    let targets = ["--target", "2=≤ 10", "--target", "3=5", "--target", "4=aucune"];
    let seen = place.json(&[&["adopt", "b.csv", "--dry-run"], &said[..], &targets].concat());
    let rows = seen["objectives"][0]["groups"][0]["rows"].as_array().unwrap();
    let read: Vec<String> =
        rows.iter().map(|row| format!("{} {}", row["target"], row["direction"])).collect();
    assert_eq!(read, ["\"10\" \"down\"", "\"5\" \"up\"", "null null", "\"5\" \"up\""]);
    let told = refusal(&place, &[&["adopt", "b.csv", "--dry-run", "--target", "2="], &said[..]].concat());
    assert!(told.contains("12=aucune"), "{told}");
}

/// What stands below the table after a blank row is none of its rows where its
/// columns do not hold what the table's do.
#[test]
fn notes_below_the_table_are_no_indicators() {
    let place = nowhere();
    let table = "Indicateur,Cible,Réalisé au 31 mars 2024\nAteliers,10,7\nArticles,5,6\n";
    let notes = "\nResponsable,Marie Tremblay,\nMise à jour,12 avril 2024,\nVersion,3,\nRemarque,2 ateliers annulés,\n";
    place.file("a.csv", format!("{table}{notes}"));
    let said = ["--since", "2021-04-01", "--lang", "en"];
    let seen = place.json(&[&["adopt", "a.csv", "--dry-run"], &said[..]].concat());
    let rows = |seen: &Value| seen["objectives"][0]["groups"][0]["rows"].as_array().unwrap().len();
    assert_eq!(rows(&seen), 2);
    let told: Vec<&str> =
        seen["unread"].as_array().unwrap().iter().map(|it| it["why"].as_str().unwrap()).collect();
    assert_eq!(told, ["note"; 4], "{seen:#}");
    place.done(&[&["adopt", "a.csv", "--yes"], OPENING, &said].concat());
    let kpi = place.json(&["kpi", "--as-at", "2024-03-31"]);
    assert_eq!(kpi["supplementary"][0]["indicators"].as_array().unwrap().len(), 2);
    // A target alone may be either, which is asked and never adopted unasked.
    place.file("b.csv", format!("{table}\nVersion,3,\n"));
    let told =
        refusal(&place, &[&["--ledger", "b.jalon", "adopt", "b.csv", "--yes"], OPENING, &said].concat());
    assert!(told.contains("--level 5=indicator") && told.contains("“Version”"), "{told}");
    assert!(!place.path().join("b.jalon").exists());
    for (level, count) in [("5=indicator", 3), ("5=nothing", 2)] {
        let seen = place.json(&[&["adopt", "b.csv", "--dry-run", "--level", level], &said[..]].concat());
        assert_eq!(rows(&seen), count, "{level}");
    }
    // What is said of one row leaves the notes above it what they are.
    place.file("d.csv", format!("{table}{notes}\nBalance,3,\n"));
    let seen = place.json(&[&["adopt", "d.csv", "--dry-run", "--level", "10=indicator"], &said[..]].concat());
    assert_eq!(rows(&seen), 3);
    // Rows with totals are rows, after a blank one too.
    place.file("c.csv", format!("{table}\nLivres,3,2\nRevues,,à venir\n"));
    let seen = place.json(&[&["adopt", "c.csv", "--dry-run"], &said[..]].concat());
    assert_eq!(rows(&seen), 4);
}

/// A head that names its day stands over values of every day, and is written
/// without it.
#[test]
fn a_dated_head_becomes_its_words() {
    let place = nowhere();
    for (head, expected) in [
        ("Réalisé au 31 mars 2024", "Réalisé"),
        ("Au 31 mars 2024", "Réalisé"),
        ("Acquis (2023-2024)", "Acquis"),
    ] {
        place.file("a.csv", format!("Indicateur;Cible;{head}\nAteliers;10;7\n"));
        let said = [
            "--since",
            "2021-04-01",
            "--lang",
            "fr",
            "--year-end",
            "03-31",
            "--years",
            "cumul",
            "--column",
            "C=livré",
        ];
        let told = place.done(&[&["adopt", "a.csv", "--dry-run"], &said[..]].concat());
        assert!(told.contains(&format!("{expected}\u{a0}»")), "{told}");
        place.done(&[&["adopt", "a.csv", "--plan-out", "p.toml"], &said[..]].concat());
        let plan = std::fs::read_to_string(place.path().join("p.toml")).unwrap();
        assert!(plan.contains(&format!("delivered = {{ fr = \"{expected}\"")), "{plan}");
        std::fs::remove_file(place.path().join("p.toml")).unwrap();
    }
}

/// Years that stand once above a target and a result, labels and objectives that
/// stand once for several rows.
#[test]
fn years_above_pairs_and_cells_merged_downwards_are_read() {
    let place = nowhere();
    place.file(
        "a.xlsx",
        workbook(&[
            "KPI!A1 Northern Lab – results framework",
            "KPI!A3 Objective",
            "KPI!B3 Indicator",
            "KPI!C3 Sex",
            "KPI!D3 2022",
            "KPI!F3 #2023",
            "KPI!D4 Target",
            "KPI!E4 Actual",
            "KPI!F4 Target",
            "KPI!G4 Actual",
            "KPI!D3:E3",
            "KPI!F3:G3",
            "KPI!A3:A4",
            "KPI!B3:B4",
            "KPI!C3:C4",
            "KPI!A5 1. Train people",
            "KPI!A5:A7",
            "KPI!B5 People trained",
            "KPI!B5:B6",
            "KPI!C5 Women",
            "KPI!D5 #50",
            "KPI!E5 #45",
            "KPI!F5 #60",
            "KPI!G5 #61",
            "KPI!C6 Men",
            "KPI!D6 #50",
            "KPI!E6 #55",
            "KPI!F6 #60",
            "KPI!G6 #71",
            "KPI!B7 Courses",
            "KPI!D7 #5",
            "KPI!E7 #4",
            "KPI!F7 #5",
            "KPI!G7 #7",
            "KPI!A8 2. Share",
            "KPI!B8 Papers",
            "KPI!D8 #5",
            "KPI!E8 #4",
            "KPI!F8 #6",
            "KPI!G8 #3",
            "KPI!A9 Total",
            "KPI!D9 #110",
            "KPI!E9 #108",
        ]),
    );
    let said = ["--years", "todate", "--since", "2022-01-01", "--lang", "en"];
    // Which target is meant is asked, and the years are known.
    let told = refusal(&place, &[&["adopt", "a.xlsx", "--dry-run"], &said[..]].concat());
    assert!(told.contains("“Target 2023”") && told.contains("--column"), "{told}");
    let targets = ["--column", "D=target@2022", "--column", "F=target@2023"];
    let seen = place.json(&[&["adopt", "a.xlsx", "--dry-run"], &said[..], &targets].concat());
    let days: Vec<&str> =
        seen["columns"].as_array().unwrap().iter().filter_map(|it| it["days"]["to"].as_str()).collect();
    assert_eq!(days, ["2022-12-31", "2023-12-31"]);
    let mut rows = Vec::new();
    for objective in seen["objectives"].as_array().unwrap() {
        for row in objective["groups"][0]["rows"].as_array().unwrap() {
            let text = |text: &Value| text.as_str().unwrap_or("-").to_owned();
            let totals: Vec<String> =
                row["totals"].as_array().unwrap().iter().map(|it| text(&it["value"])).collect();
            rows.push(format!(
                "{}|{}|{}|{}|{}",
                text(&objective["number"]),
                text(&row["heading"]),
                text(&row["label"]),
                text(&row["target"]),
                totals.join(",")
            ));
        }
    }
    assert_eq!(
        rows,
        [
            "1|People trained|Women|60|45,61",
            "1|People trained|Men|60|55,71",
            "1|-|Courses|5|4,7",
            "2|-|Papers|6|4,3",
        ]
    );
    let unread: Vec<&str> =
        seen["unread"].as_array().unwrap().iter().map(|it| it["why"].as_str().unwrap()).collect();
    assert_eq!(unread, ["earliertarget", "sum"]);
    // Days of a column whose head names none.
    place.file("b.csv", "Indicateur;Cible;Livré;Acquis\nAteliers;10;7;8\n");
    let columns = ["--column", "C=livré@2022-2023", "--column", "D=livré@2023-2024", "--year-end", "03-31"];
    let seen = place.json(&[&["adopt", "b.csv", "--dry-run"], &said[..], &columns].concat());
    let days: Vec<&str> =
        seen["columns"].as_array().unwrap().iter().filter_map(|it| it["days"]["to"].as_str()).collect();
    assert_eq!(days, ["2023-03-31", "2024-03-31"]);
    let told = refusal(
        &place,
        &[&["adopt", "b.csv", "--dry-run", "--column", "C=livré@bientôt"], &said[..]].concat(),
    );
    assert!(told.contains("C=delivered@2022"), "{told}");
}

/// Objectives, groups and units in columns of their own, words for all that
/// stands beside numbers.
#[test]
fn a_table_with_columns_of_groups_and_units_is_read() {
    let place = nowhere();
    place.file(
        "a.xlsx",
        workbook(&[
            "KPIs!A1 Our indicators, as of June 30, 2023",
            "KPIs!A3 Strategic objective",
            "KPIs!B3 Group",
            "KPIs!C3 Indicator",
            "KPIs!D3 Unit",
            "KPIs!E3 Target",
            "KPIs!F3 Delivered",
            "KPIs!A4 1. Train",
            "KPIs!A4:A6",
            "KPIs!B4 Courses",
            "KPIs!C4 Courses given",
            "KPIs!D4 courses",
            "KPIs!E4 #12",
            "KPIs!F4 #10",
            "KPIs!C5 Satisfaction",
            "KPIs!D5 \\%",
            "KPIs!E5 #90",
            "KPIs!F5 #85.5",
            "KPIs!B6 Money",
            "KPIs!C6 Funds",
            "KPIs!D6 \\$ CA",
            "KPIs!E6 #1200000",
            "KPIs!F6 950 k",
            "KPIs!A7 2. Inform",
            "KPIs!B7 Letters",
            "KPIs!C7 Reach",
            "KPIs!D7 \\%",
            "KPIs!E7 #50",
            "KPIs!F7 #0.4",
        ]),
    );
    place.done(&[&["adopt", "a.xlsx", "--since", "2020-04-01", "--lang", "en"], OPENING].concat());
    let rows = table(&place, "ledger.jalon", "2023-06-30");
    let shown = |row: &Value| {
        let text = |at: usize| row[at].as_str().unwrap_or("-").to_owned();
        [1, 2, 5, 6, 7, 9].map(text).join("|")
    };
    assert_eq!(
        rows.iter().map(shown).collect::<Vec<_>>(),
        [
            "Train|Courses|Courses given|12|10|-",
            "Train|Courses|Satisfaction|90.0|85.5|%",
            "Train|Money|Funds|1200000|950000|CAD",
            // Nobody knows whether 0.4 is a percentage or the ratio.
            "Inform|Letters|Reach|50|-|%",
        ]
    );
}

#[test]
fn a_plan_that_was_written_opens_a_ledger_too() {
    let place = nowhere();
    place.file(
        "a.csv",
        "Indicateur,Cible,Livré\n\"Dire \"\"oui\"\" \\ é\",5,4\nDire,5,4\nDire,5,4\n東京,1,1\n",
    );
    let said = ["--as-at", "2024-03-31", "--since", "2021-04-01"];
    place.done(&[&["adopt", "a.csv", "--plan-out", "p.toml"], &said[..]].concat());
    assert!(!place.path().join("ledger.jalon").exists());
    place.done(&[&["init", "--plan", "p.toml", "--name", "A"], OPENING].concat());
    let table = place.json(&["kpi", "--as-at", "2024-03-31"]);
    let rows = table["supplementary"][0]["indicators"].as_array().unwrap().clone();
    let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["dire-oui-e", "dire", "dire-2", "i"]);
    assert_eq!(rows[0]["label"]["fr"], "Dire \"oui\" \\ é");
    // The file is left as it is.
    refusal(&place, &[&["adopt", "a.csv", "--plan-out", "p.toml"], &said[..]].concat());
}

/// Many cells may share one text of the file, which is then unpacked as often.
#[test]
fn a_long_text_that_many_cells_share_is_refused() {
    let lines: Vec<String> = (1..80).map(|row| format!("A!A{row} x")).collect();
    let mut parts = parts(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    for (name, text) in &mut parts {
        if name == "xl/_rels/workbook.xml.rels" {
            let strings = "<Relationship Id=\"rId901\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
            *text = text.replace("</Relationships>", strings);
        } else if name.starts_with("xl/worksheets") {
            let inline = "t=\"inlineStr\"><is><t xml:space=\"preserve\">x</t></is>";
            *text = text.replace(inline, "t=\"s\"><v>0</v>");
        }
    }
    let long = "x".repeat(1 << 20);
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    parts.push((
        "xl/sharedStrings.xml".to_owned(),
        format!("<sst xmlns=\"{main}\"><si><t>{long}</t></si></sst>"),
    ));
    let refused = understand("a.xlsx", &zipped(&parts), &AdoptSaid::default()).unwrap_err();
    assert!(refused.to_string().contains("64 MB"), "{refused}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever titles and rows follow one another, each is taken somewhere or
    /// told with its place.
    #[test]
    fn no_row_is_passed_over(kinds in proptest::collection::vec(0_usize..6, 1..14), means in any::<bool>()) {
        let heads = "Indicateur;Cible;Réalisé au 31 mars 2024;% atteint\n";
        let mut text = format!("Titre;;;\nmot0;;;\n{heads}debut;5;4;\n");
        let mut words = vec!["mot0".to_owned(), "debut".to_owned()];
        for (at, kind) in kinds.iter().enumerate() {
            let word = format!("mot{}x", at + 1);
            match kind {
                0 => text.push_str(&format!("{word};;;\n")),
                1 => text.push_str(&format!("{word};;;{}\n", if means { "80 %" } else { "" })),
                2 => text.push_str(&format!("\"  {word}\";5;4;80 %\n")),
                3 => text.push_str(&format!("{} {word};;;\n", at + 1)),
                4 => text.push_str(&format!("Objectif {at} : {word};;;\n")),
                _ => text.push_str(";;;\n"),
            }
            words.extend((*kind < 5).then_some(word));
        }
        let seen = understand("a.csv", text.as_bytes(), &AdoptSaid::default()).unwrap();
        let mut all = placed(&seen).join("\n");
        all.extend(seen.unread.iter().map(|it| format!("\n{}", it.typed)));
        for word in words {
            prop_assert!(all.contains(&word), "{word}:\n{text}\n{all}");
        }
    }

    /// Whatever stands in the parts of a workbook, it is read or refused.
    #[test]
    fn no_workbook_stops_the_program(part in 0_usize..7, at in 0_usize..1_000, put in "[<>/\"=&;A-Z0-9a-z. -]{0,12}", cut in 0_usize..30) {
        let mut parts = parts(&[
            "A!A1 Indicateur", "A!B1 Cible", "A!C1 Livré", "A!A2 Formations", "A!B2 #5", "A!C2 %0.5",
            "A!A3 Budget", "A!B3 $12.5", "A!C3 @45382", "A!D4 =1+1", "A!D5 !#REF!", "A!D6 ?true", "A!A7:B8",
            "B!A1 x", "B!hidden",
        ]);
        let count = parts.len();
        let text = &mut parts[part % count].1;
        let at = at * text.len() / 1_000;
        let end = (at + cut).min(text.len());
        if text.is_char_boundary(at) && text.is_char_boundary(end) {
            text.replace_range(at..end, &put);
        }
        let _ = understand("a.xlsx", &zipped(&parts), &AdoptSaid::default());
    }
}
