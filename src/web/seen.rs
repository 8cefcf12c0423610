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

/// The text of a cookie.
pub(super) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(it, _)| *it == name).map(|(_, text)| text)
}
