//! The door for the command line: while a server holds the ledger, a command
//! sends what it was given to it, over a socket in the ledger's folder that
//! only the same account may use.
//!
//! ```text
//! length (u32, big-endian) and JSON of an Asking   ──▶
//!                                                  ◀── length and JSON of a Reply
//! ```

use std::fs::Permissions;
use std::io::{self, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream as Plain;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{Mutex, RwLock};
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::timeout;

use super::office::Office;

/// Bytes that one message may have: a file that is imported may come with it.
const MOST: u32 = 256 << 20;

/// How long a reply may take to be read.
const PATIENCE: Duration = Duration::from_secs(10);

/// A command line, with what it needs of where it was typed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Asking {
    /// Its arguments, the program's name first.
    pub arguments: Vec<String>,
    /// The folder in which it was typed.
    pub folder: PathBuf,
    /// The columns of its terminal.
    pub width: u16,
    /// The locale of its system.
    pub locale: Option<String>,
    /// Standard input, where the command reads it.
    pub input: Option<Vec<u8>>,
    /// What was answered there to what the command lacks, by the name of its
    /// argument.
    #[serde(default)]
    pub answers: Vec<(String, String)>,
}

/// What a command line did.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Reply {
    /// What is for standard output.
    pub out: Vec<u8>,
    /// What is for standard error.
    pub err: Vec<u8>,
    /// The exit code.
    pub code: u8,
}

/// Why nothing was answered.
#[derive(Debug, thiserror::Error)]
pub enum SocketError {
    /// No server is there.
    #[error("no server is there")]
    Nobody(#[source] io::Error),
    /// It broke off.
    #[error("the server broke off: {0}")]
    Broken(#[source] io::Error),
}

/// What answers a command line, with the ledger at hand.
#[derive(Clone, Copy)]
pub struct Answering {
    /// Whether it may name files, which are found from where it was typed.
    pub names_files: fn(&Asking) -> bool,
    /// Does what it says: from there where it may, which one does at a time.
    pub answer: fn(&Office, &Asking, bool) -> Reply,
}

/// Where the socket of a ledger is.
pub fn socket_path(ledger: &Path) -> PathBuf {
    ledger.join("serve.sock")
}

/// Whether a server of a ledger is there to be asked.
pub fn is_served(ledger: &Path) -> bool {
    Plain::connect(socket_path(ledger)).is_ok()
}

/// Asks the server of a ledger.
pub fn ask(ledger: &Path, asking: &Asking) -> Result<Reply, SocketError> {
    let mut stream = Plain::connect(socket_path(ledger)).map_err(SocketError::Nobody)?;
    put(&mut stream, asking).and_then(|()| take(&mut stream)).map_err(SocketError::Broken)
}

fn put(stream: &mut Plain, message: &impl Serialize) -> io::Result<()> {
    stream.write_all(&framed(message)?)
}

fn take<T: DeserializeOwned>(stream: &mut Plain) -> io::Result<T> {
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let mut bytes = vec![0; checked(length)?];
    stream.read_exact(&mut bytes)?;
    Ok(serde_json::from_slice(&bytes)?)
}

fn framed(message: &impl Serialize) -> io::Result<Vec<u8>> {
    let bytes = serde_json::to_vec(message)?;
    let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= MOST);
    let length = length.ok_or(io::ErrorKind::FileTooLarge)?;
    Ok([length.to_be_bytes().as_slice(), bytes.as_slice()].concat())
}

fn checked(length: [u8; 4]) -> io::Result<usize> {
    let length = u32::from_be_bytes(length);
    if length > MOST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(length as usize) }
}

/// The socket, which goes when serving ends.
pub(super) struct Door {
    path: PathBuf,
    listening: JoinHandle<()>,
    turns: Arc<Turns>,
}

/// Whose commands are done.
#[derive(Default)]
struct Turns {
    /// All of them, beside each other.
    all: RwLock<()>,
    /// Those that may name files, one after the other: these are found from where a
    /// command was typed, and a process is in one folder at a time.
    of_files: Mutex<()>,
}

impl Door {
    /// Waits until no command is being done.
    pub(super) async fn is_quiet(&self) {
        drop(self.turns.all.write().await);
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.listening.abort();
        // What is left is of no use: the next server takes its place.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Opens the door. Whoever holds the ledger may take the place of a socket that
/// an earlier server left.
/// Where the folder's path is longer than the system's sockets may have, there is
/// none, and commands are refused as beside any other holder.
pub(super) fn listen(office: Office, answering: Answering) -> io::Result<Option<Door>> {
    let path = socket_path(office.folder());
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = match UnixListener::bind(&path) {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => return Ok(None),
        bound => bound?,
    };
    std::fs::set_permissions(&path, Permissions::from_mode(0o600))?;
    let turns = Arc::<Turns>::default();
    let next = Arc::clone(&turns);
    let listening = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            if is_same_account(&stream) {
                tokio::spawn(answer(stream, office.clone(), answering, Arc::clone(&next)));
            }
        }
    });
    Ok(Some(Door { path, listening, turns }))
}

fn is_same_account(stream: &UnixStream) -> bool {
    stream.peer_cred().is_ok_and(|peer| peer.uid() == nix::unistd::Uid::effective().as_raw())
}

/// Whoever breaks off is not answered.
async fn answer(mut stream: UnixStream, office: Office, answering: Answering, turns: Arc<Turns>) {
    let Ok(asking) = read(&mut stream).await else { return };
    let _done = turns.all.read().await;
    let is_from_there = (answering.names_files)(&asking);
    let _turn = if is_from_there { Some(turns.of_files.lock().await) } else { None };
    // Pages are made meanwhile.
    let Ok(reply) = spawn_blocking(move || (answering.answer)(&office, &asking, is_from_there)).await else {
        return;
    };
    let Ok(bytes) = framed(&reply) else { return };
    // Who does not read it does not keep the others.
    let _ = timeout(PATIENCE, stream.write_all(&bytes)).await;
}

async fn read(stream: &mut UnixStream) -> io::Result<Asking> {
    let mut length = [0; 4];
    stream.read_exact(&mut length).await?;
    let mut bytes = Vec::new();
    let length = checked(length)?;
    (&mut *stream).take(length as u64).read_to_end(&mut bytes).await?;
    Ok(serde_json::from_slice(&bytes)?)
}
