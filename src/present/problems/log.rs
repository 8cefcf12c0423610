//! The two copies of a ledger: what is wrong with them, and what opening them
//! has to tell.

use std::path::Path;

use super::{io_words, number};
use crate::event::Moment;
use crate::log::layout::LINE_LIMIT;
use crate::log::{Action, BlockFault, Damage, Fault, Head, LogError, Notice, Side, StoreFailure, is_full};
use crate::present::{Arg, Messages, moment_words};

/// Why a log cannot be opened, read or written.
pub fn log_sentence(messages: &Messages, error: &LogError) -> String {
    let caused = |id: &str, cause: &str| messages.say(id, &[("cause", Arg::Text(cause))]);
    match error {
        LogError::Missing { dir } => in_folder(messages, "log-missing", dir),
        LogError::Exists { dir } => in_folder(messages, "log-exists", dir),
        LogError::Held { pid: Some(pid), since: Some(since) } => {
            let since = since_words(messages, since);
            messages.say("log-held", &[("pid", Arg::Shown(pid)), ("since", Arg::Text(&since))])
        }
        LogError::Held { .. } => messages.word("log-held-unknown"),
        LogError::ReadOnlyFolder { dir, source } => messages.say(
            "log-read-only-folder",
            &[("dir", Arg::Shown(&dir.display())), ("cause", Arg::Text(&io_words(messages, source)))],
        ),
        LogError::ReadOnly => messages.word("log-read-only"),
        LogError::Stopped => messages.word("log-stopped"),
        LogError::Refused { sequence, source } => {
            at(messages, "log-refused", *sequence, &link_words(messages, *source))
        }
        LogError::Damaged { source, twin, store } => damaged_sentence(messages, source, *twin, *store),
        LogError::Io { action, path, source } => {
            let cause = io_words(messages, source);
            let values = [("path", Arg::Shown(&path.display())), ("cause", Arg::Text(&cause))];
            let sentence = messages.say(action_id(*action), &values);
            if is_full(source) { caused("log-full", &sentence) } else { sentence }
        }
        LogError::Store { source: source @ StoreFailure::Full { .. } } => {
            let sentence = caused("log-store", &store_words(messages, source));
            caused("log-full", &sentence)
        }
        LogError::Store { source } => caused("log-store", &store_words(messages, source)),
        // Where there was no room it is said what to do in any case.
        LogError::Unfinished { source } if source.is_full() => log_sentence(messages, source),
        LogError::Unfinished { source } => {
            caused("log-unfinished", &first_line(&log_sentence(messages, source)))
        }
    }
}

/// The time that a lock says, to the second and in universal time, as people
/// read it where the ledger is.
fn since_words(messages: &Messages, since: &str) -> String {
    let moment: Option<Moment> = since.strip_suffix('Z').and_then(|it| format!("{it}.000000Z").parse().ok());
    moment.map_or_else(|| since.to_owned(), |moment| moment_words(messages, moment, messages.zone()))
}

fn in_folder(messages: &Messages, id: &str, dir: &Path) -> String {
    messages.say(id, &[("dir", Arg::Shown(&dir.display()))])
}

fn at(messages: &Messages, id: &str, sequence: u64, cause: &str) -> String {
    messages.say(id, &[("sequence", Arg::Shown(&sequence)), ("cause", Arg::Text(cause))])
}

const fn action_id(action: Action) -> &'static str {
    match action {
        Action::Create => "action-create",
        Action::Open => "action-open",
        Action::Read => "action-read",
        Action::Write => "action-write",
        Action::Sync => "action-sync",
        Action::Move => "action-move",
        Action::Remove => "action-remove",
        Action::Lock => "action-lock",
    }
}

/// The damage, and from which copy it can be repaired.
fn damaged_sentence(messages: &Messages, damage: &Damage, twin: Option<Head>, store: Option<Head>) -> String {
    let id = match damage {
        Damage::TwinMissing | Damage::TwinGap { .. } | Damage::TwinBroken { .. } => "log-damaged-lines",
        Damage::StoreChain { .. }
        | Damage::StoreBlock { .. }
        | Damage::StoreMissing
        | Damage::StoreUnusable { .. }
        | Damage::StoreDoubtful { .. } => "log-damaged-store",
        Damage::StoreLonger | Damage::Differs { .. } => "log-damaged-either",
    };
    let (twin, store) = (head_words(messages, twin), head_words(messages, store));
    let cause = damage_words(messages, damage);
    messages
        .say(id, &[("cause", Arg::Text(&cause)), ("twin", Arg::Text(&twin)), ("store", Arg::Text(&store))])
}

fn head_words(messages: &Messages, head: Option<Head>) -> String {
    let size = |head: Head| usize::try_from(head.size).unwrap_or(usize::MAX);
    head.map_or_else(
        || messages.word("log-head-unknown"),
        |head| messages.say("log-head", &[("size", Arg::Count(size(head)))]),
    )
}

fn damage_words(messages: &Messages, damage: &Damage) -> String {
    let caused = |id: &str, cause: &str| messages.say(id, &[("cause", Arg::Text(cause))]);
    match damage {
        Damage::TwinMissing => messages.word("damage-twin-missing"),
        Damage::StoreMissing => messages.word("damage-store-missing"),
        Damage::TwinGap { expected, found } => messages
            .say("damage-twin-gap", &[("expected", Arg::Shown(expected)), ("found", Arg::Shown(found))]),
        Damage::TwinBroken { sequence, source } => {
            at(messages, "damage-twin-broken", *sequence, &link_words(messages, *source))
        }
        Damage::StoreLonger => messages.word("damage-store-longer"),
        Damage::Differs { sequence } => messages.say("damage-differs", &[("sequence", Arg::Shown(sequence))]),
        Damage::StoreChain { sequence, source } => {
            at(messages, "damage-store-chain", *sequence, &link_words(messages, *source))
        }
        Damage::StoreBlock { sequence, source } => {
            at(messages, "damage-store-block", *sequence, &block_words(messages, source))
        }
        Damage::StoreUnusable { source } => caused("damage-store-unusable", &store_words(messages, source)),
        Damage::StoreDoubtful { reason } => caused("damage-store-doubtful", reason),
    }
}

/// Why a line does not continue its chain.
fn link_words(messages: &Messages, fault: Fault) -> String {
    match fault {
        Fault::Empty => messages.word("link-empty"),
        Fault::TooLong { bytes } => {
            let (bytes, limit) = (number(messages, bytes), number(messages, LINE_LIMIT));
            messages.say("link-too-long", &[("bytes", Arg::Text(&bytes)), ("limit", Arg::Text(&limit))])
        }
        Fault::LineFeed => messages.word("link-line-feed"),
        Fault::Unlinked => messages.word("link-unlinked"),
        Fault::Misplaced => messages.word("link-misplaced"),
    }
}

fn block_words(messages: &Messages, fault: &BlockFault) -> String {
    match fault {
        BlockFault::Short => messages.word("block-short"),
        BlockFault::Format { format } => messages.say("block-format", &[("format", Arg::Shown(format))]),
        BlockFault::Parts { expected, found } => {
            messages.say("block-parts", &[("expected", Arg::Shown(expected)), ("found", Arg::Shown(found))])
        }
        BlockFault::Key => messages.word("block-key"),
        BlockFault::Gap { expected } => messages.say("block-gap", &[("expected", Arg::Shown(expected))]),
        BlockFault::Packed { source } => messages.say("block-packed", &[("cause", Arg::Shown(source))]),
        BlockFault::Lines => messages.word("block-lines"),
    }
}

fn store_words(messages: &Messages, failure: &StoreFailure) -> String {
    match failure {
        StoreFailure::Panicked { message } => {
            messages.say("store-panicked", &[("words", Arg::Text(message))])
        }
        StoreFailure::Reported { source } => messages.say("store-reported", &[("words", Arg::Shown(source))]),
        StoreFailure::System { source } => io_words(messages, source),
        StoreFailure::NotDurable { source } => {
            messages.say("store-not-durable", &[("cause", Arg::Text(&io_words(messages, source)))])
        }
        StoreFailure::Full { .. } => messages.word("store-full"),
        StoreFailure::InUse => messages.word("store-in-use"),
    }
}

/// One copy as it was found: how far it reaches, and what stops it there.
pub fn side_sentence(messages: &Messages, copy: &str, side: &Side) -> String {
    let head = head_words(messages, side.head);
    let fault = side.fault.as_ref().map(|error| match error {
        LogError::Damaged { source, .. } => damage_words(messages, source),
        other => first_line(&log_sentence(messages, other)),
    });
    let values = [
        ("copy", Arg::Text(copy)),
        ("head", Arg::Text(&head)),
        ("fault", Arg::Text(fault.as_deref().unwrap_or_default())),
    ];
    messages.say(if fault.is_some() { "repair-faulty" } else { "repair-sound" }, &values)
}

fn first_line(text: &str) -> String {
    text.lines().next().map(str::to_owned).unwrap_or_default()
}

/// What opening a ledger has to tell.
pub fn notice_sentence(messages: &Messages, notice: &Notice) -> String {
    let say = |id: &str, value: Arg<'_>| messages.say(id, &[("value", value)]);
    match notice {
        Notice::LineMovedAside { path, .. } => say("notice-line-aside", Arg::Shown(&path.display())),
        Notice::LineIgnored { sequence, .. } => say("notice-line-ignored", Arg::Shown(sequence)),
        Notice::CaughtUp { to, .. } => say("notice-caught-up", Arg::Shown(to)),
        Notice::StoreRebuilt { entries, .. } => say("notice-store-rebuilt", Arg::Shown(entries)),
        // Reading goes on: what to do about it does not matter here.
        Notice::TwinOnly { because } => {
            say("notice-twin-only", Arg::Text(&first_line(&log_sentence(messages, because))))
        }
    }
}
