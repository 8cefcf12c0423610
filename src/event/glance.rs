//! A glance at an entry: what stands behind its `data`, without reading that.
//!
//! In canonical bytes the attributes behind `data` are plain texts in a fixed
//! order, of which no value holds a quotation mark, so they are found from the
//! end of the line. A glance tells no entry from other bytes that end like one:
//! it serves where the line's hash is compared, never to judge a line.

use super::{EntryId, Hash, Moment};

/// The first attribute behind `data`. Within a text its quotation marks are
/// escaped, and a member of `data` of the same name stands before it.
const BEHIND_DATA: &str = "\"datacontenttype\":\"";

/// What a line says of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Glance {
    /// Its id.
    pub id: EntryId,
    /// Its type, with the ledger's prefix.
    pub kind: String,
    /// When it was appended.
    pub recorded: Moment,
    /// Its place.
    pub sequence: u64,
    /// The hash of the entry before it.
    pub previous: Hash,
}

impl Glance {
    /// Looks at a line; none where it does not end as an entry does.
    pub fn at(line: &[u8]) -> Option<Self> {
        let sought = BEHIND_DATA.as_bytes();
        let start = line.windows(sought.len()).rposition(|bytes| bytes == sought)?;
        let text = std::str::from_utf8(&line[start..]).ok()?;
        let (mut id, mut kind, mut recorded, mut sequence, mut previous) = (None, None, None, None, None);
        for member in text.strip_prefix('"')?.strip_suffix("\"}")?.split("\",\"") {
            let (name, value) = member.split_once("\":\"")?;
            match name {
                "id" => id = value.parse().ok(),
                "prevhash" => previous = value.parse().ok(),
                "recordedtime" => recorded = value.parse().ok(),
                "sequence" => sequence = value.parse().ok(),
                "type" => kind = Some(value.to_owned()),
                _ => {}
            }
        }
        Some(Self { id: id?, kind: kind?, recorded: recorded?, sequence: sequence?, previous: previous? })
    }
}
