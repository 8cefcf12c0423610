//! `jalon type`: a new type of activity from a few words, and the indicators that
//! count it.

use super::context::Context;
use super::entry::last_day;
use super::explain::indicator_of;
use super::plan::{answer, put};
use super::{Problem, Usage};
use crate::event::Day;
use crate::exchange::{NewTypeSaid, typed_new_field, typed_new_type, typed_words};
use crate::figures::{PlanChoice, Ruling, State};
use crate::ledger::{Changes, Counting, How, Known, PlanText, with_type};
use crate::plan::{ActivityType, nearest_field};
use crate::present::counting_words;

/// A new type of activity.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What it is called; after a bar in English, where that differs.
    label: String,
    /// Its name; made of the label otherwise.
    #[arg(long)]
    id: Option<String>,
    /// What is said of such an activity: a label, a colon and what it takes. May
    /// be given several times.
    #[arg(long = "field", value_name = "FIELD", aliases = ["champ"])]
    fields: Vec<String>,
    /// Another word for it; may be given several times.
    #[arg(long = "word", value_name = "TEXT", aliases = ["mot"])]
    words: Vec<String>,
    /// The indicator in which it counts; may be given several times.
    #[arg(long = "counts", value_name = "INDICATOR", aliases = ["compte"])]
    counts: Vec<String>,
    /// Count what this field says, added up.
    #[arg(long, value_name = "FIELD", requires = "counts", aliases = ["somme"])]
    sum: Option<String>,
    /// Count the different values of this field.
    #[arg(long, value_name = "FIELD", requires = "counts", conflicts_with = "sum", aliases = ["différents", "differents"])]
    distinct: Option<String>,
    /// The day from which it counts; after the last reported total otherwise.
    #[arg(long, value_name = "DATE", requires = "counts", aliases = ["du"])]
    from: Option<String>,
    /// Show what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    if args.dry_run {
        let state = context.reading()?.state(Known::Now)?;
        let changes = Changes::of(&state, &plan(&state, args)?)?;
        return answer(context, &changes, &[], true);
    }
    let mut desk = context.open_alone()?;
    let plan = plan(desk.state(), args)?;
    let (changes, entries) = put(context, &mut desk, plan)?;
    answer(context, &changes, &entries, false)
}

/// The plan with the new type.
fn plan(state: &State, args: &Args) -> Result<PlanText, Problem> {
    let fields = args.fields.iter().map(|it| typed_new_field(it)).collect::<Result<_, _>>();
    let said = NewTypeSaid {
        label: typed_words(&args.label),
        id: args.id.clone(),
        synonyms: args.words.iter().map(|it| typed_words(it)).collect(),
        fields: fields.map_err(Usage::NewType)?,
    };
    let kind = typed_new_type(&said).map_err(Usage::NewType)?;
    let how = match (&args.sum, &args.distinct) {
        (Some(field), _) => How::Sum(field_of(&kind, field)),
        (None, Some(field)) => How::Distinct(field_of(&kind, field)),
        (None, None) => How::Entries,
    };
    let indicators = if args.counts.is_empty() {
        vec![]
    } else {
        let last = state.adoptions().iter().map(|it| it.day).max().unwrap_or(Day::FIRST);
        let ruling = Ruling::at(state, &PlanChoice::default(), last)?;
        let found = args.counts.iter().map(|typed| Ok(indicator_of(&ruling, typed)?.id.clone()));
        found.collect::<Result<_, Problem>>()?
    };
    let since = args.from.as_deref().map(|typed| last_day(state, typed)).transpose()?;
    let words = counting_words(&kind, &how);
    Ok(with_type(state, kind, &Counting { indicators, how, since, words })?)
}

/// The name of a field as people call it; one that there is not is refused with
/// the type.
fn field_of(kind: &ActivityType, typed: &str) -> String {
    let near = nearest_field(kind, typed);
    let known = kind.field(typed).is_some() || near.len() != 1;
    if known { typed.to_owned() } else { near[0].id.clone() }
}
