//! Targets and totals as a table prints them.

use std::collections::BTreeSet;

use super::said::AdoptSaid;
use super::{Ask, SeenPercent, Unread, Why};
use crate::event::{Currency, Exact, Precision};
use crate::exchange::tabular::{Cell, Given, Origin};
use crate::exchange::typed::echo;
use crate::exchange::{AmountError, Spot, Unit, folded, typed_amount};

/// What stands in a cell in place of a value that is not there, folded.
const ABSENT: &[&str] =
    &["", "n d", "nd", "n a", "na", "s o", "so", "non disponible", "not available", "nsp"];

/// A value as it is printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Printed {
    pub value: Exact,
    pub precision: Option<Precision>,
    pub unit: Unit,
}

/// What reading values rests on, and what came up in reading them.
pub(super) struct Reader<'a> {
    pub origin: &'a Origin,
    currency: Option<Currency>,
    thousands: Option<char>,
    points: BTreeSet<char>,
    /// The targets that are said, by the number of their row.
    targets: Vec<(usize, Option<String>)>,
    pub asks: Vec<Ask>,
    pub unread: Vec<Unread>,
}

impl<'a> Reader<'a> {
    /// A reader of the values in these cells, of which some show how numbers
    /// are written: a mark that stands twice is between thousands, one before
    /// other than three digits begins the decimals.
    pub(super) fn new<'c>(
        origin: &'a Origin,
        said: &AdoptSaid,
        cells: impl Iterator<Item = &'c Cell>,
    ) -> Self {
        let (mut groups, mut points) = (BTreeSet::new(), BTreeSet::new());
        for cell in cells.filter(|cell| matches!(cell.given, Given::Text)) {
            marks(&cell.text, &mut groups, &mut points);
        }
        let shown: Vec<char> = groups.difference(&points).copied().collect();
        let shown = if let [one] = shown.as_slice() { Some(*one) } else { None };
        let thousands = said.thousands.or(shown);
        points.retain(|mark| !groups.contains(mark) && Some(*mark) != thousands);
        // Whoever says what groups says too that the other mark does not.
        points.extend(said.thousands.map(|mark| if mark == ',' { '.' } else { ',' }));
        let targets = said.targets.clone();
        Self { origin, currency: said.currency, thousands, points, targets, asks: vec![], unread: vec![] }
    }

    /// What is said of the target of a row, by its number: what it is, or that it
    /// has none.
    pub(super) fn said_target(&self, line: usize) -> Option<&(usize, Option<String>)> {
        self.targets.iter().rev().find(|(row, _)| *row == line)
    }

    /// Asks what a target is that is neither a number nor a bound.
    pub(super) fn ask_target(&mut self, cell: &Cell) {
        let typed = echo(cell.typed().trim());
        self.asks.push(Ask::Target { spot: self.origin.of(cell), typed, row: cell.line });
    }

    /// The value of a cell; none where it holds none, or none that can be
    /// read, which is told or asked.
    pub(super) fn value(&mut self, cell: &Cell) -> Option<Printed> {
        if let Given::Fault(fault) = &cell.given {
            self.tell(cell, Why::Fault(fault.clone()));
            return None;
        }
        if is_absent(cell) {
            return None;
        }
        let typed = self.one_way(cell);
        let home = self.currency.unwrap_or(Currency::NONE);
        match typed_amount(&typed, home) {
            Ok(amount) => {
                Some(Printed { value: amount.value, precision: amount.precision, unit: amount.unit })
            }
            Err(error) => {
                let (spot, typed) = (self.origin.of(cell), echo(&cell.typed()));
                match error {
                    AmountError::WhichCurrency { .. } => self.ask(Ask::Currency { spot, typed }),
                    AmountError::TwoReadings { .. } => self.ask(Ask::Thousands { spot, typed }),
                    error => self.tell(cell, Why::Amount(error)),
                }
                None
            }
        }
    }

    /// A percentage, to be compared and not kept: what cannot be read as one is
    /// passed over.
    pub(super) fn percent(&self, cell: &Cell) -> Option<SeenPercent> {
        let amount = typed_amount(&self.one_way(cell), Currency::NONE).ok()?;
        let is_bare = match amount.unit {
            Unit::Bare => true,
            Unit::Percent => false,
            Unit::Currency(_) => return None,
        };
        let printed = cell.typed().trim().to_owned();
        Some(SeenPercent { value: amount.value, is_bare, printed, spot: self.origin.of(cell) })
    }

    /// The unit that a column of units says: a percentage or a currency; what
    /// else stands there is counted.
    pub(super) fn unit(&mut self, cell: &Cell) -> Unit {
        let spot = self.origin.of(cell);
        self.unit_of(&cell.text, &spot)
    }

    /// The same of words that stand at a place.
    pub(super) fn unit_of(&mut self, words: &str, spot: &Spot) -> Unit {
        let home = self.currency.unwrap_or(Currency::NONE);
        match typed_amount(&format!("1 {words}"), home) {
            Ok(amount) => amount.unit,
            Err(AmountError::WhichCurrency { .. }) => {
                self.ask(Ask::Currency { spot: spot.clone(), typed: echo(words) });
                Unit::Bare
            }
            Err(_) => Unit::Bare,
        }
    }

    /// Notes why a cell is not taken.
    pub(super) fn tell(&mut self, cell: &Cell, why: Why) {
        self.unread.push(Unread { spot: self.origin.of(cell), typed: echo(&cell.text), why });
    }

    /// Asks the same once.
    fn ask(&mut self, ask: Ask) {
        let kind = std::mem::discriminant(&ask);
        if !self.asks.iter().any(|known| std::mem::discriminant(known) == kind) {
            self.asks.push(ask);
        }
    }

    /// The text of a cell, of which one mark before three digits is what the
    /// other cells show it to be.
    fn one_way(&self, cell: &Cell) -> String {
        let typed = cell.typed().into_owned();
        if !matches!(cell.given, Given::Text) {
            return typed;
        }
        if let Some(mark) = self.thousands.filter(|mark| typed.matches(*mark).count() == 1) {
            return typed.replace(mark, "");
        }
        // With a fourth decimal the mark can stand between thousands no more.
        match self.points.iter().find(|mark| typed.matches(**mark).count() == 1) {
            Some(mark) => with_fourth_decimal(&typed, *mark),
            None => typed,
        }
    }
}

pub(super) fn is_absent(cell: &Cell) -> bool {
    let text = folded(&cell.text);
    ABSENT.contains(&text.as_str())
}

/// Takes up what the marks of a number show.
fn marks(text: &str, groups: &mut BTreeSet<char>, points: &mut BTreeSet<char>) {
    for mark in [',', '.'] {
        let parts: Vec<&str> = text.split(mark).collect();
        if parts.len() > 2 && parts[1..].iter().all(|part| digits_at_start(part) == 3) {
            groups.insert(mark);
        }
        if let [before, after] = parts.as_slice() {
            let ends = before.ends_with(|letter: char| letter.is_ascii_digit());
            let decimals = digits_at_start(after);
            let other = if mark == ',' { '.' } else { ',' };
            if ends && decimals > 0 && (decimals != 3 || before.contains(other)) {
                points.insert(mark);
            }
            // Before a mark of the other kind that begins decimals.
            if ends && decimals == 3 && after[3..].starts_with(other) {
                groups.insert(mark);
            }
        }
    }
}

fn digits_at_start(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn with_fourth_decimal(text: &str, mark: char) -> String {
    let Some((before, after)) = text.split_once(mark) else { return text.to_owned() };
    let count = digits_at_start(after);
    if count == 3 { format!("{before}{mark}{}0{}", &after[..3], &after[3..]) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Unit};
    use crate::event::Currency;
    use crate::exchange::adopt::{AdoptSaid, Ask};
    use crate::exchange::tabular::{Cell, Origin};

    fn read(texts: &[&str], said: &AdoptSaid) -> (Vec<String>, Vec<Ask>) {
        let cells: Vec<Cell> =
            texts.iter().enumerate().map(|(at, text)| Cell::new((*text).to_owned(), at + 1, 1)).collect();
        let origin = Origin::file("f");
        let mut reader = Reader::new(&origin, said, cells.iter());
        let shown = |cell: &Cell| {
            let printed = reader.value(cell)?;
            let sign = match printed.unit {
                Unit::Bare => "",
                Unit::Percent => "%",
                Unit::Currency(_) => "$",
            };
            Some(format!("{}{sign}", printed.value.to_decimal().unwrap_or_default()))
        };
        let values: Vec<Option<String>> = cells.iter().map(shown).collect();
        (values.into_iter().map(|value| value.unwrap_or_else(|| "-".to_owned())).collect(), reader.asks)
    }

    fn said() -> AdoptSaid {
        AdoptSaid { currency: "CAD".parse::<Currency>().ok(), ..AdoptSaid::default() }
    }

    #[test]
    fn what_other_cells_show_says_what_a_mark_is() {
        let (values, asks) = read(&["5,000,000$", "958,700$", "n/d", "20%", "—"], &said());
        assert_eq!(values, ["5000000$", "958700$", "-", "20%", "-"]);
        assert!(asks.is_empty(), "{asks:?}");
        let (values, _) = read(&["12,5", "1,234"], &said());
        assert_eq!(values, ["12.5", "1.234"]);
        let (values, _) = read(&["1.234,50", "1.234"], &said());
        assert_eq!(values, ["1234.5", "1234"]);
    }

    #[test]
    fn what_can_be_read_two_ways_is_asked_once() {
        let (values, asks) = read(&["1,234", "5,678", "5 $"], &AdoptSaid::default());
        assert_eq!(values, ["-", "-", "-"]);
        assert!(matches!(asks.as_slice(), [Ask::Thousands { .. }, Ask::Currency { .. }]), "{asks:?}");
        let (values, asks) = read(&["1,234", "5,678"], &AdoptSaid { thousands: Some(','), ..said() });
        assert_eq!((values, asks), (vec!["1234".to_owned(), "5678".to_owned()], vec![]));
        let (_, asks) = read(&["1,234,567", "1,5", "1,234"], &said());
        assert!(matches!(asks.as_slice(), [Ask::Thousands { .. }]), "{asks:?}");
    }
}
