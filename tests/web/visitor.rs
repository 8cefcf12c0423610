//! One who asks the router for pages, with a session.

use std::any::Any;
use std::cell::Cell;
use std::path::PathBuf;
use std::time::SystemTime;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use jalon::cli::Demonstration;
use jalon::event::{EntryId, Moment};
use jalon::ledger::{Custody, Desk, Folder};
use jalon::present::Language;
use jalon::vault::{Keys, Vault};
use jalon::web::{Office, Setup, router};
use tower::ServiceExt;

use crate::invented::{author, id};
use crate::place::Place;

pub(crate) const HOST: &str = "127.0.0.1:4747";
const ORIGIN: &str = "http://127.0.0.1:4747";

/// When pages are asked for.
pub(crate) const NOW: &str = "2024-02-10T12:00:00.000000Z";

thread_local! {
    /// Of each test, which asks in one thread.
    static NEXT: Cell<u64> = const { Cell::new(500_000) };
}

pub(crate) fn now() -> Moment {
    NOW.parse().unwrap()
}

pub(crate) fn next_id() -> EntryId {
    id(NEXT.replace(NEXT.get() + 1))
}

/// How many ids were taken so far.
pub(crate) fn ids_taken() -> u64 {
    NEXT.get()
}

/// Who records where a ledger has keys.
pub(crate) const RECORDER: &str = "Camille Essai";

fn setup(desk: Desk) -> Setup {
    Setup {
        desk,
        folder: PathBuf::new(),
        vault: None,
        keys: None,
        author: author(1),
        clock: now,
        ids: next_id,
        language: Language::French,
        port: 4747,
        announce: |_, _| {},
    }
}

/// What is answered.
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Page {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }
}

/// One who asks.
pub(crate) struct Visitor {
    router: Router,
    pub(crate) office: Office,
    pub(crate) cookie: String,
    pub(crate) secret: String,
    /// What lies in folders that go with it.
    _folder: Box<dyn Any>,
}

impl Visitor {
    /// With a session over a ledger.
    pub(crate) fn of(desk: Desk) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::set(Setup { folder: folder.path().to_owned(), ..setup(desk) }, Box::new(folder))
    }

    /// The same over the demonstration that lies in a place, with its keys.
    pub(crate) fn at(place: Place, clock: fn() -> Moment) -> Self {
        let folder = place.path().join(place.ledger());
        let desk = Folder::new(&folder, SystemTime::UNIX_EPOCH).open().unwrap().desk;
        let opened = desk.state().opened().unwrap();
        let keys = Keys::at(place.path().join("keys"), opened.ledger);
        let keys = keys.with_published(Demonstration::key_of(opened).unwrap());
        let vault = Vault::new(&folder, keys.clone());
        let desk = desk.with(Custody { vault: vault.clone(), recorder: RECORDER.into() });
        let setup = Setup { folder, vault: Some(vault), keys: Some(keys), clock, ..setup(desk) };
        Self::set(setup, Box::new(place))
    }

    fn set(setup: Setup, folder: Box<dyn Any>) -> Self {
        let office = Office::new(setup).unwrap();
        let router = router(office.clone());
        let mut visitor =
            Self { router, office, cookie: String::new(), secret: String::new(), _folder: folder };
        let address = visitor.office.address();
        let entered = visitor.get(address.strip_prefix(ORIGIN).unwrap());
        assert_eq!(entered.status, StatusCode::SEE_OTHER);
        entered.header("set-cookie").split(';').next().unwrap().clone_into(&mut visitor.cookie);
        let form = visitor.read("/note");
        between(&form, "name=\"form\" value=\"", "\"").clone_into(&mut visitor.secret);
        visitor
    }

    /// Any request, as it is given.
    pub(crate) fn send(&self, request: Request<Body>) -> Page {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = body.collect().await.unwrap().to_bytes().to_vec();
            Page { status: parts.status, headers: parts.headers, bytes }
        })
    }

    pub(crate) fn get(&self, path: &str) -> Page {
        let request = Request::get(path).header("host", HOST).header("cookie", &self.cookie);
        self.send(request.body(Body::empty()).unwrap())
    }

    /// The text of a page that must be there.
    pub(crate) fn read(&self, path: &str) -> String {
        let page = self.get(path);
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text());
        page.text()
    }

    /// A form as a page of ours sends it.
    pub(crate) fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let pairs: Vec<(&str, &str)> =
            pairs.iter().copied().chain([("form", self.secret.as_str())]).collect();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("host", HOST)
            .header("cookie", &self.cookie)
            .header("origin", ORIGIN)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form(&pairs))).unwrap())
    }

    /// The path to which a form leads that must be done.
    pub(crate) fn done(&self, path: &str, pairs: &[(&str, &str)]) -> String {
        let page = self.post(path, pairs);
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}: {}", page.text());
        page.header("location").to_owned()
    }

    /// How many entries there are.
    pub(crate) fn size(&self) -> u64 {
        self.office.alone().state().size()
    }
}

/// A text within a form or an address, every byte of it escaped.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |all, byte| all + &format!("%{byte:02X}"))
}

/// A form's pairs as they are sent.
pub(crate) fn form(pairs: &[(&str, &str)]) -> String {
    let pairs = pairs.iter().map(|(name, text)| format!("{}={}", encoded(name), encoded(text)));
    pairs.collect::<Vec<_>>().join("&")
}

pub(crate) fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    text.split_once(before).unwrap().1.split_once(after).unwrap().0
}

impl Visitor {
    /// A note with a document, sent as browsers do; its path.
    pub(crate) fn upload(&self, name: &str, bytes: &[u8]) -> String {
        let page = self.send_parts("/note", &[("text", "avec une pièce")], &[(name, bytes)]);
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
        page.header("location").to_owned()
    }

    /// A form with a file, as a page of ours sends it.
    pub(crate) fn send_file(&self, path: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Page {
        self.send_parts(path, fields, &[(name, bytes)])
    }

    /// A form with documents, as browsers send it.
    pub(crate) fn send_parts(&self, path: &str, pairs: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
        let mut body = Vec::new();
        for (field, text) in pairs.iter().copied().chain([("form", self.secret.as_str())]) {
            body.extend(
                format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{text}\r\n").bytes(),
            );
        }
        for (name, bytes) in files {
            // Browsers escape quotation marks in the name of a file.
            let name = name.replace('"', "%22");
            let head =
                format!("--x\r\nContent-Disposition: form-data; name=\"document\"; filename=\"{name}\"\r\n");
            body.extend(head.bytes().chain(*b"Content-Type: text/html\r\n\r\n"));
            body.extend(bytes.iter().chain(b"\r\n"));
        }
        body.extend(b"--x--\r\n");
        let request = Request::post(path)
            .header("host", HOST)
            .header("cookie", &self.cookie)
            .header("origin", ORIGIN)
            .header("content-type", "multipart/form-data; boundary=x");
        self.send(request.body(Body::from(body)).unwrap())
    }
}
