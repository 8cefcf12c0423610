//! Proofs of all trees up to a size: each holds, and no other does.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Checkpoint, Growing, Handover, InclusionFile, LedgerKey, Node, Note, ProofError, SignedCheckpoint,
    Subtrees, Tile, Verifier, check_consistency, check_inclusion, check_several, consistency, empty,
    inclusion, leaf, over, parent, root, several,
};

/// Leaves, of which every subtree is made when it is asked for.
struct Leaves(Vec<Node>);

impl Leaves {
    fn of(count: u64) -> Self {
        Self((0..count).map(|at| leaf(&at.to_be_bytes())).collect())
    }
}

impl Subtrees for Leaves {
    type Error = std::convert::Infallible;

    fn complete(&self, level: u32, index: u64) -> Result<Node, Self::Error> {
        let from = usize::try_from(index << level).unwrap_or(usize::MAX);
        Ok(over(self.0[from..from + (1 << level)].to_vec()))
    }
}

fn sound<T>(result: Result<T, std::convert::Infallible>) -> T {
    let Ok(value) = result;
    value
}

/// Each proof with one bit changed in each of its hashes, the bit another one each time.
fn flipped(proof: &[Node], each_bit: bool) -> impl Iterator<Item = Vec<Node>> + '_ {
    (0..proof.len()).flat_map(move |at| {
        let bits = if each_bit { 0..256 } else { at * 37 % 256..at * 37 % 256 + 1 };
        bits.map(move |bit| {
            let mut other = proof.to_vec();
            other[at][bit / 8] ^= 1 << (bit % 8);
            other
        })
    })
}

/// Every proof of every tree up to a size holds for what it shows and for nothing else.
fn every_proof(most: u64, each_bit: bool) {
    let leaves = Leaves::of(most);
    let mut growing = Growing::default();
    let mut roots = vec![empty()];
    for size in 1..=most {
        growing.push(leaves.0[usize::try_from(size - 1).unwrap_or_default()]);
        roots.push(growing.root());
        let whole = sound(root(size, &leaves));
        assert_eq!(whole, growing.root(), "the root of {size}, from above and from below");
        for index in 0..size {
            one_inclusion(&leaves, index, size, &whole, each_bit);
        }
        for old in 0..=size {
            let old_root = roots[usize::try_from(old).unwrap_or_default()];
            one_consistency(&leaves, (old, &old_root), (size, &whole), each_bit);
        }
    }
}

fn one_inclusion(leaves: &Leaves, index: u64, size: u64, whole: &Node, each_bit: bool) {
    let own = leaves.0[usize::try_from(index).unwrap_or_default()];
    let proof = sound(inclusion(index, size, leaves));
    let check = |leaf: &Node, index, size, proof: &[Node]| check_inclusion(leaf, index, size, proof, whole);
    assert_eq!(check(&own, index, size, &proof), Ok(()), "{index} of {size}");
    for other in flipped(&proof, each_bit) {
        assert_eq!(check(&own, index, size, &other), Err(ProofError::Root), "{index} of {size}");
    }
    assert!(check(&parent(&own, &own), index, size, &proof).is_err(), "another leaf at {index} of {size}");
    assert!(check(&own, size, size, &proof).is_err(), "beyond {size}");
    for other in (0..size).filter(|other| *other != index) {
        assert!(check(&own, other, size, &proof).is_err(), "{index} as {other} of {size}");
    }
    assert!(check(&own, index, size, &[proof.as_slice(), &[own]].concat()).is_err(), "a hash more");
    if let Some((_, fewer)) = proof.split_last() {
        assert!(check(&own, index, size, fewer).is_err(), "a hash less");
    }
}

fn one_consistency(leaves: &Leaves, old: (u64, &Node), new: (u64, &Node), each_bit: bool) {
    let proof = sound(consistency(old.0, new.0, leaves));
    assert_eq!(check_consistency(old, new, &proof), Ok(()), "{} to {}", old.0, new.0);
    for other in flipped(&proof, each_bit) {
        assert!(check_consistency(old, new, &other).is_err(), "{} to {}", old.0, new.0);
    }
    let wrong = parent(old.1, new.1);
    assert!(check_consistency((old.0, &wrong), new, &proof).is_err(), "another old root");
    if old.0 > 0 {
        assert!(check_consistency(old, (new.0, &wrong), &proof).is_err(), "another root");
        assert!(check_consistency((old.0 - 1, old.1), new, &proof).is_err(), "another old size");
    }
    assert!(check_consistency(old, new, &[proof.as_slice(), &[wrong]].concat()).is_err(), "a hash more");
    if let Some((_, fewer)) = proof.split_last() {
        assert!(check_consistency(old, new, fewer).is_err(), "a hash less");
    }
    assert!(old.0 == new.0 || check_consistency(new, old, &proof).is_err(), "the other way round");
}

/// Proofs of several leaves at once, of every set of leaves of small trees.
#[test]
fn what_shows_several_leaves_shows_these_and_no_others() {
    let leaves = Leaves::of(9);
    for size in 1..=9_u64 {
        let whole = sound(root(size, &leaves));
        for set in 0..1_u32 << size {
            let wanted: BTreeSet<u64> = (0..size).filter(|at| set >> at & 1 == 1).collect();
            one_of_several(&leaves, &wanted, size, &whole);
        }
    }
}

fn one_of_several(leaves: &Leaves, wanted: &BTreeSet<u64>, size: u64, whole: &Node) {
    let own = |at: u64| leaves.0[usize::try_from(at).unwrap_or_default()];
    let there: BTreeMap<u64, Node> = wanted.iter().map(|at| (*at, own(*at))).collect();
    let proof = sound(several(wanted, size, leaves));
    let check = |there: &BTreeMap<u64, Node>, proof: &[Node]| check_several(there, size, proof, whole);
    assert_eq!(check(&there, &proof), Ok(()), "{wanted:?} of {size}");
    for other in flipped(&proof, false) {
        assert_eq!(check(&there, &other), Err(ProofError::Root), "{wanted:?} of {size}");
    }
    assert!(check(&there, &[proof.as_slice(), &[*whole]].concat()).is_err(), "a hash more");
    if let Some((_, fewer)) = proof.split_last() {
        assert!(check(&there, fewer).is_err(), "a hash less");
    }
    for at in wanted {
        let mut other = there.clone();
        other.insert(*at, parent(&own(*at), whole));
        assert_eq!(check(&other, &proof), Err(ProofError::Root), "another leaf at {at} of {size}");
        other.remove(at);
        assert!(check(&other, &proof).is_err(), "{at} of {size} left out");
        other.insert(size, own(*at));
        assert_eq!(check(&other, &proof), Err(ProofError::Beyond), "{at} beyond {size}");
    }
    for at in (0..size).filter(|at| !wanted.contains(at)) {
        let mut other = there.clone();
        other.insert(at, own(at));
        assert!(check(&other, &proof).is_err(), "{at} of {size} added");
    }
}

#[test]
fn every_proof_of_every_small_tree_holds_and_no_other_does() {
    every_proof(33, false);
}

/// `cargo test every_bit -- --ignored`: some minutes.
#[test]
#[ignore = "takes minutes"]
fn every_bit_of_every_proof_of_every_tree_up_to_100_matters() {
    every_proof(100, true);
}

#[test]
fn tiles_are_those_that_the_standard_counts() {
    let paths = |old, size| -> Vec<String> { Tile::new_since(old, size).map(|tile| tile.path()).collect() };
    assert_eq!(paths(0, 0), Vec::<String>::new());
    assert_eq!(paths(0, 1), ["tile/0/000.p/1"]);
    assert_eq!(paths(1, 1), Vec::<String>::new());
    assert_eq!(paths(1, 3), ["tile/0/000.p/3"]);
    assert_eq!(paths(255, 256), ["tile/0/000", "tile/1/000.p/1"]);
    assert_eq!(paths(256, 257), ["tile/0/001.p/1"]);
    // 70,000 entries: 273 full tiles and a partial one of 112, one full and one of 17, one of 1.
    let all = paths(0, 70_000);
    assert_eq!(all.len(), 273 + 1 + 2 + 1);
    for there in ["tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"] {
        assert!(all.iter().any(|path| path == there), "{there}");
    }
    let far = Tile { level: 0, index: 1_234_067, width: 256 };
    assert_eq!(far.path(), "tile/0/x001/x234/067");
}

#[test]
fn a_tile_holds_the_hashes_below_those_of_the_next_level() {
    let leaves = Leaves::of(600);
    let bytes = |tile: Tile| sound(tile.bytes(&leaves));
    let first = bytes(Tile { level: 0, index: 1, width: 256 });
    let (nodes, _) = first.as_chunks::<32>();
    let above = bytes(Tile { level: 1, index: 0, width: 2 });
    assert_eq!(above[32..], over(nodes.to_vec()));
    assert_eq!(bytes(Tile { level: 0, index: 2, width: 88 }).len(), 88 * 32);
}

fn key(seed: u8) -> LedgerKey {
    LedgerKey::from_seed("example.org/ledger", &[seed; 32]).unwrap_or_else(|_| unreachable!("a plain name"))
}

fn signed(size: u64) -> SignedCheckpoint {
    let root = sound(root(size, &Leaves::of(size)));
    Checkpoint { origin: "example.org/ledger".into(), size, root }.signed(&key(1))
}

#[test]
fn a_checkpoint_is_read_in_its_one_spelling_and_each_of_its_bytes_matters() {
    let (note, keys) = (signed(7).note.to_string(), [key(1).verifier()]);
    let read = SignedCheckpoint::read(&note);
    assert_eq!(read.as_ref(), Ok(&signed(7)));
    let is_signed = |text: &str| {
        SignedCheckpoint::read(text).is_ok_and(|it| it.check("example.org/ledger", &keys).is_ok())
    };
    assert!(is_signed(&note));
    for (at, _) in note.char_indices().filter(|(_, letter)| letter.is_ascii()) {
        for bit in 0..7 {
            let mut other = note.clone().into_bytes();
            other[at] ^= 1 << bit;
            let other = String::from_utf8(other).unwrap_or_default();
            assert!(!is_signed(&other), "byte {at}, bit {bit}: {other:?}");
        }
    }
    for end in 0..note.len() {
        assert!(!note.get(..end).is_some_and(is_signed), "the first {end} bytes");
    }
    assert!(!is_signed(&note.replace("\n7\n", "\n07\n")) && !is_signed(&format!("{note}\n")));
}

#[test]
fn a_key_that_is_not_known_is_passed_over_and_a_known_one_that_fails_is_not() {
    let text = "of both\n";
    let note = |keys: &[&LedgerKey]| {
        keys.iter().fold(Note::unsigned(text.into()), |note, key| note.with(key.sign(text)))
    };
    let (one, other) = (key(1), key(2));
    let known = [one.verifier()];
    assert_eq!(note(&[&other, &one]).signed_by(&known), Ok(vec![&known[0]]));
    assert!(note(&[&other]).signed_by(&known).is_err() && note(&[]).signed_by(&known).is_err());
    let mut wrong = one.sign("of another\n");
    let forged = note(&[&other]).with(wrong.clone());
    assert!(forged.signed_by(&known).is_err());
    let both = [one.verifier(), other.verifier()];
    assert!(forged.signed_by(&both).is_err(), "one good signature does not make up for a bad one");
    wrong.bytes.truncate(63);
    assert!(note(&[&one]).with(wrong).signed_by(&known).is_err());
}

#[test]
fn a_hand_over_is_signed_by_the_key_that_follows() {
    let (one, other, third) = (key(1), key(2), key(3));
    let handover = |next: &LedgerKey| Handover {
        origin: "example.org/ledger".into(),
        size: 41,
        former: one.verifier(),
        next: next.verifier(),
    };
    let both = handover(&other).signed(Some(&one), &other).to_string();
    assert_eq!(handover(&other).check(&both), Ok(true));
    let alone = handover(&other).signed(None, &other).to_string();
    assert_eq!(handover(&other).check(&alone), Ok(false));
    assert!(handover(&third).check(&both).is_err(), "another key");
    let by_former = handover(&other).signed(None, &one).to_string();
    assert!(handover(&other).check(&by_former).is_err(), "the former key alone");
    assert!(SignedCheckpoint::read(&both).is_err(), "it is no checkpoint");
}

#[test]
fn verifier_keys_are_read_in_their_one_spelling() {
    let spelt = key(1).verifier().to_string();
    assert_eq!(spelt.parse::<Verifier>().map(|it| it.to_string()).as_deref(), Ok(spelt.as_str()));
    let wrong = [
        spelt.to_uppercase(),
        spelt.replacen('+', "++", 1),
        spelt.replacen("example", "exemple", 1),
        format!("{spelt}="),
        spelt[..spelt.len() - 4].to_owned(),
        String::new(),
    ];
    for text in wrong {
        assert!(text.parse::<Verifier>().is_err(), "{text}");
    }
}

#[test]
fn a_proof_is_read_back_from_its_file() {
    let (leaves, size) = (Leaves::of(9), 9);
    let path = sound(inclusion(4, size, &leaves));
    let file = InclusionFile { index: 4, path, signed: signed(size) };
    let text = file.to_string();
    assert!(text.starts_with("c2sp.org/tlog-proof@v1\nindex 4\n"));
    assert_eq!(InclusionFile::read(&text).as_ref(), Ok(&file));
    assert_eq!(file.check(&leaves.0[4]), Ok(()));
    let extra = text.replacen("\nindex", "\nextra YW55\nindex", 1);
    assert_eq!(InclusionFile::read(&extra).as_ref(), Ok(&file));
    for (from, to) in
        [("@v1", "@v2"), ("index 4", "index 04"), ("\nindex", "\nextra ?\nindex"), ("\n\n", "\n")]
    {
        assert!(InclusionFile::read(&text.replacen(from, to, 1)).is_err(), "{from} {to}");
    }
}
