//! What lies beside the log: sealed values, documents, keys and accounts.

mod commands;
mod evidence;
mod forgetting;
mod persons;
mod sentences;

use std::fs;
use std::path::{Path, PathBuf};

use jalon::event::{BodyId, Evidence, EvidenceKind, Json, Sealed, json_text};
use jalon::vault::{Account, Closed, DocumentFault, Documents, Keys, Sealing, Vault, VaultError, user_of};
use proptest::prelude::{ProptestConfig, any, proptest};
use uuid::Uuid;

/// A ledger's folder with its keys beside it.
struct Ledger(tempfile::TempDir);

impl Ledger {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("ledger")).unwrap();
        Self(folder)
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("ledger")
    }

    fn keys(&self) -> Keys {
        Keys::at(self.0.path().join("keys"), Uuid::from_u128(7))
    }

    fn vault(&self) -> Vault {
        Vault::new(&self.folder(), self.keys())
    }

    fn seal(&self, value: &Json, person: &BodyId) -> Sealed {
        let mut sealing = Sealing::new(self.vault());
        let sealed = sealing.seal_new(value, person).unwrap();
        sealing.keep().unwrap();
        sealed
    }

    fn file(&self, sealed: &Sealed) -> PathBuf {
        let hash = sealed.hash.to_string();
        self.folder().join("sealed").join(&hash[..2]).join(hash)
    }
}

fn person(number: u128) -> BodyId {
    BodyId::person(Uuid::from_u128(number))
}

/// Every file under a folder with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.push((path, bytes));
        }
    }
    found
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_sealed_is_what_is_opened(text in "\\PC{0,300}", number: i32, truth: bool) {
        let ledger = Ledger::new();
        let values = [
            json_text(text.clone()),
            Json::Int(number.into()),
            Json::Array(vec![json_text(text), Json::Bool(truth)]),
        ];
        for value in values {
            let sealed = ledger.seal(&value, &person(1));
            assert_eq!(ledger.vault().open(&sealed).unwrap(), value);
        }
    }

    #[test]
    fn a_value_sealed_twice_looks_like_two_and_tells_no_length(one in "[a-z]{1,20}", other in "[a-z]{1,20}") {
        let ledger = Ledger::new();
        let (first, again) = (ledger.seal(&json_text(&one), &person(1)), ledger.seal(&json_text(&one), &person(1)));
        assert_ne!(first.hash, again.hash);
        let length = |sealed| fs::metadata(ledger.file(sealed)).unwrap().len();
        assert_eq!(length(&first), length(&ledger.seal(&json_text(&other), &person(2))));
    }

    #[test]
    fn a_key_of_other_bytes_opens_nothing(other: [u8; 32]) {
        let ledger = Ledger::new();
        let sealed = ledger.seal(&json_text("Marie"), &person(1));
        let is_key = |path: &PathBuf| path.extension().is_some_and(|it| it == "key");
        let own = files(ledger.0.path()).into_iter().map(|(path, _)| path).find(is_key).unwrap();
        fs::remove_file(own).unwrap();
        ledger.keys().keep_person(&person(1), &jalon::vault::PersonKey::new(other)).unwrap();
        assert!(matches!(ledger.vault().open(&sealed), Err(Closed::Altered)));
    }

    #[test]
    fn any_bytes_are_no_sealed_file(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let ledger = Ledger::new();
        let sealed = ledger.seal(&json_text("Marie"), &person(1));
        fs::write(ledger.file(&sealed), bytes).unwrap();
        assert!(matches!(ledger.vault().open(&sealed), Err(Closed::Altered)));
    }
}

#[test]
fn a_sealed_file_with_any_byte_changed_is_refused() {
    let ledger = Ledger::new();
    let sealed = ledger.seal(&json_text("Marie Tremblay"), &person(1));
    let (path, sound) = (ledger.file(&sealed), fs::read(ledger.file(&sealed)).unwrap());
    let refused = |bytes: &[u8], what: &str| {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(ledger.vault().open(&sealed), Err(Closed::Altered)), "{what}");
    };
    for at in 0..sound.len() {
        for bit in [0x01, 0x20, 0x80] {
            let mut bytes = sound.clone();
            bytes[at] ^= bit;
            refused(&bytes, &format!("byte {at}, bit {bit}"));
        }
        refused(&sound[..at], &format!("only {at} bytes"));
    }
    refused(&[sound.as_slice(), &[0]].concat(), "one byte more");
    fs::write(&path, &sound).unwrap();
    assert_eq!(ledger.vault().open(&sealed).unwrap(), json_text("Marie Tremblay"));
}

#[test]
fn no_file_stands_in_for_another() {
    let ledger = Ledger::new();
    let one = ledger.seal(&json_text("Marie"), &person(1));
    let other = ledger.seal(&json_text("Jeanne"), &person(1));
    fs::copy(ledger.file(&one), ledger.file(&other)).unwrap();
    assert!(matches!(ledger.vault().open(&other), Err(Closed::Altered)));
    // The same file under another person, whose key is the same.
    let key = ledger.keys().person(&person(1)).unwrap().unwrap();
    ledger.keys().keep_person(&person(2), &key).unwrap();
    let renamed = Sealed { person: person(2), ..one.clone() };
    assert!(matches!(ledger.vault().open(&renamed), Err(Closed::Altered)));
    assert_eq!(ledger.vault().open(&one).unwrap(), json_text("Marie"));
}

#[test]
fn without_key_or_file_a_value_stays_closed() {
    let ledger = Ledger::new();
    let sealed = ledger.seal(&json_text("Marie"), &person(1));
    let elsewhere = Vault::new(&ledger.folder(), Keys::at(ledger.0.path().join("none"), Uuid::from_u128(7)));
    assert!(matches!(elsewhere.open(&sealed), Err(Closed::NoKey)));
    fs::remove_file(ledger.file(&sealed)).unwrap();
    assert!(matches!(ledger.vault().open(&sealed), Err(Closed::Missing)));
}

#[test]
fn a_destroyed_key_closes_all_of_one_person_and_no_backup_of_the_ledger_opens_it_again() {
    let ledger = Ledger::new();
    let hers = [json_text("Marie"), json_text("marie@exemple.org")].map(|it| ledger.seal(&it, &person(1)));
    let his = ledger.seal(&json_text("Jean"), &person(2));
    let backup = files(&ledger.folder());
    assert!(ledger.vault().destroy(&person(1)).unwrap());
    assert!(!ledger.vault().destroy(&person(1)).unwrap(), "there is nothing left to destroy");
    for (path, bytes) in backup {
        fs::write(path, bytes).unwrap();
    }
    for sealed in &hers {
        assert!(matches!(ledger.vault().open(sealed), Err(Closed::NoKey)));
    }
    assert_eq!(ledger.vault().open(&his).unwrap(), json_text("Jean"));
}

#[test]
fn nothing_is_written_before_it_is_kept_and_a_known_person_gets_no_second_key() {
    let ledger = Ledger::new();
    let mut sealing = Sealing::new(ledger.vault());
    assert!(
        matches!(sealing.seal(&json_text("x"), &person(1)), Err(VaultError::NoKey(it)) if it == person(1))
    );
    sealing.seal_new(&json_text("x"), &person(1)).unwrap();
    drop(sealing);
    assert!(files(ledger.0.path()).is_empty());
}

#[test]
fn key_files_are_for_their_owner_only_and_a_changed_one_is_none() {
    use std::os::unix::fs::PermissionsExt;
    let ledger = Ledger::new();
    ledger.keys().keep_signing("signing").unwrap();
    assert!(ledger.keys().keep_signing("another").is_err(), "never over another");
    let sealed = ledger.seal(&json_text("Marie"), &person(1));
    let keys = files(&ledger.0.path().join("keys"));
    assert_eq!(keys.len(), 2);
    for (path, _) in &keys {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
    }
    let (path, sound) = keys.iter().find(|(path, _)| path.to_str().unwrap().contains("persons")).unwrap();
    for at in 0..sound.len() {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x01;
        fs::write(path, bytes).unwrap();
        assert!(ledger.vault().open(&sealed).is_err(), "byte {at}");
    }
}

const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/// A document of these bytes, kept.
fn kept(ledger: &Ledger, name: &str, bytes: &[u8]) -> Result<Evidence, VaultError> {
    let file = ledger.0.path().join(name);
    fs::write(&file, bytes).unwrap();
    Documents::of(&ledger.folder()).keep(&file, EvidenceKind::Agreement)
}

#[test]
fn a_document_is_copied_once_under_its_hash() {
    let ledger = Ledger::new();
    let document = kept(&ledger, "lettre.txt", b"abc").unwrap();
    assert_eq!(document.sha256.to_string(), ABC);
    assert_eq!((document.bytes, document.name.as_str()), (3, "lettre.txt"));
    assert_eq!(document.media_type, "text/plain");
    let other = kept(&ledger, "copie.txt", b"abc").unwrap();
    assert_eq!(other.blake3, document.blake3);
    let hash = document.blake3.to_string();
    let files = files(&ledger.folder());
    assert_eq!(files, [(ledger.folder().join("evidence").join(&hash[..2]).join(hash), b"abc".to_vec())]);
    assert!(Documents::of(&ledger.folder()).is_there(&document));
}

#[test]
fn a_document_with_any_byte_changed_differs_and_the_original_heals_it() {
    let ledger = Ledger::new();
    let documents = Documents::of(&ledger.folder());
    let sound = b"une entente en deux exemplaires";
    let document = kept(&ledger, "entente.txt", sound).unwrap();
    for at in 0..sound.len() {
        let mut bytes = sound.to_vec();
        bytes[at] ^= 0x01;
        fs::write(documents.path(&document), bytes).unwrap();
        assert!(!documents.measure(document.blake3).unwrap().is(&document), "byte {at}");
    }
    kept(&ledger, "entente.txt", sound).unwrap();
    assert!(documents.measure(document.blake3).unwrap().is(&document));
    fs::remove_file(documents.path(&document)).unwrap();
    assert!(matches!(documents.measure(document.blake3), Err(DocumentFault::Missing)));
    assert!(!documents.is_there(&document));
}

#[test]
fn what_is_no_document_is_refused_and_leaves_nothing() {
    let ledger = Ledger::new();
    assert!(matches!(kept(&ledger, "vide.txt", b""), Err(VaultError::Empty { .. })));
    assert!(matches!(kept(&ledger, "a\u{7}b", b"x"), Err(VaultError::Name { .. })));
    let keep = |file: &Path| Documents::of(&ledger.folder()).keep(file, EvidenceKind::Other);
    assert!(matches!(keep(ledger.0.path()), Err(VaultError::NotAFile { .. })));
    assert!(matches!(keep(Path::new("/dev/null")), Err(VaultError::NotAFile { .. })));
    assert!(matches!(keep(&ledger.0.path().join("none")), Err(VaultError::File { .. })));
    let huge = ledger.0.path().join("huge");
    fs::File::create(&huge).unwrap().set_len((4 << 30) + 1).unwrap();
    assert!(matches!(keep(&huge), Err(VaultError::TooLarge { .. })));
    assert!(files(&ledger.folder()).is_empty());
}

#[test]
fn each_account_is_one_user_and_a_damaged_table_is_not_written_over() {
    let ledger = Ledger::new();
    let account = |number: u32| Account { id: format!("uid:{number}"), name: "Zoé Gagnon".to_owned() };
    let user = |number| user_of(&ledger.folder(), &account(number), Uuid::now_v7);
    let (one, other) = (user(1000).unwrap(), user(1001).unwrap());
    assert_ne!(one, other);
    assert_eq!((user(1000).unwrap(), user(1001).unwrap()), (one, other));
    let path = ledger.folder().join("accounts.json");
    assert!(!holds(&fs::read(&path).unwrap(), "Gagnon"));
    fs::write(&path, "{}").unwrap();
    assert!(matches!(user(1000), Err(VaultError::Accounts { .. })));
    assert_eq!(fs::read(&path).unwrap(), b"{}");
    assert!(!Account::current().name.is_empty());
}
