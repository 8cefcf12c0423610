//! The numbers and names of a finding, as one language writes them.

use super::comparisons::{Numbers, reckoning_words};
use crate::audit::{Figure, Printed, PrintedFinding, Reckoning, Reconciliation};
use crate::event::Exact;
use crate::present::{Arg, Messages, number_words, unit_words};

/// A finding that is said.
pub(super) struct Said<'s, 'a> {
    pub(super) messages: &'s Messages,
    pub(super) all: &'s Reconciliation<'a>,
    pub(super) finding: &'s PrintedFinding<'a>,
}

/// Two parts of a sentence.
pub(super) fn and(told: String, more: &str) -> String {
    told + "; " + more
}

impl Said<'_, '_> {
    pub(super) fn cited(&self, at: usize) -> Option<&Printed> {
        self.all.printed.get(*self.finding.cites.get(at)?)
    }

    /// The percentage as it is printed at the first place.
    pub(super) fn percent_shown(&self) -> String {
        let first = self.cited(0);
        let shown = first.map(|it| if it.percent.is_empty() { it.shown() } else { &it.percent });
        shown.map(|shown| shown.text.clone()).unwrap_or_default()
    }

    /// A number in the unit of the indicator, with two decimals where it has more
    /// than are shown.
    pub(super) fn number(&self, number: &Exact) -> String {
        match self.finding.indicator {
            Some(indicator) if number.has_decimals(indicator.decimals) => {
                unit_words(self.messages, indicator, number)
            }
            _ => {
                let decimals = (0..2).find(|decimals| number.has_decimals(*decimals)).unwrap_or(2);
                number_words(self.messages.language(), &number.round(decimals))
            }
        }
    }

    /// A percentage, with two decimals more than are printed where it needs them.
    pub(super) fn percent(&self, number: &Exact, decimals: u32) -> String {
        let decimals = (decimals..decimals + 2).find(|it| number.has_decimals(*it)).unwrap_or(decimals + 2);
        self.percent_of(&number.round(decimals))
    }

    /// A number as one of the figures of a row: a percentage as it is shown, else in its unit.
    pub(super) fn of_figure(&self, figure: Figure, number: &Exact, decimals: u32) -> String {
        match figure {
            Figure::Percent => self.percent_of(&number.round(decimals)),
            Figure::Target | Figure::Delivered => self.number(number),
        }
    }

    pub(super) fn percent_of(&self, rounded: &str) -> String {
        let number = number_words(self.messages.language(), rounded);
        self.messages.say("percent", &[("number", Arg::Text(&number))])
    }

    pub(super) fn say(&self, id: &str, texts: &[(&str, &str)]) -> String {
        let values: Vec<(&str, Arg<'_>)> =
            texts.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
        self.messages.say(id, &values)
    }

    pub(super) fn reckoned(&self, how: &Reckoning, gives: &Exact, decimals: u32) -> String {
        let number = |number: &Exact| self.number(number);
        let numbers = Numbers { number: &number, percent: &self.percent(gives, decimals) };
        reckoning_words(self.messages, how, &numbers)
    }

    pub(super) fn plain(&self, number: &Exact) -> String {
        let decimals = (0..2).find(|decimals| number.has_decimals(*decimals)).unwrap_or(2);
        number_words(self.messages.language(), &number.round(decimals))
    }

    /// Short names of places: their lines, else their words.
    pub(super) fn names(&self, all: &[&Printed]) -> String {
        if all.iter().all(|it| !it.line.is_empty()) {
            let lines: Vec<&str> = all.iter().map(|it| it.line.as_str()).collect();
            let lines = lines.join(", ");
            let values = [("count", Arg::Count(all.len())), ("lines", Arg::Text(lines.as_str()))];
            return self.messages.say("settle-lines", &values);
        }
        let words: Vec<String> =
            all.iter().map(|it| self.say("settle-words", &[("words", &it.words)])).collect();
        words.join(", ")
    }
}
