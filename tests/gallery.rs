//! The error gallery: every way to go wrong, with what is said about it in both
//! languages, side by side in `gallery/cases/`.
//!
//! Adding a case is adding a file of steps; `JALON_REWRITE=gallery cargo test
//! gallery` writes what is said below them, on purpose. The steps are drawn in
//! `gallery/case.rs`.

#![cfg(debug_assertions)] // The clock can be set in programs built for tests only.

mod case;
mod scene;

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use case::Case;
use scene::House;

const LANGUAGES: [&str; 2] = ["fr", "en"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery")
}

fn cases() -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder().join("cases")).unwrap();
    let mut cases: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    cases.sort();
    cases
}

/// Below the steps of a case: what is said in each language; none when the
/// case does not apply here.
fn said(house: &House, case: &Case) -> Option<String> {
    let mut text = String::new();
    for language in LANGUAGES {
        let said = house.scene().play(case, language)?;
        assert!(!said.contains('⟨'), "a message is missing:\n{said}");
        text.push_str(&format!("\n== {language}\n{said}"));
    }
    Some(text)
}

#[test]
fn gallery() {
    let house = House::build(&folder().join("house"));
    let rewrite = std::env::var("JALON_REWRITE").is_ok_and(|what| what == "gallery");
    let waiting = Mutex::new(cases());
    let wrong = Mutex::new(Vec::new());
    let work = || {
        while let Some(path) = { waiting.lock().unwrap().pop() } {
            let text = std::fs::read_to_string(&path).unwrap();
            let case = Case::read(&text);
            let Some(now) = said(&house, &case) else {
                #[expect(clippy::print_stdout, reason = "a case that is not played is said")]
                {
                    println!("{} is passed over: this account may write everywhere", path.display());
                }
                continue;
            };
            if now == case.said {
                continue;
            }
            if rewrite {
                std::fs::write(&path, format!("{}{now}", case.steps_text)).unwrap();
            } else {
                wrong.lock().unwrap().push(format!("{}:\n{now}\ninstead of\n{}", path.display(), case.said));
            }
        }
    };
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..3).map(|_| scope.spawn(work)).collect();
        for hand in hands {
            hand.join().unwrap();
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
