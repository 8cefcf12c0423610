//! Moments as people and programs write them: RFC 3339 in every precision that
//! is in use.

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::event::Moment;

/// What may stand before the offset.
const SHAPES: [&str; 3] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];

/// The moment that was typed: a day, `T` or a space, a time to the minute, the
/// second or a fraction of it, and `Z` or an offset. Without an offset it is
/// none, for two zones would read it as two moments.
pub fn typed_moment(typed: &str) -> Option<Moment> {
    let text = typed.trim().to_uppercase().replacen(' ', "T", 1);
    let text = match text.strip_suffix('Z') {
        Some(rest) => format!("{rest}+00:00"),
        None => text,
    };
    let time = SHAPES.iter().find_map(|shape| {
        DateTime::parse_from_str(&text, &format!("{shape}%:z")).ok().map(|time| time.with_timezone(&Utc))
    })?;
    (1..=9999).contains(&chrono::Datelike::year(&time)).then(|| Moment::from_utc(time))
}

/// Whether a moment was typed but for its offset.
pub fn lacks_offset(typed: &str) -> bool {
    let text = typed.trim().to_uppercase().replacen(' ', "T", 1);
    SHAPES.iter().any(|shape| NaiveDateTime::parse_from_str(&text, shape).is_ok())
}

#[cfg(test)]
mod tests {
    use super::{lacks_offset, typed_moment};

    #[test]
    fn moments_are_read_in_every_precision_and_with_every_offset() {
        for typed in [
            "2026-06-30T16:00Z",
            "2026-06-30T16:00:00Z",
            "2026-06-30t16:00:00.0z",
            "2026-06-30T16:00:00.000000Z",
            "2026-06-30T12:00:00-04:00",
            "2026-06-30 12:00-04:00",
            "2026-06-30T12:00:00.000-04:00",
            "2026-07-01T01:00+09:00",
        ] {
            let read = typed_moment(typed).map(|moment| moment.to_string());
            assert_eq!(read.as_deref(), Some("2026-06-30T16:00:00.000000Z"), "{typed}");
        }
        let micros = typed_moment("2026-06-30T16:00:00.123456789Z").map(|moment| moment.to_string());
        assert_eq!(micros.as_deref(), Some("2026-06-30T16:00:00.123456Z"));
    }

    #[test]
    fn what_is_no_moment_or_two_is_none() {
        for typed in ["2026-06-30", "2026-06-30T25:00Z", "2026-02-30T12:00Z", "T12:00Z", "2026-06-30T12Z"] {
            assert!(typed_moment(typed).is_none() && !lacks_offset(typed), "{typed}");
        }
        for typed in ["2026-06-30T12:00", "2026-06-30 12:00:30", "2026-06-30T12:00:30.5"] {
            assert!(typed_moment(typed).is_none() && lacks_offset(typed), "{typed}");
        }
    }
}
