//! Numbers, percentages and money as people type them.

use super::AmountError;
use super::currency::{Named, currency};
use super::digits::{Digits, digits};
use super::plain::{echo, is_too_long, plain};
use super::precision::precision;
use super::scale::scale;
use crate::event::{Currency, Exact, Json, Money, Precision, is_decimal, json_text, object};

/// A number that was typed, with what stood beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amount {
    /// The number, exactly.
    pub value: Exact,
    /// How precisely it is known, when a word says so.
    pub precision: Option<Precision>,
    /// What is counted, when a sign says so.
    pub unit: Unit,
    /// One unit of its last digit that was typed: 100,000 of “4.2 M”.
    pub step: Exact,
}

/// What a sign beside a number says of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Nothing.
    Bare,
    /// It is in hundredths.
    Percent,
    /// It is money.
    Currency(Currency),
}

/// The amount that was typed. A sign such as `$`, which many currencies share,
/// is that of `home` when `home` is written so.
pub fn typed_amount(typed: &str, home: Currency) -> Result<Amount, AmountError> {
    let text = plain(typed).replace("p. 100", "%");
    let (precision, text) = precision(&text);
    let refuse = || AmountError::NotANumber { typed: echo(typed) };
    let bracketed = in_brackets(text);
    let text = bracketed.as_deref().unwrap_or(text);
    let parts = parts(text).filter(|_| !is_too_long(typed)).ok_or_else(refuse)?;
    if parts.negative && bracketed.is_some() {
        return Err(refuse());
    }
    let negative = parts.negative || bracketed.is_some();
    let before = unit(parts.before, typed, home)?;
    let (power, rest) = match unit(parts.after, typed, home) {
        Ok(_) => (0, parts.after),
        Err(_) => scale(parts.after),
    };
    let unit = match (before, unit(rest, typed, home)?) {
        (Unit::Bare, unit) | (unit, Unit::Bare) => unit,
        (one, other) if one == other => one,
        _ => return Err(refuse()),
    };
    // A sign before the number is English usage, in which a comma groups.
    let number = digits(parts.number, parts.before.ends_with('$')).ok_or_else(refuse)?;
    let exact = |plain: &str| -> Option<Exact> {
        let number: Exact = plain.parse().ok()?;
        let scaled = number * Exact::scaled(10_i128.pow(power), 0);
        // In millions it can come out longer than any decimal is written.
        let signed = if negative { -scaled } else { scaled };
        signed.to_decimal().is_some_and(|plain| is_decimal(&plain)).then_some(signed)
    };
    match number {
        Digits::One(number) => {
            let value = exact(&number).ok_or_else(refuse)?;
            let decimals = number.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            let step = Exact::scaled(10_i128.pow(power), u32::try_from(decimals).unwrap_or(u32::MAX));
            Ok(Amount { value, precision, unit, step })
        }
        Digits::Two { grouped, decimal } => {
            let shown = |plain: &str| exact(plain).and_then(|it| it.to_decimal()).ok_or_else(refuse);
            let readings = vec![shown(&grouped)?, one_way(shown(&decimal)?)];
            Err(AmountError::TwoReadings { typed: echo(typed), readings })
        }
    }
}

/// A plain decimal with one more zero where it could be read as thousands
/// otherwise.
fn one_way(plain: String) -> String {
    match plain.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => plain + "0",
        _ => plain,
    }
}

/// The amount that was typed, for a value of so many decimals: where it can be
/// read two ways, only those are asked back that the value can take.
pub(in crate::exchange) fn typed_amount_of(
    typed: &str,
    home: Currency,
    decimals: u32,
) -> Result<Amount, AmountError> {
    typed_amount(typed, home).map_err(|error| match error {
        AmountError::TwoReadings { typed, readings } => {
            let spelled = |plain: &String| spelled(&plain.parse().ok()?, decimals);
            let readings: Vec<String> = readings.iter().filter_map(spelled).collect();
            match (readings.is_empty(), decimals) {
                (false, _) => AmountError::TwoReadings { typed, readings },
                (true, 0) => AmountError::NotWhole { typed },
                (true, _) => AmountError::Decimals { typed, decimals },
            }
        }
        other => other,
    })
}

/// A number as it is typed where so many decimals are kept; none where it has
/// more. A whole number of thousands stands without decimals, for those are
/// what tells the two readings apart.
fn spelled(value: &Exact, decimals: u32) -> Option<String> {
    let thousands = Exact::scaled(1000, 0);
    value.has_decimals(decimals).then_some(())?;
    let is_grouped = value.has_decimals(0) && (*value >= thousands || -value.clone() >= thousands);
    Some(if is_grouped { value.round(0) } else { one_way(value.round(decimals)) })
}

/// The stored money of an amount, which must be in this currency.
pub(in crate::exchange) fn stored_money(
    amount: &Amount,
    typed: &str,
    currency: Currency,
) -> Result<Json, AmountError> {
    let digits = currency.digits();
    match amount.unit {
        Unit::Percent => return Err(AmountError::Percent { typed: echo(typed) }),
        Unit::Currency(other) if other != currency => {
            return Err(AmountError::Foreign {
                typed: echo(typed),
                currency: other.to_string(),
                ledger: currency.to_string(),
            });
        }
        Unit::Bare | Unit::Currency(_) => {}
    }
    if !amount.value.has_decimals(digits) {
        return Err(AmountError::Decimals { typed: echo(typed), decimals: digits });
    }
    let text = amount.value.round(digits);
    Money::parse(&text, currency)
        .map_err(|_| AmountError::TooLarge { typed: echo(typed), limit: "9".repeat(18) })?;
    let mut members = object([("amount", json_text(text)), ("currency", json_text(currency.code()))]);
    amount.precision.map(|it| members.insert("precision".to_owned(), json_text(it.word())));
    Ok(Json::Object(members))
}

/// A number with what stands before and after it.
struct Parts<'a> {
    before: &'a str,
    negative: bool,
    number: &'a str,
    after: &'a str,
}

/// The text without the brackets around its number, by which accountants say
/// that it is negative; none where there are none.
fn in_brackets(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('(')?;
    let (inner, after) = rest.rsplit_once(')')?;
    let has_digit = |text: &str| text.contains(|letter: char| letter.is_ascii_digit());
    let is_around = has_digit(inner) && !has_digit(before) && !has_digit(after);
    is_around.then(|| format!("{before}{inner}{after}"))
}

fn parts(text: &str) -> Option<Parts<'_>> {
    let first = text.find(|letter: char| letter.is_ascii_digit())?;
    let last = text.rfind(|letter: char| letter.is_ascii_digit())?;
    let first = if text[..first].ends_with([',', '.']) { first - 1 } else { first };
    let before = text[..first].trim();
    // The sign may stand on either side of a currency's.
    let unsigned = before.strip_prefix('-').or_else(|| before.strip_suffix('-'));
    Some(Parts {
        before: unsigned.unwrap_or(before).trim(),
        negative: unsigned.is_some(),
        number: &text[first..=last],
        after: text[last + 1..].trim(),
    })
}

/// What the text beside a number says.
fn unit(text: &str, typed: &str, home: Currency) -> Result<Unit, AmountError> {
    match text {
        "" => return Ok(Unit::Bare),
        "%" | "pour cent" | "percent" | "per cent" => return Ok(Unit::Percent),
        _ => {}
    }
    match currency(text) {
        Some(Named::One(currency)) => Ok(Unit::Currency(currency)),
        Some(Named::Sign(sign)) if home.symbol() == sign => Ok(Unit::Currency(home)),
        Some(Named::Sign(sign)) => {
            Err(AmountError::WhichCurrency { typed: echo(typed), sign: sign.to_owned() })
        }
        None => Err(AmountError::Word { typed: echo(typed), word: echo(text) }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Unit, typed_amount, typed_amount_of};
    use crate::event::{Currency, Precision};
    use crate::exchange::AmountError;

    fn cad() -> Currency {
        "CAD".parse().unwrap_or(Currency::NONE)
    }

    fn number(typed: &str) -> String {
        let read = typed_amount(typed, cad());
        read.map_or_else(|error| format!("{error:?}"), |amount| amount.value.to_decimal().unwrap_or_default())
    }

    #[test]
    fn amounts_are_read_in_every_usual_spelling() {
        for typed in [
            "4200000",
            "4 200 000",
            "4\u{a0}200\u{a0}000,00\u{a0}$",
            "4\u{202f}200\u{202f}000 $",
            "4\u{2009}200\u{2009}000",
            "4,200,000.00",
            "$4,200,000",
            "4,2 M$",
            "4.2M",
            "4,2\u{a0}M\u{a0}$",
            "4,2 millions de dollars",
            "4.2 million",
            "4200 k$",
            "CAD 4200000",
            "4 200 000 $ CA",
            "4,200,000 CAD",
            "CA$4,200,000",
            "$ 4200000 CAD",
        ] {
            assert_eq!(number(typed), "4200000", "{typed}");
        }
        assert_eq!(number("$1,200"), "1200");
        assert_eq!(number("1 200 $ CA"), "1200");
        assert_eq!(number("250 k$"), "250000");
        assert_eq!(number("−1 200 $"), "-1200");
        assert_eq!(number("$-1,200.50"), "-1200.5");
        assert_eq!(number("-$0"), "0");
        for typed in ["(500,00 $)", "(500,00) $", "$(500.00)", "( 500 $ )", "CAD (500)", "(0,5 k$)"] {
            assert_eq!(number(typed), "-500", "{typed}");
        }
        assert_eq!(number("1,5 milliard"), "1500000000");
    }

    #[test]
    fn the_unit_is_that_of_the_sign() {
        let unit = |typed: &str| typed_amount(typed, cad()).map(|amount| amount.unit);
        assert_eq!(unit("5"), Ok(Unit::Bare));
        assert_eq!(unit("5 $"), Ok(Unit::Currency(cad())));
        assert_eq!(unit("88\u{a0}%"), Ok(Unit::Percent));
        assert_eq!(unit("88 p. 100"), Ok(Unit::Percent));
        let euro = "EUR".parse().unwrap_or(Currency::NONE);
        assert_eq!(unit("5 €"), Ok(Unit::Currency(euro)));
        assert!(matches!(typed_amount("5 $", euro), Err(AmountError::WhichCurrency { .. })));
    }

    #[test]
    fn a_word_of_precision_is_kept() {
        for (typed, precision) in [
            ("environ 50", Precision::About),
            ("About 50", Precision::About),
            ("~50", Precision::About),
            ("près de 50", Precision::About),
            ("plus de 50", Precision::AtLeast),
            ("au moins 50", Precision::AtLeast),
            ("at least 50", Precision::AtLeast),
            ("50+", Precision::AtLeast),
            ("≥ 50", Precision::AtLeast),
            ("au plus 50", Precision::AtMost),
            ("at most 50", Precision::AtMost),
            ("50 (arrondi)", Precision::Rounded),
            ("50, arrondi", Precision::Rounded),
            ("rounded 50", Precision::Rounded),
        ] {
            let read = typed_amount(typed, cad()).map(|amount| (amount.value.round(0), amount.precision));
            assert_eq!(read, Ok(("50".to_owned(), Some(precision))), "{typed}");
        }
    }

    #[test]
    fn what_can_be_two_numbers_is_asked_back_with_both() {
        for typed in ["1,234", "1.234", "-1,234", "1,234 $", "CAD 1,234", "environ 1,234"] {
            assert!(matches!(typed_amount(typed, cad()), Err(AmountError::TwoReadings { .. })), "{typed}");
        }
        let refused = typed_amount("1,234 M$", cad());
        let readings = ["1234000000", "1234000"].map(str::to_owned).to_vec();
        let typed = "1,234 M$".to_owned();
        assert_eq!(refused, Err(AmountError::TwoReadings { typed, readings }));
    }

    #[test]
    fn only_readings_are_asked_back_that_the_value_can_take_and_that_read_one_way() {
        for (typed, decimals, asked) in [
            ("10,000", 2, &["10000", "10.00"][..]),
            ("10,000", 0, &["10000", "10"]),
            ("1,234", 0, &["1234"]),
            ("1,234", 2, &["1234"]),
            ("-1,230", 2, &["-1230", "-1.23"]),
            ("1,234", 3, &["1234", "1.2340"]),
            ("1,234 M", 2, &["1234000000", "1234000"]),
        ] {
            let Err(AmountError::TwoReadings { readings, .. }) = typed_amount_of(typed, cad(), decimals)
            else {
                unreachable!("{typed}")
            };
            assert_eq!(readings, asked, "{typed}");
            for answer in asked {
                assert!(typed_amount_of(answer, cad(), decimals).is_ok(), "{answer}");
            }
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in [
            "",
            "douze",
            "1,2,",
            "--1",
            "∞",
            "$",
            "environ",
            "1 2",
            "(1 2)",
            "1e3",
            "5-6",
            "50+ +",
            "(-5)",
            "-(5)",
            "(5",
            "5)",
            "((5))",
            "1(2)3",
            "(5)(6)",
            ")5(",
            "()5",
            "0.4900023900239999999999999999999999999999999999999999999999949 M$",
            "999999999999999999999999999999999999999999999999999999999999 M",
        ] {
            let read = typed_amount(typed, cad());
            assert!(
                matches!(read, Err(AmountError::NotANumber { .. } | AmountError::Word { .. })),
                "{typed}: {read:?}"
            );
        }
        for typed in ["2 billions", "3 pommes", "environs 50", "5 $ %", "4 mm", "5 g"] {
            assert!(matches!(typed_amount(typed, cad()), Err(AmountError::Word { .. })), "{typed}");
        }
        assert!(typed_amount("$5 €", cad()).is_err());
        assert!(typed_amount(&"9".repeat(201), cad()).is_err());
    }
}
