//! The rows of a table of indicators, as words.

use crate::figures::{Comparison, GroupTable, ObjectiveTable, RowTable, Table};
use crate::present::{
    Arg, Bar, grade_marks, group_percent, percent_words, signed_words, target_words, value_words,
    with_headings,
};
use crate::web::chrome::View;
use crate::web::given::encoded;

/// Rows under one heading of the table.
pub(super) struct Section {
    pub number: String,
    pub label: String,
    pub reached: String,
    pub groups: Vec<Group>,
}

/// A group with its rows.
pub(super) struct Group {
    pub label: String,
    pub percent: String,
    /// Why there is no mean, where there is none.
    pub why: String,
    pub reached: String,
    pub rows: Vec<Line>,
}

/// A row.
pub(super) struct Line {
    pub heading: Option<String>,
    pub is_under: bool,
    pub label: String,
    pub href: String,
    pub target: String,
    pub value: String,
    pub percent: String,
    pub bar: Option<Bar>,
    pub marks: String,
    pub before: String,
    pub change: String,
}

/// What makes rows of tables.
pub(super) struct Rows<'r, 'a> {
    pub view: &'r View<'r>,
    pub comparison: Option<&'r Comparison<'a>>,
}

impl<'a> Rows<'_, 'a> {
    /// The objectives with their groups, then the groups without objective.
    pub(super) fn sections(&self, table: &Table<'a>) -> Vec<Section> {
        table.objectives.iter().map(|objective| self.section(objective)).collect()
    }

    fn section(&self, objective: &ObjectiveTable<'a>) -> Section {
        Section {
            number: objective.objective.number.clone().unwrap_or_default(),
            label: self.view.language().of(&objective.objective.label).to_owned(),
            reached: reached_words(self.view, objective.reached()),
            groups: objective
                .groups
                .iter()
                .filter(|group| !group.rows.is_empty())
                .map(|group| self.group(group))
                .collect(),
        }
    }

    pub(super) fn group(&self, group: &GroupTable<'a>) -> Group {
        let language = self.view.language();
        let lines = with_headings(&group.rows).map(|(heading, row)| Line {
            heading: heading.map(|words| language.of(words).to_owned()),
            ..self.line(row)
        });
        Group {
            label: language.of(&group.group.label).to_owned(),
            percent: group_percent(self.view.messages, group),
            why: self.why_no_mean(group),
            reached: reached_words(self.view, [group.reached, group.of]),
            rows: lines.collect(),
        }
    }

    /// That rows have no certain percentage, so that there is no mean of all.
    fn why_no_mean(&self, group: &GroupTable<'_>) -> String {
        if group.of == 0 || group.percent.is_some() {
            return String::new();
        }
        self.view.say("web-no-mean", &[("count", Arg::Count(group.without_percent()))])
    }

    pub(super) fn line(&self, row: &RowTable<'a>) -> Line {
        let messages = self.view.messages;
        let percent = row.percent.as_ref();
        let decimals = row.indicator.percentdecimals;
        let path = format!("/value/{}", encoded(&row.indicator.id));
        let older = self.comparison.and_then(|it| it.older_row(&row.indicator.id));
        let change = self.comparison.and_then(|it| it.change_of(row));
        Line {
            heading: None,
            is_under: row.indicator.heading.is_some(),
            label: self.view.language().of(&row.indicator.label).to_owned(),
            href: self.view.seen.given.link(&path, "", None),
            target: target_words(messages, row),
            value: value_words(messages, row),
            percent: percent.map(|ratio| percent_words(messages, ratio, decimals)).unwrap_or_default(),
            bar: percent.map(Bar::of),
            marks: grade_marks(&row.value),
            before: older.map(|older| value_words(messages, older)).unwrap_or_default(),
            change: change.map(|it| signed_words(messages, row.indicator, &it)).unwrap_or_default(),
        }
    }
}

/// How many reach their target, of how many; nothing where there is none.
pub(super) fn reached_words(view: &View<'_>, [reached, of]: [usize; 2]) -> String {
    if of == 0 {
        return String::new();
    }
    view.say("reached", &[("reached", Arg::Count(reached)), ("of", Arg::Count(of))])
}
