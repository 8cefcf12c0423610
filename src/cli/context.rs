//! What commands have around them: the one clock, the one source of ids, the
//! standard streams, the language.

use std::cell::RefCell;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use uuid::{NoContext, Timestamp, Uuid};

use super::demonstrations::Demonstration;
use super::held::Held;
use super::{Cli, Format, Problem, TableFormat};
use crate::event::{Author, AuthorType, EntryId, Moment};
use crate::figures::State;
use crate::ledger::{
    Blank, Committed, Copies, Custody, Desk, Folder, Imported, Intake, LogError, Notice, Prepared, Reading,
    Writer,
};
use crate::plan::PersonNames;
use crate::present::problems::notice_sentence;
use crate::present::{Messages, Recorders, notice_text, wrapped};
use crate::vault::{Account, Keys, Vault, known_user, user_of};
use crate::web::Office;

/// What commands have around them.
pub(super) struct Context {
    pub ledger: PathBuf,
    pub format: Format,
    /// How a table is given.
    pub table: TableFormat,
    pub messages: Messages,
    /// Whether a clock far from the last entry is accepted.
    pub accept_clock: bool,
    /// The server that has the ledger open and lends it.
    pub office: Option<Office>,
}

/// What a command prints that is done for another process, and the columns of
/// that one's terminal.
#[derive(Default)]
pub(super) struct Kept {
    pub out: Vec<u8>,
    pub err: Vec<u8>,
    pub width: u16,
}

thread_local! {
    /// Set while a command is done for another process.
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

/// Does something, and keeps what it prints.
pub(super) fn keeping<T>(width: u16, act: impl FnOnce() -> T) -> (T, Kept) {
    KEPT.with(|kept| *kept.borrow_mut() = Some(Kept { width, ..Kept::default() }));
    let done = act();
    (done, KEPT.with(RefCell::take).unwrap_or_default())
}

impl Context {
    pub(super) fn new(cli: &Cli, messages: Messages) -> Self {
        Self {
            ledger: cli.ledger.clone(),
            format: cli.table_format().plain().unwrap_or(Format::Text),
            table: cli.table_format(),
            messages,
            accept_clock: cli.accept_clock,
            office: None,
        }
    }

    /// The same for another ledger.
    pub(super) fn in_same_language(&self) -> Self {
        Self {
            ledger: self.ledger.clone(),
            format: self.format,
            table: self.table,
            messages: Messages::new(self.messages.language()),
            accept_clock: self.accept_clock,
            office: self.office.clone(),
        }
    }

    /// The one place that reads the clock.
    pub(super) fn now() -> SystemTime {
        fixed_clock().unwrap_or_else(SystemTime::now)
    }

    pub(super) fn moment() -> Moment {
        Moment::from_utc(Self::now().into())
    }

    /// A new id: version 7, its random bits from the system's source.
    pub(super) fn new_id() -> EntryId {
        EntryId::new(Uuid::new_v7(Timestamp::now(NoContext)))
    }

    /// The recorder: one UUID for each account of the operating system.
    pub(super) fn author(&self) -> Result<Author, Problem> {
        let new = || Uuid::new_v7(Timestamp::now(NoContext));
        let user = user_of(&self.ledger, &Account::current(), new)?;
        Ok(Author { user, kind: AuthorType::User })
    }

    /// The same of an account that is written down only once it recorded something:
    /// [`Self::keep_author`] does that.
    pub(super) fn author_to_be(&self) -> Result<Author, Problem> {
        let known = known_user(&self.ledger, &Account::current())?;
        let user = known.unwrap_or_else(|| Uuid::new_v7(Timestamp::now(NoContext)));
        Ok(Author { user, kind: AuthorType::User })
    }

    /// Writes down the account of whoever is about to record something.
    pub(super) fn keep_author(&self, author: Author) -> Result<(), Problem> {
        user_of(&self.ledger, &Account::current(), || author.user)?;
        Ok(())
    }

    /// The recorder, now.
    pub(super) fn writer(&self) -> Result<Writer, Problem> {
        let (now, accept_clock) = (Self::moment(), self.accept_clock);
        Ok(Writer { author: self.author()?, now, accept_clock })
    }

    /// What lies beside the ledger of this UUID, to seal and to open.
    pub(super) fn vault(&self, ledger: Uuid) -> Result<Vault, Problem> {
        let keys = Keys::of(ledger, &self.ledger)?;
        // Who names the ledger by its whole path may go elsewhere.
        let keys = if self.ledger.is_absolute() { keys.whole() } else { keys };
        Ok(Vault::new(&self.ledger, keys))
    }

    /// What lies beside a ledger that is read: without a folder for keys
    /// everything that is sealed stays so.
    pub(super) fn vault_of(&self, state: &State) -> Option<Vault> {
        self.vault(state.opened()?.ledger).ok()
    }

    /// A ledger, with what lies beside it.
    pub(super) fn with_custody(&self, desk: Desk) -> Result<Desk, Problem> {
        let custody = self.custody(desk.state())?;
        Ok(match custody {
            Some(custody) => desk.with(custody),
            None => desk,
        })
    }

    fn custody(&self, state: &State) -> Result<Option<Custody>, Problem> {
        let Some(ledger) = state.opened().map(|opened| opened.ledger) else { return Ok(None) };
        Ok(Some(Custody { vault: self.vault(ledger)?, recorder: Account::current().name }))
    }

    /// The ledger's folder.
    pub(super) fn folder(&self) -> Folder {
        Folder::new(&self.ledger, Self::now())
    }

    /// Makes a ledger where there is none, which it is once all is laid that belongs
    /// in it: what goes wrong before leaves none.
    pub(super) fn make<T>(&self, lay: impl FnOnce(Blank) -> Result<T, Problem>) -> Result<T, Problem> {
        let folder = self.folder();
        let laid = folder.create().map_err(Problem::from).and_then(lay);
        let laid = laid.map_err(|problem| problem.of_making(&self.ledger))?;
        folder.complete()?;
        Ok(laid)
    }

    /// The ledger, to write in it beside others.
    pub(super) fn open(&self) -> Result<Held<'_>, Problem> {
        if let Some(office) = &self.office {
            return Ok(Held::shared(office));
        }
        self.open_own()
    }

    /// The ledger, to write in it what rests on all of it: nobody else writes
    /// meanwhile.
    pub(super) fn open_alone(&self) -> Result<Held<'_>, Problem> {
        if let Some(office) = &self.office {
            return Ok(Held::Alone(office.alone()));
        }
        self.open_own()
    }

    fn open_own(&self) -> Result<Held<'_>, Problem> {
        let opening = self.folder().open()?;
        self.tell_notices(&opening.notices);
        self.messages.at_home(opening.desk.state().currency());
        Ok(Held::Own(Box::new(self.with_custody(opening.desk)?)))
    }

    /// The keys of a ledger.
    pub(super) fn keys(&self, state: &State) -> Result<Keys, Problem> {
        let Some(opened) = state.opened() else { return Ok(Keys::of(Uuid::nil(), &self.ledger)?) };
        let keys = Keys::of(opened.ledger, &self.ledger)?;
        Ok(match Demonstration::key_of(opened) {
            Some(published) => keys.with_published(published),
            None => keys,
        })
    }

    /// A ledger that may have lost entries, to say that it goes on without them.
    pub(super) fn open_to_resume(&self) -> Result<Desk, Problem> {
        let opening = self.folder().open_to_resume()?;
        self.tell_notices(&opening.notices);
        self.with_custody(opening.desk)
    }

    /// The ledger, to write or to sign what looks at no earlier activity: nobody else
    /// writes meanwhile.
    pub(super) fn open_alone_to_record(&self) -> Result<Held<'_>, Problem> {
        match &self.office {
            Some(office) => Ok(Held::Alone(office.alone())),
            None => self.open_own_to_record(),
        }
    }

    /// The ledger, to write what looks at no earlier activity.
    pub(super) fn open_to_record(&self) -> Result<Held<'_>, Problem> {
        match &self.office {
            Some(office) => Ok(Held::shared(office)),
            None => self.open_own_to_record(),
        }
    }

    fn open_own_to_record(&self) -> Result<Held<'_>, Problem> {
        let opening = self.folder().open_to_record()?;
        self.tell_notices(&opening.notices);
        self.messages.at_home(opening.desk.state().currency());
        Ok(Held::Own(Box::new(self.with_custody(opening.desk)?)))
    }

    /// The ledger, to import into it and for nothing else.
    pub(super) fn open_to_import(&self) -> Result<Intake, Problem> {
        let (intake, notices) = self.folder().open_to_import()?;
        self.tell_notices(&notices);
        self.messages.at_home(intake.state().currency());
        Ok(match self.custody(intake.state())? {
            Some(custody) => intake.with(custody),
            None => intake,
        })
    }

    /// Imports what is prepared of the ledger as it is, beside whoever else reads and
    /// writes it; none where no server lends it.
    pub(super) fn import(
        &self,
        prepare: impl FnMut(&Committed) -> Result<Prepared, Problem>,
    ) -> Result<Option<(Committed, Imported)>, Problem> {
        let Some(office) = &self.office else { return Ok(None) };
        let done = office.import(prepare)?;
        Ok(Some((office.committed(), done)))
    }

    /// The ledger, to try what would be written in it.
    pub(super) fn rehearse(&self) -> Result<Desk, Problem> {
        let opening = self.folder().rehearse()?;
        self.tell_notices(&opening.notices);
        Ok(opening.desk)
    }

    /// The ledger, to read it.
    pub(super) fn reading(&self) -> Result<Reading, Problem> {
        let reading = self.folder().read()?;
        self.tell_notices(reading.notices());
        self.messages.at_home(reading.opened().and_then(|opened| opened.currency()));
        Ok(reading)
    }

    /// Both copies of the ledger, to compare them.
    pub(super) fn copies(&self) -> Result<Copies, Problem> {
        let copies = self.folder().copies()?;
        self.tell_notices(copies.twin.notices());
        Ok(copies)
    }

    fn tell_notices(&self, notices: &[Notice]) {
        let is_held = |notice: &Notice| matches!(notice, Notice::TwinOnly { because: LogError::Held { .. } });
        for notice in notices {
            let sentence = if is_held(notice) {
                notice_sentence(&self.messages_here(), notice)
            } else {
                notice_sentence(&self.messages, notice)
            };
            self.tell(&format!("jalon: {sentence}"));
        }
    }

    /// The sentences with times as they are where the ledger is; where that
    /// cannot be read, where this computer is.
    pub(super) fn messages_here(&self) -> Messages {
        let opened = self.folder().read().ok().and_then(|reading| reading.opened());
        let zone = opened.map(|opened| opened.timezone).or_else(|| iana_time_zone::get_timezone().ok());
        let zone = zone.and_then(|zone| zone.parse().ok()).unwrap_or_default();
        Messages::new(self.messages.language()).in_zone(zone)
    }

    /// What the plan adopted first says of itself, once below what was printed.
    pub(super) fn print_notice(&self, state: &State) -> Result<(), Problem> {
        self.print(&notice_text(&self.messages, state.notice(), Self::width()))
    }

    /// The same beside what is printed line by line for whoever recorded.
    pub(super) fn tell_notice(&self, state: &State) {
        if let Some(words) = state.notice() {
            self.tell(self.messages.language().of(words));
        }
    }

    /// Columns of the terminal; where there is none, those that the variable
    /// `COLUMNS` says, else 110.
    pub(super) fn width() -> u16 {
        let asked = KEPT.with(|kept| kept.borrow().as_ref().map(|kept| kept.width));
        if let Some(width) = asked {
            return width.clamp(60, 200);
        }
        let terminal = terminal_size::terminal_size().map(|(width, _)| width.0);
        let said = || std::env::var("COLUMNS").ok()?.trim().parse().ok();
        terminal.or_else(said).unwrap_or(110).clamp(60, 200)
    }

    /// Whether a server does the command for who typed it.
    pub(super) const fn is_within_a_server(&self) -> bool {
        self.office.is_some()
    }

    /// The names of recorders that can be read here.
    pub(super) fn recorders(&self, state: &State) -> Recorders {
        Recorders::readable(state, self.vault_of(state).as_ref())
    }

    /// The names of persons that can be read here.
    pub(super) fn persons(&self, state: &State) -> PersonNames {
        let vault = self.vault_of(state);
        PersonNames::of(state.register(), |sealed| vault.as_ref()?.open(sealed).ok())
    }

    /// A file's text.
    pub(super) fn read(path: &Path) -> Result<String, Problem> {
        std::fs::read_to_string(path).map_err(|source| Problem::File { path: path.to_owned(), source })
    }

    /// Data, to standard output.
    #[expect(clippy::unused_self, reason = "reads as what it is: the context prints")]
    pub(super) fn print(&self, text: &str) -> Result<(), Problem> {
        let is_kept = KEPT.with(|kept| {
            kept.borrow_mut().as_mut().map(|kept| kept.out.extend_from_slice(text.as_bytes())).is_some()
        });
        if is_kept {
            return Ok(());
        }
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }

    /// A JSON document, to standard output.
    pub(super) fn print_json(&self, document: &serde_json::Value) -> Result<(), Problem> {
        let text = serde_json::to_string_pretty(document).unwrap_or_default();
        self.print(&(text + "\n"))
    }

    /// Everything else, to standard error.
    #[expect(clippy::unused_self, reason = "reads as what it is: the context tells")]
    pub(super) fn tell(&self, text: &str) {
        Self::tell_everyone(text);
    }

    /// The same where there is no context.
    pub(super) fn tell_everyone(text: &str) {
        let is_kept = KEPT.with(|kept| {
            kept.borrow_mut().as_mut().map(|kept| kept.err.extend_from_slice(format!("{text}\n").as_bytes()))
        });
        if is_kept.is_some() {
            return;
        }
        // Programs find what they look for on one line.
        let text =
            if std::io::stderr().is_terminal() { wrapped(text, Self::width()) } else { text.to_owned() };
        // Nothing can be told where standard error is closed.
        let _ = writeln!(anstream::stderr(), "{text}");
    }
}

/// The clock of a test, `JALON_NOW`: only a program built for tests looks at it.
#[cfg(debug_assertions)]
fn fixed_clock() -> Option<SystemTime> {
    let moment: Moment = std::env::var("JALON_NOW").ok()?.parse().ok()?;
    let away = std::time::Duration::from_micros(moment.micros().unsigned_abs());
    let (before, after) = (SystemTime::UNIX_EPOCH.checked_sub(away), SystemTime::UNIX_EPOCH + away);
    if moment.micros() < 0 { before } else { Some(after) }
}

#[cfg(not(debug_assertions))]
const fn fixed_clock() -> Option<SystemTime> {
    None
}
