//! Exact numbers: ratios of integers without a bound, rounded only when shown.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{Signed, ToPrimitive, Zero};

/// An exact number. Decimals and integers go in, ratios come out; nothing is
/// rounded before [`Exact::round`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(Form);

/// Each number has one form. Counts and most sums are whole and short, and a
/// ratio costs fifty times as much.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    /// Any integer of 64 bits.
    Whole(i64),
    /// Any other number.
    Ratio(Box<Ratio<BigInt>>),
}

/// Why text is not a decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number is written with digits, one point and no grouping")]
pub struct NumberError;

impl Exact {
    /// Nothing.
    pub const fn zero() -> Self {
        Self(Form::Whole(0))
    }

    /// One.
    pub const fn one() -> Self {
        Self(Form::Whole(1))
    }

    /// `units` divided by ten to the power of `decimals`.
    pub fn scaled(units: i128, decimals: u32) -> Self {
        // Most amounts are whole, and a ratio has to be brought to its lowest terms.
        let scale = 10_i128.checked_pow(decimals).filter(|scale| units % scale == 0);
        let whole = scale.and_then(|scale| i64::try_from(units / scale).ok());
        let ratio = || Self::of(Ratio::new(units.into(), BigInt::from(10).pow(decimals)));
        whole.map_or_else(ratio, Self::from)
    }

    /// The quotient, when the divisor is not zero.
    pub fn divided_by(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self::of(&*self.as_ratio() / &*divisor.as_ratio()))
    }

    /// The integer that it is, where it is one of 64 bits.
    pub const fn whole(&self) -> Option<i64> {
        match &self.0 {
            Form::Whole(number) => Some(*number),
            Form::Ratio(_) => None,
        }
    }

    /// Whether this is nothing.
    pub const fn is_zero(&self) -> bool {
        matches!(self.0, Form::Whole(0))
    }

    /// Whether this is below nothing.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Form::Whole(number) => *number < 0,
            Form::Ratio(ratio) => ratio.is_negative(),
        }
    }

    /// `num/den` in lowest terms, the denominator positive.
    pub fn ratio(&self) -> String {
        let ratio = self.as_ratio();
        format!("{}/{}", ratio.numer(), ratio.denom())
    }

    /// The number that [`Exact::ratio`] says.
    pub fn of_ratio(text: &str) -> Option<Self> {
        text.parse().ok().map(Self::of)
    }

    /// The number with exactly so many decimals, half away from zero, without
    /// grouping; never `-0`.
    pub fn round(&self, decimals: u32) -> String {
        if let (Form::Whole(number), 0) = (&self.0, decimals) {
            return number.to_string();
        }
        let scaled = &*self.as_ratio() * Ratio::from_integer(BigInt::from(10).pow(decimals));
        let units = scaled.round().to_integer();
        let digits = units.abs().to_string();
        let width = decimals as usize + 1;
        let padded = format!("{digits:0>width$}");
        let (whole, fraction) = padded.split_at(padded.len() - decimals as usize);
        let sign = if units.is_negative() { "-" } else { "" };
        let point = if decimals == 0 { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }

    /// The shortest decimal that is exactly this number, when there is one.
    pub fn to_decimal(&self) -> Option<String> {
        (0..=40).find(|&decimals| self.has_decimals(decimals)).map(|decimals| self.round(decimals))
    }

    /// Whether the number needs no more than so many decimals.
    pub fn has_decimals(&self, decimals: u32) -> bool {
        match &self.0 {
            Form::Whole(_) => true,
            // It is in its lowest terms.
            Form::Ratio(ratio) => (BigInt::from(10).pow(decimals) % ratio.denom()).is_zero(),
        }
    }

    /// The number in its one form.
    fn of(ratio: Ratio<BigInt>) -> Self {
        let whole = ratio.is_integer().then(|| ratio.numer().to_i64()).flatten();
        Self(whole.map_or_else(|| Form::Ratio(Box::new(ratio)), Form::Whole))
    }

    fn as_ratio(&self) -> Cow<'_, Ratio<BigInt>> {
        match &self.0 {
            Form::Whole(number) => Cow::Owned(Ratio::from_integer((*number).into())),
            Form::Ratio(ratio) => Cow::Borrowed(ratio),
        }
    }

    /// The result of an operation on two whole numbers, if it is one too, or
    /// on two ratios.
    fn combined(
        &self,
        other: &Self,
        whole: fn(i64, i64) -> Option<i64>,
        ratio: fn(&Ratio<BigInt>, &Ratio<BigInt>) -> Ratio<BigInt>,
    ) -> Self {
        let short = match (&self.0, &other.0) {
            (Form::Whole(one), Form::Whole(other)) => whole(*one, *other),
            _ => None,
        };
        let long = || Self::of(ratio(&self.as_ratio(), &other.as_ratio()));
        short.map_or_else(long, |number| Self(Form::Whole(number)))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Whole(one), Form::Whole(other)) => one.cmp(other),
            _ => self.as_ratio().cmp(&other.as_ratio()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Exact {
    fn from(number: i64) -> Self {
        Self(Form::Whole(number))
    }
}

impl From<usize> for Exact {
    fn from(number: usize) -> Self {
        let ratio = || Self::of(Ratio::from_integer(number.into()));
        i64::try_from(number).map_or_else(|_| ratio(), Self::from)
    }
}

impl FromStr for Exact {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        if !is_decimal(text) {
            return Err(NumberError);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if let (true, Ok(number)) = (fraction.bytes().all(|byte| byte == b'0'), whole.parse()) {
            return Ok(Self(Form::Whole(number)));
        }
        let units: BigInt = format!("{whole}{fraction}").parse().map_err(|_| NumberError)?;
        let scale = u32::try_from(fraction.len()).map_err(|_| NumberError)?;
        Ok(Self::of(Ratio::new(units, BigInt::from(10).pow(scale))))
    }
}

/// Whether the text is `-?(0|[1-9][0-9]*)(\.[0-9]+)?` of at most 64
/// characters and not a negative zero: the one spelling of a decimal.
pub fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let negative_zero = text.starts_with('-') && digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    text.len() <= 64
        && all_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(all_digits)
        && !negative_zero
}

impl Default for Exact {
    fn default() -> Self {
        Self::zero()
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.combined(&other, i64::checked_add, |one, other| one + other)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.combined(&other, i64::checked_sub, |one, other| one - other)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.combined(&other, i64::checked_mul, |one, other| one * other)
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self::zero() - self
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::zero(), Add::add)
    }
}

impl<'a> std::iter::Sum<&'a Self> for Exact {
    fn sum<I: Iterator<Item = &'a Self>>(numbers: I) -> Self {
        numbers.fold(Self::zero(), |total, number| {
            total.combined(number, i64::checked_add, |one, other| one + other)
        })
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.as_ratio())
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;
    use num_rational::Ratio;
    use proptest::prelude::*;

    use super::Exact;

    fn ratio() -> impl Strategy<Value = Ratio<BigInt>> {
        let edge = prop_oneof![Just(i64::MIN), Just(i64::MAX), Just(0), -9..9_i64];
        let number = prop_oneof![edge, any::<i64>()].prop_map(i128::from);
        let scaled = prop_oneof![4 => Just(1_i128), 1 => Just(1 << 64)];
        (number, scaled, prop_oneof![Just(1_i64), 1..200_i64])
            .prop_map(|(number, scale, below)| Ratio::new((number * scale).into(), below.into()))
    }

    proptest! {
        #[test]
        fn short_numbers_are_reckoned_as_ratios_are(one in ratio(), other in ratio()) {
            let (a, b) = (Exact::of(one.clone()), Exact::of(other.clone()));
            prop_assert_eq!(a.clone() + b.clone(), Exact::of(&one + &other));
            prop_assert_eq!(a.clone() - b.clone(), Exact::of(&one - &other));
            prop_assert_eq!(a.clone() * b.clone(), Exact::of(&one * &other));
            prop_assert_eq!(-a.clone(), Exact::of(-&one));
            prop_assert_eq!([&a, &b].into_iter().sum::<Exact>(), Exact::of(&one + &other));
            prop_assert_eq!(a.cmp(&b), one.cmp(&other));
            prop_assert_eq!(a == b, one == other);
            prop_assert_eq!(a.is_negative(), one < Ratio::from_integer(0.into()));
            prop_assert_eq!(a.ratio(), format!("{}/{}", one.numer(), one.denom()));
            prop_assert_eq!(a.has_decimals(2), (&one * BigInt::from(100)).is_integer());
        }
    }
}
