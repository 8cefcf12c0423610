//! The columns of a population, each with its heads and its cell.

use crate::audit::{Member, MoneyColumn, Population, standing_word};
use crate::event::{Day, Evidence, Exact};
use crate::figures::{State, stated_money};
use crate::present::explain::citation_words;
use crate::present::reasons::remark_words;
use crate::present::{Messages, body_words, version_words};

/// The columns of a population.
pub struct Columns<'a> {
    state: &'a State,
    money: Vec<MoneyColumn>,
    has_parts: bool,
}

/// A cell as a file has it.
pub(in crate::present) enum Cell {
    /// Nothing.
    Nothing,
    /// What the program wrote.
    Text(String),
    /// What a person may have typed.
    Typed(String),
    /// A place or a count.
    Count(u64),
    /// An amount.
    Amount(Exact),
    /// A day.
    Day(Day),
}

/// A column before those of amounts or behind them: its head in CSV files, the message
/// of its head for people, the width of a sheet's.
type Head = (&'static str, &'static str, u16);

const BEFORE: [Head; 13] = [
    ("sequence", "column-entry", 8),
    ("id", "column-entry-id", 38),
    ("type", "column-type", 26),
    ("standing", "column-standing", 12),
    ("version", "column-version", 9),
    ("corrections", "column-corrections", 9),
    ("occurredfrom", "column-from", 11),
    ("occurredto", "column-to", 11),
    ("countson", "column-counts-on", 11),
    ("recorded", "column-recorded-time", 27),
    ("recorder", "column-recorder", 42),
    ("subject", "column-subject", 26),
    ("said", "column-said", 60),
];

const PARTS: [Head; 4] = [
    ("indicator", "column-indicator", 22),
    ("amount", "column-amount", 14),
    ("grade", "column-grade", 20),
    ("remark", "column-remark", 30),
];

const BEHIND: [Head; 6] = [
    ("documents", "column-document-count", 10),
    ("documentnames", "column-documents", 30),
    ("documenthashes", "column-document-hashes", 24),
    ("citation", "column-citation", 40),
    ("batch", "column-batch", 38),
    ("hash", "column-hash", 66),
];

impl<'a> Columns<'a> {
    /// Those of a population; with the parts in a value where one is asked for.
    pub fn of(state: &'a State, population: &Population<'_>, has_parts: bool) -> Self {
        Self { state, money: population.money_columns(), has_parts }
    }

    fn parts(&self) -> &'static [Head] {
        if self.has_parts { &PARTS } else { &[] }
    }

    /// The heads in CSV files, which are the same in every language.
    pub(super) fn names(&self) -> Vec<String> {
        let named = |heads: &'static [Head]| heads.iter().map(|(name, _, _)| (*name).to_owned());
        let money = self.money.iter().map(|(field, currency)| format!("{field} {currency}"));
        named(&BEFORE).chain(money).chain(named(self.parts())).chain(named(&BEHIND)).collect()
    }

    /// The heads for people, with the widths of a sheet's columns.
    pub(in crate::present) fn heads(&self, messages: &Messages) -> Vec<(String, u16)> {
        let named = |heads: &'static [Head]| heads.iter().map(|(_, id, width)| (messages.word(id), *width));
        let money = self.money.iter().map(|(field, currency)| (format!("{field} {currency}"), 16));
        named(&BEFORE).chain(money).chain(named(self.parts())).chain(named(&BEHIND)).collect()
    }

    /// Which column holds amounts of a field in a currency, 0 the first.
    pub(in crate::present) fn of_money(&self, field: &str, currency: &str) -> Option<usize> {
        let at = self.money.iter().position(|(it, code)| it == field && code == currency)?;
        Some(BEFORE.len() + at)
    }

    /// Which columns hold the side of a part and its amount, 0 the first.
    pub(in crate::present) fn of_parts(&self) -> Option<[usize; 2]> {
        let first = BEFORE.len() + self.money.len();
        self.has_parts.then_some([first, first + 1])
    }

    /// The cells of one of the population.
    pub(in crate::present) fn cells(&self, messages: &Messages, it: &Member<'_>) -> Vec<Cell> {
        let mut cells = self.before(messages, it);
        let stated = stated_money(it.version);
        let money = self.money.iter().map(|(field, currency)| {
            let found = stated.iter().find(|(name, code, _)| name == field && code == currency);
            found.map_or(Cell::Nothing, |(_, _, amount)| Cell::Amount(amount.clone()))
        });
        cells.extend(money);
        if self.has_parts {
            cells.extend(parts(messages, it));
        }
        cells.extend(behind(messages, it));
        cells
    }

    fn before(&self, messages: &Messages, it: &Member<'_>) -> Vec<Cell> {
        let (record, version) = (it.record, it.version);
        let subject = version.subject.as_ref().map(|body| body_words(messages, self.state, body));
        vec![
            Cell::Count(record.sequence),
            Cell::Text(record.id.to_string()),
            Cell::Text(record.kind.to_string()),
            Cell::Text(standing_word(it.absent).to_owned()),
            Cell::Count(version.sequence),
            Cell::Count(record.standing_corrections().count() as u64),
            Cell::Day(version.occurred.from),
            Cell::Day(version.occurred.to),
            Cell::Day(it.counts_on),
            Cell::Text(it.recorded.to_string()),
            Cell::Text(record.original.author.id()),
            subject.map_or(Cell::Nothing, Cell::Typed),
            Cell::Typed(version_words(messages, self.state, record, version)),
        ]
    }
}

/// Its part in the value asked for.
fn parts(messages: &Messages, it: &Member<'_>) -> Vec<Cell> {
    let Some(share) = &it.part else { return PARTS.iter().map(|_| Cell::Nothing).collect() };
    let contribution = share.contribution;
    let remark = contribution.remark.map(|remark| remark_words(messages, remark));
    vec![
        Cell::Text(share.unit.id.clone()),
        Cell::Amount(contribution.amount.clone()),
        Cell::Text(contribution.grade.word().to_owned()),
        remark.map_or(Cell::Nothing, Cell::Text),
    ]
}

fn behind(messages: &Messages, it: &Member<'_>) -> Vec<Cell> {
    let content = &it.version.content;
    let documents = content.evidence();
    let each = |said: fn(&Evidence) -> String| documents.iter().map(said).collect::<Vec<_>>().join("; ");
    let typed = |text: String| if text.is_empty() { Cell::Nothing } else { Cell::Typed(text) };
    vec![
        Cell::Count(documents.len() as u64),
        typed(each(|it| it.name.clone())),
        typed(each(|it| it.blake3.to_string())),
        typed(content.citation().map(|it| citation_words(messages, it)).unwrap_or_default()),
        it.record.batch.map_or(Cell::Nothing, |batch| Cell::Text(batch.to_string())),
        Cell::Text(it.hash.to_string()),
    ]
}
