//! The READMEs: their session is run, command by command.

use std::fs;
use std::path::Path;

use crate::place::Place;

fn readme(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// A command of the session and what it prints.
struct Step {
    command: Vec<String>,
    printed: Vec<String>,
}

/// The steps of all console blocks that run the program itself.
fn session(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for block in text.split("```console\n").skip(1) {
        for line in block.split("```").next().unwrap().lines() {
            match line.strip_prefix("$ jalon ") {
                Some(command) => steps.push(Step { command: words(command), printed: vec![] }),
                None if line.starts_with("$ ") || !block.contains("$ jalon ") => {}
                None => steps.last_mut().unwrap().printed.push(line.to_owned()),
            }
        }
    }
    steps
}

/// Arguments as a shell divides them; double quotes keep words together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in command.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            letter => words.last_mut().unwrap().push(letter),
        }
    }
    words
}

/// Whether the text is as written; `…` stands for any letters, alone on its
/// line for any lines.
fn matches(text: &[&str], written: &[String]) -> bool {
    match written.split_first() {
        None => text.is_empty(),
        Some((first, rest)) if first == "…" => {
            (0..=text.len()).any(|skipped| matches(&text[skipped..], rest))
        }
        Some((first, rest)) => {
            text.first().is_some_and(|line| line_matches(line, first)) && matches(&text[1..], rest)
        }
    }
}

fn line_matches(line: &str, written: &str) -> bool {
    match written.split_once('…') {
        None => line == written,
        Some((before, after)) => {
            let Some(rest) = line.strip_prefix(before) else { return false };
            let mut places = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
            places.any(|at| line_matches(&rest[at..], after))
        }
    }
}

/// The demonstration notes the gap of a clock that lies far after its last
/// entry, which moves the numbers that follow by one.
struct Numbers {
    written: u64,
    told: u64,
}

impl Numbers {
    /// What was told, with the numbers that are written.
    fn as_written(&self, told: &str) -> String {
        // The first first: what is written in place of it is told by none.
        let pairs = (0..4).map(|step| (self.told + step, self.written + step));
        pairs.fold(told.to_owned(), |text, (told, written)| {
            text.replace(&told.to_string(), &written.to_string())
        })
    }
}

fn first_number(text: &str) -> Option<u64> {
    let digits = text.strip_prefix('#')?.split(' ').next()?;
    digits.parse().ok()
}

fn run_session(name: &str, locale: &str) {
    let place = Place::new();
    let mut numbers = Numbers { written: 0, told: 0 };
    let steps = session(&readme(name));
    assert!(steps.len() >= 4, "{name} has no session");
    for Step { command, printed } in steps {
        let named = |word: &String| match word.parse::<u64>() {
            Ok(number) if number == numbers.written => numbers.told.to_string(),
            _ => word.clone(),
        };
        let arguments: Vec<String> = command.iter().map(named).collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = place.command(&arguments).env("LANG", locale).output().unwrap();
        // A page shows no-break spaces as spaces.
        let told = String::from_utf8(output.stdout).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
        let wrong = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{name}: {command:?}: {wrong}");
        let written = printed.iter().find_map(|line| first_number(line));
        if let (0, Some(written), Some(told)) = (numbers.written, written, first_number(&told)) {
            numbers = Numbers { written, told };
        }
        let told = if numbers.written == 0 { told } else { numbers.as_written(&told) };
        let lines: Vec<&str> = told.lines().collect();
        assert!(
            matches(&lines, &printed),
            "{name}: {command:?} prints\n{told}\nand not\n{}",
            printed.join("\n")
        );
    }
}

#[test]
fn the_english_session_runs_as_printed() {
    run_session("README.md", "en_CA.UTF-8");
}

#[test]
fn the_french_session_runs_as_printed() {
    run_session("README.fr.md", "fr_CA.UTF-8");
}

#[test]
fn both_readmes_show_the_same_commands() {
    let heads = |name| readme(name).lines().filter(|line| line.starts_with("## ")).count();
    assert_eq!(heads("README.md"), heads("README.fr.md"));
    let commands = |name| session(&readme(name)).len();
    assert_eq!(commands("README.md"), commands("README.fr.md"));
    for name in ["README.md", "README.fr.md"] {
        let text = readme(name);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(link);
            assert!(link.starts_with("http") || path.exists(), "{name} links to {link}, which is not there");
        }
    }
}

#[test]
fn an_ellipsis_stands_for_anything_and_nothing_else_does() {
    let written = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    assert!(matches(&["a", "b", "c"], &written(&["…", "c"])));
    assert!(matches(&["a 1 b"], &written(&["a … b"])));
    assert!(!matches(&["a", "b"], &written(&["a"])));
    assert!(!matches(&["a", "b"], &written(&["…", "a"])));
    assert!(!matches(&["ab"], &written(&["b…"])));
}
