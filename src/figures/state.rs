//! What the entries so far add up to. `apply` only assigns; whether an entry
//! was allowed was decided before it was written.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono_tz::Tz;

use super::misfit::{Misfit, ReplayError};
use super::record::{Content, Judgement, Record, Version};
use super::said::{Said, What, activity, documents, total};
use crate::event::{
    Author, Currency, Day, Entry, EntryId, Evidence, Glance, Hash, Json, Moment, Period, Sealed, YearEnd,
    types,
};
use crate::plan::{
    ActivityType, Adoption, BodyFact, Definition, DefinitionKind, FactKind, Opened, Register, Words,
};

/// A plan as it was adopted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Adopted {
    /// Sequence of the adoption.
    pub sequence: u64,
    /// First day in force.
    pub day: Day,
    /// What was adopted.
    pub adoption: Adoption,
}

/// A note that waits for its type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoteRecord {
    /// Sequence of its entry.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Within which days it happened, when said.
    pub occurred: Option<Period>,
    /// The words.
    pub text: String,
    /// Its documents.
    pub evidence: Vec<Evidence>,
    /// The activity it became.
    pub resolved: Option<EntryId>,
    /// Sequence of the entry that withdrew it.
    pub withdrawn: Option<u64>,
}

/// An import.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Batch {
    /// Sequence of its start.
    pub sequence: u64,
    /// BLAKE3 of the file.
    pub file: Hash,
    /// How many entries it is to bring.
    pub rows: u64,
    /// How many it has brought so far.
    pub entries: u64,
    /// Whether its completion is recorded.
    pub completed: bool,
    /// Sequence of the entry that withdrew it.
    pub withdrawn: Option<u64>,
}

/// Everything that the entries so far say; of a state without records, all but
/// what concerns them.
#[derive(Clone, Debug, Default)]
pub struct State {
    without_records: bool,
    opened: Option<(Opened, String)>,
    zone: Option<Tz>,
    size: u64,
    head: Hash,
    /// Of all entries; of a state without records, none.
    hashes: Vec<Hash>,
    recorded: Option<Moment>,
    ids: HashMap<EntryId, u64>,
    definitions: BTreeMap<u64, Definition>,
    latest: HashMap<(DefinitionKind, String), u64>,
    adoptions: Vec<Adopted>,
    register: Register,
    records: Vec<Record>,
    /// The record of each correction.
    corrected: HashMap<EntryId, usize>,
    by_kind: HashMap<Arc<str>, Vec<usize>>,
    notes: Vec<NoteRecord>,
    batches: BTreeMap<EntryId, Batch>,
    users: HashMap<uuid::Uuid, Option<Sealed>>,
    program: Option<String>,
}

impl State {
    /// Nothing yet, with room for what so many entries say.
    pub fn with_room(entries: u64) -> Self {
        let entries = usize::try_from(entries).unwrap_or(0);
        Self {
            hashes: Vec::with_capacity(entries),
            ids: HashMap::with_capacity(entries),
            records: Vec::with_capacity(entries),
            ..Self::default()
        }
    }

    /// How many entries were applied.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Hash of the last entry; zeros when there is none.
    pub const fn head(&self) -> Hash {
        self.head
    }

    /// Hash of the entry at a place.
    pub fn hash(&self, sequence: u64) -> Option<Hash> {
        usize::try_from(sequence).ok().and_then(|index| self.hashes.get(index)).copied()
    }

    /// When the last entry was appended.
    pub const fn recorded(&self) -> Option<Moment> {
        self.recorded
    }

    /// What entry 0 says.
    pub fn opened(&self) -> Option<&Opened> {
        self.opened.as_ref().map(|(opened, _)| opened)
    }

    /// URI of the ledger.
    pub fn source(&self) -> &str {
        self.opened.as_ref().map_or("", |(_, source)| source)
    }

    /// The time zone of its days.
    pub fn zone(&self) -> Tz {
        self.zone.unwrap_or(Tz::UTC)
    }

    /// The end of its fiscal year, 31 December when entry 0 says nothing.
    pub fn year_end(&self) -> Option<YearEnd> {
        self.opened()?.year_end()
    }

    /// The ledger's currency.
    pub fn currency(&self) -> Option<Currency> {
        self.opened()?.currency()
    }

    /// The place of the entry with this id.
    pub fn sequence_of(&self, id: EntryId) -> Option<u64> {
        self.ids.get(&id).copied()
    }

    /// The definition held by the entry at a place.
    pub fn definition(&self, sequence: u64) -> Option<&Definition> {
        self.definitions.get(&sequence)
    }

    /// The latest version of a definition and its place.
    pub fn latest(&self, kind: DefinitionKind, id: &str) -> Option<(u64, &Definition)> {
        let sequence = *self.latest.get(&(kind, id.to_owned()))?;
        Some((sequence, self.definitions.get(&sequence)?))
    }

    /// All definitions in order.
    pub fn definitions(&self) -> impl Iterator<Item = (u64, &Definition)> {
        self.definitions.iter().map(|(sequence, definition)| (*sequence, definition))
    }

    /// The latest version of an activity type.
    pub fn activity_type(&self, id: &str) -> Option<&ActivityType> {
        match self.latest(DefinitionKind::Type, id)? {
            (_, Definition::Type(kind)) => Some(kind),
            _ => None,
        }
    }

    /// The latest version of each activity type, by id.
    pub fn catalogue(&self) -> Vec<&ActivityType> {
        let mut types: Vec<&ActivityType> = self
            .latest
            .iter()
            .filter(|((kind, _), _)| *kind == DefinitionKind::Type)
            .filter_map(|((_, id), _)| self.activity_type(id))
            .collect();
        types.sort_by(|one, other| one.id.cmp(&other.id));
        types
    }

    /// What the plan adopted first says of itself in its latest version.
    pub fn notice(&self) -> Option<&Words> {
        let first = &self.adoptions.first()?.adoption.id;
        let versions = self.adoptions.iter().filter(|it| it.adoption.id == *first);
        versions.max_by_key(|it| (it.day, it.sequence))?.adoption.notice.as_ref()
    }

    /// All adoptions in order.
    pub fn adoptions(&self) -> &[Adopted] {
        &self.adoptions
    }

    /// The register.
    pub const fn register(&self) -> &Register {
        &self.register
    }

    /// All activities and reported totals in order.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The record whose original, or one of whose corrections, has this id.
    pub fn record(&self, id: EntryId) -> Option<&Record> {
        self.index_of(id).map(|index| &self.records[index])
    }

    /// The records of a type.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Record> {
        self.by_kind.get(kind).into_iter().flatten().map(|&index| &self.records[index])
    }

    /// All notes in order.
    pub fn notes(&self) -> &[NoteRecord] {
        &self.notes
    }

    /// All imports.
    pub const fn batches(&self) -> &BTreeMap<EntryId, Batch> {
        &self.batches
    }

    /// Whether a recorder is registered.
    pub fn knows_user(&self, user: uuid::Uuid) -> bool {
        self.users.contains_key(&user)
    }

    /// The version of the program that wrote the last entries.
    pub fn program(&self) -> Option<&str> {
        self.program.as_deref()
    }

    /// The sealed name of a recorder, where one was given.
    pub fn user_name(&self, user: uuid::Uuid) -> Option<&Sealed> {
        self.users.get(&user)?.as_ref()
    }

    /// The recorders who gave a name, each with it, sealed.
    pub fn named_users(&self) -> impl Iterator<Item = (uuid::Uuid, &Sealed)> {
        self.users.iter().filter_map(|(user, name)| Some((*user, name.as_ref()?)))
    }

    /// The short name of a type of the catalogue's.
    pub fn short_kind<'a>(&self, kind: &'a str) -> &'a str {
        let prefix = self.opened().map_or("", |opened| opened.typeprefix.as_str());
        kind.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('.')).unwrap_or(kind)
    }

    /// A state in which activities and reported totals are passed over: enough
    /// to decide what looks at no earlier one.
    pub fn without_records() -> Self {
        Self { without_records: true, ..Self::default() }
    }

    /// Whether some activities and reported totals were passed over.
    pub const fn is_without_records(&self) -> bool {
        self.without_records
    }

    /// Passes over the next entry, which concerns records only and whose bytes
    /// have this hash.
    pub fn pass_over(&mut self, entry: Glance, hash: Hash) -> Result<(), ReplayError> {
        if let Err(reason) = self.follows(entry.sequence, entry.previous) {
            return Err(ReplayError { sequence: entry.sequence, kind: entry.kind, reason });
        }
        self.resume(entry.sequence + 1, hash, entry.recorded);
        Ok(())
    }

    /// Takes up an entry of which all before it that concern records only are
    /// passed over, without looking at them.
    pub fn take_up_apart(&mut self, said: Said, hash: Hash) -> Result<(), ReplayError> {
        if said.entry.sequence < self.size {
            return Err(said.refused(Misfit::NotNext(self.size)));
        }
        (self.size, self.head) = (said.entry.sequence, said.entry.previous);
        self.take_up(said, hash)
    }

    /// Passes over all entries up to this end.
    pub const fn resume(&mut self, size: u64, head: Hash, recorded: Moment) {
        (self.size, self.head, self.recorded) = (size, head, Some(recorded));
    }

    /// Takes up the next entry, whose bytes have this hash.
    pub fn apply(&mut self, entry: Entry, hash: Hash) -> Result<(), ReplayError> {
        self.take_up(Said::of(entry)?, hash)
    }

    /// Takes up what the next entry says, whose bytes have this hash.
    pub fn take_up(&mut self, mut said: Said, hash: Hash) -> Result<(), ReplayError> {
        if let Err(reason) = self.take(&mut said) {
            return Err(said.refused(reason));
        }
        let entry = &said.entry;
        self.follow(entry.draft.id, entry.recorded, entry.sequence, hash);
        Ok(())
    }

    /// Whether an entry comes next.
    fn follows(&self, sequence: u64, previous: Hash) -> Result<(), Misfit> {
        if sequence != self.size() {
            return Err(Misfit::NotNext(self.size()));
        }
        if previous != self.head() {
            return Err(Misfit::NotLinked);
        }
        Ok(())
    }

    fn follow(&mut self, id: EntryId, recorded: Moment, sequence: u64, hash: Hash) {
        self.ids.insert(id, sequence);
        if !self.without_records {
            self.hashes.push(hash);
        }
        self.resume(sequence + 1, hash, recorded);
    }

    fn take(&mut self, said: &mut Said) -> Result<(), Misfit> {
        let entry = &mut said.entry;
        self.follows(entry.sequence, entry.previous)?;
        if entry.sequence == 0 && entry.draft.kind != types::LEDGER_OPENED {
            return Err(Misfit::NotOpened);
        }
        if let Some(batch) = entry.draft.batch.and_then(|id| self.batches.get_mut(&id)) {
            batch.entries += 1;
        }
        match std::mem::take(&mut said.what) {
            What::Content(content) => self.add_record(entry, content),
            What::Definition(definition) => {
                self.define(entry.sequence, *definition);
                Ok(())
            }
            What::Fact(kind, fact) => self.register_fact(kind, *fact, entry),
            What::Data => self.take_data(entry),
        }
    }

    fn take_data(&mut self, entry: &mut Entry) -> Result<(), Misfit> {
        if let Some((_, FactKind::Merged)) = FactKind::of_entry(&entry.draft.kind) {
            return self.merge(entry);
        }
        match entry.draft.kind.as_str() {
            types::LEDGER_OPENED => self.open(entry),
            types::PLAN_ADOPTED => self.adopt(entry),
            types::USER_REGISTERED => self.register_user(entry),
            types::ENTRY_CORRECTED => self.correct(entry),
            types::ENTRY_WITHDRAWN => self.withdraw(entry),
            types::ENTRY_CONFIRMED => {
                let sequence = entry.sequence;
                self.version_seen(entry)?.confirmed = Some(sequence);
                Ok(())
            }
            types::ENTRY_APPROVED => self.judge(entry, true),
            types::ENTRY_REJECTED => self.judge(entry, false),
            types::NOTE_RECORDED => self.note(entry),
            types::NOTE_RESOLVED => self.resolve(entry),
            types::BATCH_STARTED => self.start_batch(entry),
            types::BATCH_COMPLETED | types::BATCH_WITHDRAWN => self.end_batch(entry),
            types::PROGRAM_CHANGED => {
                self.program = entry.draft.data.get("version").and_then(Json::as_text).map(str::to_owned);
                Ok(())
            }
            types::CLOCK_ACCEPTED | types::LEDGER_REPAIRED | types::LEDGER_RESTORED => Ok(()),
            _ => Err(Misfit::UnknownType),
        }
    }

    fn open(&mut self, entry: &mut Entry) -> Result<(), Misfit> {
        if entry.sequence != 0 {
            return Err(Misfit::SecondOpening);
        }
        let opened = Opened::read(&entry.draft.data).map_err(|_| Misfit::Data)?;
        if opened.format != 1 {
            return Err(Misfit::UnknownFormat(opened.format));
        }
        if let Some(trouble) = opened.trouble(&entry.source) {
            return Err(Misfit::Opening(trouble));
        }
        let zone = opened.timezone.parse().map_err(|_| Misfit::UnknownZone(opened.timezone.clone()))?;
        self.zone = Some(zone);
        self.opened = Some((opened, std::mem::take(&mut entry.source)));
        Ok(())
    }

    fn define(&mut self, sequence: u64, definition: Definition) {
        self.latest.insert((definition.kind(), definition.id().to_owned()), sequence);
        self.definitions.insert(sequence, definition);
    }

    fn adopt(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let adoption = Adoption::read(&entry.draft.data).map_err(|_| Misfit::Data)?;
        let day = entry.draft.occurred.ok_or(Misfit::Member("occurredto"))?.to;
        let undefined = |sequence: &&u64| !self.definitions.contains_key(sequence);
        if let Some(sequence) = adoption.definitions.iter().find(undefined) {
            return Err(Misfit::NotADefinition(*sequence));
        }
        self.adoptions.push(Adopted { sequence: entry.sequence, day, adoption });
        Ok(())
    }

    fn register_user(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let user = entry.draft.data.get("user").and_then(Json::as_text);
        let author = user.and_then(|user| Author::read(user, entry.author.kind.word()));
        let name = entry.draft.data.get("name").map(|name| Sealed::read(name).ok_or(Misfit::Member("name")));
        self.users.insert(author.ok_or(Misfit::Member("user"))?.user, name.transpose()?);
        Ok(())
    }

    fn register_fact(&mut self, kind: FactKind, fact: BodyFact, entry: &mut Entry) -> Result<(), Misfit> {
        let subject = entry.draft.subject.take().ok_or(Misfit::Member("subject"))?;
        if kind == FactKind::Registered {
            self.register.registered(subject, entry.sequence, fact);
            return Ok(());
        }
        let day = entry.draft.occurred.ok_or(Misfit::Member("occurredto"))?.to;
        self.register.changed(&subject, day, entry.sequence, fact);
        Ok(())
    }

    fn merge(&mut self, entry: &mut Entry) -> Result<(), Misfit> {
        let subject = entry.draft.subject.take().ok_or(Misfit::Member("subject"))?;
        let into = entry.draft.data.get("into").and_then(Json::as_text).and_then(|id| id.parse().ok());
        self.register.merged(entry.draft.id, subject, into.ok_or(Misfit::Member("into"))?);
        Ok(())
    }

    fn add_record(&mut self, entry: &mut Entry, content: Content) -> Result<(), Misfit> {
        let index = self.records.len();
        let version = self.version(entry, content, None)?;
        let kind = self.short_kind(&entry.draft.kind);
        let kind = self.by_kind.get_key_value(kind).map_or_else(|| kind.into(), |(known, _)| known.clone());
        self.by_kind.entry(kind.clone()).or_default().push(index);
        self.records.push(Record {
            id: entry.draft.id,
            sequence: entry.sequence,
            kind,
            batch: entry.draft.batch,
            versions: vec![version],
            withdrawn: None,
        });
        Ok(())
    }

    fn version(
        &self,
        entry: &mut Entry,
        content: Content,
        reason: Option<String>,
    ) -> Result<Version, Misfit> {
        Ok(Version {
            sequence: entry.sequence,
            id: entry.draft.id,
            author: entry.author,
            recorded: entry.recorded.day(self.zone()).ok_or(Misfit::BeyondCalendar)?,
            occurred: entry.draft.occurred.ok_or(Misfit::Member("occurredto"))?,
            subject: entry.draft.subject.take(),
            content,
            reason,
            withdrawn: None,
            judgements: vec![],
            confirmed: None,
        })
    }

    /// The record whose original, or one of whose corrections, has this id:
    /// originals stand in order of their sequence.
    fn index_of(&self, id: EntryId) -> Option<usize> {
        let correction = self.corrected.get(&id).copied();
        let original = || {
            let sequence = self.sequence_of(id)?;
            self.records.binary_search_by_key(&sequence, |record| record.sequence).ok()
        };
        correction.or_else(original)
    }

    fn index_of_original(&self, entry: &Entry) -> Result<usize, Misfit> {
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        let index = self.index_of(id).ok_or(Misfit::Absent(id))?;
        if self.records[index].id == id { Ok(index) } else { Err(Misfit::NotTheOriginal(id)) }
    }

    fn original(&mut self, entry: &Entry) -> Result<&mut Record, Misfit> {
        let index = self.index_of_original(entry)?;
        Ok(&mut self.records[index])
    }

    fn correct(&mut self, entry: &mut Entry) -> Result<(), Misfit> {
        let index = self.index_of_original(entry)?;
        let content =
            entry.draft.data.get("content").and_then(Json::as_object).ok_or(Misfit::Member("content"))?;
        let content = match self.records[index].versions[0].content {
            Content::Activity(_) => activity(content.clone())?,
            Content::Total(_) => total(content)?,
        };
        let reason = entry.draft.data.get("reason").and_then(Json::as_text).map(str::to_owned);
        self.corrected.insert(entry.draft.id, index);
        let version = self.version(entry, content, reason)?;
        self.records[index].versions.push(version);
        Ok(())
    }

    fn withdraw(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        if self.register.unmerged(id) {
            return Ok(());
        }
        if let Some(note) = self.notes.iter_mut().find(|note| note.id == id) {
            note.withdrawn = Some(entry.sequence);
            return Ok(());
        }
        if self.without_records {
            return Ok(());
        }
        let correction = entry.draft.data.get("correction").and_then(Json::as_text);
        let sequence = entry.sequence;
        let record = self.original(entry)?;
        match correction {
            None => record.withdrawn = Some(sequence),
            Some(text) => {
                let id: EntryId = text.parse().map_err(|_| Misfit::Member("correction"))?;
                let mut corrections = record.versions.iter_mut().skip(1);
                let version = corrections.find(|version| version.id == id).ok_or(Misfit::Absent(id))?;
                version.withdrawn = Some(sequence);
            }
        }
        Ok(())
    }

    fn judge(&mut self, entry: &Entry, approved: bool) -> Result<(), Misfit> {
        let sequence = entry.sequence;
        self.version_seen(entry)?.judgements.push(Judgement { sequence, approved });
        Ok(())
    }

    /// The version that an entry names by its hash.
    fn version_seen(&mut self, entry: &Entry) -> Result<&mut Version, Misfit> {
        let seen: Option<Hash> =
            entry.draft.data.get("version").and_then(Json::as_text).and_then(|hash| hash.parse().ok());
        let seen = seen.ok_or(Misfit::Member("version"))?;
        let index = self.index_of_original(entry)?;
        let hashes = &self.hashes;
        let is_seen = |version: &&mut Version| {
            hashes.get(usize::try_from(version.sequence).unwrap_or(usize::MAX)) == Some(&seen)
        };
        self.records[index].versions.iter_mut().find(is_seen).ok_or(Misfit::NoSuchVersion(seen))
    }

    fn note(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let text = entry.draft.data.get("text").and_then(Json::as_text).ok_or(Misfit::Member("text"))?;
        self.notes.push(NoteRecord {
            sequence: entry.sequence,
            id: entry.draft.id,
            occurred: entry.draft.occurred,
            text: text.to_owned(),
            evidence: documents(&entry.draft.data).ok_or(Misfit::Member("evidence"))?,
            resolved: None,
            withdrawn: None,
        });
        Ok(())
    }

    fn resolve(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let activity = entry.draft.data.get("entry").and_then(Json::as_text).and_then(|id| id.parse().ok());
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        let note = self.notes.iter_mut().find(|note| note.id == id).ok_or(Misfit::Absent(id))?;
        note.resolved = Some(activity.ok_or(Misfit::Member("entry"))?);
        Ok(())
    }

    fn start_batch(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let file = entry.draft.data.get("file").and_then(Json::as_text).and_then(|hash| hash.parse().ok());
        let file = file.ok_or(Misfit::Member("file"))?;
        let rows = entry.draft.data.get("rows").and_then(Json::as_int);
        let rows = rows.and_then(|rows| u64::try_from(rows).ok()).ok_or(Misfit::Member("rows"))?;
        let sequence = entry.sequence;
        let batch = Batch { sequence, file, rows, entries: 0, completed: false, withdrawn: None };
        self.batches.insert(entry.draft.id, batch);
        Ok(())
    }

    fn end_batch(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        let batch = self.batches.get_mut(&id).ok_or(Misfit::Absent(id))?;
        if entry.draft.kind == types::BATCH_COMPLETED {
            batch.completed = true;
            return Ok(());
        }
        batch.withdrawn = Some(entry.sequence);
        for record in self.records.iter_mut().filter(|record| record.batch == Some(id)) {
            record.withdrawn.get_or_insert(entry.sequence);
        }
        Ok(())
    }
}
