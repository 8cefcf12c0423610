//! What is refused before any page is made: another host, another origin, a
//! request without the session.
//!
//! A page of another site can send requests to this one, and a name of another
//! site can be made to lead to it. So the host must be this one's own, whatever
//! changes something must come from it, and nothing is shown without the cookie
//! that the printed address gives.

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::assets;
use super::office::Office;
use super::pages;
use super::seen::Seen;

/// What every answer says of itself.
const SAID: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::CACHE_CONTROL, "no-store, private"),
];

/// Why a request is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Denied {
    /// It names another host.
    Host,
    /// It comes from a page of another origin.
    Origin,
    /// It has no session.
    Session,
}

impl Denied {
    pub(super) const fn status(self) -> StatusCode {
        match self {
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Origin => StatusCode::FORBIDDEN,
            Self::Session => StatusCode::UNAUTHORIZED,
        }
    }

    pub(super) const fn message(self) -> &'static str {
        match self {
            Self::Host => "web-denied-host",
            Self::Origin => "web-denied-origin",
            Self::Session => "web-denied-session",
        }
    }
}

/// Lets a request through or refuses it.
pub(super) async fn guard(State(office): State<Office>, request: Request, next: Next) -> Response {
    let verdict = verdict(&office, request.method(), request.uri(), request.headers());
    let seen = Seen::of(&office, request.uri(), request.headers());
    let headers = request.headers().clone();
    let mut response = match verdict {
        Ok(Passing::On) => next.run(request).await,
        Ok(Passing::Entering) => entering(&office, &seen),
        Err(denied) => {
            let seen = seen.clone().preferring(&office, &headers);
            pages::denied(&office, &seen, denied)
        }
    };
    for (name, text) in SAID {
        // A document says more strictly what it may do.
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(text));
    }
    if let Some(cookie) = seen.chosen(&office) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// How a request that is not refused goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Passing {
    /// To its page.
    On,
    /// By the printed address, which begins the session.
    Entering,
}

fn verdict(office: &Office, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<Passing, Denied> {
    if !office.is_host(text(headers, &header::HOST)) {
        return Err(Denied::Host);
    }
    let reads = [Method::GET, Method::HEAD].contains(method);
    if !reads && !is_own_origin(office, headers) {
        return Err(Denied::Origin);
    }
    // Style and script say nothing of the ledger, and a refusal needs them.
    if office.has_session(headers) || (reads && uri.path().starts_with(assets::FOLDER)) {
        return Ok(Passing::On);
    }
    let token = token(uri);
    match token {
        Some(token) if reads && office.take_token(&token) => Ok(Passing::Entering),
        _ => Err(Denied::Session),
    }
}

/// Whether what changes something says that it comes from a page of ours.
fn is_own_origin(office: &Office, headers: &HeaderMap) -> bool {
    let origin = text(headers, &header::ORIGIN).strip_prefix("http://");
    let site = text(headers, &HeaderName::from_static("sec-fetch-site"));
    origin.is_some_and(|host| office.is_host(host)) && ["", "same-origin"].contains(&site)
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> &'h str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn token(uri: &Uri) -> Option<String> {
    let query = uri.query().unwrap_or_default();
    query.split('&').find_map(|pair| pair.strip_prefix("token=")).map(str::to_owned)
}

/// The session's cookie, and the same address without the token.
fn entering(office: &Office, seen: &Seen) -> Response {
    // A path that begins with two strokes would name another host.
    let path = format!("/{}", seen.path.trim_start_matches(['/', '\\']));
    let address = seen.given.link(&path, "token", None);
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&office.session_cookie()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
