//! What one entry of the register says of a body.

use super::attributes::stored;
use super::{Attributes, Words, attribute_values};
use crate::event::{BodyId, BodyKind, Citation, Json, Object, Sealed, json_text, strings, types};

/// What a register entry does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FactKind {
    /// The body enters the register.
    Registered,
    /// Something about it changes from a day.
    Changed,
    /// Its id and another always named one body.
    Merged,
}

impl FactKind {
    /// The kind of body and of fact that an entry type holds.
    pub fn of_entry(kind: &str) -> Option<(BodyKind, Self)> {
        let (body, fact) = kind.strip_prefix(types::PREFIX)?.split_once('.')?;
        let fact = match fact {
            "registered" => Self::Registered,
            "changed" => Self::Changed,
            "merged" => Self::Merged,
            _ => return None,
        };
        BodyKind::from_word(body).map(|body| (body, fact))
    }

    /// The entry type of this fact about such a body.
    pub const fn entry_type(self, body: BodyKind) -> &'static str {
        match (body, self) {
            (BodyKind::Organisation, Self::Registered) => types::ORGANISATION_REGISTERED,
            (BodyKind::Organisation, Self::Changed) => types::ORGANISATION_CHANGED,
            (BodyKind::Organisation, Self::Merged) => types::ORGANISATION_MERGED,
            (BodyKind::Project, Self::Registered) => types::PROJECT_REGISTERED,
            (BodyKind::Project, Self::Changed) => types::PROJECT_CHANGED,
            (BodyKind::Project, Self::Merged) => types::PROJECT_MERGED,
            (BodyKind::Deliverable, Self::Registered) => types::DELIVERABLE_REGISTERED,
            (BodyKind::Deliverable, Self::Changed) => types::DELIVERABLE_CHANGED,
            (BodyKind::Deliverable, Self::Merged) => types::DELIVERABLE_MERGED,
            (BodyKind::Person, Self::Registered) => types::PERSON_REGISTERED,
            (BodyKind::Person, Self::Changed) => types::PERSON_CHANGED,
            (BodyKind::Person, Self::Merged) => types::PERSON_MERGED,
        }
    }
}

/// What one entry says of a body: its registration or a change.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BodyFact {
    /// Its name; a person's is sealed instead.
    pub name: Option<Words>,
    /// A person's name.
    pub sealed: Option<Sealed>,
    /// Other words by which people call it.
    pub synonyms: Vec<String>,
    /// What is known of it.
    pub attributes: Attributes,
    /// The body that took its place, from this fact's day.
    pub successor: Option<BodyId>,
    /// Where a source says it.
    pub citation: Option<Citation>,
    /// Why it changed.
    pub reason: Option<String>,
}

/// Why a register entry cannot be read or kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegisterError {
    /// A member is unknown or of the wrong kind.
    #[error("the member “{0}” of a register fact is not as format 1 has it")]
    Member(String),
    /// The entry names no body as its subject.
    #[error("a register fact names its body as subject")]
    NoSubject,
}

impl BodyFact {
    /// The `data` of its entry.
    pub fn to_data(&self) -> Object {
        let words = |words: &Words| {
            Json::Object(crate::event::object([("en", json_text(&words.en)), ("fr", json_text(&words.fr))]))
        };
        let mut data = Object::new();
        let mut put = |name: &str, value: Option<Json>| value.map(|value| data.insert(name.into(), value));
        let name = self.name.as_ref().map(words).or_else(|| self.sealed.as_ref().map(Sealed::to_json));
        put("name", name);
        put("synonyms", (!self.synonyms.is_empty()).then(|| strings(&self.synonyms)));
        put("attributes", (!self.attributes.is_empty()).then(|| Json::Object(stored(&self.attributes))));
        put("successor", self.successor.as_ref().map(|id| json_text(id.as_str())));
        put("citation", self.citation.as_ref().map(Citation::to_json));
        put("reason", self.reason.as_ref().map(json_text));
        data
    }

    /// The fact of an entry's `data`, about a body of this kind. A person is
    /// named by what is sealed and by nothing else, which is for persons only.
    pub fn read(kind: BodyKind, data: &Object) -> Result<Self, RegisterError> {
        let mut fact = Self::default();
        for (name, value) in data {
            fact.take(name, value).ok_or_else(|| RegisterError::Member(name.clone()))?;
        }
        let is_person = kind == BodyKind::Person;
        if (is_person && fact.name.is_some()) || (!is_person && fact.sealed.is_some()) {
            return Err(RegisterError::Member("name".to_owned()));
        }
        if is_person && !fact.synonyms.is_empty() {
            return Err(RegisterError::Member("synonyms".to_owned()));
        }
        // In its one spelling: nothing empty, no array of one word.
        let again = fact.to_data();
        let strange = data.iter().find(|(name, value)| again.get(name) != Some(*value));
        match strange {
            Some((name, _)) => Err(RegisterError::Member(name.clone())),
            None => Ok(fact),
        }
    }

    fn take(&mut self, name: &str, value: &Json) -> Option<()> {
        match name {
            "name" => {
                let members = value.as_object()?;
                if members.contains_key("sealed") {
                    self.sealed = Some(Sealed::read(value)?);
                } else {
                    let text = |language| members.get(language).and_then(Json::as_text).map(str::to_owned);
                    self.name = Some(Words { fr: text("fr")?, en: text("en")? });
                }
            }
            "synonyms" => {
                let words = value.as_array()?.iter().map(|item| item.as_text().map(str::to_owned));
                self.synonyms = words.collect::<Option<_>>()?;
            }
            "attributes" => self.attributes = attribute_values(value.as_object()?)?,
            "successor" => self.successor = Some(value.as_text()?.parse().ok()?),
            "citation" => self.citation = Some(Citation::read(value.clone())?),
            "reason" => self.reason = Some(value.as_text()?.to_owned()),
            _ => return None,
        }
        Some(())
    }
}
