//! What went wrong, in a sentence.

use std::path::Path;

use super::Problem;
use crate::exchange::{AttributeError, FieldError};
use crate::present::problems::{
    adopt_sentence, attribute_sentence, body_sentence, bundle_sentence, desk_sentence, draft_sentence,
    fault_sentence, file_sentence, import_sentence, key_sentence, log_sentence, other_entry_sentence,
    person_sentence, plan_file_sentence, plan_sentence, refusal_sentence, ruling_sentence, type_sentence,
    typed_field_sentence, unknown_sentence, unprinted_sentence, vault_sentence, with_closed,
    workbook_sentence,
};
use crate::present::{Arg, Messages, ask_sentence};

impl Problem {
    /// The sentence: what, where, and what to do.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            Self::Desk(error) => desk_sentence(messages, error),
            Self::Log(error) => log_sentence(messages, error),
            Self::Vault(error) => vault_sentence(messages, error),
            Self::Ruling(error) => ruling_sentence(messages, error),
            Self::PlanLater { entry } => messages.say("ruling-no-plan-yet", &[("entry", Arg::Shown(entry))]),
            Self::Indicator { typed, near } => {
                unknown_sentence(messages, "refused-unknown-indicator", typed, near)
            }
            Self::TwoIndicators { typed, near } => {
                unknown_sentence(messages, "refused-two-indicators", typed, near)
            }
            Self::TwoTypes { typed, near } => unknown_sentence(messages, "refused-two-types", typed, near),
            Self::Note(typed) => messages.say("problem-note", &[("typed", Arg::Text(typed))]),
            Self::Body(error) => body_sentence(messages, error),
            Self::WhichKind(typed) => messages.say("problem-which-kind", &[("typed", Arg::Text(typed))]),
            Self::LikeNames { typed, near } => unknown_sentence(messages, "problem-like-names", typed, near),
            Self::ClosedNames { typed, closed } => {
                let values = [("typed", Arg::Text(typed)), ("count", Arg::Count(*closed))];
                messages.say("problem-closed-names", &values)
            }
            Self::Paper(trouble) => trouble.sentence(messages),
            Self::Person(error) => person_sentence(messages, error),
            Self::OfBody { body, source } => format!("{body}: {}", source.sentence(messages)),
            Self::Unanswered => messages.word("problem-unanswered"),
            Self::Entry(typed) => messages.say("refused-unknown-entry", &[("typed", Arg::Text(typed))]),
            Self::UnknownKind { typed, near } => {
                unknown_sentence(messages, "journal-unknown-type", typed, near)
            }
            Self::Type(error) => type_sentence(messages, error),
            Self::Neither { typed, near, closed } => {
                with_closed(messages, unknown_sentence(messages, "problem-neither", typed, near), *closed)
            }
            Self::OtherEntry { sequence, kind, about } => {
                other_entry_sentence(messages, *sequence, kind, *about)
            }
            Self::AlreadyWithdrawn(entry) => {
                messages.say("named-already-withdrawn", &[("entry", Arg::Shown(entry))])
            }
            Self::NotACorrection { typed, entry } => messages
                .say("named-not-a-correction", &[("typed", Arg::Text(typed)), ("entry", Arg::Shown(entry))]),
            Self::File { path, source } => file_sentence(messages, path, source),
            Self::Testing(testing) => testing.sentence(messages),
            Self::Unproved(error) => error.sentence(messages),
            Self::Adopt(error) => format!("{}: {}", error.spot, adopt_sentence(messages, &error.trouble)),
            Self::AdoptAsks(asks) => each(asks, |ask| ask_sentence(messages, ask)),
            Self::FileThere(path) => of_path(messages, "problem-file-there", path),
            Self::NoTypes => messages.word("problem-no-types"),
            Self::NoIndicators => messages.word("problem-no-indicators"),
            Self::PlanFile(errors) => each(errors, |(spot, error)| plan_file_sentence(messages, spot, error)),
            Self::Plan(problems) => {
                each(problems, |(spot, trouble)| format!("{spot}: {}", plan_sentence(messages, trouble)))
            }
            Self::Import(problems) => {
                each(problems, |it| format!("{}: {}", it.spot, import_sentence(messages, &it.trouble)))
            }
            Self::RowsRefused(count) => {
                messages.say("preview-refused-rows", &[("count", Arg::Count(*count))])
            }
            Self::ImportFiles { files, source } => {
                let names: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
                format!("{}: {}", names.join(", "), refusal_sentence(messages, source))
            }
            Self::Fields(errors) => fields_sentence(messages, errors),
            Self::Attributes(errors) => attributes_sentence(messages, errors),
            Self::Draft { path, source } => draft_sentence(messages, &path.display().to_string(), source),
            Self::Unprinted(unknown, spots) => unprinted_sentence(messages, spots, unknown),
            Self::TooManyRows { rows, most } => messages
                .say("problem-too-many-rows", &[("rows", Arg::Count(*rows)), ("most", Arg::Count(*most))]),
            Self::Key(error) => key_sentence(messages, error),
            Self::Bundle(error) => bundle_sentence(messages, error),
            Self::EmptyExport(path) => of_path(messages, "problem-empty-export", path),
            Self::FileChanged(path) => of_path(messages, "problem-file-changed", path),
            Self::NotMade { folder, source } => source.not_made(messages, folder),
            Self::ExportChanged(path) => of_path(messages, "problem-export-changed", path),
            Self::FolderInUse(folder) => of_folder(messages, "problem-folder-in-use", folder),
            Self::OtherLedger(folder) => of_folder(messages, "problem-other-ledger", folder),
            Self::Fault { path: Some(path), source } => {
                format!("{}: {}", path.display(), fault_sentence(messages, source))
            }
            Self::Fault { path: None, source } => fault_sentence(messages, source),
            Self::OtherPackage(path) => of_path(messages, "problem-other-package", path),
            Self::Workbook(error) => workbook_sentence(messages, error),
            Self::NotSound => messages.word("verify-not-sound"),
            Self::Differs(count) => messages.say("reconcile-found", &[("count", Arg::Count(*count))]),
            Self::Copies => messages.word("repair-needed"),
            Self::Usage(usage) => usage.sentence(messages),
            Self::Port { port, source } => {
                let cause = crate::present::problems::io_words(messages, source);
                messages.say("serve-port", &[("port", Arg::Shown(port)), ("cause", Arg::Text(&cause))])
            }
            Self::Session(source) => with_cause(messages, "serve-session", source),
            Self::Lost(source) => with_cause(messages, "serve-lost", source),
            Self::EarlyClock => messages.word("problem-early-clock"),
            Self::Print(error) => with_cause(messages, "problem-print", error),
        }
    }
}

pub(super) fn fields_sentence(messages: &Messages, errors: &[FieldError]) -> String {
    each(errors, |it| typed_field_sentence(messages, &it.field, &it.trouble))
}

pub(super) fn attributes_sentence(messages: &Messages, errors: &[AttributeError]) -> String {
    each(errors, |it| attribute_sentence(messages, it))
}

/// A sentence about a file.
fn of_path(messages: &Messages, id: &str, path: &Path) -> String {
    messages.say(id, &[("path", Arg::Shown(&path.display()))])
}

/// A sentence about a folder.
fn of_folder(messages: &Messages, id: &str, folder: &Path) -> String {
    messages.say(id, &[("folder", Arg::Shown(&folder.display()))])
}

/// A sentence that says why the system did not do something.
fn with_cause(messages: &Messages, id: &str, source: &std::io::Error) -> String {
    let cause = crate::present::problems::io_words(messages, source);
    messages.say(id, &[("cause", Arg::Text(&cause))])
}

/// Several problems, one below the other.
fn each<T>(problems: &[T], sentence: impl Fn(&T) -> String) -> String {
    problems.iter().map(sentence).collect::<Vec<_>>().join("\n")
}
