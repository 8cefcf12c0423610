//! The workbook, read by calamine: numbers are numbers, formulas give what we
//! give, and each value leads to entries that make it.
#![expect(clippy::float_arithmetic, reason = "what a program that calculates in doubles would find")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use jalon::figures::{ExtraRow, RowTable, Table, Value};
use jalon::plan::{Indicator, Kind, Unit};
use jalon::present::{Messages, workbook};

use super::{both, of_comparison, of_listed};
use crate::ceimia::{state, year_end};

/// A sheet: its cells and its formulas, by row and column.
pub(super) struct Sheet {
    pub(super) cells: BTreeMap<(u32, u32), Data>,
    pub(super) formulas: BTreeMap<(u32, u32), String>,
}

impl Sheet {
    fn number(&self, at: (u32, u32)) -> Option<f64> {
        match self.cells.get(&at)? {
            Data::Float(number) => Some(*number),
            Data::Int(number) => number.to_string().parse().ok(),
            _ => None,
        }
    }

    fn text(&self, at: (u32, u32)) -> &str {
        match self.cells.get(&at) {
            Some(Data::String(text)) => text,
            _ => "",
        }
    }

    /// The row whose first column says this.
    fn row(&self, words: &str) -> u32 {
        let found = self
            .cells
            .iter()
            .find(|((_, column), cell)| *column == 0 && matches!(cell, Data::String(text) if text == words));
        found.unwrap_or_else(|| panic!("no row {words}")).0.0
    }
}

pub(super) fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let place = |(row, column, _): (usize, usize, &Data)| {
        (u32::try_from(row).unwrap(), u32::try_from(column).unwrap())
    };
    let names = book.sheet_names();
    let sheets = names.iter().map(|name| {
        let range = book.worksheet_range(name).unwrap();
        let formulas = book.worksheet_formula(name).unwrap();
        let (top, left) = formulas.start().unwrap_or_default();
        let formulas = formulas.used_cells().map(|(row, column, formula)| {
            let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
            (at, formula.clone())
        });
        let (first, _) = range.start().unwrap_or_default();
        let cells = range.used_cells().map(|it| {
            let (row, column) = place(it);
            ((first + row, column), it.2.clone())
        });
        Sheet { cells: cells.collect(), formulas: formulas.filter(|it| !it.1.is_empty()).collect() }
    });
    sheets.collect()
}

fn rows<'t, 'a>(table: &'t Table<'a>) -> Vec<&'t RowTable<'a>> {
    table.groups().flat_map(|group| &group.rows).collect()
}

/// A decimal as the nearest double, by another way than the program's.
fn double(ratio: &str) -> f64 {
    let (above, below) = ratio.split_once('/').unwrap_or((ratio, "1"));
    above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap()
}

/// Whether two numbers are one but for the last digit of a double.
fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= f64::EPSILON * one.abs().max(other.abs()).max(1.0) * 2.0
}

#[test]
fn values_and_percentages_are_numbers_that_equal_ours() {
    let state = state();
    for messages in both() {
        of_listed(&state, year_end(2024), |table| {
            let sheets = sheets(&workbook(&messages, &state, table, None).unwrap());
            check_table(&messages, table, &sheets[0]);
            check_contributions(table, &sheets[1]);
        });
    }
}

fn check_table(messages: &Messages, table: &Table<'_>, sheet: &Sheet) {
    let heads = ["Objectif", "Target"];
    let head = sheet.cells.iter().find(|((_, column), cell)| {
        *column == 1 && matches!(cell, Data::String(text) if heads.contains(&text.as_str()))
    });
    let mut at = head.unwrap().0.0;
    let mut means = 0;
    for row in rows(table) {
        let label = messages.language().of(&row.indicator.label);
        at = (at + 1..1_000).find(|at| sheet.text((*at, 0)) == label).unwrap();
        let delivered = row.value.delivered.as_ref();
        let Some(delivered) = delivered.filter(|_| row.value.is_certain()) else { continue };
        let percent = matches!(row.indicator.unit(), Unit::Percent);
        let value = double(&delivered.ratio()) / if percent { 100.0 } else { 1.0 };
        assert!(near(sheet.number((at, 2)).unwrap(), value), "{label}");
        match &row.percent {
            Some(ratio) => {
                assert_eq!(sheet.formulas[&(at, 3)], format!("C{0}/B{0}", at + 1), "{label}");
                let cached = sheet.number((at, 3)).unwrap();
                assert!(near(cached, double(&ratio.ratio())), "{label}");
                // What a program that calculates would find.
                let found = sheet.number((at, 2)).unwrap() / sheet.number((at, 1)).unwrap();
                assert!(near(cached, found), "{label}");
            }
            None => assert!(!sheet.formulas.contains_key(&(at, 3)), "{label}"),
        }
    }
    for group in table.groups().filter(|group| group.percent.is_some()) {
        means += 1;
        let found = sheet.formulas.iter().any(|(at, formula)| {
            let ratio = double(&group.percent.as_ref().unwrap().ratio());
            formula.starts_with("AVERAGE(D") && near(sheet.number(*at).unwrap(), ratio)
        });
        assert!(found, "{}", group.group.id);
    }
    let averages = sheet.formulas.values().filter(|it| it.starts_with("AVERAGE(")).count();
    assert_eq!((averages, means), (12, 12));
}

fn check_contributions(table: &Table<'_>, sheet: &Sheet) {
    for row in rows(table) {
        let at = sheet.row(&row.indicator.id);
        let kind = row.indicator.rule.kind.word();
        let sides = sheet.formulas.get(&(at, 8)).filter(|_| kind == "share");
        if let (Some(formula), Some(parts)) = (sides, &row.value.parts) {
            let whole = check_entries(sheet, row, &parts.0, at + 1);
            let end = check_entries(sheet, row, &parts.1, whole);
            assert_eq!(*formula, format!("I{}/I{}", at + 2, whole + 1));
            let found = sheet.number((at + 1, 8)).unwrap() / sheet.number((whole, 8)).unwrap();
            assert!(near(sheet.number((at, 8)).unwrap(), found), "{}", row.indicator.id);
            assert_ne!(sheet.text((end, 0)), row.indicator.id);
            continue;
        }
        check_entries(sheet, row, &row.value, at);
        let adds_up = ["count", "sum", "distinct", "mean"].contains(&kind);
        let adds_up = adds_up && !row.value.contributions.is_empty();
        assert!(!adds_up || sheet.formulas.contains_key(&(at, 8)), "{}", row.indicator.id);
    }
}

/// The invented organisation, in which every kind of value occurs: what stands
/// above entries is the ledger's own value, of a share the numbers of both sides.
#[test]
fn every_subtotal_is_its_value_of_every_kind() {
    let state = crate::fictif::state();
    let [french, _] = both();
    of_listed(&state, crate::fictif::last_day(), |table| {
        let sheets = sheets(&workbook(&french, &state, table, None).unwrap());
        let sheet = &sheets[1];
        let mut seen = BTreeSet::new();
        let told = table.supplementary.iter().filter_map(|extra| match extra {
            ExtraRow::Narrative(row) => Some(&**row),
            ExtraRow::Group(_) => None,
        });
        for row in rows(table).into_iter().chain(told) {
            let (kind, at) = (row.indicator.rule.kind, sheet.row(&row.indicator.id));
            seen.insert(kind.word());
            if kind == Kind::Narrative {
                assert!(!sheet.cells.contains_key(&(at, 8)) || sheet.text((at, 8)).is_empty());
                continue;
            }
            assert_number(sheet, at, row.indicator, &row.value, &row.indicator.id);
            let Some(parts) = row.value.parts.as_ref().filter(|_| kind == Kind::Share) else { continue };
            let mut at = at + 1;
            for (id, value) in [(&row.indicator.rule.part, &parts.0), (&row.indicator.rule.whole, &parts.1)] {
                let side = table.ruling.indicator(id.as_deref().unwrap()).unwrap();
                assert_number(sheet, at, side, value, &side.id);
                at = check_entries(sheet, row, value, at);
            }
        }
        assert_eq!(seen, crate::fictif::KINDS.map(Kind::word).into_iter().collect());
    });
}

/// The number of a row is that of a value, of a percentage its hundredth.
fn assert_number(sheet: &Sheet, at: u32, indicator: &Indicator, value: &Value, id: &str) {
    let scale = if indicator.unit() == Unit::Percent { 100.0 } else { 1.0 };
    let own = double(&value.delivered.as_ref().unwrap().ratio()) / scale;
    assert!(near(sheet.number((at, 8)).unwrap(), own), "{id}: {own}");
    assert!(sheet.formulas.contains_key(&(at, 8)), "{id} has no formula");
}

/// The entries of a value below its row, whose number follows from theirs; the
/// row behind them.
fn check_entries(sheet: &Sheet, row: &RowTable<'_>, value: &Value, at: u32) -> u32 {
    let count = u32::try_from(value.contributions.len()).unwrap();
    let under: Vec<u32> = (at + 1..=at + count).collect();
    for (it, at) in value.contributions.iter().zip(&under) {
        assert_eq!(sheet.text((*at, 0)), row.indicator.id);
        assert!(near(sheet.number((*at, 1)).unwrap(), double(&it.sequence.to_string())));
        assert_eq!(sheet.text((*at, 2)), it.id.to_string());
    }
    if let Some(formula) = sheet.formulas.get(&(at, 8)) {
        let area = format!("I{}:I{}", at + 2, at + 1 + count);
        let amounts = under.iter().filter_map(|at| sheet.number((*at, 8)));
        let (sum, told) = (amounts.sum::<f64>(), sheet.number((at, 8)).unwrap());
        if row.indicator.rule.kind.word() == "mean" {
            assert_eq!(*formula, format!("AVERAGE({area})"));
            assert!(near(told * f64::from(count), sum), "{}", row.indicator.id);
        } else {
            assert_eq!(*formula, format!("SUBTOTAL(9,{area})"));
            assert!(near(told, sum), "{}", row.indicator.id);
        }
    }
    at + 1 + count
}

/// A delivered value follows the sum of its entries on the other sheet.
#[test]
fn values_follow_their_entries() {
    let state = state();
    let [french, _] = both();
    of_listed(&state, year_end(2024), |table| {
        let sheets = sheets(&workbook(&french, &state, table, None).unwrap());
        let of_entries = |at: &(u32, u32)| sheets[1].formulas.contains_key(at);
        let led = sheets[0].formulas.iter().filter(|((_, column), _)| *column == 2);
        let mut seen = 0;
        for (at, formula) in led {
            let row = formula.trim_start_matches("'Apports'!I").trim_start_matches("Apports!I");
            let there = (row.parse::<u32>().unwrap() - 1, 8);
            assert!(of_entries(&there), "{formula}");
            assert_eq!(sheets[0].number(*at), sheets[1].number(there));
            seen += 1;
        }
        assert!(seen > 20, "{seen}");
        // What rules say and what is left out is called so that it is one row.
        let titles = (1..154).map(|at| sheets[3].text((at, 1))).collect::<BTreeSet<_>>();
        assert!(!titles.contains("Nationaux") && !titles.contains("Internationaux"), "{titles:?}");
    });
}

#[test]
fn what_was_left_out_is_told_with_its_reason() {
    let state = state();
    let [_, english] = both();
    of_listed(&state, year_end(2024), |table| {
        let sheets = sheets(&workbook(&english, &state, table, None).unwrap());
        let left: usize = rows(table).iter().map(|row| row.value.not_counted.len()).sum();
        let told = (1..1_000).take_while(|at| !sheets[2].text((*at, 8)).is_empty()).count();
        assert_eq!(told, left);
        assert_eq!(sheets[3].cells.keys().map(|(row, _)| row).max(), Some(&153));
        assert!(sheets[2].formulas.is_empty() && sheets[3].formulas.is_empty());
    });
}

#[test]
fn an_older_date_stands_beside_with_the_change() {
    let state = state();
    let [_, english] = both();
    of_comparison(&state, [year_end(2024), year_end(2023)], |it| {
        let sheets = sheets(&workbook(&english, &state, &it.newer, Some(it)).unwrap());
        let changes = sheets[0].formulas.iter().filter(|((_, column), _)| *column == 8);
        let changes: Vec<_> = changes.collect();
        let certain = rows(&it.newer).iter().filter(|row| it.change_of(row).is_some()).count();
        assert_eq!(changes.len(), certain);
        for ((row, _), formula) in changes {
            assert_eq!(*formula, format!("C{0}-G{0}", row + 1));
            let found = sheets[0].number((*row, 2)).unwrap() - sheets[0].number((*row, 6)).unwrap();
            assert!(near(sheets[0].number((*row, 8)).unwrap(), found));
        }
    });
}

#[test]
fn the_same_table_is_the_same_bytes() {
    let state = state();
    for messages in both() {
        let made = || of_listed(&state, year_end(2024), |it| workbook(&messages, &state, it, None).unwrap());
        assert!(made() == made());
    }
}

/// A value that is not one certain number is text, with the number beside it.
#[test]
fn what_is_uncertain_is_no_number() {
    let lines = crate::format::later::all();
    let mut log = jalon::log::MemoryLog::new(jalon::event::link);
    jalon::log::Log::append(&mut log, &lines).unwrap();
    let state = jalon::ledger::replay(&log, jalon::ledger::Known::Now).unwrap();
    let [french, _] = both();
    let mut seen = [0, 0];
    for day in ["2023-06-30", "2023-12-31", "2024-01-31"] {
        of_listed(&state, crate::invented::day(day), |table| {
            let sheets = sheets(&workbook(&french, &state, table, None).unwrap());
            for row in rows(table) {
                let label = french.language().of(&row.indicator.label);
                let at = sheets[0].row(label);
                match (&row.value.delivered, row.value.is_certain()) {
                    (None, _) => {
                        seen[0] += 1;
                        assert!(
                            ["n/d"].contains(&sheets[0].text((at, 2))) || !sheets[0].text((at, 2)).is_empty()
                        );
                        assert_eq!(sheets[0].number((at, 5)), None);
                    }
                    (Some(certain), false) => {
                        seen[1] += 1;
                        assert!(!sheets[0].text((at, 2)).is_empty(), "{label}");
                        let percent = matches!(row.indicator.unit(), Unit::Percent);
                        let value = double(&certain.ratio()) / if percent { 100.0 } else { 1.0 };
                        assert!(near(sheets[0].number((at, 5)).unwrap(), value), "{label}");
                        assert!(!sheets[0].formulas.contains_key(&(at, 3)));
                    }
                    (Some(_), true) => assert_eq!(sheets[0].number((at, 5)), None, "{label}"),
                }
            }
        });
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}
