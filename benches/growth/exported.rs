//! An export and a restore of all entries, as whole processes.

use std::fs::File;
use std::io::{BufReader, Read};
use std::process::ChildStdout;
use std::time::SystemTime;

use jalon::ledger::Folder;

use crate::grown::{Grown, restore};
use crate::import::MEMORY;
use crate::process::Measured;
use crate::quantity::Quantity;
use crate::rows::Rows;

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    let export = Measured::jalon(&grown.ledger(), &["export", "jsonl"]);
    let ended = export.run_reading(|out| check_export(grown, out));
    rows.row("export, whole process", Quantity::rate(grown.size, ended.time)).tell();
    rows.row("export, peak memory", Quantity::Bytes(ended.peak)).within(MEMORY).tell();
    let restored = grown.scratch().join("restored.jalon");
    match restore(grown, &restored) {
        Err(why) => rows.pass_over("restore, whole process", &why),
        Ok(ended) => {
            let reading = Folder::new(&restored, SystemTime::now()).read().unwrap();
            let last = grown.size as u64 - 1;
            assert_eq!(reading.line(last).unwrap(), grown.opened().read().unwrap().line(last).unwrap());
            rows.row("restore, whole process", Quantity::rate(grown.size, ended.time)).tell();
            rows.row("restore, peak memory", Quantity::Bytes(ended.peak)).within(MEMORY).tell();
        }
    }
    grown.scratch();
}

/// The exported bytes begin with those that were restored; what the restore added
/// comes after them.
fn check_export(grown: &Grown, out: ChildStdout) {
    let mut out = BufReader::with_capacity(1 << 20, out);
    let mut generated = BufReader::with_capacity(1 << 20, File::open(grown.export()).unwrap());
    let [mut found, mut expected] = [vec![0; 1 << 16], vec![0; 1 << 16]];
    loop {
        let read = generated.read(&mut expected).unwrap();
        if read == 0 {
            break;
        }
        out.read_exact(&mut found[..read]).unwrap();
        assert!(found[..read] == expected[..read], "the export is not what was restored");
    }
    std::io::copy(&mut out, &mut std::io::sink()).unwrap();
}
