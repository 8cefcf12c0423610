//! What is wrong with documents.

use std::path::PathBuf;

use crate::event::Evidence;
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
