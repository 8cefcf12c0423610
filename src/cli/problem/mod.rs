//! What can go wrong for a command, its sentence, and the exit code that says
//! so.

mod making;
mod papers;
mod proving;
mod sentence;
mod testing;
mod usage;

pub(super) use papers::PaperTrouble;
pub use proving::Unproved;
pub use testing::Testing;
pub use usage::Usage;

use std::path::PathBuf;

use crate::audit::{Fault, UnknownRow};
use crate::event::{BodyId, TextError};
use crate::exchange::{
    AdoptError, Ask, AttributeError, BodyError, BundleError, DateError, DraftError, FieldError,
    ImportProblem, PersonError, Spot, TypeError,
};
use crate::figures::RulingError;
use crate::ledger::{DeskError, LogError, Refusal};
use crate::plan::{Near, PlanFileError, PlanTrouble};
use crate::present::WorkbookError;
use crate::proof::KeyError;
use crate::vault::VaultError;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Problem {
    /// The ledger refuses it, or cannot be used.
    Desk(DeskError),
    /// The log cannot be opened.
    Log(LogError),
    /// Something beside the log cannot be kept.
    Vault(VaultError),
    /// No plan rules.
    Ruling(RulingError),
    /// No plan ruled yet, as known then; the entry that adopts the first.
    PlanLater {
        /// Its place.
        entry: u64,
    },
    /// No such indicator in the plan.
    Indicator {
        /// What was typed.
        typed: String,
        /// Indicators that are like it.
        near: Vec<Near>,
    },
    /// Several indicators are called so.
    TwoIndicators {
        /// What was typed.
        typed: String,
        /// The indicators.
        near: Vec<Near>,
    },
    /// Several activity types are called so.
    TwoTypes {
        /// What was typed.
        typed: String,
        /// The types.
        near: Vec<Near>,
    },
    /// No entry of this id or number.
    Entry(String),
    /// No type of which the journal can have entries.
    UnknownKind {
        /// What was typed.
        typed: String,
        /// Types that are like it; otherwise those that the journal has.
        near: Vec<Near>,
    },
    /// No type of the catalogue, or several.
    Type(TypeError),
    /// Neither an entry nor a body of the register is called so.
    Neither {
        /// What was typed.
        typed: String,
        /// Bodies that are like it.
        near: Vec<Near>,
        /// How many persons have a name that cannot be opened here.
        closed: usize,
    },
    /// An entry that is neither an activity nor a published total.
    OtherEntry {
        /// Its place.
        sequence: u64,
        /// Its type.
        kind: String,
        /// The place of the entry that it is about.
        about: Option<u64>,
    },
    /// What is to be withdrawn is withdrawn already.
    AlreadyWithdrawn(u64),
    /// Not a correction of this entry.
    NotACorrection {
        /// What was typed.
        typed: String,
        /// The place of the entry.
        entry: u64,
    },
    /// No note of this id or number that waits for its type.
    Note(String),
    /// No body that is called so.
    Body(BodyError),
    /// A new name that may be of several kinds.
    WhichKind(String),
    /// A new name is like that of bodies that are there.
    LikeNames {
        /// The name.
        typed: String,
        /// The bodies.
        near: Vec<Near>,
    },
    /// A new person may be one of those whose names cannot be opened here.
    ClosedNames {
        /// The name.
        typed: String,
        /// How many they are.
        closed: usize,
    },
    /// One body of a file is refused.
    OfBody {
        /// Which.
        body: BodyId,
        /// Why.
        source: Box<Problem>,
    },
    /// Nothing is done with documents.
    Paper(PaperTrouble),
    /// Nothing is erased.
    Person(PersonError),
    /// Whoever was asked did not answer, or said no.
    Unanswered,
    /// A file cannot be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Nothing is signed, shown or checked.
    Unproved(Box<Unproved>),
    /// A table of indicators cannot be adopted.
    Adopt(Box<AdoptError>),
    /// What a table of indicators does not say.
    AdoptAsks(Vec<Ask>),
    /// A file that is to be written is there already.
    FileThere(PathBuf),
    /// The catalogue has no type.
    NoTypes,
    /// No plan of the ledger has an indicator.
    NoIndicators,
    /// A plan or register file cannot be read.
    PlanFile(Vec<(Spot, PlanFileError)>),
    /// A plan makes no sense.
    Plan(Vec<(Spot, PlanTrouble)>),
    /// Rows of an import cannot be taken.
    Import(Vec<ImportProblem>),
    /// So many rows of a dry run cannot be taken, each told where it stands.
    RowsRefused(usize),
    /// The files of an import are refused as a whole.
    ImportFiles {
        /// The files.
        files: Vec<PathBuf>,
        /// Why.
        source: Refusal,
    },
    /// Fields that the type or the register does not have, and what else is
    /// wrong with those that were typed.
    Fields(Vec<FieldError>),
    /// Attributes of a body, of which one at least is called by no name that
    /// there is.
    Attributes(Vec<AttributeError>),
    /// What is printed or about to be cannot be read.
    Draft {
        /// The file.
        path: PathBuf,
        /// Why.
        source: DraftError,
    },
    /// A workbook has no room for all rows of a population.
    TooManyRows {
        /// How many there are.
        rows: usize,
        /// How many a sheet has.
        most: usize,
    },
    /// What is printed names what is not there; where each thing stands.
    Unprinted(Vec<UnknownRow>, Vec<Spot>),
    /// There is no key.
    Key(KeyError),
    /// The files of the demonstration do not make a ledger.
    Bundle(BundleError),
    /// An export without a line.
    EmptyExport(PathBuf),
    /// A file was changed while it was read; nothing was recorded.
    FileChanged(PathBuf),
    /// No ledger was made in a folder.
    NotMade {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: Box<Problem>,
    },
    /// The export was changed while it was read.
    ExportChanged(PathBuf),
    /// The folder of the demonstration holds other things.
    FolderInUse(PathBuf),
    /// The folder of the demonstration holds another ledger.
    OtherLedger(PathBuf),
    /// A log is not what it should be.
    Fault {
        /// The file, when it is not the ledger itself.
        path: Option<PathBuf>,
        /// Why.
        source: Box<Fault>,
    },
    /// The two copies are not the same.
    Copies,
    /// A verification found something.
    NotSound,
    /// One of the auditor's tests is not made, or ends with something to look at.
    Testing(Testing),
    /// So many printed figures are not what the numbers give.
    Differs(usize),
    /// What was typed is not taken.
    Usage(Usage),
    /// A description of a file that this program did not write.
    OtherPackage(PathBuf),
    /// A workbook cannot be made.
    Workbook(WorkbookError),
    /// A port cannot be taken.
    Port {
        /// The port.
        port: u16,
        /// Why.
        source: std::io::Error,
    },
    /// A session cannot be begun.
    Session(std::io::Error),
    /// The server that holds the ledger broke off.
    Lost(std::io::Error),
    /// The clock stands before 1970.
    EarlyClock,
    /// Standard output cannot be written.
    Print(std::io::Error),
}

impl Problem {
    /// Whether another process holds the ledger.
    pub const fn is_held(&self) -> bool {
        matches!(self, Self::Log(LogError::Held { .. }) | Self::Desk(DeskError::Log(LogError::Held { .. })))
    }

    /// Whether each of its lines begins with a place in a file.
    pub const fn has_places(&self) -> bool {
        if let Self::Testing(testing) = self {
            return testing.has_places();
        }
        matches!(
            self,
            Self::PlanFile(_)
                | Self::Plan(_)
                | Self::Import(_)
                | Self::Adopt(_)
                | Self::AdoptAsks(_)
                | Self::Draft { source: DraftError::Table(_) | DraftError::Adopt(_), .. }
        )
    }

    /// Whether its sentence says a time of the ledger, which is read where the
    /// ledger is.
    pub const fn says_when(&self) -> bool {
        matches!(
            self,
            Self::Log(LogError::Held { .. })
                | Self::Desk(
                    DeskError::Log(LogError::Held { .. }) | DeskError::Refused(Refusal::Clock { .. })
                )
        )
    }

    /// 1 refused or a check failed, 2 wrong usage, 3 the ledger cannot be
    /// opened or is damaged.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Log(_)
            | Self::Desk(
                DeskError::Log(_) | DeskError::Entry { .. } | DeskError::Replay(_) | DeskError::Lost(_),
            ) => 3,
            Self::NotMade { source, .. } => source.exit_code(),
            _ => 1,
        }
    }
}

macro_rules! from {
    ($($error:ty => $variant:expr),+ $(,)?) => {
        $(impl From<$error> for Problem {
            fn from(error: $error) -> Self {
                $variant(error)
            }
        })+
    };
}

from!(
    DeskError => Self::Desk,
    LogError => Self::Log,
    VaultError => Self::Vault,
    PaperTrouble => Self::Paper,
    RulingError => Self::Ruling,
    KeyError => Self::Key,
    BundleError => Self::Bundle,
    Usage => Self::Usage,
    std::io::Error => Self::Print,
);

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Desk(refusal.into())
    }
}

impl From<DateError> for Problem {
    fn from(error: DateError) -> Self {
        Self::Usage(Usage::Date(error))
    }
}

impl From<TextError> for Problem {
    fn from(error: TextError) -> Self {
        Self::Usage(Usage::Text(error))
    }
}
