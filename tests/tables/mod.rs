//! The table as files, read back by programs that are not ours: the same values
//! in every one of them, and no text that somebody typed does anything.

mod csv_file;
mod hostile;
mod pages;
mod sent;
mod workbook;

use jalon::event::Day;
use jalon::figures::{Comparison, Filter, PlanChoice, Question, Ruling, State, Table, table};
use jalon::present::{Language, Messages};

/// What is made of the table of a state at a date.
fn of_table<T>(state: &State, day: Day, make: impl FnOnce(&Table<'_>) -> T) -> T {
    let ruling = Ruling::at(state, &PlanChoice::default(), day).unwrap();
    make(&table(&Question::new(state, &ruling, day, Filter::default())))
}

/// What is made of the table of a state at a date, each value with what explains it.
fn of_listed<T>(state: &State, day: Day, make: impl FnOnce(&Table<'_>) -> T) -> T {
    of_table(state, day, |table| make(&table.listed(state)))
}

/// What is made of the tables of a state at two dates.
fn of_comparison<T>(state: &State, days: [Day; 2], make: impl FnOnce(&Comparison<'_>) -> T) -> T {
    let ruling = Ruling::at(state, &PlanChoice::default(), days[0]).unwrap();
    make(&Comparison::new(state, &ruling, days, &Filter::default()).unwrap())
}

fn both() -> [Messages; 2] {
    [Language::French, Language::English].map(Messages::new)
}
