//! What the columns of a file mean, as it is understood and as it is said.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::{about, notice_words, sentence};
use crate::event::types;
use crate::exchange::{
    Choice, Holds, ImportSaid, LEFT_OUT, Lack, Meaning, OF_REGISTER, TableLook, TableSaid, TableTrouble,
    TablesSaid, folded, look,
};
use crate::present::{Arg, field_words};
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::tray::Waiting;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

/// What a column is said to mean that is not said yet.
const OPEN: &str = "";

#[derive(Template)]
#[template(path = "import-columns.html")]
struct Page<'v> {
    c: Chrome<'v>,
    id: String,
    name: String,
    error: String,
    tables: Vec<Table>,
    notices: Vec<String>,
}

/// A table of the file.
struct Table {
    number: usize,
    /// Which sheet, empty where the file is the table.
    sheet: String,
    title: String,
    rows: String,
    is_left: bool,
    line: usize,
    /// What rows may be, and which of it they are: word, label.
    kinds: Vec<(String, String)>,
    holds: String,
    /// What the choices were made for: it is given back.
    was: String,
    columns: Vec<Column>,
    groups: Vec<(String, Vec<(String, String)>)>,
    lacks: Vec<String>,
    lacks_type: bool,
}

/// A column of a table.
struct Column {
    name: String,
    head: String,
    values: Vec<String>,
    means: String,
    remark: String,
}

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    about(&office, &seen, &id, |view, waiting| html(&made(view, waiting, String::new())?))
}

fn made<'v>(view: &View<'v>, waiting: &Waiting, error: String) -> Result<Page<'v>, Trouble> {
    let said = ImportSaid { tables: waiting.said.as_ref(), ..ImportSaid::default() };
    let look = look(waiting.name(), waiting.bytes(), &said, view.state);
    let look = look.map_err(|error| Trouble::Typed("web-import-unread", sentence(view, *error)))?;
    let tables = look.tables.iter().enumerate().map(|(number, it)| table(view, number, it));
    Ok(Page {
        c: view.chrome(&view.word("web-import-columns"), "import"),
        id: waiting.id.clone(),
        name: waiting.name().to_owned(),
        error,
        tables: tables.collect(),
        notices: notice_words(view, &look.notices),
    })
}

fn table(view: &View<'_>, number: usize, look: &TableLook<'_>) -> Table {
    let holds = holds_word(&look.holds);
    let columns = look.columns.iter().map(|(at, it)| {
        let (means, remark) = means(view, &it.means);
        Column {
            name: format!("c.{number}.{at}"),
            head: it.head.clone(),
            values: it.values.clone(),
            means,
            remark,
        }
    });
    Table {
        number,
        sheet: look.sheet.as_ref().map(|sheet| sheet.index.to_string()).unwrap_or_default(),
        title: look.sheet.as_ref().map(|sheet| sheet.name.clone()).unwrap_or_default(),
        rows: view.say("web-import-rows-count", &[("count", Arg::Count(look.rows))]),
        is_left: look.is_left,
        line: look.line,
        kinds: kinds(view),
        was: format!("{} {holds}", look.line),
        holds,
        columns: columns.collect(),
        groups: groups(view, look),
        lacks_type: look.lacks.iter().any(|lack| matches!(lack, Lack::Type)),
        lacks: look.lacks.iter().map(|lack| lack_words(view, lack)).collect(),
    }
}

/// What rows are, as a page gives it back: nothing where a column says it, or
/// nothing does.
fn holds_word(holds: &Holds<'_>) -> String {
    match holds {
        Holds::Totals => types::TOTAL_REPORTED.to_owned(),
        Holds::Bodies => OF_REGISTER.to_owned(),
        Holds::One(kind) => kind.id.clone(),
        Holds::Each(_) | Holds::Unsaid => String::new(),
    }
}

fn kinds(view: &View<'_>) -> Vec<(String, String)> {
    let label = |kind: &&crate::plan::ActivityType| view.language().of(&kind.label).to_owned();
    let mut kinds: Vec<(String, String)> =
        view.state.catalogue().iter().map(|kind| (kind.id.clone(), label(kind))).collect();
    kinds.sort_by_key(|(_, label)| folded(label));
    kinds.push((types::TOTAL_REPORTED.to_owned(), view.title("entry-total-reported")));
    kinds.push((OF_REGISTER.to_owned(), view.word("web-import-bodies")));
    kinds
}

fn means(view: &View<'_>, means: &Meaning) -> (String, String) {
    match means {
        Meaning::Name(name) => (name.clone(), String::new()),
        Meaning::LeftOut => (LEFT_OUT.to_owned(), String::new()),
        Meaning::Nothing => (LEFT_OUT.to_owned(), view.word("web-import-nameless")),
        Meaning::Unclear(TableTrouble::Head { .. }) => (LEFT_OUT.to_owned(), view.word("web-import-unknown")),
        Meaning::Unclear(TableTrouble::HeadTwice { .. }) => (OPEN.to_owned(), view.word("web-import-twice")),
        Meaning::Unclear(_) => (OPEN.to_owned(), view.word("web-import-two-meanings")),
    }
}

/// What columns may mean, by what it belongs to.
fn groups(view: &View<'_>, look: &TableLook<'_>) -> Vec<(String, Vec<(String, String)>)> {
    let mut groups: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for choice in &look.choices {
        let (group, label) = match choice {
            Choice::Field(kind, field) => {
                let required = if field.required { " *" } else { "" };
                let label = format!("{}{required}", field_words(view.messages, kind, field));
                (view.language().of(&kind.label).to_owned(), label)
            }
            Choice::Attribute(_, label) => {
                (view.word("web-import-attributes"), view.language().of(label).to_owned())
            }
            Choice::Column(name) => (always(view, &look.holds), column_words(view, name)),
        };
        match groups.last_mut().filter(|(name, _)| *name == group) {
            Some((_, all)) => all.push((choice.name(), label)),
            None => groups.push((group, vec![(choice.name(), label)])),
        }
    }
    groups
}

/// What has the columns that no type has of its own.
fn always(view: &View<'_>, holds: &Holds<'_>) -> String {
    match holds {
        Holds::Totals => view.title("entry-total-reported"),
        Holds::Bodies => view.word("web-import-bodies"),
        _ => view.word("web-import-always"),
    }
}

fn column_words(view: &View<'_>, name: &str) -> String {
    view.word(&format!("web-column-{}", name.replace('.', "-")))
}

fn lack_words(view: &View<'_>, lack: &Lack<'_>) -> String {
    match lack {
        Lack::Type => view.word("web-import-lacks-type"),
        Lack::Column(name) => view.say("web-import-lacks", &[("what", Arg::Text(&column_words(view, name)))]),
        Lack::Field(kind, field) => {
            let (what, kind) = (view.language().of(&field.label), view.language().of(&kind.label));
            view.say("web-import-lacks-field", &[("what", Arg::Text(what)), ("kind", Arg::Text(kind))])
        }
    }
}

/// Takes up what is said of the columns, and leads to the rows, or shows the
/// columns again where something is still to be said.
pub(in crate::web) async fn save(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let (said, is_other) = tables_said(&posted.given);
    if let Some(waiting) = office.tray().find(office.now(), &id) {
        waiting.said = Some(said);
    }
    about(&office, &seen, &id, |view, waiting| {
        if is_other || posted.given.one("go") == Some("again") {
            return Ok(onward(&format!("/import/{id}")));
        }
        let page = made(view, waiting, String::new())?;
        let read = || page.tables.iter().filter(|table| !table.is_left);
        let open = |table: &&Table| table.columns.iter().any(|it| it.means == OPEN);
        let error = if read().next().is_none() {
            "web-import-no-sheet"
        } else if read().any(|table| open(&table)) {
            "web-import-open"
        } else if read().any(|table| table.lacks_type) {
            "web-import-lacks-type"
        } else {
            return Ok(onward(&format!("/import/{id}/rows")));
        };
        html_with(StatusCode::UNPROCESSABLE_ENTITY, &Page { error: view.word(error), ..page })
    })
}

/// What is said of tables, and whether the choices are to be made anew: those
/// that are shown are of other rows or of another type.
fn tables_said(given: &Given) -> (TablesSaid, bool) {
    let sheets = given.0.iter().filter_map(|(name, sheet)| Some((name.strip_prefix("sheet.")?, sheet)));
    let numbers: BTreeSet<(usize, Option<usize>)> =
        sheets.filter_map(|(number, sheet)| Some((number.parse().ok()?, sheet.parse().ok()))).collect();
    let mut is_other = false;
    let tables = numbers.into_iter().map(|(number, sheet)| {
        let one = |name: &str| given.one(&format!("{name}.{number}")).unwrap_or_default();
        let line: usize = one("line").parse().unwrap_or(0);
        let holds = one("holds");
        let [was_line, was_holds] =
            one("was").split_once(' ').map_or([one("was"), ""], |(line, holds)| [line, holds]);
        // What was chosen for another type, or under other heads, means nothing.
        let is_moved = was_line != line.to_string() || was_holds != holds;
        is_other |= is_moved;
        let columns = given.0.iter().filter_map(|(name, means)| {
            let (of, at) = name.strip_prefix("c.")?.split_once('.')?;
            (of == number.to_string()).then(|| Some((at.parse().ok()?, means.clone())))?
        });
        // Of a column that is still open its head says what it means.
        let columns = columns.filter(|(_, means): &(usize, String)| means != OPEN && !is_moved);
        TableSaid {
            sheet,
            is_left: given.has(&format!("several.{number}")) && !given.has(&format!("read.{number}")),
            line,
            holds: Some(holds.to_owned()),
            columns: columns.collect(),
        }
    });
    (TablesSaid { heads: vec![], tables: tables.collect() }, is_other)
}
