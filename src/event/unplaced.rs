//! The bytes of an entry, member after member in the order of their names; and of
//! one whose place in the log is not known yet: what names it, where it stands and
//! what comes before it is put in when its turn comes, byte for byte as long.

use std::io::Write;

use super::encode::{escape, write_text};
use super::skim::Skim;
use super::{Author, Draft, EntryId, Hash, Moment, encode};

pub(super) const JSON_TYPE: &str = "application/json";

/// Where that stands in the bytes of an entry which only its place in the log says.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    id: usize,
    previous: usize,
    sequence: usize,
}

/// What the entries of a ledger share that one person records at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Shared<'a> {
    /// URI of the ledger.
    pub source: &'a str,
    /// Who records.
    pub author: Author,
    /// When.
    pub recorded: Moment,
}

impl Shared<'_> {
    /// Adds the canonical bytes of the entry of a draft to `out`: it stands nowhere
    /// yet, after nothing.
    pub fn spell(&self, draft: &Draft, out: &mut Vec<u8>) -> Open {
        self.spell_at(draft, 0, Hash::ZERO, out)
    }

    /// The same of one whose place is known.
    pub(super) fn spell_at(&self, draft: &Draft, sequence: u64, previous: Hash, out: &mut Vec<u8>) -> Open {
        let start = out.len();
        let mut spelling = Spelling { out, start };
        spelling.member("authid", &self.author.id());
        spelling.member("authtype", self.author.kind.word());
        spelling.id("correctedid", draft.corrected);
        spelling.id("correlationid", draft.batch);
        spelling.name("data");
        encode(&draft.data, spelling.out);
        spelling.plain("datacontenttype", JSON_TYPE.as_bytes());
        spelling.schema(self.source, &draft.kind, draft.version);
        let id = spelling.id("id", Some(draft.id));
        if let Some(period) = draft.occurred {
            spelling.shown("occurredfrom", period.from);
            spelling.shown("occurredto", period.to);
        }
        let previous = spelling.plain("prevhash", &previous.digits());
        spelling.shown("recordedtime", self.recorded);
        let sequence = spelling.plain("sequence", &digits(sequence));
        spelling.member("source", self.source);
        spelling.plain("specversion", b"1.0");
        if let Some(subject) = &draft.subject {
            spelling.plain("subject", subject.as_str().as_bytes());
        }
        spelling.member("type", &draft.kind);
        out.push(b'}');
        Open { id, previous, sequence }
    }
}

impl Open {
    /// Puts an entry in its place: in its bytes, and in what was read of them.
    pub fn place(self, line: &mut [u8], skim: &mut Skim, previous: Hash, sequence: u64) {
        put(line, self.previous, &previous.digits());
        put(line, self.sequence, &digits(sequence));
        (skim.previous, skim.sequence) = (previous, sequence);
    }

    /// Gives an entry its id, likewise.
    pub fn name(self, line: &mut [u8], skim: &mut Skim, id: EntryId) {
        let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
        id.uuid().hyphenated().encode_lower(&mut text);
        put(line, self.id, &text);
        skim.id = id;
    }
}

fn put(line: &mut [u8], at: usize, bytes: &[u8]) {
    if let Some(room) = line.get_mut(at..at + bytes.len()) {
        room.copy_from_slice(bytes);
    }
}

/// A place in the log, in the 20 digits that it always has.
fn digits(mut sequence: u64) -> [u8; 20] {
    let mut digits = [b'0'; 20];
    for digit in digits.iter_mut().rev() {
        *digit = b"0123456789"[(sequence % 10) as usize];
        sequence /= 10;
    }
    digits
}

/// The bytes of an entry in the making; each member says where its text begins.
struct Spelling<'o> {
    out: &'o mut Vec<u8>,
    start: usize,
}

impl Spelling<'_> {
    fn name(&mut self, name: &str) {
        self.out.push(if self.out.len() == self.start { b'{' } else { b',' });
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
    }

    /// A text in which something may have to be escaped.
    fn member(&mut self, name: &str, text: &str) {
        self.name(name);
        write_text(text, self.out);
    }

    /// One in which nothing has.
    fn plain(&mut self, name: &str, text: &[u8]) -> usize {
        self.name(name);
        self.out.push(b'"');
        let at = self.out.len() - self.start;
        self.out.extend_from_slice(text);
        self.out.push(b'"');
        at
    }

    fn shown(&mut self, name: &str, value: impl std::fmt::Display) {
        self.name(name);
        // There is always room in memory.
        let _ = write!(self.out, "\"{value}\"");
    }

    /// An id, where there is one.
    fn id(&mut self, name: &str, id: Option<EntryId>) -> usize {
        let Some(id) = id else { return 0 };
        let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
        id.uuid().hyphenated().encode_lower(&mut text);
        self.plain(name, &text)
    }

    fn schema(&mut self, source: &str, kind: &str, version: u32) {
        self.name("dataschema");
        self.out.push(b'"');
        escape(source, self.out);
        self.out.extend_from_slice(b"/schema/");
        escape(kind, self.out);
        let _ = write!(self.out, "/{version}\"");
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]
mod tests {
    use super::{Hash, Shared};
    use crate::event::{
        Author, AuthorType, Draft, Entry, EntryId, Json, Moment, Period, Skim, json_text, object,
    };

    /// An entry that is put in its place is the one that stood there from the start.
    #[test]
    fn what_is_placed_is_what_stands_there() {
        let id = |number: u128| EntryId::new(uuid::Uuid::from_u128(number));
        let named: EntryId = "01900000-0000-7000-8000-000000000001".parse().unwrap();
        let author = Author { user: named.uuid(), kind: AuthorType::User };
        let shared = Shared {
            source: "https://example.org/é",
            author,
            recorded: Moment::from_micros(1_700_000_000_123_456),
        };
        let fields = object([("note", json_text("a \"b\"\n"))]);
        let draft = Draft {
            id: id(0),
            kind: "org.example.post.published".to_owned(),
            version: 3,
            occurred: Some(Period::on("2024-02-29".parse().unwrap())),
            subject: Some("project/a".parse().unwrap()),
            corrected: None,
            batch: Some(named),
            data: object([("fields", Json::Object(fields))]),
        };
        let (mut line, mut members) = (b"before".to_vec(), vec![]);
        let open = shared.spell(&Draft { id: named, ..draft.clone() }, &mut line);
        let line = &mut line[6..];
        let mut skim = Skim::read(line, &mut members).unwrap();
        let other: EntryId = "01900000-0000-7000-8000-00000000000f".parse().unwrap();
        let (previous, sequence) = (Hash::of(b"x"), 9_007_199_254_740_991);
        open.place(line, &mut skim, previous, sequence);
        open.name(line, &mut skim, other);
        let Shared { source, recorded, .. } = shared;
        let draft = Draft { id: other, ..draft };
        let entry = Entry { draft, source: source.to_owned(), author, recorded, sequence, previous };
        assert_eq!(line, entry.to_bytes().unwrap());
        assert_eq!(Entry::read(line), Ok(entry));
        let again = Skim::read(line, &mut vec![]).unwrap();
        assert_eq!((again.id, again.previous, again.sequence), (skim.id, skim.previous, skim.sequence));
    }
}
