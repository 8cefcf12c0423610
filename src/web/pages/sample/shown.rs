//! A sample on its page.

use askama::Template;

use super::asking::Choice;
use crate::figures::Drawn;
use crate::present::{
    Parameter, ShownSample, item_lines, projection_lines, sample_parameters, stratum_lines,
};
use crate::web::chrome::{Chrome, View};
use crate::web::given::encoded;

/// A sample that was drawn, to show.
pub(super) type Drawing<'d> = ShownSample<'d>;

#[derive(Template)]
#[template(path = "sample.html")]
pub(super) struct Page<'v> {
    c: Chrome<'v>,
    label: String,
    back: String,
    /// What can be chosen; none of a sample that is recorded.
    form: Option<Form>,
    paper: Option<String>,
    parameters: Vec<Parameter>,
    strata: Vec<String>,
    items: Vec<Item>,
    results: Vec<String>,
    /// Where what is recorded of it stands.
    entry: Option<u64>,
}

struct Form {
    action: String,
    size: String,
    seed: String,
    above: String,
    methods: Vec<(&'static str, String, bool)>,
    as_at: String,
    kept: Vec<(String, String)>,
}

struct Item {
    place: u64,
    head: String,
    lines: Vec<String>,
}

impl Form {
    fn of(choice: &Choice) -> Self {
        Self {
            action: choice.action.clone(),
            size: choice.size.clone(),
            seed: choice.seed.clone(),
            above: choice.above.clone(),
            methods: choice.methods.clone(),
            as_at: choice.as_at.clone(),
            kept: choice.kept.clone(),
        }
    }
}

impl<'v> Page<'v> {
    /// The form alone.
    pub(super) fn asking(view: &View<'v>, choice: &Choice) -> Self {
        Self {
            c: view.chrome(&view.word("sample-title"), "table"),
            label: choice.label.clone(),
            back: choice.back.clone(),
            form: Some(Form::of(choice)),
            paper: None,
            parameters: vec![],
            strata: vec![],
            items: vec![],
            results: vec![],
            entry: None,
        }
    }

    /// A sample, with the form where it was chosen there.
    pub(super) fn of(view: &View<'v>, drawing: &Drawing<'_>, choice: Option<&Choice>) -> Self {
        let messages = view.messages;
        let item = |drawn: &Drawn| {
            let mut lines = item_lines(messages, drawing, drawn).into_iter();
            let place = drawn.contribution.sequence;
            let head = lines.next().unwrap_or_default();
            // Its number stands before it as a link.
            let head = head.split_once(" · ").map_or_else(String::new, |(_, rest)| rest.to_owned());
            Item { place, head, lines: lines.collect() }
        };
        let entry = drawing.record.map(|record| record.sequence);
        let of_record = || entry.map(|place| format!("/sample/{place}/paper"));
        let back = format!("/value/{}", encoded(&drawing.sampling.indicator));
        Self {
            c: view.chrome(&view.word("sample-title"), if choice.is_some() { "table" } else { "checks" }),
            label: view.language().of(&drawing.row.indicator.title()).to_owned(),
            back: choice.map_or(back, |choice| choice.back.clone()),
            form: choice.map(Form::of),
            paper: choice.map(|choice| choice.paper.clone()).or_else(of_record),
            parameters: sample_parameters(messages, drawing),
            strata: stratum_lines(messages, drawing),
            items: drawing.sample.items.iter().map(item).collect(),
            results: projection_lines(messages, drawing),
            entry,
        }
    }
}
