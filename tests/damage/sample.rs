//! The ledger that is damaged: small, with something of everything that can lie in
//! a ledger's folder.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use jalon::event::{Entry, Glance, Hash, link, types};
use jalon::figures::Known;
use jalon::ledger::replay_for_values;
use jalon::log::{DurableLog, Log, MemoryLog, Options};
use uuid::Uuid;

use crate::place::{Place, files_below};

/// Its name within its place.
pub(super) const LEDGER: &str = "registre";

/// So large grow the segments of its twin: a few entries each.
const SEGMENT_BYTES: u64 = 2_500;

/// A ledger as it was recorded.
pub(super) struct Sample {
    /// Every file of its place: the ledger, its keys, its export.
    pub(super) files: Vec<(PathBuf, Vec<u8>)>,
    /// Its entries.
    pub(super) lines: Vec<Vec<u8>>,
    /// Which ledger it is.
    pub(super) ledger: Uuid,
}

/// The one that all these tests damage.
pub(super) fn sample() -> &'static Sample {
    static SAMPLE: OnceLock<Sample> = OnceLock::new();
    SAMPLE.get_or_init(Sample::record)
}

/// A new ledger with the plan and the register of the gallery's house.
pub(super) fn opened() -> Place {
    let place = Place::with_ledger(LEDGER);
    open(&place, &[]);
    place
}

/// The same, in a place that is there, with more arguments to each command.
pub(super) fn open(place: &Place, more: &[&str]) {
    place.file("plan.toml", include_str!("../gallery/house/plan.toml"));
    place.file("register.toml", include_str!("../gallery/house/register.toml"));
    let source = ["--source", "https://registre.exemple.org/essai", "--prefix", "org.exemple"];
    let of = ["--zone", "America/Toronto", "--name", "Anne Essai"];
    place.done(&[&["init"], &source[..], &of, more].concat());
    place.done(&[&["plan", "plan.toml"], more].concat());
    place.done(&[&["register", "register.toml"], more].concat());
}

impl Sample {
    /// A place that holds it.
    pub(super) fn place(&self) -> Place {
        let place = Place::with_ledger(LEDGER);
        place.lay(&self.files);
        place
    }

    /// The files of the ledger but those of its store, by their names within it.
    pub(super) fn plain_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.in_ledger().filter(|(name, _)| !name.starts_with("store/"))
    }

    /// All files of the ledger, by their names within it.
    pub(super) fn in_ledger(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().filter_map(|(name, bytes)| {
            let name = name.strip_prefix(LEDGER).ok()?.to_str()?;
            Some((name, bytes.as_slice()))
        })
    }

    /// The last file of its twin.
    pub(super) fn last_of_twin(&self) -> (&str, &[u8]) {
        self.in_ledger().filter(|(name, _)| name.starts_with("lines/")).last().unwrap()
    }

    fn record() -> Self {
        let place = opened();
        place.file("preuve.txt", "Procès-verbal du 3 mai.\n");
        let newsletter = ["record", "newsletter.sent", "editions=4", "--on", "2024-05"];
        let newsletter = [&newsletter[..], &["--evidence", "preuve.txt"]].concat();
        let first = place.json(&newsletter)["entries"][0]["id"].as_str().unwrap().to_owned();
        let grant = ["record", "grant.received", "amount=1200,00 $", "funder=organisation/ocde"];
        place.done(&[&grant[..], &["contact=Marie Tremblay", "--on", "2024-04-15"]].concat());
        place.file("rows.csv", "on,editions\n2024-02-01,1\n2024-03-01,2\n");
        place.done(&["import", "rows.csv", "--type", "newsletter.sent"]);
        place.file("others.csv", "on,editions\n2024-01-01,3\n");
        place.done(&["correct", &first, "editions=5", "--reason", "Mieux comptées."]);
        place.done(&["note", "Une délégation est venue"]);
        let export = place.done(&["export", "jsonl"]);
        let lines: Vec<Vec<u8>> = export.lines().map(|line| line.as_bytes().to_vec()).collect();
        place.file("export.jsonl", &export);
        lay_in_small_segments(&place, &lines);
        lay_derived(&place, &lines);
        // sled writes its first snapshot when it is opened again.
        place.done(&["verify"]);
        let ledger = jalon::plan::Opened::read(&Entry::read(&lines[0]).unwrap().draft.data).unwrap().ledger;
        let mut files = files_below(place.path(), Path::new(""));
        files.sort();
        Self { files, lines, ledger }
    }
}

/// Lays down the log anew: the program's own segments are too large for the older
/// ones of so few entries to be packed.
fn lay_in_small_segments(place: &Place, lines: &[Vec<u8>]) {
    let ledger = place.path().join(LEDGER);
    for name in ["lines", "store"] {
        std::fs::remove_dir_all(ledger.join(name)).unwrap();
    }
    let options = Options { segment_bytes: SEGMENT_BYTES, ..Options::new(link, SystemTime::now()) };
    let mut log = DurableLog::create(&ledger, &options).unwrap();
    for line in lines {
        log.append(std::slice::from_ref(line)).unwrap();
    }
}

/// Writes the outline and the index, which the program makes of larger ledgers only.
fn lay_derived(place: &Place, lines: &[Vec<u8>]) {
    let mut log = MemoryLog::new(link);
    log.append(lines).unwrap();
    let state = replay_for_values(&log, Known::Now).unwrap();
    let is_own = |line: &Vec<u8>| !types::is_of_records(&Glance::at(line).unwrap().kind);
    let own: Vec<u8> =
        lines.iter().filter(|it| is_own(it)).flat_map(|it| [it, &b"\n"[..]].concat()).collect();
    let (size, head) = (state.size(), state.head());
    let recorded = state.recorded().unwrap();
    let begins = |words: String| [words.as_bytes(), &own].concat();
    let outline = begins(format!("2 {size} {head}\n"));
    let body = outline;
    let line = format!("derived 1 {}\n", Hash::of(&body));
    place.file(&format!("{LEDGER}/outline"), [line.as_bytes(), &body].concat());
    let mut sections = Vec::new();
    let places = state.put_index(&mut |section| sections.extend_from_slice(section)).unwrap();
    let head = [begins(format!("6 {size} {head} {recorded} {}\n", own.len())), places].concat();
    let first = "derived 2 \n".len() + 64 + 1 + 20;
    let line = format!("derived 2 {} {:020}\n", Hash::of(&head), first + sections.len());
    place.file(&format!("{LEDGER}/index"), [line.as_bytes(), &sections, &head].concat());
}

#[test]
fn the_sample_has_something_of_everything() {
    let place = sample().place();
    let kinds = ["lines/", ".zst", "store/db", "evidence/", "sealed/", "end", "lock", "outline", "index"];
    for kind in kinds {
        assert!(sample().in_ledger().any(|(name, _)| name.contains(kind)), "{kind}");
    }
    let size = sample().lines.len() as u64;
    let whole = [("copies", size), ("documents", 1), ("sealed", 2), ("derived", size), ("index", size)];
    for (check, count) in whole {
        assert_eq!(place.verified(check), (count, "sound".into()), "{check}");
    }
}
