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
    /// It names no version of a plan that its table can have had.
    #[error("it names no version of a plan that its table can have had")]
    NoSuchPlan,
    /// It was sent after it was recorded.
    #[error("it was sent after it was recorded")]
    SentLater,
    /// Its sample is not drawn of a value of that plan.
    #[error("its sample is not drawn of a value of that plan")]
    NotARow,
    /// It names no sample before it that stands.
    #[error("it names no sample before it that stands")]
    NoSample,
    /// It was tested after it was recorded.
    #[error("it was tested after it was recorded")]
    TestedLater,
    /// Its document is not what was sent.
    #[error("its document is not what was sent")]
    OtherBytes,
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
    /// Documents are added to what takes none.
    #[error("documents are added to what takes none")]
    TakesNoDocument,
    /// An erasure is asked for, or done, twice.
    #[error("an erasure is asked for, or done, twice")]
    ErasureTwice,
    /// An erasure is done that was not asked for.
    #[error("an erasure is done that was not asked for")]
    ErasureNotAsked,
    /// Something is sealed for a person for whom an erasure was asked.
    #[error("something is sealed for a person for whom an erasure was asked")]
    SealedForErased,
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
    /// It names what is no definition.
    #[error("it names what is no definition")]
    NotADefinition,
    /// It names one definition twice, or two versions of one.
    #[error("it names one definition twice, or two versions of one")]
    DefinedTwice,
    /// A share is made of what is no part of one.
    #[error("a share is made of what is no part of one")]
    PartUnfit,
    /// It names a target without its indicator.
    #[error("it names a target without its indicator")]
    TargetAlone,
    /// A group has a row, or a mean of a row, that the adoption does not name.
    #[error("a group has a row, or a mean of a row, that the adoption does not name")]
    RowUnknown,
    /// An indicator is a row twice.
    #[error("an indicator is a row twice")]
    RowTwice,
    /// A group stands under an objective that the adoption does not name.
    #[error("a group stands under an objective that the adoption does not name")]
    ObjectiveUnknown,
    /// It asks for the approval of a type that is not in the catalogue.
    #[error("it asks for the approval of a type that is not in the catalogue")]
    ApprovalUnknown,
    /// The next version of a type changes what stored activities mean.
    #[error("the next version of a type changes what stored activities mean")]
    TypeChanges,
    /// The type's name is too long under the ledger's prefix.
    #[error("the type's name is too long under the ledger's prefix")]
    TypeNameTooLong,
    /// The rule reads a field that is sealed or not there.
    #[error("the rule reads a field that is sealed or not there")]
    ReadsUnfit,
    /// The body is merged into another already.
    #[error("the body is merged into another already")]
    MergedAlready,
    /// A total is reported before its last day.
    #[error("a total is reported before its last day")]
    TotalTooEarly,
    /// Its period overlaps that of a standing total without containing it.
    #[error("its period overlaps that of a standing total without containing it")]
    TotalOverlaps,
    /// A correction of a total names another indicator or a subject.
    #[error("a correction of a total names another indicator or a subject")]
    OtherTotal,
    /// Over 400 days after the entry before, and no clock was accepted.
    #[error("over 400 days after the entry before, and no clock was accepted")]
    ClockNotAccepted,
    /// Its times are not those of the entry before and of its own.
    #[error("its times are not those of the entry before and of its own")]
    OtherClock,
    /// The recorder is registered already.
    #[error("the recorder is registered already")]
    RecorderTwice,
    /// Its recorder is not registered.
    #[error("its recorder is not registered")]
    UnknownRecorder,
    /// Who accepted the clock is not registered next.
    #[error("who accepted the clock is not registered next")]
    NotRegisteredNext,
    /// This version of the program is the one that wrote before.
    #[error("this version of the program is the one that wrote before")]
    SameProgram,
    /// Its size and hash are not those of an end of the log before it.
    #[error("its size and hash are not those of an end of the log before it")]
    OtherEnd,
    /// Size and hash of the copy set aside stand together.
    #[error("size and hash of the copy set aside stand together")]
    HalfAnEnd,
    /// The file was brought by a batch that is not withdrawn.
    #[error("the file was brought by a batch that is not withdrawn")]
    BatchAgain,
    /// It closes no fiscal year of the plan that is over.
    #[error("it closes no fiscal year of the plan that is over")]
    NotAYear,
    /// It does not say how many rules are not approved, or why it is closed all the same.
    #[error("it does not say how many rules are not approved, or why it is closed all the same")]
    OtherRules,
    /// It closes once more without saying which closing, or why.
    #[error("it closes once more without saying which closing, or why")]
    ClosedAgain,
    /// No closing has this id.
    #[error("no closing has this id")]
    NoClosing,
    /// Its key is no verifier key of the ledger's name.
    #[error("its key is no verifier key of the ledger's name")]
    OtherKeyName,
    /// Its key signed before.
    #[error("its key signed before")]
    KeyAgain,
    /// The hand-over is not signed as it must be.
    #[error("the hand-over is not signed as it must be")]
    NotHandedOver,
    /// What it names as lost is no checkpoint of the ledger.
    #[error("what it names as lost is no checkpoint of the ledger")]
    NothingLost,
    /// The batch has brought more or fewer entries than it says.
    #[error("the batch has brought more or fewer entries than it says")]
    BatchRows,
}
