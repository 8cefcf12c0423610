//! One who records in the pages of a server, over connections as a browser makes them.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::served::Served;

/// A session.
pub(super) struct Visit {
    host: String,
    cookie: String,
    secret: String,
}

impl Visit {
    /// By the address that the server printed.
    pub(super) fn begin(served: &Served) -> Self {
        let (host, entry) = served.address.split_once('/').unwrap();
        let mut visit = Self { host: host.to_owned(), cookie: String::new(), secret: String::new() };
        let entered = visit.get(&format!("/{entry}"));
        let cookie = entered.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        cookie.split(';').next().unwrap().clone_into(&mut visit.cookie);
        let form = visit.get("/note");
        let secret = form.split_once("name=\"form\" value=\"").unwrap().1.split_once('"').unwrap().0;
        secret.clone_into(&mut visit.secret);
        visit
    }

    pub(super) fn get(&self, path: &str) -> String {
        self.answered(&format!("GET {path} HTTP/1.1\r\n"), "")
    }

    /// What is answered to a form. The texts need no escape.
    pub(super) fn post(&self, path: &str, pairs: &[(&str, &str)]) -> String {
        let form = ("form", self.secret.as_str());
        let pairs = pairs.iter().chain([&form]);
        let body = pairs.map(|(name, text)| format!("{name}={text}")).collect::<Vec<_>>().join("&");
        let (kind, length) = ("application/x-www-form-urlencoded", body.len());
        let heads = format!("Content-Type: {kind}\r\nContent-Length: {length}\r\n");
        self.answered(&format!("POST {path} HTTP/1.1\r\nOrigin: http://{}\r\n{heads}", self.host), &body)
    }

    fn answered(&self, begins: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let heads = format!("Host: {}\r\nCookie: {}\r\nConnection: close", self.host, self.cookie);
        write!(stream, "{begins}{heads}\r\n\r\n{body}").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

/// The number of the entry to which an answer leads; none where nothing was recorded.
pub(super) fn recorded(answer: &str) -> Option<u64> {
    let to = answer.lines().find_map(|line| line.strip_prefix("location: /entry/"))?;
    to.split(['?', '/']).next()?.trim().parse().ok()
}
