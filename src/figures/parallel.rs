//! Work that is the same in any order, on all cores.

use std::cmp::Reverse;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many cores there are. The system is asked once: it reads several files to say so, which
/// takes as long as a row of a table.
pub fn cores() -> usize {
    static CORES: LazyLock<usize> = LazyLock::new(|| thread::available_parallelism().map_or(1, NonZero::get));
    *CORES
}

/// What a function makes of each item, in the order of the items. Each core
/// takes the next item when it is done with one, as some take much longer.
pub(super) fn each<T: Sync, R: Send>(items: &[T], make: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, make(item)));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..cores().min(items.len())).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// The same, of which those of the greatest weight are made first, so that no core has long
/// to wait for the last.
pub(super) fn each_heaviest_first<T: Sync, R: Send>(
    items: &[T],
    weight: impl Fn(&T) -> usize,
    make: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let mut places: Vec<usize> = (0..items.len()).collect();
    places.sort_by_cached_key(|place| Reverse(weight(&items[*place])));
    let results = each(&places, |place| make(&items[*place]));
    let mut done: Vec<(usize, R)> = places.into_iter().zip(results).collect();
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// How many are made side by side before they are taken.
const FEW: usize = 8;

/// The same a few at a time, taken in their order: what was made takes room until the others
/// of the few are too.
pub(super) fn few_at_a_time<T: Sync, R: Send>(
    items: &[T],
    make: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R),
) {
    items.chunks(FEW).for_each(|few| each(few, &make).into_iter().for_each(&mut take));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{each, each_heaviest_first};

    proptest! {
        #[test]
        fn each_item_is_made_once_and_in_order(items: Vec<u32>) {
            let expected: Vec<u64> = items.iter().map(|item| u64::from(*item) + 1).collect();
            prop_assert_eq!(&each(&items, |item| u64::from(*item) + 1), &expected);
            let weight = |item: &u32| (*item % 7) as usize;
            prop_assert_eq!(each_heaviest_first(&items, weight, |item| u64::from(*item) + 1), expected);
        }
    }
}
