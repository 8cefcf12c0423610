//! An entry: the envelope, a CloudEvents 1.0 object, and its `data`.

use super::limits::MAX_ENTRY_BYTES;
use super::outline::stranger;
use super::{
    Author, BodyId, DecodeError, EntryId, Hash, Json, Moment, Object, Period, decode, encode, is_type_name,
    json_text,
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
    /// Refuses what does not stand on an entry of its type, so that what is
    /// written can be read.
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
    /// The canonical bytes, without a line feed.
    pub fn to_bytes(&self) -> Result<Vec<u8>, EntryError> {
        self.draft.checked()?;
        let mut out = Vec::with_capacity(768);
        encode(&self.envelope(), &mut out);
        if out.len() > MAX_ENTRY_BYTES {
            return Err(EntryError::TooLarge(out.len()));
        }
        // What is written can be read: no text too long, nothing too deep.
        decode(&out)?;
        Ok(out)
    }

    fn envelope(&self) -> Object {
        let draft = &self.draft;
        let mut members = Object::new();
        let mut put = |name: &str, value: String| members.insert(name.to_owned(), json_text(value));
        put("authid", self.author.id());
        put("authtype", self.author.kind.word().to_owned());
        put("datacontenttype", JSON_TYPE.to_owned());
        put("dataschema", schema(&self.source, &draft.kind, draft.version));
        put("id", draft.id.to_string());
        put("prevhash", self.previous.to_string());
        put("recordedtime", self.recorded.to_string());
        put("sequence", format!("{:020}", self.sequence));
        put("source", self.source.clone());
        put("specversion", "1.0".to_owned());
        put("type", draft.kind.clone());
        draft.corrected.map(|id| put("correctedid", id.to_string()));
        draft.batch.map(|id| put("correlationid", id.to_string()));
        draft.subject.as_ref().map(|subject| put("subject", subject.to_string()));
        if let Some(period) = draft.occurred {
            put("occurredfrom", period.from.to_string());
            put("occurredto", period.to.to_string());
        }
        members.insert("data".to_owned(), Json::Object(draft.data.clone()));
        members
    }

    /// The entry that the bytes spell.
    pub fn read(bytes: &[u8]) -> Result<Self, EntryError> {
        if bytes.len() > MAX_ENTRY_BYTES {
            return Err(EntryError::TooLarge(bytes.len()));
        }
        Envelope(decode(bytes)?).read()
    }

    /// Whether two entries say the same: everything but the place in the log
    /// and its time.
    pub fn same_content(&self, draft: &Draft, author: &Author) -> bool {
        self.draft == *draft && self.author == *author
    }
}

const JSON_TYPE: &str = "application/json";

fn schema(source: &str, kind: &str, version: u32) -> String {
    format!("{source}/schema/{kind}/{version}")
}

/// The members of an entry, each taken out once so that what is left at the
/// end is unknown.
struct Envelope(Object);

impl Envelope {
    fn read(mut self) -> Result<Entry, EntryError> {
        self.constant("specversion", "1.0")?;
        self.constant("datacontenttype", JSON_TYPE)?;
        let source = self.take("source")?;
        let kind = self.take("type")?;
        let dataschema = self.take("dataschema")?;
        let version = dataschema
            .strip_prefix(source.as_str())
            .and_then(|rest| rest.strip_prefix("/schema/")?.strip_prefix(kind.as_str())?.strip_prefix('/'))
            .filter(|number| !number.starts_with(['0', '+']))
            .and_then(|number| number.parse::<u32>().ok());
        let draft = Draft {
            id: self.parsed("id")?,
            version: version.ok_or_else(|| wrong("dataschema"))?,
            occurred: self.period()?,
            subject: self.optional("subject")?,
            corrected: self.optional("correctedid")?,
            batch: self.optional("correlationid")?,
            data: self.data()?,
            kind,
        };
        if !is_type_name(&draft.kind) {
            return Err(wrong("type"));
        }
        let (authid, authtype) = (self.take("authid")?, self.take("authtype")?);
        let entry = Entry {
            draft,
            source,
            author: Author::read(&authid, &authtype).ok_or_else(|| wrong("authid"))?,
            recorded: self.parsed("recordedtime")?,
            sequence: self.sequence()?,
            previous: self.parsed("prevhash")?,
        };
        if let Some(unknown) = self.0.into_keys().next() {
            return Err(EntryError::Member(ENTRY, unknown));
        }
        entry.draft.checked()?;
        Ok(entry)
    }

    fn take(&mut self, name: &str) -> Result<String, EntryError> {
        match self.0.remove(name) {
            Some(Json::Text(text)) if !text.is_empty() && !text.contains('\n') => Ok(text),
            _ => Err(wrong(name)),
        }
    }

    fn constant(&mut self, name: &str, value: &str) -> Result<(), EntryError> {
        if self.take(name)? == value { Ok(()) } else { Err(wrong(name)) }
    }

    fn parsed<T: std::str::FromStr>(&mut self, name: &str) -> Result<T, EntryError> {
        self.take(name)?.parse().map_err(|_| wrong(name))
    }

    fn optional<T: std::str::FromStr>(&mut self, name: &str) -> Result<Option<T>, EntryError> {
        if self.0.contains_key(name) { self.parsed(name).map(Some) } else { Ok(None) }
    }

    fn period(&mut self) -> Result<Option<Period>, EntryError> {
        match (self.optional("occurredfrom")?, self.optional("occurredto")?) {
            (None, None) => Ok(None),
            (Some(from), Some(to)) => Period::new(from, to).map(Some).map_err(|_| wrong("occurredto")),
            _ => Err(wrong("occurredfrom")),
        }
    }

    fn sequence(&mut self) -> Result<u64, EntryError> {
        let text = self.take("sequence")?;
        let digits = text.len() == 20 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse::<u64>().ok().filter(|&number| number < 1 << 53);
        number.filter(|_| digits).ok_or_else(|| wrong("sequence"))
    }

    fn data(&mut self) -> Result<Object, EntryError> {
        match self.0.remove("data") {
            Some(Json::Object(members)) => Ok(members),
            _ => Err(wrong("data")),
        }
    }
}

fn wrong(name: &str) -> EntryError {
    EntryError::Member(ENTRY, name.to_owned())
}

/// Where the 64 hex digits of `prevhash` stand in an entry's bytes. The name
/// is looked for from the end: after it only short attributes follow, and a
/// quotation mark inside a string is escaped.
pub fn link(bytes: &[u8]) -> Option<std::ops::Range<usize>> {
    const NAME: &[u8] = b"\"prevhash\":\"";
    let start = bytes.windows(NAME.len()).rposition(|window| window == NAME)? + NAME.len();
    let range = start..start + 64;
    let digits = bytes.get(range.clone())?;
    digits.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')).then_some(range)
}
