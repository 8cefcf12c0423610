//! What only who was given it knows.

use crate::event::Hash;

/// Whether two texts are the same, in a time that does not tell where they
/// differ.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    blake3::hash(one.as_bytes()) == blake3::hash(other.as_bytes())
}

/// 32 random bytes in hexadecimal.
pub(super) fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    // Written as hashes are.
    Ok(Hash(bytes).to_string())
}
