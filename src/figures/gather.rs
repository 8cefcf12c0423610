//! The entries that a rule looks at, each matched or told why not.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::alike::{Alike, Like};
use super::bundles::Together;
use super::conditions::{Truth, meets_all};
use super::dated::counting_days;
use super::gist::{Gist, Seen};
use super::index::{Misses, Sieve, Which};
use super::paths::{Found, Texts, find};
use super::record::Absent;
use super::table::Question;
use super::value::{Contribution, Grade, NotCounted, Reason, Remark};
use crate::event::{Day, Exact, Period, Precise};
use crate::plan::{Indicator, Register, Source, Window, precise};

/// An entry that meets a rule's conditions; or several that the rule cannot tell
/// apart but by their days.
#[derive(Clone)]
pub(super) struct Row<'a> {
    /// The entry; of several, one of them.
    pub gist: Gist<'a>,
    pub source: &'a Source,
    /// The counting date.
    pub date: Day,
    /// The days on which it can count: the date alone when a date field says
    /// it, else the days within which it happened.
    pub days: Period,
    /// Which of those that were looked at with it it is like, but for its days and its
    /// number.
    pub like: Option<Like>,
    /// Of several, what they say together.
    pub together: Option<Together>,
    /// Of one, its different keys, once they were looked for.
    own_keys: Option<Arc<BTreeSet<String>>>,
}

static NO_KEYS: BTreeSet<String> = BTreeSet::new();

impl<'a> Row<'a> {
    /// An entry that counts on a date, one of these days.
    pub(super) const fn alone(
        gist: Gist<'a>,
        source: &'a Source,
        date: Day,
        days: Period,
        like: Option<Like>,
    ) -> Self {
        Self { gist, source, date, days, like, together: None, own_keys: None }
    }

    /// Several, of which one speaks for all.
    pub(super) const fn of_several(
        gist: Gist<'a>,
        source: &'a Source,
        days: Period,
        together: Together,
    ) -> Self {
        Self { gist, source, date: days.to, days, like: None, together: Some(together), own_keys: None }
    }

    pub(super) fn grade(&self) -> Grade {
        if self.gist.documented { Grade::Documented } else { Grade::Itemised }
    }

    /// How many entries it is.
    pub(super) fn count(&self) -> usize {
        self.together.as_ref().map_or(1, |together| together.count)
    }

    /// Its part in a value.
    pub(super) fn contribution(
        &self,
        amount: Exact,
        keys: BTreeSet<String>,
        remark: Option<Remark>,
    ) -> Contribution {
        Contribution {
            sequence: self.gist.sequence,
            version: self.gist.version,
            id: self.gist.id,
            amount,
            grade: self.grade(),
            date: self.date,
            occurred: self.gist.occurred,
            keys,
            remark,
        }
    }

    pub(super) fn not_counted(&self, reason: Reason) -> NotCounted {
        NotCounted {
            sequence: self.gist.sequence,
            version: self.gist.version,
            id: self.gist.id,
            occurred: self.gist.occurred,
            reason,
        }
    }

    /// Place in order of date and, on one date, of recording.
    pub(super) const fn order(&self) -> (Day, u64) {
        (self.date, self.gist.sequence)
    }

    /// The number that it stands for, or why there is none.
    pub(super) fn number(&self, indicator: &Indicator) -> Result<Precise, Reason> {
        match &self.together {
            Some(together) => together.number(self.source),
            None => number(&self.gist, self.source, indicator),
        }
    }

    /// What it says to a yes/no question.
    pub(super) fn yes(&self) -> Option<bool> {
        match &self.together {
            Some(together) => together.traits.yes,
            None => self.gist.field(self.source.field.as_deref()?)?.as_bool(),
        }
    }

    /// The path of the keys of a rule that tells keys apart.
    pub(super) fn key_path(&self) -> &'a str {
        self.source.key_path()
    }

    /// Its different keys; none where none is stated.
    pub(super) fn keys(&self, register: &Register) -> Option<Arc<BTreeSet<String>>> {
        match &self.together {
            Some(together) => together.traits.keys.clone(),
            None => {
                let found = find(register, &self.gist, self.key_path(), self.date)?;
                Some(Arc::new(found.values.into_iter().map(Cow::into_owned).collect()))
            }
        }
    }

    /// Looks for its different keys; whether any is stated.
    pub(super) fn find_keys(&mut self, register: &Register) -> bool {
        if let Some(together) = &self.together {
            return together.traits.keys.is_some();
        }
        self.own_keys = self.keys(register);
        self.own_keys.is_some()
    }

    /// Its different keys, where they were looked for.
    pub(super) fn found_keys(&self) -> &BTreeSet<String> {
        let keys = match &self.together {
            Some(together) => &together.traits.keys,
            None => &self.own_keys,
        };
        keys.as_deref().unwrap_or(&NO_KEYS)
    }

    /// What stands at the path of its one key.
    pub(super) fn key(&self, register: &'a Register, path: &str) -> Option<Texts<'a>> {
        match &self.together {
            Some(together) => {
                Some(together.traits.key.as_ref()?.iter().map(|word| Cow::Owned(word.clone())).collect())
            }
            None => find(register, &self.gist, path, self.date).map(|found| found.values),
        }
    }

    /// What stands at a path of which something is asked of all entries of a key.
    pub(super) fn asked(&self, register: &'a Register, path: &str) -> Option<Found<'a>> {
        match &self.together {
            Some(together) => {
                let (values, complete) = together.traits.asked.as_ref()?;
                let values = values.iter().map(|word| Cow::Owned(word.clone())).collect();
                Some(Found { values, complete: *complete })
            }
            None => find(register, &self.gist, path, self.date),
        }
    }
}

/// The number that an entry stands for, or why there is none.
pub(super) fn number(gist: &Gist<'_>, source: &Source, indicator: &Indicator) -> Result<Precise, Reason> {
    let Some(name) = source.field.as_deref() else {
        return Ok(Precise::exact(Exact::one()));
    };
    let value = gist.field(name).ok_or_else(|| Reason::ValueNotStated(name.to_owned()))?;
    let is_money = value.as_object().is_some_and(|members| members.contains_key("amount"));
    precise(&value, indicator.currency.as_deref())
        .ok_or_else(|| if is_money { Reason::NoConversion } else { Reason::ValueNotStated(name.to_owned()) })
}

/// What a rule looked at.
#[derive(Default)]
pub(super) struct Gathered<'a> {
    /// What meets its conditions, at any date from the window's start, in
    /// order.
    pub rows: Vec<Row<'a>>,
    /// What might, but for what is not stated at these paths.
    pub unknown: Vec<(Row<'a>, Vec<&'a str>)>,
    /// What does not count for another reason.
    pub misses: Vec<NotCounted>,
    /// Whether something does not, where it is not listed.
    pub leaves: bool,
}

/// What takes in what a rule looked at, one after the other.
pub(super) trait Taker<'a> {
    fn row(&mut self, row: Row<'a>);
    fn unknown(&mut self, row: Row<'a>, paths: &[&'a str]);
    fn miss(&mut self, row: &Row<'a>, reason: Reason);
}

impl<'a> Taker<'a> for Gathered<'a> {
    fn row(&mut self, row: Row<'a>) {
        self.rows.push(row);
    }

    fn unknown(&mut self, row: Row<'a>, paths: &[&'a str]) {
        self.unknown.push((row, paths.to_vec()));
    }

    fn miss(&mut self, row: &Row<'a>, reason: Reason) {
        self.misses.push(row.not_counted(reason));
    }
}

/// Looks at all entries of a rule's types.
pub(super) fn gather<'a>(question: &Question<'a>, indicator: &'a Indicator) -> Gathered<'a> {
    let mut gathered = Gathered::default();
    let start = window_start(question, indicator);
    for source in &indicator.rule.from {
        let mut view = Outlook::new(question, indicator, source, start);
        question.state.seen(&source.kind).for_each(|seen| view.look(seen, &mut gathered));
    }
    gathered.rows.sort_by_key(Row::order);
    gathered.unknown.sort_by_key(|(row, _)| row.order());
    gathered
}

/// Has everything taken in that a rule looks at, from the start of its window. What takes
/// it in keeps nothing of it: it is read, looked at and let go.
pub(super) fn look_through(
    question: &Question<'_>,
    indicator: &Indicator,
    start: Start,
    which: Which<'_>,
    taker: &mut impl for<'r> Taker<'r>,
) {
    for source in &indicator.rule.from {
        let mut view = Outlook::new(question, indicator, source, start);
        question.state.each_seen(&source.kind, which, &mut |all| {
            all.for_each(|seen| view.look(seen, taker));
        });
    }
}

/// How the entries of one type are seen, whichever rule looks at them.
pub(super) struct Eye<'a, 'q> {
    question: &'q Question<'a>,
    /// Whether the plan counts them only once approved.
    approval: bool,
    /// The field that says the counting date.
    date: Option<&'a str>,
}

/// How the entries of one type are looked at by one source of a rule.
pub(super) struct Outlook<'a, 'q> {
    eye: Eye<'a, 'q>,
    source: &'a Source,
    start: Start,
    only: Option<Only<'q>>,
    alike: Alike<'a>,
}

/// What is seen of an entry, whichever rule looks at it.
#[derive(Clone, Copy)]
pub(super) struct Sight<'r> {
    gist: Gist<'r>,
    standing: Result<(), Absent>,
    /// The days on which it can count.
    days: Period,
}

/// Which entries are looked at more closely, where not all are.
#[derive(Clone, Copy)]
pub(super) struct Only<'d> {
    /// Those that count on these days.
    pub days: &'d BTreeSet<Day>,
    /// Whether also those that count on no day.
    pub misses: bool,
}

impl Sight<'_> {
    /// Within which days it happened.
    pub(super) const fn occurred(&self) -> Period {
        self.gist.occurred
    }
}

impl<'a, 'q> Eye<'a, 'q> {
    pub(super) fn of(question: &'q Question<'a>, kind: &str) -> Self {
        let date = question.state.activity_type(kind).and_then(|kind| kind.countson.as_deref());
        Self { question, approval: question.ruling.asks_approval(kind), date }
    }

    /// What is seen of an entry; none where it stands on another row, or is filtered out.
    pub(super) fn sight<'r>(&self, seen: Seen<'r>) -> Option<Sight<'r>> {
        let (gist, standing) = seen.said(self.approval)?;
        let register = self.question.state.register();
        self.question.filter.lets_through(register, &gist).then_some(())?;
        let days = counting_days(self.date, gist.occurred, |name| gist.field(name));
        Some(Sight { gist, standing, days })
    }
}

impl<'a, 'q> Outlook<'a, 'q> {
    pub(super) fn new(
        question: &'q Question<'a>,
        indicator: &'a Indicator,
        source: &'a Source,
        start: Start,
    ) -> Self {
        let (eye, alike) = (Eye::of(question, &source.kind), Alike::of(&indicator.rule, source));
        Self { eye, source, start, only: None, alike }
    }

    /// The same of some entries.
    pub(super) fn only(self, only: Only<'q>) -> Self {
        Self { only: Some(only), ..self }
    }

    /// Which rows of an index it looks at more closely, of those that have begun by a date;
    /// none where that is not told by their days.
    pub(super) fn sieve(&self, by: Day) -> Option<Sieve> {
        let only = self.only.filter(|_| self.eye.date.is_none())?;
        let before = match self.start {
            Start::Told(start) => start,
            _ => Day::FIRST,
        };
        let misses = only.misses.then_some(Misses { before, approval: self.eye.approval });
        Some(Sieve::of(only.days, by, misses))
    }

    /// Looks at an entry.
    pub(super) fn look<'r>(&mut self, seen: Seen<'r>, taker: &mut impl Taker<'r>)
    where
        'a: 'r,
    {
        if let Some(sight) = self.eye.sight(seen) {
            self.look_at(sight, taker);
        }
    }

    /// Looks at what is seen of an entry.
    pub(super) fn look_at<'r>(&mut self, sight: Sight<'r>, taker: &mut impl Taker<'r>)
    where
        'a: 'r,
    {
        let Sight { gist, standing, days } = sight;
        let (question, register) = (self.eye.question, self.eye.question.state.register());
        let date = days.to;
        if !self.only.is_none_or(|only| self.is_among(only, date, standing)) {
            return;
        }
        let Self { start, source, alike, .. } = self;
        let judge = || meets_all(question.ruling, register, &gist, &source.conditions, date);
        let (like, truth) = alike.judge(register, &gist, date, judge);
        if *truth == Truth::NotMet {
            return;
        }
        let row = Row::alone(gist, source, date, days, like);
        if let Err(absent) = standing {
            taker.miss(&row, reason(absent));
            return;
        }
        match *start {
            Start::Silent(start) if date < start => return,
            Start::Told(start) if date < start => {
                taker.miss(&row, Reason::BeforeFirstDay);
                return;
            }
            _ => {}
        }
        match truth {
            Truth::Unknown(paths) => taker.unknown(row, paths),
            _ => taker.row(row),
        }
    }

    /// Whether a row may be one of those that are looked at more closely.
    fn is_among(&self, only: Only<'_>, date: Day, standing: Result<(), Absent>) -> bool {
        let counts_never = || match self.start {
            Start::Told(start) => standing.is_err() || date < start,
            _ => standing.is_err(),
        };
        only.days.contains(&date) || (only.misses && counts_never())
    }
}

const fn reason(absent: Absent) -> Reason {
    match absent {
        Absent::Withdrawn(sequence) => Reason::Withdrawn(sequence),
        Absent::Planned => Reason::Planned,
        Absent::NotApproved => Reason::NotApproved,
        Absent::Rejected => Reason::Rejected,
    }
}

/// What becomes of entries before the window.
#[derive(Clone, Copy)]
pub(super) enum Start {
    /// What lies before belongs to other years and is not listed.
    Silent(Day),
    /// What lies before is told.
    Told(Day),
    None,
}

/// From when on the entries of an indicator are looked at for a date.
pub(super) fn window_start(question: &Question<'_>, indicator: &Indicator) -> Start {
    match indicator.rule.window {
        Some(Window::FiscalYear) => Start::Silent(question.ruling.fiscal_year(question.as_at).from),
        Some(Window::Cumulative) | None => Start::Told(question.ruling.first_day_of(indicator)),
        Some(Window::Open | Window::State) => Start::None,
    }
}
