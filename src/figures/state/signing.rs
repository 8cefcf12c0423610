//! The keys with which checkpoints are signed, one after the other.

use std::sync::Arc;

use super::State;
use crate::event::{Entry, Json, Object, types};
use crate::figures::misfit::Misfit;

/// A key that followed another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyChange {
    /// Sequence of the entry since which it signs: the first checkpoint that it signs
    /// covers that entry.
    pub sequence: u64,
    /// What checks its signatures.
    pub verifier: String,
    /// The hand-over, as it was signed.
    pub handover: String,
    /// Why, where it was said.
    pub reason: Option<String>,
    /// What was signed and is lost; none where no entry was.
    pub lost: Option<LostEntries>,
}

/// That entries were lost of which a checkpoint was signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LostEntries {
    /// The newest checkpoint that this ledger does not contain, as it was signed.
    pub checkpoint: String,
    /// How many entries were left.
    pub size: u64,
}

impl State {
    /// The verifier key of entry 0.
    pub fn first_verifier(&self) -> &str {
        self.opened().map_or("", |opened| opened.verifierkey.as_str())
    }

    /// The keys that followed it, in order.
    pub fn key_changes(&self) -> &[KeyChange] {
        &self.key_changes
    }

    /// The verifier key that signs a tree of so many entries.
    pub fn verifier_at(&self, size: u64) -> &str {
        let change = self.key_changes.iter().rev().find(|change| change.sequence < size);
        change.map_or(self.first_verifier(), |change| &change.verifier)
    }

    /// Takes up that another key signs from here on. A note stands in an entry without its
    /// last line feed.
    pub(super) fn change_key(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let data = &entry.draft.data;
        let lost = match entry.draft.kind.as_str() {
            types::LEDGER_RESUMED => {
                let size = data.get("size").and_then(Json::as_int).and_then(|it| u64::try_from(it).ok());
                let checkpoint = note(data, "checkpoint")?;
                Some(LostEntries { checkpoint, size: size.ok_or(Misfit::Member("size"))? })
            }
            _ => None,
        };
        let change = KeyChange {
            sequence: entry.sequence,
            verifier: text(data, "verifierkey")?.to_owned(),
            handover: note(data, "handover")?,
            reason: text(data, "reason").ok().map(str::to_owned),
            lost,
        };
        Arc::make_mut(&mut self.key_changes).push(change);
        Ok(())
    }
}

/// The note that a member says, which stands there without its last line feed.
pub(super) fn note(data: &Object, name: &'static str) -> Result<String, Misfit> {
    Ok(format!("{}\n", text(data, name)?))
}

/// The text that a member says.
pub(super) fn text<'d>(data: &'d Object, name: &'static str) -> Result<&'d str, Misfit> {
    data.get(name).and_then(Json::as_text).ok_or(Misfit::Member(name))
}
