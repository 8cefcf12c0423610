//! What something would change, before it is done.

use std::collections::BTreeSet;

use askama::Template;

use crate::event::{Day, Period, YearEnd};
use crate::figures::{State, Value, moved};
use crate::ledger::Command;
use crate::plan::{Indicator, Kind};
use crate::present::{Arg, certain_words};
use crate::web::chrome::{View, capital};
use crate::web::trouble::Trouble;

/// Days at which values are looked at, at most: an import may be of many years.
const MOST_DAYS: usize = 6;

/// What something would change.
#[derive(Template, Default)]
#[template(path = "effect.html")]
pub(super) struct Effect {
    /// The sentence that will be read.
    pub sentence: String,
    /// What is to be known beside it.
    pub remarks: Vec<String>,
    /// What is wrong, so that nothing would be done.
    pub troubles: Vec<String>,
    /// By day: the values that change.
    pub days: Vec<(String, Vec<Change>)>,
    pub title: String,
    pub none: String,
}

/// A value that changes.
pub(super) struct Change {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// What commands would change in the values at the end of the fiscal year of
/// some days, as far as it has come, and today.
pub(super) fn effect(
    view: &View<'_>,
    commands: Vec<Command>,
    occurred: Option<Period>,
    sentence: String,
) -> Result<Effect, Trouble> {
    let office = view.office;
    let mut ids = || office.new_id();
    let after = view.ledger.rehearsed(commands, office.author(), office.now(), &mut ids)?;
    Ok(Effect { sentence, ..effect_of(view, &after, occurred) })
}

/// What the values would be otherwise in the state after, at the ends of the
/// fiscal years of some days, as far as they have come, and today; of many
/// years, at the last.
pub(super) fn effect_of(
    view: &View<'_>,
    after: &State,
    occurred: impl IntoIterator<Item = Period>,
) -> Effect {
    let today = view.today();
    let year_end = view.state.year_end().unwrap_or(YearEnd::december());
    let ends = occurred.into_iter().map(|days| year_end.holding(days.to).to.min(today));
    let days: BTreeSet<Day> = ends.chain([today]).collect();
    let days = days.iter().skip(days.len().saturating_sub(MOST_DAYS));
    let changes = days.map(|day| {
        let all = moved(view.state, after, *day).into_iter().map(|it| Change {
            label: view.language().of(&it.indicator.near().label).to_owned(),
            before: words(view, it.indicator, &it.before),
            after: words(view, it.indicator, &it.after),
        });
        (view.day(*day), all.collect::<Vec<_>>())
    });
    let days = changes.filter(|(_, changes)| !changes.is_empty()).collect();
    let (title, none) = (view.word("web-effect"), view.word("web-effect-none"));
    Effect { days, title, none, ..Effect::default() }
}

fn words(view: &View<'_>, indicator: &Indicator, value: &Value) -> String {
    if indicator.rule.kind == Kind::Narrative {
        return view.say("narrative-count", &[("count", Arg::Count(value.contributions.len()))]);
    }
    certain_words(view.messages, indicator, value)
}

/// That what must be given is waited for.
pub(super) fn waits(view: &View<'_>) -> Effect {
    let (title, none) = (view.word("web-effect"), view.word("web-effect-waits"));
    Effect { title, none, ..Effect::default() }
}

/// That nothing would be done, and why.
pub(super) fn unclear(sentences: impl IntoIterator<Item = String>) -> Effect {
    Effect { troubles: sentences.into_iter().map(|it| capital(&it)).collect(), ..Effect::default() }
}
