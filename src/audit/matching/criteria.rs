//! Whether a row and an entry may be one, and why.

use super::{LedgerItem, ListRow};
use crate::event::{Day, Exact, Period};
use crate::plan::{folded, nearest};

/// What is compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Criterion {
    /// The entry's id.
    Id,
    /// When.
    Date,
    /// How much.
    Amount,
    /// Who or what.
    Name,
}

/// What comparing said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// The same.
    Same(Criterion),
    /// The one day lies within the days of the other.
    Within,
    /// So many days apart.
    DaysApart(u32),
    /// The list has it rounded.
    Rounded,
    /// Names that are like each other: that of the list, that of the ledger.
    NamesAlike(String, String),
    /// So many days apart, which is too far.
    OtherDate(u32),
    /// Another amount: that of the list, that of the ledger.
    OtherAmount(Exact, Exact),
    /// Another name, that of the list.
    OtherName(String),
    /// The ledger does not say it.
    NotStated(Criterion),
}

/// How like a row and an item are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Likeness {
    /// Whether all that the list says is the same.
    pub is_exact: bool,
    /// How like, to compare pairs by.
    pub score: u32,
    /// What comparing said.
    pub why: Vec<Why>,
}

impl Likeness {
    /// Whether something that both state differs.
    pub fn differs(&self) -> bool {
        self.why.iter().any(Why::differs)
    }
}

impl Why {
    const fn differs(&self) -> bool {
        matches!(self, Self::OtherDate(_) | Self::OtherAmount(..) | Self::OtherName(_))
    }

    /// What it is worth: the same more than near, nearer more than further.
    fn worth(&self) -> u32 {
        match self {
            Self::Same(Criterion::Id) => 1_000,
            Self::Same(_) => 100,
            Self::Within => 80,
            Self::DaysApart(days) => 70_u32.saturating_sub(*days).max(1),
            Self::Rounded => 60,
            Self::NamesAlike(..) => 50,
            _ => 0,
        }
    }

    const fn is_near(&self) -> bool {
        matches!(self, Self::Within | Self::DaysApart(_) | Self::Rounded | Self::NamesAlike(..))
    }
}

/// How like a row and an item are; none where they are not one.
///
/// They are when all that both state is the same or near, and one thing at least is;
/// or when a single thing differs and two others agree, one of them wholly.
pub fn compare(row: &ListRow, item: &LedgerItem, days: u32) -> Option<Likeness> {
    if let Some(id) = row.id {
        let why = vec![Why::Same(Criterion::Id)];
        return (id == item.id).then_some(Likeness { is_exact: true, score: 1_000, why });
    }
    let said = [date(row, item, days), amount(row, item), name(row, item)];
    let why: Vec<Why> = said.into_iter().flatten().collect();
    let count = |is: &dyn Fn(&Why) -> bool| why.iter().filter(|it| is(it)).count();
    let same = count(&|it| matches!(it, Why::Same(_)));
    let agreeing = same + count(&Why::is_near);
    let (differing, stated) = (count(&Why::differs), why.len());
    let is_one = match differing {
        0 => agreeing >= 2 || (agreeing == 1 && stated == 1),
        1 => agreeing >= 2 && same >= 1,
        _ => false,
    };
    let score = why.iter().map(Why::worth).sum();
    is_one.then_some(Likeness { is_exact: same == stated, score, why })
}

fn date(row: &ListRow, item: &LedgerItem, days: u32) -> Option<Why> {
    let listed = row.days?;
    if listed == item.occurred {
        return Some(Why::Same(Criterion::Date));
    }
    Some(match apart(listed, item.occurred) {
        0 => Why::Within,
        apart if apart <= days => Why::DaysApart(apart),
        apart => Why::OtherDate(apart),
    })
}

/// How many days lie between two periods; 0 where they share one.
pub(super) fn apart(one: Period, other: Period) -> u32 {
    let between = |from: Day, to: Day| u32::try_from((to.date() - from.date()).num_days()).unwrap_or(0);
    if one.to < other.from {
        between(one.to, other.from)
    } else if other.to < one.from {
        between(other.to, one.from)
    } else {
        0
    }
}

fn amount(row: &ListRow, item: &LedgerItem) -> Option<Why> {
    let listed = row.amount.as_ref()?;
    if item.amounts.contains(listed) {
        return Some(Why::Same(Criterion::Amount));
    }
    let decimals = listed.to_decimal().and_then(|text| Some(text.split_once('.')?.1.len())).unwrap_or(0);
    let decimals = u32::try_from(decimals).unwrap_or(0);
    let is_rounded = |it: &&Exact| it.round(decimals) == listed.round(decimals);
    if item.amounts.iter().any(|it| is_rounded(&it)) {
        return Some(Why::Rounded);
    }
    let first = item.amounts.first();
    Some(first.map_or(Why::NotStated(Criterion::Amount), |it| Why::OtherAmount(listed.clone(), it.clone())))
}

fn name(row: &ListRow, item: &LedgerItem) -> Option<Why> {
    let first = row.names.first()?;
    if row.body.as_ref().is_some_and(|body| item.bodies.contains(body)) {
        return Some(Why::Same(Criterion::Name));
    }
    if item.names.is_empty() {
        return Some(Why::NotStated(Criterion::Name));
    }
    let is_same = |listed: &String| {
        let wanted = folded(listed);
        item.names.iter().any(|own| folded(own) == wanted)
    };
    if row.names.iter().any(is_same) {
        return Some(Why::Same(Criterion::Name));
    }
    for listed in &row.names {
        if let Some(own) = nearest(listed, item.names.iter().map(String::as_str)).first() {
            return Some(Why::NamesAlike(listed.clone(), (*own).to_owned()));
        }
    }
    Some(Why::OtherName(first.clone()))
}
