//! Receipts that were given, and that what they say is there.

use std::collections::BTreeMap;

use jalon::event::{Entry, Hash};
use serde_json::Value;

use crate::place::Place;

/// What a ledger has said that it keeps.
#[derive(Clone, Default)]
pub(super) struct Receipts {
    /// Hashes by places.
    entries: BTreeMap<u64, String>,
    /// Places alone.
    places: Vec<u64>,
    /// How many entries came with a batch, by its id.
    batches: Vec<(String, u64)>,
}

impl Receipts {
    pub(super) fn count(&self) -> usize {
        self.entries.len() + self.places.len() + self.batches.len()
    }

    /// These and others.
    pub(super) fn and(&self, others: &Self) -> Self {
        let mut all = self.clone();
        all.entries.extend(others.entries.clone());
        all.places.extend(&others.places);
        all.batches.extend(others.batches.clone());
        all
    }

    /// The last place that was told.
    pub(super) fn last(&self) -> u64 {
        self.entries.keys().chain(&self.places).copied().max().unwrap()
    }

    /// Takes the place of an entry to which a page leads.
    pub(super) fn take_place(&mut self, place: u64) {
        self.places.push(place);
    }

    /// Takes what a command printed. Nothing is no receipt; half of a document is
    /// none either.
    pub(super) fn take(&mut self, printed: &[u8]) {
        let Ok(document) = serde_json::from_slice::<Value>(printed) else { return };
        let gives_none = ["template/1", "rebuild/1", "kpi/1", "adopt/1", "verify/1", "journal/1"];
        if gives_none.iter().any(|it| document["jalon"] == **it) {
            return;
        }
        if document["jalon"] == "import/1" {
            let batch = document["batch"].as_str().map(str::to_owned);
            self.batches.extend(batch.map(|batch| (batch, document["added"].as_u64().unwrap())));
            return;
        }
        if let Some(head) = document["head"].as_str() {
            // Of a ledger that was made, and is so large.
            self.entries.insert(document["size"].as_u64().unwrap() - 1, head.to_owned());
        }
        for entry in document["entries"].as_array().into_iter().flatten() {
            match (entry.as_u64(), entry["hash"].as_str()) {
                // Of a plan it is said where it stands.
                (Some(place), _) => self.places.push(place),
                (_, hash) => {
                    let place = entry["sequence"].as_u64().unwrap();
                    self.entries.insert(place, hash.unwrap().to_owned());
                }
            }
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
        let size = lines.len() as u64;
        assert!(self.places.iter().all(|place| *place < size), "{when}: {:?} of {size}", self.places);
        for (batch, count) in &self.batches {
            let found = lines.iter().filter(|line| line.contains(batch)).count() as u64;
            assert!(found >= *count, "{when}: {found} of {count} of the import {batch}");
        }
        told
    }
}
