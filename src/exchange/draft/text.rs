//! A text with numbers in it: each is tied to the indicator whose label stands
//! whole in its sentence, where that is one and no other number is nearer.

use super::label::{Label, Labels, SHOWN, told};
use super::markdown::{is_row, tables};
use super::numbers::{Number, numbers};
use super::{Draft, DraftError, Tied, own};
use crate::audit::Printed;
use crate::event::Period;
use crate::exchange::encoding::decode;
use crate::exchange::tabular::{TableError, TableTrouble};
use crate::exchange::{CsvTrouble, Setting, Spot};
use crate::figures::Table;
use crate::plan::{Indicator, Unit, folded};

/// Numbers of a text that are read.
const MOST: usize = 5_000;

/// Reads a Markdown or plain text.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    table: &Table<'_>,
    labels: &Labels<'_>,
    setting: &Setting<'_>,
) -> Result<Draft, DraftError> {
    let text = decode(bytes).map_err(|error| {
        let spot = Spot::new(file, error.line, error.column);
        DraftError::Table(vec![TableError { spot, trouble: CsvTrouble::Encoding(error.trouble).into() }])
    })?;
    let year = table.ruling.year_end.holding(table.as_at);
    // A table that is one of indicators is read as such, any other as text.
    let of_tables =
        tables(&text).and_then(|csv| own::read(file, csv.as_bytes(), table, labels, setting).ok());
    let is_read = of_tables.is_some();
    let mut draft = of_tables.unwrap_or_default();
    for (line, words) in (1..).zip(text.lines()).filter(|(_, words)| !is_read || !is_row(words)) {
        let plain = without_marks(words);
        for sentence in sentences(&plain) {
            let read = Sentence::of(sentence, labels, setting);
            read.tie(&mut draft, file, line, year);
        }
        if draft.printed.len() > MOST {
            let trouble = TableTrouble::Rows { limit: MOST };
            return Err(DraftError::Table(vec![TableError { spot: Spot::new(file, line, 1), trouble }]));
        }
    }
    if draft.printed.is_empty() { Err(DraftError::NoNumber) } else { Ok(draft) }
}

/// A line without the marks of Markdown, each letter where it was.
fn without_marks(line: &str) -> String {
    let is_mark = |letter: char| matches!(letter, '*' | '_' | '`' | '\\' | '|');
    line.chars().map(|letter| if is_mark(letter) { ' ' } else { letter }).collect()
}

/// The sentences of a line: a point that ends one has a space behind it.
fn sentences(line: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut from = 0;
    for (at, mark) in line.char_indices().filter(|(_, letter)| matches!(letter, '.' | ';' | '!' | '?' | '•'))
    {
        let end = at + mark.len_utf8();
        let is_end =
            line[end..].starts_with(char::is_whitespace) && !is_within_number(&line[from..at], &line[end..]);
        if is_end || mark == '•' {
            all.push(&line[from..end]);
            from = end;
        }
    }
    all.push(&line[from..]);
    all.retain(|sentence| !sentence.trim().is_empty());
    all
}

/// Whether a point belongs to an abbreviation before a number: `approx. 50`.
fn is_within_number(before: &str, after: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let is_short = matches!(word.as_str(), "approx" | "env" | "min" | "max" | "no");
    is_short && after.trim_start().starts_with(|letter: char| letter.is_ascii_digit())
}

/// A sentence with its numbers and its words.
struct Sentence<'s, 'l, 'a> {
    text: &'s str,
    numbers: Vec<Number>,
    /// Each word that says something, with the byte at which it begins.
    words: Vec<(usize, String)>,
    labels: &'l Labels<'a>,
}

impl<'s, 'l, 'a> Sentence<'s, 'l, 'a> {
    fn of(text: &'s str, labels: &'l Labels<'a>, setting: &Setting<'_>) -> Self {
        Self { text, numbers: numbers(text, setting.currency), words: words(text), labels }
    }

    /// Takes up every number, tied or not; small ones in words only where they
    /// are.
    fn tie(&self, draft: &mut Draft, file: &str, line: usize, year: Period) {
        for number in &self.numbers {
            let tied = self.label_of(number);
            if tied.is_none() && number.is_in_words {
                continue;
            }
            let at = draft.printed.len();
            let printed = Printed {
                place: "text".to_owned(),
                line: line.to_string(),
                words: self.excerpt(number),
                period: self.is_of_year().then_some(year),
                ..Printed::default()
            };
            let printed = match tied {
                Some(label) => {
                    draft.tied.insert(at, Tied::ByWords);
                    self.figure(printed, number, label)
                }
                None => {
                    draft.tied.insert(at, Tied::Perhaps(self.perhaps(number)));
                    Printed { delivered: number.shown.clone(), ..printed }
                }
            };
            let column = self.text[..number.from].chars().count() + 1;
            draft.push(printed, Spot::new(file, line, column));
        }
    }

    /// The number as the figure that it is of its indicator.
    fn figure(&self, printed: Printed, number: &Number, label: &Label<'_>) -> Printed {
        let printed = Printed { indicator: label.id.to_owned(), ..printed };
        let shown = number.shown.clone();
        if self.is_target(number) {
            return Printed { target: shown, ..printed };
        }
        let is_share = matches!(label.indicator.map(Indicator::unit), Some(Unit::Percent));
        if number.is_percent() && !is_share {
            return Printed { percent: shown, ..printed };
        }
        Printed { delivered: shown, ..printed }
    }

    /// The one label that stands whole in the sentence with the most words, of
    /// those whose values are printed so; none where another number is as near.
    fn label_of(&self, number: &Number) -> Option<&'l Label<'a>> {
        let whole = |label: &&Label<'a>| is_printed_so(label, number) && self.stands(label) > 0;
        let all: Vec<&'l Label<'a>> = self.labels.0.iter().filter(whole).collect();
        let most = all.iter().map(|label| self.stands(label)).max()?;
        let mut best = all.into_iter().filter(|label| self.stands(label) == most);
        let (one, None) = (best.next()?, best.next()) else { return None };
        let own = self.distance(number, one)?;
        let others =
            self.numbers.iter().filter(|other| other.from != number.from && is_printed_so(one, other));
        let is_nearest = others.filter_map(|other| self.distance(other, one)).all(|other| other > own);
        (own <= FAR && is_nearest).then_some(one)
    }

    /// How many words of a label stand here, where all do.
    fn stands(&self, label: &Label<'_>) -> usize {
        let is_there = |word: &String| self.words.iter().any(|(_, it)| it == word);
        let whole = label.words.iter().filter(|words| words.iter().all(is_there));
        whole.map(std::collections::BTreeSet::len).max().unwrap_or(0)
    }

    /// How many words lie between a number and the nearest one of a label.
    fn distance(&self, number: &Number, label: &Label<'_>) -> Option<usize> {
        let place = |byte: usize| self.words.iter().filter(|(at, _)| *at < byte).count();
        let own = place(number.from);
        let is_of_it = |word: &String| label.words.iter().any(|words| words.contains(word));
        let of_label = self.words.iter().filter(|(_, word)| is_of_it(word)).map(|(at, _)| place(*at));
        of_label.map(|at| if at >= own { at - own } else { own - at - 1 }).min()
    }

    /// Labels of which half the words stand here, those with the most first.
    fn perhaps(&self, number: &Number) -> Vec<crate::plan::Near> {
        let there = |label: &Label<'_>| {
            let is_there = |word: &&String| self.words.iter().any(|(_, it)| it == *word);
            let each = label.words.iter().map(|words| (words.iter().filter(is_there).count(), words.len()));
            each.filter(|(there, of)| *there > 0 && there * 2 >= *of).max()
        };
        let fitting = self.labels.0.iter().filter(|label| is_printed_so(label, number));
        let mut all: Vec<_> = fitting.filter_map(|label| Some((there(label)?.0, label))).collect();
        all.sort_by(|(one, first), (other, second)| other.cmp(one).then(first.id.cmp(second.id)));
        all.into_iter().take(SHOWN).map(|(_, label)| label.near()).collect()
    }

    /// Whether words before a number say that it is aimed at.
    fn is_target(&self, number: &Number) -> bool {
        let before = self.words.iter().filter(|(at, _)| *at < number.from).rev().take(2);
        before.into_iter().any(|(_, word)| matches!(word.as_str(), "cible" | "objectif" | "target" | "goal"))
    }

    /// Whether the sentence says that it is of this year.
    fn is_of_year(&self) -> bool {
        let text = folded(self.text);
        ["cette annee", "cet exercice", "au cours de l annee", "this year", "during the year"]
            .iter()
            .any(|words| text.contains(words))
    }

    /// The words around a number.
    fn excerpt(&self, number: &Number) -> String {
        let start = self.text[..number.from].char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
        let end = self.text[number.to..]
            .char_indices()
            .nth(AROUND)
            .map_or(self.text.len(), |(at, _)| number.to + at);
        let start = if start == 0 { 0 } else { self.text[start..].find(' ').map_or(start, |at| start + at) };
        let end = if end == self.text.len() {
            end
        } else {
            self.text[..end].rfind(' ').filter(|at| *at >= number.to).unwrap_or(end)
        };
        let words: Vec<&str> = self.text[start..end].split_whitespace().collect();
        let words = words.join(" ");
        let is_item = words.starts_with("- ") || words.starts_with("# ");
        if is_item { words[2..].to_owned() } else { words }
    }
}

/// Words between a number and those of its label at most.
const FAR: usize = 8;

/// Letters that are shown on either side of a number.
const AROUND: usize = 60;

/// Whether a value of an indicator, or its percentage, is printed like a number.
fn is_printed_so(label: &Label<'_>, number: &Number) -> bool {
    let is_row = label.indicator.is_some();
    label.fits(number.is_percent(), number.is_money) || number.is_percent() && is_row
}

/// The words of a text that say something, each with its first byte.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (from, letter.is_alphanumeric()) {
            (None, true) => from = Some(at),
            (Some(start), false) => {
                all.extend(told(&folded(&text[start..at])).map(|word| (start, word)));
                from = None;
            }
            _ => {}
        }
    }
    all
}
