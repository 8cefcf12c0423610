//! Why what was typed is not an amount.

/// Why what was typed is not an amount; `typed` is what was typed, shortened
/// when it is long.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not a number in any spelling.
    #[error("“{typed}” is not a number: write it in digits, as in 4200000.50")]
    NotANumber {
        /// What was typed.
        typed: String,
    },
    /// A word beside the number that is no unit, currency or precision.
    #[error("“{typed}”: “{word}” is not understood beside a number")]
    Word {
        /// What was typed.
        typed: String,
        /// The word.
        word: String,
    },
    /// A number that can be read two ways.
    #[error("“{typed}” can be read two ways: write {}", readings.join(" or "))]
    TwoReadings {
        /// What was typed.
        typed: String,
        /// The mark as grouping, then before decimals: plain decimals, each
        /// spelled so that it can be read one way. Where a field takes only one
        /// of the two, that one.
        readings: Vec<String>,
    },
    /// Decimals where the field holds whole numbers.
    #[error("“{typed}” is not a whole number")]
    NotWhole {
        /// What was typed.
        typed: String,
    },
    /// More decimals than the field or the currency has.
    #[error("“{typed}” has more than {decimals} decimals; nothing is rounded here")]
    Decimals {
        /// What was typed.
        typed: String,
        /// Decimals that there may be.
        decimals: u32,
    },
    /// Beyond what can be kept.
    #[error("“{typed}” is too large; the limit is {limit}")]
    TooLarge {
        /// What was typed.
        typed: String,
        /// The largest that can be kept, in plain digits.
        limit: String,
    },
    /// A percentage where there is none.
    #[error("“{typed}” is a percentage; a number is needed here")]
    Percent {
        /// What was typed.
        typed: String,
    },
    /// Money where there is none.
    #[error("“{typed}” is an amount of money; a bare number is needed here")]
    Money {
        /// What was typed.
        typed: String,
    },
    /// Money in another currency than the one needed.
    #[error(
        "“{typed}” is in {currency}; in {ledger} it can be kept with a recorded conversion (`converted`: \
         amount, currency, rate, source, date), by an import of JSON Lines"
    )]
    Foreign {
        /// What was typed.
        typed: String,
        /// Its currency.
        currency: String,
        /// The currency needed.
        ledger: String,
    },
    /// A sign that several currencies share, none of them the ledger's.
    #[error("“{typed}”: several currencies are written {sign}; write the code, as in USD 1200")]
    WhichCurrency {
        /// What was typed.
        typed: String,
        /// The sign.
        sign: String,
    },
}
