//! A value and its explanation, as plain data.

use std::collections::BTreeSet;

use crate::event::{Day, EntryId, Exact, Period, Precision};

/// The value of one indicator at one date, with everything it is made of.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Value {
    /// What is certain; absent when nothing is (n/d).
    pub delivered: Option<Exact>,
    /// Whether it can only be more ("au moins").
    pub at_least: bool,
    /// Smallest possible value, beside a value that is not certain.
    pub low: Option<Exact>,
    /// Largest possible value; absent when unknown.
    pub high: Option<Exact>,
    /// How precisely the source knows it.
    pub precision: Option<Precision>,
    /// How much of it is backed by what, in its unit.
    pub grade: Grades,
    /// Whether listed items contradict a published total.
    pub contradicts: bool,
    /// Of how many entries it is made, published totals among them.
    pub counted: usize,
    /// Whether some entry was looked at and not counted.
    pub leaves: bool,
    /// What it is made of, in order of date and sequence; empty in a value that was
    /// asked for without what explains it.
    pub contributions: Vec<Contribution>,
    /// What was looked at and not counted, with the reason; empty likewise.
    pub not_counted: Vec<NotCounted>,
    /// Of a sum of published totals alone: the days of which none says anything.
    pub gaps: Vec<Period>,
    /// Of a share: the value above the line and the one below.
    pub parts: Option<Box<(Value, Value)>>,
}

impl Value {
    /// Whether nothing more, and nothing less, is possible.
    pub const fn is_certain(&self) -> bool {
        self.low.is_none()
    }

    /// Whether nothing is known of it: no number that is certain, and none that
    /// is possible.
    pub const fn is_unknown(&self) -> bool {
        self.delivered.is_none() && self.low.is_none() && self.high.is_none()
    }

    /// What was looked at and not counted, as far as it has begun by a day: what is
    /// planned for later is not missing yet.
    pub fn left_by(&self, day: Day) -> impl Iterator<Item = &NotCounted> {
        self.not_counted.iter().filter(move |it| it.has_begun(day))
    }

    /// Whether no entry counts in it and none was looked at and left out; of a
    /// share, in neither of its sides.
    pub fn is_silent(&self) -> bool {
        let sides = self.parts.as_deref().is_none_or(|(part, whole)| part.is_silent() && whole.is_silent());
        self.counted == 0 && !self.leaves && sides
    }
}

/// How much of a value is backed by what.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Grades {
    /// By a document other than the report that publishes it.
    pub documented: Exact,
    /// By an entry without document.
    pub itemised: Exact,
    /// By a published total alone.
    pub reported: Exact,
}

impl Grades {
    /// The same where one unit is worth so much.
    pub(super) fn weighing(&self, weight: &Exact) -> Self {
        let [documented, itemised, reported] =
            [&self.documented, &self.itemised, &self.reported].map(|part| part.clone() * weight.clone());
        Self { documented, itemised, reported }
    }

    /// Adds an amount to one of the parts.
    pub fn add(&mut self, grade: Grade, amount: &Exact) {
        let part = match grade {
            Grade::Documented => &mut self.documented,
            Grade::Itemised => &mut self.itemised,
            Grade::Reported => &mut self.reported,
        };
        *part = part.clone() + amount.clone();
    }
}

/// What a contribution rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grade {
    /// An entry with a document.
    Documented,
    /// An entry without.
    Itemised,
    /// A published total.
    Reported,
}

impl Grade {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Itemised => "itemised",
            Self::Reported => "reported",
        }
    }
}

/// One entry's part in a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contribution {
    /// Sequence of the original entry.
    pub sequence: u64,
    /// Sequence of the version that was looked at.
    pub version: u64,
    /// Its id.
    pub id: EntryId,
    /// What it adds, in the indicator's unit.
    pub amount: Exact,
    /// What it rests on.
    pub grade: Grade,
    /// The date it counts on.
    pub date: Day,
    /// Within which days it happened.
    pub occurred: Period,
    /// Its keys, for values that tell keys apart.
    pub keys: BTreeSet<String>,
    /// Why the amount is what it is.
    pub remark: Option<Remark>,
}

/// Why a contribution's amount is not the plain amount of its entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Remark {
    /// All its keys were already counted, the first by this entry.
    AlreadyCounted(u64),
    /// A later entry holds instead.
    Superseded(u64),
    /// Another entry of the same date, recorded later, holds instead.
    SupersededSameDay(u64),
    /// Closed by this entry.
    ClosedBy(u64),
    /// This entry closes it within days on both sides of the date.
    MayBeClosedBy(u64),
    /// Its own end lies by the date.
    Ended(Day),
    /// A published total states the value; items beside it add nothing.
    BesideTotal(u64),
    /// What is left of a published total after its items.
    Remainder,
    /// The whole of a published total.
    WholeTotal,
    /// Its keys do not meet what is asked of all entries of a key.
    KeyNotMet,
    /// Its value is not the largest.
    NotLargest,
}

impl Remark {
    /// The word for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AlreadyCounted(_) => "alreadycounted",
            Self::Superseded(_) => "superseded",
            Self::SupersededSameDay(_) => "supersededsameday",
            Self::ClosedBy(_) => "closedby",
            Self::MayBeClosedBy(_) => "maybeclosedby",
            Self::Ended(_) => "ended",
            Self::BesideTotal(_) => "besidetotal",
            Self::Remainder => "remainder",
            Self::WholeTotal => "wholetotal",
            Self::KeyNotMet => "keynotmet",
            Self::NotLargest => "notlargest",
        }
    }

    /// The entry that makes it so, where one does.
    pub const fn entry(self) -> Option<u64> {
        match self {
            Self::AlreadyCounted(entry)
            | Self::Superseded(entry)
            | Self::SupersededSameDay(entry)
            | Self::ClosedBy(entry)
            | Self::MayBeClosedBy(entry)
            | Self::BesideTotal(entry) => Some(entry),
            Self::Ended(_) | Self::Remainder | Self::WholeTotal | Self::KeyNotMet | Self::NotLargest => None,
        }
    }
}

/// An entry that was looked at and not counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotCounted {
    /// Sequence of the original entry.
    pub sequence: u64,
    /// Sequence of the version that was looked at.
    pub version: u64,
    /// Its id.
    pub id: EntryId,
    /// Within which days it happened.
    pub occurred: Period,
    /// Why it does not count.
    pub reason: Reason,
}

impl NotCounted {
    /// Whether it is not only planned for after a day.
    pub fn has_begun(&self, day: Day) -> bool {
        self.reason != Reason::Planned || self.occurred.from <= day
    }
}

/// Why an entry does not count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// What a condition asks for is not stated at these paths.
    ClassNotStated(Vec<String>),
    /// The listed items exceed this published total.
    ContradictsTotal(u64),
    /// It lies before the indicator's first day.
    BeforeFirstDay,
    /// It may lie before or after the date.
    Straddles,
    /// Planned and not confirmed.
    Planned,
    /// Waits for approval.
    NotApproved,
    /// Rejected.
    Rejected,
    /// Withdrawn by this entry.
    Withdrawn(u64),
    /// Another currency without a recorded conversion.
    NoConversion,
    /// The field that is added up is not stated.
    ValueNotStated(String),
    /// The key is not stated.
    KeyNotStated(String),
    /// A published total whose period a later one contains.
    ReplacedTotal(u64),
    /// A published total of a period that ends after the date.
    TotalAfterDate,
    /// A published total cannot be filtered.
    Filtered,
}

impl Reason {
    /// The stored word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::ClassNotStated(_) => "classnotstated",
            Self::ContradictsTotal(_) => "contradictstotal",
            Self::BeforeFirstDay => "beforefirstday",
            Self::Straddles => "straddles",
            Self::Planned => "planned",
            Self::NotApproved => "notapproved",
            Self::Rejected => "rejected",
            Self::Withdrawn(_) => "withdrawn",
            Self::NoConversion => "noconversion",
            Self::ValueNotStated(_) => "valuenotstated",
            Self::KeyNotStated(_) => "keynotstated",
            Self::ReplacedTotal(_) => "replacedtotal",
            Self::TotalAfterDate => "totalafterdate",
            Self::Filtered => "filtered",
        }
    }
}
