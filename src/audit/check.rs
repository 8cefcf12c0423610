//! The checks of a verification, and how they end.

/// One check.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Check {
    /// Bytes and canonical form of every entry.
    Form,
    /// Chain, places, order of time, ids, and that each entry can follow.
    Chain,
    /// Both copies are equal.
    Copies,
    /// Documents are as entries say.
    Documents,
    /// Sealed values are as entries say.
    Sealed,
    /// Values come from the entries alone.
    Values,
    /// What was written down when years were closed is what the entries gave.
    Closed,
    /// The outline, made from the entries so that one more is recorded sooner, says
    /// what they say.
    Derived,
    /// The index, made from the entries so that values are found sooner, says what
    /// they say.
    Index,
    /// The subtrees that are kept, so that something is signed or shown sooner, are
    /// those of the entries.
    Tree,
    /// The checkpoints that the ledger keeps are of it.
    Signed,
    /// Checkpoints that somebody kept elsewhere are of it.
    Checkpoint,
    /// The files of a pack are those that its list names.
    Files,
    /// What a pack claims is what its entries give.
    Claims,
    /// What people read in a pack is what this program writes of its entries.
    Written,
}

impl Check {
    /// Those of a pack that are those of a ledger too.
    pub const OF_PACK: [Self; 8] = [
        Self::Form,
        Self::Chain,
        Self::Documents,
        Self::Sealed,
        Self::Values,
        Self::Closed,
        Self::Signed,
        Self::Checkpoint,
    ];

    /// All of a ledger in order.
    pub const ALL: [Self; 12] = [
        Self::Form,
        Self::Chain,
        Self::Copies,
        Self::Documents,
        Self::Sealed,
        Self::Values,
        Self::Closed,
        Self::Derived,
        Self::Index,
        Self::Tree,
        Self::Signed,
        Self::Checkpoint,
    ];

    /// The word for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Chain => "chain",
            Self::Copies => "copies",
            Self::Documents => "documents",
            Self::Sealed => "sealed",
            Self::Values => "values",
            Self::Closed => "closed",
            Self::Derived => "derived",
            Self::Index => "index",
            Self::Tree => "tree",
            Self::Signed => "signed",
            Self::Checkpoint => "checkpoint",
            Self::Files => "files",
            Self::Claims => "claims",
            Self::Written => "written",
        }
    }
}

/// How a check ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Everything looked at is as it should be.
    Sound,
    /// Something is not.
    Failed,
    /// It could not be made.
    Unchecked,
}

impl Outcome {
    /// The word for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Failed => "failed",
            Self::Unchecked => "unchecked",
        }
    }
}

/// A check with its outcome.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Checked {
    /// Which.
    pub check: Check,
    /// How it ended.
    pub outcome: Outcome,
    /// How many things were found as they should be.
    pub count: u64,
    /// How many could not be checked.
    pub unchecked: u64,
    /// How many nobody is to check any more: the key was destroyed on purpose.
    pub erased: u64,
}
