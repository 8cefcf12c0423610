//! Drafts of the program's own entries.

use super::command::NewActivity;
use super::sampling::Found;
use crate::event::{Draft, EntryId, Evidence, Hash, Json, Object, Period, json_text, object, types};
use crate::figures::{Sampling, SentTable, State, Total};

/// An entry of the program's own that is about no other.
pub(super) fn plain(id: EntryId, kind: &str, data: Object) -> Draft {
    Draft {
        id,
        kind: kind.to_owned(),
        version: 1,
        occurred: None,
        subject: None,
        corrected: None,
        batch: None,
        data,
    }
}

/// An entry about another.
pub(super) fn about(id: EntryId, kind: &str, entry: EntryId, data: Object) -> Draft {
    Draft { corrected: Some(entry), ..plain(id, kind, data) }
}

/// An activity.
pub(super) fn activity_draft(state: &State, id: EntryId, new: NewActivity, version: u32) -> Draft {
    let prefix = state.opened().map_or("", |opened| opened.typeprefix.as_str());
    Draft {
        version,
        occurred: Some(new.occurred),
        subject: new.subject,
        ..plain(id, &format!("{prefix}.{}", new.kind), new.activity.into_data())
    }
}

/// Another version of an activity.
pub(super) fn correction(
    id: EntryId,
    entry: EntryId,
    new: &NewActivity,
    reason: &str,
    replaces: Hash,
) -> Draft {
    let data = corrected(new.activity.to_data(), reason, replaces);
    Draft {
        occurred: Some(new.occurred),
        subject: new.subject.clone(),
        ..about(id, types::ENTRY_CORRECTED, entry, data)
    }
}

/// Another version of a reported total.
pub(super) fn restatement(id: EntryId, entry: EntryId, new: &Total, reason: &str, replaces: Hash) -> Draft {
    let data = corrected(total_data(new), reason, replaces);
    Draft { occurred: Some(Period::on(new.to)), ..about(id, types::ENTRY_CORRECTED, entry, data) }
}

fn corrected(content: Object, reason: &str, replaces: Hash) -> Object {
    object([
        ("content", Json::Object(content)),
        ("reason", json_text(reason)),
        ("replaces", json_text(replaces.to_string())),
    ])
}

/// A reported total.
pub(super) fn total(id: EntryId, total: &Total) -> Draft {
    Draft { occurred: Some(Period::on(total.to)), ..plain(id, types::TOTAL_REPORTED, total_data(total)) }
}

fn total_data(total: &Total) -> Object {
    let mut data = object([
        ("citation", total.citation.to_json()),
        ("indicator", json_text(&total.indicator)),
        ("to", json_text(total.to.to_string())),
        ("value", total.value.clone()),
    ]);
    total.from.map(|from| data.insert("from".into(), json_text(from.to_string())));
    total.note.as_ref().map(|note| data.insert("note".into(), json_text(note)));
    add_evidence(&mut data, &total.evidence);
    data
}

/// A note.
pub(super) fn note(id: EntryId, text: &str, occurred: Option<Period>, evidence: &[Evidence]) -> Draft {
    let mut data = object([("text", json_text(text))]);
    add_evidence(&mut data, evidence);
    Draft { occurred, ..plain(id, types::NOTE_RECORDED, data) }
}

/// That documents were added to an entry.
pub(super) fn addition(id: EntryId, entry: EntryId, evidence: &[Evidence], note: Option<&str>) -> Draft {
    let mut data = object([("entry", json_text(entry.to_string()))]);
    add_evidence(&mut data, evidence);
    note.map(|note| data.insert("note".into(), json_text(note)));
    plain(id, types::EVIDENCE_ADDED, data)
}

/// That a table was sent.
pub(super) fn publication(id: EntryId, sent: &SentTable) -> Draft {
    let mut data = object([
        ("asat", json_text(sent.as_at.to_string())),
        ("blake3", json_text(sent.blake3.to_string())),
        ("format", json_text(sent.format.word())),
        ("head", json_text(sent.head.to_string())),
        ("on", json_text(sent.on.to_string())),
        ("plan", json_text(&sent.plan)),
        ("size", Json::Int(i64::try_from(sent.size).unwrap_or(i64::MAX))),
        ("to", json_text(&sent.to)),
        ("version", Json::Int(sent.version.into())),
    ]);
    sent.compared.map(|day| data.insert("comparedto".into(), json_text(day.to_string())));
    sent.language.as_ref().map(|language| data.insert("language".into(), json_text(language)));
    if !sent.filter.is_empty() {
        let bodies = sent.filter.bodies.iter().map(|body| json_text(body.as_str())).collect();
        data.insert("filter".into(), Json::Array(bodies));
    }
    add_evidence(&mut data, &sent.evidence);
    plain(id, types::TABLE_PUBLISHED, data)
}

/// That a sample was drawn.
pub(super) fn drawn(id: EntryId, sampling: &Sampling) -> Draft {
    plain(id, types::SAMPLE_DRAWN, sampling.to_data())
}

/// What was found of an item of a sample.
pub(super) fn tested(
    id: EntryId,
    sample: EntryId,
    found: &Found,
    version: Hash,
    paper: Option<&Evidence>,
) -> Draft {
    let mut data = object([
        ("exception", Json::Bool(found.exception)),
        ("sample", json_text(sample.to_string())),
        ("version", json_text(version.to_string())),
    ]);
    let audited = found.audited.as_ref().and_then(crate::event::Exact::to_decimal);
    audited.map(|amount| data.insert("audited".into(), json_text(amount)));
    found.on.map(|on| data.insert("on".into(), json_text(on.to_string())));
    found.remark.as_ref().map(|remark| data.insert("remark".into(), json_text(remark)));
    add_evidence(&mut data, &paper.cloned().into_iter().collect::<Vec<_>>());
    about(id, types::SAMPLE_TESTED, found.entry, data)
}

fn add_evidence(data: &mut Object, evidence: &[Evidence]) {
    if !evidence.is_empty() {
        let documents = evidence.iter().map(Evidence::to_json).collect();
        data.insert("evidence".into(), Json::Array(documents));
    }
}
