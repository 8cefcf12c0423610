//! What an auditor asks, by the commands, of the demonstration and of a small ledger.

use jalon::event::{Exact, Hash};
use serde_json::Value;

use crate::place::Place;

/// All indicators of a document, by id.
fn rows(table: &Value) -> Vec<&Value> {
    let groups =
        table["objectives"].as_array().unwrap().iter().flat_map(|it| it["groups"].as_array().unwrap());
    let extra = table["supplementary"].as_array().unwrap().iter();
    let groups = groups.chain(extra.filter(|it| it["indicators"].is_array()));
    groups.flat_map(|it| it["indicators"].as_array().unwrap()).collect()
}

/// What coverage says of each value is what the table says, and its parts add up to it.
#[test]
fn what_values_rest_on_is_what_the_table_says() {
    let place = Place::demonstration();
    let table = place.json(&["kpi", "--as-at", "2024-03-31"]);
    let coverage = place.json(&["coverage", "--as-at", "2024-03-31"]);
    assert_eq!((&coverage["head"], &coverage["size"]), (&table["head"], &table["size"]));
    let values = coverage["values"].as_array().unwrap();
    let rows: Vec<&Value> = rows(&table).into_iter().filter(|it| it["kind"] != "narrative").collect();
    assert_eq!(values.len(), rows.len());
    for (value, row) in values.iter().zip(rows) {
        for member in ["id", "delivered", "grade", "atleast", "contradicts", "unit"] {
            assert_eq!(value[member], row[member], "{}", row["id"]);
        }
    }
    let entries = &coverage["entries"];
    let count = |name: &str| entries[name].as_u64().unwrap();
    assert_eq!(count("activities") + count("totals"), count("counted") + count("uncounted"));
    assert_eq!(coverage["recount"]["lines"], coverage["size"]);
    assert_eq!(coverage["recount"]["gaps"], serde_json::json!([]));
    // The year that the report is of: nothing is recorded of a later one.
    let cutoff = place.json(&["cutoff"]);
    assert_eq!(
        (&cutoff["asat"], &cutoff["fiscalyear"]["from"]),
        (&"2024-03-31".into(), &"2023-04-01".into())
    );
}

/// The rows of a CSV file, each by the heads.
fn csv(text: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn sum(rows: &[std::collections::BTreeMap<String, String>], column: &str) -> Exact {
    rows.iter().filter_map(|row| row[column].parse::<Exact>().ok()).sum()
}

/// Each entry stands in it once with the hash of its line, and sums are what they are said
/// to be.
#[test]
fn a_population_is_all_entries_and_agrees() {
    let place = Place::demonstration();
    let control = place.json(&["population", "all.csv"]);
    let rows = csv(&std::fs::read_to_string(place.path().join("all.csv")).unwrap());
    let exported = place.done(&["export", "jsonl"]);
    let lines: Vec<&str> = exported.lines().collect();
    let count = |name: &str| control[name].as_u64().unwrap();
    assert_eq!((count("rows"), count("entries")), (rows.len() as u64, rows.len() as u64));
    for row in &rows {
        let line = lines[row["sequence"].parse::<usize>().unwrap()];
        assert_eq!(row["hash"], Hash::of(line.as_bytes()).to_string());
        assert!(line.contains(&format!("\"id\":\"{}\"", row["id"])));
    }
    let kinds = |line: &&&str| {
        let entry: Value = serde_json::from_str(line).unwrap();
        let kind = entry["type"].as_str().unwrap();
        !kind.starts_with("jalon.") || kind == "jalon.total.reported"
    };
    assert_eq!(lines.iter().filter(kinds).count(), rows.len());
    for money in control["money"].as_array().unwrap() {
        let column = format!("{} {}", money["field"].as_str().unwrap(), money["currency"].as_str().unwrap());
        let of_kind: Vec<_> =
            rows.iter().filter(|row| money["type"] == row["type"].as_str()).cloned().collect();
        assert_eq!(sum(&of_kind, &column), money["amount"].as_str().unwrap().parse().unwrap(), "{money}");
    }
}

/// What a value is made of adds up to it, whichever rule makes it.
#[test]
fn the_population_of_a_value_gives_the_value() {
    let place = Place::demonstration();
    for indicator in ["seed-funding", "governments", "newsletters", "followers", "canadian-partner-share"] {
        let file = format!("{indicator}.csv");
        let asked = ["--indicator", indicator, "--as-at", "2024-03-31"];
        let control = place.json(&[&["population", file.as_str()][..], &asked].concat());
        let explained = place.json(&["explain", indicator, "--as-at", "2024-03-31"]);
        let value = &control["value"];
        assert_eq!(
            (&value["agrees"], &value["delivered"]),
            (&true.into(), &explained["delivered"]),
            "{indicator}"
        );
        let rows = csv(&std::fs::read_to_string(place.path().join(&file)).unwrap());
        let subtotal: Exact = value["subtotals"][0]["amount"].as_str().unwrap().parse().unwrap();
        assert_eq!(sum(&rows, "amount"), subtotal, "{indicator}");
    }
}

/// A ledger of two newsletters, with a plan whose target and unit are revised.
fn small() -> Place {
    let place = Place::with_ledger("essai.jalon");
    let plan = include_str!("gallery/house/plan.toml");
    place.file("plan.toml", plan);
    place.file("register.toml", include_str!("gallery/house/register.toml"));
    let second = plan
        .replace("inforce = 2023-04-01", "inforce = 2024-04-01")
        .replacen(
            "target = 10",
            "target = 12\ntargetreason = { fr = \"Plus de moyens\", en = \"More means\" }",
            1,
        )
        .replacen(
            "status = \"printed\"",
            "status = \"confirmed\"\nowner = { fr = \"Communications\", en = \"Communications\" }",
            1,
        );
    place.file("next.toml", second);
    place.done(&[
        "init",
        "--source",
        "https://a.example/l",
        "--prefix",
        "org.a",
        "--zone",
        "UTC",
        "--name",
        "A",
    ]);
    for file in ["plan.toml", "next.toml"] {
        place.done(&["plan", file]);
    }
    place.done(&["register", "register.toml"]);
    place
}

#[test]
fn a_sheet_tells_definitions_targets_and_delays() {
    let place = small();
    place.done(&["record", "newsletter.sent", "editions=2", "--on", "2024-05-02"]);
    place.done(&["record", "newsletter.sent", "editions=3", "--on", "2023-05-02"]);
    place.done(&[
        "record",
        "newsletter.sent",
        "editions=1",
        "--on",
        "2023-06-30",
        "--evidence",
        "note:plan.toml",
    ]);
    let sheet = place.json(&["quality", "newsletters", "--as-at", "2024-06-30"]);
    let definitions = sheet["definitions"].as_array().unwrap();
    assert_eq!(definitions.len(), 2);
    assert_eq!(definitions[1]["differs"], serde_json::json!(["status", "keeping"]));
    assert_eq!(sheet["targets"].as_array().unwrap().len(), 2);
    assert_eq!(sheet["targets"][1]["reason"]["fr"], "Plus de moyens");
    assert_eq!(sheet["backing"]["with"], 1);
    assert_eq!(sheet["backing"]["without"], 2);
    let explained = place.json(&["explain", "newsletters", "--as-at", "2024-06-30"]);
    assert_eq!((&sheet["delivered"], &sheet["grade"]), (&explained["delivered"], &explained["grade"]));
    // All three were recorded today: the longest delay is that of the oldest.
    let delay = &sheet["delay"];
    assert_eq!(delay["count"], 3);
    let of = |day: &str| {
        let contributions = explained["contributions"].as_array().unwrap();
        contributions.iter().find(|it| it["date"] == day).unwrap()["sequence"].clone()
    };
    assert_eq!(delay["mostof"], of("2023-05-02"));
    // The median is the delay of the one in the middle: 307 days after it came the last.
    let (median, most) = (delay["median"].as_str().unwrap(), delay["most"].as_i64().unwrap());
    assert_eq!(median, format!("{}.0", most - 59));
}
