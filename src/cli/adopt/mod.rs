//! `jalon adopt`: the table of indicators that an organisation keeps already,
//! as a plan, targets and reported totals in a new ledger.

mod questions;
mod said;

use std::path::PathBuf;

use super::asking::is_someone_there;
use super::context::Context;
use super::template::write_new;
use super::{Format, Problem, Usage, init};
use crate::event::{Author, AuthorType, Currency, Hash, MAX_TEXT, YearEnd, clean_line};
use crate::exchange::{AdoptSaid, PlanWords, SeenRow, Understood, adopted_plan, adopted_totals, understand};
use crate::ledger::{Command, Desk, DeskError, Import, ImportRefused};
use crate::plan::{Words, slug};
use crate::present::{AdoptMade, Arg, Language, Messages, understood_json, understood_text};
use questions::{answered, asked_opening};
use said::said;

/// A table, and what it does not say itself.
#[derive(clap::Args, Clone, Debug)]
pub struct Args {
    /// The table: a workbook (.xlsx) or CSV.
    table: PathBuf,
    /// Show what is understood; write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write the plan file only, and open no ledger.
    #[arg(long, value_name = "FILE")]
    plan_out: Option<PathBuf>,
    /// The sheet that holds the table.
    #[arg(long)]
    sheet: Option<String>,
    /// What a column holds, such as C=target.
    #[arg(long = "column", value_name = "COLUMN")]
    columns: Vec<String>,
    /// What a row is, such as 12=heading.
    #[arg(long = "level", value_name = "LEVEL")]
    levels: Vec<String>,
    /// The target of a row, such as 12=10 or "12=≤ 10", or 12=none.
    #[arg(long = "target", value_name = "TARGET")]
    targets: Vec<String>,
    /// Last day of the totals.
    #[arg(long)]
    as_at: Option<String>,
    /// First day of the plan.
    #[arg(long)]
    since: Option<String>,
    /// Currency of amounts, ISO 4217.
    #[arg(long)]
    currency: Option<String>,
    /// Last day of the fiscal year, MM-DD.
    #[arg(long)]
    year_end: Option<String>,
    /// What columns of years hold: within or todate.
    #[arg(long)]
    years: Option<String>,
    /// The mark between thousands, , or .
    #[arg(long)]
    thousands: Option<char>,
    /// A row that the mean of its group leaves out, by its number, or none;
    /// may be given several times.
    #[arg(long = "leave-out", value_name = "ROW")]
    left_out: Vec<String>,
    /// Ask nothing, at a terminal either.
    #[arg(long)]
    yes: bool,
    /// Name of the plan; the first words above the table otherwise.
    #[arg(long, value_name = "NAME")]
    label: Option<String>,
    /// URI of the ledger, such as https://registre.exemple.org/activites.
    #[arg(long)]
    source: Option<String>,
    /// Reverse-DNS prefix of its activity types, such as org.exemple.
    #[arg(long)]
    prefix: Option<String>,
    /// IANA time zone of its days; the system's otherwise.
    #[arg(long)]
    zone: Option<String>,
    /// Your name, which is sealed; that of your account otherwise.
    #[arg(long)]
    name: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut said = said(args)?;
    let someone = !args.yes && is_someone_there(context);
    let opens = !args.dry_run && args.plan_out.is_none();
    let opening = if opens && !someone { Some(opening(args)?) } else { None };
    let bytes = std::fs::read(&args.table);
    let bytes = bytes.map_err(|source| Problem::File { path: args.table.clone(), source })?;
    let file = args.table.display().to_string();
    let understood =
        |said: &AdoptSaid| understand(&file, &bytes, said).map_err(|error| Problem::Adopt(Box::new(error)));
    let show = |seen: &Understood| match context.format {
        Format::Text => context.print(&understood_text(&context.messages, seen, Context::width())),
        Format::Json => Ok(()),
    };
    let mut seen = understood(&said)?;
    show(&seen)?;
    if someone && !seen.asks.is_empty() {
        seen = answered(context, &mut said, seen, &understood)?;
        show(&seen)?;
    }
    let opening = if opens && someone { Some(asked_opening(context, args)?) } else { opening };
    let mut made = AdoptMade::default();
    let Some(since) = seen.since.filter(|_| seen.asks.is_empty()) else {
        if context.format == Format::Json {
            context.print_json(&understood_json(&seen, &made))?;
        }
        return Err(Problem::AdoptAsks(seen.asks));
    };
    let words = words(args, &seen)?;
    let (text, rows) = adopted_plan(&seen, since, &words);
    let table = Table { name: plan_name(args), text, rows, file: Hash::of(&bytes) };
    made.plan = Some(words.id);
    if !args.dry_run {
        match opening {
            None => write_plan(context, args, &table, &mut made)?,
            Some(opening) => open(context, &opening, &table, seen.currency, &mut made)?,
        }
    }
    if context.format == Format::Json {
        context.print_json(&understood_json(&seen, &made))?;
    }
    Ok(())
}

/// What is made of a table.
struct Table<'a> {
    /// The name of its plan file, where that is written or would be.
    name: String,
    text: String,
    rows: Vec<(String, &'a SeenRow)>,
    file: Hash,
}

fn plan_name(args: &Args) -> String {
    args.plan_out.as_ref().unwrap_or(&args.table).display().to_string()
}

fn write_plan(
    context: &Context,
    args: &Args,
    table: &Table<'_>,
    made: &mut AdoptMade,
) -> Result<(), Problem> {
    let Some(path) = &args.plan_out else { return Ok(()) };
    write_new(path, table.text.as_bytes())?;
    let shown = path.display().to_string();
    if context.format == Format::Text {
        let values = [("path", Arg::Text(&shown))];
        context.print(&format!("{}\n", context.messages.say("adopt-plan-written", &values)))?;
    }
    made.planfile = Some(shown);
    Ok(())
}

/// Opens a ledger with the plan, the targets and the totals, or refuses and
/// opens none.
fn open(
    context: &Context,
    opening: &init::Args,
    table: &Table<'_>,
    currency: Option<Currency>,
    made: &mut AdoptMade,
) -> Result<(), Problem> {
    let currency = currency.map_or_else(|| opening.currency.clone(), |it| it.code().to_owned());
    let opening = init::Args { currency, ..opening.clone() };
    let check = |trial: &mut Desk| {
        let user = trial.state().opened().map(|opened| opened.ledger).unwrap_or_default();
        fill(context, trial, table, Author { user, kind: AuthorType::User })
    };
    let (desk, ..) =
        init::open(context, &opening, check, |desk| fill(context, desk, table, context.author()?))?;
    let size = desk.state().size();
    let shown = context.ledger.display().to_string();
    if context.format == Format::Text {
        let values = [("path", Arg::Text(&shown)), ("size", Arg::Shown(&size))];
        context.print(&format!("{}\n", context.messages.say("adopt-opened", &values)))?;
    }
    made.ledger = Some(shown);
    made.size = Some(size);
    Ok(())
}

/// The plan with its targets, then the totals as one batch.
fn fill(context: &Context, desk: &mut Desk, table: &Table<'_>, author: Author) -> Result<(), Problem> {
    let plan = super::plan::read_texts(desk.state(), vec![(table.name.clone(), table.text.clone())])?;
    let (now, ids) = (Context::moment(), &mut Context::new_id);
    desk.execute(Command::Plan(plan), author, now, context.accept_clock, ids)?;
    let (places, rows): (Vec<_>, Vec<_>) = adopted_totals(&table.rows).into_iter().unzip();
    if rows.is_empty() {
        return Ok(());
    }
    let done = desk.import(Import { file: table.file, rows }, author, now, context.accept_clock, ids);
    match done {
        Ok(_) => Ok(()),
        Err(ImportRefused::Whole(error)) => Err(error.into()),
        Err(ImportRefused::Rows { refused, .. }) => {
            let problem = |(index, error): (usize, DeskError)| crate::exchange::ImportProblem {
                spot: places[index].clone(),
                trouble: error.into(),
            };
            Err(Problem::Import(refused.into_iter().map(problem).collect()))
        }
    }
}

/// The end of the fiscal year where nothing says it, as `init` has it.
const DEFAULT_YEAR_END: &str = "03-31";

/// What the plan says beside what the table does, in both languages.
fn words(args: &Args, seen: &Understood) -> Result<PlanWords, Problem> {
    let file = args.table.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = args.table.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let label = args.label.clone().or_else(|| seen.title.clone()).unwrap_or(stem);
    let label = clean_line(&label, MAX_TEXT)?;
    let id = slug(&label, 58);
    let each = |message: &str| {
        let say = |language| Messages::new(language).say(message, &[("file", Arg::Text(&file))]);
        Words { fr: say(Language::French), en: say(Language::English) }
    };
    Ok(PlanWords {
        id: if id.is_empty() { "plan".to_owned() } else { id },
        label,
        year_end: seen.year_end.unwrap_or(YearEnd::december()),
        as_reported: each("adopt-as-reported"),
        as_of_year: each("adopt-as-of-year"),
        as_added: each("adopt-as-added"),
        heads: ["column-target", "column-delivered", "column-percent"].map(each),
        group: each("adopt-group"),
        notice: each("adopt-notice"),
    })
}

/// How the ledger is opened.
fn opening(args: &Args) -> Result<init::Args, Problem> {
    let (Some(source), Some(prefix)) = (&args.source, &args.prefix) else {
        return Err(Usage::NoOpening.into());
    };
    Ok(init::Args {
        source: source.clone(),
        prefix: prefix.clone(),
        zone: args.zone.clone(),
        year_end: args.year_end.clone().unwrap_or_else(|| DEFAULT_YEAR_END.to_owned()),
        currency: args.currency.clone().unwrap_or_else(|| "CAD".to_owned()),
        name: args.name.clone(),
        plan: vec![],
    })
}
