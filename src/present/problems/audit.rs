//! What a verification found that is not as it should be.

use crate::audit::{BesideFinding, Fault, Finding};
use crate::event::Evidence;
use crate::present::{Arg, Messages};
use crate::vault::{Closed, DocumentFault};

/// What was found, where, and what to do.
pub fn finding_sentence(messages: &Messages, finding: &Finding) -> String {
    match finding {
        Finding::Log(fault) => fault_sentence(messages, fault),
        Finding::Copies { store, twin } => {
            let (store, twin) = (store.to_string(), twin.to_string());
            messages.say("finding-copies", &[("store", Arg::Text(&store)), ("twin", Arg::Text(&twin))])
        }
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

fn fault_sentence(messages: &Messages, fault: &Fault) -> String {
    let at = |id: &str, sequence: u64| messages.say(id, &[("entry", Arg::Text(&sequence.to_string()))]);
    let because = |id: &str, sequence: u64, cause: &dyn std::fmt::Display| {
        let (entry, cause) = (sequence.to_string(), cause.to_string());
        messages.say(id, &[("entry", Arg::Text(&entry)), ("cause", Arg::Text(&cause))])
    };
    match fault {
        Fault::Log(source) => messages.say("finding-log", &[("cause", Arg::Text(&source.to_string()))]),
        Fault::Entry { sequence, source } => because("finding-form", *sequence, source),
        Fault::Sequence { sequence, says } => because("finding-sequence", *sequence, says),
        Fault::Chain(sequence) => at("finding-chain", *sequence),
        Fault::Time(sequence) => at("finding-time", *sequence),
        Fault::Id(sequence) => at("finding-id", *sequence),
        Fault::Source(sequence) => at("finding-source", *sequence),
        Fault::Replay(error) => because("finding-replay", error.sequence, error),
    }
}

fn beside_sentence(messages: &Messages, finding: &BesideFinding) -> String {
    match finding {
        BesideFinding::NoDocument { sequence } => {
            messages.say("finding-nodocument", &[("entry", Arg::Text(&sequence.to_string()))])
        }
        BesideFinding::Document { sequence, document, fault } => {
            let id = match fault {
                DocumentFault::Missing => "finding-document-missing",
                DocumentFault::Differs => "finding-document-differs",
                DocumentFault::Unreadable(_) => "finding-document-unreadable",
            };
            document_sentence(messages, id, *sequence, document)
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

fn document_sentence(messages: &Messages, id: &str, sequence: u64, document: &Evidence) -> String {
    let (entry, hash) = (sequence.to_string(), document.blake3.to_string());
    let file = format!("evidence/{}/{hash}", &hash[..2]);
    let values =
        [("entry", Arg::Text(&entry)), ("name", Arg::Text(&document.name)), ("file", Arg::Text(&file))];
    messages.say(id, &values)
}
