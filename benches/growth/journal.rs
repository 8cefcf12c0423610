//! The same activities as transactions of plain text accounting, each of its type
//! and of its year; the balances are how many there are of each.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use jalon::event::{Entry, types};

use crate::bodies;

/// How many entries there are of an account.
pub(crate) type Balances = BTreeMap<String, i64>;

/// Writes the transactions of so many activities and gives their balances.
///
/// beancount reads an account only after it was opened, which hledger does not know:
/// those lines come first for it.
pub(crate) fn write(lines: impl Iterator<Item = Vec<u8>>, count: usize, to: &Path) -> Balances {
    let (mut text, mut balances) = (Vec::new(), Balances::new());
    let entries = lines.map(|line| Entry::read(&line).unwrap());
    let activities = entries.filter(|entry| !entry.draft.kind.starts_with(types::PREFIX));
    for entry in activities.take(count) {
        let day = entry.draft.occurred.unwrap().from.to_string();
        let kind = bodies::short(&entry.draft.kind);
        let [of_type, of_year] = [type_account(kind), year_account(&day)];
        writeln!(text, "{day} * \"{kind}\"\n  {of_year}  1 ENTRY\n  {of_type}  -1 ENTRY\n").unwrap();
        *balances.entry(of_type).or_default() -= 1;
        *balances.entry(of_year).or_default() += 1;
    }
    std::fs::write(to, &text).unwrap();
    let mut beancount = BufWriter::new(File::create(to.with_extension("beancount")).unwrap());
    for account in balances.keys() {
        writeln!(beancount, "1970-01-01 open {account}").unwrap();
    }
    beancount.write_all(&text).unwrap();
    beancount.flush().unwrap();
    balances
}

/// The account of a type.
pub(crate) fn type_account(kind: &str) -> String {
    format!("Income:T-{}", kind.replace('.', "-"))
}

fn year_account(day: &str) -> String {
    format!("Assets:Y{}", &day[..4])
}
