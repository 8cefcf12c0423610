//! The table of allowed imports between modules.

use std::fs;
use std::path::{Path, PathBuf};

/// Which module may use which.
const ALLOWED: &[(&str, &[&str])] = &[
    ("event", &[]),
    ("plan", &["event"]),
    ("proof", &[]),
    ("log", &[]),
    ("figures", &["event", "plan"]),
    ("ledger", &["event", "plan", "proof", "log", "figures"]),
    ("audit", &["event", "plan", "log", "figures", "ledger"]),
    ("exchange", &["event", "plan", "log", "figures", "ledger"]),
    ("present", &["event", "plan", "figures", "ledger", "audit", "exchange"]),
    ("cli", &["event", "plan", "proof", "log", "figures", "ledger", "audit", "exchange", "present"]),
];

/// The modules named by `crate::` in a line.
fn used(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    let ends = |rest: &str| rest.find(|letter: char| !letter.is_ascii_lowercase()).unwrap_or(rest.len());
    code.split("crate::").skip(1).map(|rest| &rest[..ends(rest)]).filter(|name| !name.is_empty()).collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn modules_use_only_what_lies_below_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&root, &mut all);
    let mut wrong = Vec::new();
    for path in &all {
        let inner = path.strip_prefix(&root).unwrap();
        let module = inner.components().next().unwrap().as_os_str().to_str().unwrap();
        if inner.components().count() == 1 {
            continue;
        }
        let allowed = ALLOWED.iter().find(|(name, _)| *name == module);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{module} is not in the table"));
        for (number, line) in fs::read_to_string(path).unwrap().lines().enumerate() {
            for name in used(line).into_iter().filter(|name| *name != module && !allowed.contains(name)) {
                wrong.push(format!("{}:{}: {module} uses {name}", inner.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn uses_are_found_where_they_stand() {
    assert_eq!(used("use crate::event::{Day, Exact};"), ["event"]);
    assert_eq!(used("    let x = crate::log::hash(crate::event::link);"), ["log", "event"]);
    assert!(used("// crate::cli is not used").is_empty());
    assert!(used("use super::Day;").is_empty());
}
