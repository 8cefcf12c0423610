//! What a verification finds that is not as it should be.

use std::path::PathBuf;

use super::check::Check;
use super::closings::YearFinding;
use super::documents::BesideFinding;
use super::signed::CheckpointTrouble;
use super::values::ValueFinding;
use super::verify::Fault;
use crate::ledger::LogError;
use crate::proof::Verifier;

/// One of the two copies of the log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhichCopy {
    /// The store.
    Store,
    /// The twin: plain lines.
    Twin,
    /// Neither: the only one, in a pack.
    Pack,
}

impl WhichCopy {
    /// The word for programs; of the two copies `repair --from` takes it too.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Store => "store",
            Self::Twin => "twin",
            Self::Pack => "pack",
        }
    }
}

/// Something that is not as it should be.
#[derive(Debug)]
pub enum Finding {
    /// The log cannot be opened.
    Unreadable(LogError),
    /// The store cannot be used, though nobody else holds it.
    Store(LogError),
    /// The first fault of a copy of the log.
    Log(WhichCopy, Fault),
    /// The first place at which the copies differ.
    Copies {
        /// The place.
        sequence: u64,
    },
    /// Beside the log.
    Beside(BesideFinding),
    /// A value.
    Value(ValueFinding),
    /// The outline does not say what the entries say.
    Outline,
    /// The index does not.
    Index,
    /// The tree does not.
    Tree,
    /// A checkpoint that the ledger keeps is not of it.
    Kept {
        /// Of how many entries, by the name of its file.
        size: String,
        /// Why.
        trouble: CheckpointTrouble,
    },
    /// What is remembered of what was signed cannot be read.
    Unread(PathBuf),
    /// A checkpoint that somebody kept is not of it.
    Given {
        /// The name of its file.
        name: String,
        /// Why.
        trouble: CheckpointTrouble,
    },
    /// A closed year.
    Year(YearFinding),
    /// The key by which somebody goes is none of the ledger.
    Key(Verifier),
    /// It is, and handed nothing over to the one that signs now.
    LostKey(Verifier),
    /// Of a pack.
    Pack(PackFinding),
}

/// Something in a pack that is not as it should be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PackFinding {
    /// A file of its list is not there.
    Missing(String),
    /// A file is not the one of its list.
    Changed(String),
    /// A file is in no list.
    Unlisted(String),
    /// A file is in the list, and none that a pack has.
    Strange(String),
    /// A member of what it claims, by its path, is not what its entries give.
    Claim(String),
    /// What people read in a file is not what this program writes of its entries.
    Written(String),
    /// It has more entries than the checkpoint in it covers, which is of so many.
    Unsigned(u64),
    /// Bytes stand behind its last entry.
    Rest,
    /// It cannot be said what it is a pack of.
    Form,
}

impl Finding {
    /// The check that found it.
    pub const fn check(&self) -> Check {
        match self {
            Self::Unreadable(_)
            | Self::Log(_, Fault::Entry { .. } | Fault::Log(_))
            | Self::Pack(PackFinding::Rest) => Check::Form,
            Self::Log(..) => Check::Chain,
            Self::Copies { .. } | Self::Store(_) => Check::Copies,
            Self::Beside(BesideFinding::Sealed { .. } | BesideFinding::KeyBack { .. }) => Check::Sealed,
            Self::Beside(_) => Check::Documents,
            Self::Value(_) => Check::Values,
            Self::Outline => Check::Derived,
            Self::Index => Check::Index,
            Self::Tree => Check::Tree,
            Self::Year(_) => Check::Closed,
            Self::Kept { .. } | Self::Unread(_) | Self::Pack(PackFinding::Unsigned(_)) => Check::Signed,
            Self::Given { .. } | Self::Key(_) | Self::LostKey(_) => Check::Checkpoint,
            Self::Pack(PackFinding::Claim(_) | PackFinding::Form) => Check::Claims,
            Self::Pack(PackFinding::Written(_)) => Check::Written,
            Self::Pack(_) => Check::Files,
        }
    }
}
