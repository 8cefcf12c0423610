//! What became of the values of a closed year, and why.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{Meant, title};
use crate::audit::{Revision, Since, revisions as found_of};
use crate::event::Entry;
use crate::figures::ClosedYear;
use crate::ledger::Known;
use crate::present::{Arg, ShownRevision, revisions_json, shown_revisions};
use crate::web::chrome::{Chrome, View, given_as, html};
use crate::web::given::link;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "revisions.html")]
struct Page<'v> {
    c: Chrome<'v>,
    /// The way here: the list of years, the year.
    back: [(String, String); 2],
    head: String,
    /// Where those since the closing are that this one took the place of.
    before: Option<(String, String)>,
    /// Each value that is another today, and where its page is.
    revised: Vec<(ShownRevision, String)>,
    place: u64,
    file: String,
}

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(typed): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let meant = Meant::of(view, &seen, &typed)?;
        let year = asked(view, &meant)?;
        let found = revisions(view, year)?;
        if seen.given.one("format") == Some("json") {
            let document = revisions_json(year, view.state.size(), &found);
            let text = serde_json::to_string_pretty(&document).unwrap_or_default() + "\n";
            return Ok(given_as(text, "application/json", &format!("revisions-{}.json", meant.day), true));
        }
        let recorders = view.office.recorders(view.state);
        let found = shown_revisions(view.messages, view.state, &recorders, year, &found);
        let revised = found.revisions.into_iter().map(|it| {
            let href = meant.value(&it.indicator);
            (it, href)
        });
        html(&Page {
            c: view.chrome(&found.title, "audit"),
            back: [
                (view.word("web-audit-years"), link("/years", [("plan", meant.plan.as_str())])),
                (title(view, meant.day), meant.href("")),
            ],
            place: year.sequence,
            file: view.seen.given.link(&view.seen.path, "format", Some("json")),
            head: found.head,
            before: before(view, year),
            revised: revised.collect(),
        })
    })
}

/// The closing that holds, or the one that is asked for by its place.
fn asked<'v>(view: &View<'v>, meant: &Meant) -> Result<&'v ClosedYear, Trouble> {
    let holds = meant.closing(view)?;
    let Some(typed) = view.seen.given.one("closing") else { return Ok(holds) };
    let place = typed.parse().map_err(|_| Trouble::Missing)?;
    view.state.closing_at(place, &holds.plan, meant.day).ok_or(Trouble::Missing)
}

fn before(view: &View<'_>, year: &ClosedYear) -> Option<(String, String)> {
    let before = view.state.closing(year.again?)?;
    let href = view.seen.given.link(&view.seen.path, "closing", Some(&before.sequence.to_string()));
    let words = view.messages.say("web-year-replaced", &[("entry", Arg::Shown(&before.sequence))]);
    Some((href, words))
}

/// What `revisions` finds, the ledger as it was known then beside what it is now.
fn revisions(view: &View<'_>, year: &ClosedYear) -> Result<Vec<Revision>, Trouble> {
    let then = view.office.known(view.ledger, Known::Sequence(year.size.saturating_sub(1)))?;
    let entry = |place: u64| Entry::read(&view.ledger.line(place).ok()??).ok();
    Ok(found_of(year, &Since { then: &then, now: view.state, entry: &entry })?)
}
