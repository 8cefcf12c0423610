//! A reported total from what was typed: its value in the unit of its
//! indicator, and what changes in another version of it.

use super::amount::{Unit, stored_money, typed_amount, typed_amount_of};
use super::date::typed_day;
use super::fields::{FieldError, FieldTrouble};
use super::plain::echo;
use super::value::{TypedError, with_precision};
use super::{AmountError, Setting};
use crate::event::{Currency, Json, MAX_TEXT, clean, json_text, types};
use crate::figures::Total;
use crate::plan::{self, Indicator, Near, Words, folded};

/// What of a total may be typed: its name, and the French word for it.
const NAMES: [(&str, &str); 4] = [("value", "valeur"), ("to", "au"), ("from", "du"), ("note", "remarque")];

/// The value of a total as printed, in the unit of its indicator.
pub fn typed_total_value(text: &str, indicator: &Indicator, home: Currency) -> Result<Json, TypedError> {
    let currency: Option<Currency> = indicator.currency.as_deref().and_then(|code| code.parse().ok());
    if let Some(currency) = currency {
        return Ok(stored_money(&typed_amount_of(text, currency, currency.digits())?, text, currency)?);
    }
    let amount = typed_amount(text, home)?;
    let refused = match amount.unit {
        Unit::Currency(_) => Some(AmountError::Money { typed: echo(text) }),
        Unit::Percent if indicator.unit() != plan::Unit::Percent => {
            Some(AmountError::Percent { typed: echo(text) })
        }
        _ => None,
    };
    if let Some(error) = refused {
        return Err(error.into());
    }
    let decimal = amount.value.to_decimal().filter(|text| text.len() <= 64);
    let decimal = decimal.ok_or_else(|| AmountError::NotANumber { typed: echo(text) })?;
    Ok(with_precision(json_text(decimal), amount.precision))
}

/// The total with what was typed, or all that is wrong with it. An empty text
/// takes away what a total may lack.
pub fn typed_total(
    before: &Total,
    given: &[(&str, &str)],
    indicator: &Indicator,
    setting: &Setting<'_>,
) -> Result<Total, Vec<FieldError>> {
    let mut total = before.clone();
    let mut errors = Vec::new();
    let mut seen = Vec::new();
    for (at, (name, text)) in given.iter().enumerate() {
        let set = named(name).and_then(|name| {
            if seen.contains(&name) {
                return Err(FieldTrouble::Twice { field: name.to_owned() });
            }
            seen.push(name);
            Ok(set(&mut total, name, text, indicator, setting)?)
        });
        if let Err(trouble) = set {
            errors.push(FieldError { at, field: echo(name), trouble });
        }
    }
    if errors.is_empty() { Ok(total) } else { Err(errors) }
}

fn named(typed: &str) -> Result<&'static str, FieldTrouble> {
    let wanted = folded(typed);
    let known = NAMES.iter().find(|(name, word)| wanted == *name || wanted == *word);
    known.map(|(name, _)| *name).ok_or_else(|| {
        let label = |en: &str, fr: &str| Words { fr: fr.to_owned(), en: en.to_owned() };
        let near = NAMES.map(|(name, word)| Near { id: name.to_owned(), label: label(name, word) }).to_vec();
        FieldTrouble::Unknown { kind: types::TOTAL_REPORTED.to_owned(), typed: echo(typed), near }
    })
}

fn set(
    total: &mut Total,
    name: &str,
    text: &str,
    indicator: &Indicator,
    setting: &Setting<'_>,
) -> Result<(), TypedError> {
    let is_empty = text.trim().is_empty();
    match name {
        "from" if is_empty => total.from = None,
        "note" if is_empty => total.note = None,
        _ if is_empty => return Err(TypedError::Empty),
        "from" => total.from = Some(typed_day(text, &setting.calendar)?),
        "to" => total.to = typed_day(text, &setting.calendar)?,
        "note" => total.note = Some(clean(text, MAX_TEXT)?),
        _ => total.value = typed_total_value(text, indicator, setting.currency)?,
    }
    Ok(())
}
