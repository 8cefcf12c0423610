//! What is done to the ledger itself, and what comes before a command's own
//! entries.
//!
//! ```text
//! clock.accepted · user.registered · program.changed · the command's entries
//! ```

use super::command::Receipt;
use super::decide::Ids;
use super::desk::{Desk, DeskError};
use super::drafts;
use super::refusal::Refusal;
use super::sealing::Sealer;
use crate::event::{Author, Draft, Entry, Hash, Json, Moment, Object, json_text, object, types};
use crate::figures::State;
use crate::plan::Opened;

/// Furthest that the clock may lie before the last entry: 5 minutes.
const BEHIND_MICROS: i64 = 5 * 60 * 1_000_000;
/// Furthest that it may lie after it: 400 days.
const AHEAD_MICROS: i64 = 400 * 86_400 * 1_000_000;

/// The version of this program.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// Who writes, when, and whether a clock far from the last entry is accepted.
#[derive(Clone, Copy, Debug)]
pub struct Writer {
    /// Who.
    pub author: Author,
    /// When.
    pub now: Moment,
    /// Whether any clock is accepted, which is noted.
    pub accept_clock: bool,
}

/// One copy of the log as it was before a repair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CopyEnd {
    /// Its entries.
    pub size: u64,
    /// The hash of the last of them.
    pub head: Hash,
}

impl Desk {
    /// Notes that this copy, `twin` or `store`, was kept; and where the copy
    /// that was set aside ended, as far as it could be read.
    pub fn note_repair(
        &mut self,
        from: &str,
        aside: Option<CopyEnd>,
        writer: Writer,
        ids: Ids<'_>,
    ) -> Result<Vec<Receipt>, DeskError> {
        let kept = end(self.state());
        let mut data = object([
            ("from", json_text(from)),
            ("head", json_text(kept.head.to_string())),
            ("size", count(kept.size)),
        ]);
        if let Some(aside) = aside {
            data.insert("asidehead".into(), json_text(aside.head.to_string()));
            data.insert("asidesize".into(), count(aside.size));
        }
        let mut done = self.write_preface(writer, true, ids)?;
        done.extend(self.write_own(types::LEDGER_REPAIRED, data, writer, ids)?);
        Ok(done)
    }

    /// Notes that the log up to here was laid down again from an export. That
    /// another version of the program does it changes nothing yet.
    pub fn note_restore(&mut self, writer: Writer, ids: Ids<'_>) -> Result<Vec<Receipt>, DeskError> {
        let mut done = self.write_preface(writer, false, ids)?;
        let laid = end(self.state());
        let data = object([("head", json_text(laid.head.to_string())), ("size", count(laid.size))]);
        done.extend(self.write_own(types::LEDGER_RESTORED, data, writer, ids)?);
        Ok(done)
    }

    /// Notes the version of the program in a ledger that it opened.
    pub(super) fn note_program(
        &mut self,
        author: Author,
        now: Moment,
        ids: Ids<'_>,
    ) -> Result<(), DeskError> {
        let source = self.state().source().to_owned();
        let program = program(self.state(), ids).into_iter().collect();
        self.append(program, &source, author, |_| now).map(|_| ())
    }

    pub(super) fn write_preface(
        &mut self,
        writer: Writer,
        with_program: bool,
        ids: Ids<'_>,
    ) -> Result<Vec<Receipt>, DeskError> {
        let mut sealer = Sealer::new(self.custody());
        let mut preface = preface_of_any(self.state(), writer, &mut sealer, ids)?;
        preface.extend(if with_program { program(self.state(), ids) } else { None });
        sealer.keep()?;
        let source = self.state().source().to_owned();
        self.append(preface, &source, writer.author, |_| writer.now)
    }

    pub(super) fn write_own(
        &mut self,
        kind: &str,
        data: Object,
        writer: Writer,
        ids: Ids<'_>,
    ) -> Result<Vec<Receipt>, DeskError> {
        let source = self.state().source().to_owned();
        self.append(vec![drafts::plain(ids(), kind, data)], &source, writer.author, |_| writer.now)
    }
}

/// What is written before a command's own entries: the clock that was
/// accepted, a recorder not seen before, another version of the program.
pub(super) fn preface(
    state: &State,
    writer: Writer,
    sealer: &mut Sealer,
    ids: Ids<'_>,
) -> Result<Vec<Draft>, DeskError> {
    let mut preface = preface_of_any(state, writer, sealer, ids)?;
    preface.extend(program(state, ids));
    Ok(preface)
}

/// The same but for the program.
fn preface_of_any(
    state: &State,
    writer: Writer,
    sealer: &mut Sealer,
    ids: Ids<'_>,
) -> Result<Vec<Draft>, DeskError> {
    let mut preface = Vec::new();
    if let Some(data) = clock(state, writer)? {
        preface.push(drafts::plain(ids(), types::CLOCK_ACCEPTED, data));
    }
    if !state.knows_user(writer.author.user) {
        preface.push(sealer.registration(writer.author, ids)?);
    }
    Ok(preface)
}

/// What is noted of a clock far from the last entry, or the refusal.
fn clock(state: &State, writer: Writer) -> Result<Option<Object>, Refusal> {
    let Some(last) = state.recorded() else { return Ok(None) };
    let demonstration = state.opened().is_some_and(|opened| opened.demonstration);
    if is_near(writer.now, last) {
        Ok(None)
    } else if writer.accept_clock || demonstration {
        let words = [("clock", json_text(writer.now.to_string())), ("last", json_text(last.to_string()))];
        Ok(Some(object(words)))
    } else {
        Err(Refusal::Clock { now: writer.now, last })
    }
}

/// Refuses a clock far from the last line of a log, of which the first says
/// whether it is a demonstration, before anything is done to it.
pub fn check_clock(first: &[u8], last: &[u8], now: Moment, accept: bool) -> Result<(), Refusal> {
    let last = Entry::read(last)?.recorded;
    let opened = Opened::read(&Entry::read(first)?.draft.data)?;
    if accept || opened.demonstration || is_near(now, last) {
        Ok(())
    } else {
        Err(Refusal::Clock { now, last })
    }
}

fn is_near(now: Moment, last: Moment) -> bool {
    (-BEHIND_MICROS..=AHEAD_MICROS).contains(&(now.micros() - last.micros()))
}

/// The note that another version of the program writes from here on.
fn program(state: &State, ids: Ids<'_>) -> Option<Draft> {
    (state.program() != Some(PROGRAM))
        .then(|| drafts::plain(ids(), types::PROGRAM_CHANGED, object([("version", json_text(PROGRAM))])))
}

fn end(state: &State) -> CopyEnd {
    CopyEnd { size: state.size(), head: state.head() }
}

fn count(number: u64) -> Json {
    Json::Int(i64::try_from(number).unwrap_or(i64::MAX))
}
