//! Whether entries count in the right fiscal year.

use axum::extract::State;
use axum::response::Response;

use super::shown::{Field, Shown, from_index, scope};
use crate::audit::{Around, CutOff, last_year_end, rulings};
use crate::event::Day;
use crate::exchange::typed_date;
use crate::figures::{Ruling, State as Known};
use crate::present::{Basis, CutOffGrounds, cutoff_json, cutoff_report};
use crate::web::asked::Asked;
use crate::web::chrome::View;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

/// Days on either side that are looked at unless others are asked for.
const DAYS: u16 = 15;

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let asked = Asked::of(view, &seen.given)?;
        let state = asked.state(view);
        let around = around(view, &asked, state)?;
        let [ruling, later] = rulings(state, &asked.choice, around)?;
        let cutoff = CutOff::of(state, &ruling, &later, around);
        let scope = scope(&asked, state);
        let basis = Basis { state, ruling: &ruling, as_at: around.day, scope: &scope };
        let recorders = office.recorders(state);
        Shown {
            name: format!("cutoff-{}", around.day),
            back: from_index(view),
            fields: vec![
                Field::new(view, "around", "web-around", around.day.to_string()),
                Field::new(view, "days", "web-days-around", around.days.to_string()),
                Field::known_at(view),
            ],
            as_at: around.day,
            report: &|messages, most| {
                cutoff_report(messages, &CutOffGrounds { basis, recorders: &recorders, most }, &cutoff)
            },
            document: &|| cutoff_json(&basis, &cutoff),
        }
        .answer(view)
    })
}

fn around(view: &View<'_>, asked: &Asked, state: &Known) -> Result<Around, Trouble> {
    let given = &view.seen.given;
    let day = match given.one("around") {
        Some(typed) => typed_date(typed, &view.setting().calendar)?.to,
        None => year_end(view, asked, state)?,
    };
    let days = match given.one("days") {
        Some(typed) => {
            Around::days_of(typed).ok_or_else(|| Trouble::Typed("usage-around-days", typed.to_owned()))?
        }
        None => DAYS,
    };
    Ok(Around { day, days })
}

fn year_end(view: &View<'_>, asked: &Asked, state: &Known) -> Result<Day, Trouble> {
    let ruling = Ruling::at(state, &asked.choice, view.today())?;
    Ok(last_year_end(state, ruling.year_end).unwrap_or_else(|| view.today()))
}
