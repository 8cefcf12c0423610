//! What labels and titles say by their words.

use crate::exchange::folded;

/// The unit that stands in brackets at the end of a label: `Satisfaction (%)`.
pub(super) fn unit_in(label: &str) -> Option<&str> {
    let (_, inner) = label.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let inner = inner.trim();
    Some(inner.strip_prefix("en ").or_else(|| inner.strip_prefix("in ")).unwrap_or(inner))
}

/// Whether a label says by its first words that years do not add up to more of
/// it, whatever unit its numbers have.
pub(super) fn is_rate(label: &str) -> bool {
    const RATES: &[&str] = &[
        "taux",
        "pourcentage",
        "proportion",
        "part",
        "ratio",
        "moyenne",
        "delai",
        "rate",
        "percentage",
        "percent",
        "share",
        "average",
        "mean",
        "median",
        "mediane",
        "score",
        "note",
        "indice",
        "index",
    ];
    let words = folded(label);
    let first = words.split(' ').next().unwrap_or_default();
    RATES.contains(&first) || label.trim_start().starts_with('%') || words.contains(" moyen")
}

/// A row of the table that its values are added up in.
pub(super) fn is_sum(label: &str) -> bool {
    let text = folded(label);
    ["total", "total general", "grand total", "moyenne", "mean", "average", "somme", "sous total", "subtotal"]
        .contains(&text.as_str())
}

/// What a word counts, where it counts titles: 3, or III.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    if (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok();
    }
    let word = word.to_lowercase();
    (1..).zip(ROMAN).find(|(_, roman)| *roman == word).map(|(count, _)| count)
}

/// A title without the bare number before its words: `1 Former` is 1 and Former.
pub(super) fn split_bare(title: &str) -> (Option<String>, String) {
    let split = title.trim().split_once(char::is_whitespace).and_then(|(first, after)| {
        let number = first.trim_end_matches(['.', ')', ':']);
        let after =
            after.trim_start_matches(|it: char| it.is_whitespace() || ['–', '—', '-', ':'].contains(&it));
        (ordinal(number).is_some() && !after.is_empty()).then(|| (number.to_owned(), after.to_owned()))
    });
    split.map_or_else(|| (None, title.trim().to_owned()), |(number, after)| (Some(number), after))
}

/// A label with the organisation's own number before it, unless it begins so.
pub(super) fn numbered(number: Option<&str>, label: &str) -> String {
    match number.map(str::trim) {
        Some(number) if !number.is_empty() && !label.starts_with(number) => format!("{number} {label}"),
        _ => label.to_owned(),
    }
}

/// A title without the number before its words: `Objectif 1 : Former` is 1 and
/// Former, `2. Former` is 2 and Former.
pub(super) fn split_number(title: &str) -> (Option<String>, String) {
    let whole = || (None, title.trim().to_owned());
    let is_number = |text: &str| {
        let text = text.trim_end_matches(['.', ')']);
        !text.is_empty()
            && text.len() <= 6
            && (text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                || text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')))
    };
    if let Some((before, after)) = title.split_once([':', '—', '–']) {
        let last = before.split_whitespace().last().unwrap_or_default();
        if is_number(last) && before.split_whitespace().count() <= 4 && !after.trim().is_empty() {
            return (Some(last.trim_end_matches(['.', ')']).to_owned()), after.trim().to_owned());
        }
    }
    match title.trim().split_once(' ') {
        Some((first, after)) if is_number(first) && first.ends_with(['.', ')']) => {
            (Some(first.trim_end_matches(['.', ')']).to_owned()), after.trim().to_owned())
        }
        _ => whole(),
    }
}

#[cfg(test)]
mod tests {
    use super::{numbered, split_bare, split_number};

    #[test]
    fn bare_numbers_count_titles_and_stand_before_labels_once() {
        for (title, number, label) in [
            ("1 Former", Some("1"), "Former"),
            ("2) Former", Some("2"), "Former"),
            ("3 – Former", Some("3"), "Former"),
            ("IV. Former", Some("IV"), "Former"),
            ("2024 en bref", None, "2024 en bref"),
            ("3 –", None, "3 –"),
            ("1.1 Former", None, "1.1 Former"),
        ] {
            assert_eq!(split_bare(title), (number.map(str::to_owned), label.to_owned()), "{title}");
        }
        assert_eq!(numbered(Some("1.1"), "Former"), "1.1 Former");
        assert_eq!(numbered(Some("1.1"), "1.1 Former"), "1.1 Former");
        assert_eq!(numbered(None, "Former"), "Former");
    }

    #[test]
    fn a_number_before_a_title_is_the_organisation_s_own() {
        for (title, number, label) in [
            ("Objectif 1 : Former", Some("1"), "Former"),
            ("Objectif stratégique no 2: Former", Some("2"), "Former"),
            ("Axe II — Former", Some("II"), "Former"),
            ("3. Former", Some("3"), "Former"),
            ("1.2) Former", Some("1.2"), "Former"),
            ("Former : 3 volets", None, "Former : 3 volets"),
            ("Former", None, "Former"),
        ] {
            assert_eq!(split_number(title), (number.map(str::to_owned), label.to_owned()), "{title}");
        }
    }
}
