//! What people type: dates, numbers, money, yes or no. What can be read two
//! ways is asked back, never guessed; every refusal carries what was typed
//! and what to write instead.

mod amount;
mod calendar_words;
mod currency;
mod date;
mod date_error;
mod digits;
mod numeric_date;
mod parts;
mod plain;
mod precision;
mod scale;
#[cfg(test)]
mod tests;
mod value;
mod word_date;
mod yesno;

pub use amount::{
    AmountError, TypedAmount, TypedCount, TypedMoney, typed_amount, typed_count, typed_money, typed_number,
    typed_percent,
};
pub use date::{Calendar, Dated, Grain, typed_date, typed_day, typed_period};
pub use date_error::DateError;
pub use value::{TypedError, typed_value};
pub use yesno::{YesNoError, typed_yes_no};
