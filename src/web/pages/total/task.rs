//! What a form of a reported total is for: a new one of an indicator, or another
//! version of one.

use super::{CITED, TYPED};
use crate::event::{Citation, Day, Hash, MAX_TEXT, clean, json_text};
use crate::exchange::typed_total;
use crate::figures::{Content, Record, Total};
use crate::ledger::{Command, NewTotal, Restatement};
use crate::plan::{Definition, DefinitionKind, Indicator};
use crate::web::chrome::View;
use crate::web::given::{Given, encoded};
use crate::web::pages::activity::drafting::Unclear;
use crate::web::pages::activity::inputs::stated_text;
use crate::web::pages::entry::{placed, record_at};
use crate::web::trouble::Trouble;

/// What a form is for.
pub(super) struct Task<'v> {
    /// The indicator whose value is stated.
    pub indicator: &'v Indicator,
    /// What is corrected, and what its last version says.
    pub before: Option<(&'v Record, &'v Total)>,
}

/// The names under which forms are addressed.
pub(super) enum Address<'a> {
    /// An indicator.
    Indicator(&'a str),
    /// The place of a total.
    Place(&'a str),
}

impl Address<'_> {
    pub(super) fn task<'v>(&self, view: &View<'v>) -> Result<Task<'v>, Trouble> {
        let before = match self {
            Self::Indicator(_) => None,
            Self::Place(place) => {
                let record = record_at(view, placed(view, place)?).ok_or(Trouble::Missing)?;
                let Content::Total(total) = &record.latest().content else { return Err(Trouble::Missing) };
                Some((record, total))
            }
        };
        let id = match (self, before) {
            (_, Some((_, total))) => total.indicator.as_str(),
            (Self::Indicator(id) | Self::Place(id), None) => id,
        };
        match view.state.latest(DefinitionKind::Indicator, id) {
            Some((_, Definition::Indicator(indicator))) => Ok(Task { indicator, before }),
            _ => Err(Trouble::Missing),
        }
    }
}

impl Task<'_> {
    /// Where its form is.
    pub(super) fn path(&self) -> String {
        match self.before {
            None => format!("/value/{}/total", encoded(&self.indicator.id)),
            Some((record, _)) => format!("/entry/{}/correct", record.sequence),
        }
    }

    /// What the form begins with: what stands, as it would be typed; of a new
    /// one the last day that it can have.
    pub(super) fn begun(&self, view: &View<'_>) -> Given {
        let texts = match self.before {
            None => vec![("to", Some(view.today().to_string()))],
            Some((record, total)) => standing(view, record, total),
        };
        Given(texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?))).collect())
    }

    /// The total as it was typed: what was not touched stays as it is stored.
    pub(super) fn typed(&self, view: &View<'_>, given: &Given) -> Result<Total, Unclear> {
        let mut unclear = Unclear::default();
        let stands = if self.before.is_some() { self.begun(view) } else { Given::default() };
        let text = |given: &Given, name: &str| given.one(name).unwrap_or_default().to_owned();
        // Nothing of a new total is there before it is typed.
        let is_said = |name: &str, typed: &str, is_required: bool| match self.before {
            None => is_required || !typed.is_empty(),
            Some(_) => given.has(name) && *typed != text(&stands, name),
        };
        let names = TYPED.map(|(name, _, is_required)| (name, text(given, name), is_required));
        let said = names.iter().filter(|(name, typed, is_required)| is_said(name, typed, *is_required));
        let said: Vec<(&str, &str)> = said.map(|(name, typed, _)| (*name, typed.as_str())).collect();
        let before = self.before.map_or_else(|| self.unsaid(view.today()), |(_, total)| total.clone());
        let total = typed_total(&before, &said, self.indicator, &view.setting()).map_err(|errors| {
            for error in errors {
                unclear.say(view, &error.field.clone(), error);
            }
        });
        let is_cited = self.before.is_none() || given.has("source");
        let citation =
            if is_cited { cited(view, given, &mut unclear) } else { Some(before.citation.clone()) };
        match (total, citation) {
            (Ok(total), Some(citation)) => Ok(Total { citation, ..total }),
            _ => Err(unclear),
        }
    }

    /// A total that says nothing yet.
    fn unsaid(&self, today: Day) -> Total {
        Total {
            indicator: self.indicator.id.clone(),
            from: None,
            to: today,
            value: json_text(String::new()),
            citation: Citation { source: String::new(), section: None, line: None, words: None },
            evidence: vec![],
            note: None,
        }
    }

    pub(super) fn command(&self, given: &Given, total: Total) -> Command {
        let Some((record, _)) = self.before else { return Command::Report(NewTotal { id: None, total }) };
        let replaces: Option<Hash> = given.one("replaces").and_then(|it| it.parse().ok());
        let reason = given.one("reason").unwrap_or_default().to_owned();
        Command::Restate(Restatement { entry: record.id, replaces, total, reason })
    }
}

fn standing(view: &View<'_>, record: &Record, total: &Total) -> Vec<(&'static str, Option<String>)> {
    let cited = &total.citation;
    let hash = view.state.hash(record.latest().sequence).unwrap_or_default();
    vec![
        ("value", Some(stated_text(&total.value))),
        ("from", total.from.map(|it| it.to_string())),
        ("to", Some(total.to.to_string())),
        ("note", total.note.clone()),
        ("source", Some(cited.source.clone())),
        ("section", cited.section.clone()),
        ("line", cited.line.clone()),
        ("words", cited.words.clone()),
        ("replaces", Some(hash.to_string())),
    ]
}

/// Where a source prints it.
fn cited(view: &View<'_>, given: &Given, unclear: &mut Unclear) -> Option<Citation> {
    let mut text = |name: &str| {
        let text = given.one(name).map(|text| clean(text, MAX_TEXT)).transpose();
        text.map_err(|error| unclear.say(view, name, error)).ok()
    };
    let [source, section, line, words] = CITED.map(|(name, ..)| text(name));
    let source = source?;
    if source.is_none() {
        unclear.say(view, "source", Trouble::Typed("web-no-source", String::new()));
    }
    Some(Citation { source: source?, section: section?, line: line?, words: words? })
}
