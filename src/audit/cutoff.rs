//! Whether entries count in the right fiscal year: what happened by a day and was
//! recorded after it, what lies close to it on either side, what straddles it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::event::{Day, Exact, Period, YearEnd};
use crate::figures::{
    Absent, Content, CountedIn, Filter, Part, PlanChoice, Question, Record, Ruling, RulingError, State,
    Tally, Value, Version, counts_on, explain, tally,
};
use crate::plan::{Indicator, Kind};

/// Days on either side of a day, at most: ten years.
const MOST_DAYS: u16 = 3660;

/// A day and the days on either side of it that are looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Around {
    /// The day, which is the last one on its side.
    pub day: Day,
    /// How many days on either side.
    pub days: u16,
}

impl Around {
    /// How many days somebody means who typed this.
    pub fn days_of(typed: &str) -> Option<u16> {
        typed.trim().parse().ok().filter(|days| *days <= MOST_DAYS)
    }

    /// All of these days.
    pub fn window(self) -> Period {
        let days = i64::from(self.days);
        Period { from: self.day.moved(-days), to: self.day.moved(days) }
    }
}

/// The end of the last fiscal year of a plan that was over when the last entry was
/// recorded and in which, or after which, something happened: where a year is over of
/// which nothing was recorded yet, the one before it is tested.
pub fn last_year_end(state: &State, year_end: YearEnd) -> Option<Day> {
    let recorded = state.recorded()?.day(state.zone())?;
    let over = year_end.last_day(year_end.number(recorded)).filter(|day| *day <= recorded);
    let over = over.or_else(|| year_end.last_day(year_end.number(recorded) - 1))?;
    let happened = |record: &Record| {
        let version = record.standing(false).ok()?;
        Some(counts_on(state, record, version).to)
    };
    let last = state.records().iter().filter_map(happened).max();
    let of_last = last.map(|day| year_end.holding(day).to);
    Some(of_last.map_or(over, |day| day.min(over)))
}

/// The entries that a test of the day looks at, and what they change.
#[derive(Debug)]
pub struct CutOff<'a> {
    /// What was asked.
    pub around: Around,
    /// The fiscal year that holds the day.
    pub year: Period,
    /// The entries, in order of counting date and place.
    pub tested: Vec<Tested<'a>>,
    /// The values that they have a part in.
    pub effects: Vec<Effect<'a>>,
}

/// An entry that is looked at.
#[derive(Debug)]
pub struct Tested<'a> {
    /// The entry.
    pub record: &'a Record,
    /// The version that counts; where none does, the last one.
    pub version: &'a Version,
    /// Why none counts.
    pub absent: Option<Absent>,
    /// The days on which it can count: it counts on the last of them.
    pub days: Period,
    /// What it is in the values as at the day.
    pub at_day: Vec<CountedIn<'a>>,
    /// What it is in the values as at the last of the days looked at.
    pub at_end: Vec<CountedIn<'a>>,
    around: Around,
}

impl Tested<'_> {
    /// Whether it is a published total, whose items have no dates that could be
    /// tested.
    pub const fn is_total(&self) -> bool {
        matches!(self.version.content, Content::Total(_))
    }

    /// Whether its days lie on both sides of the day, so that its year is not certain.
    pub fn straddles(&self) -> bool {
        self.days.from <= self.around.day && self.around.day < self.days.to
    }

    /// Whether it counts by the day.
    pub fn is_before(&self) -> bool {
        self.days.to <= self.around.day
    }

    /// Whether all its days are among those that are looked at, on one side of the day.
    pub fn is_near(&self) -> bool {
        self.counts_near() && self.around.window().from <= self.days.from && !self.straddles()
    }

    /// Whether it counts on one of the days that are looked at and may have happened
    /// before them: only a period is known, which cannot be tested.
    pub fn is_wide(&self) -> bool {
        self.counts_near() && self.days.from < self.around.window().from && !self.straddles()
    }

    fn counts_near(&self) -> bool {
        let window = self.around.window();
        window.from <= self.days.to && self.days.to <= window.to
    }

    /// How many days after the day it was first recorded; none where by the day.
    pub fn recorded_after(&self) -> Option<i64> {
        after(self.record.original.recorded, self.around.day)
    }

    /// How many days after the day the version that counts was recorded, of an entry
    /// that was recorded by then and corrected later.
    pub fn corrected_after(&self) -> Option<i64> {
        let corrected = after(self.version.recorded, self.around.day);
        corrected.filter(|_| self.recorded_after().is_none())
    }

    /// Whether it counts by the day, and what counts of it was recorded after.
    pub fn is_late(&self) -> bool {
        let recorded = self.recorded_after().or_else(|| self.corrected_after());
        self.is_before() && recorded.is_some() && self.absent.is_none()
    }

    /// How many days after it happened it was first recorded; below zero where it was
    /// planned.
    pub fn delay(&self) -> i64 {
        self.record.original.recorded.days_after(self.version.occurred.to)
    }
}

fn after(recorded: Day, day: Day) -> Option<i64> {
    Some(recorded.days_after(day)).filter(|days| *days > 0)
}

/// What the entries that are looked at come to in one value.
#[derive(Debug)]
pub struct Effect<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its value as at the day.
    pub value: Arc<Value>,
    /// What counts as at the day and was recorded or corrected after it.
    pub late: Sum,
    /// What counts as at the day and lies among the days looked at.
    pub before: Sum,
    /// What counts as at the day and is dated by a period only that ends among these
    /// days.
    pub wide: Sum,
    /// What lies after the day among these days, and counts as at the last of them.
    pub after: Sum,
    /// Entries of which it is not certain on which side of the day they count.
    pub straddling: usize,
}

/// So many entries, and what they add.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sum {
    /// How many.
    pub count: usize,
    /// What they add, in the indicator's unit.
    pub amount: Exact,
}

impl Sum {
    fn add(&mut self, amount: &Exact) {
        self.count += 1;
        self.amount = self.amount.clone() + amount.clone();
    }
}

impl<'a> Effect<'a> {
    fn none(indicator: &'a Indicator, value: Arc<Value>) -> Self {
        let [late, before, wide, after] = [(); 4].map(|()| Sum::default());
        Self { indicator, value, late, before, wide, after, straddling: 0 }
    }

    /// Whether its amounts add up to something.
    pub const fn adds_up(&self) -> bool {
        self.indicator.rule.kind.can_contradict()
    }

    fn is_idle(&self) -> bool {
        self.late.count + self.before.count + self.wide.count + self.after.count + self.straddling == 0
    }
}

impl<'a> CutOff<'a> {
    /// Looks around a day, by the plan that rules on it and the one that rules on the
    /// last of the days.
    pub fn of(state: &'a State, ruling: &'a Ruling<'a>, later: &'a Ruling<'a>, around: Around) -> Self {
        let question = Question::new(state, ruling, around.day, Filter::default());
        let at_day = tally(&question);
        let at_end = tally(&Question::new(state, later, around.window().to, Filter::default()));
        let looked = |record: &'a Record| tested(state, ruling, record, around);
        let mut tested: Vec<Tested<'a>> =
            state.records().iter().filter_map(looked).map(|it| with_parts(it, &at_day, &at_end)).collect();
        tested.sort_by_key(|it| (it.days.to, it.record.sequence));
        let effects = effects(&question, &tested);
        Self { around, year: ruling.fiscal_year(around.day), tested, effects }
    }

    /// What counts by the day and was recorded, or corrected, after it.
    pub fn late(&self) -> impl Iterator<Item = &Tested<'a>> {
        self.tested.iter().filter(|it| it.is_late() && !it.is_total())
    }

    /// Of which the year is not certain.
    pub fn straddling(&self) -> impl Iterator<Item = &Tested<'a>> {
        self.tested.iter().filter(|it| it.straddles() && !it.is_total())
    }

    /// What happened within the days up to the day.
    pub fn before(&self) -> impl Iterator<Item = &Tested<'a>> {
        self.tested.iter().filter(|it| it.is_near() && it.is_before() && !it.is_total())
    }

    /// What is dated by a period only that ends on one of these days.
    pub fn wide(&self) -> impl Iterator<Item = &Tested<'a>> {
        self.tested.iter().filter(|it| it.is_wide() && !it.is_total())
    }

    /// What counts on one of the days after it.
    pub fn after(&self) -> impl Iterator<Item = &Tested<'a>> {
        self.tested.iter().filter(|it| it.is_near() && !it.is_before() && !it.is_total())
    }

    /// Published totals whose days end close to the day, or straddle it.
    pub fn totals(&self) -> impl Iterator<Item = &Tested<'a>> {
        self.tested.iter().filter(|it| it.is_total() && (it.counts_near() || it.straddles()))
    }
}

/// The plans that rule on the day and on the last of the days around it.
pub fn rulings<'a>(
    state: &'a State,
    choice: &PlanChoice,
    around: Around,
) -> Result<[Ruling<'a>; 2], RulingError> {
    Ok([Ruling::at(state, choice, around.day)?, Ruling::at(state, choice, around.window().to)?])
}

/// An entry, where a test of the day looks at it: not where it was withdrawn, for then
/// it counts in no year.
fn tested<'a>(state: &State, ruling: &Ruling<'_>, record: &'a Record, around: Around) -> Option<Tested<'a>> {
    let (version, absent) = match record.standing(ruling.asks_approval(&record.kind)) {
        Ok(version) => (version, None),
        Err(Absent::Withdrawn(_)) => return None,
        Err(absent) => (record.latest(), Some(absent)),
    };
    let days = counts_on(state, record, version);
    let it = Tested { record, version, absent, days, at_day: vec![], at_end: vec![], around };
    let is_looked_at = it.counts_near() || it.straddles() || (it.is_late() && !it.is_total());
    is_looked_at.then_some(it)
}

fn with_parts<'a>(mut it: Tested<'a>, at_day: &Tally<'a>, at_end: &Tally<'a>) -> Tested<'a> {
    let place = it.record.sequence;
    it.at_day = at_day.of(place).to_vec();
    it.at_end = at_end.of(place).to_vec();
    it
}

/// What the entries come to in each value, in the plan's order.
fn effects<'a>(question: &Question<'a>, tested: &[Tested<'a>]) -> Vec<Effect<'a>> {
    // Of a share its sides are told, which are values of their own.
    let is_told = |it: &&'a Indicator| !matches!(it.rule.kind, Kind::Share | Kind::Narrative);
    let mut effects: BTreeMap<&'a str, Effect<'a>> = BTreeMap::new();
    for indicator in question.ruling.indicators().filter(is_told) {
        effects.insert(&indicator.id, Effect::none(indicator, explain(question, indicator).value));
    }
    for it in tested.iter().filter(|it| !it.is_total()) {
        add(&mut effects, it);
    }
    let rows = question.ruling.groups.iter().flat_map(|group| &group.rows);
    let in_order: Vec<Effect<'a>> = rows.filter_map(|id| effects.remove(id.as_str())).collect();
    in_order.into_iter().chain(effects.into_values()).filter(|effect| !effect.is_idle()).collect()
}

fn add(effects: &mut BTreeMap<&str, Effect<'_>>, it: &Tested<'_>) {
    for counted in &it.at_day {
        let Some(effect) = effects.get_mut(counted.indicator.id.as_str()) else { continue };
        if it.straddles() {
            effect.straddling += 1;
        }
        let Part::Counts(counts) = &counted.part else { continue };
        if it.is_late() {
            effect.late.add(&counts.amount);
        }
        if it.is_before() && it.is_near() {
            effect.before.add(&counts.amount);
        }
        if it.is_wide() {
            effect.wide.add(&counts.amount);
        }
    }
    for counted in it.at_end.iter().filter(|_| !it.is_before() && it.is_near()) {
        let (Some(effect), Part::Counts(counts)) =
            (effects.get_mut(counted.indicator.id.as_str()), &counted.part)
        else {
            continue;
        };
        effect.after.add(&counts.amount);
    }
}
