//! The table as a web page: one file, no script, nothing fetched. The table
//! itself is a fragment, which another page can hold and whose rows it can link.
//!
//! ```text
//! Printed ──▶ templates/table/fragment.html ──▶ page.html, with style.css in it
//! ```

use askama::Template;

use super::harmless::without_turns;
use super::printed::{Block, Holds, Line, Part, Printed};

/// Where a row leads, by its indicator's id.
pub type Links<'a> = &'a dyn Fn(&str) -> String;

/// The look of the table, on a screen and in print.
pub const STYLE: &str = include_str!("../../templates/table/style.css");

/// The table for another page to hold; with links each row's value leads
/// somewhere. Its classes are those of the style sheet.
pub fn html_fragment(printed: &Printed, links: Option<Links<'_>>) -> String {
    Fragment { printed, links }.render().unwrap_or_default()
}

/// The table as a page of its own.
pub fn html_page(printed: &Printed) -> String {
    let page = Page {
        lang: printed.language.tag(),
        title: &without_turns(&printed.title),
        style: STYLE,
        table: &html_fragment(printed, None),
    };
    page.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "table/page.html")]
struct Page<'a> {
    lang: &'static str,
    title: &'a str,
    style: &'static str,
    table: &'a str,
}

#[derive(Template)]
#[template(path = "table/fragment.html")]
struct Fragment<'a> {
    printed: &'a Printed,
    links: Option<Links<'a>>,
}

impl Fragment<'_> {
    const fn lang(&self) -> &'static str {
        self.printed.language.tag()
    }

    fn width(&self) -> usize {
        self.printed.columns.len()
    }

    /// The class of the cell at a place.
    fn class(&self, at: &usize) -> &'static str {
        match self.printed.columns.get(*at).map(|column| column.holds) {
            Some(Holds::Numbers) => "number",
            Some(Holds::Percentages) => "number share",
            Some(Holds::Labels) => "label",
            _ => "words",
        }
    }

    fn link(&self, line: &Line) -> Option<String> {
        self.links.map(|links| links(&line.id))
    }

    /// Whether the group's own row says more than the part's title.
    #[expect(clippy::unused_self, reason = "the template reads as what it is")]
    fn has_head(&self, part: &Part, block: &Block) -> bool {
        let says_more = block.cells.iter().skip(1).any(|cell| !cell.is_empty());
        !block.cells.is_empty() && (says_more || block.cells.first() != Some(&part.title))
    }

    /// The cells of a group, padded.
    fn cells<'c>(&self, block: &'c Block) -> Vec<&'c str> {
        let mut cells: Vec<&str> = block.cells.iter().map(String::as_str).collect();
        cells.resize(self.width(), "");
        cells
    }

    /// Whether this column has the bars.
    fn has_bar(&self, at: &usize) -> bool {
        self.printed.columns.get(*at).is_some_and(|column| column.holds == Holds::Percentages)
    }

    /// The head of a column, for where there is no room for one.
    fn head(&self, at: &usize) -> String {
        self.printed.columns.get(*at).map(|column| without_turns(&column.words)).unwrap_or_default()
    }
}

#[expect(unreachable_pub, reason = "what the attribute makes is public to all")]
mod filters {
    use super::without_turns;

    /// The text without the marks that turn its direction.
    #[askama::filter_fn]
    pub fn plain(text: impl std::fmt::Display, _: &dyn askama::Values) -> askama::Result<String> {
        Ok(without_turns(&text.to_string()))
    }
}
