//! Whether the fields of an activity are as its type has them, and what number
//! a stored value stands for.

use std::collections::BTreeSet;

use super::{ActivityType, Choice, Field, FieldKind, Near, Register, Words, nearest_of};
use crate::event::{
    BodyId, Currency, Day, Exact, Json, MAX_ITEMS, MAX_TEXT, Money, MoneyError, Object, Precise, Precision,
    Sealed, is_decimal,
};

/// A field that is not as its type has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldProblem {
    /// The field's name.
    pub field: String,
    /// What people read; none when the type has no such field.
    pub label: Option<Words>,
    /// What is wrong with it.
    pub trouble: Trouble,
}

/// What is wrong with a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The type has no such field.
    Unknown {
        /// Fields that it has: the nearest, or all when none is like it.
        near: Vec<Near>,
    },
    /// The field is retired; new activities may not have it.
    Retired,
    /// The type requires it.
    Missing,
    /// The value is not of the field's kind.
    WrongKind(FieldKind),
    /// The number does not have exactly the declared decimals.
    Decimals(u32),
    /// The amount is not one of its currency.
    Money(MoneyError),
    /// Another currency than the ledger's, without a recorded conversion.
    Foreign {
        /// The amount's currency.
        currency: String,
        /// The ledger's.
        ledger: String,
    },
    /// The word is none of the choices.
    NotAChoice {
        /// What was given.
        word: String,
        /// What there is to choose from.
        choices: Vec<Choice>,
    },
    /// The register has no such body.
    UnknownBody {
        /// What was named.
        body: BodyId,
        /// Bodies of the register that are like it.
        near: Vec<Near>,
    },
    /// The field refers to other kinds of body.
    OtherBody {
        /// What was named.
        body: BodyId,
        /// The kinds to which the field may refer.
        refers: Vec<String>,
    },
    /// One value stands twice.
    Repeated,
    /// An empty or too long array.
    Items(usize),
    /// A text that is empty, untrimmed or too long.
    Text(usize),
    /// Less than nothing of what an indicator counts.
    Negative,
    /// An end before the beginning.
    EndsBefore {
        /// The first day.
        begins: Day,
        /// The last.
        ends: Day,
    },
}

/// All that is wrong with the fields of an activity of this type. A correction
/// may keep what is retired since, where the version `before` it has it.
pub fn check_fields(
    kind: &ActivityType,
    fields: &Object,
    before: Option<&Object>,
    ledger: Currency,
    register: &Register,
) -> Vec<FieldProblem> {
    let checker = Checker { ledger, register };
    let is_kept = |name: &str| before.is_some_and(|before| before.contains_key(name));
    let given = fields.iter().filter_map(|(name, value)| match kind.field(name) {
        None => Some(unknown_field(kind, name)),
        Some(field) if field.retired && !is_kept(name) => Some(problem(field, Trouble::Retired)),
        Some(field) => checker.field(field, value).err().map(|trouble| problem(field, trouble)),
    });
    let missing = kind.fields.iter().filter(|field| !field.may_lack() && !fields.contains_key(&field.name));
    given.chain(missing.map(|field| problem(field, Trouble::Missing))).collect()
}

/// Whether a value is one of a field that refers to no body.
pub fn is_value_of(field: &Field, value: &Json, ledger: Currency) -> bool {
    let checker = Checker { ledger, register: &Register::default() };
    field.kind != FieldKind::Reference && checker.field(field, value).is_ok()
}

fn problem(field: &Field, trouble: Trouble) -> FieldProblem {
    FieldProblem { field: field.name.clone(), label: Some(field.label.clone()), trouble }
}

/// That a type has no field of this name, and which it has.
fn unknown_field(kind: &ActivityType, name: &str) -> FieldProblem {
    FieldProblem {
        field: name.to_owned(),
        label: None,
        trouble: Trouble::Unknown { near: nearest_field(kind, name) },
    }
}

/// The fields that may be meant: those most like the name, or all when none is.
pub fn nearest_field(kind: &ActivityType, name: &str) -> Vec<Near> {
    let all = || kind.fields.iter().filter(|field| !field.retired);
    let near = |field: &Field| Near { id: field.name.clone(), label: field.label.clone() };
    let known = all().map(|it| (near(it), vec![it.name.as_str(), &it.label.fr, &it.label.en]));
    let likely = nearest_of(name, known);
    if likely.is_empty() { all().map(near).collect() } else { likely }
}

struct Checker<'a> {
    ledger: Currency,
    register: &'a Register,
}

impl Checker<'_> {
    fn field(&self, field: &Field, value: &Json) -> Result<(), Trouble> {
        if !field.many {
            return self.value(field, value);
        }
        let items = value.as_array().ok_or(Trouble::WrongKind(field.kind))?;
        if items.is_empty() || items.len() > MAX_ITEMS {
            return Err(Trouble::Items(items.len()));
        }
        if items.iter().collect::<BTreeSet<_>>().len() != items.len() {
            return Err(Trouble::Repeated);
        }
        items.iter().try_for_each(|item| self.value(field, item))
    }

    fn value(&self, field: &Field, value: &Json) -> Result<(), Trouble> {
        let wrong = || Trouble::WrongKind(field.kind);
        match field.kind {
            FieldKind::Text => check_text(value.as_text().ok_or_else(wrong)?),
            FieldKind::YesNo => value.as_bool().map(|_| ()).ok_or_else(wrong),
            FieldKind::Count | FieldKind::Decimal => check_number(field, value),
            FieldKind::Money => self.money(value),
            FieldKind::Date => {
                value.as_text().and_then(|text| text.parse::<Day>().ok()).map(|_| ()).ok_or_else(wrong)
            }
            FieldKind::Choice => {
                let word = value.as_text().ok_or_else(wrong)?;
                let known = field.choices.iter().any(|choice| choice.word == word);
                if known {
                    Ok(())
                } else {
                    Err(Trouble::NotAChoice { word: word.to_owned(), choices: field.choices.clone() })
                }
            }
            FieldKind::Reference => {
                let id: BodyId = value.as_text().and_then(|text| text.parse().ok()).ok_or_else(wrong)?;
                self.reference(field, id)
            }
            FieldKind::Sealed => Sealed::read(value).map(|_| ()).ok_or_else(wrong),
        }
    }

    fn reference(&self, field: &Field, body: BodyId) -> Result<(), Trouble> {
        if !field.may_refer(body.kind()) {
            Err(Trouble::OtherBody { body, refers: field.refers.clone() })
        } else if self.register.get(&body).is_none() {
            let near = self.register.nearest(&body);
            Err(Trouble::UnknownBody { body, near })
        } else {
            Ok(())
        }
    }

    fn money(&self, value: &Json) -> Result<(), Trouble> {
        let wrong = || Trouble::WrongKind(FieldKind::Money);
        let members = value.as_object().ok_or_else(wrong)?;
        let known = |name: &str| matches!(name, "amount" | "converted" | "currency" | "precision" | "to");
        if !members.keys().all(|name| known(name)) {
            return Err(wrong());
        }
        let money = read_money(members).ok_or_else(wrong)?.map_err(Trouble::Money)?;
        let inner = |text: &str| Money::parse(text, money.currency).is_ok();
        check_precision(members, inner).ok_or_else(wrong)?;
        match members.get("converted") {
            _ if money.currency == self.ledger => {
                if members.contains_key("converted") {
                    Err(wrong())
                } else {
                    Ok(())
                }
            }
            None => Err(Trouble::Foreign {
                currency: money.currency.to_string(),
                ledger: self.ledger.to_string(),
            }),
            Some(converted) => self.converted(converted).ok_or_else(wrong),
        }
    }

    fn converted(&self, value: &Json) -> Option<()> {
        let members = value.as_object()?;
        let word = |name: &str| members.get(name).and_then(Json::as_text);
        let money = read_money(members)?.ok()?;
        let rate =
            is_decimal(word("rate")?) && word("date")?.parse::<Day>().is_ok() && !word("source")?.is_empty();
        (members.len() == 5 && money.currency == self.ledger && rate).then_some(())
    }
}

fn check_text(text: &str) -> Result<(), Trouble> {
    let length = text.chars().count();
    if length == 0 || length > MAX_TEXT || text.trim() != text { Err(Trouble::Text(length)) } else { Ok(()) }
}

/// A count or decimal, alone or as `{value, precision, to?}`.
fn check_number(field: &Field, value: &Json) -> Result<(), Trouble> {
    let wrong = || Trouble::WrongKind(field.kind);
    let inner = |value: &Json| match field.kind {
        FieldKind::Count => value.as_int().map(|_| ()).ok_or_else(wrong),
        _ => {
            let decimals = field.decimals;
            let text = value.as_text().filter(|text| is_decimal(text)).ok_or_else(wrong)?;
            let given = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            if given == decimals as usize { Ok(()) } else { Err(Trouble::Decimals(decimals)) }
        }
    };
    let Json::Object(members) = value else {
        return inner(value);
    };
    if !members.keys().all(|name| matches!(name.as_str(), "value" | "precision" | "to")) {
        return Err(wrong());
    }
    let precision = members.get("precision").and_then(Json::as_text).and_then(Precision::from_word);
    precision.ok_or_else(wrong)?;
    members.get("to").map_or(Ok(()), &inner)?;
    inner(members.get("value").ok_or_else(wrong)?)
}

fn check_precision(members: &Object, inner: impl Fn(&str) -> bool) -> Option<()> {
    let precision = members.get("precision").map(|word| word.as_text().and_then(Precision::from_word));
    let to = members.get("to").map(|to| to.as_text().is_some_and(inner));
    let sound = match (precision, to) {
        (None, None) => true,
        (Some(word), to) => word.is_some() && to.unwrap_or(true),
        (None, Some(_)) => false,
    };
    sound.then_some(())
}

/// The money of a stored object: `None` when it is none at all.
fn read_money(members: &Object) -> Option<Result<Money, MoneyError>> {
    let word = |name: &str| members.get(name).and_then(Json::as_text);
    let (amount, code) = (word("amount")?, word("currency")?);
    Some(code.parse().and_then(|currency| Money::parse(amount, currency)))
}

/// The number that a stored count, decimal or money stands for, in a currency
/// when one is asked for: the amount itself or its recorded conversion. `None`
/// when there is no number in that currency.
pub fn precise(value: &Json, currency: Option<&str>) -> Option<Precise> {
    match value {
        Json::Int(number) => Some(Precise::exact(Exact::from(*number))),
        Json::Text(text) => text.parse().ok().map(Precise::exact),
        Json::Object(members) if members.contains_key("amount") => precise_money(members, currency?),
        Json::Object(members) => {
            let inner = precise(members.get("value")?, None)?;
            Some(Precise { value: inner.value, precision: precision_of(members) })
        }
        Json::Bool(_) | Json::Array(_) => None,
    }
}

fn precise_money(members: &Object, currency: &str) -> Option<Precise> {
    let own = read_money(members)?.ok()?;
    let money = if own.currency.code() == currency {
        own
    } else {
        let converted = members.get("converted").and_then(Json::as_object)?;
        read_money(converted)?.ok().filter(|money| money.currency.code() == currency)?
    };
    Some(Precise { value: money.exact(), precision: precision_of(members) })
}

fn precision_of(members: &Object) -> Option<Precision> {
    members.get("precision").and_then(Json::as_text).and_then(Precision::from_word)
}
