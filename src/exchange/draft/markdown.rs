//! The tables of a Markdown text, as lines that a table of indicators is read
//! from: each where it stands, what is no table left empty.

/// The lines of a text that belong to its tables, in CSV; none where it has no
/// table. A title above a table stands in a line of its own.
pub(super) fn tables(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let first = lines.iter().find(|line| is_row(line))?;
    let mut csv = String::new();
    let mut seen = false;
    for line in &lines {
        // Each table of one document has its own heads, which are the same.
        let is_again = seen && line == first;
        if is_row(line) && !is_rule(line) && !is_again {
            seen = true;
            csv.push_str(&cells(line).iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(","));
        } else if let Some(title) = line.strip_prefix("## ").filter(|_| seen || is_followed(&lines, line)) {
            csv.push_str(&quoted(&bare(title)));
        }
        csv.push('\n');
    }
    Some(csv)
}

/// Whether a line is a row of a table.
pub(super) fn is_row(line: &str) -> bool {
    line.trim_start().starts_with('|')
}

fn is_rule(line: &str) -> bool {
    line.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' '))
}

/// Whether a table comes after a title.
fn is_followed(lines: &[&str], title: &str) -> bool {
    let mut after = lines.iter().skip_while(|line| **line != title).skip(1);
    after.find(|line| !line.trim().is_empty()).is_some_and(|line| is_row(line))
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim().trim_start_matches('|');
    let mut all = Vec::new();
    let mut cell = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => cell.extend(['\\'].into_iter().chain(letters.next())),
            '|' => all.push(bare(&std::mem::take(&mut cell))),
            other => cell.push(other),
        }
    }
    if !cell.trim().is_empty() {
        all.push(bare(&cell));
    }
    all
}

/// What is written, without the marks of Markdown around and before it.
fn bare(text: &str) -> String {
    let text = text.trim().trim_start_matches('*').trim_end_matches('*').trim();
    let mut all = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == '\\' { all.extend(letters.next()) } else { all.push(letter) }
    }
    all
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::tables;

    #[test]
    fn tables_stand_where_they_stood() {
        let text =
            "# T\n\n## 1 A\n\n| Ind | Cible |\n| :-- | --: |\n| **G** |  |\n|  a\\|b | 1 \\$ |\n\nfin\n";
        let csv = "\n\n\"1 A\"\n\n\"Ind\",\"Cible\"\n\n\"G\",\"\"\n\"a|b\",\"1 $\"\n\n\n";
        assert_eq!(tables(text).as_deref(), Some(csv));
        assert_eq!(tables("rien\n"), None);
    }
}
