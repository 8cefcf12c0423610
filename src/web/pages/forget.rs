//! Personal data made unreadable for good: whose, why, the consent, then what was done.
//!
//! ```text
//! /forget ──who──▶ form: why ──▶ consent: nothing comes back ──▶ what was done
//! ```

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::event::{BodyId, BodyKind, Sealed};
use crate::exchange::{Remedy, typed_person};
use crate::figures::{Erasure, dossier};
use crate::ledger::{Command, Forgetting, Forgotten, Receipt, Refusal};
use crate::present::{Arg, body_words, moment_words};
use crate::vault::{Vault, VaultError};
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "forget.html")]
struct FindPage<'v> {
    c: Chrome<'v>,
    typed: String,
    error: String,
    asked: Vec<Asked>,
}

#[derive(Template)]
#[template(path = "forget-person.html")]
struct Page<'v> {
    c: Chrome<'v>,
    name: String,
    /// All ids, where the name is not the only one.
    ids: Vec<String>,
    /// The page of the register; none of whom that does not know.
    home: Option<String>,
    /// How many entries name the person.
    entries: String,
    action: String,
    asked: Vec<Asked>,
    /// What is to be done next; none once all is.
    next: Option<Next>,
    reason: String,
    is_lost: bool,
    /// Whether a key was looked for in vain, so that it may be said to be lost.
    may_be_lost: bool,
    error: String,
}

/// What is to be done next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// To say why.
    Reason,
    /// To consent.
    Consent,
    /// To go on with what was asked and not done.
    Finish,
}

/// What was asked for one id of a person, and done.
struct Asked {
    name: String,
    href: String,
    place: u64,
    words: String,
    reason: String,
    /// The entry that says that it was done, and what became of the key.
    done: Option<(u64, String)>,
}

/// Who is meant, of those for whom nothing is asked yet too.
pub(in crate::web) async fn find(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let typed = seen.given.one("person");
        let found = typed.map(|typed| person(view, typed)).transpose();
        match found {
            Ok(Some(id)) => Ok(onward(&page_of(&id))),
            Ok(None) => html(&finding(view, "", String::new())),
            Err(trouble) => {
                let error = trouble.sentence(view.messages);
                html_with(trouble.status_of_form(), &finding(view, typed.unwrap_or_default(), error))
            }
        }
    })
}

fn finding<'v>(view: &View<'v>, typed: &str, error: String) -> FindPage<'v> {
    let asked = view.state.erasures().map(|(id, asked)| shown(view, id, asked)).collect();
    let c = view.chrome(&view.word("web-audit-forget"), "audit");
    FindPage { c, typed: typed.to_owned(), error, asked }
}

fn person(view: &View<'_>, typed: &str) -> Result<BodyId, Trouble> {
    let setting = view.setting().with(Remedy::None);
    let id = typed_person(view.state, typed, &setting, &|sealed| opened(view, sealed))?;
    Forgotten::of(view.state, &id)?;
    Ok(id)
}

fn opened(view: &View<'_>, sealed: &Sealed) -> Option<String> {
    view.office.vault()?.open(sealed).ok()?.as_text().map(str::to_owned)
}

/// Where the page of a person is.
pub(in crate::web::pages) fn page_of(id: &BodyId) -> String {
    format!("/register/{id}/forget")
}

pub(in crate::web) async fn form(
    State(office): State<Office>,
    Path(named): Path<(String, String)>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| html(&made(view, &meant(&named)?, &Given::default(), None)?))
}

/// The person that an address names.
fn meant((kind, slug): &(String, String)) -> Result<BodyId, Trouble> {
    let id: BodyId = format!("{kind}/{slug}").parse().map_err(|_| Trouble::Missing)?;
    if id.kind() == BodyKind::Person { Ok(id) } else { Err(Trouble::Missing) }
}

pub(in crate::web) async fn forget(
    State(office): State<Office>,
    Path(named): Path<(String, String)>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let given = &posted.given;
    let done = meant(&named).and_then(|id| done(&office, &id, given));
    office.show(&seen, |view| {
        let id = meant(&named)?;
        match done {
            Ok(Some(_)) => Ok(onward(&page_of(&id))),
            // Why is said; it is asked once more whether it is meant.
            Ok(None) => html(&made(view, &id, given, None)?),
            // It was sent twice, and done the first time.
            Err(_) if Forgotten::of(view.state, &id)?.open.is_empty() => Ok(onward(&page_of(&id))),
            Err(trouble) => html_with(trouble.status_of_form(), &made(view, &id, given, Some(&trouble))?),
        }
    })
}

/// Does what is left to be done, where that is agreed to; none where it is not yet.
fn done(office: &Office, id: &BodyId, given: &Given) -> Result<Option<Vec<Receipt>>, Trouble> {
    let committed = office.committed();
    let state = committed.state();
    let far = Forgotten::of(state, id)?;
    let reason = given.one("reason").unwrap_or_default();
    if far.is_to_be_asked && reason.is_empty() {
        return Err(Refusal::NoReason.into());
    }
    if !given.has("agreed") {
        return Ok(None);
    }
    let vault = match office.vault() {
        Some(vault) => vault.clone(),
        None => Vault::new(office.folder(), office.keys(state)?),
    };
    let forgetting = Forgetting { person: id.clone(), reason, is_lost: given.has("lost") };
    let mut execute =
        |command: Command| -> Result<_, Trouble> { Ok(office.execute(command, office.writer())?) };
    let receipts = forgetting.run(&far, &vault, &mut execute)?;
    // What pages keep of files and forms may name whom nothing is to name any more.
    office.let_go();
    Ok(Some(receipts))
}

fn made<'v>(
    view: &View<'v>,
    id: &BodyId,
    given: &Given,
    trouble: Option<&Trouble>,
) -> Result<Page<'v>, Trouble> {
    let far = Forgotten::of(view.state, id).map_err(|_: Refusal| Trouble::Missing)?;
    let reason = given.one("reason").unwrap_or_default().to_owned();
    let next = match (far.open.is_empty(), far.is_to_be_asked) {
        (true, _) => None,
        (false, false) => Some(Next::Finish),
        (false, true) if reason.is_empty() => Some(Next::Reason),
        (false, true) => Some(Next::Consent),
    };
    let asked = far.ids.iter().filter_map(|id| Some(shown(view, id, view.state.erasure(id)?)));
    let named = dossier(view.state, id).records.len();
    let is_known = view.state.register().get(id).is_some();
    let name = name_of(view, id);
    let mut ids: Vec<String> = far.ids.iter().map(ToString::to_string).collect();
    if ids == [name.as_str()] {
        ids.clear();
    }
    Ok(Page {
        c: view.chrome(&view.word("web-audit-forget"), "audit"),
        name,
        ids,
        home: is_known.then(|| format!("/register/{id}")),
        entries: view.say("web-forget-entries", &[("count", Arg::Count(named))]),
        action: page_of(id),
        asked: asked.collect(),
        next,
        reason,
        is_lost: given.has("lost"),
        may_be_lost: trouble.is_some_and(is_without_key) || given.has("lost"),
        error: trouble.map(|trouble| trouble.sentence(view.messages)).unwrap_or_default(),
    })
}

const fn is_without_key(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Vault(VaultError::NoKeyToDestroy(_)))
}

/// The person's name where it can be read here, else the id.
fn name_of(view: &View<'_>, id: &BodyId) -> String {
    let names = view.office.persons(view.state);
    if let Some(name) = names.opened(id) {
        return name.to_owned();
    }
    let mut users = view.state.named_users().filter(|(_, sealed)| sealed.person == *id);
    let recorder = users.next().and_then(|(_, sealed)| opened(view, sealed));
    recorder.unwrap_or_else(|| match view.state.register().get(id) {
        Some(_) => body_words(view.messages, view.state, id),
        None => id.to_string(),
    })
}

fn shown(view: &View<'_>, id: &BodyId, asked: &Erasure) -> Asked {
    let when = moment_words(view.messages, asked.recorded, view.state.zone());
    let by = view.office.recorders(view.state).words(view.messages, asked.author.user);
    let said = [("moment", Arg::Text(when.as_str())), ("recorder", Arg::Text(&by))];
    let done = asked.done.map(|done| (done.sequence, view.word(&format!("web-forget-{}", done.key.word()))));
    Asked {
        name: id.to_string(),
        href: page_of(id),
        place: asked.sequence,
        words: view.say("revisions-by", &said),
        reason: asked.reason.clone(),
        done,
    }
}
