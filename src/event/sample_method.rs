//! How the items of a sample are drawn.

/// A way of drawing items (ISA and CAS 530, appendix 4).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SampleMethod {
    /// Each set of so many items is as likely as any other.
    Random,
    /// Every n-th item of the list, from a start that the seed says.
    Interval,
    /// Every n-th unit of the amounts: larger items are likelier.
    Monetary,
}

impl SampleMethod {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Random, Self::Interval, Self::Monetary];

    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::Interval => "interval",
            Self::Monetary => "monetary",
        }
    }

    /// The method of a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}
