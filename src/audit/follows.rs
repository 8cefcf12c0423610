//! Whether an entry may follow what stands before it.
//!
//! The rules are those of `docs/format.md`, written a second time beside the
//! ones that decide what is recorded: the verifier shares no shortcut with the
//! writer. What an entry holds in itself was checked when it was read.

use super::Misstep;
use crate::event::{
    BodyId, Currency, Draft, Entry, EntryId, Hash, Json, MAX_INDICATORS, MAX_TYPES, Object, Period,
    read_activity, types,
};
use crate::figures::{Content, NoteRecord, Record, State, Version};
use crate::plan::{ActivityType, Adoption, Definition, DefinitionKind, FactKind, check_fields, precise};

/// Whether the entry may be the next one.
pub(super) fn follows(state: &State, entry: &Entry) -> Result<(), Misstep> {
    let draft = &entry.draft;
    in_batch(state, draft)?;
    if let Some(kind) = DefinitionKind::of_entry(&draft.kind) {
        return definition(state, kind, draft);
    }
    if let Some((_, fact)) = FactKind::of_entry(&draft.kind) {
        return register(state, fact, draft);
    }
    match draft.kind.as_str() {
        types::PLAN_ADOPTED => adoption(state, draft),
        types::TOTAL_REPORTED => total(state, draft, &draft.data),
        types::ENTRY_CORRECTED => correction(state, draft),
        types::ENTRY_WITHDRAWN => withdrawal(state, draft),
        types::ENTRY_CONFIRMED => confirmation(state, entry),
        types::ENTRY_APPROVED | types::ENTRY_REJECTED => judgement(state, entry),
        types::NOTE_RESOLVED => resolution(state, draft),
        types::BATCH_COMPLETED | types::BATCH_WITHDRAWN => batch_end(state, draft),
        types::BATCH_STARTED | types::NOTE_RECORDED => own_version(draft),
        kind if kind.starts_with(types::PREFIX) => own_version(draft),
        _ => activity(state, draft),
    }
}

/// All entries of the program's own are of version 1.
fn own_version(draft: &Draft) -> Result<(), Misstep> {
    holds(draft.version == 1, Misstep::OwnVersion)
}

fn holds(truth: bool, otherwise: Misstep) -> Result<(), Misstep> {
    if truth { Ok(()) } else { Err(otherwise) }
}

fn in_batch(state: &State, draft: &Draft) -> Result<(), Misstep> {
    let Some(id) = draft.batch else { return Ok(()) };
    let open = state.batches().get(&id).is_some_and(|batch| !batch.completed && batch.withdrawn.is_none());
    holds(open, Misstep::BatchNotOpen)
}

fn definition(state: &State, kind: DefinitionKind, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let next = Definition::read(kind, &draft.data).map_err(|_| Misstep::Definition)?;
    let before = state.latest(kind, next.id()).map_or(0, |(_, known)| known.version());
    let types = || state.catalogue().len();
    let many = kind == DefinitionKind::Type && before == 0 && types() >= MAX_TYPES;
    holds(!many, Misstep::TooManyTypes)?;
    holds(next.version() == before + 1, Misstep::DefinitionVersion)
}

fn adoption(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let next = Adoption::read(&draft.data).map_err(|_| Misstep::Adoption)?;
    let before = state.adoptions().iter().filter(|it| it.adoption.id == next.id).count();
    holds(usize::try_from(next.version) == Ok(before + 1), Misstep::PlanVersion)?;
    let is_indicator = |place: &&u64| matches!(state.definition(**place), Some(Definition::Indicator(_)));
    let indicators = next.definitions.iter().filter(is_indicator).count();
    holds(indicators <= MAX_INDICATORS, Misstep::TooManyIndicators)?;
    one_day(draft.occurred)
}

fn one_day(occurred: Option<Period>) -> Result<(), Misstep> {
    holds(occurred.is_some_and(|days| days.from == days.to), Misstep::NotOneDay)
}

fn register(state: &State, fact: FactKind, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let subject = draft.subject.as_ref().ok_or(Misstep::NoSubject)?;
    let of_its_kind = fact.entry_type(subject.kind()) == draft.kind;
    holds(of_its_kind, Misstep::SubjectKind)?;
    let known = |id: &BodyId| state.register().get(id).is_some();
    if fact == FactKind::Registered {
        return holds(!known(subject), Misstep::RegisteredTwice);
    }
    holds(known(subject), Misstep::NotRegistered)?;
    let named = |name: &str| draft.data.get(name).and_then(Json::as_text);
    let other = named("into").or_else(|| named("successor"));
    let other: Option<BodyId> = other.and_then(|text| text.parse().ok());
    holds(other.as_ref().is_none_or(known), Misstep::OtherNotRegistered)?;
    let apart = fact != FactKind::Merged
        || other.is_some_and(|other| {
            let canonical = |id| state.register().canonical(id);
            other.kind() == subject.kind() && canonical(&other) != canonical(subject)
        });
    holds(apart, Misstep::NotToMerge)
}

fn activity(state: &State, draft: &Draft) -> Result<(), Misstep> {
    let short = state.short_kind(&draft.kind);
    holds(short != draft.kind, Misstep::TypePrefix)?;
    let kind = state.definitions().find_map(|(_, definition)| match definition {
        Definition::Type(kind) if kind.id == short && kind.version == draft.version => Some(kind),
        _ => None,
    });
    content(state, kind.ok_or(Misstep::TypeUnknown)?, draft, &draft.data)
}

fn content(state: &State, kind: &ActivityType, draft: &Draft, data: &Object) -> Result<(), Misstep> {
    let activity = read_activity(data.clone()).map_err(|_| Misstep::Activity)?;
    let known = |id: &BodyId| state.register().get(id).is_some();
    holds(draft.subject.as_ref().is_none_or(known), Misstep::SubjectUnknown)?;
    let larger = activity.partof.is_none_or(|id| is_original(state, id));
    holds(larger, Misstep::NotAPart)?;
    let currency = state.currency().unwrap_or(Currency::NONE);
    let problems = check_fields(kind, &activity.fields, currency, state.register());
    holds(problems.is_empty(), Misstep::Fields)
}

fn total(state: &State, draft: &Draft, data: &Object) -> Result<(), Misstep> {
    own_version(draft)?;
    one_day(draft.occurred)?;
    let word = |name: &str| data.get(name).and_then(Json::as_text).unwrap_or_default();
    let last = draft.occurred.map(|days| days.to.to_string());
    holds(last.as_deref() == Some(word("to")), Misstep::TotalDay)?;
    holds(word("from") <= word("to"), Misstep::PeriodOrder)?;
    let Some((_, Definition::Indicator(indicator))) =
        state.latest(DefinitionKind::Indicator, word("indicator"))
    else {
        return Err(Misstep::IndicatorUnknown);
    };
    let value = data.get("value").ok_or(Misstep::NoValue)?;
    let is_money = value.as_object().is_some_and(|members| members.contains_key("amount"));
    let fits = precise(value, indicator.currency.as_deref()).is_some();
    holds(fits && is_money == indicator.currency.is_some(), Misstep::ValueUnfit)
}

fn is_original(state: &State, id: EntryId) -> bool {
    state.record(id).is_some_and(|record| record.id == id)
}

/// The record that an entry is about, not withdrawn.
fn standing<'a>(state: &'a State, draft: &Draft) -> Result<&'a Record, Misstep> {
    let id = draft.corrected.ok_or(Misstep::NamesNone)?;
    let record = state.record(id).filter(|record| record.id == id);
    let record = record.ok_or(Misstep::NotTheOriginal)?;
    holds(record.withdrawn.is_none(), Misstep::Withdrawn)?;
    Ok(record)
}

fn hash_of(draft: &Draft, name: &str) -> Option<Hash> {
    draft.data.get(name).and_then(Json::as_text).and_then(|text| text.parse().ok())
}

fn names(state: &State, draft: &Draft, name: &str, version: &Version) -> bool {
    hash_of(draft, name).is_some_and(|hash| state.hash(version.sequence) == Some(hash))
}

fn correction(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let record = standing(state, draft)?;
    let latest = record.latest();
    holds(names(state, draft, "replaces", latest), Misstep::OtherVersion)?;
    let data = draft.data.get("content").and_then(Json::as_object).ok_or(Misstep::NoContent)?;
    match &record.versions[0].content {
        Content::Total(_) => total(state, draft, data),
        Content::Activity(_) => {
            let kind = state.activity_type(&record.kind).ok_or(Misstep::TypeUnknown)?;
            content(state, kind, draft, data)
        }
    }
}

fn withdrawal(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let id = draft.corrected.ok_or(Misstep::NamesNone)?;
    let correction = draft.data.get("correction").and_then(Json::as_text);
    let is_note = |note: &NoteRecord| note.id == id && note.withdrawn.is_none();
    let whole = correction.is_none();
    if whole && (state.notes().iter().any(is_note) || state.register().has_merge(id)) {
        return Ok(());
    }
    let record = standing(state, draft)?;
    let Some(text) = correction else { return Ok(()) };
    let named = |version: &Version| version.id.to_string() == text && version.withdrawn.is_none();
    holds(record.versions.iter().skip(1).any(named), Misstep::NoCorrection)
}

fn confirmation(state: &State, entry: &Entry) -> Result<(), Misstep> {
    own_version(&entry.draft)?;
    let record = standing(state, &entry.draft)?;
    let latest = record.latest();
    holds(record.is_planned(latest), Misstep::NotPlanned)?;
    let day = entry.recorded.day(state.zone());
    holds(day.is_some_and(|day| day >= latest.occurred.to), Misstep::TooEarly)
}

fn judgement(state: &State, entry: &Entry) -> Result<(), Misstep> {
    own_version(&entry.draft)?;
    let record = standing(state, &entry.draft)?;
    let seen = |version: &&Version| names(state, &entry.draft, "version", version);
    let version = record.versions.iter().find(seen).ok_or(Misstep::NoVersion)?;
    holds(version.author.user != entry.author.user, Misstep::OwnJudge)
}

fn resolution(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let open = |note: &&NoteRecord| {
        Some(note.id) == draft.corrected && note.resolved.is_none() && note.withdrawn.is_none()
    };
    holds(state.notes().iter().any(|note| open(&note)), Misstep::NoOpenNote)?;
    let entry = draft.data.get("entry").and_then(Json::as_text).and_then(|text| text.parse().ok());
    holds(entry.is_some_and(|id| is_original(state, id)), Misstep::NotAnActivity)
}

fn batch_end(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let batch = draft.corrected.and_then(|id| state.batches().get(&id));
    let batch = batch.ok_or(Misstep::NoBatch)?;
    let again = draft.kind == types::BATCH_COMPLETED && batch.completed;
    holds(!again && batch.withdrawn.is_none(), Misstep::BatchEnded)
}
