//! Questions at a terminal, of which each test has one of its own.

#![cfg(debug_assertions)] // The clock can be set in programs built for tests only.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use nix::pty::{Winsize, openpty};

use crate::place::Place;
use crate::serving::Server;

/// Longer than any answer takes, however much else the machine does; a question
/// that never comes ends the test.
const PATIENCE: Duration = Duration::from_mins(2);

/// A command at a terminal.
struct Terminal {
    process: Child,
    keys: File,
    shown: Receiver<Vec<u8>>,
    text: String,
    /// Up to where it was read.
    read: usize,
}

impl Terminal {
    fn run(place: &Place, arguments: &[&str]) -> Self {
        let size = Winsize { ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 };
        let pair = openpty(Some(&size), None).unwrap();
        let slave = File::from(pair.slave);
        let end_of = || Stdio::from(slave.try_clone().unwrap());
        let process = Command::new(env!("CARGO_BIN_EXE_jalon"))
            .args(arguments)
            .current_dir(place.path())
            .env_clear()
            .env("TERM", "xterm")
            .env("JALON_KEYS", "keys")
            .env("JALON_LEDGER", "ceimia.jalon")
            .env("JALON_NOW", "2026-11-24T15:00:00.000000Z")
            .stdin(end_of())
            .stdout(end_of())
            .stderr(end_of())
            .spawn()
            .unwrap();
        drop(slave);
        let keys = File::from(pair.master);
        let mut screen = keys.try_clone().unwrap();
        let (send, shown) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The end of a terminal is told as an error.
            while let Ok(count) = screen.read(&mut bytes) {
                if count == 0 || send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { process, keys, shown, text: String::new(), read: 0 }
    }

    /// Waits until words are shown that were not waited for before.
    fn until(&mut self, words: &str) {
        loop {
            if let Some(at) = self.text[self.read..].find(words) {
                self.read += at + words.len();
                return;
            }
            let Ok(bytes) = self.shown.recv_timeout(PATIENCE) else {
                panic!("never {words:?}: {}", self.text)
            };
            self.text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }

    fn answer(&mut self, question: &str, typed: &str) {
        self.until(question);
        self.keys.write_all(format!("{typed}\r").as_bytes()).unwrap();
    }

    fn end(mut self) -> (String, Option<i32>) {
        let code = self.process.wait().unwrap().code();
        while let Ok(bytes) = self.shown.recv_timeout(PATIENCE) {
            self.text.push_str(&String::from_utf8_lossy(&bytes));
        }
        (self.text.clone(), code)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const RECORD: [&str; 3] = ["inscrire", "--lang", "fr"];

fn newsletter(terminal: &mut Terminal) {
    terminal.answer("Quelle activité", "infolettre");
    terminal.answer("Quand", "2024-06");
    terminal.answer("ditions", "2");
    terminal.answer("Remarque", "à la main");
}

fn shown(place: &Place) -> String {
    place.done(&["show", "745", "--lang", "fr"])
}

#[test]
fn what_a_command_lacks_is_asked_for() {
    let place = Place::demonstration();
    let mut terminal = Terminal::run(&place, &RECORD);
    newsletter(&mut terminal);
    terminal.answer("O/n", "");
    let (text, code) = terminal.end();
    assert_eq!(code, Some(0), "{text}");
    assert!(shown(&place).contains("à la main"), "{}", shown(&place));
}

#[test]
fn the_same_is_asked_while_a_server_holds_the_ledger_which_answers_meanwhile() {
    let place = Place::demonstration();
    let _server = Server::start(&place, "en");
    let mut terminal = Terminal::run(&place, &RECORD);
    terminal.until("Quelle activité");
    // A question that waits for its answer keeps nobody else.
    assert!(place.run(&["note", "entre-temps"]).status.success());
    terminal.read = 0;
    newsletter(&mut terminal);
    terminal.answer("O/n", "");
    let (text, code) = terminal.end();
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("#746"), "{text}");
    let shown = place.done(&["show", "746", "--lang", "fr"]);
    assert!(shown.contains("à la main"), "{shown}");
}

#[test]
fn what_was_answered_is_recorded_though_the_server_has_ended_since() {
    let place = Place::demonstration();
    let server = Server::start(&place, "en");
    let mut terminal = Terminal::run(&place, &RECORD);
    newsletter(&mut terminal);
    terminal.until("O/n");
    drop(server);
    terminal.keys.write_all(b"\r").unwrap();
    let (text, code) = terminal.end();
    assert_eq!(code, Some(0), "{text}");
    assert!(shown(&place).contains("à la main"));
}

#[test]
fn what_cannot_be_read_is_asked_again_and_what_is_given_up_is_not_recorded() {
    let place = Place::demonstration();
    let before = place.done(&["export", "jsonl"]);
    let _server = Server::start(&place, "en");
    let mut terminal = Terminal::run(&place, &["record", "newsletter", "--lang", "en"]);
    terminal.answer("When", "03/04/2024");
    terminal.answer("When", "2024-06-03");
    terminal.until("ditions");
    // Escape, which some terminals begin other keys with.
    terminal.keys.write_all(b"\x1b").unwrap();
    let (text, code) = terminal.end();
    assert_eq!(code, Some(1), "{text}");
    assert_eq!(place.done(&["export", "jsonl"]), before, "{text}");
}
