//! Checkpoints and proofs as documents for programs; people are given the files
//! themselves, in the form that the standard has for them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use super::{Arg, Messages};
use crate::ledger::PublishedTree;
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
    let signature = match &proved.key {
        Some(key) => messages.say("proof-signed-by", &[("key", Arg::Shown(key))]),
        None => messages.word("proof-signature-unchecked"),
    };
    entry.into_iter().chain(older).chain([signature]).map(|line| line + "\n").collect()
}

/// The same as `proof/1`.
pub fn proved_json(proved: &Proved) -> Json {
    let mut document = of_checkpoint("proof/1", &proved.signed);
    document["old"] = proved.older.into();
    document["sequence"] = proved.entry.into();
    document["signedby"] = proved.key.as_ref().map(ToString::to_string).into();
    document
}
