//! A fiscal year is closed, what happens to its values then, and what `verify` says.

use std::fs;

use serde_json::Value;

use crate::place::Place;

/// The invented organisation's ledger, whose year 2026 can be closed.
fn marees() -> Place {
    let place = Place::with_ledger("marees.jalon");
    place.done(&["demo", "--fictif", "marees.jalon"]);
    place
}

const CLOSE: &[&str] = &["close", "FY2026", "--anyway", "--reason", "Règles approuvées au prochain conseil"];

/// The revisions of the year, by indicator.
fn revisions(place: &Place) -> Vec<Value> {
    place.json(&["revisions", "FY2026"])["revisions"].as_array().unwrap().clone()
}

fn revision<'r>(all: &'r [Value], indicator: &str) -> &'r Value {
    all.iter().find(|it| it["indicator"] == indicator).unwrap()
}

#[test]
fn a_year_is_closed_once_unless_a_reason_is_given() {
    let place = marees();
    for (wrong, code) in [
        (&["close", "FY2026"][..], 1),
        (&["close", "FY2026", "--anyway"], 1),
        (&["close", "FY2999", "--anyway", "--reason", "x"], 1),
        (&["close", "2026-05-31", "--anyway", "--reason", "x"], 1),
        (&["close", "FY2026", "--notice"], 1),
        (&["close", "FY2026", "--sent-to", "Bailleur"], 1),
        (&["close", "FY2026", "--plan", "autre"], 1),
        // Another version rules then: no log may hold such a closing.
        (&["close", "FY2026", "--plan", "marees@1", "--anyway", "--reason", "x"], 1),
        (&["close"], 2),
        (&["revisions", "FY2026"], 1),
    ] {
        let (told, found) = place.refused(wrong);
        assert_eq!(found, code, "{wrong:?}: {told}");
    }
    let closed = place.json(CLOSE);
    let table = place.json(&["kpi", "--as-at", "2026-06-30"]);
    let rows = table["objectives"].as_array().unwrap().iter();
    let rows = rows
        .flat_map(|it| it["groups"].as_array().unwrap())
        .flat_map(|it| it["indicators"].as_array().unwrap());
    let mut compared = 0;
    for row in rows.filter(|row| row["kind"] == "count" || row["kind"] == "distinct") {
        let value =
            closed["values"].as_array().unwrap().iter().find(|it| it["indicator"] == row["id"]).unwrap();
        assert_eq!(value["delivered"], row["delivered"], "{}", row["id"]);
        compared += 1;
    }
    assert!(compared > 3);
    assert_eq!(place.refused(CLOSE.split_at(2).0).1, 1);
    assert_eq!(
        place.verified("closed"),
        (closed["values"].as_array().unwrap().len() as u64, "sound".to_owned())
    );
    // The notice is the same again, and says where it went.
    place.done(&["close", "FY2026", "--sent-to", "Bailleur du Nord", "--page", "avis.html"]);
    let again = place.json(&["clore", "FY2026", "--notice"]);
    assert_eq!((&again["values"], &again["sent"][0]["to"]), (&closed["values"], &"Bailleur du Nord".into()));
    let page = fs::read_to_string(place.path().join("avis.html")).unwrap();
    assert!(page.contains("<svg") && page.contains("50\u{a0}500"), "{page}");
    let verified = place.json(&["verify"]);
    assert_eq!(verified["notified"][0]["to"], "Bailleur du Nord");
    // Whoever has it is asked for it until somebody gives it.
    place.file("avis.note", closed["checkpoint"].as_str().unwrap());
    let verified = place.json(&["verify", "--checkpoint", "avis.note"]);
    assert_eq!((&verified["sound"], &verified["notified"]), (&true.into(), &Value::Array(vec![])));
}

#[test]
fn what_changes_a_closed_value_is_told_with_who_when_and_why() {
    let place = marees();
    place.done(CLOSE);
    assert!(revisions(&place).is_empty());
    place.done(&[
        "record",
        "atelier",
        "titre=Oublié",
        "lieu=en ville",
        "participants=10",
        "satisfaction=8,0",
        "--on",
        "2026-06-01",
    ]);
    place.done(&["correct", "92", "participants=50", "--reason", "Feuille recomptée"]);
    place.done(&["withdraw", "90", "--reason", "Relevé erroné"]);
    let all = revisions(&place);
    let held = revision(&all, "workshops");
    assert_eq!((&held["closed"]["delivered"], &held["today"]["delivered"]), (&"8".into(), &"9".into()));
    let causes = |revision: &Value| -> Vec<(String, String)> {
        let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
        revision["changes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (text(&it["cause"]), text(&it["reason"])))
            .collect()
    };
    assert!(causes(held).contains(&("late".to_owned(), String::new())), "{held}");
    let people = all.iter().find(|it| it["closed"]["delivered"] == "136").unwrap();
    assert_eq!(people["today"]["delivered"], "156");
    assert!(causes(people).contains(&("corrected".to_owned(), "Feuille recomptée".to_owned())), "{people}");
    let reserve = all.iter().find(|it| it["closed"]["delivered"] == "21250.5").unwrap();
    assert!(causes(reserve).contains(&("withdrawn".to_owned(), "Relevé erroné".to_owned())), "{reserve}");
    // Closed values stay what they were, and closing once more starts anew; what was closed
    // first can still be asked for.
    assert_eq!(place.verified("closed").1, "sound");
    let first = place.json(&["close", "FY2026", "--notice"])["sequence"].to_string();
    let again = place.json(CLOSE);
    assert!(revisions(&place).is_empty());
    assert_eq!(place.json(&["revisions", "FY2026", "--closing", &first])["revisions"], Value::from(all));
    assert_eq!(place.refused(&["revisions", "FY2026", "--closing", "1"]).1, 1);
    let notice = place.done(&["close", "FY2026", "--notice", "--lang", "en"]);
    assert!(
        notice.contains(&format!("In place of: #{first}")) && notice.contains("values are others"),
        "{notice}"
    );
    assert!(again["again"].is_string());
    assert_eq!(place.verified("closed").1, "sound");
}

/// Why a value is another today: each cause with the entry, what it is about, and what that
/// stated then and states today.
fn changes(all: &[Value], indicator: &str) -> Vec<String> {
    let text = |it: &Value| it.as_str().map_or_else(|| it.to_string(), str::to_owned);
    let change = |it: &Value| {
        let side = it["side"].as_str().map(|side| format!(" {side}")).unwrap_or_default();
        let [cause, sequence, about, was, is] =
            ["cause", "sequence", "about", "was", "is"].map(|name| text(&it[name]));
        format!("{cause} {sequence} of {about}: {was} to {is}{side}")
    };
    revision(all, indicator)["changes"].as_array().unwrap().iter().map(change).collect()
}

const WORKSHOP: &[&str] = &["record", "atelier", "titre=Oublié", "participants=10"];

/// What moved out of the year, what only may lie in it, what was corrected once more: each is
/// told by the entry that did it, and none that did nothing.
#[test]
fn a_revision_names_what_made_the_difference_and_nothing_else() {
    let place = marees();
    let closed = place.json(CLOSE)["sequence"].as_u64().unwrap();
    let (moved, straddling, late, placed) = (closed + 1, closed + 2, closed + 3, closed + 4);
    let told = place.json(&["correct", "92", "--on", "2026-07-02", "--reason", "Tenu en juillet"]);
    assert_eq!(told["entries"][0]["afterclose"], serde_json::json!(["2026-06-30"]));
    assert_eq!(
        changes(&revisions(&place), "workshops"),
        [format!("corrected {moved} of 92: 1 to null")],
        "what is no longer of the year"
    );
    let told = place.json(&[WORKSHOP, &["lieu=en ville", "--on", "2026-06..2026-07"]].concat());
    assert_eq!(told["entries"][0]["afterclose"], serde_json::json!(["2026-06-30"]));
    place.done(&[WORKSHOP, &["lieu=en ville", "--on", "2026-05-02"]].concat());
    place.done(&["correct", &late.to_string(), "lieu=en région", "--reason", "Autre lieu"]);
    let all = revisions(&place);
    let corrected = format!("corrected {placed} of {late}: null to null");
    assert_eq!(
        changes(&all, "workshops-region"),
        [format!("late {late} of null: null to 1"), corrected.clone()]
    );
    assert_eq!(
        changes(&all, "share-region"),
        [
            format!("late {straddling} of null: null to null"),
            format!("late {late} of null: null to 1 part"),
            format!("late {late} of null: null to 1 whole"),
            format!("corrected {moved} of 92: 1 to null whole"),
            format!("{corrected} part"),
            format!("{corrected} whole"),
        ]
    );
    // A correction of how many came says nothing of how often.
    place.done(&["correct", "89", "participants=46", "--reason", "Recompté"]);
    let recounted = format!("corrected {} of 89", placed + 1);
    let all = revisions(&place);
    assert!(!changes(&all, "workshops").iter().any(|it| it.starts_with(&recounted)));
    assert!(changes(&all, "participants").iter().any(|it| it.starts_with(&recounted)));
}

/// What begins after a year concerns another: it is no open check of this one.
#[test]
fn what_came_after_a_year_is_not_open_in_it() {
    let place = marees();
    place.done(&[WORKSHOP, &["lieu=en ville", "--on", "2026-08-01"]].concat());
    for year in ["FY2026", "FY2025"] {
        let (told, _) = place.refused(&["close", year, "--lang", "en"]);
        assert!(told.contains("no check is open"), "{year}: {told}");
    }
    let rules = place.json(&["checks"])["unapproved"].as_array().unwrap().len();
    assert_eq!(place.json(CLOSE)["unapproved"], rules);
}

#[test]
fn a_notice_was_sent_to_somebody_on_a_day_on_which_there_was_one() {
    let place = marees();
    place.done(CLOSE);
    for wrong in [
        &["", "--on", "2026-11-27"][..],
        &["Bailleur", "--on", "2001-01-01"],
        &["Bailleur", "--on", "2999-01-01"],
    ] {
        let (told, code) = place.refused(&[&["close", "FY2026", "--sent-to"], wrong].concat());
        assert_eq!(code, 1, "{wrong:?}: {told}");
        assert!(!told.contains("\"to\"") && !told.contains("tableau"), "{told}");
    }
}

/// Of what the register learned since, that which is about a body that an entry names.
#[test]
fn a_change_of_the_register_is_told_where_it_made_the_difference() {
    let place = marees();
    place.done(CLOSE);
    for (body, sector) in [("cooperative-du-sel", "science"), ("maison-des-marees", "education")] {
        let body = format!("organisation/{body}");
        let sector = format!("sector={sector}");
        place.done(&["register", &body, "--change", "--set", &sector, "--on", "2023-08-01"]);
    }
    let all = revisions(&place);
    let changes = revision(&all, "community-partners")["changes"].as_array().unwrap();
    let of = |cause: &str| changes.iter().filter(|it| it["cause"] == cause).count();
    // The museum that keeps the ledger is nobody's partner.
    assert_eq!((of("follows"), of("register")), (1, 1), "{changes:?}");
    let told = changes.iter().find(|it| it["cause"] == "register").unwrap()["sequence"].as_u64().unwrap();
    let shown = place.json(&["show", &told.to_string()]);
    assert!(shown.to_string().contains("cooperative-du-sel"), "{shown}");
}

/// What adds nothing itself and made another add nothing is told: what closed it, or holds in
/// its place.
#[test]
fn an_entry_that_adds_nothing_and_made_the_difference_is_told() {
    let place = Place::with_ledger("quai.jalon");
    place.file("plan.toml", crate::invented::PLAN);
    let opening = ["--source", "https://registre.example/a", "--prefix", "org.example", "--name", "A"];
    place.done(&[&["init", "--plan", "plan.toml"], &opening[..]].concat());
    let named = ["--kind", "organisation", "--id", "organisation/a", "--on", "2022-01-01"];
    place.done(&[&["register", "Algue"], &named[..]].concat());
    place.done(&["record", "member.joined", "member=organisation/a", "--on", "2023-08-01"]);
    place.done(&["record", "policy.adopted", "inforce=oui", "--on", "2023-10-01"]);
    let closed = place.json(&["close", "FY2024", "--anyway", "--reason", "Pour l’essai"]);
    let late = closed["sequence"].as_u64().unwrap() + 1;
    place.done(&["record", "member.left", "member=organisation/a", "--on", "2024-02-10"]);
    place.done(&["record", "policy.adopted", "inforce=non", "--on", "2024-02-11"]);
    let all = place.json(&["revisions", "FY2024"])["revisions"].as_array().unwrap().clone();
    assert_eq!(all.len(), 2, "{all:?}");
    for (at, revision) in all.iter().enumerate() {
        let changes = revision["changes"].as_array().unwrap();
        let told: Vec<(&str, u64)> = changes
            .iter()
            .map(|it| (it["cause"].as_str().unwrap(), it["sequence"].as_u64().unwrap()))
            .collect();
        assert_eq!((told[0].0, told.len()), ("late", 2), "{at}: {told:?}");
        assert!((late..late + 2).contains(&told[0].1) && told[1].0 == "follows", "{at}: {told:?}");
    }
}

/// The register is not told where the rule of a value reads nothing of what it learned: a name,
/// or an attribute beside a largest number that another entry holds now.
#[test]
fn a_change_of_the_register_that_no_rule_reads_is_not_told() {
    let place = marees();
    place.done(CLOSE);
    let cooperative = "organisation/cooperative-du-sel";
    let renamed = ["--rename", "Coop du Sel", "--on", "2025-07-01", "--reason", "Nouveau nom"];
    place.done(&[&["register", cooperative, "--change"], &renamed[..]].concat());
    place.done(&["register", cooperative, "--change", "--set", "sector=science", "--on", "2023-08-01"]);
    let workshop = ["workshop.held", "title=Tard", "place=region", "participants=50", "satisfaction=8"];
    place.done(&[&["record", "--on", "2026-05-02"], &workshop[..]].concat());
    let all = revisions(&place);
    let causes = |indicator: &str| -> Vec<String> {
        let changes = revision(&all, indicator)["changes"].as_array().unwrap().iter();
        changes.map(|it| it["cause"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(causes("largest-workshop"), ["late", "follows"], "{all:?}");
    assert_eq!(causes("community-partners").iter().filter(|it| *it == "register").count(), 1, "{all:?}");
}

/// The notice is a checkpoint, however it was kept; and the checkpoint that stands in a
/// closing is missed where its file is gone.
#[test]
fn a_notice_is_kept_for_a_checkpoint() {
    let place = marees();
    place.file("notice.txt", place.done(CLOSE));
    let again = ["close", "FY2026", "--notice"];
    place.file("notice.json", place.json(&again).to_string());
    for notice in ["notice.txt", "notice.json"] {
        let told = place.json(&["verify", "--checkpoint", notice]);
        let of = |check: &str| {
            let checks = told["checks"].as_array().unwrap();
            checks.iter().find(|it| it["check"] == check).unwrap()["outcome"].clone()
        };
        assert_eq!((&told["sound"], of("checkpoint")), (&Value::Bool(true), "sound".into()), "{notice}");
        assert_eq!((&told["demonstration"], &told["unkept"]), (&Value::Bool(true), &Value::Array(vec![])));
    }
    for file in fs::read_dir(place.path().join("marees.jalon/checkpoints")).unwrap() {
        fs::remove_file(file.unwrap().path()).unwrap();
    }
    let told = place.json(&["verify"]);
    assert_eq!(told["unkept"][0]["size"], told["size"].as_u64().unwrap() - 1, "{told}");
}

/// That what somebody gives is another's says nothing against the ledger.
#[test]
fn what_is_given_and_is_anothers_is_told_apart_from_a_damaged_ledger() {
    let place = marees();
    place.file("other", Place::demonstration().done(&["checkpoint"]));
    let ended = |arguments: &[&str]| {
        let output = place.run(&[&["--lang", "en", "verify"], arguments].concat());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, told) = ended(&["--checkpoint", "other"]);
    assert!(code == Some(1) && told.contains("nothing else was found"), "{told}");
    fs::write(place.path().join("marees.jalon/tree"), "rien").unwrap();
    fs::write(place.path().join("marees.jalon/outline"), "rien").unwrap();
    let line = place.path().join("marees.jalon/lines/00000000000000000000.jsonl");
    let text = fs::read_to_string(&line).unwrap().replacen("2025", "2024", 1);
    fs::write(&line, text).unwrap();
    let (_, told) = ended(&["--checkpoint", "other"]);
    assert!(!told.contains("nothing else was found"), "{told}");
}

/// A store that was made from the lines at this opening is no second copy of them.
#[test]
fn a_store_that_was_just_made_is_not_compared() {
    let place = marees();
    assert_eq!(place.verified("copies").1, "sound");
    fs::remove_dir_all(place.path().join("marees.jalon/store")).unwrap();
    assert_eq!(place.verified("copies").1, "unchecked");
    assert_eq!(place.verified("copies").1, "sound");
}

/// Another rule is told with its versions, and with each entry that counts by it alone.
#[test]
fn another_rule_names_its_versions_and_what_counts_by_it() {
    let place = marees();
    place.done(CLOSE);
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/events/fictif/plan-2025.toml");
    let plan = fs::read_to_string(plan).unwrap();
    let (before, grants) = plan.split_at(plan.find("id = \"grants\"").unwrap());
    place.file("plan.toml", format!("{before}{}", grants.replacen("\"fiscalyear\"", "\"cumulative\"", 1)));
    place.done(&["plan", "plan.toml"]);
    let all = revisions(&place);
    let grants = revision(&all, "grants");
    assert_eq!(
        (&grants["closed"]["delivered"], &grants["today"]["delivered"]),
        (&"50500".into(), &"105500".into())
    );
    let changes = grants["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 3, "{grants}");
    for change in changes {
        assert_eq!(
            (&change["cause"], &change["versions"]),
            (&"rule".into(), &serde_json::json!({"was": 2, "is": 3}))
        );
    }
    assert_eq!(all.len(), 1);
}

/// Where only what is possible is another, that is said, with the entry that made it so, and
/// nothing of what backs the value.
#[test]
fn a_revision_of_what_is_possible_says_so() {
    let place = marees();
    let straddling = [WORKSHOP, &["lieu=en ville", "--on", "2026-06..2026-07"]].concat();
    place.done(&straddling);
    let closed = place.json(CLOSE)["sequence"].as_u64().unwrap();
    place.done(&[WORKSHOP, &["lieu=en ville", "--on", "2026-06..2026-08"]].concat());
    assert_eq!(
        changes(&revisions(&place), "workshops"),
        [format!("late {} of null: null to null", closed + 1)]
    );
    let told = place.done(&["revisions", "FY2026", "--lang", "en"]);
    assert!(told.contains("what is possible is not") && !told.contains("what backs it"), "{told}");
    // One that added nothing then, for another held, and only may hold today.
    place.done(&["correct", "76", "--on", "2026-06-20..2026-07-10", "--reason", "Relevé plus tard"]);
    place.done(&["correct", "91", "followers=820", "--reason", "Recompté"]);
    let followers = changes(&revisions(&place), "followers");
    let of = |place: u64, about: &str| {
        followers.iter().any(|it| it.starts_with(&format!("corrected {place} of {about}")))
    };
    assert!(of(closed + 2, "76") && of(closed + 3, "91"), "{followers:?}");
}
