//! What was checked of a ledger: a checklist for people, a document for
//! programs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use super::problems::finding_sentence;
use super::{Arg, Language, Messages, count_words, day_words, notice_json, wrapped};
use crate::audit::{
    BesideFinding, Check, Checked, Finding, Notified, Outcome, Verification, WhichCopy, YearFinding,
};
use crate::plan::Words;
use crate::proof::Verifier;

/// What was checked, as people read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownVerification {
    /// Every check: how it ended, in a line with its mark.
    pub checks: Vec<(Outcome, String)>,
    /// What cannot be known here, who could say more, and up to where it was checked.
    pub notes: Vec<String>,
    /// Everything that is not as it should be: the entry that it is about, and a sentence.
    pub findings: Vec<(Option<u64>, String)>,
}

/// What was checked, as people read it.
pub fn shown_verification(messages: &Messages, verification: &Verification) -> ShownVerification {
    let check = |it: &Checked| (it.outcome, check_line(messages, it, verification.is_store_new));
    let finding = |it: &Finding| (sequence_of(it), finding_sentence(messages, it));
    ShownVerification {
        checks: verification.checks.iter().map(check).collect(),
        notes: notes(messages, verification),
        findings: verification.findings.iter().map(finding).collect(),
    }
}

/// What is to be known beside the checks, a line each.
fn notes(messages: &Messages, verification: &Verification) -> Vec<String> {
    let about = |id: &str, sequence: &u64| messages.say(id, &[("entry", Arg::Shown(sequence))]);
    let mut notes: Vec<String> =
        verification.notified.iter().map(|notified| notified_line(messages, notified)).collect();
    if let Some(end) = verification.end {
        notes.extend([
            key_line(messages, verification.key.as_ref()),
            messages.word("verify-unknown"),
            end.to_string(),
        ]);
    }
    if let Some(root) = verification.root {
        let root = BASE64.encode(root);
        notes.push(messages.say("verify-root", &[("root", Arg::Text(&root))]));
    }
    notes.extend(verification.resumed.iter().map(|it| {
        let values = [
            ("entry", Arg::Shown(&it.sequence)),
            ("size", Arg::Shown(&it.size)),
            ("signed", Arg::Shown(&it.signed)),
        ];
        messages.say("verify-resumed", &values)
    }));
    notes.extend(verification.unkept.iter().map(|it| {
        messages.say("verify-unkept", &[("entry", Arg::Shown(&it.sequence)), ("size", Arg::Shown(&it.size))])
    }));
    notes.extend(verification.is_demonstration.then(|| messages.word("verify-demonstration")));
    notes.extend(verification.unfinished.iter().map(|it| about("verify-unfinished", it)));
    notes.extend(verification.unerased.iter().map(|it| about("verify-unerased", it)));
    notes
}

/// The checklist, then what was found.
pub fn verification_text(messages: &Messages, verification: &Verification, width: u16) -> String {
    let shown = shown_verification(messages, verification);
    let lines = shown.checks.iter().map(|(_, line)| line).chain(&shown.notes);
    let mut text: String = lines.map(|line| [line.as_str(), "\n"].concat()).collect();
    if !shown.findings.is_empty() {
        let count = shown.findings.len();
        text.push_str(&format!("\n{}\n", messages.say("verify-findings", &[("count", Arg::Count(count))])));
    }
    for (_, sentence) in &shown.findings {
        text.push_str(&format!("  {sentence}\n"));
    }
    wrapped(&text, width)
}

/// Who has a checkpoint that nobody gave here.
fn notified_line(messages: &Messages, notified: &Notified) -> String {
    let day = day_words(messages.language(), notified.as_at);
    let values = [
        ("to", Arg::Text(notified.to.as_str())),
        ("day", Arg::Text(day.as_str())),
        ("size", Arg::Shown(&notified.size)),
    ];
    messages.say("verify-notified", &values)
}

/// By whose word the key is the ledger's.
fn key_line(messages: &Messages, key: Option<&Verifier>) -> String {
    match key {
        Some(key) => messages.say("verify-key", &[("key", Arg::Shown(key))]),
        None => messages.word("verify-own-key"),
    }
}

fn check_line(messages: &Messages, checked: &Checked, is_store_new: bool) -> String {
    let check = messages.word(&format!("verify-{}", checked.check.word()));
    let count = count_words(messages.language(), checked.count);
    let values = [("check", Arg::Text(&check)), ("count", Arg::Text(&count))];
    let is_new = is_store_new && checked.check == Check::Copies;
    let why = if is_new { messages.word("verify-store-new") } else { unchecked_words(messages, checked) };
    format!("{}{}", outcome_line(messages, checked, &values, (&check, &why)), erased_words(messages, checked))
}

/// How many values nobody is to read any more.
fn erased_words(messages: &Messages, checked: &Checked) -> String {
    let count = usize::try_from(checked.erased).unwrap_or(usize::MAX);
    if count == 0 {
        return String::new();
    }
    format!(" · {}", messages.say("verify-erased", &[("count", Arg::Count(count))]))
}

fn outcome_line(
    messages: &Messages,
    checked: &Checked,
    values: &[(&str, Arg<'_>)],
    (check, why): (&str, &str),
) -> String {
    match checked.outcome {
        Outcome::Sound if checked.unchecked > 0 => {
            format!("{} · {why}", messages.say("verify-outcome-sound", values))
        }
        Outcome::Unchecked if checked.check == Check::Checkpoint => format!("– {why}"),
        Outcome::Unchecked => {
            let values = [("check", Arg::Text(check)), ("why", Arg::Text(why))];
            messages.say("verify-outcome-unchecked", &values)
        }
        Outcome::Sound | Outcome::Failed => {
            messages.say(&format!("verify-outcome-{}", checked.outcome.word()), values)
        }
    }
}

/// What was not checked, and why.
fn unchecked_words(messages: &Messages, checked: &Checked) -> String {
    let count = usize::try_from(checked.unchecked).unwrap_or(usize::MAX);
    match checked.check {
        Check::Sealed if count > 0 => messages.say("verify-without-key", &[("count", Arg::Count(count))]),
        Check::Signed if count > 0 => messages.say("verify-superseded", &[("count", Arg::Count(count))]),
        Check::Checkpoint => messages.word("verify-without-checkpoint"),
        Check::Written if count > 0 => messages.say("verify-other-program", &[("count", Arg::Count(count))]),
        _ => messages.word("verify-unchecked"),
    }
}

/// The same as `verify/1`; the notice is that of the plan, where it could be read.
pub fn verification_json(verification: &Verification, notice: Option<&Words>) -> Json {
    let both = [Messages::new(Language::French), Messages::new(Language::English)];
    let [fr, en] = &both;
    let checks: Vec<Json> = verification
        .checks
        .iter()
        .map(|it| {
            json!({
                "check": it.check.word(), "count": it.count, "erased": it.erased, "outcome": it.outcome.word(),
                "unchecked": it.unchecked,
            })
        })
        .collect();
    let findings: Vec<Json> = verification
        .findings
        .iter()
        .map(|finding| {
            json!({
                "check": finding.check().word(),
                "copy": side_of(finding),
                "hash": hash_of(finding),
                "sequence": sequence_of(finding),
                "words": {"en": finding_sentence(en, finding), "fr": finding_sentence(fr, finding)},
            })
        })
        .collect();
    let notified: Vec<Json> = verification
        .notified
        .iter()
        .map(|it| json!({"asat": it.as_at.to_string(), "size": it.size, "to": it.to}))
        .collect();
    let resumed = verification.resumed.iter();
    let resumed: Vec<Json> =
        resumed.map(|it| json!({"sequence": it.sequence, "signed": it.signed, "size": it.size})).collect();
    let unkept = verification.unkept.iter();
    let unkept: Vec<Json> = unkept.map(|it| json!({"sequence": it.sequence, "size": it.size})).collect();
    json!({
        "checks": checks,
        "demonstration": verification.is_demonstration,
        "findings": findings,
        "head": verification.end.map(|end| end.head.to_string()),
        "jalon": "verify/1",
        "notice": notice_json(notice),
        "key": verification.key.as_ref().map(ToString::to_string),
        "notified": notified,
        "resumed": resumed,
        "root": verification.root.map(|root| BASE64.encode(root)),
        "size": verification.end.map(|end| end.size),
        "sound": verification.is_sound(),
        "unerased": verification.unerased,
        "unknown": {"en": en.word("verify-unknown"), "fr": fr.word("verify-unknown")},
        "unfinished": verification.unfinished,
        "unkept": unkept,
    })
}

/// The document or sealed value that a finding is about.
fn hash_of(finding: &Finding) -> Option<String> {
    match finding {
        Finding::Beside(BesideFinding::Document { document, .. }) => Some(document.blake3.to_string()),
        Finding::Beside(BesideFinding::Sealed { sealed, .. }) => Some(sealed.hash.to_string()),
        _ => None,
    }
}

/// The copy of the log that a finding is about.
const fn side_of(finding: &Finding) -> Option<&'static str> {
    match finding {
        Finding::Log(side, _) => Some(side.word()),
        Finding::Store(_) => Some(WhichCopy::Store.word()),
        _ => None,
    }
}

/// The entry that a finding is about.
fn sequence_of(finding: &Finding) -> Option<u64> {
    use crate::audit::Fault;
    match finding {
        Finding::Log(
            _,
            Fault::Entry { sequence, .. }
            | Fault::Sequence { sequence, .. }
            | Fault::Chain(sequence)
            | Fault::Time(sequence)
            | Fault::Id(sequence)
            | Fault::Source(sequence)
            | Fault::Misstep { sequence, .. },
        )
        | Finding::Copies { sequence }
        | Finding::Beside(
            BesideFinding::NoDocument { sequence }
            | BesideFinding::Document { sequence, .. }
            | BesideFinding::Sealed { sequence, .. }
            | BesideFinding::KeyBack { sequence, .. },
        ) => Some(*sequence),
        Finding::Log(_, Fault::Replay(error)) => Some(error.sequence),
        Finding::Pack(_)
        | Finding::Unreadable(_)
        | Finding::Store(_)
        | Finding::Log(_, Fault::Log(_))
        | Finding::Value(_)
        | Finding::Outline
        | Finding::Index
        | Finding::Tree
        | Finding::Kept { .. }
        | Finding::Given { .. }
        | Finding::Key(_)
        | Finding::Unread(_)
        | Finding::LostKey(_) => None,
        Finding::Year(YearFinding::Root { closing } | YearFinding::Value { closing, .. }) => Some(*closing),
    }
}
