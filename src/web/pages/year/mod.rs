//! Fiscal years: which are closed, the closing of one with its notice, and what
//! became of its values since.

mod closing;
mod notice;
mod revisions;
mod sent;
mod shown;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::event::Day;
use crate::exchange::{Calendar, typed_date};
use crate::figures::{ClosedYear, PlanChoice, Ruling, year_ends};
use crate::ledger::Refusal;
use crate::present::{Arg, moment_words};
use crate::web::asked::plan_choice;
use crate::web::chrome::{Chrome, View, html};
use crate::web::given::{encoded, link};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

pub(in crate::web) use closing::close;
pub(in crate::web) use notice::page as notice;
pub(in crate::web) use revisions::page as revisions;
pub(in crate::web) use sent::note;
pub(in crate::web) use shown::page;

#[derive(Template)]
#[template(path = "years.html")]
struct Page<'v> {
    c: Chrome<'v>,
    plans: Vec<(String, String)>,
    plan: String,
    years: Vec<Line>,
}

/// A fiscal year in the list.
struct Line {
    title: String,
    href: String,
    /// When it was closed, and by which entry; none of an open one.
    closed: Option<(String, u64)>,
    revisions: String,
    is_over: bool,
}

/// The years of a plan up to that which is under way, the newest first.
pub(in crate::web) async fn list(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let choice = plan_choice(&seen.given)?;
        let typed = seen.given.one("plan").unwrap_or_default().to_owned();
        let today = view.today();
        let ruling = Ruling::at(view.state, &choice, today)?;
        let mut days = year_ends(&ruling, today);
        days.push(ruling.fiscal_year(today).to);
        days.dedup();
        let line = |day: &Day| {
            let meant = Meant { choice: choice.clone(), plan: typed.clone(), day: *day };
            let closed = view.state.closed_year(&ruling.adopted.adoption.id, *day);
            Line {
                title: title(view, *day),
                href: meant.href(""),
                closed: closed.map(|year| (closed_words(view, year), year.sequence)),
                revisions: meant.href("/revisions"),
                is_over: *day < today,
            }
        };
        html(&Page {
            c: view.chrome(&view.word("web-audit-years"), "audit"),
            plans: super::table::plans(view),
            years: days.iter().rev().map(line).collect(),
            plan: typed.clone(),
        })
    })
}

fn title(view: &View<'_>, day: Day) -> String {
    view.say("web-year", &[("day", Arg::Text(&view.day(day)))])
}

/// When and by whom a year was closed.
fn closed_words(view: &View<'_>, year: &ClosedYear) -> String {
    let moment = moment_words(view.messages, year.recorded, view.state.zone());
    let by = view.office.recorders(view.state).words(view.messages, year.author.user);
    view.say("web-year-closed", &[("moment", Arg::Text(&moment)), ("by", Arg::Text(&by))])
}

/// What is said of a year where its values are shown, and where its page is.
pub(super) fn year_link(view: &View<'_>, plan: &str, day: Day) -> (String, String) {
    let closed = view.state.closed_year(plan, day);
    let said = closed.map_or_else(|| view.word("web-year-open"), |year| closed_words(view, year));
    (format!("{} · {said}", title(view, day)), link(&format!("/year/{day}"), [("plan", plan)]))
}

/// The fiscal year that an address names, of a plan.
struct Meant {
    choice: PlanChoice,
    /// The plan as it was typed, which addresses keep.
    plan: String,
    day: Day,
}

impl Meant {
    /// What was typed, as `close` takes it: FY2024, or the last day.
    fn of(view: &View<'_>, seen: &Seen, typed: &str) -> Result<Self, Trouble> {
        let choice = plan_choice(&seen.given)?;
        let ruling = Ruling::at(view.state, &choice, view.today())?;
        let calendar = Calendar { today: Some(view.today()), year_end: ruling.year_end };
        let plan = seen.given.one("plan").unwrap_or_default().to_owned();
        Ok(Self { choice, plan, day: typed_date(typed, &calendar)?.to })
    }

    /// The plan as it ruled on the last day.
    fn ruling<'v>(&self, view: &View<'v>) -> Result<Ruling<'v>, Trouble> {
        Ok(Ruling::at(view.state, &self.choice, self.day)?)
    }

    /// The closing that holds.
    fn closed<'v>(&self, view: &View<'v>) -> Result<Option<&'v ClosedYear>, Trouble> {
        let ruling = self.ruling(view)?;
        if ruling.fiscal_year(self.day).to != self.day {
            return Err(Refusal::NotAYearEnd(self.day).into());
        }
        Ok(view.state.closed_year(&ruling.adopted.adoption.id, self.day))
    }

    /// The same of a year that is closed.
    fn closing<'v>(&self, view: &View<'v>) -> Result<&'v ClosedYear, Trouble> {
        self.closed(view)?.ok_or_else(|| Refusal::NotClosed(self.day).into())
    }

    /// Where the page of a value is, on its last day as that is known today.
    fn value(&self, indicator: &str) -> String {
        let day = self.day.to_string();
        link(
            &format!("/value/{}", encoded(indicator)),
            [("as-at", day.as_str()), ("plan", self.plan.as_str())],
        )
    }

    /// Where a page of it is.
    fn href(&self, page: &str) -> String {
        link(&format!("/year/{}{page}", self.day), [("plan", self.plan.as_str())])
    }
}
