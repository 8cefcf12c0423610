//! Dates by CLDR.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_locale_core::Locale;

use chrono::Datelike;

use super::{Arg, Language, Messages};
use crate::event::{Day, Moment, Period, Zone};

/// A day in words: `31 mars 2024`, `March 31, 2024`.
pub fn day_words(language: Language, day: Day) -> String {
    let locale: Locale = language.tag().parse().unwrap_or(Locale::UNKNOWN);
    let formatter = DateTimeFormatter::try_new(locale.into(), YMD::long());
    let date = day.date();
    let number = |number: u32| u8::try_from(number).unwrap_or(1);
    let iso = Date::try_new_iso(date.year(), number(date.month()), number(date.day()));
    match (formatter, iso) {
        (Ok(formatter), Ok(iso)) => {
            let words = formatter.format(&iso).to_string();
            // French writes the first of a month as an ordinal, which CLDR's
            // pattern leaves to the writer.
            match words.strip_prefix("1 ") {
                Some(rest) if language == Language::French => format!("1er {rest}"),
                _ => words,
            }
        }
        _ => day.to_string(),
    }
}

/// A moment in a time zone: `3 juin 2024 à 12:00`.
pub fn moment_words(messages: &Messages, moment: Moment, zone: &Zone) -> String {
    let day = moment.day(zone).map(|day| day_words(messages.language(), day)).unwrap_or_default();
    let time = zone.shown(moment).map(|shown| shown.format("%H:%M").to_string()).unwrap_or_default();
    messages.say("moment", &[("day", Arg::Text(&day)), ("time", Arg::Text(&time))])
}

/// A period in words: one day, or from one to another in ISO form.
pub fn period_words(messages: &Messages, period: Period) -> String {
    if period.is_exact() {
        return period.from.to_string();
    }
    let (from, to) = (period.from.to_string(), period.to.to_string());
    messages.say("period", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))])
}

/// The period of a total: one that says no first day goes from the first day of
/// its indicator on.
pub(super) fn total_period_words(messages: &Messages, period: Period) -> String {
    if period.from > Day::FIRST {
        return period_words(messages, period);
    }
    messages.say("period-until", &[("to", Arg::Text(&period.to.to_string()))])
}
