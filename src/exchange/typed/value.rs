//! The stored value of a field from what was typed.

use super::amount::{Amount, Unit, stored_money, typed_amount_of};
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
        /// Those of them that are most like it.
        near: Vec<Words>,
    },
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
    // Counted before any is read: each that is none is looked for among all names.
    let given = items(typed).count();
    if given > MAX_ITEMS {
        return Err(TypedError::Items { given, limit: MAX_ITEMS });
    }
    let mut values: Vec<Json> = Vec::new();
    for item in items(typed) {
        let value = one_value(field, item, setting)?;
        if values.contains(&value) {
            return Err(TypedError::Repeated { typed: echo(item) });
        }
        values.push(value);
    }
    if values.is_empty() { Err(TypedError::Empty) } else { Ok(Json::Array(values)) }
}

/// The values within a cell.
fn items(typed: &str) -> impl Iterator<Item = &str> {
    typed.split(';').map(str::trim).filter(|item| !item.is_empty())
}

/// Of a field that holds many, what is wrong with each of them that cannot be
/// one: who settles one name should see the others too.
pub(super) fn item_troubles(field: &Field, typed: &str, setting: &Setting<'_>) -> Vec<TypedError> {
    let is_read = field.many && items(typed).count() <= MAX_ITEMS;
    let items = items(typed).filter(|_| is_read);
    items.filter_map(|item| one_value(field, item, setting).err()).collect()
}

fn one_value(field: &Field, typed: &str, setting: &Setting<'_>) -> Result<Json, TypedError> {
    match field.kind {
        // What is to be sealed stays in the clear until the ledger seals it.
        FieldKind::Text | FieldKind::Sealed => Ok(json_text(clean(typed, MAX_TEXT)?)),
        FieldKind::YesNo => {
            yes_no(typed).map(Json::Bool).ok_or_else(|| TypedError::YesNo { typed: echo(typed) })
        }
        FieldKind::Count => Ok(count(typed, &typed_amount_of(typed, setting.currency, 0)?)?),
        FieldKind::Decimal => {
            let decimals = field.decimals;
            Ok(decimal(typed, &typed_amount_of(typed, setting.currency, decimals)?, decimals)?)
        }
        FieldKind::Money => {
            let digits = setting.currency.digits();
            Ok(stored_money(&typed_amount_of(typed, setting.currency, digits)?, typed, setting.currency)?)
        }
        FieldKind::Date => Ok(json_text(typed_day(typed, &setting.calendar)?.to_string())),
        FieldKind::Choice => Ok(json_text(chosen(field, typed)?)),
        FieldKind::Reference => Ok(json_text(typed_body(typed, &field.refers, setting)?.as_str())),
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

#[cfg(test)]
mod tests {
    use super::TypedError;
    use crate::event::{BodyId, Currency, Day, Json, YearEnd};
    use crate::exchange::{
        AmountError, BodyError, Calendar, DateError, FieldTrouble, Setting, field_named, typed_fields,
        typed_value,
    };
    use crate::plan::{ActivityType, BodyFact, Field, Register, Words};

    fn register() -> Register {
        let mut register = Register::default();
        let mut add = |id: &str, name: &str, synonyms: &[&str]| {
            let synonyms = synonyms.iter().map(|&it| it.to_owned()).collect();
            let fact = BodyFact { name: Some(Words::both(name)), synonyms, ..BodyFact::default() };
            id.parse::<BodyId>().ok().map(|id| register.registered(id, 0, fact))
        };
        add("organisation/ocde", "OCDE", &["Organisation de coopération et de développement économiques"]);
        add("organisation/mila", "Mila", &[]);
        add("organisation/mila-quebec", "Mila – Québec", &["mila"]);
        add("project/climat", "Climat", &[]);
        register
    }

    fn field(rest: &str) -> Field {
        let text = format!(r#"{{"name":"f","label":{{"fr":"Champ","en":"Field"}},{rest}}}"#);
        serde_json::from_str(&text).unwrap_or_else(|error| unreachable!("{rest}: {error}"))
    }

    fn value(rest: &str, typed: &str) -> Result<Json, TypedError> {
        let register = register();
        let calendar = Calendar { today: Day::new(2024, 3, 1), year_end: YearEnd::december() };
        let currency = "CAD".parse().unwrap_or(Currency::NONE);
        typed_value(&field(rest), typed, &Setting::new(calendar, currency, &register))
    }

    /// The value as it is written in an entry.
    fn kept(rest: &str, typed: &str) -> String {
        value(rest, typed).map_or_else(|error| format!("{error:?}"), |it| it.to_serde().to_string())
    }

    #[test]
    fn each_kind_of_field_takes_what_people_type() {
        assert_eq!(kept(r#""kind":"count""#, "1 200"), "1200");
        assert_eq!(kept(r#""kind":"count""#, "environ 110"), r#"{"precision":"about","value":110}"#);
        assert_eq!(kept(r#""kind":"decimal","decimals":2"#, "53,2 %"), r#""53.20""#);
        let money = r#"{"amount":"4200000.50","currency":"CAD"}"#;
        assert_eq!(kept(r#""kind":"money""#, "4 200 000,50 $"), money);
        let rounded = r#"{"amount":"3300000.00","currency":"CAD","precision":"rounded"}"#;
        assert_eq!(kept(r#""kind":"money""#, "3,3 M$ (arrondi)"), rounded);
        assert_eq!(kept(r#""kind":"date""#, "27 septembre 2023"), r#""2023-09-27""#);
        assert_eq!(kept(r#""kind":"date""#, "hier"), r#""2024-02-29""#);
        for (typed, truth) in
            [("Oui", "true"), ("VRAI", "true"), ("y", "true"), ("non", "false"), ("No", "false")]
        {
            assert_eq!(kept(r#""kind":"yesno""#, typed), truth, "{typed}");
        }
        let choice = r#""kind":"choice","choices":[{"word":"in-person","label":{"fr":"En personne","en":"In person"}},
            {"word":"online","label":{"fr":"En ligne","en":"Online"}}]"#;
        for typed in ["in-person", "en personne", "IN PERSON"] {
            assert_eq!(kept(choice, typed), r#""in-person""#, "{typed}");
        }
        assert!(
            matches!(value(choice, "hybride"), Err(TypedError::Choice { choices, .. }) if choices.len() == 2)
        );
        assert_eq!(kept(r#""kind":"text","many":true"#, "a; b ;"), r#"["a","b"]"#);
    }

    #[test]
    fn what_a_field_cannot_hold_is_refused_and_never_rounded() {
        let amount = |rest: &str, typed: &str| match value(rest, typed) {
            Err(TypedError::Amount(error)) => error,
            other => AmountError::NotANumber { typed: format!("{other:?}") },
        };
        assert!(matches!(amount(r#""kind":"count""#, "4,5"), AmountError::NotWhole { .. }));
        assert!(matches!(amount(r#""kind":"count""#, "1,234"), AmountError::TwoReadings { .. }));
        assert!(matches!(amount(r#""kind":"count""#, "5 %"), AmountError::Percent { .. }));
        assert!(matches!(amount(r#""kind":"count""#, "5 $"), AmountError::Money { .. }));
        assert!(matches!(amount(r#""kind":"count""#, "9007199254740992"), AmountError::TooLarge { .. }));
        let cents = amount(r#""kind":"money""#, "0,125 $");
        assert!(matches!(cents, AmountError::Decimals { decimals: 2, .. }));
        assert!(matches!(amount(r#""kind":"money""#, "5 %"), AmountError::Percent { .. }));
        assert!(matches!(amount(r#""kind":"money""#, "10^18"), AmountError::NotANumber { .. }));
        assert!(matches!(amount(r#""kind":"money""#, &"9".repeat(19)), AmountError::TooLarge { .. }));
        let foreign = amount(r#""kind":"money""#, "1 200 €");
        let AmountError::Foreign { currency, ledger, .. } = foreign else { unreachable!("{foreign:?}") };
        assert_eq!((currency.as_str(), ledger.as_str()), ("EUR", "CAD"));
        assert!(matches!(amount(r#""kind":"decimal","decimals":1"#, "1,25"), AmountError::Decimals { .. }));
        assert!(matches!(
            amount(r#""kind":"decimal","decimals":2"#, &"9".repeat(64)),
            AmountError::TooLarge { .. }
        ));
        for rest in [r#""kind":"count""#, r#""kind":"text""#, r#""kind":"text","many":true"#] {
            assert_eq!(value(rest, " "), Err(TypedError::Empty));
        }
        assert_eq!(value(r#""kind":"text","many":true"#, ";"), Err(TypedError::Empty));
        assert!(matches!(value(r#""kind":"text","many":true"#, "a;b;a"), Err(TypedError::Repeated { .. })));
        let many = (0..201).map(|it| it.to_string()).collect::<Vec<_>>().join(";");
        assert!(matches!(value(r#""kind":"text","many":true"#, &many), Err(TypedError::Items { .. })));
        assert!(matches!(value(r#""kind":"text""#, "a\u{7}"), Err(TypedError::Text(_))));
        assert!(matches!(value(r#""kind":"yesno""#, "peut-être"), Err(TypedError::YesNo { .. })));
        let month = value(r#""kind":"date""#, "2023-09");
        assert!(matches!(month, Err(TypedError::Date(DateError::NotOneDay { .. }))));
    }

    #[test]
    fn a_body_is_named_by_id_or_by_any_of_its_names() {
        let organisation = r#""kind":"reference","refers":["organisation"]"#;
        for typed in [
            "organisation/ocde",
            "ocde",
            "OCDE",
            "organisation de cooperation et de developpement economiques",
        ] {
            assert_eq!(kept(organisation, typed), r#""organisation/ocde""#, "{typed}");
        }
        let body = |typed: &str| match value(organisation, typed) {
            Err(TypedError::Body(error)) => error,
            other => unreachable!("{typed}: {other:?}"),
        };
        assert!(matches!(body("mila"), BodyError::Several { bodies, .. } if bodies.len() == 2));
        let BodyError::Unknown { near, .. } = body("organisation/ocd") else { unreachable!() };
        assert_eq!(near[0].id, "organisation/ocde");
        assert!(matches!(body("zzzz"), BodyError::Unknown { near, .. } if near.is_empty()));
        assert!(matches!(body("climat"), BodyError::OtherKind { .. }));
        assert!(matches!(body("project/climat"), BodyError::OtherKind { .. }));
    }

    #[test]
    fn all_that_is_wrong_with_fields_is_told_at_once() {
        let kind: ActivityType = serde_json::from_str(
            r#"{"id":"a.b","label":{"fr":"A","en":"A"},"fields":[
                {"name":"editions","kind":"count","label":{"fr":"Éditions","en":"Editions"}},
                {"name":"place","kind":"text","label":{"fr":"Lieu","en":"Place"}},
                {"name":"town","kind":"text","label":{"fr":"Lieu","en":"Town"}},
                {"name":"old","kind":"text","retired":true,"label":{"fr":"Ancien","en":"Old"}}]}"#,
        )
        .unwrap_or_else(|error| unreachable!("{error}"));
        let register = Register::default();
        let calendar = Calendar { today: None, year_end: YearEnd::december() };
        let setting = Setting::new(calendar, Currency::NONE, &register);
        let read = typed_fields(&kind, &[("éditions", "4"), ("Town", "Québec")], &setting);
        assert_eq!(
            read.map(|fields| fields.keys().cloned().collect::<Vec<_>>()),
            Ok(vec!["editions".to_owned(), "town".to_owned()])
        );
        let given = [
            ("editions", "4"),
            ("Éditions", "5"),
            ("lieu", "x"),
            ("old", "x"),
            ("edition", "4"),
            ("place", ""),
        ];
        let errors = typed_fields(&kind, &given, &setting).err().unwrap_or_default();
        assert_eq!(errors.iter().map(|it| it.at).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        assert!(matches!(errors[0].trouble, FieldTrouble::Twice { .. }));
        assert!(
            matches!(&errors[1].trouble, FieldTrouble::Several { fields, .. } if *fields == ["place", "town"])
        );
        assert!(matches!(errors[2].trouble, FieldTrouble::Retired { .. }));
        assert!(matches!(&errors[3].trouble, FieldTrouble::Unknown { near, .. } if near[0].id == "editions"));
        assert!(matches!(errors[4].trouble, FieldTrouble::Value(TypedError::Empty)));
        let strange = field_named(&kind, "zzzz").err();
        assert!(matches!(strange, Some(FieldTrouble::Unknown { near, .. }) if near.len() == 3));
    }
}
