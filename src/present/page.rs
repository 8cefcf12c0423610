//! The table as a web page: one file, no script, nothing fetched. The table
//! itself is a fragment, which another page can hold and whose rows it can link.
//!
//! ```text
//! Printed ──▶ templates/table/fragment.html ──▶ page.html, with style.css in it
//! ```

use askama::Template;

use super::harmless::without_turns;
use super::printed::{Bar, Block, Column, Holds, Line, Part, Printed};

/// Where a row leads, by its indicator's id.
pub type Links<'a> = &'a dyn Fn(&str) -> String;

/// The look of the table, on a screen and in print.
pub const STYLE: &str = include_str!("templates/table/style.css");

/// The table for another page to hold; with links each row's value leads
/// somewhere. Its classes are those of the style sheet.
pub fn html_fragment(printed: &Printed, links: Option<Links<'_>>) -> String {
    let printed = &printed.without_turns();
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

/// A cell as the template has it.
struct Cell<'c> {
    class: &'static str,
    /// The head of its column, for where there is no room for heads.
    head: &'c str,
    text: &'c str,
    bar: Option<Bar>,
}

impl Fragment<'_> {
    const fn lang(&self) -> &'static str {
        self.printed.language.tag()
    }

    fn width(&self) -> usize {
        self.printed.columns.len()
    }

    /// The heads of the columns.
    fn heads(&self) -> Vec<Cell<'_>> {
        let cells = self.printed.columns.iter().map(|column| column.words.as_str());
        self.cells(cells, None)
    }

    /// The cells of a row.
    fn of_line<'c>(&'c self, line: &'c Line) -> Vec<Cell<'c>> {
        self.cells(line.cells.iter().map(String::as_str), line.bar)
    }

    /// The cells of a group, as many as there are columns.
    fn of_group<'c>(&'c self, block: &'c Block) -> Vec<Cell<'c>> {
        let cells = block.cells.iter().map(String::as_str).chain(std::iter::repeat(""));
        self.cells(cells, None)
    }

    fn cells<'c>(&'c self, texts: impl Iterator<Item = &'c str>, bar: Option<Bar>) -> Vec<Cell<'c>> {
        let cell = |(column, text): (&'c Column, &'c str)| Cell {
            class: class(column.holds),
            head: &column.words,
            text,
            bar: bar.filter(|_| column.holds == Holds::Percentages),
        };
        self.printed.columns.iter().zip(texts).map(cell).collect()
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
}

/// The class of a column's cells.
const fn class(holds: Holds) -> &'static str {
    match holds {
        Holds::Labels => "label",
        Holds::Numbers => "number",
        Holds::Percentages => "number share",
        Holds::Words => "words",
    }
}
