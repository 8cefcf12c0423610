//! Rows of the same traits: how many by each day, and which of them speaks for all.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::running::{Running, Tally};
use super::traits::{Together, Traits};
use crate::event::{Day, Exact, Period};
use crate::figures::gather::Row;
use crate::figures::gist::{Gist, Place};
use crate::plan::Source;

/// What becomes of the numbers of rows, and which row speaks for them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Manner {
    /// They are added up; the first row speaks.
    Sum,
    /// None is looked at; the first row speaks.
    First,
    /// That of the last row holds.
    Last,
    /// The largest holds.
    Largest,
}

/// The row that speaks for others.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Speaker {
    date: Day,
    place: Place,
    amount: Exact,
}

impl Speaker {
    const fn order(&self) -> (Day, u64) {
        (self.date, self.place.sequence)
    }

    /// Whether it speaks rather than another.
    fn holds_before(&self, other: &Self, manner: Manner) -> bool {
        let rank = |it: &Self| (it.amount.clone(), Reverse(it.order()));
        match manner {
            Manner::Sum | Manner::First => self.order() < other.order(),
            Manner::Last => self.order() > other.order(),
            Manner::Largest => rank(self) > rank(other),
        }
    }
}

/// Rows of the same traits.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    manner: Manner,
    /// What came on each day; empty once they run.
    by_date: BTreeMap<Day, Tally>,
    begins: BTreeMap<Day, Tally>,
    ends: BTreeMap<Day, Tally>,
    speakers: BTreeMap<Day, Speaker>,
    /// All of them by their date.
    all: Running,
    /// Those that lie within several days, by the first and by the last of these.
    begun: Running,
    ended: Running,
    /// From which date on who speaks for those up to it.
    speaking: Vec<Speaker>,
}

impl Bundle {
    pub(super) fn of(manner: Manner) -> Self {
        Self {
            manner,
            by_date: BTreeMap::new(),
            begins: BTreeMap::new(),
            ends: BTreeMap::new(),
            speakers: BTreeMap::new(),
            all: Running::default(),
            begun: Running::default(),
            ended: Running::default(),
            speaking: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, row: &Row<'_>, amount: Option<Exact>) {
        let summed = amount.as_ref().filter(|_| self.manner == Manner::Sum);
        self.by_date.entry(row.date).or_default().add(1, summed);
        if row.days.from < row.date {
            self.begins.entry(row.days.from).or_default().add(1, summed);
            self.ends.entry(row.date).or_default().add(1, summed);
        }
        let amount = amount.unwrap_or_else(Exact::zero);
        let speaker = Speaker { date: row.date, place: row.gist.place(), amount };
        match self.speakers.get_mut(&row.date) {
            Some(known) if speaker.holds_before(known, self.manner) => *known = speaker,
            Some(_) => {}
            None => {
                self.speakers.insert(row.date, speaker);
            }
        }
    }

    /// Makes running totals of what came.
    pub(super) fn run(&mut self) {
        self.all = Running::of(&std::mem::take(&mut self.by_date));
        self.begun = Running::of(&std::mem::take(&mut self.begins));
        self.ended = Running::of(&std::mem::take(&mut self.ends));
        for (_, speaker) in std::mem::take(&mut self.speakers) {
            let last = self.speaking.last();
            if last.is_none_or(|last| speaker.holds_before(last, self.manner)) {
                self.speaking.push(speaker);
            }
        }
    }

    /// The first date on which one of them counts.
    pub(super) fn first_date(&self) -> Day {
        self.all.ends().map_or(Day::FIRST, |[first, _]| first)
    }

    /// One row for those that count by a date, one for those that may.
    pub(super) fn rows<'a>(&self, traits: &Arc<Traits>, source: &'a Source, as_at: Day) -> Vec<Row<'a>> {
        let certain = self.all.by(as_at).and_then(|tally| self.certain(tally, traits, source, as_at));
        let possible = self.possible(traits, source, as_at);
        certain.into_iter().chain(possible).collect()
    }

    fn certain<'a>(
        &self,
        tally: &Tally,
        traits: &Arc<Traits>,
        source: &'a Source,
        as_at: Day,
    ) -> Option<Row<'a>> {
        let after = self.speaking.partition_point(|speaker| speaker.date <= as_at);
        let speaker = self.speaking.get(after.checked_sub(1)?)?;
        let amount = if self.manner == Manner::Sum { &tally.sum } else { &speaker.amount };
        let days = Period::on(speaker.date);
        Some(row(speaker, days, source, together(tally.count, amount, traits)))
    }

    fn possible<'a>(&self, traits: &Arc<Traits>, source: &'a Source, as_at: Day) -> Option<Row<'a>> {
        let begun = self.begun.by(as_at)?;
        let over = match self.ended.by(as_at) {
            Some(ended) => begun.less(ended),
            None => begun.clone(),
        };
        let [first, _] = self.begun.ends()?;
        let [_, last] = self.ended.ends()?;
        let days = Period::new(first, last).ok().filter(|_| over.count > 0)?;
        let speaker = self.speaking.first()?;
        Some(row(speaker, days, source, together(over.count, &over.sum, traits)))
    }
}

fn together(count: usize, amount: &Exact, traits: &Arc<Traits>) -> Together {
    Together { count, amount: amount.clone(), traits: Arc::clone(traits) }
}

fn row<'a>(speaker: &Speaker, days: Period, source: &'a Source, together: Together) -> Row<'a> {
    let gist = Gist::apart(speaker.place);
    Row { gist, source, date: days.to, days, together: Some(together) }
}
