//! Rows put together: what stands under which title, and its values.

use super::labels::{is_rate, is_sum, numbered, split_bare, split_number};
use super::levels::{Below, Leveled, cells_of, title};
use super::roles::{Heads, Role};
use super::said::Level;
use super::values::Reader;
use super::{
    AdoptError, AdoptTrouble, Ask, SeenGroup, SeenObjective, SeenPercent, SeenRow, Understood, Unread, Why,
};
use crate::event::{MAX_INDICATORS, MAX_TEXT, clean_line};
use crate::exchange::tabular::Cell;
use crate::exchange::{Spot, Unit};

/// What stands for rows below it as well.
#[derive(Default)]
pub(super) struct Carried {
    heading: Option<String>,
    /// Where the heading stands, as long as no row stands below it.
    idle: Option<(Spot, String)>,
    /// The heading in the column of labels, beside details.
    label: Option<String>,
    objective: Option<String>,
    group: Option<String>,
}

/// Puts rows together.
pub(super) struct Builder<'a> {
    pub heads: &'a Heads,
    pub reader: Reader<'a>,
    pub seen: Understood,
    pub carried: Carried,
}

impl Builder<'_> {
    /// Takes up the next row.
    pub(super) fn take(&mut self, row: &Leveled<'_>) -> Result<(), AdoptError> {
        // The name of a sum is that of no group, whatever stands beside it.
        let is_title = matches!(row.level, Level::Objective | Level::Group | Level::Heading);
        if is_title && is_sum(title(row.cells, self.heads)) {
            if let Some(cell) = row.cells.iter().find(|cell| !cell.is_empty()) {
                self.reader.tell(cell, Why::Sum);
            }
            return Ok(());
        }
        if is_title || row.below == Below::Apart {
            self.end_heading();
        }
        match row.level {
            Level::Nothing => {
                let first = row.cells.iter().find(|cell| !cell.is_empty());
                if let (Some(why), Some(cell)) = (&row.untaken, first) {
                    self.reader.tell(cell, why.clone());
                }
                Ok(())
            }
            Level::Objective => {
                let text = title(row.cells, self.heads);
                let (number, label) =
                    if row.is_counted { split_bare(text) } else { self.numbered(row.cells, text) };
                self.carried = Carried::default();
                self.seen.objectives.push(SeenObjective {
                    spot: self.place(row.cells),
                    number,
                    supposed: row.supposed,
                    label: Some(self.clean(row.cells, &label)?),
                    groups: vec![],
                });
                Ok(())
            }
            Level::Group => self.title_of_group(row),
            Level::Heading => {
                let text = title(row.cells, self.heads);
                let number = self.own_number(row.cells, text);
                let text = self.clean(row.cells, &numbered(number.as_deref(), text))?;
                self.carried.idle = self.place(row.cells).map(|spot| (spot, text.clone()));
                self.carried.heading = Some(text);
                self.carried.label = None;
                Ok(())
            }
            Level::Row | Level::Apart => self.row(row),
        }
    }

    fn title_of_group(&mut self, row: &Leveled<'_>) -> Result<(), AdoptError> {
        let text = title(row.cells, self.heads);
        let label = self.clean(row.cells, text)?;
        let number = self.own_number(row.cells, text);
        self.clean(row.cells, &numbered(number.as_deref(), &label))?;
        self.carried.label = None;
        let spot = self.place(row.cells);
        self.group(spot, Some(label), row.supposed);
        let percent = self.percent(row.cells);
        let group = self.seen.objectives.last_mut().and_then(|it| it.groups.last_mut());
        if let Some(group) = group {
            (group.percent, group.number) = (percent, number);
        }
        Ok(())
    }

    /// Ends the heading; that no row stands below it is told.
    fn end_heading(&mut self) {
        self.carried.heading = None;
        if let Some((spot, typed)) = self.carried.idle.take() {
            self.reader.unread.push(Unread { spot, typed, why: Why::Idle });
        }
    }

    /// The number in a column of its own.
    fn own_number(&self, cells: &[Cell], title: &str) -> Option<String> {
        self.text(cells, Role::Number).filter(|number| number != title)
    }

    /// The percentage that a row prints, in the last column that holds any.
    fn percent(&self, cells: &[Cell]) -> Option<SeenPercent> {
        cells_of(cells, self.heads, Role::Percent).last().and_then(|cell| self.reader.percent(cell))
    }

    /// Where the first words of a row stand.
    fn place(&self, cells: &[Cell]) -> Option<Spot> {
        cells.iter().find(|cell| !cell.is_empty()).map(|cell| self.reader.origin.of(cell))
    }

    /// Begins a group.
    fn group(&mut self, spot: Option<Spot>, label: Option<String>, supposed: bool) {
        if self.seen.objectives.is_empty() {
            self.seen.objectives.push(SeenObjective::default());
        }
        if let Some(objective) = self.seen.objectives.last_mut() {
            objective.groups.push(SeenGroup { spot, label, supposed, ..SeenGroup::default() });
        }
    }

    fn text(&self, cells: &[Cell], role: Role) -> Option<String> {
        cells_of(cells, self.heads, role).next().map(|cell| cell.text.trim().to_owned())
    }

    fn clean(&self, cells: &[Cell], text: &str) -> Result<String, AdoptError> {
        let text = text.trim().trim_start_matches(['•', '–', '—', '-', '·', '▪']).trim();
        clean_line(text, MAX_TEXT).map_err(|error| {
            let spot =
                cells.first().map_or_else(|| self.reader.origin.at(0, 0), |cell| self.reader.origin.of(cell));
            AdoptError::new(spot, error)
        })
    }

    /// The number of a title, in its own column or before its words.
    fn numbered(&self, cells: &[Cell], title: &str) -> (Option<String>, String) {
        let own = self.own_number(cells, title);
        let (before, after) = split_number(title);
        (own.or(before), after)
    }

    /// Begins the objective and the group that stand in columns of their own.
    fn columns_above(&mut self, cells: &[Cell]) -> Result<(), AdoptError> {
        if let Some(text) = self.text(cells, Role::Objective)
            && self.carried.objective.as_ref() != Some(&text)
        {
            let (number, label) = split_number(&text);
            let label = Some(self.clean(cells, &label)?);
            self.seen.objectives.push(SeenObjective {
                spot: self.place(cells),
                number,
                supposed: false,
                label,
                groups: vec![],
            });
            self.end_heading();
            self.carried = Carried { objective: Some(text), ..Carried::default() };
        }
        if let Some(text) = self.text(cells, Role::Group)
            && self.carried.group.as_ref() != Some(&text)
        {
            let label = self.clean(cells, &text)?;
            let spot = self.place(cells);
            self.end_heading();
            self.group(spot, Some(label), false);
            self.carried =
                Carried { group: Some(text), objective: self.carried.objective.take(), ..Carried::default() };
        }
        Ok(())
    }

    fn row(&mut self, row: &Leveled<'_>) -> Result<(), AdoptError> {
        let cells = row.cells;
        let first = cells.iter().find(|cell| !cell.is_empty());
        // Beside no label the name of a sum stands for none of what is above.
        let names_none =
            cells_of(cells, self.heads, Role::Label).chain(cells_of(cells, self.heads, Role::Detail));
        if let (None, Some(cell)) = (names_none.into_iter().next(), first.filter(|cell| is_sum(&cell.text))) {
            self.reader.tell(cell, Why::Sum);
            return Ok(());
        }
        self.columns_above(cells)?;
        let (label, detail) = (self.text(cells, Role::Label), self.text(cells, Role::Detail));
        let (heading, label) = match (label, detail) {
            (Some(heading), Some(detail)) => {
                self.carried.label = Some(self.clean(cells, &heading)?);
                (self.carried.label.clone(), detail)
            }
            (None, Some(detail)) => (self.carried.label.clone(), detail),
            (Some(label), None) => {
                self.carried.label = None;
                (self.carried.heading.clone(), label)
            }
            (None, None) => {
                if let Some(cell) = first {
                    self.reader.tell(cell, Why::NoLabel);
                }
                return Ok(());
            }
        };
        let spot = cells_of(cells, self.heads, Role::Detail)
            .chain(cells_of(cells, self.heads, Role::Label))
            .next()
            .or(first)
            .map_or_else(|| self.reader.origin.at(0, 0), |cell| self.reader.origin.of(cell));
        if is_sum(&label) {
            if let Some(cell) = first {
                self.reader.tell(cell, Why::Sum);
            }
            return Ok(());
        }
        let label = self.clean(cells, &label)?;
        let number = self.text(cells, Role::Number);
        self.clean(cells, &numbered(number.as_deref(), &label))?;
        if heading.is_some() && heading == self.carried.heading {
            self.carried.idle = None;
        }
        let mut row = SeenRow {
            spot,
            number,
            is_unsure: row.below == Below::Perhaps && heading.is_some(),
            heading,
            is_rate: is_rate(&label),
            label,
            unit: Unit::Bare,
            counted: None,
            target: None,
            percent: self.percent(cells),
            totals: vec![],
            absent: vec![],
            is_yearly: false,
        };
        self.values(cells, &mut row);
        if self.seen.objectives.last().is_none_or(|it| it.groups.is_empty()) {
            self.group(None, None, false);
        }
        let group = self.seen.objectives.last_mut().and_then(|it| it.groups.last_mut());
        if let Some(group) = group {
            group.rows.push(row);
        }
        Ok(())
    }

    /// The table, when all rows are taken.
    pub(super) fn finish(mut self, asks: Vec<Ask>, heads: Spot) -> Result<Understood, AdoptError> {
        self.end_heading();
        let mut seen = self.seen;
        self.reader.unread.append(&mut take_idle(&mut seen));
        self.reader.unread.sort_by_key(|it| (it.spot.line, it.spot.column));
        let count = seen.rows().count();
        let refused = |trouble| Err(AdoptError::new(heads.clone(), trouble));
        if count == 0 {
            return refused(AdoptTrouble::NoRows);
        }
        if count > MAX_INDICATORS {
            return refused(AdoptTrouble::TooMany(MAX_INDICATORS));
        }
        seen.unread = self.reader.unread;
        seen.asks = asks;
        seen.asks.append(&mut self.reader.asks);
        // The year that is asked for will say when the plan begins.
        let is_coming = seen.asks.iter().any(|ask| matches!(ask, Ask::Years { .. }));
        if seen.since.is_none() && !is_coming {
            let spot = Spot { line: 0, column: 0, ..heads };
            seen.asks.push(Ask::Since { spot });
        }
        Ok(seen)
    }
}

/// Takes out the titles below which no row stands.
fn take_idle(seen: &mut Understood) -> Vec<Unread> {
    let idle = |spot: Option<Spot>, label: Option<String>| {
        Some(Unread { spot: spot?, typed: label.unwrap_or_default(), why: Why::Idle })
    };
    let mut unread = Vec::new();
    for objective in &mut seen.objectives {
        for group in objective.groups.extract_if(.., |group| group.rows.is_empty()) {
            unread.extend(idle(group.spot, group.label));
        }
    }
    for objective in seen.objectives.extract_if(.., |objective| objective.groups.is_empty()) {
        unread.extend(idle(objective.spot, objective.label));
    }
    unread
}
