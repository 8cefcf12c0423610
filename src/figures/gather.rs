//! The entries that a rule looks at, each matched or told why not.

use super::conditions::{Truth, meets_all};
use super::gist::{Gist, Seen};
use super::record::Absent;
use super::table::Question;
use super::value::{Grade, NotCounted, Reason};
use crate::event::{Day, Period};
use crate::plan::{Indicator, Source, Window};

/// An entry that meets a rule's conditions.
#[derive(Clone)]
pub(super) struct Row<'a> {
    pub gist: Gist<'a>,
    pub source: &'a Source,
    /// The counting date.
    pub date: Day,
    /// The days on which it can count: the date alone when a date field says
    /// it, else the days within which it happened.
    pub days: Period,
}

impl Row<'_> {
    pub(super) fn grade(&self) -> Grade {
        if self.gist.documented { Grade::Documented } else { Grade::Itemised }
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
}

/// Looks at all entries of a rule's types.
pub(super) fn gather<'a>(question: &Question<'a>, indicator: &'a Indicator) -> Gathered<'a> {
    let mut gathered = Gathered::default();
    let start = window_start(question, indicator);
    for source in &indicator.rule.from {
        let view = Outlook::new(question, source, start);
        for seen in question.state.seen(&source.kind) {
            view.look(seen, &mut gathered);
        }
    }
    gathered.rows.sort_by_key(Row::order);
    gathered.unknown.sort_by_key(|(row, _)| row.order());
    gathered
}

/// How the entries of one type are looked at.
struct Outlook<'a, 'q> {
    question: &'q Question<'a>,
    source: &'a Source,
    start: Start,
    /// Whether the plan counts its entries only once approved.
    approval: bool,
    /// The field that says the counting date.
    date: Option<&'a str>,
}

impl<'a, 'q> Outlook<'a, 'q> {
    fn new(question: &'q Question<'a>, source: &'a Source, start: Start) -> Self {
        let kind = question.state.activity_type(&source.kind);
        let date = kind.and_then(|kind| kind.countson.as_deref());
        Self { question, source, start, approval: question.ruling.asks_approval(&source.kind), date }
    }

    fn look(&self, seen: Seen<'a>, gathered: &mut Gathered<'a>) {
        let question = self.question;
        let standing = seen.standing(self.approval);
        let gist = standing.unwrap_or_else(|_| seen.latest());
        let register = question.state.register();
        if !question.filter.lets_through(register, &gist) {
            return;
        }
        let row = self.row(gist);
        let truth = meets_all(question.ruling, register, &gist, &self.source.conditions, row.date);
        if truth == Truth::NotMet {
            return;
        }
        if let Err(absent) = standing {
            gathered.misses.push(row.not_counted(reason(absent)));
            return;
        }
        match self.start {
            Start::Silent(start) if row.date < start => return,
            Start::Told(start) if row.date < start => {
                gathered.misses.push(row.not_counted(Reason::BeforeFirstDay));
                return;
            }
            _ => {}
        }
        match truth {
            Truth::Unknown(paths) => gathered.unknown.push((row, paths)),
            _ => gathered.rows.push(row),
        }
    }

    fn row(&self, gist: Gist<'a>) -> Row<'a> {
        let stated = self.date.and_then(|name| gist.field(name)?.as_text()?.parse::<Day>().ok());
        let days = stated.map_or(gist.occurred, Period::on);
        Row { gist, source: self.source, date: days.to, days }
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
enum Start {
    /// What lies before belongs to other years and is not listed.
    Silent(Day),
    /// What lies before is told.
    Told(Day),
    None,
}

fn window_start(question: &Question<'_>, indicator: &Indicator) -> Start {
    match indicator.rule.window {
        Some(Window::FiscalYear) => Start::Silent(question.ruling.fiscal_year(question.as_at).from),
        Some(Window::Cumulative) | None => Start::Told(question.ruling.first_day_of(indicator)),
        Some(Window::Open | Window::State) => Start::None,
    }
}
