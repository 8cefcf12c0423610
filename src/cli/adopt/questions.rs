//! What is asked at a terminal of a table that does not say it itself, with what
//! is most likely as the answer when nothing is typed.

use super::{Args, DEFAULT_YEAR_END, init, opening, said};
use crate::cli::asking::{Question, ask};
use crate::cli::context::Context;
use crate::cli::entry::days_with;
use crate::cli::{Problem, Usage};
use crate::event::{Day, YearEnd, Zone};
use crate::exchange::{
    AdoptSaid, Ask, ColumnSaid, Level, Spot, Understood, Years, column_said, level_said, target_said,
};
use crate::present::{Arg, ask_question};

/// The table as it is understood once all is answered that it asks.
pub(super) fn answered(
    context: &Context,
    said: &mut AdoptSaid,
    mut seen: Understood,
    understood: &dyn Fn(&AdoptSaid) -> Result<Understood, Problem>,
) -> Result<Understood, Problem> {
    // An answer may bring up what was not asked before.
    while let Some(question) = seen.asks.first().cloned() {
        answer(context, said, &seen, &question)?;
        seen = understood(said)?;
    }
    Ok(seen)
}

/// Asks one thing, and takes the answer up.
fn answer(context: &Context, said: &mut AdoptSaid, seen: &Understood, asked: &Ask) -> Result<(), Problem> {
    let year_end = said.year_end.unwrap_or_else(default_year_end);
    let day = |typed: &str| days_with(typed, year_end);
    let one = |guess: Option<String>, known: &[&str]| Question {
        label: ask_question(&context.messages, asked),
        help: None,
        known: known.iter().map(|it| context.messages.word(it)).collect(),
        default: guess,
    };
    match asked {
        Ask::AsAt { .. } => {
            let last = last_year_end(year_end).map(|day| day.to_string());
            said.as_at = Some(ask(context, &one(last, &[]), |typed| Ok(day(typed)?.to))?);
        }
        Ask::Since { .. } => {
            let first = first_day(seen).map(|day| day.to_string());
            said.since = Some(ask(context, &one(first, &[]), |typed| Ok(day(typed)?.from))?);
        }
        Ask::Currency { .. } => {
            let home = Some("CAD".to_owned());
            let read = |typed: &str| Ok(typed.trim().parse().map_err(Usage::Currency)?);
            said.currency = Some(ask(context, &one(home, &[]), read)?);
        }
        Ask::YearEnd { .. } => {
            let end = Some(DEFAULT_YEAR_END.to_owned());
            let read =
                |typed: &str| Ok(typed.trim().parse().map_err(|_| Usage::YearEnd(typed.to_owned()))?);
            said.year_end = Some(ask(context, &one(end, &[]), read)?);
        }
        Ask::Years { .. } => {
            let known = ["adopt-answer-within", "adopt-answer-todate"];
            let guess = Some(context.messages.word(known[0]));
            let read = |typed: &str| -> Result<Years, Problem> {
                Ok(said::years(typed).ok_or_else(|| Usage::Years(typed.to_owned()))?)
            };
            said.years = Some(ask(context, &one(guess, &known), read)?);
        }
        Ask::Thousands { .. } => {
            let read = |typed: &str| match typed.trim() {
                "," => Ok(','),
                "." => Ok('.'),
                other => Err(Usage::Thousands(other.to_owned()).into()),
            };
            said.thousands = Some(ask(context, &one(Some(",".to_owned()), &[]), read)?);
        }
        Ask::Target { row, .. } => {
            let none = Some(context.messages.word("adopt-answer-none"));
            let read = |typed: &str| -> Result<(usize, Option<String>), Problem> {
                Ok(target_said(&format!("{row}={typed}")).ok_or_else(|| Usage::Target(typed.to_owned()))?)
            };
            said.targets.push(ask(context, &one(none, &[]), read)?);
        }
        Ask::Row { row, .. } => {
            let known = ["adopt-answer-nothing", "adopt-answer-label"];
            let guess = Some(context.messages.word(known[0]));
            let read = |typed: &str| -> Result<(usize, Level), Problem> {
                Ok(level_said(&format!("{row}={typed}")).ok_or_else(|| Usage::Level(typed.to_owned()))?)
            };
            said.levels.push(ask(context, &one(guess, &known), read)?);
        }
        Ask::Column { spot, .. } => {
            let known = ROLES.map(|role| format!("adopt-answer-{role}"));
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let guess = Some(context.messages.word("adopt-answer-nothing"));
            let read = |typed: &str| role(spot, typed);
            let (at, role, days) = ask(context, &one(guess, &known), read)?;
            said.columns.push((at, role));
            said.days.extend(days.map(|days| (at, days)));
        }
    }
    Ok(())
}

/// What a column may hold, in the words of messages.
const ROLES: [&str; 9] =
    ["nothing", "number", "objective", "group", "label", "target", "total", "percent", "unit"];

/// What the column of a place holds, as it was typed.
fn role(spot: &Spot, typed: &str) -> Result<ColumnSaid, Problem> {
    let said = column_said(&format!("A={}", typed.trim()));
    let (_, role, days) = said.ok_or_else(|| Usage::Column(typed.to_owned()))?;
    Ok((spot.column.saturating_sub(1), role, days))
}

fn default_year_end() -> YearEnd {
    DEFAULT_YEAR_END.parse().unwrap_or(YearEnd::december())
}

/// The last day of the last fiscal year that is over: most tables are of then.
fn last_year_end(end: YearEnd) -> Option<Day> {
    let today = Context::moment().today(&Zone::UTC);
    let year = end.number(today);
    [year, year - 1].into_iter().filter_map(|year| end.last_day(year)).find(|day| *day <= today)
}

/// The first day of the first year that the title names, such as 2021-2025.
fn first_day(seen: &Understood) -> Option<Day> {
    let title = seen.title.as_ref()?;
    let years = title.split(|it: char| !it.is_ascii_digit()).filter(|word| word.len() == 4);
    let first = years.filter_map(|word| word.parse::<u32>().ok()).find(|year| (1990..2100).contains(year))?;
    format!("{first}-04-01").parse().ok()
}

/// How the ledger is opened; what is missing is asked.
pub(super) fn asked_opening(context: &Context, args: &Args) -> Result<init::Args, Problem> {
    let question = |id: &str, default: Option<String>| Question {
        label: context.messages.say(id, &[("name", Arg::Text(""))]),
        help: None,
        known: vec![],
        default,
    };
    let given = |it: &Option<String>| it.clone().map(Ok::<String, Problem>);
    let text = |typed: &str| Ok(typed.trim().to_owned());
    let source =
        given(&args.source).unwrap_or_else(|| ask(context, &question("adopt-ask-source", None), text))?;
    let prefix = given(&args.prefix)
        .unwrap_or_else(|| ask(context, &question("adopt-ask-prefix", prefix_of(&source)), text))?;
    opening(&Args { source: Some(source), prefix: Some(prefix), ..args.clone() })
}

/// The prefix of types that belongs to an address: its name, turned round.
fn prefix_of(source: &str) -> Option<String> {
    let host = source.split_once("://")?.1.split('/').next()?;
    let mut names: Vec<&str> = host.split('.').filter(|name| !name.is_empty()).collect();
    names.reverse();
    names.truncate(2);
    (names.len() == 2).then(|| names.join("."))
}
