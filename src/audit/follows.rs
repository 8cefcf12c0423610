//! Whether an entry may follow what stands before it.
//!
//! The rules are those of `docs/format.md`, written a second time beside the
//! ones that decide what is recorded: the verifier shares no shortcut with the
//! writer. What an entry holds in itself was checked when it was read.

use crate::event::{
    BodyId, Currency, Draft, Entry, EntryId, Hash, Json, MAX_INDICATORS, MAX_TYPES, Object, Period,
    read_activity, types,
};
use crate::figures::{Content, NoteRecord, Record, State, Version};
use crate::plan::{ActivityType, Adoption, Definition, DefinitionKind, FactKind, check_fields, precise};

/// Why an entry may not follow.
type Reason = &'static str;

/// Whether the entry may be the next one.
pub(super) fn follows(state: &State, entry: &Entry) -> Result<(), Reason> {
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
fn own_version(draft: &Draft) -> Result<(), Reason> {
    holds(draft.version == 1, "format 1 knows version 1 of this type only")
}

fn holds(truth: bool, otherwise: Reason) -> Result<(), Reason> {
    if truth { Ok(()) } else { Err(otherwise) }
}

fn in_batch(state: &State, draft: &Draft) -> Result<(), Reason> {
    let Some(id) = draft.batch else { return Ok(()) };
    let open = state.batches().get(&id).is_some_and(|batch| !batch.completed && batch.withdrawn.is_none());
    holds(open, "it belongs to a batch that is not open")
}

fn definition(state: &State, kind: DefinitionKind, draft: &Draft) -> Result<(), Reason> {
    own_version(draft)?;
    let next = Definition::read(kind, &draft.data).map_err(|_| "the definition is not as format 1 has it")?;
    let before = state.latest(kind, next.id()).map_or(0, |(_, known)| known.version());
    let types = || state.catalogue().len();
    let many = kind == DefinitionKind::Type && before == 0 && types() >= MAX_TYPES;
    holds(!many, "the catalogue has 300 types already")?;
    holds(next.version() == before + 1, "the definition's version is not the next")
}

fn adoption(state: &State, draft: &Draft) -> Result<(), Reason> {
    own_version(draft)?;
    let next = Adoption::read(&draft.data).map_err(|_| "the adoption is not as format 1 has it")?;
    let before = state.adoptions().iter().filter(|it| it.adoption.id == next.id).count();
    holds(usize::try_from(next.version) == Ok(before + 1), "the plan's version is not the next")?;
    let is_indicator = |place: &&u64| matches!(state.definition(**place), Some(Definition::Indicator(_)));
    let indicators = next.definitions.iter().filter(is_indicator).count();
    holds(indicators <= MAX_INDICATORS, "the plan has over 500 indicators")?;
    one_day(draft.occurred)
}

fn one_day(occurred: Option<Period>) -> Result<(), Reason> {
    holds(occurred.is_some_and(|days| days.from == days.to), "its first and last day are not the same")
}

fn register(state: &State, fact: FactKind, draft: &Draft) -> Result<(), Reason> {
    own_version(draft)?;
    let subject = draft.subject.as_ref().ok_or("a register fact names its body as subject")?;
    let of_its_kind = fact.entry_type(subject.kind()) == draft.kind;
    holds(of_its_kind, "the subject is a body of another kind")?;
    let known = |id: &BodyId| state.register().get(id).is_some();
    if fact == FactKind::Registered {
        return holds(!known(subject), "the body is registered already");
    }
    holds(known(subject), "the body is not registered")?;
    let named = |name: &str| draft.data.get(name).and_then(Json::as_text);
    let other = named("into").or_else(|| named("successor"));
    let other: Option<BodyId> = other.and_then(|text| text.parse().ok());
    holds(other.as_ref().is_none_or(known), "the other body is not registered")?;
    let apart = fact != FactKind::Merged
        || other.is_some_and(|other| {
            let canonical = |id| state.register().canonical(id);
            other.kind() == subject.kind() && canonical(&other) != canonical(subject)
        });
    holds(apart, "the two bodies are one already, or of two kinds")
}

fn activity(state: &State, draft: &Draft) -> Result<(), Reason> {
    let short = state.short_kind(&draft.kind);
    holds(short != draft.kind, "its type has another prefix than the ledger's")?;
    let kind = state.definitions().find_map(|(_, definition)| match definition {
        Definition::Type(kind) if kind.id == short && kind.version == draft.version => Some(kind),
        _ => None,
    });
    content(state, kind.ok_or("its type is not in the catalogue")?, draft, &draft.data)
}

fn content(state: &State, kind: &ActivityType, draft: &Draft, data: &Object) -> Result<(), Reason> {
    let activity = read_activity(data.clone()).map_err(|_| "the activity is not as format 1 has it")?;
    let known = |id: &BodyId| state.register().get(id).is_some();
    holds(draft.subject.as_ref().is_none_or(known), "its subject is not registered")?;
    let larger = activity.partof.is_none_or(|id| is_original(state, id));
    holds(larger, "it is a part of what is no activity")?;
    let currency = state.currency().unwrap_or(Currency::NONE);
    let problems = check_fields(kind, &activity.fields, currency, &known);
    holds(problems.is_empty(), "its fields are not as its type has them")
}

fn total(state: &State, draft: &Draft, data: &Object) -> Result<(), Reason> {
    own_version(draft)?;
    one_day(draft.occurred)?;
    let word = |name: &str| data.get(name).and_then(Json::as_text).unwrap_or_default();
    let last = draft.occurred.map(|days| days.to.to_string());
    holds(last.as_deref() == Some(word("to")), "its day is not the last of its period")?;
    holds(word("from") <= word("to"), "its period ends before it starts")?;
    let Some((_, Definition::Indicator(indicator))) =
        state.latest(DefinitionKind::Indicator, word("indicator"))
    else {
        return Err("its indicator is not defined");
    };
    let value = data.get("value").ok_or("it has no value")?;
    let is_money = value.as_object().is_some_and(|members| members.contains_key("amount"));
    let fits = precise(value, indicator.currency.as_deref()).is_some();
    holds(fits && is_money == indicator.currency.is_some(), "its value does not fit its indicator")
}

fn is_original(state: &State, id: EntryId) -> bool {
    state.record(id).is_some_and(|record| record.id == id)
}

/// The record that an entry is about, not withdrawn.
fn standing<'a>(state: &'a State, draft: &Draft) -> Result<&'a Record, Reason> {
    let id = draft.corrected.ok_or("it does not name the entry it is about")?;
    let record = state.record(id).filter(|record| record.id == id);
    let record = record.ok_or("it is not about an original entry")?;
    holds(record.withdrawn.is_none(), "it is about what was withdrawn, which is final")?;
    Ok(record)
}

fn hash_of(draft: &Draft, name: &str) -> Option<Hash> {
    draft.data.get(name).and_then(Json::as_text).and_then(|text| text.parse().ok())
}

fn names(state: &State, draft: &Draft, name: &str, version: &Version) -> bool {
    hash_of(draft, name).is_some_and(|hash| state.hash(version.sequence) == Some(hash))
}

fn correction(state: &State, draft: &Draft) -> Result<(), Reason> {
    own_version(draft)?;
    let record = standing(state, draft)?;
    let latest = record.latest();
    holds(names(state, draft, "replaces", latest), "it replaces another version than the standing one")?;
    let data = draft.data.get("content").and_then(Json::as_object).ok_or("it has no content")?;
    match &record.versions[0].content {
        Content::Total(_) => total(state, draft, data),
        Content::Activity(_) => {
            let kind = state.activity_type(&record.kind).ok_or("its type is not in the catalogue")?;
            content(state, kind, draft, data)
        }
    }
}

fn withdrawal(state: &State, draft: &Draft) -> Result<(), Reason> {
    own_version(draft)?;
    let id = draft.corrected.ok_or("it does not name the entry it is about")?;
    let correction = draft.data.get("correction").and_then(Json::as_text);
    let is_note = |note: &NoteRecord| note.id == id && note.withdrawn.is_none();
    let whole = correction.is_none();
    if whole && (state.notes().iter().any(is_note) || state.register().has_merge(id)) {
        return Ok(());
    }
    let record = standing(state, draft)?;
    let Some(text) = correction else { return Ok(()) };
    let named = |version: &Version| version.id.to_string() == text && version.withdrawn.is_none();
    holds(record.versions.iter().skip(1).any(named), "it names no standing correction")
}

fn confirmation(state: &State, entry: &Entry) -> Result<(), Reason> {
    own_version(&entry.draft)?;
    let record = standing(state, &entry.draft)?;
    let latest = record.latest();
    holds(record.is_planned(latest), "it confirms what is not planned")?;
    let day = entry.recorded.day(state.zone());
    holds(day.is_some_and(|day| day >= latest.occurred.to), "it confirms before the day")
}

fn judgement(state: &State, entry: &Entry) -> Result<(), Reason> {
    own_version(&entry.draft)?;
    let record = standing(state, &entry.draft)?;
    let seen = |version: &&Version| names(state, &entry.draft, "version", version);
    let version = record.versions.iter().find(seen).ok_or("it names no version of the entry")?;
    holds(version.author.user != entry.author.user, "a version is judged by its own recorder")
}

fn resolution(state: &State, draft: &Draft) -> Result<(), Reason> {
    own_version(draft)?;
    let open = |note: &&NoteRecord| {
        Some(note.id) == draft.corrected && note.resolved.is_none() && note.withdrawn.is_none()
    };
    holds(state.notes().iter().any(|note| open(&note)), "it resolves what is no open note")?;
    let entry = draft.data.get("entry").and_then(Json::as_text).and_then(|text| text.parse().ok());
    holds(entry.is_some_and(|id| is_original(state, id)), "a note becomes what is no activity")
}

fn batch_end(state: &State, draft: &Draft) -> Result<(), Reason> {
    own_version(draft)?;
    let batch = draft.corrected.and_then(|id| state.batches().get(&id));
    let batch = batch.ok_or("it is about a batch that is not there")?;
    let again = draft.kind == types::BATCH_COMPLETED && batch.completed;
    holds(!again && batch.withdrawn.is_none(), "the batch has ended already")
}
