//! One case of the gallery, as a file:
//!
//! ```text
//! # What the case shows.
//! @ 2031-05-01T12:00:00.000000Z       the clock, from here on
//! < plan.toml                         a file, whose lines follow
//! | plan = "p"
//! = a.xlsx                            a workbook, whose cells follow (tests/workbooks.rs)
//! | Feuille!B4 #1.5
//! > record newsletter.sent editions=2 a command that must succeed
//! ! flip lines                        something done to the ledger
//! $ record infoletre                  a command that is shown
//!
//! == fr                               what is said, in each language
//! ...
//! ```
//!
//! Arguments are parted by spaces, quoted with `"`; `{x*4000}` is an x 4,000
//! times and `\xff` in a file's lines is a byte.

/// A case: its steps, and what its file says is said.
pub(super) struct Case {
    /// The part of the file that people write.
    pub(super) steps_text: String,
    /// What is done, in order.
    pub(super) steps: Vec<Step>,
    /// The part of the file that the program says.
    pub(super) said: String,
}

/// One thing that is done.
#[derive(Debug)]
pub(super) enum Step {
    /// The clock is set.
    Clock(String),
    /// A file is written.
    File(String, Vec<u8>),
    /// A workbook is written from its cells.
    Workbook(String, Vec<String>),
    /// A command must succeed.
    Done(Vec<String>),
    /// A command is shown, as it was written and with its arguments.
    Shown(String, Vec<String>),
    /// Something is done to the ledger.
    Deed(String),
}

impl Case {
    /// The case of a file's text.
    pub(super) fn read(text: &str) -> Self {
        let at = text.find("\n== ").unwrap_or(text.len());
        let (written, said) = text.split_at(at);
        let mut steps = Vec::new();
        for line in written.lines() {
            let (mark, rest) = line.split_at(line.len().min(1));
            let rest = rest.strip_prefix(' ').unwrap_or(rest);
            match mark {
                "@" => steps.push(Step::Clock(rest.to_owned())),
                "<" => steps.push(Step::File(rest.to_owned(), Vec::new())),
                "=" => steps.push(Step::Workbook(rest.to_owned(), Vec::new())),
                "|" => match steps.last_mut() {
                    Some(Step::Workbook(_, cells)) => cells.push(repeated(rest)),
                    Some(Step::File(_, bytes)) => {
                        bytes.extend(bytes_of(rest));
                        bytes.push(b'\n');
                    }
                    other => panic!("a line without a file: {line} after {other:?}"),
                },
                ">" => steps.push(Step::Done(arguments(rest))),
                "$" => steps.push(Step::Shown(rest.to_owned(), arguments(rest))),
                "!" => steps.push(Step::Deed(rest.to_owned())),
                "" | "#" => {}
                _ => panic!("not a step: {line}"),
            }
        }
        let steps_text = if written.ends_with('\n') { written.to_owned() } else { format!("{written}\n") };
        Self { steps_text: steps_text.trim_end().to_owned() + "\n", steps, said: said.to_owned() }
    }
}

fn arguments(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            _ => word.push(letter),
        }
    }
    if !word.is_empty() || quoted {
        words.push(word);
    }
    words.iter().map(|word| repeated(word)).collect()
}

/// The text with each `{x*n}` written out.
fn repeated(text: &str) -> String {
    let Some((before, rest)) = text.split_once('{') else { return text.to_owned() };
    let Some((inner, after)) = rest.split_once('}') else { return text.to_owned() };
    let Some((letter, times)) = inner.split_once('*') else { return text.to_owned() };
    format!("{before}{}{}", letter.repeat(times.parse().unwrap()), repeated(after))
}

/// The bytes of a line, with each `\xhh` as one byte.
fn bytes_of(line: &str) -> Vec<u8> {
    let mut parts = line.split("\\x");
    let mut bytes = repeated(parts.next().unwrap_or_default()).into_bytes();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(part[2..].bytes());
    }
    bytes
}
