//! What is decided before a table is marked as sent.

use super::decide::{Ids, Moment};
use super::drafts;
use super::refusal::Refusal;
use crate::event::{Day, Draft, Moment as Recorded};
use crate::figures::{SentTable, State};

/// Why a table is not marked as sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// It is to be sent on a day to come.
    #[error("{0} lies in the future")]
    Later(Day),
    /// It knows more than there was on the day it was sent.
    #[error("sent on {on}, the table knows an entry recorded on {recorded}")]
    Earlier {
        /// The day it was sent.
        on: Day,
        /// The day its last entry was recorded.
        recorded: Day,
    },
    /// The notice of a year that was not closed by then.
    #[error("the year was closed on {closed} only, and its notice cannot have been sent on {on}")]
    BeforeClosing {
        /// The day.
        on: Day,
        /// The day on which it was closed.
        closed: Day,
    },
    /// To nobody.
    #[error("it is not said to whom")]
    Nobody,
    /// It is not made of the ledger's first entries, so many.
    #[error("the table is not of the first {0} entries of this ledger")]
    OtherEntries(u64),
    /// It would name an e-mail address, which stands for a person.
    #[error("“{0}” is an e-mail address, which stands for a person")]
    Address(String),
}

/// The mark, when the table can have been sent.
pub(super) fn publish(
    state: &State,
    now: Moment,
    sent: &SentTable,
    last: Option<Recorded>,
    ids: Ids<'_>,
) -> Result<Draft, Refusal> {
    may_be_sent(state, now.today, sent, last)?;
    Ok(drafts::publication(ids(), sent))
}

/// Whether a table can have been sent on its day, and is one of this ledger:
/// asked before anything of it is written. `last` is when the last entry that it
/// knew was recorded.
pub fn may_be_sent(
    state: &State,
    today: Day,
    sent: &SentTable,
    last: Option<Recorded>,
) -> Result<(), NotSent> {
    may_be_named(&sent.to)?;
    if sent.on > today {
        return Err(NotSent::Later(sent.on));
    }
    let recorded = last.and_then(|last| last.day(state.zone()));
    if let Some(recorded) = recorded.filter(|recorded| sent.on < *recorded) {
        return Err(NotSent::Earlier { on: sent.on, recorded });
    }
    let last = sent.size.checked_sub(1).filter(|last| state.hash(*last) == Some(sent.head));
    last.ok_or(NotSent::OtherEntries(sent.size))?;
    let adopted = |it: &&crate::figures::Adopted| {
        it.adoption.id == sent.plan && it.adoption.version == sent.version && it.sequence < sent.size
    };
    state.adoptions().iter().find(adopted).map(|_| ()).ok_or(NotSent::OtherEntries(sent.size))
}

/// Whether a table can be marked as sent to someone who is called so. The ledger
/// forgets nothing, so that no person is named; an e-mail address stands for one.
pub fn may_be_named(to: &str) -> Result<(), NotSent> {
    if to.contains(['@', '\u{ff20}', '\u{fe6b}']) { Err(NotSent::Address(to.to_owned())) } else { Ok(()) }
}

/// The place of a standing mark that says the same: of the same bytes, to the
/// same, on the same day. How many entries the table knew is not compared, for
/// the mark is one more.
pub(super) fn published(state: &State, sent: &SentTable) -> Option<u64> {
    let same = |other: &SentTable| *sent == SentTable { size: sent.size, head: sent.head, ..other.clone() };
    let mut standing = state.publications().iter().filter(|it| it.withdrawn.is_none());
    standing.find(|it| same(&it.sent)).map(|it| it.sequence)
}
