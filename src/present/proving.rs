//! Checkpoints and proofs as documents for programs; people are given the files
//! themselves, in the form that the standard has for them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use super::table::certain_words;
use super::{Arg, Messages, day_words, wrapped};
use crate::audit::ValueProof;
use crate::figures::{Filter, PlanChoice, Question, Ruling, State, explain};
use crate::ledger::PublishedTree;
use crate::plan::Words;
use crate::proof::{ConsistencyFile, InclusionFile, Node, SignedCheckpoint, Verifier};

/// A checkpoint as `checkpoint/1`.
pub fn checkpoint_json(signed: &SignedCheckpoint) -> Json {
    of_checkpoint("checkpoint/1", signed)
}

/// A verifier key as `key/1`.
pub fn verifier_json(key: &str) -> Json {
    json!({"jalon": "key/1", "verifierkey": key})
}

/// That an entry is there as `inclusion/1`.
pub fn inclusion_json(file: &InclusionFile) -> Json {
    let mut document = of_checkpoint("inclusion/1", &file.signed);
    document["path"] = path(&file.path);
    document["sequence"] = file.index.into();
    document
}

/// That a checkpoint continues an older one as `consistency/1`.
pub fn consistency_json(file: &ConsistencyFile) -> Json {
    let mut document = of_checkpoint("consistency/1", &file.signed);
    document["old"] = file.old.into();
    document["path"] = path(&file.path);
    document
}

/// What was published as `publish/1`.
pub fn published_tree_json(published: PublishedTree, signed: &SignedCheckpoint) -> Json {
    let mut document = of_checkpoint("publish/1", signed);
    document["before"] = published.before.into();
    document["tiles"] = published.tiles.into();
    document
}

/// What was written of an audit pack as `packed/1`.
pub fn packed_json(folder: &str, signed: &SignedCheckpoint, files: usize, missing: usize) -> Json {
    let mut document = of_checkpoint("packed/1", signed);
    document["files"] = files.into();
    document["folder"] = folder.into();
    document["missing"] = missing.into();
    document
}

fn of_checkpoint(name: &str, signed: &SignedCheckpoint) -> Json {
    let checkpoint = &signed.checkpoint;
    json!({
        "jalon": name,
        "note": signed.note.to_string(),
        "origin": checkpoint.origin,
        "root": BASE64.encode(checkpoint.root),
        "size": checkpoint.size,
    })
}

fn path(nodes: &[Node]) -> Json {
    nodes.iter().map(|node| BASE64.encode(node)).collect()
}

/// A proof that holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proved {
    /// The entry that it shows to be there.
    pub entry: Option<u64>,
    /// How many entries the older checkpoint covers that it shows to be continued.
    pub older: Option<u64>,
    /// The checkpoint that it rests on.
    pub signed: SignedCheckpoint,
    /// The key that signed that, where one was given.
    pub key: Option<Verifier>,
}

/// What a proof shows, and by whose signature.
pub fn proved_text(messages: &Messages, proved: &Proved) -> String {
    let size = proved.signed.checkpoint.size;
    let shown = |id: &str, name: &str, value: u64| {
        messages.say(id, &[(name, Arg::Shown(&value)), ("size", Arg::Shown(&size))])
    };
    let entry = proved.entry.map(|entry| shown("proof-holds-inclusion", "entry", entry));
    let older = proved.older.map(|older| shown("proof-holds-consistency", "older", older));
    let signature = signature_line(messages, proved.key.as_ref());
    entry.into_iter().chain(older).chain([signature]).map(|line| line + "\n").collect()
}

fn signature_line(messages: &Messages, key: Option<&Verifier>) -> String {
    match key {
        Some(key) => messages.say("proof-signed-by", &[("key", Arg::Shown(key))]),
        None => messages.word("proof-signature-unchecked"),
    }
}

/// What a proof of a value shows, of which everything was checked with the entries in it;
/// where a key was given, that one and the one that signed.
pub fn proved_value_text(
    messages: &Messages,
    proof: &ValueProof,
    state: &State,
    keys: Option<(&Verifier, &Verifier)>,
    width: u16,
) -> String {
    let claim = &proof.value;
    let choice = PlanChoice { id: Some(claim.plan.id.clone()), version: None };
    let ruling = Ruling::at(state, &choice, claim.asat).ok();
    let shown = ruling.as_ref().and_then(|ruling| {
        let indicator = ruling.indicator(&claim.id)?;
        let value = explain(&Question::new(state, ruling, claim.asat, Filter::default()), indicator).value;
        Some((indicator.title(), certain_words(messages, indicator, &value)))
    });
    let (title, value) = shown.unwrap_or_else(|| (Words::both(&claim.id), String::new()));
    let day = day_words(messages.language(), claim.asat);
    let value = [
        ("label", Arg::Text(messages.language().of(&title))),
        ("day", Arg::Text(&day)),
        ("value", Arg::Text(&value)),
        ("size", Arg::Shown(&claim.size)),
    ];
    let (counted, left) = (claim.contributions.len(), claim.notcounted.len());
    let lines = [
        messages.say("proof-holds-value", &value),
        messages.say("proof-holds-entries", &[("count", Arg::Count(proof.entries.len()))]),
        messages
            .say("proof-holds-counted", &[("counted", Arg::Shown(&counted)), ("left", Arg::Shown(&left))]),
        keys.map_or_else(|| messages.word("verify-own-key"), |keys| signed_words(messages, keys)),
        messages.word("proof-not-shown"),
    ];
    wrapped(&(lines.join("\n") + "\n"), width)
}

/// Whose key signed, where the key that was given may have handed over to it.
fn signed_words(messages: &Messages, (key, signer): (&Verifier, &Verifier)) -> String {
    if key == signer {
        return signature_line(messages, Some(key));
    }
    messages.say("proof-signed-after", &[("signer", Arg::Shown(signer)), ("key", Arg::Shown(key))])
}

/// The same as `proof/1`; where a key was given, with the one that signed.
pub fn proved_value_json(proof: &ValueProof, keys: Option<(&Verifier, &Verifier)>) -> Json {
    let claim = &proof.value;
    let mut document = proof.signed().map_or_else(|_| json!({}), |signed| of_checkpoint("proof/1", &signed));
    document["old"] = Json::Null;
    document["sequence"] = Json::Null;
    document["signedby"] = keys.map(|(_, signer)| signer.to_string()).into();
    document["value"] = json!({
        "asat": claim.asat.to_string(), "delivered": claim.delivered, "id": claim.id, "size": claim.size,
    });
    document
}

/// The same as `proof/1`.
pub fn proved_json(proved: &Proved) -> Json {
    let mut document = of_checkpoint("proof/1", &proved.signed);
    document["old"] = proved.older.into();
    document["sequence"] = proved.entry.into();
    document["signedby"] = proved.key.as_ref().map(ToString::to_string).into();
    document["value"] = Json::Null;
    document
}
