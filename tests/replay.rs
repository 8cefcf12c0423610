//! Replay reads lines in groups on all cores. What it says is what entries
//! say that are applied one after the other.

use std::sync::LazyLock;

use jalon::cli::CEIMIA;
use jalon::event::{Day, Entry, Hash};
use jalon::figures::{Filter, PlanChoice, Question, Ruling, State, table};
use jalon::ledger::{DeskError, Known, replay};
use jalon::log::{Head, Lines, Log, LogError};
use jalon::present::kpi_json;

static LINES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| CEIMIA.bundle.lines().unwrap());

/// Lines that no log would take, perhaps with an end that cannot be read.
struct Given {
    lines: Vec<Vec<u8>>,
    fails: bool,
}

impl Given {
    /// CEIMIA's lines, one of them changed.
    fn changed(at: usize, change: impl FnOnce(&mut Vec<u8>)) -> Self {
        let mut lines = LINES.clone();
        change(&mut lines[at]);
        Self { lines, fails: false }
    }
}

impl Log for Given {
    fn head(&self) -> Head {
        Head::default()
    }

    fn append(&mut self, _: &[Vec<u8>]) -> Result<(), LogError> {
        Err(LogError::ReadOnly)
    }

    fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        let failure = self.fails.then_some(Err(LogError::Stopped));
        let from = usize::try_from(from).unwrap();
        Ok(Box::new(self.lines[from..].iter().cloned().map(Ok).chain(failure)))
    }

    fn beside(&self) -> Result<Box<dyn Log + Send>, LogError> {
        Ok(Box::new(Self { lines: self.lines.clone(), fails: self.fails }))
    }
}

fn one_after_the_other(count: usize) -> State {
    let mut state = State::default();
    for line in &LINES[..count] {
        state.apply(Entry::read(line).unwrap(), Hash::of(line)).unwrap();
    }
    state
}

fn shown(state: &State) -> Option<String> {
    let day = Day::new(2024, 3, 31)?;
    let ruling = Ruling::at(state, &PlanChoice::default(), day).ok()?;
    Some(kpi_json(&table(&Question::new(state, &ruling, day, Filter::default()))).to_string())
}

#[test]
fn it_is_what_entries_say_one_after_the_other() {
    let log = Given { lines: LINES.clone(), fails: false };
    for known in [0, 1, 200, 500, LINES.len() - 1] {
        let state = replay(&log, Known::Sequence(known as u64)).unwrap();
        let expected = one_after_the_other(known + 1);
        assert_eq!((state.size(), state.head()), (expected.size(), expected.head()));
        assert_eq!(shown(&state), shown(&expected));
    }
    let whole = replay(&log, Known::Now).unwrap();
    assert_eq!(whole.size(), LINES.len() as u64);
}

/// What is wrong is told of the first place where something is, whichever
/// core comes upon it; what comes after what is known does not matter.
#[test]
fn the_first_fault_is_told() {
    for at in [0_usize, 3, 300, LINES.len() - 1] {
        let spoilt = Given::changed(at, |line| line.push(b' '));
        let told = replay(&spoilt, Known::Now);
        assert!(matches!(told, Err(DeskError::Entry { sequence, .. }) if sequence == at as u64));
        let before = (at as u64).checked_sub(1).map(Known::Sequence);
        assert!(
            before.is_none_or(|known| replay(&spoilt, known).is_err()),
            "the line that ends what is known"
        );
        let before = (at as u64).checked_sub(2).map(Known::Sequence);
        assert!(before.is_none_or(|known| replay(&spoilt, known).is_ok()));
    }
}

/// The lines may all be well formed: each is hashed and must be the one that
/// the next names.
#[test]
fn a_line_that_was_changed_with_care_is_told() {
    for at in [0_usize, 10, 400, LINES.len() - 2] {
        let changed = Given::changed(at, |line| {
            let name = b"\"recordedtime\":\"2026-";
            let year = line.windows(name.len()).position(|it| it == name).unwrap() + name.len() - 2;
            line[year] = b'5';
        });
        let told = replay(&changed, Known::Now);
        assert!(matches!(told, Err(DeskError::Replay(error)) if error.sequence == at as u64 + 1));
    }
}

#[test]
fn a_log_that_cannot_be_read_to_its_end_is_told() {
    let log = Given { lines: LINES.clone(), fails: true };
    assert!(matches!(replay(&log, Known::Now), Err(DeskError::Log(LogError::Stopped))));
    assert_eq!(replay(&log, Known::Sequence(20)).unwrap().size(), 21);
}
