//! The labels of a table's rows and groups, by which printed words are tied to
//! them.

use std::collections::BTreeSet;

use crate::figures::{ExtraRow, GroupTable, RowTable, Table};
use crate::plan::{Indicator, Near, Unit, Words, folded};

/// A row or a group with the words that name it.
pub(super) struct Label<'a> {
    /// Its id.
    pub(super) id: &'a str,
    /// The indicator; none for a group.
    pub(super) indicator: Option<&'a Indicator>,
    /// What people read, with its heading.
    title: Words,
    /// Its label in both languages, folded.
    own: [String; 2],
    /// The same with its heading before it.
    full: [String; 2],
    /// What it stands under: group and objective, in both languages, folded.
    above: Vec<String>,
    /// The words that say something, of each language.
    pub(super) words: [BTreeSet<String>; 2],
}

/// All labels of a table.
pub(super) struct Labels<'a>(pub(super) Vec<Label<'a>>);

/// To what words are tied.
pub(super) enum Found<'a> {
    /// One row or group.
    One(&'a str),
    /// One of these, or none.
    Perhaps(Vec<Near>),
}

impl<'a> Labels<'a> {
    pub(super) fn of(table: &Table<'a>) -> Self {
        let mut all = Vec::new();
        for objective in &table.objectives {
            let above = objective.objective.label.each().map(folded);
            objective.groups.iter().for_each(|group| add(&mut all, group, &above));
        }
        for extra in &table.supplementary {
            match extra {
                ExtraRow::Group(group) => add(&mut all, group, &[]),
                ExtraRow::Narrative(row) => all.push(Label::of_row(row, &[])),
            }
        }
        Self(all)
    }

    /// The row or group that a line of a table is, by its label, the heading above
    /// it and the titles that it stands under.
    pub(super) fn row(
        &self,
        label: &str,
        heading: Option<&str>,
        above: &[&str],
        is_group: bool,
    ) -> Found<'a> {
        let (label, heading) = (folded(label), heading.map(folded).unwrap_or_default());
        let full = format!("{heading} {label}");
        let of_kind = || self.0.iter().filter(|it| it.indicator.is_none() == is_group);
        let is_called =
            |it: &&Label<'_>| it.own.contains(&label) || it.full.contains(&label) || it.full.contains(&full);
        let mut found: Vec<&Label<'a>> = of_kind().filter(is_called).collect();
        let above: Vec<String> =
            above.iter().map(|title| folded(title)).filter(|it| !it.is_empty()).collect();
        narrow(&mut found, |it| it.full.contains(&full) || it.full.contains(&label));
        narrow(&mut found, |it| above.iter().filter(|title| it.is_under(title)).count() == above.len());
        narrow(&mut found, |it| above.iter().any(|title| it.is_under(title)));
        match found.as_slice() {
            [one] => Found::One(one.id),
            several => Found::Perhaps(several.iter().take(SHOWN).map(|it| it.near()).collect()),
        }
    }
}

/// Labels that are offered.
pub(super) const SHOWN: usize = 3;

/// Keeps those for which something holds, where it holds for some.
fn narrow<'l, 'a>(found: &mut Vec<&'l Label<'a>>, holds: impl Fn(&Label<'a>) -> bool) {
    if found.len() > 1 && found.iter().any(|it| holds(it)) {
        found.retain(|it| holds(it));
    }
}

fn add<'a>(all: &mut Vec<Label<'a>>, group: &GroupTable<'a>, above: &[String]) {
    let label = &group.group.label;
    all.push(Label {
        id: &group.group.id,
        indicator: None,
        title: label.clone(),
        own: label.each().map(folded),
        full: label.each().map(folded),
        above: above.to_vec(),
        words: label.each().map(telling),
    });
    let above: Vec<String> = above.iter().cloned().chain(label.each().map(folded)).collect();
    all.extend(group.rows.iter().map(|row| Label::of_row(row, &above)));
}

impl<'a> Label<'a> {
    fn of_row(row: &RowTable<'a>, above: &[String]) -> Self {
        let indicator = row.indicator;
        let title = indicator.title();
        Self {
            id: &indicator.id,
            indicator: Some(indicator),
            own: indicator.label.each().map(folded),
            full: title.each().map(folded),
            above: above.to_vec(),
            words: title.each().map(telling),
            title,
        }
    }

    fn is_under(&self, title: &str) -> bool {
        // A title of a table may have its number before it.
        self.above.iter().any(|it| it == title || title.ends_with(it.as_str()))
    }

    /// What is offered of it.
    pub(super) fn near(&self) -> Near {
        Near { id: self.id.to_owned(), label: self.title.clone() }
    }

    /// Whether its values may be printed with this sign.
    pub(super) fn fits(&self, is_percent: bool, is_money: bool) -> bool {
        match self.indicator.map(Indicator::unit) {
            None | Some(Unit::Percent) => is_percent,
            Some(Unit::Money(_)) => !is_percent,
            Some(Unit::Words(_) | Unit::Number) => !is_percent && !is_money,
        }
    }
}

/// Words that say nothing of what is measured.
const SILENT: [&str; 44] = [
    "a",
    "an",
    "and",
    "au",
    "aux",
    "avec",
    "by",
    "ce",
    "cette",
    "d",
    "dans",
    "de",
    "des",
    "du",
    "en",
    "et",
    "for",
    "from",
    "in",
    "l",
    "la",
    "le",
    "les",
    "leur",
    "nombre",
    "nombres",
    "number",
    "of",
    "on",
    "or",
    "ou",
    "our",
    "par",
    "percentage",
    "pourcentage",
    "pour",
    "qui",
    "s",
    "sur",
    "the",
    "to",
    "un",
    "une",
    "with",
];

/// The words of a text that say something, without their plural.
pub(super) fn telling(text: &str) -> BTreeSet<String> {
    folded(text).split(' ').filter_map(told).collect()
}

/// A folded word without its plural; none of one that says nothing.
pub(super) fn told(word: &str) -> Option<String> {
    let says = !word.is_empty() && !SILENT.contains(&word) && !word.bytes().all(|it| it.is_ascii_digit());
    let singular = word.strip_suffix(['s', 'x']).filter(|it| it.len() > 2).unwrap_or(word);
    says.then(|| singular.to_owned())
}
