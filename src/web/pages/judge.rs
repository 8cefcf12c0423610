//! What is said about an entry: it is withdrawn, or one correction of it; it
//! took place as planned; it is approved or rejected.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::effect::{Effect, effect, unclear};
use super::entry::{kind_words, other_words, placed, record_at, stored};
use crate::event::{EntryId, Hash, Period, types};
use crate::figures::{Record, Version, stands};
use crate::ledger::Command;
use crate::present::{period_words, version_words};
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "judge.html")]
struct Page<'v> {
    c: Chrome<'v>,
    place: u64,
    what: String,
    action: String,
    verb: String,
    help: String,
    version: String,
    asks_reason: bool,
    reason: String,
    error: String,
    effect: Effect,
}

/// What is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Withdraw,
    Confirm,
    Approve,
    Reject,
}

impl Act {
    const ALL: [Self; 4] = [Self::Withdraw, Self::Confirm, Self::Approve, Self::Reject];

    /// Its word in addresses and messages.
    const fn word(self) -> &'static str {
        match self {
            Self::Withdraw => "withdraw",
            Self::Confirm => "confirm",
            Self::Approve => "approve",
            Self::Reject => "reject",
        }
    }

    fn of_address(word: &str) -> Result<Self, Trouble> {
        Self::ALL.into_iter().find(|it| it.word() == word).ok_or(Trouble::Missing)
    }

    const fn asks_reason(self) -> bool {
        matches!(self, Self::Withdraw | Self::Reject)
    }
}

/// What an address names.
struct Meant {
    id: EntryId,
    /// Where it is shown.
    home: u64,
    /// The place that was named.
    place: u64,
    what: String,
    days: Option<Period>,
    /// The one correction of it that was named.
    correction: Option<EntryId>,
    /// Hash of the version that stands.
    version: Option<Hash>,
    is_import: bool,
}

impl Meant {
    fn at(view: &View<'_>, place: &str) -> Result<Self, Trouble> {
        let place = placed(view, place)?;
        if let Some(record) = record_at(view, place) {
            return Ok(Self::of_record(
                view,
                record,
                record.version(place).unwrap_or_else(|| record.latest()),
            ));
        }
        let (_, entry) = stored(view, place)?;
        let (id, kind) = (entry.draft.id, entry.draft.kind.as_str());
        stands(view.state, id, kind).ok_or(Trouble::Missing)?;
        Ok(Self {
            id,
            home: place,
            place,
            what: other_words(view, place, &entry),
            days: entry.draft.occurred,
            correction: None,
            version: None,
            is_import: kind == types::BATCH_STARTED,
        })
    }

    fn of_record(view: &View<'_>, record: &Record, named: &Version) -> Self {
        let is_correction = named.sequence != record.sequence;
        // What is said of a record is said of what it says now.
        let version = if is_correction { named } else { record.latest() };
        let words = version_words(view.messages, view.state, record, version);
        Self {
            id: record.id,
            home: record.sequence,
            place: named.sequence,
            what: if words.is_empty() { kind_words(view, record) } else { words },
            days: Some(version.occurred),
            correction: is_correction.then_some(named.id),
            version: view.state.hash(record.latest().sequence),
            is_import: false,
        }
    }

    fn command(&self, act: Act, given: &Given) -> Command {
        let reason = given.one("reason").unwrap_or_default().to_owned();
        let entry = self.id;
        let version = given.one("version").and_then(|it| it.parse().ok());
        match act {
            Act::Withdraw => Command::Withdraw { entry, correction: self.correction, reason },
            Act::Confirm => Command::Confirm { entry },
            Act::Approve => Command::Judge { entry, version, approved: true, reason: None },
            Act::Reject => Command::Judge { entry, version, approved: false, reason: Some(reason) },
        }
    }

    /// What an act does, in words.
    const fn help(&self, act: Act) -> &'static str {
        match act {
            Act::Withdraw if self.correction.is_some() => "web-withdraw-correction-help",
            Act::Withdraw if self.is_import => "web-withdraw-import-help",
            Act::Withdraw => "web-withdraw-help",
            Act::Confirm => "web-confirm-help",
            Act::Approve => "web-approve-help",
            Act::Reject => "web-reject-help",
        }
    }
}

fn page<'v>(
    view: &View<'v>,
    act: Act,
    place: &str,
    given: &Given,
    error: String,
) -> Result<Page<'v>, Trouble> {
    let meant = Meant::at(view, place)?;
    let days = meant.days.map(|days| period_words(view.messages, days)).unwrap_or_default();
    let command = meant.command(act, &super::activity::said_of(given));
    let foreseen = effect(view, vec![command], String::new());
    let said = [days, meant.what.clone()].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    let verb = match meant.correction.filter(|_| act == Act::Withdraw) {
        Some(_) => view.word("web-withdraw-correction"),
        None => view.word(&format!("web-{}", act.word())),
    };
    Ok(Page {
        c: view.chrome(&verb, "journal"),
        place: meant.home,
        what: said.join(" · "),
        action: format!("/entry/{}/{}", meant.place, act.word()),
        help: view.word(meant.help(act)),
        version: meant.version.map(|it| it.to_string()).unwrap_or_default(),
        asks_reason: act.asks_reason(),
        reason: given.one("reason").unwrap_or_default().to_owned(),
        // Why it was not done says why nothing would change.
        effect: foreseen.unwrap_or_else(|trouble| {
            let sentence = trouble.sentence(view.messages);
            if sentence == error { Effect::default() } else { unclear([sentence]) }
        }),
        error,
        verb,
    })
}

pub(in crate::web) async fn form(
    State(office): State<Office>,
    Path((place, act)): Path<(String, String)>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        html(&page(view, Act::of_address(&act)?, &place, &Given::default(), String::new())?)
    })
}

pub(in crate::web) async fn say(
    State(office): State<Office>,
    Path((place, act)): Path<(String, String)>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let done = office.act(&seen, |view| {
        let act = Act::of_address(&act)?;
        Ok(vec![Meant::at(view, &place)?.command(act, &posted.given)])
    });
    office.show(&seen, |view| match done {
        Ok(receipts) => {
            let home = Meant::at(view, &place)?.home;
            // What is kept is the receipt of what was said, not of what it is about.
            let act = receipts.last().map(|it| it.sequence).unwrap_or_default();
            Ok(onward(&format!("/entry/{home}?saved=1&act={act}")))
        }
        Err(trouble) => {
            let error = trouble.sentence(view.messages);
            let page = page(view, Act::of_address(&act)?, &place, &posted.given, error)?;
            html_with(trouble.status_of_form(), &page)
        }
    })
}
