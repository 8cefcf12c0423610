//! What is made from the lines and kept beside them, so that it need not be made
//! again: one file each, with the hash of its bytes.
//!
//! Such a file is not synced and may be lost: what does not match its hash is
//! not there, and nothing rests on it that cannot be made from the lines.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::disk::open_own;
use super::layout;

/// The bytes kept under a name; none where they are not as they were written.
pub fn read_derived(dir: &Path, name: &str) -> Option<Vec<u8>> {
    let bytes = fs::read(dir.join(name)).ok()?;
    let head = layout::derived_head(&[]).len();
    let (head, body) = bytes.split_at_checked(head)?;
    (head == layout::derived_head(body).as_bytes()).then(|| body.to_vec())
}

/// Keeps bytes under a name, in place of those before. Where that cannot be
/// done they are made again next time.
pub fn write_derived(dir: &Path, name: &str, body: &[u8]) {
    let _ = write(dir, name, body);
}

fn write(dir: &Path, name: &str, body: &[u8]) -> io::Result<()> {
    let new = dir.join(format!("{name}.new"));
    let mut file = open_own(&new)?;
    file.set_len(0)?;
    file.write_all(layout::derived_head(body).as_bytes())?;
    file.write_all(body)?;
    fs::rename(new, dir.join(name))
}
