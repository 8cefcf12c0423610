//! Which few of several things can be left out.

use super::Choice;

/// Ways that are tried.
const MOST_TRIED: usize = 4096;

/// The fewest of `count` things without which something holds. More than half of
/// them explain nothing, and neither does leaving out all but one.
pub(super) fn leaving(count: usize, mut holds: impl FnMut(&[usize]) -> bool) -> Choice {
    let mut left_to_try = MOST_TRIED;
    for size in 1..=count.saturating_sub(1).min(count.div_ceil(2)) {
        let mut found = Vec::new();
        let mut chosen: Vec<usize> = (0..size).collect();
        loop {
            if left_to_try == 0 {
                return Choice::GaveUp(MOST_TRIED);
            }
            left_to_try -= 1;
            if holds(&chosen) {
                found.push(chosen.clone());
            }
            if !advance(&mut chosen, count) {
                break;
            }
        }
        match found.len() {
            0 => {}
            1 => return found.pop().map_or(Choice::None, Choice::One),
            several => return Choice::Several(several),
        }
    }
    Choice::None
}

/// The next choice of as many in order; false after the last.
fn advance(chosen: &mut [usize], count: usize) -> bool {
    let size = chosen.len();
    let Some(at) = (0..size).rev().find(|&at| chosen[at] < count - size + at) else { return false };
    chosen[at] += 1;
    for later in at + 1..size {
        chosen[later] = chosen[later - 1] + 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Choice, leaving};

    #[test]
    fn the_fewest_are_left_out_and_others_are_told() {
        let numbers = [5, 7, 11, 13, 30];
        let without =
            |sum: i32| leaving(5, |left| 66 - left.iter().map(|&at| numbers[at]).sum::<i32>() == sum);
        assert_eq!(without(36), Choice::One(vec![4]));
        assert_eq!(without(48), Choice::Several(2));
        assert_eq!(without(43), Choice::One(vec![0, 1, 2]));
        assert_eq!(without(0), Choice::None);
        assert_eq!(leaving(1, |_| true), Choice::None);
        assert_eq!(leaving(0, |_| true), Choice::None);
    }

    #[test]
    fn among_too_many_it_is_said_that_not_all_were_tried() {
        assert_eq!(leaving(40, |left| left.len() == 7), Choice::GaveUp(4096));
        assert_eq!(leaving(40, |left| left == [39]), Choice::One(vec![39]));
    }
}
