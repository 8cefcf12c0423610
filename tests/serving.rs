//! A server that holds a ledger, and the command line beside it.

#![cfg(debug_assertions)] // The clock can be set in programs built for tests only.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command, Stdio};

use jalon::web::{Asking, ask};

use crate::place::Place;

/// When the pages are seen: after the demonstration was recorded.
const NOW: &str = "2026-11-24T15:00:00.000000Z";

/// An hour before: for what was recorded without the server.
pub(crate) const HOUR_BEFORE: &str = "2026-11-24T14:00:00.000000Z";

/// A server over the ledger of a place.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: String,
}

impl Server {
    pub(crate) fn start(place: &Place, language: &str) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_jalon"))
            .args(["serve", "--port", "0", "--lang", language])
            .current_dir(place.path())
            .env_clear()
            .env("JALON_KEYS", "keys")
            .env("JALON_LEDGER", place.ledger())
            .env("JALON_NOW", NOW)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains("http://")).unwrap();
        let address = format!("http://{}", line.split_once("http://").unwrap().1.trim());
        // What it tells later is read too, so that it can go on telling.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address }
    }

    pub(crate) fn page(&self, path: &str) -> String {
        format!("{}{path}", self.address.split("/?").next().unwrap())
    }
}

impl Server {
    /// What is answered in a session of its own to who asks for these paths.
    pub(crate) fn answers(&self, paths: &[&str]) -> Vec<Vec<u8>> {
        let (host, entry) = self.address.strip_prefix("http://").unwrap().split_once('/').unwrap();
        let asked = |path: &str, cookie: &str| {
            let mut stream = TcpStream::connect(host).unwrap();
            let heads = format!("Host: {host}\r\nCookie: {cookie}\r\nConnection: close");
            write!(stream, "GET {path} HTTP/1.1\r\n{heads}\r\n\r\n").unwrap();
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).unwrap();
            answer
        };
        let entered = String::from_utf8(asked(&format!("/{entry}"), "")).unwrap();
        let cookie = entered.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        let cookie = cookie.split(';').next().unwrap();
        paths.iter().map(|path| asked(path, cookie)).collect()
    }

    /// Ends it as a system does, and gives its exit code.
    fn end(&mut self) -> Option<i32> {
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        self.process.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn begun() -> (Place, Server) {
    let place = Place::demonstration();
    let server = Server::start(&place, "fr");
    (place, server)
}

fn told(place: &Place, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = place.run(arguments);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn commands_are_done_by_the_server_that_holds_the_ledger() {
    let (place, _server) = begun();
    std::fs::write(place.path().join("pièce.txt"), "une pièce").unwrap();
    let record = [
        "inscrire",
        "infolettre",
        "editions=2",
        "--on",
        "2024-06",
        "--evidence",
        "pièce.txt",
        "--lang",
        "fr",
    ];
    let (out, err, code) = told(&place, &record);
    // The plan's notice is all that is told beside it.
    assert!(err.starts_with("Préparé") && err.lines().count() == 1 && code == Some(0), "{err}");
    assert!(out.starts_with("#745 · Infolettre envoyée"), "{out}");
    let json = place.done(&["correct", "745", "editions=3", "--reason", "x", "--format", "json"]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["jalon"], "receipt/1");
    assert!(place.done(&["register", "Fondation du Nord", "--set", "country=CA"]).contains("Nord"));
    assert!(place.done(&["note", "sans type", "--lang", "fr"]).contains("note"));
    // What is refused is told as it would be without it.
    let (out, err, code) = told(&place, &["withdraw", "99999", "--reason", "x", "--lang", "en"]);
    assert_eq!((out.as_str(), code), ("", Some(1)));
    assert!(err.contains("99999"), "{err}");
    assert_eq!(told(&place, &["record", "newsletter", "editions=beaucoup"]).2, Some(2));
    // Reading goes on beside it, and sees what was recorded.
    assert!(place.done(&["journal", "--type", "note", "--lang", "fr"]).contains("sans type"));
}

/// The first entry of an account seals its name: beside the ledger, wherever
/// the command was typed.
#[test]
fn files_are_named_from_where_the_command_was_typed_and_the_ledger_is_not() {
    let (place, _server) = begun();
    let there = place.path().join("ailleurs");
    std::fs::create_dir(&there).unwrap();
    std::fs::write(there.join("pièce.txt"), "une pièce").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_jalon"))
        .args(["--ledger", "../ceimia.jalon", "note", "de loin", "--evidence", "pièce.txt"])
        .current_dir(&there)
        .env_clear()
        .env("JALON_KEYS", place.path().join("keys"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let left: Vec<_> = std::fs::read_dir(&there).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left, ["pièce.txt"]);
    assert!(place.path().join("ceimia.jalon/sealed").exists());
    assert!(place.path().join("ceimia.jalon/evidence").exists());
    assert!(place.run(&["verify"]).status.success());
}

#[test]
fn what_needs_the_ledger_for_itself_is_refused_as_before() {
    let (place, _server) = begun();
    let (_, err, code) = told(&place, &["repair", "--from", "twin", "--lang", "fr"]);
    assert_eq!(code, Some(3), "{err}");
    assert!(err.contains("un autre programme tient le registre"), "{err}");
}

#[test]
fn the_socket_is_the_accounts_own_and_goes_with_the_server() {
    let (place, mut server) = begun();
    let socket = place.path().join("ceimia.jalon/serve.sock");
    let mode = std::fs::metadata(&socket).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // What is no message is not answered, and ends nothing.
    let mut stranger = std::os::unix::net::UnixStream::connect(&socket).unwrap();
    stranger.write_all(&[0xff; 64]).unwrap();
    assert_eq!(stranger.read(&mut [0; 1]).unwrap_or(0), 0);
    assert!(place.run(&["note", "encore là"]).status.success());
    assert_eq!(server.end(), Some(0));
    assert!(!socket.exists());
    assert!(place.done(&["note", "sans serveur"]).contains("note"));
    place.done(&["verify"]);
}

#[test]
fn a_socket_that_was_left_is_of_no_matter() {
    let (place, mut server) = begun();
    let _ = server.process.kill();
    let _ = server.process.wait();
    assert!(place.path().join("ceimia.jalon/serve.sock").exists());
    assert!(place.run(&["note", "seul"]).status.success());
    let _again = Server::start(&place, "en");
    assert!(place.run(&["note", "servi"]).status.success());
}

/// What is answered to a visitor with this cookie, head and page.
fn answered(server: &Server, path: &str, cookie: &str) -> String {
    let host = server.page("").strip_prefix("http://").unwrap().to_owned();
    let mut stream = TcpStream::connect(&host).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// The cookie of a session that begins now.
fn entered(server: &Server) -> String {
    let path = server.address.split_once("/?").unwrap().1;
    let answer = answered(server, &format!("/?{path}"), "");
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

/// The file is a pipe whose sender has sent half of it: the server is in the
/// middle of the import, for as long as the sender likes.
#[test]
fn a_page_is_answered_while_the_command_line_imports() {
    let (place, server) = begun();
    let cookie = entered(&server);
    let pipe = place.path().join("rows.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let arguments = ["jalon", "import", "rows.csv", "--type", "newsletter", "--lang", "en"];
    let asking = Asking {
        arguments: arguments.map(str::to_owned).to_vec(),
        folder: place.path().to_owned(),
        width: 100,
        locale: None,
        input: None,
        answers: vec![],
    };
    let ledger = place.path().join(place.ledger());
    let import = std::thread::spawn(move || ask(&ledger, &asking).unwrap());
    // Nobody opens a pipe alone: the server reads it now.
    let mut sender = std::fs::OpenOptions::new().write(true).open(&pipe).unwrap();
    writeln!(sender, "on,editions\n2024-05-01,2").unwrap();
    for path in ["/table", "/", "/value/newsletters"] {
        let answer = answered(&server, path, &cookie);
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
    }
    writeln!(sender, "2024-06-01,3").unwrap();
    drop(sender);
    let done = import.join().unwrap();
    assert_eq!(done.code, 0, "{}", String::from_utf8_lossy(&done.err));
    assert!(String::from_utf8_lossy(&done.out).contains("#745 · 2 "));
    assert!(answered(&server, "/entry/746", &cookie).starts_with("HTTP/1.1 200"));
}

#[test]
fn a_request_that_never_ends_does_not_keep_the_server() {
    let (_place, mut server) = begun();
    let host = server.page("").strip_prefix("http://").unwrap().to_owned();
    let mut half = TcpStream::connect(&host).unwrap();
    write!(half, "GET / HTTP/1.1\r\nHost: {host}\r\n").unwrap();
    assert_eq!(server.end(), Some(0));
}

#[test]
fn that_it_reads_is_told_first_and_where_it_is_to_who_asks_again() {
    let place = Place::new();
    place.done(&["demo"]);
    let mut process =
        place.command(&["serve", "--port", "0", "--lang", "en"]).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
    let first: Vec<String> = lines.by_ref().take(3).collect();
    let _ = Command::new("kill").arg(process.id().to_string()).status();
    process.wait().unwrap();
    assert!(
        first[0].starts_with("Reading the ledger") && first[2].contains("http://127.0.0.1:"),
        "{first:?}"
    );
    let server = Server::start(&place, "fr");
    let (out, err, code) = told(&place, &["serve", "--lang", "fr"]);
    let host = server.address.split("/?").next().unwrap();
    assert!(out.is_empty() && code == Some(0) && err.contains("déjà") && err.contains(host), "{err}");
}
