//! Whether an entry may follow what stands before it.
//!
//! The rules are those of `docs/format.md`, written a second time beside the
//! ones that decide what is recorded: the verifier shares no shortcut with the
//! writer. What an entry holds in itself was checked when it was read.

use super::Misstep;
use super::closings::{closing, notification};
use super::content::activity;
use super::erasures::{erasure, erasure_request};
use super::keys::key_change;
use super::later::{addition, confirmation, correction, judgement, resolution, withdrawal};
use super::past::{Past, hash_of};
use super::plans::{adoption, definition};
use super::samples::{drawing, testing};
use super::totals::total;
use crate::event::{
    Activity, Author, AuthorType, BodyId, Day, Draft, Entry, EntryId, Json, Moment, Period, Skim, types,
};
use crate::figures::State;
use crate::plan::{DefinitionKind, FactKind};

/// Whether the entry may be the next one; of an activity with what was read of it,
/// where that could be.
pub(super) fn follows(past: &Past<'_>, entry: &Entry, said: Option<&Activity>) -> Result<(), Misstep> {
    let (state, draft) = (past.state, &entry.draft);
    in_batch(state, draft.batch)?;
    in_time(state, entry)?;
    if let Some(kind) = DefinitionKind::of_entry(&draft.kind) {
        return definition(state, kind, draft);
    }
    if let Some((_, fact)) = FactKind::of_entry(&draft.kind) {
        return register(state, fact, draft);
    }
    match draft.kind.as_str() {
        types::PLAN_ADOPTED => adoption(state, draft),
        types::TOTAL_REPORTED => own_version(draft).and_then(|()| total(state, entry, &draft.data, None)),
        types::ENTRY_CORRECTED => correction(past, entry, said),
        types::ENTRY_WITHDRAWN => withdrawal(past, draft),
        types::ENTRY_CONFIRMED => confirmation(past, entry),
        types::ENTRY_APPROVED | types::ENTRY_REJECTED => judgement(past, entry),
        types::NOTE_RESOLVED => resolution(past, draft),
        types::BATCH_COMPLETED | types::BATCH_WITHDRAWN => batch_end(state, draft),
        types::BATCH_STARTED => batch_start(state, draft),
        types::TABLE_PUBLISHED => publication(past, entry),
        types::SAMPLE_DRAWN => drawing(past, entry),
        types::SAMPLE_TESTED => testing(past, entry),
        types::EVIDENCE_ADDED => addition(past, draft),
        types::PERSON_ERASUREREQUESTED => erasure_request(state, draft),
        types::PERSON_ERASED => erasure(state, draft),
        types::USER_REGISTERED => registration(state, draft),
        types::PROGRAM_CHANGED => program(state, draft),
        types::LEDGER_REPAIRED => repair(past, entry),
        types::LEDGER_RESTORED => restoration(state, entry),
        types::FISCALYEAR_CLOSED => closing(state, entry),
        types::FISCALYEAR_NOTIFIED => notification(state, entry),
        types::KEY_ROTATED | types::LEDGER_RESUMED => key_change(state, entry),
        kind if kind.starts_with(types::PREFIX) => own_version(draft),
        _ => activity(past, draft, said),
    }
}

/// All entries of the program's own are of version 1.
pub(super) fn own_version(draft: &Draft) -> Result<(), Misstep> {
    holds(draft.version == 1, Misstep::OwnVersion)
}

pub(super) fn holds(truth: bool, otherwise: Misstep) -> Result<(), Misstep> {
    if truth { Ok(()) } else { Err(otherwise) }
}

/// Whether an activity that was skimmed may be the next entry, where its type is
/// known and has it as it is: what is left are rules that later entries may break.
pub(super) fn follows_skimmed(past: &Past<'_>, skim: &Skim) -> Result<(), Misstep> {
    in_batch(past.state, skim.batch)?;
    if let Some(last) = past.state.recorded() {
        is_soon(skim.recorded, last)?;
    }
    holds(skim.partof.is_none_or(|id| past.is_activity(id)), Misstep::NotAPart)
}

fn in_batch(state: &State, batch: Option<EntryId>) -> Result<(), Misstep> {
    let Some(id) = batch else { return Ok(()) };
    let open = state.batches().get(&id).is_some_and(|batch| !batch.completed && batch.withdrawn.is_none());
    holds(open, Misstep::BatchNotOpen)
}

/// Most microseconds after the entry before without a word: 400 days.
const MOST_MICROS: i64 = 400 * 24 * 60 * 60 * 1_000_000;

/// After a long time the first thing said is that the clock was accepted.
fn in_time(state: &State, entry: &Entry) -> Result<(), Misstep> {
    let Some(last) = state.recorded() else { return Ok(()) };
    if entry.draft.kind != types::CLOCK_ACCEPTED {
        return is_soon(entry.recorded, last);
    }
    let said = |name: &str| entry.draft.data.get(name).and_then(Json::as_text)?.parse::<Moment>().ok();
    let (clock, before) = (said("clock"), said("last"));
    holds(
        before == Some(last) && clock.is_some_and(|clock| entry.recorded == clock.max(last)),
        Misstep::OtherClock,
    )
}

fn is_soon(recorded: Moment, last: Moment) -> Result<(), Misstep> {
    holds(recorded.micros() - last.micros() <= MOST_MICROS, Misstep::ClockNotAccepted)
}

fn registration(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let user = draft.data.get("user").and_then(Json::as_text);
    let user = user.and_then(|user| Author::read(user, AuthorType::System.word()));
    holds(user.is_some_and(|it| !state.knows_user(it.user)), Misstep::RecorderTwice)
}

fn program(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let version = draft.data.get("version").and_then(Json::as_text);
    holds(version != state.program(), Misstep::SameProgram)
}

/// An end of the log before an entry, of so many entries, as it names it.
fn end(past: &Past<'_>, entry: &Entry, size: Option<u64>) -> Result<(), Misstep> {
    let last = size.and_then(|size| size.checked_sub(1)).ok_or(Misstep::OtherEnd)?;
    past.names(entry, "head", &[(last, Ok(()))], Misstep::OtherEnd)
}

/// The copy that was kept ends in an entry of this log; that of the other copy
/// is told whole or not at all.
fn repair(past: &Past<'_>, entry: &Entry) -> Result<(), Misstep> {
    let draft = &entry.draft;
    own_version(draft)?;
    let size = draft.data.get("size").and_then(Json::as_int).and_then(|size| u64::try_from(size).ok());
    end(past, entry, size)?;
    let both = draft.data.contains_key("asidehead") == draft.data.contains_key("asidesize");
    holds(both, Misstep::HalfAnEnd)
}

fn restoration(state: &State, entry: &Entry) -> Result<(), Misstep> {
    own_version(&entry.draft)?;
    let size = entry.draft.data.get("size").and_then(Json::as_int);
    let here = size.and_then(|size| u64::try_from(size).ok()) == Some(state.size());
    holds(here && hash_of(&entry.draft, "head") == Some(state.head()), Misstep::OtherEnd)
}

/// What an entry names is an end of the log before it, a version of a plan that had
/// been adopted by then, and bodies that are registered.
pub(super) fn of_an_end(past: &Past<'_>, entry: &Entry) -> Result<(), Misstep> {
    let (state, data) = (past.state, &entry.draft.data);
    let number = |name: &str| data.get(name).and_then(Json::as_int).and_then(|it| u64::try_from(it).ok());
    let size = number("size").unwrap_or_default();
    end(past, entry, Some(size))?;
    let plan = data.get("plan").and_then(Json::as_text);
    let adopted = state.adoptions().iter().any(|it| {
        Some(it.adoption.id.as_str()) == plan
            && number("version") == Some(it.adoption.version.into())
            && it.sequence < size
    });
    holds(adopted, Misstep::NoSuchPlan)?;
    let bodies = data.get("filter").and_then(Json::as_array).unwrap_or_default();
    let known = |body: &Json| {
        let id: Option<BodyId> = body.as_text().and_then(|text| text.parse().ok());
        id.is_some_and(|id| state.register().get(&id).is_some())
    };
    holds(bodies.iter().all(known), Misstep::OtherNotRegistered)
}

/// A table was sent that the entries before it give, on a day that has come.
fn publication(past: &Past<'_>, entry: &Entry) -> Result<(), Misstep> {
    let (state, draft) = (past.state, &entry.draft);
    own_version(draft)?;
    let word = |name: &str| draft.data.get(name).and_then(Json::as_text);
    of_an_end(past, entry)?;
    let on: Option<Day> = word("on").and_then(|day| day.parse().ok());
    let today = entry.recorded.day(state.zone());
    holds(on.zip(today).is_some_and(|(on, today)| on <= today), Misstep::SentLater)?;
    let document = draft.data.get("evidence").and_then(Json::as_array);
    let is_sent = |items: &[Json]| match items {
        [one] => one.as_object().and_then(|it| it.get("blake3")).and_then(Json::as_text) == word("blake3"),
        _ => false,
    };
    holds(document.is_none_or(is_sent), Misstep::OtherBytes)
}

pub(super) fn one_day(occurred: Option<Period>) -> Result<(), Misstep> {
    holds(occurred.is_some_and(|days| days.from == days.to), Misstep::NotOneDay)
}

fn register(state: &State, fact: FactKind, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let subject = draft.subject.as_ref().ok_or(Misstep::NoSubject)?;
    let of_its_kind = fact.entry_type(subject.kind()) == draft.kind;
    holds(of_its_kind, Misstep::SubjectKind)?;
    let known = |id: &BodyId| state.register().get(id).is_some();
    if fact == FactKind::Registered {
        holds(!known(subject), Misstep::RegisteredTwice)?;
    } else {
        holds(known(subject), Misstep::NotRegistered)?;
    }
    let named = |name: &str| draft.data.get(name).and_then(Json::as_text);
    let other = named("into").or_else(|| named("successor"));
    let other: Option<BodyId> = other.and_then(|text| text.parse().ok());
    holds(other.as_ref().is_none_or(known), Misstep::OtherNotRegistered)?;
    let loose = fact != FactKind::Merged || state.register().merged_into(subject).is_none();
    holds(loose, Misstep::MergedAlready)?;
    let apart = fact != FactKind::Merged
        || other.is_some_and(|other| {
            let canonical = |id| state.register().canonical(id);
            other.kind() == subject.kind() && canonical(&other) != canonical(subject)
        });
    holds(apart, Misstep::NotToMerge)
}

/// A file is brought again only once what it brought is withdrawn.
fn batch_start(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let file = hash_of(draft, "file");
    let again = state.batches().values().any(|it| Some(it.file) == file && it.withdrawn.is_none());
    holds(!again, Misstep::BatchAgain)
}

fn batch_end(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let batch = draft.corrected.and_then(|id| state.batches().get(&id));
    let batch = batch.ok_or(Misstep::NoBatch)?;
    let again = draft.kind == types::BATCH_COMPLETED && batch.completed;
    holds(!again && batch.withdrawn.is_none(), Misstep::BatchEnded)?;
    let rows = draft.data.get("rows").and_then(Json::as_int);
    let whole = |rows: i64| u64::try_from(rows) == Ok(batch.entries) && batch.entries == batch.rows;
    holds(rows.is_none_or(whole), Misstep::BatchRows)
}
