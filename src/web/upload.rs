//! A form as it was sent, with its documents: refused unless it is one of ours.

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{Form, FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;

use super::given::Given;
use super::office::Office;
use super::secret::is_same;
use super::seen::Seen;
use super::shelf::Sent;
use super::trouble::Trouble;

/// Documents that one form may bring.
const MOST_DOCUMENTS: usize = 20;

/// A form as it was sent.
#[derive(Default)]
pub(super) struct Posted {
    /// Names and texts.
    pub given: Given,
    /// Its documents: those that wait since an earlier try, then new ones.
    pub documents: Vec<Sent>,
    /// Whether only a document is to be taken from it, and nothing done.
    pub is_changed: bool,
}

impl FromRequest<Office> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, office: &Office) -> Result<Self, Response> {
        let seen = Seen::of(office, request.uri(), request.headers());
        let refused = |trouble| office.show(&seen, |_| Err(trouble));
        let posted = read(request, office).await.map_err(refused)?;
        let secret = posted.given.one("form").unwrap_or_default();
        if !is_same(secret, office.form_secret()) {
            return Err(refused(Trouble::Form));
        }
        Ok(posted.with_what_waits(office))
    }
}

impl Posted {
    /// With the documents that wait for it, but for one that is taken from it.
    fn with_what_waits(mut self, office: &Office) -> Self {
        let dropped = self.given.one("drop").map(str::to_owned);
        if let Some(token) = &dropped {
            office.forget(token);
        }
        self.is_changed = dropped.is_some();
        let waiting: Vec<Sent> = self.given.all("kept").filter_map(|token| office.shelved(token)).collect();
        let all = waiting.into_iter().chain(std::mem::take(&mut self.documents));
        self.documents = all.take(MOST_DOCUMENTS).collect();
        self
    }

    /// The same form as one that was not done: its documents wait.
    pub(super) fn waiting(&self, office: &Office) -> Vec<Sent> {
        self.documents.iter().cloned().filter_map(|sent| office.shelve(sent)).collect()
    }

    /// It was done: nothing of it waits.
    pub(super) fn done(&self, office: &Office) {
        self.documents.iter().filter_map(|sent| sent.token.as_deref()).for_each(|token| office.forget(token));
    }
}

async fn read(request: Request, office: &Office) -> Result<Posted, Trouble> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        let parts = Multipart::from_request(request, office).await.map_err(|_| Trouble::Form)?;
        return read_parts(parts).await.map_err(|error| too_large(error.status()));
    }
    let form = Form::<Vec<(String, String)>>::from_request(request, office).await;
    let Form(pairs) = form.map_err(|error| {
        use axum::response::IntoResponse;
        too_large(error.into_response().status())
    })?;
    Ok(Posted { given: Given(pairs), ..Posted::default() })
}

fn too_large(status: StatusCode) -> Trouble {
    if status == StatusCode::PAYLOAD_TOO_LARGE { Trouble::TooLarge } else { Trouble::Form }
}

async fn read_parts(mut parts: Multipart) -> Result<Posted, MultipartError> {
    let mut posted = Posted::default();
    while let Some(part) = parts.next_field().await? {
        posted.take(part).await?;
    }
    Ok(posted)
}

impl Posted {
    async fn take(&mut self, part: Field<'_>) -> Result<(), MultipartError> {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            // A field for documents in which none was chosen has no name.
            Some(file) if file.is_empty() => {}
            Some(file) if self.documents.len() < MOST_DOCUMENTS => {
                let bytes = part.bytes().await?.as_ref().into();
                self.documents.push(Sent { token: None, name: file, bytes });
            }
            Some(_) => {}
            None => self.given.0.push((name, part.text().await?)),
        }
        Ok(())
    }
}
