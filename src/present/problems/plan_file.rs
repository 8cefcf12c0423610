//! Plan and register files that cannot be read: where, the line itself, and
//! what should stand there.

use super::{id_sentence, near_words, text_sentence, typed::with_nearest, unknown_sentence};
use crate::exchange::{AttributeError, Spot, nearest};
use crate::plan::{CountryError, Excerpt, FileTrouble, Near, PlanFileError, Syntax, Wanted};
use crate::present::{Arg, Messages};

/// Why a plan or register file cannot be read.
pub fn plan_file_sentence(messages: &Messages, spot: &Spot, error: &PlanFileError) -> String {
    let cause = trouble_sentence(messages, &error.trouble);
    let sentence = messages.say("plan-body", &[("spot", Arg::Shown(spot)), ("cause", Arg::Text(&cause))]);
    sentence + &excerpt_lines(&error.excerpt)
}

/// The line of a file, and below it a mark under what is meant.
fn excerpt_lines(excerpt: &Excerpt) -> String {
    let Excerpt { line, before, width } = excerpt;
    if line.is_empty() {
        return String::new();
    }
    format!("\n    {line}\n    {}{}", " ".repeat(*before), "^".repeat(*width))
}

fn trouble_sentence(messages: &Messages, trouble: &FileTrouble) -> String {
    match trouble {
        FileTrouble::Syntax(syntax) => messages.word(syntax_id(*syntax)),
        FileTrouble::Body(error) => id_sentence(messages, error),
        FileTrouble::Country { typed, near } => country_words(messages, typed, near),
        FileTrouble::Attribute { typed, near } => attribute_words(messages, typed, near),
        FileTrouble::UnknownName { name, known } => {
            let sentence = messages.say("plan-unknown-name", &[("name", Arg::Text(name))]);
            with_known(messages, sentence, name, known)
        }
        FileTrouble::UnknownWord { word, known } => {
            let sentence = messages.say("plan-unknown-word", &[("word", Arg::Text(word))]);
            with_known(messages, sentence, word, known)
        }
        FileTrouble::Missing(name) => messages.say("plan-missing", &[("name", Arg::Text(name))]),
        FileTrouble::Twice(name) => messages.say("plan-twice", &[("name", Arg::Text(name))]),
        FileTrouble::Wanted(wanted) => messages.word(wanted_id(*wanted)),
    }
}

/// A sentence about a name that is not known, with the nearest of those that
/// are; with all of them where none is like it.
fn with_known(messages: &Messages, sentence: String, typed: &str, known: &[&'static str]) -> String {
    let near: Vec<String> = nearest(typed, known.iter().copied()).into_iter().map(str::to_owned).collect();
    if !near.is_empty() || known.is_empty() {
        return with_nearest(messages, sentence, &near);
    }
    let known = known.join(", ");
    format!("{sentence}\n  {}", messages.say("plan-known", &[("known", Arg::Text(&known))]))
}

/// Why what was typed is no attribute of a body.
pub fn attribute_sentence(messages: &Messages, error: &AttributeError) -> String {
    match error {
        AttributeError::Unknown { typed, near } => attribute_words(messages, typed, near),
        AttributeError::Name { typed } => messages.say("attribute-name", &[("typed", Arg::Text(typed))]),
        AttributeError::Country(CountryError { typed, near }) => country_words(messages, typed, near),
        AttributeError::Text(error) => text_sentence(messages, error),
    }
}

fn attribute_words(messages: &Messages, typed: &str, near: &[Near]) -> String {
    unknown_sentence(messages, "attribute-unknown", typed, near)
}

fn country_words(messages: &Messages, typed: &str, near: &[Near]) -> String {
    let words = near_words(messages, near);
    let values =
        [("typed", Arg::Text(typed)), ("near", Arg::Text(&words)), ("count", Arg::Count(near.len()))];
    messages.say("plan-country", &values)
}

const fn syntax_id(syntax: Syntax) -> &'static str {
    match syntax {
        Syntax::DuplicateKey => "plan-syntax-twice",
        Syntax::Text => "plan-syntax-text",
        Syntax::Unquoted => "plan-syntax-unquoted",
        Syntax::Date => "plan-syntax-date",
        Syntax::Number => "plan-syntax-number",
        Syntax::Braces => "plan-syntax-braces",
        Syntax::Array => "plan-syntax-array",
        Syntax::Head => "plan-syntax-head",
        Syntax::Assignment => "plan-syntax-assignment",
        Syntax::Key => "plan-syntax-key",
        Syntax::Other => "plan-syntax",
    }
}

const fn wanted_id(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "plan-wanted-text",
        Wanted::Truth => "plan-wanted-truth",
        Wanted::Whole => "plan-wanted-whole",
        Wanted::Number => "plan-wanted-number",
        Wanted::Day => "plan-wanted-day",
        Wanted::Array => "plan-wanted-array",
        Wanted::Table => "plan-wanted-table",
        Wanted::Words => "plan-wanted-words",
        Wanted::Name => "plan-wanted-name",
        Wanted::Values => "plan-wanted-values",
        Wanted::Condition => "plan-wanted-condition",
        Wanted::Other => "plan-shape",
    }
}
