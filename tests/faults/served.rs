//! A server that several ask at once, each of which keeps what it was told.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;

use jalon::web::{Asking, Reply, ask};

use crate::place::Place;

/// A server over the ledger of a place.
pub(super) struct Served {
    pub(super) process: Child,
    /// Where its pages are, with what lets one in.
    pub(super) address: String,
}

impl Served {
    pub(super) fn start(place: &Place) -> Self {
        Self::run(&mut place.command(&["serve", "--port", "0", "--lang", "en"]))
    }

    /// By a command that may be something around it.
    pub(super) fn run(command: &mut std::process::Command) -> Self {
        let mut process = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
        let found =
            lines.find(|line| line.contains("http://")).unwrap_or_else(|| panic!("it does not serve"));
        let address = found.split_once("http://").unwrap().1.trim().to_owned();
        // What it tells later is read too, so that it can go on telling.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address }
    }

    /// It is there no longer, at once.
    pub(super) fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What is asked of the server of a place.
pub(super) fn asking(place: &Place, arguments: &[&str]) -> Asking {
    let mut all = vec!["jalon".to_owned()];
    all.extend(arguments.iter().map(|it| (*it).to_owned()));
    all.extend(["--format", "json", "--lang", "en"].map(str::to_owned));
    Asking {
        arguments: all,
        folder: place.path().to_owned(),
        width: 100,
        locale: None,
        input: None,
        answers: vec![],
    }
}

/// The answer of the server of a place, as long as there is one.
pub(super) fn answer(place: &Place, arguments: &[&str]) -> Option<Reply> {
    ask(&place.path().join(place.ledger()), &asking(place, arguments)).ok()
}

/// Threads that ask without end until the server is gone. What each was told comes
/// through the channel, in the order in which it came.
pub(super) fn crowd(place: &Place, commands: &[&[&str]]) -> (Receiver<Reply>, Vec<JoinHandle<()>>) {
    let (send, told) = channel();
    let ledger = place.path().join(place.ledger());
    let begin = |arguments: &&[&str]| {
        let (send, ledger, asking) = (send.clone(), ledger.clone(), asking(place, arguments));
        std::thread::spawn(move || {
            while let Ok(reply) = ask(&ledger, &asking) {
                if send.send(reply).is_err() {
                    return;
                }
            }
        })
    };
    let threads = commands.iter().map(begin).collect();
    (told, threads)
}
