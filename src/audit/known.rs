//! What was known of types and bodies when a line was read, by which most activities
//! are found to be as they must before their turn comes.
//!
//! ```text
//! Pass ──entries of the program's own──▶ Known ──a copy for each group──▶ reading threads
//! ```
//!
//! Nothing that counts here is ever taken back: a version of a type stays what it is,
//! a body that was registered stays so, currency and prefix are said once. So what was
//! right by what stood before an earlier entry is right by what stands before its own.
//! What is not found right here is judged in its turn, by all that stands before it:
//! it may rest on what came since.

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};

use super::spelt::Fitting;
use crate::event::{BodyId, Currency, Skimmed, types};
use crate::figures::State;
use crate::plan::{ActivityType, Definition, DefinitionKind, FactKind};

/// How many bodies are copied without a thought when one more is registered.
const FEW_BODIES: usize = 256;

/// Types and bodies up to some entry. A copy shares what was known.
#[derive(Clone, Default)]
pub(super) struct Known {
    prefix: Option<Arc<str>>,
    currency: Option<Currency>,
    /// The versions of each type, by its short name, each with its fields in the order in
    /// which a line has them.
    types: Arc<HashMap<String, Vec<Arc<ActivityType>>>>,
    bodies: Arc<HashSet<Box<str>>>,
    /// Those that came last.
    last_bodies: Arc<HashSet<Box<str>>>,
}

impl Known {
    /// Takes in what the last entry that a state took up, of this type, says of types
    /// and bodies; whether it says anything.
    pub(super) fn learn(&mut self, state: &State, kind: &str, subject: Option<&BodyId>) -> bool {
        if kind == types::LEDGER_OPENED {
            self.prefix = state.opened().map(|opened| opened.typeprefix.as_str().into());
            self.currency = state.currency();
            return true;
        }
        let defined = || state.definition(state.size().checked_sub(1)?);
        if let Some(Definition::Type(defined)) = DefinitionKind::of_entry(kind).and_then(|_| defined()) {
            let versions = Arc::make_mut(&mut self.types).entry(defined.id.clone()).or_default();
            let mut defined = defined.clone();
            defined.fields.sort_by(|one, other| one.name.cmp(&other.name));
            versions.push(Arc::new(defined));
            return true;
        }
        let registered = matches!(FactKind::of_entry(kind), Some((_, FactKind::Registered)));
        let Some(body) = subject.filter(|_| registered) else { return false };
        self.register(body);
        true
    }

    fn register(&mut self, body: &BodyId) {
        Arc::make_mut(&mut self.last_bodies).insert(body.as_str().into());
        // All are copied only when they are an eighth more.
        if self.last_bodies.len() > FEW_BODIES.max(self.bodies.len() / 8) {
            Arc::make_mut(&mut self.bodies).extend(std::mem::take(&mut self.last_bodies).iter().cloned());
        }
    }

    /// Whether a body is registered.
    pub(super) fn has(&self, body: &str) -> bool {
        self.bodies.contains(body) || self.last_bodies.contains(body)
    }

    /// Whether an activity is of a type that is known, about a body that is, and has
    /// its fields as that type has them.
    pub(super) fn fits(&self, said: Skimmed<'_>) -> bool {
        let of = |prefix: &Arc<str>| said.kind().strip_prefix(&**prefix)?.strip_prefix('.');
        let Some(short) = self.prefix.as_ref().and_then(of) else { return false };
        let Some(versions) = self.types.get(short) else { return false };
        let Some(kind) = versions.iter().rev().find(|it| it.version == said.skim.version) else {
            return false;
        };
        let ledger = self.currency.unwrap_or(Currency::NONE);
        said.subject().is_none_or(|body| self.has(body)) && Fitting { known: self, ledger }.fields(kind, said)
    }
}
