//! The page of a pack: one file that opens anywhere, fetches nothing, and recomputes what
//! it shows.

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::Packing;
use super::words::words;
use crate::event::Hash;
use crate::present::report::{To, report_parts};
use crate::present::{
    Arg, CutOffGrounds, Language, Messages, PAGE_STYLE, REPORT_STYLE, Recorders, Report, checks_text,
    coverage_report, cutoff_report, day_words, revisions_text, samples_text,
};

/// What only this page has.
const OWN_STYLE: &str = include_str!("../templates/pack/audit.css");

/// The script, in order: the hashes and the signature of others, then ours.
const SCRIPT: [&str; 9] = [
    include_str!("../templates/pack/noble.js"),
    include_str!("../templates/pack/bytes.js"),
    include_str!("../templates/pack/exact.js"),
    include_str!("../templates/pack/log.js"),
    include_str!("../templates/pack/tree.js"),
    include_str!("../templates/pack/plan.js"),
    include_str!("../templates/pack/fold.js"),
    include_str!("../templates/pack/show.js"),
    include_str!("../templates/pack/pages.js"),
];

/// What begins, once all of that is there.
const BEGIN: &str = include_str!("../templates/pack/main.js");

/// How many entries of a part are shown, and how many lines of what is shown as at a
/// terminal: all of them stand in `pack.json`.
const MOST: usize = 300;

/// Columns of what is shown as at a terminal.
const WIDTH: u16 = 100;

/// What a page shows.
pub struct AuditPage<'p> {
    /// The pack.
    pub packing: &'p Packing<'p>,
    /// The language in which it opens.
    pub language: Language,
    /// Who recorded what, as far as a pack says it.
    pub recorders: &'p Recorders,
    /// The log and what is claimed, where the page has room for them.
    pub data: Option<(&'p str, &'p str)>,
}

#[derive(Template)]
#[template(path = "pack/audit.html")]
struct Page<'a> {
    lang: &'static str,
    script: &'a str,
    script_sum: String,
    styles: [&'static str; 3],
    /// Whose pack it is, and its title; the script says both anew from the entries.
    heads: (String, String),
    reports: Vec<Told>,
    words: String,
    data: Option<(String, String)>,
    sums: String,
}

impl Page<'_> {
    #[expect(clippy::unused_self, reason = "the template reads as what it is")]
    fn escaped(&self, text: &str) -> String {
        escaped(text)
    }
}

/// What the program says of the ledger, in both languages: mark-up that stands in the
/// page as text, so that its hash can be told before anything is shown.
struct Told {
    id: &'static str,
    word: String,
    texts: Vec<(&'static str, String)>,
}

/// The page of a pack.
pub fn audit_page(page: &AuditPage<'_>) -> String {
    let script = [&SCRIPT[..], &[BEGIN]].concat().join("\n");
    let script = format!("(() => {{\n\"use strict\";\n{script}\n}})();\n");
    let words = words().to_string();
    let reports = reports(page);
    let told = reports
        .iter()
        .flat_map(|told| told.texts.iter().map(|(tag, html)| (format!("{}-{tag}", told.id), html.clone())));
    let data = page
        .data
        .map(|(pack, log)| [("pack".to_owned(), pack.to_owned()), ("log".to_owned(), log.to_owned())]);
    let parts = told.chain([("words".to_owned(), words.clone())]).chain(data.into_iter().flatten());
    let sums: Map<String, Json> = parts.map(|(id, text)| (id, sum(&text).into())).collect();
    let rendered = Page {
        lang: page.language.tag_alone(),
        script_sum: BASE64.encode(Sha256::digest(script.as_bytes())),
        script: &script,
        styles: [PAGE_STYLE, REPORT_STYLE, OWN_STYLE],
        heads: heads(page),
        reports,
        words: escaped(&words),
        data: page.data.map(|(pack, log)| (escaped(pack), escaped(log))),
        sums: escaped(&Json::from(sums).to_string()),
    };
    rendered.render().unwrap_or_default()
}

fn sum(text: &str) -> String {
    Hash(Sha256::digest(text.as_bytes()).into()).to_string()
}

/// Both languages, the one in which the page opens first.
fn spoken(first: Language) -> [Messages; 2] {
    let other = match first {
        Language::French => Language::English,
        Language::English => Language::French,
    };
    [Messages::new(first), Messages::new(other)]
}

fn heads(page: &AuditPage<'_>) -> (String, String) {
    let (language, basis) = (page.language, page.packing.basis);
    let day = day_words(language, basis.as_at);
    let name = basis.state.opened().and_then(|opened| opened.name.as_ref());
    let plan = language.of(&basis.ruling.adopted.adoption.label);
    let of = name.map_or_else(|| plan.to_owned(), |name| format!("{} · {plan}", language.of(name)));
    (of, Messages::new(language).say("pack-title", &[("day", Arg::Text(&day))]))
}

/// What the program says of the ledger: reports with links to entries and values, and
/// what else it says as at a terminal.
fn reports(page: &AuditPage<'_>) -> Vec<Told> {
    let told = |id: &'static str, say: &dyn Fn(&Messages) -> String| {
        let texts = spoken(page.language);
        let texts = texts.iter().map(|messages| (messages.language().tag_alone(), say(messages)));
        Told { id, word: format!("pack-{id}"), texts: texts.collect() }
    };
    let Packing { basis, checks, coverage, cutoff, closed, .. } = page.packing;
    let grounds = CutOffGrounds { basis: *basis, recorders: page.recorders, most: MOST };
    let mut all = vec![
        told("coverage", &|messages| linked(&coverage_report(messages, basis, coverage, MOST))),
        told("cutoff", &|messages| linked(&cutoff_report(messages, &grounds, cutoff))),
        told("checks", &|messages| plain(messages, &checks_text(messages, basis.state, checks, WIDTH))),
        told("samples", &|messages| plain(messages, &samples_text(messages, basis.state, WIDTH))),
    ];
    if let Some((year, revisions)) = closed {
        let (state, recorders) = (basis.state, page.recorders);
        let text = |messages: &Messages| revisions_text(messages, state, recorders, year, revisions, WIDTH);
        all.push(told("revisions", &|messages| plain(messages, &text(messages))));
    }
    all
}

fn linked(report: &Report) -> String {
    let lead = |to: &To| match to {
        To::Entry(place) => format!("#entry-{place}"),
        To::Value(id) => format!("#value-{id}"),
    };
    report_parts(report, Some(&lead))
}

/// What is said at a terminal, without its colours.
fn plain(messages: &Messages, text: &str) -> String {
    let text = anstream::adapter::strip_str(text).to_string();
    let lines: Vec<&str> = text.lines().collect();
    let more = lines.len().saturating_sub(MOST);
    let shown = lines[..lines.len() - more].join("\n");
    let more = (more > 0).then(|| messages.say("pack-more", &[("count", Arg::Shown(&more))]));
    format!("<pre>{}\n{}</pre>", escaped(&shown), more.unwrap_or_default())
}

/// Text that is read back as it was.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
