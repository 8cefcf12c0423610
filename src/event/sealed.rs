//! What an entry says of a sealed value. The value itself lies beside the log,
//! encrypted under a person's key.

use super::{BodyId, BodyKind, Hash, Json, json_text, object};

/// A sealed value by its keyed hash.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Sealed {
    /// BLAKE3, keyed with 32 random bytes, of the value's canonical bytes; also
    /// its file name in `sealed/`.
    pub hash: Hash,
    /// Whose it is: with this person's key it can be read.
    pub person: BodyId,
}

impl Sealed {
    /// The stored form.
    pub fn to_json(&self) -> Json {
        Json::Object(object([
            ("person", json_text(self.person.as_str())),
            ("sealed", json_text(self.hash.to_string())),
        ]))
    }

    /// The sealed value of a stored form, all of whose members are known.
    pub fn read(value: &Json) -> Option<Self> {
        let members = value.as_object()?;
        let word = |name: &str| members.get(name).and_then(Json::as_text);
        let read = Self { hash: word("sealed")?.parse().ok()?, person: word("person")?.parse().ok()? };
        (members.len() == 2 && read.person.kind() == BodyKind::Person).then_some(read)
    }
}

/// What became of the key of a person whose values are to be unreadable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyFate {
    /// It was on the computer where the erasure was done, and was destroyed there.
    Destroyed,
    /// It was lost before, by the word of whoever recorded the erasure.
    Lost,
}

impl KeyFate {
    /// The word stored in entries.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Destroyed => "destroyed",
            Self::Lost => "lost",
        }
    }

    /// The fate of a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Destroyed, Self::Lost].into_iter().find(|fate| fate.word() == word)
    }
}
