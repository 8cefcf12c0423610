//! What all pages share: the ledger that is held, what lies beside it, the
//! session.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::http::HeaderMap;
use axum::response::Response;

use super::chrome::View;
use super::found::{Found, locked};
use super::pages;
use super::pages::import::preview::{Tried, TriedAs};
use super::secret::{is_same, secret};
use super::seen::{Seen, cookie};
use super::shelf::{Sent, Shelf};
use super::tray::{Tray, Waiting};
use super::trouble::Trouble;
use crate::audit::Checks;
use crate::event::{Author, Day, EntryId, Moment};
use crate::figures::{Filter, Known, PlanChoice, Progress, State, progress};
use crate::ledger::{
    AllRefused, Alone, Command, Committed, Desk, DeskError, Imported, Prepared, Receipt, Scribe, Writer,
};
use crate::plan::PersonNames;
use crate::present::{Language, Messages, Recorders};
use crate::vault::{Documents, Vault};

/// What pages are made over.
pub struct Setup {
    /// The ledger, held.
    pub desk: Desk,
    /// Its folder.
    pub folder: PathBuf,
    /// What opens sealed values, where there are keys.
    pub vault: Option<Vault>,
    /// Who records.
    pub author: Author,
    /// The clock.
    pub clock: fn() -> Moment,
    /// The source of new ids.
    pub ids: fn() -> EntryId,
    /// The language where none is chosen.
    pub language: Language,
    /// The port on the loopback address.
    pub port: u16,
    /// Told each time the address that was printed has been used, with the next
    /// one.
    pub announce: fn(Language, &str),
}

/// What all pages share.
#[derive(Clone)]
pub struct Office(Arc<Inner>);

struct Inner {
    scribe: Scribe,
    past: Found<(Known, u64), State>,
    checks: Found<(u64, Day), Checks>,
    progress: Found<(u64, Aim), Vec<Progress>>,
    tried: Found<TriedAs, Tried>,
    folder: PathBuf,
    vault: Option<Vault>,
    author: Author,
    clock: fn() -> Moment,
    ids: fn() -> EntryId,
    language: Language,
    port: u16,
    announce: fn(Language, &str),
    session: String,
    form: String,
    token: Mutex<String>,
    shelf: Mutex<Shelf>,
    tray: Mutex<Tray>,
}

/// Of which plan, of what a filter lets through, and at which days the objectives
/// are looked at.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Aim {
    pub choice: PlanChoice,
    pub filter: Filter,
    pub days: Vec<Day>,
}

/// How often an import is prepared beside others who write.
const TRIES: usize = 3;

impl Office {
    /// What pages are made over, with a session of its own.
    pub fn new(setup: Setup) -> io::Result<Self> {
        let Setup { desk, folder, vault, author, clock, ids, language, port, announce } = setup;
        Ok(Self(Arc::new(Inner {
            scribe: Scribe::new(desk, ids)?,
            past: Found::nothing(),
            checks: Found::nothing(),
            progress: Found::nothing(),
            tried: Found::nothing(),
            folder,
            vault,
            author,
            clock,
            ids,
            language,
            port,
            announce,
            session: secret()?,
            form: secret()?,
            token: Mutex::new(secret()?),
            shelf: Mutex::default(),
            tray: Mutex::default(),
        })))
    }

    /// The address that begins the session, once.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?token={}", self.0.port, locked(&self.0.token))
    }

    /// The ledger, for one who writes in it alone; others go on seeing what was
    /// committed before.
    pub fn alone(&self) -> Alone<'_> {
        self.0.scribe.alone()
    }

    /// The ledger as its last commit left it: nobody is waited for.
    pub fn committed(&self) -> Committed {
        self.0.scribe.committed()
    }

    /// Does what is asked, beside whoever records at the same time.
    pub fn execute(&self, command: Command, writer: Writer) -> Result<Vec<Receipt>, DeskError> {
        self.0.scribe.execute(command, writer)
    }

    /// Does all that is asked or nothing, beside whoever records at the same time.
    pub fn execute_all(&self, commands: Vec<Command>, writer: Writer) -> Result<Vec<Receipt>, AllRefused> {
        self.0.scribe.execute_all(commands, writer)
    }

    /// Imports what takes long to prepare beside whoever writes meanwhile. Where
    /// something else was committed in between, it is prepared again; after some
    /// tries nobody else writes until it is done.
    pub fn import<E: From<DeskError>>(
        &self,
        mut prepare: impl FnMut(&Committed) -> Result<Prepared, E>,
    ) -> Result<Imported, E> {
        for _ in 0..TRIES {
            let prepared = prepare(&self.committed())?;
            if let Some(done) = self.alone().commit_import(prepared)? {
                return Ok(done);
            }
        }
        let mut desk = self.alone();
        loop {
            let prepared = prepare(&desk.committed())?;
            if let Some(done) = desk.commit_import(prepared)? {
                return Ok(done);
            }
        }
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// What is made of the ledger as it is.
    pub(super) fn with<T>(&self, seen: &Seen, make: impl FnOnce(&View<'_>) -> T) -> T {
        locked(&self.0.shelf).forget_old(self.now());
        let messages = Messages::new(seen.language);
        let ledger = self.committed();
        messages.at_home(ledger.state().currency());
        let office = self.clone();
        messages.opening(Box::new(move |sealed| office.vault()?.open(sealed).ok()));
        make(&View { office: self, seen, messages: &messages, ledger: &ledger, state: ledger.state() })
    }

    /// Finds what the first pages show, so that whoever asks for them does not
    /// wait for it.
    pub fn make_ready(&self) {
        self.with(&Seen::first(self), |view| {
            self.checks(view.state, view.today());
            // A ledger without a plan has no figures to find.
            let _ = pages::home::make_ready(view);
        });
    }

    /// A page made of the ledger as it is, or why there is none.
    pub(super) fn show(
        &self,
        seen: &Seen,
        page: impl FnOnce(&View<'_>) -> Result<Response, Trouble>,
    ) -> Response {
        self.with(seen, |view| page(view).unwrap_or_else(|trouble| pages::trouble(view, &trouble)))
    }

    /// Does what is asked, all of it or nothing.
    pub(super) fn act(
        &self,
        seen: &Seen,
        commands: impl FnOnce(&View<'_>) -> Result<Vec<Command>, Trouble>,
    ) -> Result<Vec<Receipt>, Trouble> {
        let commands = self.with(seen, commands)?;
        let Inner { author, clock, .. } = *self.0;
        let writer = Writer { author, now: clock(), accept_clock: false };
        Ok(match <[Command; 1]>::try_from(commands) {
            Ok([command]) => self.execute(command, writer)?,
            Err(several) => self.execute_all(several, writer).map_err(|refused| refused.source)?,
        })
    }

    /// The state as known at a past moment; the last one asked for is kept.
    pub(super) fn known(&self, ledger: &Committed, known: Known) -> Result<Arc<State>, Trouble> {
        Ok(self.0.past.once_if(&(known, ledger.state().size()), |_| ledger.known(known))?)
    }

    /// What a file would do that is about to be imported; the last one that was
    /// tried out is kept.
    pub(super) fn tried(
        &self,
        of: &TriedAs,
        find: impl FnOnce() -> Result<Tried, Trouble>,
    ) -> Result<Arc<Tried>, Trouble> {
        self.0.tried.once_if(of, |_| find())
    }

    /// Keeps it no longer.
    pub(super) fn forget_tried(&self) {
        self.0.tried.forget();
    }

    /// What is open in the ledger today, found once for each state of it.
    pub(super) fn checks(&self, state: &State, today: Day) -> Arc<Checks> {
        let find = |_: &_| Checks::of(state, today, &self.documents());
        self.0.checks.once(&(state.size(), today), find)
    }

    /// The same where it is found already, or quickly.
    pub(super) fn ready_checks(&self, state: &State, today: Day) -> Option<Arc<Checks>> {
        let is_ready = is_at_once(state.size()) || self.0.checks.is(&(state.size(), today));
        is_ready.then(|| self.checks(state, today))
    }

    /// How far each objective is at each of some days.
    pub(super) fn progress(&self, state: &State, aim: &Aim) -> Arc<Vec<Progress>> {
        let find = |(_, aim): &(u64, Aim)| progress(state, &aim.choice, &aim.days, &aim.filter);
        self.0.progress.once(&(state.size(), aim.clone()), find)
    }

    /// The same where it is found already, or quickly.
    pub(super) fn ready_progress(&self, state: &State, aim: &Aim) -> Option<Arc<Vec<Progress>>> {
        let is_ready = is_at_once(state.size()) || self.0.progress.is(&(state.size(), aim.clone()));
        is_ready.then(|| self.progress(state, aim))
    }

    pub(super) fn documents(&self) -> Documents {
        Documents::of(&self.0.folder)
    }

    pub(super) fn recorders(&self, state: &State) -> Recorders {
        Recorders::readable(state, self.0.vault.as_ref())
    }

    pub(super) fn persons(&self, state: &State) -> PersonNames {
        let vault = self.0.vault.as_ref();
        PersonNames::of(state.register(), |sealed| vault?.open(sealed).ok())
    }

    pub(super) fn vault(&self) -> Option<&Vault> {
        self.0.vault.as_ref()
    }

    pub(super) fn author(&self) -> Author {
        self.0.author
    }

    pub(super) fn now(&self) -> Moment {
        (self.0.clock)()
    }

    pub(super) fn new_id(&self) -> EntryId {
        (self.0.ids)()
    }

    pub(super) fn language(&self) -> Language {
        self.0.language
    }

    /// Keeps a document of a form that was not done; none where that cannot be.
    pub(super) fn shelve(&self, sent: Sent) -> Option<Sent> {
        if sent.token.is_some() {
            return Some(sent);
        }
        locked(&self.0.shelf).put(sent, secret().ok()?, self.now())
    }

    /// A document that waits.
    pub(super) fn shelved(&self, token: &str) -> Option<Sent> {
        locked(&self.0.shelf).get(token).cloned()
    }

    /// The files that are about to be imported.
    pub(super) fn tray(&self) -> MutexGuard<'_, Tray> {
        locked(&self.0.tray)
    }

    /// One of them as it is, as long as it is kept.
    pub(super) fn waiting(&self, id: &str) -> Option<Waiting> {
        self.tray().find(self.now(), id).cloned()
    }

    /// Lets go of files and forms that wait, and of what was made of them.
    pub fn let_go(&self) {
        self.forget_tried();
        *self.tray() = Tray::default();
        *locked(&self.0.shelf) = Shelf::default();
    }

    /// Forgets a document that waits.
    pub(super) fn forget(&self, token: &str) {
        locked(&self.0.shelf).forget(token);
    }

    /// What every form must give back.
    pub(super) fn form_secret(&self) -> &str {
        &self.0.form
    }

    /// Whether a host is this one's own, by one of its two names.
    pub(super) fn is_host(&self, host: &str) -> bool {
        let port = self.0.port;
        host == format!("127.0.0.1:{port}") || host == format!("localhost:{port}")
    }

    pub(super) fn has_session(&self, headers: &HeaderMap) -> bool {
        cookie(headers, &self.session_name()).is_some_and(|text| is_same(text, &self.0.session))
    }

    pub(super) fn session_cookie(&self) -> String {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.session_name(), self.0.session)
    }

    /// Cookies know no port: ledgers served side by side would share them.
    fn session_name(&self) -> String {
        format!("jalon-{}", self.0.port)
    }

    pub(super) fn language_cookie(&self) -> String {
        format!("jalon-lang-{}", self.0.port)
    }

    /// Whether this is the token of the printed address, which is of no use
    /// then: the next address is told.
    pub(super) fn take_token(&self, token: &str) -> bool {
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

/// Entries of a ledger in which everything is found at once; in a larger one a
/// page is shown before what takes longer, which follows.
const AT_ONCE: u64 = 20_000;

/// Whether what looks at so many entries is found before a page is shown.
pub(super) const fn is_at_once(entries: u64) -> bool {
    entries <= AT_ONCE
}
