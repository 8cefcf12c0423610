//! Samples of a value: drawn by what is chosen on the page, to download as a working
//! paper, and as they were tested.

mod asking;
mod results;
mod shown;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use asking::{Choice, chosen};
use shown::{Drawing, Page};

use crate::figures::{PlanChoice, Ruling, SampleRecord, Sampling, State as Known, sample};
use crate::ledger::{Known as UpTo, NotTested, Refusal};
use crate::present::{Messages, ShownSample, workpaper};
use crate::web::asked::Asked;
use crate::web::chrome::{View, html};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

pub(in crate::web) use results::{list, take};

/// What a workbook is sent as.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The form of a sample of a value; below it the sample, where all that draws it is
/// chosen.
pub(in crate::web) async fn form(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let asked = Asked::of(view, &seen.given)?;
        let state = asked.state(view);
        let choice = Choice::of(view, &asked, state, &id)?;
        match chosen(view, &asked, state, &id)? {
            None => html(&Page::asking(view, &choice)),
            Some(sampling) => {
                let record = view.state.standing_samples().find(|it| it.sampling == sampling);
                drawn(view, state, &sampling, record, |drawing| html(&Page::of(view, drawing, Some(&choice))))
            }
        }
    })
}

/// The working paper of a sample that is chosen.
pub(in crate::web) async fn paper(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let asked = Asked::of(view, &seen.given)?;
        let state = asked.state(view);
        let sampling = chosen(view, &asked, state, &id)?.ok_or(Trouble::Missing)?;
        let record = view.state.standing_samples().find(|it| it.sampling == sampling);
        drawn(view, state, &sampling, record, |drawing| paper_of(view, drawing))
    })
}

/// A sample that is recorded.
pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(typed): Path<String>,
    seen: Seen,
) -> Response {
    of_record(&office, &seen, &typed, |view, drawing| html(&Page::of(view, drawing, None)))
}

/// Its working paper, with what was found.
pub(in crate::web) async fn paper_of_record(
    State(office): State<Office>,
    Path(typed): Path<String>,
    seen: Seen,
) -> Response {
    of_record(&office, &seen, &typed, paper_of)
}

fn of_record(
    office: &Office,
    seen: &Seen,
    typed: &str,
    make: impl FnOnce(&View<'_>, &Drawing<'_>) -> Result<Response, Trouble>,
) -> Response {
    office.show(seen, |view| {
        let place: Option<u64> = typed.parse().ok();
        let record = view.state.samples().iter().find(|it| Some(it.sequence) == place);
        let record = record.ok_or(Trouble::Missing)?;
        let state = as_drawn(view, &record.sampling)?;
        drawn(view, &state, &record.sampling, Some(record), |drawing| make(view, drawing))
    })
}

/// The entries that a sample knew; refused where it is none of this ledger's.
fn as_drawn(view: &View<'_>, sampling: &Sampling) -> Result<std::sync::Arc<Known>, Trouble> {
    let other = || Trouble::from(Refusal::from(NotTested::OtherEntries(sampling.size)));
    let last = sampling.size.checked_sub(1).filter(|_| sampling.size <= view.state.size());
    let state = view.office.known(view.ledger, UpTo::Sequence(last.ok_or_else(other)?))?;
    if state.head() == sampling.head { Ok(state) } else { Err(other()) }
}

/// Draws a sample and makes something of it.
fn drawn(
    view: &View<'_>,
    state: &Known,
    sampling: &Sampling,
    record: Option<&SampleRecord>,
    make: impl FnOnce(&Drawing<'_>) -> Result<Response, Trouble>,
) -> Result<Response, Trouble> {
    let choice = PlanChoice { id: Some(sampling.plan.clone()), version: Some(sampling.version) };
    let ruling = Ruling::at(state, &choice, sampling.as_at)?;
    let indicator = ruling.indicator(&sampling.indicator).ok_or(Trouble::Missing)?;
    let question = crate::figures::Question::new(state, &ruling, sampling.as_at, sampling.filter.clone());
    let (row, sample) = sample(&question, indicator, &sampling.selection).map_err(Trouble::Unsampled)?;
    let recorders = view.office.recorders(state);
    make(&ShownSample {
        state,
        ruling: &ruling,
        row: &row,
        sampling,
        sample: &sample,
        record,
        recorders: &recorders,
    })
}

fn paper_of(view: &View<'_>, drawing: &Drawing<'_>) -> Result<Response, Trouble> {
    // A file is passed on: it opens nobody's name, as pages do here.
    let messages = Messages::new(view.language());
    messages.at_home(view.state.currency());
    let bytes = workpaper(&messages, drawing)?;
    let name = format!("{}-{}.xlsx", drawing.sampling.indicator, drawing.sampling.as_at);
    let name = format!("attachment; filename=\"{name}\"");
    let heads = [(header::CONTENT_TYPE, XLSX.to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((heads, Body::from(bytes)).into_response())
}
