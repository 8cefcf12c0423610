//! Whole numbers next to exact ones.

use crate::event::Exact;

/// The greatest whole number that is not above.
pub(super) fn floor(number: &Exact) -> Option<i64> {
    let near: i64 = number.round(0).parse().ok()?;
    Some(if Exact::from(near) > *number { near - 1 } else { near })
}

/// The least whole number that is not below.
pub(super) fn ceil(number: &Exact) -> Option<i64> {
    let floor = floor(number)?;
    Some(if Exact::from(floor) < *number { floor + 1 } else { floor })
}

/// The whole number within two bounds that is next to one, and of which
/// something holds: it may not hold at a bound itself.
pub(super) fn nearest(
    low: &Exact,
    high: &Exact,
    to: &Exact,
    holds: impl Fn(&Exact) -> bool,
) -> Option<Exact> {
    let (low, high) = if low <= high { (low, high) } else { (high, low) };
    let (least, most) = (ceil(low)?, floor(high)?);
    let wanted = floor(to)?.clamp(least.min(most), most.max(least));
    let around = [wanted, wanted + 1, wanted - 1].into_iter().filter(|it| (least..=most).contains(it));
    around.map(Exact::from).find(holds)
}

#[cfg(test)]
mod tests {
    use super::{Exact, ceil, floor, nearest};

    fn number(text: &str) -> Exact {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn whole_numbers_lie_on_either_side() {
        for (text, below, above) in
            [("2.5", 2, 3), ("2.49", 2, 3), ("3", 3, 3), ("-2.5", -3, -2), ("0", 0, 0), ("-0.1", -1, 0)]
        {
            assert_eq!((floor(&number(text)), ceil(&number(text))), (Some(below), Some(above)), "{text}");
        }
    }

    #[test]
    fn the_nearest_is_within_the_bounds() {
        let found = |low, high, to| nearest(&number(low), &number(high), &number(to), |_| true);
        assert_eq!(found("3.2", "7.9", "20"), Some(number("7")));
        assert_eq!(found("3.2", "7.9", "1"), Some(number("4")));
        assert_eq!(found("3.2", "3.9", "3"), None);
    }
}
