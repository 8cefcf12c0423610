//! The `data` of an activity: its fields, which the catalogue owns, and what
//! every activity may carry beside them.

use super::limits::MAX_TEXT;
use super::shape::{are_documents, is_text};
use super::{EntryError, EntryId, Evidence, Json, Object, json_text, object};

/// What the recorder had in hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// Seen by the recorder.
    Firsthand,
    /// Taken from a document.
    Document,
    /// Taken from a published report.
    Report,
}

impl Basis {
    /// The word stored in entries.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Firsthand => "firsthand",
            Self::Document => "document",
            Self::Report => "report",
        }
    }

    /// The basis of a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Firsthand, Self::Document, Self::Report].into_iter().find(|it| it.word() == word)
    }
}

/// Where a source says it. A citation is not evidence.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The source's short name.
    pub source: String,
    /// The section within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The line or lines of its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// What it says, word for word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Citation {
    /// All that is said in it.
    fn texts(&self) -> impl Iterator<Item = &String> {
        [&self.line, &self.section, &self.words].into_iter().flatten().chain([&self.source])
    }

    /// The stored form.
    pub fn to_json(&self) -> Json {
        let optional = [("line", &self.line), ("section", &self.section), ("words", &self.words)];
        let mut members: Object = optional
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), json_text(value.as_ref()?))))
            .collect();
        members.insert("source".into(), json_text(&self.source));
        Json::Object(members)
    }

    /// The citation of a stored form, all of whose members are known.
    pub fn read(value: Json) -> Option<Self> {
        let Json::Object(members) = value else { return None };
        let mut citation = Self::default();
        for (name, value) in members {
            let value = value.into_text().filter(|text| is_text(text, MAX_TEXT))?;
            match name.as_str() {
                "source" => citation.source = value,
                "section" => citation.section = Some(value),
                "line" => citation.line = Some(value),
                "words" => citation.words = Some(value),
                _ => return None,
            }
        }
        (!citation.source.is_empty()).then_some(citation)
    }
}

/// The `data` of an activity.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Activity {
    /// The fields of its type.
    pub fields: Object,
    /// What the recorder had in hand.
    pub basis: Option<Basis>,
    /// Where a source says it.
    pub citation: Option<Citation>,
    /// The documents that back it.
    pub evidence: Vec<Evidence>,
    /// A remark in words.
    pub note: Option<String>,
    /// The larger activity this one is a part of.
    pub partof: Option<EntryId>,
}

impl Activity {
    /// The stored form; what is empty is left out, but for `fields`.
    pub fn to_data(&self) -> Object {
        self.clone().into_data()
    }

    /// The same of one that is not kept.
    pub fn into_data(self) -> Object {
        let mut data = object([("fields", Json::Object(self.fields))]);
        let mut add = |name: &str, value: Option<Json>| value.map(|value| data.insert(name.into(), value));
        add("basis", self.basis.map(|basis| json_text(basis.word())));
        add("citation", self.citation.as_ref().map(Citation::to_json));
        let evidence: Vec<Json> = self.evidence.iter().map(Evidence::to_json).collect();
        add("evidence", (!evidence.is_empty()).then_some(Json::Array(evidence)));
        add("note", self.note.map(json_text));
        add("partof", self.partof.map(|id| json_text(id.to_string())));
        data
    }

    /// Refuses what would not read back: a citation without words, an empty note.
    pub fn reads_back(&self) -> Result<(), EntryError> {
        // Documents are judged as they are stored.
        if !self.evidence.is_empty() {
            return read_activity(self.to_data()).map(drop);
        }
        let is_sound = |text: &String| is_text(text, MAX_TEXT);
        let wrong = |name: &str| Err(EntryError::Member("data", name.to_owned()));
        if self.citation.as_ref().is_some_and(|citation| !citation.texts().all(is_sound)) {
            return wrong("citation");
        }
        if self.note.as_ref().is_some_and(|note| !is_sound(note)) { wrong("note") } else { Ok(()) }
    }
}

/// The activity of an entry's `data`; members that format 1 does not know are
/// refused.
pub fn read_activity(data: Object) -> Result<Activity, EntryError> {
    let mut activity = Activity::default();
    let mut fields = None;
    for (name, value) in data {
        let wrong = || EntryError::Member("data", name.clone());
        match name.as_str() {
            "fields" => match value {
                Json::Object(members) => fields = Some(members),
                _ => return Err(wrong()),
            },
            "basis" => {
                activity.basis = Some(value.as_text().and_then(Basis::from_word).ok_or_else(wrong)?);
            }
            "citation" => activity.citation = Some(Citation::read(value).ok_or_else(wrong)?),
            "evidence" => activity.evidence = read_evidence(&value).ok_or_else(wrong)?,
            "note" => activity.note = Some(read_note(value).ok_or_else(wrong)?),
            "partof" => {
                activity.partof = Some(value.as_text().and_then(|id| id.parse().ok()).ok_or_else(wrong)?);
            }
            _ => return Err(wrong()),
        }
    }
    activity.fields = fields.ok_or_else(|| EntryError::Member("data", "fields".into()))?;
    Ok(activity)
}

fn read_note(value: Json) -> Option<String> {
    value.into_text().filter(|text| is_text(text, MAX_TEXT))
}

fn read_evidence(value: &Json) -> Option<Vec<Evidence>> {
    are_documents(value).then_some(())?;
    value.as_array()?.iter().map(Evidence::read).collect()
}
