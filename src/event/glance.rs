//! A glance at an entry: what stands behind its `data`, without reading that.
//!
//! In canonical bytes the attributes behind `data` are plain texts in a fixed
//! order, of which no value holds a quotation mark or a brace, so they begin
//! behind the last brace but one. A glance tells no entry from other bytes that
//! end like one: it serves where the line's hash is compared, never to judge a
//! line.

use super::{EntryId, Hash, Moment};

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
        let body = line.strip_suffix(b"}")?;
        let start = body.iter().rposition(|byte| *byte == b'}')? + 1;
        let (mut id, mut kind, mut recorded, mut sequence, mut previous) = (None, None, None, None, None);
        // Between quotation marks: a comma, a name, a colon, a value.
        let mut parts = std::str::from_utf8(&body[start..]).ok()?.split('"');
        while parts.next() == Some(",") {
            let (name, ":", value) = (parts.next()?, parts.next()?, parts.next()?) else { return None };
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

#[cfg(test)]
mod tests {
    use super::Glance;

    #[test]
    fn what_stands_in_data_misleads_no_glance() {
        let id = "01a20b4f-7f28-7bff-8ae7-8f00408358ee";
        let behind = format!(
            r#","datacontenttype":"application/json","id":"{id}","prevhash":"{}","recordedtime":"2026-11-24T02:08:09.000000Z","sequence":"00000000000000000007","type":"org.x.a.b"}}"#,
            "0".repeat(64)
        );
        for data in ["{}", r#"{"datacontenttype":"}\",\"id\":\"x"}"#, r#"{"a":{"b":["}"]}}"#] {
            let glance = Glance::at(format!(r#"{{"data":{data}{behind}"#).as_bytes());
            let seen = glance.map(|it| (it.id.to_string(), it.sequence, it.kind));
            assert_eq!(seen, Some((id.to_owned(), 7, "org.x.a.b".to_owned())), "{data}");
        }
        for line in ["", "}", "{}", "}}", r#"{"data":{},"id":"x"}"#, r#"{"data":{},"id"}"#] {
            assert_eq!(Glance::at(line.as_bytes()), None, "{line}");
        }
    }
}
