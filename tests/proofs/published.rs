//! The published vectors of RFC 6962 proofs, and a published log of 15 entries.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jalon::proof::{
    Growing, Node, SignedCheckpoint, Subtrees, Tile, Verifier, check_consistency, check_inclusion,
    consistency, empty, inclusion, leaf, over, root,
};
use serde_json::Value;

fn vectors(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(folder)
}

/// All vectors of a folder, with their names.
fn all(folder: &str) -> Vec<(String, Value)> {
    let cases = fs::read_dir(vectors(folder)).unwrap().map(|case| case.unwrap().path());
    let files = cases.flat_map(|case| fs::read_dir(case).unwrap().map(|file| file.unwrap().path()));
    let read = |path: PathBuf| {
        let value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        (path.display().to_string(), value)
    };
    files.map(read).collect()
}

/// A hash as a vector spells it; none of another length, which no proof of ours holds.
fn hash(value: &Value) -> Option<Node> {
    STANDARD.decode(value.as_str()?).ok()?.try_into().ok()
}

fn proof(value: &Value) -> Option<Vec<Node>> {
    value["proof"].as_array().map_or(Some(Vec::new()), |nodes| nodes.iter().map(hash).collect())
}

#[test]
fn inclusion_is_judged_as_the_published_vectors_are() {
    let all = all("merkle/inclusion");
    assert_eq!(all.len(), 49, "a vector that nothing reads");
    for (name, case) in all {
        let number = |name: &str| case[name].as_u64().unwrap_or(u64::MAX);
        let hashes = (hash(&case["leafHash"]), hash(&case["root"]), proof(&case));
        let holds = match hashes {
            (Some(leaf), Some(root), Some(proof)) => {
                check_inclusion(&leaf, number("leafIdx"), number("treeSize"), &proof, &root).is_ok()
            }
            _ => false,
        };
        assert_eq!(holds, !case["wantErr"].as_bool().unwrap(), "{name}: {}", case["desc"]);
    }
}

/// Vectors that go by the Go library, in which a tree without leaves is continued by
/// nothing: witnesses must take the empty proof from one to any other.
fn is_of_no_leaves(case: &Value) -> bool {
    case["size1"] == 0 && proof(case).is_some_and(|proof| proof.is_empty())
}

#[test]
fn consistency_is_judged_as_the_published_vectors_are() {
    let all = all("merkle/consistency");
    assert_eq!(all.len(), 43, "a vector that nothing reads");
    for (name, case) in all {
        let number = |name: &str| case[name].as_u64().unwrap_or(u64::MAX);
        let hashes = (hash(&case["root1"]), hash(&case["root2"]), proof(&case));
        let holds = match hashes {
            (Some(old), Some(new), Some(proof)) => {
                check_consistency((number("size1"), &old), (number("size2"), &new), &proof).is_ok()
            }
            _ => false,
        };
        let wanted = !case["wantErr"].as_bool().unwrap();
        assert!(holds == wanted || is_of_no_leaves(&case), "{name}: {}", case["desc"]);
    }
}

/// The leaves of the published log.
struct Golden(Vec<Node>);

impl Golden {
    fn read() -> Self {
        let bundle = fs::read(vectors("tlog-golden-log/tile/entries/000.p/15")).unwrap();
        let (mut rest, mut leaves) = (bundle.as_slice(), Vec::new());
        while let [high, low, more @ ..] = rest {
            let (entry, after) = more.split_at(usize::from(u16::from_be_bytes([*high, *low])));
            leaves.push(leaf(entry));
            rest = after;
        }
        Self(leaves)
    }
}

impl Subtrees for Golden {
    type Error = std::convert::Infallible;

    fn complete(&self, level: u32, index: u64) -> Result<Node, Self::Error> {
        let from = usize::try_from(index << level).unwrap();
        Ok(over(self.0[from..from + (1 << level)].to_vec()))
    }
}

fn checkpoint(size: u64) -> SignedCheckpoint {
    let text = fs::read_to_string(vectors("tlog-golden-log").join(format!("checkpoint.{size}"))).unwrap();
    let read = SignedCheckpoint::read(&text).unwrap();
    assert_eq!(read.note.to_string(), text);
    read
}

#[test]
fn the_published_log_is_drawn_signed_and_shown_as_it_was() {
    let key = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
    let keys = [key.parse::<Verifier>().unwrap()];
    let golden = Golden::read();
    let mut growing = Growing::default();
    for size in 0..=15 {
        let signed = checkpoint(size);
        signed.check("example.com/log/testdata", &keys).unwrap();
        assert!(signed.check("example.com/log", &keys).is_err());
        let found = signed.checkpoint.root;
        let made = if size == 0 { empty() } else { root(size, &golden).unwrap() };
        assert_eq!((found, growing.root()), (made, made), "{size}");
        for index in 0..size {
            let leaf = &golden.0[usize::try_from(index).unwrap()];
            check_inclusion(leaf, index, size, &inclusion(index, size, &golden).unwrap(), &found).unwrap();
        }
        for old in 0..=size {
            let older = checkpoint(old).checkpoint.root;
            let proof = consistency(old, size, &golden).unwrap();
            check_consistency((old, &older), (size, &found), &proof).unwrap();
        }
        growing.push(*golden.0.get(usize::try_from(size).unwrap()).unwrap_or(&[0; 32]));
    }
}

#[test]
fn the_tiles_of_the_published_log_are_ours() {
    let golden = Golden::read();
    for size in 1..=15 {
        let tiles: Vec<Tile> = Tile::new_since(size - 1, size).collect();
        let [tile] = tiles.as_slice() else { panic!("{size}: {tiles:?}") };
        let there = fs::read(vectors("tlog-golden-log").join(tile.path()));
        // The log was published at some of its sizes only.
        assert!(there.is_ok() || size != 15, "{size}");
        if let Ok(there) = there {
            assert_eq!(tile.bytes(&golden).unwrap(), there, "{}", tile.path());
        }
    }
}

#[test]
fn a_note_is_checked_by_the_published_key_alone() {
    let known = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    let key: Verifier = known.parse().unwrap();
    assert_eq!((key.name(), key.id()), ("example.com/foo", 0x530d_903a));
    assert_eq!(key.to_string(), known);
}
