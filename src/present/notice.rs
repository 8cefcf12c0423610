//! What a plan says of itself, printed once with every output that shows its
//! activities or its values.

use serde_json::Value as Json;

use super::json::words_json;
use super::{Messages, wrapped};
use crate::plan::Words;

/// The notice as a paragraph of at most `width` columns, below an empty line;
/// nothing without one.
pub fn notice_text(messages: &Messages, notice: Option<&Words>, width: u16) -> String {
    notice.map(|words| format!("\n{}\n", wrapped(messages.language().of(words), width))).unwrap_or_default()
}

/// The notice in a document; `null` without one.
pub fn notice_json(notice: Option<&Words>) -> Json {
    notice.map_or(Json::Null, words_json)
}
