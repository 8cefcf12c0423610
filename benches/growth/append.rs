//! One entry after the other, each durable before the next, beside the same bytes
//! in a bare file and in SQLite.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use jalon::event::{Author, AuthorType, Entry, EntryId, Moment, link};
use jalon::figures::State;
use jalon::ledger::{Command, Desk, Folder};
use jalon::log::{DurableLog, Log, Options};
use uuid::{NoContext, Timestamp, Uuid};

use crate::bodies;
use crate::grown::{Grown, copy};
use crate::quantity::{Bound, Quantity};
use crate::rows::Rows;
use crate::sqlite::{Database, Kept};

/// The four are measured in turn, so that all have the same hour of the machine.
const ROUNDS: usize = 10;
const A_ROUND: usize = 100;

/// A ledger to record into.
struct Recorder {
    desk: Desk,
    author: Author,
}

/// Where the same lines go.
struct Places {
    recorder: Recorder,
    log: DurableLog,
    bare: File,
    database: Database,
}

/// What each took for one entry, in the order of the rows.
type Times = [Duration; 4];

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    let scratch = grown.scratch();
    let ledger = scratch.join("recorded.jalon");
    copy(&grown.ledger(), &ledger);
    let mut recorder = Recorder::of(&ledger);
    // Its author is registered by the first.
    let mut commands = bodies::commands();
    recorder.record(commands.next().unwrap());
    drop(recorder);
    let logged = scratch.join("logged.jalon");
    copy(&ledger, &logged);
    let mut places = Places {
        recorder: Recorder::of(&ledger),
        log: DurableLog::open(&logged, &Options::new(link, SystemTime::now())).unwrap(),
        bare: File::options().append(true).create(true).open(scratch.join("bare.jsonl")).unwrap(),
        database: Database::create(&scratch.join("entries.sqlite")),
    };
    places.recorder.record(commands.next().unwrap());
    let line = places.recorder.last();
    places.log.append(&[line]).unwrap();
    let times = (0..ROUNDS).map(|_| places.round(&mut commands)).fold(Times::default(), added);
    places.check(&scratch);
    tell(rows, times.map(|time| Quantity::rate(ROUNDS * A_ROUND, time)));
    rows.pass_over("64 recorders at once", "told by cargo bench --bench recorders");
}

fn tell(rows: &mut Rows, [desk, log, bare, sqlite]: [Quantity; 4]) {
    let file = "bare file, fdatasync";
    let row = rows.row("record, one writer (rules, twin and store synced)", desk);
    row.beside(file, bare).within(Bound::Least(300)).tell();
    let row = rows.row("append, one writer (twin and store synced)", log);
    row.beside(file, bare).within(Bound::Least(300)).tell();
    rows.row("append, one writer (twin and store synced)", log).beside("SQLite", sqlite).tell();
}

fn added(all: Times, more: Times) -> Times {
    std::array::from_fn(|at| all[at] + more[at])
}

impl Recorder {
    fn of(ledger: &Path) -> Self {
        let desk = Folder::new(ledger, SystemTime::now()).open_to_record().unwrap().desk;
        Self { desk, author: Author { user: Uuid::from_u128(1), kind: AuthorType::User } }
    }

    fn record(&mut self, command: Command) -> u64 {
        let now = moment(self.desk.state());
        let receipts = self.desk.execute(command, self.author, now, true, &mut new_id).unwrap();
        receipts.last().unwrap().sequence
    }

    fn last(&self) -> Vec<u8> {
        self.desk.line(self.desk.state().size() - 1).unwrap().unwrap()
    }
}

impl Places {
    /// Records entries, then appends the same lines elsewhere.
    fn round(&mut self, commands: &mut impl Iterator<Item = Command>) -> Times {
        let commands: Vec<Command> = commands.take(A_ROUND).collect();
        let start = Instant::now();
        let places: Vec<u64> = commands.into_iter().map(|it| self.recorder.record(it)).collect();
        let recorded = start.elapsed();
        let lines: Vec<Vec<u8>> =
            places.into_iter().map(|at| self.recorder.desk.line(at).unwrap().unwrap()).collect();
        [recorded, self.logged(&lines), self.written(&lines), self.kept(&lines)]
    }

    fn logged(&mut self, lines: &[Vec<u8>]) -> Duration {
        timed(lines, |line| self.log.append(&[line.to_vec()]).unwrap())
    }

    fn written(&mut self, lines: &[Vec<u8>]) -> Duration {
        timed(lines, |line| {
            self.bare.write_all(&[line, b"\n"].concat()).unwrap();
            self.bare.sync_data().unwrap();
        })
    }

    fn kept(&mut self, lines: &[Vec<u8>]) -> Duration {
        let entries: Vec<Entry> = lines.iter().map(|line| Entry::read(line).unwrap()).collect();
        let days: Vec<String> =
            entries.iter().map(|it| it.draft.occurred.unwrap().from.to_string()).collect();
        let ids = entries.iter().map(|it| *it.draft.id.to_string().parse::<Uuid>().unwrap().as_bytes());
        let kept = entries.iter().zip(&days).zip(ids).zip(lines).map(|(((entry, day), id), line)| Kept {
            id,
            kind: bodies::short(&entry.draft.kind),
            day,
            line: std::str::from_utf8(line).unwrap(),
        });
        let kept: Vec<Kept<'_>> = kept.collect();
        let start = Instant::now();
        for it in kept {
            self.database.add([it]);
        }
        start.elapsed()
    }

    /// All four hold the same.
    fn check(&self, scratch: &Path) {
        let size = self.recorder.desk.state().size();
        assert_eq!(self.log.head().size, size);
        assert_eq!(self.log.get(size - 1).unwrap().unwrap(), self.recorder.last());
        let count = ROUNDS * A_ROUND;
        let written = std::fs::read(scratch.join("bare.jsonl")).unwrap();
        let written: Vec<&[u8]> = written.split(|byte| *byte == b'\n').collect();
        assert_eq!(written[count - 1], self.recorder.last());
        assert_eq!(self.database.counts().values().sum::<usize>(), count);
    }
}

fn timed(lines: &[Vec<u8>], mut append: impl FnMut(&[u8])) -> Duration {
    let start = Instant::now();
    for line in lines {
        append(line);
    }
    start.elapsed()
}

/// Now, or when the last entry was recorded: the clock of a generated log is ahead,
/// which each entry of an earlier clock would note.
pub(crate) fn moment(state: &State) -> Moment {
    let clock = Moment::from_utc(SystemTime::now().into());
    state.recorded().map_or(clock, |last| last.max(clock))
}

/// A new id, as the command line gives one.
pub(crate) fn new_id() -> EntryId {
    EntryId::new(Uuid::new_v7(Timestamp::now(NoContext)))
}
