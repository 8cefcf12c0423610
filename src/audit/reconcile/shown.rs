//! Numbers as they are printed: what they say, and what they leave open.

use crate::event::{Exact, Precision};

/// A number as it is printed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shown {
    /// As it stands there; empty where nothing does.
    pub text: String,
    /// What it says; none where it is to be read by eye.
    pub read: Option<Read>,
}

impl Shown {
    /// Whether nothing stands there.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The number.
    pub fn value(&self) -> Option<&Exact> {
        self.read.as_ref().map(|read| &read.value)
    }
}

/// What a printed number says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Read {
    /// The number.
    pub value: Exact,
    /// One unit of its last printed digit: 0.1 million of “3.3 M”.
    pub step: Exact,
    /// How precise it says it is.
    pub precision: Option<Precision>,
    /// Whether it is in hundredths.
    pub is_percent: bool,
}

impl Read {
    /// A number that is printed to the last digit, without a word beside it.
    pub fn plain(value: Exact, decimals: u32) -> Self {
        Self { value, step: Exact::scaled(1, decimals), precision: None, is_percent: false }
    }

    /// Whether a number may be printed so: rounded half away from zero to the
    /// last printed digit; of “more than”, “at most” and “about” to the last
    /// one that is not a zero.
    pub fn is(&self, exact: &Exact) -> bool {
        let (low, high) = self.range();
        match self.precision {
            None => rounded(exact, &self.step) == rounded(&self.value, &self.step),
            Some(Precision::Rounded) => {
                rounded(exact, &self.coarse()) == rounded(&self.value, &self.coarse())
            }
            Some(Precision::AtLeast) => *exact >= low && *exact < high,
            Some(Precision::AtMost) => *exact > low && *exact <= high,
            Some(Precision::About) => *exact >= low && *exact <= high,
        }
    }

    /// Whether a number is one unit of the last digit away at most, though it
    /// may not be printed so.
    pub fn is_nearly(&self, exact: &Exact) -> bool {
        let away = rounded(exact, &self.step).zip(rounded(&self.value, &self.step));
        let away = away.map(|(one, other)| one - other);
        !self.is(exact) && away.is_some_and(|away| away == Exact::one() || away == -Exact::one())
    }

    /// Between which numbers it is, both included.
    pub fn range(&self) -> (Exact, Exact) {
        let value = || self.value.clone();
        let half = |step: Exact| step.divided_by(&Exact::from(2_i64)).unwrap_or_default();
        let around = |by: Exact| (value() - by.clone(), value() + by);
        match self.precision {
            // What is printed to the last unit is meant so.
            None if self.step <= Exact::one() => (value(), value()),
            None => around(half(self.step.clone())),
            Some(Precision::Rounded) => around(half(self.coarse())),
            Some(Precision::AtLeast) => (value(), value() + self.coarse()),
            Some(Precision::AtMost) => (value() - self.coarse(), value()),
            Some(Precision::About) => around(half(self.coarse()).max(self.step.clone())),
        }
    }

    /// Half a unit of the last digit to either side: between these what is rounded to it is, of
    /// a number with a word beside it what the word leaves open.
    pub(super) fn around(&self) -> [Exact; 2] {
        if self.precision.is_some() {
            let (low, high) = self.range();
            return [low, high];
        }
        let half = self.step.divided_by(&Exact::from(2_i64)).unwrap_or_default();
        [self.value.clone() - half.clone(), self.value.clone() + half]
    }

    /// Whether two printed numbers can be of one measure.
    pub fn agrees(&self, other: &Self) -> bool {
        let ((low, high), (least, most)) = (self.range(), other.range());
        self.is(&other.value) || other.is(&self.value) || (low <= most && least <= high)
    }

    /// One unit of its last digit that is not a zero.
    fn coarse(&self) -> Exact {
        let ten = Exact::from(10_i64);
        let mut step = self.step.clone();
        for _ in 0..MAX_ZEROS {
            let wider = step.clone() * ten.clone();
            let is_whole = self.value.divided_by(&wider).is_some_and(|it| it.has_decimals(0));
            if self.value.is_zero() || !is_whole {
                break;
            }
            step = wider;
        }
        step
    }
}

/// Zeros at the end of a number that are looked at.
const MAX_ZEROS: usize = 30;

/// How many steps a number is, half away from zero.
fn rounded(exact: &Exact, step: &Exact) -> Option<Exact> {
    exact.divided_by(step)?.round(0).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Exact, Precision, Read};

    fn read(value: &str, step: &str, precision: Option<Precision>) -> Read {
        let number = |text: &str| text.parse().unwrap_or_default();
        Read { value: number(value), step: number(step), precision, is_percent: false }
    }

    fn number(text: &str) -> Exact {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_number_is_printed_half_away_from_zero() {
        let whole = read("54", "1", None);
        assert!(whole.is(&number("53.5")) && whole.is(&number("54.49")));
        assert!(!whole.is(&number("54.5")) && !whole.is(&number("53.49")));
        let below = read("-54", "1", None);
        assert!(below.is(&number("-53.5")) && !below.is(&number("-54.5")));
    }

    #[test]
    fn a_digit_cut_off_is_near_and_another_digit_is_not() {
        let cut = read("53", "1", None);
        assert!(cut.is_nearly(&number("53.89")));
        assert!(!read("52", "1", None).is_nearly(&number("53.89")));
        assert!(!read("54", "1", None).is_nearly(&number("53.89")));
    }

    #[test]
    fn words_beside_a_number_leave_room_up_to_its_last_digit() {
        let more = read("7700000", "100000", Some(Precision::AtLeast));
        assert!(more.is(&number("7711361")));
        assert!(!more.is(&number("7800000")) && !more.is(&number("7699999")));
        let about = read("50", "1", Some(Precision::About));
        assert!(about.is(&number("49")) && about.is(&number("45")) && !about.is(&number("44")));
        let most = read("450000", "1", Some(Precision::AtMost));
        assert!(most.is(&number("450000")) && most.is(&number("440001")) && !most.is(&number("450001")));
    }

    #[test]
    fn two_places_agree_as_far_as_they_are_printed() {
        let exact = read("3597043", "1", None);
        assert!(read("3600000", "100000", None).agrees(&exact));
        assert!(exact.agrees(&read("3500000", "100000", Some(Precision::AtLeast))));
        assert!(!read("16", "1", None).agrees(&read("14", "1", None)));
    }
}
