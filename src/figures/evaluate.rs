//! The value of one indicator: rows and reported totals folded by its rule.

use std::collections::{BTreeMap, BTreeSet};

use super::adding::added;
use super::bundles::gather_together;
use super::closing::{Closer, closers};
use super::contradictions::{Exceeded, exceeded};
use super::distinct::{ByKey, distinct};
use super::gather::{Gathered, Row, gather};
use super::kinds;
use super::table::Question;
use super::totals::{Reported, Totals, totals};
use super::value::{Contribution, Grade, NotCounted, Reason, Remark, Value};
use crate::event::{Exact, Precision};
use crate::plan::{Indicator, Kind};

/// The value of an indicator, with its explanation.
pub(super) fn evaluate(question: &Question<'_>, indicator: &Indicator) -> Value {
    Sheet::new(question, indicator, gather(question, indicator), Listed::All).fold().into_value()
}

/// The same value without its explanation, from rows kept together where its rule
/// lets them be.
pub(super) fn evaluate_alone(question: &Question<'_>, indicator: &Indicator) -> Value {
    let gathered = gather_together(question, indicator).unwrap_or_else(|| gather(question, indicator));
    Sheet::new(question, indicator, gathered, Listed::Nothing).fold().into_value()
}

/// The same value from rows kept together, with the published totals that it is made of
/// and those that were left out, and what its keys add up to; none where it is not told
/// by a row alone whether it counts.
pub(super) fn evaluate_beside<'a>(
    question: &'a Question<'a>,
    indicator: &'a Indicator,
    together: Gathered<'a>,
) -> Option<(Value, ByKey)> {
    let mut sheet = Sheet::new(question, indicator, together, Listed::Totals).fold();
    let by_key = std::mem::take(&mut sheet.by_key);
    (!sheet.by_others).then(|| (sheet.into_value(), by_key))
}

/// What of that which explains a value is listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listed {
    All,
    /// Published totals alone.
    Totals,
    Nothing,
}

/// What is worked on while a value is made.
pub(super) struct Sheet<'a> {
    pub question: &'a Question<'a>,
    pub indicator: &'a Indicator,
    pub gathered: Gathered<'a>,
    pub totals: Totals<'a>,
    pub closers: Vec<Closer<'a>>,
    pub value: Value,
    /// What was looked at and not counted: each entry once, with the reason
    /// that was found last and says most.
    told: BTreeMap<u64, NotCounted>,
    /// What might come on top of the certain value; `None` inside when it is
    /// not known how much.
    pub possible: Vec<Option<Exact>>,
    /// What one unit of a contribution is worth in the grade.
    pub weight: Exact,
    listed: Listed,
    /// Whether rows do not count for what others say: they contradict a published total
    /// together, or their key is in doubt.
    pub by_others: bool,
    /// Of a rule that counts keys, what these add up to.
    pub by_key: ByKey,
}

impl<'a> Sheet<'a> {
    fn new(
        question: &'a Question<'a>,
        indicator: &'a Indicator,
        gathered: Gathered<'a>,
        listed: Listed,
    ) -> Self {
        Self {
            question,
            indicator,
            gathered,
            listed,
            by_others: false,
            by_key: ByKey::default(),
            totals: if question.filter.is_empty() { totals(question, indicator) } else { Totals::default() },
            closers: closers(question, indicator),
            value: Value::default(),
            told: BTreeMap::new(),
            possible: vec![],
            weight: Exact::one(),
        }
    }

    fn fold(mut self) -> Self {
        self.tell_misses();
        match self.indicator.rule.kind {
            Kind::Count | Kind::Sum => added(&mut self),
            Kind::Distinct => distinct(&mut self),
            Kind::Latest => kinds::latest(&mut self),
            Kind::Max => kinds::largest(&mut self),
            Kind::Mean => kinds::mean(&mut self),
            Kind::Attained => kinds::attained(&mut self),
            Kind::Share => kinds::share(&mut self),
            Kind::Narrative => kinds::narrative(&mut self),
        }
        self
    }

    /// The value of another indicator, explained where this one is.
    pub(super) fn value_of(&self, indicator: &Indicator) -> Value {
        if self.listed == Listed::All {
            evaluate(self.question, indicator)
        } else {
            evaluate_alone(self.question, indicator)
        }
    }

    fn tell_misses(&mut self) {
        self.value.leaves = self.gathered.leaves;
        for miss in std::mem::take(&mut self.gathered.misses) {
            self.tell(miss, Listed::All);
        }
        let unknown = std::mem::take(&mut self.gathered.unknown);
        let exceeded =
            if unknown.is_empty() { Exceeded::default() } else { exceeded(self.question, self.indicator) };
        for (row, paths) in unknown {
            if row.days.from > self.question.as_at {
                continue;
            }
            let reason = unstated(&self.totals, &exceeded, &row, &paths);
            self.value.contradicts |= matches!(reason, Reason::ContradictsTotal(_));
            self.leave_out(&row, reason);
        }
        let replaced = self.totals.replaced.iter().map(|(total, by)| told(total, Reason::ReplacedTotal(*by)));
        let later = self.totals.possible.iter().map(|total| told(total, Reason::TotalAfterDate));
        for total in replaced.chain(later).collect::<Vec<_>>() {
            self.tell(total, Listed::Totals);
        }
    }

    /// The rows by the date asked for: certain ones, and those whose days
    /// straddle it where a total in force does not say otherwise.
    pub(super) fn split(&mut self) -> (Vec<Row<'a>>, Vec<Row<'a>>) {
        let as_at = self.question.as_at;
        let mut rows = std::mem::take(&mut self.gathered.rows);
        // They are in order.
        let later = rows.split_off(rows.partition_point(|row| row.date <= as_at));
        let certain = rows;
        let straddling: Vec<_> = later.into_iter().filter(|row| row.days.from <= as_at).collect();
        for row in &straddling {
            self.leave_out(row, Reason::Straddles);
        }
        let possible = straddling.into_iter().filter(|row| self.totals.leave_room(row, as_at)).collect();
        (certain, possible)
    }

    /// Tells why a row does not count; what was told of it before, that it
    /// straddles the date, says less.
    pub(super) fn leave_out(&mut self, row: &Row<'_>, reason: Reason) {
        self.tell(row.not_counted(reason), Listed::All);
    }

    /// Tells what does not count; it is listed where so much is.
    fn tell(&mut self, miss: NotCounted, least: Listed) {
        self.value.leaves = true;
        if self.lists(least) {
            self.told.insert(miss.sequence, miss);
        }
    }

    /// Whether each row is listed that counts.
    pub(super) fn is_listing(&self) -> bool {
        self.lists(Listed::All)
    }

    /// Whether what its keys add up to is asked for beside the value.
    pub(super) fn keeps_keys(&self) -> bool {
        self.listed == Listed::Totals
    }

    fn lists(&self, least: Listed) -> bool {
        self.listed == Listed::All || self.listed == least
    }

    /// Adds an entry's part to the value.
    pub(super) fn contribute(
        &mut self,
        row: &Row<'_>,
        amount: Exact,
        keys: &BTreeSet<String>,
        remark: Option<Remark>,
    ) {
        self.value.counted += row.count();
        self.value.grade.add(row.grade(), &amount);
        if self.lists(Listed::All) {
            self.value.contributions.push(row.contribution(amount, keys.clone(), remark));
        }
    }

    /// Adds a reported total's part to the value.
    pub(super) fn contribute_total(&mut self, total: &Reported<'_>, amount: Exact, remark: Remark) {
        self.join_precision(total.precision);
        self.value.counted += 1;
        self.value.grade.add(Grade::Reported, &amount);
        if !self.lists(Listed::Totals) {
            return;
        }
        self.value.contributions.push(Contribution {
            sequence: total.record.sequence,
            version: total.version.sequence,
            id: total.record.id,
            amount,
            grade: Grade::Reported,
            date: total.period.to,
            occurred: total.version.occurred,
            keys: BTreeSet::new(),
            remark: Some(remark),
        });
    }

    pub(super) fn join_precision(&mut self, precision: Option<Precision>) {
        self.value.precision = Precision::joined(self.value.precision, precision);
    }

    /// Tells rows that contradict a published total.
    pub(super) fn contradict(&mut self, rows: &[Row<'_>], total: u64) {
        self.value.contradicts = true;
        self.by_others |= !rows.is_empty();
        for row in rows {
            self.leave_out(row, Reason::ContradictsTotal(total));
        }
    }

    fn into_value(self) -> Value {
        let mut value = self.value;
        value.not_counted = self.told.into_values().collect();
        if self.possible.iter().any(|amount| amount.as_ref().is_none_or(|it| !it.is_zero())) {
            mark_possible(&mut value, &self.possible);
        }
        if let Some(certain) = value.delivered.clone().filter(|_| value.at_least) {
            value.low.get_or_insert(certain);
        }
        value.grade = value.grade.weighing(&self.weight);
        value.contributions.sort_by_key(|it| (it.date, it.sequence));
        value
    }
}

/// With something possible the value reads "au moins n", or n/d when nothing
/// is certain; where something possible takes away, it lies between bounds.
fn mark_possible(value: &mut Value, possible: &[Option<Exact>]) {
    let certain = value.delivered.take().unwrap_or_else(Exact::zero);
    let less: Exact = possible.iter().flatten().filter(|amount| amount.is_negative()).sum();
    let more: Option<Exact> =
        possible.iter().filter(|amount| !amount.as_ref().is_some_and(Exact::is_negative)).cloned().sum();
    value.at_least = less.is_zero() && !certain.is_zero();
    value.low = Some(certain.clone() + less);
    value.high = more.map(|more| certain.clone() + more);
    if !certain.is_zero() {
        value.delivered = Some(certain);
    }
}

/// Why a row does not count that does not state what stands at these paths.
pub(super) fn unstated(totals: &Totals<'_>, exceeded: &Exceeded, row: &Row<'_>, paths: &[&str]) -> Reason {
    match totals.linked(row).filter(|_| exceeded.concerns(paths)) {
        Some(total) => Reason::ContradictsTotal(total.record.sequence),
        None => Reason::ClassNotStated(paths.iter().map(|&path| path.to_owned()).collect()),
    }
}

fn told(total: &Reported<'_>, reason: Reason) -> NotCounted {
    NotCounted {
        sequence: total.record.sequence,
        version: total.version.sequence,
        id: total.record.id,
        occurred: total.version.occurred,
        reason,
    }
}
