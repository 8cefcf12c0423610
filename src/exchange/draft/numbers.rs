//! Numbers within a sentence, with the words and signs that belong to them:
//! not those of dates, years, times and paragraphs.

use crate::audit::Shown;
use crate::event::Currency;
use crate::exchange::{folded, printed_number};

/// A number within a sentence.
pub(super) struct Number {
    /// Its first byte, and the one behind it.
    pub(super) from: usize,
    pub(super) to: usize,
    /// As it is printed.
    pub(super) shown: Shown,
    /// Whether it is money.
    pub(super) is_money: bool,
    /// Whether it is a small one in words.
    pub(super) is_in_words: bool,
}

impl Number {
    pub(super) fn is_percent(&self) -> bool {
        self.shown.read.as_ref().is_some_and(|read| read.is_percent)
    }
}

/// Words behind a number that may belong to it.
const MOST_BEHIND: usize = 3;
/// Words before a number that may say how precise it is.
const MOST_BEFORE: usize = 3;

/// The numbers of a sentence, in order.
pub(super) fn numbers(text: &str, home: Currency) -> Vec<Number> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(from) = text[at..].find(|letter: char| letter.is_ascii_digit()).map(|found| at + found) {
        let end = from + run(&text[from..]);
        let beyond = chain(text, end);
        at = beyond.max(end);
        if beyond > end || !begins(text, from) || is_other(text, from, end) {
            continue;
        }
        if let Some(number) = number(text, from, end, home) {
            at = number.to.max(at);
            all.push(number);
        }
    }
    all.extend(in_words(text, home));
    all.sort_by_key(|number| number.from);
    all
}

/// How long the number is that a text begins with: digits, groups of three behind
/// spaces, marks between digits.
fn run(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let mut end = first;
    while let Some(mark) = text[end..].chars().next() {
        let behind = digits(&text[end + mark.len_utf8()..]);
        let is_group = mark.is_whitespace() && behind == 3 && first <= 3;
        let is_mark = matches!(mark, ',' | '.' | '\'' | '’') && behind > 0;
        if !is_group && !is_mark {
            break;
        }
        end += mark.len_utf8() + behind;
    }
    end
}

/// Where the numbers end that marks tie together: a date, a time, two years.
fn chain(text: &str, mut end: usize) -> usize {
    loop {
        let rest = &text[end..];
        let bare = rest.trim_start_matches(' ');
        let Some(mark) = bare.chars().next().filter(|it| matches!(it, '-' | '–' | '/' | ':')) else {
            return end;
        };
        let behind = bare[mark.len_utf8()..].trim_start_matches(' ');
        let length = behind.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 {
            return end;
        }
        end = text.len() - behind.len() + length;
    }
}

/// Whether a number begins here, and no name that ends in digits.
fn begins(text: &str, from: usize) -> bool {
    let before = text[..from].chars().next_back();
    !before.is_some_and(|it| it.is_alphanumeric() || matches!(it, '#' | '@' | '-' | '/'))
}

/// Months and what is short for them, folded.
const MONTHS: [&str; 22] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
];

/// Whether it is a year, a day of a month, or the number of a paragraph.
fn is_other(text: &str, from: usize, end: usize) -> bool {
    let digits = &text[from..end];
    let (before, after) = (&text[..from], &text[end..]);
    let next = after.split_whitespace().next().map(folded).unwrap_or_default();
    let last = before.split_whitespace().next_back().map(folded).unwrap_or_default();
    let is_plain = digits.bytes().all(|it| it.is_ascii_digit());
    let number: u32 = digits.parse().unwrap_or_default();
    let has_unit = after.trim_start().starts_with(['%', '$', '€']);
    let is_year = is_plain && digits.len() == 4 && (1900..=2100).contains(&number) && !has_unit;
    let is_month = |word: &str| MONTHS.contains(&word) || matches!(word, "november" | "december");
    let is_day = is_plain && (1..=31).contains(&number) && (is_month(&next) || is_month(&last));
    let is_first = before.trim_matches(|it: char| it.is_whitespace() || it == '#').is_empty();
    let is_paragraph = is_first && (before.contains('#') || after.starts_with(['.', ')']));
    is_year || is_day || is_paragraph
}

/// The number with the sign before it, the unit behind it and the words that say
/// how precise it is.
fn number(text: &str, from: usize, end: usize, home: Currency) -> Option<Number> {
    let signed = ["CA$", "US$", "$", "€", "£", "↑", "↓", "−", "≈", "~"];
    let before = text[..from].trim_end_matches(' ');
    let from = signed.iter().find_map(|sign| before.strip_suffix(sign)).map_or(from, str::len);
    let to = ends(text, end).into_iter().rev().find(|to| is_number(&text[from..*to], home));
    // A letter that follows and is no unit makes it a name: 5G.
    let is_name = text[end..].starts_with(char::is_alphanumeric);
    let to = to.or((!is_name).then_some(end))?;
    let said = starts(text, from).into_iter().rev().find(|start| {
        printed_number(&text[*start..to], home).read.is_some_and(|read| read.precision.is_some())
    });
    let from = said.unwrap_or(from);
    let shown = printed_number(&text[from..to], home);
    shown.read.as_ref()?;
    let is_money = shown.text.contains(['$', '€', '£']);
    Some(Number { from, to, shown, is_money, is_in_words: false })
}

fn is_number(text: &str, home: Currency) -> bool {
    printed_number(text, home).read.is_some()
}

/// Where a number with so many words behind it would end, without the marks that
/// end a sentence.
fn ends(text: &str, end: usize) -> Vec<usize> {
    let mut all = vec![];
    let mut at = end;
    for _ in 0..=MOST_BEHIND {
        let rest = &text[at..];
        let word = at + rest.len() - rest.trim_start().len();
        let length = text[word..].find(char::is_whitespace).unwrap_or(text.len() - word);
        if length == 0 {
            break;
        }
        let bare = text[word..word + length].trim_end_matches([',', '.', ';', ':', ')', '!', '?', '»', '”']);
        all.push(word + bare.len());
        at = word + length;
    }
    all
}

/// Where a number with so many words before it would begin.
fn starts(text: &str, from: usize) -> Vec<usize> {
    let mut all = vec![];
    let mut at = from;
    for _ in 0..MOST_BEFORE {
        let before = text[..at].trim_end();
        if before.is_empty() {
            break;
        }
        at = before
            .rfind(char::is_whitespace)
            .map_or(0, |found| found + before[found..].chars().next().map_or(1, char::len_utf8));
        all.push(at);
    }
    all
}

/// Small numbers in words but for one, which is an article too.
fn in_words(text: &str, home: Currency) -> Vec<Number> {
    let mut all = Vec::new();
    let mut from = 0;
    for word in text
        .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '.' | ';' | ':' | '(' | ')'))
    {
        let is_number = word.chars().all(|it| it.is_alphabetic() || it == '-') && word.chars().count() > 2;
        let is_article = matches!(folded(word).as_str(), "une" | "one");
        let shown = printed_number(word, home);
        if is_number && !is_article && shown.read.is_some() {
            all.push(Number { from, to: from + word.len(), shown, is_money: false, is_in_words: true });
        }
        from += word.len();
        from += text[from..].chars().next().map_or(0, char::len_utf8);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::numbers;
    use crate::event::Currency;

    fn found(text: &str) -> Vec<String> {
        let home = "CAD".parse().unwrap_or(Currency::NONE);
        numbers(text, home).into_iter().map(|number| number.shown.text).collect()
    }

    #[test]
    fn numbers_are_found_with_what_belongs_to_them() {
        for (text, expected) in [
            (
                "Plus de 3,5 millions $ CA investis, dont 250 k$.",
                &["Plus de 3,5 millions $ CA", "250 k$"][..],
            ),
            ("Une croissance de 106 % pour 2 342 personnes", &["106 %", "2 342"]),
            ("a budget of $4.2M and 1,200 members", &["$4.2M", "1,200"]),
            ("près de 110 personnes, environ 4 200 000,50 $", &["près de 110", "environ 4 200 000,50 $"]),
            ("42 candidatures (↑182% par rapport à 2023)", &["42", "↑182%"]),
            ("quatre éditions", &["quatre"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_years_times_and_paragraphs_are_no_numbers() {
        for text in [
            "Au 31 mars 2024",
            "March 31, 2024",
            "en 2023-2024",
            "le 2024-03-31 à 11:55",
            "## 2.1 Projets",
            "1. Mettre en oeuvre",
            "une IA, IA2 et la 5G",
            "depuis 2021",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
