//! The rows of a file with their verdicts, and the end: all of it is recorded, or nothing.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::about;
use super::left::LeftRows;
use super::names::{Name, names};
use super::preview::{GROUPS, RowLine, Tried, tried};
use crate::event::EntryId;
use crate::ledger::{Import, ImportRefused};
use crate::present::{Arg, count_words};
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::{Given, link};
use crate::web::office::Office;
use crate::web::pages::effect::{Effect, effect_of};
use crate::web::seen::Seen;
use crate::web::tray::Waiting;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

/// Rows of a page.
const ON_A_PAGE: usize = 100;

/// Names of a page that are to be settled.
const MOST_NAMES: usize = 100;

#[derive(Template)]
#[template(path = "import-rows.html")]
pub(super) struct Page<'v> {
    c: Chrome<'v>,
    id: String,
    name: String,
    summary: String,
    error: String,
    is_unfinished: bool,
    remark: String,
    names: Vec<Name>,
    more_names: String,
    tabs: Vec<Tab>,
    /// By sheet.
    sheets: Vec<(String, Vec<RowLine>)>,
    newer: Option<String>,
    older: Option<String>,
    notices: Vec<String>,
    effect: Option<Effect>,
    size: u64,
    /// What recording it would do; nothing where it cannot be recorded.
    verb: Option<String>,
    blocked: String,
    /// The rows that can be left out where they are refused.
    left: Option<LeftRows>,
}

/// Rows of one verdict.
struct Tab {
    label: String,
    count: String,
    href: String,
    is_here: bool,
}

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    about(&office, &seen, &id, |view, waiting| {
        // What columns mean is looked at before rows are.
        if waiting.said.is_none() {
            return Ok(onward(&format!("/import/{id}")));
        }
        html(&made(view, waiting, String::new())?)
    })
}

pub(super) fn made<'v>(view: &View<'v>, waiting: &Waiting, remark: String) -> Result<Page<'v>, Trouble> {
    let tried = tried(view, waiting)?;
    let names = names(view, waiting, &tried.unsettled);
    let more = names.len().saturating_sub(MOST_NAMES);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    tried.rows.iter().for_each(|row| *counts.entry(row.group).or_default() += 1);
    let count = |group: &str| counts.get(group).copied().unwrap_or(0);
    let recorded = count("added") + count("planned") + count("alike");
    let path = format!("/import/{}/rows", waiting.id);
    let given = &view.seen.given;
    let show = given.one("show").filter(|show| GROUPS.contains(show)).unwrap_or_default();
    let blocked = blocked(view, &tried, count("refused"), recorded);
    let effect = tried.after.as_ref().filter(|_| recorded > 0);
    let effect = effect.or(tried.apart.as_ref().map(|apart| &apart.after));
    let effect = effect.map(|after| effect_of(view, after));
    let verb = tried.after.is_some() && recorded > 0;
    let (rows, newer, older) = shown(given, &path, show, &tried.rows);
    Ok(Page {
        c: view.chrome(&view.word("web-import-rows"), "import"),
        id: waiting.id.clone(),
        name: waiting.name().to_owned(),
        summary: view.say("web-import-would", &[("count", Arg::Count(recorded))]),
        error: tried.whole.clone(),
        is_unfinished: false,
        remark,
        more_names: if more == 0 {
            String::new()
        } else {
            view.say("web-import-more-names", &[("count", Arg::Count(more))])
        },
        names: names.into_iter().take(MOST_NAMES).collect(),
        tabs: tabs(view, &path, show, &counts),
        sheets: by_sheet(rows),
        newer,
        older,
        notices: tried.notices.clone(),
        effect,
        size: view.state.size(),
        left: tried.apart.as_ref().map(|apart| LeftRows::of(view, apart)),
        verb: verb.then(|| verb_words(view, recorded, tried.bodies)),
        blocked,
    })
}

/// Why nothing can be recorded, where no refusal of the whole says it.
fn blocked(view: &View<'_>, tried: &Tried, refused: usize, recorded: usize) -> String {
    if !tried.whole.is_empty() {
        return String::new();
    }
    let count = [("count", Arg::Count(refused))];
    match (refused, tried.unsettled.is_empty()) {
        (0, _) if recorded == 0 => view.word("web-import-nothing"),
        (0, _) => String::new(),
        (_, true) => view.say("web-import-refused", &count),
        (_, false) => view.say("web-import-refused-names", &count),
    }
}

fn verb_words(view: &View<'_>, recorded: usize, bodies: usize) -> String {
    let rows = view.say("web-import-record", &[("count", Arg::Count(recorded))]);
    if bodies == 0 {
        return rows;
    }
    format!("{rows} {}", view.say("web-import-and-bodies", &[("count", Arg::Count(bodies))]))
}

fn tabs(view: &View<'_>, path: &str, show: &str, counts: &BTreeMap<&str, usize>) -> Vec<Tab> {
    let tab = |group: &str, label: &str, count: usize| Tab {
        label: view.word(label),
        count: count_words(view.language(), count as u64),
        href: link(path, [("show", group)]),
        is_here: show == group,
    };
    let all = tab("", "web-import-all", counts.values().sum());
    let groups = GROUPS.into_iter().filter_map(|group| {
        let count = counts.get(group)?;
        Some(tab(group, &format!("web-import-tab-{group}"), *count))
    });
    std::iter::once(all).chain(groups).collect()
}

type Shown = (Vec<RowLine>, Option<String>, Option<String>);

/// The rows of a page, and where those before and after them are.
fn shown(given: &Given, path: &str, show: &str, rows: &[RowLine]) -> Shown {
    let at: usize = given.one("page").and_then(|typed| typed.parse().ok()).unwrap_or(1).max(1);
    let rows = rows.iter().filter(|row| show.is_empty() || row.group == show);
    let rows = rows.skip((at - 1).saturating_mul(ON_A_PAGE)).take(ON_A_PAGE + 1);
    let mut rows: Vec<RowLine> = rows.cloned().collect();
    let has_more = rows.len() > ON_A_PAGE;
    rows.truncate(ON_A_PAGE);
    let to = |page: usize| given.link(path, "page", Some(&page.to_string()));
    (rows, (at > 1).then(|| to(at - 1)), has_more.then(|| to(at.saturating_add(1))))
}

fn by_sheet(rows: Vec<RowLine>) -> Vec<(String, Vec<RowLine>)> {
    let mut sheets: Vec<(String, Vec<RowLine>)> = Vec::new();
    for row in rows {
        match sheets.last_mut().filter(|(sheet, _)| *sheet == row.sheet) {
            Some((_, rows)) => rows.push(row),
            None => sheets.push((row.sheet.clone(), vec![row])),
        }
    }
    sheets
}

/// Records all rows as one batch, or those that are not refused where the others
/// are to be left out; or says why nothing is.
pub(in crate::web) async fn append(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let Some(waiting) = office.waiting(&id).filter(|it| it.said.is_some()) else {
        return about(&office, &seen, &id, |_, _| Ok(onward(&format!("/import/{id}"))));
    };
    let seen_size = posted.given.one("size").unwrap_or_default().to_owned();
    let import = office.with(&seen, |view| {
        let tried = tried(view, &waiting).ok()?;
        let is_as_seen = view.state.size().to_string() == seen_size;
        match posted.given.one("leave") {
            _ if !is_as_seen => None,
            None => tried.after.is_some().then(|| tried.import.clone()),
            // Those that are left out are the ones that were shown.
            Some(left) => {
                let apart = tried.apart.as_ref();
                apart.filter(|it| it.left.left_count().to_string() == left).map(|it| it.import.clone())
            }
        }
    });
    let done = import.map_or(Ok(None), |import| imported(&office, &import));
    let (batch, failed) = match done {
        Ok(batch) => (batch, None),
        Err(ImportRefused::Whole(error)) => (None, Some(Trouble::from(error))),
        // What other rows said meanwhile is shown where they stand.
        Err(ImportRefused::Rows { .. }) => (None, None),
    };
    if batch.is_some() {
        office.tray().forget(&id);
        office.forget_tried();
    }
    office.show(&seen, |view| match batch.and_then(|id| view.state.sequence_of(id)) {
        Some(place) => Ok(onward(&format!("/entry/{place}?saved=1"))),
        None => {
            let is_as_seen = view.state.size().to_string() == seen_size;
            let remark = if is_as_seen { String::new() } else { view.word("web-import-moved") };
            let page = made(view, &waiting, remark)?;
            let Some(failed) = failed else { return html_with(StatusCode::UNPROCESSABLE_ENTITY, &page) };
            let (error, is_unfinished) = (failed.sentence(view.messages), failed.is_unfinished());
            html_with(failed.status_of_form(), &Page { error, is_unfinished, ..page })
        }
    })
}

fn imported(office: &Office, import: &Import) -> Result<Option<EntryId>, ImportRefused> {
    let (author, now) = (office.author(), office.now());
    let done = office
        .import(|ledger| ledger.prepare(import.clone(), author, now, false, &mut || office.new_id()))?;
    Ok(done.batch)
}
