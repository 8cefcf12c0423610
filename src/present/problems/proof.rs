//! Signing keys, checkpoints and proofs.

use super::{desk_sentence, entry_sentence, log_sentence, replay_sentence, ruling_sentence, vault_sentence};
use crate::audit::{ExcerptError, ProofMisfit};
use crate::ledger::{ProvingError, SigningError, TilesError};
use crate::present::{Arg, Messages};
use crate::proof::{CheckpointError, KeyError, NoteError, ProofError, ProofFileError};

/// Why there is no key.
pub fn key_sentence(messages: &Messages, error: &KeyError) -> String {
    match error {
        KeyError::Name(typed) => messages.say("key-name", &[("typed", Arg::Text(typed))]),
        KeyError::Random(words) => messages.say("key-random", &[("words", Arg::Shown(words))]),
        KeyError::File => messages.word("key-file"),
    }
}

/// Why a checkpoint cannot be gone by.
pub fn checkpoint_sentence(messages: &Messages, error: &CheckpointError) -> String {
    match error {
        CheckpointError::Note(NoteError::Form) => messages.word("checkpoint-no-note"),
        CheckpointError::Note(NoteError::Signature(name)) => {
            messages.say("checkpoint-signature", &[("name", Arg::Text(name))])
        }
        CheckpointError::Note(NoteError::Unknown) => messages.word("checkpoint-unknown-key"),
        CheckpointError::Form => messages.word("checkpoint-none"),
        CheckpointError::Origin(origin) => {
            messages.say("checkpoint-origin", &[("origin", Arg::Text(origin))])
        }
    }
}

/// Why nothing was signed.
pub fn signing_sentence(messages: &Messages, error: &SigningError) -> String {
    match error {
        SigningError::Log(error) => log_sentence(messages, error),
        SigningError::Desk(error) => desk_sentence(messages, error),
        SigningError::Vault(error) => vault_sentence(messages, error),
        SigningError::Key(error) => key_sentence(messages, error),
        SigningError::Verifier(error) => messages.say("signing-verifier", &[("key", Arg::Text(&error.0))]),
        SigningError::NoKey(key) => messages.say("signing-no-key", &[("key", Arg::Text(key))]),
        SigningError::Ruling(error) => ruling_sentence(messages, error),
        SigningError::NothingLost => messages.word("signing-nothing-lost"),
    }
}

/// Why something cannot be shown.
pub fn proving_sentence(messages: &Messages, error: &ProvingError) -> String {
    match error {
        ProvingError::Log(error) => log_sentence(messages, error),
        ProvingError::NotContained(size) => {
            messages.say("proving-not-contained", &[("size", Arg::Shown(size))])
        }
        ProvingError::Origin(origin) => messages.say("checkpoint-origin", &[("origin", Arg::Text(origin))]),
        ProvingError::NotOlder { older, newer } => {
            messages.say("proving-not-older", &[("older", Arg::Shown(older)), ("newer", Arg::Shown(newer))])
        }
    }
}

/// Why the tree is not published.
pub fn tiles_sentence(messages: &Messages, error: &TilesError) -> String {
    match error {
        TilesError::File { path, source } => super::file_sentence(messages, path, source),
        TilesError::Another { path, source } => {
            format!("{}: {}", path.display(), proving_sentence(messages, source))
        }
        TilesError::NoCheckpoint { path, source } => {
            format!("{}: {}", path.display(), checkpoint_sentence(messages, source))
        }
        TilesError::Log(error) => log_sentence(messages, error),
    }
}

/// Why a file is no proof.
pub fn proof_file_sentence(messages: &Messages, error: &ProofFileError) -> String {
    match error {
        ProofFileError::Form => messages.word("proof-form"),
        ProofFileError::Checkpoint(error) => checkpoint_sentence(messages, error),
    }
}

/// Why a proof shows nothing.
pub fn proof_sentence(messages: &Messages, error: ProofError) -> String {
    messages.word(match error {
        ProofError::Beyond => "proof-beyond",
        ProofError::Larger => "proof-larger",
        ProofError::Length => "proof-length",
        ProofError::OldRoot => "proof-old-root",
        ProofError::Root => "proof-root",
    })
}

/// Why a file shows no value.
pub fn claim_sentence(messages: &Messages, error: &ProofMisfit) -> String {
    match error {
        ProofMisfit::Form => messages.word("proof-form"),
        ProofMisfit::Checkpoint(error) => checkpoint_sentence(messages, error),
        ProofMisfit::Key => messages.word("claim-key"),
        ProofMisfit::Excerpt(error) => excerpt_sentence(messages, error),
        ProofMisfit::Proof(error) => proof_sentence(messages, *error),
        ProofMisfit::Size { claimed, signed } => {
            messages.say("claim-size", &[("claimed", Arg::Shown(claimed)), ("signed", Arg::Shown(signed))])
        }
        ProofMisfit::Ruling(error) => ruling_sentence(messages, error),
        ProofMisfit::Indicator => messages.word("claim-indicator"),
        ProofMisfit::Value(apart) => {
            let members = apart.join(", ");
            messages
                .say("claim-value", &[("count", Arg::Count(apart.len())), ("members", Arg::Text(&members))])
        }
    }
}

fn excerpt_sentence(messages: &Messages, error: &ExcerptError) -> String {
    match error {
        ExcerptError::Entry { line, source } => {
            let cause = entry_sentence(messages, source);
            messages.say("claim-entry", &[("line", Arg::Shown(line)), ("cause", Arg::Text(&cause))])
        }
        ExcerptError::Order(line) => messages.say("claim-order", &[("line", Arg::Shown(line))]),
        ExcerptError::Replay(error) => replay_sentence(messages, error),
    }
}
