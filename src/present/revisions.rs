//! What became of the values of a closed year, for people and for programs.

use serde_json::{Value as Json, json};

use super::amounts::exact;
use super::closing::{closed_json, others};
use super::dates::moment_words;
use super::table::{certain_words, title_text};
use super::{Arg, Messages, Recorders, day_words, number_words, signed_words, unit_words, wrapped};
use crate::audit::{Cause, Change, Revision, Side};
use crate::event::Exact;
use crate::figures::{ClosedValue, ClosedYear, PlanChoice, Ruling, State};
use crate::plan::{Indicator, Kind};

/// With so many digits values are told apart that look the same.
const DIGITS: u32 = 6;

/// What became of the values of a closed year, as people read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownRevisions {
    /// What it is, of which year.
    pub title: String,
    /// When that was closed, and how many values are others today.
    pub head: String,
    /// Each value that is another today.
    pub revisions: Vec<ShownRevision>,
}

/// A value that is another today, as people read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownRevision {
    /// The indicator.
    pub indicator: String,
    /// What it is called.
    pub label: String,
    /// The value as it was closed.
    pub was: String,
    /// The value as it is today.
    pub is: String,
    /// Where it is the same, what is not: between what it lies, or what backs it.
    pub beside: Option<String>,
    /// What made the difference.
    pub changes: Vec<ShownChange>,
}

/// What made a difference, as people read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownChange {
    /// The entry that made it.
    pub sequence: u64,
    /// The entry whose amount it changed, where that is another.
    pub about: Option<u64>,
    /// What kind of change it is.
    pub cause: String,
    /// What it adds to the value or takes from it; of a value that is no sum, what it stated
    /// then and states today.
    pub difference: Option<String>,
    /// When and by whom it was recorded.
    pub by: Option<String>,
    /// Why, as it was said.
    pub reason: Option<String>,
}

/// The revisions of a closed year, as people read them.
pub fn shown_revisions(
    messages: &Messages,
    state: &State,
    recorders: &Recorders,
    year: &ClosedYear,
    revisions: &[Revision],
) -> ShownRevisions {
    let page = Page { messages, state, recorders };
    let closed = moment_words(messages, year.recorded, state.zone());
    let head = [
        ("moment", Arg::Text(&closed)),
        ("entry", Arg::Shown(&year.sequence)),
        ("count", Arg::Count(revisions.len())),
    ];
    let choice = PlanChoice { id: Some(year.plan.clone()), version: None };
    let ruling = Ruling::at(state, &choice, year.as_at).ok();
    let shown = |revision: &Revision| page.revision(revision, ruling.as_ref());
    let closed_words = messages.say("revisions-head", &head);
    ShownRevisions {
        title: page.title(year),
        head: page
            .beside(year)
            .map_or_else(|| closed_words.clone(), |beside| format!("{closed_words} {beside}")),
        revisions: revisions.iter().map(shown).collect(),
    }
}

/// The revisions of a closed year at a terminal.
pub fn revisions_text(
    messages: &Messages,
    state: &State,
    recorders: &Recorders,
    year: &ClosedYear,
    revisions: &[Revision],
    width: u16,
) -> String {
    let shown = shown_revisions(messages, state, recorders, year, revisions);
    let mut text = title_text(&shown.title, width);
    text.push_str(&wrapped(&format!("{}\n", shown.head), width));
    for revision in &shown.revisions {
        let values = [("was", Arg::Text(revision.was.as_str())), ("is", Arg::Text(revision.is.as_str()))];
        let values = messages.say("revisions-values", &values);
        let mut lines = format!("\n{}\n  {values}\n", revision.label);
        lines.extend(revision.beside.iter().map(|beside| format!("  {beside}\n")));
        for change in &revision.changes {
            lines.push_str(&format!("  {}\n", change_text(messages, change)));
        }
        text.push_str(&wrapped(&lines, width));
    }
    text
}

/// What made a difference, in a line.
fn change_text(messages: &Messages, change: &ShownChange) -> String {
    let mut words = format!("#{} {}", change.sequence, change.cause);
    if let Some(about) = change.about {
        words.push_str(&messages.say("revisions-about", &[("entry", Arg::Shown(&about))]));
    }
    for part in [&change.difference, &change.by, &change.reason].into_iter().flatten() {
        words.push_str(&format!(" · {part}"));
    }
    words
}

/// What is shown with.
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

    /// That the year was closed once more since, or that this closing took the place of one.
    fn beside(&self, year: &ClosedYear) -> Option<String> {
        let holds = self.state.closed_year(&year.plan, year.as_at);
        if let Some(later) = holds.filter(|later| later.sequence > year.sequence) {
            return Some(
                self.messages.say("revisions-closed-again", &[("entry", Arg::Shown(&later.sequence))]),
            );
        }
        let before = self.state.closing(year.again?)?;
        let values = [("entry", Arg::Shown(&before.sequence)), ("count", Arg::Count(others(before, year)))];
        Some(self.messages.say("revisions-closed-before", &values))
    }

    fn revision(&self, revision: &Revision, ruling: Option<&Ruling<'_>>) -> ShownRevision {
        let messages = self.messages;
        let indicator = ruling.and_then(|ruling| ruling.indicator(&revision.indicator));
        let label = indicator.map(|it| messages.language().of(&it.title()).to_owned());
        let words = |closed: &ClosedValue| match indicator {
            Some(indicator) => certain_words(messages, indicator, &closed.value()),
            None => closed.delivered.clone().unwrap_or_else(|| messages.word("not-stated")),
        };
        let none = || messages.word("revisions-none");
        let [mut was, mut is] =
            [&revision.closed, &revision.today].map(|it| it.as_ref().map_or_else(none, words));
        let delivered =
            [&revision.closed, &revision.today].map(|it| it.as_ref().and_then(|it| it.value().delivered));
        let is_same = was == is && delivered[0] == delivered[1];
        if let ([Some(one), Some(other)], true) = (&delivered, was == is && !is_same) {
            // What is shown is rounded, and hides that they differ.
            for (words, value) in [(&mut was, one), (&mut is, other)] {
                *words = format!("{words} ({})", number_words(messages.language(), &value.round(DIGITS)));
            }
        }
        ShownRevision {
            indicator: revision.indicator.clone(),
            label: label.unwrap_or_else(|| revision.indicator.clone()),
            was,
            is,
            beside: self.beside_same(revision, indicator).filter(|_| is_same),
            changes: revision.changes.iter().map(|it| self.change(it, indicator.zip(ruling))).collect(),
        }
    }

    /// What differs of values of which what is certain does not.
    fn beside_same(&self, revision: &Revision, indicator: Option<&Indicator>) -> Option<String> {
        let [closed, today] = [revision.closed.as_ref()?, revision.today.as_ref()?];
        if (&closed.low, &closed.high) == (&today.low, &today.high) {
            return (closed.grade != today.grade).then(|| self.messages.word("revisions-backing"));
        }
        let words = |bound: Option<&Exact>| match (bound, indicator) {
            (Some(bound), Some(indicator)) => unit_words(self.messages, indicator, bound),
            _ => self.messages.word("not-stated"),
        };
        let bounds = |closed: &ClosedValue| {
            let value = closed.value();
            let [low, high] = [value.low.as_ref(), value.high.as_ref()].map(words);
            format!("{low} – {high}")
        };
        let [was, is] = [closed, today].map(bounds);
        Some(self.messages.say("revisions-bounds", &[("was", Arg::Text(&was)), ("is", Arg::Text(&is))]))
    }

    fn change(&self, change: &Change, of: Option<(&Indicator, &Ruling<'_>)>) -> ShownChange {
        let messages = self.messages;
        let said = change.recorded.zip(change.by).filter(|_| change.cause != Cause::Follows);
        let by = said.map(|(moment, by)| {
            let when = moment_words(messages, moment, self.state.zone());
            let who = self.recorders.words(messages, by.user);
            let values = [("moment", Arg::Text(when.as_str())), ("recorder", Arg::Text(who.as_str()))];
            messages.say("revisions-by", &values)
        });
        ShownChange {
            sequence: change.sequence,
            about: change.about,
            cause: self.cause(change),
            difference: of.and_then(|(indicator, ruling)| self.difference(change, indicator, ruling)),
            by,
            reason: change.reason.clone(),
        }
    }

    fn cause(&self, change: &Change) -> String {
        let word = format!("revisions-{}", change.cause.word());
        let Some([was, is]) = change.versions else { return self.messages.word(&word) };
        self.messages.say("revisions-rule-versions", &[("was", Arg::Shown(&was)), ("is", Arg::Shown(&is))])
    }

    /// What an entry adds otherwise, in the unit of what it is counted by.
    fn difference(&self, change: &Change, indicator: &Indicator, ruling: &Ruling<'_>) -> Option<String> {
        let messages = self.messages;
        let (rule, unit) = (&indicator.rule, change.side);
        let side = match unit {
            None => None,
            Some(Side::Part) => rule.part.as_deref(),
            Some(Side::Whole) => rule.whole.as_deref(),
        };
        let counted = side.and_then(|id| ruling.indicator(id)).unwrap_or(indicator);
        let words = if matches!(counted.rule.kind, Kind::Count | Kind::Sum | Kind::Distinct) {
            difference(change).filter(|it| !it.is_zero()).map(|it| signed_words(messages, counted, &it))?
        } else {
            let amount = |it: &Option<Exact>| {
                it.as_ref().map_or_else(|| "–".to_owned(), |it| unit_words(messages, counted, it))
            };
            let [was, is] = [amount(&change.was), amount(&change.is)];
            (was != is).then(|| {
                messages.say(
                    "revisions-amounts",
                    &[("was", Arg::Text(was.as_str())), ("is", Arg::Text(is.as_str()))],
                )
            })?
        };
        Some(match unit {
            None => words,
            Some(side) => format!("{words} ({})", messages.word(&format!("revisions-{}", side.word()))),
        })
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
        "side": change.side.map(Side::word),
        "versions": change.versions.map(|[was, is]| json!({"is": is, "was": was})),
        "was": change.was.as_ref().map(exact),
    })
}
