//! The index of a ledger: values found from it, and what happens when it is lost,
//! falls behind or says something else.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use jalon::event::{Hash, Moment};
use jalon::figures::{Filter, Known, PlanChoice, Question, Ruling, State, explain, table};
use jalon::ledger::replay_for_values;
use jalon::log::Log;
use jalon::present::kpi_json;
use serde_json::Value;

use crate::ceimia::log;
use crate::invented::day;
use crate::place::Place;

const RECORD: [&str; 5] = ["record", "infolettre", "editions=2", "--on", "2024-06-01"];

fn file(place: &Place) -> PathBuf {
    place.path().join("ceimia.jalon/index")
}

/// The table and an explanation, of two dates.
fn told(place: &Place) -> Vec<Value> {
    let table = |day| place.json(&["kpi", "--as-at", day]);
    vec![table("2024-03-31"), table("2025-03-31")]
}

/// A demonstration, with the index that its first table left.
fn indexed() -> Place {
    let place = Place::demonstration();
    assert!(!file(&place).exists());
    told(&place);
    assert!(file(&place).exists());
    place
}

/// Writes other bytes into a section of the index, with all the hashes that these
/// have.
fn change(place: &Place, change: impl Fn(&mut [u8])) {
    let bytes = fs::read(file(place)).unwrap();
    let first = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let line = str::from_utf8(&bytes[..first]).unwrap().trim_end();
    let from: usize = line.rsplit_once(' ').unwrap().1.parse().unwrap();
    let (mut sections, mut head) = (bytes[first..from].to_vec(), bytes[from..].to_vec());
    let number = |at: usize| u64::from_le_bytes(head[at..at + 8].try_into().unwrap());
    let section = |at: &usize| {
        let (from, count) = (usize::try_from(number(*at)).ok()?, usize::try_from(number(*at + 8)).ok()?);
        let range = from..from.checked_add(count).filter(|_| count > 1_000)?;
        let hash = Hash::of(sections.get(range.clone())?);
        (head[*at + 16..*at + 48] == hash.0).then_some((*at + 16, range))
    };
    let (hash, range) = (0..head.len() - 48).find_map(|at| section(&at)).unwrap();
    change(&mut sections[range.clone()]);
    head[hash..hash + 32].copy_from_slice(&Hash::of(&sections[range]).0);
    let line = format!("derived 2 {} {from:020}\n", Hash::of(&head));
    fs::write(file(place), [line.as_bytes(), &sections, &head].concat()).unwrap();
}

/// What lies beyond the index is read on top of it: whatever is said of an activity
/// within it, or of one that came later.
#[test]
fn an_index_that_falls_behind_gives_the_values_of_all_entries() {
    let place = indexed();
    let kept = fs::read(file(&place)).unwrap();
    let rows = r#"{"type":"newsletter.sent","occurredfrom":"2024-02-01","occurredto":"2024-02-01","fields":{"editions":5}}"#;
    place.file("rows.jsonl", rows);
    place.file("piece.txt", "une pièce");
    let acts: [&[&str]; 9] = [
        &RECORD,
        &["correct", "741", "--set", "editions=4", "--reason", "Mieux su."],
        &["correct", "745", "editions=4", "--reason", "Mieux su."],
        &["import", "rows.jsonl"],
        &["withdraw", "747", "--reason", "Deux fois."],
        &["register", "Maison du Fleuve", "--kind", "organisation"],
        &["register", "organisation/mila", "--change", "--set", "country=FR", "--on", "2021-02-01"],
        &["withdraw", "745", "--reason", "Pas la nôtre."],
        &["evidence", "add", "741", "agreement:piece.txt"],
    ];
    let mut before = told(&place);
    let mut changed = 0;
    for act in acts {
        place.run(act);
        assert!(fs::read(file(&place)).unwrap() == kept, "{act:?}: a few entries more are read beside it");
        let from_index = told(&place);
        fs::remove_file(file(&place)).unwrap();
        let from_all = told(&place);
        assert_eq!(from_index, from_all, "{act:?}");
        changed += usize::from(from_all[1]["objectives"] != before[1]["objectives"]);
        before = from_all;
        fs::write(file(&place), &kept).unwrap();
    }
    assert!(changed >= 3, "acts that change a value: {changed}");
    assert_eq!(place.verified("index"), (743, "sound".into()));
}

/// What a rule reads that came after the index was made is not in it.
#[test]
fn a_rule_that_comes_later_makes_the_index_anew() {
    let place = indexed();
    let kept = fs::read(file(&place)).unwrap();
    let plan = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/events/ceimia/plan.toml")).unwrap();
    let of_project = "key = \"organisation\"\nwhere = [{ path = \"project\", is = [\"project/pets\"] }]";
    let of_purpose = "key = \"organisation\"\nwhere = [{ path = \"purpose\", isnot = [\"Rien\"] }]";
    assert!(plan.contains(of_project));
    place.file("plan.toml", plan.replace(of_project, of_purpose));
    place.done(&["plan", "plan.toml"]);
    let from_index = told(&place);
    assert!(fs::read(file(&place)).unwrap() != kept, "the index is the one that was there");
    fs::remove_file(file(&place)).unwrap();
    assert_eq!(from_index, told(&place));
    assert_eq!(place.verified("index").1, "sound");
}

/// Where a table comes upon other bytes than were written, the entries say it all.
#[test]
fn an_index_of_other_bytes_is_none() {
    let place = indexed();
    let before = told(&place);
    let whole = fs::read(file(&place)).unwrap();
    for at in (0..whole.len()).step_by(whole.len() / 9).chain([whole.len() - 1]) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(file(&place), &bytes).unwrap();
        assert_eq!(told(&place), before, "byte {at}");
    }
    let mut bytes = whole.clone();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(file(&place), &bytes).unwrap();
    assert_eq!(place.verified("index"), (0, "sound".into()), "whose head is not as it was written is none");
    told(&place);
    assert_eq!(place.verified("index"), (743, "sound".into()));
    // A section of which nothing is asked is found by whoever looks at all.
    let mut bytes = fs::read(file(&place)).unwrap();
    bytes[1_000] ^= 1;
    fs::write(file(&place), &bytes).unwrap();
    assert_eq!(place.verified("index"), (743, "failed".into()));
}

#[test]
fn an_index_that_was_changed_with_care_is_told() {
    let place = indexed();
    change(&place, |section| section[section.len() / 2] ^= 1);
    assert_eq!(place.verified("index"), (743, "failed".into()));
    let output = place.run(&["verify"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("«\u{a0}index\u{a0}»") && output.status.code() == Some(1), "{told}");
}

/// The sections of an index and what says where they lie.
fn put(state: &State) -> (Vec<u8>, Vec<u8>) {
    let mut sections = Vec::new();
    let places = state.put_index(&mut |section| sections.extend_from_slice(section)).unwrap();
    (sections, places)
}

/// Bytes that cannot be are no index; whatever they say, nothing panics.
#[test]
fn no_bytes_of_an_index_make_it_panic() {
    let whole = replay_for_values(&log(), Known::Now).unwrap();
    let (sections, places) = put(&whole);
    let taken = |places: &[u8], sections: &[u8]| -> Option<State> {
        let mut state = whole.clone();
        let recorded: Moment = whole.recorded().unwrap();
        let end = (whole.size(), whole.head(), recorded);
        state.take_index(places, Arc::new(sections.to_vec()), end).then_some(state)
    };
    let shown = |state: &State| {
        let at = day("2024-03-31");
        let ruling = Ruling::at(state, &PlanChoice::default(), at).unwrap();
        let question = Question::new(state, &ruling, at, Filter::default());
        let explained: Vec<_> = ruling.indicators().map(|it| explain(&question, it).value).collect();
        (kpi_json(&table(&question)), explained)
    };
    let taken_whole = taken(&places, &sections).unwrap();
    assert_eq!(shown(&taken_whole), shown(&whole));
    assert!(!taken_whole.is_lost());
    for cut in (0..places.len()).step_by(places.len() / 97) {
        assert!(taken(&places[..cut], &sections).is_none(), "cut at {cut}");
    }
    let mut lost = 0;
    for at in (0..sections.len()).step_by(sections.len() / 31) {
        let mut other = sections.clone();
        other[at] ^= 0x81;
        let state = taken(&places, &other).unwrap();
        shown(&state);
        lost += usize::from(state.is_lost());
    }
    assert!(lost > 25, "{lost}");
    for at in (0..places.len()).step_by(places.len() / 61) {
        let mut other = places.clone();
        other[at] ^= 0x81;
        if let Some(state) = taken(&other, &sections) {
            shown(&state);
        }
    }
}

/// Whoever asks first after a large import need not make it.
#[test]
fn a_large_import_leaves_an_index() {
    let place = Place::demonstration();
    let row = |day: u32| {
        let day = format!("2024-05-{:02}", day % 28 + 1);
        format!(
            "{{\"type\":\"newsletter.sent\",\"occurredfrom\":\"{day}\",\"occurredto\":\"{day}\",\"fields\":{{\"editions\":1}}}}\n"
        )
    };
    place.file("few.jsonl", (0..9).map(row).collect::<Vec<_>>().concat());
    place.file("many.jsonl", (0..300).map(row).collect::<Vec<_>>().concat());
    place.done(&["import", "few.jsonl"]);
    assert!(!file(&place).exists());
    place.done(&["import", "many.jsonl"]);
    assert!(file(&place).exists());
    let from_index = told(&place);
    fs::remove_file(file(&place)).unwrap();
    assert_eq!(from_index, told(&place));
}

/// What is derived is taken away, and made anew, by a command.
#[test]
fn what_is_derived_is_taken_away_and_made_anew() {
    let place = indexed();
    // What is withdrawn, an activity, is not in the index's lines, but in the outline.
    place.done(&["withdraw", "741", "--reason", "Deux fois."]);
    let outline = place.path().join("ceimia.jalon/outline");
    place.done(&["rebuild"]);
    let (size, _) = place.verified("index");
    let (before, kept) = (told(&place), fs::read(file(&place)).unwrap());
    assert!(place.done(&["reconstruire", "--drop", "--lang", "fr"]).contains("enlevés"));
    assert!(!file(&place).exists() && !outline.exists());
    assert!(place.done(&["rebuild", "--lang", "en"]).contains(&format!("{size} entries")));
    assert!(fs::read(file(&place)).unwrap() == kept && outline.exists());
    assert_eq!(place.verified("derived"), (size, "sound".into()));
    assert_eq!(place.verified("index"), (size, "sound".into()));
    assert_eq!(told(&place), before);
}

/// Whoever packs otherwise, or keeps other fields, counts `PROJECTION` on in
/// `ledger/saved.rs`, so that no index of an earlier release is read as one of
/// theirs; then this is the new hash.
#[test]
fn the_demonstration_is_packed_as_projection_6_packs_it() {
    let (sections, places) = put(&replay_for_values(&log(), Known::Now).unwrap());
    assert_eq!(
        Hash::of(&[sections, places].concat()).to_string(),
        "c1eddf4cba3b56b9b011dfb707d4cf27df9abf40f0dc836763b3a66b8ad2ee62"
    );
}

/// Whether an id that a row gives is there is asked of the index, which is believed
/// only where it is as it was written.
#[test]
fn an_id_that_is_there_is_found_whatever_became_of_the_index() {
    let place = indexed();
    let whole = fs::read(file(&place)).unwrap();
    let lines: Vec<Vec<u8>> = log().read(0).unwrap().map(Result::unwrap).collect();
    let entries = lines.iter().map(|line| serde_json::from_slice::<Value>(line).unwrap());
    let activities = entries.filter(|it| !it["type"].as_str().unwrap().starts_with("jalon."));
    let ids: Vec<String> = activities.map(|it| it["id"].as_str().unwrap().to_owned()).step_by(29).collect();
    let row = |id: &String| {
        format!(
            "{{\"id\":\"{id}\",\"type\":\"newsletter.sent\",\"occurredfrom\":\"2024-05-02\",\"occurredto\":\"2024-05-02\",\"fields\":{{\"editions\":7}}}}\n"
        )
    };
    place.file("again.jsonl", ids.iter().map(row).collect::<Vec<_>>().concat());
    let refused = || {
        let output = place.run(&["import", "again.jsonl", "--lang", "fr"]);
        assert!(!output.status.success());
        (output.stdout, String::from_utf8(output.stderr).unwrap())
    };
    let from_index = refused();
    assert!(ids.len() > 2 && ids.iter().any(|id| from_index.1.contains(&**id)), "{}", from_index.1);
    for at in (0..whole.len()).step_by(whole.len() / 9) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(file(&place), &bytes).unwrap();
        assert_eq!(refused(), from_index, "byte {at}");
    }
    fs::remove_file(file(&place)).unwrap();
    assert_eq!(refused(), from_index, "and without one");
    assert_eq!(place.verified("chain").1, "sound");
}
