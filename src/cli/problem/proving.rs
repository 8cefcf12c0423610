//! What can go wrong with checkpoints and proofs.

use std::path::PathBuf;

use super::Problem;
use crate::audit::ProofMisfit;
use crate::ledger::{ProvingError, SigningError, TilesError};
use crate::present::problems::{
    checkpoint_sentence, claim_sentence, proof_file_sentence, proof_sentence, proving_sentence,
    signing_sentence, tiles_sentence,
};
use crate::present::{Arg, Messages};
use crate::proof::{CheckpointError, ProofError, ProofFileError};

/// Why nothing is signed, shown or checked.
#[derive(Debug)]
pub enum Unproved {
    /// A file holds no checkpoint to go by.
    Checkpoint {
        /// The file.
        path: PathBuf,
        /// Why.
        source: CheckpointError,
    },
    /// Nothing was signed.
    Signing(SigningError),
    /// Something cannot be shown.
    Proving(ProvingError),
    /// The tree is not published.
    Tiles(TilesError),
    /// A file holds no proof.
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: ProofFileError,
    },
    /// A value does not follow from what is said to show it.
    Value {
        /// The file.
        path: PathBuf,
        /// Why.
        source: ProofMisfit,
    },
    /// A pack is not as its entries give it.
    PackNotSound,
    /// A checkpoint or a key that was given is another's, and nothing else was found.
    GivenNotOfIt,
    /// A file says of no pack what it is.
    NoPack(PathBuf),
    /// A folder in which something else than a tree lies.
    OtherFolder(PathBuf),
    /// A checkpoint beside which no tree lies.
    LoneCheckpoint(PathBuf),
    /// A value that was to be shown does not follow from its entries.
    Claim(ProofMisfit),
    /// A proof shows nothing.
    Proof {
        /// The file.
        path: PathBuf,
        /// Why.
        source: ProofError,
    },
}

impl Unproved {
    /// The sentence: what, where, and what to do.
    pub(super) fn sentence(&self, messages: &Messages) -> String {
        match self {
            Self::Checkpoint { path, source } => {
                format!("{}: {}", path.display(), checkpoint_sentence(messages, source))
            }
            Self::Signing(error) => signing_sentence(messages, error),
            Self::Proving(error) => proving_sentence(messages, error),
            Self::Tiles(error) => tiles_sentence(messages, error),
            Self::File { path, source } => {
                format!("{}: {}", path.display(), proof_file_sentence(messages, source))
            }
            Self::Value { path, source } => {
                let cause = claim_sentence(messages, source);
                let cause = messages.say("proof-does-not-hold", &[("cause", Arg::Text(&cause))]);
                format!("{}: {cause}", path.display())
            }
            Self::PackNotSound => messages.word("verify-pack-not-sound"),
            Self::GivenNotOfIt => messages.word("verify-given-alone"),
            Self::NoPack(path) => {
                messages.say("pack-none", &[("path", Arg::Text(&path.display().to_string()))])
            }
            Self::OtherFolder(path) => {
                messages.say("publish-other-folder", &[("path", Arg::Text(&path.display().to_string()))])
            }
            Self::LoneCheckpoint(path) => {
                messages.say("publish-lone-checkpoint", &[("path", Arg::Text(&path.display().to_string()))])
            }
            Self::Claim(source) => claim_sentence(messages, source),
            Self::Proof { path, source } => {
                let cause = proof_sentence(messages, *source);
                let cause = messages.say("proof-does-not-hold", &[("cause", Arg::Text(&cause))]);
                format!("{}: {cause}", path.display())
            }
        }
    }
}

impl From<Unproved> for Problem {
    fn from(error: Unproved) -> Self {
        Self::Unproved(Box::new(error))
    }
}

impl From<SigningError> for Problem {
    fn from(error: SigningError) -> Self {
        match error {
            SigningError::Log(error) => Self::Log(error),
            SigningError::Desk(error) => Self::Desk(error),
            SigningError::Vault(error) => Self::Vault(error),
            SigningError::Key(error) => Self::Key(error),
            other => Unproved::Signing(other).into(),
        }
    }
}

impl From<TilesError> for Problem {
    fn from(error: TilesError) -> Self {
        match error {
            TilesError::Log(error) => Self::Log(error),
            other => Unproved::Tiles(other).into(),
        }
    }
}

impl From<ProvingError> for Problem {
    fn from(error: ProvingError) -> Self {
        match error {
            ProvingError::Log(error) => Self::Log(error),
            other => Unproved::Proving(other).into(),
        }
    }
}
