//! Whether whoever recorded an entry is registered by then.

use uuid::Uuid;

use super::Misstep;
use crate::event::{Entry, Json, types};
use crate::figures::State;

/// Who accepted the clock before being registered, if anyone did just now.
#[derive(Default)]
pub(super) struct Recorders {
    announced: Option<Uuid>,
}

impl Recorders {
    /// Takes the next entry, after what the state says. Nobody is registered
    /// when the ledger opens, and the clock is accepted before anything else.
    pub(super) fn take(&mut self, state: &State, entry: &Entry) -> Result<(), Misstep> {
        let (author, kind) = (entry.author.user, entry.draft.kind.as_str());
        let registers = kind == types::USER_REGISTERED
            && entry.draft.data.get("user").and_then(Json::as_text) == Some(&entry.author.id());
        if self.announced.take().is_some_and(|user| !registers || user != author) {
            return Err(Misstep::NotRegisteredNext);
        }
        if state.knows_user(author) || registers || kind == types::LEDGER_OPENED {
            return Ok(());
        }
        if kind != types::CLOCK_ACCEPTED {
            return Err(Misstep::UnknownRecorder);
        }
        self.announced = Some(author);
        Ok(())
    }

    /// The same of an activity, which registers nobody and accepts no clock.
    pub(super) fn take_activity(&mut self, state: &State, author: Uuid) -> Result<(), Misstep> {
        if self.announced.take().is_some() {
            return Err(Misstep::NotRegisteredNext);
        }
        if state.knows_user(author) { Ok(()) } else { Err(Misstep::UnknownRecorder) }
    }
}
