//! A full verification, beside what the machine takes at least for the same bytes:
//! both copies read, unpacked, each line hashed twice and read strictly once, and the tree
//! over their hashes.

use crate::grown::Grown;
use crate::import::MEMORY;
use crate::limits::{Limits, least};
use crate::process::Measured;
use crate::quantity::{Bound, Quantity};
use crate::rows::Rows;

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    let limits = Limits::of(grown);
    let verify = Measured::jalon(&grown.ledger(), &["verify", "--format", "json"]);
    let ended = verify.run().unwrap();
    let found: serde_json::Value = serde_json::from_slice(&ended.out).unwrap();
    let entries = found["size"].as_u64().unwrap();
    assert!(entries >= grown.size as u64 && found["sound"] == true, "{found}");
    let ours = Quantity::rate(grown.size, ended.time);
    let all = Quantity::rate(grown.size, least(grown, limits.all_cores));
    let row = rows.row("full verify, whole process", ours).beside("limits, all cores", all);
    row.within(Bound::Is(Quantity::Rate(350_000))).within(Bound::Least(600)).tell();
    let aside = Quantity::rate(grown.size, least(grown, limits.side_by_side));
    rows.row("full verify, whole process", ours).beside("limits, lines side by side", aside).tell();
    let one = Quantity::rate(grown.size, least(grown, limits.one_core));
    rows.row("full verify, whole process", ours).beside("limits, one core", one).tell();
    rows.row("full verify, peak memory", Quantity::Bytes(ended.peak)).within(MEMORY).tell();
}
