//! What adopting a plan would change, before anything is written.

use super::command::PlanText;
use super::definitions::{definitions, plan_drafts};
use super::plan_refusal::PlanRefusal;
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
    /// Definitions of the plan in force before that it no longer has.
    pub removed: Vec<Definition>,
    /// How many stay as they are.
    pub unchanged: usize,
    /// The adoption; none for a catalogue without a plan, or where the plan
    /// stands as it is.
    pub adoption: Option<(Adoption, Day)>,
    /// What of the adoption is another than in the version before.
    pub terms: Vec<Term>,
    /// What the rules of new and changed indicators read of bodies, and no body
    /// of the register has: perhaps a slip, perhaps not yet.
    pub unseen: Vec<Unseen>,
}

/// An attribute that a rule reads and no body of the register has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unseen {
    /// The indicator.
    pub indicator: String,
    /// The path that it reads.
    pub path: String,
}

/// What a plan says of itself beside its definitions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Term {
    /// What people read.
    Label,
    /// Which types count only once approved.
    Approval,
    /// Who approved it.
    Approver,
    /// Column heads.
    Columns,
    /// The end of its fiscal year.
    FiscalYearEnd,
    /// What is said once with every output.
    Notice,
}

impl Term {
    /// The member of the adoption.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Approval => "approval",
            Self::Approver => "approver",
            Self::Columns => "columns",
            Self::FiscalYearEnd => "fiscalyearend",
            Self::Notice => "notice",
        }
    }

    /// What differs between two adoptions.
    fn between(before: &Adoption, now: &Adoption) -> Vec<Self> {
        let all = [
            (Self::Label, before.label != now.label),
            (Self::Approval, before.approval != now.approval),
            (Self::Approver, before.approver != now.approver),
            (Self::Columns, before.columns != now.columns),
            (Self::FiscalYearEnd, before.fiscalyearend != now.fiscalyearend),
            (Self::Notice, before.notice != now.notice),
        ];
        all.into_iter().filter_map(|(term, differs)| differs.then_some(term)).collect()
    }
}

impl Changes {
    /// What adopting this plan would change, or why it is refused.
    pub fn of(state: &State, plan: &PlanText) -> Result<Self, Refusal> {
        let all = definitions(&plan.head).len();
        let nil = &mut || EntryId::new(uuid::Uuid::nil());
        let mut changes = Self::default();
        let drafts = match plan_drafts(state, plan.clone(), nil) {
            Err(Refusal::Plan(PlanRefusal::Unchanged)) => vec![],
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
        changes.beside(state, &definitions(&plan.head));
        changes.unseen = changes.all_unseen(state);
        changes.unchanged = all - changes.new.len() - changes.changed.len();
        Ok(changes)
    }

    /// Whether the ledger would stay as it is.
    pub const fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.adoption.is_none()
    }

    /// What the version before had that this one has not, or otherwise.
    fn beside(&mut self, state: &State, all: &[Definition]) {
        let Some((now, _)) = &self.adoption else { return };
        let Some(before) = state.adoptions().iter().rev().find(|it| it.adoption.id == now.id) else { return };
        self.terms = Term::between(&before.adoption, now);
        let stays = |it: &&Definition| all.iter().any(|now| (now.kind(), now.id()) == (it.kind(), it.id()));
        let had = before.adoption.definitions.iter().filter_map(|place| state.definition(*place));
        // Types and lists belong to the ledger: a plan does not take them away.
        let own = had.filter(|it| !matches!(it.kind(), DefinitionKind::Type | DefinitionKind::List));
        self.removed = own.filter(|it| !stays(it)).cloned().collect();
    }

    fn all_unseen(&self, state: &State) -> Vec<Unseen> {
        // A register without bodies says nothing of what they will have.
        if state.register().bodies().next().is_none() {
            return vec![];
        }
        let defined = self.new.iter().chain(self.changed.iter().map(|(_, next)| next));
        let mut unseen = Vec::new();
        for definition in defined {
            let Definition::Indicator(indicator) = definition else { continue };
            let paths = indicator.rule.from.iter().flat_map(|source| indicator.rule.paths(source));
            for (path, (_, attribute)) in paths.filter_map(|path| Some((path, path.split_once('.')?))) {
                let it = Unseen { indicator: indicator.id.clone(), path: path.to_owned() };
                if !state.register().has_attribute(attribute) && !unseen.contains(&it) {
                    unseen.push(it);
                }
            }
        }
        unseen
    }

    fn take(&mut self, state: &State, next: Definition) {
        match state.latest(next.kind(), next.id()) {
            Some((_, before)) => self.changed.push((before.clone(), next)),
            None => self.new.push(next),
        }
    }
}
