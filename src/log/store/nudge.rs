//! Wakes whoever waits for sled in vain.
//!
//! Where a write of its own thread fails, sled 0.34.7 notes the error and may not
//! wake the thread that waits for this write (`exit_reservation` in its `logger.rs`):
//! `flush` then never comes back. Another `flush` finds the error, and wakes it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::quiet::calling;

/// How long a call may take before it is looked after, and how often then.
const PATIENCE: Duration = Duration::from_secs(1);

/// A thread that looks after calls.
pub(super) struct Nudge {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    /// Odd while a call is under way; each begins and ends with one more.
    calls: AtomicU64,
    ended: AtomicBool,
}

impl Nudge {
    /// Begins to look after calls to what this tree is of. Where no thread can be
    /// had, nobody does.
    pub(super) fn begin(tree: &sled::Tree) -> Self {
        let shared = Arc::new(Shared::default());
        let (tree, seen) = (tree.clone(), Arc::clone(&shared));
        let thread = thread::Builder::new().name("nudging".into()).spawn(move || look(&tree, &seen));
        Self { shared, thread: thread.ok() }
    }

    /// One call.
    pub(super) fn around<T>(&self, call: impl FnOnce() -> T) -> T {
        self.shared.calls.fetch_add(1, Ordering::AcqRel);
        let value = call();
        self.shared.calls.fetch_add(1, Ordering::AcqRel);
        value
    }
}

impl Drop for Nudge {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::Release);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            // It has its own handle of the store's files, which is to be gone.
            let _ = thread.join();
        }
    }
}

fn look(tree: &sled::Tree, shared: &Shared) {
    let mut before = 0;
    let mut patience = PATIENCE;
    while !shared.ended.load(Ordering::Acquire) {
        thread::park_timeout(patience);
        let calls = shared.calls.load(Ordering::Acquire);
        let is_waiting = calls % 2 == 1 && calls == before;
        // A disk may be slow: then the nudge waits as the call does, and is not
        // repeated often.
        patience = if is_waiting { patience * 2 } else { PATIENCE };
        before = calls;
        if is_waiting {
            let tree = tree.clone();
            let _ = thread::Builder::new().spawn(move || calling(|| tree.flush().map(drop)));
        }
    }
}
