//! Panics of the store, kept from people.
//!
//! sled panics where it meets what it did not expect, on our thread or on one
//! of its own. A panic on our thread is caught and becomes a [`StoreFailure`];
//! one on its own threads is noticed by the hook below. Neither is printed.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::super::StoreFailure;

/// How sled names its threads.
const SLED_THREAD: &str = "sled-io-";

thread_local! {
    /// Whether this thread is inside a call to the store.
    static IN_STORE: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();
static LOST_THREADS: AtomicUsize = AtomicUsize::new(0);

/// Calls the store; its panic comes back as a failure.
pub(super) fn calling<T>(call: impl FnOnce() -> T) -> Result<T, StoreFailure> {
    HOOK.call_once(install_hook);
    let before = IN_STORE.replace(true);
    // What the closure touched is not used again after a failure.
    let result = panic::catch_unwind(AssertUnwindSafe(call));
    IN_STORE.set(before);
    result.map_err(|words| StoreFailure::Panicked { message: message_of(&*words) })
}

/// How many of the store's own threads have panicked in this process.
pub(super) fn lost_threads() -> usize {
    LOST_THREADS.load(Ordering::Acquire)
}

/// The hook stays for good, because taking it out again could take out
/// another's. It passes on every panic that is not the store's.
fn install_hook() {
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if IN_STORE.get() {
            return;
        }
        if on_sled_thread() {
            LOST_THREADS.fetch_add(1, Ordering::AcqRel);
            return;
        }
        others(panic);
    }));
}

fn on_sled_thread() -> bool {
    let thread = thread::current();
    thread.name().is_some_and(|name| name.starts_with(SLED_THREAD))
}

fn message_of(words: &(dyn Any + Send)) -> String {
    let text = words.downcast_ref::<&str>().copied();
    let owned = words.downcast_ref::<String>().map(String::as_str);
    text.or(owned).unwrap_or("no message").to_owned()
}
