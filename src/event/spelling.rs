//! Whether bytes are the spelling of an entry, told without writing it again.
//!
//! The strict reader accepts one spelling of every entry; this walks along the bytes
//! with what was read and expects each of them in turn, so that a reader that took
//! too much would be found. It shares nothing with the writer but what both must say.

use std::io::Write;

use chrono::{Datelike, Timelike};
use uuid::Uuid;

use super::{Day, Entry, Json, Moment, Object};

/// What is left of bytes that should say something.
struct Expected<'a>(&'a [u8]);

impl Entry {
    /// Whether these bytes are the entry's canonical spelling.
    pub fn is_spelled(&self, line: &[u8]) -> bool {
        // All at once: no control stands as it is, so none need be looked for later.
        let controls = line.iter().fold(0, |found, byte| found | u8::from(*byte < 0x20));
        let mut left = Expected(line);
        controls == 0 && left.entry(self).is_some() && left.0.is_empty()
    }
}

impl Expected<'_> {
    /// These very bytes.
    fn bytes(&mut self, bytes: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(bytes)?;
        Some(())
    }

    /// The members of an entry, in order of their names.
    fn entry(&mut self, entry: &Entry) -> Option<()> {
        let draft = &entry.draft;
        self.bytes(b"{\"authid\":\"user/")?;
        self.uuid(entry.author.user)?;
        self.bytes(b"\",\"authtype\":\"")?;
        self.bytes(entry.author.kind.word().as_bytes())?;
        if let Some(id) = draft.corrected {
            self.bytes(b"\",\"correctedid\":\"")?;
            self.uuid(id.uuid())?;
        }
        if let Some(id) = draft.batch {
            self.bytes(b"\",\"correlationid\":\"")?;
            self.uuid(id.uuid())?;
        }
        self.bytes(b"\",\"data\":")?;
        self.object(&draft.data)?;
        self.bytes(b",\"datacontenttype\":\"application/json\",\"dataschema\":")?;
        self.schema(entry)?;
        self.bytes(b",\"id\":\"")?;
        self.uuid(draft.id.uuid())?;
        if let Some(days) = draft.occurred {
            self.bytes(b"\",\"occurredfrom\":\"")?;
            self.day(days.from)?;
            self.bytes(b"\",\"occurredto\":\"")?;
            self.day(days.to)?;
        }
        self.bytes(b"\",\"prevhash\":\"")?;
        self.bytes(&entry.previous.digits())?;
        self.bytes(b"\",\"recordedtime\":\"")?;
        self.moment(entry.recorded)?;
        self.bytes(b"\",\"sequence\":\"")?;
        self.digits(entry.sequence, 20)?;
        self.bytes(b"\",\"source\":")?;
        self.text(&entry.source)?;
        self.bytes(b",\"specversion\":\"1.0\"")?;
        if let Some(subject) = &draft.subject {
            self.bytes(b",\"subject\":")?;
            self.text(subject.as_str())?;
        }
        self.bytes(b",\"type\":")?;
        self.text(&draft.kind)?;
        self.bytes(b"}")
    }

    /// `"SOURCE/schema/TYPE/VERSION"`: a source may have what is escaped.
    fn schema(&mut self, entry: &Entry) -> Option<()> {
        self.bytes(b"\"")?;
        self.inner(&entry.source)?;
        self.bytes(b"/schema/")?;
        self.inner(&entry.draft.kind)?;
        self.bytes(b"/")?;
        self.shown(entry.draft.version)?;
        self.bytes(b"\"")
    }

    fn object(&mut self, members: &Object) -> Option<()> {
        self.bytes(b"{")?;
        for (index, (name, value)) in members.iter().enumerate() {
            if index > 0 {
                self.bytes(b",")?;
            }
            self.text(name)?;
            self.bytes(b":")?;
            self.value(value)?;
        }
        self.bytes(b"}")
    }

    fn value(&mut self, value: &Json) -> Option<()> {
        match value {
            Json::Bool(true) => self.bytes(b"true"),
            Json::Bool(false) => self.bytes(b"false"),
            Json::Int(number) => self.shown(number),
            Json::Text(text) => self.text(text),
            Json::Object(members) => self.object(members),
            Json::Array(items) => {
                self.bytes(b"[")?;
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.bytes(b",")?;
                    }
                    self.value(item)?;
                }
                self.bytes(b"]")
            }
        }
    }

    fn text(&mut self, text: &str) -> Option<()> {
        self.bytes(b"\"")?;
        self.inner(text)?;
        self.bytes(b"\"")
    }

    /// A text between its quotation marks.
    fn inner(&mut self, text: &str) -> Option<()> {
        let mut rest = text.as_bytes();
        // Of the controls only a line feed has a spelling here.
        while let Some(at) = memchr::memchr3(b'"', b'\\', b'\n', rest) {
            self.bytes(&rest[..at])?;
            self.bytes(match rest[at] {
                b'"' => b"\\\"",
                b'\\' => b"\\\\",
                _ => b"\\n",
            })?;
            rest = &rest[at + 1..];
        }
        self.bytes(rest)
    }

    fn uuid(&mut self, uuid: Uuid) -> Option<()> {
        self.bytes(uuid.hyphenated().encode_lower(&mut Uuid::encode_buffer()).as_bytes())
    }

    /// What is shown in few bytes.
    fn shown(&mut self, shown: impl std::fmt::Display) -> Option<()> {
        let mut room = [0; 48];
        let mut left = &mut room[..];
        write!(left, "{shown}").ok()?;
        let length = 48 - left.len();
        self.bytes(&room[..length])
    }

    fn day(&mut self, day: Day) -> Option<()> {
        let date = day.date();
        self.digits(u64::try_from(date.year()).ok()?, 4)?;
        self.bytes(b"-")?;
        self.digits(date.month().into(), 2)?;
        self.bytes(b"-")?;
        self.digits(date.day().into(), 2)
    }

    fn moment(&mut self, moment: Moment) -> Option<()> {
        let time = moment.utc();
        self.day(Day::from_date(time.date_naive())?)?;
        for (before, number) in [(b"T", time.hour()), (b":", time.minute()), (b":", time.second())] {
            self.bytes(before)?;
            self.digits(number.into(), 2)?;
        }
        self.bytes(b".")?;
        self.digits((time.nanosecond() / 1_000).into(), 6)?;
        self.bytes(b"Z")
    }

    /// A number in so many digits, at most 20.
    fn digits(&mut self, mut number: u64, count: usize) -> Option<()> {
        let mut digits = [b'0'; 20];
        for digit in digits[20 - count..].iter_mut().rev() {
            *digit += u8::try_from(number % 10).ok()?;
            number /= 10;
        }
        if number > 0 { None } else { self.bytes(&digits[20 - count..]) }
    }
}
