//! What is asked for and is so already: nothing is appended, and the receipt
//! of the entry that said it is given again.

use super::command::{Command, Receipt};
use super::desk::{DeskError, receipt};
use super::grouping::Group;
use super::publishing::published;
use crate::event::{Author, BodyId, EntryId, Hash, Json};

impl Group {
    /// The receipt of the entry that says already what a command would say; none
    /// when it would say something new.
    pub(super) fn said_already(
        &self,
        command: &Command,
        author: Author,
    ) -> Result<Option<Receipt>, DeskError> {
        let place = match command {
            Command::Judge { entry, version, approved, reason } => {
                self.judged(*entry, *version, *approved).map(|place| (place, reason.as_deref()))
            }
            Command::Change { body, occurred, fact } => {
                let body = self.state().register().get(body);
                let place = body.and_then(|body| body.says(occurred.to, fact));
                return place.map(|place| self.again(place)).transpose();
            }
            Command::Publish { sent, .. } => {
                let place = published(self.state(), sent);
                return place.map(|place| self.again(place)).transpose();
            }
            Command::Merge { gone, kept, .. } => return self.merged(gone, kept),
            _ => None,
        };
        let Some((place, reason)) = place else { return Ok(None) };
        let (entry, hash) = self.read_at(place)?;
        // What another person says of a version, or says for another reason, is
        // not said yet.
        let said = entry.draft.data.get("reason").and_then(Json::as_text);
        let is_same = entry.author.user == author.user && said == reason.map(str::trim);
        Ok(is_same.then(|| receipt(&entry, hash, true)))
    }

    /// The place of the last judgement of the version that stands, where it says
    /// the same of the version that was seen.
    fn judged(&self, entry: EntryId, seen: Option<Hash>, approved: bool) -> Option<u64> {
        let record = self.state().record(entry).filter(|it| it.id == entry && it.withdrawn.is_none())?;
        let version = record.latest();
        let stands = self.state().hash(version.sequence);
        let is_seen = seen.is_none() || seen == stands;
        version.judgements.last().filter(|it| is_seen && it.approved == approved).map(|it| it.sequence)
    }

    /// The receipt of the standing merge of one body into this very other.
    fn merged(&self, gone: &BodyId, kept: &BodyId) -> Result<Option<Receipt>, DeskError> {
        let mut merges = self.state().register().merges();
        let merge = merges.find(|(_, one, other)| (*one, *other) == (gone, kept));
        let place = merge.and_then(|(entry, ..)| self.state().sequence_of(entry));
        place.map(|place| self.again(place)).transpose()
    }

    fn again(&self, place: u64) -> Result<Receipt, DeskError> {
        let (entry, hash) = self.read_at(place)?;
        Ok(receipt(&entry, hash, true))
    }
}
