//! What a page chooses: how many items, drawn how, by which seed.

use crate::event::{Currency, Exact, MAX_NAME, SampleMethod, clean_line};
use crate::exchange::{Unit, typed_amount};
use crate::figures::{Ruling, Sampling, Selection, State as Known};
use crate::web::asked::Asked;
use crate::web::chrome::View;
use crate::web::given::{encoded, link};
use crate::web::trouble::Trouble;

/// Items that a form proposes.
const PROPOSED: &str = "25";

/// What stands in the form.
pub(super) struct Choice {
    /// The value's label.
    pub label: String,
    /// Where its page is.
    pub back: String,
    /// Where the form goes.
    pub action: String,
    pub size: String,
    pub seed: String,
    pub above: String,
    /// The methods: word, label, whether it is chosen.
    pub methods: Vec<(&'static str, String, bool)>,
    pub as_at: String,
    /// What else was asked, kept as it is.
    pub kept: Vec<(String, String)>,
    /// Where the working paper is, of the very entries that the page shows.
    pub paper: String,
}

impl Choice {
    pub(super) fn of(view: &View<'_>, asked: &Asked, state: &Known, id: &str) -> Result<Self, Trouble> {
        let ruling = Ruling::at(state, &asked.choice, asked.as_at)?;
        let indicator = ruling.indicator(id).ok_or(Trouble::Missing)?;
        let given = &view.seen.given;
        let typed = |name: &str, otherwise: &str| given.one(name).unwrap_or(otherwise).to_owned();
        let method = typed("method", SampleMethod::Random.word());
        let methods = SampleMethod::ALL
            .map(|it| (it.word(), view.word(&format!("sample-method-{}", it.word())), it.word() == method));
        let kept = ["known-at", "plan", "with"];
        let kept =
            kept.iter().flat_map(|name| given.all(name).map(|text| ((*name).to_owned(), text.to_owned())));
        let path = format!("/value/{}", encoded(id));
        // What is recorded meanwhile is not drawn from.
        let last = state.size().saturating_sub(1).to_string();
        let as_at = asked.as_at.to_string();
        let mut query = vec![("as-at", as_at.as_str()), ("known-at", last.as_str())];
        for name in ["method", "size", "seed", "above", "plan", "with"] {
            query.extend(given.all(name).map(|text| (name, text)));
        }
        Ok(Self {
            label: view.language().of(&indicator.title()).to_owned(),
            back: given.only(&["as-at", "known-at", "plan", "with"]).link(&path, "", None),
            action: format!("{path}/sample"),
            paper: link(&format!("{path}/sample/paper"), query),
            size: typed("size", PROPOSED),
            seed: typed("seed", ""),
            above: typed("above", ""),
            methods: methods.into_iter().collect(),
            as_at: as_at.clone(),
            kept: kept.collect(),
        })
    }
}

/// What draws the sample; none where no seed was given yet.
pub(super) fn chosen(
    view: &View<'_>,
    asked: &Asked,
    state: &Known,
    id: &str,
) -> Result<Option<Sampling>, Trouble> {
    let given = &view.seen.given;
    let Some(seed) = given.one("seed") else { return Ok(None) };
    let ruling = Ruling::at(state, &asked.choice, asked.as_at)?;
    let adoption = &ruling.adopted.adoption;
    let size = given.one("size").unwrap_or(PROPOSED);
    let items = size.parse().ok().filter(|items| *items > 0);
    let method = given.one("method").map_or(Some(SampleMethod::Random), SampleMethod::from_word);
    Ok(Some(Sampling {
        indicator: id.to_owned(),
        as_at: asked.as_at,
        size: state.size(),
        head: state.head(),
        plan: adoption.id.clone(),
        version: adoption.version,
        filter: asked.filter.clone(),
        selection: Selection {
            method: method.ok_or(Trouble::Missing)?,
            items: items.ok_or_else(|| Trouble::Typed("web-sample-size", size.to_owned()))?,
            seed: clean_line(seed, MAX_NAME)?,
            above: given.one("above").map(|typed| amount(view, typed)).transpose()?,
        },
    }))
}

fn amount(view: &View<'_>, typed: &str) -> Result<Exact, Trouble> {
    let home = view.state.currency().unwrap_or(Currency::NONE);
    let is_sound = |it: &crate::exchange::Amount| {
        it.unit != Unit::Percent && it.precision.is_none() && !it.value.is_negative()
    };
    let amount = typed_amount(typed, home).ok().filter(is_sound);
    amount.map(|it| it.value).ok_or_else(|| Trouble::Typed("usage-sample-above", typed.to_owned()))
}
