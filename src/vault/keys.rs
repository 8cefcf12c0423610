//! Where keys lie: outside every ledger, so that a copy of a ledger signs
//! nothing and brings back nothing that was destroyed (docs/decisions/0009).

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use uuid::Uuid;

use super::disk::{self, on};
use super::envelope::PersonKey;
use super::error::VaultError;
use crate::event::BodyId;

/// First line of a person's key file: its format.
const FORMAT: &str = "jalon person key 1";

/// First line of the mark that is left of a key that was destroyed.
const DESTROYED: &str = "jalon person key destroyed 1";

/// What is kept of a person's key on this computer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyKept {
    /// The key, perhaps beside the mark that it is to be destroyed.
    Here,
    /// The mark that it was destroyed.
    Destroyed,
    /// Nothing.
    Nowhere,
}

/// The keys of one ledger.
#[derive(Clone, Debug)]
pub struct Keys {
    folder: PathBuf,
    ledger: Uuid,
    /// A key that everyone knows: that of a demonstration.
    published: Option<&'static str>,
}

impl Keys {
    /// The keys of a ledger in `$JALON_KEYS`, else `$XDG_DATA_HOME/jalon/keys`,
    /// else `~/.local/share/jalon/keys`; refused inside the ledger's folder.
    pub fn of(ledger: Uuid, ledger_folder: &Path) -> Result<Self, VaultError> {
        let named = |name: &str| std::env::var_os(name).filter(|it| !it.is_empty()).map(PathBuf::from);
        let data = || named("XDG_DATA_HOME").or_else(|| Some(std::env::home_dir()?.join(".local/share")));
        let folder = named("JALON_KEYS").or_else(|| Some(data()?.join("jalon/keys")));
        let keys = Self::at(folder.ok_or(VaultError::NoKeyFolder)?, ledger);
        if whole(&keys.folder).starts_with(whole(ledger_folder)) {
            return Err(VaultError::KeysInside { path: keys.folder });
        }
        Ok(keys)
    }

    /// The keys of a ledger in a folder.
    pub const fn at(folder: PathBuf, ledger: Uuid) -> Self {
        Self { folder, ledger, published: None }
    }

    /// The same of a demonstration, whose first key is published: whoever has it signs,
    /// so that what was signed with it is not remembered.
    #[must_use]
    pub fn with_published(self, key: &'static str) -> Self {
        Self { published: Some(key), ..self }
    }

    /// The same by their whole path, wherever one goes then.
    #[must_use]
    pub fn whole(self) -> Self {
        let folder = std::path::absolute(&self.folder).unwrap_or(self.folder);
        Self { folder, ..self }
    }

    /// Keeps the ledger's signing key, as its file holds it, in a file of its
    /// own; never over another.
    pub fn keep_signing(&self, text: &str) -> Result<PathBuf, VaultError> {
        let path = self.path("key");
        create(&path, text)?;
        Ok(path)
    }

    /// The signing keys that are on this computer, as their files hold them: the ledger's
    /// own, then that of a demonstration.
    pub fn signing(&self) -> Result<Vec<String>, VaultError> {
        let own = self.text("key")?;
        Ok(own.into_iter().chain(self.published.map(str::to_owned)).collect())
    }

    /// Whether a key is one that everyone knows.
    pub fn is_published(&self, text: &str) -> bool {
        self.published == Some(text)
    }

    /// Waits until nobody else signs for this ledger, and lets nobody else while what is
    /// given back lives; none where there is no key but that of a demonstration.
    pub fn hold(&self) -> Result<Option<File>, VaultError> {
        if !self.path("key").exists() {
            return Ok(None);
        }
        let path = self.path("signing");
        let file = File::options().create(true).append(true).open(&path).map_err(on(&path))?;
        file.lock().map_err(on(&path))?;
        Ok(Some(file))
    }

    /// Keeps the key that is to follow the signing key, in place of one that never did.
    pub fn keep_next_signing(&self, text: &str) -> Result<(), VaultError> {
        let path = self.path("key.next");
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(on(&path)(error)),
            _ => create(&path, text),
        }
    }

    /// The key that is to follow, where one is.
    pub fn next_signing(&self) -> Result<Option<String>, VaultError> {
        self.text("key.next")
    }

    /// The key that was to follow is the signing key from here on. The one before is
    /// written over, which no disk promises to carry out.
    pub fn follow(&self) -> Result<(), VaultError> {
        let former = self.path("key");
        if let Ok(file) = OpenOptions::new().write(true).open(&former) {
            overwrite(&file).map_err(on(&former))?;
        }
        self.take_place()
    }

    /// The same where the key that is there is none of this ledger as it is: it stays under
    /// another name.
    pub fn follow_beside(&self) -> Result<(), VaultError> {
        let former = self.path("key");
        let mut names = (1_u32..).map(|turn| self.path(&format!("key.aside-{turn}")));
        if let Some(aside) = names.find(|path| !path.exists()).filter(|_| former.exists()) {
            fs::rename(&former, aside).map_err(on(&former))?;
        }
        self.take_place()
    }

    fn take_place(&self) -> Result<(), VaultError> {
        let path = self.path("key");
        fs::rename(self.path("key.next"), &path).map_err(on(&path))?;
        disk::sync_folder(&self.folder)
    }

    /// The newest checkpoint that was signed on this computer, with the hash of the
    /// last entry that it covers: kept beside the key, where no older copy of the
    /// ledger takes it back.
    pub fn newest_signed(&self) -> Result<Option<(PathBuf, String)>, VaultError> {
        Ok(self.text("signed")?.map(|text| (self.path("signed"), text)))
    }

    /// Keeps the newest checkpoint that was signed.
    pub fn keep_newest_signed(&self, text: &str) -> Result<(), VaultError> {
        disk::write(&self.path("signed"), text.as_bytes())
    }

    fn path(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.ledger))
    }

    fn text(&self, ending: &str) -> Result<Option<String>, VaultError> {
        let path = self.path(ending);
        let Some(bytes) = disk::read(&path).map_err(on(&path))? else { return Ok(None) };
        String::from_utf8(bytes).map(Some).map_err(|_| VaultError::KeyFile { path })
    }

    /// A person's key, where it is on this computer.
    pub fn person(&self, person: &BodyId) -> Result<Option<PersonKey>, VaultError> {
        let path = self.person_path(person);
        let Some(bytes) = disk::read(&path).map_err(on(&path))? else { return Ok(None) };
        // What came back from a copy, or was half written over, opens nothing.
        if self.mark_path(person).try_exists().map_err(on(&path))? {
            return Ok(None);
        }
        let key = std::str::from_utf8(&bytes).ok().and_then(|text| read(text, person));
        key.map(Some).ok_or(VaultError::KeyFile { path })
    }

    /// Keeps a person's new key in a file of its own; never over another.
    pub fn keep_person(&self, person: &BodyId, key: &PersonKey) -> Result<(), VaultError> {
        let text = format!("{FORMAT}\n{person}\n{}\n", STANDARD.encode(key.bytes()));
        create(&self.person_path(person), &text)
    }

    /// What is kept of a person's key.
    pub fn kept(&self, person: &BodyId) -> Result<KeyKept, VaultError> {
        let is_there = |path: PathBuf| path.try_exists().map_err(on(&path));
        if is_there(self.person_path(person))? {
            return Ok(KeyKept::Here);
        }
        let is_marked = is_there(self.mark_path(person))?;
        Ok(if is_marked { KeyKept::Destroyed } else { KeyKept::Nowhere })
    }

    /// Destroys a person's key; whether there was one. A mark that it was is durable
    /// before: whoever is stopped in between goes on, and a key that comes back opens
    /// nothing. The key is written over before it is removed, which no disk promises to
    /// carry out: copies of the folder of keys are destroyed with it.
    pub fn destroy_person(&self, person: &BodyId) -> Result<bool, VaultError> {
        if self.kept(person)? != KeyKept::Destroyed {
            let mark = self.mark_path(person);
            if !mark.try_exists().map_err(on(&mark))? {
                create(&mark, &format!("{DESTROYED}\n{person}\n"))?;
            }
        }
        let path = self.person_path(person);
        let file = match OpenOptions::new().write(true).open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(on(&path)(error)),
        };
        overwrite(&file).map_err(on(&path))?;
        fs::remove_file(&path).map_err(on(&path))?;
        disk::sync_folder(&self.persons())?;
        Ok(true)
    }

    fn persons(&self) -> PathBuf {
        self.folder.join(format!("{}.persons", self.ledger))
    }

    fn mark_path(&self, person: &BodyId) -> PathBuf {
        self.persons().join(format!("{}.destroyed", person.slug()))
    }

    fn person_path(&self, person: &BodyId) -> PathBuf {
        self.persons().join(format!("{}.key", person.slug()))
    }
}

/// The path without links, as far as it is there.
fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let real = path.ancestors().find_map(|known| {
        let rest = path.strip_prefix(known).ok()?;
        Some(fs::canonicalize(known).ok()?.join(rest))
    });
    real.unwrap_or(path)
}

fn read(text: &str, person: &BodyId) -> Option<PersonKey> {
    let lines: Vec<&str> = text.strip_suffix('\n')?.split('\n').collect();
    let [FORMAT, named, key] = lines.as_slice() else { return None };
    let key: [u8; 32] = STANDARD.decode(key).ok()?.try_into().ok()?;
    (*named == person.as_str()).then(|| PersonKey::new(key))
}

/// Writes over all that a file holds, durably.
fn overwrite(mut file: &File) -> io::Result<()> {
    let length = file.metadata()?.len();
    io::copy(&mut io::Read::take(io::repeat(0), length), &mut file)?;
    file.sync_all()
}

/// A new file for its owner's eyes only, durably.
fn create(path: &Path, text: &str) -> Result<(), VaultError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    if !folder.is_dir() {
        disk::create_folder(folder)?;
        for_owner_only(folder)?;
    }
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(on(path))?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| {
        // Half a key, which nothing was sealed with yet, would keep the whole one out.
        let _ = fs::remove_file(path);
        on(path)(error)
    })?;
    disk::sync_folder(folder)
}

/// Whose keys there are is nobody else's business either.
fn for_owner_only(folder: &Path) -> Result<(), VaultError> {
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700)).map_err(on(folder))?;
    Ok(())
}
