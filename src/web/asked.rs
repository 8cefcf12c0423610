//! What is asked of a date, as the address says it: the same words as on the
//! command line.

use std::sync::Arc;

use super::chrome::View;
use super::given::Given;
use super::trouble::Trouble;
use crate::event::Day;
use crate::exchange::{Remedy, typed_body, typed_date, typed_known};
use crate::figures::{Filter, Known, PlanChoice, State};

/// What is asked of a date.
pub(super) struct Asked {
    /// The entries that are known, where not all of them are looked at.
    past: Option<Arc<State>>,
    /// Up to where entries are known.
    pub known: Known,
    /// The date.
    pub as_at: Day,
    /// Which plan.
    pub choice: PlanChoice,
    /// What entries must name.
    pub filter: Filter,
    /// The date beside it.
    pub compare: Option<Day>,
}

impl Asked {
    pub(super) fn of(view: &View<'_>, given: &Given) -> Result<Self, Trouble> {
        let setting = view.setting();
        let day = |name: &str| given.one(name).map(|typed| typed_date(typed, &setting.calendar)).transpose();
        let known = given.one("known-at").map(|typed| typed_known(typed, &setting.calendar)).transpose()?;
        let known = known.unwrap_or_default();
        let looked_for = view.setting().with(Remedy::None);
        let bodies = given.all("with").map(|typed| typed_body(typed, &[], &looked_for));
        Ok(Self {
            past: if known == Known::Now { None } else { Some(view.office.known(view.ledger, known)?) },
            known,
            as_at: day("as-at")?.map_or_else(|| view.today(), |days| days.to),
            choice: plan_choice(given)?,
            filter: Filter { bodies: bodies.collect::<Result<_, _>>()? },
            compare: day("compare")?.map(|days| days.to),
        })
    }

    /// The entries that are known.
    pub(super) fn state<'a>(&'a self, view: &View<'a>) -> &'a State {
        self.past.as_deref().unwrap_or(view.state)
    }
}

/// Which plan is asked for.
pub(super) fn plan_choice(given: &Given) -> Result<PlanChoice, Trouble> {
    let choice =
        |typed: &str| PlanChoice::typed(typed).ok_or_else(|| Trouble::Typed("usage-plan", typed.to_owned()));
    Ok(given.one("plan").map(choice).transpose()?.unwrap_or_default())
}
