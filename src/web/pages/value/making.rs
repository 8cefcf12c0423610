//! The page of a value, as words.

use askama::Template;

use super::points;
use super::published::History;
use crate::event::{EntryId, Exact};
use crate::figures::{
    Contribution, DatedTarget, Excerpt, NotCounted, Point, RowTable, Ruling, State, target_history,
};
use crate::plan::{Indicator, Kind, Unit};
use crate::present::{
    Arg, certain_words, gap_words, percent_words, period_words, plan_heads, reason_words, remark_words,
    rule_sentence, shown_in_excerpt, target_words, unit_words, value_words, version_words,
};
use crate::web::asked::Asked;
use crate::web::chrome::{Chrome, View};
use crate::web::given::{Given, and, encoded};
use crate::web::pages::table::{Form, form, scope_lines};

/// Entries that are shown at once.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "value.html")]
pub(super) struct Page<'v> {
    c: Chrome<'v>,
    asked: Form,
    heading: String,
    label: String,
    day: String,
    value: String,
    unit: String,
    target: String,
    percent: String,
    reached: String,
    possible: String,
    parts: Vec<Part>,
    rule: String,
    words: String,
    status: String,
    scope: Vec<String>,
    contradicts: bool,
    heads: [String; 3],
    targets: Vec<Target>,
    grades: Vec<[String; 2]>,
    points: Vec<Place>,
    /// The chart for light pages, for dark ones, its numbers, and to keep; for
    /// narrow pages, light and dark.
    chart: [String; 6],
    id: String,
    contributions: Vec<Item>,
    count: usize,
    pages: [Option<String>; 2],
    left: Vec<Item>,
    left_count: usize,
    published: Option<History<'v>>,
    /// Where the publications are that follow this page.
    follows: Option<String>,
    back: String,
    /// Where the sheet on the quality of its data is.
    quality: String,
    /// Where a total of it is recorded, when nothing else is.
    total: Option<[String; 2]>,
    /// Where a sample of it is drawn, when something counts in it.
    sample: Option<String>,
}

/// A value that a share is made of.
struct Part {
    side: String,
    label: String,
    value: String,
    href: String,
}

struct Target {
    value: String,
    since: String,
    reason: String,
}

/// The value at the end of a fiscal year.
struct Place {
    day: String,
    value: String,
    target: String,
    percent: String,
    href: String,
}

/// An entry that counts, or that was looked at and does not.
struct Item {
    place: u64,
    days: String,
    words: String,
    amount: String,
    grade: String,
    remark: String,
}

/// What a page is made of.
pub(super) struct Making<'m, 'a> {
    pub view: &'m View<'m>,
    pub asked: &'m Asked,
    pub state: &'a State,
    pub ruling: &'m Ruling<'a>,
    pub excerpt: &'m Excerpt<'a>,
}

/// Which contributions a page shows: from which on, 0 the first, and how many.
pub(super) fn shown_on(given: &Given) -> (usize, usize) {
    ((part_of(given) - 1).saturating_mul(SHOWN), SHOWN)
}

/// Which part of the contributions is shown, from 1.
fn part_of(given: &Given) -> usize {
    given.one("page").and_then(|typed| typed.parse().ok()).unwrap_or(1).max(1)
}

impl<'m, 'a> Making<'m, 'a> {
    const fn row(&self) -> &'m RowTable<'a> {
        &self.excerpt.row
    }

    pub(super) fn page(&self, published: Option<History<'m>>, follows: bool) -> Page<'m> {
        let (view, row, indicator) = (self.view, self.row(), self.row().indicator);
        let language = view.language();
        let label = language.of(&indicator.label).to_owned();
        let given = &view.seen.given;
        let path = format!("/value/{}", encoded(&indicator.id));
        let is_sampled = self.excerpt.count > 0 && indicator.rule.kind != Kind::Share;
        let sample = is_sampled.then(|| given.link(&format!("{path}/sample"), "", None));
        let [chart, csv, sent] = ["chart.svg", "series.csv", "published"]
            .map(|name| given.link(&format!("{path}/{name}"), "", None));
        let [dark, keep] = [("theme", "dark"), ("keep", "1")]
            .map(|(name, text)| given.link(&format!("{path}/chart.svg"), name, Some(text)));
        let [narrow, narrow_dark] = [&chart, &dark].map(|it| and(it, "size", "narrow"));
        let decimals = indicator.percentdecimals;
        // The sheet is of the whole value.
        let quality = given.only(&["as-at", "known-at", "plan"]).link(&format!("{path}/quality"), "", None);
        Page {
            c: view.chrome(&label, "table"),
            asked: form(view, self.asked, self.ruling, path),
            heading: indicator.heading.as_ref().map(|it| language.of(it).to_owned()).unwrap_or_default(),
            day: view.day(self.asked.as_at),
            value: value_words(view.messages, row),
            unit: self.unit(),
            target: target_words(view.messages, row),
            percent: row
                .percent
                .as_ref()
                .map(|it| percent_words(view.messages, it, decimals))
                .unwrap_or_default(),
            reached: self.reached(),
            possible: self.possible(),
            parts: self.parts(),
            rule: rule_sentence(view.messages, self.state, self.ruling, indicator),
            words: indicator.words.as_ref().map(|it| language.of(it).to_owned()).unwrap_or_default(),
            status: view.word(&format!("status-{}", indicator.status.word())),
            scope: scope_lines(view, self.asked, self.state),
            contradicts: row.value.contradicts,
            heads: plan_heads(view.messages, self.ruling),
            targets: self.targets(),
            grades: self.grades(),
            points: self.places(),
            chart: [chart, dark, csv, keep, narrow, narrow_dark],
            id: indicator.id.clone(),
            contributions: self.contributions(),
            count: self.excerpt.count,
            pages: self.pages(),
            left: self.excerpt.left.iter().map(|it| self.left(it)).collect(),
            left_count: self.excerpt.left_count,
            published,
            follows: follows.then_some(sent),
            back: given.link("/table", "", None),
            quality,
            total: indicator.is_as_reported().then(|| {
                let id = encoded(&indicator.id);
                [format!("/value/{id}/total"), format!("/type?counts={id}")]
            }),
            sample,
            label,
        }
    }

    /// What is counted, where that is said in words.
    fn unit(&self) -> String {
        match self.row().indicator.unit() {
            Unit::Words(words) => self.view.language().of(words).to_owned(),
            _ => String::new(),
        }
    }

    /// Whether the target is reached; nothing without target.
    fn reached(&self) -> String {
        let word = self.row().reached.map(|is_reached| match is_reached {
            _ if self.row().value.delivered.is_none() => "web-not-known",
            true => "yes",
            false => "no",
        });
        word.map(|word| self.view.word(word)).unwrap_or_default()
    }

    /// What is possible beside what is certain.
    fn possible(&self) -> String {
        let gaps = gap_words(self.view.messages, &self.row().value.gaps);
        [Some(self.bounds()), gaps].into_iter().flatten().collect::<Vec<_>>().join(". ")
    }

    fn bounds(&self) -> String {
        let (view, value) = (self.view, &self.row().value);
        let words = |number: &Exact| unit_words(view.messages, self.row().indicator, number);
        match (&value.low, &value.high) {
            (Some(low), Some(high)) => {
                let (low, high) = (words(low), words(high));
                view.say("web-possible-between", &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))])
            }
            (Some(low), None) => view.say("web-possible-from", &[("low", Arg::Text(&words(low)))]),
            _ if value.is_unknown() && self.row().indicator.rule.kind != Kind::Narrative => {
                view.word("web-not-known")
            }
            _ => view.word("web-certain"),
        }
    }

    fn parts(&self) -> Vec<Part> {
        let rule = &self.row().indicator.rule;
        let Some(parts) = &self.row().value.parts else { return vec![] };
        let sides = [(&rule.part, &parts.0, "web-part"), (&rule.whole, &parts.1, "web-whole")];
        let made = sides.into_iter().filter_map(|(id, value, side)| {
            let indicator = self.ruling.indicator(id.as_deref()?)?;
            Some(Part {
                side: self.view.word(side),
                label: self.view.language().of(&indicator.label).to_owned(),
                value: certain_words(self.view.messages, indicator, value),
                href: self.view.seen.given.link(&format!("/value/{}", encoded(&indicator.id)), "", None),
            })
        });
        made.collect()
    }

    fn targets(&self) -> Vec<Target> {
        let (view, indicator) = (self.view, self.row().indicator);
        let history = target_history(self.state, self.ruling, &indicator.id);
        let target = |it: &DatedTarget<'_>| Target {
            value: unit_words(view.messages, indicator, &it.target.value.exact()),
            since: view.day(it.since),
            reason: it.target.reason.as_ref().map(|it| view.language().of(it).to_owned()).unwrap_or_default(),
        };
        history.iter().map(target).collect()
    }

    fn grades(&self) -> Vec<[String; 2]> {
        let grade = &self.row().value.grade;
        let parts = [
            ("grade-documented", &grade.documented),
            ("grade-itemised", &grade.itemised),
            ("grade-reported", &grade.reported),
        ];
        let held = parts.into_iter().filter(|(_, amount)| !amount.is_zero());
        held.map(|(id, amount)| {
            [self.view.title(id), unit_words(self.view.messages, self.row().indicator, amount)]
        })
        .collect()
    }

    fn places(&self) -> Vec<Place> {
        let (view, indicator) = (self.view, self.row().indicator);
        let words = |number: &Exact| unit_words(view.messages, indicator, number);
        if indicator.rule.kind == Kind::Narrative {
            return vec![];
        }
        let place = |point: Point| Place {
            day: view.day(point.day),
            value: certain_words(view.messages, indicator, &point.value),
            target: point.target.as_ref().map(words).unwrap_or_default(),
            percent: point
                .percent
                .map(|it| percent_words(view.messages, &it, indicator.percentdecimals))
                .unwrap_or_default(),
            href: view.seen.given.link(&view.seen.path, "as-at", Some(&point.day.to_string())),
        };
        points(self.state, self.asked, self.ruling, indicator).into_iter().map(place).collect()
    }

    /// The parts before and after.
    fn pages(&self) -> [Option<String>; 2] {
        let given = &self.view.seen.given;
        let at = part_of(given);
        let to = |page: usize| given.link(&self.view.seen.path, "page", Some(&page.to_string()));
        let is_more = self.excerpt.count > at.saturating_mul(SHOWN);
        [(at > 1).then(|| to(at - 1)), is_more.then(|| to(at + 1))]
    }

    fn contributions(&self) -> Vec<Item> {
        let shown = shown_in_excerpt(self.ruling, self.excerpt);
        let each = self.excerpt.contributions.iter().zip(&shown);
        each.map(|(it, (indicator, amount))| self.contribution(it, indicator, amount)).collect()
    }

    fn contribution(&self, it: &Contribution, indicator: &Indicator, amount: &Exact) -> Item {
        let messages = self.view.messages;
        let is_told = indicator.rule.kind == Kind::Narrative;
        Item {
            place: it.sequence,
            days: period_words(messages, it.occurred),
            words: self.about(it.id, it.version),
            amount: if is_told { String::new() } else { unit_words(messages, indicator, amount) },
            grade: self.view.word(&format!("grade-{}", it.grade.word())),
            remark: it.remark.map(|remark| remark_words(messages, remark)).unwrap_or_default(),
        }
    }

    fn left(&self, it: &NotCounted) -> Item {
        let kind = self.state.record(it.id).and_then(|record| self.state.activity_type(&record.kind));
        Item {
            place: it.sequence,
            days: period_words(self.view.messages, it.occurred),
            words: self.about(it.id, it.version),
            amount: String::new(),
            grade: String::new(),
            remark: reason_words(self.view.messages, self.state, kind, &it.reason),
        }
    }

    fn about(&self, id: EntryId, version: u64) -> String {
        let Some(record) = self.state.record(id) else { return String::new() };
        let version = record.version(version).unwrap_or_else(|| record.latest());
        version_words(self.view.messages, self.state, record, version)
    }
}
