//! Which rule between entries an entry breaks.

/// Why an entry may not follow what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Misstep {
    /// Format 1 knows version 1 of this type only.
    #[error("format 1 knows version 1 of this type only")]
    OwnVersion,
    /// It belongs to a batch that is not open.
    #[error("it belongs to a batch that is not open")]
    BatchNotOpen,
    /// The definition is not as format 1 has it.
    #[error("the definition is not as format 1 has it")]
    Definition,
    /// The catalogue has 300 types already.
    #[error("the catalogue has 300 types already")]
    TooManyTypes,
    /// The definition's version is not the next.
    #[error("the definition's version is not the next")]
    DefinitionVersion,
    /// The adoption is not as format 1 has it.
    #[error("the adoption is not as format 1 has it")]
    Adoption,
    /// The plan's version is not the next.
    #[error("the plan's version is not the next")]
    PlanVersion,
    /// The plan has over 500 indicators.
    #[error("the plan has over 500 indicators")]
    TooManyIndicators,
    /// Its first and last day are not the same.
    #[error("its first and last day are not the same")]
    NotOneDay,
    /// A register fact names its body as subject.
    #[error("a register fact names its body as subject")]
    NoSubject,
    /// The subject is a body of another kind.
    #[error("the subject is a body of another kind")]
    SubjectKind,
    /// The body is registered already.
    #[error("the body is registered already")]
    RegisteredTwice,
    /// The body is not registered.
    #[error("the body is not registered")]
    NotRegistered,
    /// The other body is not registered.
    #[error("the other body is not registered")]
    OtherNotRegistered,
    /// The two bodies are one already, or of two kinds.
    #[error("the two bodies are one already, or of two kinds")]
    NotToMerge,
    /// Its type has another prefix than the ledger's.
    #[error("its type has another prefix than the ledger's")]
    TypePrefix,
    /// Its type is not in the catalogue.
    #[error("its type is not in the catalogue")]
    TypeUnknown,
    /// The activity is not as format 1 has it.
    #[error("the activity is not as format 1 has it")]
    Activity,
    /// Its subject is not registered.
    #[error("its subject is not registered")]
    SubjectUnknown,
    /// It is a part of what is no activity.
    #[error("it is a part of what is no activity")]
    NotAPart,
    /// Its fields are not as its type has them.
    #[error("its fields are not as its type has them")]
    Fields,
    /// Its day is not the last of its period.
    #[error("its day is not the last of its period")]
    TotalDay,
    /// Its period ends before it starts.
    #[error("its period ends before it starts")]
    PeriodOrder,
    /// Its indicator is not defined.
    #[error("its indicator is not defined")]
    IndicatorUnknown,
    /// It has no value.
    #[error("it has no value")]
    NoValue,
    /// Its value does not fit its indicator.
    #[error("its value does not fit its indicator")]
    ValueUnfit,
    /// It does not name the entry it is about.
    #[error("it does not name the entry it is about")]
    NamesNone,
    /// It is not about an original entry.
    #[error("it is not about an original entry")]
    NotTheOriginal,
    /// It is about what was withdrawn, which is final.
    #[error("it is about what was withdrawn, which is final")]
    Withdrawn,
    /// It replaces another version than the standing one.
    #[error("it replaces another version than the standing one")]
    OtherVersion,
    /// It has no content.
    #[error("it has no content")]
    NoContent,
    /// It names no standing correction.
    #[error("it names no standing correction")]
    NoCorrection,
    /// It confirms what is not planned.
    #[error("it confirms what is not planned")]
    NotPlanned,
    /// It confirms before the day.
    #[error("it confirms before the day")]
    TooEarly,
    /// It names no version of the entry.
    #[error("it names no version of the entry")]
    NoVersion,
    /// A version is judged by its own recorder.
    #[error("a version is judged by its own recorder")]
    OwnJudge,
    /// It resolves what is no open note.
    #[error("it resolves what is no open note")]
    NoOpenNote,
    /// A note becomes what is no activity.
    #[error("a note becomes what is no activity")]
    NotAnActivity,
    /// It is about a batch that is not there.
    #[error("it is about a batch that is not there")]
    NoBatch,
    /// The batch has ended already.
    #[error("the batch has ended already")]
    BatchEnded,
}
