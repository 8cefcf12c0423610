//! A type of activity from a few words, and the indicator that counts it: what a
//! plan that was made of a table lacks.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::activity::drafting::Unclear;
use super::effect::{effect, unclear, waits};
use crate::exchange::{NewFieldSaid, NewTypeSaid, typed_date, typed_new_type, typed_words};
use crate::figures::latest_indicators;
use crate::ledger::{Changes, Command, Counting, How, PlanText, with_type};
use crate::plan::{ActivityType, Kind, Unit, Words};
use crate::present::{Arg, changes_text, counting_words};
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::{Given, encoded};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

/// Fields that a form offers; a plan file takes more.
const FIELDS: usize = 6;

/// What a field may take, as it is chosen.
const KINDS: [&str; 16] = [
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
];

const HOWS: [&str; 3] = ["entries", "sum", "distinct"];

#[derive(Template)]
#[template(path = "new-type.html")]
struct Page<'v> {
    c: Chrome<'v>,
    given: Given,
    rows: Vec<Row>,
    kinds: Vec<(&'static str, String)>,
    indicators: Vec<(String, String)>,
    counts: String,
    hows: Vec<(&'static str, String)>,
    how: String,
    unclear: Unclear,
}

/// A field of the new type.
struct Row {
    number: usize,
    fr: String,
    en: String,
    kind: String,
    choices: String,
    required: bool,
    is_which: bool,
}

impl Page<'_> {
    fn text(&self, name: &str) -> &str {
        self.given.one(name).unwrap_or_default()
    }
}

pub(in crate::web) async fn form(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| html(&made(view, seen.given.clone(), Unclear::default())))
}

fn made<'v>(view: &View<'v>, given: Given, unclear: Unclear) -> Page<'v> {
    let text = |name: &str| given.one(name).unwrap_or_default().to_owned();
    let row = |number: usize| {
        let own = |name: &str| text(&format!("f.{number}.{name}"));
        Row {
            number,
            fr: own("fr"),
            en: own("en"),
            kind: own("kind"),
            choices: own("choices"),
            required: !own("required").is_empty(),
            is_which: text("which") == number.to_string(),
        }
    };
    let kind = |word: &'static str| (word, view.word(&format!("web-type-kind-{word}")));
    let how = |word: &'static str| (word, view.word(&format!("web-type-how-{word}")));
    let countable = |it: &&crate::plan::Indicator| {
        it.unit() != Unit::Percent
            && (it.is_as_reported() || matches!(it.rule.kind, Kind::Count | Kind::Sum | Kind::Distinct))
    };
    let indicators = latest_indicators(view.state).into_iter().filter(countable);
    Page {
        c: view.chrome(&view.word("web-type-new"), "record"),
        rows: (1..=FIELDS).map(row).collect(),
        kinds: KINDS.into_iter().map(kind).collect(),
        indicators: indicators
            .map(|it| (it.id.clone(), view.language().of(&it.title()).to_owned()))
            .collect(),
        counts: text("counts"),
        hows: HOWS.into_iter().map(how).collect(),
        how: text("how"),
        given,
        unclear,
    }
}

/// What a form asks for.
struct Asked {
    /// The plan with the new type.
    plan: PlanText,
    kind: ActivityType,
    /// What a reader is told of the rule that counts it.
    words: Words,
}

fn asked(view: &View<'_>, given: &Given) -> Result<Asked, Trouble> {
    let text = |name: &str| given.one(name).unwrap_or_default().to_owned();
    let mut fields = Vec::new();
    let mut places = Vec::new();
    for number in 1..=FIELDS {
        let own = |name: &str| text(&format!("f.{number}.{name}"));
        let label = Words { fr: own("fr"), en: own("en") };
        if label.fr.is_empty() && label.en.is_empty() {
            continue;
        }
        let kind = match own("kind").as_str() {
            "choice" => format!("choice({})", own("choices")),
            other => other.to_owned(),
        };
        places.push(number.to_string());
        fields.push(NewFieldSaid { label, kind, required: !own("required").is_empty() });
    }
    let words = text("words");
    let synonyms = words.split([',', ';']).filter(|it| !it.trim().is_empty()).map(typed_words);
    let label = Words { fr: text("fr"), en: text("en") };
    let said = NewTypeSaid { label, id: None, synonyms: synonyms.collect(), fields };
    let kind = typed_new_type(&said).map_err(Trouble::NewType)?;
    let which = places.iter().position(|it| *it == text("which"));
    let which = which.and_then(|at| kind.fields.get(at)).map(|it| it.name.clone()).unwrap_or_default();
    let how = match text("how").as_str() {
        "sum" => How::Sum(which),
        "distinct" => How::Distinct(which),
        _ => How::Entries,
    };
    let since = given.one("since").map(|typed| typed_date(typed, &view.setting().calendar)).transpose()?;
    let counting = Counting {
        indicators: given.one("counts").map(str::to_owned).into_iter().collect(),
        words: counting_words(&kind, &how),
        how,
        since: since.map(|days| days.from),
    };
    let plan = with_type(view.state, kind.clone(), &counting)?;
    Ok(Asked { plan, kind, words: counting.words })
}

pub(in crate::web) async fn preview(State(office): State<Office>, seen: Seen, posted: Posted) -> Response {
    office.show(&seen, |view| {
        let given = &posted.given;
        if given.one("fr").or(given.one("en")).is_none() {
            return html(&waits(view));
        }
        let foreseen = || {
            let Asked { plan, kind, words } = asked(view, given)?;
            let changes = Changes::of(view.state, &plan)?;
            let label = view.language().of(&kind.label);
            let sentence =
                view.say("web-type-sentence", &[("type", Arg::Text(label)), ("id", Arg::Text(&kind.id))]);
            let mut effect = effect(view, vec![Command::Plan(plan)], sentence)?;
            // What a rule is in the words of a plan file is of no use here.
            let lines = changes_text(view.messages, &changes);
            let lines = lines.lines().filter(|it| !it.is_empty() && !it.starts_with(' '));
            effect.remarks.extend(lines.map(str::to_owned));
            if let Some((_, day)) = &changes.adoption {
                effect.remarks.push(view.say("web-type-adopted", &[("day", Arg::Text(&view.day(*day)))]));
                effect.remarks.push(view.language().of(&words).to_owned());
            }
            Ok::<_, Trouble>(effect)
        };
        html(&foreseen().unwrap_or_else(|trouble| unclear([trouble.sentence(view.messages)])))
    })
}

pub(in crate::web) async fn save(State(office): State<Office>, seen: Seen, posted: Posted) -> Response {
    let mut made_type = String::new();
    let done = office.act(&seen, |view| {
        let Asked { plan, kind, .. } = asked(view, &posted.given)?;
        made_type = kind.id;
        Ok(vec![Command::Plan(plan)])
    });
    office.show(&seen, |view| match done {
        Ok(_) => Ok(onward(&format!("/record/{}", encoded(&made_type)))),
        Err(trouble) => {
            let wrong = Unclear::refused(view, &trouble);
            html_with(trouble.status_of_form(), &made(view, posted.given.clone(), wrong))
        }
    })
}
