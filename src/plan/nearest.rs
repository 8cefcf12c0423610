//! Nearest names, for "did you mean".

use unicode_normalization::UnicodeNormalization;

use super::Words;
use crate::event::{is_unseen, turns};

/// The text without case, accents, punctuation and what nobody sees.
pub fn folded(text: &str) -> String {
    let is_shown = |letter: &char| !is_unseen(*letter) && !turns(*letter);
    let plain = text.nfd().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter) && is_shown(letter));
    let words: String = plain.map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Something that exists, offered in place of what was typed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Near {
    /// What would be typed.
    pub id: String,
    /// What people read.
    pub label: Words,
}

/// At most three of the names, nearest first, that resemble what was typed.
pub fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = folded(typed);
    best(names.map(|name| (worth(&typed, name), name)))
}

/// At most three of what exists, nearest first, each by the likest of all its
/// names.
pub fn nearest_of<'a>(typed: &str, known: impl Iterator<Item = (Near, Vec<&'a str>)>) -> Vec<Near> {
    let typed = folded(typed);
    best(known.map(|(near, names)| {
        let likest = names.into_iter().map(|name| worth(&typed, name)).max();
        (likest.unwrap_or(0), near)
    }))
}

/// The three likest, without those that are not like at all or much less than
/// the first.
fn best<T: Ord>(scored: impl Iterator<Item = (u32, T)>) -> Vec<T> {
    let mut scored: Vec<(u32, T)> = scored.filter(|(likeness, _)| *likeness >= LIKE).collect();
    scored.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    scored.dedup_by(|one, other| one.1 == other.1);
    let first = scored.first().map_or(0, |(likeness, _)| *likeness);
    scored.retain(|(likeness, _)| *likeness + MUCH >= first);
    scored.into_iter().take(3).map(|(_, one)| one).collect()
}

/// From which likeness, in tenths of a per cent, a name is worth offering.
const LIKE: u32 = 780;

/// How much less like than the nearest is too little to be offered beside it.
const MUCH: u32 = 120;

/// Letters by which texts are compared: it takes the product of their lengths, and
/// no name is longer.
const COMPARED: usize = 256;

/// How like two folded texts are, in tenths of a per cent.
pub(super) fn likeness(one: &str, other: &str) -> u32 {
    let (one, other) = (begins(one), begins(other));
    // Tenths of a per cent, so that the order is one of whole numbers.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1000")]
    #[expect(clippy::float_arithmetic, reason = "a likeness for a hint, no figure")]
    let likeness = (strsim::jaro_winkler(one, other) * 1000.0) as u32;
    likeness
}

/// What a text begins with.
fn begins(text: &str) -> &str {
    text.char_indices().nth(COMPARED).map_or(text, |(at, _)| &text[..at])
}

/// How worth offering a name is for what was typed: one that holds it is.
fn worth(typed: &str, name: &str) -> u32 {
    let other = folded(name);
    let likeness = likeness(typed, &other);
    if !typed.is_empty() && other.contains(typed) { likeness.max(900) } else { likeness }
}

#[cfg(test)]
mod tests {
    use super::{begins, folded, likeness, nearest};

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(folded("  Événement — Été "), "evenement ete");
    }

    /// Two texts of a cell's length took minutes once.
    #[test]
    fn long_texts_are_compared_by_what_they_begin_with() {
        let (one, other) = ("ab".repeat(100_000), "ba".repeat(100_000));
        assert!(likeness(&one, &other) < 1000 && likeness(&one, &one) == 1000);
        assert_eq!(begins("é"), "é");
    }

    #[test]
    fn the_nearest_comes_first_and_strangers_do_not_come() {
        let names = ["infolettre", "webinaire", "conférence"];
        assert_eq!(nearest("infoletre", names.into_iter()), ["infolettre"]);
        assert!(nearest("zzzz", names.into_iter()).is_empty());
    }
}
