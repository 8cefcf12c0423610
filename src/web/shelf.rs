//! Documents that came with a form which was not done: they wait here, so that
//! nobody has to choose them again. Nothing of them is written; all of them are
//! forgotten when the server ends, and each after a while.

use std::collections::VecDeque;
use std::sync::Arc;

use super::secret::is_same;
use crate::event::Moment;

/// Bytes that wait at once.
const MOST_BYTES: usize = 128 << 20;

/// Documents that wait at once.
const MOST: usize = 100;

/// How long one waits, in microseconds: two hours.
const LONGEST: i64 = 2 * 60 * 60 * 1_000_000;

/// A document that was sent with a form.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    /// By what a form names it, once it waits.
    pub token: Option<String>,
    /// The name of its file.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// What waits, the oldest first.
#[derive(Default)]
pub(super) struct Shelf(VecDeque<(String, Moment, Sent)>);

impl Shelf {
    /// Puts a document here under a token; none where it is larger than all that
    /// may wait. The oldest make room for it.
    pub(super) fn put(&mut self, sent: Sent, token: String, now: Moment) -> Option<Sent> {
        if sent.bytes.len() > MOST_BYTES {
            return None;
        }
        let sent = Sent { token: Some(token.clone()), ..sent };
        self.0.push_back((token, now, sent.clone()));
        while self.0.len() > MOST || self.bytes() > MOST_BYTES {
            self.0.pop_front();
        }
        Some(sent)
    }

    /// The document of a token.
    pub(super) fn get(&self, token: &str) -> Option<&Sent> {
        self.0.iter().find(|(it, _, _)| is_same(it, token)).map(|(_, _, sent)| sent)
    }

    /// Forgets the document of a token.
    pub(super) fn forget(&mut self, token: &str) {
        self.0.retain(|(it, _, _)| it != token);
    }

    /// Forgets what has waited too long.
    pub(super) fn forget_old(&mut self, now: Moment) {
        self.0.retain(|(_, since, _)| now.micros().saturating_sub(since.micros()) <= LONGEST);
    }

    fn bytes(&self) -> usize {
        self.0.iter().map(|(_, _, sent)| sent.bytes.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, MOST, MOST_BYTES, Sent, Shelf};
    use crate::event::Moment;

    fn put(shelf: &mut Shelf, token: &str, bytes: usize, at: i64) -> bool {
        let sent = Sent { token: None, name: "a".into(), bytes: vec![0; bytes].into() };
        shelf.put(sent, token.into(), Moment::from_micros(at)).is_some()
    }

    #[test]
    fn what_waits_is_bounded_in_number_and_in_bytes() {
        let mut shelf = Shelf::default();
        for at in 0..=MOST {
            assert!(put(&mut shelf, &at.to_string(), 1, 0));
        }
        assert!(shelf.get("0").is_none() && shelf.get("1").is_some());
        assert!(put(&mut shelf, "large", MOST_BYTES, 0));
        assert!(shelf.get(&MOST.to_string()).is_none() && shelf.get("large").is_some());
        assert!(!put(&mut shelf, "larger", MOST_BYTES + 1, 0));
        assert!(shelf.get("large").is_some());
    }

    #[test]
    fn what_waits_is_forgotten_after_a_while() {
        let mut shelf = Shelf::default();
        put(&mut shelf, "old", 1, 0);
        put(&mut shelf, "new", 1, 10);
        shelf.forget_old(Moment::from_micros(LONGEST));
        assert!(shelf.get("old").is_some());
        shelf.forget_old(Moment::from_micros(LONGEST + 1));
        assert!(shelf.get("old").is_none() && shelf.get("new").is_some());
        shelf.forget("new");
        assert!(shelf.get("new").is_none());
    }
}
