//! What an entry says of a document that backs it. The document itself lies
//! beside the log.

use super::limits::MAX_TEXT;
use super::shape::is_text;
use super::{Hash, Json, Object, json_text, object};

/// What kind of document it is, as auditors rank them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EvidenceKind {
    /// A signed agreement.
    Agreement,
    /// A bank statement.
    BankStatement,
    /// A third party's confirmation.
    Confirmation,
    /// A capture of a web page.
    WebCapture,
    /// An internal note.
    InternalNote,
    /// Anything else.
    Other,
}

impl EvidenceKind {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::Agreement,
        Self::BankStatement,
        Self::Confirmation,
        Self::WebCapture,
        Self::InternalNote,
        Self::Other,
    ];

    /// The word stored in entries.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::BankStatement => "bankstatement",
            Self::Confirmation => "confirmation",
            Self::WebCapture => "webcapture",
            Self::InternalNote => "internalnote",
            Self::Other => "other",
        }
    }

    /// The kind of a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A document by its hashes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// BLAKE3-256 of the document's bytes; also its file name in `evidence/`.
    pub blake3: Hash,
    /// SHA-256 of the same bytes, for tools that know no other.
    pub sha256: Hash,
    /// Its length.
    pub bytes: u64,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// What kind of document it is.
    pub kind: EvidenceKind,
    /// The file's name when it was given.
    pub name: String,
}

impl Evidence {
    /// The stored form.
    pub fn to_json(&self) -> Json {
        Json::Object(object([
            ("blake3", json_text(self.blake3.to_string())),
            ("bytes", Json::Int(i64::try_from(self.bytes).unwrap_or(i64::MAX))),
            ("kind", json_text(self.kind.word())),
            ("mediatype", json_text(&self.media_type)),
            ("name", json_text(&self.name)),
            ("sha256", json_text(self.sha256.to_string())),
        ]))
    }

    /// The document of a stored form, all of whose members are known.
    pub fn read(value: &Json) -> Option<Self> {
        let members: &Object = value.as_object()?;
        let word = |name: &str| members.get(name).and_then(Json::as_text);
        let read = Self {
            blake3: word("blake3")?.parse().ok()?,
            sha256: word("sha256")?.parse().ok()?,
            bytes: u64::try_from(members.get("bytes")?.as_int()?).ok()?,
            media_type: word("mediatype").filter(|text| is_text(text, MAX_TEXT))?.to_owned(),
            kind: EvidenceKind::from_word(word("kind")?)?,
            name: word("name").filter(|text| is_text(text, MAX_TEXT))?.to_owned(),
        };
        (members.len() == 6).then_some(read)
    }
}
