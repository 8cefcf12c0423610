//! The rows of the file: those of the objectives in the plan's order, then
//! what stands outside them.

use crate::figures::{Comparison, ExtraRow, GroupTable, RowTable, Table};
use crate::plan::{Group, Objective};

/// A row with what it stands in.
pub(super) struct Placed<'t, 'a> {
    pub(super) table: &'t Table<'a>,
    pub(super) compared: Option<&'t Comparison<'a>>,
    pub(super) objective: Option<&'a Objective>,
    pub(super) group: Option<&'a Group>,
    pub(super) row: &'t RowTable<'a>,
}

/// All rows in order.
pub(super) fn rows<'t, 'a>(
    table: &'t Table<'a>,
    compared: Option<&'t Comparison<'a>>,
) -> Vec<Placed<'t, 'a>> {
    let mut all = Vec::new();
    let of_group = |objective: Option<&'a Objective>, group: &'t GroupTable<'a>| {
        let in_it = move |row| Placed { table, compared, objective, group: Some(group.group), row };
        group.rows.iter().map(in_it).collect::<Vec<_>>()
    };
    for part in &table.objectives {
        part.groups.iter().for_each(|group| all.extend(of_group(Some(part.objective), group)));
    }
    for extra in &table.supplementary {
        match extra {
            ExtraRow::Group(group) => all.extend(of_group(None, group)),
            ExtraRow::Narrative(row) => {
                let (objective, group) = place_of(table, &row.indicator.id);
                all.push(Placed { table, compared, objective, group, row });
            }
        }
    }
    all
}

/// The objective and the group of a row in words, which stands below them.
fn place_of<'a>(table: &Table<'a>, id: &str) -> (Option<&'a Objective>, Option<&'a Group>) {
    let holds = |group: &&GroupTable<'a>| group.group.rows.iter().any(|row| row == id);
    let found = table.objectives.iter().find_map(|part| {
        let group = part.groups.iter().find(holds)?;
        Some((part.objective, group.group))
    });
    (found.map(|it| it.0), found.map(|it| it.1))
}
