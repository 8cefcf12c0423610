//! The session: by which address it begins, and how it is known again.

use axum::http::HeaderMap;

use super::Office;
use crate::web::found::locked;
use crate::web::secret::{is_same, secret};
use crate::web::seen::cookie;

impl Office {
    /// The address that begins the session, once.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?token={}", self.0.port, locked(&self.0.token))
    }

    /// What every form must give back.
    pub(in crate::web) fn form_secret(&self) -> &str {
        &self.0.form
    }

    /// Whether a host is this one's own, by one of its two names.
    pub(in crate::web) fn is_host(&self, host: &str) -> bool {
        let port = self.0.port;
        host == format!("127.0.0.1:{port}") || host == format!("localhost:{port}")
    }

    pub(in crate::web) fn has_session(&self, headers: &HeaderMap) -> bool {
        cookie(headers, &self.session_name()).is_some_and(|text| is_same(text, &self.0.session))
    }

    pub(in crate::web) fn session_cookie(&self) -> String {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.session_name(), self.0.session)
    }

    /// Cookies know no port: ledgers served side by side would share them.
    fn session_name(&self) -> String {
        format!("jalon-{}", self.0.port)
    }

    pub(in crate::web) fn language_cookie(&self) -> String {
        format!("jalon-lang-{}", self.0.port)
    }

    /// Whether this is the token of the printed address, which is of no use
    /// then: the next address is told.
    pub(in crate::web) fn take_token(&self, token: &str) -> bool {
        let mut kept = locked(&self.0.token);
        let Ok(next) = secret() else { return false };
        let is_it = is_same(token, &kept);
        if is_it {
            *kept = next;
            drop(kept);
            (self.0.announce)(self.0.language, &self.address());
        }
        is_it
    }
}
