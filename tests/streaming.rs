//! Imports of JSON Lines that are read row by row, into a ledger of which activities
//! are known as far as rules read them: a dry run, which holds all rows and all
//! records, says the same of each.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::place::Place;

/// What is told of an import, but for what tells a dry run from it.
fn told(place: &Place, arguments: &[&str]) -> Vec<Value> {
    let document = place.json(&[&["import"], arguments].concat());
    let names = ["added", "alike", "planned", "skipped", "twins", "types"];
    names.iter().map(|name| document[name].clone()).collect()
}

/// Imports a file, of which a dry run said what would be.
fn imported(place: &Place, name: &str) -> Vec<Value> {
    let would = told(place, &[name, "--dry-run"]);
    let done = told(place, &[name]);
    assert_eq!(done, would, "{name}");
    done
}

fn newsletter(day: usize, editions: usize, rest: &str) -> String {
    let (month, day) = (1 + day / 28 % 12, 1 + day % 28);
    format!(
        "{{\"type\":\"newsletter.sent\",\"occurredfrom\":\"2022-{month:02}-{day:02}\",\
         \"fields\":{{\"editions\":{editions}}}{rest}}}\n"
    )
}

#[test]
fn rows_taken_one_by_one_become_what_they_would_as_one() {
    let place = Place::demonstration();
    for day in ["2022-01-01", "2022-01-02", "2022-01-03"] {
        place.done(&["record", "infolettre", "editions=1", "--on", day]);
    }
    // The second says something else now, the third nothing.
    place.done(&["correct", "746", "editions=9", "--reason", "Neuf"]);
    place.done(&["withdraw", "747", "--reason", "Jamais parue"]);
    let rows: String = (0..2_050).map(|at| newsletter(at / 2, 1 + at % 3, "")).collect();
    let again = newsletter(1, 9, ",\"note\":\" été \"") + &newsletter(2, 1, "");
    let planned = newsletter(0, 1, "").replace("2022", "2099");
    place.file("a.jsonl", format!("\u{feff}{rows}\r\n\n{again}{}", planned.trim_end()));
    let done = imported(&place, "a.jsonl");
    let alike: Vec<u64> =
        done[1].as_array().unwrap().iter().filter_map(|it| it["sequence"].as_u64()).collect();
    assert!(alike.contains(&745) && alike.contains(&746) && !alike.contains(&747), "{alike:?}");
    assert_eq!((&done[0], &done[2]), (&Value::from(2_053), &Value::from(1)));
    assert!(!done[4].as_array().unwrap().is_empty());
    place.done(&["verify"]);
    // Nothing waits there any more.
    let names = std::fs::read_dir(place.path().join(place.ledger())).unwrap();
    let names: Vec<_> = names.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.iter().all(|name| !name.starts_with(".tmp")), "{names:?}");
    let (said, code) = place.refused(&["import", "a.jsonl", "--lang", "en"]);
    assert!(code == 1 && said.contains("#750"), "{said}");
}

#[test]
fn rows_that_look_back_are_taken_one_by_one_too() {
    let place = Place::demonstration();
    let id = |at: usize| format!(",\"id\":\"0190b0a0-0000-7000-8000-{at:012}\"");
    let part = ",\"partof\":\"0190b0a0-0000-7000-8000-000000000001\"";
    place.file("a.jsonl", newsletter(1, 1, &id(1)) + &newsletter(2, 2, &id(2)) + &newsletter(1, 1, &id(1)));
    assert_eq!(imported(&place, "a.jsonl")[3], 1);
    // Whether ids are there is told from the index too.
    place.done(&["kpi", "--as-at", "2022-12-31"]);
    // Some are there, some name what is there, some name each other.
    let called = newsletter(4, 1, ",\"ref\":\"x\"") + &newsletter(5, 1, ",\"partof\":\"ref:x\"");
    let rows = newsletter(2, 2, &id(2)) + &newsletter(3, 3, &(id(3) + part)) + &called;
    place.file("b.jsonl", &rows);
    assert_eq!(imported(&place, "b.jsonl")[3], 1);
    place.done(&["verify"]);
    for (rest, column) in [(id(1), 79), (part.replace("0001", "0009"), 79)] {
        place.file("c.jsonl", newsletter(1, 1, "") + &newsletter(1, 5, &rest) + "{}\n");
        let (real, code) = place.refused(&["import", "c.jsonl", "--lang", "en"]);
        assert_eq!(code, 1, "{real}");
        // Of a row that names what another, unreadable one may bring nothing is said.
        assert_eq!(real.contains(&format!("c.jsonl:2:{column}: ")), rest == id(1), "{real}");
        assert!(real.contains("c.jsonl:3:1: "), "{real}");
    }
}

/// Where the index was changed, what stands is told from the entries.
#[test]
fn rows_are_compared_with_what_stands_though_the_index_is_not_as_it_was() {
    let place = Place::demonstration();
    for day in ["2022-01-01", "2022-01-02", "2022-01-03"] {
        place.done(&["record", "infolettre", "editions=1", "--on", day]);
    }
    place.done(&["kpi", "--as-at", "2022-12-31"]);
    place.done(&["correct", "746", "editions=9", "--reason", "Neuf"]);
    let index = place.path().join(place.ledger()).join("index");
    let mut bytes = std::fs::read(&index).unwrap();
    // Its sections: its first line says where they end.
    let first = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let (_, end) = str::from_utf8(&bytes[..first]).unwrap().rsplit_once(' ').unwrap();
    let end: usize = end.parse().unwrap();
    bytes[first + 1..end].iter_mut().step_by(64).for_each(|byte| *byte ^= 1);
    std::fs::write(&index, bytes).unwrap();
    place.file("a.jsonl", newsletter(0, 1, "") + &newsletter(1, 1, "") + &newsletter(1, 9, ""));
    let done = imported(&place, "a.jsonl");
    let alike: Vec<u64> =
        done[1].as_array().unwrap().iter().filter_map(|it| it["sequence"].as_u64()).collect();
    assert_eq!(alike, [745, 746]);
}

/// A pipe can be read once only.
#[test]
fn what_comes_through_a_pipe_is_imported_too() {
    let place = Place::demonstration();
    let mut command = place.command(&["import", "/dev/stdin", "--format", "json"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(newsletter(1, 1, "").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["added"], 1);
}

#[test]
fn an_import_that_stopped_between_two_groups_is_continued() {
    let place = Place::demonstration();
    let rows: String = (0..2_050).map(|at| newsletter(at, at, "")).collect();
    place.file("a.jsonl", rows);
    imported(&place, "a.jsonl");
    let export = place.done(&["export", "jsonl"]);
    let started = export.lines().position(|line| line.contains("\"jalon.batch.started\"")).unwrap();
    let cut: Vec<&str> = export.split_inclusive('\n').take(started + 1 + 1_000).collect();
    let cut = cut.concat();
    place.file("cut.jsonl", cut);
    place.done(&["--ledger", "again.jalon", "restore", "cut.jsonl"]);
    let continued = place.json(&["--ledger", "again.jalon", "import", "a.jsonl"]);
    assert_eq!(continued["added"], 1_050);
    let again = place.done(&["--ledger", "again.jalon", "export", "jsonl"]);
    let sent =
        |text: &str| text.lines().filter(|line| line.contains("org.ceimia.newsletter.sent\"}")).count();
    assert_eq!(sent(&again), sent(&export));
    // An export holds entries alone: what was sealed is not here, all else is sound.
    let verified = place.json_of(&["--ledger", "again.jalon", "verify"], 1);
    let failed = verified["checks"].as_array().unwrap().iter().filter(|it| it["outcome"] == "failed");
    assert_eq!(failed.map(|it| it["check"].clone()).collect::<Vec<_>>(), ["sealed"]);
    let batch = place.run(&["--ledger", "again.jalon", "import", "a.jsonl"]);
    assert_eq!(batch.status.code(), Some(1));
}
