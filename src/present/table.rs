//! The table of indicators for a terminal.

use anstyle::{AnsiColor, Style};

use super::breadth::Breadth;
use super::parts::{Cells, Parts};
use super::printed::rule_statuses;
use super::scope::scope_text;
use super::{Arg, Messages, bar, day_words, notice_text, on_lines, percent_words, unit_words, wrapped};
use crate::event::{Exact, Hash};
use crate::figures::{ExtraRow, GroupTable, ObjectiveTable, RowTable, Ruling, Table, Value};
use crate::plan::{Adoption, Direction, Indicator, Kind, Words};

pub(super) const ACCENT: AnsiColor = AnsiColor::Cyan;

/// What stands below the objectives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Supplement {
    /// Every row of it.
    Shown,
    /// How many rows there are, and how they are shown.
    Counted,
}

/// The table as text of at most `width` columns.
pub fn table_text(messages: &Messages, table: &Table<'_>, supplement: Supplement, width: u16) -> String {
    let adoption = &table.ruling.adopted.adoption;
    let mut text = title_text(&table_title(messages, table), width);
    text.push_str(&scope_text(messages, &table.scope, width));
    text.push_str(&wrapped(&on_lines("", summary(messages, table)), width));
    let parts = parts(messages, table, width);
    for objective in &table.objectives {
        text.push_str(&objective_head(messages, objective, width));
        text.push_str(&parts.rows(objective.groups.iter()));
    }
    match supplement {
        Supplement::Shown => text.push_str(&supplement_text(&parts, table, width)),
        Supplement::Counted => {
            let count = supplement_count(messages, table).map(|count| format!("\n{count}\n"));
            text.push_str(&wrapped(&count.unwrap_or_default(), width));
        }
    }
    text.push_str(&table_foot(messages, table, width));
    text.push_str(&wrapped(&on_lines("", legend_lines(messages)), width));
    text.push_str(&notice_text(messages, adoption.notice.as_ref(), width));
    text
}

/// The plan and the date.
pub fn table_title(messages: &Messages, table: &Table<'_>) -> String {
    let language = messages.language();
    let label = language.of(&table.ruling.adopted.adoption.label);
    let day = day_words(language, table.as_at);
    messages.say("table-title", &[("plan", Arg::Text(label)), ("day", Arg::Text(&day))])
}

/// A title, in bold.
pub(super) fn title_text(title: &str, width: u16) -> String {
    let bold = Style::new().bold();
    format!("{bold}{}{bold:#}\n", wrapped(title, width))
}

/// How many rows of the objectives reach their target; nothing where none has
/// one.
pub fn summary(messages: &Messages, table: &Table<'_>) -> Option<String> {
    let [reached, of] = table.reached();
    let values = [("reached", Arg::Count(reached)), ("of", Arg::Count(of))];
    (of > 0).then(|| and_unknown(messages, messages.say("table-reached", &values), table.unknown()))
}

/// The same of one objective.
pub(super) fn objective_reached(messages: &Messages, objective: &ObjectiveTable<'_>) -> String {
    reached_words(messages, objective.reached(), objective.unknown())
}

/// How many reach their target, of how many, and of how many that is not known
/// yet; nothing where there is no target.
pub fn reached_words(messages: &Messages, [reached, of]: [usize; 2], unknown: usize) -> String {
    if of == 0 {
        return String::new();
    }
    let words = messages.say("reached", &[("reached", Arg::Count(reached)), ("of", Arg::Count(of))]);
    and_unknown(messages, words, unknown)
}

/// A count of what is reached, and how many have no value: not to have reached
/// a target and not to know it are two things.
fn and_unknown(messages: &Messages, words: String, unknown: usize) -> String {
    if unknown == 0 {
        return words;
    }
    messages.say("reached-unknown", &[("words", Arg::Text(&words)), ("count", Arg::Count(unknown))])
}

/// Number and label of an objective.
pub(super) fn objective_head(messages: &Messages, objective: &ObjectiveTable<'_>, width: u16) -> String {
    let label = messages.language().of(&objective.objective.label);
    let number = objective.objective.number.as_deref().map(|it| format!("{it} ")).unwrap_or_default();
    let style = Style::new().bold().fg_color(Some(ACCENT.into()));
    format!("\n{style}{}{style:#}\n", wrapped(&format!("{number}{label}"), width))
}

/// Rows in words and groups without objective.
fn supplement_text<'a>(parts: &Parts<'_, 'a>, table: &Table<'a>, width: u16) -> String {
    let messages = parts.messages;
    let bold = Style::new().bold();
    let mut text = String::new();
    for extra in &table.supplementary {
        match extra {
            ExtraRow::Group(group) => {
                let label = messages.language().of(&group.group.label);
                text.push_str(&format!("\n{bold}{}{bold:#}\n", wrapped(label, width)));
                text.push_str(&parts.rows(std::iter::once(group)));
            }
            ExtraRow::Narrative(row) => text.push_str(&narrative(messages, row, width)),
        }
    }
    text
}

/// How many rows stand outside the objectives; nothing where there are none.
pub(super) fn supplement_count(messages: &Messages, table: &Table<'_>) -> Option<String> {
    let rows = |extra: &ExtraRow<'_>| match extra {
        ExtraRow::Group(group) => group.rows.len(),
        ExtraRow::Narrative(_) => 1,
    };
    let count: usize = table.supplementary.iter().map(rows).sum();
    (count > 0).then(|| messages.say("table-supplement", &[("count", Arg::Count(count))]))
}

/// The parts of a table, with the same columns in every one.
fn parts<'t, 'a>(messages: &'t Messages, table: &'t Table<'a>, width: u16) -> Parts<'t, 'a> {
    let breadth = Breadth::of(width);
    let group: Cells<'t, GroupTable<'a>> = Box::new(move |group| group_cells(messages, group, breadth));
    let row: Cells<'t, RowTable<'a>> = Box::new(move |row| row_cells(messages, row, breadth));
    let [target, delivered, percent] = heads(messages, table);
    // The first column is as wide as its labels are, whatever stands above it.
    let measured = vec![String::new(), target.clone(), delivered.clone(), percent.clone()];
    let cells = Parts::cells(table.groups(), &group, &row);
    let cells: Vec<Vec<String>> = std::iter::once(measured).chain(cells).collect();
    let head = vec![messages.word("column-indicator"), target, delivered, percent];
    let bar = breadth.bar().map(|_| String::new());
    let head = head.into_iter().chain(bar).chain([messages.word("column-grade")]).collect();
    Parts { messages, breadth, grid: breadth.table().fitted(&cells), head, group, row, drawn: with_drawn_bar }
}

/// Heads of the columns of targets, values and percentages: as the plan
/// prints them, else the usual ones.
pub fn heads(messages: &Messages, table: &Table<'_>) -> [String; 3] {
    plan_heads(messages, table.ruling)
}

/// The same of a plan that rules.
pub fn plan_heads(messages: &Messages, ruling: &Ruling<'_>) -> [String; 3] {
    let columns = ruling.adopted.adoption.columns.as_ref();
    let head = |words: Option<&Words>, id: &str| {
        words.map_or_else(|| messages.word(id), |words| messages.language().of(words).to_owned())
    };
    [
        head(columns.map(|it| &it.target), "column-target"),
        head(columns.map(|it| &it.delivered), "column-delivered"),
        head(columns.map(|it| &it.percent), "column-percent"),
    ]
}

/// Rows, each with the heading that begins at it.
pub(super) fn with_headings<'t, 'a>(
    rows: &'t [RowTable<'a>],
) -> impl Iterator<Item = (Option<&'a Words>, &'t RowTable<'a>)> {
    let mut before: Option<&Words> = None;
    rows.iter().map(move |row| {
        let heading = row.indicator.heading.as_ref();
        let begins = heading.filter(|words| before != Some(*words));
        before = heading;
        (begins, row)
    })
}

/// How far a row's label is indented: more under a heading.
pub(super) fn indent(row: &RowTable<'_>, breadth: Breadth) -> u16 {
    if row.indicator.heading.is_some() { 2 * breadth.step() + 1 } else { breadth.step() + 1 }
}

fn group_cells(messages: &Messages, group: &GroupTable<'_>, breadth: Breadth) -> Vec<String> {
    let label = messages.language().of(&group.group.label);
    let percent = group_percent(messages, group);
    let reached =
        if breadth.is_wide() { group_reached(messages, group) } else { group_reached_short(messages, group) };
    // Where there is no bar, it stands with the values.
    let (value, beside) =
        if breadth.bar().is_some() { (String::new(), Some(reached)) } else { (reached, None) };
    let cells = [format!("▪ {label}"), String::new(), value, percent];
    cells.into_iter().chain(beside).collect()
}

/// The mean percentage of a group; nothing when none of its rows has a target.
pub(super) fn group_percent(messages: &Messages, group: &GroupTable<'_>) -> String {
    match &group.percent {
        _ if group.of == 0 => String::new(),
        Some(ratio) => percent_words(messages, ratio, 0),
        None => messages.word("not-stated"),
    }
}

/// That rows of a group have no certain percentage, so that there is no mean of
/// all; nothing where there is one, or no target.
pub(super) fn no_mean(messages: &Messages, group: &GroupTable<'_>) -> Option<String> {
    let is_lacking = group.of > 0 && group.percent.is_none();
    is_lacking.then(|| messages.say("no-mean", &[("count", Arg::Count(group.without_percent()))]))
}

/// How many rows of a group reach their target.
pub(super) fn group_reached(messages: &Messages, group: &GroupTable<'_>) -> String {
    reached_words(messages, [group.reached, group.of], group.unknown())
}

/// The same where there is little room.
pub(super) fn group_reached_short(messages: &Messages, group: &GroupTable<'_>) -> String {
    if group.of == 0 {
        return String::new();
    }
    and_unknown(messages, format!("{}/{}", group.reached, group.of), group.unknown())
}

fn row_cells(messages: &Messages, row: &RowTable<'_>, breadth: Breadth) -> Vec<String> {
    let mut cells = plain_cells(messages, row);
    if let Some(width) = breadth.bar() {
        let bar = row.percent.as_ref().map(|ratio| bar(ratio, width)).unwrap_or_default();
        cells.insert(cells.len() - 1, bar);
    }
    cells
}

/// Label, target, value, percentage and marks of its grade.
pub(super) fn plain_cells(messages: &Messages, row: &RowTable<'_>) -> Vec<String> {
    vec![
        messages.language().of(&row.indicator.label).to_owned(),
        target_words(messages, row),
        value_words(messages, row),
        row_percent(messages, row),
        grade_marks(&row.value),
    ]
}

/// How far a row reaches its target, in percent; nothing where that is not
/// certain.
pub(super) fn row_percent(messages: &Messages, row: &RowTable<'_>) -> String {
    let ratio = row.percent.as_ref();
    ratio.map(|it| percent_words(messages, it, row.indicator.percentdecimals)).unwrap_or_default()
}

/// The row with its bar in the accent's colour: cells are measured without
/// colours.
fn with_drawn_bar(line: &str, row: &RowTable<'_>, breadth: Breadth) -> String {
    let (Some(ratio), Some(width)) = (&row.percent, breadth.bar()) else { return line.to_owned() };
    let plain = bar(ratio, width);
    let filled = plain.trim_end_matches('·');
    let accent = Style::new().fg_color(Some(ACCENT.into()));
    let dim = Style::new().dimmed();
    let drawn = format!("{accent}{filled}{accent:#}{dim}{}{dim:#}", &plain[filled.len()..]);
    line.replacen(&plain, &drawn, 1)
}

/// The target of a row, when it has one; with a sign where less is better.
pub fn target_words(messages: &Messages, row: &RowTable<'_>) -> String {
    let Some(target) = row.target else { return String::new() };
    let value = unit_words(messages, row.indicator, &target.value.exact());
    if row.indicator.direction == Direction::Down { format!("≤ {value}") } else { value }
}

/// A value as people read it: `n/d`, `au moins 3`, `37 ≠`; of a row in words,
/// how many entries tell it.
pub fn value_words(messages: &Messages, row: &RowTable<'_>) -> String {
    match row.indicator.rule.kind {
        Kind::Narrative => told_words(messages, "narrative-count", row),
        _ => certain_words(messages, row.indicator, &row.value),
    }
}

/// How many entries tell a row in words.
pub(super) fn told_words(messages: &Messages, id: &str, row: &RowTable<'_>) -> String {
    messages.say(id, &[("count", Arg::Count(row.value.counted))])
}

/// A value of an indicator that is a number.
pub fn certain_words(messages: &Messages, indicator: &Indicator, value: &Value) -> String {
    let Some(delivered) = &value.delivered else { return messages.word("not-stated") };
    let number = unit_words(messages, indicator, delivered);
    let precise = match value.precision {
        Some(precision) => {
            messages.say(&format!("precision-{}", precision.word()), &[("value", Arg::Text(&number))])
        }
        None => number,
    };
    let words = if value.at_least {
        messages.say("at-least", &[("value", Arg::Text(&precise))])
    } else {
        between(messages, indicator, value).unwrap_or(precise)
    };
    if value.contradicts { format!("{words} ≠") } else { words }
}

/// A value that may become less, between its bounds.
fn between(messages: &Messages, indicator: &Indicator, value: &Value) -> Option<String> {
    let (low, high) = (value.low.as_ref()?, value.high.as_ref()?);
    let shown = |number| unit_words(messages, indicator, number);
    let (value, low, high) = (shown(value.delivered.as_ref()?), shown(low), shown(high));
    let values = [("value", Arg::Text(&value)), ("low", Arg::Text(&low)), ("high", Arg::Text(&high))];
    Some(messages.say("between", &values))
}

/// Which of the three parts of the grade a value has, as marks that the legend
/// explains.
pub fn grade_marks(value: &Value) -> String {
    let parts = [("●", &value.grade.documented), ("◐", &value.grade.itemised), ("○", &value.grade.reported)];
    let held = parts.into_iter().filter(|(_, amount): &(&str, &Exact)| !amount.is_zero());
    held.map(|(mark, _)| mark).collect()
}

/// A row in words, and how many entries tell it.
pub(super) fn narrative(messages: &Messages, row: &RowTable<'_>, width: u16) -> String {
    let title = row.indicator.title();
    let label = messages.language().of(&title);
    wrapped(&format!("\n{label}\n  {}\n", told_words(messages, "narrative-entries", row)), width)
}

/// The same under a table: the whole hash, and how far its rules are certain.
pub(super) fn table_foot(messages: &Messages, table: &Table<'_>, width: u16) -> String {
    let adoption = &table.ruling.adopted.adoption;
    let (head, rules) = (table.head.to_string(), rule_statuses(messages, table));
    let values = [
        ("plan", Arg::Text(adoption.id.as_str())),
        ("version", Arg::Shown(&adoption.version)),
        ("size", Arg::Shown(&table.size)),
        ("rules", Arg::Text(&rules)),
        ("head", Arg::Text(&head)),
    ];
    let dim = Style::new().dimmed();
    format!("\n{dim}{}{dim:#}\n", wrapped(&messages.say("table-foot-whole", &values), width))
}

/// Which plan ruled, and which entries were known.
pub(super) fn foot(messages: &Messages, adoption: &Adoption, size: u64, head: Hash, width: u16) -> String {
    let dim = Style::new().dimmed();
    format!("\n{dim}{}{dim:#}\n", wrapped(&foot_words(messages, adoption, size, head), width))
}

/// The same as words alone.
pub(super) fn foot_words(messages: &Messages, adoption: &Adoption, size: u64, head: Hash) -> String {
    let values = [
        ("plan", Arg::Text(adoption.id.as_str())),
        ("version", Arg::Shown(&adoption.version)),
        ("size", Arg::Shown(&size)),
        ("head", Arg::Text(&head.short())),
    ];
    messages.say("table-foot", &values)
}

/// What the marks of grades, n/d and ≠ mean, a line each.
pub(super) fn legend_lines(messages: &Messages) -> Vec<String> {
    let grades = [("●", "grade-documented"), ("◐", "grade-itemised"), ("○", "grade-reported")];
    let grades = grades.iter().map(|(mark, id)| format!("{mark} {}", messages.word(id)));
    vec![grades.collect::<Vec<_>>().join(" · "), legend_marks(messages)]
}

/// What n/d and ≠ mean.
pub(super) fn legend_marks(messages: &Messages) -> String {
    messages.word("table-legend")
}
