//! A ledger kept for two years after CEIMIA's report: its activities come
//! again and again on other days, as far as ids and references allow.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use jalon::cli::CEIMIA;
use jalon::event::{Day, Entry, Hash};
use jalon::exchange::Part;
use jalon::figures::{Filter, PlanChoice, Question, Ruling, State, table};
use jalon::present::kpi_json;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A ledger in a folder of its own, removed in the end.
pub(crate) struct Ledger {
    folder: TempDir,
}

impl Ledger {
    /// The demonstration with so many entries in all, laid down and imported
    /// as anyone would.
    #[allow(dead_code, reason = "not all measurements ask for it")]
    pub(crate) fn of(entries: usize) -> Self {
        let ledger = Self::demonstration();
        // The first of a recorder registers them and accepts the demo's clock.
        ledger.record();
        let rows = ledger.folder().join("rows.jsonl");
        // An import's own two entries come with its rows.
        fs::write(&rows, rows_after_the_report(entries - ledger.entries() - 2)).unwrap();
        ledger.done(&["import", rows.to_str().unwrap()]);
        ledger
    }

    /// The demonstration as it is.
    pub(crate) fn demonstration() -> Self {
        Self::demonstration_in(None)
    }

    /// The same in this folder.
    pub(crate) fn demonstration_in(folder: Option<&str>) -> Self {
        // Beside the build, so that what is synced reaches a disk.
        let folder = tempfile::tempdir_in(folder.unwrap_or(env!("CARGO_TARGET_TMPDIR"))).unwrap();
        let ledger = Self { folder };
        ledger.done(&["demo", "ledger.jalon"]);
        ledger
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The ledger's own folder.
    #[allow(dead_code, reason = "not all measurements ask for it")]
    pub(crate) fn dir(&self) -> PathBuf {
        self.folder().join("ledger.jalon")
    }

    /// The one segment of its twin.
    pub(crate) fn lines(&self) -> PathBuf {
        self.folder().join("ledger.jalon/lines/00000000000000000000.jsonl")
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(self.lines()).unwrap()
    }

    /// Leaves a table to be made from all entries.
    #[allow(dead_code, reason = "one of the two measurements asks for it")]
    pub(crate) fn forget_index(&self) {
        fs::remove_file(self.folder().join("ledger.jalon/index")).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        command
            .args(arguments)
            .current_dir(self.folder())
            .env_clear()
            .env("HOME", self.folder())
            .env("JALON_KEYS", self.folder().join("keys"))
            .env("JALON_LEDGER", "ledger.jalon");
        command
    }

    /// A command that goes on; what it tells can be read.
    #[allow(dead_code, reason = "one of the two measurements asks for it")]
    pub(crate) fn started(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// Standard output of a command that must succeed.
    pub(crate) fn done(&self, arguments: &[&str]) -> Vec<u8> {
        let output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    #[allow(dead_code, reason = "one of the two measurements asks for it")]
    /// Checks the table: of the report's day against the one that is kept,
    /// and of another day against entries applied one after the other.
    pub(crate) fn check_kpi(&self, as_at: &str) {
        let kpi = |day: &str| -> Value {
            serde_json::from_slice(&self.done(&["kpi", "--as-at", day, "--format", "json"])).unwrap()
        };
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/ceimia/2024-03-31.json");
        let kept: Value = serde_json::from_str(&fs::read_to_string(kept).unwrap()).unwrap();
        assert_eq!(kpi("2024-03-31")["objectives"], kept["objectives"]);
        let mut state = State::default();
        let bytes = self.bytes();
        for line in bytes.split_inclusive(|byte| *byte == b'\n').map(|line| &line[..line.len() - 1]) {
            state.apply(Entry::read(line).unwrap(), Hash::of(line)).unwrap();
        }
        let day: Day = as_at.parse().unwrap();
        let ruling = Ruling::at(&state, &PlanChoice::default(), day).unwrap();
        let expected = kpi_json(&table(&Question::new(&state, &ruling, day, Filter::default())));
        assert_eq!(kpi(as_at), expected);
    }

    /// What stands under "delivered" of an indicator on a day.
    #[allow(dead_code, reason = "one of the two measurements asks for it")]
    pub(crate) fn value_at(&self, indicator: &str, day: &str) -> String {
        let kpi = self.done(&["explain", indicator, "--as-at", day, "--format", "json"]);
        let kpi: Value = serde_json::from_slice(&kpi).unwrap();
        kpi["delivered"].as_str().unwrap().to_owned()
    }

    /// Records a newsletter.
    pub(crate) fn record(&self) {
        self.done(&["record", "newsletter.sent", "editions=1", "--on", "2024-06-03"]);
    }

    /// Records one; its line, which must be the last.
    #[allow(dead_code, reason = "one of the two measurements asks for it")]
    pub(crate) fn record_checked(&self) -> Vec<u8> {
        self.record();
        let bytes = self.bytes();
        let line = bytes.split_inclusive(|byte| *byte == b'\n').next_back().unwrap();
        let entry: Value = serde_json::from_slice(line).unwrap();
        assert_eq!(entry["occurredfrom"], "2024-06-03");
        line.to_vec()
    }

    /// The same of a ledger whose lines may fill several segments.
    #[allow(dead_code, reason = "not all measurements ask for it")]
    pub(crate) fn check_all(&self, entries: usize) {
        let exported = self.done(&["export", "jsonl"]);
        assert_eq!(exported.split_inclusive(|byte| *byte == b'\n').count(), entries);
        self.done(&["verify"]);
    }

    /// Checks that so many entries are there, and the whole ledger with them.
    #[allow(dead_code, reason = "not all measurements ask for it")]
    pub(crate) fn check(&self, entries: usize) {
        assert_eq!(self.entries(), entries);
        self.done(&["verify"]);
    }

    /// How many entries there are.
    pub(crate) fn entries(&self) -> usize {
        self.bytes().split_inclusive(|byte| *byte == b'\n').count()
    }
}

/// So many rows to import, each on other days of the two years after.
fn rows_after_the_report(count: usize) -> String {
    let files = CEIMIA.bundle.parts.iter().filter_map(|part| match part {
        Part::Lines((name, text)) if !name.starts_with("totals") => Some(text),
        _ => None,
    });
    let rows: Vec<Value> =
        files.flat_map(|text| text.lines()).map(|line| serde_json::from_str(line).unwrap()).collect();
    let first = Day::new(2024, 4, 1).unwrap();
    let days: Vec<Day> = std::iter::successors(Some(first), |day| Some(day.next())).take(720).collect();
    let mut text = String::new();
    for (turn, row) in rows.iter().cycle().take(count).enumerate() {
        let mut row = row.clone();
        let members = row.as_object_mut().unwrap();
        for name in ["id", "recordedtime", "ref", "partof"] {
            members.remove(name);
        }
        // Any order of days that is not the order of recording.
        let from = turn * 7_919 % days.len();
        let to = (from + [0, 0, 0, 2, 29][turn % 5]).min(days.len() - 1);
        members.insert("occurredfrom".into(), json!(days[from].to_string()));
        members.insert("occurredto".into(), json!(days[to].to_string()));
        text.push_str(&row.to_string());
        text.push('\n');
    }
    text
}
