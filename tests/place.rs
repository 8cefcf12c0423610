//! Where commands are run for real.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

/// A folder of its own, with an empty environment around every command; each
/// uses one ledger in it.
pub(crate) struct Place {
    folder: tempfile::TempDir,
    ledger: &'static str,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self::with_ledger("ceimia.jalon")
    }

    /// One whose commands use the ledger of this name.
    pub(crate) fn with_ledger(ledger: &'static str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), ledger }
    }

    /// One in which the demonstration is laid down.
    pub(crate) fn demonstration() -> Self {
        let place = Self::new();
        place.lay(laid_down());
        place
    }

    /// Writes these files, by their names from its folder on.
    pub(crate) fn lay(&self, files: &[(PathBuf, Vec<u8>)]) {
        for (name, bytes) in files {
            let path = self.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }

    /// The name of its ledger.
    pub(crate) const fn ledger(&self) -> &str {
        self.ledger
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path().join(name), bytes).unwrap();
    }

    /// A command that is not run yet.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env_clear()
            .env("JALON_KEYS", self.path().join("keys"))
            .env("JALON_LEDGER", self.ledger);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Standard output of a command that must succeed.
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {told}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The document of a command that must succeed.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.done(&[arguments, &["--format", "json"]].concat())).unwrap()
    }

    /// What `verify` says of one of its checks: of how many, and how it ended.
    pub(crate) fn verified(&self, check: &str) -> (u64, String) {
        let output = self.run(&["verify", "--format", "json"]);
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        let checks = document["checks"].as_array().unwrap();
        let found = checks.iter().find(|it| it["check"] == check).unwrap();
        (found["count"].as_u64().unwrap(), found["outcome"].as_str().unwrap().to_owned())
    }

    /// The document of a command that must end with this code.
    pub(crate) fn json_of(&self, arguments: &[&str], code: i32) -> Value {
        let output = self.run(&[arguments, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The sentence and exit code of a command that must fail, which leaves
    /// the ledger as it was.
    pub(crate) fn refused(&self, arguments: &[&str]) -> (String, i32) {
        let before = self.lines();
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?} was done");
        assert!(output.stdout.is_empty(), "{arguments:?} printed data");
        assert_eq!(self.done(&["export", "jsonl"]), before, "{arguments:?} wrote");
        (String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
    }

    /// The entries as they stand in the plain copy, which these ledgers are too
    /// small to compress.
    fn lines(&self) -> String {
        let mut files = files_below(&self.path().join(self.ledger), Path::new("lines"));
        files.sort();
        String::from_utf8(files.into_iter().flat_map(|(_, bytes)| bytes).collect()).unwrap()
    }
}

/// The files of a demonstration, by their names. Laying one down takes longer
/// than most tests do with it: the first that needs it does so for all.
fn laid_down() -> &'static [(PathBuf, Vec<u8>)] {
    static FILES: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let place = Place::new();
        place.done(&["demo"]);
        files_below(place.path(), Path::new(""))
    })
}

/// The files of a folder and of those in it, by their names from the root on.
pub(crate) fn files_below(root: &Path, folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = folder.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            files.extend(files_below(root, &name));
        } else {
            files.push((name, std::fs::read(entry.path()).unwrap()));
        }
    }
    files
}
