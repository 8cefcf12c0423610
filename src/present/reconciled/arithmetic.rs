//! The arithmetic of a finding as a sentence, and what would make it agree.

use super::comparisons::{Numbers, reckoning_words};
use crate::audit::{
    Choice, Detail, FindingKind, Parts, Printed, PrintedFinding, Reckoning, Reconciliation, Tried,
};
use crate::event::{Exact, Precision};
use crate::present::activity::precise_words;
use crate::present::{Arg, Messages, number_words, period_words, unit_words};

/// Items that a sum is spelled of.
const MOST_SPELLED: usize = 12;

/// What the finding's numbers come to.
pub(super) fn arithmetic(
    messages: &Messages,
    all: &Reconciliation<'_>,
    finding: &PrintedFinding<'_>,
) -> String {
    let it = Said { messages, all, finding };
    match &finding.detail {
        Detail::Entries { computed, decimals, precision, how, .. } => {
            it.entries(computed, *decimals, *precision, how.as_ref())
        }
        Detail::Ratio { how, gives, decimals, .. } => it.ratio(how, gives, *decimals),
        Detail::Mean { of, gives, of_printed, decimals, .. } => {
            it.mean(*of, gives, of_printed.as_ref(), *decimals)
        }
        Detail::Places { computed } => it.places(computed.as_ref()),
        Detail::Sum { stated, listed, slack, items, .. } => it.sum(stated, listed, slack, *items),
        Detail::Count { stated, listed, .. } => it.count(stated, *listed),
        Detail::Base { base, tried, .. } => it.base(*base, tried),
        Detail::Change { before, after, gives, decimals, tried, bases, .. } => {
            it.change([before.as_ref(), after.as_ref(), gives.as_ref()], *decimals, tried, *bases)
        }
        Detail::Dated { date, presented, days } => {
            let is_exact = date.is_exact();
            let (date, presented) = (period_words(messages, *date), period_words(messages, *presented));
            let values = [
                ("date", Arg::Text(&date)),
                ("presented", Arg::Text(&presented)),
                ("days", Arg::Count(usize::try_from(*days).unwrap_or_default())),
            ];
            // How many days lie between a year and another says nothing.
            let id = if is_exact { "settle-dated-days" } else { "settle-dated" };
            messages.say(id, &values)
        }
        Detail::Label => messages.word("settle-label"),
        Detail::Body { lists } => it.body(lists),
    }
}

/// What would make it agree, where that can be computed.
pub(super) fn would_agree(
    messages: &Messages,
    all: &Reconciliation<'_>,
    finding: &PrintedFinding<'_>,
) -> Option<String> {
    let it = Said { messages, all, finding };
    let told = match &finding.detail {
        Detail::Entries { computed, decimals, how, .. } => {
            let is_percent = how.is_some();
            let words =
                if is_percent { it.percent_of(&computed.round(*decimals)) } else { it.number(computed) };
            it.say("settle-entries-agrees", &[("computed", &words)])
        }
        Detail::Places { computed } => {
            it.say("settle-places-agrees", &[("computed", &it.number(computed.as_ref()?))])
        }
        Detail::Ratio { gives, decimals, delivered, target, .. } => {
            it.ratio_agrees(gives, *decimals, [delivered.as_ref(), target.as_ref()])
        }
        Detail::Mean { gives, rests_on, decimals, without, .. } => {
            it.mean_agrees(gives, rests_on, *decimals, without)
        }
        Detail::Sum { stated, listed, items, without, .. } => it.sum_agrees(stated, listed, *items, without),
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

struct Said<'s, 'a> {
    messages: &'s Messages,
    all: &'s Reconciliation<'a>,
    finding: &'s PrintedFinding<'a>,
}

impl Said<'_, '_> {
    fn cited(&self, at: usize) -> Option<&Printed> {
        self.all.printed.get(*self.finding.cites.get(at)?)
    }

    /// The percentage as it is printed at the first place.
    fn percent_shown(&self) -> String {
        let first = self.cited(0);
        let shown = first.map(|it| if it.percent.is_empty() { it.shown() } else { &it.percent });
        shown.map(|shown| shown.text.clone()).unwrap_or_default()
    }

    /// A number in the unit of the indicator, with two decimals where it has more
    /// than are shown.
    fn number(&self, number: &Exact) -> String {
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
    fn percent(&self, number: &Exact, decimals: u32) -> String {
        let decimals = (decimals..decimals + 2).find(|it| number.has_decimals(*it)).unwrap_or(decimals + 2);
        self.percent_of(&number.round(decimals))
    }

    fn percent_of(&self, rounded: &str) -> String {
        let number = number_words(self.messages.language(), rounded);
        self.messages.say("percent", &[("number", Arg::Text(&number))])
    }

    fn say(&self, id: &str, texts: &[(&str, &str)]) -> String {
        let values: Vec<(&str, Arg<'_>)> =
            texts.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
        self.messages.say(id, &values)
    }

    fn entries(
        &self,
        computed: &Exact,
        decimals: u32,
        precision: Option<Precision>,
        how: Option<&Reckoning>,
    ) -> String {
        let words = match how {
            Some(how) => self.reckoned(how, computed, decimals),
            None => precise_words(self.messages, precision, &self.number(computed)),
        };
        self.say("settle-entries", &[("computed", &words)])
    }

    fn reckoned(&self, how: &Reckoning, gives: &Exact, decimals: u32) -> String {
        let number = |number: &Exact| self.number(number);
        let numbers = Numbers { number: &number, percent: &self.percent(gives, decimals) };
        reckoning_words(self.messages, how, &numbers)
    }

    fn ratio(&self, how: &Reckoning, gives: &Exact, decimals: u32) -> String {
        let computed = self.reckoned(how, gives, decimals);
        self.say("settle-ratio", &[("computed", &computed), ("shown", &self.percent_shown())])
    }

    fn ratio_agrees(&self, gives: &Exact, decimals: u32, [delivered, target]: [Option<&Exact>; 2]) -> String {
        let follows = self.percent_of(&gives.round(decimals));
        let shown = self.percent_shown();
        let mut told = self.say("settle-ratio-agrees", &[("percent", &follows)]);
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
            told.push_str(&self.say("settle-ratio-none", &[("shown", &shown)]));
        }
        others.iter().for_each(|other| told.push_str(other));
        told
    }

    /// The percentages of the rows of a mean, where they are few.
    fn mean(&self, of: usize, gives: &Exact, of_printed: Option<&Exact>, decimals: u32) -> String {
        let words = self.percent(gives, decimals);
        let values = [
            ("count", Arg::Count(of)),
            ("percent", Arg::Text(&words)),
            ("shown", Arg::Text(&self.percent_shown())),
        ];
        let mut told = self.messages.say("settle-mean", &values);
        if let Some(of_printed) = of_printed {
            let percent = self.percent(of_printed, decimals);
            told.push_str(&self.say("settle-mean-printed", &[("percent", &percent)]));
        }
        told
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
        told + &self.without(without, 1)
    }

    /// Which of the things from a place on agree when they are left out.
    fn without(&self, choice: &Choice, from: usize) -> String {
        match choice {
            Choice::One(left) => {
                let left: Vec<&Printed> = left.iter().filter_map(|at| self.cited(from + at)).collect();
                self.say("settle-without", &[("names", &self.names(&left))])
            }
            Choice::Several(count) => {
                self.messages.say("settle-without-several", &[("count", Arg::Count(*count))])
            }
            Choice::None => self.messages.word("settle-without-none"),
            Choice::GaveUp(tried) => {
                self.messages.say("settle-without-more", &[("count", Arg::Count(*tried))])
            }
        }
    }

    /// Short names of places: their lines, else their words.
    fn names(&self, all: &[&Printed]) -> String {
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

    fn places(&self, computed: Option<&Exact>) -> String {
        let shown: Vec<String> = self
            .finding
            .cites
            .iter()
            .filter_map(|&at| self.all.printed.get(at))
            .map(|it| it.shown().text.clone())
            .collect();
        let mut told = shown.join(" ≠ ");
        if let Some(computed) = computed {
            told = self.say("settle-places", &[("shown", &told), ("computed", &self.number(computed))]);
        }
        told
    }

    fn sum(&self, stated: &Exact, listed: &Exact, slack: &Exact, items: usize) -> String {
        let numbers = self
            .finding
            .cites
            .iter()
            .skip(items)
            .filter_map(|&at| self.all.printed.get(at)?.delivered.value());
        let numbers: Vec<String> = numbers.map(|number| self.number(number)).collect();
        let spelled = if (2..=MOST_SPELLED).contains(&numbers.len()) {
            numbers.join(" + ") + " = "
        } else {
            String::new()
        };
        let difference = listed.clone() - stated.clone();
        let is_more = !difference.is_negative();
        let away = if is_more { difference } else { -difference };
        let id = if is_more { "settle-sum-more" } else { "settle-sum-less" };
        let sum = format!("{spelled}{}", self.number(listed));
        let mut told =
            self.say(id, &[("sum", &sum), ("stated", &self.number(stated)), ("away", &self.number(&away))]);
        if !slack.is_zero() {
            told.push_str(&self.say("settle-slack", &[("slack", &self.number(slack))]));
        }
        told
    }

    fn sum_agrees(&self, _: &Exact, listed: &Exact, items: usize, without: &Choice) -> String {
        let id =
            if self.finding.kind == FindingKind::Cumulative { "settle-least" } else { "settle-sum-agrees" };
        let told = self.say(id, &[("number", &self.number(listed))]);
        let has_items = self.finding.cites.len() > items + 1;
        let is_of_items = self.finding.kind == FindingKind::Total && has_items;
        match without {
            Choice::None => told,
            _ if is_of_items => told + &self.without(without, items),
            _ => told,
        }
    }

    fn count(&self, stated: &Exact, listed: usize) -> String {
        let difference = Exact::from(listed) - stated.clone();
        let is_more = !difference.is_negative();
        let away = if is_more { difference } else { -difference };
        let id = if is_more { "settle-count-more" } else { "settle-count-less" };
        let values = [
            ("stated", Arg::Text(&self.stated(stated))),
            ("listed", Arg::Count(listed)),
            ("away", Arg::Text(&self.plain(&away))),
        ];
        self.messages.say(id, &values)
    }

    /// What is stated; of several numbers that go together their sum.
    fn stated(&self, stated: &Exact) -> String {
        let items = if let Detail::Count { items, .. } = &self.finding.detail { *items } else { 1 };
        let numbers: Vec<&Exact> = (0..items).filter_map(|at| self.cited(at)?.delivered.value()).collect();
        let is_sum = numbers.len() > 1 && numbers.iter().copied().sum::<Exact>() == *stated;
        let spelled: Vec<String> = numbers.iter().map(|number| self.plain(number)).collect();
        if is_sum { format!("{} = {}", spelled.join(" + "), self.plain(stated)) } else { self.plain(stated) }
    }

    fn plain(&self, number: &Exact) -> String {
        let decimals = (0..2).find(|decimals| number.has_decimals(*decimals)).unwrap_or(2);
        number_words(self.messages.language(), &number.round(decimals))
    }

    fn count_agrees(&self, stated: &Exact, listed: usize) -> String {
        let difference = Exact::from(listed) - stated.clone();
        let id = if difference.is_negative() { "settle-count-lacks" } else { "settle-count-agrees" };
        let away = difference.whole().map(i64::unsigned_abs).and_then(|away| usize::try_from(away).ok());
        let values = [("listed", Arg::Count(listed)), ("away", Arg::Count(away.unwrap_or_default()))];
        self.messages.say(id, &values)
    }

    fn base(&self, base: i64, tried: &[Tried]) -> String {
        let whole = |number: i64| number_words(self.messages.language(), &number.to_string());
        let each = tried.iter().filter_map(|it| {
            let shown = self.cited(it.cite)?.share();
            let exact = shown.value().map(|percent| percent.clone() * Exact::from(base))?;
            let exact = exact.divided_by(&Exact::from(100_i64))?;
            Some(self.say(
                "settle-base",
                &[
                    ("shown", &shown.text),
                    ("base", &whole(base)),
                    ("part", &self.plain(&exact)),
                    ("below", &whole(it.below.0)),
                    ("belowgives", &self.percent(&it.below.1, it.decimals)),
                    ("above", &whole(it.above.0)),
                    ("abovegives", &self.percent(&it.above.1, it.decimals)),
                ],
            ))
        });
        each.collect::<Vec<_>>().join("; ")
    }

    fn base_agrees(&self, base: i64, smallest: Option<&Parts>, nearest: Option<&Parts>) -> Option<String> {
        let whole = |number: i64| number_words(self.messages.language(), &number.to_string());
        let parts = |it: &Parts| {
            let each: Vec<String> =
                it.parts.iter().map(|part| format!("{} ÷ {}", whole(*part), whole(it.base))).collect();
            each.join(", ")
        };
        let nearest = nearest?;
        let mut told = self.say(
            "settle-base-nearest",
            &[("base", &whole(base)), ("number", &whole(nearest.base)), ("parts", &parts(nearest))],
        );
        if let Some(smallest) = smallest.filter(|it| it.base != nearest.base) {
            told.push_str(&self.say(
                "settle-base-smallest",
                &[("number", &whole(smallest.base)), ("parts", &parts(smallest))],
            ));
        }
        Some(told)
    }

    fn change(
        &self,
        [before, after, gives]: [Option<&Exact>; 3],
        decimals: u32,
        tried: &[(i64, Exact)],
        bases: Option<(i64, i64)>,
    ) -> String {
        let shown = self.cited(0).map(|it| it.change.text.clone()).unwrap_or_default();
        if let (Some(_), Some(_), Some(gives)) = (before, after, gives) {
            let text = |shown: fn(&Printed) -> &str| self.cited(0).map(shown).unwrap_or_default().to_owned();
            let values = [
                ("before", text(|it| &it.before.text)),
                ("after", text(|it| &it.after.text)),
                ("percent", self.percent(gives, decimals)),
            ];
            let values: Vec<(&str, &str)> =
                values.iter().map(|(name, text)| (*name, text.as_str())).collect();
            return self.say("settle-change", &[&values[..], &[("shown", shown.as_str())]].concat());
        }
        let whole = |number: i64| number_words(self.messages.language(), &number.to_string());
        let mut told = self.say("settle-change-nobase", &[("shown", &shown)]);
        if let (Some(after), None, false) = (after, bases, tried.is_empty()) {
            let each: Vec<String> = tried
                .iter()
                .map(|(base, gives)| {
                    self.say(
                        "settle-change-from",
                        &[("base", &whole(*base)), ("percent", &self.percent(gives, decimals))],
                    )
                })
                .collect();
            told.push_str(
                &self.say("settle-change-none", &[("after", &self.plain(after)), ("each", &each.join(", "))]),
            );
        }
        told
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
            return Some(if is_ratio { told + &ratio() } else { told });
        }
        let whole = |number: i64| number_words(self.messages.language(), &number.to_string());
        let (least, most) = bases?;
        Some(if least == most {
            self.say("settle-change-base", &[("base", &whole(least))])
        } else {
            self.say("settle-change-bases", &[("least", &whole(least)), ("most", &whole(most))])
        })
    }

    fn body(&self, lists: &[String]) -> String {
        let names: Vec<String> =
            lists.iter().map(|list| self.say("settle-words", &[("words", list)])).collect();
        match names.as_slice() {
            [one] => self.say("settle-body-twice", &[("list", one)]),
            several => self.say("settle-body", &[("lists", &several.join(", "))]),
        }
    }
}
