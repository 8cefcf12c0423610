//! The form of an activity.

use askama::Template;

use super::begun::Begun;
use super::drafting::Unclear;
use super::inputs::{Input, inputs};
use super::task::{Aim, Task};
use crate::figures::Version;
use crate::web::chrome::{Chrome, View};
use crate::web::pages::documents::Attached;

/// The form of an activity: a new one, or another version of one.
#[derive(Template)]
#[template(path = "record.html")]
pub(super) struct Form<'v> {
    c: Chrome<'v>,
    kind: String,
    help: String,
    action: String,
    draft: String,
    on: String,
    subject: String,
    is_same_subject: bool,
    note: String,
    is_planned: bool,
    inputs: Vec<Input>,
    unclear: Unclear,
    documents: Attached,
    note_from: String,
    /// The number of the larger activity that it is part of.
    larger: String,
    /// The activity of which some values are remembered.
    last: Option<u64>,
    corrected: Option<Corrected>,
}

/// What is corrected: its number, the hash of the version that was seen, why.
struct Corrected {
    place: u64,
    replaces: String,
    reason: String,
}

impl<'v> Form<'v> {
    pub(super) fn of(view: &View<'v>, task: &Task<'_>, begun: &Begun) -> Self {
        let (kind, given) = (task.kind, &begun.given);
        let label = view.language().of(&kind.label).to_owned();
        let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
        let corrected = match task.aim {
            Aim::New(_) => None,
            Aim::Another(record, _) => Some(record),
        };
        let (title, here) = match corrected {
            None => (label.clone(), "record"),
            Some(_) => (view.word("web-correct"), "journal"),
        };
        let help = kind.help.as_ref().filter(|_| corrected.is_none());
        Self {
            c: view.chrome(&title, here),
            help: help.map(|help| view.language().of(help).to_owned()).unwrap_or_default(),
            action: task.path(),
            draft: corrected.map_or_else(|| kind.id.clone(), |it| format!("correct-{}", it.sequence)),
            on: given.one("on").map_or_else(|| view.today().to_string(), str::to_owned),
            subject: typed("subject"),
            is_same_subject: begun.remembered.contains("subject"),
            note: typed("note"),
            // What is over is planned no more, whatever it was.
            is_planned: given.has("planned") || corrected.is_some_and(|it| is_to_come(view, it.latest())),
            inputs: inputs(view, kind, begun),
            documents: Attached::of(view, given, &begun.waiting),
            note_from: typed("note-from"),
            larger: typed("partof"),
            last: begun.last,
            corrected: corrected.map(|record| Corrected {
                place: record.sequence,
                replaces: typed("replaces"),
                reason: typed("reason"),
            }),
            unclear: begun.unclear.clone(),
            kind: label,
        }
    }

    fn error(&self, name: &str) -> &str {
        self.unclear.fields.get(name).map_or("", String::as_str)
    }

    fn is_open(&self) -> bool {
        !self.subject.is_empty() || !self.note.is_empty() || !self.error("subject").is_empty()
    }
}

/// Whether it is planned, and not over yet.
fn is_to_come(view: &View<'_>, version: &Version) -> bool {
    version.is_planned() && version.occurred.to > view.today()
}
