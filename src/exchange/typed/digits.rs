//! The digits of a number with the marks that group them and the one before
//! its decimals.

/// What digits with marks can be, as plain decimals.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Digits {
    /// One number.
    One(String),
    /// Two: the mark groups thousands, or it begins the decimals.
    Two {
        /// The mark groups.
        grouped: String,
        /// The mark begins the decimals.
        decimal: String,
    },
}

/// Reads digits, spaces, apostrophes, commas and points. `english` says that
/// something else shows English usage, in which a comma groups: `$1,200`.
pub(super) fn digits(text: &str, english: bool) -> Option<Digits> {
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, it)| matches!(it, ',' | '.')).collect();
    let one = |number: Option<String>| number.map(Digits::One);
    match marks.as_slice() {
        [(at, mark)] => {
            let (before, after) = (&text[..*at], &text[at + 1..]);
            let both = decimal(before, after)?;
            if !can_group(before, after) {
                return Some(Digits::One(both));
            }
            let whole = grouped(text)?;
            Some(match (english, mark) {
                (true, ',') => Digits::One(whole),
                (true, _) => Digits::One(both),
                (false, _) => Digits::Two { grouped: whole, decimal: both },
            })
        }
        [(_, first), .., (at, last)] if first != last => one(decimal(&text[..*at], &text[at + 1..])),
        _ => one(grouped(text)),
    }
}

/// Whether one mark between these may stand between thousands.
fn can_group(before: &str, after: &str) -> bool {
    after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0') && is_digits(before)
}

fn decimal(before: &str, after: &str) -> Option<String> {
    let whole = if before.is_empty() { "0".to_owned() } else { grouped(before)? };
    is_digits(after).then(|| format!("{whole}.{after}"))
}

/// The digits joined, which are in groups of three after the first, between
/// marks of one kind; zeros before them mean nothing.
fn grouped(text: &str) -> Option<String> {
    let mark = text.chars().find(|letter| !letter.is_ascii_digit());
    let joined = match mark {
        None => text.to_owned(),
        Some(mark @ (' ' | '\'' | ',' | '.')) => {
            let mut groups = text.split(mark);
            let first = groups.next()?;
            let whole = (1..=3).contains(&first.len()) && !first.starts_with('0');
            (whole && groups.all(|group| group.len() == 3)).then(|| text.replace(mark, ""))?
        }
        Some(_) => return None,
    };
    is_digits(&joined).then_some(())?;
    let plain = joined.trim_start_matches('0');
    Some(if plain.is_empty() { "0".to_owned() } else { plain.to_owned() })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Digits, digits};

    fn one(text: &str) -> Option<String> {
        match digits(text, false)? {
            Digits::One(number) => Some(number),
            Digits::Two { .. } => None,
        }
    }

    #[test]
    fn groups_and_decimals_are_told_apart() {
        for text in
            ["4 200 000,50", "4,200,000.50", "4 200 000.50", "4.200.000,50", "4'200'000.50", "4200000,50"]
        {
            assert_eq!(one(text).as_deref(), Some("4200000.50"), "{text}");
        }
        assert_eq!(one("1,234,567").as_deref(), Some("1234567"));
        assert_eq!(one("0,125").as_deref(), Some("0.125"));
        assert_eq!(one("1234,567").as_deref(), Some("1234.567"));
        assert_eq!(one("1 234,567").as_deref(), Some("1234.567"));
        assert_eq!(one("007").as_deref(), Some("7"));
        assert_eq!(one(",5").as_deref(), Some("0.5"));
    }

    #[test]
    fn one_mark_before_three_digits_can_be_either() {
        let both = Digits::Two { grouped: "1234".to_owned(), decimal: "1.234".to_owned() };
        assert_eq!(digits("1,234", false), Some(both.clone()));
        assert_eq!(digits("1.234", false), Some(both));
        assert_eq!(digits("1,234", true), Some(Digits::One("1234".to_owned())));
        assert_eq!(digits("1.234", true), Some(Digits::One("1.234".to_owned())));
    }

    #[test]
    fn what_is_not_grouped_by_threes_is_no_number() {
        for text in [
            "",
            " ",
            "1 2",
            "12 34",
            "1,2,",
            "1,23,456",
            "0 123",
            "1 234 5",
            "5.",
            "1,234.567,8",
            "1 234,567.8.9",
            "1'234 567",
        ] {
            assert_eq!(digits(text, false), None, "{text}");
        }
    }
}
