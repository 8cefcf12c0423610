//! Help in the reader's language. What commands and arguments are stays where
//! they are defined; what people read of them is put in here, by name:
//! `help-record` for a command, `help-record-note` for an argument of it,
//! `help-arg-as-at` for one that several commands share, `help-value-entry`
//! for the name of a value. In French a command is shown by its French word,
//! which is one of its aliases; a command that only reads does not show what
//! only recording needs.

use anstyle::Style;
use clap::builder::{PossibleValuesParser, Resettable};
use clap::{Arg as Argument, ArgAction, Command, CommandFactory};

use super::Cli;
use crate::plan::folded;
use crate::present::{Arg, Language, Messages};

/// Where an argument stands that every command takes.
const LAST: usize = 900;

/// All commands with their help in one language.
pub(super) fn command(messages: &Messages) -> Command {
    let version =
        Argument::new("version").short('V').long("version").action(ArgAction::Version).display_order(LAST);
    translated(messages, Cli::command().disable_version_flag(true).arg(version), "")
}

/// The commands that record nothing, parts of one behind a stroke, and what is of no use to them.
const READING: &[&str] = &[
    "checkpoint",
    "checks",
    "coverage",
    "cutoff",
    "evidence/export",
    "evidence/list",
    "evidence/open",
    "evidence/orphans",
    "export",
    "explain",
    "help",
    "journal",
    "match",
    "pack",
    "population",
    "quality",
    "prove",
    "publish",
    "rebuild",
    "reconcile",
    "revisions",
    "serve",
    "show",
    "template",
    "verify",
];
const FOR_RECORDING: &str = "accept_clock";

/// The program itself, and the command that gives a table as a file.
const OF_TABLES: &[&str] = &["jalon", "kpi"];

/// The commands that give a workbook beside text and JSON.
const OF_WORKBOOKS: &[&str] = &["match", "sample"];

/// The commands that give a report.
const OF_REPORTS: &[&str] = &["coverage", "cutoff", "quality"];

/// A command with its help; what is a part of another is named behind that one:
/// `help-evidence-add`.
fn translated(messages: &Messages, command: Command, whole: &str) -> Command {
    let name = format!("{whole}{}", command.get_name());
    let part = if command.get_name() == "jalon" { String::new() } else { format!("{name}-") };
    let command = called(messages, command);
    let command =
        if READING.contains(&name.replace('-', "/").as_str()) { only_reading(command) } else { command };
    let command = match name.as_str() {
        name if OF_TABLES.contains(&name) => command,
        name if OF_WORKBOOKS.contains(&name) => with_formats(command, &["text", "json", "xlsx"]),
        name if OF_REPORTS.contains(&name) => with_formats(command, &["text", "json", "md", "html"]),
        "reconcile" => with_formats(command, &["text", "json", "md", "xlsx"]),
        _ => with_formats(command, &["text", "json"]),
    };
    let aliases = aliases(&command);
    let about = messages.find(&format!("help-{name}"));
    let mut about = about.or_else(|| command.get_about().map(ToString::to_string)).unwrap_or_default();
    if !aliases.is_empty() {
        about = messages.say("help-also", &[("about", Arg::Text(&about)), ("names", Arg::Text(&aliases))]);
    }
    let help = Argument::new("help").short('h').long("help").action(ArgAction::Help).display_order(LAST);
    let command = command
        .about(about)
        .long_about(Resettable::Reset)
        .disable_help_flag(true)
        .arg(help)
        .subcommand_value_name(messages.word("help-value-command"))
        .mut_args(|argument| worded(messages, &name, argument))
        .mut_subcommands(|command| translated(messages, command, &part));
    let template = template(messages, &command);
    command.help_template(template)
}

/// The command under its word in the reader's language: in French its first
/// alias that is another word. It is still known by its name.
fn called(messages: &Messages, command: Command) -> Command {
    let name = command.get_name().to_owned();
    let aliases: Vec<String> = command.get_all_aliases().map(str::to_owned).collect();
    let word = aliases.iter().find(|alias| folded(alias) != folded(&name)).cloned();
    let Some(word) = word.filter(|_| messages.language() == Language::French) else { return command };
    // Without aliases first: a name is no alias too.
    let others: Vec<String> = aliases.into_iter().filter(|alias| *alias != word).chain([name]).collect();
    command.alias(Resettable::Reset).name(word).aliases(others)
}

/// The command with its own hidden argument in place of one that it inherits.
fn only_reading(command: Command) -> Command {
    let hidden = Argument::new(FOR_RECORDING).long("accept-clock").action(ArgAction::SetTrue).hide(true);
    command.arg(hidden)
}

/// The command with the formats that it has, in place of all.
fn with_formats(command: Command, formats: &[&'static str]) -> Command {
    let formats = PossibleValuesParser::new(formats.iter().copied());
    let own = Argument::new("format").long("format").value_parser(formats).default_value("text");
    command.arg(own.value_name("FORMAT").display_order(LAST))
}

/// The other words for a command, without those that differ by an accent only.
fn aliases(command: &Command) -> String {
    let mut said = vec![folded(command.get_name())];
    let mut aliases = Vec::new();
    for alias in command.get_all_aliases() {
        if !said.contains(&folded(alias)) {
            said.push(folded(alias));
            aliases.push(alias);
        }
    }
    aliases.join(", ")
}

/// What is shown, section by section, under heads in the reader's language.
fn template(messages: &Messages, command: &Command) -> String {
    let style = Style::new().bold().underline();
    let head = |id: &str| format!("{style}{}{style:#}", messages.word(id));
    let mut template = format!("{{about}}\n\n{} {{usage}}\n", head("help-usage"));
    let mut section = |id: &str, part: &str| template.push_str(&format!("\n{}\n{part}\n", head(id)));
    if command.has_subcommands() {
        section("help-commands", "{subcommands}");
    }
    if command.get_positionals().next().is_some() {
        section("help-arguments", "{positionals}");
    }
    section("help-options", "{options}");
    template
}

/// An argument with its help, its value's name, and what clap would say of it
/// in English only.
fn worded(messages: &Messages, command: &str, argument: Argument) -> Argument {
    let name = argument.get_id().as_str().replace('_', "-");
    let own = messages.find(&format!("help-{command}-{name}"));
    let shared = || messages.find(&format!("help-arg-{name}"));
    let text = own.or_else(shared).or_else(|| argument.get_help().map(ToString::to_string));
    let text = text.unwrap_or_default() + &remarks(messages, &argument);
    let values: Vec<String> = argument
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| value_name(messages, name))
        .collect();
    let argument = argument.help(text).long_help(Resettable::Reset);
    // What every command takes comes last.
    let argument = if argument.is_global_set() { argument.display_order(LAST) } else { argument };
    if !argument.get_action().takes_values() {
        return argument;
    }
    argument.hide_default_value(true).hide_possible_values(true).hide_env(true).value_names(values)
}

fn value_name(messages: &Messages, name: &str) -> String {
    let id = format!("help-value-{}", name.to_lowercase().replace(['_', '='], "-"));
    messages.find(&id).unwrap_or_else(|| name.to_owned())
}

/// Other spellings, default, choices and environment variable.
fn remarks(messages: &Messages, argument: &Argument) -> String {
    let aliases = argument.get_all_aliases().unwrap_or_default();
    let aliases: Vec<String> = aliases.iter().map(|alias| format!("--{alias}")).collect();
    let also = match aliases.as_slice() {
        [] => String::new(),
        some => format!(" [{}]", messages.say("help-aliases", &[("value", Arg::Text(&some.join(", ")))])),
    };
    if !argument.get_action().takes_values() {
        return also;
    }
    let choices: Vec<String> =
        argument.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
    let defaults: Vec<_> = argument.get_default_values().iter().map(|it| it.to_string_lossy()).collect();
    let variable = argument.get_env().map(|name| name.to_string_lossy().into_owned());
    let told = [
        ("help-choices", choices.join(", ")),
        ("help-default", defaults.join(", ")),
        ("help-variable", variable.unwrap_or_default()),
    ];
    let told = told.iter().filter(|(_, value)| !value.is_empty());
    let told = told.map(|(id, value)| messages.say(id, &[("value", Arg::Text(value))]));
    told.fold(also, |all, one| format!("{all} [{one}]"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{Command, CommandFactory};

    use super::{Cli, command};
    use crate::present::{Language, Messages};

    /// Ids of the messages that help is made of, beside those of commands and
    /// arguments.
    const FRAME: &[&str] = &[
        "help-aliases",
        "help-also",
        "help-arg-format",
        "help-arg-help",
        "help-arg-version",
        "help-arguments",
        "help-choices",
        "help-commands",
        "help-default",
        "help-options",
        "help-usage",
        "help-value-command",
        "help-variable",
    ];

    /// Every id that a command's help asks for; of an argument its own or the
    /// shared one, whichever there is.
    fn asked(messages: &Messages, command: &Command, whole: &str, ids: &mut BTreeSet<String>) {
        let name = format!("{whole}{}", command.get_name());
        let part = if whole.is_empty() && name == "jalon" { String::new() } else { format!("{name}-") };
        ids.insert(format!("help-{name}"));
        for argument in command.get_arguments() {
            let word = argument.get_id().as_str().replace('_', "-");
            let own = format!("help-{name}-{word}");
            let shared = format!("help-arg-{word}");
            ids.insert(if messages.find(&own).is_some() { own } else { shared });
            let takes_values = argument.get_action().takes_values();
            for value in argument.get_value_names().unwrap_or_default().iter().filter(|_| takes_values) {
                ids.insert(format!("help-value-{}", value.to_lowercase().replace(['_', '='], "-")));
            }
        }
        command.get_subcommands().for_each(|it| asked(messages, it, &part, ids));
    }

    #[test]
    fn every_command_and_argument_has_its_words_and_no_words_are_left_over() {
        let messages = Messages::new(Language::French);
        let mut ids: BTreeSet<String> = FRAME.iter().map(|id| (*id).to_owned()).collect();
        asked(&messages, &Cli::command(), "", &mut ids);
        ids.retain(|id| id.starts_with("help-"));
        let there: BTreeSet<String> =
            Messages::ids().filter(|id| id.starts_with("help-")).map(str::to_owned).collect();
        let missing: Vec<_> = ids.difference(&there).collect();
        let unused: Vec<_> = there.difference(&ids).collect();
        assert!(missing.is_empty() && unused.is_empty(), "missing {missing:?}, unused {unused:?}");
    }

    /// Every message, with its id.
    fn said(language: Language) -> Vec<(String, String)> {
        let text = match language {
            Language::French => include_str!("../present/messages/fr.ftl"),
            Language::English => include_str!("../present/messages/en.ftl"),
        };
        let mut id = "";
        let lines = text.lines().map(|line| {
            id = line.split_once(" = ").map_or(id, |(head, _)| if head.starts_with(' ') { id } else { head });
            (id.to_owned(), line.to_owned())
        });
        lines.collect()
    }

    #[test]
    fn commands_are_said_by_their_words_in_each_language() {
        for language in [Language::French, Language::English] {
            let shown = command(&Messages::new(language));
            let words: BTreeSet<&str> = shown.get_subcommands().map(Command::get_name).collect();
            for (id, line) in said(language) {
                for rest in line.split("jalon ").skip(1) {
                    let rest = rest.strip_prefix("--ledger { $folder } ").unwrap_or(rest);
                    let word: String = rest.chars().take_while(|letter| letter.is_alphabetic()).collect();
                    assert!(word.is_empty() || words.contains(word.as_str()), "{id}: jalon {word}");
                }
            }
        }
    }

    #[test]
    fn every_word_that_help_shows_is_understood() {
        for language in [Language::French, Language::English] {
            for shown in command(&Messages::new(language)).get_subcommands() {
                assert!(Cli::command().find_subcommand(shown.get_name()).is_some(), "{}", shown.get_name());
            }
        }
    }

    #[test]
    fn only_commands_that_record_show_what_recording_needs() {
        for name in ["record", "approve", "import", "plan", "register", "repair", "restore"] {
            assert!(help_of(name).contains("--accept-clock"), "{name}");
        }
        for name in super::READING {
            assert!(!help_of(name).contains("--accept-clock"), "{name}");
        }
    }

    fn help_of(name: &str) -> String {
        let mut all = command(&Messages::new(Language::French));
        all.build();
        let (whole, part) = name.split_once('-').map_or((name, None), |(whole, part)| (whole, Some(part)));
        let found = all.find_subcommand_mut(whole);
        let found = match part {
            Some(part) => found.and_then(|command| command.find_subcommand_mut(part)),
            None => found,
        };
        found.map(|it| it.render_help().to_string()).unwrap_or_default()
    }

    #[test]
    fn the_arguments_are_sound_in_both_languages() {
        Cli::command().debug_assert();
        for language in [Language::French, Language::English] {
            command(&Messages::new(language)).debug_assert();
        }
    }
}
