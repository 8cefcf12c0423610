//! System calls of a process and its threads, as strace saw them.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use crate::place::Place;

/// One call.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) name: String,
    /// What it was given, descriptors with what they are open on.
    pub(super) given: String,
    /// What it gave, `= 0` and the like.
    pub(super) gave: String,
    /// The lines of the trace on which it begins and ends.
    pub(super) begun: usize,
    pub(super) ended: usize,
}

impl Call {
    /// Whether its first argument is open on a file whose path has this in it.
    pub(super) fn is_on(&self, path: &str) -> bool {
        self.given.split(['>', ',']).next().is_some_and(|first| first.contains(path))
    }

    pub(super) fn is_done(&self) -> bool {
        !self.gave.starts_with("= -1")
    }
}

/// A command under strace, whose trace goes into a file of the place.
pub(super) fn traced(place: &Place, options: &[&str], arguments: &[&str]) -> Command {
    let plain = place.command(arguments);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", "signal=none", "-o", "trace"]).args(options);
    command.arg(plain.get_program()).args(plain.get_args());
    command.current_dir(place.path()).env_clear();
    for (name, value) in plain.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    command
}

/// The calls of a trace, in the order in which they began.
pub(super) fn calls(trace: &Path) -> Vec<Call> {
    let text = String::from_utf8_lossy(&std::fs::read(trace).unwrap()).into_owned();
    let mut calls: Vec<Call> = Vec::new();
    let mut open: HashMap<&str, usize> = HashMap::new();
    for (at, line) in text.lines().enumerate() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if rest.starts_with("<...") {
            if let Some(begun) = open.remove(thread) {
                let call = &mut calls[begun];
                call.ended = at;
                call.gave = gave(rest);
            }
        } else if let Some((name, given)) = rest.split_once('(') {
            if rest.ends_with("<unfinished ...>") {
                open.insert(thread, calls.len());
            }
            let (name, given) = (name.to_owned(), given.to_owned());
            calls.push(Call { name, given, gave: gave(rest), begun: at, ended: at });
        }
    }
    calls
}

/// What stands behind the last bracket.
fn gave(line: &str) -> String {
    line.rsplit_once(") ").map_or_else(String::new, |(_, end)| end.trim().to_owned())
}

#[test]
fn a_call_ends_where_it_is_resumed() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let text = "7 fdatasync(5</l/lines/0.jsonl> <unfinished ...>\n8 write(1<pipe:[3]>, \"x) \", 4) = 4\n\
                7 <... fdatasync resumed>)            = 0\n";
    std::fs::write(file.path(), text).unwrap();
    let found = calls(file.path());
    assert_eq!((found[0].begun, found[0].ended, found[0].gave.as_str()), (0, 2, "= 0"));
    assert!(found[0].is_on("/lines/") && found[0].is_done());
    assert_eq!((found[1].name.as_str(), found[1].gave.as_str()), ("write", "= 4"));
}
