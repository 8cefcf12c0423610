//! `jalon verify --proof`: a proof is checked without the ledger that gave it.

use std::path::Path;

use super::{Args, one_of};
use crate::audit::{ProofMisfit, ValueProof};
use crate::cli::context::Context;
use crate::cli::prove::{read, read_checkpoint};
use crate::cli::{Format, Problem, Unproved, Usage};
use crate::event::Hash;
use crate::ledger::leaf_of;
use crate::present::{Proved, proved_json, proved_text, proved_value_json, proved_value_text};
use crate::proof::{
    CheckpointError, ConsistencyFile, InclusionFile, ProofFileError, SignedCheckpoint, Verifier,
};

/// Checks the proof in a file: with an entry that it is there, with an older checkpoint
/// that the newer one continues it.
pub(super) fn check(context: &Context, args: &Args, keys: &[Verifier], path: &Path) -> Result<(), Problem> {
    let text = read(path)?;
    if text.starts_with('{') {
        return value(context, args, one_of(keys)?.as_ref(), path, &text);
    }
    let of_file = |source: ProofFileError| Unproved::File { path: path.to_owned(), source };
    let proved = match (&args.entry, args.checkpoint.as_slice()) {
        (Some(entry), []) => {
            one_of(keys)?;
            inclusion(path, &InclusionFile::read(&text).map_err(of_file)?, entry)?
        }
        (None, [older]) => {
            let file = ConsistencyFile::read(&text).map_err(of_file)?;
            let signed = read_checkpoint(older)?;
            check_older(older, &signed, &file, keys)?;
            continues(path, &file, &signed)?
        }
        _ => return Err(Usage::ProofOfWhat.into()),
    };
    let proved = signed(keys, path, proved)?;
    match context.format {
        Format::Json => context.print_json(&proved_json(&proved)),
        Format::Text => context.print(&proved_text(&context.messages, &proved)),
    }
}

/// Checks the value in a file, with which everything comes that it takes.
fn value(
    context: &Context,
    args: &Args,
    key: Option<&Verifier>,
    path: &Path,
    text: &str,
) -> Result<(), Problem> {
    if args.entry.is_some() || !args.checkpoint.is_empty() {
        return Err(Usage::ProofOfValue.into());
    }
    let of_file = |source: ProofMisfit| Unproved::Value { path: path.to_owned(), source };
    let proof = ValueProof::read(text).map_err(of_file)?;
    let (state, signer) = proof.check(key).map_err(of_file)?;
    let keys = key.map(|key| (key, &signer));
    context.messages.at_home(state.currency());
    match context.format {
        Format::Json => context.print_json(&proved_value_json(&proof, keys)),
        Format::Text => {
            let words = proved_value_text(&context.messages, &proof, &state, keys, Context::width());
            context.print(&words)
        }
    }
}

fn inclusion(path: &Path, file: &InclusionFile, entry: &Path) -> Result<Proved, Problem> {
    let line = read(entry)?;
    // A line is stored, hashed and handed on; its line feed belongs to the file alone.
    let hash = Hash::of(line.strip_suffix('\n').unwrap_or(&line).as_bytes());
    file.check(&leaf_of(hash)).map_err(|source| Unproved::Proof { path: path.to_owned(), source })?;
    Ok(Proved { entry: Some(file.index), older: None, signed: file.signed.clone(), key: None })
}

fn continues(path: &Path, file: &ConsistencyFile, older: &SignedCheckpoint) -> Result<Proved, Problem> {
    file.check(&older.checkpoint).map_err(|source| Unproved::Proof { path: path.to_owned(), source })?;
    Ok(Proved { entry: None, older: Some(file.old), signed: file.signed.clone(), key: None })
}

/// The older checkpoint is the same log's and, where keys are given, signed by one of them.
fn check_older(
    path: &Path,
    older: &SignedCheckpoint,
    file: &ConsistencyFile,
    keys: &[Verifier],
) -> Result<(), Problem> {
    let origin = &file.signed.checkpoint.origin;
    let checked = match keys {
        [_, ..] => older.check(origin, keys).map(drop),
        [] if older.checkpoint.origin == *origin => Ok(()),
        [] => Err(CheckpointError::Origin(older.checkpoint.origin.clone())),
    };
    Ok(checked.map_err(|source| Unproved::Checkpoint { path: path.to_owned(), source })?)
}

/// The same with the key that signed, where keys are given.
fn signed(keys: &[Verifier], path: &Path, proved: Proved) -> Result<Proved, Problem> {
    let Some(first) = keys.first() else { return Ok(proved) };
    let of_file = |source| Unproved::Checkpoint { path: path.to_owned(), source };
    let by = proved.signed.check(first.name(), keys).map_err(of_file)?;
    let key = by.first().map(|key| (*key).clone());
    Ok(Proved { key, ..proved })
}
