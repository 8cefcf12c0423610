//! Receipts that were given, and that what they say is there.

use std::collections::BTreeMap;

use jalon::event::{Entry, Hash};
use serde_json::Value;

use crate::place::Place;

/// What a ledger has said that it keeps.
#[derive(Default)]
pub(super) struct Receipts {
    /// Hashes by places.
    entries: BTreeMap<u64, String>,
    /// How many entries came with a batch, by its id.
    batches: Vec<(String, u64)>,
}

impl Receipts {
    pub(super) fn count(&self) -> usize {
        self.entries.len() + self.batches.len()
    }

    /// Takes what a command printed. Nothing is no receipt; half of a document is
    /// none either.
    pub(super) fn take(&mut self, printed: &[u8]) {
        let Ok(document) = serde_json::from_slice::<Value>(printed) else { return };
        if document["jalon"] == "import/1" {
            let batch = document["batch"].as_str().map(str::to_owned);
            self.batches.extend(batch.map(|batch| (batch, document["added"].as_u64().unwrap())));
            return;
        }
        assert_eq!(document["jalon"], "receipt/1");
        for entry in document["entries"].as_array().unwrap() {
            let hash = entry["hash"].as_str().unwrap().to_owned();
            self.entries.insert(entry["sequence"].as_u64().unwrap(), hash);
        }
    }

    /// How many entries with a receipt are not there, and what opening the ledger
    /// told first.
    pub(super) fn missing(&self, place: &Place) -> (usize, String) {
        let output = place.run(&["verify", "--format", "json", "--lang", "en"]);
        let told = String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or("sound").to_owned();
        let export = place.run(&["export", "jsonl"]).stdout;
        let lines: Vec<&[u8]> = export.split(|byte| *byte == b'\n').collect();
        let is_there = |place: &u64, hash: &String| {
            let line = lines.get(usize::try_from(*place).unwrap());
            line.is_some_and(|line| Hash::of(line).to_string() == *hash)
        };
        (self.entries.iter().filter(|(place, hash)| !is_there(place, hash)).count(), told)
    }

    /// The same ledger opens, is sound, has no gap and nothing half-written, and
    /// holds what was said. What opening it told is given back.
    pub(super) fn assert_kept(&self, place: &Place, when: &str) -> String {
        let output = place.run(&["verify", "--format", "json", "--lang", "en"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{when}: verify: {told}");
        let verified: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(verified["sound"], true, "{when}: {verified}");
        let export = place.done(&["export", "jsonl"]);
        let lines: Vec<&str> = export.lines().collect();
        assert_eq!(verified["size"].as_u64(), Some(lines.len() as u64), "{when}");
        for (place, line) in (0..).zip(&lines) {
            let entry = Entry::read(line.as_bytes()).unwrap();
            assert_eq!(entry.sequence, place, "{when}: a gap");
        }
        for (place, hash) in &self.entries {
            let line = lines.get(usize::try_from(*place).unwrap());
            let found = line.map(|line| Hash::of(line.as_bytes()).to_string());
            assert_eq!(found.as_ref(), Some(hash), "{when}: #{place} had a receipt");
        }
        for (batch, count) in &self.batches {
            let found = lines.iter().filter(|line| line.contains(batch)).count() as u64;
            assert!(found >= *count, "{when}: {found} of {count} of the import {batch}");
        }
        told
    }
}
