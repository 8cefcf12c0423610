//! `jalon pack`: the audit pack of a fiscal year, in one folder.

mod files;
mod ground;

use std::path::PathBuf;

use super::checkpoint::newest;
use super::close::year_end;
use super::context::Context;
use super::entry::today;
use super::kpi::plan_choice;
use super::written::check_empty;
use super::{Format, Problem};
use crate::figures::{Known, Ruling};
use crate::ledger::Refusal;
use crate::present::{Arg, packed_json};
use crate::proof::SignedCheckpoint;
use crate::vault::Documents;

pub(super) use files::{CHECKPOINT, CLAIMS, LOG, document_names, spelt, sums_in, written_again};
pub(super) use ground::Ground;

/// Which year, and where to.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The fiscal year, such as FY2024, or its last day.
    year: String,
    /// The folder to make; nothing may lie in it.
    folder: PathBuf,
    /// The plan; the one adopted first otherwise.
    #[arg(long)]
    plan: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let choice = plan_choice(args.plan.as_deref())?;
    // What goes wrong is told before anything is signed.
    let known = context.reading()?.state(Known::Now)?;
    let as_at = year_end(&known, &choice, &args.year)?;
    if Ruling::in_force(&known, &choice, as_at)?.fiscal_year(as_at).to != as_at {
        return Err(Refusal::NotAYearEnd(as_at).into());
    }
    let made = today(&known);
    if made <= as_at {
        return Err(Refusal::YearNotOver(as_at).into());
    }
    drop(known);
    check_empty(&args.folder)?;
    let signed = newest(context)?;
    let reading = context.reading()?;
    // Others may have recorded since it was signed.
    let state = reading.state(Known::Sequence(signed.checkpoint.size.saturating_sub(1)))?;
    let documents = Documents::of(&context.ledger);
    let ground = Ground { state: &state, reading: &reading, choice, as_at, signed: &signed, made, documents };
    let written = files::write(context, &args.folder, &ground)?;
    told(context, args, &signed, &written)
}

/// Says what was written, and what is missing.
fn told(
    context: &Context,
    args: &Args,
    signed: &SignedCheckpoint,
    written: &files::Written,
) -> Result<(), Problem> {
    let folder = args.folder.display().to_string();
    if context.format == Format::Json {
        return context.print_json(&packed_json(&folder, signed, written.files, written.missing));
    }
    let messages = &context.messages;
    let page = args.folder.join(files::PAGE).display().to_string();
    let values = [
        ("path", Arg::Text(folder.as_str())),
        ("files", Arg::Shown(&written.files)),
        ("size", Arg::Shown(&signed.checkpoint.size)),
    ];
    let mut lines = vec![messages.say("pack-made", &values)];
    if written.missing > 0 {
        lines.push(messages.say("pack-missing", &[("count", Arg::Count(written.missing))]));
    }
    if written.is_large {
        lines.push(messages.word("pack-too-large"));
    }
    let open = [("path", Arg::Text(page.as_str())), ("folder", Arg::Text(folder.as_str()))];
    lines.push(messages.say("pack-open-page", &open));
    context.print(&(lines.join("\n") + "\n"))
}
