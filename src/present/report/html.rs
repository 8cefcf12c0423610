//! A report as HTML: a page of its own, in one file with no script and nothing
//! fetched, or its parts for another page to hold, with links.

use askama::Template;

use super::{Block, Part, Report, Run, To};
use crate::present::PAGE_STYLE;
use crate::present::harmless::without_turns;

/// Where words of a report lead.
pub type Lead<'a> = &'a dyn Fn(&To) -> String;

/// The look of the parts, on a screen and in print. What holds them gives the colours.
pub const REPORT_STYLE: &str = include_str!("../templates/report/report.css");

/// The parts for another page to hold; with links words lead somewhere.
pub fn report_parts(report: &Report, lead: Option<Lead<'_>>) -> String {
    Parts { parts: &report.parts, lead }.render().unwrap_or_default()
}

/// The report as a page of its own.
pub fn report_page(report: &Report) -> String {
    let page = Page {
        lang: report.language.tag(),
        styles: [PAGE_STYLE, REPORT_STYLE],
        parts: &report_parts(report, None),
        report,
    };
    page.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "report/page.html")]
struct Page<'a> {
    lang: &'static str,
    styles: [&'static str; 2],
    parts: &'a str,
    report: &'a Report,
}

#[derive(Template)]
#[template(path = "report/parts.html")]
struct Parts<'a> {
    parts: &'a [Part],
    lead: Option<Lead<'a>>,
}

/// Words as the template has them.
struct Linked {
    words: String,
    href: Option<String>,
}

impl Parts<'_> {
    /// Words, each with where it leads, if anywhere.
    fn linked(&self, runs: &[Run]) -> Vec<Linked> {
        let href = |run: &Run| Some(self.lead?(run.to.as_ref()?));
        runs.iter().map(|run| Linked { words: without_turns(&run.words), href: href(run) }).collect()
    }

    /// An entry's number, and where it leads.
    fn numbered(&self, place: u64) -> Linked {
        Linked { words: place.to_string(), href: self.lead.map(|lead| lead(&To::Entry(place))) }
    }

    /// The words as they may stand within others.
    #[expect(clippy::unused_self, reason = "the template reads as what it is")]
    fn safe(&self, words: &str) -> String {
        without_turns(words)
    }
}

impl Page<'_> {
    /// The words as they may stand within others.
    #[expect(clippy::unused_self, reason = "the template reads as what it is")]
    fn safe(&self, words: &str) -> String {
        without_turns(words)
    }
}
