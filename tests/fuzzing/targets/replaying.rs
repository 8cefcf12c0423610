//! Entries that were written by another hand.

use jalon::event::{Entry, Hash};

use super::house::{self, show_table};

/// Lines that are entries, each put after those before it: what replay makes of
/// them is a state with a table, or a refusal.
pub fn replay(bytes: &[u8]) {
    house::with(|fixture| {
        let mut state = fixture.state().clone();
        for line in bytes.split(|byte| *byte == b'\n') {
            let Ok(mut entry) = Entry::read(line) else { continue };
            entry.sequence = state.size();
            entry.previous = state.head();
            let hash = Hash::of(&entry.spelling());
            if state.apply(entry, hash).is_err() {
                return;
            }
        }
        if state.size() > fixture.state().size() {
            show_table(&state);
        }
    });
}
