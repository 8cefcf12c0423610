//! What is said beside a table on the command line.

use super::Args;
use crate::cli::entry::days_with;
use crate::cli::{Problem, Usage};
use crate::event::{Day, YearEnd};
use crate::exchange::{AdoptSaid, ColumnSaid, Years, column_said, level_said, target_said};
use crate::plan::folded;

/// What is said beside the table.
pub(super) fn said(args: &Args) -> Result<AdoptSaid, Problem> {
    let columns = args.columns.iter().map(|it| column_said(it).ok_or_else(|| Usage::Column(it.clone())));
    let columns: Vec<ColumnSaid> = columns.collect::<Result<_, _>>()?;
    let days = columns.iter().filter_map(|(at, _, days)| Some((*at, days.clone()?)));
    let levels = args.levels.iter().map(|it| level_said(it).ok_or_else(|| Usage::Level(it.clone())));
    let targets = args.targets.iter().map(|it| target_said(it).ok_or_else(|| Usage::Target(it.clone())));
    let year_end = args.year_end.as_ref().map(|it| it.parse().map_err(|_| Usage::YearEnd(it.clone())));
    let year_end: Option<YearEnd> = year_end.transpose()?;
    let day = |typed: &Option<String>, first: bool| -> Result<Option<Day>, Problem> {
        let Some(typed) = typed else { return Ok(None) };
        let days = days_with(typed, year_end.unwrap_or(YearEnd::december()))?;
        Ok(Some(if first { days.from } else { days.to }))
    };
    let years = args.years.as_ref().map(|it| years(it).ok_or_else(|| Usage::Years(it.clone())));
    let thousands = args.thousands.map(|mark| {
        if matches!(mark, ',' | '.') { Ok(mark) } else { Err(Usage::Thousands(mark.to_string())) }
    });
    let (none, rows): (Vec<&String>, Vec<&String>) =
        args.left_out.iter().partition(|it| ["none", "aucune"].contains(&folded(it).as_str()));
    let row = |typed: &&String| typed.trim().parse().map_err(|_| Usage::LeftOut((*typed).clone()));
    Ok(AdoptSaid {
        left_out: rows.iter().map(row).collect::<Result<_, _>>()?,
        none_left_out: !none.is_empty(),
        sheet: args.sheet.clone(),
        days: days.collect(),
        columns: columns.iter().map(|(at, role, _)| (*at, *role)).collect(),
        levels: levels.collect::<Result<_, _>>()?,
        targets: targets.collect::<Result<_, _>>()?,
        as_at: day(&args.as_at, false)?,
        since: day(&args.since, true)?,
        currency: args.currency.as_ref().map(|it| it.parse().map_err(Usage::Currency)).transpose()?,
        year_end,
        years: years.transpose()?,
        thousands: thousands.transpose()?,
    })
}

pub(super) fn years(typed: &str) -> Option<Years> {
    match folded(typed).as_str() {
        "within" | "exercice" | "annee" => Some(Years::Within),
        "todate" | "to date" | "cumul" => Some(Years::ToDate),
        _ => None,
    }
}
