//! An entry: the envelope, a CloudEvents 1.0 object, and its `data`.

use std::borrow::Cow;

use super::limits::MAX_ENTRY_BYTES;
use super::reader::Reader;
use super::shape::stranger;
use super::unplaced::{JSON_TYPE, Shared};
use super::{
    Author, BodyId, DecodeError, EntryId, Hash, Json, Moment, Object, Period, is_body_id, is_type_name,
};

/// What is to be appended: everything but the place in the log and its time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// The entry's id, the key under which a retry is recognised.
    pub id: EntryId,
    /// The whole type, `jalon.…` or with the ledger's prefix.
    pub kind: String,
    /// The version of that type's schema, from 1.
    pub version: u32,
    /// Within which days it happened.
    pub occurred: Option<Period>,
    /// What it is about.
    pub subject: Option<BodyId>,
    /// The original entry that this one corrects, withdraws, confirms,
    /// approves or resolves.
    pub corrected: Option<EntryId>,
    /// The batch it belongs to.
    pub batch: Option<EntryId>,
    /// The rest, by type.
    pub data: Object,
}

impl Draft {
    /// Refuses what does not stand on an entry of its type.
    fn checked(&self) -> Result<(), EntryError> {
        stranger(self).map_or(Ok(()), |(place, name)| Err(EntryError::Member(place, name)))
    }
}

/// One entry of the log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What was appended.
    pub draft: Draft,
    /// URI of the ledger.
    pub source: String,
    /// Who recorded it, as they claimed.
    pub author: Author,
    /// When the ledger appended it.
    pub recorded: Moment,
    /// Its place, from 0.
    pub sequence: u64,
    /// Hash of the entry before; zeros for entry 0.
    pub previous: Hash,
}

/// Why bytes are not an entry of format 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// The bytes are not canonical.
    #[error("not in canonical form: {0}")]
    Form(#[from] DecodeError),
    /// More bytes than an entry may have.
    #[error("the entry has {0} bytes; the limit is 61,440")]
    TooLarge(usize),
    /// A member is missing, unknown or of the wrong kind.
    #[error("{0}: the member “{1}” is missing, unknown or not as format 1 has it")]
    Member(&'static str, String),
}

const ENTRY: &str = "entry";

impl Entry {
    /// The canonical bytes, without a line feed, of an entry that can be read.
    pub fn to_bytes(&self) -> Result<Vec<u8>, EntryError> {
        let out = self.spelling();
        // Whatever asks for it: nothing is written that no reader accepts.
        Self::read(&out)?;
        Ok(out)
    }

    /// The canonical bytes, whether or not they can be read.
    pub fn spelling(&self) -> Vec<u8> {
        let Self { draft, source, author, recorded, sequence, previous } = self;
        let mut out = Vec::with_capacity(1_024);
        let shared = Shared { source, author: *author, recorded: *recorded };
        shared.spell_at(draft, *sequence, *previous, &mut out);
        out
    }

    /// The entry that the bytes spell.
    pub fn read(bytes: &[u8]) -> Result<Self, EntryError> {
        if bytes.len() > MAX_ENTRY_BYTES {
            return Err(EntryError::TooLarge(bytes.len()));
        }
        Envelope::read(bytes)?.into_entry()
    }

    /// Whether two entries say the same: everything but the place in the log
    /// and its time.
    pub fn same_content(&self, draft: &Draft, author: &Author) -> bool {
        self.draft == *draft && self.author == *author
    }
}

/// The members of an entry as they are read. A member of the wrong kind, or
/// with a line feed in it, reads as an empty text, which none may be.
#[derive(Default)]
struct Envelope<'a> {
    texts: [Option<Cow<'a, str>>; NAMES],
    data: Option<Object>,
    unknown: Option<&'a str>,
}

/// What stands around the `data` of an entry, of which nothing is copied.
struct Around<'e> {
    source: &'e str,
    kind: &'e str,
    version: u32,
    id: EntryId,
    occurred: Option<Period>,
    subject: Option<&'e str>,
    corrected: Option<EntryId>,
    batch: Option<EntryId>,
    author: Author,
    recorded: Moment,
    sequence: u64,
    previous: Hash,
}

/// The members that are texts.
#[derive(Clone, Copy)]
enum Name {
    AuthId,
    AuthType,
    CorrectedId,
    CorrelationId,
    DataContentType,
    DataSchema,
    Id,
    OccurredFrom,
    OccurredTo,
    PrevHash,
    RecordedTime,
    Sequence,
    Source,
    SpecVersion,
    Subject,
    Type,
}

/// How many they are.
const NAMES: usize = Name::Type as usize + 1;

impl Name {
    /// The member of this name. The compiler makes of it a choice by length,
    /// where a list would be compared one by one for every member of a log.
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "authid" => Self::AuthId,
            "authtype" => Self::AuthType,
            "correctedid" => Self::CorrectedId,
            "correlationid" => Self::CorrelationId,
            "datacontenttype" => Self::DataContentType,
            "dataschema" => Self::DataSchema,
            "id" => Self::Id,
            "occurredfrom" => Self::OccurredFrom,
            "occurredto" => Self::OccurredTo,
            "prevhash" => Self::PrevHash,
            "recordedtime" => Self::RecordedTime,
            "sequence" => Self::Sequence,
            "source" => Self::Source,
            "specversion" => Self::SpecVersion,
            "subject" => Self::Subject,
            "type" => Self::Type,
            _ => return None,
        })
    }

    /// Its name.
    const fn word(self) -> &'static str {
        match self {
            Self::AuthId => "authid",
            Self::AuthType => "authtype",
            Self::CorrectedId => "correctedid",
            Self::CorrelationId => "correlationid",
            Self::DataContentType => "datacontenttype",
            Self::DataSchema => "dataschema",
            Self::Id => "id",
            Self::OccurredFrom => "occurredfrom",
            Self::OccurredTo => "occurredto",
            Self::PrevHash => "prevhash",
            Self::RecordedTime => "recordedtime",
            Self::Sequence => "sequence",
            Self::Source => "source",
            Self::SpecVersion => "specversion",
            Self::Subject => "subject",
            Self::Type => "type",
        }
    }

    fn wrong(self) -> EntryError {
        wrong(self.word())
    }
}

impl<'a> Envelope<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let mut data = None;
        let mut envelope = Self::around(bytes, |reader| {
            data = if let Json::Object(members) = reader.value()? { Some(members) } else { None };
            Ok(())
        })?;
        envelope.data = data;
        Ok(envelope)
    }

    /// Reads all members but `data`, which `take` must read.
    fn around(
        bytes: &'a [u8],
        mut take: impl FnMut(&mut Reader<'a>) -> Result<(), DecodeError>,
    ) -> Result<Self, DecodeError> {
        let mut envelope = Self::default();
        let mut reader = Reader::new(bytes)?;
        reader.members(
            |reader, name| {
                if name == "data" { take(reader) } else { envelope.read_member(reader, name) }
            },
        )?;
        reader.end()?;
        Ok(envelope)
    }

    fn read_member(&mut self, reader: &mut Reader<'a>, name: &'a str) -> Result<(), DecodeError> {
        match Name::of(name) {
            Some(member) => {
                let text = reader.text()?.unwrap_or_default();
                // A line feed is escaped, and what is escaped is not borrowed.
                let is_line = matches!(text, Cow::Borrowed(_)) || !text.contains('\n');
                self.texts[member as usize] = Some(if is_line { text } else { Cow::Borrowed("") });
            }
            None => {
                reader.value()?;
                self.unknown.get_or_insert(name);
            }
        }
        Ok(())
    }

    /// What the members say beside the subject, each judged.
    fn said(&self) -> Result<Around<'_>, EntryError> {
        self.constant(Name::SpecVersion, "1.0")?;
        self.constant(Name::DataContentType, JSON_TYPE)?;
        let (source, kind) = (self.text(Name::Source)?, self.text(Name::Type)?);
        let version =
            version(self.text(Name::DataSchema)?, source, kind).ok_or_else(|| Name::DataSchema.wrong())?;
        Ok(Around {
            source,
            kind,
            version,
            id: self.parsed(Name::Id)?,
            occurred: self.period()?,
            subject: self.subject()?,
            corrected: self.optional(Name::CorrectedId)?,
            batch: self.optional(Name::CorrelationId)?,
            author: Author::read(self.text(Name::AuthId)?, self.text(Name::AuthType)?)
                .ok_or_else(|| Name::AuthId.wrong())?,
            recorded: self.parsed(Name::RecordedTime)?,
            sequence: self.sequence()?,
            previous: self.parsed(Name::PrevHash)?,
        })
    }

    fn into_entry(mut self) -> Result<Entry, EntryError> {
        let data = self.data.take();
        let around = self.said()?;
        if !is_type_name(around.kind) {
            return Err(Name::Type.wrong());
        }
        let data = data.ok_or_else(|| wrong("data"))?;
        self.known()?;
        let draft = Draft {
            id: around.id,
            version: around.version,
            occurred: around.occurred,
            subject: around.subject.map(str::parse).transpose().map_err(|_| Name::Subject.wrong())?,
            corrected: around.corrected,
            batch: around.batch,
            kind: around.kind.to_owned(),
            data,
        };
        draft.checked()?;
        Ok(Entry {
            draft,
            source: around.source.to_owned(),
            author: around.author,
            recorded: around.recorded,
            sequence: around.sequence,
            previous: around.previous,
        })
    }

    /// Refuses a member that format 1 does not know.
    fn known(&self) -> Result<(), EntryError> {
        self.unknown.map_or(Ok(()), |name| Err(wrong(name)))
    }

    fn subject(&self) -> Result<Option<&str>, EntryError> {
        if self.found(Name::Subject).is_none() {
            return Ok(None);
        }
        let subject = self.text(Name::Subject)?;
        if is_body_id(subject) { Ok(Some(subject)) } else { Err(Name::Subject.wrong()) }
    }

    fn found(&self, name: Name) -> Option<&str> {
        self.texts[name as usize].as_deref()
    }

    fn text(&self, name: Name) -> Result<&str, EntryError> {
        match self.found(name) {
            Some("") | None => Err(name.wrong()),
            Some(text) => Ok(text),
        }
    }

    fn constant(&self, name: Name, value: &str) -> Result<(), EntryError> {
        if self.text(name)? == value { Ok(()) } else { Err(name.wrong()) }
    }

    fn parsed<T: std::str::FromStr>(&self, name: Name) -> Result<T, EntryError> {
        self.text(name)?.parse().map_err(|_| name.wrong())
    }

    fn optional<T: std::str::FromStr>(&self, name: Name) -> Result<Option<T>, EntryError> {
        if self.found(name).is_some() { self.parsed(name).map(Some) } else { Ok(None) }
    }

    fn period(&self) -> Result<Option<Period>, EntryError> {
        match (self.optional(Name::OccurredFrom)?, self.optional(Name::OccurredTo)?) {
            (None, None) => Ok(None),
            (Some(from), Some(to)) => Period::new(from, to).map(Some).map_err(|_| Name::OccurredTo.wrong()),
            _ => Err(Name::OccurredFrom.wrong()),
        }
    }

    fn sequence(&self) -> Result<u64, EntryError> {
        place_in_log(self.text(Name::Sequence)?).ok_or_else(|| Name::Sequence.wrong())
    }
}

/// The place that 20 digits say.
pub(super) fn place_in_log(text: &str) -> Option<u64> {
    let digits = text.len() == 20 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse::<u64>().ok().filter(|&number| number < 1 << 53);
    number.filter(|_| digits)
}

/// The version that a schema's address ends in.
pub(super) fn version(address: &str, source: &str, kind: &str) -> Option<u32> {
    let path = address.strip_prefix(source)?.strip_prefix("/schema/")?;
    let number = path.strip_prefix(kind)?.strip_prefix('/')?;
    (!number.starts_with(['0', '+'])).then(|| number.parse().ok()).flatten()
}

fn wrong(name: &str) -> EntryError {
    EntryError::Member(ENTRY, name.to_owned())
}

/// Where the 64 hex digits of `prevhash` stand in an entry's bytes. The name
/// is looked for from the end: after it only short attributes follow, and a
/// quotation mark inside a string is escaped.
pub fn link(bytes: &[u8]) -> Option<std::ops::Range<usize>> {
    const NAME: &[u8] = b"\"prevhash\":\"";
    // Few letters after it are its second one.
    let mut second = memchr::memrchr_iter(NAME[1], bytes).filter_map(|at| at.checked_sub(1));
    let start = second.find(|at| bytes[*at..].starts_with(NAME))? + NAME.len();
    let range = start..start + 64;
    let digits = bytes.get(range.clone())?;
    digits.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')).then_some(range)
}
