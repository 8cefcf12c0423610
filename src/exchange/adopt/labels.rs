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
    use super::split_number;

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
