//! What would make a finding agree, as a sentence.

use super::said::{Said, and};
use crate::audit::{Choice, Detail, FindingKind, Parts, Printed, PrintedFinding, Reconciliation};
use crate::event::Exact;
use crate::present::{Arg, Messages, number_words, period_words};

/// What would make it agree, where that can be computed.
pub(super) fn would_agree(
    messages: &Messages,
    all: &Reconciliation<'_>,
    finding: &PrintedFinding<'_>,
) -> Option<String> {
    let it = Said { messages, all, finding };
    let told = match &finding.detail {
        Detail::Entries { figure, computed, decimals, .. } => {
            let words = it.of_figure(*figure, computed, *decimals);
            it.say("settle-entries-agrees", &[("computed", &words)])
        }
        Detail::Places { figure, computed, decimals, .. } => {
            let words = it.of_figure(*figure, computed.as_ref()?, *decimals);
            it.say("settle-places-agrees", &[("computed", &words)])
        }
        Detail::Ratio { gives, decimals, delivered, target, .. } => {
            it.ratio_agrees(gives, *decimals, [delivered.as_ref(), target.as_ref()])
        }
        Detail::Mean { gives, rests_on, decimals, without, .. } => {
            it.mean_agrees(gives, rests_on, *decimals, without)
        }
        Detail::Sum { listed, items, without, .. } => it.sum_agrees(listed, *items, without),
        Detail::Count { stated, listed, .. } => it.count_agrees(stated, *listed),
        Detail::Base { base, smallest, nearest, .. } => {
            it.base_agrees(*base, smallest.as_ref(), nearest.as_ref())?
        }
        Detail::Change { gives, decimals, is_ratio, bases, .. } => {
            it.change_agrees(gives.as_ref(), *decimals, *is_ratio, *bases)?
        }
        Detail::Dated { date, .. } => {
            let date = period_words(messages, *date);
            messages.say("settle-dated-agrees", &[("date", Arg::Text(&date))])
        }
        Detail::Label => messages.word("settle-label-agrees"),
        Detail::Body { .. } => messages.word("settle-body-agrees"),
    };
    Some(told)
}

impl Said<'_, '_> {
    fn ratio_agrees(&self, gives: &Exact, decimals: u32, [delivered, target]: [Option<&Exact>; 2]) -> String {
        let follows = self.percent_of(&gives.round(decimals));
        let shown = self.percent_shown();
        let told = self.say("settle-ratio-agrees", &[("percent", &follows)]);
        if self.finding.kind == FindingKind::Rounding {
            return told;
        }
        let others = [("settle-ratio-delivered", delivered), ("settle-ratio-target", target)];
        let others: Vec<String> = others
            .into_iter()
            .filter_map(|(id, number)| {
                Some(self.say(id, &[("number", &self.number(number?)), ("shown", &shown)]))
            })
            .collect();
        let is_counted = self.finding.indicator.is_some_and(|it| it.decimals == 0);
        if others.is_empty() && is_counted {
            return and(told, &self.say("settle-ratio-none", &[("shown", &shown)]));
        }
        told + &others.concat()
    }

    fn mean_agrees(&self, gives: &Exact, rests_on: &[usize], decimals: u32, without: &Choice) -> String {
        let follows = self.percent_of(&gives.round(decimals));
        let told = self.say("settle-mean-agrees", &[("percent", &follows)]);
        let lines: Vec<&str> =
            rests_on.iter().filter_map(|&at| self.all.printed.get(at)).map(|it| it.line.as_str()).collect();
        if !lines.is_empty() {
            return told + &self.say("settle-mean-rests", &[("lines", &lines.join(", "))]);
        }
        if self.finding.kind == FindingKind::Rounding {
            return told;
        }
        self.without(told, without, 1)
    }

    /// The same with which of the things from a place on can be left out.
    fn without(&self, told: String, choice: &Choice, from: usize) -> String {
        match choice {
            Choice::One(left) => {
                let left: Vec<&Printed> = left.iter().filter_map(|at| self.cited(from + at)).collect();
                format!("{told}, {}", self.say("settle-without", &[("names", &self.names(&left))]))
            }
            Choice::Several(count) => {
                let values = [("count", Arg::Count(*count))];
                and(told, &self.messages.say("settle-without-several", &values))
            }
            Choice::None => and(told, &self.messages.word("settle-without-none")),
            Choice::GaveUp(tried) => {
                and(told, &self.messages.say("settle-without-more", &[("count", Arg::Count(*tried))]))
            }
        }
    }

    fn sum_agrees(&self, listed: &Exact, items: usize, without: &Choice) -> String {
        let id =
            if self.finding.kind == FindingKind::Cumulative { "settle-least" } else { "settle-sum-agrees" };
        let told = self.say(id, &[("number", &self.number(listed))]);
        let has_items = self.finding.cites.len() > items + 1;
        let is_of_items = self.finding.kind == FindingKind::Total && has_items;
        match without {
            Choice::None => told,
            _ if is_of_items => self.without(told, without, items),
            _ => told,
        }
    }

    fn count_agrees(&self, stated: &Exact, listed: usize) -> String {
        let difference = Exact::from(listed) - stated.clone();
        let id = if difference.is_negative() { "settle-count-lacks" } else { "settle-count-agrees" };
        let away = difference.whole().map(i64::unsigned_abs).and_then(|away| usize::try_from(away).ok());
        let values = [("listed", Arg::Count(listed)), ("away", Arg::Count(away.unwrap_or_default()))];
        self.messages.say(id, &values)
    }

    fn base_agrees(&self, base: i64, smallest: Option<&Parts>, nearest: Option<&Parts>) -> Option<String> {
        let whole = |number: i64| number_words(self.messages.language(), &number.to_string());
        let parts = |it: &Parts| {
            let each: Vec<String> =
                it.parts.iter().map(|part| format!("{} ÷ {}", whole(*part), whole(it.base))).collect();
            each.join(", ")
        };
        let nearest = nearest?;
        let told = self.say(
            "settle-base-nearest",
            &[("base", &whole(base)), ("number", &whole(nearest.base)), ("parts", &parts(nearest))],
        );
        let Some(smallest) = smallest.filter(|it| it.base != nearest.base) else { return Some(told) };
        let number = whole(smallest.base);
        let values = [("number", number.as_str()), ("parts", &parts(smallest))];
        Some(and(told, &self.say("settle-base-smallest", &values)))
    }

    fn change_agrees(
        &self,
        gives: Option<&Exact>,
        decimals: u32,
        is_ratio: bool,
        bases: Option<(i64, i64)>,
    ) -> Option<String> {
        let shown = self.cited(0).map(|it| it.change.text.clone()).unwrap_or_default();
        if let Some(gives) = gives {
            let percent = self.percent_of(&gives.round(decimals));
            let told = self.say("settle-change-agrees", &[("percent", &percent)]);
            let ratio = || self.say("settle-change-ratio", &[("shown", &shown)]);
            return Some(if is_ratio { and(told, &ratio()) } else { told });
        }
        let whole = |number: i64| number_words(self.messages.language(), &number.to_string());
        let (least, most) = bases?;
        Some(if least == most {
            self.say("settle-change-base", &[("base", &whole(least))])
        } else {
            self.say("settle-change-bases", &[("least", &whole(least)), ("most", &whole(most))])
        })
    }
}
