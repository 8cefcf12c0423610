//! The command line: one file for each command, its arguments and then `run`.
//!
//! ```text
//! arguments ──▶ Command or Question ──▶ ledger, figures ──▶ present ──▶ standard output
//!                                            └ Problem ──▶ standard error and the exit code
//! ```
//!
//! `cli` holds no rule: commands translate. It is the one place that looks at
//! the clock and the environment, and the only one that prints.

mod adopt;
mod asking;
mod body;
mod checkpoint;
mod checks;
mod citation;
mod close;
mod context;
mod correct;
mod coverage;
mod cutoff;
mod demo;
mod demonstrations;
mod entry;
mod evidence;
mod explain;
mod export;
mod forget;
mod held;
mod help;
mod import;
mod init;
mod itemise;
mod journal;
mod judge;
mod key;
mod kpi;
mod matching;
mod misuse;
mod named;
mod new_type;
mod newcomers;
mod note;
mod pack;
mod plan;
mod population;
mod problem;
mod prove;
mod publish;
mod quality;
mod rebuild;
mod reconcile;
mod record;
mod register;
mod repair;
mod reports;
mod restore;
mod resume;
mod revisions;
mod sample;
mod serve;
mod show;
mod template;
mod total;
mod verify;
mod waiting;
mod within;
mod written;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use clap::{Parser, Subcommand, ValueEnum};

use crate::event::SentFormat;
use crate::present::{Language, Messages};

pub use demonstrations::{CEIMIA, Demonstration, FICTIF};
pub use problem::{Problem, Testing, Unproved, Usage};

/// The folder of a ledger that nobody names.
const LEDGER: &str = "ledger.jalon";

/// An activity ledger: record activities, take the table of indicators as at
/// any date, show where every value comes from.
#[derive(Parser, Debug)]
#[command(name = "jalon", version, about, disable_help_subcommand = true)]
pub struct Cli {
    /// The ledger's folder.
    #[arg(long, global = true, env = "JALON_LEDGER", default_value = LEDGER)]
    pub ledger: PathBuf,
    /// The language, fr or en; the system's otherwise.
    #[arg(long, global = true)]
    pub lang: Option<Language>,
    /// Text for people or JSON for programs; of a table other files too, by the
    /// name of the file where nothing is said.
    #[arg(long, global = true, value_enum)]
    pub format: Option<TableFormat>,
    /// Record even if the clock is far from the last entry, which is noted.
    #[arg(long, global = true)]
    pub accept_clock: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Cli {
    /// How a table is given: as is asked, else as the name of its file says.
    pub fn table_format(&self) -> TableFormat {
        let named = || self.out().and_then(TableFormat::of_file);
        self.format.or_else(named).unwrap_or(TableFormat::Text)
    }

    /// The file that a table is to be written into.
    fn out(&self) -> Option<&Path> {
        match &self.command {
            Command::Kpi(args) => args.out(),
            Command::Sample(args) => args.out(),
            Command::Match(args) => args.out(),
            Command::Cutoff(args) => args.to.out(),
            Command::Coverage(args) => args.to.out(),
            Command::Quality(args) => args.to.out(),
            Command::Reconcile(args) => args.out(),
            _ => None,
        }
    }

    /// Whether a format is one that the command has, and the one that the name
    /// of its file promises.
    fn check_format(&self) -> Result<(), Usage> {
        let table = self.table_format();
        if !self.command.gives(table) {
            return Err(Usage::TableFormat(table.word()));
        }
        let Some(out) = self.out() else { return Ok(()) };
        match (self.format, TableFormat::of_file(out)) {
            (Some(asked), Some(named)) if asked != named => Err(Usage::NamedOtherwise {
                out: out.display().to_string(),
                asked: asked.word(),
                named: named.word(),
            }),
            // Text in a file that is called a report would not open.
            (None, None) if !is_folder(out) && out.extension().is_some() => {
                Err(Usage::NameTellsNothing(out.display().to_string()))
            }
            _ => Ok(()),
        }
    }
}

/// Whether a folder is meant, there already or not.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with('/')
}

/// How data are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// How a table is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum TableFormat {
    /// For people, at a terminal.
    Text,
    /// For programs.
    Json,
    /// Markdown, for a text.
    #[value(alias = "markdown")]
    Md,
    /// A web page, to read and to print.
    Html,
    /// A row for each indicator, with a description of the file.
    Csv,
    /// A workbook, to go on calculating.
    Xlsx,
}

impl TableFormat {
    /// What a file of this name holds, where its ending says that.
    pub fn of_file(path: &Path) -> Option<Self> {
        if is_folder(path) {
            return None;
        }
        let sent = SentFormat::of_name(&path.to_string_lossy());
        Self::value_variants().iter().copied().find(|it| it.sent() == sent)
    }

    /// The same where it is one that every command knows.
    pub const fn plain(self) -> Option<Format> {
        match self {
            Self::Text => Some(Format::Text),
            Self::Json => Some(Format::Json),
            Self::Md | Self::Html | Self::Csv | Self::Xlsx => None,
        }
    }

    /// The form in which it is sent.
    pub const fn sent(self) -> SentFormat {
        match self {
            Self::Text => SentFormat::Text,
            Self::Json => SentFormat::Json,
            Self::Md => SentFormat::Md,
            Self::Html => SentFormat::Html,
            Self::Csv => SentFormat::Csv,
            Self::Xlsx => SentFormat::Xlsx,
        }
    }

    /// As it is typed, which is also the word that is stored.
    pub const fn word(self) -> &'static str {
        self.sent().word()
    }
}

/// The commands; French words are accepted too.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Lay down a demonstration ledger and print its table.
    #[command(alias = "démo")]
    Demo(demo::Args),
    /// Open a new ledger.
    #[command(alias = "ouvrir")]
    Init(init::Args),
    /// Make a ledger of the table of indicators that is kept already.
    #[command(alias = "adopter")]
    Adopt(adopt::Args),
    /// Check plan files and adopt what changed.
    Plan(plan::Args),
    /// List the register, or add to it.
    #[command(aliases = ["répertoire", "repertoire"])]
    Register(register::Args),
    /// Import activities and reported totals.
    #[command(alias = "importer")]
    Import(import::Args),
    /// Write a workbook to fill in, which import reads back.
    #[command(alias = "gabarit")]
    Template(template::Args),
    /// Record an activity.
    #[command(alias = "inscrire")]
    Record(Box<record::Args>),
    /// Record another version of an activity.
    #[command(alias = "rectifier")]
    Correct(correct::Args),
    /// Withdraw an entry, or one correction of it.
    #[command(alias = "retirer")]
    Withdraw(judge::Withdraw),
    /// Say that a planned activity took place.
    #[command(alias = "confirmer")]
    Confirm(judge::Entry),
    /// Approve the standing version of an entry.
    #[command(alias = "approuver")]
    Approve(judge::Approve),
    /// Reject the standing version of an entry.
    #[command(alias = "rejeter")]
    Reject(judge::Reject),
    /// Record a total as a source prints it.
    Total(total::Args),
    /// Define a type of activity, and what counts it.
    Type(new_type::Args),
    /// Keep a text whose type is not known yet.
    Note(note::Args),
    /// Documents that back entries: list, add, open, give away.
    #[command(aliases = ["pièces", "pieces"])]
    Evidence(evidence::Args),
    /// Make what is sealed for a person unreadable, for good.
    #[command(aliases = ["détruire", "detruire"])]
    Forget(forget::Args),
    /// List activities and published totals.
    Journal(journal::Args),
    /// Show one entry with all its versions, or what is known of a body.
    #[command(alias = "montrer")]
    Show(show::Args),
    /// Print the table of indicators.
    #[command(alias = "tableau")]
    Kpi(kpi::Args),
    /// Show what a value is made of.
    #[command(aliases = ["expliquer", "trace"])]
    Explain(explain::Args),
    /// Compare printed figures with what the numbers give.
    #[command(alias = "rapprocher")]
    Reconcile(reconcile::Args),
    /// Draw items of a value for an auditor to test, and record what was found.
    #[command(aliases = ["échantillon", "echantillon"])]
    Sample(Box<sample::Args>),
    /// Record the activities that a published total is made of.
    #[command(aliases = ["détailler", "detailler"])]
    Itemise(Box<itemise::Args>),
    /// Compare an outside list with the ledger: what is missing on either side.
    #[command(alias = "comparer")]
    Match(Box<matching::Args>),
    /// Test whether entries count in the right fiscal year.
    #[command(aliases = ["séparation", "separation"])]
    Cutoff(cutoff::Args),
    /// Show what no value counts, and what values rest on.
    #[command(aliases = ["non-compté", "non-compte"])]
    Coverage(coverage::Args),
    /// Print a sheet on the quality of one value's data.
    #[command(aliases = ["qualité", "qualite"])]
    Quality(quality::Args),
    /// Write the population of all entries, or of one value, with control totals.
    Population(population::Args),
    /// List what is open: worth a look before a value is published.
    #[command(aliases = ["vérifications", "verifications"])]
    Checks(checks::Args),
    /// Check bytes, canonical form, chain, both copies, the tree and what is signed of it.
    #[command(aliases = ["vérifier", "verifier"])]
    Verify(verify::Args),
    /// Close a fiscal year, and print the notice to send.
    #[command(aliases = ["clore", "clôture", "cloture"])]
    Close(close::Args),
    /// List what became of the values of a closed year, and why.
    #[command(aliases = ["révisions"])]
    Revisions(revisions::Args),
    /// Make the audit pack of a fiscal year: a page that recomputes all of it offline.
    #[command(alias = "dossier")]
    Pack(pack::Args),
    /// Print how large the ledger is and the root over its entries, signed.
    #[command(aliases = ["point-de-contrôle", "point-de-controle"])]
    Checkpoint(checkpoint::Args),
    /// Show that an entry is there, or that one checkpoint continues another.
    #[command(alias = "prouver")]
    Prove(prove::Args),
    /// Write the tree over the entries as files that any web server can offer.
    #[command(alias = "publier")]
    Publish(publish::Args),
    /// Print the verifier key, or replace the key that signs.
    #[command(aliases = ["clé", "cle"])]
    Key(key::Args),
    /// Go on with a ledger that lost entries which were signed.
    #[command(alias = "reprendre")]
    Resume(resume::Args),
    /// Rebuild one copy of a damaged ledger from the other.
    #[command(aliases = ["réparer", "reparer"])]
    Repair(repair::Args),
    /// Make anew what is derived from the entries: outline and index.
    #[command(alias = "reconstruire")]
    Rebuild(rebuild::Args),
    /// Lay down a ledger from its export.
    #[command(alias = "restaurer")]
    Restore(restore::Args),
    /// Print the entries as they are stored.
    #[command(alias = "exporter")]
    Export(export::Args),
    /// Show the ledger in a browser, on this machine only.
    #[command(alias = "servir")]
    Serve(serve::Args),
    /// Say how a command is used.
    #[command(alias = "aide")]
    Help(Help),
}

impl Command {
    /// Whether a command gives what it prints in a format.
    const fn gives(&self, format: TableFormat) -> bool {
        match self {
            Self::Kpi(_) => true,
            Self::Cutoff(_) | Self::Coverage(_) | Self::Quality(_) => {
                !matches!(format, TableFormat::Csv | TableFormat::Xlsx)
            }
            Self::Reconcile(_) => !matches!(format, TableFormat::Html | TableFormat::Csv),
            Self::Sample(_) | Self::Match(_) => {
                format.plain().is_some() || matches!(format, TableFormat::Xlsx)
            }
            _ => format.plain().is_some(),
        }
    }
}

/// Which command.
#[derive(clap::Args, Debug)]
pub struct Help {
    /// The command; all of them otherwise.
    command: Option<String>,
}

/// Does what the arguments say, the program's name first among them; the exit
/// code tells how it went.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let locale = sys_locale::get_locale();
    let messages = Messages::new(Language::spoken(&arguments, locale.as_deref()));
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(Cli { command: Command::Help(help), .. }) => {
            let name = arguments.first().cloned().unwrap_or_default();
            let asked = help.command.map(OsString::from).into_iter().chain(["--help".into()]);
            return answer(&messages, std::iter::once(name).chain(asked).collect());
        }
        Ok(cli) => cli,
        Err(_) => return answer(&messages, arguments),
    };
    let context = context::Context::new(&cli, messages);
    if let Err(usage) = cli.check_format() {
        return exit(&context, Err(usage.into()));
    }
    // Neither the store nor an id can be made before it.
    if context::Context::now() < SystemTime::UNIX_EPOCH {
        return exit(&context, Err(Problem::EarlyClock));
    }
    let is_asked = within::is_asked(&cli.command);
    let done = done(&context, cli.command);
    if let Err(problem) = &done
        && is_asked
        && problem.is_held()
        && let Some(code) = within::asked(&context, &arguments, locale)
    {
        return code;
    }
    exit(&context, done)
}

/// Does what a command says.
fn done(context: &context::Context, command: Command) -> Result<(), Problem> {
    match command {
        Command::Demo(args) => demo::run(context, &args),
        Command::Init(args) => init::run(context, &args),
        Command::Adopt(args) => adopt::run(context, &args),
        Command::Plan(args) => plan::run(context, &args),
        Command::Register(args) => register::run(context, &args),
        Command::Import(args) => import::run(context, &args),
        Command::Template(args) => template::run(context, &args),
        Command::Record(args) => record::run(context, *args),
        Command::Correct(args) => correct::run(context, &args),
        Command::Withdraw(args) => judge::withdraw(context, &args),
        Command::Confirm(args) => judge::confirm(context, &args),
        Command::Approve(args) => judge::approve(context, &args),
        Command::Reject(args) => judge::reject(context, &args),
        Command::Note(args) => note::run(context, &args),
        Command::Total(args) => total::run(context, &args),
        Command::Type(args) => new_type::run(context, &args),
        Command::Evidence(args) => evidence::run(context, &args),
        Command::Forget(args) => forget::run(context, &args),
        Command::Journal(args) => journal::run(context, &args),
        Command::Show(args) => show::run(context, &args),
        Command::Kpi(args) => kpi::run(context, &args),
        Command::Explain(args) => explain::run(context, &args),
        Command::Reconcile(args) => reconcile::run(context, &args),
        Command::Sample(args) => sample::run(context, &args),
        Command::Itemise(args) => itemise::run(context, &args),
        Command::Match(args) => matching::run(context, &args),
        Command::Cutoff(args) => cutoff::run(context, &args),
        Command::Coverage(args) => coverage::run(context, &args),
        Command::Quality(args) => quality::run(context, &args),
        Command::Population(args) => population::run(context, &args),
        Command::Checks(args) => checks::run(context, &args),
        Command::Verify(args) => verify::run(context, &args),
        Command::Close(args) => close::run(context, &args),
        Command::Revisions(args) => revisions::run(context, &args),
        Command::Pack(args) => pack::run(context, &args),
        Command::Checkpoint(args) => checkpoint::run(context, &args),
        Command::Prove(args) => prove::run(context, &args),
        Command::Publish(args) => publish::run(context, &args),
        Command::Key(args) => key::run(context, &args),
        Command::Resume(args) => resume::run(context, &args),
        Command::Repair(args) => repair::run(context, &args),
        Command::Rebuild(args) => rebuild::run(context, &args),
        Command::Restore(args) => restore::run(context, &args),
        Command::Export(args) => export::run(context, &args),
        Command::Serve(args) => serve::run(context, &args),
        // Answered before there is a context.
        Command::Help(_) => Ok(()),
    }
}

/// Help, or what is wrong with the arguments. They are read once more, with
/// every word in the reader's language, which others need not wait for.
fn answer(messages: &Messages, arguments: Vec<OsString>) -> ExitCode {
    let mut command = help::command(messages);
    let Err(error) = command.try_get_matches_from_mut(arguments) else {
        return ExitCode::SUCCESS;
    };
    if !error.use_stderr() {
        return match writeln!(anstream::stdout(), "{}", error.render().ansi().to_string().trim_end()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => ExitCode::FAILURE,
            _ => ExitCode::SUCCESS,
        };
    }
    let told = match error.kind() {
        clap::error::ErrorKind::MissingSubcommand => command.render_help().ansi().to_string(),
        _ => misuse::misuse_text(messages, &mut command, &error),
    };
    // Nothing can be told where standard error is closed.
    let _ = writeln!(anstream::stderr(), "{}", told.trim_end());
    ExitCode::from(2)
}

fn exit(context: &context::Context, done: Result<(), Problem>) -> ExitCode {
    ExitCode::from(code(context, done))
}

/// The exit code, after what went wrong was told.
fn code(context: &context::Context, done: Result<(), Problem>) -> u8 {
    match done {
        Ok(()) => 0,
        // Whoever reads our output may stop reading it.
        Err(Problem::Print(error)) if error.kind() == ErrorKind::BrokenPipe => 0,
        Err(problem) => {
            let sentence = if problem.says_when() {
                problem.sentence(&context.messages_here())
            } else {
                problem.sentence(&context.messages)
            };
            // What is wrong with a file begins with its place, line by line.
            let prefix = if problem.has_places() { "" } else { "jalon: " };
            context.tell(&format!("{prefix}{sentence}"));
            problem.exit_code()
        }
    }
}
