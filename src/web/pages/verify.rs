//! The ledger verified from a page: a run that goes on beside all else, how far it is,
//! then the checklist as the command says it.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderName;
use axum::response::{IntoResponse, Response};

use crate::audit::{Check, Elsewhere, Given as GivenCheckpoint, Headway, Outcome, Step, Verification};
use crate::event::Moment;
use crate::present::problems::checkpoint_sentence;
use crate::present::{Arg, ShownVerification, count_words, moment_words, shown_verification};
use crate::proof::SignedCheckpoint;
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::office::{Ended, Office, Verifying};
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "verify.html")]
struct Page<'v> {
    c: Chrome<'v>,
    run: Option<Run>,
    key: String,
    error: String,
}

impl Page<'_> {
    /// Whether a run is under way, beside which no other is begun.
    fn is_running(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.is_running)
    }
}

/// The part of the page that follows a run.
#[derive(Template)]
#[template(path = "verify-run.html")]
struct Part<'v> {
    c: Chrome<'v>,
    run: Option<Run>,
}

/// A run, under way or done.
struct Run {
    begun: String,
    steps: Vec<ShownStep>,
    is_running: bool,
    /// Why it came to no end, where that is so.
    failure: String,
    verdict: Option<Verdict>,
}

/// What takes its time, and how far it is.
struct ShownStep {
    label: String,
    count: String,
    done: u64,
    all: u64,
    is_done: bool,
}

/// What was found.
struct Verdict {
    is_sound: bool,
    title: String,
    about: String,
    /// Every check, with the word of its outcome, by which it is coloured.
    checks: Vec<(&'static str, String)>,
    notes: Vec<String>,
    findings: Vec<(Option<u64>, String)>,
    count: String,
    /// What a server cannot check of a ledger that it holds.
    held: bool,
}

/// What tells the script that the whole page is another now.
const AGAIN: HeaderName = HeaderName::from_static("hx-refresh");

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| html(&made(view, String::new(), String::new())))
}

/// The part that is asked for while a run is under way; once it is done, the whole page.
pub(in crate::web) async fn part(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let run = run(view);
        let is_running = run.as_ref().is_some_and(|run| run.is_running);
        let part = html(&Part { c: view.chrome("", "audit"), run })?;
        Ok(if is_running { part } else { ([(AGAIN, "true")], part).into_response() })
    })
}

pub(in crate::web) async fn begin(State(office): State<Office>, seen: Seen, posted: Posted) -> Response {
    let elsewhere = office.with(&seen, |view| elsewhere(view, &posted));
    match elsewhere {
        Ok(elsewhere) => {
            office.begin_verifying(elsewhere);
            onward("/verify")
        }
        Err(error) => office.show(&seen, |view| {
            let key = posted.given.one("key").unwrap_or_default().to_owned();
            html_with(Trouble::Form.status_of_form(), &made(view, key, error))
        }),
    }
}

fn made<'v>(view: &View<'v>, key: String, error: String) -> Page<'v> {
    Page { c: view.chrome(&view.word("web-audit-verify"), "audit"), run: run(view), key, error }
}

/// What was given from elsewhere, or what of it cannot be taken.
fn elsewhere(view: &View<'_>, posted: &Posted) -> Result<Elsewhere, String> {
    let key = posted
        .given
        .one("key")
        .map(|typed| typed.parse().map_err(|_| view.say("usage-verifier", &[("typed", Arg::Text(typed))])));
    let given = posted.documents.iter().map(|sent| {
        let read = SignedCheckpoint::within(&String::from_utf8_lossy(&sent.bytes));
        let signed =
            read.map_err(|error| format!("{}: {}", sent.name, checkpoint_sentence(view.messages, &error)))?;
        Ok::<GivenCheckpoint, String>((sent.name.clone(), signed))
    });
    Ok(Elsewhere { key: key.transpose()?, given: given.collect::<Result<_, _>>()?, vault: None })
}

/// The run that was begun last.
fn run(view: &View<'_>) -> Option<Run> {
    let verifying = view.office.verifying()?;
    let reached = verifying.reached();
    let is_running = reached.ended.is_none();
    let last = reached.steps.len().saturating_sub(1);
    let steps = reached.steps.iter().enumerate();
    let steps = steps.map(|(at, headway)| shown_step(view, headway, !is_running || at < last)).collect();
    let (failure, verdict) = match &reached.ended {
        None => (String::new(), None),
        Some(Ended::Found(found, at)) => (String::new(), Some(verdict(view, &verifying, found, *at))),
        Some(Ended::Failed(trouble)) => (trouble.sentence(view.messages), None),
        Some(Ended::Broken) => (view.word("web-verify-broken"), None),
    };
    Some(Run { begun: moment(view, verifying.begun), steps, is_running, failure, verdict })
}

fn shown_step(view: &View<'_>, headway: &Headway, is_done: bool) -> ShownStep {
    let label = match headway.step {
        Step::Entries => view.word("web-verify-entries"),
        Step::Year(day) => view.say("web-verify-year", &[("day", Arg::Text(&view.day(day)))]),
        Step::Values => view.word("web-verify-values"),
    };
    let [done, all] = [headway.done, headway.all].map(|it| count_words(view.language(), it));
    let count = view.say("web-verify-count", &[("done", Arg::Text(&done)), ("all", Arg::Text(&all))]);
    ShownStep { label, count, done: headway.done, all: headway.all, is_done }
}

fn moment(view: &View<'_>, at: Moment) -> String {
    moment_words(view.messages, at, view.state.zone())
}

fn verdict(view: &View<'_>, verifying: &Verifying, found: &Verification, at: Moment) -> Verdict {
    let is_sound = found.is_sound();
    let end = moment(view, at);
    let checked = found.end.map(|end| end.size);
    let since = checked.map_or(0, |size| view.state.size().saturating_sub(size));
    let since = usize::try_from(since).unwrap_or(usize::MAX);
    let about = [
        ("moment", Arg::Text(end.as_str())),
        ("count", Arg::Count(since)),
        ("given", Arg::Count(verifying.given)),
    ];
    let copies = found.checks.iter().find(|it| it.check == Check::Copies);
    let ShownVerification { checks, notes, findings: sentences } = shown_verification(view.messages, found);
    let findings = [("count", Arg::Count(found.findings.len()))];
    Verdict {
        title: match (is_sound, found.is_given_alone()) {
            (true, _) => view.word("web-verify-sound"),
            (_, true) => view.title("verify-given-alone"),
            _ => view.title("verify-not-sound"),
        },
        about: view.say("web-verify-about", &about),
        checks: checks.into_iter().map(|(outcome, line)| (outcome.word(), line)).collect(),
        notes,
        findings: sentences,
        count: view.say("verify-findings", &findings),
        held: is_sound && copies.is_some_and(|it| it.outcome == Outcome::Unchecked),
        is_sound,
    }
}
