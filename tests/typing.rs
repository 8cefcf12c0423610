//! What the interface shows can be typed back.

use jalon::event::{Currency, Day, Exact, Period, YearEnd};
use jalon::exchange::{AmountError, Calendar, typed_amount, typed_date};
use jalon::present::{Arg, Language, Messages, day_words, number_words};
use proptest::prelude::*;

const LANGUAGES: [Language; 2] = [Language::French, Language::English];

fn cad() -> Currency {
    "CAD".parse().unwrap()
}

/// Plain decimals of every length, as the ledger writes them.
fn decimal() -> impl Strategy<Value = String> {
    let whole =
        prop_oneof![0_i64..2_000, 0_i64..10_000_000, -1_000_000_000_000_000_i64..1_000_000_000_000_000];
    (whole, prop_oneof![Just(None), (0_u32..100).prop_map(Some)]).prop_map(|(whole, cents)| match cents {
        Some(cents) => format!("{whole}.{cents:02}"),
        None => whole.to_string(),
    })
}

proptest! {
    #[test]
    fn money_that_is_shown_is_typed_back_to_the_same_amount(decimal in decimal()) {
        let value: Exact = decimal.parse().unwrap();
        for language in LANGUAGES {
            let messages = Messages::new(language);
            let number = number_words(language, &decimal);
            let shown = messages.say("money", &[("number", Arg::Text(&number)), ("symbol", Arg::Text("$"))]);
            let read = typed_amount(&shown, cad());
            prop_assert_eq!(read.map(|amount| amount.value), Ok(value.clone()), "{}", shown);
        }
    }

    #[test]
    fn a_number_that_is_shown_is_typed_back_or_asked_back_with_itself(decimal in decimal()) {
        let value: Exact = decimal.parse().unwrap();
        for language in LANGUAGES {
            let shown = number_words(language, &decimal);
            match typed_amount(&shown, cad()) {
                Ok(amount) => prop_assert_eq!(&amount.value, &value, "{}", shown),
                // English groups with what begins the decimals in French.
                Err(AmountError::TwoReadings { readings, .. }) => {
                    prop_assert_eq!(language, Language::English);
                    let mut readings = readings.iter().map(|it| it.parse::<Exact>().unwrap());
                    prop_assert!(readings.any(|it| it == value), "{}", shown);
                }
                Err(other) => prop_assert!(false, "{}: {}", shown, other),
            }
        }
    }

    #[test]
    fn a_day_that_is_shown_is_typed_back_to_the_same_day(
        year in 1_i32..=9999, month in 1_u32..=12, day in 1_u32..=28
    ) {
        let day = Day::new(year, month, day).unwrap();
        let calendar = Calendar { today: None, year_end: YearEnd::december() };
        prop_assert_eq!(typed_date(&day.to_string(), &calendar), Ok(Period::on(day)));
        // CLDR writes years without leading zeros, which would be two digits.
        if year >= 1000 {
            for language in LANGUAGES {
                let shown = day_words(language, day);
                prop_assert_eq!(typed_date(&shown, &calendar), Ok(Period::on(day)), "{}", shown);
            }
        }
    }

    #[test]
    fn nothing_that_is_typed_makes_reading_stop(text in "\\PC{0,30}") {
        let calendar = Calendar { today: None, year_end: YearEnd::december() };
        let _ = typed_date(&text, &calendar);
        let _ = typed_amount(&text, cad());
    }

    #[test]
    fn no_digits_and_marks_make_reading_stop(text in "[-0-9 ,.'$%/mk+]{0,14}") {
        let calendar = Calendar { today: None, year_end: YearEnd::december() };
        let _ = typed_date(&text, &calendar);
        let _ = typed_amount(&text, cad());
    }
}
