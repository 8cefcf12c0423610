//! The window *open at the date*: what was opened by it and not closed between.

use super::evaluate::Sheet;
use super::gather::Row;
use super::gist::Gist;
use super::paths::find;
use super::table::Question;
use super::value::Remark;
use crate::event::{Day, Period};
use crate::plan::{Closes, Indicator, Window};

/// A standing entry that closes others.
pub(super) struct Closer<'a> {
    gist: Gist<'a>,
    closes: &'a Closes,
    /// The days on which it can close; it does by the last of them.
    days: Period,
}

/// Whether a row is open on a day.
pub(super) enum Openness {
    Open,
    /// It is closed, and by what.
    Closed(Remark),
    /// It may be: what closes it happened within days on both sides.
    Doubtful(Remark),
}

impl Openness {
    /// Whether it is certainly open.
    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }

    /// What is to be said of it.
    pub(super) const fn remark(&self) -> Option<Remark> {
        match self {
            Self::Open => None,
            Self::Closed(remark) | Self::Doubtful(remark) => Some(*remark),
        }
    }
}

/// When what an indicator counts is open.
pub(super) struct Openings<'q, 'a> {
    pub question: &'q Question<'a>,
    pub indicator: &'q Indicator,
    pub closers: &'q [Closer<'a>],
}

/// The entries that close what an indicator counts; none but in the window
/// *open at the date*.
pub(super) fn closers<'a>(question: &Question<'a>, indicator: &Indicator) -> Vec<Closer<'a>> {
    let mut all = Vec::new();
    if indicator.rule.window != Some(Window::Open) {
        return all;
    }
    let state = question.state;
    for kind in state.catalogue() {
        let closes = |closes: &&Closes| indicator.rule.from.iter().any(|it| it.kind == closes.kind);
        let Some(closes) = kind.closes.as_ref().filter(closes) else { continue };
        let approval = question.ruling.asks_approval(&kind.id);
        for seen in state.seen(&kind.id) {
            let Some((gist, Ok(()))) = seen.said(approval) else { continue };
            let named = kind.countson.as_deref().and_then(|name| gist.field(name)?.as_text()?.parse().ok());
            let days = named.map_or(gist.occurred, Period::on);
            all.push(Closer { gist, closes, days });
        }
    }
    all
}

/// Whether a row of a sheet is open on a day.
pub(super) fn openness(sheet: &Sheet<'_>, row: &Row<'_>, day: Day) -> Openness {
    let Sheet { question, indicator, closers, .. } = sheet;
    Openings { question, indicator, closers }.of(row, day)
}

impl Openings<'_, '_> {
    /// Whether a row is open on a day; always but in the window *open at the
    /// date*.
    pub(super) fn of(&self, row: &Row<'_>, day: Day) -> Openness {
        if self.indicator.rule.window != Some(Window::Open) {
            return Openness::Open;
        }
        let ends = row.gist.field("ends").and_then(|value| value.as_text()?.parse::<Day>().ok());
        if let Some(end) = ends.filter(|&end| row.date <= end && end <= day) {
            return Openness::Closed(Remark::Ended(end));
        }
        let by = |holds: fn(&Closer<'_>, Day) -> bool| {
            let mut closers = self.closers.iter().filter(|closer| holds(closer, day));
            closers.find(|closer| closer.fits(self.question, row)).map(|closer| closer.gist.sequence)
        };
        if let Some(sequence) = by(|closer, day| closer.days.to <= day) {
            return Openness::Closed(Remark::ClosedBy(sequence));
        }
        match by(|closer, day| closer.days.from <= day) {
            Some(sequence) => Openness::Doubtful(Remark::MayBeClosedBy(sequence)),
            None => Openness::Open,
        }
    }
}

impl Closer<'_> {
    /// Whether it comes after a row and has its keys.
    fn fits(&self, question: &Question<'_>, row: &Row<'_>) -> bool {
        let register = question.state.register();
        let same_key = |path: &String| {
            let [own, its] = [&self.gist, &row.gist].map(|gist| find(register, gist, path, self.days.to));
            own.map(|it| it.values) == its.map(|it| it.values)
        };
        self.closes.kind == row.source.kind
            && (self.days.to, self.gist.sequence) > row.order()
            && self.closes.keys.iter().all(same_key)
    }
}
