//! Bytes as disks give them: entries, the index, the twin.

use std::cell::RefCell;
use std::fs;
use std::sync::Arc;

use jalon::event::{Entry, Glance, Hash, Skim, decode, decode_value, encode, encode_value, link};
use jalon::figures::State;
use jalon::ledger::{Known, replay_for_values};
use jalon::log::{Group, Log, LogError, MemoryLog, TwinReader};
use tempfile::TempDir;

use super::house::{self, show_table};

/// The strict decoder: what it reads is spelt again as it was, and what a glance
/// says of an entry is so. A line that is skimmed is an entry.
pub fn entry(bytes: &[u8]) {
    if let Ok(members) = decode(bytes) {
        let mut again = Vec::new();
        encode(&members, &mut again);
        assert_eq!(again, bytes, "an object is spelt as it was read");
    }
    if let Ok(value) = decode_value(bytes) {
        let mut again = Vec::new();
        encode_value(&value, &mut again);
        assert_eq!(again, bytes, "a value is spelt as it was read");
    }
    let (glance, link) = (Glance::at(bytes), link(bytes));
    let is_skimmed = Skim::read(bytes, &mut vec![]).is_some();
    let Ok(entry) = Entry::read(bytes) else {
        assert!(!is_skimmed, "what is skimmed is an entry");
        return;
    };
    assert!(entry.is_spelled(bytes));
    assert_eq!(entry.to_bytes().as_deref(), Ok(bytes), "an entry is spelt as it was read");
    let seen = glance.unwrap();
    let said = &entry.draft;
    assert_eq!((seen.id, &seen.kind), (said.id, &said.kind));
    assert_eq!(
        (seen.recorded, seen.sequence, seen.previous),
        (entry.recorded, entry.sequence, entry.previous)
    );
    assert_eq!(Hash(hex(&bytes[link.unwrap()])), entry.previous, "a link is the hash before");
}

fn hex(digits: &[u8]) -> [u8; 32] {
    std::str::from_utf8(digits).unwrap().parse::<Hash>().unwrap().0
}

thread_local! {
    /// A state for values to which the entries about no activity were told.
    static FOR_VALUES: State = house::with(|fixture| {
        let mut log = MemoryLog::new(link);
        log.append(&fixture.lines).unwrap();
        replay_for_values(&log, Known::Now).unwrap()
    });
    /// A folder with an empty twin.
    static FOLDER: RefCell<TempDir> = RefCell::new(tempfile::tempdir().unwrap());
}

/// The packed index, behind four bytes that say how long that is which says where its
/// sections lie: whatever it says, it is taken or left, and there is a table.
pub fn index(bytes: &[u8]) {
    let Some((length, rest)) = bytes.split_first_chunk() else { return };
    let length = usize::try_from(u32::from_le_bytes(*length)).unwrap();
    let Some((places, sections)) = rest.split_at_checked(length) else { return };
    FOR_VALUES.with(|whole| {
        let mut state = whole.clone();
        let end = (whole.size(), whole.head(), whole.recorded().unwrap());
        if state.take_index(places, Arc::new(sections.to_vec()), end) {
            show_table(&state);
        }
    });
}

/// A segment of the twin, packed where its bytes begin as such: its lines are
/// read through, one by one and many at once, as often as its head says.
pub fn twin(bytes: &[u8]) {
    const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
    FOLDER.with_borrow(|folder| {
        let lines = folder.path().join("lines");
        let end = if bytes.starts_with(ZSTD) { ".jsonl.zst" } else { ".jsonl" };
        let _ = fs::create_dir(&lines);
        let segment = lines.join(format!("{:020}{end}", 0));
        fs::write(&segment, bytes).unwrap();
        read_twin(folder);
        fs::remove_file(&segment).unwrap();
    });
}

fn read_twin(folder: &TempDir) {
    let Ok(twin) = TwinReader::open(folder.path()) else { return };
    let size = twin.head().size;
    twin.ignored();
    for read in [one_by_one(&twin), many_at_once(&twin)].into_iter().flatten() {
        assert_eq!(read, size, "as many lines as the head says");
    }
    let _ = twin.get(size / 2);
}

fn one_by_one(twin: &TwinReader) -> Result<u64, LogError> {
    twin.read(0)?.try_fold(0, |count, line| line.map(|_| count + 1))
}

fn many_at_once(twin: &TwinReader) -> Result<u64, LogError> {
    let (mut groups, mut group, mut count) = (twin.scan(0)?, Group::default(), 0);
    while let Some(filled) = groups.fill(&mut group) {
        filled?;
        count += group.lines().count() as u64;
    }
    Ok(count)
}
