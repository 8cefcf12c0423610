//! The statement that management signs with a pack: what an auditor asks it to stand for
//! in writing.

use askama::Template;

use super::Packing;
use crate::figures::State;
use crate::present::{Arg, Messages, PAGE_STYLE, Recorders, count_words, day_words};

/// What only this page has.
const OWN_STYLE: &str = include_str!("../templates/pack/representation.css");

#[derive(Template)]
#[template(path = "pack/representation.html")]
struct Page<'a> {
    lang: &'static str,
    styles: [&'static str; 2],
    title: String,
    of: String,
    opening: String,
    statements: Vec<String>,
    facts: Vec<(String, String)>,
    signers: [String; 4],
    notice: Option<&'a str>,
}

/// The statement as a page to print and sign.
pub fn representation_page(messages: &Messages, packing: &Packing<'_>, recorders: &Recorders) -> String {
    let (language, basis) = (messages.language(), packing.basis);
    let adoption = &basis.ruling.adopted.adoption;
    let day = day_words(language, basis.as_at);
    let name = basis.state.opened().and_then(|opened| opened.name.as_ref());
    let page = Page {
        lang: language.tag_alone(),
        styles: [PAGE_STYLE, OWN_STYLE],
        title: messages.say("representation-title", &[("day", Arg::Text(&day))]),
        of: name.map_or_else(|| basis.state.source().to_owned(), |name| language.of(name).to_owned()),
        opening: messages.say("representation-opening", &[("day", Arg::Text(&day))]),
        statements: statements(messages, packing),
        facts: facts(messages, packing, recorders),
        signers: ["name", "office", "date", "signature"]
            .map(|id| messages.word(&format!("representation-{id}"))),
        notice: adoption.notice.as_ref().map(|notice| language.of(notice)),
    };
    page.render().unwrap_or_default()
}

/// What is stated, each beside what the ledger shows of it.
fn statements(messages: &Messages, packing: &Packing<'_>) -> Vec<String> {
    let Packing { basis, checks, coverage, .. } = packing;
    let adoption = &basis.ruling.adopted.adoption;
    let plan = messages.language().of(&adoption.label);
    let version = adoption.version.to_string();
    let unapproved = basis.ruling.indicators().filter(|it| it.approved.is_none()).count();
    let counted = |id: &str, count: usize| messages.say(id, &[("count", Arg::Count(count))]);
    let rules =
        [("plan", Arg::Text(plan)), ("version", Arg::Text(&version)), ("count", Arg::Count(unapproved))];
    vec![
        counted("representation-complete", coverage.uncounted.len()),
        messages.word("representation-occurred"),
        messages.say("representation-rules", &rules),
        counted("representation-evidence", coverage.unbacked.len()),
        counted("representation-open", checks.total()),
        messages.word("representation-corrections"),
    ]
}

/// What of the ledger the statement is about.
fn facts(messages: &Messages, packing: &Packing<'_>, recorders: &Recorders) -> Vec<(String, String)> {
    let Packing { basis, signed, made, closed, .. } = packing;
    let state: &State = basis.state;
    let checkpoint = signed.checkpoint.to_string();
    let root = checkpoint.lines().nth(2).unwrap_or_default().to_owned();
    let closing = closed.map(|(year, _)| {
        let by = recorders.words(messages, year.author.user);
        let values = [("entry", Arg::Shown(&year.sequence)), ("by", Arg::Text(&by))];
        messages.say("representation-closed", &values)
    });
    let closing = closing.unwrap_or_else(|| messages.word("representation-not-closed"));
    let facts = [
        ("closing-size", count_words(messages.language(), signed.checkpoint.size)),
        ("closing-root", root),
        ("closing-key", state.verifier_at(signed.checkpoint.size).to_owned()),
        ("representation-closing", closing),
        ("representation-made", day_words(messages.language(), *made)),
    ];
    facts.into_iter().map(|(id, value)| (messages.word(id), value)).collect()
}
