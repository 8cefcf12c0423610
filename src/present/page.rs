//! The table as HTML: a page of its own, in one file with no script and nothing
//! fetched, or its rows alone for another page to hold. What a row consists of
//! is said here once; where its numbers lead is the other page's.
//!
//! ```text
//! Printed ──▶ templates/table/rows.html ──▶ page.html, with page.css and table.css in it
//!                    ▲                 └──▶ a page that has table.css and links
//!                  Links
//! ```

use std::collections::BTreeMap;

use askama::Template;

use super::printed::{Bar, Block, Column, Holds, Line, Part, Printed};
use crate::event::Day;

/// What a number of the table comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Linked<'a> {
    /// The value of an indicator.
    Value(&'a str),
    /// Its target.
    Target(&'a str),
    /// The rows of a group.
    Group(&'a str),
}

/// Where a number of a day leads.
pub type Links<'a> = &'a dyn Fn(Linked<'_>, Day) -> String;

/// The look of the rows, on a screen and in print. What holds them gives the
/// colours and the letters: `--ink --soft --line --strong --lead --wash --serif
/// --sans`.
pub const TABLE_STYLE: &str = include_str!("templates/table/table.css");

pub(super) const PAGE_STYLE: &str = include_str!("templates/table/page.css");

/// The rows for another page to hold; with links each value leads somewhere.
pub fn html_rows(printed: &Printed, links: Option<Links<'_>>) -> String {
    let printed = &printed.without_turns();
    Rows { printed, links }.render().unwrap_or_default()
}

/// The table as a page of its own.
pub fn html_page(printed: &Printed) -> String {
    let page = Page {
        lang: printed.language.tag(),
        styles: [PAGE_STYLE, TABLE_STYLE],
        rows: &html_rows(printed, None),
        printed: &printed.without_turns(),
    };
    page.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "table/page.html")]
struct Page<'a> {
    lang: &'static str,
    styles: [&'static str; 2],
    printed: &'a Printed,
    rows: &'a str,
}

#[derive(Template)]
#[template(path = "table/rows.html")]
struct Rows<'a> {
    printed: &'a Printed,
    links: Option<Links<'a>>,
}

/// A cell as the template has it.
struct Cell<'c> {
    class: &'static str,
    /// By how many characters at least it is wide.
    width: String,
    /// The head of its column, for where there is no room for heads; marks have
    /// none.
    head: Option<&'c str>,
    text: &'c str,
    link: Option<String>,
    /// The bar of a cell that holds one.
    bar: Option<Bar>,
}

impl Rows<'_> {
    /// Columns as they are shown, the one of the bars among them.
    fn width(&self) -> usize {
        self.printed.columns.len() + usize::from(self.has_bars())
    }

    /// Beside older values there is no room for bars.
    const fn has_bars(&self) -> bool {
        self.printed.older.is_none()
    }

    /// The heads of the columns.
    fn heads(&self) -> Vec<Cell<'_>> {
        let columns = self.printed.columns.iter().enumerate();
        let widths: BTreeMap<&str, usize> = columns
            .filter_map(|(at, column)| Some((class(column.holds), self.width_of(at, column)?)))
            .collect();
        let width = |class: &str| widths.get(class).map_or_else(String::new, |it| format!(" w{it}"));
        let heads = self.printed.columns.iter().map(|column| column.words.as_str());
        let cells = self.cells(heads, None, |_| None).into_iter();
        cells.map(|cell| Cell { head: None, width: width(cell.class), ..cell }).collect()
    }

    /// How many characters a column of numbers is wide, so that it is in every part
    /// what it is in the others; none of a column of words.
    fn width_of(&self, at: usize, column: &Column) -> Option<usize> {
        let blocks = || self.printed.parts.iter().flat_map(|part| &part.blocks);
        let of_lines = blocks().flat_map(|it| &it.lines).filter_map(|line| line.cells.get(at));
        // What a group says is of smaller letters.
        let of_groups = blocks().filter_map(|it| it.cells.get(at)).map(|it| breadth(it) * 6 / 7);
        let width = of_lines.chain([&column.words]).map(|it| breadth(it)).chain(of_groups).max();
        column.holds.is_number().then(|| width.unwrap_or(0).clamp(LEAST, MOST))
    }

    /// The cells of a row.
    fn of_line<'c>(&'c self, line: &'c Line) -> Vec<Cell<'c>> {
        self.cells(line.cells.iter().map(String::as_str), line.bar, |holds| self.of_value(&line.id, holds))
    }

    /// The cells of a group, as many as there are columns; its label stands over
    /// the targets too, for it has none.
    fn of_group<'c>(&'c self, block: &'c Block) -> Vec<Cell<'c>> {
        let cells = block.cells.iter().map(String::as_str).chain(std::iter::repeat(""));
        let cells = self.cells(cells, None, |holds| self.of_mean(block.id.as_deref()?, holds)).into_iter();
        let cells = cells.filter(|cell| cell.class != class(Holds::Targets));
        cells.map(|cell| Cell { head: None, ..cell }).collect()
    }

    fn cells<'c>(
        &'c self,
        texts: impl Iterator<Item = &'c str>,
        bar: Option<Bar>,
        link: impl Fn(Holds) -> Option<String>,
    ) -> Vec<Cell<'c>> {
        let mut cells = Vec::new();
        for (column, text) in self.printed.columns.iter().zip(texts.chain(std::iter::repeat(""))) {
            cells.push(Cell {
                class: class(column.holds),
                width: String::new(),
                head: (column.holds != Holds::Grades).then_some(&column.words),
                text,
                link: link(column.holds),
                bar: None,
            });
            if column.holds == Holds::Percents && self.has_bars() {
                let width = String::new();
                cells.push(Cell { class: "bars", width, head: None, text: "", link: None, bar });
            }
        }
        cells
    }

    /// Where a cell of an indicator's row leads.
    fn of_value(&self, id: &str, holds: Holds) -> Option<String> {
        match holds {
            Holds::Labels | Holds::Values | Holds::Percents | Holds::Changes => self.now(Linked::Value(id)),
            Holds::Targets => self.now(Linked::Target(id)),
            Holds::OlderValues | Holds::OlderPercents => self.then(Linked::Value(id)),
            Holds::Grades | Holds::Statuses => None,
        }
    }

    /// Where a cell of a group's row leads.
    fn of_mean(&self, id: &str, holds: Holds) -> Option<String> {
        match holds {
            Holds::Percents => self.now(Linked::Group(id)),
            Holds::OlderPercents => self.then(Linked::Group(id)),
            _ => None,
        }
    }

    fn now(&self, linked: Linked<'_>) -> Option<String> {
        Some(self.links?(linked, self.printed.as_at))
    }

    fn then(&self, linked: Linked<'_>) -> Option<String> {
        Some(self.links?(linked, self.printed.older?))
    }

    /// Whether the group's own row says more than the part's title.
    #[expect(clippy::unused_self, reason = "the template reads as what it is")]
    fn has_head(&self, part: &Part, block: &Block) -> bool {
        let says_more = block.cells.iter().skip(1).any(|cell| !cell.is_empty());
        !block.cells.is_empty() && (says_more || block.cells.first() != Some(&part.title))
    }
}

/// Columns of numbers are at least and at most so many characters wide:
/// `table.css` has a class for each.
const LEAST: usize = 5;
const MOST: usize = 24;
/// What is not longer stays on one line.
const ON_A_LINE: usize = 16;

/// How many characters of a text stay on one line: of a longer one the longest
/// word, for what stands around a number may go to the next line.
fn breadth(text: &str) -> usize {
    match text.chars().count() {
        all @ ..=ON_A_LINE => all,
        _ => text.split(' ').map(|word| word.chars().count()).max().unwrap_or(0),
    }
}

/// The class of a column's cells.
const fn class(holds: Holds) -> &'static str {
    match holds {
        Holds::Labels => "label",
        Holds::Targets => "number target",
        Holds::Values => "number value",
        Holds::Percents => "number share",
        Holds::OlderValues => "number older",
        Holds::OlderPercents => "number oldershare",
        Holds::Changes => "number change",
        Holds::Grades => "grade",
        Holds::Statuses => "status",
    }
}
