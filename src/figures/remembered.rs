//! What was said last and mostly holds again: the next activity of a type is
//! often with the same partner, in the same project, at the same place.

use std::collections::BTreeSet;

use super::record::{Content, Record};
use super::state::State;
use crate::event::{Activity, BodyId, BodyKind, Object};
use crate::plan::{ActivityType, Field, FieldKind};

/// What mostly holds again of the activity of a type that was recorded last.
#[derive(Clone, PartialEq, Debug)]
pub struct Remembered<'a> {
    /// Its place.
    pub sequence: u64,
    /// Those of its fields that mostly stay.
    pub fields: Object,
    /// What it was about.
    pub subject: Option<&'a BodyId>,
}

/// What mostly holds again of the last activity of a type; none where none was
/// recorded by hand. What came with an import says nothing of what is at hand.
pub fn remembered<'a>(state: &'a State, kind: &'a ActivityType) -> Option<Remembered<'a>> {
    let by_hand = |record: &&Record| record.withdrawn.is_none() && record.batch.is_none();
    let mut last: Vec<&Record> = state.of_kind(&kind.id).filter(by_hand).collect();
    last.sort_by_key(|record| record.sequence);
    let record = *last.last()?;
    let activity = said(record)?;
    let before = last.iter().rev().nth(1).and_then(|record| said(record));
    let named = identifying(state, kind);
    let stays = |field: &Field| {
        let value = activity.fields.get(&field.name)?;
        let is_same = before.is_some_and(|it| it.fields.get(&field.name) == Some(value));
        let mostly = !field.retired && !named.contains(field.name.as_str()) && mostly_stays(field, is_same);
        mostly.then(|| (field.name.clone(), value.clone()))
    };
    Some(Remembered {
        sequence: record.sequence,
        fields: kind.fields.iter().filter_map(stays).collect(),
        subject: record.latest().subject.as_ref().filter(|it| it.kind() != BodyKind::Person),
    })
}

fn said(record: &Record) -> Option<&Activity> {
    match &record.latest().content {
        Content::Activity(activity) => Some(activity),
        Content::Total(_) => None,
    }
}

/// Partners, projects and choices stay; words do where they were the same twice;
/// numbers, amounts and dates are those of one activity, and so are persons.
fn mostly_stays(field: &Field, is_same: bool) -> bool {
    match field.kind {
        FieldKind::Reference => !field.may_refer(BodyKind::Person),
        FieldKind::Choice => true,
        FieldKind::Text => is_same,
        _ => false,
    }
}

/// The fields that say which one it is, by which another activity ends it.
fn identifying<'a>(state: &'a State, kind: &'a ActivityType) -> BTreeSet<&'a str> {
    let all = state.catalogue().into_iter();
    let closing = all.filter_map(|it| it.closes.as_ref()).filter(|closes| closes.kind == kind.id);
    closing.chain(&kind.closes).flat_map(|closes| &closes.keys).map(String::as_str).collect()
}
