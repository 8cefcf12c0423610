//! What is found: two places or two numbers that do not go together, and what
//! would make them.

use super::{Figure, Reckoning};
use crate::event::{Exact, Period, Precision};
use crate::plan::{Indicator, Words};

/// What kind of finding it is, those that weigh most first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FindingKind {
    /// A value is another one by the entries.
    Entries,
    /// One measure has two values.
    Places,
    /// A total is exceeded by its items, or not reached.
    Total,
    /// A list has more or fewer items than is stated.
    Count,
    /// A cumulative value is below that of one of its years.
    Cumulative,
    /// A percentage does not follow from the numbers beside it.
    Percentage,
    /// The percentage of a group is not the mean of its rows.
    Mean,
    /// A percentage that no whole number of its base gives.
    Base,
    /// A relative change that has no base, or another one.
    Change,
    /// Something is of other days than it is presented as.
    Dated,
    /// One body stands in two lists.
    Body,
    /// One thing has two names.
    Label,
    /// The last digit is not rounded as the others are.
    Rounding,
}

impl FindingKind {
    /// All of them, in their order.
    pub const ALL: [Self; 13] = [
        Self::Entries,
        Self::Places,
        Self::Total,
        Self::Count,
        Self::Cumulative,
        Self::Percentage,
        Self::Mean,
        Self::Base,
        Self::Change,
        Self::Dated,
        Self::Body,
        Self::Label,
        Self::Rounding,
    ];

    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Entries => "entries",
            Self::Places => "places",
            Self::Total => "total",
            Self::Count => "count",
            Self::Cumulative => "cumulative",
            Self::Percentage => "percentage",
            Self::Mean => "mean",
            Self::Base => "base",
            Self::Change => "change",
            Self::Dated => "dated",
            Self::Body => "body",
            Self::Label => "label",
            Self::Rounding => "rounding",
        }
    }

    /// Who can settle one. What is counted is known by who answers for the
    /// indicator, what it is called and which rows a mean holds by who approves
    /// the plan, and what is only arithmetic or wording by who writes.
    pub(super) const fn settler(self) -> Settler {
        match self {
            Self::Mean | Self::Label => Settler::Approver,
            Self::Percentage | Self::Change | Self::Dated | Self::Rounding => Settler::Writer,
            Self::Entries
            | Self::Places
            | Self::Total
            | Self::Count
            | Self::Cumulative
            | Self::Base
            | Self::Body => Settler::Owner,
        }
    }
}

/// Who can settle a finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Settler {
    /// Who answers for the indicator.
    Owner,
    /// Who approves the plan.
    Approver,
    /// Who writes what is printed.
    Writer,
}

impl Settler {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Approver => "approver",
            Self::Writer => "writer",
        }
    }
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding<'a> {
    /// Of which kind.
    pub kind: FindingKind,
    /// What people call the measure or the group; none where it is no indicator.
    pub label: Option<Words>,
    /// The indicator; none for a group.
    pub indicator: Option<&'a Indicator>,
    /// The places that it is about: which of the printed things, from 0, those
    /// that say first.
    pub cites: Vec<usize>,
    /// What can settle it.
    pub settler: Settler,
    /// Whom the plan names for that.
    pub named: Option<Words>,
    /// The arithmetic.
    pub detail: Detail,
}

impl Finding<'_> {
    /// The figure that it is about, where it is about one.
    pub const fn figure(&self) -> Option<Figure> {
        match self.detail {
            Detail::Entries { figure, .. } | Detail::Places { figure, .. } => Some(figure),
            _ => None,
        }
    }
}

/// The arithmetic of a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Detail {
    /// What the entries give.
    Entries {
        /// Which figure is printed.
        figure: Figure,
        /// What the entries give; percentages in percent.
        computed: Exact,
        /// With how many decimals.
        decimals: u32,
        /// How precise that is.
        precision: Option<Precision>,
        /// What an own percentage follows from, of a percentage.
        how: Option<Reckoning>,
    },
    /// A value over its target.
    Ratio {
        /// The numbers that are printed.
        how: Reckoning,
        /// What they give, in percent.
        gives: Exact,
        /// With how many decimals the percentage is printed.
        decimals: u32,
        /// The whole value next to the printed one that gives the percentage with
        /// the printed target.
        delivered: Option<Exact>,
        /// The whole target that gives it with the printed value.
        target: Option<Exact>,
    },
    /// The mean of a group's rows.
    Mean {
        /// Of how many rows.
        of: usize,
        /// What the rows give, in percent.
        gives: Exact,
        /// What their percentages give as they are printed.
        of_printed: Option<Exact>,
        /// Rows among the cited whose own percentage does not follow, and on which
        /// the printed mean rests.
        rests_on: Vec<usize>,
        /// With how many decimals it is printed.
        decimals: u32,
        /// The rows without which the printed mean follows.
        without: Choice,
    },
    /// The values of one measure at several places.
    Places {
        /// Which figure is printed there.
        figure: Figure,
        /// What the entries give; percentages in percent.
        computed: Option<Exact>,
        /// With how many decimals.
        decimals: u32,
        /// Which of the cited places go together, those that say first first.
        sides: Vec<Vec<usize>>,
    },
    /// A total and what is listed of it.
    Sum {
        /// The total as printed; of several that go together their sum.
        stated: Exact,
        /// The sum of what is listed.
        listed: Exact,
        /// By how much rounding of what is listed may move it either way.
        slack: Exact,
        /// Where the items begin among the cited places.
        items: usize,
        /// The items without which it agrees.
        without: Choice,
    },
    /// How many a list has.
    Count {
        /// As stated; of several that go together their sum.
        stated: Exact,
        /// As listed.
        listed: usize,
        /// Where the items begin among the cited places.
        items: usize,
    },
    /// Percentages of one base.
    Base {
        /// The base.
        base: i64,
        /// Each percentage with the whole numbers on either side.
        tried: Vec<Tried>,
        /// The smallest base that gives them all.
        smallest: Option<Parts>,
        /// The one next to the printed base.
        nearest: Option<Parts>,
        /// Where the base is printed among the cited places, where it stands apart.
        at: Option<usize>,
    },
    /// A relative change.
    Change {
        /// From which number; none where it is not printed.
        before: Option<Exact>,
        /// To which number; none where it is not printed.
        after: Option<Exact>,
        /// What they give, in percent.
        gives: Option<Exact>,
        /// With how many decimals it is printed.
        decimals: u32,
        /// Whether the printed number is what the later one is of the earlier one.
        is_ratio: bool,
        /// Between which whole numbers the base is that gives it.
        bases: Option<(i64, i64)>,
        /// The whole numbers on either side where none gives it, with what they
        /// give.
        tried: Vec<(i64, Exact)>,
    },
    /// Days.
    Dated {
        /// When it was.
        date: Period,
        /// As when it is presented.
        presented: Period,
        /// How many days lie between.
        days: i64,
    },
    /// Two names.
    Label,
    /// One body in two lists, which these are.
    Body {
        /// Each once.
        lists: Vec<String>,
    },
}

/// A percentage of a base, with the whole numbers on either side of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tried {
    /// Which of the cited places prints it.
    pub cite: usize,
    /// With how many decimals.
    pub decimals: u32,
    /// The number below and what it gives, in percent.
    pub below: (i64, Exact),
    /// The number above.
    pub above: (i64, Exact),
}

/// A base with the part of it that each percentage is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The base.
    pub base: i64,
    /// The parts, in the order of the percentages.
    pub parts: Vec<i64>,
}

/// What is found among ways to leave something out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Choice {
    /// One: places of what is left out, among those that were looked at.
    One(Vec<usize>),
    /// Several that leave out as few, and how many.
    Several(usize),
    /// None.
    None,
    /// None among so many, and there are more.
    GaveUp(usize),
}
