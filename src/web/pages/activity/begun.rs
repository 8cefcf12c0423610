//! What a form of an activity begins with.

use std::collections::{BTreeMap, BTreeSet};

use super::drafting::Unclear;
use super::inputs::{body_text, given_texts, stored_texts};
use super::task::{Aim, Task};
use crate::event::Period;
use crate::figures::{Content, Record, remembered};
use crate::plan::{ActivityType, FieldKind};
use crate::web::chrome::View;
use crate::web::given::Given;
use crate::web::pages::entry::record_at;
use crate::web::shelf::Sent;

/// What a form begins with, or goes on with.
#[derive(Default)]
pub(super) struct Begun {
    /// By the name of a field.
    pub texts: BTreeMap<String, String>,
    /// What is given beside the fields.
    pub given: Given,
    /// What is as it was last time.
    pub remembered: BTreeSet<String>,
    /// The activity that was last.
    pub last: Option<u64>,
    /// Why it goes on.
    pub unclear: Unclear,
    /// Documents that wait.
    pub waiting: Vec<Sent>,
}

impl Begun {
    /// What was given already.
    pub(super) fn given(given: &Given) -> Self {
        Self { texts: given_texts(given), given: given.clone(), ..Self::default() }
    }

    /// What stands, of another version; of a new activity what an address asks
    /// for, else what was said last time.
    pub(super) fn of(view: &View<'_>, task: &Task<'_>, asked: &Given) -> Self {
        let mut begun = Self::default();
        match task.aim {
            Aim::Another(record, _) => {
                begun.take(view, task.kind, record);
                begun.put("on", typed_days(record.latest().occurred));
                // What was seen: another version that stands since is told, not
                // replaced.
                let seen = view.state.hash(record.latest().sequence).unwrap_or_default();
                begun.put("replaces", seen.to_string());
            }
            Aim::New(note) => {
                let at = |name: &str| record_at(view, asked.one(name)?.parse().ok()?);
                let copied = at("copy").filter(|record| *record.kind == *task.kind.id);
                match copied {
                    Some(record) => begun.take(view, task.kind, record),
                    None if asked.has("fresh") => {}
                    None => begun.remember(view, task.kind),
                }
                if let Some(larger) = at("partof") {
                    begun.join(view, task.kind, larger);
                }
                if let Some(note) = note {
                    begun.put("note", note.text.clone());
                    begun.put("note-from", note.sequence.to_string());
                    note.occurred.into_iter().for_each(|days| begun.put("on", typed_days(days)));
                }
            }
        }
        begun
    }

    fn put(&mut self, name: &str, text: String) {
        self.given.0.retain(|(it, _)| it != name);
        self.given.0.push((name.to_owned(), text));
    }

    /// All that an activity says, but for its days.
    fn take(&mut self, view: &View<'_>, kind: &ActivityType, record: &Record) {
        let version = record.latest();
        let Content::Activity(activity) = &version.content else { return };
        version.subject.iter().for_each(|subject| self.put("subject", body_text(view, subject, &[])));
        activity.note.iter().for_each(|note| self.put("note", note.clone()));
        self.texts = stored_texts(view, kind, &activity.fields);
    }

    /// What mostly holds again of the last activity of the type.
    fn remember(&mut self, view: &View<'_>, kind: &ActivityType) {
        let Some(last) = remembered(view.state, kind) else { return };
        self.texts = stored_texts(view, kind, &last.fields);
        self.remembered = self.texts.keys().cloned().collect();
        if let Some(subject) = last.subject {
            self.put("subject", body_text(view, subject, &[]));
            self.remembered.insert("subject".to_owned());
        }
        self.last = (!self.remembered.is_empty()).then_some(last.sequence);
    }

    /// What a part has in common with the larger activity: its days, what it is
    /// about, and the bodies that both have a field for.
    fn join(&mut self, view: &View<'_>, kind: &ActivityType, larger: &Record) {
        let version = larger.latest();
        let place = larger.sequence.to_string();
        self.put("partof", place);
        self.put("on", typed_days(version.occurred));
        if let Some(subject) = &version.subject {
            self.put("subject", body_text(view, subject, &[]));
            self.remembered.remove("subject");
        }
        let Content::Activity(activity) = &version.content else { return };
        let Some(its) = view.state.activity_type(&larger.kind) else { return };
        for (name, text) in stored_texts(view, its, &activity.fields) {
            let is_body = |kind: &ActivityType| {
                kind.field(&name).is_some_and(|field| field.kind == FieldKind::Reference && !field.retired)
            };
            if is_body(kind) && is_body(its) {
                self.remembered.remove(&name);
                self.texts.insert(name, text);
            }
        }
    }
}

/// Days as they would be typed.
pub(super) fn typed_days(days: Period) -> String {
    if days.is_exact() { days.from.to_string() } else { format!("{}..{}", days.from, days.to) }
}
