//! `jalon close`: a fiscal year is closed, and its notice printed.

use std::path::PathBuf;

use super::context::Context;
use super::entry::{days_with, last_day, today};
use super::kpi::plan_choice;
use super::waiting::Progress;
use super::{Format, Problem};
use crate::audit::Checks;
use crate::event::Day;
use crate::figures::{ClosedYear, PlanChoice, Ruling, State};
use crate::ledger::{Desk, Refusal, YearToClose};
use crate::present::{Arg, Recorders, closing_json, closing_notice, closing_text, notice_html};
use crate::vault::Documents;

/// Which year, and what about it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The fiscal year, such as FY2024, or its last day.
    year: String,
    /// The plan; the one adopted first otherwise.
    #[arg(long)]
    plan: Option<String>,
    /// Close it though checks are open or rules not approved; --reason says why.
    #[arg(long)]
    anyway: bool,
    /// Why it is closed anyway, or once more.
    #[arg(long)]
    reason: Option<String>,
    /// Print the notice of the year again, and change nothing.
    #[arg(long, conflicts_with_all = ["anyway", "reason", "to"])]
    notice: bool,
    /// Also write the notice as a page to print and to send.
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
    /// Record that its notice was sent to this organisation or office.
    #[arg(long = "sent-to", value_name = "NAME", conflicts_with_all = ["anyway", "reason"])]
    to: Option<String>,
    /// When it was sent; today otherwise.
    #[arg(long, requires = "to")]
    on: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let choice = plan_choice(args.plan.as_deref())?;
    if args.notice {
        let state = context.reading()?.state(crate::ledger::Known::Now)?;
        let day = year_end(&state, &choice, &args.year)?;
        return print(context, args, &state, closed(&state, &choice, day)?);
    }
    let mut held = context.open_alone()?;
    let desk = held.desk()?;
    let day = year_end(desk.state(), &choice, &args.year)?;
    match &args.to {
        Some(to) => notify(context, args, desk, &choice, day, to)?,
        None => close(context, args, desk, &choice, day)?,
    }
    print(context, args, desk.state(), closed(desk.state(), &choice, day)?)
}

/// The last day of the year that was typed, by the calendar of the plan.
pub(super) fn year_end(state: &State, choice: &PlanChoice, typed: &str) -> Result<Day, Problem> {
    let ruling = Ruling::at(state, choice, today(state))?;
    Ok(days_with(typed, ruling.year_end)?.to)
}

pub(super) fn closed<'s>(state: &'s State, choice: &PlanChoice, day: Day) -> Result<&'s ClosedYear, Problem> {
    let ruling = Ruling::at(state, choice, day)?;
    let year = state.closed_year(&ruling.adopted.adoption.id, day);
    year.ok_or_else(|| Refusal::NotClosed(day).into())
}

fn close(
    context: &Context,
    args: &Args,
    desk: &mut Desk,
    choice: &PlanChoice,
    day: Day,
) -> Result<(), Problem> {
    let keys = context.keys(desk.state())?;
    let checks = Checks::of(desk.state(), day, &Documents::of(&context.ledger));
    let year = YearToClose {
        plan: choice.clone(),
        as_at: day,
        open: checks.total(),
        anyway: args.anyway,
        reason: args.reason.clone(),
        seen: None,
    };
    let mut progress = Progress::begun(context, "tree-progress", desk.state().size());
    let place = (context.ledger.as_path(), &keys);
    let writer = context.writer()?;
    desk.close_year(place, &year, writer, &mut Context::new_id, &mut |size| progress.reached(size))?;
    Ok(())
}

fn notify(
    context: &Context,
    args: &Args,
    desk: &mut Desk,
    choice: &PlanChoice,
    day: Day,
    to: &str,
) -> Result<(), Problem> {
    let closing = closed(desk.state(), choice, day)?.id;
    let on =
        args.on.as_deref().map_or_else(|| Ok(today(desk.state())), |typed| last_day(desk.state(), typed))?;
    desk.note_notified(closing, to, on, context.writer()?, &mut Context::new_id)?;
    Ok(())
}

/// Prints the notice, and writes it as a page where that is asked for.
fn print(context: &Context, args: &Args, state: &State, year: &ClosedYear) -> Result<(), Problem> {
    let vault = context.vault_of(state);
    let recorders = Recorders::readable(state, vault.as_ref());
    let notice = closing_notice(&context.messages, state, &recorders, year);
    if let Some(path) = &args.page {
        let page = notice_html(context.messages.language(), &notice);
        std::fs::write(path, page).map_err(|source| Problem::File { path: path.clone(), source })?;
        let shown = path.display().to_string();
        context.tell(&context.messages.say("table-written", &[("path", Arg::Text(&shown))]));
    }
    match context.format {
        Format::Json => context.print_json(&closing_json(state, year)),
        Format::Text => context.print(&closing_text(&context.messages, &notice, Context::width())),
    }
}
