//! What an entry of each type carries: which attributes, and which members of
//! `data`. Definitions, register facts and activities are read by their own
//! modules; all the rest is listed here.

use super::limits::{MAX_DOCUMENT_BYTES, MAX_IMPORT_ROWS, MAX_NAME, MAX_REASON, MAX_TEXT};
use super::{
    Author, AuthorType, BodyId, BodyKind, Citation, Currency, Day, Draft, EntryId, Evidence, Exact, Hash,
    Json, KeyFate, Moment, Money, Precision, SampleMethod, Sealed, SentFormat, is_decimal, types,
};

/// Whether something stands on an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Need {
    Required,
    Optional,
    Absent,
}

use Need::{Absent, Optional, Required};

/// What a member of `data` holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Holds {
    Bodies,
    Body,
    Citation,
    Count,
    Day,
    Decimal,
    Documents,
    Entry,
    /// Ids of entries, at least one and none twice.
    Entries,
    /// What became of a key.
    Fate,
    Format,
    Hash,
    Language,
    Method,
    Moment,
    Object,
    Reason,
    Rows,
    Sealed,
    /// A text of one line.
    Seed,
    Side,
    /// A number of entries, at least one.
    Size,
    Text,
    Truth,
    User,
    /// Values of indicators, in order of these.
    Values,
    Word,
    /// A decimal, money or a percentage; the indicator says which.
    Value,
}

type Member = (&'static str, Need, Holds);

/// Which attributes stand on an entry beside those of all entries.
struct Shape {
    occurred: Need,
    subject: Need,
    corrected: Need,
    /// The batch: of what an import appends.
    batch: Need,
    /// The members of `data`; none where another module reads them.
    members: Option<&'static [Member]>,
}

/// The first attribute or member that does not stand on such an entry, lacks
/// there, or holds what it may not.
pub(super) fn stranger(draft: &Draft) -> Option<(&'static str, String)> {
    let shape = shape(&draft.kind);
    let attributes = [
        ("occurredfrom", shape.occurred, draft.occurred.is_some()),
        ("subject", shape.subject, draft.subject.is_some()),
        ("correctedid", shape.corrected, draft.corrected.is_some()),
        ("correlationid", shape.batch, draft.batch.is_some()),
    ];
    let wrong = attributes.into_iter().find(|(_, need, there)| !fits(*need, *there));
    if let Some((name, ..)) = wrong {
        return Some(("entry", name.to_owned()));
    }
    let members = shape.members?;
    let unknown = draft.data.keys().find(|name| !members.iter().any(|(known, ..)| known == name));
    let unsound = members.iter().find(|(name, need, holds)| match draft.data.get(name) {
        None => *need == Required,
        Some(value) => !is_sound(*holds, value),
    });
    let name = unknown.cloned().or_else(|| unsound.map(|(name, ..)| (*name).to_owned()));
    name.map(|name| ("data", name))
}

fn fits(need: Need, there: bool) -> bool {
    match need {
        Required => there,
        Optional => true,
        Absent => !there,
    }
}

/// A shape with these members and no attribute but those of all entries.
const fn plain(members: Option<&'static [Member]>) -> Shape {
    Shape { occurred: Absent, subject: Absent, corrected: Absent, batch: Absent, members }
}

/// That of an entry about another.
const fn about(members: &'static [Member]) -> Shape {
    Shape { corrected: Required, ..plain(Some(members)) }
}

fn shape(kind: &str) -> Shape {
    let Some(own) = kind.strip_prefix(types::PREFIX) else {
        return Shape { occurred: Required, subject: Optional, batch: Optional, ..plain(None) };
    };
    match kind {
        types::USER_REGISTERED => {
            plain(Some(&[("name", Optional, Holds::Sealed), ("user", Required, Holds::User)]))
        }
        types::CLOCK_ACCEPTED => {
            plain(Some(&[("clock", Required, Holds::Moment), ("last", Required, Holds::Moment)]))
        }
        types::PROGRAM_CHANGED => plain(Some(&[("version", Required, Holds::Text)])),
        types::LEDGER_REPAIRED => plain(Some(REPAIR)),
        types::LEDGER_RESTORED => {
            plain(Some(&[("head", Required, Holds::Hash), ("size", Required, Holds::Count)]))
        }
        types::KEY_ROTATED => plain(Some(ROTATION)),
        types::LEDGER_RESUMED => plain(Some(RESUMPTION)),
        types::PLAN_ADOPTED => Shape { occurred: Required, ..plain(None) },
        types::TOTAL_REPORTED => Shape { occurred: Required, batch: Optional, ..plain(Some(TOTAL)) },
        types::ENTRY_CORRECTED => Shape { occurred: Required, subject: Optional, ..about(CORRECTION) },
        types::ENTRY_WITHDRAWN => {
            about(&[("correction", Optional, Holds::Entry), ("reason", Required, Holds::Reason)])
        }
        types::ENTRY_CONFIRMED => about(&[("version", Required, Holds::Hash)]),
        types::ENTRY_APPROVED => {
            about(&[("reason", Optional, Holds::Reason), ("version", Required, Holds::Hash)])
        }
        types::ENTRY_REJECTED => {
            about(&[("reason", Required, Holds::Reason), ("version", Required, Holds::Hash)])
        }
        types::NOTE_RECORDED => Shape { occurred: Optional, ..plain(Some(NOTE)) },
        types::TABLE_PUBLISHED => plain(Some(PUBLISHED)),
        types::SAMPLE_DRAWN => plain(Some(DRAWN)),
        types::SAMPLE_TESTED => about(TESTED),
        types::EVIDENCE_ADDED => plain(Some(ADDITION)),
        types::PERSON_ERASUREREQUESTED => {
            Shape { subject: Required, ..plain(Some(&[("reason", Required, Holds::Reason)])) }
        }
        types::PERSON_ERASED => Shape { subject: Required, ..plain(Some(ERASURE)) },
        types::FISCALYEAR_VALUED => plain(Some(VALUES)),
        types::FISCALYEAR_CLOSED => plain(Some(CLOSING)),
        types::FISCALYEAR_NOTIFIED => plain(Some(NOTICE_SENT)),
        types::NOTE_RESOLVED => about(&[("entry", Required, Holds::Entry)]),
        types::BATCH_STARTED => {
            plain(Some(&[("file", Required, Holds::Hash), ("rows", Required, Holds::Rows)]))
        }
        types::BATCH_COMPLETED => about(&[("rows", Required, Holds::Rows)]),
        types::BATCH_WITHDRAWN => about(&[("reason", Required, Holds::Reason)]),
        _ => shape_of_the_register(own),
    }
}

/// Facts of the register are told by a kind of body and a word; what else is
/// the program's own is read by another module.
fn shape_of_the_register(own: &str) -> Shape {
    let fact = own.split_once('.').filter(|(body, _)| BodyKind::from_word(body).is_some());
    match fact.map(|(_, fact)| fact) {
        Some("merged") => Shape { subject: Required, ..plain(Some(MERGE)) },
        Some("registered" | "changed") => Shape { occurred: Required, subject: Required, ..plain(None) },
        _ => plain(None),
    }
}

const REPAIR: &[Member] = &[
    ("asidehead", Optional, Holds::Hash),
    ("asidesize", Optional, Holds::Count),
    ("from", Required, Holds::Side),
    ("head", Required, Holds::Hash),
    ("size", Required, Holds::Count),
];

const ROTATION: &[Member] = &[
    ("handover", Required, Holds::Text),
    ("reason", Optional, Holds::Reason),
    ("verifierkey", Required, Holds::Text),
];

const RESUMPTION: &[Member] = &[
    ("checkpoint", Required, Holds::Text),
    ("handover", Required, Holds::Text),
    ("reason", Required, Holds::Reason),
    ("size", Required, Holds::Size),
    ("verifierkey", Required, Holds::Text),
];

const VALUES: &[Member] = &[("values", Required, Holds::Values)];

const CLOSING: &[Member] = &[
    ("again", Optional, Holds::Entry),
    ("asat", Required, Holds::Day),
    ("checkpoint", Required, Holds::Text),
    ("open", Optional, Holds::Size),
    ("parts", Optional, Holds::Entries),
    ("plan", Required, Holds::Word),
    ("reason", Optional, Holds::Reason),
    ("unapproved", Optional, Holds::Size),
    ("values", Required, Holds::Values),
    ("version", Required, Holds::Size),
];

const NOTICE_SENT: &[Member] =
    &[("closing", Required, Holds::Entry), ("on", Required, Holds::Day), ("to", Required, Holds::Text)];

const TOTAL: &[Member] = &[
    ("citation", Required, Holds::Citation),
    ("evidence", Optional, Holds::Documents),
    ("from", Optional, Holds::Day),
    ("indicator", Required, Holds::Word),
    ("note", Optional, Holds::Text),
    ("to", Required, Holds::Day),
    ("value", Required, Holds::Value),
];

const PUBLISHED: &[Member] = &[
    ("asat", Required, Holds::Day),
    ("blake3", Required, Holds::Hash),
    ("comparedto", Optional, Holds::Day),
    ("evidence", Optional, Holds::Documents),
    ("filter", Optional, Holds::Bodies),
    ("format", Required, Holds::Format),
    ("head", Required, Holds::Hash),
    ("language", Optional, Holds::Language),
    ("on", Required, Holds::Day),
    ("plan", Required, Holds::Word),
    ("size", Required, Holds::Size),
    ("to", Required, Holds::Text),
    ("version", Required, Holds::Size),
];

const DRAWN: &[Member] = &[
    ("above", Optional, Holds::Decimal),
    ("asat", Required, Holds::Day),
    ("filter", Optional, Holds::Bodies),
    ("head", Required, Holds::Hash),
    ("indicator", Required, Holds::Word),
    ("items", Required, Holds::Size),
    ("method", Required, Holds::Method),
    ("plan", Required, Holds::Word),
    ("seed", Required, Holds::Seed),
    ("size", Required, Holds::Size),
    ("version", Required, Holds::Size),
];

const TESTED: &[Member] = &[
    ("audited", Optional, Holds::Decimal),
    ("evidence", Optional, Holds::Documents),
    ("exception", Required, Holds::Truth),
    ("on", Optional, Holds::Day),
    ("remark", Optional, Holds::Text),
    ("sample", Required, Holds::Entry),
    ("version", Required, Holds::Hash),
];

const CORRECTION: &[Member] = &[
    ("content", Required, Holds::Object),
    ("reason", Required, Holds::Reason),
    ("replaces", Required, Holds::Hash),
];

const NOTE: &[Member] = &[("evidence", Optional, Holds::Documents), ("text", Required, Holds::Text)];

const ADDITION: &[Member] = &[
    ("entry", Required, Holds::Entry),
    ("evidence", Required, Holds::Documents),
    ("note", Optional, Holds::Text),
];

const ERASURE: &[Member] = &[("key", Required, Holds::Fate), ("request", Required, Holds::Entry)];

const MERGE: &[Member] = &[("into", Required, Holds::Body), ("reason", Required, Holds::Reason)];

fn is_sound(holds: Holds, value: &Json) -> bool {
    let spells = |reads: fn(&str) -> bool| value.as_text().is_some_and(reads);
    match holds {
        Holds::Bodies => are_bodies(value),
        Holds::Entries => are_entries(value),
        Holds::Format => spells(|text| SentFormat::from_word(text).is_some()),
        Holds::Language => spells(|text| matches!(text, "fr" | "en")),
        Holds::Size => value.as_int().is_some_and(|number| number > 0),
        Holds::Body => spells(|text| text.parse::<BodyId>().is_ok()),
        Holds::Citation => Citation::read(value.clone()).is_some(),
        Holds::Count => value.as_int().is_some_and(|number| number >= 0),
        Holds::Day => spells(|text| text.parse::<Day>().is_ok()),
        Holds::Decimal => spells(is_decimal),
        Holds::Documents => are_documents(value),
        Holds::Entry => spells(|text| text.parse::<EntryId>().is_ok()),
        Holds::Fate => spells(|text| KeyFate::from_word(text).is_some()),
        Holds::Hash => spells(|text| text.parse::<Hash>().is_ok()),
        Holds::Method => spells(|text| SampleMethod::from_word(text).is_some()),
        Holds::Moment => spells(|text| text.parse::<Moment>().is_ok()),
        Holds::Object => value.as_object().is_some(),
        Holds::Rows => {
            let rows = value.as_int().and_then(|rows| usize::try_from(rows).ok());
            rows.is_some_and(|rows| rows <= MAX_IMPORT_ROWS)
        }
        Holds::Reason => spells(|text| is_text(text, MAX_REASON)),
        Holds::Sealed => Sealed::read(value).is_some(),
        Holds::Seed => spells(|text| is_text(text, MAX_NAME) && !text.contains('\n')),
        Holds::Side => spells(|text| matches!(text, "twin" | "store")),
        Holds::Text => spells(|text| is_text(text, MAX_TEXT)),
        Holds::Truth => matches!(value, Json::Bool(_)),
        Holds::User => spells(|text| Author::read(text, AuthorType::System.word()).is_some()),
        Holds::Value => is_printed(value),
        Holds::Values => are_closed_values(value),
        Holds::Word => spells(super::is_definition_id),
    }
}

/// Whether an array holds ids of entries, at least one and none twice.
fn are_entries(value: &Json) -> bool {
    let Some(items) = value.as_array() else { return false };
    let is_one = |item: &Json| item.as_text().is_some_and(|text| text.parse::<EntryId>().is_ok());
    let is_twice = |at: usize| items[..at].contains(&items[at]);
    !items.is_empty() && items.iter().all(is_one) && !(0..items.len()).any(is_twice)
}

/// Whether an array holds bodies, at least one and none twice.
fn are_bodies(value: &Json) -> bool {
    let Some(items) = value.as_array() else { return false };
    let is_one = |item: &Json| item.as_text().is_some_and(|text| text.parse::<BodyId>().is_ok());
    let is_twice = |at: usize| items[..at].contains(&items[at]);
    !items.is_empty() && items.iter().all(is_one) && !(0..items.len()).any(is_twice)
}

/// Whether an array holds values of indicators, each once and in order.
fn are_closed_values(value: &Json) -> bool {
    let Some(items) = value.as_array() else { return false };
    let indicator = |item: &Json| Some(item.as_object()?.get("indicator")?.as_text()?.to_owned());
    let is_in_order = |pair: &[Json]| indicator(&pair[0]) < indicator(&pair[1]);
    items.iter().all(is_closed_value) && items.windows(2).all(is_in_order)
}

fn is_closed_value(value: &Json) -> bool {
    let Some(members) = value.as_object() else { return false };
    let is_sound = |(name, value): (&String, &Json)| match (name.as_str(), value) {
        ("indicator", Json::Text(text)) => super::is_definition_id(text),
        ("delivered" | "high" | "low", Json::Text(text)) => is_exact(text),
        ("documented" | "itemised" | "reported", Json::Text(text)) => is_exact(text) && text != "0",
        ("precision", Json::Text(text)) => Precision::from_word(text).is_some(),
        ("atleast" | "contradicts", Json::Bool(is_so)) => *is_so,
        _ => false,
    };
    members.contains_key("indicator") && members.iter().all(is_sound)
}

/// Whether a number stands in its one spelling: the shortest decimal where there is one,
/// else a ratio in lowest terms.
fn is_exact(text: &str) -> bool {
    let Some((num, den)) = text.split_once('/') else {
        return text.parse().is_ok_and(|number: Exact| number.to_decimal().as_deref() == Some(text));
    };
    let ratio =
        num.parse().ok().zip(den.parse().ok()).and_then(|(num, den): (Exact, Exact)| num.divided_by(&den));
    ratio.is_some_and(|ratio| ratio.to_decimal().is_none() && ratio.ratio() == text)
}

/// Whether a value is a decimal or money, with its precision where a source
/// prints one.
fn is_printed(value: &Json) -> bool {
    let Json::Object(members) = value else {
        return value.as_text().is_some_and(is_decimal);
    };
    let word = |name: &str| members.get(name).and_then(Json::as_text);
    let currency = word("currency").and_then(|code| code.parse::<Currency>().ok());
    let is_number = |text: &str| match currency {
        Some(currency) => Money::parse(text, currency).is_ok(),
        None => is_decimal(text),
    };
    let (number, others) = if currency.is_some() { ("amount", 2) } else { ("value", 1) };
    let to = members.contains_key("to");
    let precision = word("precision").and_then(Precision::from_word).is_some();
    let known = others + usize::from(precision) + usize::from(to);
    // A bare number is written as such.
    let needed = currency.is_some() || precision;
    members.len() == known
        && needed
        && (precision || !to)
        && word(number).is_some_and(is_number)
        && (!to || word("to").is_some_and(is_number))
}

/// Whether an array holds documents, at least one.
pub(super) fn are_documents(value: &Json) -> bool {
    let sound =
        |item: &Json| Evidence::read(item).is_some_and(|document| document.bytes <= MAX_DOCUMENT_BYTES);
    value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(sound))
}

/// Whether a text is there and within its limit.
pub(super) fn is_text(text: &str, limit: usize) -> bool {
    !text.is_empty() && text.chars().count() <= limit
}
