//! What no value counts, and what values rest on.

use axum::extract::State;
use axum::response::Response;

use super::shown::{Field, Shown, from_index, scope};
use crate::audit::{Coverage, recount};
use crate::figures::{Filter, Question, Ruling};
use crate::present::{Basis, coverage_json, coverage_report};
use crate::web::asked::Asked;
use crate::web::office::Office;
use crate::web::seen::Seen;

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let asked = Asked::of(view, &seen.given)?;
        let state = asked.state(view);
        let ruling = Ruling::at(state, &asked.choice, asked.as_at)?;
        let question = Question::new(state, &ruling, asked.as_at, Filter::default());
        let recount = view.ledger.read_lines(|lines| recount(lines, state.size()))??;
        let coverage = Coverage::of(&question, &asked.choice, &office.documents(), recount);
        let scope = scope(&asked, state);
        let basis = Basis { state, ruling: &ruling, as_at: asked.as_at, scope: &scope };
        Shown {
            name: format!("coverage-{}", asked.as_at),
            back: from_index(view),
            fields: vec![
                Field::new(view, "as-at", "web-day", asked.as_at.to_string()),
                Field::known_at(view),
            ],
            as_at: asked.as_at,
            report: &|messages, most| coverage_report(messages, &basis, &coverage, most),
            document: &|| coverage_json(&basis, &coverage),
        }
        .answer(view)
    })
}
