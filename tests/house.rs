//! The house: which module may use which, and who may print.

mod source;

use std::fs;
use std::path::{Path, PathBuf};

use source::{calls, code, uses};

/// Which module may use which. `cli` has no `log`: what opens one is
/// `ledger::Folder`. `present` has it for the sentences of its errors alone.
const ALLOWED: &[(&str, &[&str])] = &[
    ("event", &[]),
    ("proof", &[]),
    ("plan", &["event", "proof"]),
    ("log", &[]),
    ("vault", &["event"]),
    ("figures", &["event", "plan"]),
    ("ledger", &["event", "plan", "proof", "log", "vault", "figures"]),
    ("audit", &["event", "plan", "proof", "vault", "figures", "ledger"]),
    ("exchange", &["event", "plan", "figures", "ledger", "audit"]),
    ("present", &["event", "plan", "proof", "log", "vault", "figures", "ledger", "audit", "exchange"]),
    ("web", &["event", "plan", "proof", "log", "vault", "figures", "ledger", "audit", "exchange", "present"]),
    ("cli", &["event", "plan", "proof", "vault", "figures", "ledger", "audit", "exchange", "present", "web"]),
];

/// What prints past the two streams that `cli` writes.
const PRINTING: &[&str] = &["println", "eprintln", "print", "eprint", "dbg"];

/// A file under `src/`: its path there, and its code without comments and text.
struct File {
    path: String,
    code: String,
}

impl File {
    /// The module of the house, none for `lib.rs` and `main.rs`.
    fn module(&self) -> Option<&str> {
        let first = self.path.split('/').next().unwrap_or_default();
        let module = first.strip_suffix(".rs").unwrap_or(first);
        (!["lib", "main"].contains(&module)).then_some(module)
    }
}

/// Every .rs file under `src/`, by path.
fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    let file = |path: &PathBuf| File {
        path: path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"),
        code: code(&fs::read_to_string(path).unwrap()),
    };
    paths.iter().map(file).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// What a file uses against the table, as line and module.
fn forbidden(file: &File) -> Vec<(usize, String)> {
    let Some(module) = file.module() else { return Vec::new() };
    let row = ALLOWED.iter().find(|(name, _)| *name == module);
    let (_, allowed) = row.unwrap_or_else(|| panic!("src/{}: {module} is not in the table", file.path));
    let known = |name: &str| name == module || allowed.contains(&name);
    uses(&file.code).into_iter().filter(|(_, name)| !known(name)).collect()
}

/// Where a file prints, as line and macro.
fn printing(file: &File) -> Vec<(usize, &'static str)> {
    if file.module() == Some("cli") { Vec::new() } else { calls(&file.code, PRINTING) }
}

#[test]
fn modules_use_only_what_lies_below_them() {
    let mut wrong = Vec::new();
    for file in files() {
        for (line, name) in forbidden(&file) {
            wrong.push(format!("src/{}:{line}: {} may not use {name}", file.path, file.module().unwrap()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_command_line_prints() {
    let mut wrong = Vec::new();
    for file in files() {
        for (line, name) in printing(&file) {
            wrong.push(format!("src/{}:{line}: {name}! outside cli", file.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The picture in the crate's documentation: one line for each module, in an
/// order in which each uses only what stands above it.
#[test]
fn the_picture_of_the_house_is_the_house() {
    let text = include_str!("../src/lib.rs");
    let picture = text.split("```text").nth(1).unwrap().split("```").next().unwrap();
    let lines = picture.lines().filter_map(|line| line.strip_prefix("//! "));
    let drawn: Vec<&str> = lines.filter_map(|line| line.split_whitespace().next()).collect();
    let modules: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut sorted = drawn.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, modules);
    for (at, module) in drawn.iter().enumerate() {
        let (_, allowed) = ALLOWED.iter().find(|(name, _)| name == module).unwrap();
        let below = allowed.iter().filter(|name| drawn[at..].contains(name));
        assert_eq!(below.count(), 0, "{module} uses what stands below it in the picture");
    }
}

/// The table itself points downwards: what a module may use stands before it.
#[test]
fn the_table_has_no_circle() {
    for (at, (module, allowed)) in ALLOWED.iter().enumerate() {
        for name in *allowed {
            let lower = ALLOWED[..at].iter().any(|(it, _)| it == name);
            assert!(lower, "{module} may use {name}, which does not stand before it");
        }
    }
}

#[test]
fn what_the_table_forbids_is_found() {
    let file = |path: &str, text: &str| File { path: path.into(), code: code(text) };
    let found = |path, text| forbidden(&file(path, text));
    assert_eq!(found("event/day.rs", "\nuse crate::log::Log;"), [(2, "log".to_owned())]);
    assert_eq!(found("vault.rs", "use crate::{event, cli};"), [(1, "cli".to_owned())]);
    assert_eq!(found("web/mod.rs", "crate::cli::run()"), [(1, "cli".to_owned())]);
    assert_eq!(found("audit/verify.rs", "use crate::cli;"), [(1, "cli".to_owned())]);
    assert!(found("event/day.rs", "use crate::event::Day;").is_empty());
    assert!(found("lib.rs", "pub use crate::cli::run;").is_empty());
    assert_eq!(printing(&file("event/day.rs", "println!()")), [(1, "println")]);
    assert_eq!(printing(&file("main.rs", "eprintln!()")), [(1, "eprintln")]);
    assert!(printing(&file("cli/kpi.rs", "println!()")).is_empty());
}
