//! The auditor's pages, from one index: a further page is one line more in [`PAGES`].

pub(in crate::web) mod coverage;
pub(in crate::web) mod cutoff;
pub(in crate::web) mod quality;
mod shown;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::figures::{PlanChoice, Ruling};
use crate::plan::Group;
use crate::web::chrome::{Chrome, View, html};
use crate::web::given::encoded;
use crate::web::office::Office;
use crate::web::seen::Seen;

/// Where each page is, and the name of its two messages: `web-audit-NAME` what it is
/// called, `web-audit-NAME-lead` what it is for.
const PAGES: [(&str, &str); 9] = [
    ("/years", "years"),
    ("/verify", "verify"),
    ("/audit/cutoff", "cutoff"),
    ("/audit/coverage", "coverage"),
    ("/samples", "samples"),
    ("/reconcile", "reconcile"),
    ("/documents", "documents"),
    ("/forget", "forget"),
    ("/checks", "checks"),
];

#[derive(Template)]
#[template(path = "audit.html")]
struct Page<'v> {
    c: Chrome<'v>,
    pages: Vec<Listed>,
    /// Each group of indicators, with the sheet of each.
    groups: Vec<(String, Vec<Listed>)>,
}

/// A page that is listed.
struct Listed {
    href: String,
    title: String,
    lead: String,
}

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let listed = |(href, name): (&str, &str)| Listed {
            href: href.to_owned(),
            title: view.word(&format!("web-audit-{name}")),
            lead: view.word(&format!("web-audit-{name}-lead")),
        };
        let pages = PAGES.into_iter().map(listed).collect();
        html(&Page { c: view.chrome(&view.word("web-audit"), "audit"), pages, groups: sheets(view) })
    })
}

/// The sheet of each indicator of the plan that rules today; none where none does.
fn sheets(view: &View<'_>) -> Vec<(String, Vec<Listed>)> {
    let Ok(ruling) = Ruling::at(view.state, &PlanChoice::default(), view.today()) else { return vec![] };
    let language = view.language();
    let sheet = |id: &String| {
        let indicator = ruling.indicator(id)?;
        Some(Listed {
            href: format!("/value/{}/quality", encoded(&indicator.id)),
            title: language.of(&indicator.title()).to_owned(),
            lead: String::new(),
        })
    };
    // Groups of several objectives are called the same: the objective's number tells them apart.
    let number = |group: &Group| {
        let objective = ruling.objectives.iter().find(|it| Some(&it.id) == group.objective.as_ref())?;
        Some(format!("{} ", objective.number.as_ref()?))
    };
    let group = |group: &&Group| {
        let title = number(group).unwrap_or_default() + language.of(&group.label);
        (title, group.rows.iter().filter_map(sheet).collect())
    };
    ruling.groups.iter().map(group).collect()
}
