//! Imports for real: CSV as spreadsheets save it, rows that are wrong, and
//! what a dry run says.

use jalon::cli::CEIMIA;
use jalon::event::{Author, AuthorType, EntryId, Hash, Moment, link};
use jalon::exchange::read_import;
use jalon::ledger::{Desk, Import};
use jalon::log::{Log, MemoryLog};
use jalon::plan::PersonNames;
use serde_json::{Value, json};

use crate::place::Place;

impl Place {
    /// What is told of a refusal, which leaves the ledger as it was; a hint
    /// joined to what it is a hint for.
    fn told(&self, arguments: &[&str]) -> Vec<String> {
        let (told, code) = self.refused(arguments);
        assert_eq!(code, 1, "{arguments:?}");
        told.trim_start_matches("jalon: ").replace("\n  ", "; ").lines().map(str::to_owned).collect()
    }

    /// The last entries, without what the ledger itself adds.
    fn last_activities(&self, count: usize) -> Vec<Value> {
        let export = self.done(&["export", "jsonl"]);
        let lines: Vec<Value> = export.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let own = |it: &&Value| it["type"].as_str().unwrap().starts_with("org.ceimia.");
        let activities: Vec<&Value> = lines.iter().filter(own).collect();
        activities[activities.len() - count..].iter().map(|it| (*it).clone()).collect()
    }
}

const HEADS: &str = "Type;Date;Nombre d'éditions;Note\r\n";

#[test]
fn a_spreadsheet_is_read_in_every_encoding_and_with_every_separator() {
    let rows = "Infolettre envoyée;27 septembre 2023;2;\"Été;\r\nà l’Œuvre\"\r\n";
    let text = format!("{HEADS}{rows}");
    let (latin, _, lossy) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(!lossy);
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let tabs = text.replace("\"Été;\r\n", "\"Été\t\r\n").replace(';', "\t");
    let cases: [(&str, Vec<u8>); 6] = [
        ("a.csv", text.clone().into_bytes()),
        ("b.csv", format!("\u{feff}{text}").into_bytes()),
        ("c.csv", latin.into_owned()),
        ("d.txt", utf16),
        ("e.tsv", tabs.into_bytes()),
        ("f.CSV", text.replace("Été;", "Été").replace(';', ",").into_bytes()),
    ];
    let place = Place::demonstration();
    for (name, bytes) in cases {
        place.file(name, bytes);
        let done = place.json(&["import", name]);
        assert_eq!((&done["added"], &done["dryrun"]), (&Value::from(1), &Value::from(false)), "{name}");
        let entry = &place.last_activities(1)[0];
        assert_eq!(entry["type"], "org.ceimia.newsletter.sent");
        assert_eq!(
            (&entry["occurredfrom"], &entry["occurredto"]),
            (&"2023-09-27".into(), &"2023-09-27".into())
        );
        assert_eq!(entry["data"]["fields"]["editions"], 2);
        let note = entry["data"]["note"].as_str().unwrap();
        assert!(note.starts_with("Été") && note.ends_with("\nà l’Œuvre"), "{name}: {note:?}");
    }
    place.done(&["verify"]);
}

#[test]
fn all_columns_of_an_activity_are_taken() {
    let place = Place::demonstration();
    place.file(
        "a.csv",
        "occurredfrom,occurredto,subject,editions,citation,citation.line,citation.words,basis,id\n\
         2023-01-01,FY2024,OCDE,environ 4,Rapport,822,\"quatre, environ\",rapport,\
         0190b0a0-0000-7000-8000-000000000001\n",
    );
    place.done(&["import", "a.csv", "--type", "infolettre"]);
    let entry = &place.last_activities(1)[0];
    assert_eq!(entry["id"], "0190b0a0-0000-7000-8000-000000000001");
    assert_eq!((&entry["occurredfrom"], &entry["occurredto"]), (&"2023-01-01".into(), &"2024-03-31".into()));
    assert_eq!(entry["subject"], "organisation/oecd");
    let data = serde_json::json!({
        "basis": "report", "citation": {"line": "822", "source": "Rapport", "words": "quatre, environ"},
        "fields": {"editions": {"precision": "about", "value": 4}},
    });
    assert_eq!(entry["data"], data);
    // The same row again in another file is there already.
    place.file("b.csv", std::fs::read_to_string(place.path().join("a.csv")).unwrap() + "\n");
    let again = place.json(&["import", "b.csv", "--type", "infolettre"]);
    assert_eq!((&again["added"], &again["skipped"]), (&Value::from(0), &Value::from(1)));
}

#[test]
fn every_bad_cell_is_listed_with_its_line_and_column() {
    let place = Place::demonstration();
    place.file(
        "a.csv",
        "type;on;editions;note\n\
         infolettre;2023-09-27;1;\"sur\ndeux lignes\"\n\
         infoletre;2023-02-30;1\n\
         infolettre;;douze;x\n\
         infolettre;03/04/2024;1,234\n\
         \n\
         infolettre;2024..2023;;y\n\
         infolettre;2024;1;z;trop\n",
    );
    let told = place.told(&["import", "a.csv", "--lang", "fr"]);
    let starts = [
        "a.csv:4:1: le catalogue n’a pas de type d’activité «\u{a0}infoletre\u{a0}»; les plus proches\u{a0}: ",
        "a.csv:4:11: on\u{a0}: la date «\u{a0}2023-02-30\u{a0}» n’existe pas; le dernier jour de ce mois est le 28",
        "a.csv:5:12: on\u{a0}: la cellule est vide",
        "a.csv:5:13: editions\u{a0}: «\u{a0}douze\u{a0}» n’est pas un nombre",
        "a.csv:6:12: on\u{a0}: «\u{a0}03/04/2024\u{a0}» se lit de plusieurs façons\u{a0}: 4 mars 2024 (2024-03-04) ou 3 avril",
        "a.csv:6:23: editions\u{a0}: «\u{a0}1,234\u{a0}» vaut 1234 s’il compte des milliers",
        "a.csv:8:12: on\u{a0}: «\u{a0}2024..2023\u{a0}» finit",
        "a.csv:8:23: le champ «\u{a0}Nombre d'éditions\u{a0}» (editions) manque",
        "a.csv:9:21: «\u{a0}trop\u{a0}» n’est sous aucun nom de colonne",
    ];
    assert_eq!(told.len(), starts.len(), "{}", told.join("\n"));
    for (line, start) in told.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}\n{start}");
    }
    let english = place.told(&["import", "a.csv", "--lang", "en"]);
    assert!(english[1].starts_with("a.csv:4:11: on: the date “2023-02-30” does not exist"), "{}", english[1]);
}

#[test]
fn heads_are_judged_once() {
    let place = Place::demonstration();
    let told = |heads: &str, more: &[&str]| {
        place.file("a.csv", format!("{heads}\n\n"));
        place.told(&[&["import", "a.csv", "--lang", "en"], more].concat()).join("\n")
    };
    assert!(told("date,editions", &[]).starts_with("a.csv:1:1: no column “type”"));
    let sent = ["--type", "newsletter.sent"];
    assert!(told("type,date", &sent).starts_with("a.csv:1:1: both the column “type” and --type"));
    let unknown = told("date,édition,date", &sent);
    assert!(
        unknown.contains(
            "a.csv:1:6: the column “édition” is not known; rename it or take it out; nearest: editions"
        ),
        "{unknown}"
    );
    assert!(unknown.contains("a.csv:1:14: the column “date” stands twice"), "{unknown}");
    assert!(told("", &sent).starts_with("a.csv:1:1: the file is empty"));
    assert!(told("date,\"editions", &sent).starts_with("a.csv:1:6: this quotation mark is never closed"));
    place.file("a.csv", b"date;\0\n");
    assert!(
        place.told(&["import", "a.csv", "--lang", "en"])[0].starts_with("a.csv:1:6: the file is in no known")
    );
}

/// What an earlier row of the same file says too is told as what the ledger says
/// already is, and taken all the same.
#[test]
fn rows_that_say_the_same_are_told() {
    let place = Place::demonstration();
    let text =
        "type,on,editions,note\ninfolettre,2024-06,1,a\ninfolettre,2024-06,1,b\ninfolettre,2024-06,2,a\n";
    place.file("a.csv", text);
    let would = place.json(&["import", "--dry-run", "a.csv"]);
    let verdicts: Vec<&Value> = would["rows"].as_array().unwrap().iter().map(|row| &row["verdict"]).collect();
    assert_eq!(verdicts, ["added", "twin", "added"]);
    assert_eq!(
        would["twins"],
        json!([{"file": "a.csv", "line": 3, "other": "a.csv:2:1", "place": "a.csv:3:1"}])
    );
    assert_eq!(would["rows"][1]["words"]["en"], would["rows"][0]["words"]["en"]);
    let done = place.run(&["import", "a.csv", "--lang", "en"]);
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(done.status.success() && told.contains("a.csv:3:1: says the same as a.csv:2:1"), "{told}");
    // Once they are there, they are alike those.
    place.file("b.csv", text.replace(",a\n", ",c\n"));
    let would = place.json(&["import", "--dry-run", "b.csv"]);
    let verdicts: Vec<&Value> = would["rows"].as_array().unwrap().iter().map(|row| &row["verdict"]).collect();
    assert_eq!(verdicts, ["alike"; 3]);
}

/// A name that is turned, or holds what nobody sees, passes for no other.
#[test]
fn a_turned_name_is_refused_and_an_unseen_mark_left_out() {
    let place = Place::demonstration();
    let turned = "\u{202e}airnI";
    for arguments in [
        &["register", turned][..],
        &["note", turned],
        &["record", "newsletter", "editions=1", "--on", "2024-06-01", "--note", turned],
    ] {
        let (told, _) = place.refused(&[arguments, &["--lang", "en"]].concat());
        assert!(told.contains("U+202E") && told.contains("turns the direction"), "{told}");
    }
    place.file("a.csv", format!("type,on,partner\npartnership.formed,2024-07-04,{turned}\n"));
    let told = place.told(&["import", "a.csv", "--new", "organisation", "--lang", "en"]).join("\n");
    assert!(told.contains("a.csv:2:") && told.contains("U+202E"), "{told}");
    // Without the mark that nobody sees it is the name that is there.
    let told = place.told(&["register", "In\u{200b}ria", "--lang", "en"]).join("\n");
    assert!(told.contains("organisation/inria"), "{told}");
}

#[test]
fn a_dry_run_says_what_would_be_and_writes_nothing() {
    let place = Place::demonstration();
    place.file("a.csv", "type,on,editions\ninfolettre,2024-06,1\ninfolettre,2999,2\n");
    let before = place.done(&["export", "jsonl"]);
    let mut would = place.json(&["import", "--dry-run", "a.csv"]);
    assert!(would["notice"].take()["fr"].as_str().unwrap().starts_with("Préparé"));
    let expected = serde_json::json!({
        "added": 2, "alike": [], "alikenames": [], "batch": null, "dryrun": true, "jalon": "import/1", "notice": null, "planned": 1,
        "skipped": 0, "twins": [], "types": {"newsletter.sent": 2}, "unread": [],
    });
    let mut counted = would.clone();
    counted.as_object_mut().unwrap().remove("rows");
    assert_eq!(counted, expected);
    let verdicts: Vec<&Value> = would["rows"].as_array().unwrap().iter().map(|row| &row["verdict"]).collect();
    assert_eq!(verdicts, ["added", "planned"]);
    assert!(
        place
            .done(&["import", "--dry-run", "a.csv", "--lang", "fr"])
            .contains("2 × Infolettre envoyée (newsletter.sent)")
    );
    assert_eq!(place.done(&["export", "jsonl"]), before);
    place.done(&["import", "a.csv"]);
    let again = place.told(&["import", "--dry-run", "a.csv"]);
    assert!(again[0].starts_with("a.csv: ") && again.len() == 1, "{again:?}");
}

/// Titles above, columns and rows between, a head merged over two rows, days of
/// 1904, amounts and percentages by their format, values of formulas.
#[test]
fn a_workbook_is_read_as_it_is_kept() {
    let place = Place::demonstration();
    let lines = [
        "!1904",
        "Nos activités!B1 Registre des activités",
        "Nos activités!B2 tenu à jour",
        "Nos activités!D4 Nombre d'éditions",
        "Nos activités!D4:D5",
        "Nos activités!B5 Type",
        "Nos activités!C5 Date",
        "Nos activités!F5 Remarque",
        "Nos activités!B7 infolettre",
        "Nos activités!C7 @43920",
        "Nos activités!D7 =1+2|3.0000000000000004",
        "Nos activités!F7 \\=HYPERLINK(\"http://x\")",
        "Nos activités!B9 infolettre",
        "Nos activités!C9 avril 2024",
        "Nos activités!D9 environ 4",
        "Totaux!A1 Indicateur",
        "Totaux!B1 Au",
        "Totaux!C1 Valeur",
        "Totaux!D1 Source",
        "Totaux!A2 canadian-partner-share",
        "Totaux!B2 @44285",
        "Totaux!C2 %0.29",
        "Totaux!D2 Rapport",
        "Totaux!A3 annual-budget",
        "Totaux!B3 @44285",
        "Totaux!C3 $1234.5",
        "Totaux!D3 Rapport",
    ];
    place.file("a.xlsx", crate::workbooks::workbook(&lines));
    let done = place.json(&["import", "a.xlsx"]);
    assert_eq!(done["added"], 4);
    let entries = place.last_activities(2);
    assert_eq!(entries[0]["occurredfrom"], "2024-03-31");
    assert_eq!(entries[0]["data"]["fields"]["editions"], 3);
    assert_eq!(entries[0]["data"]["note"], "=HYPERLINK(\"http://x\")");
    assert_eq!(entries[1]["occurredto"], "2024-04-30");
    assert_eq!(entries[1]["data"]["fields"]["editions"]["precision"], "about");
    let export = place.done(&["export", "jsonl"]);
    let values: Vec<Value> = export
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|entry| entry["type"] == "jalon.total.reported" && entry["occurredto"] == "2025-03-31")
        .map(|entry| entry["data"]["value"].clone())
        .collect();
    assert_eq!(values[0], "29");
    assert_eq!(values[1]["amount"], "1234.50");
    // One batch, withdrawn as one.
    let batch = done["batch"].as_str().unwrap();
    place.done(&["withdraw", batch, "--reason", "x"]);
    place.done(&["verify"]);
}

#[test]
fn rows_that_the_ledger_refuses_are_told_with_those_that_cannot_be_read() {
    let place = Place::demonstration();
    place.file(
        "a.jsonl",
        "{\"fields\":{\"editions\":1},\"occurredfrom\":\"2024-06-01\",\"type\":\"newsletter.sent\"}\n\
         {\"type\":\"x.y\",\"occurredfrom\":\"2024-06-01\"}\n\
         {\"type\":\"newsletter.sent\",\"occurredfrom\":\"2024-06-01\",\"recordedtime\":\"2024-06-01T00:00:00.000000Z\"}\n\
         {\"subject\":\"organisation/oec\",\"fields\":{\"editions\":1},\"occurredfrom\":\"2024-06-01\",\"type\":\"newsletter.sent\"}\n",
    );
    let told = place.told(&["import", "a.jsonl", "--lang", "en"]);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("a.jsonl:2:2: ") && told[0].contains("x.y"), "{}", told[0]);
    assert!(told[1].starts_with("a.jsonl:3:55: an import gives no “recordedtime”"), "{}", told[1]);
    assert!(
        told[2].starts_with("a.jsonl:4:2: ") && told[2].contains("nearest: organisation/oecd"),
        "{}",
        told[2]
    );
}

#[test]
fn reported_totals_are_read_as_printed() {
    let place = Place::demonstration();
    place.file(
        "totals.csv",
        "indicator;to;value;citation;citation.line\n\
         annual-budget;31 mars 2025;4 200 000 $;Rapport 2025;12\n\
         newsletters;2025-03-31;plus de 5;Rapport 2025;13\n",
    );
    let done = place.json(&["import", "totals.csv"]);
    assert_eq!(done["types"], serde_json::json!({"jalon.total.reported": 2}));
    let export = place.done(&["export", "jsonl"]);
    assert!(export.contains(r#""to":"2025-03-31","value":{"amount":"4200000.00","currency":"CAD"}}"#));
    assert!(export.contains(r#""value":{"precision":"atleast","value":"5"}"#));
    place.file(
        "bad.csv",
        "indicator;to;value;citation\n\
         annual-budjet;FY2025;1,234;\n\
         newsletters;2025-03-30;5 $;Rapport\n",
    );
    let told = place.told(&["import", "bad.csv", "--lang", "en"]);
    let starts = [
        "bad.csv:2:1: there is no indicator “annual-budjet”; nearest: annual-budget",
        "bad.csv:2:15: to: “FY2025” is more than one day",
        "bad.csv:2:28: citation: the cell is empty",
        "bad.csv:3:24: value: “5 $” is an amount of money",
    ];
    assert_eq!(told.len(), starts.len(), "{told:?}");
    for (line, start) in told.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}\n{start}");
    }
    place.file("none.csv", "indicator;to;value\nx;y;z\n");
    assert!(place.told(&["import", "none.csv", "--lang", "en"])[0].contains("needs the column “citation”"));
}

#[test]
fn all_that_is_wrong_with_typed_fields_is_told_at_once() {
    let place = Place::demonstration();
    let output = place.run(&["record", "infolettre", "edition=1", "editions=1,5", "--lang", "fr"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("edition\u{a0}»; il a editions"), "{told}");
    assert!(told.contains("«\u{a0}1,5\u{a0}» n’est pas un nombre entier"), "{told}");
    place.done(&["record", "infolettre", "Editions=au moins 3", "--on", "exercice 2023-2024"]);
    let entry = &place.last_activities(1)[0];
    assert_eq!(entry["data"]["fields"]["editions"], serde_json::json!({"precision": "atleast", "value": 3}));
    assert_eq!((&entry["occurredfrom"], &entry["occurredto"]), (&"2023-04-01".into(), &"2024-03-31".into()));
}

/// A desk over these lines.
fn desk(lines: &[Vec<u8>]) -> Desk {
    let mut log = MemoryLog::new(link);
    log.append(lines).unwrap();
    Desk::open(Box::new(log)).unwrap()
}

fn lines(desk: &Desk) -> Vec<Vec<u8>> {
    desk.lines().unwrap()
}

#[test]
fn a_batch_that_stopped_is_continued_where_it_stopped() {
    let new_id = || EntryId::new(uuid::Uuid::new_v7(uuid::Timestamp::now(uuid::NoContext)));
    let author = Author { user: uuid::Uuid::nil(), kind: AuthorType::User };
    let import = |desk: &mut Desk, text: &str| {
        let files = [("a.csv".to_owned(), text.as_bytes().to_vec())];
        let incoming = read_import(&files, None, desk.state(), &PersonNames::default, &mut { new_id });
        assert!(incoming.problems.is_empty(), "{:?}", incoming.problems);
        let rows = incoming.rows.into_iter().map(|row| row.command).collect();
        let now: Moment = desk.state().recorded().unwrap();
        desk.import(Import { file: Hash::of(text.as_bytes()), rows }, author, now, false, &mut { new_id })
            .unwrap()
    };
    let given = "infolettre;2024-05;1;0190b0a0-0000-7000-8000-000000000001\n";
    let heads = "type;on;editions;id\n";
    let mut whole = desk(&CEIMIA.bundle.lines().unwrap());
    // The first row is there before the batch, the others come with it.
    import(&mut whole, &format!("{heads}{given}"));
    let before = lines(&whole).len();
    let text = format!("{heads}{given}infolettre;2024-05;2;\ninfolettre;2024-05;3;\n");
    let done = import(&mut whole, &text);
    assert_eq!((done.rows.skipped, done.rows.added["newsletter.sent"]), (1, 2));
    let all = lines(&whole);
    assert_eq!(all.len(), before + 4);
    for kept in before + 1..all.len() {
        let mut stopped = desk(&all[..kept]);
        let missing = (all.len() - 1 - kept).min(2);
        let done = import(&mut stopped, &text);
        assert_eq!(done.rows.added.values().sum::<usize>(), missing, "{kept} lines");
        assert_eq!(lines(&stopped).len(), all.len(), "{kept} lines");
    }
}

#[test]
fn a_row_that_stands_twice_is_one_entry_of_its_batch() {
    let place = Place::demonstration();
    let id = "0190b0a0-0000-7000-8000-000000000009";
    let row = format!("infolettre;2024-05;1;{id}\n");
    std::fs::write(place.path().join("a.csv"), format!("type;on;editions;id\n{row}{row}")).unwrap();
    let done: Value = serde_json::from_str(&place.done(&["import", "a.csv", "--format", "json"])).unwrap();
    assert_eq!((done["added"].as_u64(), done["skipped"].as_u64()), (Some(1), Some(1)));
    place.done(&["verify"]);
    // The same file once more adds nothing, and says nothing of a batch.
    let again: Value = serde_json::from_str(&place.done(&["import", "a.csv", "--format", "json"])).unwrap();
    assert_eq!((again["added"].as_u64(), again["batch"].is_null()), (Some(0), true));
    place.done(&["verify"]);
}

#[test]
fn a_row_that_is_there_already_is_skipped_though_its_field_was_retired_since() {
    let place = Place::demonstration();
    let id = "0190b0a0-0000-7000-8000-00000000000a";
    let row = |editions: u8| {
        let row = json!({
            "fields": {"editions": editions}, "id": id, "occurredfrom": "2024-05-01",
            "occurredto": "2024-05-01", "type": "newsletter.sent",
        });
        place.file("a.jsonl", format!("{row}\n"));
    };
    row(1);
    assert_eq!(place.json(&["import", "a.jsonl"])["added"], 1);
    place.file(
        "next.toml",
        "[[type]]\nid = 'newsletter.sent'\nlabel = { fr = 'Infolettre', en = 'Newsletter' }\n\
         [[type.field]]\nname = 'editions'\nkind = 'count'\nretired = true\n\
         label = { fr = 'Nombre', en = 'Number' }\n",
    );
    place.done(&["plan", "next.toml"]);
    assert_eq!(place.json(&["import", "a.jsonl"])["skipped"], 1);
    row(2);
    place.refused(&["import", "a.jsonl"]);
}
