//! Arguments that cannot be read, in the reader's language.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::event::{HashError, IdError, PeriodError};
use crate::present::problems::{day_sentence, id_sentence, io_words};
use crate::present::{Arg, LanguageError, Messages};

/// What is wrong with the arguments, how the command is used, and where more
/// is said.
pub(super) fn misuse_text(messages: &Messages, command: &mut Command, error: &Error) -> String {
    let sentence = format!("jalon: {}", sentence(messages, error));
    let Some(command) = asked(command, error) else { return sentence };
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let heading = messages.word("help-usage");
    let name = command.get_bin_name().unwrap_or_default();
    let more = messages.say("misuse-more", &[("command", Arg::Text(name))]);
    format!("{sentence}\n{heading} {usage}\n{more}")
}

/// The command that was asked for, as far as the error tells: its usage line
/// begins with the names of the program and the command.
fn asked<'a>(command: &'a mut Command, error: &Error) -> Option<&'a mut Command> {
    let ContextValue::StyledStr(usage) = error.get(ContextKind::Usage)? else { return None };
    let usage = usage.to_string();
    let name = usage.trim_start_matches("Usage:").split_whitespace().nth(1)?;
    if command.find_subcommand(name).is_some() { command.find_subcommand_mut(name) } else { Some(command) }
}

fn sentence(messages: &Messages, error: &Error) -> String {
    let argument = said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue);
    let about = [
        ("argument", Arg::Text(&argument)),
        ("value", Arg::Text(&value)),
        ("other", Arg::Text(&said(error, ContextKind::PriorArg))),
    ];
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => messages.say("misuse-no-value", &about),
        ErrorKind::InvalidValue => {
            let valid = said(error, ContextKind::ValidValue);
            let values = [
                ("argument", Arg::Text(&argument)),
                ("value", Arg::Text(&value)),
                ("valid", Arg::Text(&valid)),
            ];
            messages.say("misuse-choice", &values)
        }
        ErrorKind::ValueValidation => {
            let cause = cause(messages, error);
            // What was typed is told once.
            let id = if cause.contains(&value) { "misuse-value-said" } else { "misuse-value" };
            let values = [
                ("argument", Arg::Text(&argument)),
                ("value", Arg::Text(&value)),
                ("cause", Arg::Text(&cause)),
            ];
            messages.say(id, &values)
        }
        ErrorKind::UnknownArgument => {
            let sentence = messages.say("misuse-argument", &about);
            with_nearest(messages, sentence, &said(error, ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let typed = said(error, ContextKind::InvalidSubcommand);
            let sentence = messages.say("misuse-command", &[("typed", Arg::Text(&typed))]);
            with_nearest(messages, sentence, &said(error, ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingRequiredArgument => messages.say("misuse-missing", &about),
        ErrorKind::ArgumentConflict if said(error, ContextKind::PriorArg) == argument => {
            messages.say("misuse-twice", &about)
        }
        ErrorKind::ArgumentConflict => messages.say("misuse-conflict", &about),
        ErrorKind::InvalidUtf8 => messages.word("misuse-utf8"),
        // Too many or too few values, or one without its equals sign.
        _ => messages.say("misuse-values", &about),
    }
}

fn with_nearest(messages: &Messages, sentence: String, nearest: &str) -> String {
    if nearest.is_empty() {
        return sentence;
    }
    let count = nearest.split(", ").count();
    format!(
        "{sentence}\n  {}",
        messages.say("misuse-nearest", &[("near", Arg::Text(nearest)), ("count", Arg::Count(count))])
    )
}

/// What clap knows of one kind, as it would be typed.
fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

/// Why a value is refused, in our words.
fn cause(messages: &Messages, error: &Error) -> String {
    let Some(source) = error.source() else { return String::new() };
    if let Some(error) = source.downcast_ref::<IdError>() {
        id_sentence(messages, error)
    } else if let Some(error) = source.downcast_ref::<PeriodError>() {
        day_sentence(messages, error)
    } else if source.is::<HashError>() {
        messages.word("event-hash")
    } else if let Some(LanguageError(typed)) = source.downcast_ref::<LanguageError>() {
        messages.say("usage-language", &[("typed", Arg::Text(typed))])
    } else if let Some(error) = source.downcast_ref::<std::io::Error>() {
        io_words(messages, error)
    } else {
        source.to_string()
    }
}
