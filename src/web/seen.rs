//! How a page is seen: in which language, and at which address.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri};
use std::convert::Infallible;

use super::given::Given;
use super::office::Office;
use crate::present::Language;

/// The language and the address of a request.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// The language.
    pub language: Language,
    /// The path.
    pub path: String,
    /// The query.
    pub given: Given,
    /// Whether the language was chosen by this very request.
    is_chosen: bool,
}

impl Seen {
    pub(super) fn of(office: &Office, uri: &Uri, headers: &HeaderMap) -> Self {
        let given = Given(query(uri));
        let asked = given.one("lang").and_then(Language::from_tag);
        let kept = || cookie(headers, &office.language_cookie()).and_then(Language::from_tag);
        Self {
            language: asked.or_else(kept).unwrap_or(office.language()),
            path: uri.path().to_owned(),
            given,
            is_chosen: asked.is_some(),
        }
    }

    /// The same in the language that the browser prefers, unless one was chosen: for
    /// who has no session yet, of whom nothing else is known.
    pub(super) fn preferring(self, office: &Office, headers: &HeaderMap) -> Self {
        if self.is_chosen || cookie(headers, &office.language_cookie()).is_some() {
            return self;
        }
        let said = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self { language: said.and_then(preferred).unwrap_or(self.language), ..self }
    }

    /// The first page, before anyone asks for it.
    pub(super) fn first(office: &Office) -> Self {
        let (language, path) = (office.language(), "/".to_owned());
        Self { language, path, given: Given::default(), is_chosen: false }
    }

    /// The cookie that keeps a language that was chosen.
    pub(super) fn chosen(&self, office: &Office) -> Option<HeaderValue> {
        let tag = &self.language.tag()[..2];
        let cookie = format!(
            "{}={tag}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict",
            office.language_cookie()
        );
        if self.is_chosen { HeaderValue::from_str(&cookie).ok() } else { None }
    }

    /// The same page in the other language.
    pub(super) fn other(&self) -> String {
        let tag = match self.language {
            Language::French => "en",
            Language::English => "fr",
        };
        self.given.link(&self.path, "lang", Some(tag))
    }
}

impl FromRequestParts<Office> for Seen {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, office: &Office) -> Result<Self, Infallible> {
        Ok(Self::of(office, &parts.uri, &parts.headers))
    }
}

fn query(uri: &Uri) -> Vec<(String, String)> {
    axum::extract::Query::<Vec<(String, String)>>::try_from_uri(uri).map(|query| query.0).unwrap_or_default()
}

/// The language of ours that is weighted highest; of equal ones the first.
fn preferred(said: &str) -> Option<Language> {
    let weighted = |item: &str| {
        let (tag, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = weight.trim().strip_prefix("q=").unwrap_or("1").to_owned();
        // Weights have one digit before the point and at most three after it.
        Some((format!("{weight:0<5}").replace('.', "0"), Language::from_tag(tag.trim())?))
    };
    let mut all: Vec<(String, Language)> = said.split(',').filter_map(weighted).collect();
    all.sort_by(|(one, _), (other, _)| other.cmp(one));
    all.into_iter().map(|(_, language)| language).next()
}

/// The text of a cookie.
pub(super) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(it, _)| *it == name).map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::preferred;
    use crate::present::Language;

    #[test]
    fn the_language_that_a_browser_prefers_is_found() {
        let (french, english) = (Some(Language::French), Some(Language::English));
        for (said, found) in [
            ("en", english),
            ("en-CA,fr;q=0.8", english),
            ("fr;q=0.8, en;q=0.9", english),
            ("de, en;q=0.5, fr;q=0.75", french),
            ("fr,en", french),
            ("de, *;q=0.5", None),
            ("", None),
            (";;q=,é", None),
        ] {
            assert_eq!(preferred(said), found, "{said}");
        }
    }
}
