//! What the verifier has to look up in entries long ago: asked while the log is
//! read, answered together in one more reading, which few logs need.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::Misstep;
use super::ids::{Ids, Strays};
use super::verify::Fault;
use crate::event::{EntryId, Glance, Hash};
use crate::ledger::{LogError, Through};

/// What follows from an answer.
pub(super) type Verdict = Result<(), Misstep>;

/// Which of some entries has a hash.
pub(super) struct Question {
    /// The place of the entry that names it.
    pub(super) at: u64,
    /// Its type.
    pub(super) kind: String,
    /// The hash that it names.
    pub(super) hash: Hash,
    /// The places that it may stand for, each with its verdict.
    pub(super) places: Vec<(u64, Verdict)>,
    /// The verdict where it is the hash of none of them.
    pub(super) otherwise: Misstep,
}

impl Question {
    fn verdict(&self, hashes: &HashMap<u64, Hash>) -> Verdict {
        let named = self.places.iter().find(|(place, _)| hashes.get(place) == Some(&self.hash));
        named.map_or(Err(self.otherwise), |(_, verdict)| *verdict)
    }
}

/// How many questions are gathered before they are answered.
const MOST: usize = 1 << 16;

/// Whether so much is asked that it is to be answered now.
pub(super) const fn are_many(questions: &[Question], ids: &Ids) -> bool {
    questions.len() >= MOST || ids.are_many()
}

/// Answers all that is asked; the first fault that comes out.
pub(super) fn answer(
    log: &Through<'_>,
    questions: Vec<Question>,
    mut strays: Strays,
) -> Result<Option<Fault>, LogError> {
    if questions.is_empty() && strays.are_none() {
        return Ok(None);
    }
    let mut hashes: HashMap<u64, Hash> =
        questions.iter().flat_map(|it| &it.places).map(|(place, _)| (*place, Hash::ZERO)).collect();
    let mut place = 0;
    let read = |line: &[u8], hash| (Glance::at(line).map(|glance| glance.id), hash);
    let (done, _) = log.read(None, read, |found: &mut Vec<(Option<EntryId>, Hash)>| {
        for (id, hash) in found.drain(..) {
            if let Some(asked) = hashes.get_mut(&place) {
                *asked = hash;
            }
            if let Some(id) = id.filter(|id| strays.has(*id)) {
                strays.found(id, place);
            }
            place += 1;
        }
        Ok::<_, LogError>(ControlFlow::Continue(()))
    });
    done?;
    let wrong = questions.into_iter().filter_map(|it| Some((it.at, it.verdict(&hashes).err()?, it.kind)));
    let first = wrong.min_by_key(|(at, ..)| *at);
    Ok(match (strays.twice(), first) {
        (Some(place), Some((at, ..))) if place <= at => Some(Fault::Id(place)),
        (Some(place), None) => Some(Fault::Id(place)),
        (_, Some((sequence, reason, kind))) => Some(Fault::Misstep { sequence, kind, reason }),
        (None, None) => None,
    })
}
