//! Entry 0.

use super::drafts;
use crate::event::{Draft, EntryId, types};
use crate::plan::{DefinitionError, Opened};

/// A ledger to open.
#[derive(Clone, Debug)]
pub struct NewLedger {
    /// URI of the ledger.
    pub source: String,
    /// What the whole ledger keeps to.
    pub opened: Opened,
}

impl NewLedger {
    /// Entry 0 of the ledger.
    pub(super) fn draft(&self, id: EntryId) -> Result<Draft, DefinitionError> {
        if self.opened.trouble(&self.source).is_some() {
            return Err(DefinitionError::Value);
        }
        Ok(drafts::plain(id, types::LEDGER_OPENED, self.opened.to_data()?))
    }
}
