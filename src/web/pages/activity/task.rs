//! What a form of an activity is for: a new one, or another version of one.

use super::drafting::{Draft, Unclear, draft, evidence};
use crate::event::{Activity, EntryId};
use crate::figures::{Content, NoteRecord, Record};
use crate::ledger::{Command, Correction, NewActivity};
use crate::plan::ActivityType;
use crate::web::chrome::View;
use crate::web::given::{Given, encoded};
use crate::web::pages::entry::{placed, record_at};
use crate::web::shelf::Sent;
use crate::web::trouble::Trouble;

/// What a form is for.
pub(super) struct Task<'v> {
    /// The type of the activity.
    pub kind: &'v ActivityType,
    /// What it becomes.
    pub aim: Aim<'v>,
}

/// What a form becomes.
pub(super) enum Aim<'v> {
    /// A new activity, of a note where it waited as one.
    New(Option<&'v NoteRecord>),
    /// Another version, and what the last one says.
    Another(&'v Record, &'v Activity),
}

impl<'v> Task<'v> {
    /// A new activity of a type.
    pub(super) fn new(view: &View<'v>, kind: &str, given: &Given) -> Result<Self, Trouble> {
        let kind = view.state.activity_type(kind).ok_or(Trouble::Missing)?;
        Ok(Self { kind, aim: Aim::New(note_of(view, given)) })
    }

    /// Another version of what stands at a place; none of a total.
    pub(super) fn another(view: &View<'v>, place: &str) -> Result<Option<Self>, Trouble> {
        let record = record_at(view, placed(view, place)?).ok_or(Trouble::Missing)?;
        let Content::Activity(activity) = &record.latest().content else { return Ok(None) };
        let kind = view.state.activity_type(&record.kind).ok_or(Trouble::Missing)?;
        Ok(Some(Self { kind, aim: Aim::Another(record, activity) }))
    }

    /// What the last version says, where there is one.
    pub(super) const fn before(&self) -> Option<&'v Activity> {
        match self.aim {
            Aim::New(_) => None,
            Aim::Another(_, activity) => Some(activity),
        }
    }

    /// The place of what is corrected.
    pub(super) fn place(&self) -> Option<u64> {
        match self.aim {
            Aim::New(_) => None,
            Aim::Another(record, _) => Some(record.sequence),
        }
    }

    /// Where its form is.
    pub(super) fn path(&self) -> String {
        match self.aim {
            Aim::New(_) => format!("/record/{}", encoded(&self.kind.id)),
            Aim::Another(record, _) => format!("/entry/{}/correct", record.sequence),
        }
    }

    /// What was typed, read.
    pub(super) fn draft(&self, view: &View<'_>, given: &Given) -> Result<Draft, Unclear> {
        draft(view, self.kind, given, self.before())
    }

    /// What is asked of the ledger, with the documents that came along.
    pub(super) fn commands(
        &self,
        view: &View<'_>,
        given: &Given,
        sent: &[Sent],
    ) -> Result<Vec<Command>, Unclear> {
        let mut draft = self.draft(view, given)?;
        let known = match self.aim {
            Aim::New(note) => note.map(|note| note.evidence.as_slice()).unwrap_or_default(),
            Aim::Another(_, before) => &before.evidence,
        };
        draft.activity.evidence =
            evidence(view, given, sent, known).map_err(|trouble| Unclear::refused(view, &trouble))?;
        Ok(self.asked(view, given, draft))
    }

    /// The bodies that are new, the activity, and the note's end where it was
    /// one.
    pub(super) fn asked(&self, view: &View<'_>, given: &Given, draft: Draft) -> Vec<Command> {
        let Draft { mut commands, activity, days, subject } = draft;
        let occurred = days.period();
        match self.aim {
            Aim::New(note) => {
                let id: Option<EntryId> = note.map(|_| view.office.new_id());
                let kind = self.kind.id.clone();
                commands.push(Command::Record(NewActivity { id, kind, occurred, subject, activity }));
                commands.extend(note.zip(id).map(|(note, entry)| Command::Resolve { note: note.id, entry }));
            }
            Aim::Another(record, _) => commands.push(Command::Correct(Correction {
                entry: record.id,
                replaces: given.one("replaces").and_then(|it| it.parse().ok()),
                occurred,
                subject,
                activity,
                reason: given.one("reason").unwrap_or_default().to_owned(),
            })),
        }
        commands
    }
}

/// The note that an activity is recorded of, where it waits for its type.
fn note_of<'v>(view: &View<'v>, given: &Given) -> Option<&'v NoteRecord> {
    let place: u64 = given.one("note-from").or_else(|| given.one("note"))?.parse().ok()?;
    let waits =
        |note: &&NoteRecord| note.sequence == place && note.resolved.is_none() && note.withdrawn.is_none();
    view.state.notes().iter().find(waits)
}
