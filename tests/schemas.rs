//! Entries and outputs against their JSON Schemas.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jalon::cli::CEIMIA;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::format::later::all;
use crate::place::Place;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn schema(path: &str) -> Validator {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|_| panic!("{path} is not there"));
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn ours() -> Validator {
    schema("docs/schemas/entry.schema.json")
}

/// The first entry of each type in both ledgers, as JSON.
fn one_of_each() -> Vec<Value> {
    let mut seen = BTreeSet::new();
    let all = all().into_iter().chain(CEIMIA.bundle.lines().unwrap());
    let all = all.map(|line| serde_json::from_slice::<Value>(&line).unwrap());
    all.filter(|entry| seen.insert(entry["type"].as_str().unwrap().to_owned())).collect()
}

pub(crate) fn assert_passes(schema: &Validator, document: &Value) {
    let wrong: Vec<String> =
        schema.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{}\n{document:#}", wrong.join("\n"));
}

#[test]
fn every_entry_passes_both_schemas() {
    let (cloudevents, ours) = (schema("tests/vectors/cloudevents/cloudevents.schema.json"), ours());
    for line in all().into_iter().chain(CEIMIA.bundle.lines().unwrap()) {
        let entry: Value = serde_json::from_slice(&line).unwrap();
        assert_passes(&cloudevents, &entry);
        assert_passes(&ours, &entry);
    }
}

#[test]
fn each_required_attribute_is_required() {
    let ours = ours();
    for entry in one_of_each() {
        for name in entry.as_object().unwrap().keys() {
            let mut other = entry.clone();
            other.as_object_mut().unwrap().remove(name);
            let may_lack = matches!(name.as_str(), "subject" | "correlationid")
                && !entry["type"].as_str().unwrap().starts_with("jalon.");
            let free = may_lack || (name == "subject" && entry["type"] == "jalon.entry.corrected");
            assert!(free || !ours.is_valid(&other), "{} without {name}", entry["type"]);
        }
    }
}

#[test]
fn nothing_unknown_stands_on_an_entry() {
    let ours = ours();
    for entry in one_of_each() {
        let strangers = ["time", "dataref", "extension", "Subject"];
        for name in strangers {
            let mut other = entry.clone();
            other[name] = "x".into();
            assert!(!ours.is_valid(&other), "{} with {name}", entry["type"]);
        }
        let mut other = entry.clone();
        other["data"]["unknown"] = "x".into();
        assert!(!ours.is_valid(&other), "{} with an unknown member of data", entry["type"]);
        let free = matches!(entry["type"].as_str().unwrap(), "jalon.note.recorded");
        let own = entry["type"].as_str().unwrap().starts_with("jalon.");
        if own && !free && entry.get("occurredfrom").is_none() {
            let mut other = entry.clone();
            other["occurredfrom"] = "2024-01-01".into();
            other["occurredto"] = "2024-01-01".into();
            assert!(!ours.is_valid(&other), "{} with dates", entry["type"]);
        }
    }
}

/// Other spellings of an attribute, none of them right.
const MISSPELT: &[(&str, &[&str])] = &[
    (
        "authid",
        &["", "user/x", "018d64f1-2013-7688-81a9-98c475f0f05c", "user/018D64F1-2013-7688-81A9-98C475F0F05C"],
    ),
    ("authtype", &["", "admin", "User"]),
    ("datacontenttype", &["", "text/json", "application/json; charset=utf-8"]),
    ("dataschema", &["", "https://registre.example/quai/schema/jalon.note.recorded/0", "x"]),
    ("id", &["", "1", "018D64F1-2013-7688-81A9-98C475F0F05C", "018d64f1201376888a9998c475f0f05c"]),
    ("prevhash", &["", "0", "ABCDEF0000000000000000000000000000000000000000000000000000000000"]),
    (
        "recordedtime",
        &["", "2024-02-01T12:00:00Z", "2024-02-01 12:00:00.000000Z", "2024-02-01T24:00:00.000000Z"],
    ),
    ("sequence", &["", "0", "-0000000000000000001", "000000000000000000001"]),
    ("source", &["", "registre", "https://a b"]),
    ("specversion", &["", "1", "0.3"]),
    ("subject", &["", "organisation/", "Organisation/x", "person/anna", "government/x"]),
    ("type", &["", "jalon", "jalon.nothing.known", "example.Quai.x", "example..x"]),
    ("occurredfrom", &["", "2024-13-01", "2024-02-32", "01/02/2024", "0000-01-01", "2024-02"]),
    ("correctedid", &["", "x"]),
    ("correlationid", &["", "x"]),
];

#[test]
fn misspelt_attributes_fail() {
    let ours = ours();
    let mut checked = BTreeSet::new();
    for entry in one_of_each() {
        for (name, spellings) in MISSPELT.iter().filter(|(name, _)| entry.get(*name).is_some()) {
            for spelling in *spellings {
                let mut other = entry.clone();
                other[*name] = (*spelling).into();
                assert!(!ours.is_valid(&other), "{} with {name} “{spelling}”", entry["type"]);
            }
            let mut other = entry.clone();
            other[*name] = Value::Null;
            assert!(!ours.is_valid(&other), "{} with {name} null", entry["type"]);
            checked.insert(name);
        }
    }
    assert_eq!(checked.len(), MISSPELT.len() - 1, "all but correlationid stand on a first entry of a type");
}

/// Documents that the program prints, each with the command that prints it.
const PRINTED: &[(&str, &[&str])] = &[
    ("valueproof/1", &["prove", "seed-funding", "--as-at", "2024-03-31"]),
    ("packed/1", &["pack", "FY2024", "dossier"]),
    ("kpi/1", &["kpi", "--as-at", "2024-03-31"]),
    ("kpi/1", &["kpi", "--as-at", "2022-03-31", "--known-at", "500"]),
    ("kpi/1", &["kpi", "--as-at", "2024-03-31", "--partner", "OCDE"]),
    ("kpi/1", &["kpi", "--as-at", "2024-03-31", "--compare", "2023-03-31"]),
    ("verify/1", &["verify"]),
    ("explain/1", &["explain", "newsletters", "--as-at", "2024-03-31"]),
    ("explain/1", &["explain", "annual-budget", "--as-at", "2023-03-31"]),
    ("explain/1", &["explain", "canadian-partner-share", "--as-at", "2024-03-31", "--with", "OCDE"]),
    ("journal/1", &["journal"]),
    ("kpi/1", &["kpi", "--as-at", "2024-03-31", "--sent-to", "Bailleur du Nord"]),
    ("explain/1", &["explain", "newsletters", "--as-at", "2024-03-31"]),
    ("journal/1", &["journal", "--type", "jalon.table.published"]),
    ("checks/1", &["checks"]),
    ("match/1", &["match", "LIST", "--type", "infolettre", "--no-fail"]),
    ("itemise/1", &["itemise", "731", "ACTIVITIES", "--dry-run", "--anyway"]),
    ("samples/1", &["sample"]),
    ("sample/1", &["sample", "leverage-lmic", "--as-at", "2024-03-31", "--size", "2", "--seed", "1"]),
    (
        "sample/1",
        &[
            "sample",
            "seed-funding",
            "--as-at",
            "2024-03-31",
            "--size",
            "2",
            "--seed",
            "1",
            "--method",
            "monetary",
            "--all-above",
            "1000000",
        ],
    ),
    ("cutoff/1", &["cutoff", "--days", "400"]),
    ("coverage/1", &["coverage", "--as-at", "2024-03-31"]),
    ("coverage/1", &["coverage", "--as-at", "2022-06-30", "--known-at", "500"]),
    ("population/1", &["population", "all.csv"]),
    ("population/1", &["population", "some.xlsx", "--indicator", "seed-funding", "--as-at", "2024-03-31"]),
    ("quality/1", &["quality", "newsletters", "--as-at", "2024-03-31"]),
    ("quality/1", &["quality", "canadian-partner-share", "--as-at", "2024-03-31"]),
    ("reconcile/1", &["reconcile", "PUBLISHED", "--as-at", "2024-03-31"]),
    ("show/1", &["show", "700"]),
    ("register/1", &["register"]),
    ("body/1", &["show", "organisation/government-canada"]),
    ("import/1", &["import", "ACTIVITIES", "--dry-run"]),
    ("template/1", &["template", "all", "all.xlsx"]),
    (
        "adopt/1",
        &[
            "adopt",
            "TABLE",
            "--dry-run",
            "--since",
            "2023-04-01",
            "--as-at",
            "2024-03-31",
            "--currency",
            "CAD",
        ],
    ),
    ("plan/1", &["plan", "TYPES", "--dry-run"]),
    ("plan/1", &["plan", "TYPES"]),
    ("plan/1", &["plan", "TYPES"]),
    ("plan/1", &["type", "Rencontre tenue", "--field", "Participants: nombre", "--dry-run"]),
    ("plan/1", &["type", "Rencontre tenue", "--field", "Participants: nombre"]),
    ("import/1", &["import", "ACTIVITIES"]),
    ("receipt/1", &["record", "infolettre", "editions=1", "--on", "2024-06-01"]),
    ("receipt/1", &["record", "infolettre", "editions=1", "--on", "2999-06-01"]),
    ("receipt/1", &["note", "Sans jour"]),
    ("receipt/1", &["total", "newsletters", "60", "--as-at", "2025-03-31", "--source", "Rapport"]),
    ("receipt/1", &["register", "Fondation du Nord", "--set", "country=CA"]),
    (
        "receipt/1",
        &["register", "Fondation du Nord", "--change", "--set", "country=US", "--successor", "OCDE"],
    ),
    ("receipt/1", &["register", "Fondation du Nord", "--merge", "OCDE", "--reason", "La même"]),
    ("body/1", &["show", "organisation/fondation-du-nord"]),
    ("body/1", &["show", "OCDE"]),
    ("register/1", &["register", "--text", "fondation"]),
    ("receipt/1", &["evidence", "add", "701", "agreement:ACTIVITIES", "--note", "Reçue"]),
    ("show/1", &["show", "701"]),
    ("evidence/1", &["evidence", "list", "701"]),
    ("evidenceexport/1", &["evidence", "export", "papers"]),
    ("orphans/1", &["evidence", "orphans"]),
    ("receipt/1", &["register", "Anna Roy", "--kind", "person"]),
    ("receipt/1", &["forget", "Anna Roy", "--reason", "x", "--yes"]),
    ("register/1", &["register", "--kind", "person"]),
    ("receipt/1", &["withdraw", "700", "--reason", "x"]),
    ("repair/1", &["repair"]),
    ("repair/1", &["repair", "--from", "twin"]),
    ("rebuild/1", &["rebuild"]),
    ("rebuild/1", &["reconstruire", "--drop"]),
    (
        "init/1",
        &[
            "--ledger",
            "new.jalon",
            "init",
            "--source",
            "https://a.example/l",
            "--prefix",
            "org.a",
            "--name",
            "A",
        ],
    ),
    (
        "init/1",
        &[
            "--ledger",
            "planned.jalon",
            "init",
            "--source",
            "https://a.example/l",
            "--prefix",
            "org.a",
            "--name",
            "A",
            "--plan",
            "TYPES",
        ],
    ),
    ("restore/1", &["--ledger", "again.jalon", "restore", "EXPORT"]),
];

#[test]
fn what_is_printed_passes_its_schema() {
    let place = Place::new();
    let dir = place.path();
    place.json(&["demo"]);
    let published = root().join("events/ceimia/published-2024.csv");
    let activities = dir.join("activities.csv");
    fs::write(&activities, "type,date,editions\ninfolettre,2024-06-01,1\n").unwrap();
    let export = dir.join("export.jsonl");
    let lines = CEIMIA.bundle.lines().unwrap();
    fs::write(&export, lines.iter().flat_map(|line| [line.as_slice(), b"\n"].concat()).collect::<Vec<u8>>())
        .unwrap();
    let types = dir.join("types.toml");
    let text = "[[type]]\nid = \"walk.taken\"\nlabel = { fr = \"Marche faite\", en = \"Walk taken\" }\n";
    fs::write(&types, text).unwrap();
    let table = dir.join("table.csv");
    fs::write(
        &table,
        "Indicateur,Cible,Livré,Note\nFormations,5,4,x\nBudget,\"5,000,000$\",n/d,\nTotal,1,1,\n",
    )
    .unwrap();
    let list = dir.join("list.csv");
    fs::write(&list, "date,number\n2024-06-01,1\n").unwrap();
    for (name, arguments) in PRINTED {
        let named = |it: &&str| match *it {
            "agreement:ACTIVITIES" => format!("agreement:{}", activities.display()),
            "PUBLISHED" => published.to_str().unwrap().to_owned(),
            "EXPORT" => export.to_str().unwrap().to_owned(),
            "LIST" => list.to_str().unwrap().to_owned(),
            "TABLE" => table.to_str().unwrap().to_owned(),
            "TYPES" => types.to_str().unwrap().to_owned(),
            "ACTIVITIES" => activities.to_str().unwrap().to_owned(),
            other => other.to_owned(),
        };
        let arguments: Vec<String> = arguments.iter().map(named).collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        // What the report prints differs here and there, which is said by the exit code.
        let document =
            if *name == "reconcile/1" { place.json_of(&arguments, 1) } else { place.json(&arguments) };
        assert_eq!(document["jalon"], *name);
        let schema = schema(&file(name));
        assert_passes(&schema, &document);
        // A table is compared only where it is asked for.
        for member in document.as_object().unwrap().keys().filter(|it| *it != "comparedto") {
            let mut other = document.clone();
            other.as_object_mut().unwrap().remove(member);
            assert!(!schema.is_valid(&other), "{name} without {member}");
        }
        assert!(!schema.is_valid(&json!({"jalon": name})));
    }
}

#[test]
fn what_a_pack_claims_passes_its_schema() {
    let place = Place::demonstration();
    place.done(&["pack", "FY2024", "pack"]);
    let pack: Value =
        serde_json::from_slice(&fs::read(place.path().join("pack/pack.json")).unwrap()).unwrap();
    assert_passes(&schema(&file("pack/1")), &pack);
    for name in ["checks", "coverage", "cutoff", "samples"] {
        assert_passes(&schema(&file(&format!("{name}/1"))), &pack[name]);
    }
    assert_passes(&schema(&file("verify/1")), &place.json(&["verify", "pack"]));
    place.file("value.json", place.done(&["prove", "governments", "--as-at", "2024-03-31"]));
    assert_passes(&schema(&file("proof/1")), &place.json(&["verify", "--proof", "value.json"]));
}

/// A ledger that cannot be opened still gives its document, and the exit code
/// says what it said without.
#[test]
fn a_copy_that_cannot_be_opened_is_a_finding() {
    let place = Place::demonstration();
    let dir = place.path();
    let run = |arguments: &[&str]| {
        let output = place.run(arguments);
        (output.status.code(), output.stdout)
    };
    let lines = dir.join("ceimia.jalon/lines");
    fs::rename(&lines, dir.join("elsewhere")).unwrap();
    let (code, out) = run(&["verify", "--format", "json"]);
    assert_eq!((code, run(&["verify"]).0), (Some(3), Some(3)));
    let document: Value = serde_json::from_slice(&out).unwrap();
    assert_passes(&schema(&file("verify/1")), &document);
    assert_eq!((&document["sound"], document["findings"].as_array().unwrap().len()), (&false.into(), 1));
    let (code, out) = run(&["repair", "--format", "json"]);
    let document: Value = serde_json::from_slice(&out).unwrap();
    assert_passes(&schema(&file("repair/1")), &document);
    assert_eq!(
        (code, &document["equal"], &document["twin"]["sound"]),
        (Some(1), &false.into(), &false.into())
    );
    assert_eq!(run(&["--ledger", "nowhere", "verify", "--format", "json"]), (Some(3), vec![]));
}

fn file(name: &str) -> String {
    format!("docs/schemas/{}.schema.json", name.split_once('/').unwrap().0)
}

/// The kept tables of the invented organisation hold every kind of row.
#[test]
fn the_invented_tables_pass_theirs() {
    let schema = schema(&file("kpi/1"));
    for entry in fs::read_dir(root().join("tests/format/1")).unwrap().map(|it| it.unwrap().path()) {
        if entry.extension().is_some_and(|it| it == "json") {
            assert_passes(&schema, &serde_json::from_slice(&fs::read(entry).unwrap()).unwrap());
        }
    }
}

/// Every document that the code names has its schema and its place in
/// `docs/json.md`.
#[test]
fn every_document_has_a_schema_and_is_described() {
    let described = fs::read_to_string(root().join("docs/json.md")).unwrap();
    let mut folders = vec![root().join("src")];
    let mut names = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let after = text.split("\"jalon\": \"").skip(1);
            names.extend(after.filter_map(|rest| rest.split('"').next().map(str::to_owned)));
        }
    }
    assert!(names.contains("kpi/1"));
    for name in names {
        assert!(root().join(file(&name)).exists(), "{name} has no schema");
        assert!(described.contains(&format!("`{name}`")), "{name} is not in docs/json.md");
    }
}
