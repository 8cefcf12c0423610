//! A server over a ledger, asked as a browser asks.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Child;

/// A server that ends with its measurement.
pub(crate) struct Server {
    process: Child,
    host: String,
    cookie: String,
    /// What forms give back.
    secret: RefCell<String>,
}

impl Server {
    /// A server that was begun on any port in French, its standard error piped,
    /// with a session.
    pub(crate) fn of(mut process: Child) -> Self {
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains("http://")).unwrap();
        let (_, address) = line.split_once("http://").unwrap();
        let (host, token) = address.trim().split_once('/').unwrap();
        std::thread::spawn(move || lines.for_each(drop));
        let (cookie, secret) = (String::new(), RefCell::default());
        let mut server = Self { process, host: host.to_owned(), cookie, secret };
        let begun = server.asked(&format!("/{token}"));
        let cookie = begun.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        cookie.split(';').next().unwrap().clone_into(&mut server.cookie);
        server
    }

    /// A page, which must be there.
    pub(crate) fn page(&self, address: &str) -> String {
        let answer = self.asked(address);
        assert!(answer.starts_with("HTTP/1.1 200"), "{address}: {answer}");
        answer
    }

    #[allow(dead_code, reason = "not all measurements ask for it")]
    /// What the form at an address would change, filled in with this.
    pub(crate) fn effect(&self, address: &str, filled: &[(&str, &str)]) -> String {
        if self.secret.borrow().is_empty() {
            let form = self.page(address);
            let (_, rest) = form.split_once("name=\"form\" value=\"").unwrap();
            self.secret.replace(rest.split('"').next().unwrap().to_owned());
        }
        let secret = self.secret.borrow();
        let all = filled.iter().copied().chain([("form", secret.as_str())]);
        let body: Vec<String> = all.map(|(name, value)| format!("{name}={value}")).collect();
        let body = body.join("&");
        let kind = "application/x-www-form-urlencoded";
        let (host, length) = (&self.host, body.len());
        let head = format!("Origin: http://{host}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n");
        let answer = self.sent(&format!("POST {address}/preview"), &head, &body);
        assert!(answer.starts_with("HTTP/1.1 200"), "{address}: {answer}");
        answer
    }

    fn asked(&self, address: &str) -> String {
        self.sent(&format!("GET {address}"), "", "")
    }

    fn sent(&self, what: &str, head: &str, body: &str) -> String {
        let Self { host, cookie, .. } = self;
        let mut stream = TcpStream::connect(host).unwrap();
        let cookie = if cookie.is_empty() { String::new() } else { format!("Cookie: {cookie}\r\n") };
        let head = format!("{what} HTTP/1.1\r\nHost: {host}\r\n{cookie}{head}Connection: close\r\n\r\n");
        stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
