//! One value: how it is made, over time, and of which entries.

mod making;
mod published;

use axum::extract::{Path, State};
use axum::response::Response;

use making::Making;
use published::History;

use crate::event::{Day, Exact};
use crate::figures::{Point, Question, Ruling, State as Known, excerpt, may_be_published, series, year_ends};
use crate::plan::Indicator;
use crate::present::{plan_heads, unit_words};
use crate::web::asked::Asked;
use crate::web::chart::{Plot, Size, svg};
use crate::web::chrome::{View, given_as, html};
use crate::web::office::{Office, is_at_once};
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    shown(&office, &seen, &id, |wanted| {
        let Wanted { view, asked, state, ruling, indicator } = *wanted;
        let question = Question::new(state, ruling, asked.as_at, asked.filter.clone());
        let (from, count) = making::shown_on(&seen.given);
        let excerpt = excerpt(&question, indicator, from, count);
        let sent = may_be_published(state, &indicator.id);
        // Up to what each table knew the ledger is replayed.
        let follows = sent && !is_at_once(state.size().saturating_mul(state.publications().len() as u64));
        let history = if sent && !follows { Some(History::of(view, state, &indicator.id)?) } else { None };
        html(&Making { view, asked, state, ruling, excerpt: &excerpt }.page(history, follows))
    })
}

/// Where it was published, which follows its page where finding it takes longer.
pub(in crate::web) async fn published(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    shown(&office, &seen, &id, |it| html(&History::of(it.view, it.state, &it.indicator.id)?))
}

/// The chart alone, for light pages or dark ones, or to keep.
pub(in crate::web) async fn chart(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    shown(&office, &seen, &id, |wanted| {
        let (points, messages) = (wanted.points(), wanted.view.messages);
        let words = |value: &Exact| unit_words(messages, wanted.indicator, value);
        let plot = Plot {
            places: points.iter().map(|it| it.day.to_string()).collect(),
            values: points.iter().map(|it| it.value.delivered.clone()).collect(),
            targets: points.iter().map(|it| it.target.clone()).collect(),
            words: &words,
            absent: wanted.view.word("not-stated"),
            target: plan_heads(messages, wanted.ruling)[0].clone(),
        };
        let drawn = svg(&plot, seen.given.one("theme") == Some("dark"), Size::of(&seen.given))
            .ok_or(Trouble::Template)?;
        Ok(given_as(drawn, "image/svg+xml", &format!("{id}.svg"), seen.given.has("keep")))
    })
}

/// What the chart shows, as CSV.
pub(in crate::web) async fn series_csv(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    shown(&office, &seen, &id, |wanted| {
        let number = |number: Option<&Exact>| {
            number.map(|it| it.to_decimal().unwrap_or_else(|| it.round(6))).unwrap_or_default()
        };
        let mut text = "as_at,delivered,target,percent\r\n".to_owned();
        for point in wanted.points() {
            let [delivered, target] = [number(point.value.delivered.as_ref()), number(point.target.as_ref())];
            let percent = point.percent.map(|it| (it * Exact::from(100_i64)).round(2)).unwrap_or_default();
            text.push_str(&format!("{},{delivered},{target},{percent}\r\n", point.day));
        }
        Ok(given_as(text, "text/csv; charset=utf-8", &format!("{id}.csv"), true))
    })
}

/// The value that an address asks for.
#[derive(Clone, Copy)]
struct Wanted<'w> {
    view: &'w View<'w>,
    asked: &'w Asked,
    state: &'w Known,
    ruling: &'w Ruling<'w>,
    indicator: &'w Indicator,
}

/// What is made of the value with this id, for these dates and this filter.
fn shown(
    office: &Office,
    seen: &Seen,
    id: &str,
    make: impl FnOnce(&Wanted<'_>) -> Result<Response, Trouble>,
) -> Response {
    office.show(seen, |view| {
        let asked = &Asked::of(view, &seen.given)?;
        let state = asked.state(view);
        let ruling = &Ruling::at(state, &asked.choice, asked.as_at)?;
        let indicator = ruling.indicator(id).ok_or(Trouble::Missing)?;
        make(&Wanted { view, asked, state, ruling, indicator })
    })
}

impl Wanted<'_> {
    fn points(&self) -> Vec<Point> {
        points(self.state, self.asked, self.ruling, self.indicator)
    }
}

/// The value at each year end and at the day itself.
fn points(state: &Known, asked: &Asked, ruling: &Ruling<'_>, indicator: &Indicator) -> Vec<Point> {
    let mut days: Vec<Day> = year_ends(ruling, asked.as_at);
    days.push(asked.as_at);
    days.dedup();
    series(state, &asked.choice, &indicator.id, &days, &asked.filter)
}
