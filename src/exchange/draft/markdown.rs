//! The tables of a Markdown text, as lines that a table of indicators is read
//! from: each where it stands, what is no table left empty.

/// The lines of a text that belong to its tables, in CSV; none where it has no
/// table. A title above a table stands in a line of its own, and the heads of the
/// first table above all of them.
pub(super) fn tables(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let first = lines.iter().position(|line| is_row(line))?;
    let title = lines[..first].iter().rposition(|line| title_of(line).is_some());
    let above = title.and_then(|at| at.checked_sub(1)).filter(|at| lines[*at].trim().is_empty());
    let heads = above.unwrap_or(first);
    let mut csv = String::new();
    for (at, line) in lines.iter().enumerate() {
        // Each table of one document has its own heads, which are the same.
        if at == heads {
            csv.push_str(&row(lines[first]));
        } else if is_row(line) && !is_rule(line) && *line != lines[first] {
            csv.push_str(&row(line));
        } else if let Some(title) = title_of(line).filter(|_| at + 1 >= title_from(title, first)) {
            csv.push_str(&quoted(&bare(title)));
        }
        csv.push('\n');
    }
    Some(csv)
}

/// From which line on titles stand above tables.
fn title_from(title: Option<usize>, first: usize) -> usize {
    title.unwrap_or(first) + 1
}

fn title_of(line: &str) -> Option<&str> {
    line.strip_prefix("## ")
}

fn row(line: &str) -> String {
    let cells = cells(line);
    // What is bold is a title: beside it only its numbers are.
    let is_title = line.trim_start_matches(['|', ' ']).starts_with("**");
    let is_kept = |at: usize, cell: &str| at == 0 || !is_title || !cell.contains(char::is_alphabetic);
    let cells =
        cells.iter().enumerate().map(|(at, cell)| if is_kept(at, cell) { quoted(cell) } else { quoted("") });
    cells.collect::<Vec<_>>().join(",")
}

/// Whether a line is a row of a table.
pub(super) fn is_row(line: &str) -> bool {
    line.trim_start().starts_with('|')
}

fn is_rule(line: &str) -> bool {
    line.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' '))
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
    // An em space at the beginning sets a row in.
    let indent = text.trim_start_matches(' ').chars().take_while(|it| *it == '\u{2003}').count();
    let text = text.trim().trim_start_matches('*').trim_end_matches('*').trim();
    let mut all = "\u{2003}".repeat(indent);
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
    fn tables_stand_where_they_stood_below_the_heads_of_the_first() {
        let text = "# T\n\n## 1 A\n\n| Ind | Cible |\n| :-- | --: |\n| **G** | **1 sur 2** |\n| \u{2003}a\\|b | 1 \\$ |\n\nfin\n";
        let csv = "\n\"Ind\",\"Cible\"\n\"1 A\"\n\n\n\n\"G\",\"\"\n\"\u{2003}a|b\",\"1 $\"\n\n\n";
        assert_eq!(tables(text).as_deref(), Some(csv));
        assert_eq!(tables("| a |\n| b |\n").as_deref(), Some("\"a\"\n\"b\"\n"));
        assert_eq!(tables("rien\n"), None);
    }
}
