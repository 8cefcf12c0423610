//! Every rule of what may be recorded, as one function of the state.

use super::backing::add_evidence;
use super::command::{Command, Correction, NewActivity, NewTotal, Restatement};
use super::definitions::plan_drafts;
use super::drafts::{self, activity_draft};
use super::erasing::{ask_erasure, check_seals, erase};
use super::narrower::newly_refused;
use super::publishing::publish;
use super::refusal::Refusal;
use super::registering::{change, known, merge, register};
use super::sampling::test;
use crate::event::{
    Activity, Author, Currency, Day, Draft, EntryError, EntryId, Hash, Json, MAX_REASON, Period, json_text,
    object, types,
};
use crate::figures::{Absent, Content, Record, State, Total};
use crate::plan::{
    Definition, DefinitionKind, Indicator, Kind, check_fields, nearest_indicator, nearest_type, precise,
};

/// What a decision may know beside the state: who asks, and which day it is.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// Who asks.
    pub author: Author,
    /// Today in the ledger's zone.
    pub today: Day,
}

/// Where new ids come from.
pub type Ids<'a> = &'a mut dyn FnMut() -> EntryId;

/// The entries that a command becomes, or why it is refused. Several are
/// ordered so that every first few of them are a true ledger.
pub fn decide(state: &State, now: Moment, command: Command, ids: Ids<'_>) -> Result<Vec<Draft>, Refusal> {
    match command {
        Command::Record(new) => record(state, new, ids).map(|draft| vec![draft]),
        Command::Report(new) => report(state, now, &new, ids).map(|draft| vec![draft]),
        Command::Correct(correction) => correct(state, correction, ids).map(|draft| vec![draft]),
        Command::Restate(new) => restate(state, now, new, ids).map(|draft| vec![draft]),
        Command::Withdraw { entry, correction, reason } => {
            withdraw(state, entry, correction, &reason, ids).map(|draft| vec![draft])
        }
        Command::Confirm { entry } => confirm(state, now, entry, ids).map(|draft| vec![draft]),
        Command::Judge { entry, version, approved, reason } => {
            let judgement = Judged { entry, version, approved, reason };
            judge(state, now, judgement, ids).map(|draft| vec![draft])
        }
        Command::Note { text, occurred, evidence } => {
            Ok(vec![drafts::note(ids(), &text, occurred, &evidence)])
        }
        Command::Resolve { note, entry } => resolve(state, note, entry, ids).map(|draft| vec![draft]),
        Command::AddEvidence { entry, evidence, note } => {
            add_evidence(state, entry, evidence, note.as_deref(), ids).map(|draft| vec![draft])
        }
        Command::AskErasure { person, reason } => ask_erasure(state, &person, &reason, ids),
        Command::Erase { person, key } => erase(state, person, key, ids).map(|draft| vec![draft]),
        Command::Publish { sent, last } => publish(state, now, &sent, last, ids).map(|draft| vec![draft]),
        Command::Test(results) => test(state, now.today, &results, ids),
        Command::Plan(plan) => plan_drafts(state, plan, ids),
        Command::Register { body, occurred, fact } => register(state, body, occurred, &fact, ids),
        Command::Change { body, occurred, fact } => change(state, body, occurred, &fact, ids),
        Command::Merge { gone, kept, reason } => merge(state, gone, &kept, &reason, ids),
    }
}

fn record(state: &State, new: NewActivity, ids: Ids<'_>) -> Result<Draft, Refusal> {
    let version = check_activity(state, &new, None)?;
    let id = new.id.unwrap_or_else(&mut *ids);
    Ok(activity_draft(state, id, new, version))
}

/// Whether the type has these fields, the register these bodies and the ledger
/// the larger activity; the version of the type. What the version before has
/// may be kept, though it is retired or withdrawn since.
fn check_activity(state: &State, new: &NewActivity, before: Option<&Activity>) -> Result<u32, Refusal> {
    let kind = state.activity_type(&new.kind).ok_or_else(|| unknown_type(state, &new.kind))?;
    // What is written must read back: no empty note, no citation without words.
    new.activity.reads_back()?;
    new.subject.as_ref().map_or(Ok(()), |subject| known(state, subject))?;
    let part = new.activity.partof.filter(|part| before.is_none_or(|it| it.partof != Some(*part)));
    part.map_or(Ok(()), |part| activity(state, part).map(|_| ()))?;
    let kept = before.map(|it| &it.fields);
    let fields = &new.activity.fields;
    check_seals(state, fields, kept)?;
    let mut problems = check_fields(kind, fields, kept, ledger_currency(state), state.register());
    problems.extend(newly_refused(state, kind, fields, kept));
    if problems.is_empty() {
        Ok(kind.version)
    } else {
        Err(Refusal::Fields { kind: kind.id.clone(), problems })
    }
}

fn unknown_type(state: &State, typed: &str) -> Refusal {
    let near = nearest_type(typed, state.catalogue().into_iter());
    Refusal::UnknownType { typed: typed.to_owned(), near }
}

fn ledger_currency(state: &State) -> Currency {
    // Entry 0 names a currency of ISO 4217; it was refused otherwise.
    state.currency().unwrap_or(Currency::NONE)
}

fn report(state: &State, now: Moment, new: &NewTotal, ids: Ids<'_>) -> Result<Draft, Refusal> {
    check_total(state, now, &new.total, None)?;
    Ok(drafts::total(new.id.unwrap_or_else(&mut *ids), &new.total))
}

/// Whether the ledger has its indicator, and its day and its value fit.
fn check_total(state: &State, now: Moment, total: &Total, own: Option<EntryId>) -> Result<(), Refusal> {
    let indicator = indicator(state, &total.indicator)?;
    if total.to > now.today {
        return Err(Refusal::Future(total.to));
    }
    if total.from.is_some_and(|from| from > total.to) {
        return Err(EntryError::Member("data", "from".into()).into());
    }
    let value = precise(&total.value, indicator.currency.as_deref()).map(|it| it.value);
    // What is counted is whole and not below zero.
    let counted = matches!(indicator.rule.kind, Kind::Count | Kind::Distinct);
    let fits = value.is_some_and(|it| !counted || (it.has_decimals(0) && !it.is_negative()));
    let is_money = matches!(&total.value, Json::Object(members) if members.contains_key("amount"));
    if !fits || is_money != indicator.currency.is_some() {
        let own = total.indicator.clone();
        return Err(match indicator.currency.clone() {
            Some(currency) => Refusal::TotalMoney { indicator: own, currency },
            None => Refusal::TotalNumber(own),
        });
    }
    check_overlap(state, total, own)
}

fn indicator<'a>(state: &'a State, id: &str) -> Result<&'a Indicator, Refusal> {
    match state.latest(DefinitionKind::Indicator, id) {
        Some((_, Definition::Indicator(indicator))) => Ok(indicator),
        _ => Err(unknown_indicator(state, id)),
    }
}

pub(super) fn unknown_indicator(state: &State, typed: &str) -> Refusal {
    let known = state.definitions().filter_map(|(_, definition)| match definition {
        Definition::Indicator(indicator) => Some(indicator.as_ref()),
        _ => None,
    });
    Refusal::UnknownIndicator { typed: typed.to_owned(), near: nearest_indicator(typed, known) }
}

/// Two totals of one indicator either contain one another or do not touch.
fn check_overlap(state: &State, new: &Total, except: Option<EntryId>) -> Result<(), Refusal> {
    let first = Day::FIRST;
    let period = |total: &Total| Period { from: total.from.unwrap_or(first), to: total.to };
    let own = period(new);
    for record in state.of_kind(types::TOTAL_REPORTED).filter(|it| Some(it.id) != except) {
        let Ok(version) = record.standing(false) else { continue };
        let Content::Total(total) = &version.content else { continue };
        let other = period(total);
        let apart = !own.overlaps(&other) || own.contains(&other) || other.contains(&own);
        if total.indicator == new.indicator && !apart {
            return Err(Refusal::Overlap { own, total: record.sequence, other });
        }
    }
    Ok(())
}

/// The record of an original entry.
fn original(state: &State, id: EntryId) -> Result<&Record, Refusal> {
    let record = state.record(id).ok_or(Refusal::UnknownEntry(id))?;
    if record.id == id {
        Ok(record)
    } else {
        Err(Refusal::NotTheOriginal { given: id, original: record.sequence })
    }
}

/// The same, when it is not withdrawn.
pub(super) fn standing(state: &State, id: EntryId) -> Result<&Record, Refusal> {
    let record = original(state, id)?;
    if record.withdrawn.is_some() { Err(Refusal::Withdrawn(record.sequence)) } else { Ok(record) }
}

/// The same, of an activity.
fn activity(state: &State, id: EntryId) -> Result<&Record, Refusal> {
    let record = standing(state, id)?;
    match record.latest().content {
        Content::Activity(_) => Ok(record),
        Content::Total(_) => Err(Refusal::NotAnActivity(record.sequence)),
    }
}

/// The hash of the standing version, if it is the one that was seen.
fn standing_hash(state: &State, record: &Record, seen: Option<Hash>) -> Result<Hash, Refusal> {
    let latest = record.latest();
    let stands = state.hash(latest.sequence).unwrap_or(Hash::ZERO);
    if seen.is_none_or(|seen| seen == stands) {
        Ok(stands)
    } else {
        Err(Refusal::Changed { entry: record.sequence, by: latest.sequence })
    }
}

fn correct(state: &State, correction: Correction, ids: Ids<'_>) -> Result<Draft, Refusal> {
    let record = activity(state, correction.entry)?;
    let reason = checked_reason(&correction.reason)?;
    let latest = record.latest();
    let seen = standing_hash(state, record, correction.replaces)?;
    if correction.activity.partof == Some(record.id) {
        return Err(Refusal::PartOfItself(record.sequence));
    }
    let new = NewActivity {
        id: None,
        kind: record.kind.to_string(),
        occurred: correction.occurred,
        subject: correction.subject,
        activity: correction.activity,
    };
    let before = match &latest.content {
        Content::Activity(before) => Some(before),
        Content::Total(_) => None,
    };
    check_activity(state, &new, before)?;
    let same = before == Some(&new.activity);
    if same && latest.occurred == new.occurred && latest.subject == new.subject {
        return Err(Refusal::NothingChanges);
    }
    Ok(drafts::correction(ids(), record.id, &new, reason, seen))
}

fn restate(state: &State, now: Moment, new: Restatement, ids: Ids<'_>) -> Result<Draft, Refusal> {
    let record = standing(state, new.entry)?;
    let Content::Total(before) = &record.latest().content else {
        return Err(Refusal::NotATotal(record.sequence));
    };
    let reason = checked_reason(&new.reason)?;
    let seen = standing_hash(state, record, new.replaces)?;
    // A total keeps the indicator of which it is one.
    let total = Total { indicator: before.indicator.clone(), ..new.total };
    if total == *before {
        return Err(Refusal::NothingChanges);
    }
    check_total(state, now, &total, Some(record.id))?;
    Ok(drafts::restatement(ids(), record.id, &total, reason, seen))
}

/// A withdrawn correction leaves the version before it, whose period another
/// total may overlap since.
fn check_uncovered(state: &State, record: &Record, correction: EntryId) -> Result<(), Refusal> {
    let left = record.versions().rev().find(|it| it.withdrawn.is_none() && it.id != correction);
    match left.map(|version| &version.content) {
        Some(Content::Total(total)) => check_overlap(state, total, Some(record.id)),
        _ => Ok(()),
    }
}

fn withdraw(
    state: &State,
    entry: EntryId,
    correction: Option<EntryId>,
    reason: &str,
    ids: Ids<'_>,
) -> Result<Draft, Refusal> {
    let reason = checked_reason(reason)?;
    if let Some(batch) = state.batches().get(&entry) {
        batch.withdrawn.is_none().then_some(()).ok_or(Refusal::Withdrawn(batch.sequence))?;
        let data = object([("reason", json_text(reason))]);
        return Ok(drafts::about(ids(), types::BATCH_WITHDRAWN, entry, data));
    }
    let is_note = state.notes().iter().any(|note| note.id == entry && note.withdrawn.is_none());
    let is_sent = state.publication(entry).is_some_and(|it| it.withdrawn.is_none());
    let is_sample = state.sample(entry).is_some_and(|it| it.withdrawn.is_none());
    let is_added = state.has_added(entry);
    if !is_note && !is_sent && !is_sample && !is_added && !state.register().has_merge(entry) {
        let record = standing(state, entry)?;
        if let Some(id) = correction {
            let known = record.standing_corrections().any(|it| it.id == id);
            known.then_some(()).ok_or(Refusal::UnknownEntry(id))?;
            check_uncovered(state, record, id)?;
        }
    }
    let mut data = object([("reason", json_text(reason))]);
    correction.map(|id| data.insert("correction".into(), json_text(id.to_string())));
    Ok(drafts::about(ids(), types::ENTRY_WITHDRAWN, entry, data))
}

fn confirm(state: &State, now: Moment, entry: EntryId, ids: Ids<'_>) -> Result<Draft, Refusal> {
    let record = activity(state, entry)?;
    if record.standing(false) != Err(Absent::Planned) {
        return Err(Refusal::NotPlanned(record.sequence));
    }
    let day = record.latest().occurred.to;
    if now.today < day {
        return Err(Refusal::TooEarly { entry: record.sequence, day });
    }
    let seen = standing_hash(state, record, None)?;
    let data = object([("version", json_text(seen.to_string()))]);
    Ok(drafts::about(ids(), types::ENTRY_CONFIRMED, entry, data))
}

/// What is said of a version by a second person.
struct Judged {
    entry: EntryId,
    version: Option<Hash>,
    approved: bool,
    reason: Option<String>,
}

fn judge(state: &State, now: Moment, judged: Judged, ids: Ids<'_>) -> Result<Draft, Refusal> {
    let Judged { entry, version, approved, reason } = judged;
    let record = standing(state, entry)?;
    let seen = standing_hash(state, record, version)?;
    if record.latest().author.user == now.author.user {
        return Err(Refusal::OwnVersion);
    }
    let mut data = object([("version", json_text(seen.to_string()))]);
    match reason {
        Some(reason) => {
            data.insert("reason".into(), json_text(checked_reason(&reason)?));
        }
        None if !approved => return Err(Refusal::NoReason),
        None => {}
    }
    let kind = if approved { types::ENTRY_APPROVED } else { types::ENTRY_REJECTED };
    Ok(drafts::about(ids(), kind, entry, data))
}

fn resolve(state: &State, note: EntryId, entry: EntryId, ids: Ids<'_>) -> Result<Draft, Refusal> {
    let open =
        state.notes().iter().any(|it| it.id == note && it.resolved.is_none() && it.withdrawn.is_none());
    open.then_some(()).ok_or(Refusal::UnknownEntry(note))?;
    activity(state, entry)?;
    let data = object([("entry", json_text(entry.to_string()))]);
    Ok(drafts::about(ids(), types::NOTE_RESOLVED, note, data))
}

/// A reason that is there and within its limit.
pub(super) fn checked_reason(reason: &str) -> Result<&str, Refusal> {
    let reason = reason.trim();
    match reason.chars().count() {
        0 => Err(Refusal::NoReason),
        length if length > MAX_REASON => Err(Refusal::LongReason(length)),
        _ => Ok(reason),
    }
}
