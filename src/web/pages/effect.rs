//! What something would change, before it is done.

use askama::Template;

use crate::figures::{Moved, State, Value, moved};
use crate::ledger::Command;
use crate::plan::{Indicator, Kind};
use crate::present::{Arg, certain_words};
use crate::web::chrome::{View, capital};
use crate::web::trouble::Trouble;

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
    /// What changes, by day.
    pub days: Vec<OnDay>,
    pub title: String,
    pub none: String,
}

/// What changes in the values of a day.
pub(super) struct OnDay {
    pub day: String,
    /// Values that are shown otherwise.
    pub changes: Vec<Change>,
    /// Values that are shown as before, and what of them changes nevertheless.
    pub hidden: String,
}

/// A value that is shown otherwise.
pub(super) struct Change {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// What commands would change in the values at the end of each fiscal year of
/// each plan, and today.
pub(super) fn effect(view: &View<'_>, commands: Vec<Command>, sentence: String) -> Result<Effect, Trouble> {
    let office = view.office;
    let mut ids = || office.new_id();
    let after = view.ledger.rehearsed(commands, office.author(), office.now(), &mut ids)?;
    Ok(Effect { sentence, ..effect_of(view, &after) })
}

/// What the values would be otherwise in the state after.
pub(super) fn effect_of(view: &View<'_>, after: &State) -> Effect {
    let days = moved(view.state, after, view.today()).into_iter().map(|(day, all)| {
        let (mut changes, mut hidden) = (Vec::new(), Vec::new());
        for it in &all {
            let label = view.language().of(&it.indicator.near().label).to_owned();
            let [before, after] = [&it.before, &it.after].map(|value| words(view, it.indicator, value));
            if before == after {
                hidden.push(format!("{label} ({})", aspect_words(view, it)));
            } else {
                changes.push(Change { label, before, after });
            }
        }
        let hidden = match hidden.as_slice() {
            [] => String::new(),
            all => view.say("web-effect-hidden", &[("values", Arg::Text(&all.join(" · ")))]),
        };
        OnDay { day: view.day(day), changes, hidden }
    });
    let (title, none) = (view.word("web-effect"), view.word("web-effect-none"));
    Effect { days: days.collect(), title, none, ..Effect::default() }
}

/// What of a value changes that is not seen in its number.
fn aspect_words(view: &View<'_>, it: &Moved<'_>) -> String {
    let words = it.aspects().into_iter().map(|aspect| view.word(&format!("moved-{}", aspect.word())));
    words.collect::<Vec<_>>().join(", ")
}

fn words(view: &View<'_>, indicator: &Indicator, value: &Value) -> String {
    if indicator.rule.kind == Kind::Narrative {
        return view.say("narrative-count", &[("count", Arg::Count(value.counted))]);
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
