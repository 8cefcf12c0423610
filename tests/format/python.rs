//! A verifier in another language, written from `docs/format.md` alone: it
//! finds what ours finds, line by line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jalon::audit::verify_lines;
use jalon::cli::CEIMIA;
use jalon::event::Entry;
use serde_json::{Value, json};

use super::document::example;
use super::later::all;
use super::strangers::strangers;

/// Runs a script of this folder; nothing where there is no Python.
fn python(script: &str, arguments: &[&Path]) -> Option<(String, bool)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format").join(script);
    let output = Command::new("python3").arg("-B").arg(script).args(arguments).output();
    match output {
        Ok(output) => {
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!told.contains("Traceback"), "{told}");
            Some((String::from_utf8(output.stdout).unwrap(), output.status.success()))
        }
        Err(error) => {
            let skipped = format!("skipped: python3 cannot be run here ({error})\n");
            std::io::Write::write_all(&mut std::io::stderr(), skipped.as_bytes()).unwrap();
            None
        }
    }
}

fn text(lines: &[Vec<u8>]) -> Vec<u8> {
    lines.iter().flat_map(|line| [&line[..], b"\n"].concat()).collect()
}

fn write(dir: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = dir.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn whole_logs_are_sound_with_the_same_head() {
    let dir = tempfile::tempdir().unwrap();
    let example: Vec<Vec<u8>> = example().lines().map(|line| line.as_bytes().to_vec()).collect();
    let logs = [CEIMIA.bundle.lines().unwrap(), all(), example];
    let paths: Vec<PathBuf> =
        logs.iter().enumerate().map(|(at, log)| write(dir.path(), &at.to_string(), &text(log))).collect();
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let Some((told, passed)) = python("verify.py", &paths) else { return };
    assert!(passed, "{told}");
    for (log, told) in logs.iter().zip(told.lines()) {
        assert_eq!(verify_lines(log.iter().cloned().map(Ok)).unwrap().to_string(), told);
    }
}

/// One bit changed anywhere is refused, or shows in the head.
#[test]
fn no_flipped_bit_goes_unnoticed() {
    let dir = tempfile::tempdir().unwrap();
    let sound = example().as_bytes();
    let head = verify_lines(example().lines().map(|line| Ok(line.as_bytes().to_vec()))).unwrap().to_string();
    let mut paths = Vec::new();
    for (number, at) in (0..sound.len()).step_by(23).enumerate() {
        let mut bytes = sound.to_vec();
        bytes[at] ^= 1 << (number % 8);
        paths.push(write(dir.path(), &number.to_string(), &bytes));
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let ours = verify_lines(lines.map(|line| Ok(line.to_vec())));
        assert!(ours.is_err() || ours.unwrap().to_string() != head, "byte {at}");
    }
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let Some((told, passed)) = python("verify.py", &paths) else { return };
    assert!(!passed);
    assert_eq!(told.lines().count(), paths.len());
    assert!(!told.lines().any(|line| line == head), "{told}");
}

/// What a line becomes when one thing in it is changed.
fn changed(line: &[u8]) -> Vec<Value> {
    let entry: Value = serde_json::from_slice(line).unwrap();
    let mut all = Vec::new();
    let mut with = |change: &dyn Fn(&mut Value)| {
        let mut other = entry.clone();
        change(&mut other);
        all.push(other);
    };
    for name in entry.as_object().unwrap().keys() {
        with(&|it| drop(it.as_object_mut().unwrap().remove(name)));
        with(&|it| it[name] = "x".into());
    }
    for name in ["occurredfrom", "subject", "correctedid", "correlationid", "time"] {
        with(&|it| it[name] = "organisation/algue".into());
    }
    with(&|it| {
        it["occurredfrom"] = "2023-01-01".into();
        it["occurredto"] = "2023-01-01".into();
    });
    with(&|it| it["correctedid"] = entry["id"].clone());
    for other in ["018d64f1-2013-4688-81a9-98c475f0f05c", "018d64f1-2013-7688-c1a9-98c475f0f05c"] {
        with(&|it| it["id"] = other.into());
    }
    with(&|it| it["recordedtime"] = "0000-12-31T00:00:00.000000Z".into());
    let Some(data) = entry["data"].as_object() else { return all };
    if let Some(key) =
        data.get("verifierkey").and_then(Value::as_str).filter(|_| data.contains_key("typeprefix"))
    {
        for (from, to) in
            [("+ed6fc76b+", "+365ac76c+"), ("+Ae", "+Be"), ("Z/", "Y/"), ("+ed6f", "+ED6F"), ("Z/", "Z/==")]
        {
            assert!(key.contains(from));
            with(&|it| it["data"]["verifierkey"] = key.replace(from, to).into());
        }
        with(&|it| it["data"]["currency"] = "XTS".into());
        with(&|it| it["data"]["typeprefix"] = format!("example.{}", "q".repeat(25)).into());
    }
    for name in data.keys() {
        with(&|it| drop(it["data"].as_object_mut().unwrap().remove(name)));
        for wrong in [json!(true), json!(0), json!(""), json!([]), json!({}), json!("2024-02-30")] {
            with(&|it| it["data"][name] = wrong.clone());
        }
    }
    with(&|it| it["data"]["unknown"] = 1.into());
    all
}

/// Lines that could stand at a place of the committed log, but for one thing.
fn candidates(lines: &[Vec<u8>]) -> Vec<(usize, Vec<u8>)> {
    let mut seen = std::collections::BTreeSet::new();
    let mut all = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let entry: Value = serde_json::from_slice(line).unwrap();
        if seen.insert(entry["type"].as_str().unwrap().to_owned()) {
            let spelled = changed(line).into_iter().map(|it| serde_json_canonicalizer::to_vec(&it).unwrap());
            all.extend(spelled.map(|line| (place, line)));
        }
    }
    all.extend(strangers(lines).into_iter().map(|(_, line)| (lines.len(), line)));
    all
}

fn is_taken(before: &[Vec<u8>], line: &[u8]) -> bool {
    let with = || before.iter().cloned().chain([line.to_vec()]).map(Ok);
    Entry::read(line).is_ok() && verify_lines(with()).is_ok()
}

#[test]
fn it_takes_the_lines_that_ours_takes_and_no_others() {
    let lines = all();
    let candidates = candidates(&lines);
    let ours: Vec<bool> = candidates.iter().map(|(at, line)| is_taken(&lines[..*at], line)).collect();
    let dir = tempfile::tempdir().unwrap();
    let spelled: Vec<Vec<u8>> =
        candidates.iter().map(|(at, line)| [format!("{at} ").as_bytes(), line].concat()).collect();
    let log = write(dir.path(), "log.jsonl", &text(&lines));
    let asked = write(dir.path(), "candidates", &text(&spelled));
    let Some((told, _)) = python("candidates.py", &[&log, &asked]) else { return };
    assert_eq!(told.lines().count(), candidates.len());
    let verdicts = told.lines().zip(&ours).zip(&candidates);
    let differing = verdicts.filter(|((told, ours), _)| (*told == "taken") != **ours);
    let differing: Vec<String> = differing
        .map(|((told, _), (at, line))| format!("{at} {told}: {}", String::from_utf8_lossy(line)))
        .collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    assert!(ours.iter().filter(|taken| !**taken).count() > 900);
}
