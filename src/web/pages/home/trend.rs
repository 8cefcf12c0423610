//! How many targets are reached over time, by objective, as a table, a chart and
//! a file: all of the same plan and of what the same filter lets through.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::event::{Day, Exact};
use crate::figures::{Progress, Ruling, year_ends};
use crate::plan::Words;
use crate::present::{Arg, Bar, reached_words};
use crate::web::asked::Asked;
use crate::web::chart::{Plot, Size, svg};
use crate::web::chrome::{View, given_as};
use crate::web::given::and;
use crate::web::office::{Aim, Office};
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

/// How far each objective is, over time.
#[derive(Template)]
#[template(path = "trend.html")]
pub(super) struct Trend {
    days: Vec<Place>,
    /// What stands in the lines: objectives, or groups of a plan without any.
    title: String,
    objectives: Vec<Objective>,
    /// Whether a chart shows anything: some row has a target.
    is_drawn: bool,
    help: String,
    alt: String,
    /// The chart for light pages, for dark ones, to keep, and its numbers; for
    /// narrow pages, light and dark.
    chart: [String; 6],
}

struct Place {
    short: String,
    href: String,
}

struct Objective {
    number: String,
    label: String,
    reached: String,
    points: Vec<Point>,
}

/// How far an objective is at a day.
struct Point {
    words: String,
    /// How many of them have no value yet, where some have one.
    unknown: String,
    bar: Option<Bar>,
    href: String,
}

/// Which plan is looked at, by what filter, at the year ends so far and today.
pub(super) fn aim(asked: &Asked, ruling: &Ruling<'_>, today: Day) -> Aim {
    let mut days = year_ends(ruling, today);
    days.push(today);
    days.dedup();
    Aim { choice: asked.choice.clone(), filter: asked.filter.clone(), days }
}

/// What is asked of the dashboard: it is of today, and of all that is known.
pub(super) fn asked(view: &View<'_>) -> Result<Asked, Trouble> {
    Asked::of(view, &view.seen.given.only(&["with", "plan"]))
}

/// What is made of how far all objectives are.
pub(super) fn made(
    view: &View<'_>,
    make: impl FnOnce(&Ruling<'_>, &[Progress]) -> Result<Response, Trouble>,
) -> Result<Response, Trouble> {
    let (asked, today) = (asked(view)?, view.today());
    let ruling = Ruling::at(view.state, &asked.choice, today)?;
    make(&ruling, &view.office.progress(view.state, &aim(&asked, &ruling, today)))
}

/// How many targets are reached, over time, of how many.
pub(in crate::web) async fn chart(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        made(view, |_, made| {
            let exact = |number: usize| Some(Exact::from(number));
            let plot = Plot {
                places: made.iter().map(|it| it.day.to_string()).collect(),
                values: made.iter().map(|it| it.known().and_then(exact)).collect(),
                targets: made.iter().map(|it| exact(it.all[1])).collect(),
                words: &|number| number.round(0),
                target: view.word(words_of(view)[0]),
                absent: view.word("not-stated"),
            };
            let drawn = svg(&plot, seen.given.one("theme") == Some("dark"), Size::of(&seen.given))
                .ok_or(Trouble::Template)?;
            Ok(given_as(drawn, "image/svg+xml", "trend.svg", seen.given.has("keep")))
        })
    })
}

/// What the chart shows, as CSV.
pub(in crate::web) async fn series(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        made(view, |_, made| {
            let heads =
                if is_filtered(view) { "as_at,counting,of,unknown" } else { "as_at,reached,of,unknown" };
            let mut text = format!("{heads}\r\n");
            for progress in made {
                let reached = progress.known().map(|it| it.to_string()).unwrap_or_default();
                let (day, of, unknown) = (progress.day, progress.all[1], progress.unknown);
                text.push_str(&format!("{day},{reached},{of},{unknown}\r\n"));
            }
            Ok(given_as(text, "text/csv; charset=utf-8", "trend.csv", true))
        })
    })
}

impl Trend {
    pub(super) fn of(view: &View<'_>, ruling: &Ruling<'_>, made: &[Progress]) -> Self {
        let given = &view.seen.given;
        let place =
            |progress: &Progress| Place { short: progress.day.to_string(), href: href(view, progress) };
        let chart = |name: &str, text| given.link("/trend.svg", name, text);
        Self {
            days: made.iter().map(place).collect(),
            title: view.word(if ruling.objectives.is_empty() { "web-groups" } else { "web-objectives" }),
            objectives: lines(view, ruling, made),
            is_drawn: made.iter().any(|it| it.all[1] > 0),
            help: view.word(words_of(view)[1]),
            alt: view.word(words_of(view)[2]),
            chart: [
                chart("", None),
                chart("theme", Some("dark")),
                chart("keep", Some("1")),
                given.link("/trend.csv", "", None),
                and(&chart("", None), "size", "narrow"),
                and(&chart("theme", Some("dark")), "size", "narrow"),
            ],
        }
    }
}

/// Whether a part of the entries is looked at, which no target is for.
fn is_filtered(view: &View<'_>) -> bool {
    view.seen.given.one("with").is_some()
}

/// Of the chart, the table and the picture, what they show.
fn words_of(view: &View<'_>) -> [&'static str; 3] {
    if is_filtered(view) {
        ["web-indicators-all", "web-counting-help", "web-counting-trend"]
    } else {
        ["web-indicators-with-target", "web-objectives-help", "web-trend"]
    }
}

/// How many rows count something of what a filter lets through, today.
pub(super) fn counting_words(view: &View<'_>, made: &[Progress]) -> String {
    let Some([some, of]) = made.last().map(|it| it.all) else { return String::new() };
    view.say("web-counting", &[("count", Arg::Count(some)), ("of", Arg::Count(of))])
}

fn href(view: &View<'_>, progress: &Progress) -> String {
    view.seen.given.link("/table", "as-at", Some(&progress.day.to_string()))
}

/// A line for each objective; for each group of a plan without objectives.
fn lines(view: &View<'_>, ruling: &Ruling<'_>, made: &[Progress]) -> Vec<Objective> {
    if ruling.objectives.is_empty() {
        let groups = ruling.groups.iter();
        return groups.map(|it| line(view, (&it.id, None, &it.label), made)).collect();
    }
    let objectives = ruling.objectives.iter();
    objectives.map(|it| line(view, (&it.id, it.number.as_ref(), &it.label), made)).collect()
}

fn line(
    view: &View<'_>,
    (id, number, label): (&str, Option<&String>, &Words),
    made: &[Progress],
) -> Objective {
    let its = |progress: &Progress| progress.objectives.iter().find(|it| it.id == id).cloned();
    let at = |progress: &Progress| {
        let its = its(progress);
        let [reached, of] = its.as_ref().map_or([0, 0], |it| it.reached);
        let is_known = its.as_ref().is_some_and(|it| it.known().is_some());
        let unknown = its.map_or(0, |it| it.unknown);
        Point {
            words: match (of, is_known) {
                (0, _) => "–".to_owned(),
                (_, true) => format!("{reached}/{of}"),
                (_, false) => view.word("not-stated"),
            },
            unknown: if is_known && unknown > 0 {
                format!("{unknown}\u{a0}{}", view.word("not-stated"))
            } else {
                String::new()
            },
            bar: Bar::part([reached, of]).filter(|_| is_known),
            href: href(view, progress),
        }
    };
    let (reached, unknown) = made.last().and_then(its).map_or(([0, 0], 0), |it| (it.reached, it.unknown));
    Objective {
        number: number.cloned().unwrap_or_default(),
        label: view.language().of(label).to_owned(),
        reached: if is_filtered(view) {
            String::new()
        } else {
            reached_words(view.messages, reached, unknown)
        },
        points: made.iter().map(at).collect(),
    }
}
