//! All entries gone through once for everybody who looks at them: each type by one core,
//! each piece of its rows read once.

use std::collections::{BTreeMap, BTreeSet};

use super::bundles::{Bundled, Bundling, Looked};
use super::closing::closers;
use super::contradictions::{Lister, Listing, Sharing};
use super::gather::{Eye, Sight};
use super::index::Which;
use super::parallel::{each, each_heaviest_first};
use super::table::Question;
use crate::plan::Indicator;

/// How many entries one rule looks at before the next does: as many as are at hand in a
/// core's memory, and enough that each has its own at hand too.
const AT_A_TIME: usize = 256;

/// Who looks at entries, for what.
pub(super) enum Asker<'a, 'q> {
    /// A rule, to have what it counts in bundles.
    Bundles(&'a Indicator),
    /// Rules that have published totals, for what is listed within these.
    Listing(&'q Sharing<'a>),
}

/// What one of them found; none of a rule that has to look at each entry by itself.
pub(super) enum Outcome {
    Bundles(Option<Looked>),
    Listing(Listing),
}

/// Who looks at the entries of one type.
pub(super) enum Looking<'a, 'q> {
    Bundles(Box<Bundling<'a, 'q>>),
    Listing(Box<Lister<'a, 'q>>),
}

/// Has entries looked at for rules and for what is listed, where it is not known yet; of
/// what was packed only those that came since, where it can be gone on with.
pub(super) fn look_together<'a>(question: &Question<'a>, rules: &[&'a Indicator], listed: &[Sharing<'a>]) {
    if !question.filter.is_empty() {
        return;
    }
    let (bundles, contradictions) = (question.state.bundles(), question.state.contradictions());
    // Who comes meanwhile for the same finds it known.
    let _alone = bundles.alone();
    let rules: Vec<&Indicator> =
        rules.iter().copied().filter(|rule| !bundles.are_known(question, rule)).collect();
    let listed: Vec<&Sharing<'_>> = listed.iter().filter(|asked| !contradictions.are_known(asked)).collect();
    let gone_on = each(&listed, |asked| contradictions.gone_on(asked));
    let mut missing = Vec::new();
    for (asked, listing) in listed.into_iter().zip(gone_on) {
        match listing {
            Some(listing) => contradictions.keep(asked, listing),
            None => missing.push(asked),
        }
    }
    let askers = rules.iter().map(|rule| Asker::Bundles(rule));
    let askers: Vec<Asker<'_, '_>> =
        askers.chain(missing.iter().map(|asked| Asker::Listing(asked))).collect();
    let mut found = round(question, &askers).into_iter();
    for (rule, found) in rules.iter().zip(found.by_ref()) {
        bundles.keep(question, rule, found.bundled());
    }
    for (asked, found) in missing.into_iter().zip(found) {
        found.listing().into_iter().for_each(|listing| contradictions.keep(asked, listing));
    }
}

/// What each finds in all entries.
pub(super) fn round(question: &Question<'_>, askers: &[Asker<'_, '_>]) -> Vec<Outcome> {
    let mut found: Vec<Outcome> = askers.iter().map(|asker| asker.nothing(question)).collect();
    let mut asking: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, asker) in askers.iter().enumerate().filter(|(at, _)| !found[*at].is_none()) {
        asker.kinds().into_iter().for_each(|kind| asking.entry(kind).or_default().push(at));
    }
    let asking: Vec<(&str, Vec<usize>)> = asking.into_iter().collect();
    let weight = |(kind, asking): &(&str, Vec<usize>)| question.state.count_of(kind) * asking.len();
    let of_kinds = each_heaviest_first(&asking, weight, |(kind, asking)| {
        let looking = asking.iter().map(|at| askers[*at].looking(question, kind)).collect();
        of_kind(question, kind, Which::All, looking)
    });
    for ((_, asking), of_kind) in asking.iter().zip(of_kinds) {
        asking.iter().zip(of_kind).for_each(|(at, more)| found[*at].add(more));
    }
    found
}

/// What each finds in entries of one type.
pub(super) fn of_kind(
    question: &Question<'_>,
    kind: &str,
    which: Which<'_>,
    mut looking: Vec<Looking<'_, '_>>,
) -> Vec<Outcome> {
    let eye = Eye::of(question, kind);
    question.state.each_seen(kind, which, &mut |all| {
        let mut all = all.filter_map(|seen| eye.sight(seen)).peekable();
        while all.peek().is_some() {
            let some: Vec<Sight<'_>> = all.by_ref().take(AT_A_TIME).collect();
            for looking in &mut looking {
                looking.see(&some);
            }
        }
    });
    looking.into_iter().map(Looking::found).collect()
}

impl<'a, 'q> Asker<'a, 'q> {
    /// The types at whose entries it looks.
    fn kinds(&self) -> BTreeSet<&str> {
        match self {
            Self::Bundles(indicator) => indicator.rule.from.iter().map(|it| it.kind.as_str()).collect(),
            Self::Listing(asked) => asked.kinds(),
        }
    }

    /// What it found before any entry; none where what a rule counts depends on what
    /// closes it.
    fn nothing(&self, question: &Question<'_>) -> Outcome {
        match self {
            Self::Bundles(indicator) => {
                Outcome::Bundles(closers(question, indicator).is_empty().then(Looked::default))
            }
            Self::Listing(asked) => Outcome::Listing(asked.nothing()),
        }
    }

    pub(super) fn looking(&self, question: &'q Question<'a>, kind: &str) -> Looking<'a, 'q> {
        match self {
            Self::Bundles(indicator) => Looking::Bundles(Box::new(Bundling::of(question, indicator, kind))),
            Self::Listing(asked) => Looking::Listing(Box::new(Lister::of(asked, kind))),
        }
    }
}

impl Looking<'_, '_> {
    fn see(&mut self, some: &[Sight<'_>]) {
        match self {
            Self::Bundles(bundling) => bundling.see(some),
            Self::Listing(lister) => some.iter().for_each(|sight| lister.see(*sight)),
        }
    }

    fn found(self) -> Outcome {
        match self {
            Self::Bundles(bundling) => Outcome::Bundles(bundling.looked()),
            Self::Listing(lister) => Outcome::Listing(lister.listing()),
        }
    }
}

impl Outcome {
    const fn is_none(&self) -> bool {
        matches!(self, Self::Bundles(None))
    }

    /// With what was found in the entries of another type.
    fn add(&mut self, more: Self) {
        match (self, more) {
            (Self::Bundles(all), Self::Bundles(more)) => {
                *all = all.take().zip(more).map(|(all, more)| all.and(more));
            }
            (Self::Listing(all), Self::Listing(more)) => all.add(&more),
            _ => {}
        }
    }

    /// What a rule counts, in bundles.
    pub(super) fn bundled(self) -> Option<Bundled> {
        match self {
            Self::Bundles(looked) => looked.map(Looked::bundled),
            Self::Listing(_) => None,
        }
    }

    /// What is listed.
    pub(super) fn listing(self) -> Option<Listing> {
        match self {
            Self::Bundles(_) => None,
            Self::Listing(listing) => Some(listing),
        }
    }
}
