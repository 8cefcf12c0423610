//! Something done to one thing after the other, on all cores, and taken in order.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use crate::figures::cores;
use crate::ledger::{Taken, locked};

/// Most threads that do it: whoever takes what comes of it keeps pace with no more.
const MOST_THREADS: usize = 8;

/// What may be handed out before its turn has come.
const AHEAD: usize = 2 * MOST_THREADS;

/// Does `each` to all that `next` hands out, and takes what comes of it in order, until
/// one of them fails.
pub(super) fn in_turn<I: Send, O: Send, E: Send>(
    next: impl FnMut() -> Result<Option<I>, E> + Send,
    each: impl Fn(I) -> O + Sync,
    mut take: impl FnMut(O) -> Result<(), E>,
) -> Result<(), E> {
    let (untaken, taken) = (Mutex::new((0_usize, next)), Taken::default());
    // The number of the next, and the next: one thread at a time asks for it.
    let hand_out = || {
        let mut untaken = locked(&untaken);
        let (number, next) = &mut *untaken;
        taken.wait_for(number.saturating_sub(AHEAD));
        let item = next().transpose()?;
        *number += 1;
        Some((*number, item))
    };
    let (done, ready) = sync_channel(AHEAD);
    thread::scope(|scope| {
        for _ in 0..cores().min(MOST_THREADS) {
            let (hand_out, each, done) = (&hand_out, &each, done.clone());
            scope.spawn(move || {
                while let Some((number, item)) = hand_out() {
                    let is_last = item.is_err();
                    if done.send((number, item.map(each))).is_err() || is_last {
                        break;
                    }
                }
            });
        }
        drop(done);
        let mut in_order = InOrder { ready, early: BTreeMap::new(), next: 1, taken: &taken };
        in_order.try_for_each(|done| take(done?))
    })
}

/// What was done, in order.
struct InOrder<'t, T> {
    ready: Receiver<(usize, T)>,
    /// That of which the turn has not come.
    early: BTreeMap<usize, T>,
    next: usize,
    taken: &'t Taken,
}

/// Whoever still waits is let go.
impl<T> Drop for InOrder<'_, T> {
    fn drop(&mut self) {
        self.taken.reach(usize::MAX);
    }
}

impl<T> Iterator for InOrder<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        loop {
            if let Some(done) = self.early.remove(&self.next) {
                self.taken.reach(self.next);
                self.next += 1;
                return Some(done);
            }
            let (number, done) = self.ready.recv().ok()?;
            self.early.insert(number, done);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_turn;

    #[test]
    fn what_is_done_is_taken_in_order_up_to_what_fails() {
        for (failing, end) in [(None, 1_000), (Some(700), 699)] {
            let mut numbers = 0..1_000;
            let next = || match numbers.next() {
                number if number.is_some() && number == failing => Err(number),
                number => Ok(number),
            };
            let mut taken = vec![];
            let done = in_turn(
                next,
                |number| number * 2,
                |double| {
                    taken.push(double);
                    Ok(())
                },
            );
            assert_eq!(done, failing.map_or(Ok(()), |at| Err(Some(at))));
            let end = failing.map_or(end, |at| at);
            assert_eq!(taken, (0..end).map(|number| number * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn who_takes_may_end_it() {
        let mut numbers = 0..;
        let done = in_turn(
            || Ok(numbers.next()),
            |number| number,
            |number| if number == 99 { Err(number) } else { Ok(()) },
        );
        assert_eq!(done, Err(99));
    }
}
