//! SQLite, as those would use it who keep entries in it: write-ahead log, synced
//! at each commit, ids unique, entries found by type and day.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, params};

const TABLE: &str = "
    CREATE TABLE entry (
        sequence INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        hash BLOB NOT NULL,
        line TEXT NOT NULL
    ) STRICT;
    CREATE INDEX kind_and_day ON entry (kind, day);
";

/// A database of entries.
pub(crate) struct Database(Connection);

/// An entry of it.
pub(crate) struct Kept<'l> {
    pub(crate) id: [u8; 16],
    pub(crate) kind: &'l str,
    pub(crate) day: &'l str,
    pub(crate) line: &'l str,
}

impl Database {
    /// A new one in a file.
    pub(crate) fn create(path: &Path) -> Self {
        let connection = Connection::open(path).unwrap();
        connection.pragma_update(None, "journal_mode", "WAL").unwrap();
        connection.pragma_update(None, "synchronous", "FULL").unwrap();
        connection.execute_batch(TABLE).unwrap();
        Self(connection)
    }

    /// Adds entries in one transaction; durable when this returns.
    pub(crate) fn add<'l>(&mut self, entries: impl IntoIterator<Item = Kept<'l>>) {
        let transaction = self.0.transaction().unwrap();
        let insert = "INSERT INTO entry (id, kind, day, hash, line) VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut insert = transaction.prepare_cached(insert).unwrap();
        for it in entries {
            let hash = blake3::hash(it.line.as_bytes());
            insert.execute(params![it.id, it.kind, it.day, hash.as_bytes(), it.line]).unwrap();
        }
        drop(insert);
        transaction.commit().unwrap();
    }

    /// How many entries it has of each type.
    pub(crate) fn counts(&self) -> BTreeMap<String, usize> {
        let mut asked = self.0.prepare("SELECT kind, count(*) FROM entry GROUP BY kind").unwrap();
        let rows = asked.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?))).unwrap();
        rows.map(Result::unwrap).map(|(kind, count)| (kind, usize::try_from(count).unwrap())).collect()
    }
}
