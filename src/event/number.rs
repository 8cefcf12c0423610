//! Exact numbers: ratios of integers without a bound, rounded only when shown.

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{One, Signed, Zero};

/// An exact number. Decimals and integers go in, ratios come out; nothing is
/// rounded before [`Exact::round`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(Ratio<BigInt>);

/// Why text is not a decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number is written with digits, one point and no grouping")]
pub struct NumberError;

impl Exact {
    /// Nothing.
    pub fn zero() -> Self {
        Self(Ratio::zero())
    }

    /// One.
    pub fn one() -> Self {
        Self(Ratio::one())
    }

    /// `units` divided by ten to the power of `decimals`.
    pub fn scaled(units: i128, decimals: u32) -> Self {
        Self(Ratio::new(units.into(), BigInt::from(10).pow(decimals)))
    }

    /// The quotient, when the divisor is not zero.
    pub fn divided_by(&self, divisor: &Self) -> Option<Self> {
        (!divisor.0.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// Whether this is nothing.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether this is below nothing.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// `num/den` in lowest terms, the denominator positive.
    pub fn ratio(&self) -> String {
        format!("{}/{}", self.0.numer(), self.0.denom())
    }

    /// The number with exactly so many decimals, half away from zero, without
    /// grouping; never `-0`.
    pub fn round(&self, decimals: u32) -> String {
        let scaled = &self.0 * Ratio::from_integer(BigInt::from(10).pow(decimals));
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
        (&self.0 * Ratio::from_integer(BigInt::from(10).pow(decimals))).is_integer()
    }
}

impl From<i64> for Exact {
    fn from(number: i64) -> Self {
        Self(Ratio::from_integer(number.into()))
    }
}

impl From<usize> for Exact {
    fn from(number: usize) -> Self {
        Self(Ratio::from_integer(number.into()))
    }
}

impl FromStr for Exact {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        if !is_decimal(text) {
            return Err(NumberError);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let units: BigInt = format!("{whole}{fraction}").parse().map_err(|_| NumberError)?;
        let scale = u32::try_from(fraction.len()).map_err(|_| NumberError)?;
        Ok(Self(Ratio::new(units, BigInt::from(10).pow(scale))))
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

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::zero(), Add::add)
    }
}

impl<'a> std::iter::Sum<&'a Self> for Exact {
    fn sum<I: Iterator<Item = &'a Self>>(numbers: I) -> Self {
        numbers.fold(Self::zero(), |total, number| Self(total.0 + &number.0))
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
