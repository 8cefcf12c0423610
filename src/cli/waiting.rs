//! What is told while something takes its time: that it is under way and, at a
//! terminal, for how long by now.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::context::Context;

/// Something that is under way.
pub(super) struct Waiting(Option<(Sender<()>, JoinHandle<()>)>);

impl Waiting {
    /// Says what begins. At a terminal its line counts the seconds until it is
    /// done, and goes then.
    pub(super) fn begun(words: &str) -> Self {
        if !std::io::stderr().is_terminal() {
            Context::tell_everyone(words);
            return Self(None);
        }
        let (done, waits) = channel::<()>();
        let words = words.to_owned();
        let counting = std::thread::spawn(move || {
            let mut seconds = 0_u32;
            show(&words);
            while waits.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                seconds = seconds.saturating_add(1);
                show(&format!("{words} {seconds}\u{a0}s"));
            }
            show("");
        });
        Self(Some((done, counting)))
    }

    /// It is done.
    pub(super) fn done(self) {
        drop(self);
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some((done, counting)) = self.0.take() {
            drop(done);
            let _ = counting.join();
        }
    }
}

/// One line instead of the one that stands there.
fn show(line: &str) {
    // Nothing can be told where standard error is closed.
    let mut err = std::io::stderr().lock();
    let _ = write!(err, "\r\x1b[K{line}").and_then(|()| err.flush());
}
