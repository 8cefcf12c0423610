//! Words and letters for thousands and millions.

/// The powers of ten, longest word first. A “billion” is a thousand times
/// more in French than in English and `g` is also grams: neither stands here.
const SCALES: [(&str, u32); 13] = [
    ("milliards", 9),
    ("milliard", 9),
    ("thousand", 3),
    ("millions", 6),
    ("milliers", 3),
    ("million", 6),
    ("millier", 3),
    ("mille", 3),
    ("mds", 9),
    ("md", 9),
    ("bn", 9),
    ("m", 6),
    ("k", 3),
];

/// The power of ten that the text begins with, and what follows.
pub(super) fn scale(text: &str) -> (u32, &str) {
    let found = SCALES.iter().find_map(|(word, power)| Some((*power, text.strip_prefix(word)?)));
    let (power, rest) = found.unwrap_or((0, text));
    let rest = rest.trim_start();
    let joined = ["de ", "d'", "of "].iter().find_map(|word| rest.strip_prefix(word));
    (power, joined.unwrap_or(rest).trim_start())
}
