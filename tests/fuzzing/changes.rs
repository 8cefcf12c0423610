//! Bytes like others, by a fixed course: what a fuzzer does to them, without one.

/// Changes of one input, the same at every run.
pub(super) struct Changes<'a> {
    before: &'a [u8],
    course: u64,
}

/// What is put in: marks that mean something to one format or the other, ends of
/// ranges, letters of several bytes and halves of them.
const MARKS: [&[u8]; 32] = [
    b"\"",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b";",
    b":",
    b"=",
    b"<",
    b">",
    b"\n",
    b"\r",
    b"\t",
    b"\0",
    b" ",
    b"-",
    b"..",
    b"/",
    b"%",
    b"0",
    b"9999999999999999999",
    b"1e999",
    b"\xff",
    b"\xc3",
    b"\xe2\x80",
    "é".as_bytes(),
    "😀".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{a0}".as_bytes(),
    "İ".as_bytes(),
];

impl<'a> Changes<'a> {
    /// The changes of these bytes.
    pub(super) const fn of(before: &'a [u8]) -> Self {
        Self { before, course: 0x9e37_79b9_7f4a_7c15 }
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        // xorshift64: enough to be nowhere in particular.
        self.course ^= self.course << 13;
        self.course ^= self.course >> 7;
        self.course ^= self.course << 17;
        usize::try_from(self.course % end as u64).unwrap()
    }

    /// Some bytes that stand next to each other.
    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let from = self.below(length + 1);
        from..(from + self.below(24)).min(length)
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len() + 1);
        match self.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.splice(at..at, MARKS[self.below(MARKS.len())].iter().copied())),
            2 => drop(bytes.drain(self.stretch(bytes.len()))),
            3 => {
                let other = self.stretch(self.before.len());
                drop(bytes.splice(at..at, self.before[other].iter().copied()));
            }
            4 => {
                let into = self.stretch(bytes.len());
                drop(bytes.splice(into, MARKS[self.below(MARKS.len())].iter().copied()));
            }
            _ => {
                let bit = self.below(8);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << bit);
            }
        }
    }
}

impl Iterator for Changes<'_> {
    type Item = Vec<u8>;

    /// The bytes with one to three changes; there is always another.
    fn next(&mut self) -> Option<Vec<u8>> {
        let mut bytes = self.before.to_vec();
        for _ in 0..=self.below(3) {
            self.change(&mut bytes);
        }
        Some(bytes)
    }
}
