//! Why a log does not hold, in words.

use crate::audit::Misstep;
use crate::present::Messages;

/// Which rule between entries an entry breaks.
pub(super) fn misstep_words(messages: &Messages, misstep: Misstep) -> String {
    messages.word(match misstep {
        Misstep::OwnVersion => "misstep-own-version",
        Misstep::BatchNotOpen => "misstep-batch-not-open",
        Misstep::Definition => "misstep-definition",
        Misstep::TooManyTypes => "misstep-too-many-types",
        Misstep::DefinitionVersion => "misstep-definition-version",
        Misstep::Adoption => "misstep-adoption",
        Misstep::PlanVersion => "misstep-plan-version",
        Misstep::TooManyIndicators => "misstep-too-many-indicators",
        Misstep::NotOneDay => "misstep-not-one-day",
        Misstep::NoSubject => "misstep-no-subject",
        Misstep::SubjectKind => "misstep-subject-kind",
        Misstep::RegisteredTwice => "misstep-registered-twice",
        Misstep::NotRegistered => "misstep-not-registered",
        Misstep::OtherNotRegistered => "misstep-other-not-registered",
        Misstep::NotToMerge => "misstep-not-to-merge",
        Misstep::TypePrefix => "misstep-type-prefix",
        Misstep::TypeUnknown => "misstep-type-unknown",
        Misstep::Activity => "misstep-activity",
        Misstep::SubjectUnknown => "misstep-subject-unknown",
        Misstep::NotAPart => "misstep-not-a-part",
        Misstep::Fields => "misstep-fields",
        Misstep::TotalDay => "misstep-total-day",
        Misstep::PeriodOrder => "misstep-period-order",
        Misstep::IndicatorUnknown => "misstep-indicator-unknown",
        Misstep::NoValue => "misstep-no-value",
        Misstep::ValueUnfit => "misstep-value-unfit",
        Misstep::NamesNone => "misstep-names-none",
        Misstep::NotTheOriginal => "misstep-not-the-original",
        Misstep::Withdrawn => "misstep-withdrawn",
        Misstep::OtherVersion => "misstep-other-version",
        Misstep::NoContent => "misstep-no-content",
        Misstep::NoCorrection => "misstep-no-correction",
        Misstep::NotPlanned => "misstep-not-planned",
        Misstep::TooEarly => "misstep-too-early",
        Misstep::NoVersion => "misstep-no-version",
        Misstep::OwnJudge => "misstep-own-judge",
        Misstep::NoOpenNote => "misstep-no-open-note",
        Misstep::NotAnActivity => "misstep-not-an-activity",
        Misstep::NoBatch => "misstep-no-batch",
        Misstep::BatchEnded => "misstep-batch-ended",
    })
}
