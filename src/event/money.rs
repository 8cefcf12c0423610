//! Money: an exact amount that carries its currency.

use std::fmt;
use std::str::FromStr;

use super::{Exact, is_decimal};

/// An ISO 4217 currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// The code of ISO 4217 for no currency at all; no text reads as it.
    pub const NONE: Self = Self(iso_currency::Currency::XXX);

    /// The three-letter code.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Decimals of the minor unit.
    pub fn digits(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }

    /// The symbol used at home, such as `$` or `€`.
    pub fn symbol(self) -> String {
        self.0.symbol().to_string()
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(code: &str) -> Result<Self, MoneyError> {
        // Special codes stand for gold, for units of account, for tests or for
        // nothing.
        let known =
            iso_currency::Currency::from_code(code).filter(|it| it.exponent().is_some() && !it.is_special());
        known.map(Self).ok_or_else(|| MoneyError::Currency(code.to_owned()))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Why text is not an amount of money.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The code is not in ISO 4217, or stands for no currency with a minor unit.
    #[error("“{0}” is not a currency of ISO 4217")]
    Currency(String),
    /// The amount is not spelt with exactly the currency's decimals.
    #[error(
        "“{amount}” is not an amount in {currency} with {digits} decimals and at most 18 digits before them"
    )]
    Amount {
        /// What was given.
        amount: String,
        /// The currency's code.
        currency: &'static str,
        /// Its decimals.
        digits: u32,
    },
}

/// An amount in minor units and its currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Money {
    /// Cents, or whatever the currency's minor unit is.
    pub minor: i128,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// The money of the canonical spelling: exactly the currency's decimals.
    pub fn parse(amount: &str, currency: Currency) -> Result<Self, MoneyError> {
        let refuse = || MoneyError::Amount {
            amount: amount.to_owned(),
            currency: currency.code(),
            digits: currency.digits(),
        };
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
        let whole_digits = whole.trim_start_matches('-').len();
        if !is_decimal(amount) || fraction.len() != currency.digits() as usize || whole_digits > 18 {
            return Err(refuse());
        }
        let minor = format!("{whole}{fraction}").parse().map_err(|_| refuse())?;
        Ok(Self { minor, currency })
    }

    /// The amount as an exact number.
    pub fn exact(&self) -> Exact {
        Exact::scaled(self.minor, self.currency.digits())
    }

    /// The canonical spelling of the amount.
    pub fn amount(&self) -> String {
        self.exact().round(self.currency.digits())
    }
}
