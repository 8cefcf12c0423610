//! The data-quality sheet of one value.

use axum::extract::{Path, State};
use axum::response::Response;

use super::shown::{Field, Shown, from_index, scope};
use crate::audit::Quality;
use crate::figures::{Filter, Question, Ruling};
use crate::present::{Basis, quality_json, quality_report};
use crate::web::asked::Asked;
use crate::web::given::encoded;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let asked = Asked::of(view, &seen.given)?;
        let state = asked.state(view);
        let ruling = Ruling::at(state, &asked.choice, asked.as_at)?;
        let indicator = ruling.indicator(&id).ok_or(Trouble::Missing)?;
        let question = Question::new(state, &ruling, asked.as_at, Filter::default());
        let quality = Quality::of(&question, indicator, &office.documents());
        let scope = scope(&asked, state);
        let basis = Basis { state, ruling: &ruling, as_at: asked.as_at, scope: &scope };
        let value = view.seen.given.only(&["as-at", "known-at", "plan"]);
        let value = value.link(&format!("/value/{}", encoded(&id)), "", None);
        let label = view.language().of(&indicator.title()).to_owned();
        Shown {
            name: format!("quality-{id}-{}", asked.as_at),
            back: from_index(view).into_iter().chain([(label, value)]).collect(),
            fields: vec![
                Field::new(view, "as-at", "web-day", asked.as_at.to_string()),
                Field::known_at(view),
            ],
            as_at: asked.as_at,
            report: &|messages, _| quality_report(messages, &basis, &quality),
            document: &|| quality_json(&basis, &quality),
        }
        .answer(view)
    })
}
