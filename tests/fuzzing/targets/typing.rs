//! Dates and amounts as people type them.

use jalon::event::{Currency, YearEnd};
use jalon::exchange::{
    AmountError, Calendar, Setting, TypedError, Unit, lacks_offset, typed_amount, typed_date, typed_day,
    typed_moment, typed_total_value, typed_value,
};
use jalon::plan::{Definition, DefinitionKind};
use jalon::present::problems::{amount_sentence, date_sentence};

use super::house::{self, today};

/// Dates: one that is read is read again from its days.
pub fn date(bytes: &[u8]) {
    let typed = &*String::from_utf8_lossy(bytes);
    let june: YearEnd = "06-30".parse().unwrap();
    let calendars = [
        Calendar { today: Some(today()), year_end: june },
        Calendar { today: None, year_end: YearEnd::december() },
    ];
    for calendar in calendars {
        match typed_date(typed, &calendar) {
            Ok(period) => {
                let again = format!("{}..{}", period.from, period.to);
                assert_eq!(typed_date(&again, &calendar), Ok(period), "{typed:?}");
            }
            Err(error) => {
                house::with(|it| it.say(|messages| date_sentence(messages, &error)));
            }
        }
        if let Ok(day) = typed_day(typed, &calendar) {
            assert_eq!(day.to_string().parse(), Ok(day));
        }
    }
    if let Some(moment) = typed_moment(typed) {
        assert_eq!(typed_moment(&moment.to_string()), Some(moment), "{typed:?}");
        assert!(!lacks_offset(typed));
    }
}

/// How long a decimal is written at most.
const MOST_DECIMAL: usize = 64;

/// Amounts: one that is read is read again from its digits, and what is asked back
/// can be answered, whatever field it is for.
pub fn amount(bytes: &[u8]) {
    let typed = &*String::from_utf8_lossy(bytes);
    for home in ["CAD", "JPY", "EUR"] {
        let home: Currency = home.parse().unwrap();
        match typed_amount(typed, home) {
            Ok(amount) => {
                let digits = one_way(amount.value.to_decimal().unwrap());
                // A zero more can make it longer than any decimal is written.
                if digits.len() <= MOST_DECIMAL {
                    let again = typed_amount(&digits, home).map(|it| (it.value, it.unit));
                    assert_eq!(again, Ok((amount.value, Unit::Bare)), "{typed:?}");
                }
            }
            Err(error) => told(&error, |answer| {
                typed_amount(answer, home).unwrap();
            }),
        }
    }
    fields(typed);
}

/// A plain decimal with one more zero where it could be read as thousands.
fn one_way(plain: String) -> String {
    let is_doubtful = plain.split_once('.').is_some_and(|(_, fraction)| fraction.len() == 3);
    if is_doubtful { plain + "0" } else { plain }
}

fn told(error: &AmountError, answered: impl Fn(&str)) {
    house::with(|it| it.say(|messages| amount_sentence(messages, error)));
    if let AmountError::TwoReadings { readings, .. } = error {
        assert!(!readings.is_empty(), "nothing to choose from");
        for answer in readings {
            answered(answer);
        }
    }
}

/// The same for a field and an indicator of each unit.
fn fields(typed: &str) {
    house::with(|fixture| {
        let state = fixture.state();
        let setting = Setting::of(state, None);
        for (kind, name) in
            [("workshop.held", "attendees"), ("grant.received", "amount"), ("survey.closed", "score")]
        {
            let fields = &state.activity_type(kind).unwrap().fields;
            let field = fields.iter().find(|field| field.name == name).unwrap();
            if let Err(TypedError::Amount(error)) = typed_value(field, typed, &setting) {
                told(&error, |answer| drop(typed_value(field, answer, &setting).unwrap()));
            }
        }
        for indicator in ["workshops", "grants-year", "share-quay"] {
            if let Some((_, Definition::Indicator(indicator))) =
                state.latest(DefinitionKind::Indicator, indicator)
            {
                let _ = typed_total_value(typed, indicator, setting.currency);
            }
        }
    });
}
