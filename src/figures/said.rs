//! What an entry says, read as far as that takes no other entry: the part of
//! replay that needs no order.

use super::misfit::{Misfit, ReplayError};
use super::record::{Content, Total};
use crate::event::{Activity, Citation, Entry, Evidence, Json, Object, read_activity, types};
use crate::plan::{BodyFact, Definition, DefinitionKind, FactKind};

/// An entry with what it says.
#[derive(Debug)]
pub struct Said {
    pub(super) entry: Entry,
    pub(super) what: What,
}

/// What was read of an entry's `data`.
#[derive(Debug, Default)]
pub(super) enum What {
    /// A version of a record.
    Content(Content),
    /// What a correction puts in the place of an activity.
    Revised(Box<Activity>),
    Definition(Box<Definition>),
    Fact(FactKind, Box<BodyFact>),
    /// Nothing yet: few entries are of the other types, or they are read by
    /// what is known.
    #[default]
    Data,
}

impl Said {
    /// Reads what an entry says.
    pub fn of(entry: Entry) -> Result<Self, ReplayError> {
        let mut said = Self { entry, what: What::Data };
        match read(&mut said.entry) {
            Ok(what) => Ok(Self { what, ..said }),
            Err(reason) => Err(said.refused(reason)),
        }
    }

    /// The entry.
    pub const fn entry(&self) -> &Entry {
        &self.entry
    }

    /// The version of an activity that it holds, recorded or corrected.
    pub fn version(&self) -> Option<&Activity> {
        match &self.what {
            What::Content(Content::Activity(activity)) => Some(activity),
            What::Revised(activity) => Some(activity),
            _ => None,
        }
    }

    /// Whether it records an activity.
    pub const fn is_activity(&self) -> bool {
        matches!(&self.what, What::Content(Content::Activity(_)))
    }

    pub(super) fn refused(self, reason: Misfit) -> ReplayError {
        ReplayError { sequence: self.entry.sequence, kind: self.entry.draft.kind, reason }
    }
}

fn read(entry: &mut Entry) -> Result<What, Misfit> {
    let kind = entry.draft.kind.as_str();
    if !kind.starts_with(types::PREFIX) {
        let activity = read_activity(std::mem::take(&mut entry.draft.data)).map_err(|_| Misfit::Data)?;
        return Ok(What::Content(Content::Activity(activity)));
    }
    if kind == types::ENTRY_CORRECTED {
        return revised(&mut entry.draft.data);
    }
    if kind == types::TOTAL_REPORTED {
        return total(&entry.draft.data).map(What::Content);
    }
    if let Some(kind) = DefinitionKind::of_entry(kind) {
        let definition = Definition::read(kind, &entry.draft.data);
        let definition = definition.map_err(|_| Misfit::Data)?;
        return Ok(What::Definition(Box::new(definition)));
    }
    match FactKind::of_entry(kind) {
        None | Some((_, FactKind::Merged)) => Ok(What::Data),
        Some((body, fact)) => {
            let read = BodyFact::read(body, &entry.draft.data).map_err(|_| Misfit::Data)?;
            Ok(What::Fact(fact, Box::new(read)))
        }
    }
}

/// What the `data` of a correction puts in the place of an activity, which is taken out
/// of them: of that of a total, which has no fields, nothing yet.
fn revised(data: &mut Object) -> Result<What, Misfit> {
    let Some(Json::Object(content)) = data.get_mut("content") else { return Ok(What::Data) };
    if !content.contains_key("fields") {
        return Ok(What::Data);
    }
    let activity = read_activity(std::mem::take(content)).map_err(|_| Misfit::Data)?;
    Ok(What::Revised(Box::new(activity)))
}

/// The reported total of some `data`.
pub(super) fn total(data: &Object) -> Result<Content, Misfit> {
    read_total(data).map(Content::Total).ok_or(Misfit::Data)
}

/// The documents that `data` name; none that cannot be read.
pub(super) fn documents(data: &Object) -> Option<Vec<Evidence>> {
    match data.get("evidence") {
        None => Some(vec![]),
        Some(items) => items.as_array()?.iter().map(Evidence::read).collect(),
    }
}

fn read_total(data: &Object) -> Option<Total> {
    let word = |name: &str| data.get(name).and_then(Json::as_text);
    let known =
        |name: &str| matches!(name, "citation" | "evidence" | "from" | "indicator" | "note" | "to" | "value");
    let from = match word("from") {
        None => None,
        Some(text) => Some(text.parse().ok()?),
    };
    data.keys().all(|name| known(name)).then_some(())?;
    Some(Total {
        indicator: word("indicator")?.to_owned(),
        from,
        to: word("to")?.parse().ok()?,
        value: data.get("value")?.clone(),
        citation: Citation::read(data.get("citation")?.clone())?,
        evidence: documents(data)?,
        note: word("note").map(str::to_owned),
    })
}
