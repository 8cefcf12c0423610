//! The twin: segments, half lines, and reading it alone.

use std::io::Read;

use super::*;
use crate::log::{Damage, Notice, TwinReader};

fn names(dir: &Path) -> Vec<String> {
    let lines = files(&dir.join("lines"));
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    lines.iter().map(|(path, _)| name(path)).collect()
}

#[test]
fn it_is_plain_lines_that_can_be_read_without_us() {
    let (dir, memory) = ledger(3);
    let text = fs::read(first_segment(dir.path())).unwrap();
    let lines: Vec<_> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let expected: Vec<_> = all(&memory).iter().map(|line| [line, &b"\n"[..]].concat()).collect();
    assert_eq!(lines, expected);
}

#[test]
fn full_segments_are_packed_and_named_by_their_first_sequence() {
    let dir = folder();
    let mut log = DurableLog::create(dir.path(), &small_segments()).unwrap();
    let mut memory = MemoryLog::new(link);
    for _ in 0..30 {
        append(&mut [&mut log, &mut memory], 1);
    }
    assert_same(&log, &memory);
    let found = names(dir.path());
    // A line has 86 or 87 bytes, so 12 of them fill a segment of 1,000.
    let expected =
        ["00000000000000000000.jsonl.zst", "00000000000000000012.jsonl.zst", "00000000000000000024.jsonl"];
    assert_eq!(found, expected);
    let packed = fs::File::open(dir.path().join("lines").join(expected[0])).unwrap();
    let mut text = Vec::new();
    zstd::Decoder::new(packed).unwrap().read_to_end(&mut text).unwrap();
    let plain: Vec<u8> = all(&memory)[..12].iter().flat_map(|line| [line, &b"\n"[..]].concat()).collect();
    assert_eq!(text, plain);
}

#[test]
fn it_can_be_read_alone() {
    let dir = folder();
    let mut log = DurableLog::create(dir.path(), &small_segments()).unwrap();
    let mut memory = MemoryLog::new(link);
    append(&mut [&mut log, &mut memory], 13);
    append(&mut [&mut log, &mut memory], 20);
    // The other process still holds it.
    let mut twin = TwinReader::open(dir.path()).unwrap();
    assert_eq!(twin.head(), memory.head());
    assert_eq!(all(&twin), all(&memory));
    for sequence in 0..40 {
        assert_eq!(twin.get(sequence).unwrap(), memory.get(sequence).unwrap());
    }
    assert!(matches!(twin.append(&[]), Err(LogError::ReadOnly)));
}

#[test]
fn a_large_segment_is_found_into_from_both_its_ends() {
    let dir = folder();
    let mut log = DurableLog::create(dir.path(), &options()).unwrap();
    let mut memory = MemoryLog::new(link);
    append(&mut [&mut log, &mut memory], 3_000);
    drop(log);
    let twin = TwinReader::open(dir.path()).unwrap();
    for sequence in (0..3_000).step_by(37).chain([2_999, 3_000]) {
        assert_eq!(twin.get(sequence).unwrap(), memory.get(sequence).unwrap());
    }
}

#[test]
fn an_end_that_does_not_fit_is_found_by_counting() {
    let (dir, memory) = ledger(40);
    let path = dir.path().join("end");
    let note = fs::read_to_string(&path).unwrap();
    let bytes = fs::metadata(first_segment(dir.path())).unwrap().len();
    let place = |bytes: u64| format!("bytes {bytes:020}");
    assert!(note.contains(&place(bytes)), "{note}");
    let without_place: String = note.split_inclusive('\n').take(2).collect();
    let wrong = [
        note.replace(&place(bytes), &place(bytes - 1)),
        note.replace(&place(bytes), &place(bytes + 1)),
        note.replace(&place(bytes), &place(0)),
        note.replace("segment 00000000000000000000", "segment 00000000000000000007"),
        note.replace("size 00000000000000000040", "size 00000000000000000041"),
        without_place,
        String::new(),
    ];
    for note in wrong {
        fs::write(&path, &note).unwrap();
        assert_eq!(TwinReader::open(dir.path()).map(|twin| all(&twin).len()).ok(), Some(40), "{note}");
        let log = open(dir.path()).unwrap();
        assert_same(&log, &memory);
        drop(log);
        assert!(fs::read_to_string(&path).unwrap().contains(&place(bytes)), "it is written anew");
    }
}

#[test]
fn a_line_lost_before_a_known_end_is_noticed_at_opening() {
    let (dir, _) = ledger(40);
    change(&first_segment(dir.path()), |bytes| {
        let end = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        bytes.drain(..=end);
    });
    let error = open(dir.path()).err().unwrap();
    let LogError::Damaged { twin, store, .. } = &error else { panic!("{error:?}") };
    assert_eq!((twin.unwrap().size, store.unwrap().size), (39, 40));
}

#[test]
fn every_truncation_of_an_unacknowledged_last_line_is_moved_aside() {
    let (dir, memory) = ledger(2);
    let next = line(memory.head(), b"not yet in the store");
    let whole = fs::read(first_segment(dir.path())).unwrap();
    for length in 1..=next.len() {
        let half = &next[..length];
        fs::write(first_segment(dir.path()), [&whole, half].concat()).unwrap();
        let reader = TwinReader::open(dir.path()).unwrap();
        assert_eq!(all(&reader), all(&memory), "a reader passes it over");
        assert!(matches!(
            reader.ignored(),
            Some(Notice::LineIgnored { sequence: 2, bytes }) if bytes == length as u64
        ));
        // Opening the store each time adds nothing to this test but time.
        if length % 30 != 0 && length != next.len() {
            continue;
        }
        let mut log = open(dir.path()).unwrap();
        let notices = log.take_notices();
        let [Notice::LineMovedAside { sequence: 2, path, .. }] = &notices[..] else {
            panic!("{notices:?}");
        };
        assert_eq!(fs::read(path).unwrap(), half);
        let name = path.file_name().unwrap().to_string_lossy();
        assert!(name.starts_with("20240331T120000Z"), "{name}");
        assert_same(&log, &memory);
        assert_eq!(fs::read(first_segment(dir.path())).unwrap(), whole);
    }
}

#[test]
fn a_truncated_acknowledged_line_is_damage_and_nothing_is_written() {
    let (dir, memory) = ledger(3);
    let whole = fs::read(first_segment(dir.path())).unwrap();
    let last = all(&memory)[2].len() + 1;
    for cut in [1, 2, last / 2, last] {
        fs::write(first_segment(dir.path()), &whole[..whole.len() - cut]).unwrap();
        let before = files(&dir.path().join("lines"));
        let error = open(dir.path()).err().unwrap();
        let LogError::Damaged { source, twin, store } = &error else {
            panic!("{error:?}");
        };
        assert!(matches!(**source, Damage::StoreLonger));
        assert_eq!((twin.unwrap().size, store.unwrap().size), (2, 3));
        assert_eq!(files(&dir.path().join("lines")), before);
        assert!(!dir.path().join("aside").exists());
    }
}

#[test]
fn a_missing_or_shortened_older_segment_is_noticed() {
    let dir = folder();
    let mut log = DurableLog::create(dir.path(), &small_segments()).unwrap();
    for _ in 0..30 {
        append(&mut [&mut log], 1);
    }
    let lines = dir.path().join("lines");
    let middle = lines.join("00000000000000000012.jsonl.zst");
    let kept = fs::read(&middle).unwrap();
    let plain = zstd::decode_all(&kept[..]).unwrap();
    let half = zstd::encode_all(&plain[..plain.len() - 86], 1).unwrap();
    let twice = zstd::encode_all(&plain.repeat(2)[..], 1).unwrap();
    let read = || {
        let twin = TwinReader::open(dir.path())?;
        twin.read(0)?.collect::<Result<Vec<_>, _>>()
    };
    assert_eq!(read().unwrap().len(), 30);
    fs::remove_file(&middle).unwrap();
    assert!(read().is_err());
    for wrong in [half, twice, kept[..kept.len() / 2].to_vec()] {
        fs::write(&middle, wrong).unwrap();
        assert!(read().is_err());
    }
}
