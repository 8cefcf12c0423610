//! Files, and what the operating system says of them.

use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::present::{Arg, Messages};

/// Why a file cannot be used.
pub fn file_sentence(messages: &Messages, path: &Path, error: &Error) -> String {
    let cause = io_words(messages, error);
    messages.say("file-cannot", &[("path", Arg::Shown(&path.display())), ("cause", Arg::Text(&cause))])
}

/// What the system says, in our words where it is something usual.
pub fn io_words(messages: &Messages, error: &Error) -> String {
    let id = match error.kind() {
        ErrorKind::NotFound => "io-not-found",
        ErrorKind::PermissionDenied => "io-denied",
        ErrorKind::AlreadyExists => "io-exists",
        ErrorKind::IsADirectory => "io-folder",
        ErrorKind::NotADirectory => "io-not-folder",
        ErrorKind::ReadOnlyFilesystem => "io-read-only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "io-full",
        // What is not UTF-8 where text is read.
        ErrorKind::InvalidData => "io-not-text",
        _ => return messages.say("io-other", &[("words", Arg::Shown(error))]),
    };
    messages.word(id)
}
