//! Which row stands where, on the sheet of the table and on that of the
//! contributions: each leads to the other.

use std::collections::BTreeMap;

use super::sides::rows_below;
use crate::figures::{ExtraRow, GroupTable, RowTable, Table};
use crate::present::Messages;
use crate::present::scope::scope_lines;
use crate::present::table::{summary, with_headings};

/// A row of the table's sheet.
pub(super) enum Laid<'t, 'a> {
    Objective(String),
    Group(&'t GroupTable<'a>),
    Heading(&'a str),
    Row(&'t RowTable<'a>),
}

/// Where everything stands.
pub(super) struct Layout<'t, 'a> {
    /// What stands above the table.
    pub(super) above: Vec<String>,
    /// The row of the heads.
    pub(super) head: u32,
    /// The rows below the heads.
    pub(super) rows: Vec<(u32, Laid<'t, 'a>)>,
    /// The first row below all of them.
    pub(super) end: u32,
    /// The names of the sheets.
    pub(super) names: [String; 4],
    places: BTreeMap<&'a str, u32>,
    blocks: BTreeMap<&'a str, u32>,
}

impl<'t, 'a> Layout<'t, 'a> {
    pub(super) fn of(messages: &Messages, table: &'t Table<'a>) -> Self {
        let above: Vec<String> =
            scope_lines(messages, &table.scope).into_iter().chain(summary(messages, table)).collect();
        let mut at = 2 + u32::try_from(above.len()).unwrap_or(0);
        let head = at;
        let mut rows = Vec::new();
        let mut put = |laid| {
            at += 1;
            rows.push((at, laid));
        };
        laid(messages, table).into_iter().for_each(&mut put);
        let place = |(at, laid): &(u32, Laid<'t, 'a>)| match laid {
            Laid::Row(row) => Some((row.indicator.id.as_str(), *at)),
            _ => None,
        };
        let places = rows.iter().filter_map(place).collect();
        let blocks = blocks(table, &rows);
        let names = ["sheet-table", "sheet-contributions", "sheet-notcounted", "sheet-rules"];
        let names = names.map(|id| messages.word(id));
        Self { above, head, rows, end: at + 1, names, places, blocks }
    }

    /// All indicators' rows in order.
    pub(super) fn indicators(&self) -> impl Iterator<Item = &'t RowTable<'a>> {
        self.rows.iter().filter_map(|(_, laid)| match laid {
            Laid::Row(row) => Some(*row),
            _ => None,
        })
    }

    /// What an indicator is called where nothing stands above it: its heading and
    /// its label, and its group where another is called the same.
    pub(super) fn title(&self, messages: &Messages, row: &RowTable<'a>) -> String {
        let language = messages.language();
        let title = language.of(&row.indicator.title()).to_owned();
        let is_alike = |it: &&RowTable<'a>| language.of(&it.indicator.title()) == title;
        if self.indicators().filter(|it| is_alike(it)).count() < 2 {
            return title;
        }
        let holds = |group: &&GroupTable<'a>| group.rows.iter().any(|it| it.indicator.id == row.indicator.id);
        let groups = self.rows.iter().filter_map(|(_, laid)| match laid {
            Laid::Group(group) => Some(*group),
            _ => None,
        });
        match groups.into_iter().find(holds) {
            Some(group) => format!("{} — {title}", language.of(&group.group.label)),
            None => title,
        }
    }

    /// The row of an indicator on the sheet of the table.
    pub(super) fn place(&self, id: &str) -> Option<u32> {
        self.places.get(id).copied()
    }

    /// The row on the sheet of contributions at which an indicator begins.
    pub(super) fn block(&self, id: &str) -> Option<u32> {
        self.blocks.get(id).copied()
    }
}

/// What stands below the heads, in order.
fn laid<'t, 'a>(messages: &Messages, table: &'t Table<'a>) -> Vec<Laid<'t, 'a>> {
    let language = messages.language();
    let mut all = Vec::new();
    for part in &table.objectives {
        let number = part.objective.number.as_deref().map(|it| format!("{it} ")).unwrap_or_default();
        all.push(Laid::Objective(format!("{number}{}", language.of(&part.objective.label))));
        part.groups.iter().for_each(|group| put_group(messages, group, &mut all));
    }
    for extra in &table.supplementary {
        match extra {
            ExtraRow::Group(group) => put_group(messages, group, &mut all),
            ExtraRow::Narrative(row) => all.push(Laid::Row(row)),
        }
    }
    all
}

fn put_group<'t, 'a>(messages: &Messages, group: &'t GroupTable<'a>, all: &mut Vec<Laid<'t, 'a>>) {
    if group.rows.is_empty() {
        return;
    }
    all.push(Laid::Group(group));
    for (heading, row) in with_headings(&group.rows) {
        all.extend(heading.map(|words| Laid::Heading(messages.language().of(words))));
        all.push(Laid::Row(row));
    }
}

/// Below its head the sheet of contributions has for each indicator a row and
/// what its value is made of.
fn blocks<'a>(table: &Table<'a>, rows: &[(u32, Laid<'_, 'a>)]) -> BTreeMap<&'a str, u32> {
    let mut at = 1_u32;
    let mut blocks = BTreeMap::new();
    for (_, laid) in rows {
        if let Laid::Row(row) = laid {
            blocks.insert(row.indicator.id.as_str(), at);
            at = at.saturating_add(rows_below(table.ruling, row)).saturating_add(1);
        }
    }
    blocks
}
