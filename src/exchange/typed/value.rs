//! The stored value of a field from what was typed.

use super::amount::{Amount, Unit, stored_money, typed_amount};
use super::body::typed_body;
use super::choice::chosen;
use super::date::typed_day;
use super::plain::echo;
use super::yes_no::yes_no;
use super::{AmountError, BodyError, DateError, Setting};
use crate::event::{Json, MAX_INTEGER, MAX_ITEMS, MAX_TEXT, Precision, TextError, clean, json_text, object};
use crate::plan::{Field, FieldKind, Words};

/// Why what was typed is not the value of a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    /// Nothing was typed.
    #[error("nothing is written")]
    Empty,
    /// Not a date.
    #[error(transparent)]
    Date(#[from] DateError),
    /// Not an amount.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// Not a body of the register.
    #[error(transparent)]
    Body(#[from] BodyError),
    /// Not a text that can be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Neither yes nor no.
    #[error("“{typed}” is neither yes nor no")]
    YesNo {
        /// What was typed.
        typed: String,
    },
    /// None of the words of the choice, or a label of several.
    #[error("“{typed}” is none of: {}", choices.iter().map(|it| it.en.as_str()).collect::<Vec<_>>().join(", "))]
    Choice {
        /// What was typed.
        typed: String,
        /// What people read of each word.
        choices: Vec<Words>,
    },
    /// A sealed value is not typed in the open.
    #[error("the field is sealed; its value is not written here")]
    Sealed,
    /// One value stands twice.
    #[error("“{typed}” stands twice")]
    Repeated {
        /// What was typed.
        typed: String,
    },
    /// More values than a field holds.
    #[error("{given} values are too many; the limit is {limit}")]
    Items {
        /// Values given.
        given: usize,
        /// Values that there may be.
        limit: usize,
    },
}

/// The stored value of a field from what was typed; several values of a field
/// that holds many stand between semicolons.
pub fn typed_value(field: &Field, typed: &str, setting: &Setting<'_>) -> Result<Json, TypedError> {
    if typed.trim().is_empty() {
        return Err(TypedError::Empty);
    }
    if !field.many {
        return one_value(field, typed, setting);
    }
    let mut values: Vec<Json> = Vec::new();
    for item in typed.split(';').map(str::trim).filter(|item| !item.is_empty()) {
        let value = one_value(field, item, setting)?;
        if values.contains(&value) {
            return Err(TypedError::Repeated { typed: echo(item) });
        }
        values.push(value);
    }
    match values.len() {
        0 => Err(TypedError::Empty),
        given if given > MAX_ITEMS => Err(TypedError::Items { given, limit: MAX_ITEMS }),
        _ => Ok(Json::Array(values)),
    }
}

fn one_value(field: &Field, typed: &str, setting: &Setting<'_>) -> Result<Json, TypedError> {
    match field.kind {
        FieldKind::Text => Ok(json_text(clean(typed, MAX_TEXT)?)),
        FieldKind::YesNo => {
            yes_no(typed).map(Json::Bool).ok_or_else(|| TypedError::YesNo { typed: echo(typed) })
        }
        FieldKind::Count => Ok(count(typed, &typed_amount(typed, setting.currency)?)?),
        FieldKind::Decimal => {
            Ok(decimal(typed, &typed_amount(typed, setting.currency)?, field.decimals.unwrap_or(0))?)
        }
        FieldKind::Money => {
            Ok(stored_money(&typed_amount(typed, setting.currency)?, typed, setting.currency)?)
        }
        FieldKind::Date => Ok(json_text(typed_day(typed, &setting.calendar)?.to_string())),
        FieldKind::Choice => Ok(json_text(chosen(field, typed)?)),
        FieldKind::Reference => Ok(json_text(typed_body(typed, &field.refers, setting)?.as_str())),
        FieldKind::Sealed => Err(TypedError::Sealed),
    }
}

fn count(typed: &str, amount: &Amount) -> Result<Json, AmountError> {
    match amount.unit {
        Unit::Bare => {}
        Unit::Percent => return Err(AmountError::Percent { typed: echo(typed) }),
        Unit::Currency(_) => return Err(AmountError::Money { typed: echo(typed) }),
    }
    if !amount.value.has_decimals(0) {
        return Err(AmountError::NotWhole { typed: echo(typed) });
    }
    let number: Option<i64> = amount.value.round(0).parse().ok();
    let number = number.filter(|number| (-MAX_INTEGER..=MAX_INTEGER).contains(number));
    let too_large = || AmountError::TooLarge { typed: echo(typed), limit: MAX_INTEGER.to_string() };
    Ok(with_precision(Json::Int(number.ok_or_else(too_large)?), amount.precision))
}

/// A decimal field may hold a percentage: its sign says nothing that the
/// number does not.
fn decimal(typed: &str, amount: &Amount, decimals: u32) -> Result<Json, AmountError> {
    if let Unit::Currency(_) = amount.unit {
        return Err(AmountError::Money { typed: echo(typed) });
    }
    if !amount.value.has_decimals(decimals) {
        return Err(AmountError::Decimals { typed: echo(typed), decimals });
    }
    let text = amount.value.round(decimals);
    if text.len() > MAX_DECIMAL {
        return Err(AmountError::TooLarge { typed: echo(typed), limit: "9".repeat(40) });
    }
    Ok(with_precision(json_text(text), amount.precision))
}

/// Characters of a decimal, which format 1 keeps within 64.
const MAX_DECIMAL: usize = 64;

pub(in crate::exchange) fn with_precision(value: Json, precision: Option<Precision>) -> Json {
    match precision {
        None => value,
        Some(it) => Json::Object(object([("precision", json_text(it.word())), ("value", value)])),
    }
}
