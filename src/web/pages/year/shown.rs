//! One fiscal year: what was written down when it was closed, or what it takes to
//! close it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{Meant, closed_words, title};
use crate::audit::Checks;
use crate::figures::{ClosedYear, NoticeSent};
use crate::present::{Arg, ClosedRow, ClosingNotice, closing_notice, other_closed_rows};
use crate::web::chrome::{Chrome, View, html};
use crate::web::given::{Given, link};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "year.html")]
pub(super) struct Page<'v> {
    c: Chrome<'v>,
    years: String,
    of: String,
    closed: Option<Closed>,
    /// What is waited for before it can be closed; none once it is.
    open: Option<Open>,
    close: Form,
    /// Where the values of its last day are.
    table: String,
}

/// A year that is closed.
struct Closed {
    place: u64,
    words: String,
    /// How many entries were recorded since.
    since: String,
    notice: ClosingNotice,
    /// The values on the notice, each with its page as it is known today.
    rows: Vec<Row>,
    /// The others that were written down.
    others: Vec<Row>,
    legend: String,
    sent: Vec<(u64, String)>,
    send: Form,
    links: Links,
}

/// A value, and where its page is.
type Row = (String, ClosedRow);

struct Links {
    notice: String,
    revisions: String,
}

/// A year that can be closed, or is not over.
struct Open {
    is_over: bool,
    checks: usize,
    unapproved: usize,
}

impl Open {
    /// Whether something is open that asks for a reason.
    const fn is_unsettled(&self) -> bool {
        self.checks > 0 || self.unapproved > 0
    }
}

/// A form, with what was typed into it and why it was not done.
#[derive(Default)]
struct Form {
    action: String,
    size: u64,
    reason: String,
    anyway: bool,
    to: String,
    on: String,
    error: String,
}

/// Which form of the page was not done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Undone {
    /// None: the page is only shown.
    None,
    /// That which closes the year.
    Close,
    /// That which notes to whom the notice was sent.
    Send,
}

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(typed): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let meant = Meant::of(view, &seen, &typed)?;
        html(&made(view, &meant, Undone::None, &Given::default(), "")?)
    })
}

/// The page, with a form that was not done and why.
pub(super) fn made<'v>(
    view: &View<'v>,
    meant: &Meant,
    undone: Undone,
    given: &Given,
    error: &str,
) -> Result<Page<'v>, Trouble> {
    let closed = meant.closed(view)?;
    let ruling = meant.ruling(view)?;
    let adoption = &ruling.adopted.adoption;
    let version = adoption.version.to_string();
    let of =
        [("label", Arg::Text(view.language().of(&adoption.label))), ("version", Arg::Text(version.as_str()))];
    let open = closed.is_none().then(|| Open {
        is_over: meant.day < view.today(),
        checks: Checks::of(view.state, meant.day, &view.office.documents()).total(),
        unapproved: ruling.indicators().filter(|it| it.approved.is_none()).count(),
    });
    let form = |is: Undone, page: &str| {
        let empty = Given::default();
        let given = if is == undone { given } else { &empty };
        let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
        Form {
            action: meant.href(page),
            size: view.state.size(),
            reason: typed("reason"),
            anyway: given.has("anyway"),
            to: typed("to"),
            on: given.one("on").map_or_else(|| view.today().to_string(), str::to_owned),
            error: if is == undone { error.to_owned() } else { String::new() },
        }
    };
    Ok(Page {
        c: view.chrome(&title(view, meant.day), "audit"),
        years: link("/years", [("plan", meant.plan.as_str())]),
        of: view.say("closing-of", &of),
        closed: closed.map(|year| of_closed(view, meant, year, form(Undone::Send, "/sent"))),
        open,
        close: form(Undone::Close, ""),
        table: link("/table", [("as-at", meant.day.to_string().as_str()), ("plan", meant.plan.as_str())]),
    })
}

fn of_closed(view: &View<'_>, meant: &Meant, year: &ClosedYear, send: Form) -> Closed {
    let recorders = view.office.recorders(view.state);
    let since = view.state.size().saturating_sub(year.sequence + 1);
    let since = usize::try_from(since).unwrap_or(usize::MAX);
    let mut notice = closing_notice(view.messages, view.state, &recorders, year);
    let row = |row: ClosedRow| (meant.value(&row.indicator), row);
    Closed {
        place: year.sequence,
        words: closed_words(view, year),
        since: view.say("web-year-since", &[("count", Arg::Count(since))]),
        rows: std::mem::take(&mut notice.rows).into_iter().map(row).collect(),
        others: other_closed_rows(view.messages, view.state, year).into_iter().map(row).collect(),
        legend: legend(view),
        notice,
        sent: year.sent.iter().map(|it| (it.sequence, sent_words(view, it))).collect(),
        send,
        links: Links { notice: meant.href("/notice"), revisions: meant.href("/revisions") },
    }
}

/// What the marks of grades mean.
fn legend(view: &View<'_>) -> String {
    let marks = [("●", "grade-documented"), ("◐", "grade-itemised"), ("○", "grade-reported")];
    marks.map(|(mark, id)| format!("{mark} {}", view.word(id))).join(" · ")
}

fn sent_words(view: &View<'_>, sent: &NoticeSent) -> String {
    let day = view.day(sent.on);
    view.say("web-year-sent", &[("to", Arg::Text(&sent.to)), ("day", Arg::Text(&day))])
}
