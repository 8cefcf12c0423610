//! The values in which an entry counts.

use crate::figures::{Filter, PlanChoice, Question, Record, Ruling, counted_in};
use crate::present::part_words;
use crate::web::chrome::View;
use crate::web::given::{encoded, link};

/// The values of a plan that look at an entry, at a day.
pub(super) struct Counts {
    /// The plan, where there are several.
    pub plan: String,
    pub day: String,
    pub is_counted: bool,
    pub items: Vec<Count>,
}

/// A value, and what an entry is in it.
pub(super) struct Count {
    pub label: String,
    pub href: String,
    pub how: String,
}

/// The values of each plan that look at a record, at the end of the plan's fiscal
/// year in which it happened, or today while that year lasts.
pub(super) fn counts(view: &View<'_>, record: &Record) -> Vec<Counts> {
    let first = view.state.adoptions().first().map(|it| it.adoption.id.as_str());
    let others = view.state.plans().into_iter().filter(|id| Some(*id) != first);
    // A plan that was not in force yet counts nothing.
    let all: Vec<Counts> =
        first.into_iter().chain(others).filter_map(|plan| counts_in(view, record, plan)).collect();
    // Of several plans one that does not look at the entry has nothing to say.
    if all.iter().all(|it| it.items.is_empty()) {
        return all.into_iter().take(1).map(|it| Counts { plan: String::new(), ..it }).collect();
    }
    all.into_iter().filter(|it| !it.items.is_empty()).collect()
}

fn counts_in(view: &View<'_>, record: &Record, plan: &str) -> Option<Counts> {
    let (state, today) = (view.state, view.today());
    let choice = PlanChoice { id: Some(plan.to_owned()), version: None };
    let now = Ruling::at(state, &choice, today).ok()?;
    let day = now.year_end.holding(record.latest().occurred.to).to.min(today);
    let ruling = Ruling::at(state, &choice, day).ok()?;
    let all = counted_in(&Question::new(state, &ruling, day, Filter::default()), record);
    let is_only = state.adoptions().iter().all(|it| it.adoption.id == plan);
    let adoption = &ruling.adopted.adoption;
    let (label, named) = if is_only { ("", "") } else { (view.language().of(&adoption.label), plan) };
    let kind = state.activity_type(&record.kind);
    let is_counted = all.iter().any(|it| it.part.is_counted());
    let on = day.to_string();
    let items = all.iter().map(|it| Count {
        label: view.language().of(&it.indicator.near().label).to_owned(),
        href: link(
            &format!("/value/{}", encoded(&it.indicator.id)),
            [("as-at", on.as_str()), ("plan", named)],
        ),
        how: part_words(view.messages, state, kind, it),
    });
    Some(Counts { plan: label.to_owned(), day: view.day(day), is_counted, items: items.collect() })
}
