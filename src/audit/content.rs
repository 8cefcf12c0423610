//! Whether an activity says what its type has, of what is registered.

use std::borrow::Cow;

use super::Misstep;
use super::follows::holds;
use super::past::{Past, hash_of};
use crate::event::{Activity, BodyId, Currency, Draft, EntryId, Object, read_activity};
use crate::figures::State;
use crate::plan::{ActivityType, Definition, check_fields};

/// An activity, with what was read of it already.
pub(super) fn activity(past: &Past<'_>, draft: &Draft, said: Option<&Activity>) -> Result<(), Misstep> {
    let short = past.state.short_kind(&draft.kind);
    holds(short != draft.kind, Misstep::TypePrefix)?;
    let kind = version_of(past.state, short, draft.version).ok_or(Misstep::TypeUnknown)?;
    content(past, kind, draft, &*version(&draft.data, said)?, None)
}

/// The version of an activity that `data` say, read now where it was not before.
pub(super) fn version<'a>(data: &Object, said: Option<&'a Activity>) -> Result<Cow<'a, Activity>, Misstep> {
    match said {
        Some(said) => Ok(Cow::Borrowed(said)),
        None => read_activity(data.clone()).map(Cow::Owned).map_err(|_| Misstep::Activity),
    }
}

/// A version of a type, which mostly is the last one.
fn version_of<'a>(state: &'a State, id: &str, version: u32) -> Option<&'a ActivityType> {
    let last = state.activity_type(id)?;
    if last.version == version {
        return Some(last);
    }
    state.definitions().find_map(|(_, definition)| match definition {
        Definition::Type(kind) if kind.id == id && kind.version == version => Some(kind),
        _ => None,
    })
}

/// The content of an activity. A correction may keep what is retired or withdrawn
/// since, where the version that it replaces has it; that one is read again only
/// where this matters.
pub(super) fn content(
    past: &Past<'_>,
    kind: &ActivityType,
    draft: &Draft,
    activity: &Activity,
    replaced: Option<u64>,
) -> Result<(), Misstep> {
    let state = past.state;
    let known = |id: &BodyId| state.register().get(id).is_some();
    holds(draft.subject.as_ref().is_none_or(known), Misstep::SubjectUnknown)?;
    let hash = || hash_of(draft, "replaces");
    let before = || (past.earlier)(replaced?, hash()?);
    let kept = |id: EntryId| before().is_some_and(|before| before.partof == Some(id));
    let other = |id: EntryId| draft.corrected != Some(id) && past.is_activity(id);
    holds(activity.partof.is_none_or(|id| other(id) || kept(id)), Misstep::NotAPart)?;
    let currency = state.currency().unwrap_or(Currency::NONE);
    let fits = |before: Option<&Activity>| {
        let before = before.map(|before| &before.fields);
        check_fields(kind, &activity.fields, before, currency, state.register()).is_empty()
    };
    let fit = fits(None) || before().is_some_and(|before| fits(Some(&before)));
    holds(fit, Misstep::Fields)
}
