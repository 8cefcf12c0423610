//! A browser, driven by W3C WebDriver over a plain connection; the smallest
//! client that these tests need.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine;
use serde_json::{Value, json};

/// Keys that are no letters.
pub(super) const ENTER: &str = "\u{e007}";
pub(super) const TAB: &str = "\u{e004}";
pub(super) const ESCAPE: &str = "\u{e00c}";
const CONTROL: &str = "\u{e009}";

/// What Chromium is started with: no window, no network of its own.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--hide-scrollbars",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
];

/// Longer than anything takes, however much else the machine does: what never
/// comes ends the test.
const PATIENCE: Duration = Duration::from_mins(2);

/// A browser, and how many keys were pressed in it.
pub(super) struct Browser {
    driver: Child,
    port: u16,
    session: String,
    pub(super) keys: usize,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// A browser where there is one.
    pub(super) fn start() -> Option<Self> {
        let quiet = Stdio::null;
        Command::new("chromium").arg("--version").stdout(quiet()).stderr(quiet()).status().ok()?;
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(quiet())
            .spawn()
            .ok()?;
        let told = BufReader::new(driver.stdout.take().unwrap());
        let port = told.lines().map_while(Result::ok).find_map(|line| {
            line.split_once("successfully on port ")?.1.trim_end_matches('.').parse::<u16>().ok()
        });
        let profile = tempfile::tempdir().unwrap();
        let data = format!("--user-data-dir={}", profile.path().display());
        let arguments: Vec<&str> = ARGUMENTS.into_iter().chain([data.as_str()]).collect();
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "goog:loggingPrefs": {"browser": "ALL"}, "goog:chromeOptions": {"args": arguments},
            "timeouts": {"script": PATIENCE.as_secs() * 1000},
        }}});
        let port = port.unwrap();
        let session = request(port, "POST", "/session", &wanted)["sessionId"].as_str().unwrap().to_owned();
        Some(Self { driver, port, session, keys: 0, _profile: profile })
    }

    fn post(&self, what: &str, body: &Value) -> Value {
        request(self.port, "POST", &format!("/session/{}/{what}", self.session), body)
    }

    pub(super) fn go(&self, address: &str) {
        self.post("url", &json!({"url": address}));
    }

    /// What a script gives.
    pub(super) fn script(&self, script: &str) -> Value {
        self.post("execute/sync", &json!({"script": script, "args": []}))
    }

    /// What a script gives that ends by calling `done`.
    pub(super) fn later(&self, script: &str) -> Value {
        let script = format!("const done = arguments[0]; {script}");
        self.post("execute/async", &json!({"script": script, "args": []}))
    }

    /// Waits until something holds in the page that is shown then.
    pub(super) fn until(&self, holds: &str) {
        let script =
            format!("const look = () => {{ if ({holds}) done(true); else setTimeout(look, 10); }}; look();");
        let begun = Instant::now();
        // A page that gives way to the next one ends its scripts, as often as it
        // is asked until the next one is there.
        while self.later(&script) != json!(true) {
            let is_late = begun.elapsed() >= PATIENCE;
            assert!(!is_late, "never: {holds}, at {}: {}", self.address(), self.text());
        }
    }

    pub(super) fn address(&self) -> String {
        self.script("return location.pathname + location.search").as_str().unwrap_or_default().to_owned()
    }

    /// The text of the page.
    pub(super) fn text(&self) -> String {
        self.script("return document.body.innerText").as_str().unwrap_or_default().to_owned()
    }

    /// Chooses a file in the field that this selector names.
    pub(super) fn choose(&self, field: &str, path: &std::path::Path) {
        let found = self.post("element", &json!({"using": "css selector", "value": field}));
        let element = found.as_object().unwrap().values().next().unwrap().as_str().unwrap().to_owned();
        self.post(&format!("element/{element}/value"), &json!({"text": path.to_str().unwrap()}));
    }

    /// Presses keys, one after the other.
    pub(super) fn press(&mut self, keys: &str) {
        self.keys += keys.chars().count();
        let each = keys
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key.to_string()})));
        self.act(&each.collect::<Vec<_>>());
    }

    /// Presses a key while Control is held.
    pub(super) fn press_with_control(&mut self, key: &str) {
        self.keys += 2;
        let each = [("keyDown", CONTROL), ("keyDown", key), ("keyUp", key), ("keyUp", CONTROL)];
        self.act(&each.map(|(kind, key)| json!({"type": kind, "value": key})));
    }

    fn act(&self, actions: &[Value]) {
        self.post("actions", &json!({"actions": [{"type": "key", "id": "keys", "actions": actions}]}));
    }

    /// What the browser complained of.
    pub(super) fn complaints(&self) -> Vec<String> {
        let all = self.post("se/log", &json!({"type": "browser"}));
        let each = all.as_array().into_iter().flatten().filter_map(|it| it["message"].as_str());
        each.map(str::to_owned).collect()
    }

    /// How large a page is shown, on which kind of screen.
    pub(super) fn screen(&self, [width, height]: [u32; 2], is_dark: bool) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500});
        self.post("goog/cdp/execute", &json!({"cmd": "Emulation.setDeviceMetricsOverride", "params": size}));
        let scheme = if is_dark { "dark" } else { "light" };
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.post("goog/cdp/execute", &json!({"cmd": "Emulation.setEmulatedMedia", "params": media}));
    }

    /// Leaves the session that it is in.
    pub(super) fn forget(&self) {
        request(self.port, "DELETE", &format!("/session/{}/cookie", self.session), &Value::Null);
    }

    /// Whether the page is laid out as on paper.
    pub(super) fn on_paper(&self, is: bool) {
        let media = json!({"media": if is { "print" } else { "" }});
        self.post("goog/cdp/execute", &json!({"cmd": "Emulation.setEmulatedMedia", "params": media}));
    }

    /// How many sheets of paper the page takes.
    pub(super) fn printed(&self, paper: &str) -> usize {
        let ([width, height], points) = match paper {
            "letter" => ([21.59, 27.94], "612 792"),
            _ => ([21.0, 29.7], "595"),
        };
        let page = json!({"page": {"width": width, "height": height}});
        let taken = self.post("print", &page);
        let bytes = base64::engine::general_purpose::STANDARD.decode(taken.as_str().unwrap()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.starts_with("%PDF-") && text.trim_end().ends_with("%%EOF"));
        let sheets: Vec<&str> = text.split("/Type /Page\n").skip(1).collect();
        let is_sized = |it: &&str| it.contains(&format!("/MediaBox [0 0 {points}"));
        assert!(sheets.iter().all(is_sized), "{paper}");
        sheets.len()
    }

    /// A picture of what is shown, as PNG in Base64.
    pub(super) fn picture(&self) -> String {
        let taken = self
            .post("goog/cdp/execute", &json!({"cmd": "Page.captureScreenshot", "params": {"format": "png"}}));
        taken["data"].as_str().unwrap().to_owned()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        request(self.port, "DELETE", &format!("/session/{}", self.session), &Value::Null);
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// One request to the driver, and its value.
fn request(port: u16, method: &str, path: &str, body: &Value) -> Value {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if let Some(given) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = given.trim().parse().unwrap();
        }
    }
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes).unwrap();
    serde_json::from_slice::<Value>(&bytes).unwrap_or_default()["value"].take()
}
