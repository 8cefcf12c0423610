//! Files that are about to be imported, and what was said of them so far.
//!
//! They are kept in memory, a few of them and for a while: a page only names
//! one. Nothing of them is written before their rows are recorded, and nothing
//! is left of them when the server ends.

use std::sync::Arc;

use super::secret::secret;
use crate::event::Moment;
use crate::exchange::{Settled, TablesSaid, Unsettled};

/// Files that are kept.
const MOST_FILES: usize = 4;

/// Bytes that they may have in all; the last one is kept whatever it has.
const MOST_BYTES: usize = 128 << 20;

/// How long one is kept that nobody asks for.
const PATIENCE: i64 = 4 * 3600 * 1_000_000;

/// A file that is about to be imported.
#[derive(Clone)]
pub(super) struct Waiting {
    /// What its pages are called by.
    pub id: String,
    /// Its name and its bytes.
    pub file: Arc<[(String, Vec<u8>); 1]>,
    /// What is said of its tables; nothing before its columns were looked at.
    pub said: Option<TablesSaid>,
    /// What is settled of the names that the register lacks.
    pub names: Vec<(Unsettled, Option<Settled>)>,
    asked: Moment,
}

impl Waiting {
    /// The name of the file.
    pub(super) fn name(&self) -> &str {
        &self.file[0].0
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.file[0].1
    }
}

/// The files that are kept, the one asked for last at the end.
#[derive(Default)]
pub(super) struct Tray(Vec<Waiting>);

impl Tray {
    /// Keeps a file; gives what its pages are called by.
    pub(super) fn keep(
        &mut self,
        now: Moment,
        name: String,
        bytes: Vec<u8>,
    ) -> Result<String, getrandom::Error> {
        let id = secret()?;
        let file = Arc::new([(name, bytes)]);
        self.0.push(Waiting { id: id.clone(), file, said: None, names: vec![], asked: now });
        self.tidy(now);
        Ok(id)
    }

    /// A file, as long as it is kept.
    pub(super) fn find(&mut self, now: Moment, id: &str) -> Option<&mut Waiting> {
        self.tidy(now);
        let at = self.0.iter().position(|it| it.id == id)?;
        let mut found = self.0.remove(at);
        found.asked = now;
        self.0.push(found);
        self.0.last_mut()
    }

    /// Keeps a file no more.
    pub(super) fn forget(&mut self, id: &str) {
        self.0.retain(|it| it.id != id);
    }

    fn tidy(&mut self, now: Moment) {
        self.0.retain(|it| now.micros().saturating_sub(it.asked.micros()) <= PATIENCE);
        let bytes = |all: &[Waiting]| all.iter().map(|it| it.bytes().len()).sum::<usize>();
        while self.0.len() > MOST_FILES || self.0.len() > 1 && bytes(&self.0) > MOST_BYTES {
            self.0.remove(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_FILES, PATIENCE, Tray};
    use crate::event::Moment;

    fn at(micros: i64) -> Moment {
        Moment::from_micros(1_700_000_000_000_000 + micros)
    }

    fn kept(shelf: &mut Tray, now: Moment, bytes: usize) -> String {
        shelf.keep(now, "a.csv".to_owned(), vec![0; bytes]).unwrap_or_default()
    }

    #[test]
    fn a_file_is_kept_for_a_while_after_it_was_asked_for_last() {
        let mut shelf = Tray::default();
        let id = kept(&mut shelf, at(0), 1);
        assert!(shelf.find(at(PATIENCE), &id).is_some());
        assert!(shelf.find(at(2 * PATIENCE), &id).is_some());
        assert!(shelf.find(at(3 * PATIENCE + 1), &id).is_none());
        assert!(shelf.find(at(0), "").is_none());
    }

    #[test]
    fn few_files_are_kept_and_those_asked_for_last() {
        let mut shelf = Tray::default();
        let ids: Vec<String> = (0..MOST_FILES).map(|_| kept(&mut shelf, at(0), 1)).collect();
        assert!(shelf.find(at(1), &ids[0]).is_some());
        let last = kept(&mut shelf, at(2), 1);
        assert!(shelf.find(at(3), &ids[0]).is_some() && shelf.find(at(3), &ids[1]).is_none());
        shelf.forget(&last);
        assert!(shelf.find(at(3), &last).is_none());
        let large = kept(&mut shelf, at(4), super::MOST_BYTES + 1);
        assert!(shelf.find(at(4), &large).is_some() && shelf.find(at(4), &ids[0]).is_none());
    }
}
