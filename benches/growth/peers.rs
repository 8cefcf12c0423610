//! Programs that add up as many transactions: hledger and beancount their journal,
//! DuckDB the exported lines. Who is not here is passed over with a word.
//!
//! Python is `python3`, or what JALON_BENCH_PYTHON names.

use std::ffi::OsString;
use std::path::Path;

use crate::grown::Grown;
use crate::journal::{self, Balances};
use crate::process::{Ended, Measured, is_here};
use crate::quantity::{Bound, Quantity};
use crate::replay::replayed;
use crate::rows::Rows;

/// So many transactions take hledger and beancount seconds; more take minutes.
const MOST_HLEDGER: usize = 100_000;
const MOST_BEANCOUNT: usize = 10_000;

const BEANCOUNT: &str = "
import collections, sys
from beancount import loader
entries, errors, options = loader.load_file(sys.argv[1])
assert not errors, errors[:3]
sums = collections.Counter()
for entry in entries:
    for posting in getattr(entry, 'postings', None) or ():
        sums[posting.account] += posting.units.number
for account, sum in sums.items():
    print(account, sum)
";

const DUCKDB: &str = "
import duckdb, sys
columns = {'type': 'VARCHAR', 'occurredfrom': 'VARCHAR'}
duckdb.sql('SET threads = 2')
read = duckdb.read_json(sys.argv[1], format='newline_delimited', columns=columns)
duckdb.sql(\"\"\"CREATE TABLE activity AS SELECT replace(substr(type, 12), '.', '-') AS kind,
    substr(occurredfrom, 1, 4) AS year FROM read WHERE type LIKE 'org.ceimia.%'\"\"\")
for kind, sum in duckdb.sql('SELECT kind, count(*) FROM activity GROUP BY kind').fetchall():
    print('Income:T-' + kind, -sum)
for year, sum in duckdb.sql('SELECT year, count(*) FROM activity GROUP BY year').fetchall():
    print('Assets:Y' + year, sum)
";

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    let (time, _) = replayed(grown);
    let ours = Quantity::rate(grown.size, time);
    beside_hledger(grown, rows, ours);
    beside_beancount(grown, rows, ours);
    beside_duckdb(grown, rows, ours);
}

fn beside_hledger(grown: &Grown, rows: &mut Rows, ours: Quantity) {
    let what = "full replay to all values, beside hledger's balances";
    if !is_here(&"hledger".into(), &["--version"]) {
        return rows.pass_over(what, "hledger is not here");
    }
    let count = grown.size.min(MOST_HLEDGER);
    let file = grown.scratch().join("activities.journal");
    let expected = journal::write(grown.lines(), count, &file);
    let transactions = transactions(&expected);
    let asked = ["-f", file.to_str().unwrap(), "balance", "--flat", "--no-total", "-O", "csv"];
    let ended = Measured::other("hledger", &asked).run().unwrap();
    assert_eq!(of_csv(&ended), expected);
    let beside = Quantity::rate(transactions, ended.time);
    let row = rows.row(what, ours).beside(&format!("hledger, {transactions}:"), beside);
    row.within(Bound::Least(20_000)).tell();
}

fn beside_beancount(grown: &Grown, rows: &mut Rows, ours: Quantity) {
    let what = "full replay to all values, beside beancount's balances";
    if !is_here(&python(), &["-c", "import beancount"]) {
        return rows.pass_over(what, "beancount is not here");
    }
    let count = grown.size.min(MOST_BEANCOUNT);
    let file = grown.scratch().join("activities.journal");
    let expected = journal::write(grown.lines(), count, &file);
    let transactions = transactions(&expected);
    // What it read before would be taken from its cache.
    let ended =
        script(BEANCOUNT, &file.with_extension("beancount")).with("BEANCOUNT_DISABLE_LOAD_CACHE", "1");
    let ended = ended.run().unwrap();
    assert_eq!(of_words(&ended), expected);
    let beside = Quantity::rate(transactions, ended.time);
    rows.row(what, ours).beside(&format!("beancount, {transactions}:"), beside).tell();
}

fn beside_duckdb(grown: &Grown, rows: &mut Rows, ours: Quantity) {
    let what = "full replay to all values, beside DuckDB's counts";
    if !is_here(&python(), &["-c", "import duckdb"]) {
        return rows.pass_over(what, "DuckDB is not here");
    }
    let expected = journal::write(grown.lines(), usize::MAX, &grown.scratch().join("activities.journal"));
    let ended = script(DUCKDB, &grown.export()).run().unwrap();
    assert_eq!(of_words(&ended), expected);
    rows.row(what, ours).beside("DuckDB, all lines:", Quantity::rate(grown.size, ended.time)).tell();
}

/// Each transaction adds one to its year.
fn transactions(balances: &Balances) -> usize {
    usize::try_from(balances.values().filter(|sum| **sum > 0).sum::<i64>()).unwrap()
}

fn python() -> OsString {
    std::env::var_os("JALON_BENCH_PYTHON").unwrap_or_else(|| "python3".into())
}

fn script(text: &str, file: &Path) -> Measured {
    Measured::other(python().to_str().unwrap(), &["-c", text, file.to_str().unwrap()])
}

/// Lines of an account and its sum.
fn of_words(ended: &Ended) -> Balances {
    let text = std::str::from_utf8(&ended.out).unwrap();
    let pairs = text.lines().map(|line| line.split_once(' ').unwrap());
    pairs.map(|(account, sum)| (account.to_owned(), sum.parse().unwrap())).collect()
}

/// `"account","12 ENTRY"`, below a head.
fn of_csv(ended: &Ended) -> Balances {
    let mut rows = csv::Reader::from_reader(ended.out.as_slice());
    let rows = rows.records().map(Result::unwrap);
    rows.map(|row| (row[0].to_owned(), row[1].trim_end_matches(" ENTRY").parse().unwrap())).collect()
}
