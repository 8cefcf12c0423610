//! Samples that auditors tested, and what they found.

use std::sync::Arc;

use super::State;
use crate::event::{Author, Day, Entry, EntryId, Evidence, Exact, Hash, Json, Moment, Object};
use crate::figures::misfit::Misfit;
use crate::figures::said::documents;
use crate::figures::sampling::Sampling;

/// A sample whose tests are recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SampleRecord {
    /// Sequence of its entry.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Who recorded it.
    pub author: Author,
    /// When.
    pub recorded: Moment,
    /// The day on which it was recorded, in the ledger's zone.
    pub day: Day,
    /// What draws it.
    pub sampling: Sampling,
    /// What was found, in the order in which it was recorded.
    pub tests: Vec<Tested>,
    /// Sequence of the entry that withdrew it with all its tests.
    pub withdrawn: Option<u64>,
}

impl SampleRecord {
    /// What was found last of an item.
    pub fn last_test(&self, entry: EntryId) -> Option<&Tested> {
        self.tests.iter().rev().find(|test| test.entry == entry)
    }
}

/// What was found of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tested {
    /// Sequence of its entry.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Who recorded it.
    pub author: Author,
    /// When.
    pub recorded: Moment,
    /// The original entry that was tested.
    pub entry: EntryId,
    /// Hash of the version that was tested.
    pub version: Hash,
    /// Whether it is not as it should be.
    pub exception: bool,
    /// The amount that was found, in the indicator's unit.
    pub audited: Option<Exact>,
    /// In words.
    pub remark: Option<String>,
    /// The day on which it was tested.
    pub on: Option<Day>,
    /// The working paper.
    pub evidence: Vec<Evidence>,
}

impl State {
    /// All samples whose tests are recorded, in order.
    pub fn samples(&self) -> &[SampleRecord] {
        &self.samples
    }

    /// The sample of this id.
    pub fn sample(&self, id: EntryId) -> Option<&SampleRecord> {
        self.samples.iter().find(|it| it.id == id)
    }

    /// The samples that stand, in order.
    pub fn standing_samples(&self) -> impl Iterator<Item = &SampleRecord> {
        self.samples.iter().filter(|it| it.withdrawn.is_none())
    }

    /// The test of this id, with its sample.
    pub fn test(&self, id: EntryId) -> Option<(&SampleRecord, &Tested)> {
        self.samples.iter().find_map(|sample| Some((sample, sample.tests.iter().find(|it| it.id == id)?)))
    }

    /// What was found last of an entry in each sample that stands.
    pub fn tests_of(&self, entry: EntryId) -> impl Iterator<Item = (&SampleRecord, &Tested)> {
        self.standing_samples().filter_map(move |sample| Some((sample, sample.last_test(entry)?)))
    }

    pub(super) fn draw_sample(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let sampling = Sampling::read(&entry.draft.data).ok_or(Misfit::Data)?;
        let sample = SampleRecord {
            sequence: entry.sequence,
            id: entry.draft.id,
            author: entry.author,
            recorded: entry.recorded,
            day: self.days.day(entry.recorded).ok_or(Misfit::BeyondCalendar)?,
            sampling,
            tests: vec![],
            withdrawn: None,
        };
        Arc::make_mut(&mut self.samples).push(sample);
        Ok(())
    }

    pub(super) fn test_item(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let sample: EntryId = entry
            .draft
            .data
            .get("sample")
            .and_then(Json::as_text)
            .and_then(|text| text.parse().ok())
            .ok_or(Misfit::Member("sample"))?;
        let test = tested(entry, &entry.draft.data).ok_or(Misfit::Data)?;
        let mut samples = Arc::make_mut(&mut self.samples).iter_mut();
        let sample = samples.find(|it| it.id == sample).ok_or(Misfit::Absent(sample))?;
        sample.tests.push(test);
        Ok(())
    }
}

fn tested(entry: &Entry, data: &Object) -> Option<Tested> {
    let word = |name: &str| data.get(name).and_then(Json::as_text);
    Some(Tested {
        sequence: entry.sequence,
        id: entry.draft.id,
        author: entry.author,
        recorded: entry.recorded,
        entry: entry.draft.corrected?,
        version: word("version")?.parse().ok()?,
        exception: data.get("exception")?.as_bool()?,
        audited: word("audited").map(str::parse).transpose().ok()?,
        remark: word("remark").map(str::to_owned),
        on: word("on").map(str::parse).transpose().ok()?,
        evidence: documents(data)?,
    })
}
