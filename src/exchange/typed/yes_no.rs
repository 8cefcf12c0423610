//! Yes and no.

/// Whether yes or no was typed; `None` when it is neither.
pub fn yes_no(typed: &str) -> Option<bool> {
    match super::plain::plain(typed).as_str() {
        "oui" | "o" | "yes" | "y" | "vrai" | "true" => Some(true),
        "non" | "n" | "no" | "faux" | "false" => Some(false),
        _ => None,
    }
}
