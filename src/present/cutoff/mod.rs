//! What lies around the end of a fiscal year, as a report.

mod json;

pub use json::cutoff_json;

use super::report::{
    Basis, Block, Item, Part, Report, Rows, Run, absent_words, between, listed, title_words,
};
use super::{
    Arg, Messages, Recorders, body_words, certain_words, count_words, day_words, part_words, period_words,
    unit_words, version_words,
};
use crate::audit::{CutOff, Effect, Sum, Tested};
use crate::event::Day;
use crate::figures::CountedIn;
use crate::plan::Indicator;

/// What a report of it is made of.
pub struct CutOffGrounds<'a> {
    /// What it rests on.
    pub basis: Basis<'a>,
    /// Who recorded.
    pub recorders: &'a Recorders,
    /// How many entries of a part are shown at most.
    pub most: usize,
}

/// What lies around the end of a fiscal year.
pub fn cutoff_report(messages: &Messages, grounds: &CutOffGrounds<'_>, cutoff: &CutOff<'_>) -> Report {
    let teller = Teller { messages, grounds, cutoff };
    let title = messages.say("cutoff-title", &[("day", Arg::Text(&teller.day(cutoff.around.day)))]);
    let mut report = grounds.basis.report(messages, title);
    report.above.push(teller.above());
    report.parts = vec![
        teller.effects(),
        teller.entries("late", cutoff.late(), &[Side::Day]),
        teller.entries("straddling", cutoff.straddling(), &[Side::Day, Side::End]),
        teller.entries("before", cutoff.before(), &[Side::Day]),
        teller.entries("wide", cutoff.wide(), &[Side::Day]),
        teller.entries("after", cutoff.after(), &[Side::End]),
        teller.entries("totals", cutoff.totals(), &[Side::Day, Side::End]),
    ];
    report
}

/// At which end of the days after the day values are looked at.
#[derive(Clone, Copy)]
enum Side {
    Day,
    End,
}

struct Teller<'t, 'a> {
    messages: &'t Messages,
    grounds: &'t CutOffGrounds<'t>,
    cutoff: &'t CutOff<'a>,
}

impl Teller<'_, '_> {
    fn day(&self, day: Day) -> String {
        day_words(self.messages.language(), day)
    }

    /// Which days are looked at, and which fiscal year they are of.
    fn above(&self) -> String {
        let CutOff { around, year, .. } = self.cutoff;
        let window = around.window();
        let days = [window.from, window.to, year.from, year.to].map(|day| self.day(day));
        let values = [
            ("from", Arg::Text(&days[0])),
            ("to", Arg::Text(&days[1])),
            ("first", Arg::Text(&days[2])),
            ("last", Arg::Text(&days[3])),
            ("count", Arg::Count(usize::from(around.days))),
        ];
        self.messages.say("cutoff-above", &values)
    }

    fn part(&self, id: &'static str) -> Part {
        let day = self.day(self.cutoff.around.day);
        let say = |id: &str| self.messages.say(id, &[("day", Arg::Text(&day))]);
        Part {
            about: Some(say(&format!("cutoff-about-{id}"))),
            ..Part::new(id, say(&format!("cutoff-{id}")))
        }
    }

    /// What the entries come to in each value.
    fn effects(&self) -> Part {
        let mut part = self.part("effects");
        if self.cutoff.effects.is_empty() {
            part.blocks.push(Block::Said(self.messages.word("report-none")));
            return part;
        }
        let heads = [
            "column-indicator",
            "cutoff-value",
            "cutoff-head-late",
            "cutoff-head-straddling",
            "cutoff-head-before",
            "cutoff-head-wide",
            "cutoff-head-after",
        ];
        let rows = self.cutoff.effects.iter().map(|effect| self.effect(effect));
        let heads = heads.map(|id| self.messages.word(id)).to_vec();
        part.blocks.push(Block::Rows(Rows { heads, rows: rows.collect() }));
        part
    }

    fn effect(&self, effect: &Effect<'_>) -> Vec<Run> {
        let Effect { indicator, value, late, before, wide, after, straddling } = effect;
        let sum = |sum: &Sum| Run::plain(self.sum(indicator, effect.adds_up(), sum));
        let straddling = if *straddling == 0 {
            String::new()
        } else {
            count_words(self.messages.language(), *straddling as u64)
        };
        vec![
            Run::value(title_words(self.messages, indicator), &indicator.id),
            Run::plain(certain_words(self.messages, indicator, value)),
            sum(late),
            Run::plain(straddling),
            sum(before),
            sum(wide),
            sum(after),
        ]
    }

    /// How many entries, and what they add where that adds up to something.
    fn sum(&self, indicator: &Indicator, adds_up: bool, sum: &Sum) -> String {
        if sum.count == 0 {
            return String::new();
        }
        let count = count_words(self.messages.language(), sum.count as u64);
        if !adds_up {
            return count;
        }
        let amount = unit_words(self.messages, indicator, &sum.amount);
        self.messages.say("cutoff-sum", &[("count", Arg::Text(&count)), ("amount", Arg::Text(&amount))])
    }

    fn entries<'e>(
        &self,
        id: &'static str,
        tested: impl Iterator<Item = &'e Tested<'e>>,
        sides: &[Side],
    ) -> Part {
        let items: Vec<Item> = tested.map(|it| self.item(it, sides)).collect();
        let mut part = self.part(id);
        part.count = Some(items.len());
        part.blocks = listed(self.messages, self.grounds.most, items);
        part
    }

    fn item(&self, it: &Tested<'_>, sides: &[Side]) -> Item {
        let (messages, state) = (self.messages, self.grounds.basis.state);
        let mut head = vec![period_words(messages, it.version.occurred)];
        if it.days.to != it.version.occurred.to {
            let on = it.days.to.to_string();
            head.push(messages.say("cutoff-counts-on", &[("day", Arg::Text(&on))]));
        }
        head.extend(absent_words(messages, it.absent));
        let said = version_words(messages, state, it.record, it.version);
        let about = it.version.subject.as_ref().map(|body| body_words(messages, state, body));
        let said: Vec<String> = std::iter::once(said).chain(about).collect();
        let mut lines = vec![vec![Run::plain(said.join(" · "))], vec![Run::plain(self.recorded(it))]];
        lines.extend(sides.iter().map(|side| self.counted(it, *side)));
        Item { place: it.record.sequence, head: head.join(" · "), lines }
    }

    /// When and by whom it was recorded, how long after the day and after it happened.
    fn recorded(&self, it: &Tested<'_>) -> String {
        let messages = self.messages;
        let by = self.grounds.recorders.words(messages, it.record.original.author.user);
        let on = self.day(it.record.original.recorded);
        let mut all = vec![messages.say("recorded-on", &[("when", Arg::Text(&on)), ("by", Arg::Text(&by))])];
        let day = self.day(self.cutoff.around.day);
        let days = |id: &str, days: i64| {
            let count = Arg::Count(usize::try_from(days).unwrap_or_default());
            messages.say(id, &[("count", count), ("day", Arg::Text(&day))])
        };
        all.extend(it.recorded_after().map(|it| days("cutoff-after-day", it)));
        let delay = if it.is_total() { "cutoff-delay-total" } else { "cutoff-delay" };
        all.extend(Some(it.delay()).filter(|it| *it >= 0).map(|it| days(delay, it)));
        all.extend(it.corrected_after().map(|it| days("cutoff-corrected-after", it)));
        all.join(" · ")
    }

    /// What it is in the values as at one of the two days.
    fn counted(&self, it: &Tested<'_>, side: Side) -> Vec<Run> {
        let (day, parts) = match side {
            Side::Day => (self.cutoff.around.day, &it.at_day),
            Side::End => (self.cutoff.around.window().to, &it.at_end),
        };
        let day = self.day(day);
        let id = if parts.is_empty() { "cutoff-counts-nowhere" } else { "cutoff-counts" };
        let head = Run::plain(self.messages.say(id, &[("day", Arg::Text(&day))]));
        let parts = parts.iter().map(|part| self.counted_in(it, part));
        let parts = between_all(parts.collect());
        std::iter::once(head).chain(parts).collect()
    }

    fn counted_in(&self, it: &Tested<'_>, counted: &CountedIn<'_>) -> Vec<Run> {
        let state = self.grounds.basis.state;
        let kind = state.activity_type(&it.record.kind);
        let words = part_words(self.messages, state, kind, counted);
        let indicator = counted.indicator;
        between([Run::value(title_words(self.messages, indicator), &indicator.id), Run::plain(words)], " → ")
    }
}

/// All of them, one behind the other.
fn between_all(all: Vec<Vec<Run>>) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, one) in all.into_iter().enumerate() {
        if at > 0 {
            runs.push(Run::plain(" · "));
        }
        runs.extend(one);
    }
    runs
}
