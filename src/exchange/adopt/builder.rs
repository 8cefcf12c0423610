//! Rows put together: what stands under which title, and its values.

use super::levels::{Leveled, cells_of, title};
use super::roles::{Heads, Role};
use super::said::Level;
use super::values::{Printed, Reader};
use super::{
    AdoptError, AdoptTrouble, Ask, SeenGroup, SeenObjective, SeenPercent, SeenRow, SeenTarget, SeenTotal,
    Understood, Unread, Why,
};
use crate::event::{Day, Exact, MAX_INDICATORS, MAX_TEXT, Precision, clean_line};
use crate::exchange::tabular::Cell;
use crate::exchange::{Spot, Unit, folded};

/// What stands for rows below it as well.
#[derive(Default)]
pub(super) struct Carried {
    heading: Option<String>,
    /// The heading in the column of labels, beside details.
    label: Option<String>,
    objective: Option<String>,
    group: Option<String>,
}

/// A total as it is printed: its cell, its value and its days.
type PrintedTotal<'a> = (&'a Cell, Printed, Option<(Option<Day>, Day)>);

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
        match row.level {
            Level::Nothing => Ok(()),
            Level::Objective => {
                let (number, label) = self.numbered(row.cells, title(row.cells, self.heads));
                self.carried = Carried::default();
                self.seen.objectives.push(SeenObjective {
                    spot: self.place(row.cells),
                    number,
                    label: Some(self.clean(row.cells, &label)?),
                    groups: vec![],
                });
                Ok(())
            }
            Level::Group => {
                let label = self.clean(row.cells, title(row.cells, self.heads))?;
                self.carried.heading = None;
                self.carried.label = None;
                let spot = self.place(row.cells);
                self.group(spot, Some(label), row.supposed);
                let percent = self.percent(row.cells);
                let group = self.seen.objectives.last_mut().and_then(|it| it.groups.last_mut());
                if let Some(group) = group {
                    group.percent = percent;
                }
                Ok(())
            }
            Level::Heading => {
                self.carried.heading = Some(self.clean(row.cells, title(row.cells, self.heads))?);
                self.carried.label = None;
                Ok(())
            }
            Level::Row => self.row(row.cells),
        }
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
        let own = self.text(cells, Role::Number).filter(|number| number != title);
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
                label,
                groups: vec![],
            });
            self.carried = Carried { objective: Some(text), ..Carried::default() };
        }
        if let Some(text) = self.text(cells, Role::Group)
            && self.carried.group.as_ref() != Some(&text)
        {
            let label = self.clean(cells, &text)?;
            let spot = self.place(cells);
            self.group(spot, Some(label), false);
            self.carried =
                Carried { group: Some(text), objective: self.carried.objective.take(), ..Carried::default() };
        }
        Ok(())
    }

    fn row(&mut self, cells: &[Cell]) -> Result<(), AdoptError> {
        self.columns_above(cells)?;
        let first = cells.iter().find(|cell| !cell.is_empty());
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
        let mut row = SeenRow {
            spot,
            number: self.text(cells, Role::Number),
            heading,
            is_rate: is_rate(&label),
            label,
            unit: Unit::Bare,
            counted: None,
            target: None,
            percent: self.percent(cells),
            totals: vec![],
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

    /// Takes up the target and the totals of a row, all in one unit.
    fn values(&mut self, cells: &[Cell], row: &mut SeenRow) {
        let target_cell = cells_of(cells, self.heads, Role::Target).next();
        let target = target_cell.and_then(|cell| Some((cell, self.reader.value(cell)?)));
        // Without its days, which are asked, a value is read for what else is.
        let columns = self.seen.columns.iter().filter(|column| column.role == Role::Total);
        let filled = |at: usize| cells.get(at).filter(|cell| !cell.is_empty());
        let printed: Vec<_> = columns.filter_map(|column| Some((filled(column.at)?, column.days))).collect();
        let read = |(cell, days)| Some((cell, self.reader.value(cell)?, days));
        let totals: Vec<PrintedTotal<'_>> = printed.into_iter().filter_map(read).collect();
        let said = cells_of(cells, self.heads, Role::Unit).next();
        let mut units = target.iter().map(|(_, it)| it.unit).chain(totals.iter().map(|(_, it, _)| it.unit));
        let shown_unit = units.find(|unit| *unit != Unit::Bare);
        row.unit = shown_unit.unwrap_or_else(|| said.map_or(Unit::Bare, |cell| self.reader.unit(cell)));
        if row.unit == Unit::Bare
            && let Some(unit) = unit_in(&row.label)
        {
            row.unit = self.reader.unit_of(unit, &row.spot);
        }
        row.counted = said.map(|cell| cell.text.clone()).filter(|_| row.unit == Unit::Bare);
        // Percentages without their sign are known where none has one, and no
        // number may be the ratio.
        let are_bare = shown_unit.is_none();
        let one = Exact::from(1_i64);
        if let Unit::Currency(currency) = row.unit {
            self.seen.currency.get_or_insert(currency);
        }
        let fits = |printed: &Printed| {
            printed.unit == row.unit
                || printed.unit == Unit::Bare
                    && (matches!(row.unit, Unit::Currency(_))
                        || printed.value.is_zero()
                        || are_bare && printed.value > one)
        };
        for (cell, printed, days) in totals {
            if !fits(&printed) {
                self.reader.tell(cell, Why::Unit);
                continue;
            }
            let Some((from, to)) = days else { continue };
            let Printed { value, precision, .. } = printed;
            let (printed, spot) = (shown(cell), self.reader.origin.of(cell));
            row.totals.push(SeenTotal { from, to, value, precision, printed, spot });
        }
        if let Some((cell, printed)) = target {
            if !fits(&printed) {
                self.reader.tell(cell, Why::Unit);
            } else if let Some(is_most) = bound(printed.precision, &cell.text) {
                row.target = Some(SeenTarget { value: printed.value, is_most, printed: shown(cell) });
            } else {
                self.reader.tell(cell, Why::Rough);
            }
        }
    }

    /// The table, when all rows are taken.
    pub(super) fn finish(mut self, asks: Vec<Ask>, heads: Spot) -> Result<Understood, AdoptError> {
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

/// A value as a citation repeats it.
fn shown(cell: &Cell) -> String {
    cell.typed().trim().to_owned()
}

/// The unit that stands in brackets at the end of a label: `Satisfaction (%)`.
fn unit_in(label: &str) -> Option<&str> {
    let (_, inner) = label.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let inner = inner.trim();
    Some(inner.strip_prefix("en ").or_else(|| inner.strip_prefix("in ")).unwrap_or(inner))
}

/// Whether a target is the most that there may be, and not the least that there
/// shall be; none where it is only roughly one. What is to be more than it, or
/// less, has not reached it at the number itself.
fn bound(precision: Option<Precision>, text: &str) -> Option<bool> {
    let words = folded(text);
    let is_strict = text.contains(['<', '>'])
        || ["plus de", "moins de", "more than", "less than", "over", "under"]
            .iter()
            .any(|word| words.starts_with(word));
    match precision {
        None => Some(false),
        Some(Precision::AtLeast) if !is_strict => Some(false),
        Some(Precision::AtMost) if !is_strict => Some(true),
        Some(_) => None,
    }
}

/// Whether a label says by its first words that years do not add up to more of
/// it, whatever unit its numbers have.
fn is_rate(label: &str) -> bool {
    const RATES: &[&str] = &[
        "taux",
        "pourcentage",
        "proportion",
        "part",
        "ratio",
        "moyenne",
        "delai",
        "rate",
        "percentage",
        "percent",
        "share",
        "average",
        "mean",
        "median",
        "mediane",
        "score",
        "note",
        "indice",
        "index",
    ];
    let words = folded(label);
    let first = words.split(' ').next().unwrap_or_default();
    RATES.contains(&first) || label.trim_start().starts_with('%') || words.contains(" moyen")
}

/// A row of the table that its values are added up in.
fn is_sum(label: &str) -> bool {
    let text = folded(label);
    ["total", "total general", "grand total", "moyenne", "mean", "average", "somme", "sous total", "subtotal"]
        .contains(&text.as_str())
}

/// A title without the number before its words: `Objectif 1 : Former` is 1 and
/// Former, `2. Former` is 2 and Former.
fn split_number(title: &str) -> (Option<String>, String) {
    let whole = || (None, title.trim().to_owned());
    let is_number = |text: &str| {
        let text = text.trim_end_matches(['.', ')']);
        !text.is_empty()
            && text.len() <= 6
            && (text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                || text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')))
    };
    if let Some((before, after)) = title.split_once([':', '—', '–']) {
        let last = before.split_whitespace().last().unwrap_or_default();
        if is_number(last) && before.split_whitespace().count() <= 4 && !after.trim().is_empty() {
            return (Some(last.trim_end_matches(['.', ')']).to_owned()), after.trim().to_owned());
        }
    }
    match title.trim().split_once(' ') {
        Some((first, after)) if is_number(first) && first.ends_with(['.', ')']) => {
            (Some(first.trim_end_matches(['.', ')']).to_owned()), after.trim().to_owned())
        }
        _ => whole(),
    }
}

#[cfg(test)]
mod tests {
    use super::split_number;

    #[test]
    fn a_number_before_a_title_is_the_organisation_s_own() {
        for (title, number, label) in [
            ("Objectif 1 : Former", Some("1"), "Former"),
            ("Objectif stratégique no 2: Former", Some("2"), "Former"),
            ("Axe II — Former", Some("II"), "Former"),
            ("3. Former", Some("3"), "Former"),
            ("1.2) Former", Some("1.2"), "Former"),
            ("Former : 3 volets", None, "Former : 3 volets"),
            ("Former", None, "Former"),
        ] {
            assert_eq!(split_number(title), (number.map(str::to_owned), label.to_owned()), "{title}");
        }
    }
}
