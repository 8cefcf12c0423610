//! What the values of a plan leave uncounted and what they rest on, as a report.

mod json;

pub use json::coverage_json;

use super::report::{
    Basis, Block, Item, Part, Report, Rows, Run, absent_words, between, listed, more_words, title_words,
};
use super::{
    Arg, Messages, body_words, certain_words, count_words, day_words, entry_words, percent_words,
    period_words, reason_words, type_words, unit_words, version_words,
};
use crate::audit::{Coverage, Graded, Left, Missed, Silent, Uncounted};
use crate::event::Exact;
use crate::figures::{NoteRecord, Record, Version};
use crate::plan::Indicator;

/// Numbers of entries that stand in one line, at most.
const IN_A_LINE: usize = 40;

/// What the values of a plan leave uncounted, and what they rest on; of the entries of a
/// part at most so many are shown.
pub fn coverage_report(
    messages: &Messages,
    basis: &Basis<'_>,
    coverage: &Coverage<'_>,
    most: usize,
) -> Report {
    let teller = Teller { messages, basis, coverage, most };
    let day = day_words(messages.language(), coverage.as_at);
    let mut report = basis.report(messages, messages.say("coverage-title", &[("day", Arg::Text(&day))]));
    report.parts = vec![
        teller.read(),
        teller.values(),
        teller.uncounted(),
        teller.notes(),
        teller.unbacked(),
        teller.absent(),
        teller.silent(),
    ];
    report
}

struct Teller<'t, 'a> {
    messages: &'t Messages,
    basis: &'t Basis<'t>,
    coverage: &'t Coverage<'a>,
    most: usize,
}

impl Teller<'_, '_> {
    fn count(&self, count: usize) -> String {
        count_words(self.messages.language(), count as u64)
    }

    fn part(&self, id: &'static str) -> Part {
        let title = self.messages.word(&format!("coverage-{id}"));
        Part { about: Some(self.messages.word(&format!("coverage-about-{id}"))), ..Part::new(id, title) }
    }

    fn fact(&self, id: &str, value: String) -> (String, Vec<Run>) {
        (self.messages.word(id), vec![Run::plain(value)])
    }

    /// What was counted of the ledger, from its lines and from what they say.
    fn read(&self) -> Part {
        let coverage = self.coverage;
        let [activities, totals] = coverage.records.map(|count| self.count(count));
        let facts = vec![
            self.fact("coverage-lines", self.lines()),
            self.fact("coverage-gaps", self.gaps()),
            self.fact("coverage-activities", activities),
            self.fact("coverage-totals", totals),
            self.fact("coverage-counted", self.count(coverage.counted)),
            self.fact("coverage-counted-nowhere", self.count(coverage.uncounted.len())),
        ];
        let mut part = self.part("read");
        part.blocks = vec![Block::Facts(facts)];
        part
    }

    /// How many lines there are, and the numbers of the first and the last.
    fn lines(&self) -> String {
        let recount = &self.coverage.recount;
        let shown = |place: Option<u64>| place.map(|it| it.to_string()).unwrap_or_default();
        let (first, last) = (shown(recount.first), shown(recount.last));
        let lines = count_words(self.messages.language(), recount.lines);
        let values = [("lines", Arg::Text(&lines)), ("first", Arg::Text(&first)), ("last", Arg::Text(&last))];
        self.messages.say("coverage-lines-are", &values)
    }

    fn gaps(&self) -> String {
        let gaps = &self.coverage.recount.gaps;
        if gaps.is_empty() {
            return self.messages.word("coverage-no-gap");
        }
        let gap = |it: &crate::audit::Gap| {
            let found = it.found.map_or_else(|| "?".to_owned(), |found| found.to_string());
            let values = [("expected", Arg::Shown(&it.expected)), ("found", Arg::Text(&found))];
            self.messages.say("coverage-gap", &values)
        };
        gaps.iter().map(gap).collect::<Vec<_>>().join("; ")
    }

    /// The values with what they rest on, in number and share.
    fn values(&self) -> Part {
        let heads = ["column-indicator", "coverage-value", "grade-documented", "grade-itemised"];
        let heads = heads.into_iter().chain(["grade-reported"]);
        let heads = heads.map(|id| self.messages.word(id)).collect();
        let rows = self.coverage.values.iter().map(|value| self.value(value)).collect();
        let mut part = self.part("values");
        part.count = Some(self.coverage.values.len());
        part.blocks = vec![Block::Facts(self.standings()), Block::Rows(Rows { heads, rows })];
        part
    }

    fn standings(&self) -> Vec<(String, Vec<Run>)> {
        let all = self.coverage.standings();
        let counts = [
            ("coverage-all-documented", all.documented),
            ("coverage-all-itemised", all.itemised),
            ("coverage-all-reported", all.reported),
            ("coverage-mixed", all.mixed),
            ("coverage-nothing", all.nothing),
        ];
        counts.into_iter().map(|(id, count)| self.fact(id, self.count(count))).collect()
    }

    fn value(&self, graded: &Graded<'_>) -> Vec<Run> {
        let Graded { indicator, value, .. } = graded;
        let grade = &value.grade;
        let shares = graded.shares();
        let part = |at: usize, amount: &Exact| {
            let share = shares.as_ref().map(|shares| &shares[at]);
            Run::plain(self.share(indicator, amount, share))
        };
        vec![
            Run::value(title_words(self.messages, indicator), &indicator.id),
            Run::plain(certain_words(self.messages, indicator, value)),
            part(0, &grade.documented),
            part(1, &grade.itemised),
            part(2, &grade.reported),
        ]
    }

    /// A part of a value, and which share of it that is; nothing where there is none.
    fn share(&self, indicator: &Indicator, amount: &Exact, share: Option<&Exact>) -> String {
        let Some(share) = share.filter(|_| !amount.is_zero()) else { return String::new() };
        let share = percent_words(self.messages, share, 0);
        let amount = unit_words(self.messages, indicator, amount);
        self.messages.say("coverage-share", &[("amount", Arg::Text(&amount)), ("share", Arg::Text(&share))])
    }

    fn uncounted(&self) -> Part {
        let items: Vec<Item> = self.coverage.uncounted.iter().map(|it| self.left(it)).collect();
        let mut part = self.part("uncounted");
        part.count = Some(items.len());
        part.blocks = listed(self.messages, self.most, items);
        part
    }

    /// An entry that no value counts, with the reason of each indicator that looks at
    /// entries like it.
    fn left(&self, it: &Uncounted<'_>) -> Item {
        let version = it.record.latest();
        let mut head = vec![period_words(self.messages, version.occurred)];
        head.extend(absent_words(self.messages, it.absent));
        let mut lines = vec![vec![Run::plain(self.said(it.record, version))]];
        if it.left.is_empty() {
            lines.push(vec![Run::plain(self.messages.word("coverage-no-indicator"))]);
        }
        let reason = |left: &Left<'_>| {
            let indicator = left.indicator;
            let words = self.missed(it.record, &left.why);
            between(
                [Run::value(title_words(self.messages, indicator), &indicator.id), Run::plain(words)],
                " → ",
            )
        };
        lines.extend(it.left.iter().map(reason));
        Item { place: it.record.sequence, head: head.join(" · "), lines }
    }

    fn said(&self, record: &Record, version: &Version) -> String {
        let state = self.basis.state;
        let said = version_words(self.messages, state, record, version);
        let about = version.subject.as_ref().map(|body| body_words(self.messages, state, body));
        std::iter::once(said).chain(about).collect::<Vec<_>>().join(" · ")
    }

    fn missed(&self, record: &Record, why: &Missed) -> String {
        missed_words(self.messages, self.basis, record, why)
    }

    fn notes(&self) -> Part {
        let item = |note: &&NoteRecord| Item {
            place: note.sequence,
            head: note.occurred.map(|days| period_words(self.messages, days)).unwrap_or_default(),
            lines: vec![vec![Run::plain(note.text.replace('\n', " "))]],
        };
        let items: Vec<Item> = self.coverage.notes.iter().map(item).collect();
        let mut part = self.part("notes");
        part.count = Some(items.len());
        part.blocks = listed(self.messages, self.most, items);
        part
    }

    /// Entries without document, by type: their numbers say enough.
    fn unbacked(&self) -> Part {
        let mut part = self.part("unbacked");
        part.count = Some(self.coverage.unbacked.len());
        let fact = |(kind, places): (&str, Vec<u64>)| {
            let name = self.kind(kind);
            let count = self.count(places.len());
            let values = [("kind", Arg::Text(name.as_str())), ("count", Arg::Text(&count))];
            (self.messages.say("coverage-of-kind", &values), self.places(&places))
        };
        let facts: Vec<_> = self.coverage.unbacked_by_kind().into_iter().map(fact).collect();
        part.blocks.push(self.or_none(facts));
        part
    }

    fn kind(&self, kind: &str) -> String {
        match self.basis.state.activity_type(kind) {
            Some(known) => type_words(self.messages.language(), Some(known), kind).to_owned(),
            None => entry_words(self.messages, kind),
        }
    }

    fn places(&self, places: &[u64]) -> Vec<Run> {
        let shown = places.iter().take(IN_A_LINE).map(|place| Run::entry(self.messages, *place));
        let mut runs = between(shown, ", ");
        let more = places.len().saturating_sub(IN_A_LINE);
        if more > 0 {
            runs.push(Run::plain(format!(" … {}", more_words(self.messages, more))));
        }
        runs
    }

    fn absent(&self) -> Part {
        let mut part = self.part("absent");
        part.count = Some(self.coverage.absent.len());
        let item = |(record, names): &(&Record, Vec<String>)| Item {
            place: record.sequence,
            head: self.said(record, record.latest()),
            lines: vec![vec![Run::plain(names.join(", "))]],
        };
        let items = self.coverage.absent.iter().map(item).collect();
        part.blocks = listed(self.messages, self.most, items);
        part
    }

    fn silent(&self) -> Part {
        let mut part = self.part("silent");
        part.count = Some(self.coverage.silent.len());
        let fact = |silent: &Silent<'_>| {
            let id = if silent.ever { "coverage-silent-now" } else { "coverage-silent-always" };
            let indicator = silent.indicator;
            (title_words(self.messages, indicator), vec![Run::value(self.messages.word(id), &indicator.id)])
        };
        let facts: Vec<_> = self.coverage.silent.iter().map(fact).collect();
        part.blocks.push(self.or_none(facts));
        part
    }

    fn or_none(&self, facts: Vec<(String, Vec<Run>)>) -> Block {
        if facts.is_empty() { Block::Said(self.messages.word("report-none")) } else { Block::Facts(facts) }
    }
}

/// Why a rule leaves an entry, in words.
fn missed_words(messages: &Messages, basis: &Basis<'_>, record: &Record, why: &Missed) -> String {
    match why {
        Missed::Reason(reason) => {
            reason_words(messages, basis.state, basis.state.activity_type(&record.kind), reason)
        }
        other => messages.word(&format!("missed-{}", other.word())),
    }
}
