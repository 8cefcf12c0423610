//! The arithmetic of a finding as a sentence.

use super::said::{Said, and};
use crate::audit::{Detail, Figure, Printed, PrintedFinding, Reckoning, Reconciliation, Tried};
use crate::event::{Exact, Precision};
use crate::present::activity::precise_words;
use crate::present::{Arg, Messages, number_words, period_words};

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
        Detail::Places { figure, computed, decimals, sides } => {
            it.places(*figure, computed.as_ref(), *decimals, sides)
        }
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

impl Said<'_, '_> {
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

    fn ratio(&self, how: &Reckoning, gives: &Exact, decimals: u32) -> String {
        let computed = self.reckoned(how, gives, decimals);
        self.say("settle-ratio", &[("computed", &computed), ("shown", &self.percent_shown())])
    }

    /// The percentages of the rows of a mean, where they are few.
    fn mean(&self, of: usize, gives: &Exact, of_printed: Option<&Exact>, decimals: u32) -> String {
        let words = self.percent(gives, decimals);
        let values = [
            ("count", Arg::Count(of)),
            ("percent", Arg::Text(&words)),
            ("shown", Arg::Text(&self.percent_shown())),
        ];
        let told = self.messages.say("settle-mean", &values);
        let Some(of_printed) = of_printed else { return told };
        let percent = self.percent(of_printed, decimals);
        and(told, &self.say("settle-mean-printed", &[("percent", &percent)]))
    }

    /// What is printed at places that go together, once each, beside what is printed at others.
    fn places(
        &self,
        figure: Figure,
        computed: Option<&Exact>,
        decimals: u32,
        sides: &[Vec<usize>],
    ) -> String {
        let side = |side: &Vec<usize>| {
            let mut shown: Vec<&str> =
                side.iter().filter_map(|&at| Some(self.cited(at)?.figure(figure).text.as_str())).collect();
            shown.dedup();
            shown.join(", ")
        };
        let told = sides.iter().map(side).collect::<Vec<_>>().join(" ≠ ");
        let Some(computed) = computed else { return told };
        let computed = self.of_figure(figure, computed, decimals);
        self.say("settle-places", &[("shown", &told), ("computed", &computed)])
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
        let told =
            self.say(id, &[("sum", &sum), ("stated", &self.number(stated)), ("away", &self.number(&away))]);
        if slack.is_zero() {
            told
        } else {
            and(told, &self.say("settle-slack", &[("slack", &self.number(slack))]))
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
        if before.is_some_and(Exact::is_zero) {
            return self.say("settle-change-zero", &[("shown", &shown)]);
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

    fn body(&self, lists: &[String]) -> String {
        let names: Vec<String> =
            lists.iter().map(|list| self.say("settle-words", &[("words", list)])).collect();
        match names.as_slice() {
            [one] => self.say("settle-body-twice", &[("list", one)]),
            several => self.say("settle-body", &[("lists", &several.join(", "))]),
        }
    }
}
