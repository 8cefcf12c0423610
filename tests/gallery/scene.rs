//! Where cases are played: a folder each, with a small ledger in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use jalon::log::{DurableLog, Options};
use jalon::vault::Account;

use super::case::{Case, Step};
use crate::workbooks::{bomb, compound, workbook, zipped};

/// When everything happens unless a case says otherwise: 3 June 2024, noon in
/// Montréal.
const NOW: &str = "2024-06-03T16:00:00.000000Z";
const LEDGER: &str = "registre";

/// The ledger with which every case begins.
pub(super) struct House {
    folder: tempfile::TempDir,
}

impl House {
    /// Builds it from its plan, its register and the commands in `start.txt`.
    pub(super) fn build(from: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(from, folder.path());
        let start = Case::read(&fs::read_to_string(from.join("start.txt")).unwrap());
        let house = Self { folder };
        let mut stage = Stage::new(house.folder.path().to_owned(), "en");
        start.steps.iter().for_each(|step| assert!(stage.step(step)));
        house
    }

    /// A copy of it.
    pub(super) fn scene(&self) -> Scene {
        let folder = tempfile::tempdir().unwrap();
        copy(self.folder.path(), folder.path());
        Scene(folder)
    }
}

/// A folder in which one case is played in one language.
pub(super) struct Scene(tempfile::TempDir);

impl Scene {
    /// What the shown commands say; none when the case cannot be played here.
    pub(super) fn play(self, case: &Case, language: &str) -> Option<String> {
        let mut stage = Stage::new(self.0.path().to_owned(), language);
        let all = case.steps.iter().all(|step| stage.step(step));
        stage.holder = None;
        // What cannot be written cannot be removed either.
        writable(&stage.folder.join(LEDGER), true);
        all.then_some(stage.said)
    }
}

/// A case while it is played.
struct Stage {
    folder: PathBuf,
    language: String,
    now: String,
    holder: Option<DurableLog>,
    said: String,
}

impl Stage {
    fn new(folder: PathBuf, language: &str) -> Self {
        Self { folder, language: language.to_owned(), now: NOW.to_owned(), holder: None, said: String::new() }
    }

    /// Does a step; whether the case goes on.
    fn step(&mut self, step: &Step) -> bool {
        match step {
            Step::Clock(now) => self.now.clone_from(now),
            Step::File(name, bytes) => fs::write(self.folder.join(name), bytes).unwrap(),
            Step::Workbook(name, cells) => {
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                fs::write(self.folder.join(name), workbook(&cells)).unwrap();
            }
            Step::Done(arguments) => {
                let output = self.run(arguments);
                let told = String::from_utf8_lossy(&output.stderr);
                assert!(output.status.success(), "{arguments:?}: {told}");
            }
            Step::Shown(line, arguments) => {
                let output = self.run(arguments);
                self.show(line, &output);
            }
            Step::Deed(deed) => return self.deed(deed),
        }
        true
    }

    /// Everything around a command is said: no variable, no terminal, no clock
    /// is inherited.
    fn run(&self, arguments: &[String]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_jalon"))
            .args(arguments)
            .current_dir(&self.folder)
            .env_clear()
            .env("LC_ALL", format!("{}_CA.UTF-8", self.language))
            .env("JALON_KEYS", "keys")
            .env("JALON_LEDGER", LEDGER)
            .env("JALON_NOW", &self.now)
            .output()
            .unwrap()
    }

    fn show(&mut self, line: &str, output: &Output) {
        self.said.push_str(&format!("$ {line}\n"));
        for (mark, bytes) in [("  ", &output.stdout), ("! ", &output.stderr)] {
            for line in String::from_utf8_lossy(bytes).lines() {
                self.said.push_str(format!("{mark}{}", masked(line)).trim_end());
                self.said.push('\n');
            }
        }
        self.said.push_str(&format!("[{}]\n", output.status.code().unwrap()));
    }

    /// A file of these parts, of which none says anything.
    fn zip(&self, name: &str, parts: &[&str]) {
        let parts: Vec<(String, String)> =
            parts.iter().map(|part| ((*part).to_owned(), "<x/>".to_owned())).collect();
        fs::write(self.folder.join(name), zipped(&parts)).unwrap();
    }

    fn deed(&mut self, deed: &str) -> bool {
        let ledger = self.folder.join(LEDGER);
        match deed {
            "gone" => fs::remove_dir_all(&ledger).unwrap(),
            "no documents" => fs::remove_dir_all(ledger.join("evidence")).unwrap(),
            "no store" => fs::remove_dir_all(ledger.join("store")).unwrap(),
            // As a kill leaves it in the middle of its making.
            "begun" => {
                let begun = self.folder.join("neuf");
                fs::create_dir_all(begun.join("lines")).unwrap();
                fs::write(begun.join("begun"), "").unwrap();
                fs::copy(only_file(&ledger.join("lines")), begun.join("lines/00000000000000000000.jsonl"))
                    .unwrap();
            }
            "flip lines" => flip(&only_file(&ledger.join("lines"))),
            "flip store" => flip_store(&ledger.join("store")),
            "hold" => {
                let since = SystemTime::UNIX_EPOCH + Duration::from_hours(477_064);
                let options = Options::new(jalon::event::link, since);
                self.holder = Some(DurableLog::open(&ledger, &options).unwrap());
            }
            "read only" => return writable(&ledger, false),
            "old a.xls" => fs::write(self.folder.join("a.xls"), compound("Workbook")).unwrap(),
            "password a.xlsx" => fs::write(self.folder.join("a.xlsx"), compound("EncryptedPackage")).unwrap(),
            "form a.ods" => self.zip("a.ods", &["mimetype", "content.xml"]),
            "form a.xlsb" => self.zip("a.xlsb", &["[Content_Types].xml", "xl/workbook.bin"]),
            "word a.xlsx" => self.zip("a.xlsx", &["[Content_Types].xml", "word/document.xml"]),
            "bomb a.xlsx" => fs::write(self.folder.join("a.xlsx"), bomb()).unwrap(),
            "cut a.xlsx" => {
                let whole = fs::read(self.folder.join("a.xlsx")).unwrap();
                fs::write(self.folder.join("a.xlsx"), &whole[..whole.len() / 2]).unwrap();
            }
            // Another account: its name is kept beside the ledger.
            "another account" => fs::remove_file(ledger.join("accounts.json")).unwrap(),
            other => panic!("not a deed: {other}"),
        }
        true
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { fs::copy(&path, &target).map(drop).unwrap() }
    }
}

fn only_file(folder: &Path) -> PathBuf {
    fs::read_dir(folder).unwrap().next().unwrap().unwrap().path()
}

/// Changes one digit of what was recorded, without changing any length.
fn flip(file: &Path) {
    let text = fs::read_to_string(file).unwrap();
    fs::write(file, text.replacen("\"editions\":4", "\"editions\":5", 1)).unwrap();
}

/// Spoils every file of the store that holds data.
fn flip_store(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            flip_store(&path);
            continue;
        }
        let mut bytes = fs::read(&path).unwrap();
        bytes.iter_mut().skip(64).step_by(97).for_each(|byte| *byte ^= 0x20);
        fs::write(&path, bytes).unwrap();
    }
}

/// Sets whether a folder and what is in it can be written; whether that holds
/// for this account, for root may write everywhere.
fn writable(folder: &Path, yes: bool) -> bool {
    if !folder.exists() {
        return true;
    }
    set_mode(folder, yes);
    let probe = folder.join("probe");
    let can = fs::write(&probe, "").is_ok();
    if can {
        fs::remove_file(&probe).unwrap();
    }
    yes == can
}

fn set_mode(path: &Path, write: bool) {
    use std::os::unix::fs::PermissionsExt;
    let mode = if path.is_dir() { 0o555 } else { 0o444 };
    let allowed = |write: bool| fs::Permissions::from_mode(if write { mode | 0o200 } else { mode });
    // What is in a folder is reached while the folder still can be read.
    fs::set_permissions(path, allowed(write)).unwrap();
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            set_mode(&entry.unwrap().path(), write);
        }
    }
}

/// The line with what differs from run to run masked: ids, hashes, roots of trees, the
/// number of the process, and from computer to computer: the name of the account.
fn masked(line: &str) -> String {
    let account = Account::current().name;
    let line = ["par", "by"].into_iter().fold(line.to_owned(), |line, by| {
        let (name, mask) = (format!(" {by} {account}"), format!(" {by} ‹compte›"));
        let line = line.replace(&format!("{name} "), &format!("{mask} "));
        line.strip_suffix(&name).map_or_else(|| line.clone(), |before| before.to_owned() + &mask)
    });
    let line = without_root(&line);
    let pid = std::process::id().to_string();
    let is_part = |letter: char| letter.is_ascii_hexdigit() || letter == '-';
    let mut out = String::new();
    let mut rest = line.as_str();
    while let Some(start) = rest.find(is_part) {
        out.push_str(&rest[..start]);
        let end = rest[start..].find(|letter| !is_part(letter)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        out.push_str(match word.len() {
            36 if word.matches('-').count() == 4 => "‹id›",
            12 | 64 if !word.contains('-') => "‹hash›",
            _ if word == pid && is_process(&out) => "‹pid›",
            _ => word,
        });
        rest = &rest[end..];
    }
    out + rest
}

/// The line without the root of a tree, where it ends with one or has one in JSON.
fn without_root(line: &str) -> String {
    let is_root = |word: &&str| {
        let plain = word.trim_matches(['"', ',']);
        plain.len() == 44 && plain.ends_with('=') && plain.is_ascii()
    };
    match line.split(' ').find(is_root) {
        Some(root) => line.replace(root.trim_matches(['"', ',']), "‹racine›"),
        None => line.to_owned(),
    }
}

/// Whether what stands before a number says that it is the number of a process:
/// any other number may happen to be the same.
fn is_process(before: &str) -> bool {
    before.ends_with("process ") || before.ends_with("processus ")
}
