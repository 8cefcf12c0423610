//! Lines packed by a thread of their own while the disk is waited for.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::super::LogError;
use super::packing::{Packing, ToWrite};

/// Lines to pack, and the hash of each.
type Job = (Vec<Vec<u8>>, Vec<[u8; 32]>);

/// A thread that packs, kept for the next lines: to begin one takes as long as packing. It
/// ends when nobody can give it any more.
pub(super) struct Aside {
    jobs: Sender<Job>,
    packed: Receiver<Result<ToWrite, LogError>>,
}

/// Lines that are being packed.
pub(in crate::log) struct BeingPacked<'a>(Being<'a>);

enum Being<'a> {
    Aside(&'a Receiver<Result<ToWrite, LogError>>),
    /// No thread could be had: whoever gave them has packed them.
    Done(Result<ToWrite, LogError>),
}

impl Aside {
    /// Begins a thread; none where none can be had.
    pub(super) fn begin(packing: &Arc<Mutex<Packing>>) -> Option<Self> {
        let ((jobs, to_do), (done, packed)) = (channel::<Job>(), channel());
        let packing = Arc::clone(packing);
        let pack = move || {
            for (lines, hashes) in to_do {
                if done.send(lent(&packing).pack(&lines, &hashes)).is_err() {
                    break;
                }
            }
        };
        thread::Builder::new().name("packing".into()).spawn(pack).ok()?;
        Some(Self { jobs, packed })
    }

    /// Begins to pack lines that follow those it was given before.
    pub(super) fn pack(&self, lines: &[Vec<u8>], hashes: &[[u8; 32]]) -> BeingPacked<'_> {
        // Where the thread is gone, so is what it would have sent.
        let _ = self.jobs.send((lines.to_vec(), hashes.to_vec()));
        BeingPacked(Being::Aside(&self.packed))
    }
}

impl BeingPacked<'_> {
    pub(super) const fn done(packed: Result<ToWrite, LogError>) -> Self {
        Self(Being::Done(packed))
    }

    /// Waits for them.
    pub(in crate::log) fn wait(self) -> Result<ToWrite, LogError> {
        match self.0 {
            Being::Aside(packed) => packed.recv().unwrap_or(Err(LogError::Stopped)),
            Being::Done(packed) => packed,
        }
    }
}

/// What packs, for as long as it is needed: after a panic nothing is written that it packed.
pub(in crate::log) fn lent(packing: &Mutex<Packing>) -> MutexGuard<'_, Packing> {
    packing.lock().unwrap_or_else(PoisonError::into_inner)
}
