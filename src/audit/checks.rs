//! What is open in a ledger: nothing here is wrong by a rule, and all of it is
//! worth a look before a value is published.

use std::collections::{BTreeMap, BTreeSet};

use crate::event::{Day, EntryId, YearEnd};
use crate::figures::{
    Content, Filter, NoteRecord, PlanChoice, Question, Reason, Record, RowTable, Ruling, SampleRecord, State,
    closer_of, explain, year_ends,
};
use crate::vault::Documents;

/// A kind of what is open.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum OpenKind {
    /// A note that waits for its type.
    Note,
    /// Planned, and its days are over.
    Planned,
    /// A document that is named and not there. An entry that names none lacks
    /// none: format 1 has no type that requires one, and its values say by their
    /// grade that they rest on no document.
    Document,
    /// An erasure was asked for and is not done.
    Erasure,
    /// Its days lie in two fiscal years.
    Straddles,
    /// Items exceed a published total.
    Contradicts,
    /// An auditor found that it is not as it should be, and it stands as it was.
    Exception,
    /// What a rule asks for is not stated.
    Class,
    /// A sum of published totals lacks one for some days.
    Unreported,
    /// No value counts it, and it closes nothing that one counts.
    Nowhere,
}

impl OpenKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Note,
        Self::Planned,
        Self::Document,
        Self::Erasure,
        Self::Straddles,
        Self::Contradicts,
        Self::Exception,
        Self::Class,
        Self::Unreported,
        Self::Nowhere,
    ];

    /// Its word, in messages and documents.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Planned => "planned",
            Self::Document => "document",
            Self::Erasure => "erasure",
            Self::Straddles => "straddles",
            Self::Contradicts => "contradicts",
            Self::Exception => "exception",
            Self::Class => "class",
            Self::Unreported => "unreported",
            Self::Nowhere => "nowhere",
        }
    }
}

/// An entry about which something is open.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Open {
    /// Its place.
    pub sequence: u64,
    /// The value that it is open in, by the indicator's id.
    pub indicator: Option<String>,
    /// The names of documents, the paths that are not stated, the days of which
    /// no total says anything.
    pub what: Vec<String>,
}

/// All that is open, by kind.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Checks {
    open: BTreeMap<OpenKind, BTreeSet<Open>>,
    /// How many entries of each kind there are: every page tells it.
    counts: BTreeMap<OpenKind, usize>,
    unapproved: BTreeSet<String>,
}

impl Checks {
    /// What is open on a day, of what had begun by then: when a year is closed, what came
    /// after it concerns another.
    pub fn of(state: &State, today: Day, documents: &Documents) -> Self {
        let mut checks = Self::default();
        let has_begun = |note: &&NoteRecord| note.occurred.is_none_or(|days| days.from <= today);
        let waits = |note: &&NoteRecord| note.resolved.is_none() && note.withdrawn.is_none();
        for note in state.notes().iter().filter(waits).filter(has_begun) {
            checks.add(OpenKind::Note, note.sequence, None, vec![]);
        }
        for (_, asked) in state.erasures().filter(|(_, erasure)| erasure.done.is_none()) {
            checks.add(OpenKind::Erasure, asked.sequence, None, vec![]);
        }
        checks.look_at_additions(state, today, documents);
        let standing = state.records().iter().filter(|record| stands_by(record, today));
        let year_end = state.year_end().unwrap_or(YearEnd::december());
        standing.for_each(|record| checks.look_at(record, today, year_end, documents));
        checks.look_at_samples(state, today);
        checks.look_at_values(state, today);
        let count = |(kind, open): (&OpenKind, &BTreeSet<Open>)| {
            // They are in order of their entries.
            let others =
                open.iter().zip(open.iter().skip(1)).filter(|(one, next)| one.sequence != next.sequence);
            (*kind, 1 + others.count())
        };
        checks.counts = checks.open.iter().map(count).collect();
        checks
    }

    /// What is open of a kind.
    pub fn of_kind(&self, kind: OpenKind) -> impl Iterator<Item = &Open> {
        self.open.get(&kind).into_iter().flatten()
    }

    /// How many entries of a kind there are.
    pub fn count(&self, kind: OpenKind) -> usize {
        self.counts.get(&kind).copied().unwrap_or_default()
    }

    /// The indicators of which the rule that is in force is not approved, of all plans: not
    /// an entry to settle, but for whoever approves the plan.
    pub fn unapproved(&self) -> impl ExactSizeIterator<Item = &str> {
        self.unapproved.iter().map(String::as_str)
    }

    /// How many entries there are in all.
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }

    fn add(&mut self, kind: OpenKind, sequence: u64, indicator: Option<&str>, what: Vec<String>) {
        let indicator = indicator.map(str::to_owned);
        self.open.entry(kind).or_default().insert(Open { sequence, indicator, what });
    }

    fn look_at(&mut self, record: &Record, today: Day, year_end: YearEnd, documents: &Documents) {
        let version = record.latest();
        let days = version.occurred;
        if version.is_planned() {
            if days.to < today {
                self.add(OpenKind::Planned, record.sequence, None, vec![]);
            }
            return;
        }
        let is_activity = matches!(version.content, Content::Activity(_));
        if is_activity && year_end.number(days.from) != year_end.number(days.to) {
            self.add(OpenKind::Straddles, record.sequence, None, vec![]);
        }
        let absent = version.content.evidence().iter().filter(|it| !documents.is_there(it));
        let names: Vec<String> = absent.map(|it| it.name.clone()).collect();
        if !names.is_empty() {
            self.add(OpenKind::Document, record.sequence, None, names);
        }
    }

    /// The exceptions that were found last of entries which stand as they were tested.
    fn look_at_samples(&mut self, state: &State, today: Day) {
        let found = |sample: &SampleRecord| {
            let ids: BTreeSet<EntryId> = sample.tests.iter().map(|test| test.entry).collect();
            let tests = ids.into_iter().filter_map(|id| sample.last_test(id)).filter(|test| test.exception);
            tests.map(|test| (test.entry, test.version)).collect::<Vec<_>>()
        };
        for sample in state.standing_samples() {
            for (entry, version) in found(sample) {
                let record = state.record(entry).filter(|record| stands_by(record, today));
                let Some(record) = record else { continue };
                if state.hash(record.latest().sequence) == Some(version) {
                    let of = vec![sample.sequence.to_string()];
                    self.add(OpenKind::Exception, record.sequence, Some(&sample.sampling.indicator), of);
                }
            }
        }
    }

    /// Documents that were added and are not there, told with what they were added to.
    fn look_at_additions(&mut self, state: &State, today: Day, documents: &Documents) {
        for addition in state.additions().iter().filter(|it| it.withdrawn.is_none()) {
            let record = state.record(addition.entry);
            let place = state.sequence_of(addition.entry);
            let absent = addition.evidence.iter().filter(|it| !documents.is_there(it));
            let names: Vec<String> = absent.map(|it| it.name.clone()).collect();
            let stands = record.is_none_or(|record| stands_by(record, today));
            if let Some(place) = place.filter(|_| stands && !names.is_empty()) {
                self.add(OpenKind::Document, place, None, names);
            }
        }
    }

    /// What the values at the end of each fiscal year and today leave open, in
    /// every plan: what one year does not count another may.
    fn look_at_values(&mut self, state: &State, today: Day) {
        // By place: one for each entry, of which most are counted somewhere.
        let mut counted = vec![false; usize::try_from(state.size()).unwrap_or(usize::MAX)];
        for plan in state.plans() {
            let choice = PlanChoice { id: Some(plan.to_owned()), version: None };
            let Ok(now) = Ruling::at(state, &choice, today) else { continue };
            let waiting = now.indicators().filter(|it| it.approved.is_none());
            self.unapproved.extend(waiting.map(|it| it.id.clone()));
            for day in year_ends(&now, today).into_iter().chain([today]) {
                let Ok(ruling) = Ruling::at(state, &choice, day) else { continue };
                let question = Question::new(state, &ruling, day, Filter::default());
                for indicator in ruling.indicators() {
                    let row = explain(&question, indicator);
                    self.look_at_row(&row, &mut counted);
                    // What is missing at an earlier date is so today, or is not.
                    if day == today {
                        self.look_at_gaps(&row);
                    }
                }
            }
        }
        let is_nowhere = |record: &&Record| {
            let stands = record.standing(false).is_ok() && stands_by(record, today);
            stands && matches!(record.latest().content, Content::Activity(_))
        };
        for record in state.records().iter().filter(is_nowhere) {
            if !is_counted(&counted, record.sequence) {
                self.add(OpenKind::Nowhere, record.sequence, None, vec![]);
            }
        }
    }

    /// The days of which a sum has no total, told beside the last one that it has.
    fn look_at_gaps(&mut self, row: &RowTable<'_>) {
        let days: Vec<String> = row.value.gaps.iter().map(|it| format!("{}..{}", it.from, it.to)).collect();
        if let Some(last) = row.value.contributions.last().filter(|_| !days.is_empty()) {
            self.add(OpenKind::Unreported, last.sequence, Some(row.indicator.id.as_str()), days);
        }
    }

    fn look_at_row(&mut self, row: &RowTable<'_>, counted: &mut [bool]) {
        // What closes an entry changes a value as much as what opens it.
        let contributions = row.value.contributions.iter();
        let places = contributions.flat_map(|it| closer_of(it).into_iter().chain([it.sequence]));
        for place in places.filter_map(|it| usize::try_from(it).ok()) {
            counted[place] = true;
        }
        let id = row.indicator.id.as_str();
        for left in &row.value.not_counted {
            match &left.reason {
                Reason::ClassNotStated(paths) => {
                    self.add(OpenKind::Class, left.sequence, Some(id), paths.clone());
                }
                Reason::ContradictsTotal(total) => {
                    self.add(OpenKind::Contradicts, left.sequence, Some(id), vec![total.to_string()]);
                }
                _ => {}
            }
        }
    }
}

/// Whether an entry is not withdrawn, and its days had begun by one.
fn stands_by(record: &Record, day: Day) -> bool {
    record.withdrawn.is_none() && record.latest().occurred.from <= day
}

fn is_counted(counted: &[bool], sequence: u64) -> bool {
    usize::try_from(sequence).is_ok_and(|place| counted.get(place) == Some(&true))
}
