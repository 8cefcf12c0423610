//! Amounts as they are shown: what is rounded still adds up.

use crate::event::Exact;
use crate::figures::{Contribution, Excerpt, Remark, RowTable, Ruling, spelt_number};
use crate::plan::{Indicator, Kind};

/// Each amount as what the rounded running sum grows by, so that together they
/// are the rounded total: of 0.5 and 0.5 one shows 1 and the other 0.
pub(super) fn telescoped<'a>(amounts: impl IntoIterator<Item = &'a Exact>, decimals: u32) -> Vec<Exact> {
    telescoped_from(Exact::zero(), amounts, decimals)
}

/// The same of amounts that stand behind others, which come to a sum.
fn telescoped_from<'a>(
    mut sum: Exact,
    amounts: impl IntoIterator<Item = &'a Exact>,
    decimals: u32,
) -> Vec<Exact> {
    let mut before = rounded(&sum, decimals);
    let mut shown = Vec::new();
    for amount in amounts {
        sum = sum + amount.clone();
        let now = rounded(&sum, decimals);
        shown.push(now.clone() - before);
        before = now;
    }
    shown
}

/// A number exactly: the shortest decimal, or a ratio where no decimal is.
pub(super) fn exact(number: &Exact) -> String {
    spelt_number(number)
}

fn rounded(number: &Exact, decimals: u32) -> Exact {
    // The text is a decimal, as rounding writes it.
    number.round(decimals).parse().unwrap_or_else(|_| number.clone())
}

/// The amount of each contribution of a row as it is shown, with the indicator
/// in whose unit it is: a share is made of what counts in its part.
pub fn shown_amounts<'a>(ruling: &Ruling<'a>, row: &RowTable<'a>) -> Vec<(&'a Indicator, Exact)> {
    shown(ruling, row, &row.value.contributions, Exact::zero())
}

/// The same of those in an excerpt: rounded together with all before them.
pub fn shown_in_excerpt<'a>(ruling: &Ruling<'a>, excerpt: &Excerpt<'a>) -> Vec<(&'a Indicator, Exact)> {
    shown(ruling, &excerpt.row, &excerpt.contributions, excerpt.before.clone())
}

fn shown<'a>(
    ruling: &Ruling<'a>,
    row: &RowTable<'a>,
    contributions: &[Contribution],
    before: Exact,
) -> Vec<(&'a Indicator, Exact)> {
    let rule = &row.indicator.rule;
    let part = rule.part.as_deref().filter(|_| rule.kind == Kind::Share).and_then(|id| ruling.indicator(id));
    let is_own = |remark: Option<Remark>| remark == Some(Remark::WholeTotal);
    let of = |remark| part.filter(|_| !is_own(remark)).unwrap_or(row.indicator);
    let amounts = contributions.iter().map(|it| &it.amount);
    let decimals = part.unwrap_or(row.indicator).decimals;
    // Of a share all contributions are there, whichever are shown.
    let stands_alone = row.value.contributions.iter().any(|it| is_own(it.remark));
    let shown: Vec<Exact> = if rule.kind == Kind::Mean || (part.is_some() && stands_alone) {
        contributions.iter().map(|it| rounded(&it.amount, of(it.remark).decimals)).collect()
    } else {
        telescoped_from(before, amounts, decimals)
    };
    contributions.iter().zip(shown).map(|(it, amount)| (of(it.remark), amount)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{rounded, telescoped};
    use crate::event::Exact;

    fn exact(text: &str) -> Exact {
        text.parse().unwrap_or_else(|_| Exact::zero())
    }

    #[test]
    fn halves_are_shared_out() {
        let shown = telescoped(&["1000.50", "0.50", "-0.25"].map(exact), 0);
        assert_eq!(shown, ["1001", "0", "0"].map(exact));
    }

    proptest! {
        #[test]
        fn what_is_shown_adds_up_to_the_rounded_total(
            thousandths in prop::collection::vec(-2_000_000_i128..2_000_000, 0..30), decimals in 0_u32..4
        ) {
            let amounts: Vec<Exact> = thousandths.iter().map(|&it| Exact::scaled(it, 3)).collect();
            let shown = telescoped(&amounts, decimals);
            prop_assert_eq!(shown.iter().sum::<Exact>(), rounded(&amounts.iter().sum(), decimals));
            for (shown, amount) in shown.iter().zip(&amounts) {
                // No amount is shown more than one unit beside what it is.
                let apart = shown.clone() - amount.clone();
                let apart = if apart.is_negative() { -apart } else { apart };
                prop_assert!(apart <= Exact::scaled(1, decimals));
                prop_assert!(shown.has_decimals(decimals));
            }
        }
    }
}
