//! A plan in force from a day: which definitions it is made of.

use serde::{Deserialize, Serialize};

use super::Words;
use super::catalogue::first;
use crate::event::Day;

/// The `data` of `jalon.plan.adopted`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// The plan's id.
    pub id: String,
    /// From 1.
    #[serde(default = "first")]
    pub version: u32,
    /// What people read.
    pub label: Words,
    /// The office that approved it, never a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<Words>,
    /// Activity types that count only once a second person approved them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approval: Vec<String>,
    /// Column heads as the organisation prints them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Columns>,
    /// Last day of the plan's fiscal year, `MM-DD`, when it differs from the
    /// ledger's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fiscalyearend: Option<String>,
    /// Said once with every output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Words>,
    /// The sequence of each definition, in the plan's order.
    #[serde(default)]
    pub definitions: Vec<u64>,
}

/// Column heads as the organisation prints them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// Head of the targets.
    pub target: Words,
    /// Head of the values.
    pub delivered: Words,
    /// Head of the percentages.
    pub percent: Words,
}

/// Who approved, by office, and when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The office, never a person.
    pub by: Words,
    /// The day.
    pub on: Day,
}
