//! The definitions that an indicator had, one version of its plan after another.

use super::ruling::Ruling;
use super::state::{Adopted, State};
use crate::plan::{Definition, Indicator};

/// A definition of an indicator, with the version of its plan that brought it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Defined<'a> {
    /// The adoption: its first day in force, its version, its place.
    pub adopted: &'a Adopted,
    /// The definition.
    pub indicator: &'a Indicator,
    /// In what it differs from the one before it; nothing of the first one.
    pub differs: Vec<Differs>,
}

/// In what two definitions of an indicator differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Differs {
    /// How the value is made.
    Rule,
    /// What it is called, its unit, its decimals.
    Words,
    /// Where the rule comes from, or who approved it.
    Status,
    /// Who answers for it, where its data come from, how often.
    Keeping,
    /// What its percentage is taken of.
    Percentage,
}

impl Differs {
    /// Its word, in messages and documents.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Words => "words",
            Self::Status => "status",
            Self::Keeping => "keeping",
            Self::Percentage => "percentage",
        }
    }
}

/// The definitions of an indicator in the plan that rules, the first one first, the
/// one that rules last.
pub fn definition_history<'a>(state: &'a State, ruling: &Ruling<'_>, id: &str) -> Vec<Defined<'a>> {
    let own = &ruling.adopted.adoption;
    let is_of_plan = |it: &&Adopted| it.adoption.id == own.id && it.adoption.version <= own.version;
    let mut history: Vec<Defined<'a>> = Vec::new();
    for adopted in state.adoptions().iter().filter(is_of_plan) {
        let Some(indicator) = indicator_in(state, adopted, id) else { continue };
        let differs = match history.last() {
            Some(last) if last.indicator == indicator => continue,
            Some(last) => differences(last.indicator, indicator),
            None => vec![],
        };
        history.push(Defined { adopted, indicator, differs });
    }
    history
}

fn indicator_in<'a>(state: &'a State, adopted: &Adopted, id: &str) -> Option<&'a Indicator> {
    adopted.adoption.definitions.iter().find_map(|&sequence| match state.definition(sequence) {
        Some(Definition::Indicator(indicator)) if indicator.id == id => Some(&**indicator),
        _ => None,
    })
}

fn differences(old: &Indicator, new: &Indicator) -> Vec<Differs> {
    let all = [
        (Differs::Rule, old.rule != new.rule || old.currency != new.currency),
        (Differs::Words, old.title() != new.title() || old.unit != new.unit || old.decimals != new.decimals),
        (Differs::Status, old.status != new.status || old.approved != new.approved || old.words != new.words),
        (
            Differs::Keeping,
            old.owner != new.owner || old.source != new.source || old.frequency != new.frequency,
        ),
        (
            Differs::Percentage,
            old.baseline != new.baseline
                || old.direction != new.direction
                || old.percentdecimals != new.percentdecimals,
        ),
    ];
    all.into_iter().filter_map(|(what, is_so)| is_so.then_some(what)).collect()
}
