//! What is wrong with documents, and with persons whose values are to be erased.

use std::path::PathBuf;

use crate::event::{BodyId, Evidence};
use crate::present::problems::document_sentence_of;
use crate::present::{Arg, Messages};
use crate::vault::DocumentFault;

/// Why nothing is done with documents.
#[derive(Debug)]
pub enum PaperTrouble {
    /// An entry to which none can be added.
    TakesNone(u64),
    /// None backs this entry, or is named so.
    NoneOf(String),
    /// One is not what an entry names.
    Other {
        /// The entry.
        entry: u64,
        /// The document.
        document: Box<Evidence>,
        /// Why.
        fault: DocumentFault,
    },
    /// So many that entries name are not there, or are not what these name.
    Missing(usize),
    /// A folder in which something lies already.
    FolderNotEmpty(PathBuf),
}

/// Why nothing is erased.
#[derive(Debug)]
pub enum PersonTrouble {
    /// Not a person.
    None(String),
    /// Several persons are called so.
    Several {
        /// What was typed.
        typed: String,
        /// The persons.
        persons: Vec<BodyId>,
    },
}

impl PaperTrouble {
    pub(super) fn sentence(&self, messages: &Messages) -> String {
        match self {
            Self::TakesNone(entry) => {
                messages.say("refused-takes-no-document", &[("entry", Arg::Shown(entry))])
            }
            Self::NoneOf(typed) => messages.say("problem-no-documents", &[("typed", Arg::Text(typed))]),
            Self::Other { entry, document, fault } => document_sentence_of(messages, *entry, document, fault),
            Self::Missing(count) => {
                messages.say("problem-documents-missing", &[("count", Arg::Count(*count))])
            }
            Self::FolderNotEmpty(path) => {
                messages.say("problem-folder-not-empty", &[("path", Arg::Shown(&path.display()))])
            }
        }
    }
}

impl PersonTrouble {
    pub(super) fn sentence(&self, messages: &Messages) -> String {
        match self {
            Self::None(typed) => messages.say("problem-no-person", &[("typed", Arg::Text(typed))]),
            Self::Several { typed, persons } => {
                let persons: Vec<&str> = persons.iter().map(BodyId::as_str).collect();
                let values = [("typed", Arg::Text(typed)), ("persons", Arg::Text(&persons.join(", ")))];
                messages.say("problem-several-persons", &values)
            }
        }
    }
}
