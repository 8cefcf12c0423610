//! Nearest names, for "did you mean".

use unicode_normalization::UnicodeNormalization;

/// The text without case, accents and punctuation.
pub fn folded(text: &str) -> String {
    let plain = text.nfd().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter));
    let words: String = plain.map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most three of the names, nearest first, that resemble what was typed.
pub fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = folded(typed);
    let mut scored: Vec<(u32, &str)> = names
        .map(|name| {
            let other = folded(name);
            // Tenths of a per cent, so that the order is one of whole numbers.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1000")]
            #[expect(clippy::float_arithmetic, reason = "a likeness for a hint, no figure")]
            let likeness = (strsim::jaro_winkler(&typed, &other) * 1000.0) as u32;
            (if other.contains(&typed) { likeness.max(900) } else { likeness }, name)
        })
        .filter(|(likeness, _)| *likeness >= 780)
        .collect();
    scored.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(other.1)));
    scored.dedup_by_key(|(_, name)| *name);
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::{folded, nearest};

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(folded("  Événement — Été "), "evenement ete");
    }

    #[test]
    fn the_nearest_comes_first_and_strangers_do_not_come() {
        let names = ["infolettre", "webinaire", "conférence"];
        assert_eq!(nearest("infoletre", names.into_iter()), ["infolettre"]);
        assert!(nearest("zzzz", names.into_iter()).is_empty());
    }
}
