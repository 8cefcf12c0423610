//! The versions of an entry, and what stands in the ledger's bytes.

use super::acts::{act_words, recorded};
use super::stored;
use crate::figures::Record;
use crate::present::{Arg, period_words, version_words};
use crate::web::chrome::View;
use crate::web::trouble::Trouble;

/// One version beside the others.
pub(super) struct VersionLine {
    pub place: u64,
    pub words: String,
    pub recorded: String,
    pub reason: String,
    pub fate: String,
    /// Where it is withdrawn alone.
    pub withdraw: Option<String>,
}

/// What stands in the ledger's bytes.
pub(super) struct Detail {
    pub place: u64,
    pub id: String,
    pub kind: String,
    pub hash: String,
    pub text: String,
}

/// The versions, where there are several.
pub(super) fn versions(view: &View<'_>, record: &Record) -> Result<Vec<VersionLine>, Trouble> {
    if record.corrections.is_empty() {
        return Ok(vec![]);
    }
    let latest = record.latest().sequence;
    let mut lines = Vec::new();
    for version in record.versions() {
        let fate = match version.withdrawn {
            Some(act) => act_words(view, "show-version-withdrawn", act)?,
            None if version.sequence == latest => view.word("show-version-last"),
            None => view.say("show-version-replaced", &[("entry", Arg::Shown(&latest))]),
        };
        let is_correction = version.sequence != record.sequence;
        let can_go = is_correction && version.withdrawn.is_none() && record.withdrawn.is_none();
        lines.push(VersionLine {
            place: version.sequence,
            words: format!(
                "{} · {}",
                period_words(view.messages, version.occurred),
                version_words(view.messages, view.state, record, version)
            ),
            recorded: recorded(view, version.sequence)?,
            reason: version.reason.clone().unwrap_or_default(),
            fate,
            withdraw: can_go.then(|| format!("/entry/{}/withdraw", version.sequence)),
        });
    }
    Ok(lines)
}

/// The entries as they are stored.
pub(super) fn details(
    view: &View<'_>,
    places: impl IntoIterator<Item = u64>,
) -> Result<Vec<Detail>, Trouble> {
    let detail = |place: u64| {
        let (line, entry) = stored(view, place)?;
        let stored: serde_json::Value = serde_json::from_slice(&line).unwrap_or_default();
        Ok(Detail {
            place,
            id: entry.draft.id.to_string(),
            kind: entry.draft.kind.clone(),
            hash: view.state.hash(place).unwrap_or_default().to_string(),
            text: serde_json::to_string_pretty(&stored).unwrap_or_default(),
        })
    };
    places.into_iter().map(detail).collect()
}
