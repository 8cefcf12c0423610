//! What an entry changes: the one place that says which type does what.

use std::sync::Arc;

use super::{Adopted, State, TakenUp};
use crate::event::{Author, Days, Entry, Hash, Json, Sealed, Zone, types};
use crate::figures::misfit::Misfit;
use crate::figures::said::{Said, What};
use crate::plan::{Adoption, BodyFact, Definition, FactKind, Opened};

impl State {
    /// Takes up what an entry says.
    pub(super) fn take(&mut self, said: &mut Said, hash: Hash) -> Result<TakenUp, Misfit> {
        let entry = &mut said.entry;
        self.follows(entry.sequence, entry.previous)?;
        if entry.sequence == 0 && entry.draft.kind != types::LEDGER_OPENED {
            return Err(Misfit::NotOpened);
        }
        if let Some(id) = entry.draft.batch
            && let Some(batch) = Arc::make_mut(&mut self.batches).get_mut(&id)
        {
            batch.entries += 1;
        }
        match std::mem::take(&mut said.what) {
            What::Content(content) => self.add(entry, content, hash).map(TakenUp::of_record),
            What::Definition(definition) => {
                self.touch_all(entry.sequence);
                self.define(entry.sequence, *definition);
                Ok(TakenUp::Apart)
            }
            What::Fact(kind, fact) => {
                // What stands before it names no body that it registers.
                if kind != FactKind::Registered {
                    self.touch_all(entry.sequence);
                }
                self.register_fact(kind, *fact, entry).map(|()| TakenUp::Apart)
            }
            What::Revised(activity) => self.correct(entry, Some(*activity), hash).map(TakenUp::of_record),
            What::Data => self.take_data(entry, hash),
        }
    }

    fn take_data(&mut self, entry: &mut Entry, hash: Hash) -> Result<TakenUp, Misfit> {
        let is_indexed = match entry.draft.kind.as_str() {
            types::ENTRY_CORRECTED => self.correct(entry, None, hash),
            types::ENTRY_CONFIRMED => self.confirm(entry),
            types::ENTRY_APPROVED => self.judge(entry, true),
            types::ENTRY_REJECTED => self.judge(entry, false),
            types::ENTRY_WITHDRAWN => return self.withdraw(entry),
            types::EVIDENCE_ADDED => return self.back(entry),
            _ => return self.take_other(entry).map(|()| TakenUp::Apart),
        };
        is_indexed.map(TakenUp::of_record)
    }

    fn take_other(&mut self, entry: &mut Entry) -> Result<(), Misfit> {
        if let Some((_, FactKind::Merged)) = FactKind::of_entry(&entry.draft.kind) {
            self.touch_all(entry.sequence);
            return self.merge(entry);
        }
        match entry.draft.kind.as_str() {
            types::LEDGER_OPENED => self.open(entry),
            types::PLAN_ADOPTED => self.adopt(entry),
            types::USER_REGISTERED => self.register_user(entry),
            types::NOTE_RECORDED => self.note(entry),
            types::TABLE_PUBLISHED => self.publish(entry),
            types::SAMPLE_DRAWN => self.draw_sample(entry),
            types::SAMPLE_TESTED => self.test_item(entry),
            types::PERSON_ERASUREREQUESTED => self.request_erasure(entry),
            types::PERSON_ERASED => self.erase(entry),
            types::NOTE_RESOLVED => self.resolve(entry),
            types::BATCH_STARTED => self.start_batch(entry),
            types::BATCH_COMPLETED | types::BATCH_WITHDRAWN => self.end_batch(entry),
            types::PROGRAM_CHANGED => {
                self.program = entry.draft.data.get("version").and_then(Json::as_text).map(str::to_owned);
                Ok(())
            }
            types::FISCALYEAR_VALUED => self.value_year(entry),
            types::FISCALYEAR_CLOSED => self.close_year(entry),
            types::FISCALYEAR_NOTIFIED => self.notify_year(entry),
            types::KEY_ROTATED | types::LEDGER_RESUMED => self.change_key(entry),
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
        let zone: Zone = opened.timezone.parse().map_err(|_| Misfit::UnknownZone(opened.timezone.clone()))?;
        self.days = Days::of(zone);
        self.opened = Some(Arc::new((opened, std::mem::take(&mut entry.source))));
        Ok(())
    }

    fn define(&mut self, sequence: u64, definition: Definition) {
        if let Definition::Type(kind) = &definition
            && let Some(closes) = &kind.closes
        {
            let closing = Arc::make_mut(&mut self.closing);
            closing.entry(closes.kind.clone()).or_default().insert(kind.id.clone());
        }
        if let Some(index) = &mut self.index {
            index.define(&definition);
        }
        Arc::make_mut(&mut self.latest).insert((definition.kind(), definition.id().to_owned()), sequence);
        Arc::make_mut(&mut self.definitions).insert(sequence, definition);
    }

    fn adopt(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let adoption = Adoption::read(&entry.draft.data).map_err(|_| Misfit::Data)?;
        let day = entry.draft.occurred.ok_or(Misfit::Member("occurredto"))?.to;
        let undefined = |sequence: &&u64| !self.definitions.contains_key(sequence);
        if let Some(sequence) = adoption.definitions.iter().find(undefined) {
            return Err(Misfit::NotADefinition(*sequence));
        }
        self.touch_all(entry.sequence);
        Arc::make_mut(&mut self.adoptions).push(Adopted { sequence: entry.sequence, day, adoption });
        Ok(())
    }

    fn register_user(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let user = entry.draft.data.get("user").and_then(Json::as_text);
        let author = user.and_then(|user| Author::read(user, entry.author.kind.word()));
        let name = entry.draft.data.get("name").map(|name| Sealed::read(name).ok_or(Misfit::Member("name")));
        let user = author.ok_or(Misfit::Member("user"))?.user;
        Arc::make_mut(&mut self.users).insert(user, name.transpose()?);
        Ok(())
    }

    fn register_fact(&mut self, kind: FactKind, fact: BodyFact, entry: &mut Entry) -> Result<(), Misfit> {
        let subject = entry.draft.subject.take().ok_or(Misfit::Member("subject"))?;
        if kind == FactKind::Registered {
            Arc::make_mut(&mut self.register).registered(subject, entry.sequence, fact);
            return Ok(());
        }
        let day = entry.draft.occurred.ok_or(Misfit::Member("occurredto"))?.to;
        Arc::make_mut(&mut self.register).changed(&subject, day, entry.sequence, fact);
        Ok(())
    }

    fn merge(&mut self, entry: &mut Entry) -> Result<(), Misfit> {
        let subject = entry.draft.subject.take().ok_or(Misfit::Member("subject"))?;
        let into = entry.draft.data.get("into").and_then(Json::as_text).and_then(|id| id.parse().ok());
        let into = into.ok_or(Misfit::Member("into"))?;
        Arc::make_mut(&mut self.register).merged(entry.draft.id, subject, into);
        Ok(())
    }
}
