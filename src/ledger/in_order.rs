//! Lines read on all cores, and taken up in their order.
//!
//! ```text
//! lines ──in groups──▶ hash, compare, read: all cores ──in order──▶ take up
//! ```
//!
//! Only taking up needs the order, so the rest is done beside it.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use super::taken::Taken;
use crate::event::Hash;
use crate::figures::cores;
use crate::log::{Beside, Group, LogError, Pair, Same, SideBySide};

/// Most threads that read: taking up keeps pace with no more of them.
const MOST_THREADS: usize = 4;

/// Groups that may be read before they are taken up, beside those at hand.
const GROUPS_AHEAD: usize = 16;

/// The lines of a group, and what was read of them.
pub struct ReadGroup<T, R> {
    /// The lines.
    pub group: Group,
    /// What was read of each.
    pub each: Vec<T>,
    /// Room that what was read of each points into.
    pub room: R,
}

/// Reads every line, given with its hash and the room of its group, on all cores, and
/// takes what was read group by group in the order of the log, until `take` breaks
/// off. With the first group that differs from the other log comparing ends.
pub(super) fn in_order<T: Send, R: GroupRoom, E: From<LogError>>(
    lines: &mut Beside<'_>,
    read: impl Fn(&[u8], Hash, &mut R) -> T + Sync,
    mut take: impl FnMut(&mut ReadGroup<T, R>, Same) -> Result<ControlFlow<()>, E>,
) -> Result<(), E> {
    let queue = Queue { untaken: Mutex::new(Untaken { lines, count: 0 }), taken_up: Taken::default() };
    let lines = &queue;
    let spare = Mutex::new(Vec::new());
    let (done, ready) = sync_channel(GROUPS_AHEAD);
    thread::scope(|scope| {
        for _ in 1..cores().min(MOST_THREADS) {
            let (mut reader, done) = (Reader::of(lines, &spare, &read), done.clone());
            scope.spawn(move || while reader.next_of_many().is_some_and(|group| done.send(group).is_ok()) {});
        }
        drop(done);
        let reader = Reader::of(lines, &spare, &read);
        let mut groups = InOrder { reader, ready, early: BTreeMap::new(), next: 0 };
        while let Some((found, same)) = groups.next() {
            let mut found = found?;
            if take(&mut found, same)?.is_break() {
                break;
            }
            locked(&spare).push(found);
        }
        Ok(())
    })
}

/// The lines that no thread has taken yet.
struct Untaken<'u, 'a> {
    lines: &'u mut Beside<'a>,
    /// How many groups were taken.
    count: usize,
}

impl Untaken<'_, '_> {
    /// How many groups are to be taken up before the next is taken: more would only take
    /// memory where one of them is held up.
    const fn taken_up_before(&self) -> usize {
        (self.count + 1).saturating_sub(GROUPS_AHEAD)
    }
}

/// The same, and how many groups were taken up: whoever takes them up says so without
/// waiting for who takes lines just then, which lasts as long as unpacking them.
struct Queue<'u, 'a> {
    untaken: Mutex<Untaken<'u, 'a>>,
    taken_up: Taken,
}

/// Room that is used again.
pub trait GroupRoom: Default + Send {
    /// Leaves it empty.
    fn clear(&mut self);
}

impl GroupRoom for () {
    fn clear(&mut self) {}
}

/// What was read of the lines of a group, or why the log ends there, and whether
/// the other log has the same lines.
type Found<T, R> = (Result<ReadGroup<T, R>, LogError>, Same);

/// What was read of a group, by its number.
struct Numbered<T, R> {
    number: usize,
    found: Found<T, R>,
}

/// What was taken up: the room that it leaves.
type Spare<T, R> = Mutex<Vec<ReadGroup<T, R>>>;

/// Reads groups, with the room for one.
struct Reader<'l, 'a, T, R, F> {
    queue: &'l Queue<'l, 'a>,
    spare: &'l Spare<T, R>,
    read: &'l F,
    pair: Pair,
    side_by_side: SideBySide,
    hashes: Vec<[u8; 32]>,
}

impl<'l, 'a, T, R: GroupRoom, F: Fn(&[u8], Hash, &mut R) -> T> Reader<'l, 'a, T, R, F> {
    fn of(queue: &'l Queue<'l, 'a>, spare: &'l Spare<T, R>, read: &'l F) -> Self {
        let (pair, side_by_side) = (Pair::default(), SideBySide::default());
        Self { queue, spare, read, pair, side_by_side, hashes: Vec::new() }
    }

    /// Takes the next group and reads it, once it is not far ahead.
    fn next_of_many(&mut self) -> Option<Numbered<T, R>> {
        loop {
            let untaken = locked(&self.queue.untaken);
            let before = untaken.taken_up_before();
            if self.queue.taken_up.count() >= before {
                return self.take(untaken);
            }
            drop(untaken);
            self.queue.taken_up.wait_for(before);
        }
    }

    /// The same, unless it is far ahead.
    fn next(&mut self) -> Option<Numbered<T, R>> {
        let untaken = locked(&self.queue.untaken);
        let is_near = self.queue.taken_up.count() >= untaken.taken_up_before();
        if is_near { self.take(untaken) } else { None }
    }

    fn take(&mut self, mut untaken: MutexGuard<'_, Untaken<'_, 'a>>) -> Option<Numbered<T, R>> {
        let filled = untaken.lines.fill(&mut self.pair)?;
        let number = untaken.count;
        untaken.count += 1;
        drop(untaken);
        let found = match filled {
            Ok(()) => self.read(),
            Err(error) => (Err(error), Same::Unknown),
        };
        Some(Numbered { number, found })
    }

    fn read(&mut self) -> Found<T, R> {
        let lines: Vec<&[u8]> = self.pair.group.lines().collect();
        self.side_by_side.hash(&lines, &mut self.hashes);
        let same = self.pair.compare(self.hashes.iter().copied());
        if same == Same::No {
            locked(&self.queue.untaken).lines.let_go();
        }
        let spare = locked(self.spare).pop();
        let mut found =
            spare.unwrap_or_else(|| ReadGroup { group: Group::default(), each: vec![], room: R::default() });
        found.each.clear();
        found.room.clear();
        let ReadGroup { each, room, .. } = &mut found;
        let lines = self.pair.group.lines().zip(&self.hashes);
        each.extend(lines.map(|(line, hash)| (self.read)(line, Hash(*hash), room)));
        // The lines go along with what was read of them.
        std::mem::swap(&mut found.group, &mut self.pair.group);
        (Ok(found), same)
    }
}

/// What a lock guards: a thread that panicked has ended the reading.
pub fn locked<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Groups that were read, in the order of the log.
struct InOrder<'l, 'a, T, R, F> {
    reader: Reader<'l, 'a, T, R, F>,
    ready: Receiver<Numbered<T, R>>,
    /// Those whose turn has not come.
    early: BTreeMap<usize, Found<T, R>>,
    next: usize,
}

impl<T, R: GroupRoom, F: Fn(&[u8], Hash, &mut R) -> T> InOrder<'_, '_, T, R, F> {
    /// The next group. Whoever waits for it reads another meanwhile.
    fn next(&mut self) -> Option<Found<T, R>> {
        loop {
            self.early.extend(self.ready.try_iter().map(|it| (it.number, it.found)));
            if let Some(found) = self.early.remove(&self.next) {
                self.next += 1;
                self.reader.queue.taken_up.reach(self.next);
                return Some(found);
            }
            let read = match self.reader.next() {
                Some(read) => read,
                None => self.ready.recv().ok()?,
            };
            self.early.insert(read.number, read.found);
        }
    }
}

/// Whoever still waits to read is let go.
impl<T, R, F> Drop for InOrder<'_, '_, T, R, F> {
    fn drop(&mut self) {
        self.reader.queue.taken_up.reach(usize::MAX);
    }
}
