//! Names and identifiers, each with its own type.

use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use uuid::Uuid;

use super::hash::digit;
use super::limits::MAX_ID;

/// Why text is not an identifier of its kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Not a lower-case UUID of version 7.
    #[error("“{0}” is not an entry's id (a UUID of version 7 in lower case)")]
    Entry(String),
    /// Not `kind/slug`.
    #[error(
        "“{0}” is not a register id: organisation/…, project/…, deliverable/… or person/<uuid>, at most 64 characters of a-z, 0-9 and -"
    )]
    Body(String),
}

/// The id of an entry, a UUID of version 7.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(Uuid);

impl EntryId {
    /// The id of this UUID.
    pub const fn new(uuid: Uuid) -> Self {
        Self(uuid)
    }

    /// The UUID.
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.hyphenated(), f)
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for EntryId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let is_own =
            |uuid: &Uuid| uuid.get_version_num() == 7 && uuid.get_variant() == uuid::Variant::RFC4122;
        read_uuid(text).filter(is_own).map(Self).ok_or_else(|| IdError::Entry(text.to_owned()))
    }
}

/// The UUID of a text, in its one spelling: hyphenated, lower case. That of a
/// person or a recorder may be of any version.
pub(super) fn read_uuid(text: &str) -> Option<Uuid> {
    const HYPHENS: [usize; 4] = [8, 13, 18, 23];
    const PAIRS: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
    let digits: &[u8; 36] = text.as_bytes().try_into().ok()?;
    // All digits are looked at before any is refused: each entry has some of these.
    let mut found = 0;
    let bytes = PAIRS.map(|at| {
        let (high, low) = (digit(digits[at]), digit(digits[at + 1]));
        found |= high | low;
        high << 4 | low & 0x0f
    });
    let is_spelt = found <= 0x0f && HYPHENS.iter().all(|at| digits[*at] == b'-');
    is_spelt.then(|| Uuid::from_bytes(bytes))
}

/// What a register id names.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum BodyKind {
    /// An organisation, a government, an association.
    Organisation,
    /// A project.
    Project,
    /// A deliverable.
    Deliverable,
    /// A natural person, by UUID only.
    Person,
}

impl BodyKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Organisation, Self::Project, Self::Deliverable, Self::Person];

    /// The word before the slash.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Project => "project",
            Self::Deliverable => "deliverable",
            Self::Person => "person",
        }
    }

    /// The kind of a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// An id of the register, `organisation/ocde`; never reused.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BodyId {
    text: Box<str>,
    kind: BodyKind,
}

impl BodyId {
    /// The id made of a kind and a slug.
    pub fn new(kind: BodyKind, slug: &str) -> Result<Self, IdError> {
        format!("{}/{slug}", kind.word()).parse()
    }

    /// The id of a person.
    pub fn person(uuid: Uuid) -> Self {
        let text = format!("{}/{}", BodyKind::Person.word(), uuid.hyphenated());
        Self { text: text.into(), kind: BodyKind::Person }
    }

    /// What the id names.
    pub const fn kind(&self) -> BodyKind {
        self.kind
    }

    /// The whole id.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What stands after the slash.
    pub fn slug(&self) -> &str {
        &self.text[self.kind.word().len() + 1..]
    }
}

/// That of its text, which says its kind: an id is found by its text too.
impl Hash for BodyId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl Borrow<str> for BodyId {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for BodyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for BodyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for BodyId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let kind = kind_of_body(text).ok_or_else(|| IdError::Body(text.to_owned()))?;
        Ok(Self { text: text.into(), kind })
    }
}

/// Whether the text is an id of the register.
pub fn is_body_id(text: &str) -> bool {
    kind_of_body(text).is_some()
}

/// What a text names that is an id of the register.
fn kind_of_body(text: &str) -> Option<BodyKind> {
    // The slash is near, so that looking for it needs no more than this.
    let slash = text.bytes().take(MAX_ID).position(|byte| byte == b'/')?;
    let (word, slug) = (text.get(..slash)?, text.get(slash + 1..).filter(|_| text.len() <= MAX_ID)?);
    let kind = BodyKind::from_word(word)?;
    let is_named = kind != BodyKind::Person || read_uuid(slug).is_some();
    (is_definition_id(slug) && is_named).then_some(kind)
}

/// Whether the text is the id of a definition: `[a-z0-9][a-z0-9-]*`, at most
/// 64 characters.
pub fn is_definition_id(text: &str) -> bool {
    spelled(text, |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit(), b"-")
}

/// Whether the text is a field's name: `[a-z][a-z0-9_]*`, at most 64
/// characters.
pub fn is_field_name(text: &str) -> bool {
    spelled(text, |byte| byte.is_ascii_lowercase(), b"_")
}

/// Whether the text is a word of a choice: `[a-z0-9][a-z0-9_-]*`, at most 64
/// characters.
pub fn is_word(text: &str) -> bool {
    spelled(text, |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit(), b"_-")
}

/// Whether the text is a type: `[a-z]+(\.[a-z]+)+`, at most 64 characters.
pub fn is_type_name(text: &str) -> bool {
    let (mut last, mut dots) = (b'.', 0);
    for byte in text.bytes() {
        match byte {
            b'.' if last != b'.' => dots += 1,
            b'a'..=b'z' => {}
            _ => return false,
        }
        last = byte;
    }
    text.len() <= MAX_ID && dots > 0 && last != b'.'
}

fn spelled(text: &str, first: fn(u8) -> bool, joins: &[u8]) -> bool {
    let rest = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || joins.contains(&byte);
    text.len() <= MAX_ID && text.bytes().next().is_some_and(first) && text.bytes().all(rest)
}
