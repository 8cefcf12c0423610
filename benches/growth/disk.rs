//! What a ledger takes on the disk, everything together.

use crate::grown::{Grown, bytes_of};
use crate::quantity::{Bound, Quantity};
use crate::rows::Rows;

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    let ledger = grown.ledger();
    let [bytes, kept] = bytes_of(&ledger);
    let export = Quantity::Bytes(grown.export_bytes());
    for (what, bytes) in [("disk, everything, as files say", bytes), ("disk, everything, as allocated", kept)]
    {
        let row = rows.row(what, Quantity::Bytes(bytes)).beside("exported lines", export);
        row.within(Bound::Most(600)).tell();
    }
    for part in ["lines", "store"] {
        let [_, kept] = bytes_of(&ledger.join(part));
        rows.row(&format!("disk, of that {part}/"), Quantity::Bytes(kept))
            .beside("exported lines", export)
            .tell();
    }
    let index = ledger.join("index").metadata().map_or(0, |it| it.len());
    rows.row("disk, of that index", Quantity::Bytes(index)).beside("exported lines", export).tell();
}
