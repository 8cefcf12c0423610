//! Whether twin and store are one log, and making them one where they may be.

use super::super::steps::Steps;
use super::super::store::Store;
use super::super::twin::{Twin, View};
use super::super::{Damage, Fault, Head, Lines, Link, LogError, Notice};

/// How much is written at once to a copy that is being made or caught up.
const GROUP_LINES: usize = 8_192;
const GROUP_BYTES: usize = 8 << 20;

/// Compares sizes, the store's last block, and that what the twin has beyond
/// it continues the chain. Not everything: that is what `verify` is for.
pub(super) fn agree(view: &View, store: &Store, link: Link) -> Result<(), LogError> {
    let ends = (Some(view.head()), Some(store.head()));
    let found = |damage: Damage| damage.found(ends.0, ends.1);
    if store.head().size > view.head().size {
        return Err(found(Damage::StoreLonger));
    }
    let (first, block) = store.last_block();
    for (sequence, (kept, line)) in (first..).zip(block.iter().zip(view.read(first)?)) {
        if *kept != line? {
            return Err(found(Damage::Differs { sequence }));
        }
    }
    check_twin(view, store.head(), link).map_err(|error| error.with_heads(ends.0, ends.1))
}

/// Checks that the twin's lines after this head continue its chain.
pub(super) fn check_twin(view: &View, from: Head, link: Link) -> Result<(), LogError> {
    let (_, fault) = walk(view.read(from.size)?, from, link, twin_broken);
    fault.map_or(Ok(()), Err)
}

pub(super) fn twin_broken(sequence: u64, source: Fault) -> Damage {
    Damage::TwinBroken { sequence, source }
}

/// How far these lines continue the chain, and what stops them before their
/// end.
pub(super) fn walk(
    lines: impl Iterator<Item = Result<Vec<u8>, LogError>>,
    mut head: Head,
    link: Link,
    broken: fn(u64, Fault) -> Damage,
) -> (Head, Option<LogError>) {
    for line in lines {
        let next = line.and_then(|line| {
            head.follow(&line, link).map_err(|fault| broken(head.size, fault).found(None, None))
        });
        match next {
            Ok(next) => head = next,
            Err(error) => return (head, Some(error)),
        }
    }
    (head, None)
}

/// Gives the store the lines it lacks.
///
/// They are read from a file that a crash may have left unsynced, so they are
/// made durable there first: the twin is never behind.
pub(super) fn catch_up(twin: &Twin, store: &mut Store) -> Result<Option<Notice>, LogError> {
    let (from, to) = (store.head().size, twin.head().size);
    if from == to {
        return Ok(None);
    }
    twin.sync()?;
    copy(twin.read(from)?, store.head(), |lines, head| store.append(lines, head, &mut Steps::default()))?;
    Ok(Some(Notice::CaughtUp { from, to }))
}

/// Hands these lines on in groups, each with the head after it.
pub(super) fn copy(
    lines: Lines<'_>,
    mut head: Head,
    mut append: impl FnMut(&[Vec<u8>], Head) -> Result<(), LogError>,
) -> Result<(), LogError> {
    let (mut group, mut bytes) = (Vec::new(), 0);
    for line in lines {
        let line = line?;
        head = head.after(&line);
        bytes += line.len();
        group.push(line);
        if group.len() >= GROUP_LINES || bytes >= GROUP_BYTES {
            append(&group, head)?;
            (group, bytes) = (Vec::new(), 0);
        }
    }
    if group.is_empty() {
        return Ok(());
    }
    append(&group, head)
}
