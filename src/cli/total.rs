//! `jalon total`: record one reported total of an indicator.

use super::citation::CitationArgs;
use super::context::Context;
use super::entry::{receipts, today, total_of};
use super::evidence::EvidenceArgs;
use super::explain::indicator_of;
use super::{Problem, Usage};
use crate::event::{Citation, json_text};
use crate::figures::{PlanChoice, Ruling, Total};
use crate::ledger::{Command, NewTotal};

/// The value of an indicator as a source prints it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The indicator's id or label.
    indicator: String,
    /// Its value, in its unit.
    value: String,
    /// The last day that it covers; today otherwise.
    #[arg(long, value_name = "DATE", aliases = ["au"])]
    as_at: Option<String>,
    /// The first day that it covers; the first of the plan, or of the fiscal year,
    /// otherwise.
    #[arg(long, value_name = "DATE", aliases = ["du"])]
    from: Option<String>,
    /// A remark.
    #[arg(long)]
    note: Option<String>,
    #[command(flatten)]
    citation: CitationArgs,
    #[command(flatten)]
    evidence: EvidenceArgs,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut desk = context.open()?;
    let state = desk.state();
    let today = today(state);
    let ruling = Ruling::at(state, &PlanChoice::default(), today)?;
    let indicator = indicator_of(&ruling, &args.indicator)?;
    let unsaid = Total {
        indicator: indicator.id.clone(),
        from: None,
        to: today,
        value: json_text(String::new()),
        citation: Citation::default(),
        evidence: vec![],
        note: None,
    };
    let said = [("to", &args.as_at), ("from", &args.from), ("note", &args.note)];
    let said = said.into_iter().filter_map(|(name, typed)| Some(format!("{name}={}", typed.as_ref()?)));
    let said: Vec<String> = std::iter::once(format!("value={}", args.value)).chain(said).collect();
    let mut total = total_of(context, state, &unsaid, &said)?;
    // A total says nothing without the source that printed it.
    total.citation = args.citation.changed(None)?.ok_or(Usage::NoSource)?;
    total.evidence = args.evidence.keep(context)?;
    let command = Command::Report(NewTotal { id: None, total });
    let done = desk.execute(context, command)?;
    receipts(context, desk.state(), &done)
}
