//! The table at a date beside that at an earlier one, for a terminal.

use super::breadth::Breadth;
use super::parts::{Cells, Parts};
use super::scope::scope_text;
use super::table::{
    group_percent, group_reached_short, narrative, row_percent, table_foot, target_words, title_text,
    value_words,
};
use super::{Arg, Messages, day_words, notice_text, on_lines, signed_words, unit_words, wrapped};
use crate::event::Exact;
use crate::figures::{Comparison, ExtraRow, GroupTable, RevisedTarget, RowTable};

/// The comparison as text of at most `width` columns.
pub fn comparison_text(messages: &Messages, comparison: &Comparison<'_>, width: u16) -> String {
    let table = &comparison.newer;
    let adoption = &table.ruling.adopted.adoption;
    let mut text = title_text(&comparison_title(messages, comparison), width);
    text.push_str(&scope_text(messages, &table.scope, width));
    let parts = parts(messages, comparison, width);
    for objective in &table.objectives {
        text.push_str(&super::table::objective_head(messages, objective, width));
        text.push_str(&parts.rows(objective.groups.iter()));
    }
    for extra in &table.supplementary {
        match extra {
            ExtraRow::Group(group) => {
                text.push('\n');
                text.push_str(&parts.rows(std::iter::once(group)));
            }
            ExtraRow::Narrative(row) => text.push_str(&narrative(messages, row, width)),
        }
    }
    let changes = on_lines("", change_lines(messages, comparison));
    let above = if changes.is_empty() {
        ""
    } else {
        "
"
    };
    text.push_str(&wrapped(&format!("{above}{changes}"), width));
    text.push_str(&table_foot(messages, table, width));
    text.push_str(&wrapped(&legend(messages, width), width));
    text.push_str(&notice_text(messages, adoption.notice.as_ref(), width));
    text
}

/// The plan and both dates.
pub(super) fn comparison_title(messages: &Messages, comparison: &Comparison<'_>) -> String {
    let language = messages.language();
    let table = &comparison.newer;
    let [newer, older] = [table.as_at, comparison.older.as_at].map(|day| day_words(language, day));
    let label = language.of(&table.ruling.adopted.adoption.label);
    let values = [("plan", Arg::Text(label)), ("day", Arg::Text(&newer)), ("before", Arg::Text(&older))];
    messages.say("comparison-title", &values)
}

/// What n/d and ≠ mean, and what there is no room for.
fn legend(messages: &Messages, width: u16) -> String {
    let mut legend = messages.word("table-legend") + "\n";
    if !Breadth::of(width).is_wide() {
        legend.push_str(&(messages.word("comparison-narrow") + "\n"));
    }
    legend
}

/// The parts of a comparison, with the same columns in every one.
fn parts<'t, 'a>(messages: &'t Messages, comparison: &'t Comparison<'a>, width: u16) -> Parts<'t, 'a> {
    let breadth = Breadth::of(width);
    let group: Cells<'t, GroupTable<'a>> = Box::new(move |group| {
        breadth.kept(&group_cells(messages, comparison, group, group_reached_short, "▪ "))
    });
    let row: Cells<'t, RowTable<'a>> =
        Box::new(move |row| breadth.kept(&row_cells(messages, comparison, row)));
    let cells = Parts::cells(comparison.newer.groups(), &group, &row);
    let head = breadth.kept(&heads(messages, comparison));
    let drawn = |line: &str, _: &RowTable<'a>, _: Breadth| line.to_owned();
    Parts { messages, breadth, grid: breadth.comparison().fitted(&cells), head, group, row, drawn }
}

pub(super) fn heads(messages: &Messages, comparison: &Comparison<'_>) -> Vec<String> {
    let [target, _, _] = super::table::heads(messages, &comparison.newer);
    let day = |day| day_words(messages.language(), day);
    vec![
        messages.word("column-indicator"),
        target,
        day(comparison.newer.as_at),
        "%".to_owned(),
        day(comparison.older.as_at),
        "%".to_owned(),
        messages.word("column-change"),
    ]
}

/// The cells of a group, its label behind a mark, with what says how many are
/// reached.
pub(super) fn group_cells(
    messages: &Messages,
    comparison: &Comparison<'_>,
    group: &GroupTable<'_>,
    reached: fn(&Messages, &GroupTable<'_>) -> String,
    mark: &str,
) -> Vec<String> {
    let older = comparison.older_group(&group.group.id);
    vec![
        format!("{mark}{}", messages.language().of(&group.group.label)),
        String::new(),
        reached(messages, group),
        group_percent(messages, group),
        older.map(|older| reached(messages, older)).unwrap_or_default(),
        older.map(|older| group_percent(messages, older)).unwrap_or_default(),
    ]
}

pub(super) fn row_cells(messages: &Messages, comparison: &Comparison<'_>, row: &RowTable<'_>) -> Vec<String> {
    let change = comparison.changes.get(row.indicator.id.as_str());
    let older = comparison.older_row(&row.indicator.id);
    let rule = if change.is_some_and(|it| it.rule) { " †" } else { "" };
    let target = if change.is_some_and(|it| it.target.is_some()) { " ‡" } else { "" };
    vec![
        format!("{}{rule}{target}", messages.language().of(&row.indicator.label)),
        target_words(messages, row),
        value_words(messages, row),
        row_percent(messages, row),
        older.map(|older| value_words(messages, older)).unwrap_or_default(),
        older.map(|older| row_percent(messages, older)).unwrap_or_default(),
        comparison.change_of(row).map(|it| signed_words(messages, row.indicator, &it)).unwrap_or_default(),
    ]
}

/// What another plan version ruled, a line each.
pub(super) fn change_lines(messages: &Messages, comparison: &Comparison<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if comparison.changes.values().any(|change| change.rule) {
        lines.push(messages.word("comparison-rule-changed"));
    }
    for (id, change) in &comparison.changes {
        let Some(revised) = change.target else { continue };
        let rows = comparison.newer.groups().flat_map(|group| &group.rows);
        let named = rows.filter(|row| row.indicator.id == *id);
        lines.extend(named.map(|row| revision_words(messages, row, &revised)));
    }
    lines
}

fn revision_words(messages: &Messages, row: &RowTable<'_>, revised: &RevisedTarget<'_>) -> String {
    let language = messages.language();
    let words = |value: &Exact| unit_words(messages, row.indicator, value);
    let before = revised.before.map_or_else(|| messages.word("no-target"), |it| words(&it.value.exact()));
    let now = target_words(messages, row);
    let since = day_words(language, revised.since);
    let reason = row.target.and_then(|target| target.reason.as_ref()).map(|it| language.of(it).to_owned());
    let reason = reason.unwrap_or_else(|| messages.word("no-reason"));
    let title = row.indicator.title();
    let values = [
        ("label", Arg::Text(language.of(&title))),
        ("before", Arg::Text(&before)),
        ("now", Arg::Text(&now)),
        ("since", Arg::Text(&since)),
        ("reason", Arg::Text(&reason)),
    ];
    messages.say("comparison-target-revised", &values)
}
