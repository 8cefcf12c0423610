//! What a number format shows beside a number.

/// The sign that a format shows: `%`, or a currency by its sign or code.
pub(super) fn sign(format: &str) -> Option<String> {
    // What stands after the first semicolon is for negative numbers and texts.
    let mut rest = format;
    let mut shown = String::new();
    let mut percent = false;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[letter.len_utf8()..];
        match letter {
            ';' => break,
            '"' => {
                let (quoted, after) = rest.split_once('"').unwrap_or((rest, ""));
                shown.push_str(quoted);
                rest = after;
            }
            '\\' | '_' | '*' => {
                let next = rest.chars().next();
                rest = &rest[next.map_or(0, char::len_utf8)..];
                // `_` leaves the width of a character and `*` repeats one.
                shown.extend(next.filter(|_| letter == '\\'));
            }
            '[' => {
                let (inner, after) = rest.split_once(']').unwrap_or((rest, ""));
                // `[$€-40C]` shows a currency, `[Red]` a colour.
                if let Some(currency) = inner.strip_prefix('$') {
                    shown.push_str(currency.split('-').next().unwrap_or_default());
                }
                rest = after;
            }
            '%' => percent = true,
            '#' | '0' | '?' | ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' => shown.push(' '),
            other => shown.push(other),
        }
    }
    if percent {
        return Some("%".to_owned());
    }
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_sign = shown.contains(['$', '€', '£', '¥']) || is_code(&shown);
    is_sign.then_some(shown)
}

/// Whether the text is spelled as codes of currencies are.
fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::sign;

    #[test]
    fn a_format_shows_a_percentage_a_currency_or_nothing() {
        for (format, expected) in [
            ("General", None),
            ("0", None),
            ("#,##0.00", None),
            ("0%", Some("%")),
            ("0.0\\ %", Some("%")),
            ("\"%\" 0", None),
            ("[Red]0;-0", None),
            ("#,##0\\ \"$\"", Some("$")),
            ("#,##0.00\\ [$$-C0C]", Some("$")),
            ("_-* #,##0.00\\ [$€-40C]_-;-* #,##0.00\\ [$€-40C]_-", Some("€")),
            ("\"$\"#,##0_);\\(\"$\"#,##0\\)", Some("$")),
            ("[$CAD] #,##0", Some("CAD")),
            ("#,##0 \"$ CA\"", Some("$ CA")),
            ("0 \"éditions\"", None),
            ("\"", None),
            ("[", None),
            ("\\", None),
        ] {
            assert_eq!(sign(format).as_deref(), expected, "{format}");
        }
    }
}
