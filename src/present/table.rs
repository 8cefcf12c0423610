//! The table of indicators for a terminal.

use anstyle::{AnsiColor, Style};
use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, Width, presets};

use super::{Arg, Messages, bar, day_words, percent_words, unit_words};
use crate::event::Exact;
use crate::figures::{ExtraRow, GroupTable, RowTable, Table, Value};
use crate::plan::Words;

const BAR: usize = 12;

/// The table as text of at most `width` columns.
pub fn table_text(messages: &Messages, table: &Table<'_>, width: u16) -> String {
    let language = messages.language();
    let adoption = &table.ruling.adopted.adoption;
    let day = day_words(language, table.as_at);
    let title = messages
        .say("table-title", &[("plan", Arg::Text(language.of(&adoption.label))), ("day", Arg::Text(&day))]);
    let bold = Style::new().bold();
    let mut text = format!("{bold}{title}{bold:#}\n");
    for objective in &table.objectives {
        let number = objective.objective.number.as_deref().unwrap_or("");
        let label = language.of(&objective.objective.label);
        let head = Style::new().bold().fg_color(Some(AnsiColor::Cyan.into()));
        text.push_str(&format!("\n{head}{number} {label}{head:#}\n"));
        let groups: Vec<&GroupTable<'_>> = objective.groups.iter().collect();
        text.push_str(&grid(messages, table, &groups, width));
    }
    for extra in &table.supplementary {
        match extra {
            ExtraRow::Group(group) => {
                let label = language.of(&group.group.label);
                text.push_str(&format!("\n{bold}{label}{bold:#}\n"));
                text.push_str(&grid(messages, table, &[group], width));
            }
            ExtraRow::Narrative(row) => text.push_str(&narrative(messages, row)),
        }
    }
    text.push_str(&foot(messages, table));
    text
}

fn grid(messages: &Messages, table: &Table<'_>, groups: &[&GroupTable<'_>], width: u16) -> String {
    let language = messages.language();
    let columns = table.ruling.adopted.adoption.columns.as_ref();
    let head = |words: Option<&Words>, id: &str| {
        words.map_or_else(|| messages.word(id), |words| language.of(words).to_owned())
    };
    let mut grid = Grid::new();
    grid.load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width)
        .set_header([
            messages.word("column-indicator"),
            head(columns.map(|it| &it.target), "column-target"),
            head(columns.map(|it| &it.delivered), "column-delivered"),
            head(columns.map(|it| &it.percent), "column-percent"),
            String::new(),
            messages.word("column-grade"),
        ]);
    for group in groups {
        grid.add_row(group_cells(messages, group));
        let mut heading: Option<&Words> = None;
        for row in &group.rows {
            if let Some(words) = row.indicator.heading.as_ref().filter(|words| heading != Some(*words)) {
                grid.add_row([format!("\u{a0}\u{a0}{}", language.of(words))]);
            }
            heading = row.indicator.heading.as_ref();
            grid.add_row(row_cells(messages, row));
        }
    }
    // The same columns in every objective, so that the eye runs down them.
    let fixed = [14, 15, 11, 20, 8];
    let label = width.saturating_sub(fixed.iter().sum::<u16>()).max(24);
    for (index, cells) in std::iter::once(label).chain(fixed).enumerate() {
        if let Some(column) = grid.column_mut(index) {
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(cells)));
            if (1..=3).contains(&index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    let lines: Vec<String> = grid.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
    lines.concat()
}

fn group_cells(messages: &Messages, group: &GroupTable<'_>) -> Vec<Cell> {
    let label = messages.language().of(&group.group.label);
    let percent = group.percent.as_ref().map(|ratio| percent_words(messages, ratio, 0));
    let reached = if group.of == 0 {
        String::new()
    } else {
        messages.say("reached", &[("reached", Arg::Count(group.reached)), ("of", Arg::Count(group.of))])
    };
    let none = if group.of == 0 { String::new() } else { messages.word("not-stated") };
    [format!("▪ {label}"), String::new(), String::new(), percent.unwrap_or(none), reached, String::new()]
        .into_iter()
        .map(Cell::new)
        .collect()
}

fn row_cells(messages: &Messages, row: &RowTable<'_>) -> Vec<Cell> {
    let language = messages.language();
    let indent = if row.indicator.heading.is_some() { "\u{a0}\u{a0}\u{a0}\u{a0}" } else { "\u{a0}\u{a0}" };
    let target =
        row.target.map(|it| unit_words(messages, row.indicator, &it.value.exact())).unwrap_or_default();
    let percent = row.percent.as_ref();
    let shown = percent.map(|ratio| percent_words(messages, ratio, row.indicator.percentdecimals));
    [
        format!("{indent}{}", language.of(&row.indicator.label)),
        target,
        value_words(messages, row),
        shown.unwrap_or_default(),
        percent.map(|ratio| bar(ratio, BAR)).unwrap_or_default(),
        grade_marks(&row.value),
    ]
    .into_iter()
    .map(Cell::new)
    .collect()
}

/// A value as people read it: `n/d`, `au moins 3`, `37 ≠`.
pub(super) fn value_words(messages: &Messages, row: &RowTable<'_>) -> String {
    let Some(delivered) = &row.value.delivered else { return messages.word("not-stated") };
    let number = unit_words(messages, row.indicator, delivered);
    let precise = match row.value.precision {
        Some(precision) => {
            messages.say(&format!("precision-{}", precision.word()), &[("value", Arg::Text(&number))])
        }
        None => number,
    };
    let words = if row.value.at_least {
        messages.say("at-least", &[("value", Arg::Text(&precise))])
    } else {
        precise
    };
    if row.value.contradicts { format!("{words} ≠") } else { words }
}

/// Which of the three parts of the grade a value has, as marks that the legend
/// explains.
fn grade_marks(value: &Value) -> String {
    let parts = [("●", &value.grade.documented), ("◐", &value.grade.itemised), ("○", &value.grade.reported)];
    let held = parts.into_iter().filter(|(_, amount): &(&str, &Exact)| !amount.is_zero());
    held.map(|(mark, _)| mark).collect()
}

fn narrative(messages: &Messages, row: &RowTable<'_>) -> String {
    let entries = row.value.contributions.len();
    let label = messages.language().of(&row.indicator.label);
    let count = messages.say("narrative-entries", &[("count", Arg::Count(entries))]);
    format!("\n{label}\n  {count}\n")
}

fn foot(messages: &Messages, table: &Table<'_>) -> String {
    let language = messages.language();
    let adoption = &table.ruling.adopted.adoption;
    let version = adoption.version.to_string();
    let size = table.size.to_string();
    let head = table.head.short();
    let known = messages.say(
        "table-foot",
        &[
            ("plan", Arg::Text(&adoption.id)),
            ("version", Arg::Text(&version)),
            ("size", Arg::Text(&size)),
            ("head", Arg::Text(&head)),
        ],
    );
    let dim = Style::new().dimmed();
    let notice =
        adoption.notice.as_ref().map(|words| format!("\n{}\n", language.of(words))).unwrap_or_default();
    let grades = [("●", "grade-documented"), ("◐", "grade-itemised"), ("○", "grade-reported")];
    let grades: Vec<String> =
        grades.iter().map(|(mark, id)| format!("{mark} {}", messages.word(id))).collect();
    let legend = messages.word("table-legend");
    format!("\n{dim}{known}{dim:#}\n{}\n{legend}\n{notice}", grades.join(" · "))
}
