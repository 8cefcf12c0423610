//! What was said about an entry since: when, by whom, why.

use super::stored;
use crate::event::Json;
use crate::figures::{Approval, Record, approval};
use crate::present::{Arg, moment_words};
use crate::web::chrome::View;
use crate::web::trouble::Trouble;

/// When and by whom an entry was recorded.
pub(super) fn recorded(view: &View<'_>, sequence: u64) -> Result<String, Trouble> {
    act_words(view, "recorded-on", sequence)
}

/// A sentence about an entry that says something: when, by whom, why.
pub(super) fn act_words(view: &View<'_>, id: &str, sequence: u64) -> Result<String, Trouble> {
    judged_words(view, id, sequence, 0)
}

/// The same about one version of an entry.
fn judged_words(view: &View<'_>, id: &str, sequence: u64, version: u64) -> Result<String, Trouble> {
    let (_, entry) = stored(view, sequence)?;
    let when = moment_words(view.messages, entry.recorded, view.state.zone());
    let by = view.office.recorders(view.state).words(view.messages, entry.author.user);
    let values = [
        ("when", Arg::Text(when.as_str())),
        ("by", Arg::Text(&by)),
        ("entry", Arg::Shown(&sequence)),
        ("version", Arg::Shown(&version)),
    ];
    let count = match id {
        "recorded-on" => 2,
        "show-approved" | "show-rejected" => 4,
        _ => 3,
    };
    let said = view.say(id, &values[..count]);
    match entry.draft.data.get("reason").and_then(Json::as_text).filter(|_| id != "recorded-on") {
        Some(reason) => {
            Ok(view.say("show-because", &[("said", Arg::Text(&said)), ("reason", Arg::Text(reason))]))
        }
        None => Ok(said),
    }
}

/// What became of a record, a line each.
pub(super) fn fate(view: &View<'_>, record: &Record) -> Result<String, Trouble> {
    if let Some(act) = record.withdrawn {
        return act_words(view, "show-withdrawn", act);
    }
    let version = record.latest();
    let mut lines = Vec::new();
    match version.confirmed {
        _ if version.is_planned() => lines.push(view.word("show-planned")),
        Some(act) => lines.push(act_words(view, "show-confirmed", act.sequence)?),
        None => {}
    }
    for version in record.versions() {
        for judgement in &version.judgements {
            let id = if judgement.approved { "show-approved" } else { "show-rejected" };
            lines.push(judged_words(view, id, judgement.sequence, version.sequence)?);
        }
    }
    if approval(view.state, record) == Some(Approval::Waiting) {
        lines.push(view.title("approval-waiting"));
    }
    Ok(lines.join("\n"))
}
