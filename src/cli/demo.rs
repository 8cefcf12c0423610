//! `jalon demo`: a demonstration ledger and its table.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::demonstrations::{CEIMIA, Demonstration, FICTIF};
use super::kpi::{Shown, print_table};
use super::{LEDGER, Problem};
use crate::event::Day;
use crate::figures::{Filter, PlanChoice, State};
use crate::ledger::Known;
use crate::present::{Arg, Supplement};
use crate::vault::Documents;

/// Which one, and where to lay it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The folder; the one that --ledger names, or ceimia.jalon or fictif.jalon otherwise. An
    /// existing ledger is never overwritten.
    folder: Option<PathBuf>,
    /// An invented organisation's ledger, as one that was kept.
    #[arg(long, alias = "fictional")]
    fictif: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let demonstration = if args.fictif { FICTIF } else { CEIMIA };
    let named = || Some(context.ledger.clone()).filter(|ledger| ledger != Path::new(LEDGER));
    let folder = args.folder.clone().or_else(named);
    let folder = folder.unwrap_or_else(|| PathBuf::from(demonstration.folder));
    let here = Context { ledger: folder, ..context.in_same_language() };
    let state = laid(&here, &demonstration)?;
    let day = demonstration.as_at.parse().unwrap_or(Day::FIRST);
    let shown = Shown { filter: Filter::default(), known: Known::Now, supplement: Supplement::Counted };
    print_table(&here, &state, &PlanChoice::default(), day, shown)?;
    let folder = here.ledger.display().to_string();
    let next = here.messages.say(demonstration.next, &[("folder", Arg::Text(&folder))]);
    here.tell(&format!("\n{next}"));
    Ok(())
}

/// The demonstration's ledger, laid where there is none.
fn laid(here: &Context, demonstration: &Demonstration) -> Result<State, Problem> {
    let lines = demonstration.bundle.lines()?;
    if here.folder().is_ledger() {
        let reading = here.reading()?;
        // Entries of one's own may come after those of the demonstration.
        if !reading.begins_with(&lines)? {
            return Err(Problem::OtherLedger(here.ledger.clone()));
        }
        return Ok(reading.state(Known::Now)?);
    }
    if here.folder().holds_others() {
        return Err(Problem::FolderInUse(here.ledger.clone()));
    }
    here.make(|blank| {
        let documents = Documents::of(&here.ledger);
        for (name, bytes) in demonstration.named_documents() {
            documents.lay(name, bytes)?;
        }
        Ok(blank.lay(lines.into_iter().map(Ok))?.into_state())
    })
}
