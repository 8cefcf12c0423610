//! The plug is pulled: what the disk has by then is all that is left.
//!
//! ```text
//! ledger ─▶ ext4 ─▶ loop ─▶ disk.img ─▶ ext4 ─▶ loop ─▶ below.img
//!           what is written but not synced is not in disk.img
//!                                       what is in disk.img but not flushed is not in below.img
//! ```
//!
//! Two disks are simulated. One keeps all that it was given, in the order in which
//! it was: the file system that holds `disk.img` is frozen at any moment, in the
//! middle of a sync too, and `disk.img` is copied. The other has a cache that it
//! forgets: the writer is stopped, and `below.img`, in which is what was flushed, is
//! copied once nothing is written to it any more.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::kept::Receipts;
use super::kill::pass;
use super::served::{Served, crowd};
use super::trace::traced;
use super::{Chance, has, open_in, rows, say};
use crate::place::Place;

/// A ledger on the disk.
const LEDGER: &str = "disk/l.jalon";

/// Rounds on one disk.
const ROUNDS: usize = 10;

/// How long it is written at most before the plug is pulled.
const WRITTEN: Duration = Duration::from_millis(600);

#[derive(Clone, Copy, Debug)]
enum Disk {
    Keeps,
    Forgets,
}

/// Runs a tool of the system.
fn run(tool: &str, arguments: &[&dyn AsRef<std::ffi::OsStr>]) -> Result<(), String> {
    let output = Command::new(tool).args(arguments.iter().map(AsRef::as_ref)).output();
    let output = output.map_err(|error| format!("{tool}: {error}"))?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    output.status.success().then_some(()).ok_or_else(|| format!("{tool}: {told}"))
}

/// Something that is mounted, until this is dropped.
struct Mounted(PathBuf);

impl Mounted {
    fn new(image: &Path, at: &Path) -> Result<Self, String> {
        std::fs::create_dir_all(at).unwrap();
        run("mount", &[&"-o", &"loop,noatime", &image, &at])?;
        Ok(Self(at.to_owned()))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // Whoever was killed there may be gone a moment later.
        if run("umount", &[&self.0]).is_err() {
            let _ = run("umount", &[&"-l", &self.0]);
        }
    }
}

/// A file system that takes no writes, until this is dropped.
struct Frozen<'a>(&'a Path);

impl<'a> Frozen<'a> {
    fn new(at: &'a Path) -> Self {
        run("fsfreeze", &[&"-f", &at]).unwrap();
        Self(at)
    }
}

impl Drop for Frozen<'_> {
    fn drop(&mut self) {
        run("fsfreeze", &[&"-u", &self.0]).unwrap();
    }
}

/// A place whose ledger is on a disk of which the plug can be pulled. What is on
/// top is unmounted first.
struct Plugged {
    _disk: Mounted,
    below: Mounted,
    images: tempfile::TempDir,
    place: Place,
}

/// An image with a file system.
fn image(path: &Path, megabytes: u64) -> Result<(), String> {
    // Written through: the file has its blocks before anything is timed.
    std::fs::write(path, vec![0; usize::try_from(megabytes << 20).unwrap()]).unwrap();
    run("mkfs.ext4", &[&"-q", &"-F", &path])?;
    run("sync", &[&"-f", &path])
}

impl Plugged {
    fn new() -> Result<Self, String> {
        let (images, place) = (tempfile::tempdir().unwrap(), Place::with_ledger(LEDGER));
        image(&images.path().join("below.img"), 96)?;
        let below = Mounted::new(&images.path().join("below.img"), &images.path().join("below"))?;
        image(&below.0.join("disk.img"), 64)?;
        let disk = Mounted::new(&below.0.join("disk.img"), &place.path().join("disk"))?;
        open_in(&place);
        place.file("rows.jsonl", rows(60));
        Ok(Self { _disk: disk, below, images, place })
    }

    /// How much was written so far to what is below.
    fn written(&self) -> String {
        let below = self.images.path().join("below.img");
        let devices = Command::new("losetup").args(["-nO", "NAME", "-j"]).arg(below).output().unwrap();
        let name = String::from_utf8(devices.stdout).unwrap();
        let stat = format!("/sys/block/{}/stat", name.trim().trim_start_matches("/dev/"));
        std::fs::read_to_string(stat).unwrap()
    }

    /// What a disk has now, in a file.
    fn pull(&self, disk: Disk, writer: &str) -> PathBuf {
        let copy = self.images.path().join("copy.img");
        match disk {
            Disk::Keeps => {
                let _frozen = Frozen::new(&self.below.0);
                std::fs::copy(self.below.0.join("disk.img"), &copy).unwrap();
            }
            Disk::Forgets => {
                run("kill", &[&"-STOP", &writer]).unwrap();
                loop {
                    let before = self.written();
                    std::fs::copy(self.images.path().join("below.img"), &copy).unwrap();
                    if self.written() == before {
                        break;
                    }
                }
            }
        }
        copy
    }

    /// Looks at what was left of the ledger.
    fn look<T>(&self, disk: Disk, copy: &Path, look: impl FnOnce(&Place) -> T) -> T {
        let after = Place::with_ledger(LEDGER);
        run("cp", &[&"-a", &self.place.path().join("keys"), &after.path().join("keys")]).unwrap();
        let at = after.path().join("disk");
        match disk {
            Disk::Keeps => {
                let _disk = Mounted::new(copy, &at).unwrap();
                look(&after)
            }
            Disk::Forgets => {
                let below = Mounted::new(copy, &after.path().join("below")).unwrap();
                let _disk = Mounted::new(&below.0.join("disk.img"), &at).unwrap();
                look(&after)
            }
        }
    }

    /// Three record until the plug is pulled; the receipts that they had by then.
    fn round(&self, disk: Disk, time: Duration, lying: &[&str]) -> (Receipts, PathBuf) {
        let serve = ["serve", "--port", "0", "--lang", "en"];
        let mut served = if lying.is_empty() {
            Served::start(&self.place)
        } else {
            Served::run(&mut traced(&self.place, lying, &serve))
        };
        let lock = std::fs::read_to_string(self.place.path().join(LEDGER).join("lock")).unwrap();
        let writer = lock.lines().next().unwrap().strip_prefix("pid ").unwrap().to_owned();
        let record = ["record", "workshop", "participants=12", "--on=2024-03-01"];
        let (told, threads) =
            crowd(&self.place, &[&record, &["note", "Une note."], &["import", "rows.jsonl"]]);
        pass(time);
        let mut receipts = Receipts::default();
        for reply in told.try_iter() {
            receipts.take(&reply.out);
        }
        let copy = self.pull(disk, &writer);
        run("kill", &[&"-KILL", &writer]).unwrap();
        let _ = served.process.wait();
        for thread in threads {
            thread.join().unwrap();
        }
        drop(told);
        (receipts, copy)
    }
}

/// Whether a plug can be pulled here; where it cannot, that is said.
fn plugged() -> Option<Plugged> {
    if !nix::unistd::geteuid().is_root() {
        say("passed over: only root can mount a disk");
        return None;
    }
    let disk = Plugged::new();
    disk.map_err(|error| say(&format!("passed over: no disk can be mounted here: {error}"))).ok()
}

#[test]
#[ignore = "root, minutes: cargo test faults::power -- --ignored --nocapture --test-threads 1"]
fn the_plug_is_pulled() {
    let mut chance = Chance::begun("the_plug_is_pulled");
    for disk in [Disk::Keeps, Disk::Forgets] {
        let (mut count, mut caught_up, mut aside) = (0, 0, 0);
        for _ in 0..3 {
            let Some(plugged) = plugged() else { return };
            for _ in 0..ROUNDS {
                let (receipts, copy) = plugged.round(disk, chance.within(WRITTEN), &[]);
                let told =
                    plugged.look(disk, &copy, |after| receipts.assert_kept(after, &format!("{disk:?}")));
                count += receipts.count();
                caught_up += usize::from(told.contains("brought up"));
                aside += usize::from(told.contains("aside"));
            }
        }
        say(&format!(
            "a disk that {disk:?}: {} rounds, {count} receipts kept; the store caught up {caught_up}, half a line \
             moved aside {aside}",
            3 * ROUNDS
        ));
    }
}

/// The simulation itself: where syncs are only said to be done, receipts are lost;
/// where only the one of sled's file is, the twin gives everything back.
#[test]
#[ignore = "root, minutes: cargo test faults::power -- --ignored --nocapture --test-threads 1"]
fn syncs_that_are_not_done_are_noticed() {
    if !has("strace") {
        return;
    }
    let mut chance = Chance::begun("syncs_that_are_not_done_are_noticed");
    let all = [
        "-e",
        "trace=fdatasync,fsync,sync_file_range",
        "-e",
        "inject=fdatasync,fsync,sync_file_range:retval=0",
    ];
    let of_sled = [
        "-P",
        "disk/l.jalon/store/db",
        "-e",
        "trace=fdatasync,fsync",
        "-e",
        "inject=fdatasync,fsync:retval=0",
    ];
    for (what, lying) in [("no sync", &all[..]), ("no sync of sled's file but its own", &of_sled)] {
        for disk in [Disk::Keeps, Disk::Forgets] {
            let Some(plugged) = plugged() else { return };
            let (mut lost, mut told) = (0, Vec::new());
            for _ in 0..ROUNDS {
                let (receipts, copy) = plugged.round(disk, chance.within(WRITTEN), lying);
                let (missing, words) = plugged.look(disk, &copy, |after| receipts.missing(after));
                lost += usize::from(missing > 0);
                told.push(words);
            }
            say(&format!(
                "{what}, a disk that {disk:?}: of {ROUNDS} rounds {lost} lost receipts\n  {}",
                told.join("\n  ")
            ));
            assert_eq!(lost > 0, what == "no sync", "{what}, {disk:?}");
        }
    }
}
