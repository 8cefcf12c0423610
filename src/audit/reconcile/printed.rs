//! What is printed, as whoever reads a draft notes it: a value, a part of one,
//! an item of a list, a change, a day, a name.

use std::collections::BTreeSet;

use super::{Figure, Shown};
use crate::event::Period;

/// One thing that is printed, and where.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Printed {
    /// Where it stands: a row of the table, a group, the text, or anything else
    /// that people say, as a page or a section.
    pub place: String,
    /// Line of the source.
    pub line: String,
    /// The words that stand there.
    pub words: String,
    /// The indicator, or the group for a group's percentage; empty for what the
    /// plan does not know.
    pub indicator: String,
    /// What is measured where it is no indicator: any name, the same wherever the
    /// same is measured.
    pub measure: String,
    /// The indicator or measure of which this is a part.
    pub within: String,
    /// The target.
    pub target: Shown,
    /// The value.
    pub delivered: Shown,
    /// The percentage of the target.
    pub percent: Shown,
    /// The days that the value is of; those of the table where nothing is said.
    pub period: Option<Period>,
    /// The lists in which it stands as an item. Of lists with one word before a
    /// slash nothing stands in two.
    pub lists: BTreeSet<String>,
    /// The list of which the value says how many items it has.
    pub counts: String,
    /// The list whose items the value adds up.
    pub totals: String,
    /// What a percentage is of: a number, or the indicator or measure whose value
    /// it is.
    pub base: Shown,
    /// A relative change, in percent.
    pub change: Shown,
    /// From which number.
    pub before: Shown,
    /// To which number.
    pub after: Shown,
    /// When it was.
    pub date: Option<Period>,
    /// The days as which it is presented.
    pub presented: Option<Period>,
    /// Where it is presented so, in words: `line 739: “this year”`.
    pub announced: String,
    /// What the words are the name of.
    pub names: String,
    /// The body that an item of a list is, where its words do not say it.
    pub body: String,
}

impl Printed {
    /// What is measured: an indicator, a group, or anything else that has a name.
    pub fn key(&self) -> &str {
        if self.indicator.is_empty() { &self.measure } else { &self.indicator }
    }

    /// Whether it says a value, a target or a percentage of an indicator.
    pub(super) const fn is_value(&self) -> bool {
        let says_nothing = self.target.is_empty() && self.delivered.is_empty() && self.percent.is_empty();
        !(self.indicator.is_empty() || says_nothing)
    }

    /// Its number, where it has one: what people look for at the place.
    pub fn shown(&self) -> &Shown {
        let all = [&self.delivered, &self.percent, &self.change, &self.target];
        all.into_iter().find(|shown| !shown.is_empty()).unwrap_or(&self.delivered)
    }

    /// One of its figures.
    pub const fn figure(&self, figure: Figure) -> &Shown {
        match figure {
            Figure::Target => &self.target,
            Figure::Delivered => &self.delivered,
            Figure::Percent => &self.percent,
        }
    }

    /// The percentage that is of a base.
    pub fn share(&self) -> &Shown {
        let is_percent = self.delivered.read.as_ref().is_some_and(|read| read.is_percent);
        if is_percent { &self.delivered } else { &self.percent }
    }
}
