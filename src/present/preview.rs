//! What an import would do, row by row.

use std::collections::HashMap;

use anstyle::Style;
use serde_json::{Value as Json, json};

use super::activity::total_words;
use super::grid::{Column, Grid};
use super::problems::import_sentence;
use super::{Arg, Language, Messages, activity_words, body_words, period_words};
use crate::exchange::{AlikeName, ImportProblem, ImportRow, Spot};
use crate::figures::State;
use crate::ledger::{Command, ImportedRows, RowVerdict};

/// A row of a file as it would be taken.
pub struct PreviewRow<'a> {
    /// Where it begins, or stands.
    pub spot: Spot,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What it says, where it can be read.
    pub row: Option<&'a ImportRow>,
    /// What is wrong with it.
    pub problems: Vec<&'a ImportProblem>,
}

/// What becomes of a row, for whoever decides whether to import it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It would be recorded.
    Added,
    /// It would be recorded and not count before it is confirmed.
    Planned,
    /// Its entry is there already.
    There,
    /// It would be recorded, but the entry at this place says the same.
    Alike(u64),
    /// It would be recorded, but the row of this line says the same.
    Twin(usize),
    /// It names what the register lacks, and is like what it has.
    LikeBody,
    /// It is refused.
    Refused,
}

impl Verdict {
    /// What became of a row that can be read.
    pub const fn of(verdict: RowVerdict, alike: Option<u64>) -> Self {
        match (verdict, alike) {
            (RowVerdict::Added | RowVerdict::Planned, Some(place)) => Self::Alike(place),
            (RowVerdict::Added, None) => Self::Added,
            (RowVerdict::Planned, None) => Self::Planned,
            (RowVerdict::There, _) => Self::There,
            (RowVerdict::Refused, _) => Self::Refused,
        }
    }

    /// One word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Planned => "planned",
            Self::There => "there",
            Self::Alike(_) => "alike",
            Self::Twin(_) => "twin",
            Self::LikeBody => "likebody",
            Self::Refused => "refused",
        }
    }
}

/// The rows of all files in order: those that can be read, with what becomes of
/// each, and those of which something is wrong.
pub fn preview_rows<'a>(
    files: &[(String, Vec<u8>)],
    rows: &'a [ImportRow],
    done: &ImportedRows,
    problems: &'a [ImportProblem],
    names: &[AlikeName],
) -> Vec<PreviewRow<'a>> {
    let alike: HashMap<usize, u64> = done.alike.iter().copied().collect();
    let verdicts = done.each.iter().enumerate();
    let twins: HashMap<usize, usize> = done.twins.iter().copied().collect();
    let line_of = |index: &usize| rows.get(*index).map_or(0, |row| row.places.row.line);
    let verdicts = verdicts.map(|(index, verdict)| {
        let twin = twins.get(&index).map(line_of);
        match (Verdict::of(*verdict, alike.get(&index).copied()), twin) {
            (Verdict::Added | Verdict::Planned, Some(line)) => Verdict::Twin(line),
            (verdict, _) => verdict,
        }
    });
    let readable = rows.iter().zip(verdicts).map(|(row, verdict)| PreviewRow {
        spot: row.places.row.clone(),
        verdict,
        row: Some(row),
        problems: vec![],
    });
    let mut preview: Vec<PreviewRow<'a>> = readable.collect();
    let line = |spot: &Spot| {
        let file = files.iter().position(|(name, _)| *name == spot.file);
        (file, spot.sheet.as_ref().map(|sheet| sheet.index), spot.line)
    };
    preview.sort_by_key(|row| line(&row.spot));
    for problem in problems {
        let known = preview.binary_search_by_key(&line(&problem.spot), |row| line(&row.spot));
        let at = known.unwrap_or_else(|at| {
            let (spot, verdict) = (problem.spot.clone(), Verdict::Refused);
            preview.insert(at, PreviewRow { spot, verdict, row: None, problems: vec![] });
            at
        });
        let row = &mut preview[at];
        let is_like = problem.trouble.is_like_a_body() || names.iter().any(|it| it.spot == problem.spot);
        let is_like = is_like && (row.verdict != Verdict::Refused || row.problems.is_empty());
        row.verdict = if is_like { Verdict::LikeBody } else { Verdict::Refused };
        row.problems.push(problem);
    }
    preview
}

/// Columns that a verdict takes where there is room.
const VERDICT: u16 = 24;

/// The rows as a table: where, what becomes of it, what it says or what is
/// wrong with it.
pub fn preview_text(messages: &Messages, state: &State, rows: &[PreviewRow<'_>], width: u16) -> String {
    let longest = rows.iter().map(|row| row.spot.to_string().chars().count()).max().unwrap_or_default();
    let place = u16::try_from(longest + 2).unwrap_or(u16::MAX).clamp(12, 36.min(width / 3));
    let verdict = VERDICT.min(width / 3);
    let words = width.saturating_sub(place + verdict).max(20);
    let grid = Grid::new(width, &[Column::Words(verdict), Column::Words(words)]);
    let line = |row: &PreviewRow<'_>| {
        let cells =
            vec![row.spot.to_string(), verdict_words(messages, row.verdict), says(messages, state, row)];
        grid.row(0, cells, Style::new())
    };
    rows.iter().map(line).collect()
}

/// What becomes of a row.
pub fn verdict_words(messages: &Messages, verdict: Verdict) -> String {
    let id = format!("preview-{}", verdict.word());
    match verdict {
        Verdict::Alike(place) => messages.say(&id, &[("entry", Arg::Shown(&place))]),
        Verdict::Twin(line) => messages.say(&id, &[("line", Arg::Shown(&line))]),
        _ => messages.word(&id),
    }
}

/// What a row says, or what is wrong with it.
fn says(messages: &Messages, state: &State, row: &PreviewRow<'_>) -> String {
    if row.problems.is_empty() {
        return row.row.map(|row| command_words(messages, state, &row.command)).unwrap_or_default();
    }
    let told = row.problems.iter().map(|problem| {
        let sentence = import_sentence(messages, &problem.trouble);
        let at = problem.spot.to_string();
        if problem.spot == row.spot { sentence } else { format!("{at}: {sentence}") }
    });
    told.collect::<Vec<_>>().join("\n")
}

/// What a row asks for, in one line.
pub fn command_words(messages: &Messages, state: &State, command: &Command) -> String {
    match command {
        Command::Record(new) => {
            let mut words = activity_words(messages, state, &new.kind, &new.activity);
            if let Some(subject) = &new.subject {
                words.push_str(&format!(" · {}", body_words(messages, state, subject)));
            }
            format!("{words} · {}", period_words(messages, new.occurred))
        }
        Command::Report(new) => total_words(messages, state, &new.total),
        Command::Register { body, fact, .. } => {
            let name = fact.name.as_ref().map(|name| messages.language().of(name)).unwrap_or_default();
            messages.say("preview-body", &[("name", Arg::Text(name)), ("body", Arg::Text(body.as_str()))])
        }
        _ => String::new(),
    }
}

/// The rows for programs.
pub fn preview_json(state: &State, rows: &[PreviewRow<'_>]) -> Vec<Json> {
    let (fr, en) = (&Messages::new(Language::French), &Messages::new(Language::English));
    let problem = |it: &&ImportProblem| {
        json!({
            "place": it.spot.to_string(),
            "words": {"en": import_sentence(en, &it.trouble), "fr": import_sentence(fr, &it.trouble)},
        })
    };
    let row = |row: &PreviewRow<'_>| {
        let alike = if let Verdict::Alike(place) = row.verdict { Some(place) } else { None };
        let words = row.row.map(|row| {
            let say = |messages| command_words(messages, state, &row.command);
            json!({"en": say(en), "fr": say(fr)})
        });
        json!({
            "alike": alike,
            "place": row.spot.to_string(),
            "problems": row.problems.iter().map(problem).collect::<Vec<_>>(),
            "verdict": row.verdict.word(),
            "words": words,
        })
    };
    rows.iter().map(row).collect()
}
