//! Many record at the same time: what each is told is what stands in the log, and
//! the log is one that they could have made one after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use jalon::event::{Activity, Draft, Entry, EntryId, Hash, Json, Moment, link, object};
use jalon::ledger::{Command, Correction, Desk, DeskError, NewActivity, Receipt, Refusal, Scribe, Writer};
use jalon::log::{DurableLog, Head, Lines, Log, LogError, MemoryLog, Options};
use proptest::prelude::*;

use crate::invented::{FIRST, House, author, id, on};

/// Who record at the same time, and how many commands each gives.
const RECORDERS: u64 = 16;
const EACH: u64 = 25;

/// A log whose appends wait until they may go on, and fail where they are told to.
struct Gated {
    log: MemoryLog,
    gate: Receiver<Result<(), LogError>>,
    groups: Sender<usize>,
}

impl Log for Gated {
    fn head(&self) -> Head {
        self.log.head()
    }

    fn append(&mut self, lines: &[Vec<u8>]) -> Result<(), LogError> {
        let _ = self.groups.send(lines.len());
        self.gate.recv().unwrap_or(Ok(()))?;
        self.log.append(lines)
    }

    fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        self.log.read(from)
    }

    fn beside(&self) -> Result<Box<dyn Log + Send>, LogError> {
        self.log.beside()
    }
}

/// A scribe over a gated log of the invented organisation.
struct Counter {
    scribe: Arc<Scribe>,
    /// Lets one append go on.
    gate: Sender<Result<(), LogError>>,
    /// How many lines each append had.
    groups: Receiver<usize>,
    /// Something for each command that was decided and gets a new id.
    decided: Receiver<()>,
}

impl Counter {
    fn open() -> Self {
        let mut house = House::new(Box::new(MemoryLog::new(link)));
        let mut log = MemoryLog::new(link);
        log.append(&house.lines()).unwrap();
        let ((gate, waits), (told, groups), (count, decided)) = (channel(), channel(), channel());
        let desk = Desk::open(Box::new(Gated { log, gate: waits, groups: told })).unwrap();
        let ids = move || {
            let _ = count.send(());
            house.ids.next()
        };
        Self { scribe: Arc::new(Scribe::new(desk, ids).unwrap()), gate, groups, decided }
    }

    /// Gives a command in a thread of its own.
    fn asks(&self, command: Command) -> thread::JoinHandle<Result<Vec<Receipt>, DeskError>> {
        let scribe = Arc::clone(&self.scribe);
        thread::spawn(move || scribe.execute(command, writer(0)))
    }

    /// Lets so many appends go on, however commands share them.
    fn lets(&self, appends: usize) {
        (0..appends).for_each(|_| self.gate.send(Ok(())).unwrap());
    }

    /// The same, once it was decided.
    fn decides(&self, command: Command) -> thread::JoinHandle<Result<Vec<Receipt>, DeskError>> {
        let asking = self.asks(command);
        self.decided.recv().unwrap();
        asking
    }

    fn size(&self) -> u64 {
        self.scribe.committed().state().size()
    }
}

fn writer(seconds: i64) -> Writer {
    let first: Moment = FIRST.parse().unwrap();
    let now = Moment::from_micros(first.micros() + 3_600_000_000 + seconds * 1_000_000);
    Writer { author: author(1), now, accept_clock: false }
}

fn note(text: impl Into<String>) -> Command {
    Command::Note { text: text.into(), occurred: None, evidence: vec![] }
}

fn workshop(id: Option<EntryId>, attendees: u64) -> Command {
    let fields = object([("attendees", Json::Int(i64::try_from(attendees).unwrap()))]);
    let activity = Activity { fields, ..Activity::default() };
    let kind = "workshop.held".to_owned();
    Command::Record(NewActivity { id, kind, occurred: on("2023-09-01"), subject: None, activity })
}

/// What one recorder asks for as their turn comes.
#[derive(Clone, Copy, Debug)]
enum Asks {
    Note,
    Workshop,
    /// One that another recorder may ask for too, with the same id.
    Shared(u64),
    /// The same id with something else.
    Taken(u64),
    Unknown,
}

fn asks() -> impl Strategy<Value = Asks> {
    prop_oneof![
        4 => Just(Asks::Note),
        4 => Just(Asks::Workshop),
        3 => (0..20_u64).prop_map(Asks::Shared),
        1 => (0..20_u64).prop_map(Asks::Taken),
        2 => Just(Asks::Unknown),
    ]
}

fn command(asks: Asks, recorder: u64, turn: u64) -> Command {
    match asks {
        Asks::Note => note(format!("{recorder}/{turn}")),
        Asks::Workshop => workshop(None, 1_000 * recorder + turn),
        Asks::Shared(which) => workshop(Some(id(5_000_000 + which)), which),
        Asks::Taken(which) => workshop(Some(id(5_000_000 + which)), 777),
        Asks::Unknown => Command::Confirm { entry: id(9_000_000 + turn) },
    }
}

/// What is said without what tells when and where: for a shared id, only that it
/// was there, for who comes first says what.
fn said(draft: &Draft) -> String {
    let shared = (0..20).any(|which| draft.id == id(5_000_000 + which));
    if shared { draft.id.to_string() } else { format!("{} {:?}", draft.kind, draft.data) }
}

type Told = Vec<(u64, u64, Result<Vec<Receipt>, DeskError>)>;

/// Everyone asks at the same time; what each was told.
fn all_at_once(log: Box<dyn Log + Send>, all: &[Vec<Asks>]) -> (Scribe, Told, u64) {
    let House { desk, mut ids, .. } = House::new(log);
    let before = desk.state().size();
    let scribe = Scribe::new(desk, move || ids.next()).unwrap();
    let told = Mutex::new(Told::new());
    thread::scope(|scope| {
        for (recorder, asks) in (0..).zip(all) {
            let (scribe, told) = (&scribe, &told);
            scope.spawn(move || {
                for (turn, asks) in (0..).zip(asks) {
                    // Clocks do not agree, and do not hold anybody up.
                    let at = writer(i64::try_from((recorder * 31 + turn * 7) % 100).unwrap());
                    let done = scribe.execute(command(*asks, recorder, turn), at);
                    told.lock().unwrap().push((recorder, turn, done));
                }
            });
        }
    });
    (scribe, told.into_inner().unwrap(), before)
}

/// The entries of a log, each after the one before it in place, link and time.
fn entries(lines: &[Vec<u8>]) -> Vec<(Entry, Hash)> {
    let read = |line: &Vec<u8>| (Entry::read(line).unwrap(), Hash::of(line));
    let entries: Vec<_> = lines.iter().map(read).collect();
    for (place, pair) in entries.windows(2).enumerate() {
        let [(one, hash), (next, _)] = pair else { unreachable!() };
        assert_eq!((next.sequence, next.previous), (place as u64 + 1, *hash));
        assert!(one.recorded <= next.recorded, "times never run backwards");
    }
    entries
}

/// Checks what everyone was told against the log.
fn check(scribe: &Scribe, told: &Told, before: u64) -> BTreeSet<String> {
    let ledger = scribe.committed();
    let lines: Vec<_> =
        (0..ledger.state().size()).map(|place| ledger.line(place).unwrap().unwrap()).collect();
    let entries = entries(&lines);
    assert_eq!(Desk::open(Box::new(logged(&lines))).unwrap().state().head(), ledger.state().head());
    let mut new = BTreeMap::new();
    for (recorder, turn, done) in told {
        for receipt in done.iter().flatten() {
            let (entry, hash) = &entries[usize::try_from(receipt.sequence).unwrap()];
            assert_eq!((receipt.hash, receipt.id), (*hash, entry.draft.id), "{recorder}/{turn}");
            if !receipt.repeated {
                assert_eq!(new.insert(receipt.sequence, (*recorder, *turn)), None, "one receipt for each");
            }
        }
        let is_sound =
            matches!(done, Ok(_) | Err(DeskError::Refused(Refusal::UnknownEntry(_) | Refusal::IdTaken(_))));
        assert!(is_sound, "{recorder}/{turn}: {done:?}");
    }
    // Nothing stands in the log but what somebody has a receipt of.
    assert!(new.keys().copied().eq(before..ledger.state().size()));
    let mut turns = BTreeMap::new();
    for (recorder, turn) in new.values() {
        assert!(turns.insert(recorder, turn).is_none_or(|last| last < turn), "in the order of each");
    }
    entries[usize::try_from(before).unwrap()..].iter().map(|(entry, _)| said(&entry.draft)).collect()
}

fn logged(lines: &[Vec<u8>]) -> MemoryLog {
    let mut log = MemoryLog::new(link);
    log.append(lines).unwrap();
    log
}

/// What the same commands make one after the other.
fn one_by_one(all: &[Vec<Asks>]) -> BTreeSet<String> {
    let mut house = House::new(Box::new(MemoryLog::new(link)));
    let before = house.lines().len();
    for (recorder, asks) in (0..).zip(all) {
        for (turn, asks) in (0..).zip(asks) {
            let _refused = house.tries(command(*asks, recorder, turn), 1);
        }
    }
    entries(&house.lines())[before..].iter().map(|(entry, _)| said(&entry.draft)).collect()
}

fn recorders() -> impl Strategy<Value = Vec<Vec<Asks>>> {
    let each = usize::try_from(EACH).unwrap();
    prop::collection::vec(prop::collection::vec(asks(), each), usize::try_from(RECORDERS).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn at_the_same_time_is_one_after_the_other(all in recorders()) {
        let (scribe, told, before) = all_at_once(Box::new(MemoryLog::new(link)), &all);
        prop_assert_eq!(check(&scribe, &told, before), one_by_one(&all));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn and_stands_on_the_disk_in_both_copies(all in recorders()) {
        let dir = tempfile::tempdir().unwrap();
        let options = Options::new(link, std::time::UNIX_EPOCH);
        let log = DurableLog::create(dir.path(), &options).unwrap();
        let (scribe, told, before) = all_at_once(Box::new(log), &all);
        prop_assert_eq!(check(&scribe, &told, before), one_by_one(&all));
        let head = scribe.committed().state().head();
        // The ledger is free once nobody records any more.
        drop(scribe);
        let log = DurableLog::open(dir.path(), &options).unwrap();
        let lines: Vec<_> = log.read(0).unwrap().map(Result::unwrap).collect();
        let twin: Vec<_> = log.read_twin(0).unwrap().map(Result::unwrap).collect();
        prop_assert_eq!(lines.last().map(|line| Hash::of(line)), Some(head));
        prop_assert_eq!(lines, twin);
    }
}

/// Who comes while something is appended is appended next, all together.
#[test]
fn who_comes_meanwhile_shares_the_next_append() {
    let counter = Counter::open();
    let size = counter.size();
    let first = counter.decides(note("d'abord"));
    assert_eq!(counter.groups.recv(), Ok(1));
    let others: Vec<_> = (0..20).map(|number| counter.decides(note(format!("{number}")))).collect();
    assert!(counter.groups.try_recv().is_err() && others.iter().all(|it| !it.is_finished()));
    assert_eq!(counter.size(), size, "nobody sees what is not durable yet");
    counter.lets(2);
    assert_eq!(first.join().unwrap().unwrap()[0].sequence, size);
    assert_eq!(counter.groups.recv(), Ok(20));
    let places: Vec<u64> = others.into_iter().map(|it| it.join().unwrap().unwrap()[0].sequence).collect();
    assert!(places.into_iter().eq(size + 1..size + 21));
    assert_eq!(counter.size(), size + 21);
}

/// Each is decided on what those before it leave, whether that is durable yet or
/// not, and refused on its own.
#[test]
fn each_of_a_group_is_accepted_or_refused_on_its_own() {
    let counter = Counter::open();
    let size = counter.size();
    let first = counter.decides(note("d'abord"));
    assert_eq!(counter.groups.recv(), Ok(1));
    let known = Some(id(5_000_000));
    let mut asking = vec![
        counter.asks(workshop(known, 5)),
        counter.asks(workshop(known, 5)),
        counter.asks(Command::Confirm { entry: id(9) }),
        counter.decides(note("ensuite")),
    ];
    let all = vec![note("rien de cela"), Command::Confirm { entry: id(9) }];
    let scribe = Arc::clone(&counter.scribe);
    let refused = thread::spawn(move || scribe.execute_all(all, writer(0)));
    counter.decided.recv().unwrap();
    asking.push(counter.decides(note("enfin")));
    counter.lets(9);
    first.join().unwrap().unwrap();
    let mut done: Vec<_> = asking.into_iter().map(|it| it.join().unwrap()).collect();
    assert_eq!(refused.join().unwrap().unwrap_err().index, Some(1));
    assert!(matches!(done.remove(2), Err(DeskError::Refused(Refusal::UnknownEntry(_)))));
    let [one, other] = [0, 1].map(|at| done[at].as_ref().unwrap()[0].clone());
    assert_eq!((one.sequence, one.hash), (other.sequence, other.hash));
    assert!(one.repeated != other.repeated, "one of them was there before the other");
    assert_eq!(counter.size(), size + 4);
}

/// What another group records that is not durable yet can be corrected by the next.
#[test]
fn the_next_group_goes_on_from_what_is_being_appended() {
    let counter = Counter::open();
    let known = id(5_000_000);
    let first = counter.asks(workshop(Some(known), 5));
    assert_eq!(counter.groups.recv(), Ok(1));
    let again = counter.asks(workshop(Some(known), 5));
    let Command::Record(NewActivity { occurred, subject, activity, .. }) = workshop(None, 6) else {
        unreachable!()
    };
    let reason = "compté de nouveau".to_owned();
    let correction = Correction { entry: known, replaces: None, occurred, subject, activity, reason };
    let corrected = counter.decides(Command::Correct(correction));
    counter.lets(9);
    let [first, again, corrected] = [first, again, corrected].map(|it| it.join().unwrap().unwrap().remove(0));
    assert_eq!(
        (first.hash, first.repeated, again.hash, again.repeated),
        (again.hash, false, first.hash, true)
    );
    let ledger = counter.scribe.committed();
    let latest = ledger.state().record(known).unwrap().latest().sequence;
    assert_eq!(latest, corrected.sequence);
}

/// Nobody gets a receipt of what was not kept, nor of what rests on it, and from
/// then on nobody at all.
#[test]
fn a_failure_gives_no_receipts() {
    let counter = Counter::open();
    let size = counter.size();
    let known = Some(id(5_000_000));
    let first = counter.asks(workshop(known, 5));
    assert_eq!(counter.groups.recv(), Ok(1));
    // The second try is answered from what the first makes: without it, it has none.
    let again = counter.asks(workshop(known, 5));
    let others: Vec<_> = (0..5).map(|number| counter.decides(note(format!("{number}")))).collect();
    counter.gate.send(Err(LogError::ReadOnly)).unwrap();
    // This log would go on; one that is kept refuses by itself.
    (0..9).for_each(|_| counter.gate.send(Err(LogError::Stopped)).unwrap());
    assert!(matches!(first.join().unwrap(), Err(DeskError::Log(LogError::ReadOnly))));
    for asking in others.into_iter().chain([again]) {
        assert!(matches!(asking.join().unwrap(), Err(DeskError::Log(LogError::Stopped))));
    }
    let late = counter.asks(note("trop tard")).join().unwrap();
    assert!(matches!(late, Err(DeskError::Log(LogError::Stopped))));
    assert_eq!(counter.size(), size);
}

/// Who writes alone waits for those before them, and keeps the others waiting.
#[test]
fn one_alone_comes_between() {
    let House { desk, mut ids, .. } = House::new(Box::new(MemoryLog::new(link)));
    let scribe = Scribe::new(desk, move || ids.next()).unwrap();
    let before = scribe.execute(note("avant"), writer(0)).unwrap()[0].sequence;
    let mut alone = scribe.alone();
    thread::scope(|scope| {
        let others: Vec<_> =
            (0..3).map(|_| scope.spawn(|| scribe.execute(note("après"), writer(0)))).collect();
        let Writer { author, now, .. } = writer(0);
        let mut next = 6_000_000..;
        for _ in 0..3 {
            let ids = &mut || id(next.next().unwrap());
            alone.execute(note("seule"), author, now, false, ids).unwrap();
        }
        assert_eq!(scribe.committed().state().size(), before + 1, "nobody sees it before it is let go");
        drop(alone);
        let places: BTreeSet<u64> =
            others.into_iter().map(|it| it.join().unwrap().unwrap()[0].sequence).collect();
        assert!(places.into_iter().eq(before + 4..before + 7));
    });
}
