//! The corpus, and bytes like it, through every target that is fuzzed: how they
//! are fuzzed for hours says `fuzz/README.md`.

mod changes;
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

use changes::Changes;
use targets::TARGETS;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzzing/corpus")
}

/// What is in a folder, in order.
fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_target_has_a_corpus_and_every_corpus_a_target() {
    let folders: Vec<String> = within(&corpus())
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(folders, TARGETS.map(|(name, _)| name));
    assert!(within(&corpus()).iter().all(|folder| !within(folder).is_empty()));
}

/// How many changes of each file of the corpus are tried: as many as cost about as
/// much for one target as for another.
fn tries(target: &str) -> usize {
    match target {
        "date" | "entry" => 1_500,
        "amount" | "jsonl" | "twin" => 100,
        _ => 25,
    }
}

#[test]
fn no_bytes_like_those_of_the_corpus_make_a_target_stop() {
    for (name, target) in TARGETS {
        for path in within(&corpus().join(name)) {
            let bytes = fs::read(&path).unwrap();
            target(&bytes);
            Changes::of(&bytes).take(tries(name)).for_each(|changed| target(&changed));
        }
    }
}
