//! What a ledger refuses.

use super::event::entry_sentence;
use super::plan_refusal::plan_refusal_sentence;
use super::sampled::not_tested_sentence;
use super::typed::unknown_body_sentence;
use super::{field_sentence, log_sentence, number, replay_sentence, sealing_sentence, unknown_sentence};
use crate::event::{BodyId, Day, MAX_REASON, Moment};
use crate::exchange::Remedy;
use crate::ledger::{DeskError, NotSent, Refusal};
use crate::plan::FieldProblem;
use crate::present::dates::total_period_words;
use crate::present::{Arg, Messages, day_words, moment_words};

/// Why a ledger cannot be used, or refuses something.
pub fn desk_sentence(messages: &Messages, error: &DeskError) -> String {
    match error {
        DeskError::Refused(refusal) => refusal_sentence(messages, refusal),
        DeskError::Log(error) => log_sentence(messages, error),
        DeskError::Entry { sequence, source } => {
            let cause = entry_sentence(messages, source);
            messages.say("desk-entry", &[("sequence", Arg::Shown(sequence)), ("cause", Arg::Text(&cause))])
        }
        DeskError::Lost(lost) => {
            let (signed, size) = (lost.signed.checkpoint.size, lost.size);
            messages.say("desk-lost", &[("signed", Arg::Shown(&signed)), ("size", Arg::Shown(&size))])
        }
        DeskError::Sealing(error) => sealing_sentence(messages, error),
        DeskError::Replay(error) => replay_sentence(messages, error),
    }
}

/// Why something is refused; nothing was written.
pub fn refusal_sentence(messages: &Messages, refusal: &Refusal) -> String {
    let one = |id: &str, name: &str, value: Arg<'_>| messages.say(id, &[(name, value)]);
    let day = |day: Day| day_words(messages.language(), day);
    match refusal {
        Refusal::UnknownType { typed, near } => {
            unknown_sentence(messages, "refused-unknown-type", typed, near)
        }
        Refusal::Fields { kind, problems } => fields_sentence(messages, kind, problems),
        Refusal::UnknownBody { body, near } => {
            let kinds = [body.kind().word().to_owned()];
            unknown_body_sentence(messages, body.as_str(), near, &kinds, Remedy::Register)
        }
        Refusal::PersonInTheClear(body) => one("refused-person-in-the-clear", "body", Arg::Shown(body)),
        Refusal::KnownBody(body) => one("refused-known-body", "body", Arg::Shown(body)),
        Refusal::OtherKind { gone, kept } => of_merge(messages, "refused-other-kind", gone, kept),
        Refusal::OneBody(body) => one("refused-one-body", "body", Arg::Shown(body)),
        Refusal::SameBody { gone, kept } => of_merge(messages, "refused-same-body", gone, kept),
        Refusal::MergedAlready { gone, into } => {
            messages.say("refused-merged-already", &[("gone", Arg::Shown(gone)), ("into", Arg::Shown(into))])
        }
        Refusal::NotTested(trouble) => not_tested_sentence(messages, trouble),
        Refusal::NotAYearEnd(on) => one("refused-not-a-year-end", "day", Arg::Text(&day(*on))),
        Refusal::YearNotOver(on) => one("refused-year-not-over", "day", Arg::Text(&day(*on))),
        Refusal::NoSuchClosing { entry, day: on } => {
            let day = day(*on);
            let values = [("entry", Arg::Shown(entry)), ("day", Arg::Text(&day))];
            messages.say("refused-no-such-closing", &values)
        }
        Refusal::OpenStill { open, unapproved } => {
            let counts = [("open", Arg::Count(*open)), ("unapproved", Arg::Count(*unapproved))];
            messages.say("refused-open-still", &counts)
        }
        Refusal::NotClosed(on) => one("refused-not-closed", "day", Arg::Text(&day(*on))),
        Refusal::ClosedAlready(entry) => one("refused-closed-already", "entry", Arg::Shown(entry)),
        Refusal::NotSent(trouble) => sent_sentence(messages, trouble),
        Refusal::UnknownEntry(id) => one("refused-unknown-entry", "typed", Arg::Shown(id)),
        Refusal::NotTheOriginal { given, original } => messages
            .say("refused-not-original", &[("given", Arg::Shown(given)), ("original", Arg::Shown(original))]),
        Refusal::NotAnActivity(entry) => one("refused-not-an-activity", "entry", Arg::Shown(entry)),
        Refusal::NotATotal(entry) => one("refused-not-a-total", "entry", Arg::Shown(entry)),
        Refusal::PartOfItself(entry) => one("refused-part-of-itself", "entry", Arg::Shown(entry)),
        Refusal::Withdrawn(entry) => one("refused-withdrawn", "entry", Arg::Shown(entry)),
        Refusal::Changed { entry, by } => {
            messages.say("refused-changed", &[("entry", Arg::Shown(entry)), ("by", Arg::Shown(by))])
        }
        Refusal::NothingChanges => messages.word("refused-nothing-changes"),
        Refusal::TakesNoDocument(entry) => one("refused-takes-no-document", "entry", Arg::Shown(entry)),
        Refusal::NoDocument => messages.word("refused-no-document"),
        Refusal::DocumentsThere(entry) => one("refused-documents-there", "entry", Arg::Shown(entry)),
        Refusal::ErasureAsked { person, request } => messages
            .say("refused-erasure-asked", &[("person", Arg::Shown(person)), ("entry", Arg::Shown(request))]),
        Refusal::ErasureNotAsked(person) => one("refused-erasure-not-asked", "person", Arg::Shown(person)),
        Refusal::ErasureDone { person, by } => {
            messages.say("refused-erasure-done", &[("person", Arg::Shown(person)), ("entry", Arg::Shown(by))])
        }
        Refusal::IdTaken(id) => one("refused-id-taken", "id", Arg::Shown(id)),
        Refusal::NotPlanned(entry) => one("refused-not-planned", "entry", Arg::Shown(entry)),
        Refusal::NotToCome(to) => one("refused-not-to-come", "day", Arg::Text(&day(*to))),
        Refusal::TooEarly { entry, day: first } => messages
            .say("refused-too-early", &[("entry", Arg::Shown(entry)), ("day", Arg::Text(&day(*first)))]),
        Refusal::OwnVersion => messages.word("refused-own-version"),
        Refusal::NoReason => messages.word("refused-no-reason"),
        Refusal::LongReason(length) => long_reason(messages, *length),
        Refusal::UnknownIndicator { typed, near } => {
            unknown_sentence(messages, "refused-unknown-indicator", typed, near)
        }
        Refusal::TotalNumber(indicator) => one("refused-total-number", "indicator", Arg::Text(indicator)),
        Refusal::TotalMoney { indicator, currency } => messages.say(
            "refused-total-money",
            &[("indicator", Arg::Text(indicator)), ("currency", Arg::Text(currency))],
        ),
        Refusal::Overlap { own, total, other } => messages.say(
            "refused-overlap",
            &[
                ("period", Arg::Text(&total_period_words(messages, *own))),
                ("total", Arg::Shown(total)),
                ("other", Arg::Text(&total_period_words(messages, *other))),
            ],
        ),
        Refusal::Future(to) => one("refused-future", "day", Arg::Text(&day(*to))),
        Refusal::Plan(refusal) => plan_refusal_sentence(messages, refusal),
        Refusal::AlreadyImported(batch) => one("refused-imported", "batch", Arg::Shown(batch)),
        Refusal::BatchDiffers { batch, rows, now } => messages.say(
            "refused-batch-differs",
            &[("batch", Arg::Shown(batch)), ("rows", Arg::Shown(rows)), ("now", Arg::Shown(now))],
        ),
        Refusal::Clock { now, last } => {
            let words = |moment: Moment| moment_words(messages, moment, messages.zone());
            let (now, last) = (words(*now), words(*last));
            messages.say("refused-clock", &[("now", Arg::Text(&now)), ("last", Arg::Text(&last))])
        }
        Refusal::Entry(error) => entry_sentence(messages, error),
    }
}

fn fields_sentence(messages: &Messages, kind: &str, problems: &[FieldProblem]) -> String {
    let values = [("kind", Arg::Text(kind)), ("count", Arg::Count(problems.len()))];
    let each = problems.iter().map(|it| format!("\n  {}", field_sentence(messages, it)));
    messages.say("refused-fields", &values) + &each.collect::<String>()
}

fn of_merge(messages: &Messages, id: &str, gone: &BodyId, kept: &BodyId) -> String {
    messages.say(id, &[("gone", Arg::Shown(gone)), ("kept", Arg::Shown(kept))])
}

fn long_reason(messages: &Messages, length: usize) -> String {
    let (length, limit) = (number(messages, length), number(messages, MAX_REASON));
    messages.say("refused-long-reason", &[("length", Arg::Text(&length)), ("limit", Arg::Text(&limit))])
}

/// Why a table is not marked as sent.
fn sent_sentence(messages: &Messages, trouble: &NotSent) -> String {
    let day = |day: Day| day_words(messages.language(), day);
    match trouble {
        NotSent::Later(on) => messages.say("refused-sent-later", &[("day", Arg::Text(&day(*on)))]),
        NotSent::Earlier { on, recorded } => {
            let (day, last) = (day(*on), day(*recorded));
            let values = [("day", Arg::Text(&day)), ("last", Arg::Text(&last)), ("iso", Arg::Shown(on))];
            messages.say("refused-sent-earlier", &values)
        }
        NotSent::BeforeClosing { on, closed } => {
            let (day, closed) = (day(*on), day(*closed));
            let values = [("day", Arg::Text(&day)), ("closed", Arg::Text(&closed))];
            messages.say("refused-sent-before-closing", &values)
        }
        NotSent::Nobody => messages.word("refused-sent-nobody"),
        NotSent::Address(to) => messages.say("refused-sent-address", &[("typed", Arg::Text(to))]),
        NotSent::OtherEntries(size) => messages.say("refused-other-entries", &[("size", Arg::Shown(size))]),
    }
}
