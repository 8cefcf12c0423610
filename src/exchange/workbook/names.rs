//! Names of sheets: what of a label a spreadsheet lets stand.

/// Characters of a sheet's name.
pub const MAX_SHEET_NAME: usize = 31;

/// The label as the name of a sheet: without the characters that may not
/// stand there, and cut where it is too long.
pub fn sheet_name(label: &str) -> String {
    let allowed = label.chars().map(|it| if is_forbidden(it) { ' ' } else { it });
    let words = allowed.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    // Spreadsheets count as UTF-16 does.
    let mut length = 0;
    let cut = words.chars().take_while(|letter| {
        length += letter.len_utf16();
        length <= MAX_SHEET_NAME
    });
    cut.collect::<String>().trim_matches(['\'', ' ']).to_owned()
}

fn is_forbidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\')
}

#[cfg(test)]
mod tests {
    use super::sheet_name;

    #[test]
    fn a_label_becomes_a_name_that_spreadsheets_take() {
        assert_eq!(sheet_name("Infolettre envoyée"), "Infolettre envoyée");
        assert_eq!(sheet_name("'Conseil/comité': [x]*?\\"), "Conseil comité' x");
        assert_eq!(sheet_name(&"é".repeat(40)).chars().count(), 31);
        assert_eq!(sheet_name(&"😀".repeat(40)).chars().count(), 15);
    }
}
