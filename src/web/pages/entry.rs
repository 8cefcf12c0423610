//! One entry: what it says, when it happened and when it was recorded, its
//! documents, its versions, the values it counts in.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::event::{Entry, EntryId, Evidence, Json, Period, Sealed};
use crate::figures::{Content, Filter, PlanChoice, Question, Record, Ruling, Version, counted_in};
use crate::ledger::DeskError;
use crate::plan::{Field, FieldKind};
use crate::present::{
    Arg, body_words, citation_words, count_words, entry_words, field_value, moment_words, period_words,
    reason_words, remark_words, sealed_value, type_words, unit_words, version_words,
};
use crate::web::chrome::{Chrome, View, capital, html};
use crate::web::given::{encoded, link};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "entry.html")]
struct Page<'v> {
    c: Chrome<'v>,
    place: u64,
    kind: String,
    saved: bool,
    receipt: String,
    state: String,
    is_gone: bool,
    can_change: bool,
    can_confirm: bool,
    is_waiting: bool,
    days: String,
    recorded: String,
    said: Vec<Said>,
    documents: Vec<Document>,
    counts: Vec<Count>,
    counts_day: String,
    is_counted: bool,
    versions: Vec<VersionLine>,
    details: Vec<Detail>,
    again: String,
    batch: Option<u64>,
    about: Option<u64>,
}

/// A label with its value, and where it leads.
pub(super) struct Said {
    pub label: String,
    pub value: String,
    pub href: Option<String>,
}

struct Document {
    name: String,
    kind: String,
    bytes: String,
    href: Option<String>,
}

struct Count {
    label: String,
    href: String,
    how: String,
    counts: bool,
}

/// One version beside the others.
struct VersionLine {
    place: u64,
    words: String,
    recorded: String,
    reason: String,
    fate: String,
}

/// What stands in the ledger's bytes.
struct Detail {
    place: u64,
    id: String,
    kind: String,
    hash: String,
    text: String,
}

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let place = placed(view, &place)?;
        if let Some(record) = record_at(view, place) {
            return html(&of_record(view, record)?);
        }
        html(&of_other(view, place)?)
    })
}

/// The place that an address names.
pub(super) fn placed(view: &View<'_>, typed: &str) -> Result<u64, Trouble> {
    let place = typed.parse::<u64>().ok().filter(|it| *it < view.state.size());
    let by_id = || typed.parse::<EntryId>().ok().and_then(|id| view.state.sequence_of(id));
    place.or_else(by_id).ok_or(Trouble::Missing)
}

/// The record one of whose versions stands at a place.
pub(super) fn record_at<'v>(view: &View<'v>, place: u64) -> Option<&'v Record> {
    view.state.records().iter().find(|record| record.version(place).is_some())
}

/// The entry at a place, as it is stored.
pub(super) fn stored(view: &View<'_>, sequence: u64) -> Result<(Vec<u8>, Entry), Trouble> {
    let line = view.desk.log().get(sequence)?.ok_or(Trouble::Missing)?;
    let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
    Ok((line, entry))
}

fn of_record<'v>(view: &View<'v>, record: &Record) -> Result<Page<'v>, Trouble> {
    let version = record.latest();
    let planned = record.withdrawn.is_none() && version.is_planned();
    let is_activity = matches!(version.content, Content::Activity(_));
    let kind = kind_words(view, record);
    let title = format!("{kind} · {}", record.sequence);
    let (counts_day, counts) = counts(view, record);
    let copy = record.sequence.to_string();
    Ok(Page {
        place: record.sequence,
        saved: view.seen.given.has("saved"),
        receipt: receipt(view, version.sequence),
        state: fate_of(view, record)?,
        is_gone: record.withdrawn.is_some(),
        can_change: record.withdrawn.is_none() && is_activity,
        can_confirm: planned && version.occurred.to <= view.today(),
        is_waiting: false,
        days: period_words(view.messages, version.occurred),
        recorded: recorded(view, record.sequence)?,
        said: said(view, record, version),
        documents: documents(view, version.content.evidence()),
        is_counted: counts.iter().any(|it| it.counts),
        counts,
        counts_day,
        versions: versions(view, record)?,
        details: details(view, record.versions.iter().map(|it| it.sequence))?,
        again: link(&format!("/record/{}", encoded(&record.kind)), [("copy", copy.as_str())]),
        batch: record.batch.and_then(|id| view.state.batches().get(&id)).map(|batch| batch.sequence),
        about: None,
        c: view.chrome(&title, "journal"),
        kind,
    })
}

/// A note, a definition, a fact of the register, an act about another entry.
fn of_other<'v>(view: &View<'v>, place: u64) -> Result<Page<'v>, Trouble> {
    let (_, entry) = stored(view, place)?;
    let note = view.state.notes().iter().find(|note| note.sequence == place);
    let kind = capital(&entry_words(view.messages, &entry.draft.kind));
    let mut said = Vec::new();
    let mut say = |id: &str, value: String, href: Option<String>| {
        said.push(Said { label: view.word(id), value, href });
    };
    if let Some(note) = note {
        say("show-note", note.text.clone(), None);
        if let Some(became) = note.resolved.and_then(|id| view.state.sequence_of(id)) {
            say("web-became", format!("nº {became}"), Some(format!("/entry/{became}")));
        }
    }
    if let Some(body) = &entry.draft.subject {
        say("show-subject", body_words(view.messages, view.state, body), Some(format!("/register/{body}")));
    }
    let reason = entry.draft.data.get("reason").and_then(Json::as_text);
    reason.into_iter().for_each(|reason| say("web-reason", reason.to_owned(), None));
    let waits = note.is_some_and(|note| note.resolved.is_none() && note.withdrawn.is_none());
    let withdrawn = note.and_then(|note| note.withdrawn);
    Ok(Page {
        c: view.chrome(&format!("{kind} · {place}"), "journal"),
        place,
        saved: view.seen.given.has("saved"),
        receipt: receipt(view, place),
        state: withdrawn.map_or_else(|| Ok(String::new()), |act| act_words(view, "show-withdrawn", act))?,
        is_gone: withdrawn.is_some(),
        can_change: false,
        can_confirm: false,
        is_waiting: waits,
        days: entry.draft.occurred.map(|it: Period| period_words(view.messages, it)).unwrap_or_default(),
        recorded: recorded(view, place)?,
        said,
        documents: documents(view, note.map(|it| it.evidence.as_slice()).unwrap_or_default()),
        counts: vec![],
        counts_day: String::new(),
        is_counted: false,
        versions: vec![],
        details: details(view, [place])?,
        again: String::new(),
        batch: None,
        about: entry.draft.corrected.and_then(|id| view.state.sequence_of(id)),
        kind,
    })
}

/// What a recorder keeps of an entry: its place and the beginning of its hash.
fn receipt(view: &View<'_>, place: u64) -> String {
    let hash = view.state.hash(place).unwrap_or_default().short();
    view.say("web-receipt", &[("entry", Arg::Shown(&place)), ("hash", Arg::Text(&hash))])
}

/// What a record is, by the label of its type.
pub(super) fn kind_words(view: &View<'_>, record: &Record) -> String {
    match &record.latest().content {
        Content::Total(_) => view.title("entry-total-reported"),
        Content::Activity(_) => {
            type_words(view.language(), view.state.activity_type(&record.kind), &record.kind).to_owned()
        }
    }
}

/// When and by whom an entry was recorded.
fn recorded(view: &View<'_>, sequence: u64) -> Result<String, Trouble> {
    act_words(view, "recorded-on", sequence)
}

/// A sentence about an entry that says something: when, by whom, why.
fn act_words(view: &View<'_>, id: &str, sequence: u64) -> Result<String, Trouble> {
    let (_, entry) = stored(view, sequence)?;
    let when = moment_words(view.messages, entry.recorded, view.state.zone());
    let by = view.office.recorders(view.state).words(view.messages, entry.author.user);
    let values =
        [("when", Arg::Text(when.as_str())), ("by", Arg::Text(&by)), ("entry", Arg::Shown(&sequence))];
    let said = view.say(id, if id == "recorded-on" { &values[..2] } else { &values });
    match entry.draft.data.get("reason").and_then(Json::as_text).filter(|_| id != "recorded-on") {
        Some(reason) => {
            Ok(view.say("show-because", &[("said", Arg::Text(&said)), ("reason", Arg::Text(reason))]))
        }
        None => Ok(said),
    }
}

fn fate_of(view: &View<'_>, record: &Record) -> Result<String, Trouble> {
    if let Some(act) = record.withdrawn {
        return act_words(view, "show-withdrawn", act);
    }
    let version = record.latest();
    if version.is_planned() {
        return Ok(view.word("show-planned"));
    }
    Ok(match version.confirmed {
        Some(act) => act_words(view, "show-confirmed", act)?,
        None => String::new(),
    })
}

/// What a version says, by its labels.
pub(super) fn said(view: &View<'_>, record: &Record, version: &Version) -> Vec<Said> {
    let (messages, state) = (view.messages, view.state);
    let mut all = Vec::new();
    if let Some(subject) = &version.subject {
        let value = body_words(messages, state, subject);
        all.push(Said {
            label: view.word("show-subject"),
            value,
            href: Some(format!("/register/{subject}")),
        });
    }
    match &version.content {
        Content::Total(total) => {
            let value = version_words(messages, state, record, version);
            let href = format!("/value/{}?as-at={}", encoded(&total.indicator), total.to);
            all.push(Said { label: view.title("entry-total-reported"), value, href: Some(href) });
            all.extend(total.note.iter().map(|note| plain(view, "show-note", note)));
        }
        Content::Activity(activity) => {
            let fields = state.activity_type(&record.kind).into_iter().flat_map(|kind| &kind.fields);
            let given = fields.filter_map(|field| Some((field, activity.fields.get(&field.name)?)));
            all.extend(given.map(|(field, value)| of_field(view, field, value)));
            all.extend(activity.note.iter().map(|note| plain(view, "show-note", note)));
            if let Some(larger) = activity.partof.and_then(|id| state.sequence_of(id)) {
                let href = Some(format!("/entry/{larger}"));
                all.push(Said { label: view.word("web-part-of"), value: format!("nº {larger}"), href });
            }
        }
    }
    all.extend(
        version.content.citation().map(|it| plain(view, "show-source", &citation_words(messages, it))),
    );
    all
}

fn plain(view: &View<'_>, id: &str, value: &str) -> Said {
    Said { label: view.word(id), value: value.to_owned(), href: None }
}

fn of_field(view: &View<'_>, field: &Field, value: &Json) -> Said {
    let label = view.language().of(&field.label).to_owned();
    let href = match value {
        Json::Text(id) if field.kind == FieldKind::Reference => Some(format!("/register/{id}")),
        _ => None,
    };
    let value = match Sealed::read(value) {
        Some(sealed) => {
            let opened = view.office.vault().and_then(|vault| vault.open(&sealed).ok());
            let text = opened.as_ref().and_then(Json::as_text).map(str::to_owned);
            text.unwrap_or_else(|| sealed_value(view.messages, value).as_str().unwrap_or_default().to_owned())
        }
        None => field_value(view.messages, view.state, field, value),
    };
    Said { label, value, href }
}

fn documents(view: &View<'_>, evidence: &[Evidence]) -> Vec<Document> {
    let kept = view.office.documents();
    let each = evidence.iter().map(|document| {
        let bytes = count_words(view.language(), document.bytes);
        let is_there = kept.is_there(document);
        Document {
            name: document.name.clone(),
            kind: view.word(&format!("evidence-{}", document.kind.word())),
            bytes: view.say("document-bytes", &[("bytes", Arg::Text(&bytes))]),
            href: is_there.then(|| format!("/document/{}", document.blake3)),
        }
    });
    each.collect()
}

/// The values that look at a record at the end of its fiscal year, or today
/// while that year lasts.
fn counts(view: &View<'_>, record: &Record) -> (String, Vec<Count>) {
    let (state, today) = (view.state, view.today());
    let year_end = state.year_end().unwrap_or(crate::event::YearEnd::december());
    let day = year_end.holding(record.latest().occurred.to).to.min(today);
    // A plan that was not in force yet counts nothing.
    let Ok(ruling) = Ruling::at(state, &PlanChoice::default(), day) else {
        return (view.day(day), vec![]);
    };
    let question = Question::new(state, &ruling, day, Filter::default());
    let counted = counted_in(&question, record).into_iter().map(|it| {
        let path = format!("/value/{}", encoded(&it.indicator.id));
        let how = match &it.how {
            Ok(counts) => {
                let amount = unit_words(view.messages, it.indicator, &counts.amount);
                let remark =
                    counts.remark.map(|remark| format!(" · {}", remark_words(view.messages, remark)));
                amount + &remark.unwrap_or_default()
            }
            Err(left) => reason_words(view.messages, state, state.activity_type(&record.kind), &left.reason),
        };
        Count {
            label: view.language().of(&it.indicator.near().label).to_owned(),
            href: link(&path, [("as-at", day.to_string().as_str())]),
            how,
            counts: it.how.is_ok(),
        }
    });
    (view.day(day), counted.collect())
}

/// The versions, where there are several.
fn versions(view: &View<'_>, record: &Record) -> Result<Vec<VersionLine>, Trouble> {
    if record.versions.len() < 2 {
        return Ok(vec![]);
    }
    let latest = record.latest().sequence;
    let mut lines = Vec::new();
    for version in &record.versions {
        let fate = match version.withdrawn {
            Some(act) => act_words(view, "show-version-withdrawn", act)?,
            None if version.sequence == latest => view.word("show-version-last"),
            None => view.say("show-version-replaced", &[("entry", Arg::Shown(&latest))]),
        };
        lines.push(VersionLine {
            place: version.sequence,
            words: format!(
                "{} · {}",
                period_words(view.messages, version.occurred),
                version_words(view.messages, view.state, record, version)
            ),
            recorded: recorded(view, version.sequence)?,
            reason: version.reason.clone().unwrap_or_default(),
            fate,
        });
    }
    Ok(lines)
}

fn details(view: &View<'_>, places: impl IntoIterator<Item = u64>) -> Result<Vec<Detail>, Trouble> {
    let detail = |place: u64| {
        let (line, entry) = stored(view, place)?;
        let stored: serde_json::Value = serde_json::from_slice(&line).unwrap_or_default();
        Ok(Detail {
            place,
            id: entry.draft.id.to_string(),
            kind: entry.draft.kind.clone(),
            hash: view.state.hash(place).unwrap_or_default().to_string(),
            text: serde_json::to_string_pretty(&stored).unwrap_or_default(),
        })
    };
    places.into_iter().map(detail).collect()
}
