//! A new type of activity from a few words: what it is called, and what is said
//! of an activity of it.
//!
//! ```text
//! "Atelier tenu|Workshop held"          a label, French and English
//! "Participants|Attendees*: nombre"     a field that must be given, and its kind
//! "Format: choix(en salle|on site, en ligne|online)"
//! "Partenaires: organisations"          several of the register
//! ```

use crate::event::{BodyKind, MAX_ID, MAX_NAME, TextError, clean_line, is_field_name, is_type_name};
use crate::plan::{ActivityType, Choice, Field, FieldKind, Synonyms, Words, folded, slug};

/// What is said of a new type.
#[derive(Clone, Debug, Default)]
pub struct NewTypeSaid {
    /// What people read.
    pub label: Words,
    /// Its name, where it is not made of the label.
    pub id: Option<String>,
    /// Other words for it.
    pub synonyms: Vec<Words>,
    /// Its fields.
    pub fields: Vec<NewFieldSaid>,
}

/// What is said of one of its fields.
#[derive(Clone, Debug, Default)]
pub struct NewFieldSaid {
    /// What people read.
    pub label: Words,
    /// What it takes, by the words of [`FIELD_WORDS`]; of a choice with what there
    /// is to choose from in brackets.
    pub kind: String,
    /// Whether it must be given.
    pub required: bool,
}

/// Why it is no type.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NewTypeError {
    /// A text that cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A label of which no name can be made.
    #[error("of “{0}” no name can be made")]
    NoName(String),
    /// Not the name of a type.
    #[error("“{0}” is no name of a type")]
    Name(String),
    /// A field without a kind.
    #[error("“{0}” does not say what the field takes")]
    NoKind(String),
    /// Not a kind of field.
    #[error("“{0}” is no kind of field")]
    Kind(String),
    /// A choice of nothing.
    #[error("the choice “{0}” has nothing to choose from")]
    NoChoices(String),
    /// Two fields, or two words of one choice, of one name.
    #[error("“{0}” stands twice")]
    Twice(String),
}

/// The kinds of field by the word that is stored, with the words that people type.
/// The plural of a body means several.
pub const FIELD_WORDS: [(&str, &[&str]); 9] = [
    ("text", &["texte", "text"]),
    ("count", &["nombre", "number", "count"]),
    ("decimal", &["décimal", "decimal"]),
    ("money", &["montant", "amount", "money"]),
    ("date", &["date", "jour", "day"]),
    ("yesno", &["oui-non", "yes-no", "yesno"]),
    ("choice", &["choix", "choice"]),
    ("sealed", &["confidentiel", "confidential", "sealed"]),
    ("reference", &["répertoire", "register", "reference"]),
];

/// The words for bodies of the register, one and several.
const BODIES: [(BodyKind, &[&str], &[&str]); 4] = [
    (BodyKind::Organisation, &["organisation"], &["organisations"]),
    (BodyKind::Person, &["personne", "person"], &["personnes", "persons", "people"]),
    (BodyKind::Project, &["projet", "project"], &["projets", "projects"]),
    (BodyKind::Deliverable, &["livrable", "deliverable"], &["livrables", "deliverables"]),
];

/// Decimals of a field that takes a number with decimals.
const DECIMALS: u32 = 2;

/// Words of a label that make up a name.
const IN_A_NAME: usize = 3;

/// A text in both languages: what stands after a bar is English.
pub fn typed_words(typed: &str) -> Words {
    match typed.split_once('|') {
        Some((fr, en)) => Words { fr: fr.trim().to_owned(), en: en.trim().to_owned() },
        None => Words::both(typed.trim()),
    }
}

/// A field as it is typed on one line: its label, `*` where it must be given, a
/// colon and its kind.
pub fn typed_new_field(typed: &str) -> Result<NewFieldSaid, NewTypeError> {
    let (label, kind) = typed.rsplit_once(':').ok_or_else(|| NewTypeError::NoKind(typed.to_owned()))?;
    let label = label.trim();
    let plain = label.strip_suffix('*');
    Ok(NewFieldSaid {
        label: typed_words(plain.unwrap_or(label)),
        kind: kind.trim().to_owned(),
        required: plain.is_some(),
    })
}

/// The type of what is said; one that the ledger has already is not known here.
pub fn typed_new_type(said: &NewTypeSaid) -> Result<ActivityType, NewTypeError> {
    let label = words(&said.label)?;
    let id = match &said.id {
        Some(id) if is_type_name(id.trim()) => id.trim().to_owned(),
        Some(id) => return Err(NewTypeError::Name(id.clone())),
        None => name_of(&label).ok_or_else(|| NewTypeError::NoName(label.fr.clone()))?,
    };
    let mut fields: Vec<Field> = Vec::new();
    for one in &said.fields {
        let field = field(one)?;
        if fields.iter().any(|it| it.name == field.name) {
            return Err(NewTypeError::Twice(one.label.fr.clone()));
        }
        fields.push(field);
    }
    let synonyms = said.synonyms.iter().map(words).collect::<Result<Vec<_>, _>>()?;
    let of = |language: fn(&Words) -> &String| synonyms.iter().map(|it| language(it).clone()).collect();
    let synonyms = Synonyms { fr: of(|it| &it.fr), en: of(|it| &it.en) };
    Ok(ActivityType {
        id,
        version: 1,
        label,
        help: None,
        synonyms: Some(synonyms).filter(|it| !it.fr.is_empty()),
        fields,
        countson: None,
        closes: None,
    })
}

/// Both texts; what is said in one language only is said so in both.
fn words(said: &Words) -> Result<Words, TextError> {
    let [fr, en] = said.each().map(str::trim);
    let text = |own: &str, other: &str| clean_line(if own.is_empty() { other } else { own }, MAX_NAME);
    Ok(Words { fr: text(fr, en)?, en: text(en, fr)? })
}

/// The first words of a label, joined by points: `workshop.held`.
fn name_of(label: &Words) -> Option<String> {
    let letters = |word: &str| word.chars().filter(char::is_ascii_lowercase).collect::<String>();
    let slug = slug(&label.en, MAX_ID);
    let parts: Vec<String> = slug.split('-').map(letters).filter(|it| it.len() > 2).take(IN_A_NAME).collect();
    let name = match parts.as_slice() {
        [one] => format!("activity.{one}"),
        several => several.join("."),
    };
    is_type_name(&name).then_some(name)
}

fn field(said: &NewFieldSaid) -> Result<Field, NewTypeError> {
    let label = words(&said.label)?;
    let mut name = slug(&label.en, MAX_ID - 8).replace('-', "_");
    if !is_field_name(&name) || name == "subject" {
        name = format!("field_{name}");
    }
    if name == "field_" {
        return Err(NewTypeError::NoName(label.fr));
    }
    let (kind, choices) = match said.kind.split_once('(') {
        Some((kind, rest)) => (kind.trim(), Some(rest.trim_end().trim_end_matches(')'))),
        None => (said.kind.trim(), None),
    };
    let wanted = folded(kind);
    let is_it = |known: &[&str]| known.iter().any(|it| folded(it) == wanted);
    let body = BODIES.iter().find(|(_, one, several)| is_it(one) || is_it(several));
    let known = FIELD_WORDS.iter().find(|(word, known)| *word == wanted || is_it(known));
    let kind = match (known, body) {
        (_, Some(_)) | (Some(("reference", _)), _) => FieldKind::Reference,
        (Some((word, _)), None) => kind_of(word),
        (None, None) => return Err(NewTypeError::Kind(said.kind.clone())),
    };
    Ok(Field {
        name,
        kind,
        help: None,
        required: said.required,
        many: body.is_some_and(|(_, _, several)| is_it(several)),
        retired: false,
        choices: if kind == FieldKind::Choice { choices_of(&label, choices)? } else { vec![] },
        refers: body.iter().map(|(kind, ..)| kind.word().to_owned()).collect(),
        decimals: if kind == FieldKind::Decimal { DECIMALS } else { 0 },
        label,
    })
}

fn kind_of(word: &str) -> FieldKind {
    match word {
        "count" => FieldKind::Count,
        "decimal" => FieldKind::Decimal,
        "money" => FieldKind::Money,
        "date" => FieldKind::Date,
        "yesno" => FieldKind::YesNo,
        "choice" => FieldKind::Choice,
        "sealed" => FieldKind::Sealed,
        _ => FieldKind::Text,
    }
}

fn choices_of(label: &Words, typed: Option<&str>) -> Result<Vec<Choice>, NewTypeError> {
    let each = typed.unwrap_or_default().split([',', ';']).filter(|it| !it.trim().is_empty());
    let mut choices: Vec<Choice> = Vec::new();
    for typed in each {
        let label = words(&typed_words(typed))?;
        let word = slug(&label.en, MAX_ID);
        if word.is_empty() {
            return Err(NewTypeError::NoName(label.fr));
        }
        if choices.iter().any(|it| it.word == word) {
            return Err(NewTypeError::Twice(label.fr));
        }
        choices.push(Choice { word, label });
    }
    if choices.is_empty() { Err(NewTypeError::NoChoices(label.fr.clone())) } else { Ok(choices) }
}

#[cfg(test)]
mod tests {
    use super::{NewTypeError, NewTypeSaid, typed_new_field, typed_new_type, typed_words};
    use crate::plan::{ActivityType, FieldKind};

    fn made(label: &str, fields: &[&str]) -> Result<ActivityType, NewTypeError> {
        let fields = fields.iter().map(|it| typed_new_field(it)).collect::<Result<_, _>>()?;
        typed_new_type(&NewTypeSaid { label: typed_words(label), fields, ..NewTypeSaid::default() })
    }

    #[test]
    fn a_type_is_made_of_a_few_words_in_either_language() -> Result<(), NewTypeError> {
        let kind = made(
            "Atelier tenu|Workshop held",
            &[
                "Participants|Attendees*: nombre",
                "Partenaires: organisations",
                "Format: choix(en salle|on site, en ligne|online)",
            ],
        )?;
        assert_eq!(kind.id, "workshop.held");
        let seen: Vec<_> =
            kind.fields.iter().map(|it| (it.name.as_str(), it.kind, it.required, it.many)).collect();
        let expected = [
            ("attendees", FieldKind::Count, true, false),
            ("partenaires", FieldKind::Reference, false, true),
            ("format", FieldKind::Choice, false, false),
        ];
        assert_eq!(seen, expected);
        assert_eq!(kind.fields[1].refers, ["organisation"]);
        assert_eq!(kind.fields[2].choices[1].word, "online");
        assert_eq!(made("Réunion", &[])?.id, "activity.reunion");
        assert_eq!(made("Œuvre d’art 2024 montrée", &[])?.id, "oeuvre.art.montree");
        Ok(())
    }

    #[test]
    fn what_is_no_type_is_told() {
        let refused = |label: &str, fields: &[&str]| made(label, fields).map(|it| it.id).err();
        assert_eq!(refused("日本", &[]), Some(NewTypeError::NoName("日本".to_owned())));
        assert!(matches!(refused(" ", &[]), Some(NewTypeError::Text(_))));
        assert_eq!(
            refused("Atelier tenu", &["Participants"]),
            Some(NewTypeError::NoKind("Participants".to_owned()))
        );
        assert_eq!(refused("Atelier tenu", &["P: chiffre"]), Some(NewTypeError::Kind("chiffre".to_owned())));
        assert_eq!(refused("Atelier tenu", &["P: choix"]), Some(NewTypeError::NoChoices("P".to_owned())));
        assert_eq!(refused("Atelier tenu", &["P: choix(a, A)"]), Some(NewTypeError::Twice("A".to_owned())));
        assert_eq!(
            refused("Atelier tenu", &["P: texte", "p: nombre"]),
            Some(NewTypeError::Twice("p".to_owned()))
        );
    }
}
