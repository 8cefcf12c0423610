//! What was printed beside what the numbers give.

use std::collections::BTreeMap;

use crate::event::Exact;
use crate::figures::{GroupTable, RowTable, Table};

/// A printed value: one row of a file of published figures.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Printed {
    /// Where it stands: a row of the table, a group, or the text.
    pub place: String,
    /// Line of the source.
    pub line: String,
    /// The indicator, or the group for a group's percentage.
    pub indicator: String,
    /// The target as printed.
    pub target: String,
    /// The value as printed.
    pub delivered: String,
    /// The percentage as printed.
    pub percent: String,
}

/// How a printed value compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is what the numbers give.
    Agrees,
    /// It is not.
    Differs,
    /// It cannot be compared: no number, or nothing certain to compare with.
    Unchecked,
}

impl Verdict {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::Unchecked => "unchecked",
        }
    }
}

/// One comparison.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comparison {
    /// What was printed.
    pub printed: Printed,
    /// Which of its figures: target, delivered or percent.
    pub figure: &'static str,
    /// As printed.
    pub shown: String,
    /// As computed, when there is something.
    pub computed: Option<String>,
    /// How they compare.
    pub verdict: Verdict,
}

/// Compares every printed figure with the table.
pub fn reconcile(table: &Table<'_>, printed: &[Printed]) -> Vec<Comparison> {
    let groups: Vec<&GroupTable<'_>> = table.objectives.iter().flat_map(|it| &it.groups).collect();
    let extra = table.supplementary.iter().filter_map(|extra| match extra {
        crate::figures::ExtraRow::Group(group) => Some(group),
        crate::figures::ExtraRow::Narrative(_) => None,
    });
    let rows: BTreeMap<&str, &RowTable<'_>> = groups
        .iter()
        .copied()
        .chain(extra)
        .flat_map(|group| &group.rows)
        .map(|row| (row.indicator.id.as_str(), row))
        .collect();
    let mut compared = Vec::new();
    for it in printed {
        let row = rows.get(it.indicator.as_str());
        let group = groups.iter().find(|group| group.group.id == it.indicator);
        let decimals = row.map_or(0, |row| row.indicator.decimals);
        let target = row.and_then(|row| row.target).map(|target| target.value.exact());
        let delivered = row.filter(|row| row.value.is_certain()).and_then(|row| row.value.delivered.clone());
        let percent = row.map_or_else(|| group.and_then(|it| it.percent.clone()), |row| row.percent.clone());
        let hundredths = percent.map(|ratio| ratio * Exact::from(100_i64));
        let figures = [
            ("target", &it.target, target, decimals),
            ("delivered", &it.delivered, delivered, decimals),
            ("percent", &it.percent, hundredths, row.map_or(0, |row| row.indicator.percentdecimals)),
        ];
        for (figure, shown, computed, decimals) in figures.into_iter().filter(|it| !it.1.is_empty()) {
            let computed = computed.map(|number| number.round(decimals));
            let verdict = match (printed_number(shown), &computed) {
                (Some(shown), Some(computed)) if shown.round(decimals) == *computed => Verdict::Agrees,
                (Some(_), Some(_)) => Verdict::Differs,
                _ => Verdict::Unchecked,
            };
            compared.push(Comparison {
                printed: it.clone(),
                figure,
                shown: shown.clone(),
                computed,
                verdict,
            });
        }
    }
    compared
}

/// The number of a printed figure that is nothing but a number with a currency
/// or percent sign: `5,000,000$`, `$11,729,207`, `88%`, `7,11 %`. Words around
/// it, or a group that is not of three digits, make it something to read by
/// eye.
fn printed_number(shown: &str) -> Option<Exact> {
    let bare: String = shown
        .chars()
        .filter(|it| !matches!(it, '$' | '%' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
        .collect();
    let mut groups = bare.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let plain = match rest.as_slice() {
        [] => bare.clone(),
        groups if groups.iter().all(|group| group.len() == 3) => format!("{first}{}", groups.concat()),
        [decimals] => format!("{first}.{decimals}"),
        _ => return None,
    };
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::printed_number;

    #[test]
    fn printed_numbers_are_read_and_words_are_left() {
        let read = |shown: &str| printed_number(shown).and_then(|number| number.to_decimal());
        for (shown, number) in [
            ("5,000,000$", "5000000"),
            ("$11,729,207", "11729207"),
            ("88%", "88"),
            ("7,11 %", "7.11"),
            ("37", "37"),
        ] {
            assert_eq!(read(shown).as_deref(), Some(number), "{shown}");
        }
        for shown in ["", "quatre", "Plus de 950 k$", "↑182%", "3,3 M$", "1,2,3"] {
            assert_eq!(read(shown), None, "{shown}");
        }
    }
}
