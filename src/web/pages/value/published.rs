//! Where a value was published: to whom, when, what it was, and whether it is
//! another one now.

use askama::Template;

use crate::figures::{Published, State, published};
use crate::present::{publication_words, stood_then_words};
use crate::web::chrome::{Chrome, View};
use crate::web::trouble::Trouble;

/// A value in the tables that were sent.
#[derive(Template)]
#[template(path = "published.html")]
pub(super) struct History<'v> {
    c: Chrome<'v>,
    tables: Vec<Line>,
}

/// A table that was sent.
struct Line {
    place: u64,
    words: String,
    said: String,
    differs: bool,
}

impl<'v> History<'v> {
    /// Of an indicator, as far as a state knows: the ledger is replayed up to
    /// what each table knew.
    pub(super) fn of(view: &View<'v>, state: &State, indicator: &str) -> Result<Self, Trouble> {
        let all = published(state, indicator, |known| view.office.known(view.ledger, known))?;
        Ok(Self { c: view.chrome("", "table"), tables: all.iter().rev().map(|it| line(view, it)).collect() })
    }
}

fn line(view: &View<'_>, it: &Published) -> Line {
    Line {
        place: it.publication.sequence,
        words: publication_words(view.messages, &it.publication.sent),
        said: stood_then_words(view.messages, it),
        differs: it.differs(),
    }
}
