//! A document, given to be kept, never to be shown as a page.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::event::{Evidence, Hash};
use crate::figures::{Record, State as Known};
use crate::web::given::encoded;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

/// Bytes of a document that is given here; a larger one lies in the ledger's
/// folder.
const MOST: u64 = 512 << 20;

pub(in crate::web) async fn send(
    State(office): State<Office>,
    Path(hash): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let hash: Hash = hash.parse().map_err(|_| Trouble::Missing)?;
        let document = named(view.state, hash).ok_or(Trouble::Missing)?;
        if document.bytes > MOST || !view.office.documents().is_there(document) {
            return Err(Trouble::Missing);
        }
        let bytes = std::fs::read(view.office.documents().path(document)).map_err(|_| Trouble::Missing)?;
        // What is not the document that was recorded is not given under its name.
        if Hash::of(&bytes) != hash {
            return Err(Trouble::Missing);
        }
        let heads = [
            (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename*=UTF-8''{}", encoded(&document.name)),
            ),
            (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
        ];
        Ok((heads, Body::from(bytes)).into_response())
    })
}

/// The document that some entry names by this hash.
fn named(state: &Known, hash: Hash) -> Option<&Evidence> {
    let versions = state.records().iter().flat_map(Record::versions);
    let of_records = versions.flat_map(|version| version.content.evidence());
    let of_notes = state.notes().iter().flat_map(|note| &note.evidence);
    let of_tables = state.publications().iter().flat_map(|it| &it.sent.evidence);
    let added = state.additions().iter().flat_map(|it| &it.evidence);
    of_records.chain(added).chain(of_notes).chain(of_tables).find(|it| it.blake3 == hash)
}
