//! What can go wrong for a command, its sentence, and the exit code that says
//! so.

use std::path::{Path, PathBuf};

use crate::audit::Fault;
use crate::event::{BodyId, Day, MoneyError, PeriodError, TextError};
use crate::exchange::{
    AdoptError, Ask, AttributeError, BodyError, BundleError, DateError, FieldError, ImportProblem, Spot,
    TypeError,
};
use crate::figures::RulingError;
use crate::ledger::{DeskError, LogError, Refusal};
use crate::plan::{Near, PlanFileError, PlanTrouble};
use crate::present::problems::{
    adopt_sentence, attribute_sentence, body_sentence, bundle_sentence, date_sentence, day_sentence,
    desk_sentence, fault_sentence, file_sentence, import_sentence, key_sentence, log_sentence,
    money_sentence, other_entry_sentence, plan_file_sentence, plan_sentence, refusal_sentence,
    ruling_sentence, text_sentence, type_sentence, typed_field_sentence, unknown_sentence, vault_sentence,
    with_closed, workbook_sentence,
};
use crate::present::{Arg, Messages, WorkbookError, ask_sentence};
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
    /// Whoever was asked did not answer, or said no.
    Unanswered,
    /// A file cannot be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
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
    /// Rows of published figures that name no indicator: where, what they
    /// name, and what is like it.
    Published(Vec<(Spot, String, Vec<Near>)>),
    /// A table lacks a column.
    Column {
        /// The file.
        path: PathBuf,
        /// Its name.
        column: &'static str,
    },
    /// There is no key.
    Key(KeyError),
    /// The files of the demonstration do not make a ledger.
    Bundle(BundleError),
    /// An export without a line.
    EmptyExport(PathBuf),
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
    /// Standard output cannot be written.
    Print(std::io::Error),
}

/// Why what was typed is not taken.
#[derive(Debug)]
pub enum Usage {
    /// A date or a period.
    Date(DateError),
    /// Values of fields.
    Fields(Vec<FieldError>),
    /// A text.
    Text(TextError),
    /// The days of a body.
    Days {
        /// The body.
        body: BodyId,
        /// Why.
        source: PeriodError,
    },
    /// No type of activity.
    NoType,
    /// A change of a body that changes nothing.
    NoChange,
    /// Not a kind of body.
    Kind(String),
    /// A name of which no id can be made.
    NoIdOfName(String),
    /// Not name=value.
    Pair(String),
    /// A place of a source, without the source.
    NoSource,
    /// Days given for a total, which has a last day.
    TotalOn(u64),
    /// Not a date, a moment or a number.
    Known(String),
    /// A moment without its offset.
    NoOffset(String),
    /// The number of an entry that is not there.
    BeyondLast {
        /// What was typed.
        typed: String,
        /// The number of the last.
        last: u64,
    },
    /// A first day after the last.
    FromAfterTo {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// Attributes of a body.
    Attributes(Vec<AttributeError>),
    /// Not PLAN or PLAN@VERSION.
    Plan(String),
    /// Not a URI of a ledger.
    Source(String),
    /// Not a prefix of activity types.
    Prefix(String),
    /// Not a time zone.
    Zone(String),
    /// Not the end of a fiscal year.
    YearEnd(String),
    /// Not a port.
    Port(String),
    /// Not a currency.
    Currency(MoneyError),
    /// A format that only tables have.
    TableFormat(&'static str),
    /// A recipient who is a person of the register.
    SentToPerson(String),
    /// A workbook where text is shown.
    WorkbookOnTerminal,
    /// Not what a column holds.
    Column(String),
    /// Not what a row is.
    Level(String),
    /// Not what columns of years hold.
    Years(String),
    /// Not a mark between thousands.
    Thousands(String),
    /// Neither a row of a table nor none.
    LeftOut(String),
    /// Neither a ledger's address and prefix, nor that none is to be opened.
    NoOpening,
}

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
            Self::Published(rows) => each(rows, |(spot, typed, near)| {
                format!("{spot}: {}", unknown_sentence(messages, "refused-unknown-indicator", typed, near))
            }),
            Self::Column { path, column } => messages.say(
                "problem-column",
                &[("path", Arg::Shown(&path.display())), ("column", Arg::Text(column))],
            ),
            Self::Key(error) => key_sentence(messages, error),
            Self::Bundle(error) => bundle_sentence(messages, error),
            Self::EmptyExport(path) => of_path(messages, "problem-empty-export", path),
            Self::FolderInUse(folder) => {
                messages.say("problem-folder-in-use", &[("folder", Arg::Shown(&folder.display()))])
            }
            Self::OtherLedger(folder) => {
                messages.say("problem-other-ledger", &[("folder", Arg::Shown(&folder.display()))])
            }
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
            Self::Print(error) => crate::present::problems::io_words(messages, error),
        }
    }

    /// Whether another process holds the ledger.
    pub const fn is_held(&self) -> bool {
        matches!(self, Self::Log(LogError::Held { .. }) | Self::Desk(DeskError::Log(LogError::Held { .. })))
    }

    /// Whether each of its lines begins with a place in a file.
    pub const fn has_places(&self) -> bool {
        matches!(
            self,
            Self::PlanFile(_) | Self::Plan(_) | Self::Import(_) | Self::Adopt(_) | Self::AdoptAsks(_)
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
            Self::Log(_) | Self::Desk(DeskError::Log(_) | DeskError::Entry { .. } | DeskError::Replay(_)) => {
                3
            }
            _ => 1,
        }
    }
}

impl Usage {
    fn sentence(&self, messages: &Messages) -> String {
        let (id, typed) = match self {
            Self::NoOpening => return messages.word("usage-no-opening"),
            Self::Column(typed) => ("usage-column", typed),
            Self::Level(typed) => ("usage-level", typed),
            Self::Years(typed) => ("usage-years", typed),
            Self::Thousands(typed) => ("usage-thousands", typed),
            Self::LeftOut(typed) => ("usage-left-out", typed),
            Self::NoType => return messages.word("usage-no-type"),
            Self::NoChange => return messages.word("usage-no-change"),
            Self::WorkbookOnTerminal => return messages.word("usage-workbook-on-terminal"),
            Self::TableFormat(word) => {
                return messages.say("usage-table-format", &[("format", Arg::Text(word))]);
            }
            Self::Date(error) => return date_sentence(messages, error),
            Self::Fields(errors) => return fields_sentence(messages, errors),
            Self::Text(error) => return text_sentence(messages, error),
            Self::Days { body, source } => {
                let cause = day_sentence(messages, source);
                return messages
                    .say("usage-days", &[("body", Arg::Shown(body)), ("cause", Arg::Text(&cause))]);
            }
            Self::Currency(error) => return money_sentence(messages, error),
            Self::NoSource => return messages.word("usage-no-source"),
            Self::TotalOn(entry) => return messages.say("usage-total-on", &[("entry", Arg::Shown(entry))]),
            Self::Kind(typed) => ("usage-kind", typed),
            Self::NoIdOfName(typed) => ("usage-no-id-of-name", typed),
            Self::Pair(typed) => ("usage-pair", typed),
            Self::Known(typed) => ("usage-known", typed),
            Self::NoOffset(typed) => ("usage-no-offset", typed),
            Self::BeyondLast { typed, last } => {
                return messages
                    .say("usage-beyond-last", &[("typed", Arg::Text(typed)), ("last", Arg::Shown(last))]);
            }
            Self::FromAfterTo { from, to } => {
                return messages
                    .say("usage-from-after-to", &[("from", Arg::Shown(from)), ("to", Arg::Shown(to))]);
            }
            Self::Attributes(errors) => return attributes_sentence(messages, errors),
            Self::Plan(typed) => ("usage-plan", typed),
            Self::Source(typed) => ("usage-source", typed),
            Self::Prefix(typed) => ("usage-prefix", typed),
            Self::Port(typed) => ("usage-port", typed),
            Self::Zone(typed) => ("usage-zone", typed),
            Self::YearEnd(typed) => ("usage-year-end", typed),
            Self::SentToPerson(typed) => ("usage-sent-to-person", typed),
        };
        messages.say(id, &[("typed", Arg::Text(typed))])
    }
}

fn fields_sentence(messages: &Messages, errors: &[FieldError]) -> String {
    each(errors, |it| typed_field_sentence(messages, &it.field, &it.trouble))
}

fn attributes_sentence(messages: &Messages, errors: &[AttributeError]) -> String {
    each(errors, |it| attribute_sentence(messages, it))
}

/// A sentence about a file.
fn of_path(messages: &Messages, id: &str, path: &Path) -> String {
    messages.say(id, &[("path", Arg::Shown(&path.display()))])
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
