//! The explanation of a value for a terminal.

use std::sync::Arc;

use super::amounts::{exact, shown_amounts};
use super::published::published_text;
use super::reasons::{reason_words, remark_words};
use super::scope::scope_text;
use super::table::{certain_words, foot, target_words, title_text, value_words};
use super::{
    Arg, Messages, Recorders, day_words, notice_text, number_words, on_lines, percent_words, period_words,
    rule_sentence, unit_words, version_words, wrapped,
};
use crate::event::{Citation, Day, EntryId, Evidence, Exact, Period};
use crate::figures::{
    Contribution, NotCounted, Published, Record, RowTable, Ruling, Scope, State, Value, Version,
    target_history,
};
use crate::plan::{Indicator, Kind};

/// What a value is explained with.
#[derive(Clone, Copy)]
pub struct Grounds<'a> {
    /// The entries that are known.
    pub state: &'a State,
    /// The plan that rules.
    pub ruling: &'a Ruling<'a>,
    /// The date.
    pub as_at: Day,
    /// What of the ledger is looked at.
    pub scope: &'a Scope,
    /// Who recorded it.
    pub recorders: &'a Recorders,
    /// Where it was published.
    pub published: &'a [Published],
}

/// The explanation of a row as text of at most `width` columns.
pub fn explain_text<'a>(
    messages: &Messages,
    grounds: &Grounds<'a>,
    row: &RowTable<'a>,
    width: u16,
) -> String {
    let language = messages.language();
    let adoption = &grounds.ruling.adopted.adoption;
    let mut text = title_text(language.of(&row.indicator.title()), width);
    text.push_str(&scope_text(messages, grounds.scope, width));
    let explanation = Explanation { messages, grounds, row };
    let parts = [
        explanation.head(),
        explanation.share(),
        explanation.rule(),
        explanation.targets(),
        explanation.items(),
        published_text(messages, grounds.published),
    ];
    text.push_str(&wrapped(&parts.concat(), width));
    let state = grounds.state;
    text.push_str(&foot(messages, adoption, state.size(), state.head(), width));
    text + &notice_text(messages, adoption.notice.as_ref(), width)
}

struct Explanation<'e, 'a> {
    messages: &'e Messages,
    grounds: &'e Grounds<'a>,
    row: &'e RowTable<'a>,
}

impl Explanation<'_, '_> {
    /// The value, and how far it reaches its target.
    fn head(&self) -> String {
        let (messages, row) = (self.messages, self.row);
        let day = day_words(messages.language(), self.grounds.as_at);
        let value = value_words(messages, row);
        let head = messages.say("explain-value", &[("day", Arg::Text(&day)), ("value", Arg::Text(&value))]);
        let target = target_words(messages, row);
        let target = row.target.map(|_| messages.say("explain-aim", &[("target", Arg::Text(&target))]));
        let decimals = row.indicator.percentdecimals;
        let percent = row.percent.as_ref().map(|ratio| percent_words(messages, ratio, decimals));
        let percent = percent.map(|it| messages.say("explain-percent", &[("percent", Arg::Text(&it))]));
        let reached =
            row.reached.map(|it| messages.word(if it { "explain-reached" } else { "explain-unreached" }));
        let all = [Some(head), target, percent, reached];
        all.into_iter().flatten().collect::<Vec<_>>().join(" · ") + "\n"
    }

    /// Of a share the two values that it is made of, and how to ask for each.
    fn share(&self) -> String {
        let rule = &self.row.indicator.rule;
        if rule.kind != Kind::Share {
            return String::new();
        }
        let Some(parts) = &self.row.value.parts else {
            return self.messages.word("explain-no-parts") + "\n";
        };
        let sides = [(&rule.part, &parts.0, "part"), (&rule.whole, &parts.1, "whole")];
        let found = sides.into_iter().filter_map(|(id, value, side)| {
            let indicator = self.grounds.ruling.indicator(id.as_deref()?)?;
            Some(self.side(indicator, value, side))
        });
        found.collect()
    }

    fn side(&self, indicator: &Indicator, value: &Value, side: &str) -> String {
        let shown = certain_words(self.messages, indicator, value);
        let title = indicator.title();
        let label = self.messages.language().of(&title);
        let values =
            [("label", Arg::Text(label)), ("value", Arg::Text(&shown)), ("id", Arg::Text(&indicator.id))];
        format!("  {}\n", self.messages.say(&format!("explain-{side}"), &values))
    }

    fn rule(&self) -> String {
        let (messages, indicator) = (self.messages, self.row.indicator);
        let rule = rule_sentence(messages, self.grounds.state, self.grounds.ruling, indicator);
        let status = messages.word(&format!("status-{}", indicator.status.word()));
        let values = [("rule", Arg::Text(&rule)), ("status", Arg::Text(&status))];
        let words = indicator.words.as_ref().map(|words| messages.language().of(words));
        let rule = messages.say("explain-rule", &values);
        on_lines("", [Some(rule.as_str()), words].into_iter().flatten())
    }

    /// The target, with those before it that were revised and why.
    fn targets(&self) -> String {
        let messages = self.messages;
        let mut text = String::new();
        for dated in target_history(self.grounds.state, self.grounds.ruling, &self.row.indicator.id) {
            let value = unit_words(messages, self.row.indicator, &dated.target.value.exact());
            let since = day_words(messages.language(), dated.since);
            let values = [("value", Arg::Text(&value)), ("since", Arg::Text(&since))];
            text.push_str(&messages.say("explain-target", &values));
            if let Some(reason) = &dated.target.reason {
                let reason = messages.language().of(reason);
                text.push_str(&messages.say("explain-target-reason", &[("reason", Arg::Text(reason))]));
            }
            text.push('\n');
        }
        text
    }

    /// What counts, and what does not and why.
    fn items(&self) -> String {
        let row = self.row;
        let Some([part, whole]) = self.sides() else {
            let gaps = gap_words(self.messages, &row.value.gaps).map(|words| format!("\n{words}\n"));
            return gaps.unwrap_or_default()
                + &self.counted("explain-contributions", row)
                + &self.left_out(&row.value);
        };
        // What is published of a share stands for what is above its line; of one
        // that is not certain its parts are shown all the same.
        let above = if row.value.contributions.is_empty() { &part } else { row };
        let above = self.counted("explain-contributions", above) + &self.left_out(&part.value);
        above + &self.counted("explain-below", &whole) + &self.left_out(&whole.value)
    }

    /// The two values that a share is made of, as rows of their own.
    fn sides(&self) -> Option<[RowTable<'_>; 2]> {
        let (rule, parts) = (&self.row.indicator.rule, self.row.value.parts.as_deref()?);
        let side = |id: &Option<String>, value: &Value| {
            let indicator = self.grounds.ruling.indicator(id.as_deref()?)?;
            let value = Arc::new(value.clone());
            Some(RowTable { indicator, target: None, value, percent: None, reached: None })
        };
        Some([side(&rule.part, &parts.0)?, side(&rule.whole, &parts.1)?])
    }

    fn counted(&self, head: &str, row: &RowTable<'_>) -> String {
        let contributions = &row.value.contributions;
        let shown = shown_amounts(self.grounds.ruling, row);
        let each = contributions.iter().zip(&shown);
        let each = each.map(|(it, (indicator, amount))| self.contribution(it, indicator, amount));
        self.counted_head(head, contributions.len()) + &each.collect::<String>()
    }

    fn left_out(&self, value: &Value) -> String {
        let left: Vec<&NotCounted> = value.left_by(self.grounds.as_at).collect();
        if left.is_empty() {
            return String::new();
        }
        let each = left.iter().map(|it| self.not_counted(it));
        self.counted_head("explain-notcounted", left.len()) + &each.collect::<String>()
    }

    fn counted_head(&self, id: &str, count: usize) -> String {
        format!("\n{}\n", self.messages.say(id, &[("count", Arg::Count(count))]))
    }

    fn contribution(&self, it: &Contribution, indicator: &Indicator, amount: &Exact) -> String {
        let messages = self.messages;
        let grade = messages.word(&format!("grade-{}", it.grade.word()));
        let remark = it.remark.map(|remark| format!(" · {}", remark_words(messages, remark)));
        // A row in words has no amounts.
        let amount = match indicator.rule.kind {
            Kind::Narrative => String::new(),
            _ if it.amount == *amount => format!(" · {}", unit_words(messages, indicator, amount)),
            // Rounded so that the amounts add up, which is said.
            _ => {
                let exact = number_words(messages.language(), &exact(&it.amount));
                let shown = unit_words(messages, indicator, amount);
                let values = [("shown", Arg::Text(&shown)), ("exact", Arg::Text(&exact))];
                format!(" · {}", messages.say("explain-rounded", &values))
            }
        };
        let period = period_words(messages, it.occurred);
        let about = self.about(it.id, it.version);
        format!("  #{} · {period}{amount} · {grade}{}\n{about}", it.sequence, remark.unwrap_or_default())
    }

    fn not_counted(&self, it: &NotCounted) -> String {
        let state = self.grounds.state;
        let kind = state.record(it.id).and_then(|record| state.activity_type(&record.kind));
        let reason = reason_words(self.messages, state, kind, &it.reason);
        let period = period_words(self.messages, it.occurred);
        format!("  #{} · {period} · {reason}\n{}", it.sequence, self.about(it.id, it.version))
    }

    /// What an entry says, a line each: the activity, where it is printed, its
    /// documents, when and by whom it was recorded.
    fn about(&self, id: EntryId, version: u64) -> String {
        let Some(record) = self.grounds.state.record(id) else { return String::new() };
        let version = record.version(version).unwrap_or_else(|| record.latest());
        let said = version_words(self.messages, self.grounds.state, record, version);
        let cited = version.content.citation().map(|it| citation_words(self.messages, it));
        let backed = version.content.evidence().iter().map(|it| document_words(self.messages, it));
        let recorded = [Some(self.recorded(version)), self.corrected(record), self.confirmed(version)];
        let recorded = recorded.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let lines = std::iter::once(said).chain(cited).chain(backed).chain([recorded]);
        on_lines("      ", lines)
    }

    /// How often it was corrected.
    fn corrected(&self, record: &Record) -> Option<String> {
        let count = record.standing_corrections().count();
        (count > 0).then(|| self.messages.say("journal-corrected", &[("count", Arg::Count(count))]))
    }

    /// That it was planned and took place, and which entry says so.
    fn confirmed(&self, version: &Version) -> Option<String> {
        let confirmation = version.confirmed?;
        let day = day_words(self.messages.language(), confirmation.recorded);
        let values = [("entry", Arg::Shown(&confirmation.sequence)), ("day", Arg::Text(&day))];
        Some(self.messages.say("explain-confirmed", &values))
    }

    fn recorded(&self, version: &Version) -> String {
        let day = day_words(self.messages.language(), version.recorded);
        let by = self.grounds.recorders.words(self.messages, version.author.user);
        self.messages.say("recorded-on", &[("when", Arg::Text(&day)), ("by", Arg::Text(&by))])
    }
}

/// The days of which no published total says anything, where there are any.
pub fn gap_words(messages: &Messages, gaps: &[Period]) -> Option<String> {
    let days: Vec<String> = gaps.iter().map(|days| period_words(messages, *days)).collect();
    let says = || messages.say("explain-gaps", &[("days", Arg::Text(&days.join("; ")))]);
    (!days.is_empty()).then(says)
}

fn document_words(messages: &Messages, document: &Evidence) -> String {
    let kind = messages.word(&format!("evidence-{}", document.kind.word()));
    messages.say("explain-document", &[("name", Arg::Text(&document.name)), ("kind", Arg::Text(&kind))])
}

/// Where a source says something.
pub fn citation_words(messages: &Messages, citation: &Citation) -> String {
    let section = citation.section.as_ref().map(|section| format!(", {section}")).unwrap_or_default();
    let line = citation.line.as_ref().map(|line| messages.say("citation-line", &[("line", Arg::Text(line))]));
    let words =
        citation.words.as_ref().map(|words| messages.say("citation-words", &[("words", Arg::Text(words))]));
    format!("{}{section}{}{}", citation.source, line.unwrap_or_default(), words.unwrap_or_default())
}
