//! Rows of the same traits: how many by each day, and which of them speaks for all.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;

use super::by_day::ByDay;
use super::running::{Running, Tally};
use super::speaking::Speaking;
use super::traits::{Together, Traits};
use crate::event::{Day, Exact, Period};
use crate::figures::gather::Row;
use crate::figures::gist::{Gist, Place};
use crate::figures::packed::number_of;
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

impl Manner {
    /// Whether the first row speaks for all.
    const fn is_first(self) -> bool {
        matches!(self, Self::Sum | Self::First)
    }

    /// Whether it matters which row speaks: else any would do.
    pub(super) const fn minds(self) -> bool {
        !matches!(self, Self::Sum)
    }
}

/// The row that speaks for others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Speaker {
    pub(super) date: Day,
    pub(super) place: Place,
    pub(super) amount: Exact,
}

impl Speaker {
    const fn order(&self) -> (Day, u64) {
        (self.date, self.place.sequence)
    }

    /// Whether it speaks rather than another.
    pub(super) fn holds_before(&self, other: &Self, manner: Manner) -> bool {
        let rank = |it: &Self| (it.amount.clone(), Reverse(it.order()));
        match manner {
            Manner::Sum | Manner::First => self.order() < other.order(),
            Manner::Last => self.order() > other.order(),
            Manner::Largest => rank(self) > rank(other),
        }
    }
}

/// Rows of the same traits as they come.
#[derive(Debug)]
pub(super) struct Loose {
    manner: Manner,
    by_date: ByDay,
    begins: ByDay,
    ends: ByDay,
    /// The row that speaks first.
    first: Option<Speaker>,
    /// Where others speak from other dates on, which one does for those of each.
    speakers: HashMap<Day, Speaker>,
}

impl Loose {
    pub(super) fn of(manner: Manner) -> Self {
        let [by_date, begins, ends] = [(); 3].map(|()| ByDay::default());
        Self { manner, by_date, begins, ends, first: None, speakers: HashMap::new() }
    }

    pub(super) fn add(&mut self, row: &Row<'_>, amount: Option<Exact>) {
        let summed = amount.as_ref().filter(|_| self.manner == Manner::Sum);
        if row.days.from < row.date {
            self.begins.add(row.days.from, summed);
            self.ends.add(row.date, summed);
        }
        self.by_date.add(row.date, summed);
        let amount = amount.unwrap_or_default();
        self.may_speak(Speaker { date: row.date, place: row.gist.place(), amount });
    }

    /// Has a row speak where it holds before the one that did.
    fn may_speak(&mut self, speaker: Speaker) {
        if self.manner.is_first() {
            if self.first.as_ref().is_none_or(|first| speaker.holds_before(first, self.manner)) {
                self.first = Some(speaker);
            }
            return;
        }
        match self.speakers.entry(speaker.date) {
            Entry::Occupied(mut known) if speaker.holds_before(known.get(), self.manner) => {
                known.insert(speaker);
            }
            Entry::Occupied(_) => {}
            Entry::Vacant(room) => {
                room.insert(speaker);
            }
        }
    }

    /// All of them, as running totals.
    pub(super) fn bundle(self) -> Bundle {
        let Self { manner, by_date, begins, ends, first, speakers } = self;
        let mut speakers: Vec<Speaker> = first.into_iter().chain(speakers.into_values()).collect();
        speakers.sort_unstable_by_key(|speaker| speaker.date);
        Bundle {
            manner,
            all: Running::of(by_date.days()),
            over: Running::between(begins.days(), ends.days()),
            speaking: Speaking::of(&speakers, manner),
        }
    }
}

/// Rows of the same traits.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    pub(super) manner: Manner,
    /// All of them by their date.
    pub(super) all: Running,
    /// Of those that lie within several days how many have begun and not ended.
    pub(super) over: Running,
    /// From which date on who speaks for those up to it.
    pub(super) speaking: Speaking,
}

impl Bundle {
    /// Whether none of them counts before a day.
    pub(super) fn is_from(&self, day: Day) -> bool {
        day == Day::FIRST || self.all.first().is_some_and(|first| first >= number_of(day))
    }

    /// The place of the row that speaks first.
    pub(super) fn order(&self) -> (Day, u64) {
        self.speaking.order().unwrap_or((Day::FIRST, 0))
    }

    /// Whether one of these rows speaks in another bundle, of which they are a part:
    /// then it speaks here too.
    pub(super) fn speaks_in(&self, other: &Self) -> bool {
        let versions = |it: &Self| it.speaking.iter().map(|it| it.place.version).collect::<BTreeSet<_>>();
        !versions(self).is_disjoint(&versions(other))
    }

    /// One row for those that count by a date, without those that are gone.
    pub(super) fn certain<'a>(
        &self,
        gone: Option<&Self>,
        traits: &Arc<Traits>,
        source: &'a Source,
        as_at: Day,
    ) -> Option<Row<'a>> {
        let speaker = self.speaking.by(as_at)?;
        let Tally { count, sum } = self.by(gone, |it| &it.all, as_at)?;
        let amount = if self.manner == Manner::Sum { sum } else { speaker.amount.clone() };
        let together = Together { count, amount, traits: Arc::clone(traits) };
        Some(row(&speaker, Period::on(speaker.date), source, together))
    }

    /// Whether some have begun by a date and not ended, without those that are gone.
    pub(super) fn is_over(&self, gone: Option<&Self>, as_at: Day) -> bool {
        self.by(gone, |it| &it.over, as_at).is_some()
    }

    /// One row for those that may count by a date, without those that are gone.
    pub(super) fn possible<'a>(
        &self,
        gone: Option<&Self>,
        traits: &Arc<Traits>,
        source: &'a Source,
        as_at: Day,
    ) -> Option<Row<'a>> {
        let Tally { count, sum: amount } = self.by(gone, |it| &it.over, as_at)?;
        let [first, last] = self.over.ends()?;
        let days = Period::new(first, last).ok()?;
        let together = Together { count, amount, traits: Arc::clone(traits) };
        Some(row(&self.speaking.first()?, days, source, together))
    }

    /// How many there are at a day, without those that are gone; none where there is none.
    fn by(&self, gone: Option<&Self>, running: fn(&Self) -> &Running, day: Day) -> Option<Tally> {
        let all = running(self).by(day)?;
        let tally = match gone.and_then(|gone| running(gone).by(day)) {
            Some(gone) => all.less(&gone),
            None => all,
        };
        (tally.count > 0).then_some(tally)
    }
}

fn row<'a>(speaker: &Speaker, days: Period, source: &'a Source, together: Together) -> Row<'a> {
    let gist = Gist::apart(speaker.place);
    Row::of_several(gist, source, days, together)
}
