//! A ledger where nothing can be written: reading goes on, writing is refused.

use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::Output;

use super::room::Room;
use super::sample::{LEDGER, sample};
use super::{tell, told};
use crate::place::{Place, files_below};

/// What only reads, or writes elsewhere.
const READING: &[&[&str]] = &[
    &["kpi", "--as-at", "2024-06-01"],
    &["kpi", "--as-at", "2024-06-01", "--known-at", "14"],
    &["kpi", "--as-at", "2024-06-01", "--format", "xlsx", "--out", "table.xlsx"],
    &["explain", "newsletters", "--as-at", "2024-06-01"],
    &["journal"],
    &["show", "16"],
    &["register"],
    &["show", "organisation/ocde"],
    &["checks"],
    &["verify"],
    &["export", "jsonl"],
    &["template", "all", "gabarit.xlsx"],
    &["import", "others.csv", "--type", "newsletter.sent", "--dry-run"],
    &["plan", "plan.toml", "--dry-run"],
];

/// What writes.
const WRITING: &[&[&str]] = &[
    &["record", "newsletter.sent", "editions=1"],
    &["record", "newsletter.sent", "editions=1", "--evidence", "preuve.txt"],
    &["note", "Une visite"],
    &["correct", "16", "editions=3", "--reason", "x"],
    &["withdraw", "16", "--reason", "x"],
    &["import", "others.csv", "--type", "newsletter.sent"],
    &["plan", "plan.toml"],
    &["register", "Mila", "--kind", "organisation"],
    &["total", "newsletters", "3", "--as-at", "2024-03-31", "--source", "Rapport"],
    &["type", "Visite reçue"],
    &["repair", "--from", "twin"],
    &["repair", "--from", "store"],
    &["--ledger", "registre/autre", "restore", "export.jsonl"],
    &["--ledger", "registre/autre", "init", "--source", "https://a.example/l", "--prefix", "org.a"],
    &["serve", "--port", "0"],
];

/// Tries all commands, by this hand.
fn try_all(place: &Place, run: impl Fn(&[&str]) -> Output) {
    let before = files_below(&place.path().join(LEDGER), "".as_ref());
    for arguments in READING {
        let output = run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", told(&output));
    }
    for arguments in WRITING {
        let output = run(arguments);
        let said = told(&output);
        assert!(matches!(output.status.code(), Some(1 | 3)), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?} printed a receipt");
        let clear = ["can only be read", "access is denied"];
        assert!(clear.iter().any(|words| said.contains(words)), "{arguments:?}: {said}");
    }
    assert_eq!(files_below(&place.path().join(LEDGER), "".as_ref()), before);
}

#[test]
fn from_a_disk_that_can_only_be_read_everything_is_read() {
    let Some((place, room)) = Room::with_sample(4_096) else { return };
    // As a crash leaves it, which is settled when it can be written again.
    let end = std::fs::read(room.path().join("end")).unwrap();
    std::fs::remove_file(room.path().join("end")).unwrap();
    room.set("ro");
    let english = |arguments: &[&str]| place.run(&[arguments, &["--lang", "en"]].concat());
    for arguments in [&READING[0], &READING[10]] {
        let output = english(arguments);
        assert!(
            output.status.success() && told(&output).contains("only the lines are read"),
            "{arguments:?}"
        );
    }
    room.set("rw");
    std::fs::write(room.path().join("end"), end).unwrap();
    room.set("ro");
    try_all(&place, english);
    room.set("rw");
    place.done(&["record", "newsletter.sent", "editions=1"]);
}

/// Nobody: an account without any right of its own.
const NOBODY: u32 = 65_534;

#[test]
fn an_account_that_may_not_write_in_the_folder_reads_it() {
    if !nix::unistd::Uid::effective().is_root() {
        return tell("only root can run a command as another account: not tried");
    }
    let place = sample().place();
    for folder in [".", LEDGER] {
        let mode = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(place.path().join(folder), mode).unwrap();
    }
    let own = place.path().join("own");
    std::fs::create_dir(&own).unwrap();
    std::os::unix::fs::chown(&own, Some(NOBODY), Some(NOBODY)).unwrap();
    for name in ["others.csv", "plan.toml", "preuve.txt", "export.jsonl"] {
        std::fs::copy(place.path().join(name), own.join(name)).unwrap();
    }
    std::os::unix::fs::symlink(place.path().join(LEDGER), own.join(LEDGER)).unwrap();
    // The program may lie where nobody else may look.
    let program = own.join("jalon");
    std::fs::copy(env!("CARGO_BIN_EXE_jalon"), &program).unwrap();
    let run = |arguments: &[&str]| {
        std::process::Command::new(&program)
            .args(arguments)
            .args(["--lang", "en"])
            .current_dir(&own)
            .env_clear()
            .env("JALON_KEYS", own.join("keys"))
            .env("JALON_LEDGER", LEDGER)
            .uid(NOBODY)
            .gid(NOBODY)
            .output()
            .unwrap()
    };
    try_all(&place, run);
}
