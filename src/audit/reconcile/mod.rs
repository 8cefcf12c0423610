//! What is printed beside what the entries give, and beside itself.
//!
//! ```text
//!                    ┌─ comparisons: each figure beside the table's
//! Table ──┐          ├─ percentage, mean, bases, changes: arithmetic of one place
//!         ├──▶ Book ─┤─ places, sums, counts: what two places say of one thing
//! Printed ┘          ├─ wording: days, names, bodies in lists
//!                    └─ entries: what differs, and is told nowhere else
//! ```
//!
//! Each file here is one kind of question, asked by a function that returns what
//! it found and how often all was well. Numbers are exact; what is printed is
//! rounded as people do, half away from zero.

mod bases;
mod book;
mod changes;
mod choice;
mod claims;
mod comparison;
mod counts;
mod entries;
mod finding;
mod mean;
mod percentage;
mod places;
mod printed;
mod shown;
mod sums;
mod whole;
mod wording;

pub use comparison::{Comparison, Figure, Reckoning, Verdict};
pub use finding::{Choice, Detail, Finding, FindingKind, Parts, Settler, Tried};
pub use printed::Printed;
pub use shown::{Read, Shown};

use std::collections::BTreeMap;

use crate::figures::Table;
use crate::plan::{Near, nearest};

use book::Book;
use comparison::Comparisons;

/// What was found of what is printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reconciliation<'a> {
    /// What is printed.
    pub printed: Vec<Printed>,
    /// Every figure of an indicator or group beside that of the entries.
    pub comparisons: Vec<Comparison<'a>>,
    /// What is to be settled, what weighs most first.
    pub findings: Vec<Finding<'a>>,
    /// How many questions of each kind found nothing.
    pub agreeing: BTreeMap<FindingKind, usize>,
    /// Numbers that belong to nothing known, by their places among the printed.
    pub untied: Vec<usize>,
}

/// That something printed names what is not there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownRow {
    /// Which of the printed things, from 0.
    pub at: usize,
    /// What it names.
    pub typed: String,
    /// What that would be.
    pub meant: Meant,
}

/// What a name that is not there would be of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Meant {
    /// An indicator or a group, and those that are like it.
    Indicator(Vec<Near>),
    /// A list in which nothing stands, and those in which something does.
    List(Vec<String>),
    /// A value that is a base or a whole and is printed nowhere.
    Value(Vec<String>),
}

/// What one kind of question found, and how often it found nothing.
#[derive(Default)]
struct Checked<'a> {
    found: Vec<Finding<'a>>,
    agree: usize,
}

impl Checked<'_> {
    fn take(&mut self, other: Option<Self>) {
        let other = other.unwrap_or_default();
        self.agree += other.agree;
        self.found.extend(other.found);
    }
}

/// Compares what is printed with the table and with itself; all that names
/// nothing is told at once.
pub fn reconcile<'a>(
    table: &Table<'a>,
    printed: Vec<Printed>,
) -> Result<Reconciliation<'a>, Vec<UnknownRow>> {
    let book = Book::of(table, &printed);
    let unknown = unknown(&book);
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let comparisons = comparison::comparisons(&book);
    let compared = Comparisons::of(&comparisons);
    let mut agreeing = BTreeMap::new();
    let mut findings: Vec<Finding<'a>> = Vec::new();
    let own = [
        (FindingKind::Places, places::places(&book, &compared)),
        (FindingKind::Total, sums::totals(&book)),
        (FindingKind::Count, counts::counts(&book)),
        (FindingKind::Cumulative, sums::parts(&book)),
        (FindingKind::Percentage, percentage::percentages(&book, &compared)),
        (FindingKind::Mean, mean::means(&book, &compared)),
        (FindingKind::Base, bases::bases(&book)),
        (FindingKind::Change, changes::changes(&book)),
        (FindingKind::Dated, wording::dated(&book)),
        (FindingKind::Body, wording::bodies(&book)),
        (FindingKind::Label, wording::labels(&book)),
    ];
    for (kind, checked) in own {
        agreeing.insert(kind, checked.agree);
        findings.extend(checked.found);
    }
    let checked = entries::entries(&book, &compared, &findings);
    agreeing.insert(FindingKind::Entries, checked.agree);
    findings.extend(checked.found);
    findings.sort_by(|one, other| (one.kind, &one.cites).cmp(&(other.kind, &other.cites)));
    let untied = untied(&printed);
    let comparisons = comparisons.into_iter().map(|(_, it)| it).collect();
    Ok(Reconciliation { printed, comparisons, findings, agreeing, untied })
}

/// Numbers of which nothing says what they are of.
fn untied(printed: &[Printed]) -> Vec<usize> {
    let is_untied = |it: &Printed| {
        let says = !it.key().is_empty() || !it.lists.is_empty() || !it.change.is_empty();
        !says && !it.shown().is_empty()
    };
    printed.iter().enumerate().filter(|(_, it)| is_untied(it)).map(|(at, _)| at).collect()
}

/// What names something that is not there.
fn unknown(book: &Book<'_, '_>) -> Vec<UnknownRow> {
    let lists: Vec<&str> = book.printed.iter().flat_map(|it| &it.lists).map(String::as_str).collect();
    let keys: Vec<&str> = book.printed.iter().map(Printed::key).filter(|it| !it.is_empty()).collect();
    let like = |typed: &str, known: &[&str]| {
        let mut near: Vec<String> =
            nearest(typed, known.iter().copied()).into_iter().map(str::to_owned).collect();
        near.dedup();
        near
    };
    let mut all = Vec::new();
    for (at, it) in book.printed.iter().enumerate() {
        let mut tell =
            |typed: &str, meant: Meant| all.push(UnknownRow { at, typed: typed.to_owned(), meant });
        let id = it.indicator.as_str();
        if !id.is_empty() && book.row(id).is_none() && book.group(id).is_none() {
            tell(id, Meant::Indicator(book.near(id)));
        }
        for list in [&it.counts, &it.totals] {
            if !list.is_empty() && !lists.contains(&list.as_str()) {
                tell(list, Meant::List(like(list, &lists)));
            }
        }
        let base = if it.base.read.is_none() { it.base.text.as_str() } else { "" };
        for key in [base, it.within.as_str()] {
            if !key.is_empty() && !keys.contains(&key) {
                tell(key, Meant::Value(like(key, &keys)));
            }
        }
    }
    all
}
