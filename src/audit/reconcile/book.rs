//! The table, and what is printed of it.

use std::collections::BTreeMap;

use super::{Detail, Finding, FindingKind, Printed, Settler};
use crate::event::{Exact, Period};
use crate::figures::{ExtraRow, GroupTable, RowTable, Table};
use crate::plan::{Indicator, Near, Window, Words, nearest_of};

/// The table, and what is printed of it.
pub(super) struct Book<'t, 'a> {
    pub(super) table: &'t Table<'a>,
    pub(super) printed: &'t [Printed],
    rows: BTreeMap<&'a str, &'t RowTable<'a>>,
    first: BTreeMap<&'t str, usize>,
}

impl<'t, 'a> Book<'t, 'a> {
    pub(super) fn of(table: &'t Table<'a>, printed: &'t [Printed]) -> Self {
        let told = table.supplementary.iter().filter_map(|extra| match extra {
            ExtraRow::Narrative(row) => Some(row.as_ref()),
            ExtraRow::Group(_) => None,
        });
        let rows = table.groups().flat_map(|group| &group.rows).chain(told);
        let rows = rows.map(|row| (row.indicator.id.as_str(), row)).collect();
        // The first place that prints a row is its place in the table.
        let mut first = BTreeMap::new();
        for (at, it) in printed.iter().enumerate().filter(|(_, it)| it.is_value()) {
            first.entry(it.indicator.as_str()).or_insert(at);
        }
        Self { table, printed, rows, first }
    }

    pub(super) fn row(&self, id: &str) -> Option<&'t RowTable<'a>> {
        self.rows.get(id).copied()
    }

    pub(super) fn group(&self, id: &str) -> Option<&'t GroupTable<'a>> {
        self.table.groups().find(|group| group.group.id == id)
    }

    /// Where a row is printed in the table.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.first.get(id).copied()
    }

    /// A row as it is printed in the table.
    pub(super) fn in_table(&self, id: &str) -> Option<&'t Printed> {
        self.printed.get(self.place(id)?)
    }

    /// What is like a name that no row and no group has.
    pub(super) fn near(&self, typed: &str) -> Vec<Near> {
        let named = |id: &'a str, label: &'a Words| std::iter::once(id).chain(label.each()).collect();
        let rows = self.rows.values().map(|row| row.indicator);
        let rows = rows.map(|it| (it.near(), named(&it.id, &it.label)));
        let groups = self.table.groups().map(|group| group.group);
        let groups =
            groups.map(|it| (Near { id: it.id.clone(), label: it.label.clone() }, named(&it.id, &it.label)));
        nearest_of(typed, rows.chain(groups))
    }

    /// The days that the values of a row are of.
    pub(super) fn days(&self, row: &RowTable<'_>) -> Period {
        let as_at = self.table.as_at;
        let (first, year) = (self.table.ruling.first_day, self.table.ruling.year_end.holding(as_at));
        match row.indicator.rule.window {
            Some(Window::FiscalYear) => Period { from: year.from, to: as_at },
            Some(Window::State | Window::Open) => Period::on(as_at),
            // A share is of what its two parts are of.
            Some(Window::Cumulative) | None => {
                Period { from: row.indicator.rule.since.unwrap_or(first).min(as_at), to: as_at }
            }
        }
    }

    /// Whether a value of these days can be compared with the table's.
    pub(super) fn is_of_table(&self, row: &RowTable<'_>, period: Option<Period>) -> bool {
        let (Some(period), days) = (period, self.days(row)) else { return true };
        match row.indicator.rule.window {
            Some(Window::State | Window::Open) => period.to == days.to,
            Some(Window::FiscalYear) => period.from == days.from && period.to >= days.to,
            Some(Window::Cumulative) | None => period.from <= days.from && period.to >= days.to,
        }
    }

    /// A finding about what is measured by this name.
    pub(super) fn finding(
        &self,
        kind: FindingKind,
        key: &str,
        cites: Vec<usize>,
        detail: Detail,
    ) -> Finding<'a> {
        let row = self.row(key);
        let group = self.group(key).map(|group| self.numbered(group));
        // What is of several indicators is settled by who answers for the first.
        let first = cites.first().and_then(|&at| self.printed.get(at));
        let answered = first.and_then(|it| self.row(it.key())).or(row).map(|row| row.indicator);
        let is_answered = answered.is_some() || group.is_some();
        let settler = if is_answered { kind.settler() } else { Settler::Writer };
        Finding {
            kind,
            label: row.map(|row| row.indicator.near().label).or(group),
            indicator: row.map(|row| row.indicator),
            cites,
            settler,
            named: self.named(settler, answered),
            detail,
        }
    }

    /// The same for who answers for another indicator.
    pub(super) fn settled_by(&self, finding: Finding<'a>, indicator: Option<&Indicator>) -> Finding<'a> {
        if indicator.is_none() {
            return finding;
        }
        let settler = finding.kind.settler();
        Finding { settler, named: self.named(settler, indicator), ..finding }
    }

    /// What people call a group, with the number of its objective: several objectives
    /// have groups of one label.
    fn numbered(&self, group: &GroupTable<'a>) -> Words {
        let id = group.group.objective.as_deref();
        let objective = self.table.objectives.iter().find(|it| Some(it.objective.id.as_str()) == id);
        let number = objective.and_then(|it| it.objective.number.as_ref());
        let label = &group.group.label;
        let with = |text: &str| number.map_or_else(|| text.to_owned(), |number| format!("{number} – {text}"));
        Words { fr: with(&label.fr), en: with(&label.en) }
    }

    /// Whom the plan names.
    fn named(&self, settler: Settler, indicator: Option<&Indicator>) -> Option<Words> {
        match settler {
            Settler::Owner => indicator.and_then(|it| it.owner.clone()),
            Settler::Approver => {
                let own = indicator.and_then(|it| it.approved.as_ref()).map(|it| it.by.clone());
                own.or_else(|| self.table.ruling.adopted.adoption.approver.clone())
            }
            Settler::Writer => None,
        }
    }

    /// The value of what has this name, at the first place that prints one of the
    /// table's days.
    pub(super) fn value(&self, key: &str) -> Option<(usize, &'t Exact)> {
        let mut all = self.printed.iter().enumerate().filter(|(_, it)| it.key() == key);
        all.find_map(|(at, it)| Some((at, it.delivered.value()?)))
    }
}
