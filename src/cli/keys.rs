//! Where signing keys lie: outside every ledger, so that a copy of a ledger
//! signs nothing.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;

use uuid::Uuid;

use super::Problem;
use crate::proof::LedgerKey;

/// `$JALON_KEYS`, else `$XDG_DATA_HOME/jalon/keys`, else
/// `~/.local/share/jalon/keys`.
fn folder() -> PathBuf {
    let of = |name: &str| std::env::var_os(name).map(PathBuf::from);
    of("JALON_KEYS").unwrap_or_else(|| {
        let data = of("XDG_DATA_HOME").or_else(|| of("HOME").map(|home| home.join(".local/share")));
        data.unwrap_or_default().join("jalon/keys")
    })
}

/// Keeps a ledger's key in a file of its own, for its owner's eyes only; never
/// over another.
pub(super) fn keep(ledger: Uuid, key: &LedgerKey) -> Result<PathBuf, Problem> {
    let path = folder().join(format!("{ledger}.key"));
    let file = |source| Problem::File { path: path.clone(), source };
    fs::create_dir_all(folder()).map_err(file)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut kept = options.open(&path).map_err(file)?;
    kept.write_all(key.to_file().as_bytes()).and_then(|()| kept.sync_all()).map_err(file)?;
    Ok(path)
}
