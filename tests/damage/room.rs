//! A small file system of a test's own, which can be full or read-only.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::sample::{LEDGER, sample};
use super::tell;
use crate::place::Place;

/// One in memory, mounted for as long as this is held.
pub(super) struct Room {
    at: PathBuf,
}

impl Room {
    /// Mounts one of so many KiB in place of the ledger of a place; none where that
    /// is not allowed, which is told.
    pub(super) fn for_ledger(place: &Place, kib: u64) -> Option<Self> {
        Self::at(place.path().join(LEDGER), kib)
    }

    /// The same in place of any folder.
    pub(super) fn at(at: PathBuf, kib: u64) -> Option<Self> {
        std::fs::create_dir_all(&at).unwrap();
        let size = format!("size={kib}k,mode=755");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&at).output();
        if mount.is_ok_and(|output| output.status.success()) {
            return Some(Self { at });
        }
        tell("no file system can be mounted by this account: a disk of its own is not tried");
        None
    }

    /// The same with the sample in it.
    pub(super) fn with_sample(kib: u64) -> Option<(Place, Self)> {
        let place = Place::with_ledger(LEDGER);
        let room = Self::for_ledger(&place, kib)?;
        place.lay(&sample().files);
        Some((place, room))
    }

    pub(super) fn path(&self) -> &Path {
        &self.at
    }

    /// Mounts it again with this option.
    pub(super) fn set(&self, option: &str) {
        let option = format!("remount,{option}");
        assert!(Command::new("mount").args(["-o", &option]).arg(&self.at).status().unwrap().success());
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // What is still used goes when it is closed.
        let _ = Command::new("umount").arg("-l").arg(&self.at).status();
    }
}
