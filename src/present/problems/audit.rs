//! What a verification found that is not as it should be.

use super::proof::checkpoint_sentence;
use super::{entry_sentence, log_sentence, replay_sentence};
use crate::audit::{BesideFinding, CheckpointTrouble, Fault, Finding, Misstep, PackFinding, YearFinding};
use crate::event::Evidence;
use crate::present::{Arg, Messages};
use crate::vault::{Closed, DocumentFault};

/// What was found, where, and what to do.
pub fn finding_sentence(messages: &Messages, finding: &Finding) -> String {
    match finding {
        Finding::Pack(finding) => pack_sentence(messages, finding),
        Finding::Outline => messages.word("finding-outline"),
        Finding::Index => messages.word("finding-index"),
        Finding::Tree => messages.word("finding-tree"),
        Finding::Kept { size, trouble } => {
            let what = messages.say("checkpoint-kept", &[("size", Arg::Text(size))]);
            format!("{what}{}", trouble_sentence(messages, trouble))
        }
        Finding::Given { name, trouble } => {
            let what = messages.say("checkpoint-given", &[("file", Arg::Text(name))]);
            format!("{what}{}", trouble_sentence(messages, trouble))
        }
        Finding::Year(YearFinding::Root { closing }) => {
            messages.say("finding-year-root", &[("entry", Arg::Shown(closing))])
        }
        Finding::Year(YearFinding::Value { closing, as_at, indicator }) => {
            let values = [
                ("entry", Arg::Shown(closing)),
                ("indicator", Arg::Text(indicator)),
                ("day", Arg::Shown(as_at)),
            ];
            messages.say("finding-year-value", &values)
        }
        Finding::Unread(path) => {
            messages.say("vault-checkpoint", &[("path", Arg::Text(&path.display().to_string()))])
        }
        Finding::LostKey(key) => messages.say("finding-lost-key", &[("key", Arg::Shown(key))]),
        Finding::Key(key) => messages.say("finding-key", &[("key", Arg::Shown(key))]),
        Finding::Store(error) | Finding::Unreadable(error) => log_sentence(messages, error),
        Finding::Log(side, fault) => {
            let fault = fault_sentence(messages, fault);
            messages.say(&format!("finding-in-{}", side.word()), &[("fault", Arg::Text(&fault))])
        }
        Finding::Copies { sequence } => messages.say("finding-copies", &[("entry", Arg::Shown(sequence))]),
        Finding::Beside(finding) => beside_sentence(messages, finding),
        Finding::Value(finding) => {
            let day = finding.day.to_string();
            let values = [
                ("indicator", Arg::Text(&finding.indicator)),
                ("plan", Arg::Text(&finding.plan)),
                ("day", Arg::Text(&day)),
            ];
            messages.say("finding-value", &values)
        }
    }
}

/// Why a checkpoint is none of a log.
fn trouble_sentence(messages: &Messages, trouble: &CheckpointTrouble) -> String {
    let lost = |id: &str, reason: &Option<String>| match reason {
        Some(reason) => messages.say(&format!("{id}-told"), &[("reason", Arg::Text(reason))]),
        None => messages.word(id),
    };
    match trouble {
        CheckpointTrouble::Signed(error) => checkpoint_sentence(messages, error),
        CheckpointTrouble::OtherSize => messages.word("checkpoint-other-size"),
        CheckpointTrouble::OtherKey => messages.word("checkpoint-other-key"),
        CheckpointTrouble::Beyond(reason) => lost("checkpoint-beyond", reason),
        CheckpointTrouble::OtherEntries(reason) => lost("checkpoint-other-entries", reason),
    }
}

/// The first thing that is wrong with a log.
pub fn fault_sentence(messages: &Messages, fault: &Fault) -> String {
    let at = |id: &str, sequence: &u64| messages.say(id, &[("entry", Arg::Shown(sequence))]);
    let because = |id: &str, sequence: &u64, cause: &str| {
        messages.say(id, &[("entry", Arg::Shown(sequence)), ("cause", Arg::Text(cause))])
    };
    match fault {
        Fault::Log(source) => {
            messages.say("finding-log", &[("cause", Arg::Text(&log_sentence(messages, source)))])
        }
        Fault::Entry { sequence, source } => {
            because("finding-form", sequence, &entry_sentence(messages, source))
        }
        Fault::Sequence { sequence, says } => because("finding-sequence", sequence, &says.to_string()),
        Fault::Chain(sequence) => at("finding-chain", sequence),
        Fault::Time(sequence) => at("finding-time", sequence),
        Fault::Id(sequence) => at("finding-id", sequence),
        Fault::Source(sequence) => at("finding-source", sequence),
        Fault::Misstep { sequence, reason, .. } => {
            because("finding-misstep", sequence, &misstep_words(messages, *reason))
        }
        Fault::Replay(error) => replay_sentence(messages, error),
    }
}

fn beside_sentence(messages: &Messages, finding: &BesideFinding) -> String {
    match finding {
        BesideFinding::NoDocument { sequence } => {
            messages.say("finding-nodocument", &[("entry", Arg::Text(&sequence.to_string()))])
        }
        BesideFinding::Document { sequence, document, fault } => {
            document_sentence_of(messages, *sequence, document, fault)
        }
        BesideFinding::KeyBack { sequence, person } => {
            let values = [("entry", Arg::Shown(sequence)), ("person", Arg::Text(person.as_str()))];
            messages.say("finding-key-back", &values)
        }
        BesideFinding::Sealed { sequence, sealed, fault } => {
            let id = match fault {
                Closed::Missing => "finding-sealed-missing",
                Closed::NoKey | Closed::Altered => "finding-sealed-altered",
                Closed::Key(_) => "finding-sealed-key",
                Closed::Unreadable(_) => "finding-sealed-unreadable",
            };
            let (entry, hash) = (sequence.to_string(), sealed.hash.to_string());
            let values = [
                ("entry", Arg::Text(&entry)),
                ("file", Arg::Text(&format!("sealed/{}/{hash}", &hash[..2]))),
                ("person", Arg::Text(sealed.person.as_str())),
            ];
            messages.say(id, &values)
        }
    }
}

/// What is wrong with a document, for programs.
pub const fn document_fault_word(fault: &DocumentFault) -> &'static str {
    match fault {
        DocumentFault::Missing => "missing",
        DocumentFault::Differs => "differs",
        DocumentFault::Unreadable(_) => "unreadable",
    }
}

/// Why a document is not the one that the entry at a place names.
pub fn document_sentence_of(
    messages: &Messages,
    sequence: u64,
    document: &Evidence,
    fault: &DocumentFault,
) -> String {
    let id = format!("finding-document-{}", document_fault_word(fault));
    let (entry, hash) = (sequence.to_string(), document.blake3.to_string());
    let file = format!("evidence/{}/{hash}", &hash[..2]);
    let values =
        [("entry", Arg::Text(&entry)), ("name", Arg::Text(&document.name)), ("file", Arg::Text(&file))];
    messages.say(&id, &values)
}

/// Which rule between entries an entry breaks.
fn misstep_words(messages: &Messages, misstep: Misstep) -> String {
    messages.word(match misstep {
        Misstep::NotAYear => "misstep-not-a-year",
        Misstep::OtherRules => "misstep-other-rules",
        Misstep::ClosedAgain => "misstep-closed-again",
        Misstep::NoClosing => "misstep-no-closing",
        Misstep::OtherKeyName => "misstep-other-key-name",
        Misstep::KeyAgain => "misstep-key-again",
        Misstep::NotHandedOver => "misstep-not-handed-over",
        Misstep::NothingLost => "misstep-nothing-lost",
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
        Misstep::TakesNoDocument => "misstep-takes-no-document",
        Misstep::ErasureTwice => "misstep-erasure-twice",
        Misstep::ErasureNotAsked => "misstep-erasure-not-asked",
        Misstep::SealedForErased => "misstep-sealed-for-erased",
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
        Misstep::NotADefinition => "misstep-not-a-definition",
        Misstep::DefinedTwice => "misstep-defined-twice",
        Misstep::PartUnfit => "misstep-part-unfit",
        Misstep::TargetAlone => "misstep-target-alone",
        Misstep::RowUnknown => "misstep-row-unknown",
        Misstep::RowTwice => "misstep-row-twice",
        Misstep::ObjectiveUnknown => "misstep-objective-unknown",
        Misstep::ApprovalUnknown => "misstep-approval-unknown",
        Misstep::TypeChanges => "misstep-type-changes",
        Misstep::TypeNameTooLong => "misstep-type-name-too-long",
        Misstep::ReadsUnfit => "misstep-reads-unfit",
        Misstep::MergedAlready => "misstep-merged-already",
        Misstep::TotalTooEarly => "misstep-total-too-early",
        Misstep::TotalOverlaps => "misstep-total-overlaps",
        Misstep::OtherTotal => "misstep-other-total",
        Misstep::ClockNotAccepted => "misstep-clock-not-accepted",
        Misstep::OtherClock => "misstep-other-clock",
        Misstep::RecorderTwice => "misstep-recorder-twice",
        Misstep::UnknownRecorder => "misstep-unknown-recorder",
        Misstep::NotRegisteredNext => "misstep-not-registered-next",
        Misstep::SameProgram => "misstep-same-program",
        Misstep::OtherEnd => "misstep-other-end",
        Misstep::NoSuchPlan => "misstep-no-such-plan",
        Misstep::SentLater => "misstep-sent-later",
        Misstep::NotARow => "misstep-not-a-row",
        Misstep::NoSample => "misstep-no-sample",
        Misstep::TestedLater => "misstep-tested-later",
        Misstep::OtherBytes => "misstep-other-bytes",
        Misstep::HalfAnEnd => "misstep-half-an-end",
        Misstep::BatchAgain => "misstep-batch-again",
        Misstep::BatchRows => "misstep-batch-rows",
    })
}

fn pack_sentence(messages: &Messages, finding: &PackFinding) -> String {
    let (id, name) = match finding {
        PackFinding::Missing(name) => ("pack-file-missing", name),
        PackFinding::Changed(name) => ("pack-file-changed", name),
        PackFinding::Unlisted(name) => ("pack-file-unlisted", name),
        PackFinding::Strange(name) => ("pack-strange-file", name),
        PackFinding::Claim(path) => ("pack-claim-differs", path),
        PackFinding::Written(name) => ("pack-file-written", name),
        PackFinding::Unsigned(size) => {
            return messages.say("pack-unsigned", &[("size", Arg::Shown(size))]);
        }
        PackFinding::Rest => return messages.word("pack-rest"),
        PackFinding::Form => return messages.word("pack-no-form"),
    };
    messages.say(id, &[("name", Arg::Text(name))])
}
