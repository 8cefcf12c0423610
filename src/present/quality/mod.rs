//! The sheet on the quality of one value's data, in the five words of USAID's data
//! quality assessments: what the ledger knows under each, and room for a reviewer's
//! judgement, which no program gives.

mod json;
mod timely;

pub use json::quality_json;

use super::explain::citation_words;
use super::report::{Basis, Block, Part, Report, Run, between, title_words};
use super::table::target_words;
use super::{
    Arg, Messages, certain_words, count_words, day_words, number_words, percent_words, reason_words,
    rule_sentence, unit_words,
};
use crate::audit::Quality;
use crate::event::{EvidenceKind, Exact};
use crate::figures::{NotCounted, Value};
use crate::plan::{Direction, Indicator, Unit, Words};

/// Numbers of entries that stand in one line, at most.
const IN_A_LINE: usize = 12;

/// The sheet of one value.
pub fn quality_report(messages: &Messages, basis: &Basis<'_>, quality: &Quality<'_>) -> Report {
    let teller = Teller { messages, basis, quality };
    let title = title_words(messages, quality.row.indicator);
    let title = messages.say("quality-title", &[("indicator", Arg::Text(&title))]);
    let mut report = basis.report(messages, title);
    report.above.push(teller.value());
    report.parts = vec![
        teller.part("validity", teller.validity()),
        teller.part("integrity", teller.integrity()),
        teller.part("precision", teller.precision()),
        teller.part("reliability", teller.reliability()),
        teller.part("timeliness", teller.timeliness()),
    ];
    report
}

/// A name, and what is known of it.
type Fact = (String, Vec<Run>);

struct Teller<'t, 'a> {
    messages: &'t Messages,
    basis: &'t Basis<'t>,
    quality: &'t Quality<'a>,
}

impl<'t> Teller<'t, '_> {
    const fn indicator(&self) -> &'t Indicator
    where
        Self: 't,
    {
        self.quality.row.indicator
    }

    fn count(&self, count: usize) -> String {
        count_words(self.messages.language(), count as u64)
    }

    fn part(&self, id: &'static str, facts: Vec<Fact>) -> Part {
        let say = |id: String| self.messages.word(&id);
        let blocks = vec![Block::Facts(facts), Block::Blank(say("quality-judgement".to_owned()))];
        let about = Some(say(format!("quality-about-{id}")));
        Part { about, blocks, ..Part::new(id, say(format!("quality-{id}"))) }
    }

    fn fact(&self, id: &str, value: impl Into<String>) -> Fact {
        (self.messages.word(id), vec![Run::plain(value)])
    }

    /// What the plan may say in words, or that it does not.
    fn said(&self, id: &str, words: Option<&Words>) -> Fact {
        let said = words.map(|words| self.messages.language().of(words).to_owned());
        self.fact(id, said.unwrap_or_else(|| self.messages.word("quality-not-said")))
    }

    /// The value, its target and how far it reaches it.
    fn value(&self) -> String {
        let (messages, row) = (self.messages, &self.quality.row);
        let day = day_words(messages.language(), self.quality.as_at);
        let value = super::value_words(messages, row);
        let mut all =
            vec![messages.say("explain-value", &[("day", Arg::Text(&day)), ("value", Arg::Text(&value))])];
        let target = target_words(messages, row);
        all.extend(row.target.map(|_| messages.say("explain-aim", &[("target", Arg::Text(&target))])));
        let percent =
            row.percent.as_ref().map(|it| percent_words(messages, it, row.indicator.percentdecimals));
        all.extend(percent.map(|it| messages.say("explain-percent", &[("percent", Arg::Text(&it))])));
        all.join(" · ")
    }

    /// What the value is said to be, and who says so.
    fn validity(&self) -> Vec<Fact> {
        let (messages, indicator) = (self.messages, self.indicator());
        let rule = rule_sentence(messages, self.basis.state, self.basis.ruling, indicator);
        let mut facts = vec![self.fact("column-rule", rule)];
        if indicator.words.is_some() {
            facts.push(self.said("column-rule-words", indicator.words.as_ref()));
        }
        facts.push(self.fact("column-status", messages.word(&format!("status-{}", indicator.status.word()))));
        facts.push(self.fact("quality-approved", self.approved()));
        facts.push(self.said("quality-owner", indicator.owner.as_ref()));
        facts.push(self.said("quality-source", indicator.source.as_ref()));
        let citation = indicator.citation.as_ref().map(|it| citation_words(messages, it));
        facts.extend(citation.map(|it| self.fact("quality-printed", it)));
        facts.push(self.fact("quality-direction", self.direction()));
        facts.push(self.fact("quality-percentage", self.percentage()));
        facts
    }

    fn approved(&self) -> String {
        let Some(approved) = &self.indicator().approved else { return self.messages.word("quality-nobody") };
        let day = day_words(self.messages.language(), approved.on);
        let by = self.messages.language().of(&approved.by);
        self.messages.say("rule-approved", &[("by", Arg::Text(by)), ("day", Arg::Text(&day))])
    }

    fn direction(&self) -> String {
        self.messages.word(match self.indicator().direction {
            Direction::Up => "quality-direction-up",
            Direction::Down => "quality-direction-down",
        })
    }

    /// What the percentage is: of the target, or from a baseline.
    fn percentage(&self) -> String {
        let indicator = self.indicator();
        if self.quality.row.target.is_none() {
            return self.messages.word("quality-no-target");
        }
        match &indicator.baseline {
            None => self.messages.word("quality-of-target"),
            Some(baseline) => {
                let baseline = unit_words(self.messages, indicator, &baseline.exact());
                self.messages.say("quality-from-baseline", &[("baseline", Arg::Text(&baseline))])
            }
        }
    }

    /// Who recorded what, and what was changed, left out or contradicted.
    fn integrity(&self) -> Vec<Fact> {
        let quality = self.quality;
        let [activities, totals] = quality.entries.map(|count| self.count(count));
        let changes = quality.changes;
        let mut facts = vec![
            self.fact("coverage-activities", activities),
            self.fact("coverage-totals", totals),
            self.fact("quality-recorders", self.count(quality.recorders)),
            self.fact("quality-corrected", self.corrected()),
            self.fact("quality-withdrawn", self.count(changes.withdrawn)),
        ];
        if quality.already > 0 {
            facts.push(self.fact("quality-already", self.count(quality.already)));
        }
        let contradicted: Vec<u64> = quality.contradicted.iter().copied().collect();
        facts.push((self.messages.word("quality-contradicted"), self.places(&contradicted)));
        facts.extend(self.left());
        facts.push(self.fact("quality-chain", self.messages.word("quality-chain-is")));
        facts
    }

    fn corrected(&self) -> String {
        let changes = self.quality.changes;
        let entries = self.count(changes.corrected);
        let values = [("entries", Arg::Text(entries.as_str())), ("count", Arg::Count(changes.corrections))];
        self.messages.say("quality-corrected-are", &values)
    }

    /// What was looked at and not counted: each reason with the entries that it is of.
    fn left(&self) -> Vec<Fact> {
        let grouped = grouped(&self.quality.left, |it| self.reason(it));
        if grouped.is_empty() {
            return vec![self.fact("quality-left", self.messages.word("report-none"))];
        }
        let fact = |(reason, places): (String, Vec<u64>)| {
            let count = self.count(places.len());
            let values = [("reason", Arg::Text(reason.as_str())), ("count", Arg::Text(&count))];
            (self.messages.say("quality-left-for", &values), self.places(&places))
        };
        grouped.into_iter().map(fact).collect()
    }

    fn reason(&self, left: &NotCounted) -> String {
        let state = self.basis.state;
        let kind = state.record(left.id).and_then(|record| state.activity_type(&record.kind));
        reason_words(self.messages, state, kind, &left.reason)
    }

    fn places(&self, places: &[u64]) -> Vec<Run> {
        if places.is_empty() {
            return vec![Run::plain(self.messages.word("report-none"))];
        }
        let shown = places.iter().take(IN_A_LINE).map(|place| Run::entry(self.messages, *place));
        let mut runs = between(shown, ", ");
        if places.len() > IN_A_LINE {
            let more = super::report::more_words(self.messages, places.len() - IN_A_LINE);
            runs.push(Run::plain(format!(" … {more}")));
        }
        runs
    }

    /// How finely the value is known, and what it rests on.
    fn precision(&self) -> Vec<Fact> {
        let (messages, indicator, value) = (self.messages, self.indicator(), &*self.quality.row.value);
        let unit = match indicator.unit() {
            Unit::Money(code) => code.to_owned(),
            Unit::Percent => "%".to_owned(),
            Unit::Words(words) => messages.language().of(words).to_owned(),
            Unit::Number => messages.word("quality-number"),
        };
        let mut facts = vec![
            self.fact("quality-unit", unit),
            self.fact("quality-decimals", number_words(messages.language(), &indicator.decimals.to_string())),
            self.fact("quality-certain", self.certain(value)),
        ];
        facts.extend(self.grades(value));
        facts.push(self.fact("quality-with", self.backing()));
        let absent = &self.quality.backing.absent;
        if !absent.is_empty() {
            facts.push((messages.word("quality-absent"), self.places(absent)));
        }
        facts
    }

    /// What is certain, and between which bounds the value lies otherwise.
    fn certain(&self, value: &Value) -> String {
        let words = certain_words(self.messages, self.indicator(), value);
        let bound = |bound: &Option<Exact>| match bound {
            Some(bound) => unit_words(self.messages, self.indicator(), bound),
            None => "?".to_owned(),
        };
        if value.is_certain() {
            return words;
        }
        let (low, high) = (bound(&value.low), bound(&value.high));
        let values =
            [("value", Arg::Text(words.as_str())), ("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
        self.messages.say("quality-bounds", &values)
    }

    /// What is backed by a document, itemised, a published total: in number and share.
    fn grades(&self, value: &Value) -> Vec<Fact> {
        let grade = &value.grade;
        let parts = [&grade.documented, &grade.itemised, &grade.reported];
        let shares = self.quality.shares();
        let ids = ["grade-documented", "grade-itemised", "grade-reported"];
        let fact = |(at, id): (usize, &str)| {
            let amount = unit_words(self.messages, self.indicator(), parts[at]);
            let share = shares.as_ref().map(|shares| percent_words(self.messages, &shares[at], 0));
            let said = share.map(|share| {
                let values = [("amount", Arg::Text(amount.as_str())), ("share", Arg::Text(&share))];
                self.messages.say("coverage-share", &values)
            });
            self.fact(id, said.unwrap_or(amount))
        };
        ids.into_iter().enumerate().map(fact).collect()
    }

    /// How many entries name documents, by kind, and how many none.
    fn backing(&self) -> String {
        let backing = &self.quality.backing;
        let (with, without) = (self.count(backing.with), self.count(backing.without));
        let values = [("with", Arg::Text(with.as_str())), ("without", Arg::Text(&without))];
        let mut all = vec![self.messages.say("quality-with-are", &values)];
        let kinds = EvidenceKind::ALL.into_iter().filter_map(|kind| {
            let count = self.count(*backing.kinds.get(kind.word())?);
            let word = self.messages.word(&format!("evidence-{}", kind.word()));
            Some(super::activity::labelled(self.messages, &word, &count))
        });
        all.extend(kinds);
        all.join(" · ")
    }

    /// Whether the value was made in the same way each year.
    fn reliability(&self) -> Vec<Fact> {
        let language = self.messages.language();
        let mut facts = Vec::new();
        for defined in &self.quality.definitions {
            let day = day_words(language, defined.adopted.day);
            let differs: Vec<String> = defined
                .differs
                .iter()
                .map(|it| self.messages.word(&format!("quality-differs-{}", it.word())))
                .collect();
            let differs =
                if differs.is_empty() { self.messages.word("quality-first") } else { differs.join(", ") };
            let values = [
                ("day", Arg::Text(day.as_str())),
                ("version", Arg::Shown(&defined.adopted.adoption.version)),
                ("entry", Arg::Shown(&defined.adopted.sequence)),
                ("differs", Arg::Text(&differs)),
            ];
            facts.push(self.fact("quality-definition", self.messages.say("quality-definition-is", &values)));
        }
        facts.extend(self.targets());
        facts
    }

    fn targets(&self) -> Vec<Fact> {
        let language = self.messages.language();
        if self.quality.targets.is_empty() {
            return vec![self.fact("column-target", self.messages.word("quality-no-target"))];
        }
        let fact = |dated: &crate::figures::DatedTarget<'_>| {
            let value = unit_words(self.messages, self.indicator(), &dated.target.value.exact());
            let since = day_words(language, dated.since);
            let values = [("value", Arg::Text(value.as_str())), ("since", Arg::Text(&since))];
            let reason = dated.target.reason.as_ref().map(|words| format!(" ({})", language.of(words)));
            let said = self.messages.say("quality-target-is", &values) + &reason.unwrap_or_default();
            self.fact("column-target", said)
        };
        self.quality.targets.iter().map(fact).collect()
    }
}

/// Entries by what is said of them, in the order in which that is said first.
fn grouped(left: &[NotCounted], said: impl Fn(&NotCounted) -> String) -> Vec<(String, Vec<u64>)> {
    let mut groups: Vec<(String, Vec<u64>)> = Vec::new();
    for it in left {
        let words = said(it);
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, places)) => places.push(it.sequence),
            None => groups.push((words, vec![it.sequence])),
        }
    }
    groups
}
