//! A value with all that shows it, as a file: whoever has it needs no ledger.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::Claim;
use super::excerpt::{ExcerptError, of_lines};
use crate::audit::Trust;
use crate::event::{Entry, Hash};
use crate::figures::{Filter, PlanChoice, Question, Ruling, RulingError, State};
use crate::ledger::leaf_of;
use crate::proof::{CheckpointError, Node, ProofError, SignedCheckpoint, Verifier, check_several};

/// A value with all that shows it: `valueproof/1`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueProof {
    /// The checkpoint of the entries as known, as it was signed.
    pub checkpoint: String,
    /// The entries that the value rests on, in order, each as it is stored.
    pub entries: Vec<String>,
    /// Hashes of the tree that lead from them to the root, from left to right.
    pub hashes: Vec<String>,
    /// What it is.
    pub jalon: String,
    /// What is claimed.
    pub value: Claim,
}

/// What the document is called.
const NAME: &str = "valueproof/1";

/// Why a file shows no value.
#[derive(Debug, thiserror::Error)]
pub enum ProofMisfit {
    /// It is not such a file.
    #[error("this is no proof of a value")]
    Form,
    /// Its checkpoint is not the ledger's.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The key that somebody goes by is none of the ledger's, or handed nothing over.
    #[error("the key is none of those that signed")]
    Key,
    /// Its entries cannot be read.
    #[error(transparent)]
    Excerpt(#[from] ExcerptError),
    /// Its entries are not those that were signed.
    #[error(transparent)]
    Proof(#[from] ProofError),
    /// The value is of more entries than were signed.
    #[error("the value is of {claimed} entries, and the checkpoint of {signed}")]
    Size {
        /// Of how many the value is.
        claimed: u64,
        /// Of how many the checkpoint is.
        signed: u64,
    },
    /// Its plan does not rule.
    #[error(transparent)]
    Ruling(#[from] RulingError),
    /// Another version of the plan rules on that day, or the plan has no such indicator.
    #[error("the plan has no such indicator then")]
    Indicator,
    /// The entries give another value; where the two part.
    #[error("the entries give another value: {0:?}")]
    Value(Vec<String>),
}

impl ValueProof {
    /// Puts it together.
    pub fn new(signed: &SignedCheckpoint, value: Claim, entries: Vec<String>, hashes: &[Node]) -> Self {
        Self {
            checkpoint: signed.note.to_string(),
            entries,
            hashes: hashes.iter().map(|node| STANDARD.encode(node)).collect(),
            jalon: NAME.to_owned(),
            value,
        }
    }

    /// Reads a file; nothing of it is checked.
    pub fn read(text: &str) -> Result<Self, ProofMisfit> {
        let read: Self = serde_json::from_str(text).map_err(|_| ProofMisfit::Form)?;
        if read.jalon == NAME { Ok(read) } else { Err(ProofMisfit::Form) }
    }

    /// The checkpoint.
    pub fn signed(&self) -> Result<SignedCheckpoint, ProofMisfit> {
        Ok(SignedCheckpoint::read(&self.checkpoint)?)
    }

    /// Checks all of it: the entries are those that were signed, and replaying them gives
    /// the value. With a key that somebody has from elsewhere that one signed, or handed
    /// over to the one that did; without, the entries' own word is taken for it. What they
    /// say, as far as it was known; and the key that signed.
    pub fn check(&self, key: Option<&Verifier>) -> Result<(State, Verifier), ProofMisfit> {
        let signed = self.signed()?;
        let checkpoint = &signed.checkpoint;
        check_several(&self.leaves()?, checkpoint.size, &self.nodes()?, &checkpoint.root)?;
        let state = of_lines(self.entries.iter().map(String::as_str))?;
        let trust = Trust::of(&state, key).ok_or(ProofMisfit::Key)?;
        if state.size() > checkpoint.size {
            return Err(ProofError::Beyond.into());
        }
        let by = trust.signer(&signed).ok_or(ProofMisfit::Key)?;
        if self.value.size > checkpoint.size {
            return Err(ProofMisfit::Size { claimed: self.value.size, signed: checkpoint.size });
        }
        let known = self.known()?;
        let apart = self.value.recomputed(&known)?.differs_from(&self.value);
        if apart.is_empty() { Ok((known, by.clone())) } else { Err(ProofMisfit::Value(apart)) }
    }

    /// What its entries say that were known.
    fn known(&self) -> Result<State, ProofMisfit> {
        let is_known =
            |line: &&str| Entry::read(line.as_bytes()).is_ok_and(|entry| entry.sequence < self.value.size);
        Ok(of_lines(self.entries.iter().map(String::as_str).filter(is_known))?)
    }

    /// The hash of each entry as a leaf, by its place.
    fn leaves(&self) -> Result<BTreeMap<u64, Node>, ProofMisfit> {
        let leaf = |(at, line): (usize, &String)| {
            let bytes = line.as_bytes();
            let entry = Entry::read(bytes).map_err(|source| ExcerptError::Entry { line: at + 1, source })?;
            Ok((entry.sequence, leaf_of(Hash::of(bytes))))
        };
        self.entries.iter().enumerate().map(leaf).collect()
    }

    fn nodes(&self) -> Result<Vec<Node>, ProofMisfit> {
        let node = |text: &String| STANDARD.decode(text).ok()?.try_into().ok();
        self.hashes.iter().map(node).collect::<Option<_>>().ok_or(ProofMisfit::Form)
    }
}

impl Claim {
    /// The same claim as some entries give it.
    pub fn recomputed(&self, state: &State) -> Result<Self, ProofMisfit> {
        let choice = PlanChoice { id: Some(self.plan.id.clone()), version: None };
        let ruling = Ruling::at(state, &choice, self.asat)?;
        let rules = ruling.adopted.adoption.version == self.plan.version;
        let indicator = ruling.indicator(&self.id).filter(|_| rules).ok_or(ProofMisfit::Indicator)?;
        let question = Question::new(state, &ruling, self.asat, Filter::default());
        // Of the entries behind the last that it rests on nothing is known here.
        Ok(Self::of(&question, indicator).of_size(self.size))
    }

    fn of_size(self, size: u64) -> Self {
        let part_of = |part: Option<Box<Self>>| part.map(|it| Box::new(it.of_size(size)));
        Self { size, part: part_of(self.part), whole: part_of(self.whole), ..self }
    }

    /// The members in which two claims differ, each by its path, such as
    /// `contributions/3/amount`.
    pub fn differs_from(&self, other: &Self) -> Vec<String> {
        let json = |claim: &Self| serde_json::to_value(claim).unwrap_or_default();
        crate::audit::members_apart(&json(self), &json(other))
    }
}
