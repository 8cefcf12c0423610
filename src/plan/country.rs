//! Countries: the attribute `country` of a body is a code of ISO 3166-1, for
//! rules compare it and lists name it.
//!
//! Which codes there are is `iso_country`'s to say; what people call them, in
//! both languages, stands in `countries.txt`.

use iso_country::Country;

use super::{Near, Words, folded, nearest_of};

/// The attribute whose values are codes of countries.
pub const COUNTRY: &str = "country";

/// That what was written is no code of a country.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{typed}” is no country of ISO 3166-1, such as CA")]
pub struct CountryError {
    /// What was written.
    pub typed: String,
    /// Countries that are called much like it, nearest first.
    pub near: Vec<Near>,
}

/// What the country of a code is called.
pub fn country_name(code: &str) -> Option<Words> {
    countries().find(|it| it.id == code).map(|it| it.label)
}

/// The codes of all countries, in order.
pub fn country_codes() -> impl Iterator<Item = String> {
    countries().map(|it| it.id)
}

/// Whether a text is the code of a country, in its one spelling.
pub fn check_country(code: &str) -> Result<(), CountryError> {
    let is_code = code.len() == 2 && code.parse::<Country>().is_ok();
    if is_code { Ok(()) } else { Err(CountryError { typed: code.to_owned(), near: near(code) }) }
}

/// The code of the country that people call so, by its code in any case or by
/// its very name in either language.
pub fn country_code(typed: &str) -> Result<String, CountryError> {
    let unknown = || CountryError { typed: typed.to_owned(), near: near(typed) };
    called(typed).map(|it| it.id).ok_or_else(unknown)
}

fn called(typed: &str) -> Option<Near> {
    let wanted = folded(typed);
    countries().find(|it| {
        [it.id.as_str(), &it.label.fr, &it.label.en].into_iter().any(|name| folded(name) == wanted)
    })
}

/// The country that is called so; otherwise those that are called much like it.
fn near(typed: &str) -> Vec<Near> {
    if let Some(it) = called(typed) {
        return vec![it];
    }
    let all: Vec<Near> = countries().collect();
    nearest_of(typed, all.iter().map(|it| (it.clone(), it.label.each().to_vec())))
}

/// All countries by their codes.
fn countries() -> impl Iterator<Item = Near> {
    include_str!("countries.txt").lines().filter_map(|line| {
        let (code, names) = line.split_once(' ')?;
        let (fr, en) = names.split_once(" | ")?;
        Some(Near { id: code.to_owned(), label: Words { fr: fr.to_owned(), en: en.to_owned() } })
    })
}

#[cfg(test)]
mod tests {
    use super::{check_country, countries, country_code};

    #[test]
    fn every_code_has_its_names_and_no_other_has() {
        let named: Vec<String> = countries().map(|it| it.id).collect();
        let mut codes: Vec<String> = iso_country::data::all().iter().map(|it| it.alpha2.to_owned()).collect();
        codes.retain(|code| !code.is_empty());
        codes.sort();
        assert_eq!(named, codes);
    }

    #[test]
    fn a_country_that_is_typed_is_its_code_or_refused() {
        let code = |typed| country_code(typed).ok();
        for (typed, meant) in [("CA", "CA"), (" ca ", "CA"), ("Allemagne", "DE"), ("etats-unis", "US")] {
            assert_eq!(code(typed).as_deref(), Some(meant));
        }
        for typed in ["Sénégl", "XX", "", "CAN", "Canad"] {
            assert_eq!(code(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_name_is_asked_back_as_its_code() {
        let near = |typed| check_country(typed).err().map(|it| it.near.into_iter().map(|it| it.id).collect());
        let codes = |codes: &[&str]| Some(codes.iter().map(|&it| it.to_owned()).collect::<Vec<_>>());
        assert_eq!(near("CA"), None);
        assert_eq!(near("ca"), codes(&["CA"]));
        assert_eq!(near("Allemagne"), codes(&["DE"]));
        assert_eq!(near("Etats-unis"), codes(&["US"]));
        assert_eq!(near("Sénégl"), codes(&["SN"]));
        assert_eq!(near(""), codes(&[]));
        assert_eq!(near("XX"), codes(&[]));
    }
}
