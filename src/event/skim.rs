//! A line that records an activity, read as strictly as any and not copied: replay
//! for values keeps little of what an activity says, and looks at millions.
//!
//! What is accepted here [`Entry::read`](super::Entry::read) and
//! [`read_activity`](super::read_activity) accept, and they say the same; a property
//! holds it for all that becomes of lines. Where a line is not read here, they say
//! why, or read what is rare.
//!
//! Around its `data` a line is walked along: between what it says stand the bytes
//! that must stand there, so that a line which is skimmed is the one spelling of what
//! it says, and need not be spelt again to show it.

use std::ops::Range;

use uuid::Uuid;

use super::activity::Basis;
use super::auth::AuthorType;
use super::entry::{place_in_log, version};
use super::ids::read_uuid;
use super::reader::Reader;
use super::shape::are_documents;
use super::{
    DecodeError, EntryId, Evidence, Hash, Json, MAX_ENTRY_BYTES, MAX_ID, Misspelt, Moment, Period,
    is_body_id, is_type_name, types,
};

/// What a line that records an activity says: what is short as it is, the rest by
/// where it stands in the line.
#[derive(Clone, Debug)]
pub struct Skim {
    /// Its id.
    pub id: EntryId,
    /// When it was appended.
    pub recorded: Moment,
    /// Its place.
    pub sequence: u64,
    /// The hash of the entry before it.
    pub previous: Hash,
    /// Within which days it happened.
    pub occurred: Period,
    /// The batch it belongs to.
    pub batch: Option<EntryId>,
    /// Whether a document backs it.
    pub is_documented: bool,
    /// Who recorded it.
    pub user: Uuid,
    /// The version of its type.
    pub version: u32,
    /// The larger activity that it is a part of.
    pub partof: Option<EntryId>,
    kind: Part,
    subject: Part,
    source: Part,
    evidence: Part,
    /// Which of the members that were found its fields are.
    fields: Range<usize>,
}

/// A part of a line, which is never longer than 16 bits tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Part {
    at: u16,
    length: u16,
}

/// A field of an activity, by where its name and its value stand.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    name: Part,
    value: Part,
}

/// A line that was skimmed, with what it says at hand.
#[derive(Clone, Copy, Debug)]
pub struct Skimmed<'l> {
    /// What was read of it.
    pub skim: &'l Skim,
    line: &'l [u8],
    members: &'l [Member],
}

impl Skim {
    /// Reads a line that records an activity and is all that an entry must be,
    /// and adds where its fields stand to `members`. None of any other line, and
    /// of a few that are written in a rare way.
    pub fn read(line: &[u8], members: &mut Vec<Member>) -> Option<Self> {
        let first = members.len();
        let found = read(line, members);
        if found.is_none() {
            members.truncate(first);
        }
        found
    }

    /// The line with what it says, from the members that were found.
    pub fn of<'l>(&'l self, line: &'l [u8], members: &'l [Member]) -> Skimmed<'l> {
        Skimmed { skim: self, line, members: members.get(self.fields.clone()).unwrap_or_default() }
    }
}

impl<'l> Skimmed<'l> {
    /// Its whole type.
    pub fn kind(&self) -> &'l str {
        self.skim.kind.of(self.line)
    }

    /// What it is about.
    pub fn subject(&self) -> Option<&'l str> {
        Some(self.skim.subject.of(self.line)).filter(|subject| !subject.is_empty())
    }

    /// The ledger that it names.
    pub fn source(&self) -> &'l str {
        self.skim.source.of(self.line)
    }

    /// The documents that back it.
    pub fn documents(&self) -> Vec<Evidence> {
        let listed = Some(self.skim.evidence.bytes(self.line)).filter(|spelt| !spelt.is_empty());
        let listed = listed.and_then(value_of);
        let items = listed.as_ref().and_then(Json::as_array).unwrap_or_default();
        items.iter().filter_map(Evidence::read).collect()
    }

    /// The names of its fields, each with the canonical bytes of its value: few of them
    /// are asked for as text, and none need be found to be text once more for the rest.
    pub fn fields(&self) -> impl Iterator<Item = (&'l str, &'l [u8])> + use<'l> {
        let line = self.line;
        self.members.iter().map(move |member| (member.name.of(line), member.value.bytes(line)))
    }

    /// The canonical bytes of the values of its fields.
    pub fn values(&self) -> impl Iterator<Item = &'l [u8]> + use<'l> {
        let line = self.line;
        self.members.iter().map(move |member| member.value.bytes(line))
    }
}

/// The value that canonical bytes spell.
pub fn value_of(spelt: &[u8]) -> Option<Json> {
    let mut reader = Reader::new(spelt).ok()?;
    reader.value().ok().filter(|_| reader.end().is_ok())
}

/// The text that canonical bytes begin with, and what follows it; none where they
/// begin with another value, or one in which something is escaped.
pub fn plain_text(spelt: &[u8]) -> Option<(&[u8], &[u8])> {
    let rest = spelt.strip_prefix(b"\"")?;
    let end = memchr::memchr2(b'"', b'\\', rest)?;
    let (text, after) = rest.split_at(end);
    Some((text, after.strip_prefix(b"\"")?))
}

/// Whether canonical bytes spell a register id, or an array with one.
pub fn names_a_body(spelt: &[u8]) -> bool {
    match spelt.first() {
        // A register id has nothing that is escaped.
        Some(b'"') if spelt.len() > MAX_ID + 2 => false,
        Some(b'"') => plain_text(spelt).is_some_and(|(text, _)| spells_a_body(text)),
        Some(b'[') => has_a_body(spelt),
        _ => false,
    }
}

/// The same of an array: of most each item is a plain text.
fn has_a_body(spelt: &[u8]) -> bool {
    let mut rest = spelt;
    while let Some((text, after)) = rest.get(1..).and_then(plain_text) {
        if spells_a_body(text) {
            return true;
        }
        rest = after;
    }
    let is_text = |item: &Json| item.as_text().is_some_and(is_body_id);
    let has = |value: Json| value.as_array().is_some_and(|items| items.iter().any(is_text));
    rest != b"]" && memchr::memchr(b'/', rest).is_some() && value_of(spelt).is_some_and(has)
}

fn spells_a_body(text: &[u8]) -> bool {
    text.len() <= MAX_ID && std::str::from_utf8(text).is_ok_and(is_body_id)
}

impl Part {
    /// Where a text stands within a line that it was borrowed from.
    fn within(line: &[u8], range: Range<usize>) -> Option<Self> {
        let length = u16::try_from(range.len()).ok()?;
        Some(Self { at: u16::try_from(range.start).ok()?, length }).filter(|_| range.end <= line.len())
    }

    fn of(self, line: &[u8]) -> &str {
        std::str::from_utf8(self.bytes(line)).unwrap_or_default()
    }

    fn bytes(self, line: &[u8]) -> &[u8] {
        let range = usize::from(self.at)..usize::from(self.at) + usize::from(self.length);
        line.get(range).unwrap_or_default()
    }
}

fn read(line: &[u8], members: &mut Vec<Member>) -> Option<Skim> {
    if line.len() > MAX_ENTRY_BYTES {
        return None;
    }
    let (mut reader, mut data) = (Reader::new(line).ok()?, Data::default());
    let left = &mut reader;
    left.enter().ok()?;
    left.literal(b"{\"authid\":\"user/")?;
    let user = read_uuid(left.fixed(36)?)?;
    left.literal(b"\",\"authtype\":\"")?;
    AuthorType::from_word(left.plain()?)?;
    let batch = parsed_after(left, b"\",\"correlationid\":\"", 36)?;
    left.literal(b"\",\"data\":")?;
    data.read(left, line, members).ok()?;
    left.literal(b",\"datacontenttype\":\"application/json\",\"dataschema\":\"")?;
    let schema = left.plain()?;
    let id = parsed_after(left, b"\",\"id\":\"", 36)??;
    let from = parsed_after(left, b"\",\"occurredfrom\":\"", 10)??;
    let to = parsed_after(left, b"\",\"occurredto\":\"", 10)??;
    let previous = parsed_after(left, b"\",\"prevhash\":\"", 64)??;
    let recorded = parsed_after(left, b"\",\"recordedtime\":\"", 27)??;
    left.literal(b"\",\"sequence\":\"")?;
    let sequence = place_in_log(left.fixed(20)?)?;
    left.literal(b"\",\"source\":\"")?;
    let source = left.plain()?;
    left.literal(b"\",\"specversion\":\"1.0\"")?;
    let subject = text_after(left, b",\"subject\":\"")?;
    let kind = text_after(left, b",\"type\":\"")??;
    left.literal(b"}")?;
    left.end().ok()?;
    let is_activity = is_type_name(kind) && !kind.starts_with(types::PREFIX);
    (is_activity && subject.is_none_or(is_body_id)).then_some(())?;
    Some(Skim {
        id,
        recorded,
        sequence,
        previous,
        occurred: Period::new(from, to).ok()?,
        batch,
        is_documented: data.is_documented,
        user,
        version: version(schema, source, kind)?,
        partof: data.partof,
        kind: place(line, kind)?,
        subject: subject.map_or(Some(Part::default()), |subject| place(line, subject))?,
        source: place(line, source)?,
        evidence: data.evidence,
        fields: data.fields?,
    })
}

/// What so many bytes say after these, where these come next; none where they say
/// nothing of the kind.
#[expect(clippy::option_option, reason = "unsaid, absent or there")]
fn parsed_after<T: std::str::FromStr, const N: usize>(
    left: &mut Reader<'_>,
    before: &[u8; N],
    length: usize,
) -> Option<Option<T>> {
    if left.literal(before).is_none() {
        return Some(None);
    }
    left.fixed(length)?.parse().ok().map(Some)
}

/// The text after these bytes, with the quotation mark that ends it, where these
/// come next; none where that is no plain text.
#[expect(clippy::option_option, reason = "unsaid, absent or there")]
fn text_after<'l, const N: usize>(left: &mut Reader<'l>, before: &[u8; N]) -> Option<Option<&'l str>> {
    if left.literal(before).is_none() {
        return Some(None);
    }
    let text = left.plain()?;
    left.literal(b"\"")?;
    Some(Some(text))
}

/// Where a text stands in a line that it was borrowed from.
fn place(line: &[u8], text: &str) -> Option<Part> {
    let at = text.as_ptr().addr().checked_sub(line.as_ptr().addr())?;
    Part::within(line, at..at + text.len())
}

/// What is asked of the `data` of an activity.
#[derive(Default)]
struct Data {
    fields: Option<Range<usize>>,
    is_documented: bool,
    evidence: Part,
    partof: Option<EntryId>,
}

impl Data {
    fn read(
        &mut self,
        reader: &mut Reader<'_>,
        line: &[u8],
        members: &mut Vec<Member>,
    ) -> Result<(), DecodeError> {
        reader.members(|reader, name| match name {
            "fields" => {
                self.fields = Some(fields(reader, line, members)?);
                Ok(())
            }
            "evidence" => {
                let start = reader.at();
                let value = reader.value()?;
                let items = value.as_array().unwrap_or_default();
                self.is_documented = !items.is_empty();
                let is_sound = are_documents(&value) && items.iter().all(|it| Evidence::read(it).is_some());
                let place = Part::within(line, start..reader.at());
                self.evidence = place.unwrap_or_default();
                allowed(reader, is_sound && place.is_some())
            }
            "citation" => citation(reader),
            "basis" => of_text(reader, |text| Basis::from_word(text).is_some()),
            "note" => of_text(reader, |text| !text.is_empty()),
            "partof" => {
                let text = reader.text()?;
                self.partof = text.and_then(|text| text.parse().ok());
                allowed(reader, self.partof.is_some())
            }
            _ => allowed(reader, false),
        })
    }
}

/// Passes over the fields, and notes where each stands.
fn fields(
    reader: &mut Reader<'_>,
    line: &[u8],
    members: &mut Vec<Member>,
) -> Result<Range<usize>, DecodeError> {
    let first = members.len();
    reader.members(|reader, name| {
        let start = reader.at();
        reader.pass()?;
        match (place(line, name), Part::within(line, start..reader.at())) {
            (Some(name), Some(value)) => members.push(Member { name, value }),
            _ => return allowed(reader, false),
        }
        Ok(())
    })?;
    Ok(first..members.len())
}

fn citation(reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let mut has_source = false;
    reader.members(|reader, name| {
        has_source |= name == "source";
        let is_known = matches!(name, "source" | "section" | "line" | "words");
        of_text(reader, |text| is_known && !text.is_empty())
    })?;
    allowed(reader, has_source)
}

/// Reads a text of which something must hold.
fn of_text(reader: &mut Reader<'_>, holds: impl Fn(&str) -> bool) -> Result<(), DecodeError> {
    let text = reader.text()?;
    allowed(reader, text.is_some_and(|text| holds(&text)))
}

/// Goes on, or ends where no activity says such a thing. The reason is told to
/// nobody: whoever reads the line then reads it in full.
fn allowed(reader: &Reader<'_>, is_allowed: bool) -> Result<(), DecodeError> {
    if is_allowed { Ok(()) } else { Err(DecodeError { at: reader.at(), reason: Misspelt::NoValue }) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::names_a_body;
    use crate::event::{Json, encode_value, is_body_id, object};

    fn text() -> impl Strategy<Value = Json> {
        prop_oneof!["project/[a-c]{1,3}", "[/\"\\\\é a]{0,4}", "project/[a-z]{55,60}"].prop_map(Json::Text)
    }

    fn item() -> impl Strategy<Value = Json> {
        prop_oneof![
            6 => text(),
            1 => text().prop_map(|text| Json::Object(object([("value", text)]))),
            1 => any::<bool>().prop_map(Json::Bool),
        ]
    }

    fn value() -> impl Strategy<Value = Json> {
        prop_oneof![item(), prop::collection::vec(item(), 0..5).prop_map(Json::Array)]
    }

    proptest! {
        #[test]
        fn a_body_is_found_in_bytes_where_the_value_names_one(value in value()) {
            let names = |item: &Json| item.as_text().is_some_and(is_body_id);
            let expected = names(&value) || value.as_array().is_some_and(|items| items.iter().any(names));
            let mut bytes = Vec::new();
            encode_value(&value, &mut bytes);
            prop_assert_eq!(names_a_body(&bytes), expected, "{}", String::from_utf8_lossy(&bytes));
        }
    }
}
