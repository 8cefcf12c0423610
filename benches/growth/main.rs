//! What a ledger costs as it grows: generated logs of any size.
//!
//! ```text
//! cargo bench --bench growth -- write 1000000 FILE
//! ```
#![allow(clippy::print_stdout, reason = "the table is what it is for")]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]

mod generator;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};

use generator::Generator;

fn main() {
    let arguments: Vec<String> = std::env::args().filter(|it| it != "--bench").skip(1).collect();
    let [what, from, count, to] = arguments.as_slice() else { panic!("write FROM COUNT TO") };
    assert_eq!(what, "write");
    let lines: Vec<Vec<u8>> =
        BufReader::new(File::open(from).unwrap()).split(b'\n').map(Result::unwrap).collect();
    let mut out = BufWriter::with_capacity(1 << 20, File::create(to).unwrap());
    let count: usize = count.parse().unwrap();
    let grown = Generator::after(&lines).take(count - lines.len());
    let mut bytes = 0;
    for line in lines.iter().cloned().chain(grown) {
        bytes += line.len() + 1;
        out.write_all(&line).unwrap();
        out.write_all(b"\n").unwrap();
    }
    out.flush().unwrap();
    println!("{count} entries of {} bytes", bytes / count);
}
