//! What is told while something takes its time: that it is under way and, at a
//! terminal, for how long by now.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::context::Context;
use crate::event::Exact;
use crate::present::{Arg, bar};

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

/// From how many entries on it is told how far something is.
const MANY: u64 = 100_000;

/// How often it is told.
const EACH: Duration = Duration::from_millis(200);

/// How far a reading of many entries is, at a terminal.
pub(super) struct Progress<'c> {
    context: &'c Context,
    words: &'static str,
    all: u64,
    told: Instant,
    is_shown: bool,
}

impl<'c> Progress<'c> {
    /// Of so many entries none is read yet, which is told in these words. Of few it is
    /// never told how far it is.
    pub(super) fn begun(context: &'c Context, words: &'static str, all: u64) -> Self {
        let is_shown = all >= MANY && std::io::stderr().is_terminal() && !context.is_within_a_server();
        Self { context, words, all, told: Instant::now(), is_shown }
    }

    /// So many are read.
    pub(super) fn reached(&mut self, size: u64) {
        if self.is_shown && self.told.elapsed() >= EACH {
            self.told = Instant::now();
            let count = |number: u64| Arg::Count(usize::try_from(number).unwrap_or(usize::MAX));
            let numbers = [("done", count(size)), ("all", count(self.all))];
            let words = self.context.messages.say(self.words, &numbers);
            let part = Exact::scaled(size.into(), 0).divided_by(&Exact::scaled(self.all.into(), 0));
            show(&format!("{} {words}", bar(&part.unwrap_or_else(Exact::zero), BAR)));
        }
    }
}

/// How wide its bar is.
const BAR: usize = 20;

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if self.is_shown {
            show("");
        }
    }
}
