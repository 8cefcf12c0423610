//! What was done to a ledger as a whole, for programs: opened, laid down from
//! its export, one copy made anew.

use std::path::Path;

use serde_json::{Value as Json, json};

use super::problems::side_sentence;
use super::{Language, Messages, receipt_json};
use crate::audit::Sound;
use crate::figures::State;
use crate::ledger::Receipt;
use crate::log::{Inspection, Side};

/// A new ledger as `init/1`; `plan` is what its plan laid down, as `plan/1`.
pub fn opened_json(state: &State, ledger: &Path, key: &Path, plan: Option<&Json>) -> Json {
    json!({
        "head": state.head().to_string(), "jalon": "init/1", "key": key.display().to_string(),
        "ledger": ledger.display().to_string(), "plan": plan, "size": state.size(),
        "source": state.source(), "timezone": state.zone().to_string(),
    })
}

/// A ledger laid down from its export, as `restore/1`.
pub fn restored_json(state: &State, laid: Sound, missing: usize, receipts: &[Receipt]) -> Json {
    json!({
        "entries": entries(state, receipts), "head": laid.head.to_string(), "jalon": "restore/1",
        "missing": missing, "size": laid.size,
    })
}

/// What became of what is derived from so many entries, as `rebuild/1`.
pub fn rebuilt_json(size: u64, made: bool) -> Json {
    json!({ "jalon": "rebuild/1", "made": made, "size": size })
}

/// What a repair did, as `repair/1`; without `from` it only looked.
pub fn repair_json(seen: &Inspection, repaired: Option<&Repair<'_>>) -> Json {
    let equal = seen.twin.is_sound() && seen.store.is_sound() && seen.twin.head == seen.store.head;
    json!({
        "aside": repaired.and_then(|it| it.aside).map(|path| path.display().to_string()),
        "entries": repaired.map_or_else(Vec::new, |it| entries(it.state, it.receipts)),
        "equal": equal,
        "from": repaired.map(|it| it.from),
        "jalon": "repair/1",
        "store": side_json("store/", &seen.store),
        "twin": side_json("lines/", &seen.twin),
    })
}

/// A repair that was made.
#[derive(Clone, Copy)]
pub struct Repair<'a> {
    /// The copy that was kept.
    pub from: &'static str,
    /// Where the other one is now.
    pub aside: Option<&'a Path>,
    /// The ledger after it.
    pub state: &'a State,
    /// What was recorded of it.
    pub receipts: &'a [Receipt],
}

/// A copy as it was found.
fn side_json(copy: &str, side: &Side) -> Json {
    let words = |language| side_sentence(&Messages::new(language), copy, side);
    json!({
        "head": side.head.map(|head| hex(head.hash)),
        "size": side.head.map(|head| head.size),
        "sound": side.is_sound(),
        "words": {"en": words(Language::English), "fr": words(Language::French)},
    })
}

fn entries(state: &State, receipts: &[Receipt]) -> Vec<Json> {
    receipts.iter().map(|it| receipt_json(state, it)).collect()
}

/// A hash as it is written.
fn hex(hash: [u8; 32]) -> String {
    hash.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
