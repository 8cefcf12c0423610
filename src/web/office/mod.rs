//! What all pages share: the ledger that is held, what lies beside it, the
//! session.

mod finding;
mod session;
mod verifying;
mod waiting;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::response::Response;

use super::chrome::View;
use super::found::{Found, locked};
use super::pages;
use super::pages::import::preview::{Tried, TriedAs};
use super::secret::secret;
use super::seen::Seen;
use super::shelf::Shelf;
use super::tray::Tray;
use super::trouble::Trouble;
use crate::audit::Checks;
use crate::event::{Author, Day, EntryId, Moment};
use crate::figures::{Known, Progress, State};
use crate::ledger::{
    AllRefused, Alone, Command, Committed, Desk, DeskError, Imported, Prepared, Receipt, Scribe, Writer,
};
use crate::plan::PersonNames;
use crate::present::{Language, Messages, Recorders};
use crate::vault::{Documents, Keys, Vault, VaultError};

pub(super) use finding::{Aim, is_at_once};
pub(super) use verifying::{Ended, Verifying};

/// What pages are made over.
pub struct Setup {
    /// The ledger, held.
    pub desk: Desk,
    /// Its folder.
    pub folder: PathBuf,
    /// What opens sealed values, where there are keys.
    pub vault: Option<Vault>,
    /// The keys themselves, which sign; those of this account where none are given.
    pub keys: Option<Keys>,
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
    keys: Option<Keys>,
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
    verifying: Mutex<Option<Verifying>>,
}

/// How often an import is prepared beside others who write.
const TRIES: usize = 3;

impl Office {
    /// What pages are made over, with a session of its own.
    pub fn new(setup: Setup) -> io::Result<Self> {
        let Setup { desk, folder, vault, keys, author, clock, ids, language, port, announce } = setup;
        Ok(Self(Arc::new(Inner {
            scribe: Scribe::new(desk, ids)?,
            past: Found::nothing(),
            checks: Found::nothing(),
            progress: Found::nothing(),
            tried: Found::nothing(),
            folder,
            vault,
            keys,
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
            verifying: Mutex::default(),
        })))
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
        let writer = self.writer();
        Ok(match <[Command; 1]>::try_from(commands) {
            Ok([command]) => self.execute(command, writer)?,
            Err(several) => self.execute_all(several, writer).map_err(|refused| refused.source)?,
        })
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

    /// What signs for the ledger.
    pub(super) fn keys(&self, state: &State) -> Result<Keys, VaultError> {
        match (&self.0.keys, state.opened()) {
            (Some(keys), _) => Ok(keys.clone()),
            (None, opened) => Keys::of(opened.map(|opened| opened.ledger).unwrap_or_default(), self.folder()),
        }
    }

    /// Whoever records here, now.
    pub(super) fn writer(&self) -> Writer {
        Writer { author: self.author(), now: self.now(), accept_clock: false }
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
}
