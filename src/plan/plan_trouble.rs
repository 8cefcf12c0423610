//! What makes no sense in a plan.

use super::{Choice, DefinitionKind, FieldKind, Kind, Near, Place};

/// Something in a plan that makes no sense, and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlanProblem {
    /// The path of keys and indexes in the file.
    pub place: Place,
    /// What is wrong there.
    pub trouble: PlanTrouble,
}

/// What makes no sense in a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlanTrouble {
    /// A number is asked of all entries of a key together.
    NumberOfKey,
    /// Not an id: a-z, 0-9 and -, at most 64 characters.
    Id(String),
    /// An id that another definition of its kind has.
    Twice {
        /// What is defined.
        kind: DefinitionKind,
        /// The id.
        id: String,
    },
    /// Not a type such as `newsletter.sent`.
    TypeName(String),
    /// A type with a longer name than the ledger's prefix leaves room for.
    LongTypeName {
        /// The name.
        typed: String,
        /// The characters that there is room for.
        room: usize,
    },
    /// Not a field name: a-z, 0-9 and _, and not `subject`.
    FieldName(String),
    /// A field that stands twice.
    FieldTwice(String),
    /// A choice without words.
    NoChoices(String),
    /// A choice word that is not a-z, 0-9, - and _.
    ChoiceWord(String),
    /// No such type, in the files or in the ledger.
    UnknownType {
        /// What was named.
        kind: String,
        /// Types that are like it.
        near: Vec<Near>,
    },
    /// No such field.
    UnknownField {
        /// The type.
        kind: String,
        /// What was named.
        field: String,
        /// Fields that it has: the nearest, or all when none is like it.
        near: Vec<Near>,
    },
    /// No such list.
    UnknownList(String),
    /// No such indicator, in the files.
    UnknownIndicator(String),
    /// A type that closes openings by no field.
    NoKeys,
    /// A list without members.
    NoMembers(String),
    /// A group without indicators.
    NoRows(String),
    /// A type counts on a field that is not one date of its own.
    NotADate(String),
    /// A group's mean names what is not a row of it.
    NotARow(String),
    /// A share without its part or its whole.
    ShareLacks(&'static str),
    /// A part of a share that is a share itself, or has no number.
    NoPart(String),
    /// A member that a rule of this kind does not read.
    Idle {
        /// The member.
        key: &'static str,
        /// The kind.
        kind: Kind,
    },
    /// A row in words has a target.
    TargetInWords(String),
    /// A number finer than the indicator's decimals, which would be rounded
    /// wherever it is shown.
    TooFine {
        /// The member.
        key: &'static str,
        /// The number.
        number: String,
        /// The indicator's decimals.
        decimals: u32,
    },
    /// A rule that draws on no type.
    NoSource,
    /// `distinct` without a key.
    NoKey,
    /// A kind of rule that needs a field.
    NoField(Kind),
    /// A field that cannot give the value of this kind of rule.
    WrongField {
        /// The kind of rule.
        rule: Kind,
        /// The field.
        field: String,
        /// What the field holds.
        holds: FieldKind,
        /// The indicator's currency, when it is one in money.
        currency: Option<String>,
    },
    /// A sealed field, which no indicator may read.
    Sealed(String),
    /// A path through a field that is not a reference.
    NoReference {
        /// The field.
        field: String,
        /// The whole path.
        path: String,
    },
    /// A word that is not a choice of its field.
    NotAChoice {
        /// The word.
        word: String,
        /// The field.
        field: String,
        /// Its choices.
        choices: Vec<Choice>,
    },
}
