//! What waits between one form and the next: documents, files to import.

use std::sync::MutexGuard;

use super::Office;
use crate::web::found::locked;
use crate::web::secret::secret;
use crate::web::shelf::{Sent, Shelf};
use crate::web::tray::{Tray, Waiting};

impl Office {
    /// Keeps a document of a form that was not done; none where that cannot be.
    pub(in crate::web) fn shelve(&self, sent: Sent) -> Option<Sent> {
        if sent.token.is_some() {
            return Some(sent);
        }
        locked(&self.0.shelf).put(sent, secret().ok()?, self.now())
    }

    /// A document that waits.
    pub(in crate::web) fn shelved(&self, token: &str) -> Option<Sent> {
        locked(&self.0.shelf).get(token).cloned()
    }

    /// The files that are about to be imported.
    pub(in crate::web) fn tray(&self) -> MutexGuard<'_, Tray> {
        locked(&self.0.tray)
    }

    /// One of them as it is, as long as it is kept.
    pub(in crate::web) fn waiting(&self, id: &str) -> Option<Waiting> {
        self.tray().find(self.now(), id).cloned()
    }

    /// Lets go of files and forms that wait, and of what was made of them.
    pub fn let_go(&self) {
        self.forget_tried();
        *self.tray() = Tray::default();
        *locked(&self.0.shelf) = Shelf::default();
    }

    /// Forgets a document that waits.
    pub(in crate::web) fn forget(&self, token: &str) {
        locked(&self.0.shelf).forget(token);
    }
}
