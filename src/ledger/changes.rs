//! What adopting a plan would change, before anything is written.

use super::command::PlanText;
use super::definitions::{definitions, plan_drafts};
use super::refusal::Refusal;
use crate::event::{Day, EntryId, types};
use crate::figures::State;
use crate::plan::{Adoption, Definition, DefinitionKind};

/// What adopting a plan would change.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// Definitions that are new.
    pub new: Vec<Definition>,
    /// Definitions that become a next version, with the version before.
    pub changed: Vec<(Definition, Definition)>,
    /// How many stay as they are.
    pub unchanged: usize,
    /// The adoption; none for a catalogue without a plan, or where the plan
    /// stands as it is.
    pub adoption: Option<(Adoption, Day)>,
}

impl Changes {
    /// What adopting this plan would change, or why it is refused.
    pub fn of(state: &State, plan: &PlanText) -> Result<Self, Refusal> {
        let all = definitions(&plan.head).len();
        let nil = &mut || EntryId::new(uuid::Uuid::nil());
        let mut changes = Self::default();
        let drafts = match plan_drafts(state, plan.clone(), nil) {
            Err(Refusal::PlanUnchanged) => vec![],
            other => other?,
        };
        for draft in drafts {
            if draft.kind == types::PLAN_ADOPTED {
                let adoption = Adoption::read(&draft.data)?;
                changes.adoption = draft.occurred.map(|days| (adoption, days.to));
            } else if let Some(kind) = DefinitionKind::of_entry(&draft.kind) {
                changes.take(state, Definition::read(kind, &draft.data)?);
            }
        }
        changes.unchanged = all - changes.new.len() - changes.changed.len();
        Ok(changes)
    }

    /// Whether the ledger would stay as it is.
    pub const fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.adoption.is_none()
    }

    fn take(&mut self, state: &State, next: Definition) {
        match state.latest(next.kind(), next.id()) {
            Some((_, before)) => self.changed.push((before.clone(), next)),
            None => self.new.push(next),
        }
    }
}
