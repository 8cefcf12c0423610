//! What running totals come to, a number for each day, in as little memory as they take.

use crate::event::Exact;

/// Numbers in their order. Most are nothing or whole: of a ledger that was just opened the
/// first table reads many, and memory that nobody used before takes longer than they do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Sums {
    /// Nothing, so many times.
    Nothing(usize),
    Whole(Vec<i64>),
    Any(Vec<Exact>),
}

impl Default for Sums {
    fn default() -> Self {
        Self::Nothing(0)
    }
}

impl Sums {
    pub(super) fn push(&mut self, sum: &Exact) {
        let whole = sum.whole();
        match (&mut *self, whole) {
            (Self::Nothing(count), Some(0)) => *count += 1,
            (Self::Nothing(count), Some(whole)) => {
                let mut all = vec![0; *count];
                all.push(whole);
                *self = Self::Whole(all);
            }
            (Self::Whole(all), Some(whole)) => all.push(whole),
            (Self::Any(all), _) => all.push(sum.clone()),
            (_, None) => {
                let mut all: Vec<Exact> = (0..self.len()).map(|at| self.get(at)).collect();
                all.push(sum.clone());
                *self = Self::Any(all);
            }
        }
    }

    pub(super) fn get(&self, at: usize) -> Exact {
        match self {
            Self::Nothing(_) => Exact::zero(),
            Self::Whole(all) => Exact::from(all[at]),
            Self::Any(all) => all[at].clone(),
        }
    }

    const fn len(&self) -> usize {
        match self {
            Self::Nothing(count) => *count,
            Self::Whole(all) => all.len(),
            Self::Any(all) => all.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Sums;
    use crate::event::Exact;

    proptest! {
        #[test]
        fn each_is_what_was_put_there(all in prop::collection::vec((0..3_i64, 0..3_u32), 0..12)) {
            let all: Vec<Exact> = all.into_iter().map(|(units, scale)| Exact::scaled(units.into(), scale)).collect();
            let mut sums = Sums::default();
            for sum in &all {
                sums.push(sum);
            }
            let put: Vec<Exact> = (0..sums.len()).map(|at| sums.get(at)).collect();
            prop_assert_eq!(put, all);
        }
    }
}
