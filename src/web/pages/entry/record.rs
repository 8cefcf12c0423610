//! The page of an activity or a reported total.

use super::acts::{fate, recorded};
use super::counts::counts;
use super::history::{details, versions};
use super::said::{documents_of, said};
use super::{Action, Page, receipt};
use crate::figures::{Approval, Content, Record, approval};
use crate::present::{period_words, type_words};
use crate::web::chrome::View;
use crate::web::given::{encoded, link};
use crate::web::trouble::Trouble;

pub(super) fn page<'v>(view: &View<'v>, record: &Record) -> Result<Page<'v>, Trouble> {
    let version = record.latest();
    let kind = kind_words(view, record);
    let title = format!("{kind} · {}", record.sequence);
    let copy = record.sequence.to_string();
    let again = link(&format!("/record/{}", encoded(&record.kind)), [("copy", copy.as_str())]);
    let is_activity = matches!(version.content, Content::Activity(_));
    let stands = record.withdrawn.is_none();
    let mut counted = counts(view, record);
    counted.retain(|it| (stands && is_activity) || !it.items.is_empty());
    Ok(Page {
        place: record.sequence,
        saved: view.seen.given.has("saved"),
        receipt: receipt(view, record.id, version.sequence),
        state: fate(view, record)?,
        is_gone: !stands,
        actions: if stands { actions(view, record, &again) } else { vec![] },
        days: period_words(view.messages, version.occurred),
        recorded: recorded(view, record.sequence)?,
        said: said(view, record, version),
        documents: documents_of(view, record.id, version.content.evidence()),
        counts: counted,
        versions: versions(view, record)?,
        details: details(view, record.versions().map(|it| it.sequence))?,
        again: (stands && is_activity).then_some(again),
        batch: record.batch.and_then(|id| view.state.batches().get(&id)).map(|batch| batch.sequence),
        about: None,
        c: view.chrome(&title, "journal"),
        kind,
    })
}

/// What can be done about a record that stands.
fn actions(view: &View<'_>, record: &Record, again: &str) -> Vec<Action> {
    let (version, place) = (record.latest(), record.sequence);
    let act = |act: &str| Action::of_entry(view, place, act);
    let mut all = Vec::new();
    if version.is_planned() && version.occurred.to <= view.today() {
        all.push(act("confirm"));
    }
    let said = approval(view.state, record);
    if said.is_some_and(|it| it != Approval::Approved) {
        all.push(act("approve"));
    }
    if said.is_some_and(|it| it != Approval::Rejected) {
        all.push(act("reject"));
    }
    all.push(act("correct"));
    all.push(Action::new(view, "web-add-document", format!("/entry/{place}/document")));
    if matches!(version.content, Content::Activity(_)) {
        let part = place.to_string();
        all.push(Action::new(view, "web-again", again.to_owned()));
        all.push(Action::new(view, "web-add-part", link("/record", [("partof", part.as_str())])));
    }
    all.push(act("withdraw"));
    all
}

/// What a record is, by the label of its type.
pub(in crate::web::pages) fn kind_words(view: &View<'_>, record: &Record) -> String {
    match &record.latest().content {
        Content::Total(_) => view.title("entry-total-reported"),
        Content::Activity(_) => {
            type_words(view.language(), view.state.activity_type(&record.kind), &record.kind).to_owned()
        }
    }
}
