//! The table of indicators itself, as this program writes it or as people keep
//! it: its rows are known by their labels.

use super::label::{Found, Labels};
use super::{Draft, DraftError, Tied};
use crate::audit::{Printed, Shown};
use crate::event::Period;
use crate::exchange::{
    AdoptError, AdoptSaid, AdoptTrouble, SeenGroup, SeenRow, SeenTotal, Setting, Spot, Years, printed_number,
    understand,
};
use crate::figures::Table;

/// Reads a table of indicators.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    table: &Table<'_>,
    labels: &Labels<'_>,
    setting: &Setting<'_>,
) -> Result<Draft, DraftError> {
    let mut said = AdoptSaid {
        as_at: Some(table.as_at),
        since: Some(table.ruling.first_day),
        currency: Some(setting.currency),
        year_end: Some(table.ruling.year_end),
        years: Some(Years::ToDate),
        none_left_out: true,
        ..AdoptSaid::default()
    };
    let mut seen = understand(file, bytes, &said);
    if let Err(AdoptError { trouble, .. }) = &seen
        && let AdoptTrouble::WhichSheet(names) = trouble.as_ref()
    {
        // A workbook has the table first, and what it is made of behind.
        said.sheet = names.first().cloned();
        seen = understand(file, bytes, &said);
    }
    let seen = seen.map_err(|error| match *error.trouble {
        AdoptTrouble::NoHeads => DraftError::Column { column: "indicator" },
        _ => DraftError::Adopt(error),
    })?;
    let mut reader = Reader { table, labels, setting, draft: Draft::default() };
    for objective in &seen.objectives {
        let title = objective.label.as_deref().unwrap_or_default();
        for group in &objective.groups {
            reader.group(group, title);
            let above = [title, group.label.as_deref().unwrap_or_default()];
            group.rows.iter().for_each(|row| reader.row(row, &above));
        }
    }
    Ok(reader.draft)
}

struct Reader<'r, 'a, 'l, 's> {
    table: &'r Table<'a>,
    labels: &'r Labels<'l>,
    setting: &'r Setting<'s>,
    draft: Draft,
}

impl Reader<'_, '_, '_, '_> {
    fn group(&mut self, group: &SeenGroup, objective: &str) {
        let (Some(label), Some(percent)) = (&group.label, &group.percent) else { return };
        let found = self.labels.row(label, None, &[objective], true);
        let printed = Printed { percent: self.shown(&percent.printed), ..of("group", label, &percent.spot) };
        self.push(printed, &percent.spot, found);
    }

    fn row(&mut self, row: &SeenRow, above: &[&str]) {
        let found = self.labels.row(&row.label, row.heading.as_deref(), above, false);
        let total = row.totals.iter().max_by_key(|total| total.to);
        let spot = total.map_or(&row.spot, |total| &total.spot);
        let words = match &row.heading {
            Some(heading) => format!("{heading} — {}", row.label),
            None => row.label.clone(),
        };
        let printed = Printed {
            target: row.target.as_ref().map(|it| self.shown(&it.printed)).unwrap_or_default(),
            delivered: total.map(|it| self.shown(&it.printed)).unwrap_or_default(),
            percent: row.percent.as_ref().map(|it| self.shown(&it.printed)).unwrap_or_default(),
            period: total.and_then(|total| self.days(total)),
            ..of("row", &words, spot)
        };
        self.push(printed, spot, found);
    }

    /// The days of a total that are not those of the table.
    fn days(&self, total: &SeenTotal) -> Option<Period> {
        let from = total.from.unwrap_or(self.table.ruling.first_day);
        (total.to != self.table.as_at).then(|| Period::new(from.min(total.to), total.to).ok()).flatten()
    }

    fn shown(&self, text: &str) -> Shown {
        printed_number(text, self.setting.currency)
    }

    fn push(&mut self, printed: Printed, spot: &Spot, found: Found<'_>) {
        let printed = match found {
            Found::One(id) => Printed { indicator: id.to_owned(), ..printed },
            Found::Perhaps(near) => {
                self.draft.tied.insert(self.draft.printed.len(), Tied::Perhaps(near));
                printed
            }
        };
        self.draft.push(printed, spot.clone());
    }
}

fn of(place: &str, words: &str, spot: &Spot) -> Printed {
    Printed { place: place.to_owned(), line: spot.within(), words: words.to_owned(), ..Printed::default() }
}
