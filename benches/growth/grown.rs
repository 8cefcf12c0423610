//! The ledgers that are measured: made once, kept for the next run.
//!
//! ```text
//! GROWTH/                     JALON_BENCH, else in the build's folder for such things
//!   1000000.jsonl             the generated log
//!   1000000.jalon/            the ledger that was restored from it
//!   scratch/                  copies that a stage writes into; emptied by each
//! ```

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jalon::cli::CEIMIA;
use jalon::ledger::Folder;

use crate::process::Measured;
use crate::write_log;

/// A ledger of so many entries.
pub(crate) struct Grown {
    pub(crate) size: usize,
    folder: PathBuf,
}

impl Grown {
    /// The ledger of so many entries, made where it is not there yet.
    pub(crate) fn of(size: usize) -> Self {
        let folder = std::env::var_os("JALON_BENCH").map_or_else(
            || Path::new(env!("CARGO_TARGET_TMPDIR")).join("growth"),
            |folder| std::path::absolute(folder).unwrap(),
        );
        fs::create_dir_all(&folder).unwrap();
        let grown = Self { size, folder };
        if !grown.export().exists() {
            let unfinished = grown.folder.join("unfinished.jsonl");
            write_log(demonstration(), size, &unfinished);
            fs::rename(unfinished, grown.export()).unwrap();
        }
        if !grown.ledger().exists() {
            let unfinished = grown.scratch().join("made.jalon");
            restore(&grown, &unfinished).unwrap();
            let keys = |ledger: &Path| ledger.with_extension("keys");
            fs::rename(keys(&unfinished), keys(&grown.ledger())).unwrap();
            fs::rename(unfinished, grown.ledger()).unwrap();
        }
        grown
    }

    /// The log as it was generated, of which the ledger was restored.
    pub(crate) fn export(&self) -> PathBuf {
        self.folder.join(format!("{}.jsonl", self.size))
    }

    pub(crate) fn ledger(&self) -> PathBuf {
        self.folder.join(format!("{}.jalon", self.size))
    }

    /// The ledger's folder as the library opens it.
    pub(crate) fn opened(&self) -> Folder {
        Folder::new(&self.ledger(), SystemTime::now())
    }

    /// An empty folder on the same disk.
    pub(crate) fn scratch(&self) -> PathBuf {
        let scratch = self.folder.join("scratch");
        let _ = fs::remove_dir_all(&scratch);
        fs::create_dir_all(&scratch).unwrap();
        scratch
    }

    /// Leaves a table to be made from all entries.
    pub(crate) fn forget_index(&self) {
        let _ = fs::remove_file(self.ledger().join("index"));
    }

    /// The generated lines, one after the other.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Vec<u8>> + use<> {
        lines_of(&self.export())
    }

    pub(crate) fn export_bytes(&self) -> u64 {
        self.export().metadata().unwrap().len()
    }

    pub(crate) fn mean_bytes(&self) -> u64 {
        self.export_bytes() / self.size as u64
    }
}

/// The demonstration's own lines, with which each log begins.
pub(crate) fn demonstration() -> Vec<Vec<u8>> {
    CEIMIA.bundle.lines().unwrap()
}

/// The lines of a file.
pub(crate) fn lines_of(path: &Path) -> impl Iterator<Item = Vec<u8>> + use<> {
    BufReader::with_capacity(1 << 20, File::open(path).unwrap()).split(b'\n').map(Result::unwrap)
}

/// Restores a ledger from its log, as anyone would; the log's clock is ahead.
pub(crate) fn restore(grown: &Grown, to: &Path) -> Result<crate::process::Ended, String> {
    Measured::jalon(to, &["restore", "--accept-clock", grown.export().to_str().unwrap()]).run()
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in from.read_dir().unwrap().map(Result::unwrap) {
        let to = to.join(file.file_name());
        if file.file_type().unwrap().is_dir() {
            copy(&file.path(), &to);
        } else {
            fs::copy(file.path(), to).unwrap();
        }
    }
}

/// The bytes of all files in a folder, and those that the disk gives them.
pub(crate) fn bytes_of(folder: &Path) -> [u64; 2] {
    let files = folder.read_dir().unwrap().map(|file| file.unwrap().path());
    let each = files.map(|path| match path.metadata().unwrap() {
        it if it.is_dir() => bytes_of(&path),
        it => [it.len(), it.blocks() * 512],
    });
    each.fold([0, 0], |[bytes, kept], [more, also]| [bytes + more, kept + also])
}
