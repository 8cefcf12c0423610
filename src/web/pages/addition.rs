//! Documents added to an entry that is there.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::activity::drafting::{Unclear, evidence};
use super::documents::Attached;
use super::entry::{other_words, placed, record_at, stored};
use crate::event::{EntryId, MAX_TEXT, clean, types};
use crate::figures::stands;
use crate::ledger::Command;
use crate::present::{backed_words, version_words};
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::shelf::Sent;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "addition.html")]
struct Page<'v> {
    c: Chrome<'v>,
    place: u64,
    kind: String,
    what: String,
    note: String,
    unclear: Unclear,
    documents: Attached,
}

/// What documents are added to.
struct Backed {
    id: EntryId,
    place: u64,
    what: String,
}

impl Backed {
    fn at(view: &View<'_>, typed: &str) -> Result<Self, Trouble> {
        let place = placed(view, typed)?;
        if let Some(record) = record_at(view, place) {
            let what = version_words(view.messages, view.state, record, record.latest());
            return Ok(Self { id: record.id, place: record.sequence, what });
        }
        let (_, entry) = stored(view, place)?;
        let (id, kind) = (entry.draft.id, entry.draft.kind.as_str());
        let takes = [types::NOTE_RECORDED, types::TABLE_PUBLISHED].contains(&kind);
        if takes && stands(view.state, id, kind) == Some(true) {
            Ok(Self { id, place, what: other_words(view, place, &entry) })
        } else {
            Err(Trouble::Missing)
        }
    }
}

fn page<'v>(view: &View<'v>, backed: Backed, given: &Given, unclear: Unclear, waiting: &[Sent]) -> Page<'v> {
    Page {
        c: view.chrome(&view.word("web-add-document"), "journal"),
        kind: backed_words(view.messages, view.state, backed.place),
        place: backed.place,
        what: backed.what,
        note: given.one("note").unwrap_or_default().to_owned(),
        documents: Attached::of(view, given, waiting),
        unclear,
    }
}

pub(in crate::web) async fn form(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        html(&page(view, Backed::at(view, &place)?, &Given::default(), Unclear::default(), &[]))
    })
}

pub(in crate::web) async fn save(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let given = &posted.given;
    let done = office.act(&seen, |view| {
        if posted.is_changed {
            return Err(Trouble::Form);
        }
        let entry = Backed::at(view, &place)?.id;
        let note = given.one("note").map(|note| clean(note, MAX_TEXT)).transpose()?;
        let evidence = evidence(view, given, &posted.documents, &[])?;
        Ok(vec![Command::AddEvidence { entry, evidence, note }])
    });
    office.show(&seen, |view| {
        let backed = Backed::at(view, &place)?;
        match done {
            Ok(receipts) => {
                posted.done(&office);
                let act = receipts.last().map(|it| it.sequence).unwrap_or_default();
                Ok(onward(&format!("/entry/{}?saved=1&act={act}", backed.place)))
            }
            Err(trouble) => {
                let waiting = posted.waiting(&office);
                if posted.is_changed {
                    return html(&page(view, backed, given, Unclear::default(), &waiting));
                }
                let unclear = Unclear::refused(view, &trouble);
                html_with(trouble.status_of_form(), &page(view, backed, given, unclear, &waiting))
            }
        }
    })
}
