//! A command whose ledger a server holds: what was typed goes to it, and what
//! it answers is printed here.

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;

use super::asking::is_someone_there;
use super::context::{Context, keeping};
use super::record::{self, Answers};
use super::{Cli, Command, Problem, code, done, exit};
use crate::figures::Known;
use crate::present::{Language, Messages};
use crate::web::{Answering, Asking, Office, Reply, SocketError, ask, is_served};

/// Asks the server that holds the ledger; nothing where none is there. What the
/// command lacks is asked for here before, so that nothing waits for an answer
/// there.
pub(super) fn asked(context: &Context, arguments: &[OsString], locale: Option<String>) -> Option<ExitCode> {
    let texts = arguments.iter().map(|it| it.to_str().map(str::to_owned)).collect::<Option<Vec<_>>>()?;
    let texts = agreed(context, texts);
    let folder = std::env::current_dir().ok()?;
    if !is_served(&context.ledger) {
        return None;
    }
    let answers = match answers(context, arguments) {
        Ok(answers) => answers,
        Err(problem) => return Some(exit(context, Err(problem))),
    };
    let width = Context::width();
    let asking = Asking { arguments: texts, folder, width, locale, input: None, answers: answers.0.clone() };
    match ask(&context.ledger, &asking) {
        Ok(reply) => Some(printed(context, &reply)),
        // It has ended since: the ledger is free, and nothing is asked again.
        Err(SocketError::Nobody(_)) if !answers.0.is_empty() => {
            let command = with_answers(arguments, answers)?;
            Some(exit(context, done(context, command)))
        }
        Err(SocketError::Nobody(_)) => None,
        Err(SocketError::Broken(source)) => Some(exit(context, Err(Problem::Lost(source)))),
    }
}

/// The words of a command with the consent that was given at the terminal before the
/// ledger turned out to be held.
fn agreed(context: &Context, mut texts: Vec<String>) -> Vec<String> {
    let asks = |cli: Cli| matches!(cli.command, Command::Forget(args) if !args.is_agreed());
    if is_someone_there(context) && Cli::try_parse_from(&texts).is_ok_and(asks) {
        texts.push("--yes".to_owned());
    }
    texts
}

/// What is answered at the terminal to what a command lacks. What it is asked of
/// is read from the lines, as beside any holder.
fn answers(context: &Context, arguments: &[OsString]) -> Result<Answers, Problem> {
    match Cli::try_parse_from(arguments) {
        Ok(Cli { command: Command::Record(args), .. }) if is_someone_there(context) => {
            let reading = context.folder().read()?;
            context.messages.at_home(reading.opened().and_then(|opened| opened.currency()));
            record::answers(context, &reading.state(Known::Now)?, &args)
        }
        _ => Ok(Answers::default()),
    }
}

/// A command with what was answered.
fn with_answers(arguments: &[OsString], answers: Answers) -> Option<Command> {
    let mut command = Cli::try_parse_from(arguments).ok()?.command;
    if let Command::Record(args) = &mut command {
        args.take(answers);
    }
    Some(command)
}

fn printed(context: &Context, reply: &Reply) -> ExitCode {
    let mut out = anstream::stdout().lock();
    let written = out.write_all(&reply.out).and_then(|()| out.flush());
    drop(out);
    let _ = anstream::stderr().lock().write_all(&reply.err);
    match written {
        // Whoever reads our output may stop reading it.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => exit(context, Err(Problem::Print(error))),
        _ => ExitCode::from(reply.code),
    }
}

/// How a server does what was typed elsewhere.
pub(super) const ANSWERING: Answering = Answering { names_files, answer };

/// Whether a command may name files. Those by which many record at the same time
/// name none, and are done beside each other.
fn names_files(asking: &Asking) -> bool {
    let Ok(cli) = Cli::try_parse_from(&asking.arguments) else { return true };
    match &cli.command {
        Command::Record(args) => args.names_files(),
        Command::Note(args) => args.names_files(),
        Command::Evidence(args) => args.names_files(),
        Command::Withdraw(_) | Command::Confirm(_) | Command::Approve(_) | Command::Reject(_) => false,
        _ => true,
    }
}

/// Does for another process what was typed there, on the ledger that is held.
fn answer(office: &Office, asking: &Asking, is_from_there: bool) -> Reply {
    if !is_from_there {
        let (code, kept) = keeping(asking.width, || answered(office, asking));
        return Reply { out: kept.out, err: kept.err, code };
    }
    let home = std::env::current_dir();
    // Files are named from where the command was typed. Pages name none.
    let there = std::env::set_current_dir(&asking.folder);
    let (code, kept) = keeping(asking.width, || match there {
        Ok(()) => answered(office, asking),
        Err(_) => 2,
    });
    if let Ok(home) = home {
        // Where it was is gone: nothing here is named from it.
        let _ = std::env::set_current_dir(home);
    }
    Reply { out: kept.out, err: kept.err, code }
}

fn answered(office: &Office, asking: &Asking) -> u8 {
    let arguments: Vec<OsString> = asking.arguments.iter().map(OsString::from).collect();
    let messages = Messages::new(Language::spoken(&arguments, asking.locale.as_deref()));
    let Ok(mut cli) = Cli::try_parse_from(&arguments) else { return 2 };
    office.folder().clone_into(&mut cli.ledger);
    let context = Context { office: Some(office.clone()), ..Context::new(&cli, messages) };
    // Those are not sent; whoever sends them has another program.
    if !is_asked(&cli.command) {
        return 2;
    }
    if let Command::Record(args) = &mut cli.command {
        args.take(Answers(asking.answers.clone()));
    }
    let outcome = done(&context, cli.command);
    code(&context, outcome)
}

/// Whether a command may be asked of the server that holds the ledger: not one
/// that needs it for itself.
pub(super) const fn is_asked(command: &Command) -> bool {
    !matches!(
        command,
        Command::Demo(_)
            | Command::Init(_)
            | Command::Adopt(_)
            | Command::Repair(_)
            | Command::Restore(_)
            | Command::Resume(_)
    )
}
