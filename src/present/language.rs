//! The languages of the interface, French first.

use std::ffi::OsString;
use std::str::FromStr;

use crate::plan::Words;

/// That a tag names no language of the interface.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a language of the interface: fr or en")]
pub struct LanguageError(pub String);

/// A language of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// French as in Canada.
    #[default]
    French,
    /// English as in Canada.
    English,
}

impl Language {
    /// The language of a tag or locale such as `fr`, `en-CA` or `fr_CA.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The language in which a command is answered: the one asked for among its
    /// arguments, else the first that the system's locale names, else French.
    pub fn spoken(arguments: &[OsString], locale: Option<&str>) -> Self {
        let texts: Vec<&str> = arguments.iter().filter_map(|it| it.to_str()).collect();
        let apart = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
        let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
        let asked = joined.or(apart).and_then(Self::from_tag);
        asked.or_else(|| locale.and_then(Self::from_tag)).unwrap_or_default()
    }

    /// The BCP 47 tag of the language alone.
    pub const fn tag_alone(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The BCP 47 tag of the language with its country.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr-CA",
            Self::English => "en-CA",
        }
    }

    /// The tag of the language alone, as it is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The words in this language.
    pub fn of(self, words: &Words) -> &str {
        match self {
            Self::French => &words.fr,
            Self::English => &words.en,
        }
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(tag: &str) -> Result<Self, LanguageError> {
        Self::from_tag(tag).ok_or_else(|| LanguageError(tag.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::Language;

    #[test]
    fn the_language_is_known_before_the_arguments_are_read() {
        let spoken = |line: &str, locale| {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            Language::spoken(&arguments, locale)
        };
        assert_eq!(spoken("jalon kpi", None), Language::French);
        assert_eq!(spoken("jalon kpi", Some("en_CA.UTF-8")), Language::English);
        assert_eq!(spoken("jalon kpi", Some("C")), Language::French);
        assert_eq!(spoken("jalon --lang fr kpi", Some("en")), Language::French);
        assert_eq!(spoken("jalon kpi --lang=en --nonsense", None), Language::English);
        assert_eq!(spoken("jalon kpi --lang", Some("en")), Language::English);
    }
}
