//! The CSV file and what says what is in it.

use std::collections::BTreeMap;

use jalon::present::{csv, kpi_json, package_json, package_with};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{both, of_comparison, of_table};
use crate::ceimia::{state, year_end};

type Record = BTreeMap<String, String>;

fn records(bytes: &[u8]) -> Vec<Record> {
    csv::Reader::from_reader(bytes).deserialize().map(Result::unwrap).collect()
}

/// All indicators of a document, those in words last.
fn indicators(document: &Value) -> Vec<Value> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let groups = list(&document["objectives"]).into_iter().flat_map(|it| list(&it["groups"]));
    let (groups_outside, told): (Vec<Value>, Vec<Value>) =
        list(&document["supplementary"]).into_iter().partition(|it| it.get("indicators").is_some());
    groups.chain(groups_outside).flat_map(|it| list(&it["indicators"])).chain(told).collect()
}

/// A value of the document as a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[test]
fn every_row_says_what_the_document_says() {
    let state = state();
    let (bytes, document) = of_table(&state, year_end(2024), |table| (csv(table, None), kpi_json(table)));
    let rows: BTreeMap<String, Record> =
        records(&bytes).into_iter().map(|it| (it["indicator"].clone(), it)).collect();
    let told = indicators(&document);
    assert_eq!((rows.len(), told.len()), (153, 153));
    for it in told {
        let row = &rows[it["id"].as_str().unwrap()];
        for name in [
            "kind",
            "direction",
            "target",
            "delivered",
            "atleast",
            "low",
            "high",
            "precision",
            "contradicts",
            "percent",
            "percentratio",
            "reached",
        ] {
            assert_eq!(row[name], cell(&it[name]), "{} {name}", it["id"]);
        }
        for name in ["documented", "itemised", "reported"] {
            assert_eq!(row[name], cell(&it["grade"][name]), "{} {name}", it["id"]);
        }
        assert_eq!((&row["rulestatus"], &row["head"]), (&cell(&it["status"]), &cell(&document["head"])));
        assert_eq!((row["asat"].as_str(), row["knownat"].as_str()), ("2024-03-31", "742"));
        assert_eq!(row["labelfr"], cell(&it["label"]["fr"]));
    }
}

#[test]
fn an_older_date_stands_behind() {
    let state = state();
    let days = [year_end(2024), year_end(2023)];
    let bytes = of_comparison(&state, days, |it| csv(&it.newer, Some(it)));
    let row = records(&bytes).into_iter().find(|it| it["indicator"] == "followers").unwrap();
    assert_eq!((row["comparedto"].as_str(), row["rulechanged"].as_str()), ("2023-03-31", "false"));
    assert!(row.contains_key("beforedelivered") && row.contains_key("change"));
}

#[test]
fn the_description_is_true() {
    let state = state();
    let schema = crate::schemas::schema("docs/schemas/table.schema.json");
    for messages in both() {
        for compared in [false, true] {
            let (bytes, document) = of_comparison(&state, [year_end(2024), year_end(2023)], |it| {
                let older = compared.then_some(it);
                let bytes = csv(&it.newer, older);
                let document = package_json(&messages, &it.newer, older, "t.csv", &bytes);
                (bytes, document)
            });
            schema.validate(&document).unwrap();
            let resource = &document["resources"][0];
            assert_eq!(resource["bytes"], bytes.len());
            assert_eq!(resource["hash"], format!("sha256:{:x}", Sha256::digest(&bytes)));
            assert_eq!(resource["path"], "t.csv");
            let mut reader = csv::Reader::from_reader(&bytes[..]);
            let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let named: Vec<&str> = fields.iter().map(|it| it["name"].as_str().unwrap()).collect();
            assert_eq!(heads, named);
            for record in reader.records().map(Result::unwrap) {
                for (field, cell) in fields.iter().zip(&record).filter(|(_, cell)| !cell.is_empty()) {
                    let sound = match field["type"].as_str().unwrap() {
                        "integer" => cell.parse::<i64>().is_ok(),
                        "number" => jalon::event::is_decimal(cell),
                        "boolean" => ["true", "false"].contains(&cell),
                        "date" => cell.parse::<jalon::event::Day>().is_ok(),
                        _ => true,
                    };
                    assert!(sound, "{} {cell}", field["name"]);
                }
            }
        }
    }
}

/// The description of the table at a date in a file of this name.
fn described(file: &str, year: i32) -> Value {
    let [messages, _] = both();
    of_table(&state(), year_end(year), |table| package_json(&messages, table, None, file, &csv(table, None)))
}

#[test]
fn files_of_one_folder_share_a_description() {
    let schema = crate::schemas::schema("docs/schemas/table.schema.json");
    let there = described("a.csv", 2023);
    let both = package_with(described("b.csv", 2024), &there, |_| true).unwrap();
    schema.validate(&both).unwrap();
    assert_eq!(both["resources"][0], there["resources"][0]);
    assert_eq!(
        (&both["resources"][1]["path"], &both["resources"][1]["asat"]),
        (&"b.csv".into(), &both["asat"])
    );
    // The same file again is described anew, in its place.
    let again = package_with(described("a.csv", 2024), &both, |_| true).unwrap();
    assert_eq!(again["resources"].as_array().unwrap().len(), 2);
    assert_eq!(again["resources"][0]["asat"], "2024-03-31");
    assert_eq!(again["resources"][1], both["resources"][1]);
    // Two files never share a name, and one that is gone has none.
    let alike = package_with(described("A.csv", 2024), &there, |_| true).unwrap();
    assert_eq!(
        (&alike["resources"][0]["name"], &alike["resources"][1]["name"]),
        (&"a".into(), &"a-2".into())
    );
    let alone = package_with(described("b.csv", 2024), &there, |_| false).unwrap();
    assert_eq!(alone, described("b.csv", 2024));
}

#[test]
fn a_description_without_what_its_files_are_of_gives_it_to_them() {
    let mut there = described("a.csv", 2023);
    let resource = there["resources"][0].as_object_mut().unwrap();
    resource.retain(|name, _| !["asat", "size", "head", "plan", "title"].contains(&name.as_str()));
    let both = package_with(described("b.csv", 2024), &there, |_| true).unwrap();
    assert_eq!(both["resources"][0]["asat"], there["asat"]);
}

#[test]
fn what_is_not_ours_is_none() {
    let ours = described("a.csv", 2023);
    let not = [
        json!({"name": "autre"}),
        json!(null),
        json!({"jalon": "table/1"}),
        json!({"jalon": "table/1", "resources": [{"name": "a"}]}),
    ];
    for there in not {
        assert_eq!(package_with(ours.clone(), &there, |_| true), None, "{there}");
    }
}
