//! `jalon match`: an outside list beside the ledger.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::entry::{bodies_of, days, type_of};
use super::explain::indicator_of;
use super::import::said_of_heads;
use super::kpi::Asked;
use super::written::{check_terminal, write_or_print};
use super::{Format, Problem, TableFormat, Testing, Usage};
use crate::audit::{LedgerItem, ListRow, ledger_items, match_list};
use crate::event::Day;
use crate::exchange::{ImportProblem, OutsideRow, Setting, outside_setting, read_outside};
use crate::figures::{Filter, JournalRow, Question, Record, Ruling, State, Wanted, explain, journal};
use crate::plan::Indicator;
use crate::present::{ShownMatch, matched_json, matched_text, matched_workbook};

/// Which list, and what of the ledger.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The list: a workbook (.xlsx) or CSV.
    list: PathBuf,
    /// Compare it with activities of this type.
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    /// Compare it with what this indicator counts.
    #[arg(long, value_name = "INDICATOR", aliases = ["indicateur"])]
    indicator: Option<String>,
    #[command(flatten)]
    asked: Asked,
    /// Only entries that name this project or partner, by register id or name.
    #[arg(long = "with", aliases = ["project", "partner"])]
    with: Vec<String>,
    /// Only what happened from this day on; of a period its first day.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Only what happened by this day; of a period its last day.
    #[arg(long)]
    to: Option<String>,
    /// How many days apart dates may lie to be near.
    #[arg(long, value_name = "COUNT", default_value_t = 5, aliases = ["jours"])]
    days: u32,
    /// The sheets of a workbook to be read, by name or number. May be given
    /// several times.
    #[arg(long = "sheet", value_name = "SHEET")]
    sheets: Vec<String>,
    /// What a column means that is called otherwise: HEAD=date, amount, name,
    /// title, reference or id; HEAD=- leaves it out. May be given several times.
    #[arg(long = "map", value_name = "HEAD=NAME")]
    maps: Vec<String>,
    /// Also print what is the same.
    #[arg(long)]
    all: bool,
    /// End well even where something is missing or differs.
    #[arg(long, aliases = ["sans-échec", "sans-echec"])]
    no_fail: bool,
    /// The workbook to write (.xlsx).
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Args {
    /// The file to write it into.
    pub(super) fn out(&self) -> Option<&Path> {
        self.out.as_deref()
    }
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    check_terminal(context, args.out())?;
    let bytes = std::fs::read(&args.list);
    let bytes = bytes.map_err(|source| Problem::File { path: args.list.clone(), source })?;
    let (state, _) = args.asked.state(context)?;
    let file = args.list.display().to_string();
    let setting = outside_setting(Setting::of(&state, None).opening(|| context.persons(&state)));
    let said = said_of_heads(&args.maps)?.heads;
    let rows = read_outside(&file, &bytes, &args.sheets, &said, &setting);
    let rows =
        rows.map_err(|errors| Problem::Import(errors.into_iter().map(ImportProblem::from).collect()))?;
    let day = args.asked.day(&state)?;
    let limits = limits(&state, args)?;
    let ruling = args
        .indicator
        .as_ref()
        .map(|_| Ruling::at(&state, &args.asked.choice()?, day).map_err(Problem::from));
    let ruling = ruling.transpose()?;
    let indicator = match (&ruling, &args.indicator) {
        (Some(ruling), Some(typed)) => Some(indicator_of(ruling, typed)?),
        _ => None,
    };
    let kind = args.kind.as_deref().map(|typed| type_of(&state, typed)).transpose()?;
    let wanted = Wanted {
        kind: kind.map(|kind| kind.id.clone()),
        filter: Filter { bodies: bodies_of(context, &state, &args.with)? },
        from: limits[0],
        to: limits[1],
        ..Wanted::default()
    };
    let items = match (&ruling, indicator) {
        (Some(ruling), Some(indicator)) => counted(&state, ruling, indicator, day, &wanted),
        _ if kind.is_some() => ledger_items(&state, records(&state, &wanted).map(|record| (record, None))),
        _ => return Err(Usage::NothingToMatch.into()),
    };
    let listed: Vec<ListRow> = rows.iter().map(list_row).collect();
    let matched = match_list(&listed, &items, args.days);
    let shown = ShownMatch {
        state: &state,
        file: &file,
        rows: &rows,
        items: &items,
        matched: &matched,
        kind: kind.map(|kind| kind.id.as_str()),
        indicator: indicator.map(|indicator| (indicator, day)),
        days: limits,
        apart: args.days,
    };
    give(context, args, &shown)?;
    let open = matched.missing_in_ledger.len() + matched.missing_in_list.len() + matched.differing();
    if open == 0 || args.no_fail { Ok(()) } else { Err(Testing::Unmatched(open).into()) }
}

/// What a row says that is compared.
fn list_row(row: &OutsideRow) -> ListRow {
    ListRow {
        id: row.id,
        days: row.days,
        amount: row.amount.clone(),
        names: row.name.iter().chain(&row.title).cloned().collect(),
        body: row.body.clone(),
    }
}

fn limits(state: &State, args: &Args) -> Result<[Option<Day>; 2], Problem> {
    let from = args.from.as_deref().map(|typed| days(state, typed)).transpose()?.map(|days| days.from);
    let to = args.to.as_deref().map(|typed| days(state, typed)).transpose()?.map(|days| days.to);
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(Usage::FromAfterTo { from, to }.into()),
        limits => Ok([limits.0, limits.1]),
    }
}

/// The activities and totals that are wanted.
fn records<'a>(state: &'a State, wanted: &Wanted) -> impl Iterator<Item = &'a Record> {
    journal(state, wanted).into_iter().filter_map(|row| match row {
        JournalRow::Record(record) => Some(record),
        _ => None,
    })
}

/// What an indicator counts of those.
fn counted(
    state: &State,
    ruling: &Ruling<'_>,
    indicator: &Indicator,
    day: Day,
    wanted: &Wanted,
) -> Vec<LedgerItem> {
    let Some(indicator) = ruling.indicator(&indicator.id) else { return vec![] };
    let question = Question::new(state, ruling, day, wanted.filter.clone());
    let row = explain(&question, indicator);
    let is_wanted: std::collections::BTreeSet<u64> =
        records(state, wanted).map(|record| record.sequence).collect();
    let each = row.value.contributions.iter().filter(|it| is_wanted.contains(&it.sequence));
    let each = each.filter_map(|it| Some((state.record(it.id)?, it.amount.clone())));
    ledger_items(state, each.map(|(record, amount)| (record, Some(amount).filter(|it| !it.is_zero()))))
}

fn give(context: &Context, args: &Args, shown: &ShownMatch<'_>) -> Result<(), Problem> {
    let messages = &context.messages;
    if context.table == TableFormat::Xlsx {
        let bytes = matched_workbook(messages, shown).map_err(Problem::Workbook)?;
        return write_or_print(context, args.out(), &bytes);
    }
    let text = match context.format {
        Format::Json => serde_json::to_string_pretty(&matched_json(shown)).unwrap_or_default() + "\n",
        Format::Text => matched_text(messages, shown, args.all, Context::width()),
    };
    match args.out() {
        None => context.print(&text),
        Some(out) => {
            let plain = anstream::adapter::strip_str(&text).to_string();
            write_or_print(context, Some(out), plain.as_bytes())
        }
    }
}
