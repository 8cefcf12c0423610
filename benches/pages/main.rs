//! What the pages of `jalon serve` take on a ledger of 100,000 entries, asked
//! over the loopback as a browser asks, beside a file that is given as it is.
//!
//! ```text
//! cargo bench --bench pages
//! ```
#![allow(clippy::print_stdout, reason = "the table is what it is for")]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]

#[path = "../ledger.rs"]
mod ledger;
#[path = "../server.rs"]
mod server;

use std::time::{Duration, Instant};

use ledger::Ledger;
use server::Server;

/// Entries of the ledger.
const ENTRIES: usize = 100_000;
/// How often each page is asked for; the first, the quickest and the middle
/// one are told.
const RUNS: usize = 30;

/// Each page with what must be in it.
const PAGES: [(&str, &str); 9] = [
    ("/", "/table?as-at="),
    ("/part/badge", "badge"),
    ("/part/open", "/checks"),
    ("/part/trend", "/table?as-at="),
    ("/table?as-at=2026-03-31", "/value/newsletters"),
    ("/value/newsletters?as-at=2026-03-31", "/entry/"),
    ("/journal", "/entry/"),
    ("/record", "/record/newsletter.sent"),
    ("/checks", "/entry/"),
];

fn main() {
    let ledger = Ledger::of(ENTRIES);
    ledger.check(ENTRIES);
    let row = ledger.value_at("newsletters", "2026-03-31");
    let server = Server::of(ledger.started(&["serve", "--port", "0", "--lang", "fr"]));
    println!("{ENTRIES} entries, {} bytes; {RUNS} of each; ms\n", ledger.bytes().len());
    println!("{:40} {:>8} {:>8} {:>8} {:>8}", "", "first", "quickest", "middle", "bytes");
    for (address, part) in PAGES.iter().chain([&("/assets/jalon.css", "body")]) {
        let mut times: Vec<Duration> = Vec::new();
        let mut page = String::new();
        for _ in 0..RUNS {
            let start = Instant::now();
            page = server.page(address);
            times.push(start.elapsed());
        }
        assert!(page.contains(part), "{address}: {page}");
        // Digits are grouped there.
        let digits: String = page.chars().filter(|it| !it.is_whitespace()).collect();
        assert!(!address.starts_with("/value/") || digits.contains(&row), "{address} without {row}");
        tell(address, &mut times, page.len());
    }
    after_recording(&ledger, &server);
}

/// What pages take that are asked for after one more entry: values that rest on
/// it are worked out again.
fn after_recording(ledger: &Ledger, server: &Server) {
    println!("\neach after one entry more");
    let mut times: [Vec<Duration>; 4] = Default::default();
    let mut bytes = [0; 4];
    for _ in 0..RUNS {
        ledger.record();
        for (at, address) in ["/", "/part/open", "/part/trend"].iter().enumerate() {
            let start = Instant::now();
            bytes[at] = server.page(address).len();
            times[at].push(start.elapsed());
        }
        let start = Instant::now();
        let effect = server.effect("/record/newsletter.sent", &[("on", "2026-02-03"), ("f.editions", "7")]);
        times[3].push(start.elapsed());
        assert!(effect.contains("→") || effect.contains("<del>"), "{effect}");
        bytes[3] = effect.len();
    }
    let names = ["/", "/part/open", "/part/trend", "what a form would change"];
    for ((name, mut times), bytes) in names.into_iter().zip(times).zip(bytes) {
        tell(name, &mut times, bytes);
    }
}

fn tell(what: &str, times: &mut [Duration], bytes: usize) {
    let ms = |time: Duration| format!("{}.{:02}", time.as_millis(), time.as_micros() % 1000 / 10);
    let first = ms(times[0]);
    times.sort_unstable();
    println!("{what:40} {first:>8} {:>8} {:>8} {bytes:>8}", ms(times[0]), ms(times[times.len() / 2]));
}
