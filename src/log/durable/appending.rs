//! Lines written to both copies; of many groups the next is made ready while one is
//! written.
//!
//! ```text
//! group ──followed, hashed, packed──▶ ready ──▶ twin, fdatasync ──▶ store, flush, fdatasync
//!               one thread                            another
//!                                               full segments of the twin, packed: a third
//! ```

use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use super::super::chain::follow_each;
use super::super::store::{Packing, ToWrite, lent};
use super::super::twin::{self, ToSeal};
use super::super::{Head, Link, LogError, NextGroup, end};
use super::{DurableLog, unfinished};

/// How many groups may be ready to be written.
const AHEAD: usize = 4;

/// A group that is ready to be written.
struct Ready {
    /// Its lines, each ended by a line feed.
    bytes: Vec<u8>,
    packed: ToWrite,
    /// The head then.
    head: Head,
}

impl DurableLog {
    /// Writes lines that lead to this head, each given with its hash.
    pub(super) fn write(
        &mut self,
        lines: &[Vec<u8>],
        hashes: &[[u8; 32]],
        head: Head,
    ) -> Result<(), LogError> {
        let Self { twin, store, steps, .. } = self;
        // Blocks are packed while the disk is waited for.
        let packing = store.pack_aside(lines, hashes);
        twin.append(&twin::join(lines), head, steps)?;
        let packed = packing.wait()?;
        store.writing().write(packed, head, steps)
    }

    /// Writes group after group, each durable in both copies before the next is begun.
    pub(super) fn write_groups(&mut self, next: NextGroup<'_>) -> Result<(), LogError> {
        // What is packed ahead cannot be taken back: after a failure, whatever it is,
        // nothing more is written.
        self.stopped = true;
        let Self { dir, twin, store, steps, head, link, .. } = self;
        let (packing, mut writing) = store.parts();
        let (from, link) = (*head, *link);
        thread::scope(|scope| {
            let (send, groups) = sync_channel(AHEAD);
            scope.spawn(move || make_ready(next, from, link, &mut lent(&packing), &send));
            let (to_seal, segments) = channel();
            let (seal, sealed) = channel();
            scope.spawn(move || seal_all(&segments, &seal));
            for group in groups {
                let Ready { bytes, packed, head: after } = group?;
                let full = twin.append_first(&bytes, after, steps).map_err(unfinished)?;
                writing.write(packed, after, steps).map_err(unfinished)?;
                *head = after;
                end::write(dir, after, twin.place());
                // Where nobody seals it, the next who opens the log does.
                full.map(|full| to_seal.send(full));
                sealed.try_iter().try_for_each(|sealed| twin.sealed(&sealed?, steps)).map_err(unfinished)?;
            }
            drop(to_seal);
            sealed.iter().try_for_each(|sealed| twin.sealed(&sealed?, steps)).map_err(unfinished)
        })?;
        self.stopped = false;
        Ok(())
    }
}

/// Makes all groups ready, until one cannot be.
fn make_ready(
    next: NextGroup<'_>,
    mut head: Head,
    link: Link,
    packing: &mut Packing,
    send: &SyncSender<Result<Ready, LogError>>,
) {
    loop {
        let group = match next() {
            Ok(None) => break,
            Ok(Some(lines)) if lines.is_empty() => continue,
            Ok(Some(lines)) => ready(&lines, head, link, packing),
            Err(error) => Err(error),
        };
        head = group.as_ref().map_or(head, |group| group.head);
        let is_last = group.is_err();
        if send.send(group).is_err() || is_last {
            break;
        }
    }
}

fn ready(lines: &[Vec<u8>], head: Head, link: Link, packing: &mut Packing) -> Result<Ready, LogError> {
    let (head, hashes) = follow_each(head, lines, link)?;
    Ok(Ready { bytes: twin::join(lines), packed: packing.pack(lines, &hashes)?, head })
}

/// Packs full segments of the twin, as long as any come.
fn seal_all(segments: &Receiver<ToSeal>, sealed: &Sender<Result<ToSeal, LogError>>) {
    for segment in segments {
        let packed = segment.pack();
        if sealed.send(packed.map(|()| segment)).is_err() {
            break;
        }
    }
}
