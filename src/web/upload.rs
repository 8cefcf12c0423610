//! A form as it was sent, with its documents: refused unless it is one of ours.

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{Form, FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;

use super::given::Given;
use super::office::{Office, is_same};
use super::seen::Seen;
use super::trouble::Trouble;

/// Documents that one form may bring.
const MOST_DOCUMENTS: usize = 20;

/// A form as it was sent.
pub(super) struct Posted {
    /// Names and texts.
    pub given: Given,
    /// Documents by the name of their file.
    pub documents: Vec<(String, Vec<u8>)>,
}

impl FromRequest<Office> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, office: &Office) -> Result<Self, Response> {
        let seen = Seen::of(office, request.uri(), request.headers());
        let refused = |trouble| office.show(&seen, |_| Err(trouble));
        let posted = read(request, office).await.map_err(refused)?;
        let secret = posted.given.one("form").unwrap_or_default();
        if is_same(secret, office.form_secret()) { Ok(posted) } else { Err(refused(Trouble::Form)) }
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
    Ok(Posted { given: Given(pairs), documents: vec![] })
}

fn too_large(status: StatusCode) -> Trouble {
    if status == StatusCode::PAYLOAD_TOO_LARGE { Trouble::TooLarge } else { Trouble::Form }
}

async fn read_parts(mut parts: Multipart) -> Result<Posted, MultipartError> {
    let mut posted = Posted { given: Given::default(), documents: vec![] };
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
                self.documents.push((file, part.bytes().await?.to_vec()));
            }
            Some(_) => {}
            None => self.given.0.push((name, part.text().await?)),
        }
        Ok(())
    }
}
