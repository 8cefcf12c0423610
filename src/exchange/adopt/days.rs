//! The days that heads and titles name.

use crate::event::{Day, Period, YearEnd};
use crate::exchange::{Calendar, typed_date};

/// The days that a head names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum HeadDay {
    /// All up to a day: “au 31 mars 2024”.
    To(Day),
    /// A calendar year, a month, or other days.
    Within(Period),
    /// Two years in a row, which are a fiscal year: “2022-2023”.
    Fiscal(String),
}

/// Words before a last day.
const TO: &[&str] =
    &["jusqu'au ", "jusqu’au ", "en date du ", "au ", "as at ", "as of ", "up to ", "until ", "to "];

/// The days that stand at the end of a head, or are all of it.
pub(super) fn head_day(head: &str) -> Option<HeadDay> {
    let text = head.trim().trim_matches(['(', ')', '*', ':', ' ']).to_lowercase();
    if let Some(day) = last_day(&text) {
        return Some(HeadDay::To(day));
    }
    // The head may say what it holds first: each ending is tried, the longest
    // first.
    let starts = std::iter::once(0).chain(text.match_indices([' ', '(', '\n']).map(|(at, _)| at + 1));
    starts.into_iter().find_map(|start| whole(text.get(start..)?.trim_end_matches(')')))
}

/// A head without the days that it names: `Réalisé au 31 mars 2024` is
/// `Réalisé`. None where it names none; empty where it names nothing else.
pub(super) fn undated(head: &str) -> Option<&str> {
    head_day(head)?;
    // Each beginning is tried, the longest first, of which the rest is no more
    // than days.
    let is_days = |rest: &str| {
        let rest = rest.trim().trim_matches(['(', ')', '*', ':', '–', '—', '-', ' ']).to_lowercase();
        let begins = TO.iter().any(|word| rest.starts_with(word)) && last_day(&rest).is_some();
        let is_worded = rest.contains(' ') && !FISCAL.iter().any(|word| rest.starts_with(word));
        begins || whole(&rest).is_some() && !(is_pair(&rest) && is_worded)
    };
    let starts = std::iter::once(0).chain(head.match_indices(char::is_whitespace).map(|(at, _)| at));
    let starts = starts.chain(head.match_indices('(').map(|(at, _)| at));
    let start = starts.filter(|start| is_days(&head[*start..])).min()?;
    Some(head[..start].trim().trim_end_matches(['(', ':', '–', '—', '-', ',', ' ']))
}

fn whole(text: &str) -> Option<HeadDay> {
    if text.is_empty() || !text.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    // Which days a fiscal year has is not in its name.
    if FISCAL.iter().any(|word| text.strip_prefix(word).is_some_and(is_year_number)) {
        return Some(HeadDay::Fiscal(text.to_owned()));
    }
    if is_pair(text) {
        return Some(HeadDay::Fiscal(text.rsplit(' ').next().unwrap_or(text).to_owned()));
    }
    // A bare year is a year, and no other number a day.
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    if is_number && !is_year {
        return None;
    }
    let period = typed_date(text, &calendar(None)).ok()?;
    Some(if period.is_exact() { HeadDay::To(period.to) } else { HeadDay::Within(period) })
}

/// Words before the year in which a fiscal year ends, folded.
const FISCAL: &[&str] = &["fy", "exercice", "ex.", "fiscal year"];

fn is_year_number(text: &str) -> bool {
    let digits = text.trim_start_matches([' ', '\u{a0}', '\'']);
    [2, 4].contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the text is two years in a row, with or without a word before.
fn is_pair(text: &str) -> bool {
    let years = text.rsplit(' ').next().unwrap_or(text);
    let Some((first, last)) = years.split_once(['-', '–', '/']) else { return false };
    let first: Option<u32> = first.parse().ok().filter(|year| (1900..2200).contains(year));
    let last: Option<u32> = match last.len() {
        2 => last.parse().ok().zip(first).map(|(last, first): (u32, u32)| first / 100 * 100 + last),
        _ => last.parse().ok(),
    };
    first.zip(last).is_some_and(|(first, last)| last == first + 1)
}

/// The fiscal year that two years in a row name.
pub(super) fn fiscal(text: &str, year_end: YearEnd) -> Option<Period> {
    if let Some(year) = FISCAL.iter().find_map(|word| text.strip_prefix(word)) {
        let digits: String = year.chars().filter(char::is_ascii_digit).collect();
        return typed_date(&format!("FY{digits}"), &calendar(Some(year_end))).ok();
    }
    let years = text.replace('–', "-");
    typed_date(&format!("exercice {years}"), &calendar(Some(year_end))).ok()
}

fn calendar(year_end: Option<YearEnd>) -> Calendar {
    Calendar { today: None, year_end: year_end.unwrap_or(YearEnd::december()) }
}

/// The day before which a title or a head says that all was counted.
pub(super) fn last_day(text: &str) -> Option<Day> {
    let text = text.to_lowercase();
    TO.iter().find_map(|word| {
        let mut ends = text
            .match_indices(word)
            .filter(|(at, _)| *at == 0 || text[..*at].ends_with(|before: char| !before.is_alphanumeric()));
        ends.find_map(|(at, _)| day_at(&text[at + word.len()..]))
    })
}

/// The day with which a text begins.
fn day_at(text: &str) -> Option<Day> {
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    (1..=words.len()).rev().find_map(|count| {
        let typed = words[..count].join(" ");
        let typed = typed.trim_end_matches([')', ',', ';', '.', ':']);
        let period = typed_date(typed, &calendar(None)).ok()?;
        period.is_exact().then_some(period.to)
    })
}

#[cfg(test)]
mod tests {
    use super::{HeadDay, fiscal, head_day, last_day, undated};

    fn shown(head: &str) -> String {
        match head_day(head) {
            None => "-".to_owned(),
            Some(HeadDay::To(day)) => format!("to {day}"),
            Some(HeadDay::Within(days)) => format!("{}..{}", days.from, days.to),
            Some(HeadDay::Fiscal(text)) => format!("fiscal {text}"),
        }
    }

    #[test]
    fn heads_name_days_in_many_ways() {
        for (head, expected) in [
            ("Au 31 mars 2024", "to 2024-03-31"),
            ("Livré au 31 mars 2024", "to 2024-03-31"),
            ("Delivered (as at March 31, 2024)", "to 2024-03-31"),
            ("2022-2023", "fiscal 2022-2023"),
            ("Réalisé 2022–2023", "fiscal 2022–2023"),
            ("Exercice 2022-23", "fiscal 2022-23"),
            ("FY24", "fiscal fy24"),
            ("Réalisé exercice 2024", "fiscal exercice 2024"),
            ("2023", "2023-01-01..2023-12-31"),
            ("Cible 2025", "2025-01-01..2025-12-31"),
            ("Livré", "-"),
            ("Livré 2021-2024", "-"),
            ("12", "-"),
            ("", "-"),
        ] {
            assert_eq!(shown(head), expected, "{head}");
        }
        let end = "03-31".parse().unwrap_or(crate::event::YearEnd::december());
        let year = fiscal("2022–2023", end).map(|it| (it.from.to_string(), it.to.to_string()));
        assert_eq!(year, Some(("2022-04-01".to_owned(), "2023-03-31".to_owned())));
        let year = fiscal("fy24", end).map(|it| (it.from.to_string(), it.to.to_string()));
        assert_eq!(year, Some(("2023-04-01".to_owned(), "2024-03-31".to_owned())));
    }

    #[test]
    fn a_head_without_its_days_is_what_it_says_beside_them() {
        for (head, expected) in [
            ("Réalisé au 31 mars 2024", Some("Réalisé")),
            ("Delivered (as at March 31, 2024)", Some("Delivered")),
            ("Livré – 2022-2023", Some("Livré")),
            ("Au 31 mars 2024", Some("")),
            ("2023", Some("")),
            ("İLERLEME 2023", Some("İLERLEME")),
            ("Livré", None),
        ] {
            assert_eq!(undated(head), expected, "{head}");
        }
    }

    #[test]
    fn titles_name_a_last_day() {
        let day = |text: &str| last_day(text).map(|day| day.to_string());
        assert_eq!(day("Annexe 1 — Résultats au 31 mars 2024 (cumul)").as_deref(), Some("2024-03-31"));
        assert_eq!(day("Results as of June 30, 2023").as_deref(), Some("2023-06-30"));
        assert_eq!(day("Plan stratégique 2021-2025"), None);
        assert_eq!(day("au 03/04/2024"), None);
    }
}
