//! The BLAKE3-256 hash of an entry's bytes.

use std::fmt;
use std::str::FromStr;

/// 32 bytes; shown and stored as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Hash(pub [u8; 32]);

/// Why text is not a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a hash is 64 lower-case hex digits")]
pub struct HashError;

impl Hash {
    /// What entry 0 names as its predecessor.
    pub const ZERO: Self = Self([0; 32]);

    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// Its 64 hex digits.
    pub fn digits(&self) -> [u8; 64] {
        let mut digits = [0; 64];
        for ([high, low], byte) in digits.as_chunks_mut::<2>().0.iter_mut().zip(self.0) {
            (*high, *low) = (DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 0x0f)]);
        }
        digits
    }

    /// The first 12 hex digits, for people.
    pub fn short(&self) -> String {
        self.to_string()[..12].to_owned()
    }
}

/// The hash of bytes that come one after the other.
#[derive(Clone, Debug, Default)]
pub struct Hashing(blake3::Hasher);

impl Hashing {
    /// Adds what comes next.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all that was added.
    pub fn end(&self) -> Hash {
        Hash(*self.0.finalize().as_bytes())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(blake3::Hash::from_bytes(self.0).to_hex().as_str())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, HashError> {
        let pairs = text.as_bytes().as_chunks::<2>();
        let (digits, []) = pairs else { return Err(HashError) };
        let digits: &[[u8; 2]; 32] = digits.try_into().map_err(|_| HashError)?;
        // All digits are looked at before any is refused: replay reads two
        // hashes for every entry.
        let mut found = 0;
        let bytes = digits.map(|[high, low]| {
            let (high, low) = (digit(high), digit(low));
            found |= high | low;
            high << 4 | low & 0x0f
        });
        if found > 0x0f { Err(HashError) } else { Ok(Self(bytes)) }
    }
}

/// What a lower-case hex digit is worth; more than 15 where a byte is none.
pub(super) const fn digit(byte: u8) -> u8 {
    VALUES[byte as usize]
}

/// The digits by what they are worth.
const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// What a digit is worth; more than any digit where a byte is none. Capitals are
/// another spelling.
const VALUES: [u8; 256] = {
    let mut values = [0xff; 256];
    let mut value = 0;
    while value < 16 {
        values[b"0123456789abcdef"[value as usize] as usize] = value;
        value += 1;
    }
    values
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Hash;

    proptest! {
        #[test]
        fn what_is_shown_reads_back(bytes: [u8; 32]) {
            prop_assert_eq!(Hash(bytes).to_string().parse(), Ok(Hash(bytes)));
            prop_assert_eq!(Hash(bytes).to_string().into_bytes(), Hash(bytes).digits().to_vec());
        }

        #[test]
        fn nothing_but_64_digits_is_read(bytes: [u8; 32], at in 0..64_usize, other: char) {
            let mut digits: Vec<char> = Hash(bytes).to_string().chars().collect();
            prop_assume!(!matches!(other, '0'..='9' | 'a'..='f'));
            digits[at] = other;
            prop_assert!(digits.iter().collect::<String>().parse::<Hash>().is_err());
            digits.truncate(at);
            prop_assert!(digits.iter().collect::<String>().parse::<Hash>().is_err());
        }
    }

    #[test]
    fn a_digit_more_is_refused() {
        let shown = Hash::of(b"").to_string();
        assert!(format!("{shown}0").parse::<Hash>().is_err());
        assert!(format!("{shown}00").parse::<Hash>().is_err());
    }
}
