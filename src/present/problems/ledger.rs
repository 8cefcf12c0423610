//! What a ledger refuses.

use super::event::entry_sentence;
use super::plan::definition_word;
use super::typed::unknown_body_sentence;
use super::{
    definition_sentence, field_sentence, log_sentence, number, replay_sentence, sealing_sentence,
    unknown_sentence,
};
use crate::event::{Day, MAX_REASON, Moment};
use crate::exchange::Remedy;
use crate::ledger::{DeskError, NotSent, Refusal};
use crate::plan::FieldProblem;
use crate::present::{Arg, Messages, day_words, period_words};

/// Why a ledger cannot be used, or refuses something.
pub fn desk_sentence(messages: &Messages, error: &DeskError) -> String {
    match error {
        DeskError::Refused(refusal) => refusal_sentence(messages, refusal),
        DeskError::Log(error) => log_sentence(messages, error),
        DeskError::Entry { sequence, source } => {
            let cause = entry_sentence(messages, source);
            messages.say("desk-entry", &[("sequence", Arg::Shown(sequence)), ("cause", Arg::Text(&cause))])
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
        Refusal::OtherKind { gone, kept } => {
            messages.say("refused-other-kind", &[("gone", Arg::Shown(gone)), ("kept", Arg::Shown(kept))])
        }
        Refusal::OneBody(body) => one("refused-one-body", "body", Arg::Shown(body)),
        Refusal::SameBody { gone, kept } => {
            messages.say("refused-same-body", &[("gone", Arg::Shown(gone)), ("kept", Arg::Shown(kept))])
        }
        Refusal::MergedAlready { gone, into } => {
            messages.say("refused-merged-already", &[("gone", Arg::Shown(gone)), ("into", Arg::Shown(into))])
        }
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
        Refusal::IdTaken(id) => one("refused-id-taken", "id", Arg::Shown(id)),
        Refusal::NotPlanned(entry) => one("refused-not-planned", "entry", Arg::Shown(entry)),
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
                ("period", Arg::Text(&period_words(messages, *own))),
                ("total", Arg::Shown(total)),
                ("other", Arg::Text(&period_words(messages, *other))),
            ],
        ),
        Refusal::Future(to) => one("refused-future", "day", Arg::Text(&day(*to))),
        Refusal::PlanWithoutDay(plan) => one("refused-plan-day", "plan", Arg::Text(plan)),
        Refusal::PlanWithoutLabel(plan) => one("refused-plan-label", "plan", Arg::Text(plan)),
        Refusal::IdOfOtherPlan { id, plan } => {
            messages.say("refused-other-plan", &[("id", Arg::Text(id)), ("plan", Arg::Text(plan))])
        }
        Refusal::UnfitPart { indicator, part } => messages
            .say("refused-unfit-part", &[("indicator", Arg::Text(indicator)), ("part", Arg::Text(part))]),
        Refusal::MeaningChanges(kind) => one("refused-meaning-changes", "kind", Arg::Text(kind)),
        Refusal::DefinedTwice { kind, id } => {
            let kind = messages.word(definition_word(*kind));
            messages.say("refused-defined-twice", &[("kind", Arg::Text(&kind)), ("id", Arg::Text(id))])
        }
        Refusal::LongTypeName { kind, room } => {
            messages.say("refused-long-type", &[("typed", Arg::Text(kind)), ("room", Arg::Shown(room))])
        }
        Refusal::Unreadable { indicator, kind, path } => messages.say(
            "refused-unreadable",
            &[("indicator", Arg::Text(indicator)), ("kind", Arg::Text(kind)), ("path", Arg::Text(path))],
        ),
        Refusal::NotARow { group, id } => {
            messages.say("refused-not-a-row", &[("group", Arg::Text(group)), ("id", Arg::Text(id))])
        }
        Refusal::FieldChanges { kind, field } => of_type(messages, "refused-field-changes", kind, field),
        Refusal::FieldDropped { kind, field } => of_type(messages, "refused-field-dropped", kind, field),
        Refusal::FieldRequired { kind, field } => of_type(messages, "refused-field-required", kind, field),
        Refusal::PlanUnchanged => messages.word("refused-plan-unchanged"),
        Refusal::AlreadyImported(batch) => one("refused-imported", "batch", Arg::Shown(batch)),
        Refusal::BatchDiffers { batch, rows, now } => messages.say(
            "refused-batch-differs",
            &[("batch", Arg::Shown(batch)), ("rows", Arg::Shown(rows)), ("now", Arg::Shown(now))],
        ),
        Refusal::Clock { now, last } => {
            let (now, last) = (moment_words(*now), moment_words(*last));
            messages.say("refused-clock", &[("now", Arg::Text(&now)), ("last", Arg::Text(&last))])
        }
        Refusal::Entry(error) => entry_sentence(messages, error),
        Refusal::Definition(error) => definition_sentence(messages, error),
    }
}

/// A moment to the minute, in universal time.
fn moment_words(moment: Moment) -> String {
    let text = moment.to_string();
    let (day, time) = text.split_once('T').unwrap_or((&text, ""));
    format!("{day} {} UTC", time.get(..5).unwrap_or_default())
}

fn fields_sentence(messages: &Messages, kind: &str, problems: &[FieldProblem]) -> String {
    let values = [("kind", Arg::Text(kind)), ("count", Arg::Count(problems.len()))];
    let each = problems.iter().map(|it| format!("\n  {}", field_sentence(messages, it)));
    messages.say("refused-fields", &values) + &each.collect::<String>()
}

fn of_type(messages: &Messages, id: &str, kind: &str, field: &str) -> String {
    messages.say(id, &[("kind", Arg::Text(kind)), ("field", Arg::Text(field))])
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
        NotSent::OtherEntries(size) => messages.say("refused-other-entries", &[("size", Arg::Shown(size))]),
    }
}
