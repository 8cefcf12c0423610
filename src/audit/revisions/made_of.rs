//! What two values of one indicator are made of, and which entries make the difference.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cause, Change, Pair, Side};
use crate::figures::{Absent, Contribution, NotCounted, Reason, Value};

/// What a value was made of when the year was closed, and what it is made of today.
pub(super) struct MadeOf<'m> {
    pub(super) pair: &'m Pair<'m, 'm>,
    pub(super) then: &'m Value,
    pub(super) now: &'m Value,
    /// That another rule is in force.
    pub(super) rule: Option<&'m Change>,
}

/// The same of one side of a share, or of all of another value.
struct Of<'o> {
    whole: &'o MadeOf<'o>,
    then: &'o Value,
    now: &'o Value,
    side: Option<Side>,
}

impl MadeOf<'_> {
    /// What makes the difference: entries that add another amount, or rest on something else;
    /// where the bounds differ too, those that are left out for another reason. Where none of
    /// these does, it is those that stand by another version.
    pub(super) fn changes(&self) -> Vec<Change> {
        let sides = self.sides();
        // What adds nothing on either occasion makes no difference.
        let mut changes: Vec<Change> = sides.iter().flat_map(Of::amounts).collect();
        if changes.is_empty() || bounds(self.then) != bounds(self.now) {
            let known: BTreeSet<u64> =
                changes.iter().flat_map(|it| [Some(it.sequence), it.about]).flatten().collect();
            let left = sides.iter().flat_map(Of::left_out);
            let mut left: Vec<Change> =
                left.filter(|it| !known.contains(&it.about.unwrap_or(it.sequence))).collect();
            // What is left out of both sides of a share is told once.
            for it in &mut left {
                it.side = None;
            }
            left.sort_by_key(|it| (it.sequence, it.about));
            left.dedup();
            changes.extend(left);
        }
        // What adds nothing itself may have made another add nothing, or count.
        let named: Vec<Change> = sides.iter().flat_map(|it| it.named(&changes)).collect();
        changes.extend(named);
        if is_unexplained(&changes) {
            let known: BTreeSet<u64> = changes.iter().map(|it| it.sequence).collect();
            let versions = sides.iter().flat_map(Of::versions);
            changes.extend(versions.filter(|it| !known.contains(&it.sequence)));
        }
        changes
    }

    fn sides(&self) -> Vec<Of<'_>> {
        match (self.then.parts.as_deref(), self.now.parts.as_deref()) {
            (Some(then), Some(now)) => vec![
                Of { whole: self, then: &then.0, now: &now.0, side: Some(Side::Part) },
                Of { whole: self, then: &then.1, now: &now.1, side: Some(Side::Whole) },
            ],
            _ => vec![Of { whole: self, then: self.then, now: self.now, side: None }],
        }
    }
}

/// Whether nothing is told that made a difference by itself.
pub(super) fn is_unexplained(changes: &[Change]) -> bool {
    changes.iter().all(|it| it.cause == Cause::Follows)
}

/// Between what a value lies, and whether something contradicts it.
fn bounds(value: &Value) -> impl PartialEq {
    (value.low.clone(), value.high.clone(), value.at_least, value.contradicts)
}

/// Whether what is left out for such a reason leaves open what the value is.
const fn opens(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::ClassNotStated(_)
            | Reason::ContradictsTotal(_)
            | Reason::Straddles
            | Reason::NoConversion
            | Reason::TotalAfterDate
    )
}

/// What a value is made of, by place.
fn contributions(value: &Value) -> BTreeMap<u64, &Contribution> {
    value.contributions.iter().map(|it| (it.sequence, it)).collect()
}

impl Of<'_> {
    /// The entries that add another amount, or rest on something else.
    fn amounts(&self) -> Vec<Change> {
        self.differing(|it| (!it.amount.is_zero()).then(|| (it.amount.clone(), it.grade.word())))
    }

    /// The entries that stand by another version.
    fn versions(&self) -> Vec<Change> {
        self.differing(|it| Some(it.version))
    }

    /// The entries that the others follow from and that are not told yet: what closed them,
    /// holds in their place or carried their keys, then or today, and is of after the close.
    fn named(&self, told: &[Change]) -> Vec<Change> {
        let known: BTreeSet<u64> = told
            .iter()
            .filter(|it| it.cause != Cause::Follows)
            .flat_map(|it| [Some(it.sequence), it.about])
            .flatten()
            .collect();
        let (was, is) = (contributions(self.then), contributions(self.now));
        let follows = told.iter().filter(|it| it.cause == Cause::Follows && it.side == self.side);
        let remarks = follows.flat_map(|it| [was.get(&it.sequence), is.get(&it.sequence)]).flatten();
        let by: BTreeSet<u64> = remarks.filter_map(|it| it.remark?.entry()).collect();
        let causes = by.into_iter().filter(|by| !known.contains(by)).filter_map(|by| {
            let (cause, sequence) = self.cause(by, None, None);
            let about = (sequence != by).then_some(by);
            let change = Change { about, side: self.side, ..self.whole.pair.plain(cause, sequence) };
            (cause != Cause::Follows && cause != Cause::Rule).then_some(change)
        });
        causes.collect()
    }

    fn differing<S: PartialEq>(&self, said: impl Fn(&Contribution) -> Option<S>) -> Vec<Change> {
        let (was, is) = (contributions(self.then), contributions(self.now));
        let places: BTreeSet<u64> = was.keys().chain(is.keys()).copied().collect();
        let change = |place: u64| {
            let (was, is) = (was.get(&place).copied(), is.get(&place).copied());
            let differs = was.and_then(&said) != is.and_then(&said);
            differs.then(|| self.change(place, was, is)).into_iter().flatten()
        };
        places.into_iter().flat_map(change).collect()
    }

    /// The entries that are left out for another reason than then, or only on one side.
    fn left_out(&self) -> Vec<Change> {
        let as_at = self.whole.pair.year.as_at;
        let left = |value| -> BTreeMap<u64, (u64, Reason)> {
            let all = Value::left_by(value, as_at);
            all.map(|it: &NotCounted| (it.sequence, (it.version, it.reason.clone()))).collect()
        };
        let (was, is) = (left(self.then), left(self.now));
        let counted = [contributions(self.then), contributions(self.now)];
        let places: BTreeSet<u64> = was.keys().chain(is.keys()).copied().collect();
        let opens = |it: Option<&(u64, Reason)>| it.is_some_and(|(_, reason)| opens(reason));
        let differs = |place: &u64| {
            let (was, is) = (was.get(place), is.get(place));
            was != is && (opens(was) || opens(is))
        };
        let adds = |it: &&Contribution| !it.amount.is_zero();
        let is_told = |place: &u64| counted.iter().any(|counted| counted.get(place).is_some_and(adds));
        let places = places.into_iter().filter(differs).filter(|place| !is_told(place));
        places.flat_map(|place| self.change(place, None, None)).collect()
    }

    /// What changed of the entry at a place; of one that came late and was corrected both.
    fn change(&self, place: u64, was: Option<&Contribution>, is: Option<&Contribution>) -> Vec<Change> {
        let pair = self.whole.pair;
        let (cause, sequence) = self.cause(place, was, is);
        let amount = |it: Option<&Contribution>| it.map(|it| it.amount.clone());
        let about = (sequence != place).then_some(place);
        let versions = self.whole.rule.and_then(|rule| rule.versions).filter(|_| cause == Cause::Rule);
        let plain = Change { side: self.side, versions, ..pair.plain(cause, sequence) };
        let corrected =
            self.standing(place, is).filter(|version| cause == Cause::Late && *version > sequence);
        let corrected = corrected.map(|version| Change {
            about: Some(place),
            side: self.side,
            ..pair.plain(Cause::Corrected, version)
        });
        let change = Change { about, was: amount(was), is: amount(is), ..plain };
        [Some(change), corrected].into_iter().flatten().collect()
    }

    /// The version by which the entry at a place stands today, counted or not.
    fn standing(&self, place: u64, is: Option<&Contribution>) -> Option<u64> {
        let left = self.now.not_counted.iter().find(|it| it.sequence == place).map(|it| it.version);
        let latest = || Some(self.whole.pair.since.now.version_at(place)?.0.latest().sequence);
        is.map(|it| it.version).or(left).or_else(latest)
    }

    /// Why the entry at a place adds something else, and which entry made it so.
    fn cause(&self, place: u64, was: Option<&Contribution>, is: Option<&Contribution>) -> (Cause, u64) {
        let pair = self.whole.pair;
        if pair.is_late(place) {
            return (Cause::Late, place);
        }
        if let Some(version) = self.standing(place, is).filter(|version| pair.is_late(*version)) {
            return (Cause::Corrected, version);
        }
        let left = self.now.not_counted.iter().find(|it| it.sequence == place);
        match left.map(|it| &it.reason) {
            Some(Reason::Withdrawn(by)) => return (Cause::Withdrawn, *by),
            Some(Reason::ReplacedTotal(by) | Reason::ContradictsTotal(by)) if pair.is_late(*by) => {
                return (Cause::Late, *by);
            }
            _ => {}
        }
        let is_other = was.zip(is).is_some_and(|(was, is)| was.version != is.version);
        let by_rule = || self.whole.rule.map(|rule| (Cause::Rule, rule.sequence));
        pair.later_about(place, is_other).or_else(by_rule).unwrap_or((Cause::Follows, place))
    }
}

impl Pair<'_, '_> {
    /// What was said of the entry at a place since: withdrawn, with or without its
    /// corrections, judged, or confirmed.
    fn later_about(&self, place: u64, other_version: bool) -> Option<(Cause, u64)> {
        let (record, _) = self.since.now.version_at(place)?;
        let fallen = record.versions().filter_map(|version| version.withdrawn).filter(|by| self.is_late(*by));
        if let (Some(by), true) = (fallen.max(), other_version) {
            return Some((Cause::Withdrawn, by));
        }
        if let Err(Absent::Withdrawn(by)) = record.standing(false).map(drop) {
            return Some((Cause::Withdrawn, by));
        }
        let said = record.versions().flat_map(|version| {
            let judged = version.judgements.iter().map(|it| it.sequence);
            judged.chain(version.confirmed.map(|it| it.sequence))
        });
        let judged = said.filter(|by| self.is_late(*by)).max().map(|by| (Cause::Judged, by));
        let added = self.since.now.added_to(record.id);
        let backed = added.flat_map(|it| [Some(it.sequence), it.withdrawn]).flatten();
        let backed = backed.filter(|by| self.is_late(*by)).max().map(|by| (Cause::Backed, by));
        judged.or(backed)
    }
}
