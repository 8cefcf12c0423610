//! A process that records into a ledger and is killed while it holds it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::SystemTime;

use jalon::event::{Author, AuthorType};
use jalon::ledger::Folder;
use uuid::Uuid;

use crate::append::{moment, new_id};
use crate::bodies;

/// The first argument of the process that is killed.
pub(crate) const HOLD: &str = "hold";

/// Entries that it records.
const RECORDED: usize = 100;

/// Records into a ledger, says how many entries there are, and waits for its end.
pub(crate) fn hold(ledger: &str) {
    let mut desk = Folder::new(Path::new(ledger), SystemTime::now()).open_to_record().unwrap().desk;
    let author = Author { user: Uuid::from_u128(2), kind: AuthorType::User };
    for command in bodies::commands().take(RECORDED) {
        let now = moment(desk.state());
        desk.execute(command, author, now, true, &mut new_id).unwrap();
    }
    println!("{}", desk.state().size());
    let _ = std::io::stdin().read_line(&mut String::new());
}

/// Has entries recorded by a process that is killed then; how many there are.
pub(crate) fn killed(ledger: &Path) -> u64 {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg(HOLD).arg(ledger).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut told = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut told).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    told.trim().parse().unwrap()
}
