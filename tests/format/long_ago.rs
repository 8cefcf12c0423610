//! What an entry says of one long ago, found by a verifier that skims activities and
//! by one that reads every line in full.

use jalon::audit::{Fault, Manner, Misstep, Sound, Verified, With, verify};
use jalon::event::{Entry, Hash};
use jalon::ledger::Through;
use serde_json::{Value, json};

use super::committed;
use super::story::{Pen, about, dated, occurred, with};
use crate::invented::Clock;

const HELD: &str = "example.quai.workshop.held";

/// One reading.
fn read_through(lines: &[Vec<u8>], manner: Manner) -> Verified {
    let again = Through::lines(|| Ok(Box::new(lines.iter().cloned().map(Ok))));
    verify(&again, With { manner, ..With::default() })
}

/// What a verifier finds that reads every line in full.
pub(crate) fn in_full(lines: &[Vec<u8>]) -> Result<Sound, Fault> {
    read_through(lines, Manner { skims: false }).end
}

/// What both find.
fn both(lines: &[Vec<u8>]) -> [Result<Sound, Fault>; 2] {
    [in_full(lines), read_through(lines, Manner::default()).end]
}

fn pen() -> Pen {
    let lines = committed();
    let last: Value = serde_json::from_slice(lines.last().unwrap()).unwrap();
    let clock = Clock(last["recordedtime"].as_str().unwrap().parse().unwrap());
    let mut pen = Pen::after(lines, clock);
    pen.begin_at(7_000, 1);
    pen
}

fn some_notes(pen: &mut Pen, count: usize) {
    for _ in 0..count {
        pen.write("jalon.note.recorded", json!({"data": {"text": "Entre-temps."}}));
    }
}

#[test]
fn ids_in_any_order_are_sound_and_one_that_stands_twice_is_found() {
    let mut pen = pen();
    // Older than all, newer than all, in between, back and forth.
    for number in [9_000, 100_000, 50_000, 8_000, 99_000, 20_000, 8_500] {
        pen.begin_at(number, 1);
        some_notes(&mut pen, 3);
    }
    for end in both(&pen.lines) {
        end.unwrap();
    }
    for number in [100_000, 8_001, 20_000, 7_999, 8_500] {
        let place = pen.lines.len() as u64;
        let mut again = Pen::after(pen.lines.clone(), later(&pen));
        again.begin_at(number, 1);
        let twice = {
            again.write("jalon.note.recorded", json!({"data": {"text": "Encore."}}));
            let id = Entry::read(again.lines.last().unwrap()).unwrap().draft.id;
            pen.lines.iter().any(|line| Entry::read(line).unwrap().draft.id == id)
        };
        assert_eq!(twice, number != 7_999, "{number}");
        // Whatever comes after it.
        again.begin_at(200_000, 1);
        some_notes(&mut again, 5);
        for end in both(&again.lines) {
            match end {
                Err(Fault::Id(found)) => assert!(twice && found == place, "{number}: {found}"),
                Ok(_) => assert!(!twice, "{number}"),
                Err(fault) => panic!("{number}: {fault}"),
            }
        }
    }
}

fn later(pen: &Pen) -> Clock {
    Clock(Entry::read(pen.lines.last().unwrap()).unwrap().recorded)
}

#[test]
fn an_activity_of_long_ago_is_corrected_judged_and_withdrawn() {
    let mut pen = pen();
    let fields = |attendees: u32| json!({"fields": {"attendees": attendees}});
    let held = pen.write(HELD, dated("2023-01-05", fields(3)));
    let first = pen.head();
    some_notes(&mut pen, 20);
    let correct = |replaces: Hash| {
        let data = json!({"content": fields(4), "reason": "Mieux su.", "replaces": replaces.to_string()});
        with(occurred("2023-01-05"), about(held, data))
    };
    let version = |hash: Hash| about(held, json!({"version": hash.to_string()}));
    pen.write("jalon.entry.corrected", correct(first));
    let second = pen.head();
    some_notes(&mut pen, 20);
    pen.begin_at(8_000, 2);
    pen.write("jalon.entry.approved", version(first));
    pen.write("jalon.entry.approved", version(second));
    for end in both(&pen.lines) {
        end.unwrap();
    }
    // Each names what it may not; it is told of the entry itself, whatever follows.
    let note = Hash::of(&pen.lines[pen.lines.len() - 5]);
    let wrong: [(&str, u64, Value, Misstep); 4] = [
        ("jalon.entry.corrected", 1, correct(first), Misstep::OtherVersion),
        ("jalon.entry.corrected", 1, correct(Hash::ZERO), Misstep::OtherVersion),
        ("jalon.entry.approved", 1, version(first), Misstep::OwnJudge),
        ("jalon.entry.approved", 2, version(note), Misstep::NoVersion),
    ];
    for (kind, by, members, misstep) in wrong {
        let mut pen = Pen::after(pen.lines.clone(), later(&pen));
        pen.begin_at(9_000, by);
        let place = pen.lines.len() as u64;
        pen.write(kind, members);
        some_notes(&mut pen, 3);
        for end in both(&pen.lines) {
            match end {
                Err(Fault::Misstep { sequence, reason, .. }) => {
                    assert_eq!((sequence, reason), (place, misstep), "{kind}");
                }
                other => panic!("{kind}: {other:?}"),
            }
        }
    }
}
