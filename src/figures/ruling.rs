//! The plan that rules at a date, put together from its definitions.

use std::collections::{BTreeMap, HashMap};

use super::state::{Adopted, State};
use crate::event::{Day, Period, YearEnd};
use crate::plan::{Definition, Group, Indicator, List, Near, Objective, Target};

/// Which plan is asked for; the plan adopted first when nothing is said.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PlanChoice {
    /// The plan's id.
    pub id: Option<String>,
    /// One version instead of the one in force.
    pub version: Option<u32>,
}

impl PlanChoice {
    /// What people type: PLAN or PLAN@VERSION; none where the version is no
    /// number.
    pub fn typed(text: &str) -> Option<Self> {
        let (id, version) = text.split_once('@').map_or((text, None), |(id, it)| (id, Some(it)));
        let version = version.map(str::parse).transpose().ok()?;
        Some(Self { id: Some(id.to_owned()), version })
    }
}

/// Why no plan rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RulingError {
    /// No plan was adopted at all.
    #[error("no plan has been adopted")]
    NoPlan,
    /// None of that id.
    #[error("there is no plan “{typed}”")]
    UnknownPlan {
        /// What was asked for.
        typed: String,
        /// The plans that there are.
        known: Vec<Near>,
    },
    /// None of that version.
    #[error("the plan “{plan}” has no version {version}; the last is {last}")]
    UnknownVersion {
        /// The plan.
        plan: String,
        /// What was asked for.
        version: u32,
        /// Its last version.
        last: u32,
    },
    /// Not in force yet.
    #[error("the plan “{plan}” is in force from {from} only")]
    NotInForce {
        /// The plan.
        plan: String,
        /// Its first day in force.
        from: Day,
    },
    /// Another version rules then.
    #[error("version {version} of the plan “{plan}” does not rule on {day}: version {rules} does")]
    NotThen {
        /// The plan.
        plan: String,
        /// What was asked for.
        version: u32,
        /// The day.
        day: Day,
        /// The version that rules.
        rules: u32,
    },
}

/// A plan in force with its definitions.
#[derive(Debug)]
pub struct Ruling<'a> {
    /// The adoption.
    pub adopted: &'a Adopted,
    /// First day in force of the plan's first version: the first day of its
    /// indicators when they name none.
    pub first_day: Day,
    /// Last day of its fiscal year.
    pub year_end: YearEnd,
    /// Its objectives in order.
    pub objectives: Vec<&'a Objective>,
    /// Its groups in order.
    pub groups: Vec<&'a Group>,
    indicators: BTreeMap<&'a str, &'a Indicator>,
    targets: HashMap<&'a str, &'a Target>,
    lists: HashMap<&'a str, &'a List>,
}

/// That there is no plan of this id, and which there are, each once and as it
/// is called now.
fn unknown_plan(state: &State, id: &str) -> RulingError {
    let latest: BTreeMap<&str, &Adopted> =
        state.adoptions().iter().map(|it| (it.adoption.id.as_str(), it)).collect();
    let near = |it: &Adopted| Near { id: it.adoption.id.clone(), label: it.adoption.label.clone() };
    RulingError::UnknownPlan { typed: id.to_owned(), known: latest.into_values().map(near).collect() }
}

impl<'a> Ruling<'a> {
    /// The plan that rules at a date as far as the state knows.
    pub fn at(state: &'a State, choice: &PlanChoice, as_at: Day) -> Result<Self, RulingError> {
        let first = state.adoptions().first().ok_or(RulingError::NoPlan)?;
        let id = choice.id.as_deref().unwrap_or(&first.adoption.id);
        let of_plan: Vec<&Adopted> = state.adoptions().iter().filter(|it| it.adoption.id == id).collect();
        let first = of_plan.first().ok_or_else(|| unknown_plan(state, id))?;
        let adopted = match choice.version {
            Some(version) => of_plan.iter().find(|it| it.adoption.version == version).ok_or_else(|| {
                let last = of_plan.iter().map(|it| it.adoption.version).max().unwrap_or_default();
                RulingError::UnknownVersion { plan: id.to_owned(), version, last }
            })?,
            // Of two versions from the same day the one recorded later rules.
            None => of_plan
                .iter()
                .filter(|it| it.day <= as_at)
                .max_by_key(|it| (it.day, it.sequence))
                .ok_or(RulingError::NotInForce { plan: id.to_owned(), from: first.day })?,
        };
        Ok(Self::of(state, adopted, first.day))
    }

    /// The same, refused where a version is asked for that is not in force at the date: what
    /// is written down of a year is of the version that ruled.
    pub fn in_force(state: &'a State, choice: &PlanChoice, as_at: Day) -> Result<Self, RulingError> {
        let asked = &Self::at(state, choice, as_at)?.adopted.adoption;
        let of_plan = PlanChoice { id: Some(asked.id.clone()), version: None };
        let ruling = Self::at(state, &of_plan, as_at)?;
        let rules = ruling.adopted.adoption.version;
        if asked.version == rules {
            Ok(ruling)
        } else {
            Err(RulingError::NotThen { plan: asked.id.clone(), version: asked.version, day: as_at, rules })
        }
    }

    fn of(state: &'a State, adopted: &'a Adopted, first_day: Day) -> Self {
        let own = adopted.adoption.fiscalyearend.as_deref().and_then(|text| text.parse().ok());
        let calendar = YearEnd::december();
        let mut ruling = Self {
            adopted,
            first_day,
            year_end: own.or_else(|| state.year_end()).unwrap_or(calendar),
            objectives: vec![],
            groups: vec![],
            indicators: BTreeMap::new(),
            targets: HashMap::new(),
            lists: HashMap::new(),
        };
        for definition in
            adopted.adoption.definitions.iter().filter_map(|&sequence| state.definition(sequence))
        {
            match definition {
                Definition::Objective(it) => ruling.objectives.push(it),
                Definition::Group(it) => ruling.groups.push(it),
                Definition::Indicator(it) => {
                    ruling.indicators.insert(&it.id, it);
                }
                Definition::Target(it) => {
                    ruling.targets.insert(&it.id, it);
                }
                Definition::List(it) => {
                    ruling.lists.insert(&it.id, it);
                }
                Definition::Type(_) => {}
            }
        }
        ruling
    }

    /// The indicator of this id.
    pub fn indicator(&self, id: &str) -> Option<&'a Indicator> {
        self.indicators.get(id).copied()
    }

    /// All its indicators, in order of id.
    pub fn indicators(&self) -> impl Iterator<Item = &'a Indicator> {
        self.indicators.values().copied()
    }

    /// The target of an indicator.
    pub fn target(&self, id: &str) -> Option<&'a Target> {
        self.targets.get(id).copied()
    }

    /// The list of this id.
    pub fn list(&self, id: &str) -> Option<&'a List> {
        self.lists.get(id).copied()
    }

    /// Whether activities of a type count only once approved.
    pub fn asks_approval(&self, kind: &str) -> bool {
        self.adopted.adoption.approval.iter().any(|it| it == kind)
    }

    /// The indicator's first day.
    pub fn first_day_of(&self, indicator: &Indicator) -> Day {
        indicator.rule.since.unwrap_or(self.first_day)
    }

    /// The fiscal year that holds a day.
    pub fn fiscal_year(&self, day: Day) -> Period {
        self.year_end.holding(day)
    }
}
