//! Ids for bodies that have only a name yet, and the bodies that a new name
//! may already stand for.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::{Body, Near, PersonNames, Register, Words, folded, likeness};
use crate::event::{BodyId, BodyKind, IdError, MAX_ID};

/// From which likeness, in tenths of a per cent, two names may be of one body.
const SAME: u32 = 930;

/// An id that no body has, made of the name's letters and digits: `Université
/// de Montréal` becomes `organisation/universite-de-montreal`. Refused where
/// the name has none; a person's id is a UUID and is made elsewhere.
pub fn new_body_id(register: &Register, kind: BodyKind, name: &str) -> Result<BodyId, IdError> {
    // Room for the kind, the slash and a number.
    let slug = slug(name, MAX_ID - kind.word().len() - 5);
    let first = BodyId::new(kind, &slug).map_err(|_| IdError::Body(name.to_owned()))?;
    let numbered = (2..1000).filter_map(|number| BodyId::new(kind, &format!("{slug}-{number}")).ok());
    let free = |id: &BodyId| register.get(id).is_none();
    std::iter::once(first).chain(numbered).find(free).ok_or_else(|| IdError::Body(name.to_owned()))
}

/// The letters and digits of a name, joined by hyphens, so many characters at
/// most; empty where it has none.
pub fn slug(name: &str, room: usize) -> String {
    let plain: String = folded(&name.replace(['œ', 'Œ'], "oe").replace(['æ', 'Æ'], "ae"))
        .nfkd()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let slug: String = words.join("-").chars().take(room).collect();
    slug.trim_end_matches('-').to_owned()
}

/// Whether two names may be spellings of one.
pub fn is_same_name(one: &str, other: &str) -> bool {
    Look::of(one).is_like(&Look::of(other))
}

/// How a name looks, to be compared with many.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Look(String);

impl Look {
    /// That of a name.
    pub fn of(name: &str) -> Self {
        Self(looks(name))
    }

    /// Whether two may be spellings of one name.
    pub fn is_like(&self, other: &Self) -> bool {
        are_same(&self.0, &other.0)
    }
}

/// A name as it looks: without case and accents, in the usual form of its letters,
/// and with those of other scripts that look like Latin ones as these.
fn looks(name: &str) -> String {
    let usual: String = name.nfkc().collect();
    let alike = |letter: char| ALIKE.iter().find(|(_, other)| other.contains(letter)).map(|(it, _)| *it);
    let alike = |letter: char| if letter.is_ascii() { letter } else { alike(letter).unwrap_or(letter) };
    folded(&usual).chars().map(alike).collect()
}

/// Small Latin letters, each with the Cyrillic and Greek ones that look like it,
/// small or as a capital that is small here.
const ALIKE: &[(char, &str)] = &[
    ('a', "аα"),
    ('b', "вβ"),
    ('c', "сϲ"),
    ('e', "еε"),
    ('h', "нһη"),
    ('i', "іι"),
    ('j', "ј"),
    ('k', "кκ"),
    ('m', "мμ"),
    ('n', "ν"),
    ('o', "оο"),
    ('p', "рρ"),
    ('s', "ѕ"),
    ('t', "тτ"),
    ('x', "хχ"),
    ('y', "уγυ"),
    ('z', "ζ"),
];

fn are_same(one: &str, other: &str) -> bool {
    one == other || likeness(one, other) >= SAME
}

/// How all names of bodies look, made once where many are compared with them.
#[derive(Clone, Debug, Default)]
pub struct Spellings(BTreeMap<BodyId, Vec<Look>>);

impl Spellings {
    /// Those of a register, of persons those that are opened here.
    pub fn of(register: &Register, persons: &PersonNames) -> Self {
        let looks = register.bodies().map(|body| {
            let opened = persons.all(&body.id).iter().map(String::as_str);
            (body.id.clone(), body.names().into_iter().chain(opened).map(Look::of).collect())
        });
        Self(looks.collect())
    }

    /// Takes up a body that is not there yet.
    pub fn add<'a>(&mut self, id: &BodyId, names: impl Iterator<Item = &'a str>) {
        self.0.entry(id.clone()).or_insert_with(|| names.map(Look::of).collect());
    }

    /// Bodies of a kind with a name that may be another spelling of this one.
    pub fn like(&self, kind: BodyKind, name: &str) -> Vec<&BodyId> {
        let look = Look::of(name);
        let of_kind = self.0.iter().filter(|(id, _)| id.kind() == kind);
        of_kind.filter(|(_, names)| names.iter().any(|it| it.is_like(&look))).map(|(id, _)| id).collect()
    }
}

/// Bodies of a kind with a name that may be another spelling of this one; of
/// persons those whose names are opened here.
pub fn same_names(register: &Register, persons: &PersonNames, kind: BodyKind, name: &str) -> Vec<Near> {
    let spellings = Spellings::of(register, persons);
    spellings.like(kind, name).into_iter().map(|id| near_body(register, persons, id)).collect()
}

/// A body that may be meant, by the name that it has.
pub fn near_body(register: &Register, persons: &PersonNames, id: &BodyId) -> Near {
    let own = || register.get(id).map_or_else(|| Words::both(id.slug()), Body::name);
    Near { id: id.to_string(), label: persons.words(id).unwrap_or_else(own) }
}

#[cfg(test)]
mod tests {
    use super::{is_same_name, new_body_id, same_names};
    use crate::event::BodyKind;
    use crate::plan::{BodyFact, PersonNames, Register, Words};

    fn register() -> Register {
        let mut register = Register::default();
        let names = [("organisation/oecd", "OCDE"), ("organisation/udem", "Université de Montréal")];
        for (sequence, (id, name)) in (0..).zip(names) {
            let fact = BodyFact { name: Some(Words::both(name)), ..BodyFact::default() };
            if let Ok(id) = id.parse() {
                register.registered(id, sequence, fact);
            }
        }
        register
    }

    #[test]
    fn a_name_that_looks_like_another_is_another_spelling_of_it() {
        for name in ["INRIA", "Inriå", "In\u{200b}ria", "\u{202d}Inria", "Ｉｎｒｉａ", "Іnrіa", "Inria."]
        {
            assert!(is_same_name(name, "Inria"), "{name:?}");
        }
        assert!(!is_same_name("Inra", "Ouranos"));
    }

    #[test]
    fn an_id_is_made_of_letters_and_digits_and_numbered_when_taken() {
        let id = |name: &str| new_body_id(&register(), BodyKind::Organisation, name).map(|id| id.to_string());
        assert_eq!(id("Cœur d’Été inc.").as_deref(), Ok("organisation/coeur-d-ete-inc"));
        assert_eq!(id("OECD").as_deref(), Ok("organisation/oecd-2"));
        assert!(id(&"x".repeat(200)).is_ok_and(|id| id.len() <= 64));
        assert!(id("東京").is_err());
        assert!(id("…").is_err());
    }

    #[test]
    fn other_spellings_of_a_name_are_found() {
        let same =
            |name: &str| same_names(&register(), &PersonNames::default(), BodyKind::Organisation, name).len();
        assert_eq!(same("universite de montreal"), 1);
        assert_eq!(same("Université de Montreal."), 1);
        assert_eq!(same("Université Laval"), 0);
        assert_eq!(same_names(&register(), &PersonNames::default(), BodyKind::Project, "OCDE").len(), 0);
    }
}
