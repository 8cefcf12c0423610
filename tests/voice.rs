//! Every message is asked for by the source, and all that the source asks for
//! is there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jalon::present::Messages;

/// Kinds of what is to be settled before something is printed.
const SETTLED: &[&str] = &[
    "entries",
    "places",
    "total",
    "count",
    "cumulative",
    "percentage",
    "mean",
    "base",
    "change",
    "dated",
    "body",
    "label",
    "rounding",
];

/// Messages whose ids are put together: a beginning, and all that follows it.
/// Those of help are tested where they are put together.
const FAMILIES: &[(&str, &[&str])] = &[
    (
        "adopt-role-",
        &["number", "objective", "group", "label", "detail", "target", "total", "percent", "unit", "nothing"],
    ),
    (
        "adopt-why-",
        &[
            "unit",
            "column",
            "sum",
            "sumcolumn",
            "earliertarget",
            "nolabel",
            "idle",
            "strict",
            "above",
            "level",
            "note",
        ],
    ),
    ("adopt-ask-", &["target", "row"]),
    ("body-", &["organisation", "project", "deliverable", "person"]),
    ("body-word-", &["organisation", "project", "deliverable", "person"]),
    ("condition-", &["is", "isnot", "list", "notlist", "atleast", "min", "max", "yes", "no"]),
    (
        "adopt-answer-",
        &["nothing", "number", "objective", "group", "label", "target", "total", "percent", "unit"],
    ),
    (
        "adopt-question-",
        &["asat", "since", "currency", "yearend", "years", "thousands", "column", "target", "row"],
    ),
    ("approval-", &["waiting", "approved", "rejected"]),
    ("match-same-", &["id", "date", "amount", "name"]),
    ("match-not-stated-", &["id", "date", "amount", "name"]),
    ("sample-item-", &["above", "certain", "rest", "unreached"]),
    ("sample-method-", &["random", "interval", "monetary", "interval-every", "monetary-every"]),
    ("sample-stratum-", &["above", "certain", "rest", "all", "unreached"]),
    ("journal-", &["waiting", "resolved", "withdrawn"]),
    ("explain-", &["part", "whole"]),
    (
        "web-type-kind-",
        &[
            "text",
            "count",
            "decimal",
            "money",
            "date",
            "yesno",
            "choice",
            "organisation",
            "organisations",
            "person",
            "persons",
            "project",
            "projects",
            "deliverable",
            "deliverables",
            "sealed",
        ],
    ),
    ("web-type-how-", &["entries", "sum", "distinct"]),
    ("place-", &["row", "group", "text"]),
    ("reconcile-", &["agrees", "differs", "unchecked"]),
    ("settle-kind-", SETTLED),
    ("settle-help-", SETTLED),
    ("settle-by-", &["owner", "approver", "writer"]),
    ("plan-new-", &["type", "list", "objective", "group", "indicator", "target"]),
    ("plan-term-", &["label", "approval", "approver", "columns", "fiscalyearend", "notice"]),
    ("plan-kind-", &["type", "list", "objective", "group", "indicator", "target"]),
    (
        "entry-",
        &[
            "ledger-opened",
            "user-registered",
            "clock-accepted",
            "program-changed",
            "ledger-repaired",
            "ledger-restored",
            "activitytype-defined",
            "list-defined",
            "objective-defined",
            "group-defined",
            "indicator-defined",
            "target-set",
            "plan-adopted",
            "total-reported",
            "entry-corrected",
            "entry-withdrawn",
            "entry-confirmed",
            "entry-approved",
            "entry-rejected",
            "note-recorded",
            "note-resolved",
            "batch-started",
            "batch-completed",
            "batch-withdrawn",
            "table-published",
            "sample-drawn",
            "sample-tested",
            "key-rotated",
            "ledger-resumed",
            "fiscalyear-valued",
            "fiscalyear-closed",
            "fiscalyear-notified",
            "evidence-added",
            "person-erased",
        ],
    ),
    ("cutoff-", &["effects", "late", "straddling", "before", "wide", "after", "totals"]),
    ("cutoff-about-", &["effects", "late", "straddling", "before", "wide", "after", "totals"]),
    ("coverage-", &["read", "values", "uncounted", "notes", "unbacked", "absent", "silent"]),
    ("coverage-about-", &["read", "values", "uncounted", "notes", "unbacked", "absent", "silent"]),
    ("population-standing-", &["stands", "withdrawn", "planned", "notapproved", "rejected"]),
    ("missed-", &["afterdate", "otheryear", "conditions"]),
    ("quality-", &["validity", "integrity", "precision", "reliability", "timeliness"]),
    ("quality-about-", &["validity", "integrity", "precision", "reliability", "timeliness"]),
    ("quality-differs-", &["rule", "words", "status", "keeping", "percentage"]),
    (
        "web-audit-",
        &[
            "cutoff",
            "cutoff-lead",
            "coverage",
            "coverage-lead",
            "samples",
            "samples-lead",
            "checks",
            "checks-lead",
            "reconcile",
            "reconcile-lead",
            "documents",
            "documents-lead",
            "years",
            "years-lead",
            "verify",
            "verify-lead",
            "forget",
            "forget-lead",
        ],
    ),
    ("web-forget-", &["destroyed", "lost"]),
    ("evidence-", &["agreement", "bankstatement", "confirmation", "webcapture", "internalnote", "other"]),
    ("finding-in-", &["twin", "store", "pack"]),
    ("representation-", &["name", "office", "date", "signature"]),
    ("checkpoint-", &["beyond", "beyond-told", "other-entries", "other-entries-told"]),
    ("figure-", &["target", "delivered", "percent"]),
    ("grade-", &["documented", "itemised", "reported"]),
    ("kind-", &["count", "sum", "distinct", "latest", "share", "max", "mean", "attained", "narrative"]),
    ("moved-", &["number", "possible", "contradiction", "grade", "entries"]),
    ("precision-", &["rounded", "atleast", "about", "atmost"]),
    (
        "reason-",
        &[
            "classnotstated",
            "contradictstotal",
            "beforefirstday",
            "straddles",
            "planned",
            "notapproved",
            "rejected",
            "withdrawn",
            "noconversion",
            "valuenotstated",
            "keynotstated",
            "replacedtotal",
            "totalafterdate",
            "filtered",
        ],
    ),
    ("preview-", &["added", "planned", "there", "alike", "twin", "likebody", "refused"]),
    ("template-column-total-", &["indicator", "from", "to", "value", "source", "section", "line", "note"]),
    ("template-help-total-", &["indicator", "from", "to", "value", "source", "section", "line", "note"]),
    ("template-column-body-", &["kind", "name", "english", "country", "since", "synonyms", "source", "id"]),
    ("template-help-body-", &["kind", "name", "english", "country", "since", "synonyms", "source", "id"]),
    ("template-column-", &["on", "subject", "note", "source"]),
    ("template-help-", &["on", "subject", "note", "source"]),
    (
        "template-kind-",
        &["text", "yesno", "count", "decimal", "money", "date", "choice", "reference", "sealed"],
    ),
    ("published-", &["text", "json", "md", "html", "csv", "xlsx", "other"]),
    ("finding-document-", &["missing", "differs", "unreadable"]),
    (
        "open-",
        &[
            "note",
            "planned",
            "document",
            "erasure",
            "straddles",
            "contradicts",
            "exception",
            "class",
            "unreported",
            "nowhere",
        ],
    ),
    (
        "open-help-",
        &[
            "note",
            "planned",
            "document",
            "erasure",
            "straddles",
            "contradicts",
            "exception",
            "class",
            "unreported",
            "nowhere",
        ],
    ),
    (
        "web-column-",
        &[
            "type",
            "on",
            "occurredfrom",
            "occurredto",
            "subject",
            "note",
            "basis",
            "citation",
            "citation-section",
            "citation-line",
            "citation-words",
            "id",
            "partof",
            "indicator",
            "from",
            "to",
            "value",
            "kind",
            "name",
            "name-en",
            "synonyms",
            "since",
        ],
    ),
    ("web-import-tab-", &["refused", "alike", "added", "planned", "there"]),
    ("web-", &["withdraw", "confirm", "approve", "reject"]),
    ("register-kind-", &["organisation", "project", "deliverable", "person"]),
    ("status-", &["printed", "supposed", "confirmed"]),
    (
        "verify-",
        &[
            "form",
            "chain",
            "copies",
            "documents",
            "sealed",
            "values",
            "closed",
            "derived",
            "index",
            "tree",
            "signed",
            "checkpoint",
            "files",
            "claims",
            "written",
        ],
    ),
    (
        "revisions-",
        &[
            "late",
            "corrected",
            "withdrawn",
            "judged",
            "backed",
            "rule",
            "register",
            "follows",
            "part",
            "whole",
        ],
    ),
    ("verify-outcome-", &["sound", "failed", "unchecked"]),
    ("verdict-", &["agrees", "differs", "unchecked"]),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs" || it == "html") {
            found.push(path);
        }
    }
}

/// What a template does, without what it prints as it stands.
fn done(template: &str) -> String {
    let mut parts = template
        .split("{{")
        .chain(template.split("{%"))
        .map(|part| part.split("}}").next().and_then(|it| it.split("%}").next()).unwrap_or_default());
    parts.by_ref().collect::<Vec<_>>().join(" ")
}

/// The texts of a file that look like ids of messages, outside its tests.
fn texts(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let is_id = |text: &&str| {
        let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        text.starts_with(|first: char| first.is_ascii_lowercase()) && text.bytes().all(known)
    };
    code.split('"').filter(is_id).map(str::to_owned).collect()
}

fn said_in_source() -> BTreeSet<String> {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut paths);
    let asked = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let is_template = path.extension().is_some_and(|it| it == "html");
        texts(&if is_template { done(&text) } else { text })
    };
    paths.iter().flat_map(asked).collect()
}

fn families() -> BTreeSet<String> {
    let each =
        FAMILIES.iter().flat_map(|(head, tails)| tails.iter().map(move |tail| format!("{head}{tail}")));
    each.collect()
}

/// A message that stands twice is said as it stands last, and the first is edited
/// in vain.
#[test]
fn every_message_stands_once() {
    for tongue in
        [include_str!("../src/present/messages/fr.ftl"), include_str!("../src/present/messages/en.ftl")]
    {
        let ids = tongue.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
        let ids: Vec<&str> = ids.filter(|id| !id.starts_with([' ', '#'])).collect();
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        let twice: Vec<&&str> =
            once.iter().filter(|id| ids.iter().filter(|it| it == id).count() > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}

/// What French sets apart from a word stays on its line.
#[test]
fn french_marks_do_not_part_from_their_words() {
    let source = include_str!("../src/present/messages/fr.ftl");
    let parts = |line: &str| {
        let said = line.split_once(" = ").map_or(line, |(_, said)| said);
        let marks = [" :", " ?", " !", " »", "« ", " %"];
        // A mark that begins a word is none of the sentence's: an option, a path.
        let apart = |mark: &&str| {
            said.match_indices(*mark).any(|(at, it)| {
                let next = said[at + it.len()..].chars().next();
                it == "« " || next.is_none_or(|next| " {.,\u{a0}".contains(next))
            })
        };
        marks.iter().any(apart)
    };
    let wrong: Vec<&str> = source.lines().filter(|line| !line.starts_with('#') && parts(line)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_french_semicolon_stands_apart() {
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/present/messages/fr.ftl"));
    let text = text.unwrap();
    let apart = text.lines().filter(|line| [" ;", "\u{a0};", "\u{202f};"].iter().any(|it| line.contains(it)));
    assert_eq!(apart.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn every_message_is_asked_for() {
    let asked: BTreeSet<String> = said_in_source().into_iter().chain(families()).collect();
    let unused: Vec<&str> =
        Messages::ids().filter(|id| !id.starts_with("help-") && !asked.contains(*id)).collect();
    assert!(unused.is_empty(), "nothing asks for {unused:?}");
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    let ids: BTreeSet<&str> = Messages::ids().collect();
    let heads: BTreeSet<&str> =
        ids.iter().filter_map(|id| id.split_once('-')).map(|(head, _)| head).collect();
    let is_message = |text: &&String| text.split_once('-').is_some_and(|(head, _)| heads.contains(head));
    let asked = said_in_source();
    let missing: Vec<&String> = asked
        .iter()
        .filter(is_message)
        .filter(|text| !ids.contains(text.as_str()) && !FAMILIES.iter().any(|(head, _)| head == text))
        .collect();
    assert!(missing.is_empty(), "there is no message {missing:?}");
    let missing: Vec<String> = families().into_iter().filter(|id| !ids.contains(id.as_str())).collect();
    assert!(missing.is_empty(), "there is no message {missing:?}");
}
