//! What pages say of a write that ended in the middle: it may be there nonetheless.

use std::io::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::StatusCode;
use jalon::event::link;
use jalon::log::{Action, Head, Lines, Log, LogError, MemoryLog};

use super::importing::{SAID, WORKSHOPS, mapped, pressed, taken};
use super::recording::recorded;
use super::visitor::{Page, Visitor};
use crate::invented::House;

/// A log whose disk fails once that is said.
struct Failing {
    log: MemoryLog,
    fails: Arc<AtomicBool>,
}

impl Log for Failing {
    fn head(&self) -> Head {
        self.log.head()
    }

    fn append(&mut self, lines: &[Vec<u8>]) -> Result<(), LogError> {
        if !self.fails.load(Ordering::Relaxed) {
            return self.log.append(lines);
        }
        let (path, source) = ("lines".into(), Error::from_raw_os_error(nix::libc::EIO));
        let source = Box::new(LogError::Io { action: Action::Sync, path, source });
        Err(LogError::Unfinished { source })
    }

    fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        self.log.read(from)
    }

    fn beside(&self) -> Result<Box<dyn Log + Send>, LogError> {
        self.log.beside()
    }
}

/// What is typed into a form.
type Pairs<'t> = &'t [(&'t str, &'t str)];

/// A visitor, and what makes the disk fail.
fn visitor() -> (Visitor, Arc<AtomicBool>) {
    let fails = Arc::new(AtomicBool::new(false));
    let log = Failing { log: MemoryLog::new(link), fails: Arc::clone(&fails) };
    (Visitor::of(House::new(Box::new(log)).desk), fails)
}

fn assert_unknown(page: &Page, typed: &str, what: &str) {
    let text = page.text();
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{what}: {text}");
    assert!(text.contains("Input/output error") && text.contains(typed), "{what}: {text}");
    assert!(!text.contains("Rien n’est inscrit"), "{what}: {text}");
}

#[test]
fn a_form_does_not_say_that_nothing_is_recorded() {
    let (visitor, fails) = visitor();
    let place = recorded(&visitor);
    fails.store(true, Ordering::Relaxed);
    let size = visitor.size().to_string();
    let workshop = [("on", "15/1/2024"), ("f.attendees", "41"), ("f.site", "quai"), ("reason", "compté")];
    let forms: [(String, Pairs<'_>, &str); 5] = [
        ("/note".into(), &[("text", "Une visite")], "Une visite"),
        ("/record/workshop.held".into(), &workshop, "41"),
        (format!("/entry/{place}/correct"), &workshop, "41"),
        (format!("/entry/{place}/withdraw"), &[("reason", "une erreur")], "une erreur"),
        ("/table/sent".into(), &[("to", "Conseil"), ("size", &size)], "Conseil"),
    ];
    for (path, pairs, typed) in forms {
        let page = visitor.post(&path, pairs);
        assert_unknown(&page, typed, &path);
        assert!(page.text().contains("On ne sait pas si") || path.ends_with("withdraw"), "{path}");
    }
}

#[test]
fn the_end_of_an_import_does_not_pass_over_it() {
    let (visitor, fails) = visitor();
    let file = taken(&visitor, "ateliers.csv", WORKSHOPS.as_bytes());
    mapped(&visitor, &file, &SAID);
    fails.store(true, Ordering::Relaxed);
    let page = pressed(&visitor, &file);
    assert_unknown(&page, "ateliers.csv", "import");
    assert!(page.text().contains("On ne sait pas si"), "{}", page.text());
}
