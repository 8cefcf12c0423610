//! `jalon journal`: activities and published totals, corrections folded.

use serde_json::json;

use super::context::Context;
use super::{Format, Problem};
use crate::event::{BodyId, Day, Json};
use crate::exchange::folded;
use crate::figures::{Content, Filter, Record, State};
use crate::ledger::{Known, replay};
use crate::present::{Arg, period_words, sealed_value};

/// Which of them.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Only of this type.
    #[arg(long = "type")]
    kind: Option<String>,
    /// Only what names this body, by register id.
    #[arg(long = "with")]
    with: Vec<BodyId>,
    /// Only what happened from this day on.
    #[arg(long)]
    from: Option<Day>,
    /// Only what happened by this day.
    #[arg(long)]
    to: Option<Day>,
    /// Only what holds these words.
    #[arg(long)]
    text: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let state = replay(context.log()?.as_ref(), Known::Now)?;
    let shown: Vec<&Record> =
        state.records().iter().filter(|record| passes(context, &state, args, record)).collect();
    if context.format == Format::Json {
        let entries: Vec<_> = shown.iter().map(|record| entry_json(record)).collect();
        return context.print_json(&json!({"entries": entries, "jalon": "journal/1"}));
    }
    shown.iter().try_for_each(|record| context.print(&line(context, record)))
}

fn passes(context: &Context, state: &State, args: &Args, record: &Record) -> bool {
    let version = record.latest();
    let filter = Filter { bodies: args.with.clone() };
    args.kind.as_ref().is_none_or(|kind| record.kind == *kind)
        && filter.passes(state.register(), version)
        && args.from.is_none_or(|from| version.occurred.to >= from)
        && args.to.is_none_or(|to| version.occurred.from <= to)
        && args.text.as_ref().is_none_or(|text| folded(&words(context, record)).contains(&folded(text)))
}

/// All words of an entry's standing version; what is sealed stays so.
fn words(context: &Context, record: &Record) -> String {
    match &record.latest().content {
        Content::Activity(activity) => {
            let fields = sealed_value(&context.messages, &Json::Object(activity.fields.clone()));
            format!("{fields} {}", activity.note.as_deref().unwrap_or_default())
        }
        Content::Total(total) => format!("{} {}", total.indicator, total.value.to_serde()),
    }
}

fn line(context: &Context, record: &Record) -> String {
    let messages = &context.messages;
    let period = period_words(messages, record.latest().occurred);
    let corrections = record.versions.len() - 1;
    let mut marks = String::new();
    if corrections > 0 {
        marks.push_str(&format!(
            " · {}",
            messages.say("journal-corrected", &[("count", Arg::Count(corrections))])
        ));
    }
    if record.withdrawn.is_some() {
        marks.push_str(&format!(" · {}", messages.word("journal-withdrawn")));
    }
    format!("#{} · {period} · {}{marks}\n      {}\n", record.sequence, record.kind, words(context, record))
}

fn entry_json(record: &Record) -> serde_json::Value {
    let version = record.latest();
    let fields = match &version.content {
        Content::Activity(activity) => Json::Object(activity.fields.clone()).to_serde(),
        Content::Total(total) => json!({"indicator": total.indicator, "value": total.value.to_serde()}),
    };
    json!({
        "corrections": record.versions.len() - 1, "fields": fields, "id": record.id.to_string(),
        "occurredfrom": version.occurred.from.to_string(), "occurredto": version.occurred.to.to_string(),
        "sequence": record.sequence, "type": record.kind, "withdrawn": record.withdrawn.is_some(),
    })
}
