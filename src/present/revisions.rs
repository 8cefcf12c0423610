//! What became of the values of a closed year, for people and for programs.

use serde_json::{Value as Json, json};

use super::amounts::exact;
use super::closing::closed_json;
use super::dates::moment_words;
use super::table::{certain_words, title_text};
use super::{Arg, Messages, Recorders, day_words, signed_words, wrapped};
use crate::audit::{Cause, Change, Revision};
use crate::event::Exact;
use crate::figures::{ClosedValue, ClosedYear, PlanChoice, Ruling, State};
use crate::plan::Indicator;

/// The revisions of a closed year at a terminal.
pub fn revisions_text(
    messages: &Messages,
    state: &State,
    recorders: &Recorders,
    year: &ClosedYear,
    revisions: &[Revision],
    width: u16,
) -> String {
    let page = Page { messages, state, recorders };
    let mut text = title_text(&page.title(year), width);
    let closed = moment_words(messages, year.recorded, state.zone());
    let head = messages.say(
        "revisions-head",
        &[
            ("moment", Arg::Text(&closed)),
            ("entry", Arg::Shown(&year.sequence)),
            ("count", Arg::Count(revisions.len())),
        ],
    );
    text.push_str(&wrapped(&format!("{head}\n"), width));
    let ruling =
        Ruling::at(state, &PlanChoice { id: Some(year.plan.clone()), version: None }, year.as_at).ok();
    for revision in revisions {
        let indicator = ruling.as_ref().and_then(|ruling| ruling.indicator(&revision.indicator));
        text.push_str(&wrapped(&page.revision(revision, indicator), width));
    }
    text
}

/// What lines are written with.
struct Page<'p> {
    messages: &'p Messages,
    state: &'p State,
    recorders: &'p Recorders,
}

impl Page<'_> {
    fn title(&self, year: &ClosedYear) -> String {
        let day = day_words(self.messages.language(), year.as_at);
        self.messages.say("revisions-title", &[("day", Arg::Text(&day))])
    }

    fn revision(&self, revision: &Revision, indicator: Option<&Indicator>) -> String {
        let messages = self.messages;
        let label = indicator.map(|it| messages.language().of(&it.title()).to_owned());
        let shown = |closed: &Option<ClosedValue>| match (closed, indicator) {
            (Some(closed), Some(indicator)) => certain_words(messages, indicator, &closed.value()),
            (Some(closed), None) => closed.delivered.clone().unwrap_or_else(|| messages.word("not-stated")),
            (None, _) => messages.word("revisions-none"),
        };
        let (was, is) = (shown(&revision.closed), shown(&revision.today));
        let values = [("was", Arg::Text(was.as_str())), ("is", Arg::Text(is.as_str()))];
        let mut text = format!(
            "\n{}\n  {}\n",
            label.unwrap_or_else(|| revision.indicator.clone()),
            messages.say("revisions-values", &values)
        );
        for change in &revision.changes {
            text.push_str(&format!("  {}\n", self.change(change, indicator)));
        }
        text
    }

    fn change(&self, change: &Change, indicator: Option<&Indicator>) -> String {
        let messages = self.messages;
        let cause = messages.word(&format!("revisions-{}", change.cause.word()));
        let mut words = format!("#{} {cause}", change.sequence);
        if let Some(about) = change.about {
            words.push_str(&messages.say("revisions-about", &[("entry", Arg::Shown(&about))]));
        }
        if let Some(difference) = difference(change).filter(|it| !it.is_zero())
            && let Some(indicator) = indicator
        {
            words.push_str(&format!(" · {}", signed_words(messages, indicator, &difference)));
        }
        if let (Some(moment), Some(by), false) = (change.recorded, change.by, change.cause == Cause::Follows)
        {
            let (when, who) =
                (moment_words(messages, moment, self.state.zone()), self.recorders.words(messages, by.user));
            let values = [("moment", Arg::Text(when.as_str())), ("recorder", Arg::Text(who.as_str()))];
            words.push_str(&format!(" · {}", messages.say("revisions-by", &values)));
        }
        if let Some(reason) = &change.reason {
            words.push_str(&format!(" · {reason}"));
        }
        words
    }
}

/// What a change added.
fn difference(change: &Change) -> Option<Exact> {
    let amount = |it: &Option<Exact>| it.clone().unwrap_or_else(Exact::zero);
    (change.was.is_some() || change.is.is_some()).then(|| amount(&change.is) - amount(&change.was))
}

/// The same as `revisions/1`.
pub fn revisions_json(year: &ClosedYear, size: u64, revisions: &[Revision]) -> Json {
    let revision = |it: &Revision| {
        json!({
            "changes": it.changes.iter().map(change_json).collect::<Vec<_>>(),
            "closed": it.closed.as_ref().map(closed_json),
            "indicator": it.indicator,
            "today": it.today.as_ref().map(closed_json),
        })
    };
    json!({
        "asat": year.as_at.to_string(),
        "closing": year.sequence,
        "jalon": "revisions/1",
        "plan": {"id": year.plan, "version": year.version},
        "revisions": revisions.iter().map(revision).collect::<Vec<_>>(),
        "size": size,
    })
}

fn change_json(change: &Change) -> Json {
    json!({
        "about": change.about,
        "cause": change.cause.word(),
        "is": change.is.as_ref().map(exact),
        "reason": change.reason,
        "recorded": change.recorded.map(|it| it.to_string()),
        "recorder": change.by.map(|it| it.id()),
        "sequence": change.sequence,
        "was": change.was.as_ref().map(exact),
    })
}
